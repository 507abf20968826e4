//! The market: offers and wants, newest first, or what fits what somebody looks for. Visitors see what is shown to everyone.

mod acts;
mod card;
mod earning;
mod edit;
mod mine;
mod one;
mod saved;

use app::actor::Action;
use app::market::{
    self, After, Category, Counted, Kind, LANGUAGES, Listing, Market, Order, Position, Reader, Scope, Wanted,
    Why,
};
use app::points::{Away, WITHIN};
use askama::Template;
use ledger::time::Instant;
use uuid::Uuid;

use self::card::languages;
pub use self::card::{Card, card, category_name, found_card, price};
pub(super) use self::earning::chances;
pub(super) use self::one::listing_id;
use super::areas;
use super::errors::render;
use super::frame::{Frame, Place};
use super::l10n::L10n;
use super::stop::{Answer, Stop, encoded};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of the market.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    let pages = [mine::routes, saved::routes, edit::routes, one::routes, acts::routes];
    pages.iter().fold(routes.get("/{code}/market", show), |routes, page| page(routes))
}

/// `market.html`.
#[derive(Template)]
#[template(path = "market.html")]
struct MarketPage {
    page: Frame,
    /// What is looked for; empty: everything.
    words: String,
    /// Kinds to choose from.
    kinds: Vec<Chip>,
    /// Categories with something in them.
    categories: Vec<Chip>,
    /// The name of the category that is looked at; empty: all.
    category: String,
    /// The same, as the address has it.
    category_id: String,
    /// Areas to filter by; none for visitors.
    areas: Vec<areas::Chip>,
    /// The area that is looked at, as the address has it; empty: all.
    area_id: String,
    /// The kind that is looked at, as the address has it.
    kind: &'static str,
    /// Whether the words themselves must be there.
    exact: bool,
    /// What else is filtered by, and in which order.
    filters: Vec<Choice>,
    /// What is chosen of all that narrows the market, in words; empty: nothing.
    chosen: String,
    /// Whether nothing is measured until the reader says where they are.
    may_say_where: bool,
    /// Whether words are looked for where meaning does not count.
    by_words_only: bool,
    cards: Vec<Card>,
    /// Where the list goes on; empty when it does not.
    more: String,
    /// Whether the reader may offer and want.
    may_write: bool,
    /// Whether nothing is asked for but the newest.
    is_plain: bool,
    /// What the reader could offer, each with why, where nothing is asked for.
    earning: Vec<Card>,
    /// Where the reader may save what is looked for; empty: they may not, or nothing is.
    save: String,
    /// Whether the reader may keep searches.
    may_save: bool,
}

/// How many reasons are told of each.
const WHYS: usize = 3;
/// How many of the newest are shown on other pages.
const NEWEST: usize = 4;

/// The newest that others show to the reader, for other pages.
pub(super) async fn newest(here: &Here) -> Result<Vec<Card>, Stop> {
    let newest = market::newest(here.app(), &here.actor, &here.exchange, NEWEST).await?;
    Ok(newest.iter().map(|listing| card(here, listing)).collect())
}

/// A filter to choose.
struct Chip {
    href: String,
    icon: String,
    label: String,
    /// How many; none where that is not said.
    count: Option<i64>,
    is_current: bool,
}

/// One of the filters below the words: a field with what may be chosen.
struct Choice {
    name: &'static str,
    label: String,
    /// Each with its value, and whether it is chosen.
    options: Vec<(String, String, bool)>,
}

