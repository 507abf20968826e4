//! Accounts: opened, changed and closed by the teller, since the ledger's rules read all of it.

use ledger::account::{Kind, Limit, Overrides, State};
use ledger::transfer::{Acting, Authority, Words};
use ledger::{Account, AccountId, Act, ExchangeId, Instruction, Policy, Refusal, What};
use store::accounts::AccountRow;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};

mod requests;

pub use requests::{AcceptForm, Accepting, DAYS_MAX, accepting, set_accepting};

/// An account's limits, as an administrator sets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How far below zero.
    pub floor: Option<Limit>,
    /// How far above.
    pub ceiling: Option<Limit>,
    /// How far receipts widen the floor.
    pub growth_cap: Option<i64>,
}

/// Opens an account with the next free number and the policy's limits.
///
/// # Errors
/// [`Error::Refused`] by the ledger.
pub async fn open(app: &App, actor: &Actor, exchange: ExchangeId, kind: Kind) -> Result<(AccountId, String)> {
    actor.may(Action::WelcomeMembers, Subject::exchange(exchange))?;
    open_as(app, authority(actor, exchange, Acting::Admin), exchange, kind).await
}

async fn open_as(app: &App, by: Authority, exchange: ExchangeId, kind: Kind) -> Result<(AccountId, String)> {
    let mut tx = app.db.write().await?;
    let code = store::exchanges::get(&mut tx, exchange).await?.ok_or(Error::NotFound)?.code;
    let account = AccountId(tx.id(store::Series::Accounts).await?);
    let digits = if kind == Kind::Administration {
        0
    } else {
        store::accounts::next_number(&mut tx, exchange).await?
    };
    // Committed before the teller is asked: a number that is not used after all is never given again, which is right.
    tx.commit().await?;
    let number = format!("{code}{digits:04}");
    let uuid = app.random.uuid(app.clock.now())?;
    let act = Act::OpenAccount { account, uuid, number: number.clone(), kind };
    act_on(app, by, (exchange, act), "").await?;
    Ok((account, number))
}

/// Begins an exchange's journal with its founding policy, and opens its own account `ABCD0000`. Asking again after a
/// failure gives the same account.
///
/// # Errors
/// [`Error::Refused`] by the ledger.
pub async fn found(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    policy: Policy,
) -> Result<(AccountId, String)> {
    actor.may(Action::ApproveExchange, Subject::server())?;
    let mut tx = app.db.write().await?;
    let begun = store::journals::get(&mut tx, exchange).await?;
    if begun.is_none() {
        store::journals::insert(&mut tx, exchange, &policy).await?;
    }
    tx.commit().await?;
    if let Some(own) = begun.and_then(|begun| begun.own_account) {
        let row = store::accounts::get(&mut app.db.read().await?, own).await?.ok_or(Error::NotFound)?;
        return Ok((row.id, row.number));
    }
    let by = authority(actor, exchange, Acting::Server);
    let act = Act::SetPolicy { policy: Box::new(policy) };
    act_on(app, by.clone(), (exchange, act), "").await?;
    open_as(app, by, exchange, Kind::Administration).await
}

/// Closes an account for good, for its holder or an administrator.
///
/// # Errors
/// [`Error::Refused`] by the ledger: the balance must be zero.
pub async fn close(app: &App, actor: &Actor, account: AccountId, reason: &str) -> Result<()> {
    set_state(app, actor, account, State::Closed, reason).await
}

/// Lets an account rest, wakes, suspends or closes it. Holders may rest, wake and close their own; nobody lifts their own
/// suspension.
///
/// # Errors
/// [`Error::NotAllowed`], or [`Error::Refused`] by the ledger.
pub async fn set_state(
    app: &App,
    actor: &Actor,
    account: AccountId,
    state: State,
    reason: &str,
) -> Result<()> {
    let row = row(app, account).await?;
    let subject = Subject::account(row.exchange, account);
    let own = if state == State::Closed { Action::Leave } else { Action::RestAccount };
    let acting = if actor.can(own, subject) && actor.operates(account) {
        Acting::Holder(account)
    } else {
        actor.may(Action::SetState, subject)?;
        if row.state == State::Suspended {
            not_for_oneself(actor, &row)?;
        }
        Acting::Admin
    };
    act_on(
        app,
        authority(actor, row.exchange, acting),
        (row.exchange, Act::SetState { account, state }),
        reason,
    )
    .await
}

