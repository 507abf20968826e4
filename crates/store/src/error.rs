//! What can go wrong between the program and its database.

use sqlx::error::{DatabaseError, ErrorKind};
use sqlx::migrate::MigrateError;

/// The outcome of a statement.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the database did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another row has the same key already. Whoever inserts knows which key that must be.
    #[error("another row has this key already")]
    Taken,
    /// The database was busy with others (a deadlock, a serialization failure, a lock not had in time), or its server was
    /// going, coming or out of reach: the same transaction may succeed when it is tried again.
    #[error("the database was busy: {0}")]
    Busy(#[source] sqlx::Error),
    /// The database was made by a newer version of the program.
    #[error(
        "the database has version {found} and this program knows versions up to {known}: run a newer program"
    )]
    TooNew {
        /// The newest migration that the database has seen.
        found: i64,
        /// The newest migration that this program has.
        known: i64,
    },
    /// There is no database there, or one that a writing command must bring up to date first.
    #[error("{0}")]
    NotReady(String),
    /// The database cannot keep what is asked of it: too old, or not durable.
    #[error("{0}")]
    Unfit(String),
    /// A migration failed.
    #[error("the tables could not be brought up to date: {0}")]
    Migration(#[source] MigrateError),
    /// SQLite: the disk said that it could not flush what was written. Nothing more may be written before the next start.
    #[error("the disk could not flush what was written")]
    FlushFailed,
    /// A commit was done, and the server warned that it may not last: that it gave up waiting for its followers.
    #[error("the database warned about a commit: it may not last")]
    Doubtful,
    /// Anything else that the driver says.
    #[error(transparent)]
    Sql(sqlx::Error),
    /// What the teller's own driver says on SQLite.
    #[error(transparent)]
    Teller(rusqlite::Error),
}

impl Error {
    /// Whether doing the same transaction again may succeed.
    pub fn is_busy(&self) -> bool {
        match self {
            Self::Busy(_) => true,
            Self::Teller(error) => matches!(
                error.sqlite_error_code(),
                Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked)
            ),
            _ => false,
        }
    }
}

impl Error {
    /// Whether a row was there and one of its columns holds what none could hold.
    pub fn is_unreadable_row(&self) -> bool {
        matches!(self, Self::Sql(sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_)))
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(found) if is_failed_flush(found.as_ref()) => Self::FlushFailed,
            sqlx::Error::Database(found) if found.kind() == ErrorKind::UniqueViolation => Self::Taken,
            sqlx::Error::Database(found) if is_passing(found.as_ref()) => Self::Busy(error),
            sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) => Self::Busy(error),
            _ => Self::Sql(error),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        if error.sqlite_error().is_some_and(|found| FAILED_FLUSHES.contains(&found.extended_code)) {
            return Self::FlushFailed;
        }
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::ConstraintViolation) => Self::Taken,
            _ => Self::Teller(error),
        }
    }
}

/// PostgreSQL: serialization failure, deadlock, lock not available; a server that shuts down, has crashed, is starting or
/// (for a moment, before it is promoted) only follows; a session ended because it stood idle in a transaction. SQLite: busy,
/// with its variants.
fn is_passing(error: &dyn DatabaseError) -> bool {
    const PASSING: [&str; 12] =
        ["40001", "40P01", "55P03", "57P01", "57P02", "57P03", "25006", "25P03", "5", "261", "517", "773"];
    error.code().is_some_and(|code| PASSING.contains(&code.as_ref()))
}

/// SQLite's codes for a file and for a folder that could not be flushed.
const FAILED_FLUSHES: [i32; 2] = [rusqlite::ffi::SQLITE_IOERR_FSYNC, rusqlite::ffi::SQLITE_IOERR_DIR_FSYNC];

/// PostgreSQL's codes are five characters, SQLite's are numbers.
fn is_failed_flush(error: &dyn DatabaseError) -> bool {
    let number = error.code().filter(|code| code.len() == 4).and_then(|code| code.parse::<i32>().ok());
    number.is_some_and(|number| FAILED_FLUSHES.contains(&number))
}
