//! Writing an offer or a want, new or changed: one form. What was typed is shown again with whatever is wrong, or with what
//! is like it in the market.

use app::actor::Action;
use app::market::{self, Bounds, Category, Kind, Listing, ListingForm, Sight, Sketch, Span, State, Terms};
use app::members::MemberId;
use app::pictures::{self, Picture, Upload};
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::card::{Card, card, category_name, languages};
use super::one::listing_id;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::{Frame, Place};
use crate::web::l10n::UnitView;
use crate::web::pictures::{Shot, changes, fill_in, refused, shots};
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// How long a listing may be chosen to stand, in days, within what the exchange allows.
const SPANS: [i64; 5] = [30, 90, 180, 365, 730];
/// How long one stands if nobody chooses otherwise.
const SPAN: i64 = 180;

/// Adds the routes of writing.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/market/new", begin)
        .post("/{code}/market/new", publish)
        .get("/{code}/market/{id}/edit", show)
        .post("/{code}/market/{id}/edit", save)
}

/// `listing-edit.html`.
#[derive(Template)]
#[template(path = "listing-edit.html")]
struct EditPage {
    page: Frame,
    form: Form,
    unit: UnitView,
    /// Where it is sent.
    action: String,
    /// What a draft of it is kept under on the device.
    draft: String,
    is_new: bool,
    categories: Vec<(String, String)>,
    spans: Vec<(String, String)>,
    sights: Vec<&'static str>,
    /// What it may be written in: codes and names.
    languages: Vec<(&'static str, &'static str)>,
    shots: Vec<Shot>,
    /// Pictures that could not be taken, and why.
    refused: Vec<String>,
    /// Whether the fold of what is seldom needed stands open.
    more_open: bool,
    fits: Fits,
}

/// What is like it in the market, once somebody has looked.
#[derive(Default)]
struct Fits {
    /// Whether anybody has.
    was_looked_for: bool,
    /// Where it may belong; empty: nobody knows.
    category: String,
    /// Words to be found by.
    words: String,
    /// What others ask or give.
    price: String,
    alike: Vec<Card>,
    suited: Vec<Card>,
    /// The heading over what it suits.
    suited_title: &'static str,
}

impl EditPage {
    /// The form of a new listing, or of one that is changed.
    async fn new(here: &Here, known: Option<&Listing>, mut form: Form) -> Result<Self, Stop> {
        let shown = match known {
            Some(listing) => pictures_of(here, (listing.member, listing.uuid)).await?,
            None => pictures_of(here, (here.member()?.member, listing_id(form.value("id"))?)).await?,
        };
        fill_in(&mut form, &shown);
        let bounds = market::bounds_of(&here.exchange);
        let all = market::categories(here.app(), here.id()).await?;
        let (key, action, back) = match known {
            None => ("listing-new-title", "market/new".to_owned(), "market".to_owned()),
            Some(listing) => {
                let own = format!("market/{}", listing.uuid);
                ("listing-edit-title", format!("{own}/edit"), own)
            }
        };
        let number = here.membership.as_ref().and_then(|own| own.number.clone()).unwrap_or_default();
        let page = here.frame.clone().titled(key).at(Place::Market);
        let seldom = ["keywords", "money", "place", "locale", "sight"];
        Ok(Self {
            unit: here.unit.clone(),
            draft: format!("{number} {action}"),
            is_new: known.is_none(),
            categories: choices(&page, &all, known.map(|listing| listing.category)),
            spans: spans(&page, bounds, known.and_then(|listing| listing.days)),
            sights: sights(bounds),
            languages: languages(),
            shots: shots(&page, &shown),
            refused: refused(here, &shown),
            fits: Fits::default(),
            more_open: seldom.iter().any(|field| !form.error(field).is_empty()),
            action: page.to(&action),
            page: page.task(here.frame.to(&back)),
            form,
        })
    }
}

/// Categories to choose from; parts stand behind their parent's name.
fn choices(page: &Frame, all: &[Category], kept: Option<market::CategoryId>) -> Vec<(String, String)> {
    let offered = all.iter().filter(|one| !one.retired || kept == Some(one.id));
    let label = |one: &Category| {
        let parent = all.iter().find(|other| Some(other.id) == one.parent);
        let parent = parent.map(|parent| format!("{} – ", category_name(page, parent))).unwrap_or_default();
        (one.uuid.to_string(), parent + &category_name(page, one))
    };
    offered.map(label).collect()
}