/// Locks an account, so that it may be credited only, or lifts the lock. Nobody lifts the lock of an account that they
/// operate.
///
/// # Errors
/// [`Error::NotAllowed`], or [`Error::Refused`] by the ledger.
pub async fn set_lock(app: &App, actor: &Actor, account: AccountId, lock: Lock, reason: &str) -> Result<()> {
    let row = row(app, account).await?;
    actor.may(Action::SetLock, Subject::account(row.exchange, account))?;
    if lock == Lock::Free {
        not_for_oneself(actor, &row)?;
    }
    let by = authority(actor, row.exchange, Acting::Admin);
    let act = Act::SetLock { account, locked: lock == Lock::CreditOnly };
    act_on(app, by, (row.exchange, act), reason).await
}

/// That this person does not decide for an account that they operate. The exchange's own is all administrators'.
fn not_for_oneself(actor: &Actor, row: &AccountRow) -> Result<()> {
    if actor.operates(row.id) && row.kind != Kind::Administration {
        return Err(Error::NotAllowed("error-not-for-yourself"));
    }
    Ok(())
}

/// Whether an account is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// It may be credited only.
    CreditOnly,
    /// It may be credited and debited.
    Free,
}

/// Changes an account's limits. Nobody changes those of an account that they operate.
///
/// # Errors
/// [`Error::NotAllowed`], or [`Error::Refused`] by the ledger.
pub async fn set_limits(
    app: &App,
    actor: &Actor,
    account: AccountId,
    limits: Limits,
    reason: &str,
) -> Result<()> {
    let row = row(app, account).await?;
    actor.may(Action::SetLimits, Subject::account(row.exchange, account))?;
    actor.fresh()?;
    let by = authority(actor, row.exchange, Acting::Admin);
    let Limits { floor, ceiling, growth_cap } = limits;
    act_on(app, by, (row.exchange, Act::SetLimits { account, floor, ceiling, growth_cap }), reason).await
}

/// Changes an account's own answers to the exchange's switches: its holder, how requests are accepted; administrators, all.
///
/// # Errors
/// [`Error::NotAllowed`], or [`Error::Refused`] by the ledger.
pub async fn set_overrides(
    app: &App,
    actor: &Actor,
    account: AccountId,
    overrides: Overrides,
    reason: &str,
) -> Result<()> {
    let row = row(app, account).await?;
    let subject = Subject::account(row.exchange, account);
    let acting = if actor.operates(account) && actor.can(Action::SetOwnSwitches, subject) {
        Acting::Holder(account)
    } else {
        actor.may(Action::SetLimits, subject)?;
        actor.fresh()?;
        Acting::Admin
    };
    let by = authority(actor, row.exchange, acting);
    act_on(app, by, (row.exchange, Act::SetOverrides { account, overrides }), reason).await
}

/// The rules in force in an exchange.
///
/// # Errors
/// [`Error::NotFound`] when it has no journal yet.
pub async fn policy(app: &App, exchange: ExchangeId) -> Result<Policy> {
    let found = app.kept.policies.or_read(app, exchange, async |tx| {
        Ok(store::journals::get(tx, exchange).await?.map(|journal| journal.policy))
    });
    found.await?.ok_or(Error::NotFound)
}

/// Changes an exchange's rules. What was counted before stays as it was.
///
/// # Errors
/// [`Error::NotAllowed`], or [`Error::Refused`] by the ledger.
pub async fn set_policy(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    policy: Policy,
    reason: &str,
) -> Result<()> {
    actor.may(Action::SetPolicy, Subject::exchange(exchange))?;
    actor.fresh()?;
    let by = authority(actor, exchange, Acting::Admin);
    act_on(app, by, (exchange, Act::SetPolicy { policy: Box::new(policy) }), reason).await
}

