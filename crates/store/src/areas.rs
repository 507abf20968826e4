//! Areas: the parts of an exchange that its members choose from.

use ledger::id::ExchangeId;
use sqlx::error::BoxDynError;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::Series;
use crate::row::Column;
use crate::tx::Tx;

/// An area of one exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaId(pub i64);

impl Column for AreaId {
    type Raw = i64;
    fn read(raw: i64) -> Result<Self, BoxDynError> {
        Ok(Self(raw))
    }
}

row! {
    /// An area.
    pub struct Area {
        /// Names it inside.
        pub id: AreaId,
        /// Names it outside.
        pub uuid: Uuid,
        /// What the exchange calls it.
        pub name: String,
        /// Where it stands among the others.
        pub position: i64,
        /// Whether nobody else joins it.
        pub retired: bool,
    }
}

/// Adds an area at a place among the others.
///
/// # Errors
/// When the database refuses.
pub async fn insert(
    tx: &mut Tx,
    exchange: ExchangeId,
    uuid: Uuid,
    (name, position): (&str, i64),
) -> Result<()> {
    let id = tx.id(Series::Areas).await?;
    on!(tx, conn => sqlx::query("INSERT INTO areas (id, uuid, exchange, name, position) VALUES ($1, $2, $3, $4, $5)")
        .bind(id).bind(uuid).bind(exchange.0).bind(name).bind(position).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Changes what an area is called, and whether it is retired.
///
/// # Errors
/// When the database refuses.
pub async fn set(tx: &mut Tx, id: AreaId, (name, retired): (&str, bool)) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE areas SET name = $2, retired = $3 WHERE id = $1")
        .bind(id.0).bind(name).bind(retired).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Puts an area at a place among the others.
///
/// # Errors
/// When the database refuses.
pub async fn set_position(tx: &mut Tx, id: AreaId, position: i64) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE areas SET position = $2 WHERE id = $1")
        .bind(id.0).bind(position).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The areas of an exchange in their order, retired ones too.
///
/// # Errors
/// When the database does not answer.
pub async fn of_exchange(tx: &mut Tx, exchange: ExchangeId) -> Result<Vec<Area>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, name, position, retired FROM areas WHERE exchange = $1 ORDER BY position, id")
        .bind(exchange.0).fetch_all(conn).await)?)
}
