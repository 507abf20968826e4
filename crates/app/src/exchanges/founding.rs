//! The decision about an exchange that somebody wants to found.

use ledger::id::{ExchangeId, UserId};
use ledger::policy::Policy;
use store::members::{Kind, MemberId, NewMember, Profile};
use store::{By, Tx, roles};

use super::{Exchange, State};
use crate::App;
use crate::accounts;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act};
use crate::error::{Error, Result};
use crate::form::{Form, folded};
use crate::mail::Letter;
use crate::market;
use crate::members;
use crate::notices;

/// Opens an exchange: its journal begins, it gets its own account `ABCD0000`, and its founder becomes its first
/// administrator and its first member.
///
/// # Errors
/// [`Error::NotFound`] when it does not wait for a decision, [`Error::NotAllowed`] for anyone but the server's
/// administrators. After a failure in the middle it may be asked again.
pub async fn approve(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<()> {
    actor.may(Action::ApproveExchange, Subject::server())?;
    let waiting = waiting(&mut app.db.read().await?, exchange).await?;
    let policy: Policy = serde_json::from_str(&waiting.founding)?;
    let (account, _) = accounts::found(app, actor, exchange, policy).await?;

    let by = actor.by(app);
    let mut tx = app.db.write().await?;
    if !store::exchanges::decide(&mut tx, exchange, State::Active, by, "").await? {
        return Err(Error::NotFound);
    }
    let itself = add_member(&mut tx, app, &waiting, Kind::Administration).await?;
    store::members::welcome(&mut tx, itself, account, by).await?;
    roles::give(&mut tx, exchange, waiting.founder, roles::Role::Admin, by).await?;
    let first = add_member(&mut tx, app, &waiting, Kind::Individual).await?;
    let founder = store::users::get(&mut tx, waiting.founder).await?.ok_or(Error::NotFound)?;
    let letter = Letter::ExchangeApproved { code: waiting.code.clone(), exchange: waiting.name.clone() };
    notices::tell_user(&mut tx, app, &founder, letter).await?;
    market::found(&mut tx, app, exchange).await?;
    audit::server(&mut tx, app, actor, Act::ExchangeApproved, &waiting.code).await?;
    tx.commit().await?;

    let founder = Actor::of_user(app, waiting.founder).await?;
    members::welcome(app, &founder, first).await?;
    Ok(())
}

/// Declines an exchange; its founder is told why.
///
/// # Errors
/// As [`approve`], and [`Error::Wrong`] on field `reason`.
pub async fn decline(app: &App, actor: &Actor, exchange: ExchangeId, reason: &str) -> Result<()> {
    actor.may(Action::ApproveExchange, Subject::server())?;
    let mut form = Form::new();
    let reason = form.line("reason", reason, 400);
    form.finish()?;
    let by = actor.by(app);
    let mut tx = app.db.write().await?;
    let waiting = waiting(&mut tx, exchange).await?;
    store::exchanges::decide(&mut tx, exchange, State::Declined, by, &reason).await?;
    if let Some(founder) = store::users::get(&mut tx, waiting.founder).await? {
        let letter = Letter::ExchangeDeclined { exchange: waiting.name, reason };
        notices::tell_user(&mut tx, app, &founder, letter).await?;
    }
    audit::server(&mut tx, app, actor, Act::ExchangeDeclined, &waiting.code).await?;
    Ok(tx.commit().await?)
}

async fn waiting(tx: &mut Tx, exchange: ExchangeId) -> Result<Exchange> {
    let exchange = store::exchanges::get(tx, exchange).await?.ok_or(Error::NotFound)?;
    if exchange.state == State::Applied { Ok(exchange) } else { Err(Error::NotFound) }
}

/// Adds the exchange itself, or its founder, as a member to be welcomed; the founder operates both accounts.
async fn add_member(tx: &mut Tx, app: &App, exchange: &Exchange, kind: Kind) -> Result<MemberId> {
    let now = app.clock.now();
    let founder: UserId = exchange.founder;
    let name = match kind {
        Kind::Administration => exchange.name.clone(),
        _ => store::users::get(tx, founder).await?.ok_or(Error::NotFound)?.name,
    };
    let profile = Profile { name_key: folded(&name), name, ..Profile::default() };
    let new = NewMember {
        uuid: app.random.uuid(now)?,
        exchange: exchange.id,
        kind,
        application: "",
        invited_by: None,
        terms_version: exchange.terms_version,
        applied_at: now,
    };
    let member = store::members::insert(tx, &new, &profile).await?;
    store::members::operators::add(tx, member, founder, By { user: founder, at: now }).await?;
    Ok(member)
}
