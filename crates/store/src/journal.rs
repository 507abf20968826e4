//! The teller's own door to the database: load what a batch names, write what it decided, commit.
//!
//! This is the one place where statements are written twice, because the program's speed stands on it: on SQLite with
//! `rusqlite` on the teller's own thread, statements prepared once, one call a row; on PostgreSQL with arrays, a few fixed
//! texts. On SQLite this process is the only writer, so the book keeps its accounts between batches; on PostgreSQL other
//! processes write too, so the journals' rows are locked first and everything is read afresh.

mod postgres;
mod sqlite;

use std::ops::Range;

use ledger::book::{Exchange, Hold};
use ledger::{
    AccountId, Book, ExchangeId, Ids, Instant, Plan, Policy, Transfer, TransferId, instruction::Needs,
    journal::Head, transfer::State,
};

use crate::db::{Db, Kind};
use crate::error::{Error, Result};

/// Work to be queued in the transaction that causes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedJob {
    /// Its kind, as a stable word.
    pub kind: &'static str,
    /// What to do: a JSON object.
    pub body: String,
    /// When it was caused, and is due.
    pub at: Instant,
}

/// The teller's connection. Between [`Journal::begin`] and [`Journal::commit`] it is inside one write transaction.
pub struct Journal {
    backend: Backend,
}

enum Backend {
    Sqlite(Box<sqlite::SqliteJournal>),
    Postgres(Box<postgres::PostgresJournal>),
}

/// What a batch names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Exchanges, ascending, each once.
    pub exchanges: Vec<ExchangeId>,
    /// Accounts, ascending, each once.
    pub accounts: Vec<AccountId>,
    /// Transfers, ascending, each once.
    pub transfers: Vec<TransferId>,
    /// Accounts whose waiting requests are all wanted.
    pub waiting_of: Vec<AccountId>,
    /// Holds.
    pub holds: Vec<ledger::HoldId>,
    /// How many ids of each kind the batch may use.
    pub ids: i64,
}

impl Wanted {
    /// Adds what one instruction needs.
    pub fn add(&mut self, exchange: ExchangeId, needs: Needs) {
        self.exchanges.push(exchange);
        self.accounts.extend(needs.accounts);
        self.transfers.extend(needs.transfers);
        self.waiting_of.extend(needs.waiting_of);
        self.holds.extend(needs.holds);
        // An edit makes two transfers of three entries each.
        self.ids += 6;
    }

    /// Puts everything in order, each once.
    pub fn sort(&mut self) {
        self.exchanges.sort_unstable();
        self.exchanges.dedup();
        self.accounts.sort_unstable();
        self.accounts.dedup();
        self.transfers.sort_unstable();
        self.transfers.dedup();
    }
}

impl Journal {
    /// Opens the teller's connection to a database that [`Db::open`] has checked.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn open(db: &Db) -> Result<Journal> {
        let backend = match db.kind() {
            Kind::Sqlite(path) => {
                let gate = db.gate().ok_or_else(|| Error::Unfit("this database has no gate".into()))?;
                let signs = (db.changes(), db.alarm());
                Backend::Sqlite(Box::new(sqlite::SqliteJournal::open(path, gate, signs)?))
            }
            Kind::Postgres(_) => Backend::Postgres(Box::new(postgres::PostgresJournal::new(db.clone()))),
        };
        Ok(Journal { backend })
    }

    /// Begins a write transaction, locks the journals, and puts into the book what a batch names and it lacks.
    ///
    /// # Errors
    /// [`Error::Busy`] when trying again may succeed. Then, as after any error, [`Journal::abandon`] and a new book.
    pub async fn begin(&mut self, book: &mut Book, wanted: &Wanted) -> Result<()> {
        match &mut self.backend {
            Backend::Sqlite(journal) => journal.begin(book, wanted).await,
            Backend::Postgres(journal) => journal.begin(book, wanted).await,
        }
    }

    /// Writes what the batch decided and queues what it causes.
    ///
    /// # Errors
    /// As [`Journal::begin`].
    pub async fn write(&mut self, plan: &Plan, jobs: &[QueuedJob], ids: Ids) -> Result<()> {
        match &mut self.backend {
            Backend::Sqlite(journal) => journal.write(plan, jobs, ids),
            Backend::Postgres(journal) => journal.write(plan, jobs, ids).await,
        }
    }

    /// Makes it lasting: when this answers, it is on the disk.
    ///
    /// # Errors
    /// The outcome is unknown then; [`Journal::landed`] tells it.
    pub async fn commit(&mut self) -> Result<()> {
        match &mut self.backend {
            Backend::Sqlite(journal) => journal.commit(),
            Backend::Postgres(journal) => journal.commit().await,
        }
    }

    /// Undoes what was begun, if anything was.
    pub async fn abandon(&mut self) {
        match &mut self.backend {
            Backend::Sqlite(journal) => journal.abandon(),
            Backend::Postgres(journal) => journal.abandon().await,
        }
    }

    /// Whether a batch whose commit went wrong is in the database after all: all of it is, or nothing.
    ///
    /// # Errors
    /// When the database still does not answer.
    pub async fn landed(&mut self, plan: &Plan) -> Result<bool> {
        match &mut self.backend {
            Backend::Sqlite(journal) => journal.landed(plan),
            Backend::Postgres(journal) => journal.landed(plan).await,
        }
    }

    /// Whether other processes may write, so that a book must not outlive its batch.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        matches!(self.backend, Backend::Postgres(_))
    }
}

