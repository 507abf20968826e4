//! Accounts.

use std::collections::HashMap;

use ledger::account::{Acceptance, Kind, Overrides, State};
use ledger::{AccountId, Instant, Policy};
use store::Tx;
use store::accounts::AccountRow;
use store::exchanges::Exchange;
use store::lists::accounts::{By, Filter};
use store::lists::{Cut, Direction};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};

/// Lookups that one network, or one user from elsewhere, may make within an hour.
const LOOKUPS: i64 = 1200;

/// Which accounts are wanted.
#[derive(Clone, Debug)]
pub struct Accounts {
    /// Their names outside; none: all.
    pub uuids: Option<Vec<Uuid>>,
    /// Their numbers; none: all.
    pub numbers: Option<Vec<String>>,
    /// Their states; none: the active ones, unless some are named.
    pub states: Option<Vec<State>>,
    /// What they are sorted by.
    pub by: (By, Direction),
    /// Which part.
    pub cut: Cut,
}

impl Accounts {
    /// Whether single ones are named.
    fn names_some(&self) -> bool {
        self.uuids.is_some() || self.numbers.is_some()
    }
}

/// An account as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountView {
    /// The account.
    pub row: AccountRow,
    /// Whether its balance and limits may be seen.
    pub shows_numbers: bool,
    /// Who operates it, outside; none: that may not be seen, or was not asked.
    pub operators: Option<Vec<Uuid>>,
}

/// A part of an exchange's accounts. Members see all; everybody may look single ones up, and sees no numbers.
///
/// # Errors
/// [`Error::NotAllowed`] for strangers who name none, [`Error::Busy`] after very many lookups.
pub async fn accounts(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    wanted: &Accounts,
    network: &str,
) -> Result<Vec<AccountView>> {
    let here = Subject::exchange(exchange.id);
    let is_inside = actor.can(Action::SeeDirectory, here);
    if !is_inside {
        if !wanted.names_some() {
            actor.may(Action::SeeDirectory, here)?;
        }
        count_lookup(app, actor, network)?;
    }
    let policy = crate::accounts::policy(app, exchange.id).await?;
    let sees_all = actor.can(Action::SeeStatementAny, here);
    // The order would tell what is not shown.
    let by = match wanted.by {
        (By::Number | By::Opened, _) => wanted.by,
        _ if sees_all || (is_inside && !policy.hides_records) => wanted.by,
        (_, direction) => (By::Number, direction),
    };
    let states = wanted.states.clone();
    let filter = Filter {
        exchange: exchange.id,
        uuids: wanted.uuids.clone(),
        numbers: wanted.numbers.clone(),
        states: states.or_else(|| (!wanted.names_some()).then(|| vec![State::Active])),
        by,
        cut: wanted.cut,
    };
    let mut tx = app.db.read().await?;
    let rows = store::lists::accounts::page(&mut tx, &filter).await?;
    let operators = operators(&mut tx, actor, &rows).await?;
    Ok(rows.into_iter().map(|row| seen(actor, &policy, row, &operators)).collect())
}

/// One account, by its name outside, for everybody. What was closed is no longer there.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Busy`] after very many lookups.
pub async fn account(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    uuid: Uuid,
    network: &str,
) -> Result<AccountView> {
    if !actor.can(Action::SeeDirectory, Subject::exchange(exchange.id)) {
        count_lookup(app, actor, network)?;
    }
    let policy = crate::accounts::policy(app, exchange.id).await?;
    let mut tx = app.db.read().await?;
    let found = store::lists::accounts::by_uuid(&mut tx, exchange.id, uuid).await?;
    let found = found.filter(|row| row.state != State::Closed && row.kind != Kind::Virtual);
    let row = found.ok_or(Error::NotFound)?;
    let operators = operators(&mut tx, actor, std::slice::from_ref(&row)).await?;
    Ok(seen(actor, &policy, row, &operators))
}

/// These accounts of an exchange, however they stand, by their ids: sides of transfers that somebody sees.
///
/// # Errors
/// When the database fails.
pub async fn some_accounts(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    ids: &[AccountId],
) -> Result<HashMap<AccountId, AccountView>> {
    let policy = crate::accounts::policy(app, exchange.id).await?;
    let rows = store::lists::accounts::some(&mut app.db.read().await?, ids).await?;
    let view = |row: AccountRow| (row.id, seen(actor, &policy, row, &HashMap::new()));
    Ok(rows.into_iter().map(view).collect())
}

