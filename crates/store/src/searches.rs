//! Saved searches: what members look for in the market, again and again.

use ledger::id::ExchangeId;
use ledger::time::Instant;
use uuid::Uuid;

use crate::areas::AreaId;
use crate::categories::CategoryId;
use crate::error::Result;
use crate::ids::Series;
use crate::listings::Kind;
use crate::members::MemberId;
use crate::tx::Tx;

pub mod matches;

words! {
    /// How soon a member is told of what matches.
    pub enum Pace {
        /// At once, and once an hour at most.
        AtOnce = "at-once",
        /// Each morning.
        Daily = "daily",
        /// Each Saturday, as the weekly digest.
        Weekly = "weekly",
        /// Not at all: it is looked at when they wish.
        Never = "never",
    }
}

row! {
    /// A saved search.
    pub struct SavedSearch {
        /// Names it inside.
        pub id: i64,
        /// Names it outside.
        pub uuid: Uuid,
        /// The exchange of its member.
        pub exchange: ExchangeId,
        /// Whose it is.
        pub member: MemberId,
        /// What its member calls it.
        pub name: String,
        /// What is looked for; empty: whatever the filters let pass.
        pub words: String,
        /// Whether these very words must be there.
        pub exact: bool,
        /// The language of whoever saved it.
        pub locale: String,
        /// Offers or wants; none: both.
        pub kind: Option<Kind>,
        /// A category with its parts; none: all.
        pub category: Option<CategoryId>,
        /// The area of a listing's owner; none: all.
        pub area: Option<AreaId>,
        /// The language that a listing is written in; empty: any.
        pub language: String,
        /// Whether an amount must be told, or none; none: either.
        pub priced: Option<bool>,
        /// The exchange that is searched; none: all of the server.
        pub ground: Option<ExchangeId>,
        /// How far away a listing may be, in kilometres; none: however far.
        pub within_km: Option<i64>,
        /// How soon its member is told.
        pub pace: Pace,
        /// When it was saved.
        pub made_at: Instant,
    }
}

/// A search to be saved, without what the store gives it.
#[derive(Clone, Debug)]
pub struct NewSearch<'a> {
    /// Names it outside.
    pub uuid: Uuid,
    /// The exchange of its member.
    pub exchange: ExchangeId,
    /// Whose it is.
    pub member: MemberId,
    /// What its member calls it.
    pub name: &'a str,
    /// What is looked for.
    pub words: &'a str,
    /// Whether these very words must be there.
    pub exact: bool,
    /// The language of whoever saves it.
    pub locale: &'a str,
    /// Offers or wants.
    pub kind: Option<Kind>,
    /// A category with its parts.
    pub category: Option<CategoryId>,
    /// The area of a listing's owner.
    pub area: Option<AreaId>,
    /// The language that a listing is written in.
    pub language: &'a str,
    /// Whether an amount must be told, or none.
    pub priced: Option<bool>,
    /// The exchange that is searched; none: all of the server.
    pub ground: Option<ExchangeId>,
    /// How far away a listing may be, in kilometres.
    pub within_km: Option<i64>,
    /// How soon its member is told.
    pub pace: Pace,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.uuid, s.exchange, s.member, s.name, s.words, s.exact, s.locale, s.kind, s.category, s.area,
             s.language, s.priced, s.ground, s.within_km, s.pace, s.made_at FROM saved_searches s ",
            $rest
        )
    };
}

/// Saves a search, unless one of this name outside is there already.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, new: &NewSearch<'_>, now: Instant) -> Result<()> {
    let id = tx.id(Series::SavedSearches).await?;
    on!(tx, conn => sqlx::query(
        "INSERT INTO saved_searches (id, uuid, exchange, member, name, words, exact, locale, kind, category, area, language,
            priced, pace, made_at, ground, within_km)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT (uuid) DO NOTHING")
        .bind(id).bind(new.uuid).bind(new.exchange.0).bind(new.member.0).bind(new.name).bind(new.words).bind(new.exact)
        .bind(new.locale).bind(new.kind.map(Kind::as_str)).bind(new.category.map(|category| category.0))
        .bind(new.area.map(|area| area.0)).bind(new.language).bind(new.priced).bind(new.pace.as_str()).bind(now.0)
        .bind(new.ground.map(|ground| ground.0)).bind(new.within_km)
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// A member's saved searches, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<SavedSearch>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE s.member = $1 ORDER BY s.name, s.id"))
        .bind(member.0).fetch_all(conn).await)?)
}

/// The next searches that go over an exchange and whose members are told, in the order of their ids, after this one. Who has left,
/// or whom an administrator has stopped, is not told.
///
/// # Errors
/// When the database does not answer.
pub async fn to_tell(tx: &mut Tx, exchange: ExchangeId, after: i64, limit: i64) -> Result<Vec<SavedSearch>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "JOIN members m ON m.id = s.member JOIN accounts a ON a.id = m.account
         WHERE (s.ground = $1 OR s.ground IS NULL) AND s.id > $2 AND s.pace <> 'never' AND m.state = 'active'
         AND a.state IN ('active', 'disabled') ORDER BY s.id LIMIT $3"))
        .bind(exchange.0).bind(after).bind(limit).fetch_all(conn).await)?)
}

/// Gives a saved search another name and pace.
///
/// # Errors
/// When the database refuses.
pub async fn change(tx: &mut Tx, id: i64, (name, pace): (&str, Pace)) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE saved_searches SET name = $2, pace = $3 WHERE id = $1")
        .bind(id).bind(name).bind(pace.as_str()).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Forgets a saved search, and what waits to be told of it.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, id: i64) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM saved_searches WHERE id = $1")
        .bind(id).execute(conn).await.map(|_| ()))?;
    Ok(())
}