/// How long it may stand: what is usual, the longest that is allowed, and what it has had until now.
fn spans(page: &Frame, bounds: Bounds, own: Option<i64>) -> Vec<(String, String)> {
    let mut days: Vec<i64> = SPANS.into_iter().chain(own).filter(|days| *days < bounds.days).collect();
    days.push(bounds.days);
    days.sort_unstable();
    days.dedup();
    let endless = bounds.endless.then(|| ("endless".to_owned(), page.t("listing-days-endless")));
    let span = |days: i64| (days.to_string(), page.with("count", days).t("listing-days"));
    days.into_iter().map(span).chain(endless).collect()
}

fn sights(bounds: Bounds) -> Vec<&'static str> {
    let widest = Sight::ALL.iter().position(|sight| *sight == bounds.sight).unwrap_or_default();
    Sight::ALL.iter().take(widest + 1).map(|sight| sight.as_str()).collect()
}

/// `GET /{code}/market/new?kind=want`
async fn begin(here: Here) -> Answer {
    here.member()?;
    here.may(Action::EditListing)?;
    let days = market::bounds_of(&here.exchange).days.min(SPAN).to_string();
    let kind = Kind::parse(here.query.get("kind")).unwrap_or(Kind::Offer);
    let id = here.app().random.uuid(here.app().clock.now())?.to_string();
    let typed = [
        ("id", id.as_str()),
        ("side", kind.as_str()),
        ("asks", "amount"),
        ("span", &days),
        ("sight", "exchange"),
        ("locale", here.frame.l.locale().code()),
    ];
    Ok(render(&EditPage::new(&here, None, Form::begin(Typed::from_pairs(typed))).await?))
}

/// Shows the form again as it was typed, with what is like it. Where no category was chosen the likeliest is.
async fn look(here: &Here, known: Option<&Listing>, mut form: Form) -> Answer {
    let read = read(here, &form);
    let sketch = Sketch {
        uuid: known.map(|listing| listing.uuid),
        kind: read.kind.unwrap_or(Kind::Offer),
        title: read.title,
        body: read.body,
        locale: read.locale,
    };
    let found = market::suggestions(here.app(), &here.actor, &here.exchange, &sketch).await?;
    if let Some(category) = found.category.as_ref().filter(|_| read.category.is_none()) {
        form.typed.set("category", category.uuid.to_string());
    }
    let page = &here.frame;
    let price = |(units, count): (i64, usize)| {
        let price = page.amount(units, &here.unit);
        page.with("price", price).with("count", count).t("listing-fits-price")
    };
    let fits = Fits {
        was_looked_for: true,
        category: found.category.as_ref().map(|found| category_name(page, found)).unwrap_or_default(),
        words: found.words.join(", "),
        price: found.median.map(price).unwrap_or_default(),
        alike: found.alike.iter().map(|listing| card(here, listing)).collect(),
        suited: found.suited.iter().map(|listing| card(here, listing)).collect(),
        suited_title: match sketch.kind {
            Kind::Offer => "listing-fits-wants",
            Kind::Want => "listing-fits-offers",
        },
    };
    Ok(render(&EditPage { fits, ..EditPage::new(here, known, form).await? }))
}

/// Whether the form was sent to see what is like it, and not to be kept.
fn is_look(typed: &Typed) -> bool {
    typed.get("look") == "yes"
}

/// `POST /{code}/market/new`: makes it. Sent twice it is made once. With `look` it only shows what is like it.
async fn publish(here: Here, typed: Typed) -> Answer {
    let member = here.member()?.member;
    let mut form = Form::begin(typed);
    let id = match Uuid::try_parse(form.typed.get("id")) {
        Ok(id) => id,
        Err(_) => here.app().random.uuid(here.app().clock.now())?,
    };
    form.typed.set("id", id.to_string());
    if !take_in(&here, &mut form, (member, id)).await? {
        return Ok(render_again(&EditPage::new(&here, None, form).await?));
    }
    if is_look(&form.typed) {
        return look(&here, None, form).await;
    }
    let made = market::publish(here.app(), &here.actor, (member, id), &read(&here, &form)).await;
    if form.take(&here.frame.l, made)?.is_none() {
        return Ok(render_again(&EditPage::new(&here, None, form).await?));
    }
    Ok(here.noticed(&here.frame.to(&format!("market/{id}")), "notice-listing-saved"))
}

/// What is kept until now of the pictures of the listing of this name, for the one who writes it.
async fn pictures_of(here: &Here, own: (MemberId, Uuid)) -> Result<Vec<Picture>, Stop> {
    Ok(pictures::of_draft(here.app(), &here.actor, &here.exchange, own).await?)
}