/// `GET /{code}/market?kind=…&category=…&q=…`, the filters of [`filters`], and `exact`; `at` and `after`, or `passed`, say where
/// the page before ended.
async fn show(here: Here) -> Answer {
    let wanted = wanted(&here);
    let locale = here.frame.l.locale().code();
    let reader = Reader { locale, network: &here.client.network };
    let found = market::market(here.app(), &here.actor, &here.exchange, &wanted, reader).await?;
    let page = here.frame.clone().titled("market-title").at(Place::Market);
    let current = found.categories.iter().find(|one| Some(one.category.uuid) == wanted.category);
    let kind = wanted.kind.map_or("", Kind::as_str);
    let with_area = |area: &str| Wanted { area: Uuid::try_parse(area).ok(), ..wanted.clone() };
    let (mut areas, mut area) = areas::chips(&here, |area| address(&here, &with_area(area))).await?;
    if !here.can(Action::SeeListings) {
        areas.clear();
        area.clear();
    }
    let category = current.map(|one| category_name(&page, &one.category)).unwrap_or_default();
    let chosen = chosen(&page, (&wanted, &found), (&category, &area));
    let may_save = here.membership.is_some() && here.can(Action::KeepSearches);
    let chosen_any =
        [wanted.category.is_some(), wanted.area.is_some(), wanted.within.is_some()].contains(&true);
    let is_narrow = !wanted.words.is_empty() || chosen_any;
    let save =
        if may_save && is_narrow { address_of(&here, "market/saved/new", &wanted) } else { String::new() };
    Ok(render(&MarketPage {
        areas,
        area_id: wanted.area.map(|uuid| uuid.to_string()).unwrap_or_default(),
        kinds: kinds(&here, &wanted),
        categories: categories(&here, &wanted, &found.categories),
        category,
        category_id: wanted.category.map(|uuid| uuid.to_string()).unwrap_or_default(),
        cards: cards(&here, &found),
        more: next_page(&here, &wanted, &found),
        may_write: here.membership.is_some() && here.can(Action::EditListing),
        may_save,
        save,
        earning: if wanted == Wanted::default() { chances(&here).await? } else { Vec::new() },
        is_plain: wanted == Wanted::default(),
        exact: wanted.exact,
        filters: filters(&page, &wanted, &found),
        may_say_where: here.membership.is_some() && here.can(Action::EditProfile) && !found.measures,
        chosen,
        by_words_only: !wanted.words.is_empty() && !wanted.exact && !market::goes_by_meaning(here.app()),
        words: wanted.words,
        kind,
        page,
    }))
}

/// What may be chosen: values, and what they are called.
type Options = Vec<(String, String)>;

/// Where, how far, language, price, age and order, as the address has them; what says nothing here is left out.
fn filters(page: &Frame, wanted: &Wanted, found: &Market) -> Vec<Choice> {
    let any = |key: &str| (String::new(), page.t(key));
    let keyed = |values: &[(&str, &str)]| -> Options {
        values.iter().map(|(value, key)| ((*value).to_owned(), page.t(key))).collect()
    };
    let languages = languages().into_iter().map(|(code, name)| (code.to_owned(), name.to_owned()));
    let mut all = whereabouts(page, wanted, found);
    all.extend([
        ("language", wanted.language.clone(), std::iter::once(any("market-any")).chain(languages).collect()),
        (
            "price",
            wanted.priced.map_or("", |priced| if priced { "with" } else { "without" }).to_owned(),
            keyed(&[("", "market-any"), ("with", "market-priced"), ("without", "market-unpriced")]),
        ),
        (
            "days",
            wanted.days.map(|days| days.to_string()).unwrap_or_default(),
            keyed(&[("", "market-any"), ("7", "market-week"), ("31", "market-month")]),
        ),
    ]);
    let mut orders = if wanted.words.is_empty() {
        keyed(&[("", "market-newest-first")])
    } else {
        keyed(&[("", "market-best-first"), ("newest", "market-newest-first")])
    };
    if found.measures {
        orders.extend(keyed(&[("nearest", "market-nearest-first")]));
    }
    if orders.len() > 1 {
        all.push(("order", order_value(wanted.order).to_owned(), orders));
    }
    let choice = |(name, chosen, values): (&'static str, String, Options)| Choice {
        name,
        label: page.t(&format!("market-by-{name}")),
        options: values
            .into_iter()
            .map(|(value, label)| {
                let is_chosen = value == chosen;
                (value, label, is_chosen)
            })
            .collect(),
    };
    all.into_iter().map(choice).collect()
}

/// What is chosen of all that narrows the market, in words.
fn chosen(page: &Frame, (wanted, found): (&Wanted, &Market), (category, area): (&str, &str)) -> String {
    let mut all = vec![category.to_owned(), area.to_owned()];
    all.extend(filters_told(page, wanted, found));
    if wanted.exact {
        all.push(page.t("market-exact"));
    }
    all.retain(|one| !one.is_empty());
    all.join(" · ")
}

