//! What people see of the market: a page of it, one listing, a member's.

use ledger::id::ExchangeId;
use ledger::time::Instant;
use store::Tx;
use store::categories::{Category, CategoryId};
use store::exchanges::Exchange;
use store::listings::shown::{self, Filter, Listing, View, WORDS};
use store::listings::{Kind, Sight, State};
use store::members::{self, MemberId};
use uuid::Uuid;

use super::bounds::circle;
use super::categories;
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::form::folded;
use crate::people::areas;
use crate::trades::{self, Request};

/// How many listings a page of the market has.
const PAGE: usize = 24;
/// How many trades of a listing are shown.
const TRADES: i64 = 20;

/// Where a page of the market ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// When the last listing was made.
    pub at: Instant,
    /// Its id.
    pub id: i64,
}

/// What is wanted of the market.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Offers or wants; none: both.
    pub kind: Option<Kind>,
    /// A category with its parts; none: all.
    pub category: Option<Uuid>,
    /// The area that its owner is in; none: all. Visitors are not asked.
    pub area: Option<Uuid>,
    /// Words that must all be in it; empty: everything.
    pub words: String,
    /// Where the page before ended.
    pub after: Option<Position>,
}

/// A page of the market.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Market {
    /// What is shown, newest first.
    pub listings: Vec<Listing>,
    /// Where this page ends, if another follows.
    pub next: Option<Position>,
    /// The categories with something in them, each followed by its parts.
    pub categories: Vec<Counted>,
}

/// A category, and how much is shown in it and its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The category.
    pub category: Category,
    /// How many listings.
    pub count: i64,
}

/// Where a listing stands by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is shown.
    Shown,
    /// Its owner has hidden it.
    Hidden,
    /// An administrator has hidden it.
    Stopped,
    /// It has ended.
    Ended,
}

/// One listing as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The listing.
    pub listing: Listing,
    /// What it is sorted under, its parent first.
    pub categories: Vec<Category>,
    /// Where it stands.
    pub standing: Standing,
    /// Whether the reader operates the owner's account.
    pub mine: bool,
    /// Trades that were recorded from it and that the reader may see, newest first.
    pub trades: Vec<Request>,
    /// What else its owner shows, newest first.
    pub others: Vec<Listing>,
}

/// Where a listing stands at a moment.
#[must_use]
pub fn standing(listing: &Listing, now: Instant) -> Standing {
    match listing.state {
        State::Hidden | State::Removed if !listing.hidden_why.is_empty() => Standing::Stopped,
        State::Hidden | State::Removed => Standing::Hidden,
        State::Published if listing.expires_at.is_some_and(|end| end <= now) => Standing::Ended,
        State::Published => Standing::Shown,
    }
}

/// A page of the market as far as this person may see it, filtered by plain words: the listings that contain all of them.
///
/// # Errors
/// When the database fails.
pub async fn market(app: &App, actor: &Actor, exchange: &Exchange, wanted: &Wanted) -> Result<Market> {
    let mut tx = app.db.read().await?;
    let all = categories::all(&mut tx, exchange.id).await?;
    let Some(circle) = circle(actor, exchange) else {
        return Ok(Market { listings: Vec::new(), next: None, categories: Vec::new() });
    };
    let view = View { exchange: exchange.id, now: app.clock.now(), circle };
    let category = wanted.category.map(|uuid| {
        // What is not there holds nothing.
        all.iter().find(|category| category.uuid == uuid).map_or(CategoryId(-1), |category| category.id)
    });
    let mut listings = filtered(&mut tx, view, (wanted, category)).await?;
    let more = listings.len() > PAGE;
    listings.truncate(PAGE);
    let next = listings.last().filter(|_| more).map(|last| Position { at: last.created_at, id: last.id });
    let counts = shown::counts(&mut tx, view).await?;
    veil(&mut listings, circle);
    Ok(Market { listings, next, categories: counted(all, &counts) })
}

/// What the words of a reader find, in the order of the market, and one more than a page.
async fn filtered(
    tx: &mut Tx,
    view: View,
    (wanted, category): (&Wanted, Option<CategoryId>),
) -> Result<Vec<Listing>> {
    let typed: String = wanted.words.chars().take(100).collect();
    let text = folded(&typed);
    let mut words = [""; WORDS];
    for (slot, word) in words.iter_mut().zip(text.split_whitespace()) {
        *slot = word;
    }
    let limit = i64::try_from(PAGE).unwrap_or(i64::MAX) + 1;
    let before = wanted.after.map(|position| (position.at, position.id));
    // Where somebody belongs is not for visitors.
    let area = wanted.area.filter(|_| view.circle != Sight::Everyone);
    let area = areas::wanted(tx, view.exchange, area).await?;
    let filter = Filter { kind: wanted.kind, category, area, words, before, limit };
    Ok(shown::page(tx, view, &filter).await?)
}

fn counted(all: Vec<Category>, counts: &[(CategoryId, i64)]) -> Vec<Counted> {
    let own = |id: CategoryId| counts.iter().find(|(found, _)| *found == id).map_or(0, |(_, count)| *count);
    let parts = |id: CategoryId| -> i64 {
        all.iter().filter(|part| part.parent == Some(id)).map(|part| own(part.id)).sum()
    };
    let totals: Vec<i64> = all.iter().map(|category| own(category.id) + parts(category.id)).collect();
    let with_count = all.into_iter().zip(totals).map(|(category, count)| Counted { category, count });
    with_count.filter(|counted| counted.count > 0).collect()
}

