//! A listing in a list, and the words for prices and categories.

use app::market::{Category, Foreign, Kind, LANGUAGES, Listing, Standing, Terms, standing};
use app::pictures::Size;
use app::points::Away;

use crate::web::face::Face;
use crate::web::frame::Frame;
use crate::web::l10n::{Locale, UnitView};
use crate::web::visitor::{Here, unit_view};
use crate::web::{pictures, points};

/// A listing in a list.
pub struct Card {
    /// Where its page is.
    pub href: String,
    /// Its title.
    pub title: String,
    /// The language it is written in.
    pub lang: String,
    /// What stands for a face where there is none: its category's icon, where that is at hand.
    pub icon: String,
    /// Whether it is a want.
    pub is_want: bool,
    /// What is asked or given for it.
    pub price: String,
    /// Whose it is and where; may be empty for visitors.
    pub by: String,
    /// Whose it is; none for visitors.
    pub face: Option<Face>,
    /// Where its first picture is, small; empty where there is none.
    pub picture: String,
    /// Why it was found; empty where nothing was looked for.
    pub why: String,
    /// When it was made.
    pub at: i64,
    /// Where it stands; empty while it is shown.
    pub state: String,
    /// When it ends, in words.
    pub until: String,
    /// Whether its owner may let it stand longer with one tap.
    pub may_renew: bool,
}

/// A listing as a list shows it.
#[must_use]
pub fn card(here: &Here, listing: &Listing) -> Card {
    let page = &here.frame;
    let standing = standing(listing, ledger::time::Instant(page.now));
    let by: Vec<&str> =
        [listing.name.as_str(), listing.place.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
    Card {
        href: page.to(&format!("market/{}", listing.uuid)),
        title: listing.title.clone(),
        lang: listing.locale.clone(),
        icon: if listing.kind == Kind::Want { "hand" } else { "tag" }.to_owned(),
        is_want: listing.kind == Kind::Want,
        price: price(page, listing, &here.unit),
        by: by.join(", "),
        face: face(listing),
        picture: listing.picture.map(|uuid| pictures::src(page, uuid, Size::Thumb)).unwrap_or_default(),
        why: String::new(),
        at: listing.created_at.0,
        state: state(page, standing),
        until: until(page, listing, standing),
        may_renew: listing.days.is_some() && !matches!(standing, Standing::Hidden | Standing::Stopped),
    }
}

/// The same where it was found: how far away, and from which exchange if it is another, in whose unit its price is then.
#[must_use]
pub fn found_card(here: &Here, listing: &Listing, (away, foreign): (Option<Away>, Option<&Foreign>)) -> Card {
    let page = &here.frame;
    let card = card(here, listing);
    let from = foreign.map(|foreign| foreign.exchange.name.clone()).unwrap_or_default();
    let parts = [card.by, from, points::away(page, away)].into_iter().filter(|part| !part.is_empty());
    let by = parts.collect::<Vec<_>>().join(" · ");
    let Some(foreign) = foreign else { return Card { by, ..card } };
    let code = &foreign.exchange.code;
    let href = format!("/{code}/market/{}", listing.uuid);
    let picture = listing.picture.map(|uuid| pictures::src_in(code, uuid, Size::Thumb));
    let picture = picture.unwrap_or_default();
    Card { by, href, picture, price: price(page, listing, &unit_view(&foreign.unit)), ..card }
}

/// Whose it is, unless the reader may not know.
pub(super) fn face(listing: &Listing) -> Option<Face> {
    let known = !listing.number.is_empty();
    known.then(|| Face::new(&listing.name, &listing.number, listing.member_kind.as_str(), &listing.portrait))
}

/// Where it stands; empty while it is shown.
pub(super) fn state(page: &Frame, standing: Standing) -> String {
    match standing {
        Standing::Shown => String::new(),
        Standing::Hidden => page.t("listing-hidden"),
        Standing::Stopped => page.t("listing-stopped"),
        Standing::Ended => page.t("listing-ended"),
    }
}

/// Until when it is shown, or since when no longer.
pub(super) fn until(page: &Frame, listing: &Listing, standing: Standing) -> String {
    match (listing.expires_at, standing) {
        (Some(end), Standing::Ended) => page.with("day", page.date(end.0)).t("listing-ended-on"),
        (Some(end), Standing::Shown) => page.with("day", page.date(end.0)).t("listing-until"),
        (None, Standing::Shown) => page.t("listing-endless"),
        (None, Standing::Ended) | (_, Standing::Hidden | Standing::Stopped) => String::new(),
    }
}

/// What is asked or given for it: "24.00 acorns", "to be agreed", "24.00 acorns and £5 for the yarn".
#[must_use]
pub fn price(page: &Frame, listing: &Listing, unit: &UnitView) -> String {
    let units = match (listing.terms, listing.amount) {
        (Terms::Amount, Some(amount)) => page.amount(amount, unit),
        (Terms::Gift, _) => page.t("listing-gift"),
        (Terms::Agreed | Terms::Amount, _) => page.t("listing-agreed"),
    };
    if listing.money.is_empty() {
        return units;
    }
    page.with("price", units).with("money", &listing.money).t("listing-with-money")
}

/// What listings may be written in: codes, and the names of languages in themselves.
pub(super) fn languages() -> Vec<(&'static str, &'static str)> {
    let name = |code: &'static str| match code {
        "de" => "Deutsch",
        "it" => "Italiano",
        "nl" => "Nederlands",
        "af" => "Afrikaans",
        "el" => "Ελληνικά",
        "fi" => "Suomi",
        own => Locale::parse(own).map_or(own, Locale::name),
    };
    LANGUAGES.into_iter().map(|code| (code, name(code))).collect()
}

/// What a category is called: by the exchange, or as the standard set has it in the reader's language.
#[must_use]
pub fn category_name(page: &Frame, category: &Category) -> String {
    match &category.concept {
        Some(concept) if category.name.is_empty() => page.t(&format!("category-{concept}")),
        _ => category.name.clone(),
    }
}
