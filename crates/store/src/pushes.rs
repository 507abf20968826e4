//! Web push: where browsers take pushes, and whom one waits for.

use ledger::id::UserId;
use ledger::time::Instant;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::error::Result;
use crate::tx::Tx;

/// Where a browser takes pushes, to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewSubscription<'a> {
    /// The session that it ends with.
    pub session: Uuid,
    /// The URL that its push service gave it.
    pub endpoint: &'a str,
    /// Its public key, a point of P-256.
    pub public_key: &'a [u8],
    /// What it shares with us.
    pub secret: &'a [u8],
    /// Names the key of ours that it takes pushes from.
    pub server_key: &'a str,
}

row! {
    /// Where a browser takes pushes.
    pub struct Subscription {
        /// The session that it ends with.
        pub session: Uuid,
        /// Whose session that is.
        pub user_id: UserId,
        /// The URL that its push service gave it.
        pub endpoint: String,
        /// Its public key, a point of P-256.
        pub public_key: Vec<u8>,
        /// What it shares with us.
        pub secret: Vec<u8>,
        /// Pushes in vain since the last that was taken.
        pub failures: i64,
        /// Before then nothing is sent.
        pub rests_until: Instant,
    }
}

row! {
    /// A device that takes pushes, as its owner knows it.
    pub struct Device {
        /// Its session.
        pub session: Uuid,
        /// What its browser calls itself.
        pub agent: String,
        /// Since when it takes pushes.
        pub made_at: Instant,
    }
}

row! {
    /// A session that takes pushes, and whose it is.
    pub struct Reached {
        /// Whose.
        pub user_id: UserId,
        /// The session.
        pub session: Uuid,
    }
}

/// Keeps where the browser of a session takes pushes from now on. A browser has one such place: whoever had it before in
/// another session gets nothing there any more.
///
/// # Errors
/// When the database refuses.
pub async fn put(tx: &mut Tx, new: &NewSubscription<'_>, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM push_subscriptions WHERE endpoint = $1 AND session <> $2")
        .bind(new.endpoint).bind(new.session).execute(conn).await.map(|_| ()))?;
    on!(tx, conn => sqlx::query(
        "INSERT INTO push_subscriptions (session, endpoint, public_key, secret, server_key, made_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (session) DO UPDATE SET endpoint = $2, public_key = $3, secret = $4, server_key = $5, made_at = $6,
            failures = 0, rests_until = 0")
        .bind(new.session).bind(new.endpoint).bind(new.public_key).bind(new.secret).bind(new.server_key)
        .bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes away the oldest of a user's subscriptions when there are more than `keep`.
///
/// # Errors
/// When the database refuses.
pub async fn trim(tx: &mut Tx, user: UserId, keep: i64) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "DELETE FROM push_subscriptions WHERE session IN (
            SELECT p.session FROM push_subscriptions p JOIN sessions s ON s.uuid = p.session
            WHERE s.user_id = $1 ORDER BY p.made_at DESC, p.session LIMIT 1000 OFFSET $2)")
        .bind(user.0).bind(keep).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes a subscription of this user's away; tells whether there was one.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, user: UserId, session: Uuid) -> Result<bool> {
    let gone = on!(tx, conn => sqlx::query(
        "DELETE FROM push_subscriptions
         WHERE session = $2 AND EXISTS (SELECT 1 FROM sessions s WHERE s.uuid = $2 AND s.user_id = $1)")
        .bind(user.0).bind(session).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(gone > 0)
}

/// Takes a subscription away whose place is no more, unless its browser has another one by now.
///
/// # Errors
/// When the database refuses.
pub async fn remove_place(tx: &mut Tx, session: Uuid, endpoint: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM push_subscriptions WHERE session = $1 AND endpoint = $2")
        .bind(session).bind(endpoint).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes all subscriptions away.
///
/// # Errors
/// When the database refuses.
pub async fn remove_all(tx: &mut Tx) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM push_subscriptions").execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The subscription of a session that has not ended, if it takes pushes from this key of ours.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, session: Uuid, server_key: &str, now: Instant) -> Result<Option<Subscription>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT p.session, s.user_id, p.endpoint, p.public_key, p.secret, p.failures, p.rests_until
         FROM push_subscriptions p JOIN sessions s ON s.uuid = p.session
         WHERE p.session = $1 AND p.server_key = $2 AND s.expires_at > $3")
        .bind(session).bind(server_key).bind(now.0).fetch_optional(conn).await)?)
}