/// An account as the rules see it, for those who may see its statement.
///
/// # Errors
/// [`Error::NotFound`] or [`Error::NotAllowed`].
pub async fn account(app: &App, actor: &Actor, id: AccountId) -> Result<Account> {
    let row = row(app, id).await?;
    may_see(actor, &row)?;
    Ok(row.account()?)
}

/// An account as the rules see it, for those who may change it.
///
/// # Errors
/// [`Error::NotFound`] or [`Error::NotAllowed`].
pub async fn administered(app: &App, actor: &Actor, id: AccountId) -> Result<Account> {
    let row = row(app, id).await?;
    actor.may(Action::SeeAdministration, Subject::account(row.exchange, id))?;
    Ok(row.account()?)
}

/// How many requests wait for this account's answer, for whoever operates it; nothing waits for others.
///
/// # Errors
/// When the database fails.
pub async fn waiting_count(app: &App, actor: &Actor, account: AccountId) -> Result<u32> {
    if !actor.operates(account) {
        return Ok(0);
    }
    let counted = app.kept.waiting.or_read(app, account, async |tx| {
        let count = store::transfers::count_waiting(tx, account).await?;
        Ok(Some(u32::try_from(count).unwrap_or(u32::MAX)))
    });
    Ok(counted.await?.unwrap_or(0))
}

/// Whose an account is, for members of its exchange, as a refusal names it.
///
/// # Errors
/// [`Error::NotFound`] for strangers, and when nobody holds it.
pub async fn holder_name(app: &App, actor: &Actor, account: AccountId) -> Result<String> {
    let mut tx = app.db.read().await?;
    let member = store::members::by_account(&mut tx, account).await?.ok_or(Error::NotFound)?;
    actor.may(Action::SeeMember, Subject::member(member.exchange, member.id))?;
    Ok(member.name)
}

/// That this person may see an account's statement: their own, a public one, or any as coordinator or administrator.
pub(crate) fn may_see(actor: &Actor, row: &AccountRow) -> Result<()> {
    let subject = Subject::account(row.exchange, row.id);
    let is_public = matches!(row.kind, Kind::Administration | Kind::Public);
    if (is_public && actor.can(Action::SeePublicStatement, Subject::exchange(row.exchange)))
        || (actor.operates(row.id) && actor.can(Action::SeeStatementOwn, subject))
    {
        return Ok(());
    }
    actor.may(Action::SeeStatementAny, subject)
}

async fn row(app: &App, account: AccountId) -> Result<AccountRow> {
    store::accounts::get(&mut app.db.read().await?, account).await?.ok_or(Error::NotFound)
}

/// Who asks the ledger, and as what.
pub(crate) fn authority(actor: &Actor, exchange: ExchangeId, acting: Acting) -> Authority {
    let here = actor.memberships().iter().filter(|membership| membership.exchange == exchange);
    Authority {
        user: actor.id(),
        acting,
        operates: here.filter_map(|membership| membership.account).collect(),
    }
}

async fn act_on(app: &App, by: Authority, (exchange, act): (ExchangeId, Act), reason: &str) -> Result<()> {
    let reason = words(app, reason)?;
    let what = What::Act { act: Box::new(act), reason };
    match app.teller.ask(Instruction { exchange, by, what }).await {
        Ok(_) => Ok(()),
        Err(Error::Refused(Refusal::UnknownAccount)) => Err(Error::NotFound),
        Err(error) => Err(error),
    }
}

/// Words with a fresh salt.
pub(crate) fn words(app: &App, text: &str) -> Result<Words> {
    let mut salt = [0; 16];
    app.random.fill(&mut salt)?;
    Ok(Words { text: text.trim().to_owned(), salt })
}
