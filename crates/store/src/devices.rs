//! Browsers on which somebody has signed in before.

use ledger::id::UserId;
use ledger::time::Instant;

use crate::error::Result;
use crate::tx::Tx;

/// Notes a sign-in on a browser that the user is known on, and tells whether it was one.
///
/// # Errors
/// When the database refuses.
pub async fn touch(tx: &mut Tx, user: UserId, token_hash: &[u8], now: Instant) -> Result<bool> {
    let known = on!(tx, conn => sqlx::query("UPDATE devices SET seen_at = $3 WHERE user_id = $1 AND token_hash = $2")
        .bind(user.0).bind(token_hash).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(known > 0)
}

/// Whether the user has signed in on any browser before.
///
/// # Errors
/// When the database does not answer.
pub async fn has_any(tx: &mut Tx, user: UserId) -> Result<bool> {
    let (count,): (i64,) = on!(tx, conn => sqlx::query_as("SELECT count(*) FROM devices WHERE user_id = $1")
        .bind(user.0).fetch_one(conn).await)?;
    Ok(count > 0)
}

/// Knows the user on a further browser.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, user: UserId, token_hash: &[u8], now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("INSERT INTO devices (user_id, token_hash, seen_at) VALUES ($1, $2, $3)
         ON CONFLICT (user_id, token_hash) DO NOTHING")
        .bind(user.0).bind(token_hash).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Forgets browsers that nobody has signed in on since this instant.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM devices WHERE seen_at < $1")
        .bind(before.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}
