//! Reports: what members tell the administrators of an offer, a want or a person, and what was done.

use ledger::id::ExchangeId;
use ledger::time::Instant;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::Series;
use crate::members::MemberId;
use crate::tx::{By, Tx};

words! {
    /// Why something is reported.
    pub enum Reason {
        /// It advertises what has no place here.
        Advertising = "advertising",
        /// It is not allowed, here or by law.
        Forbidden = "forbidden",
        /// It is not true, or agreements are not kept.
        Dishonest = "dishonest",
        /// It insults or pesters.
        Rude = "rude",
        /// Somebody is in danger.
        Unsafe = "unsafe",
        /// Something else, told in words.
        Other = "other",
    }
}

words! {
    /// Where a report stands.
    pub enum State {
        /// Nobody has decided.
        Open = "open",
        /// The listing was hidden.
        Hidden = "hidden",
        /// Something else was done, as the answer tells.
        Answered = "answered",
        /// Nothing was to be done.
        Dismissed = "dismissed",
    }
}

row! {
    /// A report.
    pub struct Report {
        /// Names it outside.
        pub uuid: Uuid,
        /// Who reports.
        pub reporter: MemberId,
        /// Their name.
        pub reporter_name: String,
        /// Their account's number.
        pub reporter_number: String,
        /// Who is reported, or whose listing.
        pub member: MemberId,
        /// Their name.
        pub name: String,
        /// Their account's number.
        pub number: String,
        /// The listing; none: the member.
        pub listing: Option<Uuid>,
        /// The listing's title, as it was then.
        pub title: String,
        /// Why.
        pub reason: Reason,
        /// What the reporter says.
        pub words: String,
        /// When.
        pub made_at: Instant,
        /// Where it stands.
        pub state: State,
        /// What the reporter was answered.
        pub answer: String,
        /// When it was decided.
        pub settled_at: Option<Instant>,
    }
}

/// A report to be.
#[derive(Clone, Copy, Debug)]
pub struct NewReport<'a> {
    /// Names it outside.
    pub uuid: Uuid,
    /// Where.
    pub exchange: ExchangeId,
    /// Who reports.
    pub reporter: MemberId,
    /// Who is reported, or whose listing.
    pub member: MemberId,
    /// The listing; none: the member.
    pub listing: Option<Uuid>,
    /// The listing's title.
    pub title: &'a str,
    /// Why.
    pub reason: Reason,
    /// What the reporter says.
    pub words: &'a str,
    /// When.
    pub made_at: Instant,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT r.uuid, r.reporter, w.name AS reporter_name, wa.number AS reporter_number, r.member, m.name, a.number,
             r.listing, r.title, r.reason, r.words, r.made_at, r.state, r.answer, r.settled_at
             FROM reports r JOIN members w ON w.id = r.reporter JOIN accounts wa ON wa.id = w.account
             JOIN members m ON m.id = r.member JOIN accounts a ON a.id = m.account ",
            $rest
        )
    };
}

/// Adds a report.
///
/// # Errors
/// [`crate::Error::Taken`] when there is one of this name.
pub async fn insert(tx: &mut Tx, new: &NewReport<'_>) -> Result<()> {
    let id = tx.id(Series::Reports).await?;
    on!(tx, conn => sqlx::query(
        "INSERT INTO reports (id, uuid, exchange, reporter, member, listing, title, reason, words, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        .bind(id).bind(new.uuid).bind(new.exchange.0).bind(new.reporter.0).bind(new.member.0).bind(new.listing)
        .bind(new.title).bind(new.reason.as_str()).bind(new.words).bind(new.made_at.0)
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Decides an open report; tells whether it was open until now.
///
/// # Errors
/// When the database refuses.
pub async fn settle(tx: &mut Tx, uuid: Uuid, (state, answer): (State, &str), by: By) -> Result<bool> {
    let settled = on!(tx, conn => sqlx::query(
        "UPDATE reports SET state = $2, answer = $3, settled_by = $4, settled_at = $5 WHERE uuid = $1 AND state = 'open'")
        .bind(uuid).bind(state.as_str()).bind(answer).bind(by.user.0).bind(by.at.0)
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(settled > 0)
}

/// The report of this name in an exchange.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, exchange: ExchangeId, uuid: Uuid) -> Result<Option<Report>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE r.exchange = $1 AND r.uuid = $2"))
        .bind(exchange.0).bind(uuid).fetch_optional(conn).await)?)
}

/// The open reports of an exchange, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn open(tx: &mut Tx, exchange: ExchangeId, limit: i64) -> Result<Vec<Report>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE r.exchange = $1 AND r.state = 'open' ORDER BY r.made_at, r.id LIMIT $2"))
        .bind(exchange.0).bind(limit).fetch_all(conn).await)?)
}

/// The reports of an exchange that were decided, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn settled(tx: &mut Tx, exchange: ExchangeId, limit: i64) -> Result<Vec<Report>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE r.exchange = $1 AND r.state <> 'open' ORDER BY r.settled_at DESC, r.id DESC LIMIT $2"))
        .bind(exchange.0).bind(limit).fetch_all(conn).await)?)
}

/// What a member has reported, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_reporter(tx: &mut Tx, reporter: MemberId, limit: i64) -> Result<Vec<Report>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE r.reporter = $1 ORDER BY r.made_at DESC, r.id DESC LIMIT $2"))
        .bind(reporter.0).bind(limit).fetch_all(conn).await)?)
}
