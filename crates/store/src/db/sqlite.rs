//! SQLite: its connections, and the checks that it keeps what it says.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{SqliteConnection, SqlitePool};

use crate::error::{Error, Result};

/// The oldest SQLite without a known fault in its write-ahead log.
const OLDEST: [u32; 3] = [3, 51, 3];
/// Pages in the log before they are folded into the file (64 MiB): small batches are then not held up by it.
const CHECKPOINT_PAGES: &str = "16384";
/// How many may read at once.
const READERS: u32 = 8;

/// The one connection that ordinary changes are made on.
pub(super) async fn writer(path: &Path) -> Result<SqlitePool> {
    let options = options(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .pragma("wal_autocheckpoint", CHECKPOINT_PAGES)
        .pragma("cache_size", "-32768");
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
    check(&mut *pool.acquire().await?).await?;
    Ok(pool)
}

/// Folds the log that an earlier process has left into the file, and flushes it.
///
/// If a flush failed before, the log may look whole in memory and have a hole on the disk. Commits appended behind the hole
/// would be lost with the next power failure; after this nothing depends on what the log held.
pub(super) async fn fold(writer: &SqlitePool) -> Result<()> {
    sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(writer).await?;
    Ok(())
}

/// The connections that are only read from.
pub(super) async fn readers(path: &Path) -> Result<SqlitePool> {
    let options = options(path).read_only(true).pragma("cache_size", "-8192");
    let pool = SqlitePoolOptions::new()
        .max_connections(READERS)
        .idle_timeout(Duration::from_secs(60))
        .connect_with(options)
        .await?;
    check(&mut *pool.acquire().await?).await?;
    Ok(pool)
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(256)
}

/// Reads back what was asked for: a database that does not keep it is refused, not hoped for.
async fn check(conn: &mut SqliteConnection) -> Result<()> {
    let (version,): (String,) = sqlx::query_as("SELECT sqlite_version()").fetch_one(&mut *conn).await?;
    if parse_version(&version).is_none_or(|version| version < OLDEST) {
        return Err(Error::Unfit(format!("SQLite {version} is too old: 3.51.3 is needed")));
    }
    let (mode,): (String,) = sqlx::query_as("PRAGMA journal_mode").fetch_one(&mut *conn).await?;
    let (synchronous,): (i64,) = sqlx::query_as("PRAGMA synchronous").fetch_one(&mut *conn).await?;
    let (foreign_keys,): (i64,) = sqlx::query_as("PRAGMA foreign_keys").fetch_one(&mut *conn).await?;
    if (mode.as_str(), synchronous, foreign_keys) != ("wal", 2, 1) {
        return Err(Error::Unfit(format!(
            "SQLite must have journal_mode wal, synchronous 2, foreign_keys 1, \
             and has {mode}, {synchronous}, {foreign_keys}: is the file on a network drive?"
        )));
    }
    Ok(())
}

fn parse_version(text: &str) -> Option<[u32; 3]> {
    let mut parts = text.split('.').map(|part| part.parse().ok());
    Some([parts.next()??, parts.next()??, parts.next()??])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        for (text, good) in [("3.51.3", true), ("3.51.2", false), ("3.100.0", true), ("4.0.0", true)] {
            assert_eq!(parse_version(text).unwrap() >= OLDEST, good, "{text}");
        }
        assert_eq!(parse_version("3.x"), None);
    }
}
