//! Counters that brake guessing and flooding. They outlive a restart.

use ledger::time::Instant;

use crate::error::Result;
use crate::tx::Tx;

/// What a counter says after one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// How many since then, this one included.
    pub count: i64,
    /// When the counting began.
    pub since: Instant,
}

/// Counts one more. A count that began before `window_start` begins anew.
///
/// # Errors
/// When the database refuses.
pub async fn add(tx: &mut Tx, key: &str, now: Instant, window_start: Instant) -> Result<Count> {
    let (count, since): (i64, i64) = on!(tx, conn => sqlx::query_as(
        "INSERT INTO brakes (key, count, since) VALUES ($1, 1, $2)
         ON CONFLICT (key) DO UPDATE SET
             count = CASE WHEN brakes.since < $3 THEN 1 ELSE brakes.count + 1 END,
             since = CASE WHEN brakes.since < $3 THEN excluded.since ELSE brakes.since END
         RETURNING count, since")
        .bind(key).bind(now.0).bind(window_start.0).fetch_one(conn).await)?;
    Ok(Count { count, since: Instant(since) })
}

/// Takes one back that should not have counted.
///
/// # Errors
/// When the database refuses.
pub async fn take_back(tx: &mut Tx, key: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE brakes SET count = count - 1 WHERE key = $1 AND count > 0")
        .bind(key).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Forgets a counter.
///
/// # Errors
/// When the database refuses.
pub async fn clear(tx: &mut Tx, key: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM brakes WHERE key = $1").bind(key).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Forgets every counter that began before this instant.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM brakes WHERE since < $1").bind(before.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}
