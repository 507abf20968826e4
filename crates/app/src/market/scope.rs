//! Where is looked: in one's own exchange, in another of the server, or in all that everyone may see.
//!
//! What belongs to linked exchanges will be a scope of its own once there are links; until then that set is empty.

use std::collections::HashMap;

use ledger::id::ExchangeId;
use ledger::time::Instant;
use ledger::unit::Unit;
use store::Tx;
use store::areas::AreaId;
pub use store::exchanges::Open;
use store::listings::Sight;
use store::listings::shown::{self, Listing, View};
use store::members::MemberId;

use super::finding::Ground;
use crate::actor::{Action, Actor, Subject};
use crate::error::Result;
use crate::points::{Away, Origin, Point};
use crate::{App, accounts};

/// Where is looked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// In the exchange whose page it is.
    #[default]
    Own,
    /// In all exchanges of the server.
    Everywhere,
    /// In another exchange of the server, by its code.
    Exchange(String),
}

/// An exchange that something comes from which was found elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// Which.
    pub exchange: Open,
    /// What it counts in.
    pub unit: Unit,
}

/// The exchanges that are searched.
pub(super) type Grounds = HashMap<ExchangeId, Ground>;

/// Who asks: what distances and circles count by.
#[derive(Clone, Copy)]
pub(super) struct Asker<'a> {
    pub(super) actor: &'a Actor,
    /// The exchange whose page it is.
    pub(super) exchange: ExchangeId,
    /// The circle there.
    pub(super) circle: Sight,
}

/// The other exchanges that can be looked in, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn others(app: &App, exchange: ExchangeId) -> Result<Vec<Open>> {
    others_of(&mut app.db.read().await?, exchange).await
}

pub(super) async fn others_of(tx: &mut Tx, exchange: ExchangeId) -> Result<Vec<Open>> {
    let mut others = store::exchanges::open(tx).await?;
    others.retain(|other| other.id != exchange);
    Ok(others)
}

/// What is searched by this scope, of these other exchanges that show something to everyone.
pub(super) async fn grounds(
    tx: &mut Tx,
    asker: Asker<'_>,
    (scope, others): (&Scope, &[Open]),
) -> Result<Grounds> {
    let mut grounds = home(tx, (asker.exchange, asker.circle)).await?;
    if *scope == Scope::Own {
        return Ok(grounds);
    }
    let at: HashMap<ExchangeId, Point> = store::points::of_exchanges(tx).await?.into_iter().collect();
    if *scope != Scope::Everywhere {
        grounds.clear();
    }
    for other in others {
        if *scope == Scope::Everywhere || *scope == Scope::Exchange(other.code.clone()) {
            let belongs = asker.actor.can(Action::SeeListings, Subject::exchange(other.id));
            let circle = if belongs { Sight::Exchange } else { Sight::Everyone };
            grounds.insert(other.id, Ground { circle, point: at.get(&other.id).copied() });
        }
    }
    Ok(grounds)
}

/// One exchange alone.
pub(super) async fn home(tx: &mut Tx, (exchange, circle): (ExchangeId, Sight)) -> Result<Grounds> {
    let point = store::points::of_exchange(tx, exchange).await?;
    Ok(Grounds::from([(exchange, Ground { circle, point })]))
}

/// Which of these listings are shown on these grounds, in any order.
pub(super) async fn shown_on(
    tx: &mut Tx,
    grounds: &Grounds,
    (ids, now): (&[i64], Instant),
    area: Option<AreaId>,
) -> Result<Vec<Listing>> {
    let mut rows = Vec::new();
    for (exchange, ground) in grounds.iter().filter(|(_, ground)| ground.circle != Sight::Everyone) {
        let view = View { exchange: *exchange, now, circle: ground.circle };
        rows.extend(shown::some(tx, view, ids, area).await?);
    }
    if grounds.values().any(|ground| ground.circle == Sight::Everyone) {
        let outside =
            |row: &Listing| grounds.get(&row.exchange).is_some_and(|ground| ground.circle == Sight::Everyone);
        rows.extend(shown::open(tx, now, ids).await?.into_iter().filter(outside));
    }
    Ok(rows)
}

/// How far away each of these is, as far as that says anything: a page at most. Where neither the reader nor the owner has said
/// more than which exchange they are in, it does not.
pub(super) async fn measured(
    tx: &mut Tx,
    (origin, exchange): (Option<Origin>, ExchangeId),
    grounds: &Grounds,
    listings: &[Listing],
) -> Result<Vec<Option<Away>>> {
    let Some(origin) = origin else { return Ok(vec![None; listings.len()]) };
    let known = |listing: &&Listing| {
        grounds.get(&listing.exchange).is_some_and(|ground| ground.circle != Sight::Everyone)
    };
    let members: Vec<MemberId> = listings.iter().filter(known).map(|listing| listing.member).collect();
    let said: HashMap<MemberId, Point> = store::points::of_members(tx, &members).await?.into_iter().collect();
    let away = |listing: &Listing| {
        let own = said.get(&listing.member).copied().filter(|_| known(&listing));
        let home = grounds.get(&listing.exchange).and_then(|ground| ground.point);
        let home = home.filter(|_| origin.is_own || listing.exchange != exchange);
        Some(Away::between(origin.point, own.or(home)?))
    };
    Ok(listings.iter().map(away).collect())
}

/// The exchanges that these come from, but for the reader's own.
pub(super) async fn foreign(app: &App, others: &[Open], listings: &[Listing]) -> Result<Vec<Foreign>> {
    let mut all = Vec::new();
    for other in others.iter().filter(|other| listings.iter().any(|listing| listing.exchange == other.id)) {
        let unit = accounts::policy(app, other.id).await?.unit;
        all.push(Foreign { exchange: other.clone(), unit });
    }
    Ok(all)
}
