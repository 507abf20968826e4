//! What programs that act for people are let in by: refresh tokens, codes that work once, and the keys that sign.

use ledger::id::UserId;
use ledger::time::Instant;
use uuid::Uuid;

use crate::error::Result;
use crate::tx::Tx;

row! {
    /// A refresh token, known by its hash.
    pub struct RefreshToken {
        /// The session that it goes on with.
        pub session: Uuid,
        /// When it was used; none: it still works.
        pub used_at: Option<Instant>,
    }
}

/// Gives a session a refresh token.
///
/// # Errors
/// When the database refuses.
pub async fn insert_refresh(
    tx: &mut Tx,
    token_hash: &[u8],
    session: Uuid,
    expires_at: Instant,
) -> Result<()> {
    on!(tx, conn => sqlx::query("INSERT INTO refresh_tokens (token_hash, session, expires_at) VALUES ($1, $2, $3)")
        .bind(token_hash).bind(session).bind(expires_at.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The refresh token of a hash, used or not, unless its time is over.
///
/// # Errors
/// When the database does not answer.
pub async fn find_refresh(tx: &mut Tx, token_hash: &[u8], now: Instant) -> Result<Option<RefreshToken>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT session, used_at FROM refresh_tokens WHERE token_hash = $1 AND expires_at > $2")
        .bind(token_hash).bind(now.0).fetch_optional(conn).await)?)
}

/// Uses a refresh token up; tells whether this was the first time.
///
/// # Errors
/// When the database refuses.
pub async fn use_refresh(tx: &mut Tx, token_hash: &[u8], now: Instant) -> Result<bool> {
    let used = on!(tx, conn => sqlx::query(
        "UPDATE refresh_tokens SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2")
        .bind(token_hash).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(used > 0)
}

row! {
    /// Whom a code lets in, and to do what.
    pub struct EntryCode {
        /// Who.
        pub user_id: UserId,
        /// What for, as words between spaces.
        pub scope: String,
    }
}

/// Makes a code.
///
/// # Errors
/// When the database refuses.
pub async fn insert_code(tx: &mut Tx, code_hash: &[u8], code: &EntryCode, expires_at: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("INSERT INTO entry_codes (code_hash, user_id, scope, expires_at) VALUES ($1, $2, $3, $4)")
        .bind(code_hash).bind(code.user_id.0).bind(&code.scope).bind(expires_at.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes a code away and gives it to the one who was first.
///
/// # Errors
/// When the database refuses.
pub async fn take_code(tx: &mut Tx, code_hash: &[u8], now: Instant) -> Result<Option<EntryCode>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "DELETE FROM entry_codes WHERE code_hash = $1 AND expires_at > $2 RETURNING user_id, scope")
        .bind(code_hash).bind(now.0).fetch_optional(conn).await)?)
}

/// Makes all codes of a user stop working.
///
/// # Errors
/// When the database refuses.
pub async fn void_codes(tx: &mut Tx, user: UserId) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM entry_codes WHERE user_id = $1").bind(user.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

row! {
    /// A key that signs.
    pub struct SigningKey {
        /// Its name in what it signs.
        pub kid: String,
        /// The private key, PKCS #1, sealed.
        pub sealed: Vec<u8>,
        /// The public key's modulus, big-endian.
        pub modulus: Vec<u8>,
        /// Its exponent, big-endian.
        pub exponent: Vec<u8>,
        /// When it was made.
        pub made_at: Instant,
    }
}

/// Keeps a key.
///
/// # Errors
/// When the database refuses.
pub async fn insert_key(tx: &mut Tx, key: &SigningKey) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO signing_keys (kid, sealed, modulus, exponent, made_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(&key.kid).bind(&key.sealed).bind(&key.modulus).bind(&key.exponent).bind(key.made_at.0)
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The keys that were made since an instant, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn keys(tx: &mut Tx, since: Instant) -> Result<Vec<SigningKey>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT kid, sealed, modulus, exponent, made_at FROM signing_keys WHERE made_at >= $1 ORDER BY made_at DESC, kid")
        .bind(since.0).fetch_all(conn).await)?)
}

/// Forgets all keys: what they signed counts no longer.
///
/// # Errors
/// When the database refuses.
pub async fn forget_keys(tx: &mut Tx) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM signing_keys").execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Forgets what no longer works, and keys that were made before an instant.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, now: Instant, keys_before: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM refresh_tokens WHERE expires_at <= $1")
        .bind(now.0).execute(conn).await.map(|_| ()))?;
    on!(tx, conn => sqlx::query("DELETE FROM entry_codes WHERE expires_at <= $1")
        .bind(now.0).execute(conn).await.map(|_| ()))?;
    on!(tx, conn => sqlx::query("DELETE FROM signing_keys WHERE made_at < $1")
        .bind(keys_before.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}