/// What else is filtered by, in words.
fn filters_told(page: &Frame, wanted: &Wanted, found: &Market) -> Vec<String> {
    let told = |choice: Choice| {
        let mut options = choice.options.into_iter();
        let chosen = options.find(|(value, _, is_chosen)| *is_chosen && !value.is_empty());
        chosen.map(|(_, label, _)| label)
    };
    filters(page, wanted, found).into_iter().filter_map(told).collect()
}

/// In which exchange, and how far away.
fn whereabouts(page: &Frame, wanted: &Wanted, found: &Market) -> Vec<(&'static str, String, Options)> {
    let mut all = Vec::new();
    if !found.others.is_empty() {
        let own = (String::new(), page.home_name().to_owned());
        let each = found.others.iter().map(|other| (other.code.clone(), other.name.clone()));
        let scopes = [own, ("all".to_owned(), page.t("market-in-all"))].into_iter().chain(each);
        all.push(("in", scope_value(&wanted.scope), scopes.collect()));
    }
    if found.measures {
        let far = (String::new(), page.t("market-near-any"));
        let km = |km: i64| (km.to_string(), page.with("km", km).t("market-near-km"));
        let chosen = wanted.within.map(|km| km.to_string()).unwrap_or_default();
        all.push(("near", chosen, std::iter::once(far).chain(WITHIN.into_iter().map(km)).collect()));
    }
    all
}

/// The scope as the address has it.
fn scope_value(scope: &Scope) -> String {
    match scope {
        Scope::Own => String::new(),
        Scope::Everywhere => "all".to_owned(),
        Scope::Exchange(code) => code.clone(),
    }
}

/// The order as the address has it.
const fn order_value(order: Order) -> &'static str {
    match order {
        Order::Best => "",
        Order::Newest => "newest",
        Order::Nearest => "nearest",
    }
}

/// What was found, each with why.
fn cards(here: &Here, found: &Market) -> Vec<Card> {
    let mut whys = found.why.iter();
    let card = |(listing, away): (&Listing, &Option<Away>)| {
        let why = whys.next().map(|all| why(&here.frame, all)).unwrap_or_default();
        Card { why, ..sorted(here, (listing, *away), found) }
    };
    found.listings.iter().zip(&found.away).map(card).collect()
}

/// Why something was found, in words.
pub fn why(l: &L10n, all: &[Why]) -> String {
    let words = |why: &Why| match why {
        Why::Word(word) | Why::Like(word) => l.with("word", word.as_str()).t("market-why-word"),
        Why::Means(name) => l.with("name", name.as_str()).t("market-why-means"),
        Why::Alike => l.t("market-why-alike"),
    };
    all.iter().take(WHYS).map(words).collect::<Vec<_>>().join(" · ")
}

/// A listing with the icon of its category.
fn sorted(here: &Here, (listing, away): (&Listing, Option<Away>), found: &Market) -> Card {
    let category = found.categories.iter().find(|one| one.category.id == listing.category);
    let foreign = found.foreign.iter().find(|foreign| foreign.exchange.id == listing.exchange);
    let card = found_card(here, listing, (away, foreign));
    Card { icon: category.map_or(card.icon, |one| one.category.icon.clone()), ..card }
}

fn wanted(here: &Here) -> Wanted {
    let number = |name: &str| here.query.get(name).parse::<i64>().ok();
    let passed = here.query.get("passed").parse().ok();
    let words = here.query.get("q").trim().to_owned();
    let language = here.query.get("language");
    Wanted {
        kind: Kind::parse(here.query.get("kind")),
        category: Uuid::try_parse(here.query.get("category")).ok(),
        area: Uuid::try_parse(here.query.get("area")).ok().filter(|_| here.can(Action::SeeListings)),
        exact: !words.is_empty() && here.query.get("exact") == "yes",
        language: LANGUAGES.into_iter().find(|code| *code == language).unwrap_or("").to_owned(),
        priced: match here.query.get("price") {
            "with" => Some(true),
            "without" => Some(false),
            _ => None,
        },
        days: number("days").filter(|days| *days > 0),
        within: number("near").filter(|km| WITHIN.contains(km)),
        scope: match here.query.get("in") {
            "" => Scope::Own,
            "all" => Scope::Everywhere,
            code if code == here.exchange.code => Scope::Own,
            code => Scope::Exchange(code.to_owned()),
        },
        order: match here.query.get("order") {
            "newest" if !words.is_empty() => Order::Newest,
            "nearest" => Order::Nearest,
            _ => Order::Best,
        },
        after: position(here).map(After::Position).or(passed.map(After::Found)),
        words,
    }
}

