//! The tables: one list of migrations, from what both databases share and what is each one's own.

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};

use crate::error::Error;

/// Which database's list is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

/// One migration's number, name, and text on each database.
struct Step {
    version: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

const STEPS: &[Step] = &[
    Step {
        version: 1,
        name: "foundation",
        sqlite: include_str!("../migrations/common/0001_foundation.sql"),
        postgres: include_str!("../migrations/common/0001_foundation.sql"),
    },
    Step {
        version: 2,
        name: "append only",
        sqlite: include_str!("../migrations/sqlite/0002_append_only.sql"),
        postgres: include_str!("../migrations/postgres/0002_append_only.sql"),
    },
    Step {
        version: 3,
        name: "journal time",
        sqlite: include_str!("../migrations/common/0003_journal_time.sql"),
        postgres: include_str!("../migrations/common/0003_journal_time.sql"),
    },
    Step {
        version: 4,
        name: "sign in",
        sqlite: include_str!("../migrations/common/0004_sign_in.sql"),
        postgres: include_str!("../migrations/common/0004_sign_in.sql"),
    },
];

/// The newest migration that this program has.
pub(crate) const NEWEST: i64 = STEPS[STEPS.len() - 1].version;

/// The migrations of a database.
pub(crate) fn migrator(dialect: Dialect) -> Migrator {
    let migration = |step: &Step| {
        let sql = match dialect {
            // SQLite's row id must be called so; elsewhere that would be a 32-bit number.
            Dialect::Sqlite => step.sqlite.replace("BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY"),
            Dialect::Postgres => step.postgres.to_owned(),
        };
        // Our own files, compiled in: nothing of anybody's input is in them.
        let sql = AssertSqlSafe(sql).into_sql_str();
        Migration::new(step.version, step.name.into(), MigrationType::Simple, sql, false)
    };
    Migrator::with_migrations(STEPS.iter().map(migration).collect())
}

/// Tells a database that is newer than the program from one that failed.
pub(crate) fn failure(error: MigrateError) -> Error {
    match error {
        MigrateError::VersionMissing(found) if found > NEWEST => Error::TooNew { found, known: NEWEST },
        error => Error::Migration(error),
    }
}
