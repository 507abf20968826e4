//! Exchanges: communities with their own unit. What no ledger rule reads of them.

use ledger::id::{ExchangeId, UserId};
use ledger::time::Instant;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::Series;
use crate::listings::{Bounds, Sight};
use crate::tx::{By, Tx};

words! {
    /// Where an exchange stands.
    pub enum State {
        /// Founded, and waiting for the server's administrators.
        Applied = "applied",
        /// At work.
        Active = "active",
        /// Not wanted on this server.
        Declined = "declined",
        /// Over.
        Closed = "closed",
    }
}

words! {
    /// How an exchange talks about itself.
    pub enum Words {
        /// As a community: giving, receiving.
        Community = "community",
        /// As a bank: paying, charging.
        Bank = "bank",
    }
}

words! {
    /// Who may ask to join.
    pub enum Joining {
        /// Everyone.
        Open = "open",
        /// Whoever has been invited.
        Invited = "invited",
        /// Nobody.
        Closed = "closed",
    }
}

row! {
    /// An exchange.
    pub struct Exchange {
        /// Names it inside.
        pub id: ExchangeId,
        /// Names it outside.
        pub uuid: Uuid,
        /// Four letters or digits, upper case: how its addresses and account numbers begin.
        pub code: String,
        /// Where it stands.
        pub state: State,
        /// Its name.
        pub name: String,
        /// One line about it.
        pub tagline: String,
        /// More about it.
        pub about: String,
        /// Where it is.
        pub place: String,
        /// The country, two upper-case letters, or empty.
        pub country: String,
        /// Its own pages elsewhere, or empty.
        pub website: String,
        /// How to reach its administrators, as they wish it shown.
        pub contact: String,
        /// IANA name of its time zone.
        pub time_zone: String,
        /// The language it is administered in.
        pub locale: String,
        /// `#rrggbb`
        pub colour: String,
        /// How it talks about itself.
        pub words: Words,
        /// What a newcomer accepts.
        pub terms: String,
        /// Grows with every change of the terms.
        pub terms_version: i64,
        /// Who may ask to join.
        pub joining: Joining,
        /// Who founded it.
        pub founder: UserId,
        /// When it was founded.
        pub created_at: Instant,
        /// When the server's administrators decided.
        pub decided_at: Option<Instant>,
        /// Why they decided so.
        pub decided_why: String,
        /// The founder's wishes for its policy, as JSON, until it is decided.
        pub founding: String,
        /// The longest that a listing stands before it is renewed, in days.
        pub listing_days: i64,
        /// Whether a listing may stand without an end.
        pub listing_endless: bool,
        /// The widest circle that a listing may be shown to.
        pub listing_sight: Sight,
    }
}

/// What an exchange says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// Its name.
    pub name: String,
    /// One line about it.
    pub tagline: String,
    /// More about it.
    pub about: String,
    /// Where it is.
    pub place: String,
    /// The country, two upper-case letters, or empty.
    pub country: String,
    /// Its own pages elsewhere, or empty.
    pub website: String,
    /// How to reach its administrators.
    pub contact: String,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// The language it is administered in.
    pub locale: String,
    /// `#rrggbb`
    pub colour: String,
    /// How it talks about itself.
    pub words: Words,
    /// Who may ask to join.
    pub joining: Joining,
}

/// An exchange to be founded.
#[derive(Clone, Debug)]
pub struct NewExchange<'a> {
    /// Names it outside.
    pub uuid: Uuid,
    /// Its code.
    pub code: &'a str,
    /// What a newcomer accepts.
    pub terms: &'a str,
    /// Who founds it.
    pub founder: UserId,
    /// When.
    pub created_at: Instant,
    /// JSON of the policy that the founder wishes.
    pub founding: &'a str,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, uuid, code, state, name, tagline, about, place, country, website, contact, time_zone, locale,
             colour, words, terms, terms_version, joining, founder, created_at, decided_at, decided_why, founding,
             listing_days, listing_endless, listing_sight FROM exchanges ",
            $rest
        )
    };
}

