//! Listings that end: whose owners are to be written to, each time once.

use ledger::time::Instant;
use uuid::Uuid;

use crate::error::Result;
use crate::tx::Tx;

words! {
    /// What the owner of a listing was written of its end.
    pub enum Told {
        /// Nothing yet.
        Nothing = "nothing",
        /// That it ends soon.
        Soon = "soon",
        /// That it has ended.
        Over = "over",
    }
}

/// The listings whose owners have yet to be told that they end by `soon`, or have ended by `now`; the earliest first.
///
/// # Errors
/// When the database does not answer.
pub async fn due(tx: &mut Tx, (now, soon): (Instant, Instant), limit: i64) -> Result<Vec<Uuid>> {
    let rows: Vec<(Uuid,)> = on!(tx, conn => sqlx::query_as(
        "SELECT uuid FROM listings WHERE state = 'published' AND told <> 'over'
         AND (expires_at <= $1 OR (expires_at <= $2 AND told = 'nothing')) ORDER BY expires_at, id LIMIT $3")
        .bind(now.0).bind(soon.0).bind(limit).fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(uuid,)| uuid).collect())
}

/// Notes what the owner of a listing is told; answers whether it is this caller's to tell. Another may have done it, and
/// the owner may have renewed it meanwhile: then it has another end.
///
/// # Errors
/// When the database refuses.
pub async fn tell(tx: &mut Tx, uuid: Uuid, told: Told, expires_at: Instant) -> Result<bool> {
    let told_now = on!(tx, conn => sqlx::query(
        "UPDATE listings SET told = $2
         WHERE uuid = $1 AND expires_at = $3 AND state = 'published' AND told <> $2 AND told <> 'over'")
        .bind(uuid).bind(told.as_str()).bind(expires_at.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(told_now > 0)
}
