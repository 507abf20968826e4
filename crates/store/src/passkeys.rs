//! Passkeys: what is kept of them, by user.

use ledger::id::UserId;
use ledger::time::Instant;
use uuid::Uuid;

use crate::error::Result;
use crate::tx::Tx;

row! {
    /// A passkey.
    pub struct Passkey {
        /// Names it in lists.
        pub uuid: Uuid,
        /// Whose it is.
        pub user_id: UserId,
        /// What the device calls it.
        pub credential: Vec<u8>,
        /// What the person calls it.
        pub name: String,
        /// JSON of its public key and counter.
        pub kept: String,
        /// When it was made.
        pub made_at: Instant,
        /// When it was last used.
        pub used_at: Option<Instant>,
    }
}

/// Keeps a passkey.
///
/// # Errors
/// [`crate::Error::Taken`] when it is known already.
pub async fn insert(tx: &mut Tx, passkey: &Passkey) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO passkeys (uuid, user_id, credential, name, kept, made_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(passkey.uuid).bind(passkey.user_id.0).bind(&passkey.credential).bind(&passkey.name)
        .bind(&passkey.kept).bind(passkey.made_at.0).bind(passkey.used_at.map(|at| at.0))
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// A user's passkeys, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_user(tx: &mut Tx, user: UserId) -> Result<Vec<Passkey>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT uuid, user_id, credential, name, kept, made_at, used_at FROM passkeys
         WHERE user_id = $1 ORDER BY made_at, uuid")
        .bind(user.0).fetch_all(conn).await)?)
}

/// The passkey that a device calls so.
///
/// # Errors
/// When the database does not answer.
pub async fn by_credential(tx: &mut Tx, credential: &[u8]) -> Result<Option<Passkey>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT uuid, user_id, credential, name, kept, made_at, used_at FROM passkeys WHERE credential = $1")
        .bind(credential).fetch_optional(conn).await)?)
}

/// Notes that a passkey was used, with what is kept of it from now on, and tells whether it is still there.
///
/// # Errors
/// When the database refuses.
pub async fn used(tx: &mut Tx, uuid: Uuid, kept: &str, now: Instant) -> Result<bool> {
    let used = on!(tx, conn => sqlx::query("UPDATE passkeys SET kept = $2, used_at = $3 WHERE uuid = $1")
        .bind(uuid).bind(kept).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(used > 0)
}

/// Calls a user's passkey otherwise, and tells whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn rename(tx: &mut Tx, user: UserId, uuid: Uuid, name: &str) -> Result<bool> {
    let renamed = on!(tx, conn => sqlx::query("UPDATE passkeys SET name = $3 WHERE user_id = $1 AND uuid = $2")
        .bind(user.0).bind(uuid).bind(name).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(renamed > 0)
}

/// Forgets a user's passkey, and tells whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, user: UserId, uuid: Uuid) -> Result<bool> {
    let removed = on!(tx, conn => sqlx::query("DELETE FROM passkeys WHERE user_id = $1 AND uuid = $2")
        .bind(user.0).bind(uuid).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(removed > 0)
}

/// Forgets all of a user's passkeys.
///
/// # Errors
/// When the database refuses.
pub async fn remove_all(tx: &mut Tx, user: UserId) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM passkeys WHERE user_id = $1")
        .bind(user.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}