/// The newest of the market that others show to this person.
///
/// # Errors
/// When the database fails.
pub async fn newest(app: &App, actor: &Actor, exchange: &Exchange, limit: usize) -> Result<Vec<Listing>> {
    let Some(circle) = circle(actor, exchange) else { return Ok(Vec::new()) };
    let view = View { exchange: exchange.id, now: app.clock.now(), circle };
    let mut listings = filtered(&mut app.db.read().await?, view, (&Wanted::default(), None)).await?;
    listings.retain(|listing| !actor.operates(listing.account));
    listings.truncate(limit);
    veil(&mut listings, circle);
    Ok(listings)
}

/// The favourites of a member of one's own that are shown to this person, the latest first.
pub(crate) async fn favourites(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (owner, limit): (MemberId, i64),
) -> Result<Vec<Listing>> {
    let Some(circle) = circle(actor, exchange) else { return Ok(Vec::new()) };
    let view = View { exchange: exchange.id, now: app.clock.now(), circle };
    let mut listings = shown::favourites(&mut app.db.read().await?, view, (owner, limit)).await?;
    veil(&mut listings, circle);
    Ok(listings)
}

/// What a member shows to this person, newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_member(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    member: MemberId,
) -> Result<Vec<Listing>> {
    let Some(circle) = circle(actor, exchange) else { return Ok(Vec::new()) };
    let now = app.clock.now();
    let mut listings = shown::of_member(&mut app.db.read().await?, member).await?;
    listings.retain(|listing| listing.exchange == exchange.id && is_shown(listing, circle, now));
    veil(&mut listings, circle);
    Ok(listings)
}

/// Everything of one's own, hidden and ended too, newest first.
///
/// # Errors
/// [`Error::NotAllowed`] and [`Error::NotFound`] for anyone but the member.
pub async fn mine(app: &App, actor: &Actor, exchange: ExchangeId, member: MemberId) -> Result<Vec<Listing>> {
    actor.may(Action::EditListing, Subject::member(exchange, member))?;
    Ok(shown::of_member(&mut app.db.read().await?, member).await?)
}

/// One listing: for its owner and the exchange's administrators however it stands, for others while it is shown to them.
///
/// # Errors
/// [`Error::NotFound`]; visitors hear [`Error::NotAllowed`] with `error-sign-in-first` instead, whether it is there or not.
pub async fn listing(app: &App, actor: &Actor, exchange: &Exchange, uuid: Uuid) -> Result<Seen> {
    let mut tx = app.db.read().await?;
    let found = shown::get(&mut tx, uuid).await?;
    let found = found.filter(|found| found.exchange == exchange.id && found.state != State::Removed);
    let now = app.clock.now();
    let circle = circle(actor, exchange);
    let visible = found.filter(|found| {
        actor.operates(found.account)
            || actor.can(Action::StopListing, Subject::exchange(exchange.id))
            || circle.is_some_and(|circle| is_shown(found, circle, now))
    });
    let Some(listing) = visible else {
        actor.signed_in()?;
        return Err(Error::NotFound);
    };
    let mine = actor.operates(listing.account);
    let circle = if mine { Sight::Exchange } else { circle.unwrap_or(Sight::Everyone) };
    let mut others = shown::of_member(&mut tx, listing.member).await?;
    others.retain(|other| other.uuid != uuid && is_shown(other, circle, now));
    if circle == Sight::Everyone {
        // Put together they would say whose they are.
        others.clear();
    }
    let rows = store::transfers::settling(&mut tx, uuid, TRADES).await?;
    let rows = rows.into_iter().filter(|row| trades::may_see(actor, row).is_ok()).collect();
    let trades = trades::requests(&mut tx, rows).await?;
    let categories = line_of(categories::all(&mut tx, exchange.id).await?, listing.category);
    let mut seen = Seen { standing: standing(&listing, now), listing, categories, mine, trades, others };
    veil(std::slice::from_mut(&mut seen.listing), circle);
    Ok(seen)
}

/// A category behind its parent.
fn line_of(all: Vec<Category>, id: CategoryId) -> Vec<Category> {
    let own = all.iter().find(|category| category.id == id).cloned();
    let parent = own.as_ref().and_then(|own| all.iter().find(|category| Some(category.id) == own.parent));
    parent.cloned().into_iter().chain(own).collect()
}

/// Whether a listing is shown to a circle: the same as the store's pages say.
fn is_shown(listing: &Listing, circle: Sight, now: Instant) -> bool {
    standing(listing, now) == Standing::Shown
        && (listing.sight == Sight::Everyone || circle != Sight::Everyone)
        && listing.member_state == members::State::Active
        && listing.account_state == "active"
}

/// Visitors see no names, faces or numbers: what is offered, not by whom.
fn veil(listings: &mut [Listing], circle: Sight) {
    if circle != Sight::Everyone {
        return;
    }
    for listing in listings {
        for text in [&mut listing.name, &mut listing.portrait, &mut listing.number] {
            text.clear();
        }
    }
}
