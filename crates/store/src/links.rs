//! Links that work once: to confirm an address, reset a password, accept an invitation.

use ledger::id::{ExchangeId, UserId};
use ledger::time::Instant;

use crate::error::Result;
use crate::members::MemberId;
use crate::tx::Tx;

words! {
    /// What a link is for.
    pub enum Purpose {
        /// To confirm a new login's address.
        Confirm = "confirm",
        /// To choose a new password.
        Reset = "reset",
        /// To confirm a login's further address.
        ChangeEmail = "change_email",
        /// To join an exchange.
        Invite = "invite",
        /// To operate a member's account together with others.
        Operate = "operate",
    }
}

row! {
    /// A link, known by the hash of its token.
    pub struct Link {
        /// The hash of its token.
        pub token_hash: Vec<u8>,
        /// What it is for.
        pub purpose: Purpose,
        /// Whose login it is about.
        pub user_id: Option<UserId>,
        /// The exchange it leads to.
        pub exchange: Option<ExchangeId>,
        /// The member it is about.
        pub member: Option<MemberId>,
        /// The address it was sent to.
        pub email: String,
        /// Who had it sent.
        pub made_by: Option<UserId>,
        /// When.
        pub made_at: Instant,
        /// When it stops working.
        pub expires_at: Instant,
    }
}

/// Makes a link.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, link: &Link) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO links (token_hash, purpose, user_id, exchange, member, email, made_by, made_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(&link.token_hash).bind(link.purpose.as_str()).bind(link.user_id.map(|id| id.0))
        .bind(link.exchange.map(|id| id.0)).bind(link.member.map(|id| id.0)).bind(&link.email)
        .bind(link.made_by.map(|id| id.0)).bind(link.made_at.0).bind(link.expires_at.0)
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The link of a token, if it still works.
///
/// # Errors
/// When the database does not answer.
pub async fn find(tx: &mut Tx, token_hash: &[u8], purpose: Purpose, now: Instant) -> Result<Option<Link>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT token_hash, purpose, user_id, exchange, member, email, made_by, made_at, expires_at FROM links
         WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3")
        .bind(token_hash).bind(purpose.as_str()).bind(now.0).fetch_optional(conn).await)?)
}

/// Uses a link up, and gives it to the one who was first.
///
/// # Errors
/// When the database refuses.
pub async fn use_up(tx: &mut Tx, token_hash: &[u8], purpose: Purpose, now: Instant) -> Result<Option<Link>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "UPDATE links SET used_at = $3 WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
         RETURNING token_hash, purpose, user_id, exchange, member, email, made_by, made_at, expires_at")
        .bind(token_hash).bind(purpose.as_str()).bind(now.0).fetch_optional(conn).await)?)
}

/// Makes all of a user's links of a purpose stop working.
///
/// # Errors
/// When the database refuses.
pub async fn void(tx: &mut Tx, user: UserId, purpose: Purpose, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE links SET used_at = $3 WHERE user_id = $1 AND purpose = $2 AND used_at IS NULL")
        .bind(user.0).bind(purpose.as_str()).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Makes an exchange's open invitation to this address stop working, and tells whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn void_invitation(tx: &mut Tx, exchange: ExchangeId, email: &str, now: Instant) -> Result<bool> {
    let voided = on!(tx, conn => sqlx::query(
        "UPDATE links SET used_at = $3 WHERE exchange = $1 AND email = $2 AND purpose = 'invite' AND used_at IS NULL")
        .bind(exchange.0).bind(email).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(voided > 0)
}

/// An exchange's open invitations, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn invitations(tx: &mut Tx, exchange: ExchangeId, now: Instant) -> Result<Vec<Link>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT token_hash, purpose, user_id, exchange, member, email, made_by, made_at, expires_at FROM links
         WHERE exchange = $1 AND purpose = 'invite' AND used_at IS NULL AND expires_at > $2 ORDER BY made_at DESC")
        .bind(exchange.0).bind(now.0).fetch_all(conn).await)?)
}

/// Forgets links that stopped working before this instant.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM links WHERE expires_at < $1").bind(before.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}
