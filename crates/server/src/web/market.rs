//! The market: offers and wants, newest first, by kind, category and words. Visitors see what is shown to everyone.

mod acts;
mod card;
mod edit;
mod mine;
mod one;

use app::actor::Action;
use app::market::{self, Category, Counted, Kind, Listing, Market, Position, Wanted};
use askama::Template;
use ledger::time::Instant;
use uuid::Uuid;

pub use self::card::{Card, card, category_name, price};
pub(super) use self::one::listing_id;
use super::areas;
use super::errors::render;
use super::frame::{Frame, Place};
use super::stop::{Answer, Stop, encoded};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of the market.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    let pages = [mine::routes, edit::routes, one::routes, acts::routes];
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
    /// What the area that is looked at is called; empty: all.
    area: String,
    /// The same, as the address has it.
    area_id: String,
    /// The kind that is looked at, as the address has it.
    kind: &'static str,
    cards: Vec<Card>,
    /// Where the list goes on; empty when it does not.
    more: String,
    /// Whether the reader may offer and want.
    may_write: bool,
    /// Whether nothing is asked for but the newest.
    is_plain: bool,
}

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

/// `GET /{code}/market?kind=…&category=…&q=…`; `at` and `after` say where the page before ended.
async fn show(here: Here) -> Answer {
    let wanted = wanted(&here);
    let found = market::market(here.app(), &here.actor, &here.exchange, &wanted).await?;
    let page = here.frame.clone().titled("market-title").at(Place::Market);
    let current = found.categories.iter().find(|one| Some(one.category.uuid) == wanted.category);
    let kind = wanted.kind.map_or("", Kind::as_str);
    let with_area = |area: &str| Wanted { area: Uuid::try_parse(area).ok(), ..wanted.clone() };
    let (mut areas, area) = areas::chips(&here, |area| address(&here, &with_area(area))).await?;
    if !here.can(Action::SeeListings) {
        areas.clear();
    }
    Ok(render(&MarketPage {
        areas,
        area,
        area_id: wanted.area.map(|uuid| uuid.to_string()).unwrap_or_default(),
        kinds: kinds(&here, &wanted),
        categories: categories(&here, &wanted, &found.categories),
        category: current.map(|one| category_name(&page, &one.category)).unwrap_or_default(),
        category_id: wanted.category.map(|uuid| uuid.to_string()).unwrap_or_default(),
        cards: found.listings.iter().map(|listing| sorted(&here, listing, &found)).collect(),
        more: more(&here, &wanted, &found),
        may_write: here.membership.is_some() && here.can(Action::EditListing),
        is_plain: wanted == Wanted::default(),
        words: wanted.words,
        kind,
        page,
    }))
}

/// A listing with the icon of its category.
fn sorted(here: &Here, listing: &Listing, found: &Market) -> Card {
    let category = found.categories.iter().find(|one| one.category.id == listing.category);
    let card = card(here, listing);
    Card { icon: category.map_or(card.icon, |one| one.category.icon.clone()), ..card }
}

fn wanted(here: &Here) -> Wanted {
    let number = |name: &str| here.query.get(name).parse::<i64>().ok();
    let after = number("at").zip(number("after")).map(|(at, id)| Position { at: Instant(at), id });
    Wanted {
        kind: Kind::parse(here.query.get("kind")),
        category: Uuid::try_parse(here.query.get("category")).ok(),
        area: Uuid::try_parse(here.query.get("area")).ok().filter(|_| here.can(Action::SeeListings)),
        words: here.query.get("q").to_owned(),
        after,
    }
}

/// The address of the market with these filters.
fn address(here: &Here, wanted: &Wanted) -> String {
    let mut parts = Vec::new();
    if let Some(kind) = wanted.kind {
        parts.push(format!("kind={}", kind.as_str()));
    }
    if let Some(category) = wanted.category {
        parts.push(format!("category={category}"));
    }
    if let Some(area) = wanted.area {
        parts.push(format!("area={area}"));
    }
    if !wanted.words.is_empty() {
        parts.push(format!("q={}", encoded(&wanted.words)));
    }
    let query = if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) };
    here.frame.to(&format!("market{query}"))
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

fn more(here: &Here, wanted: &Wanted, found: &Market) -> String {
    let Some(next) = found.next else { return String::new() };
    let address = address(here, wanted);
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}at={}&after={}", next.at.0, next.id)
}
