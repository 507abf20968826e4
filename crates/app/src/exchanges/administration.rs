//! What administrators see first, and what the server's see of exchanges.

use std::collections::HashMap;

use ledger::Policy;
use ledger::id::ExchangeId;
use store::members::Kind;
use store::members::directory::{self, Search};

use super::{Exchange, State};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::people::reports;

/// What waits in an exchange, and how large it is. What this administrator may not see is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overview {
    /// People who ask to join.
    pub applicants: usize,
    /// Open objections.
    pub objections: Option<usize>,
    /// Reports that wait for this administrator, 200 at most.
    pub reports: Option<usize>,
    /// Requests that wait for their payers, 200 at most.
    pub requests: Option<usize>,
    /// Active members.
    pub members: i64,
}

/// What waits for the administrators of an exchange.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone else.
pub async fn overview(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Overview> {
    let subject = Subject::exchange(exchange);
    actor.may(Action::SeeAdministration, subject)?;
    let mut tx = app.db.read().await?;
    let mut overview = Overview {
        applicants: store::members::applicants(&mut tx, exchange).await?.len(),
        objections: None,
        reports: None,
        requests: None,
        members: store::members::count(&mut tx, exchange).await?,
    };
    if actor.can(Action::SettleObjection, subject) {
        overview.objections = Some(store::objections::open(&mut tx, exchange).await?.len());
    }
    if actor.can(Action::SettleReport, subject) {
        overview.reports = Some(reports::waiting(&mut tx, actor, exchange).await?);
    }
    if actor.can(Action::SeeTradeAny, subject) {
        overview.requests = Some(store::transfers::waiting_in(&mut tx, exchange, 200).await?.len());
    }
    Ok(overview)
}

/// Two members whose names show what a rule does, and the price of two hours between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Who provides, if the exchange has members at all.
    pub giver: Option<String>,
    /// Who receives.
    pub receiver: Option<String>,
    /// The price, in units of 10^-scale; a round number.
    pub price: i64,
    /// The rules in force.
    pub policy: Policy,
}

/// Two named people and a real amount, to show what a rule does.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but administrators.
pub async fn example(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Example> {
    actor.may(Action::SeeAdministration, Subject::exchange(exchange))?;
    let mut tx = app.db.read().await?;
    let policy = store::journals::get(&mut tx, exchange).await?.ok_or(Error::NotFound)?.policy;
    let some = directory::page(&mut tx, exchange, &Search { limit: 20, ..Search::default() }).await?;
    let mut names = some.into_iter().filter(|line| line.kind == Kind::Individual).map(|line| line.name);
    let price = policy.unit.from_hours(2).max(1);
    Ok(Example { giver: names.next(), receiver: names.next(), price, policy })
}

/// An exchange in the list of the server's administrators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtWork {
    /// The exchange.
    pub exchange: Exchange,
    /// Its active members.
    pub members: i64,
}

/// The exchanges at work, by name, with how many members they have.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the server's administrators.
pub async fn at_work(app: &App, actor: &Actor) -> Result<Vec<AtWork>> {
    actor.may(Action::SeeServer, Subject::server())?;
    let mut tx = app.db.read().await?;
    let counts: HashMap<ExchangeId, i64> = store::members::counts(&mut tx).await?.into_iter().collect();
    let exchanges = store::exchanges::in_state(&mut tx, State::Active).await?;
    let with_count = |exchange: Exchange| AtWork {
        members: counts.get(&exchange.id).copied().unwrap_or_default(),
        exchange,
    };
    Ok(exchanges.into_iter().map(with_count).collect())
}
