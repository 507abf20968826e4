//! Accounts of an exchange.

use ledger::account::State;
use ledger::id::{AccountId, ExchangeId};
use ledger::time::Instant;
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::{Cut, Direction, among};
use crate::accounts::{AccountRow, select_accounts};
use crate::error::Result;
use crate::tx::Tx;

/// What accounts are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The number.
    Number,
    /// The balance.
    Balance,
    /// How far below zero it may go; without bound: farthest.
    Floor,
    /// How far above zero it may go; without bound: farthest.
    Ceiling,
    /// When it began.
    Opened,
    /// When it last moved, or else began.
    Moved,
}

impl By {
    fn sql(self) -> &'static str {
        match self {
            Self::Number => "a.number",
            Self::Balance => "a.balance",
            Self::Floor => "-coalesce(a.floor, -9007199254740991)",
            Self::Ceiling => "coalesce(a.ceiling, 9007199254740991)",
            Self::Opened => "a.opened_at",
            Self::Moved => {
                "CASE WHEN coalesce(a.provided_last, a.opened_at) > coalesce(a.received_last, a.opened_at)
                 THEN coalesce(a.provided_last, a.opened_at) ELSE coalesce(a.received_last, a.opened_at) END"
            }
        }
    }
}

/// Which accounts are wanted. Those that mirror other exchanges, and closed ones, never are.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Where.
    pub exchange: ExchangeId,
    /// Their names outside; none: all.
    pub uuids: Option<Vec<Uuid>>,
    /// Their numbers; none: all.
    pub numbers: Option<Vec<String>>,
    /// Their states; none: all.
    pub states: Option<Vec<State>>,
    /// What they are sorted by.
    pub by: (By, Direction),
    /// Which part.
    pub cut: Cut,
}

/// A part of the accounts of an exchange.
///
/// # Errors
/// When the database does not answer.
pub async fn page(tx: &mut Tx, filter: &Filter) -> Result<Vec<AccountRow>> {
    let is_empty = |empty: Option<bool>| empty == Some(true);
    let states: Option<Vec<String>> =
        filter.states.as_ref().map(|states| states.iter().map(|state| word(*state).to_owned()).collect());
    if is_empty(filter.uuids.as_ref().map(Vec::is_empty))
        || is_empty(filter.numbers.as_ref().map(Vec::is_empty))
        || is_empty(states.as_ref().map(Vec::is_empty))
    {
        return Ok(Vec::new());
    }
    let (by, direction) = filter.by;
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(select_accounts!(
            "WHERE a.kind <> 'virtual' AND a.state <> 'closed' AND a.exchange = "));
        sql.push_bind(filter.exchange.0);
        among!(sql, "a.uuid", &filter.uuids);
        among!(sql, "a.number", &filter.numbers);
        among!(sql, "a.state", &states);
        sql.push(" ORDER BY ").push(by.sql()).push(direction.sql()).push(", a.id LIMIT ").push_bind(filter.cut.limit);
        sql.push(" OFFSET ").push_bind(filter.cut.offset);
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// These accounts, however they stand, in no particular order.
///
/// # Errors
/// When the database does not answer.
pub async fn some(tx: &mut Tx, ids: &[AccountId]) -> Result<Vec<AccountRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(select_accounts!("WHERE a.id IN ("));
        let mut list = sql.separated(", ");
        for id in ids {
            list.push_bind(id.0);
        }
        sql.push(")");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// The account of this name outside, in an exchange.
///
/// # Errors
/// When the database does not answer.
pub async fn by_uuid(tx: &mut Tx, exchange: ExchangeId, uuid: Uuid) -> Result<Option<AccountRow>> {
    Ok(on!(tx, conn => sqlx::query_as(select_accounts!("WHERE a.uuid = $1 AND a.exchange = $2"))
        .bind(uuid).bind(exchange.0).fetch_optional(conn).await)?)
}

/// The accounts of these names outside, in an exchange, however they stand; those that are not there are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn named(tx: &mut Tx, exchange: ExchangeId, uuids: &[Uuid]) -> Result<Vec<AccountId>> {
    if uuids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(i64,)> = on!(tx, conn => {
        let mut sql = QueryBuilder::new("SELECT a.id FROM accounts a WHERE a.exchange = ");
        sql.push_bind(exchange.0);
        among!(sql, "a.uuid", Some(uuids));
        sql.build_query_as().fetch_all(conn).await
    })?;
    Ok(rows.into_iter().map(|(id,)| AccountId(id)).collect())
}

row! {
    /// How often an account traded.
    pub struct Traded {
        /// The account.
        pub account: AccountId,
        /// How often.
        pub count: i64,
    }
}

/// How often each account of an exchange traded from a moment up to another; those that did not are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn trades_between(
    tx: &mut Tx,
    exchange: ExchangeId,
    (from, before): (Instant, Instant),
) -> Result<Vec<Traded>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT s.account, count(*) AS count FROM (
            SELECT t.payer AS account FROM transfers t
            WHERE t.exchange = $1 AND t.number IS NOT NULL AND t.decided_at >= $2 AND t.decided_at < $3
            UNION ALL SELECT t.payee FROM transfers t
            WHERE t.exchange = $1 AND t.number IS NOT NULL AND t.decided_at >= $2 AND t.decided_at < $3) s
         GROUP BY s.account")
        .bind(exchange.0).bind(from.0).bind(before.0).fetch_all(conn).await)?)
}

fn word(state: State) -> &'static str {
    match state {
        State::Active => "active",
        State::Disabled => "disabled",
        State::Suspended => "suspended",
        State::Closed => "closed",
    }
}
