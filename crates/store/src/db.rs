//! The database: opened, checked, and asked for transactions.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use sqlx::{PgPool, SqlitePool};
use tokio::sync::Mutex;

use crate::alarm::Alarm;
use crate::changes::{Changes, Moment};
use crate::error::{Error, Result};
use crate::ids::Ids;
use crate::migrate::{self, NEWEST};
use crate::tx::{Inner, Tx};

mod postgres;
pub(crate) mod sqlite;

pub use sqlite::fold;

/// Where a database is: the path of a SQLite file, or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file, made when it is missing (its folder is not).
    Sqlite(PathBuf),
    /// A PostgreSQL server and database, as its clients name it.
    Postgres(String),
}

impl FromStr for DatabaseUrl {
    type Err = std::convert::Infallible;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Self::Postgres(text.to_owned())
        } else {
            Self::Sqlite(PathBuf::from(text))
        })
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "{}", path.display()),
            // Its password is nobody's business.
            Self::Postgres(url) => write!(f, "postgres://…{}", url.rsplit('@').next().unwrap_or_default()),
        }
    }
}

/// What a program wants of a database that it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Full,
    ReadOnly,
}

/// An open database. Clones share its connections.
#[derive(Clone)]
pub struct Db {
    backend: Arc<Backend>,
    ids: Ids,
    changes: Changes,
    alarm: Alarm,
}

enum Backend {
    Sqlite { path: PathBuf, readers: SqlitePool, writer: Option<SqlitePool>, gate: Arc<Mutex<()>> },
    Postgres { pool: PgPool, access: Access },
}

/// Connections to read from; on PostgreSQL writers take theirs from the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolUse {
    /// Connections that are open.
    pub open: i64,
    /// Those of them that nobody uses.
    pub idle: i64,
}

