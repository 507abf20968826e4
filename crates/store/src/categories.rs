//! Categories: what an exchange sorts its offers and wants by, in two levels.

use ledger::id::ExchangeId;
use sqlx::QueryBuilder;
use sqlx::error::BoxDynError;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::Series;
use crate::row::Column;
use crate::tx::Tx;

/// A category of one exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CategoryId(pub i64);

impl Column for CategoryId {
    type Raw = i64;
    fn read(raw: i64) -> Result<Self, BoxDynError> {
        Ok(Self(raw))
    }
}

row! {
    /// A category.
    pub struct Category {
        /// Names it inside.
        pub id: CategoryId,
        /// Names it outside.
        pub uuid: Uuid,
        /// The one that it is a part of.
        pub parent: Option<CategoryId>,
        /// Its key in the standard set; none: the exchange's own.
        pub concept: Option<String>,
        /// What the exchange calls it; empty: the standard name.
        pub name: String,
        /// The name of its icon.
        pub icon: String,
        /// Where it stands among those with the same parent.
        pub position: i64,
        /// Whether nothing new gets it.
        pub retired: bool,
    }
}

/// A category to be.
#[derive(Clone, Copy, Debug)]
pub struct NewCategory<'a> {
    /// Names it outside.
    pub uuid: Uuid,
    /// Its key in the standard set.
    pub concept: Option<&'a str>,
    /// What an administrator can change.
    pub face: Face<'a>,
    /// Where it stands among those with the same parent.
    pub position: i64,
}

/// What an administrator can change of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face<'a> {
    /// What the exchange calls it; empty: the standard name.
    pub name: &'a str,
    /// The name of its icon.
    pub icon: &'a str,
    /// The one that it is a part of.
    pub parent: Option<CategoryId>,
    /// Whether nothing new gets it.
    pub retired: bool,
}

/// Adds categories; those whose concept the exchange has already are passed over.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, exchange: ExchangeId, new: &[NewCategory<'_>]) -> Result<()> {
    let Ok(count @ 1..) = i64::try_from(new.len()) else { return Ok(()) };
    let ids = tx.ids(Series::Categories, count).await?;
    on!(tx, conn => {
        let mut sql =
            QueryBuilder::new("INSERT INTO categories (id, uuid, exchange, parent, concept, name, icon, position, retired) ");
        sql.push_values(ids.zip(new), |mut row, (id, new)| {
            row.push_bind(id).push_bind(new.uuid).push_bind(exchange.0);
            row.push_bind(new.face.parent.map(|parent| parent.0)).push_bind(new.concept);
            row.push_bind(new.face.name).push_bind(new.face.icon).push_bind(new.position).push_bind(new.face.retired);
        });
        sql.push(" ON CONFLICT DO NOTHING");
        sql.build().execute(conn).await.map(|_| ())
    })?;
    Ok(())
}

/// Changes a category.
///
/// # Errors
/// When the database refuses.
pub async fn set_face(tx: &mut Tx, id: CategoryId, face: Face<'_>) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE categories SET name = $2, icon = $3, parent = $4, retired = $5 WHERE id = $1")
        .bind(id.0).bind(face.name).bind(face.icon).bind(face.parent.map(|parent| parent.0)).bind(face.retired)
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Puts a category at a place among those with the same parent.
///
/// # Errors
/// When the database refuses.
pub async fn set_position(tx: &mut Tx, id: CategoryId, position: i64) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE categories SET position = $2 WHERE id = $1")
        .bind(id.0).bind(position).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The categories of an exchange, each place's in order.
///
/// # Errors
/// When the database does not answer.
pub async fn of_exchange(tx: &mut Tx, exchange: ExchangeId) -> Result<Vec<Category>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid, parent, concept, name, icon, position, retired FROM categories WHERE exchange = $1
         ORDER BY position, id")
        .bind(exchange.0).fetch_all(conn).await)?)
}

/// The categories of all exchanges that mean this concept of the standard set themselves.
///
/// # Errors
/// When the database does not answer.
pub async fn meaning(tx: &mut Tx, concept: &str) -> Result<Vec<CategoryId>> {
    let rows: Vec<(i64,)> = on!(tx, conn => sqlx::query_as("SELECT id FROM categories WHERE concept = $1 ORDER BY id")
        .bind(concept).fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(id,)| CategoryId(id)).collect())
}

/// The categories of all exchanges that mean this concept of the standard set, and their parts.
///
/// # Errors
/// When the database does not answer.
pub async fn of_concept(tx: &mut Tx, concept: &str) -> Result<Vec<CategoryId>> {
    let rows: Vec<(i64,)> = on!(tx, conn => sqlx::query_as(
        "SELECT c.id FROM categories c LEFT JOIN categories p ON p.id = c.parent
         WHERE c.concept = $1 OR p.concept = $1 ORDER BY c.id").bind(concept).fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(id,)| CategoryId(id)).collect())
}
