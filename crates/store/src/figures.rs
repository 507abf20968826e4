//! Statements: an exchange's figures, summed over its journal and accounts.

use ledger::{ExchangeId, Instant};

use crate::error::Result;
use crate::tx::Tx;

row! {
    /// What was traded between two moments.
    pub struct Traded {
        /// Which span of time: 0 is the first.
        pub span: i64,
        /// Trades counted and not reversed.
        pub trades: i64,
        /// Their prices together.
        pub volume: i64,
    }
}

row! {
    /// How an exchange's members stand.
    pub struct Standing {
        /// Active members, the exchange itself not counted.
        pub members: i64,
        /// Those of them who traded since the moment asked for.
        pub trading: i64,
        /// All balances together, the exchange's own account included: zero.
        pub sum: i64,
        /// The balances above zero together: what is in use.
        pub in_use: i64,
        /// The balance of the exchange's own account.
        pub own: i64,
    }
}

/// The number of the last transfer that was counted before a moment; 0 if none was. Time never runs backwards along a
/// journal, so that a few looks by number find it.
///
/// # Errors
/// When the database does not answer.
pub async fn number_at(tx: &mut Tx, exchange: ExchangeId, moment: Instant) -> Result<i64> {
    let last: Option<(i64,)> = on!(tx, conn => sqlx::query_as("SELECT number FROM journals WHERE exchange = $1")
        .bind(exchange.0).fetch_optional(conn).await)?;
    let (mut before, mut after) = (0, last.map_or(0, |(number,)| number) + 1);
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        let found: Option<(i64,)> = on!(tx, conn => sqlx::query_as(
            "SELECT decided_at FROM transfers WHERE exchange = $1 AND number = $2")
            .bind(exchange.0).bind(middle).fetch_optional(conn).await)?;
        if found.is_some_and(|(at,)| at < moment.0) {
            before = middle;
        } else {
            after = middle;
        }
    }
    Ok(before)
}

/// What an exchange traded in twelve spans of time, which thirteen moments bound. What was reversed, or reverses, does not
/// count; spans without trades are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn traded(tx: &mut Tx, exchange: ExchangeId, bounds: &[Instant; 13]) -> Result<Vec<Traded>> {
    let [first, .., last] = bounds;
    let (after, upto) = (number_at(tx, exchange, *first).await?, number_at(tx, exchange, *last).await?);
    let [_, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, _] = bounds;
    Ok(on!(tx, conn => {
        let mut sql = sqlx::query_as(
            "SELECT s.span, count(*) AS trades, CAST(coalesce(sum(s.amount), 0) AS BIGINT) AS volume FROM (
                SELECT t.amount, CAST(CASE
                    WHEN t.decided_at < $4 THEN 0 WHEN t.decided_at < $5 THEN 1 WHEN t.decided_at < $6 THEN 2
                    WHEN t.decided_at < $7 THEN 3 WHEN t.decided_at < $8 THEN 4 WHEN t.decided_at < $9 THEN 5
                    WHEN t.decided_at < $10 THEN 6 WHEN t.decided_at < $11 THEN 7 WHEN t.decided_at < $12 THEN 8
                    WHEN t.decided_at < $13 THEN 9 WHEN t.decided_at < $14 THEN 10 ELSE 11 END AS BIGINT) AS span
                FROM transfers t WHERE t.exchange = $1 AND t.number > $2 AND t.number <= $3 AND t.kind <> 'reversal'
                AND NOT EXISTS (SELECT 1 FROM transfers r WHERE r.corrects = t.uuid AND r.kind = 'reversal'
                    AND r.state = 'committed')) s
             GROUP BY s.span ORDER BY s.span")
            .bind(exchange.0).bind(after).bind(upto);
        for bound in [b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11] {
            sql = sql.bind(bound.0);
        }
        sql.fetch_all(conn).await
    })?)
}

/// How an exchange's members stand, and who of them traded since a moment.
///
/// # Errors
/// When the database does not answer.
pub async fn standing(tx: &mut Tx, exchange: ExchangeId, since: Instant) -> Result<Standing> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT CAST(coalesce(sum(CASE WHEN m.id IS NULL THEN 0 ELSE 1 END), 0) AS BIGINT) AS members,
            CAST(coalesce(sum(CASE WHEN m.id IS NOT NULL AND (a.provided_last >= $2 OR a.received_last >= $2)
                THEN 1 ELSE 0 END), 0) AS BIGINT) AS trading,
            CAST(coalesce(sum(a.balance), 0) AS BIGINT) AS sum,
            CAST(coalesce(sum(CASE WHEN a.balance > 0 THEN a.balance ELSE 0 END), 0) AS BIGINT) AS in_use,
            CAST(coalesce(sum(CASE WHEN a.kind = 'administration' THEN a.balance ELSE 0 END), 0) AS BIGINT) AS own
         FROM accounts a LEFT JOIN members m ON m.account = a.id AND m.state = 'active' AND m.kind <> 'administration'
         WHERE a.exchange = $1")
        .bind(exchange.0).bind(since.0).fetch_one(conn).await)?)
}
