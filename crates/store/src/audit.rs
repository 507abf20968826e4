//! Administrative acts that no ledger rule reads: who did what, and when.

use ledger::id::{ExchangeId, UserId};
use ledger::time::Instant;

use crate::error::Result;
use crate::ids::Series;
use crate::tx::Tx;

row! {
    /// One act, as it is shown in the log.
    pub struct Act {
        /// Grows with time: the key of paging.
        pub id: i64,
        /// Where it was done; none: on the server.
        pub exchange: Option<ExchangeId>,
        /// When.
        pub at: Instant,
        /// By whom.
        pub made_by: UserId,
        /// The name of who did it, if that login still exists.
        pub made_by_name: Option<String>,
        /// What was done, as a stable word.
        pub act: String,
        /// To whom or what, in words or a number.
        pub subject: String,
        /// More about it: a JSON object.
        pub detail: String,
    }
}

/// An act to be written down.
#[derive(Clone, Copy, Debug)]
pub struct NewAct<'a> {
    /// Where it was done; none: on the server.
    pub exchange: Option<ExchangeId>,
    /// When.
    pub at: Instant,
    /// By whom.
    pub made_by: UserId,
    /// What, as a stable word.
    pub act: &'a str,
    /// To whom or what.
    pub subject: &'a str,
    /// A JSON object.
    pub detail: &'a str,
}

/// Writes an act down.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, act: NewAct<'_>) -> Result<()> {
    let id = tx.id(Series::Audit).await?;
    on!(tx, conn => sqlx::query(
        "INSERT INTO audit (id, exchange, at, made_by, act, subject, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(id).bind(act.exchange.map(|id| id.0)).bind(act.at.0).bind(act.made_by.0)
        .bind(act.act).bind(act.subject).bind(act.detail).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// An exchange's acts, or the server's (`None`), newest first, before the one with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn page(tx: &mut Tx, exchange: Option<ExchangeId>, before: i64, limit: i64) -> Result<Vec<Act>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT a.id, a.exchange, a.at, a.made_by, u.name AS made_by_name, a.act, a.subject, a.detail
         FROM audit a LEFT JOIN users u ON u.id = a.made_by
         WHERE (a.exchange = $1 OR ($1 IS NULL AND a.exchange IS NULL)) AND a.id < $2
         ORDER BY a.id DESC LIMIT $3")
        .bind(exchange.map(|id| id.0)).bind(before).bind(limit).fetch_all(conn).await)?)
}
