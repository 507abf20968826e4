//! A database that is filled from elsewhere: made at some version, filled, and brought up to date, all in one transaction,
//! so that it is whole or was never there.

use sqlx::AssertSqlSafe;

use crate::db::{DatabaseUrl, Db};
use crate::error::{Error, Result};
use crate::migrate;
use crate::tables::{self, Table};
use crate::tx::{Inner, Tx};

/// Such a database. Dropping it leaves nothing of it but, on SQLite, an empty file.
pub struct Draft {
    db: Db,
    tx: Tx,
    /// References between tables that are put back once all are filled: table, name and text.
    references: Vec<(String, String, String)>,
}

impl Draft {
    /// Begins in a database that holds no table yet, with the tables of this version, all of them empty.
    ///
    /// # Errors
    /// [`Error::NotEmpty`], [`Error::TooNew`] when this program does not know the version, and what [`Db::open`] says.
    pub async fn begin(url: &DatabaseUrl, version: i64) -> Result<Self> {
        if version > migrate::NEWEST {
            return Err(Error::TooNew { found: version, known: migrate::NEWEST });
        }
        let db = Db::connect(url).await?;
        let mut tx = db.write().await?;
        if !tables::all(&mut tx).await.is_ok_and(|found| found.is_empty()) {
            return Err(Error::NotEmpty);
        }
        migrate::up_to(&mut tx, version).await?;
        if let Inner::Sqlite { tx, .. } = &mut tx.inner {
            sqlx::query("PRAGMA defer_foreign_keys = ON").execute(&mut **tx).await?;
        }
        let references = loosen(&mut tx).await?;
        for table in tables::all(&mut tx).await? {
            let sql = AssertSqlSafe(format!("DELETE FROM \"{}\"", table.name));
            on!(tx, conn => sqlx::query(sql).execute(conn).await.map(|_| ()))?;
        }
        Ok(Self { db, tx, references })
    }

    /// Its transaction, in which it is filled ([`tables::insert`]) and looked at.
    pub fn tx(&mut self) -> &mut Tx {
        &mut self.tx
    }

    /// Its tables.
    ///
    /// # Errors
    /// As [`tables::all`].
    pub async fn tables(&mut self) -> Result<Vec<Table>> {
        tables::all(&mut self.tx).await
    }

    /// Puts the references between its tables back in force, once all are filled.
    ///
    /// # Errors
    /// When a row refers to one that is not there.
    pub async fn tighten(&mut self) -> Result<()> {
        let references = std::mem::take(&mut self.references);
        if let Inner::Postgres(tx) = &mut self.tx.inner {
            for (table, name, text) in &references {
                let sql = format!("ALTER TABLE {table} ADD CONSTRAINT {name} {text}");
                sqlx::query(AssertSqlSafe(sql)).execute(&mut **tx).await?;
            }
            // Without figures about so many new rows its plans would be guesses.
            sqlx::query("ANALYZE").execute(&mut **tx).await?;
        }
        Ok(())
    }

    /// Brings it to this program's version.
    ///
    /// # Errors
    /// When a migration fails.
    pub async fn bring_up_to_date(&mut self) -> Result<()> {
        migrate::up_to(&mut self.tx, migrate::NEWEST).await
    }

    /// Makes it lasting, and closes it.
    ///
    /// # Errors
    /// When the database refuses, or a row refers to one that is not there; then nothing is left.
    pub async fn commit(self) -> Result<()> {
        self.tx.commit().await?;
        self.db.close().await;
        Ok(())
    }

    /// Undoes all of it, and closes it.
    pub async fn abandon(self) {
        // Undone already when that fails.
        let _ = self.tx.rollback().await;
        self.db.close().await;
    }
}

/// Takes away the references between tables, so that they may be filled in any order. SQLite only puts off looking.
async fn loosen(tx: &mut Tx) -> Result<Vec<(String, String, String)>> {
    let Inner::Postgres(tx) = &mut tx.inner else { return Ok(Vec::new()) };
    let found: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT CAST(quote_ident(t.relname) AS TEXT), CAST(quote_ident(c.conname) AS TEXT),
                CAST(pg_get_constraintdef(c.oid) AS TEXT)
         FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
         WHERE c.contype = 'f' AND n.nspname = current_schema() ORDER BY t.relname, c.conname",
    )
    .fetch_all(&mut **tx)
    .await?;
    for (table, name, _) in &found {
        let sql = format!("ALTER TABLE {table} DROP CONSTRAINT {name}");
        sqlx::query(AssertSqlSafe(sql)).execute(&mut **tx).await?;
    }
    Ok(found)
}
