//! Notices: what happened to users, in one inbox each, and what waits to be told by mail.

use ledger::id::UserId;
use ledger::time::Instant;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::Series;
use crate::tx::Tx;

pub mod wishes;

/// Rows of one statement, at most.
const AT_ONCE: usize = 256;

words! {
    /// What a notice belongs to: people choose by these what they are written of.
    pub enum Kind {
        /// Somebody asks for units: it waits for an answer.
        Requests = "requests",
        /// Something happened to a trade.
        Trades = "trades",
        /// Somebody has written: it stands among the messages, and in no inbox.
        Messages = "messages",
        /// An offer or want ends, has ended or was hidden.
        Listings = "listings",
        /// Something new fits a search that one has saved.
        Matches = "matches",
        /// One's membership, one's tasks, the exchange that one founds.
        Membership = "membership",
        /// What administrators tell everybody in their exchange.
        Announcements = "announcements",
        /// What administrators write to members.
        Newsletters = "newsletters",
        /// What is new in the market, once a week.
        Digest = "digest",
        /// What waits for administrators.
        Administration = "administration",
    }
}

row! {
    /// A notice.
    pub struct Notice {
        /// Names it inside.
        pub id: i64,
        /// Names it outside.
        pub uuid: Uuid,
        /// What it belongs to.
        pub kind: Kind,
        /// What is told: a JSON object.
        pub body: String,
        /// When it was told.
        pub made_at: Instant,
        /// When it was read.
        pub read_at: Option<Instant>,
    }
}

/// When a letter is written of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Post {
    /// Never.
    None,
    /// With the notice.
    Now,
    /// At that moment, as one letter with all others of its kind.
    Later(Instant),
}

/// A notice to be.
#[derive(Clone, Debug)]
pub struct NewNotice {
    /// Names it outside.
    pub uuid: Uuid,
    /// Whose.
    pub user: UserId,
    /// What it belongs to.
    pub kind: Kind,
    /// What is told: a JSON object.
    pub body: String,
    /// When a letter is written of it.
    pub post: Post,
}

/// Adds notices.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, new: &[NewNotice], now: Instant) -> Result<()> {
    for some in new.chunks(AT_ONCE) {
        let ids = tx.ids(Series::Notices, i64::try_from(some.len()).unwrap_or(i64::MAX)).await?;
        on!(tx, conn => {
            let mut sql = QueryBuilder::new(
                "INSERT INTO notices (id, uuid, user_id, kind, body, made_at, letter_due_at, written_at) ");
            sql.push_values(ids.zip(some), |mut row, (id, new)| {
                let (due_at, written_at) = match new.post {
                    Post::None => (None, None),
                    Post::Now => (None, Some(now.0)),
                    Post::Later(at) => (Some(at.0), None),
                };
                row.push_bind(id).push_bind(new.uuid).push_bind(new.user.0).push_bind(new.kind.as_str());
                row.push_bind(&new.body).push_bind(now.0).push_bind(due_at).push_bind(written_at);
            });
            sql.build().execute(conn).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// How many notices a user has not read.
///
/// # Errors
/// When the database does not answer.
pub async fn unread_count(tx: &mut Tx, user: UserId) -> Result<i64> {
    let (count,): (i64,) = on!(tx, conn => sqlx::query_as(
        "SELECT count(*) FROM notices WHERE user_id = $1 AND read_at IS NULL")
        .bind(user.0).fetch_one(conn).await)?;
    Ok(count)
}

/// A place in a list of notices, newest first: what is told before this instant, or in it with a lower id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// The instant.
    pub at: Instant,
    /// The id.
    pub id: i64,
}

impl Before {
    /// Before nothing: the list from its beginning.
    pub const EVERYTHING: Self = Self { at: Instant(i64::MAX), id: i64::MAX };
}

/// A user's notices that are not read, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn unread(tx: &mut Tx, user: UserId, limit: i64) -> Result<Vec<Notice>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, kind, body, made_at, read_at FROM notices WHERE user_id = $1 AND read_at IS NULL
         ORDER BY made_at DESC, id DESC LIMIT $2")
        .bind(user.0).bind(limit).fetch_all(conn).await)?)
}

/// A user's notices told since an instant that are not read, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn unread_since(tx: &mut Tx, user: UserId, since: Instant, limit: i64) -> Result<Vec<Notice>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, kind, body, made_at, read_at FROM notices
         WHERE user_id = $1 AND read_at IS NULL AND made_at >= $2 ORDER BY made_at DESC, id DESC LIMIT $3")
        .bind(user.0).bind(since.0).bind(limit).fetch_all(conn).await)?)
}

