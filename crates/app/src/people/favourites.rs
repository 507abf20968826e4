//! Favourites: members and listings that somebody wants to find again. They are their owner's alone, and what is no longer shown
//! to the owner is not shown here either.

use ledger::id::ExchangeId;
use store::Tx;
use store::exchanges::Exchange;
use store::listings::shown::Listing;
use store::members::{Kind, MemberId, State};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::market;
use crate::members::{self, Listed};

/// Favourites of each kind that are shown, the latest first.
const MOST: i64 = 300;

/// What a member wants to find again, the latest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Favourites {
    /// Members who still are.
    pub members: Vec<Listed>,
    /// Listings that are shown.
    pub listings: Vec<Listing>,
}

/// Whether something is kept as a favourite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// The favourites of a member of one's own.
///
/// # Errors
/// [`Error::NotAllowed`] and [`Error::NotFound`] for anyone but the member.
pub async fn favourites(app: &App, actor: &Actor, exchange: &Exchange, own: MemberId) -> Result<Favourites> {
    may(actor, exchange.id, own)?;
    let members = members::favourites(app, actor, exchange.id, (own, MOST)).await?;
    let listings = market::favourites(app, actor, exchange, (own, MOST)).await?;
    Ok(Favourites { members, listings })
}

/// Keeps a member of the same exchange as a favourite, or no longer. Once more changes nothing.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the owner, [`Error::NotFound`] when there is no such member for this person.
pub async fn set_member(
    app: &App,
    actor: &Actor,
    (exchange, own): (ExchangeId, MemberId),
    (other, keep): (MemberId, Keep),
) -> Result<()> {
    may(actor, exchange, own)?;
    let mut tx = app.db.write().await?;
    match keep {
        Keep::No => store::favourites::remove_member(&mut tx, own, other).await?,
        Keep::Yes => {
            let found = members::get(&mut tx, other).await?;
            let is_there = found.exchange == exchange && found.state == State::Active && found.id != own;
            if !is_there || found.kind == Kind::Administration {
                return Err(Error::NotFound);
            }
            store::favourites::add_member(&mut tx, own, other, app.clock.now()).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Keeps a listing that is shown to the person as a favourite, or no longer. Once more changes nothing.
///
/// # Errors
/// As [`set_member`].
pub async fn set_listing(
    app: &App,
    actor: &Actor,
    (exchange, own): (&Exchange, MemberId),
    (listing, keep): (Uuid, Keep),
) -> Result<()> {
    may(actor, exchange.id, own)?;
    let seen = market::listing(app, actor, exchange, listing).await?;
    let mut tx = app.db.write().await?;
    let id = seen.listing.id;
    match keep {
        Keep::No => store::favourites::remove_listing(&mut tx, own, id).await?,
        Keep::Yes => store::favourites::add_listing(&mut tx, own, id, app.clock.now()).await?,
    }
    Ok(tx.commit().await?)
}

/// Whether a member is a favourite of one's own member.
///
/// # Errors
/// As [`favourites`].
pub async fn has_member(
    app: &App,
    actor: &Actor,
    (exchange, own): (ExchangeId, MemberId),
    other: MemberId,
) -> Result<bool> {
    may(actor, exchange, own)?;
    let mut tx: Tx = app.db.read().await?;
    Ok(store::favourites::has_member(&mut tx, own, other).await?)
}

/// Whether a listing, by its id inside, is a favourite of one's own member.
///
/// # Errors
/// As [`favourites`].
pub async fn has_listing(
    app: &App,
    actor: &Actor,
    (exchange, own): (ExchangeId, MemberId),
    listing: i64,
) -> Result<bool> {
    may(actor, exchange, own)?;
    let mut tx: Tx = app.db.read().await?;
    Ok(store::favourites::has_listing(&mut tx, own, listing).await?)
}

fn may(actor: &Actor, exchange: ExchangeId, own: MemberId) -> Result<()> {
    actor.may(Action::KeepFavourites, Subject::member(exchange, own))
}