/// A user's devices that take pushes from this key of ours, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_user(tx: &mut Tx, user: UserId, server_key: &str, now: Instant) -> Result<Vec<Device>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT p.session, s.agent, p.made_at FROM push_subscriptions p JOIN sessions s ON s.uuid = p.session
         WHERE s.user_id = $1 AND p.server_key = $2 AND s.expires_at > $3 ORDER BY p.made_at DESC, p.session")
        .bind(user.0).bind(server_key).bind(now.0).fetch_all(conn).await)?)
}

/// The sessions of these users that take pushes from this key of ours.
///
/// # Errors
/// When the database does not answer.
pub async fn of_users(tx: &mut Tx, users: &[UserId], server_key: &str, now: Instant) -> Result<Vec<Reached>> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(
            "SELECT s.user_id, p.session FROM sessions s JOIN push_subscriptions p ON p.session = s.uuid
             WHERE p.server_key = ");
        sql.push_bind(server_key).push(" AND s.expires_at > ").push_bind(now.0).push(" AND s.user_id IN (");
        let mut list = sql.separated(", ");
        for user in users {
            list.push_bind(user.0);
        }
        sql.push(") ORDER BY p.made_at, p.session");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// Notes that a push was taken.
///
/// # Errors
/// When the database refuses.
pub async fn taken(tx: &mut Tx, session: Uuid) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE push_subscriptions SET failures = 0, rests_until = 0 WHERE session = $1 AND failures > 0")
        .bind(session).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes that a push was in vain, and until when nothing is sent there. Several at the same moment count as one.
///
/// # Errors
/// When the database refuses.
pub async fn failed(
    tx: &mut Tx,
    (session, endpoint): (Uuid, &str),
    (now, rests_until): (Instant, Instant),
) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE push_subscriptions SET failures = failures + 1, rests_until = $3
         WHERE session = $1 AND endpoint = $2 AND rests_until <= $4")
        .bind(session).bind(endpoint).bind(rests_until.0).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

row! {
    /// A push that waits for somebody.
    pub struct Waiting {
        /// For whom.
        pub user_id: UserId,
        /// Whose messages wait; 0: what stands in the inbox.
        pub conversation: i64,
        /// The side of it that the user reads for; 0 for the inbox.
        pub member: i64,
        /// Since when it is told what happened.
        pub since: Instant,
        /// When it is due.
        pub due_at: Instant,
    }
}

/// Lets a push wait; one that waits already stays as it is, and whoever would take it waits for this transaction: or it would
/// be taken without what is written here.
///
/// # Errors
/// When the database refuses.
pub async fn wait(tx: &mut Tx, waiting: &Waiting) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO waiting_pushes (user_id, conversation, member, since, due_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (user_id, conversation, member) DO UPDATE SET due_at = waiting_pushes.due_at")
        .bind(waiting.user_id.0).bind(waiting.conversation).bind(waiting.member).bind(waiting.since.0)
        .bind(waiting.due_at.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The pushes that have waited long enough, the longest due first.
///
/// # Errors
/// When the database does not answer.
pub async fn due(tx: &mut Tx, now: Instant, limit: i64) -> Result<Vec<Waiting>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT user_id, conversation, member, since, due_at FROM waiting_pushes WHERE due_at <= $1
         ORDER BY due_at, user_id, conversation, member LIMIT $2")
        .bind(now.0).bind(limit).fetch_all(conn).await)?)
}

/// Takes a push that has waited; answers whether it is this caller's to send.
///
/// # Errors
/// When the database refuses.
pub async fn take(tx: &mut Tx, waiting: &Waiting) -> Result<bool> {
    let taken = on!(tx, conn => sqlx::query(
        "DELETE FROM waiting_pushes WHERE user_id = $1 AND conversation = $2 AND member = $3 AND due_at = $4")
        .bind(waiting.user_id.0).bind(waiting.conversation).bind(waiting.member).bind(waiting.due_at.0)
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(taken > 0)
}
