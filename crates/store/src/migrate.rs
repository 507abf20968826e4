//! The tables: one list of migrations, from what both databases share and what is each one's own.

use std::time::Duration;

use sqlx::migrate::{Migrate as _, MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};

use crate::db::Db;
use crate::error::{Error, Result};
use crate::tx::Tx;

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
    Step {
        version: 5,
        name: "backups",
        sqlite: include_str!("../migrations/common/0005_backups.sql"),
        postgres: include_str!("../migrations/common/0005_backups.sql"),
    },
    Step {
        version: 6,
        name: "market",
        sqlite: include_str!("../migrations/common/0006_market.sql"),
        postgres: include_str!("../migrations/common/0006_market.sql"),
    },
    Step {
        version: 7,
        name: "search",
        sqlite: include_str!("../migrations/common/0007_search.sql"),
        postgres: include_str!("../migrations/common/0007_search.sql"),
    },
    Step {
        version: 8,
        name: "pictures",
        sqlite: include_str!("../migrations/common/0008_pictures.sql"),
        postgres: include_str!("../migrations/common/0008_pictures.sql"),
    },
    Step {
        version: 9,
        name: "people",
        sqlite: include_str!("../migrations/common/0009_people.sql"),
        postgres: include_str!("../migrations/common/0009_people.sql"),
    },
    Step {
        version: 10,
        name: "messages",
        sqlite: include_str!("../migrations/common/0010_messages.sql"),
        postgres: include_str!("../migrations/common/0010_messages.sql"),
    },
    Step {
        version: 11,
        name: "notices",
        sqlite: include_str!("../migrations/common/0011_notices.sql"),
        postgres: include_str!("../migrations/common/0011_notices.sql"),
    },
    Step {
        version: 12,
        name: "saved searches",
        sqlite: include_str!("../migrations/common/0012_saved_searches.sql"),
        postgres: include_str!("../migrations/common/0012_saved_searches.sql"),
    },
    Step {
        version: 13,
        name: "points",
        sqlite: include_str!("../migrations/common/0013_points.sql"),
        postgres: include_str!("../migrations/common/0013_points.sql"),
    },
    Step {
        version: 14,
        name: "push",
        sqlite: include_str!("../migrations/common/0014_push.sql"),
        postgres: include_str!("../migrations/common/0014_push.sql"),
    },
    Step {
        version: 15,
        name: "market choices",
        sqlite: include_str!("../migrations/common/0015_market_choices.sql"),
        postgres: include_str!("../migrations/common/0015_market_choices.sql"),
    },
    Step {
        version: 16,
        name: "tokens",
        sqlite: include_str!("../migrations/common/0016_tokens.sql"),
        postgres: include_str!("../migrations/common/0016_tokens.sql"),
    },
];

/// The newest migration that this program has.
pub const NEWEST: i64 = STEPS[STEPS.len() - 1].version;

/// Where the driver notes which migrations have run.
const TABLE: &str = "_sqlx_migrations";
/// How often a database that another process is just making is looked at again.
const TRIES: u32 = 20;

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
    without_locks(STEPS.iter().map(migration).collect())
}

/// A number that stands for the text of all migrations on PostgreSQL.
#[cfg(feature = "testing")]
pub(crate) fn fingerprint() -> u64 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    migrator(Dialect::Postgres).iter().for_each(|step| step.checksum.hash(&mut hasher));
    hasher.finish()
}

/// The driver's own lock on PostgreSQL is an advisory one, which belongs to a connection and which not every engine has.
/// What keeps processes apart here is [`bring_up_to_date`].
pub(crate) fn without_locks(steps: Vec<Migration>) -> Migrator {
    let mut migrator = Migrator::with_migrations(steps);
    migrator.set_locking(false);
    migrator
}

/// Brings the tables up to date: all missing migrations in one transaction, so that they are the old ones or the new ones
/// whenever the process ends.
///
/// Of several processes that start at once one goes first. They queue at the row of the first migration, as the teller does
/// at a journal's; in a database that has none yet they collide over the tables that all of them make, and those who come
/// late find everything done when they look again.
pub(crate) async fn bring_up_to_date(db: &Db) -> Result<()> {
    let mut tries = 0;
    loop {
        match once(db, migrator).await {
            Err(error) if tries < TRIES && is_collision(&error) => {
                tries += 1;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            done => return done,
        }
    }
}

/// One attempt, with the migrations of this list.
pub(crate) async fn once(db: &Db, list: impl Fn(Dialect) -> Migrator) -> Result<()> {
    // An empty table of migrations is all that this may leave behind.
    let mut tx = db.write().await?;
    on!(tx, conn => conn.ensure_migrations_table(TABLE).await).map_err(failure)?;
    tx.commit().await?;
    let mut tx = db.write().await?;
    on!(tx, conn => sqlx::query("UPDATE _sqlx_migrations SET success = success WHERE version = 1")
        .execute(conn).await.map(|_| ()))?;
    let list = list(tx.dialect());
    run(&mut tx, &list, NEWEST).await?;
    tx.commit().await
}

/// The newest migration that a database has seen.
///
/// # Errors
/// [`Error::NotReady`] when it is no database of Ayni, [`Error::TooNew`] when it is newer than the program.
pub async fn version(tx: &mut Tx) -> Result<i64> {
    let found: sqlx::Result<(Option<i64>,)> = on!(tx, conn =>
        sqlx::query_as("SELECT max(version) FROM _sqlx_migrations").fetch_one(conn).await);
    match found {
        Ok((Some(found),)) if found > NEWEST => Err(Error::TooNew { found, known: NEWEST }),
        Ok((Some(found),)) => Ok(found),
        Ok((None,)) | Err(sqlx::Error::Database(_)) => {
            Err(Error::NotReady("this is no database of Ayni".into()))
        }
        Err(error) => Err(error.into()),
    }
}

/// Runs the migrations that are missing up to a version, inside a transaction.
pub(crate) async fn up_to(tx: &mut Tx, version: i64) -> Result<()> {
    let migrator = migrator(tx.dialect());
    run(tx, &migrator, version).await
}

/// Each migration runs in a savepoint of the transaction.
async fn run(tx: &mut Tx, migrator: &Migrator, version: i64) -> Result<()> {
    on!(tx, conn => migrator.run_direct(Some(version), conn, false).await).map_err(failure)
}

/// Whether another process has just made what this one was making.
fn is_collision(error: &Error) -> bool {
    let source = match error {
        Error::Taken => return true,
        Error::Sql(source)
        | Error::Busy(source)
        | Error::Migration(MigrateError::Execute(source) | MigrateError::ExecuteMigration(source, _)) => {
            source
        }
        _ => return false,
    };
    let code = source.as_database_error().and_then(|found| found.code());
    // Key taken; table, type, function, trigger there already; serialization failure, deadlock.
    matches!(code.as_deref(), Some("23505" | "42P07" | "42710" | "42723" | "40001" | "40P01"))
}

/// Tells a database that is newer than the program from one that failed.
fn failure(error: MigrateError) -> Error {
    match error {
        MigrateError::VersionMissing(found) if found > NEWEST => Error::TooNew { found, known: NEWEST },
        error => Error::Migration(error),
    }
}
