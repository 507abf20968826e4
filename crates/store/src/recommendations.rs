//! Recommendations: what the two sides of a trade say of each other.

use ledger::id::ExchangeId;
use ledger::time::Instant;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::Series;
use crate::members::{self, MemberId};
use crate::tx::Tx;

words! {
    /// Where a recommendation stands.
    pub enum State {
        /// Members read it.
        Shown = "shown",
        /// Its writer has taken it back.
        Withdrawn = "withdrawn",
        /// An administrator has hidden it.
        Hidden = "hidden",
    }
}

row! {
    /// A recommendation, with who wrote it and the trade that it stands on.
    pub struct Recommendation {
        /// Names it outside.
        pub uuid: Uuid,
        /// Who wrote it.
        pub writer: MemberId,
        /// What the writer is.
        pub writer_kind: members::Kind,
        /// The writer's name.
        pub name: String,
        /// Name of the writer's drawn portrait; empty: initials.
        pub portrait: String,
        /// The writer's account's number.
        pub number: String,
        /// Who is recommended.
        pub member: MemberId,
        /// What is said.
        pub words: String,
        /// When.
        pub made_at: Instant,
        /// What the recommended one answers; empty: nothing yet.
        pub answer: String,
        /// Where it stands.
        pub state: State,
        /// The words of the administrator who hid it.
        pub hidden_why: String,
        /// The trade.
        pub trade: Uuid,
        /// The day of the trade, days since 1970-01-01, where that was said.
        pub traded_on: Option<i64>,
        /// When the trade came to count.
        pub traded_at: Instant,
    }
}

/// A recommendation to be.
#[derive(Clone, Copy, Debug)]
pub struct NewRecommendation<'a> {
    /// Names it outside.
    pub uuid: Uuid,
    /// Where.
    pub exchange: ExchangeId,
    /// The trade, by its number inside.
    pub transfer: i64,
    /// Who writes.
    pub writer: MemberId,
    /// Who is recommended.
    pub member: MemberId,
    /// What is said.
    pub words: &'a str,
    /// When.
    pub made_at: Instant,
}

/// Recommendations that may be read: those whose writer is still a member, and whose trade still counts.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT r.uuid, r.writer, w.kind AS writer_kind, w.name, w.portrait, a.number, r.member, r.words, r.made_at,
             r.answer, r.state, r.hidden_why, t.uuid AS trade, t.traded_on,
             coalesce(t.decided_at, t.created_at) AS traded_at
             FROM recommendations r JOIN members w ON w.id = r.writer JOIN accounts a ON a.id = w.account
             JOIN transfers t ON t.id = r.transfer
             WHERE w.state = 'active' AND a.state <> 'closed' AND r.state <> 'withdrawn'
             AND NOT EXISTS (SELECT 1 FROM transfers v
                 WHERE v.corrects = t.uuid AND v.kind = 'reversal' AND v.state = 'committed') AND ",
            $rest
        )
    };
}

/// Adds a recommendation.
///
/// # Errors
/// [`crate::Error::Taken`] when this writer has written of this trade before.
pub async fn insert(tx: &mut Tx, new: &NewRecommendation<'_>) -> Result<()> {
    let id = tx.id(Series::Recommendations).await?;
    on!(tx, conn => sqlx::query(
        "INSERT INTO recommendations (id, uuid, exchange, transfer, writer, member, words, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(id).bind(new.uuid).bind(new.exchange.0).bind(new.transfer).bind(new.writer.0).bind(new.member.0)
        .bind(new.words).bind(new.made_at.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Whether this writer has written of this trade, even if it was taken back.
///
/// # Errors
/// When the database does not answer.
pub async fn is_written(tx: &mut Tx, transfer: i64, writer: MemberId) -> Result<bool> {
    let (count,): (i64,) = on!(tx, conn => sqlx::query_as(
        "SELECT count(*) FROM recommendations WHERE transfer = $1 AND writer = $2")
        .bind(transfer).bind(writer.0).fetch_one(conn).await)?;
    Ok(count > 0)
}

/// Answers a recommendation; tells whether there was no answer before.
///
/// # Errors
/// When the database refuses.
pub async fn answer(tx: &mut Tx, uuid: Uuid, words: &str, now: Instant) -> Result<bool> {
    let answered = on!(tx, conn => sqlx::query(
        "UPDATE recommendations SET answer = $2, answered_at = $3 WHERE uuid = $1 AND answer = '' AND state = 'shown'")
        .bind(uuid).bind(words).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(answered > 0)
}

/// Takes a recommendation back: nothing of it is left but that there was one.
///
/// # Errors
/// When the database refuses.
pub async fn withdraw(tx: &mut Tx, uuid: Uuid) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE recommendations SET state = 'withdrawn', words = '', answer = '', hidden_why = '' WHERE uuid = $1")
        .bind(uuid).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Hides a recommendation that is shown; tells whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn hide(tx: &mut Tx, uuid: Uuid, why: &str) -> Result<bool> {
    let hidden = on!(tx, conn => sqlx::query(
        "UPDATE recommendations SET state = 'hidden', hidden_why = $2 WHERE uuid = $1 AND state = 'shown'")
        .bind(uuid).bind(why).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(hidden > 0)
}

/// The recommendation of this name in an exchange, as far as it may be read.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, exchange: ExchangeId, uuid: Uuid) -> Result<Option<Recommendation>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("r.exchange = $1 AND r.uuid = $2"))
        .bind(exchange.0).bind(uuid).fetch_optional(conn).await)?)
}

/// What is said of a member, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(tx: &mut Tx, member: MemberId, limit: i64) -> Result<Vec<Recommendation>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("r.member = $1 ORDER BY r.made_at DESC, r.id DESC LIMIT $2"))
        .bind(member.0).bind(limit).fetch_all(conn).await)?)
}