/// The ids at hand of the three series that the book uses.
#[derive(Clone, Debug, Default)]
struct Blocks {
    transfers: Range<i64>,
    entries: Range<i64>,
    acts: Range<i64>,
}

/// How many ids of a series are taken at a time.
const BLOCK: i64 = 10_000;

impl Blocks {
    /// The first id of each series. Ids of one transfer follow each other, since a block is never left in mid-batch.
    fn ids(&self) -> Ids {
        Ids { transfer: self.transfers.start, entry: self.entries.start, act: self.acts.start }
    }

    /// Notes which ids the book has used.
    fn used(&mut self, ids: Ids) {
        self.transfers.start = ids.transfer;
        self.entries.start = ids.entry;
        self.acts.start = ids.act;
    }
}

fn left(range: &Range<i64>) -> i64 {
    range.end - range.start
}

/// Days and months are 32-bit in the ledger and 64-bit in columns, so that both databases read them alike.
fn widen(value: Option<i32>) -> Option<i64> {
    value.map(i64::from)
}

/// JSON of plain data, which always encodes.
fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// An exchange of its columns: the heads of its journal and its acts, when the newest was, its policy, its own account.
pub(crate) fn exchange(
    id: ExchangeId,
    [journal, acts]: [(i64, &[u8]); 2],
    at: i64,
    policy: &str,
    own: Option<i64>,
) -> Result<Exchange> {
    let head =
        |(number, bytes): (i64, &[u8])| crate::transfers::hash(bytes).map(|hash| Head { number, hash });
    let wrong = || Error::Unfit(format!("the journal of exchange {} cannot be read", id.0));
    let policy: Policy = serde_json::from_str(policy).map_err(|_| wrong())?;
    Ok(Exchange {
        id,
        policy,
        journal: head(journal).ok_or_else(wrong)?,
        acts: head(acts).ok_or_else(wrong)?,
        at: Instant(at),
        own_account: own.map(AccountId),
    })
}

/// When a transfer that waits expires, and when silence becomes acceptance; for a draft, when it would expire.
fn due(transfer: &Transfer) -> (Option<i64>, Option<i64>) {
    match transfer.state {
        State::Pending { expires_at, accept_at } => (expires_at.map(|at| at.0), accept_at.map(|at| at.0)),
        State::New => (transfer.order.expires_at.map(|at| at.0), None),
        State::Committed(_) | State::Rejected(_) | State::Expired | State::Failed(_) | State::Deleted => {
            (None, None)
        }
    }
}

fn entry_count(transfer: &Transfer) -> i64 {
    transfer.posted().map_or(0, |posted| i64::try_from(posted.entries.len()).unwrap_or(i64::MAX))
}

/// The plan's holds, each with the moment of its act.
fn holds_with_moments(plan: &Plan) -> impl Iterator<Item = (&Hold, i64)> {
    let at = plan.acts.last().map_or(0, |act| act.at.0);
    plan.holds.iter().map(move |hold| (hold, at))
}
