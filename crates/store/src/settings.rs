//! Facts about this installation, by name.

use crate::error::Result;
use crate::tx::Tx;

/// The value of a setting, if it has one.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, name: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = on!(tx, conn =>
        sqlx::query_as("SELECT value FROM settings WHERE name = $1").bind(name).fetch_optional(conn).await)?;
    Ok(row.map(|(value,)| value))
}

/// Gives a setting a value.
///
/// # Errors
/// When the database refuses.
pub async fn set(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO settings (name, value) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .bind(name).bind(value).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Makes everyone else who would hold or change a setting wait until this transaction ends; tells whether there is one.
///
/// # Errors
/// When the database refuses.
pub async fn hold(tx: &mut Tx, name: &str) -> Result<bool> {
    let held = on!(tx, conn => sqlx::query("UPDATE settings SET value = value WHERE name = $1")
        .bind(name).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(held > 0)
}

/// Takes a setting away.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, name: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM settings WHERE name = $1").bind(name).execute(conn).await.map(|_| ()))?;
    Ok(())
}
