//! What is shown to whom beside the pages of the market: one listing, those of a member, favourites.

use ledger::id::ExchangeId;
use ledger::time::Instant;
use store::Tx;
use store::categories::{Category, CategoryId};
use store::exchanges::Exchange;
use store::listings::shown::{self, Listing, Part, View};
use store::listings::{Sight, State};
use store::members::{self, MemberId};
use store::pictures::{Picture, State as PictureState};
use uuid::Uuid;

use super::bounds::circle;
use super::categories;
use super::reading::{PAGE, Position};
use super::scope;
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::points::{self, Away};
use crate::trades::{self, Request};

/// How many others of its owner a listing's page shows.
const OTHERS: i64 = 6;
/// How many trades of a listing are shown.
const TRADES: i64 = 20;

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
    /// Its pictures in their order, those that wait to be made too; for its owner also those that were refused.
    pub pictures: Vec<Picture>,
    /// What it is sorted under, its parent first.
    pub categories: Vec<Category>,
    /// Where it stands.
    pub standing: Standing,
    /// How far away it is, where that is known.
    pub away: Option<Away>,
    /// Whether the reader operates the owner's account.
    pub mine: bool,
    /// Trades that were recorded from it and that the reader may see, newest first.
    pub trades: Vec<Request>,
    /// The newest of what else its owner shows.
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

/// A page of what a member offers and wants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfMember {
    /// The listings, newest first.
    pub listings: Vec<Listing>,
    /// Where this page ends, if another follows.
    pub next: Option<Position>,
}

impl OfMember {
    /// A page, of which one more than it holds was asked for.
    fn page(mut listings: Vec<Listing>) -> Self {
        let more = listings.len() > PAGE;
        listings.truncate(PAGE);
        let last = listings.last().filter(|_| more);
        let next = last.map(|last| Position { at: last.created_at, id: last.id });
        Self { listings, next }
    }

    /// What the store is asked for behind the page before.
    fn part(after: Option<Position>) -> Part {
        let before = after.map(|position| (position.at, position.id));
        Part { before, limit: i64::try_from(PAGE).unwrap_or(i64::MAX) + 1 }
    }
}

/// A page of what a member shows to this person.
///
/// # Errors
/// When the database fails.
pub async fn of_member(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (member, after): (MemberId, Option<Position>),
) -> Result<OfMember> {
    let Some(circle) = circle(actor, exchange) else { return Ok(OfMember::default()) };
    let view = View { exchange: exchange.id, now: app.clock.now(), circle };
    let found = shown::by_member(&mut app.db.read().await?, view, member, OfMember::part(after)).await?;
    let mut page = OfMember::page(found);
    veil(&mut page.listings, circle);
    Ok(page)
}

/// A page of everything of one's own, hidden and ended too.
///
/// # Errors
/// [`Error::NotAllowed`] and [`Error::NotFound`] for anyone but the member.
pub async fn mine(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    (member, after): (MemberId, Option<Position>),
) -> Result<OfMember> {
    actor.may(Action::EditListing, Subject::member(exchange, member))?;
    let found = shown::of_member(&mut app.db.read().await?, member, OfMember::part(after)).await?;
    Ok(OfMember::page(found))
}

/// One listing: for its owner and the exchange's administrators however it stands, for others while it is shown to them.
///
/// # Errors
/// [`Error::NotFound`]; visitors hear [`Error::NotAllowed`] with `error-sign-in-first` instead, whether it is there or not.
pub async fn listing(app: &App, actor: &Actor, exchange: &Exchange, uuid: Uuid) -> Result<Seen> {
    let mut tx = app.db.read().await?;
    let Some(listing) = seen_by(&mut tx, (app, actor), exchange, uuid).await? else {
        actor.signed_in()?;
        return Err(Error::NotFound);
    };
    let (mine, now) = (actor.operates(listing.account), app.clock.now());
    let circle = if mine { Sight::Exchange } else { circle(actor, exchange).unwrap_or(Sight::Everyone) };
    let mut pictures = store::pictures::of_listing(&mut tx, listing.member, uuid).await?;
    pictures.retain(|picture| mine || picture.state != PictureState::Refused);
    let mut others = Vec::new();
    // Put together they would say to visitors whose they are.
    if circle != Sight::Everyone {
        let view = View { exchange: exchange.id, now, circle };
        let part = Part { before: None, limit: OTHERS + 1 };
        others = shown::by_member(&mut tx, view, listing.member, part).await?;
        others.retain(|other| other.uuid != uuid);
        others.truncate(usize::try_from(OTHERS).unwrap_or(usize::MAX));
    }
    let rows = store::transfers::settling(&mut tx, uuid, TRADES).await?;
    let rows = rows.into_iter().filter(|row| trades::may_see(actor, row).is_ok()).collect();
    let trades = trades::requests(&mut tx, rows).await?;
    let categories = line_of(categories::all(&mut tx, exchange.id).await?, listing.category);
    let origin = if mine { None } else { points::origin(&mut tx, actor, exchange.id).await? };
    let grounds = scope::home(&mut tx, (exchange.id, circle)).await?;
    let one = std::slice::from_ref(&listing);
    let away = scope::measured(&mut tx, (origin, exchange.id), &grounds, one).await?.pop().flatten();
    let standing = standing(&listing, now);
    let mut seen = Seen { standing, away, listing, pictures, categories, mine, trades, others };
    veil(std::slice::from_mut(&mut seen.listing), circle);
    Ok(seen)
}

/// A listing as it stands, if this person may see it: see [`listing`].
pub(crate) async fn seen_by(
    tx: &mut Tx,
    (app, actor): (&App, &Actor),
    exchange: &Exchange,
    uuid: Uuid,
) -> Result<Option<Listing>> {
    let found = shown::get(tx, uuid).await?;
    let (now, circle) = (app.clock.now(), circle(actor, exchange));
    Ok(found.filter(|found| {
        found.exchange == exchange.id
            && found.state != State::Removed
            && (actor.operates(found.account)
                || actor.can(Action::StopListing, Subject::exchange(exchange.id))
                || circle.is_some_and(|circle| is_shown(found, circle, now)))
    }))
}

/// A category behind its parent.
fn line_of(all: Vec<Category>, id: CategoryId) -> Vec<Category> {
    let own = all.iter().find(|category| category.id == id).cloned();
    let parent = own.as_ref().and_then(|own| all.iter().find(|category| Some(category.id) == own.parent));
    parent.cloned().into_iter().chain(own).collect()
}

/// Whether a listing is shown to a circle: the same as the store's pages say.
pub(super) fn is_shown(listing: &Listing, circle: Sight, now: Instant) -> bool {
    standing(listing, now) == Standing::Shown
        && (listing.sight == Sight::Everyone || circle != Sight::Everyone)
        && listing.member_state == members::State::Active
        && listing.account_state == "active"
}

/// Visitors see no names, faces or numbers: what is offered, not by whom.
pub(super) fn veil(listings: &mut [Listing], circle: Sight) {
    if circle != Sight::Everyone {
        return;
    }
    for listing in listings {
        for text in [&mut listing.name, &mut listing.portrait, &mut listing.number] {
            text.clear();
        }
    }
}
