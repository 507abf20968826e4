//! Announcements: what the administrators of an exchange tell all its members, and who has taken one off their pages.

use ledger::id::{ExchangeId, UserId};
use ledger::time::Instant;
use uuid::Uuid;

use crate::By;
use crate::error::Result;
use crate::ids::Series;
use crate::tx::Tx;

row! {
    /// An announcement.
    pub struct Announcement {
        /// Names it inside.
        pub id: i64,
        /// Names it outside.
        pub uuid: Uuid,
        /// Whose.
        pub exchange: ExchangeId,
        /// In one line.
        pub title: String,
        /// Markdown, as it was typed.
        pub body: String,
        /// When it ends, or ended.
        pub expires_at: Instant,
        /// When it was published.
        pub made_at: Instant,
        /// By whom.
        pub made_by: UserId,
        /// How many members' users were told so far.
        pub told: i64,
    }
}

/// What is written of an announcement.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// In one line.
    pub title: &'a str,
    /// Markdown.
    pub body: &'a str,
    /// When it ends.
    pub expires_at: Instant,
}

/// Publishes an announcement; answers whether it was not there before.
///
/// # Errors
/// When the database refuses.
pub async fn insert(
    tx: &mut Tx,
    (exchange, uuid): (ExchangeId, Uuid),
    text: &Text<'_>,
    by: By,
) -> Result<bool> {
    let id = tx.id(Series::Announcements).await?;
    let made = on!(tx, conn => sqlx::query(
        "INSERT INTO announcements (id, uuid, exchange, title, body, expires_at, made_at, made_by, told)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0) ON CONFLICT (uuid) DO NOTHING")
        .bind(id).bind(uuid).bind(exchange.0).bind(text.title).bind(text.body).bind(text.expires_at.0)
        .bind(by.at.0).bind(by.user.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(made > 0)
}

/// Changes an announcement.
///
/// # Errors
/// When the database refuses.
pub async fn change(tx: &mut Tx, id: i64, text: &Text<'_>) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE announcements SET title = $2, body = $3, expires_at = $4 WHERE id = $1")
        .bind(id).bind(text.title).bind(text.body).bind(text.expires_at.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Ends an announcement that has not ended; answers whether it had not.
///
/// # Errors
/// When the database refuses.
pub async fn end(tx: &mut Tx, id: i64, now: Instant) -> Result<bool> {
    let ended = on!(tx, conn => sqlx::query("UPDATE announcements SET expires_at = $2 WHERE id = $1 AND expires_at > $2")
        .bind(id).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(ended > 0)
}

/// An exchange's announcement of this name.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, exchange: ExchangeId, uuid: Uuid) -> Result<Option<Announcement>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, exchange, title, body, expires_at, made_at, made_by, told FROM announcements
         WHERE exchange = $1 AND uuid = $2")
        .bind(exchange.0).bind(uuid).fetch_optional(conn).await)?)
}

/// The text of an announcement that stands; none of one that is over.
///
/// # Errors
/// When the database does not answer.
pub async fn standing_text(tx: &mut Tx, uuid: Uuid, now: Instant) -> Result<Option<String>> {
    let found: Option<(String,)> = on!(tx, conn => sqlx::query_as(
        "SELECT body FROM announcements WHERE uuid = $1 AND expires_at > $2")
        .bind(uuid).bind(now.0).fetch_optional(conn).await)?;
    Ok(found.map(|(body,)| body))
}

/// An exchange's announcements, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_exchange(tx: &mut Tx, exchange: ExchangeId, limit: i64) -> Result<Vec<Announcement>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, exchange, title, body, expires_at, made_at, made_by, told FROM announcements
         WHERE exchange = $1 ORDER BY made_at DESC, id DESC LIMIT $2")
        .bind(exchange.0).bind(limit).fetch_all(conn).await)?)
}

/// The announcements that stand and that a user has not taken off their pages, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn standing(
    tx: &mut Tx,
    exchange: ExchangeId,
    user: UserId,
    now: Instant,
) -> Result<Vec<Announcement>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT a.id, a.uuid, a.exchange, a.title, a.body, a.expires_at, a.made_at, a.made_by, a.told
         FROM announcements a WHERE a.exchange = $1 AND a.expires_at > $3
         AND NOT EXISTS (SELECT 1 FROM announcement_dismissals d WHERE d.announcement = a.id AND d.user_id = $2)
         ORDER BY a.made_at DESC, a.id DESC LIMIT 10")
        .bind(exchange.0).bind(user.0).bind(now.0).fetch_all(conn).await)?)
}

/// Takes an announcement off a user's pages.
///
/// # Errors
/// When the database refuses.
pub async fn dismiss(tx: &mut Tx, id: i64, user: UserId, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO announcement_dismissals (announcement, user_id, dismissed_at) VALUES ($1, $2, $3)
         ON CONFLICT (announcement, user_id) DO NOTHING")
        .bind(id).bind(user.0).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes that more users were told.
///
/// # Errors
/// When the database refuses.
pub async fn add_told(tx: &mut Tx, id: i64, count: i64) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE announcements SET told = told + $2 WHERE id = $1")
        .bind(id).bind(count).execute(conn).await.map(|_| ()))?;
    Ok(())
}