/// Puts the pictures that were sent with a form where its listing is, even if something else is wrong with it: browsers send
/// a file only once. Tells whether nothing is wrong with what was typed about them.
async fn take_in(here: &Here, form: &mut Form, own: (MemberId, Uuid)) -> Result<bool, Stop> {
    let typed = form.typed.clone();
    let changes = changes(&typed);
    let arranged = pictures::arrange(here.app(), &here.actor, &here.exchange, own, &changes).await;
    let is_fine = form.take(&here.frame.l, arranged)?.is_some();
    let uploads: Vec<Upload<'_>> =
        typed.files("pictures").iter().map(|file| Upload { name: &file.name, bytes: &file.bytes }).collect();
    pictures::add(here.app(), &here.actor, own, &uploads).await?;
    Ok(is_fine)
}

/// A listing that the reader may change.
async fn own(here: &Here, id: &str) -> Result<Listing, Stop> {
    let seen = market::listing(here.app(), &here.actor, &here.exchange, listing_id(id)?).await?;
    if !seen.mine {
        return Err(Stop::not_found());
    }
    here.may(Action::EditListing)?;
    Ok(seen.listing)
}

/// `GET /{code}/market/{id}/edit`
async fn show(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    let listing = own(&here, &id).await?;
    let all = market::categories(here.app(), here.id()).await?;
    let category = all.iter().find(|one| one.id == listing.category);
    let typed = Typed::from_pairs([
        ("id", listing.uuid.to_string()),
        ("side", listing.kind.as_str().to_owned()),
        ("title", listing.title.clone()),
        ("body", listing.body.clone()),
        ("keywords", listing.keywords.clone()),
        ("category", category.map(|one| one.uuid.to_string()).unwrap_or_default()),
        ("asks", listing.terms.as_str().to_owned()),
        ("amount", listing.amount.map(|units| here.frame.typed(units, &here.unit)).unwrap_or_default()),
        ("price", listing.price.clone()),
        ("money", listing.money.clone()),
        ("place", listing.place.clone()),
        ("sight", listing.sight.as_str().to_owned()),
        ("locale", listing.locale.clone()),
        ("span", span(&here, &listing)),
    ]);
    Ok(render(&EditPage::new(&here, Some(&listing), Form::begin(typed)).await?))
}

/// How long it stands, as the form has it: what is allowed no longer becomes the longest that is.
fn span(here: &Here, listing: &Listing) -> String {
    let bounds = market::bounds_of(&here.exchange);
    match listing.days {
        None if bounds.endless => "endless".to_owned(),
        days => days.unwrap_or(bounds.days).min(bounds.days).to_string(),
    }
}

/// `POST /{code}/market/{id}/edit`; with `look` it only shows what is like it.
async fn save(here: Here, Path((_, id)): Path<(String, String)>, typed: Typed) -> Answer {
    let listing = own(&here, &id).await?;
    let mut form = Form::begin(typed);
    form.typed.set("id", listing.uuid.to_string());
    if !take_in(&here, &mut form, (listing.member, listing.uuid)).await? {
        return Ok(render_again(&EditPage::new(&here, Some(&listing), form).await?));
    }
    if is_look(&form.typed) {
        return look(&here, Some(&listing), form).await;
    }
    let read = read(&here, &form);
    let edited = market::edit(here.app(), &here.actor, (here.id(), listing.uuid), &read).await;
    if form.take(&here.frame.l, edited)?.is_none() {
        return Ok(render_again(&EditPage::new(&here, Some(&listing), form).await?));
    }
    Ok(here.noticed(&here.frame.to(&format!("market/{}", listing.uuid)), "notice-listing-saved"))
}

fn read(here: &Here, form: &Form) -> ListingForm {
    let typed = &form.typed;
    let text = |name: &str| typed.get(name).to_owned();
    let span = match typed.get("span") {
        "endless" => Some(Span::Endless),
        days => days.parse().ok().map(Span::Days),
    };
    ListingForm {
        kind: Kind::parse(typed.get("side")),
        state: if typed.get("state") == "hidden" { State::Hidden } else { State::Published },
        title: text("title"),
        body: text("body"),
        keywords: text("keywords"),
        category: Uuid::try_parse(typed.get("category")).ok(),
        terms: Terms::parse(typed.get("asks")),
        amount: text("amount"),
        separators: here.separators(),
        price: text("price"),
        money: text("money"),
        place: text("place"),
        sight: Sight::parse(typed.get("sight")),
        locale: text("locale"),
        span,
    }
}
