//! Sign-ins that last: which browser is which user.

use ledger::id::UserId;
use ledger::time::Instant;
use uuid::Uuid;

use crate::error::Result;
use crate::members::MemberId;
use crate::tx::Tx;

words! {
    /// How somebody signed in, or proved later who they are when that was stronger.
    pub enum How {
        /// With the password alone.
        Password = "password",
        /// With the password and a code of the authenticator.
        Code = "code",
        /// With the password and a recovery code.
        Recovery = "recovery",
        /// With a passkey.
        Passkey = "passkey",
    }
}

row! {
    /// A session.
    pub struct Session {
        /// Names it in lists.
        pub uuid: Uuid,
        /// Whose it is.
        pub user_id: UserId,
        /// The member for whom the user acts for now.
        pub member: Option<MemberId>,
        /// When it began.
        pub created_at: Instant,
        /// When it was last used, roughly.
        pub seen_at: Instant,
        /// When it ends unless it is used.
        pub expires_at: Instant,
        /// What the browser calls itself.
        pub agent: String,
        /// How the user signed in.
        pub how: How,
        /// When the user last proved who they are.
        pub confirmed_at: Instant,
        /// The program that signed in for the user; empty: a browser.
        pub client: String,
        /// What the program may, as words between spaces.
        pub scope: String,
    }
}

/// Begins a session.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, token_hash: &[u8], session: &Session) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO sessions (token_hash, uuid, user_id, member, created_at, seen_at, expires_at, agent, how, confirmed_at,
            client, scope) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)")
        .bind(token_hash).bind(session.uuid).bind(session.user_id.0).bind(session.member.map(|id| id.0))
        .bind(session.created_at.0).bind(session.seen_at.0).bind(session.expires_at.0).bind(&session.agent)
        .bind(session.how.as_str()).bind(session.confirmed_at.0).bind(&session.client).bind(&session.scope)
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The session of a token, unless it has ended.
///
/// # Errors
/// When the database does not answer.
pub async fn find(tx: &mut Tx, token_hash: &[u8], now: Instant) -> Result<Option<Session>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT uuid, user_id, member, created_at, seen_at, expires_at, agent, how, confirmed_at, client, scope
         FROM sessions
         WHERE token_hash = $1 AND expires_at > $2")
        .bind(token_hash).bind(now.0).fetch_optional(conn).await)?)
}

/// The session of this name, unless it has ended.
///
/// # Errors
/// When the database does not answer.
pub async fn by_uuid(tx: &mut Tx, uuid: Uuid, now: Instant) -> Result<Option<Session>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT uuid, user_id, member, created_at, seen_at, expires_at, agent, how, confirmed_at, client, scope
         FROM sessions WHERE uuid = $1 AND expires_at > $2")
        .bind(uuid).bind(now.0).fetch_optional(conn).await)?)
}

/// Notes that a session is in use.
///
/// # Errors
/// When the database refuses.
pub async fn touch(tx: &mut Tx, uuid: Uuid, seen_at: Instant, expires_at: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE sessions SET seen_at = $2, expires_at = $3 WHERE uuid = $1")
        .bind(uuid).bind(seen_at.0).bind(expires_at.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// A user's sessions, the one used last first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_user(tx: &mut Tx, user: UserId, now: Instant) -> Result<Vec<Session>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT uuid, user_id, member, created_at, seen_at, expires_at, agent, how, confirmed_at, client, scope
         FROM sessions
         WHERE user_id = $1 AND expires_at > $2 ORDER BY seen_at DESC, created_at DESC")
        .bind(user.0).bind(now.0).fetch_all(conn).await)?)
}

/// Chooses the member for whom a session acts.
///
/// # Errors
/// When the database refuses.
pub async fn set_member(tx: &mut Tx, uuid: Uuid, member: Option<MemberId>) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE sessions SET member = $2 WHERE uuid = $1")
        .bind(uuid).bind(member.map(|id| id.0)).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes that the user has just proved who they are, and how strongly from now on.
///
/// # Errors
/// When the database refuses.
pub async fn confirm(tx: &mut Tx, uuid: Uuid, how: How, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE sessions SET how = $2, confirmed_at = $3 WHERE uuid = $1")
        .bind(uuid).bind(how.as_str()).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Ends those other sessions of a user that have shown a password and nothing more.
///
/// # Errors
/// When the database refuses.
pub async fn end_weaker(tx: &mut Tx, user: UserId, but: Option<Uuid>) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "DELETE FROM sessions WHERE user_id = $1 AND how = 'password' AND ($2 IS NULL OR uuid <> $2)")
        .bind(user.0).bind(but).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Ends one session of a user, and tells whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn end(tx: &mut Tx, user: UserId, uuid: Uuid) -> Result<bool> {
    let ended = on!(tx, conn => sqlx::query("DELETE FROM sessions WHERE user_id = $1 AND uuid = $2")
        .bind(user.0).bind(uuid).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(ended > 0)
}

/// Ends the session of a token.
///
/// # Errors
/// When the database refuses.
pub async fn end_by_token(tx: &mut Tx, token_hash: &[u8]) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM sessions WHERE token_hash = $1")
        .bind(token_hash).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Ends all of a user's sessions but one, if one is to stay.
///
/// # Errors
/// When the database refuses.
pub async fn end_others(tx: &mut Tx, user: UserId, stays: Option<Uuid>) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM sessions WHERE user_id = $1 AND ($2 IS NULL OR uuid <> $2)")
        .bind(user.0).bind(stays).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Forgets sessions that have ended.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM sessions WHERE expires_at <= $1").bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}
