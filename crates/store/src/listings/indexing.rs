//! Listings as an index takes them in: everything that is searched, and what changed since.

use ledger::id::ExchangeId;
use ledger::time::Instant;

use super::shown::{AT_ONCE, padded};
use super::{Kind, Sight, State};
use crate::categories::CategoryId;
use crate::error::Result;
use crate::tx::Tx;

row! {
    /// A listing as it is searched.
    pub struct Searched {
        /// Names it.
        pub id: i64,
        /// Where.
        pub exchange: ExchangeId,
        /// What it is.
        pub kind: Kind,
        /// Where it stands.
        pub state: State,
        /// One line.
        pub title: String,
        /// Markdown, as it was typed.
        pub body: String,
        /// Words to be found by.
        pub keywords: String,
        /// What it is sorted under.
        pub category: CategoryId,
        /// What its category is called here; empty: the standard name.
        pub category_name: String,
        /// The key of its category in the standard set.
        pub concept: Option<String>,
        /// The amount that is asked or given, if one is said.
        pub amount: Option<i64>,
        /// Where.
        pub place: String,
        /// Where its owner is, in hundredths of a degree to the north.
        pub latitude: Option<i64>,
        /// The same, to the east.
        pub longitude: Option<i64>,
        /// Who may see it.
        pub sight: Sight,
        /// The language it is written in.
        pub locale: String,
        /// When it ends.
        pub expires_at: Option<Instant>,
        /// When it was made.
        pub created_at: Instant,
        /// When anything about it last changed.
        pub changed_at: Instant,
        /// What is kept of its meaning was made of this.
        pub digest: Option<Vec<u8>>,
        /// What is kept of its meaning.
        pub vector: Option<Vec<u8>>,
    }
}

macro_rules! select {
    ($rest:expr) => {
        concat!(
            "SELECT l.id, l.exchange, l.kind, l.state, l.title, l.body, l.keywords, l.category, c.name AS category_name,
             c.concept, l.amount, l.place, o.latitude, o.longitude, l.sight, l.locale, l.expires_at, l.created_at, l.changed_at, m.digest, m.vector
             FROM listings l JOIN categories c ON c.id = l.category JOIN members o ON o.id = l.member
             LEFT JOIN listing_meanings m ON m.listing = l.id ",
            $rest
        )
    };
}

/// Listings with ids above `after`, by id, however they stand.
///
/// # Errors
/// When the database does not answer.
pub async fn after(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<Searched>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE l.id > $1 ORDER BY l.id LIMIT $2"))
        .bind(after).bind(limit).fetch_all(conn).await)?)
}

/// The listings with these ids; at most [`AT_ONCE`] are asked for.
///
/// # Errors
/// When the database does not answer.
pub async fn some(tx: &mut Tx, ids: &[i64]) -> Result<Vec<Searched>> {
    let ids = padded(ids);
    Ok(on!(tx, conn => {
        let query = sqlx::query_as(select!(
            "WHERE l.id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
              $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)"));
        ids.into_iter().fold(query, |query, id| query.bind(id)).fetch_all(conn).await
    })?)
}

/// Which listings changed at `since` or later, and when; the last of a page before is left out with all before it.
///
/// # Errors
/// When the database does not answer.
pub async fn changed(
    tx: &mut Tx,
    since: Instant,
    (at, id): (Instant, i64),
    limit: i64,
) -> Result<Vec<(i64, Instant)>> {
    let rows: Vec<(i64, i64)> = on!(tx, conn => sqlx::query_as(
        "SELECT id, changed_at FROM listings WHERE changed_at >= $1 AND (changed_at, id) > ($2, $3)
         ORDER BY changed_at, id LIMIT $4")
        .bind(since.0).bind(at.0).bind(id).bind(limit).fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(id, at)| (id, Instant(at))).collect())
}

/// Keeps what a model made of a listing; `digest` says of what.
///
/// # Errors
/// When the database refuses.
pub async fn keep_meaning(tx: &mut Tx, listing: i64, digest: &[u8], vector: &[u8]) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO listing_meanings (listing, digest, vector) SELECT id, $2, $3 FROM listings WHERE id = $1
         ON CONFLICT (listing) DO UPDATE SET digest = excluded.digest, vector = excluded.vector")
        .bind(listing).bind(digest).bind(vector).execute(conn).await.map(|_| ()))?;
    Ok(())
}

const _: () = assert!(AT_ONCE == 32, "as many places stand in the statement");
