//! Empties a database: for a demo whose making was interrupted, and for nothing else.

use sqlx::{AssertSqlSafe, PgConnection, SqliteConnection};

use crate::error::Result;
use crate::tx::{Inner, Tx};

/// Empties every table but the list of migrations, the journals with their guards included. It counts once it is committed;
/// a [`crate::Db`] that has handed out ids before must be opened anew.
///
/// # Errors
/// When the database refuses.
pub async fn everything(tx: &mut Tx) -> Result<()> {
    match &mut tx.inner {
        Inner::Sqlite { tx, .. } => sqlite(tx).await,
        Inner::Postgres(tx) => postgres(tx).await,
    }
}

async fn postgres(conn: &mut PgConnection) -> Result<()> {
    let tables: Vec<(String,)> = sqlx::query_as(
        "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
         WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_%' ESCAPE '\\'
         ORDER BY table_name",
    )
    .fetch_all(&mut *conn)
    .await?;
    let names: Vec<String> = tables.into_iter().map(|(name,)| format!("\"{name}\"")).collect();
    sqlx::query(AssertSqlSafe(format!("TRUNCATE {}", names.join(", ")))).execute(conn).await?;
    Ok(())
}

/// SQLite has no word for it: the triggers are taken away, and put back as they were.
async fn sqlite(conn: &mut SqliteConnection) -> Result<()> {
    let guards: Vec<(String, String)> =
        sqlx::query_as("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
            .fetch_all(&mut *conn)
            .await?;
    let tables: Vec<(String,)> = sqlx::query_as(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .fetch_all(&mut *conn)
    .await?;
    // Rows may go before those that name them, as long as all are gone in the end.
    let mut steps = vec!["PRAGMA defer_foreign_keys = ON".to_owned()];
    steps.extend(guards.iter().map(|(name, _)| format!("DROP TRIGGER \"{name}\"")));
    steps.extend(tables.iter().map(|(name,)| format!("DELETE FROM \"{name}\"")));
    steps.extend(guards.into_iter().map(|(_, sql)| sql));
    for step in steps {
        sqlx::raw_sql(AssertSqlSafe(step)).execute(&mut *conn).await?;
    }
    Ok(())
}