/// An account's own answers to the exchange's switches, and the accounts whose requests it accepts at once, by their names
/// outside: for those who operate it, and for administrators.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone else.
pub async fn answers(app: &App, actor: &Actor, row: &AccountRow) -> Result<(Overrides, Vec<Uuid>)> {
    if !actor.operates(row.id) && !actor.is_service() {
        actor.may(Action::SetLimits, Subject::account(row.exchange, row.id))?;
    }
    let overrides = row.account()?.overrides;
    let accepted = match &overrides.acceptance {
        Some(Acceptance::From(ids)) => store::lists::accounts::some(&mut app.db.read().await?, ids).await?,
        Some(Acceptance::Asked | Acceptance::Everything | Acceptance::AfterDays(_)) | None => Vec::new(),
    };
    Ok((overrides, accepted.into_iter().map(|row| row.uuid).collect()))
}

/// The accounts of an exchange with these names outside, in any order; those that are not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn ids(app: &App, exchange: &Exchange, uuids: &[Uuid]) -> Result<HashMap<Uuid, AccountId>> {
    let filter = Filter {
        exchange: exchange.id,
        uuids: Some(uuids.to_vec()),
        numbers: None,
        states: None,
        by: (By::Number, Direction::Ascending),
        cut: Cut { offset: 0, limit: i64::try_from(uuids.len()).unwrap_or(i64::MAX) },
    };
    let rows = store::lists::accounts::page(&mut app.db.read().await?, &filter).await?;
    Ok(rows.into_iter().map(|row| (row.uuid, row.id)).collect())
}

/// That this person may take a table of all accounts away: administrators.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone else.
pub fn may_take_accounts_away(actor: &Actor, exchange: &Exchange) -> Result<()> {
    actor.may(Action::SeeAdministration, Subject::exchange(exchange.id))?;
    actor.fresh()
}

/// How often each account of an exchange traded from a moment up to another.
///
/// # Errors
/// When the database fails.
pub async fn trades_between(
    app: &App,
    exchange: &Exchange,
    span: (Instant, Instant),
) -> Result<HashMap<AccountId, i64>> {
    let rows = store::lists::accounts::trades_between(&mut app.db.read().await?, exchange.id, span).await?;
    Ok(rows.into_iter().map(|row| (row.account, row.count)).collect())
}

/// The rules of an exchange, for its members.
///
/// # Errors
/// [`Error::NotAllowed`] for strangers, [`Error::NotFound`] before it is at work.
pub async fn rules(app: &App, actor: &Actor, exchange: &Exchange) -> Result<Policy> {
    actor.may(Action::SeeDirectory, Subject::exchange(exchange.id))?;
    crate::accounts::policy(app, exchange.id).await
}

/// Who operates these accounts, as far as this person may know.
async fn operators(tx: &mut Tx, actor: &Actor, rows: &[AccountRow]) -> Result<HashMap<AccountId, Vec<Uuid>>> {
    let known = |row: &&AccountRow| {
        let subject = Subject::account(row.exchange, row.id);
        actor.operates(row.id) || actor.can(Action::SeeStatementAny, subject)
    };
    let ids: Vec<AccountId> = rows.iter().filter(known).map(|row| row.id).collect();
    let mut found: HashMap<AccountId, Vec<Uuid>> = ids.iter().map(|id| (*id, Vec::new())).collect();
    for operator in store::lists::operators(tx, &ids).await? {
        found.entry(operator.account).or_default().push(operator.user);
    }
    Ok(found)
}

fn seen(
    actor: &Actor,
    policy: &Policy,
    row: AccountRow,
    operators: &HashMap<AccountId, Vec<Uuid>>,
) -> AccountView {
    let subject = Subject::account(row.exchange, row.id);
    let shows_numbers = actor.operates(row.id)
        || actor.can(Action::SeeStatementAny, subject)
        || (!policy.hides_records && actor.can(Action::SeeMember, subject));
    AccountView { shows_numbers, operators: operators.get(&row.id).cloned(), row }
}

fn count_lookup(app: &App, actor: &Actor, network: &str) -> Result<()> {
    let counted = actor.user().map_or(network.to_owned(), |user| user.id.0.to_string());
    let brake = Brake { purpose: "account-lookup", counted: &counted, limit: LOOKUPS, window_s: 3600 };
    brake::press_lightly(app, &[brake])
}