/// The database behind a [`Db`], for the few places that must know.
#[derive(Clone, Copy, Debug)]
pub enum Kind<'a> {
    /// A SQLite file at this path. This process is its only writer.
    Sqlite(&'a PathBuf),
    /// PostgreSQL. Other processes may write as well.
    Postgres(&'a PgPool),
}

impl Db {
    fn new(backend: Backend, ids: Ids) -> Self {
        Self { backend: Arc::new(backend), ids, changes: Changes::default(), alarm: Alarm::default() }
    }

    /// Opens a database, makes or updates its tables, and checks that its commits are durable.
    ///
    /// # Errors
    /// [`Error::TooNew`] and [`Error::Unfit`] say what the keeper of the machine must change.
    pub async fn open(url: &DatabaseUrl) -> Result<Self> {
        let db = Self::connect(url).await?;
        migrate::bring_up_to_date(&db).await?;
        Ok(db)
    }

    /// Connects to a database and checks that its commits are durable, whatever tables it has or lacks.
    pub(crate) async fn connect(url: &DatabaseUrl) -> Result<Self> {
        let backend = match url {
            DatabaseUrl::Sqlite(path) => {
                let writer = sqlite::writer(path).await?;
                sqlite::fold_log(&writer).await?;
                let readers = sqlite::readers(path).await?;
                Backend::Sqlite { path: path.clone(), readers, writer: Some(writer), gate: Arc::default() }
            }
            DatabaseUrl::Postgres(url) => {
                let access = Access::Full;
                Backend::Postgres { pool: postgres::pool(url, access).await?, access }
            }
        };
        let ids = match url {
            DatabaseUrl::Sqlite(_) => Ids::default(),
            DatabaseUrl::Postgres(url) => Ids::apart(postgres::single(url)?),
        };
        Ok(Self::new(backend, ids))
    }

    /// Opens a database that exists, to read only. Its tables must be exactly those of this program.
    ///
    /// # Errors
    /// [`Error::NotReady`] when there is none or it is older than the program, [`Error::TooNew`] when it is newer.
    pub async fn open_to_read(url: &DatabaseUrl) -> Result<Self> {
        let db = Self::open_to_copy(url).await?;
        if migrate::version(&mut db.read().await?).await? < NEWEST {
            return Err(Error::NotReady(
                "the database is older than this program: start `ayni serve` once".into(),
            ));
        }
        Ok(db)
    }

    /// Opens a database that exists, to read all of it, table by table, as it is. It may be older than the program.
    ///
    /// # Errors
    /// As [`Db::open_to_read`], but for its age.
    pub async fn open_to_copy(url: &DatabaseUrl) -> Result<Self> {
        let backend = match url {
            DatabaseUrl::Sqlite(path) if !path.exists() => {
                return Err(Error::NotReady(format!("there is no database at {}", path.display())));
            }
            DatabaseUrl::Sqlite(path) => {
                let readers = sqlite::readers(path).await?;
                Backend::Sqlite { path: path.clone(), readers, writer: None, gate: Arc::default() }
            }
            DatabaseUrl::Postgres(url) => {
                let access = Access::ReadOnly;
                Backend::Postgres { pool: postgres::pool(url, access).await?, access }
            }
        };
        let db = Self::new(backend, Ids::default());
        migrate::version(&mut db.read().await?).await?;
        Ok(db)
    }

    /// The size of the log that a SQLite file has beside it, in bytes. While somebody reads it cannot be folded into the
    /// file, and grows by what is written. PostgreSQL has none.
    pub fn log_bytes(&self) -> Option<u64> {
        let Backend::Sqlite { path, .. } = &*self.backend else { return None };
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        Some(std::fs::metadata(log).map_or(0, |found| found.len()))
    }

    /// A snapshot to read from: everything in it is of one moment, and it waits for nobody.
    ///
    /// # Errors
    /// When no connection is to be had.
    pub async fn read(&self) -> Result<Tx> {
        let inner = match &*self.backend {
            Backend::Sqlite { readers, .. } => {
                Inner::Sqlite { tx: readers.begin_with("BEGIN DEFERRED").await?, _turn: None }
            }
            Backend::Postgres { pool, .. } => Inner::Postgres(
                pool.begin_with("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
            ),
        };
        // A snapshot takes no ids.
        Ok(Tx::new(inner, (Ids::default(), self.alarm.clone()), None))
    }

    /// A transaction that may change things. Keep it short: on SQLite everyone who writes waits for it.
    ///
    /// # Errors
    /// When no connection is to be had, the database was opened to read only, or the disk could not flush what was written.
    pub async fn write(&self) -> Result<Tx> {
        Ok(Tx::new(
            self.begin_write().await?,
            (self.ids.clone(), self.alarm.clone()),
            Some(self.changes.clone()),
        ))
    }

    /// As [`Db::write`], to change the queue of jobs, or what follows from the rest and nobody keeps, and nothing else: what was
    /// read of the rest still stands.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub async fn write_queue(&self) -> Result<Tx> {
        Ok(Tx::new(self.begin_write().await?, (self.ids.clone(), self.alarm.clone()), None))
    }

    async fn begin_write(&self) -> Result<Inner> {
        self.alarm.check()?;
        Ok(match &*self.backend {
            Backend::Sqlite { writer: Some(writer), gate, .. } => {
                let turn = gate.clone().lock_owned().await;
                Inner::Sqlite { tx: writer.begin_with("BEGIN IMMEDIATE").await?, _turn: Some(turn) }
            }
            Backend::Postgres { pool, access: Access::Full } => Inner::Postgres(
                pool.begin_with("BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE").await?,
            ),
            Backend::Sqlite { writer: None, .. } | Backend::Postgres { access: Access::ReadOnly, .. } => {
                return Err(Error::Unfit("this database was opened to read only".into()));
            }
        })
    }

    /// Names the present state of the database, to know later whether what was read since still stands; none where other
    /// processes write too, so that nothing is known.
    pub fn moment(&self) -> Option<Moment> {
        match &*self.backend {
            Backend::Sqlite { .. } => Some(self.changes.now()),
            Backend::Postgres { .. } => None,
        }
    }

    pub(crate) fn changes(&self) -> Changes {
        self.changes.clone()
    }

    /// Waits until the disk says that it could not flush what was written to a SQLite file. From then on all writing is
    /// refused, and the program must end. On PostgreSQL this never ends: its server sees to that itself.
    pub async fn flush_failed(&self) {
        self.alarm.raised().await;
    }

    pub(crate) fn alarm(&self) -> Alarm {
        self.alarm.clone()
    }

    /// The gate that every writer of a SQLite file passes, the teller included, because SQLite itself lets writers
    /// wait unfairly. PostgreSQL has none.
    pub fn gate(&self) -> Option<Arc<Mutex<()>>> {
        match &*self.backend {
            Backend::Sqlite { gate, .. } => Some(gate.clone()),
            Backend::Postgres { .. } => None,
        }
    }

    /// Which database this is.
    pub fn kind(&self) -> Kind<'_> {
        match &*self.backend {
            Backend::Sqlite { path, .. } => Kind::Sqlite(path),
            Backend::Postgres { pool, .. } => Kind::Postgres(pool),
        }
    }

    /// What the database calls itself, such as `SQLite 3.51.3`.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn version(&self) -> Result<String> {
        let (name, sql) = match &*self.backend {
            Backend::Sqlite { .. } => ("SQLite", "SELECT sqlite_version()"),
            Backend::Postgres { .. } => ("PostgreSQL", "SELECT current_setting('server_version')"),
        };
        let mut tx = self.read().await?;
        let (version,): (String,) = on!(tx, conn => sqlx::query_as(sql).fetch_one(conn).await)?;
        Ok(format!("{name} {version}"))
    }

    /// How many connections there are to read from.
    pub fn pool(&self) -> PoolUse {
        let (open, idle) = match &*self.backend {
            Backend::Sqlite { readers, .. } => (readers.size(), readers.num_idle()),
            Backend::Postgres { pool, .. } => (pool.size(), pool.num_idle()),
        };
        PoolUse { open: i64::from(open), idle: i64::try_from(idle).unwrap_or(i64::MAX) }
    }

    /// Closes all connections, waiting for what is under way.
    pub async fn close(&self) {
        match &*self.backend {
            Backend::Sqlite { readers, writer, .. } => {
                readers.close().await;
                if let Some(writer) = writer {
                    // Last, so that it folds the log into the file.
                    writer.close().await;
                }
            }
            Backend::Postgres { pool, .. } => {
                pool.close().await;
                self.ids.close().await;
            }
        }
    }
}