/// A user's notices that are read, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn read(tx: &mut Tx, user: UserId, before: Before, limit: i64) -> Result<Vec<Notice>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, kind, body, made_at, read_at FROM notices WHERE user_id = $1 AND read_at IS NOT NULL
         AND (made_at < $2 OR (made_at = $2 AND id < $3)) ORDER BY made_at DESC, id DESC LIMIT $4")
        .bind(user.0).bind(before.at.0).bind(before.id).bind(limit).fetch_all(conn).await)?)
}

/// A user's notice of this name.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, user: UserId, uuid: Uuid) -> Result<Option<Notice>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, kind, body, made_at, read_at FROM notices WHERE user_id = $1 AND uuid = $2")
        .bind(user.0).bind(uuid).fetch_optional(conn).await)?)
}

/// Notes that a notice was read. No letter that waits tells of it any more.
///
/// # Errors
/// When the database refuses.
pub async fn mark_read(tx: &mut Tx, id: i64, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE notices SET read_at = $2, letter_due_at = NULL WHERE id = $1 AND read_at IS NULL")
        .bind(id).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes that a user has read everything that was told until an instant, that included.
///
/// # Errors
/// When the database refuses.
pub async fn mark_all_read(tx: &mut Tx, user: UserId, until: Instant, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE notices SET read_at = $3, letter_due_at = NULL
         WHERE user_id = $1 AND made_at <= $2 AND read_at IS NULL")
        .bind(user.0).bind(until.0).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Whose letters of which kind have waited long enough, those of so many notices that have waited longest, each once.
///
/// # Errors
/// When the database does not answer.
pub async fn due(tx: &mut Tx, now: Instant, limit: i64) -> Result<Vec<(UserId, Kind)>> {
    // No groups: thousands may wait for the same hour, and each look would read them all.
    let rows: Vec<(i64, String)> = on!(tx, conn => sqlx::query_as(
        "SELECT user_id, kind FROM notices WHERE letter_due_at <= $1 ORDER BY letter_due_at LIMIT $2")
        .bind(now.0).bind(limit).fetch_all(conn).await)?;
    let mut due = Vec::new();
    for (user, kind) in rows {
        if let Some(one) =
            Kind::parse(&kind).map(|kind| (UserId(user), kind)).filter(|one| !due.contains(one))
        {
            due.push(one);
        }
    }
    // In one order, so that two who are at it wait for each other and not crosswise.
    due.sort_unstable_by_key(|(user, kind)| (user.0, kind.as_str()));
    Ok(due)
}

/// Lets all letters of a kind that wait go on waiting until an instant.
///
/// # Errors
/// When the database refuses.
pub async fn postpone(tx: &mut Tx, user: UserId, kind: Kind, until: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE notices SET letter_due_at = $3 WHERE user_id = $1 AND kind = $2 AND letter_due_at IS NOT NULL")
        .bind(user.0).bind(kind.as_str()).bind(until.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes all notices of a kind whose letter waits, oldest first: whoever gets them queues the letter in the same transaction.
///
/// # Errors
/// When the database refuses.
pub async fn take_waiting(tx: &mut Tx, user: UserId, kind: Kind, now: Instant) -> Result<Vec<Notice>> {
    // Another process that was quicker has left nothing: on PostgreSQL the condition is seen afresh.
    let mut taken: Vec<Notice> = on!(tx, conn => sqlx::query_as(
        "UPDATE notices SET letter_due_at = NULL, written_at = $3
         WHERE user_id = $1 AND kind = $2 AND letter_due_at IS NOT NULL
         RETURNING id, uuid, kind, body, made_at, read_at")
        .bind(user.0).bind(kind.as_str()).bind(now.0).fetch_all(conn).await)?;
    taken.sort_by_key(|notice| (notice.made_at, notice.id));
    Ok(taken)
}

/// Lets no letter of a kind wait any more.
///
/// # Errors
/// When the database refuses.
pub async fn forget_waiting(tx: &mut Tx, user: UserId, kind: Kind) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE notices SET letter_due_at = NULL WHERE user_id = $1 AND kind = $2 AND letter_due_at IS NOT NULL")
        .bind(user.0).bind(kind.as_str()).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Forgets notices told before an instant, so many at most, the oldest first; answers how many.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, before: Instant, limit: i64) -> Result<u64> {
    Ok(on!(tx, conn => sqlx::query(
        "DELETE FROM notices WHERE id IN (SELECT id FROM notices WHERE made_at < $1 AND letter_due_at IS NULL
         ORDER BY made_at LIMIT $2)")
        .bind(before.0).bind(limit).execute(conn).await.map(|done| done.rows_affected()))?)
}