/// Founds an exchange; it waits for the server's administrators.
///
/// # Errors
/// [`crate::Error::Taken`] when another exchange has this code.
pub async fn insert(tx: &mut Tx, new: &NewExchange<'_>, texts: &Texts) -> Result<ExchangeId> {
    let id = tx.id(Series::Exchanges).await?;
    on!(tx, conn => sqlx::query(
        "INSERT INTO exchanges (id, uuid, code, state, name, time_zone, locale, colour, words, terms, joining, founder,
         created_at, founding) VALUES ($1, $2, $3, 'applied', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
        .bind(id).bind(new.uuid).bind(new.code).bind(&texts.name).bind(&texts.time_zone).bind(&texts.locale)
        .bind(&texts.colour).bind(texts.words.as_str()).bind(new.terms).bind(texts.joining.as_str())
        .bind(new.founder.0).bind(new.created_at.0).bind(new.founding).execute(conn).await.map(|_| ()))?;
    set_texts(tx, ExchangeId(id), texts).await?;
    Ok(ExchangeId(id))
}

/// Changes what an exchange says of itself.
///
/// # Errors
/// When the database refuses.
pub async fn set_texts(tx: &mut Tx, id: ExchangeId, texts: &Texts) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE exchanges SET name = $2, tagline = $3, about = $4, place = $5, country = $6, website = $7, contact = $8,
         time_zone = $9, locale = $10, colour = $11, words = $12, joining = $13 WHERE id = $1")
        .bind(id.0).bind(&texts.name).bind(&texts.tagline).bind(&texts.about).bind(&texts.place).bind(&texts.country)
        .bind(&texts.website).bind(&texts.contact).bind(&texts.time_zone).bind(&texts.locale).bind(&texts.colour)
        .bind(texts.words.as_str()).bind(texts.joining.as_str()).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Changes what an exchange allows of listings.
///
/// # Errors
/// When the database refuses.
pub async fn set_bounds(tx: &mut Tx, id: ExchangeId, bounds: &Bounds) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE exchanges SET listing_days = $2, listing_endless = $3, listing_sight = $4 WHERE id = $1")
        .bind(id.0).bind(bounds.days).bind(bounds.endless).bind(bounds.sight.as_str())
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The exchanges at work that have no category yet.
///
/// # Errors
/// When the database does not answer.
pub async fn without_categories(tx: &mut Tx) -> Result<Vec<ExchangeId>> {
    let rows: Vec<(i64,)> = on!(tx, conn => sqlx::query_as(
        "SELECT e.id FROM exchanges e WHERE e.state = 'active'
         AND NOT EXISTS (SELECT 1 FROM categories c WHERE c.exchange = e.id) ORDER BY e.id")
        .fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(id,)| ExchangeId(id)).collect())
}

/// Changes the terms; their version grows.
///
/// # Errors
/// When the database refuses.
pub async fn set_terms(tx: &mut Tx, id: ExchangeId, terms: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE exchanges SET terms = $2, terms_version = terms_version + 1 WHERE id = $1")
        .bind(id.0).bind(terms).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Writes down the decision about an exchange that waits for one; tells whether it did still wait.
///
/// # Errors
/// When the database refuses.
pub async fn decide(tx: &mut Tx, id: ExchangeId, state: State, by: By, why: &str) -> Result<bool> {
    let decided = on!(tx, conn => sqlx::query(
        "UPDATE exchanges SET state = $2, decided_by = $3, decided_at = $4, decided_why = $5, founding = ''
         WHERE id = $1 AND state = 'applied'")
        .bind(id.0).bind(state.as_str()).bind(by.user.0).bind(by.at.0).bind(why)
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(decided > 0)
}

/// The exchange with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, id: ExchangeId) -> Result<Option<Exchange>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE id = $1")).bind(id.0).fetch_optional(conn).await)?)
}

/// The exchange with this code, upper case.
///
/// # Errors
/// When the database does not answer.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Exchange>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE code = $1")).bind(code).fetch_optional(conn).await)?)
}

/// All exchanges in this state, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn in_state(tx: &mut Tx, state: State) -> Result<Vec<Exchange>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE state = $1 ORDER BY name, id"))
        .bind(state.as_str()).fetch_all(conn).await)?)
}

row! {
    /// An exchange that shows something to everyone.
    pub struct Open {
        /// Names it inside.
        pub id: ExchangeId,
        /// How its addresses begin.
        pub code: String,
        /// Its name.
        pub name: String,
    }
}

/// The exchanges at work whose listings everyone may see where their owners wish it, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn open(tx: &mut Tx) -> Result<Vec<Open>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, code, name FROM exchanges WHERE state = 'active' AND listing_sight = 'everyone' ORDER BY name, id")
        .fetch_all(conn).await)?)
}
