//! The weekly digest: when each exchange's next is due.

use ledger::id::ExchangeId;
use ledger::time::Instant;

use crate::error::Result;
use crate::exchanges::State;
use crate::tx::Tx;

row! {
    /// An exchange whose digest is due, or that has none planned yet.
    pub struct Due {
        /// Whose.
        pub exchange: ExchangeId,
        /// Where it is, as in `Europe/London`.
        pub time_zone: String,
        /// When it was planned for; none: not yet.
        pub due_at: Option<Instant>,
        /// What was told before this instant.
        pub since: Option<Instant>,
    }
}

/// The exchanges at work whose digest is due, or that have none planned.
///
/// # Errors
/// When the database does not answer.
pub async fn due(tx: &mut Tx, now: Instant, limit: i64) -> Result<Vec<Due>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT e.id AS exchange, e.time_zone, d.due_at, d.since FROM exchanges e LEFT JOIN digests d ON d.exchange = e.id
         WHERE e.state = $2 AND (d.due_at IS NULL OR d.due_at <= $1) ORDER BY e.id LIMIT $3")
        .bind(now.0).bind(State::Active.as_str()).bind(limit).fetch_all(conn).await)?)
}

/// Plans an exchange's first digest, unless another process has.
///
/// # Errors
/// When the database refuses.
pub async fn plan(tx: &mut Tx, exchange: ExchangeId, due_at: Instant, since: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO digests (exchange, due_at, since) VALUES ($1, $2, $3) ON CONFLICT (exchange) DO NOTHING")
        .bind(exchange.0).bind(due_at.0).bind(since.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes the digest that was due at `was`, and plans the next; answers whether it is this caller's to write.
///
/// # Errors
/// When the database refuses.
pub async fn take(
    tx: &mut Tx,
    exchange: ExchangeId,
    was: Instant,
    (due_at, since): (Instant, Instant),
) -> Result<bool> {
    let taken = on!(tx, conn => sqlx::query(
        "UPDATE digests SET due_at = $3, since = $4 WHERE exchange = $1 AND due_at = $2")
        .bind(exchange.0).bind(was.0).bind(due_at.0).bind(since.0)
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(taken > 0)
}
