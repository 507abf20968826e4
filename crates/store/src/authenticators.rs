//! Authenticators (apps that show a code every half a minute) and their recovery codes.

use ledger::id::UserId;
use ledger::time::Instant;

use crate::error::Result;
use crate::tx::Tx;

row! {
    /// A user's authenticator.
    pub struct Authenticator {
        /// Whose it is.
        pub user_id: UserId,
        /// The secret, sealed.
        pub secret: Vec<u8>,
        /// When it was set up.
        pub made_at: Instant,
        /// When its first code was typed; none: it does not count yet.
        pub confirmed_at: Option<Instant>,
        /// The step of the last code used.
        pub last_step: i64,
    }
}

/// Begins to set one up, in place of one that was begun before. One that works already stays, and false is told.
///
/// # Errors
/// When the database refuses.
pub async fn begin(tx: &mut Tx, user: UserId, secret: &[u8], now: Instant) -> Result<bool> {
    let begun = on!(tx, conn => sqlx::query(
        "INSERT INTO authenticators (user_id, secret, made_at) VALUES ($1, $2, $3)
         ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at, last_step = 0
         WHERE authenticators.confirmed_at IS NULL")
        .bind(user.0).bind(secret).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(begun > 0)
}

/// The user's authenticator, whether it works already or not.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, user: UserId) -> Result<Option<Authenticator>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT user_id, secret, made_at, confirmed_at, last_step FROM authenticators WHERE user_id = $1")
        .bind(user.0).fetch_optional(conn).await)?)
}

/// Makes one that was begun work.
///
/// # Errors
/// When the database refuses.
pub async fn confirm(tx: &mut Tx, user: UserId, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE authenticators SET confirmed_at = $2 WHERE user_id = $1 AND confirmed_at IS NULL")
        .bind(user.0).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Uses a step up, and tells whether this was the first to do so.
///
/// # Errors
/// When the database refuses.
pub async fn use_step(tx: &mut Tx, user: UserId, step: i64) -> Result<bool> {
    let used = on!(tx, conn => sqlx::query(
        "UPDATE authenticators SET last_step = $2 WHERE user_id = $1 AND last_step < $2")
        .bind(user.0).bind(step).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(used > 0)
}

/// Forgets the user's authenticator, and tells whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, user: UserId) -> Result<bool> {
    let removed = on!(tx, conn => sqlx::query("DELETE FROM authenticators WHERE user_id = $1")
        .bind(user.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(removed > 0)
}

/// Whose authenticators there are.
///
/// # Errors
/// When the database does not answer.
pub async fn users(tx: &mut Tx) -> Result<Vec<UserId>> {
    let rows: Vec<(i64,)> = on!(tx, conn =>
        sqlx::query_as("SELECT user_id FROM authenticators ORDER BY user_id").fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(user,)| UserId(user)).collect())
}

/// Replaces the user's recovery codes by those with these hashes.
///
/// # Errors
/// When the database refuses.
pub async fn set_codes(tx: &mut Tx, user: UserId, hashes: &[[u8; 32]]) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM recovery_codes WHERE user_id = $1")
        .bind(user.0).execute(conn).await.map(|_| ()))?;
    for hash in hashes {
        on!(tx, conn => sqlx::query("INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2)")
            .bind(user.0).bind(&hash[..]).execute(conn).await.map(|_| ()))?;
    }
    Ok(())
}

/// How many recovery codes the user has left.
///
/// # Errors
/// When the database does not answer.
pub async fn codes_left(tx: &mut Tx, user: UserId) -> Result<i64> {
    let (left,): (i64,) = on!(tx, conn => sqlx::query_as("SELECT count(*) FROM recovery_codes WHERE user_id = $1")
        .bind(user.0).fetch_one(conn).await)?;
    Ok(left)
}

/// Uses a recovery code up, and tells whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn use_code(tx: &mut Tx, user: UserId, hash: &[u8]) -> Result<bool> {
    let used = on!(tx, conn => sqlx::query("DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2")
        .bind(user.0).bind(hash).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(used > 0)
}
