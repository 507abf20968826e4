//! Transfers of an exchange.

use ledger::id::{AccountId, ExchangeId};
use ledger::time::Instant;
use sqlx::QueryBuilder;

use super::{Cut, Direction};
use crate::error::Result;
use crate::members::directory::containing;
use crate::transfers::{TransferRow, select_transfers};
use crate::tx::Tx;

/// What transfers are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// When they were made.
    Created,
    /// When they were decided, or else made.
    Updated,
}

/// Which transfers are wanted. Withdrawn ones never are.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Where.
    pub exchange: ExchangeId,
    /// One of these is a side of it; none: whosever.
    pub of: Option<Vec<AccountId>>,
    /// One of these is a side of it as well; none: whosever.
    pub side: Option<Vec<AccountId>>,
    /// One of these gives units; none: whoever.
    pub payer: Option<Vec<AccountId>>,
    /// One of these gets units; none: whoever.
    pub payee: Option<Vec<AccountId>>,
    /// A part of the description, in whichever case; empty: all.
    pub words: String,
    /// The earliest that it may have been updated.
    pub from: Instant,
    /// It was updated before this.
    pub before: Instant,
    /// What they are sorted by.
    pub by: (By, Direction),
    /// Which part.
    pub cut: Cut,
}

impl Filter {
    /// The shortest of the lists of accounts, from whose statements everything that is wanted can be had.
    fn narrowest(&self) -> Option<&Vec<AccountId>> {
        [&self.of, &self.side, &self.payer, &self.payee].into_iter().flatten().min_by_key(|list| list.len())
    }
}

/// Adds a condition that one of two columns, or one, is one of a list of accounts.
macro_rules! sided {
    ($sql:ident, $list:expr, $first:literal $(, $second:literal)?) => {
        if let Some(list) = $list {
            $sql.push(concat!(" AND (", $first, " IN ("));
            listed!($sql, list);
            $( $sql.push(concat!(" OR ", $second, " IN ("));
               listed!($sql, list); )?
            $sql.push(")");
        }
    };
}

/// Adds a list of accounts, and closes it.
macro_rules! listed {
    ($sql:ident, $list:expr) => {{
        let mut binds = $sql.separated(", ");
        for account in $list {
            binds.push_bind(account.0);
        }
        $sql.push(")");
    }};
}

/// A part of the transfers of an exchange. Where accounts are named, their statements are walked back instead of going through
/// all that the exchange has.
///
/// # Errors
/// When the database does not answer.
pub async fn page(tx: &mut Tx, filter: &Filter) -> Result<Vec<TransferRow>> {
    if [&filter.of, &filter.side, &filter.payer, &filter.payee].into_iter().flatten().any(Vec::is_empty) {
        return Ok(Vec::new());
    }
    let (by, direction) = filter.by;
    let (inner, outer) = match by {
        By::Created => ("x.created_at", "t.created_at"),
        By::Updated => ("coalesce(x.decided_at, x.created_at)", "coalesce(t.decided_at, t.created_at)"),
    };
    let pattern = containing(&filter.words.to_lowercase());
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(select_transfers!(
            "WHERE t.id IN (SELECT x.id FROM transfers x WHERE x.state <> 'deleted' AND x.exchange = "));
        sql.push_bind(filter.exchange.0);
        if let Some(accounts) = filter.narrowest() {
            sql.push(" AND x.id IN (WITH RECURSIVE walk (transfer, previous) AS (
                SELECT e.transfer, e.previous FROM accounts a JOIN entries e ON e.id = a.last_entry WHERE a.id IN (");
            listed!(sql, accounts);
            sql.push(" UNION ALL SELECT e.transfer, e.previous FROM walk w JOIN entries e ON e.id = w.previous)
                SELECT transfer FROM walk UNION ALL SELECT u.id FROM transfers u WHERE u.number IS NULL AND u.exchange = ");
            sql.push_bind(filter.exchange.0).push(")");
        }
        sided!(sql, &filter.of, "x.payer", "x.payee");
        sided!(sql, &filter.side, "x.payer", "x.payee");
        sided!(sql, &filter.payer, "x.payer");
        sided!(sql, &filter.payee, "x.payee");
        if !filter.words.is_empty() {
            sql.push(" AND lower(x.description) LIKE ").push_bind(pattern.clone()).push(" ESCAPE '!'");
        }
        sql.push(" AND coalesce(x.decided_at, x.created_at) >= ").push_bind(filter.from.0);
        sql.push(" AND coalesce(x.decided_at, x.created_at) < ").push_bind(filter.before.0);
        sql.push(" ORDER BY ").push(inner).push(direction.sql()).push(", x.id").push(direction.sql());
        sql.push(" LIMIT ").push_bind(filter.cut.limit).push(" OFFSET ").push_bind(filter.cut.offset).push(")");
        sql.push(" ORDER BY ").push(outer).push(direction.sql()).push(", t.id").push(direction.sql());
        sql.build_query_as().fetch_all(conn).await
    })?)
}
