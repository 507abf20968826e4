//! Newsletters: what the administrators of an exchange write to its members, or to some of them.

use ledger::id::{ExchangeId, UserId};
use ledger::time::Instant;
use uuid::Uuid;

use crate::By;
use crate::areas::AreaId;
use crate::error::Result;
use crate::ids::Series;
use crate::members::operators::Addressee;
use crate::tx::Tx;

words! {
    /// To whose members' users a newsletter goes.
    pub enum Audience {
        /// To everybody.
        Everybody = "everybody",
        /// To those in one area.
        Area = "area",
        /// To those who have traded lately.
        Trading = "trading",
        /// To those who have not traded for long, or never.
        Idle = "idle",
        /// To those who stand below zero.
        BelowZero = "below-zero",
    }
}

row! {
    /// A newsletter.
    pub struct Newsletter {
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
        /// To whom.
        pub audience: Audience,
        /// The area that it goes to, if it goes to one.
        pub area: Option<AreaId>,
        /// Since when somebody trades, or does not, who is written to.
        pub since: Instant,
        /// When it was sent off.
        pub made_at: Instant,
        /// By whom.
        pub made_by: UserId,
        /// How many users it goes to, as it was counted then.
        pub total: i64,
        /// How many of them have been written to.
        pub told: i64,
        /// When the last of them was.
        pub done_at: Option<Instant>,
    }
}

/// To whom a newsletter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// The members of which exchange.
    pub exchange: ExchangeId,
    /// Which of them.
    pub audience: Audience,
    /// The area, exactly where they are those in one.
    pub area: Option<AreaId>,
    /// Since when they trade, or do not.
    pub since: Instant,
}

impl Group {
    /// Everybody in an exchange.
    #[must_use]
    pub fn everybody(exchange: ExchangeId) -> Self {
        Self { exchange, audience: Audience::Everybody, area: None, since: Instant(0) }
    }
}

/// What is written.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// In one line.
    pub title: &'a str,
    /// Markdown.
    pub body: &'a str,
}

/// Who belongs to a group: `$1` the exchange, `$2` the audience, `$3` since when, `$4` the area. Whoever operates the exchange's
/// own account alone belongs to everybody and to no other group.
///
/// Users come first, which `CROSS JOIN` tells SQLite: the next fifty of a hundred thousand are read without the others.
macro_rules! of_group {
    ($select:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $select,
            " FROM users u CROSS JOIN member_users mu CROSS JOIN members m CROSS JOIN accounts a
              WHERE mu.user_id = u.id AND m.id = mu.member AND a.id = m.account
              AND m.exchange = $1 AND m.state = 'active' AND (m.kind <> 'administration' OR $2 = 'everybody')
              AND ($2 = 'everybody' OR ($2 = 'area' AND m.area = $4) OR ($2 = 'below-zero' AND a.balance < 0)
                   OR ($2 = 'trading' AND (coalesce(a.provided_last, 0) >= $3 OR coalesce(a.received_last, 0) >= $3))
                   OR ($2 = 'idle' AND coalesce(a.provided_last, 0) < $3 AND coalesce(a.received_last, 0) < $3)) ",
            $rest
        )
    };
}

/// How many users a group has.
///
/// # Errors
/// When the database does not answer.
pub async fn count(tx: &mut Tx, group: Group) -> Result<i64> {
    let (count,): (i64,) = on!(tx, conn => sqlx::query_as(of_group!("count(DISTINCT u.id)", ""))
        .bind(group.exchange.0).bind(group.audience.as_str()).bind(group.since.0).bind(group.area.map(|area| area.0))
        .fetch_one(conn).await)?;
    Ok(count)
}

/// The next users of a group, each once, in the order of their ids, after this one.
///
/// # Errors
/// When the database does not answer.
pub async fn readers(tx: &mut Tx, group: Group, after: UserId, limit: i64) -> Result<Vec<Addressee>> {
    Ok(on!(tx, conn => sqlx::query_as(of_group!(
        "min(m.id) AS member, u.id AS user_id, u.name,
         CASE WHEN u.email_confirmed_at IS NOT NULL THEN u.email END AS email, u.locale",
        "AND u.id > $5 GROUP BY u.id ORDER BY u.id LIMIT $6"))
        .bind(group.exchange.0).bind(group.audience.as_str()).bind(group.since.0).bind(group.area.map(|area| area.0))
        .bind(after.0).bind(limit).fetch_all(conn).await)?)
}

/// Keeps a newsletter that is sent off; answers whether it was not there before.
///
/// # Errors
/// When the database refuses.
pub async fn insert(
    tx: &mut Tx,
    (uuid, group, total): (Uuid, Group, i64),
    text: Text<'_>,
    by: By,
) -> Result<bool> {
    let id = tx.id(Series::Newsletters).await?;
    let made = on!(tx, conn => sqlx::query(
        "INSERT INTO newsletters (id, uuid, exchange, title, body, audience, area, since, made_at, made_by, total, told)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0) ON CONFLICT (uuid) DO NOTHING")
        .bind(id).bind(uuid).bind(group.exchange.0).bind(text.title).bind(text.body).bind(group.audience.as_str())
        .bind(group.area.map(|area| area.0)).bind(group.since.0).bind(by.at.0).bind(by.user.0).bind(total)
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(made > 0)
}

/// An exchange's newsletter of this name.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, exchange: ExchangeId, uuid: Uuid) -> Result<Option<Newsletter>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, exchange, title, body, audience, area, since, made_at, made_by, total, told,
         done_at FROM newsletters
         WHERE exchange = $1 AND uuid = $2")
        .bind(exchange.0).bind(uuid).fetch_optional(conn).await)?)
}

/// The text of a newsletter.
///
/// # Errors
/// When the database does not answer.
pub async fn text(tx: &mut Tx, uuid: Uuid) -> Result<Option<String>> {
    let found: Option<(String,)> = on!(tx, conn => sqlx::query_as("SELECT body FROM newsletters WHERE uuid = $1")
        .bind(uuid).fetch_optional(conn).await)?;
    Ok(found.map(|(body,)| body))
}

/// An exchange's newsletters, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_exchange(tx: &mut Tx, exchange: ExchangeId, limit: i64) -> Result<Vec<Newsletter>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, exchange, title, body, audience, area, since, made_at, made_by, total, told,
         done_at FROM newsletters
         WHERE exchange = $1 ORDER BY made_at DESC, id DESC LIMIT $2")
        .bind(exchange.0).bind(limit).fetch_all(conn).await)?)
}

/// Notes that more users were written to, and when it was the last of them.
///
/// # Errors
/// When the database refuses.
pub async fn add_told(tx: &mut Tx, id: i64, count: i64, done_at: Option<Instant>) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE newsletters SET told = told + $2, done_at = $3 WHERE id = $1")
        .bind(id).bind(count).bind(done_at.map(|at| at.0)).execute(conn).await.map(|_| ()))?;
    Ok(())
}
