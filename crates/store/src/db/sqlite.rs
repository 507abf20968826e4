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
/// What a log keeps of its length once it is folded, in bytes: a long reader, as a backup is one, lets it grow.
pub(crate) const LOG_KEPT_BYTES: &str = "134217728";
/// How many may read at once.
const READERS: u32 = 8;
/// How long others are waited for.
const BUSY: Duration = Duration::from_secs(10);

/// The one connection that ordinary changes are made on.
pub(super) async fn writer(path: &Path) -> Result<SqlitePool> {
    let options = options(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .pragma("wal_autocheckpoint", CHECKPOINT_PAGES)
        .pragma("journal_size_limit", LOG_KEPT_BYTES)
        .pragma("cache_size", "-32768");
    let one = SqlitePoolOptions::new().max_connections(1);
    let patience = tokio::time::Instant::now() + BUSY;
    let pool = loop {
        // SQLite itself does not wait for whoever is giving a new file its log: both would wait for each other.
        match one.clone().connect_with(options.clone()).await.map_err(Error::from) {
            Err(error) if error.is_busy() && tokio::time::Instant::now() < patience => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            made => break made?,
        }
    };
    check(&mut *pool.acquire().await?).await?;
    Ok(pool)
}

/// Folds the log that an earlier process has left into the file, and flushes it.
///
/// If a flush failed before, the log may look whole in memory and have a hole on the disk. Commits appended behind the hole
/// would be lost with the next power failure; after this nothing depends on what the log held.
pub(super) async fn fold_log(writer: &SqlitePool) -> Result<()> {
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

/// Folds a database's log into its file, which is then all there is of it.
///
/// # Errors
/// [`Error::NotReady`] when somebody else has it open, or it is no database.
pub fn fold(path: &Path) -> Result<()> {
    let other = |error: &dyn std::fmt::Display| {
        Error::NotReady(format!(
            "{} cannot be opened alone ({error}): end what else reads it, or move it away, with the files named like it \
             that end in -wal and -shm",
            path.display()
        ))
    };
    fold_alone(path).map_err(|error| other(&error))?;
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    match std::fs::metadata(&log) {
        Ok(left) if left.len() > 0 => Err(other(&"its log is still there")),
        _ => Ok(()),
    }
}

/// Takes the file for itself alone, which nobody gets while another has it open; it stays a database with a log all the time,
/// so that nothing is to be put right when this is cut off.
fn fold_alone(path: &Path) -> rusqlite::Result<()> {
    let conn = rusqlite::Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.query_row("PRAGMA locking_mode = EXCLUSIVE", [], |_| Ok(()))?;
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT")?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    conn.close().map_err(|(_, error)| error)
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
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
    fn a_database_is_folded_by_whoever_has_it_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (busy, left) = (folder.path().join("busy.db"), folder.path().join("left.db"));
        let beside =
            |path: &Path, ending: &str| std::path::PathBuf::from(format!("{}{ending}", path.display()));
        let conn = rusqlite::Connection::open(&busy).unwrap();
        conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
        conn.execute_batch("CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('bread')").unwrap();
        // What is left when a process is killed: nothing has been folded.
        std::fs::copy(&busy, &left).unwrap();
        std::fs::copy(beside(&busy, "-wal"), beside(&left, "-wal")).unwrap();

        let refused = fold(&busy).unwrap_err().to_string();
        assert!(refused.contains("end what else reads it"), "{refused}");
        fold(&left).unwrap();
        assert!(std::fs::metadata(beside(&left, "-wal")).is_err(), "the log is gone");
        let alone = rusqlite::Connection::open(&left).unwrap();
        let read = |sql: &str| alone.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
        assert_eq!(
            (read("SELECT a FROM t").as_str(), read("PRAGMA journal_mode").as_str()),
            ("bread", "wal")
        );

        drop(conn);
        fold(&busy).unwrap();
        std::fs::write(&left, "no database at all, and long enough to be looked at").unwrap();
        assert!(fold(&left).is_err());
    }

    #[tokio::test]
    async fn a_new_database_that_another_is_just_writing_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new.db");
        let other = rusqlite::Connection::open(&path).unwrap();
        other.execute_batch("CREATE TABLE t (a TEXT); BEGIN IMMEDIATE").unwrap();
        let ending = tokio::task::spawn_blocking(move || {
            std::thread::sleep(Duration::from_millis(300));
            other.execute_batch("COMMIT").unwrap();
        });
        writer(&path).await.unwrap().close().await;
        ending.await.unwrap();
    }

    #[test]
    fn versions_compare_by_number() {
        for (text, good) in [("3.51.3", true), ("3.51.2", false), ("3.100.0", true), ("4.0.0", true)] {
            assert_eq!(parse_version(text).unwrap() >= OLDEST, good, "{text}");
        }
        assert_eq!(parse_version("3.x"), None);
    }
}
