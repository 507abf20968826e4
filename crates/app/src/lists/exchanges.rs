//! Exchanges.

use std::collections::HashMap;

use ledger::{ExchangeId, Policy};
use store::exchanges::{Exchange, State};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::Result;
use crate::exchanges;
use crate::market;

/// An exchange with its rules.
#[derive(Clone, Debug)]
pub struct Community {
    /// The exchange.
    pub exchange: Exchange,
    /// Its rules; none before it is at work.
    pub policy: Option<Policy>,
}

/// The exchanges at work, by name; those that wait or were declined too for the administrators of the server who ask for them.
///
/// # Errors
/// [`crate::Error::NotAllowed`] for anyone else who asks for those.
pub async fn communities(app: &App, actor: &Actor, states: &[State]) -> Result<Vec<Community>> {
    if states.iter().any(|state| *state != State::Active) {
        actor.may(Action::SeeServer, Subject::server())?;
    }
    let mut tx = app.db.read().await?;
    let mut found = Vec::new();
    for state in states {
        found.extend(store::exchanges::in_state(&mut tx, *state).await?);
    }
    let mut communities = Vec::with_capacity(found.len());
    for exchange in found {
        let policy = store::journals::get(&mut tx, exchange.id).await?.map(|journal| journal.policy);
        communities.push(Community { exchange, policy });
    }
    Ok(communities)
}

/// The exchange of a code, as far as this person may know of it.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn community(app: &App, actor: &Actor, code: &str) -> Result<Community> {
    let exchange = exchanges::by_code(app, actor, code).await?;
    let policy = store::journals::get(&mut app.db.read().await?, exchange.id).await?;
    Ok(Community { exchange, policy: policy.map(|journal| journal.policy) })
}

/// Whether this person may list an exchange's members.
#[must_use]
pub fn may_list_members(actor: &Actor, exchange: &Exchange) -> bool {
    actor.can(Action::SeeDirectory, Subject::exchange(exchange.id))
}

/// Who administers these exchanges, by their names outside.
///
/// # Errors
/// When the database fails.
pub async fn administrators(app: &App, exchanges: &[ExchangeId]) -> Result<HashMap<ExchangeId, Vec<Uuid>>> {
    let mut found: HashMap<ExchangeId, Vec<Uuid>> = HashMap::new();
    for one in store::lists::administrators(&mut app.db.read().await?, exchanges).await? {
        found.entry(one.exchange).or_default().push(one.user);
    }
    Ok(found)
}

/// How much there is in an exchange.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Active members, itself not counted.
    pub members: i64,
    /// Its categories.
    pub categories: i64,
    /// Offers that this person sees.
    pub offers: i64,
    /// Wants that this person sees.
    pub wants: i64,
}

/// How much there is in an exchange, as far as this person sees it.
///
/// # Errors
/// When the database fails.
pub async fn counts(app: &App, actor: &Actor, exchange: &Exchange) -> Result<Counts> {
    let mut tx = app.db.read().await?;
    let members = store::members::count(&mut tx, exchange.id).await?;
    let categories = store::categories::of_exchange(&mut tx, exchange.id).await?;
    let (offers, wants) = match market::circle(actor, exchange) {
        Some(circle) => store::lists::posts::counts(&mut tx, exchange.id, circle, app.clock.now()).await?,
        None => (0, 0),
    };
    let categories = i64::try_from(categories.len()).unwrap_or(i64::MAX);
    Ok(Counts { members, categories, offers, wants })
}

/// How many offers and wants of each category this person sees, by the category's name outside.
///
/// # Errors
/// When the database fails.
pub async fn by_category(app: &App, actor: &Actor, exchange: &Exchange) -> Result<HashMap<Uuid, (i64, i64)>> {
    let Some(circle) = market::circle(actor, exchange) else { return Ok(HashMap::new()) };
    let mut tx = app.db.read().await?;
    let rows = store::lists::posts::by_category(&mut tx, exchange.id, circle, app.clock.now()).await?;
    Ok(rows.into_iter().map(|row| (row.category, (row.offers, row.wants))).collect())
}