/// The address of the market where this is wanted, from its beginning.
fn address(here: &Here, wanted: &Wanted) -> String {
    address_of(here, "market", wanted)
}

/// An address that says what is wanted as that of the market does.
fn address_of(here: &Here, path: &str, wanted: &Wanted) -> String {
    let parts = [
        ("kind", wanted.kind.map(|kind| kind.as_str().to_owned())),
        ("category", wanted.category.map(|uuid| uuid.to_string())),
        ("area", wanted.area.map(|uuid| uuid.to_string())),
        ("q", Some(encoded(&wanted.words))),
        ("exact", wanted.exact.then(|| "yes".to_owned())),
        ("language", Some(wanted.language.clone())),
        ("price", wanted.priced.map(|priced| if priced { "with" } else { "without" }.to_owned())),
        ("days", wanted.days.map(|days| days.to_string())),
        ("near", wanted.within.map(|km| km.to_string())),
        ("in", Some(encoded(&scope_value(&wanted.scope)))),
        ("order", Some(order_value(wanted.order).to_owned())),
    ];
    let parts =
        parts.into_iter().filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)));
    let parts: Vec<String> = parts.map(|(name, value)| format!("{name}={value}")).collect();
    let query = if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) };
    here.frame.to(&format!("{path}{query}"))
}

fn kinds(here: &Here, wanted: &Wanted) -> Vec<Chip> {
    let all =
        [(None, "market-all"), (Some(Kind::Offer), "market-offers"), (Some(Kind::Want), "market-wants")];
    let chip = |(kind, key): (Option<Kind>, &str)| Chip {
        href: address(here, &Wanted { kind, ..wanted.clone() }),
        icon: String::new(),
        label: here.frame.t(key),
        count: None,
        is_current: kind == wanted.kind,
    };
    all.into_iter().map(chip).collect()
}

/// Where a category is looked at, its parts stand there too; otherwise those without a parent.
fn categories(here: &Here, wanted: &Wanted, all: &[Counted]) -> Vec<Chip> {
    let chosen = all.iter().find(|one| Some(one.category.uuid) == wanted.category).map(|one| &one.category);
    let top = chosen.map(|category| category.parent.unwrap_or(category.id));
    let is_wanted = |category: &Category| category.parent.is_none() || category.parent == top;
    let chip = |one: &Counted| Chip {
        href: address(here, &Wanted { category: Some(one.category.uuid), ..wanted.clone() }),
        icon: one.category.icon.clone(),
        label: category_name(&here.frame, &one.category),
        count: Some(one.count),
        is_current: Some(one.category.uuid) == wanted.category,
    };
    all.iter().filter(|one| is_wanted(&one.category)).map(chip).collect()
}

fn next_page(here: &Here, wanted: &Wanted, found: &Market) -> String {
    let address = address(here, wanted);
    let joint = if address.contains('?') { '&' } else { '?' };
    match found.next {
        None => String::new(),
        Some(After::Position(next)) => more(&address, Some(next)),
        Some(After::Found(passed)) => format!("{address}{joint}passed={passed}"),
    }
}

/// Where a list of listings goes on behind the page that ended here; empty when it does not.
pub(super) fn more(address: &str, next: Option<Position>) -> String {
    let joint = if address.contains('?') { '&' } else { '?' };
    next.map(|next| format!("{address}{joint}at={}&after={}", next.at.0, next.id)).unwrap_or_default()
}

/// Where the page before ended, as [`more`] says it.
pub(super) fn position(here: &Here) -> Option<Position> {
    let number = |name: &str| here.query.get(name).parse::<i64>().ok();
    number("at").zip(number("after")).map(|(at, id)| Position { at: Instant(at), id })
}
