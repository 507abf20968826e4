//! What was traded, and how many accounts there were, hour by hour.

use ledger::id::ExchangeId;
use ledger::time::Instant;

use crate::error::Result;
use crate::tx::Tx;

row! {
    /// What was traded within an hour.
    pub struct Hour {
        /// Hours since 1970-01-01 00:00 UTC.
        pub hour: i64,
        /// How many trades were counted.
        pub trades: i64,
        /// Their prices together.
        pub volume: i64,
    }
}

/// What an exchange traded from a moment up to another, in hours with trades; what was reversed, or reverses, does not count.
///
/// # Errors
/// When the database does not answer.
pub async fn hours(
    tx: &mut Tx,
    exchange: ExchangeId,
    (from, before): (Instant, Instant),
) -> Result<Vec<Hour>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT s.hour, count(*) AS trades, CAST(coalesce(sum(s.amount), 0) AS BIGINT) AS volume FROM (
            SELECT t.amount, t.decided_at / 3600000000 AS hour FROM transfers t
            WHERE t.exchange = $1 AND t.number IS NOT NULL AND t.decided_at >= $2 AND t.decided_at < $3
            AND t.kind <> 'reversal' AND NOT EXISTS (SELECT 1 FROM transfers r WHERE r.corrects = t.uuid
                AND r.kind = 'reversal' AND r.state = 'committed')) s
         GROUP BY s.hour ORDER BY s.hour")
        .bind(exchange.0).bind(from.0).bind(before.0).fetch_all(conn).await)?)
}

/// When the first transfer of an exchange was counted, if one was.
///
/// # Errors
/// When the database does not answer.
pub async fn first_trade(tx: &mut Tx, exchange: ExchangeId) -> Result<Option<Instant>> {
    let found: Option<(Option<i64>,)> = on!(tx, conn => sqlx::query_as(
        "SELECT t.decided_at FROM transfers t WHERE t.exchange = $1 AND t.number IS NOT NULL ORDER BY t.number LIMIT 1")
        .bind(exchange.0).fetch_optional(conn).await)?;
    Ok(found.and_then(|(at,)| at).map(Instant))
}

row! {
    /// From when to when there was an account.
    pub struct Life {
        /// When it was opened.
        pub opened_at: Instant,
        /// When it was closed, if it was.
        pub closed_at: Option<Instant>,
    }
}

/// From when to when an exchange had each of its accounts; those that mirror other exchanges are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn lives(tx: &mut Tx, exchange: ExchangeId) -> Result<Vec<Life>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT a.opened_at, CASE WHEN a.state <> 'closed' THEN NULL ELSE
            (SELECT max(c.at) FROM acts c WHERE c.account = a.id AND c.kind = 'set-state') END AS closed_at
         FROM accounts a WHERE a.exchange = $1 AND a.kind <> 'virtual'")
        .bind(exchange.0).fetch_all(conn).await)?)
}
