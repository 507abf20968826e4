//! Where exchanges and members are on the map.

use ledger::id::ExchangeId;
use ledger::time::Instant;

use crate::error::Result;
use crate::listings::shown::padded;
use crate::listings::{self, shown};
use crate::members::MemberId;
use crate::tx::Tx;

/// A place on the map, in hundredths of a degree: no finer one can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// To the north of the equator, from -9000 to 9000.
    pub latitude: i64,
    /// To the east of Greenwich, from -18000 to 18000.
    pub longitude: i64,
}

impl Point {
    /// Of two columns that are both there or not.
    #[must_use]
    pub fn of(latitude: Option<i64>, longitude: Option<i64>) -> Option<Self> {
        latitude.zip(longitude).map(|(latitude, longitude)| Self { latitude, longitude })
    }
}

/// Where an exchange is, if anybody has said.
///
/// # Errors
/// When the database does not answer.
pub async fn of_exchange(tx: &mut Tx, exchange: ExchangeId) -> Result<Option<Point>> {
    let found: Option<(Option<i64>, Option<i64>)> = on!(tx, conn => sqlx::query_as(
        "SELECT latitude, longitude FROM exchanges WHERE id = $1").bind(exchange.0).fetch_optional(conn).await)?;
    Ok(found.and_then(|(latitude, longitude)| Point::of(latitude, longitude)))
}

/// Where the exchanges are of which anybody has said.
///
/// # Errors
/// When the database does not answer.
pub async fn of_exchanges(tx: &mut Tx) -> Result<Vec<(ExchangeId, Point)>> {
    let rows: Vec<(i64, i64, i64)> = on!(tx, conn => sqlx::query_as(
        "SELECT id, latitude, longitude FROM exchanges WHERE latitude IS NOT NULL AND longitude IS NOT NULL ORDER BY id")
        .fetch_all(conn).await)?;
    let at = |(id, latitude, longitude)| (ExchangeId(id), Point { latitude, longitude });
    Ok(rows.into_iter().map(at).collect())
}

/// Where a member is, if it has said.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Option<Point>> {
    Ok(of_members(tx, &[member]).await?.pop().map(|(_, point)| point))
}

/// Where those of these members are who have said; at most [`shown::AT_ONCE`] are asked for.
///
/// # Errors
/// When the database does not answer.
pub async fn of_members(tx: &mut Tx, members: &[MemberId]) -> Result<Vec<(MemberId, Point)>> {
    let ids: Vec<i64> = members.iter().map(|member| member.0).collect();
    let rows: Vec<(i64, i64, i64)> = on!(tx, conn => {
        let query = sqlx::query_as(
            "SELECT id, latitude, longitude FROM members WHERE latitude IS NOT NULL AND longitude IS NOT NULL
             AND id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
              $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)");
        padded(&ids).into_iter().fold(query, |query, id| query.bind(id)).fetch_all(conn).await
    })?;
    let at = |(id, latitude, longitude)| (MemberId(id), Point { latitude, longitude });
    Ok(rows.into_iter().map(at).collect())
}

/// Says where an exchange is, or that nobody says.
///
/// # Errors
/// When the database refuses.
pub async fn set_of_exchange(tx: &mut Tx, exchange: ExchangeId, point: Option<Point>) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE exchanges SET latitude = $2, longitude = $3 WHERE id = $1")
        .bind(exchange.0).bind(point.map(|at| at.latitude)).bind(point.map(|at| at.longitude))
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Says where a member is, and with it its listings, or that it does not say.
///
/// # Errors
/// When the database refuses.
pub async fn set_of_member(tx: &mut Tx, member: MemberId, point: Option<Point>, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE members SET latitude = $2, longitude = $3 WHERE id = $1")
        .bind(member.0).bind(point.map(|at| at.latitude)).bind(point.map(|at| at.longitude))
        .execute(conn).await.map(|_| ()))?;
    listings::touch_member(tx, member, now).await
}

const _: () = assert!(shown::AT_ONCE == 32, "as many places stand in the statement");
