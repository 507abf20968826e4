//! How the backups stand that servers make by themselves. There is one row, and whoever takes it makes the next one.

use ledger::time::Instant;

use crate::error::Result;
use crate::tx::Tx;

row! {
    /// How they stand.
    pub struct Backups {
        /// How far apart they are, in seconds; 0 when none are made.
        pub every_s: i64,
        /// When the next one is due.
        pub next_at: Instant,
        /// When the last one went wrong, unless it went well.
        pub failed_at: Option<Instant>,
        /// Why.
        pub failure: String,
        /// When the last good one was made.
        pub made_at: Option<Instant>,
        /// Where it is.
        pub place: String,
        /// How large it is.
        pub bytes: i64,
        /// How many rows it holds.
        pub row_count: i64,
        /// When it had been read back whole.
        pub checked_at: Option<Instant>,
    }
}

/// A good backup.
#[derive(Clone, Copy, Debug)]
pub struct Good<'a> {
    /// When its snapshot was taken.
    pub made_at: Instant,
    /// Where it is.
    pub place: &'a str,
    /// How large it is.
    pub bytes: i64,
    /// How many rows it holds.
    pub row_count: i64,
    /// When it had been read back whole.
    pub checked_at: Instant,
}

/// How they stand, if a server ever planned any.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx) -> Result<Option<Backups>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT every_s, next_at, failed_at, failure, made_at, place, bytes, row_count, checked_at
         FROM backups WHERE name = 'scheduled'")
        .fetch_optional(conn).await)?)
}

/// Plans them so many seconds apart, 0 for none. The next one is due so long after the last good one.
///
/// # Errors
/// When the database refuses.
pub async fn plan(tx: &mut Tx, every_s: i64, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO backups (name, every_s, next_at) VALUES ('scheduled', $1, $2)
         ON CONFLICT (name) DO UPDATE SET every_s = $1, next_at = coalesce(backups.made_at + $1 * 1000000, $2)")
        .bind(every_s).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes the turn until then, when a backup is due and nobody is at it. Tells whether it was to be had.
///
/// # Errors
/// When the database refuses.
pub async fn take(tx: &mut Tx, now: Instant, until: Instant) -> Result<bool> {
    // Whoever comes second on PostgreSQL waits for the first, sees the row afresh, and passes it over.
    let taken = on!(tx, conn => sqlx::query(
        "UPDATE backups SET held_until = $2
         WHERE name = 'scheduled' AND every_s > 0 AND next_at <= $1 AND held_until <= $1")
        .bind(now.0).bind(until.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(taken > 0)
}

/// Keeps the turn until then.
///
/// # Errors
/// When the database refuses.
pub async fn keep(tx: &mut Tx, until: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE backups SET held_until = $1 WHERE name = 'scheduled'")
        .bind(until.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes a good backup and gives the turn back.
///
/// # Errors
/// When the database refuses.
pub async fn made(tx: &mut Tx, good: Good<'_>) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE backups SET held_until = 0, failed_at = NULL, failure = '', next_at = $1 + every_s * 1000000,
                made_at = $1, place = $2, bytes = $3, row_count = $4, checked_at = $5
         WHERE name = 'scheduled'")
        .bind(good.made_at.0).bind(good.place).bind(good.bytes).bind(good.row_count).bind(good.checked_at.0)
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes why there was no backup, and gives the turn back; it is tried again then.
///
/// # Errors
/// When the database refuses.
pub async fn failed(tx: &mut Tx, why: &str, now: Instant, next_at: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE backups SET held_until = 0, failed_at = $2, failure = $1, next_at = $3 WHERE name = 'scheduled'")
        .bind(why).bind(now.0).bind(next_at.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}
