//! The teller on SQLite: one connection on its own thread, statements prepared once, one call a row.

mod load;
mod write;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use ledger::transfer::State;
use ledger::{Book, Ids, Plan};
use rusqlite::{CachedStatement, Connection, params};
use tokio::sync::{Mutex, OwnedMutexGuard};

use super::{BLOCK, Blocks, QueuedJob, Wanted, left};
use crate::alarm::Alarm;
use crate::changes::Changes;
use crate::error::{Error, Result};
use crate::ids::Series;
use crate::words::{state_word, word};

/// The teller's connection to a SQLite file.
pub(super) struct SqliteJournal {
    conn: Connection,
    gate: Arc<Mutex<()>>,
    alarm: Alarm,
    turn: Option<OwnedMutexGuard<()>>,
    blocks: Blocks,
    jobs: std::ops::Range<i64>,
    /// Whether ids were taken in the present transaction: they go when it is undone.
    fresh: bool,
    changes: Changes,
    /// Whether the present transaction changes more than a [`crate::Moment`] leaves out.
    matters: bool,
}

impl SqliteJournal {
    pub(super) fn open(
        path: &Path,
        gate: Arc<Mutex<()>>,
        (changes, alarm): (Changes, Alarm),
    ) -> Result<SqliteJournal> {
        let conn = Connection::open(path)?;
        conn.busy_timeout(Duration::from_secs(10))?;
        conn.pragma_update(None, "synchronous", "FULL")?;
        conn.pragma_update(None, "foreign_keys", "ON")?;
        conn.pragma_update(None, "cache_size", -65_536)?;
        conn.pragma_update(None, "wal_autocheckpoint", 16_384)?;
        conn.set_prepared_statement_cache_capacity(64);
        let mode: String = conn.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
        let synchronous: i64 = conn.pragma_query_value(None, "synchronous", |row| row.get(0))?;
        if mode != "wal" || synchronous != 2 {
            return Err(Error::Unfit(format!(
                "SQLite is not durable: journal_mode {mode}, synchronous {synchronous}"
            )));
        }
        Ok(SqliteJournal {
            conn,
            gate,
            turn: None,
            blocks: Blocks::default(),
            jobs: 0..0,
            fresh: false,
            changes,
            alarm,
            matters: false,
        })
    }

    pub(super) async fn begin(&mut self, book: &mut Book, wanted: &Wanted) -> Result<()> {
        self.turn = Some(self.gate.clone().lock_owned().await);
        self.alarm.check()?;
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        self.load(book, wanted)?;
        self.refill(wanted.ids)?;
        book.use_ids(self.blocks.ids());
        Ok(())
    }

    pub(super) fn write(&mut self, plan: &Plan, jobs: &[QueuedJob], ids: Ids) -> Result<()> {
        self.blocks.used(ids);
        self.matters = !is_plain(plan);
        self.open_accounts(plan)?;
        self.insert_transfers(plan)?;
        self.insert_entries(plan)?;
        self.update_accounts(plan)?;
        self.update_transfers(plan)?;
        self.write_acts(plan)?;
        self.write_holds(plan)?;
        self.write_objections(plan)?;
        self.write_journals(plan)?;
        self.queue(jobs)
    }

    pub(super) fn commit(&mut self) -> Result<()> {
        let _noted = std::mem::take(&mut self.matters).then(|| self.changes.note());
        self.alarm.heed(self.conn.execute_batch("COMMIT").map_err(Error::from))?;
        self.fresh = false;
        self.turn = None;
        Ok(())
    }

    pub(super) fn abandon(&mut self) {
        if !self.conn.is_autocommit()
            && let Err(error) = self.conn.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a batch could not be rolled back");
        }
        if std::mem::take(&mut self.fresh) {
            self.blocks = Blocks::default();
            self.jobs = 0..0;
        }
        self.turn = None;
    }

    pub(super) fn landed(&mut self, plan: &Plan) -> Result<bool> {
        let found = |statement: &mut CachedStatement<'_>, id: i64| statement.exists(params![id]);
        if let Some(transfer) = plan.new_transfers.first() {
            return Ok(found(&mut self.prepared("SELECT 1 FROM transfers WHERE id = ?1")?, transfer.row)?);
        }
        if let Some(act) = plan.acts.first() {
            return Ok(found(&mut self.prepared("SELECT 1 FROM acts WHERE id = ?1")?, act.id)?);
        }
        if let Some(transfer) = plan.changed_transfers.first() {
            let mut statement = self.prepared("SELECT 1 FROM transfers WHERE id = ?1 AND state = ?2")?;
            return Ok(statement.exists(params![transfer.row, state_word(&transfer.state)])?);
        }
        let Some(objection) = plan.objections.first() else { return Ok(true) };
        let mut statement = self.prepared("SELECT 1 FROM objections WHERE transfer = ?1 AND outcome = ?2")?;
        Ok(statement.exists(params![objection.transfer, word(objection.outcome)])?)
    }

    fn prepared(&self, sql: &str) -> Result<CachedStatement<'_>> {
        Ok(self.conn.prepare_cached(sql)?)
    }

    fn refill(&mut self, count: i64) -> Result<()> {
        for series in [Series::Transfers, Series::Entries, Series::Acts] {
            let range = match series {
                Series::Transfers => &self.blocks.transfers,
                Series::Entries => &self.blocks.entries,
                _ => &self.blocks.acts,
            };
            if left(range) >= count {
                continue;
            }
            self.fresh = true;
            let fresh = self.take_block(series, count.max(BLOCK))?;
            match series {
                Series::Transfers => self.blocks.transfers = fresh,
                Series::Entries => self.blocks.entries = fresh,
                _ => self.blocks.acts = fresh,
            }
        }
        Ok(())
    }

    fn take_block(&self, series: Series, size: i64) -> Result<std::ops::Range<i64>> {
        let mut statement = self.prepared(
            "INSERT INTO id_blocks (name, next) VALUES (?1, 1 + ?2)
             ON CONFLICT (name) DO UPDATE SET next = id_blocks.next + ?2 RETURNING next",
        )?;
        let next: i64 = statement.query_row(params![series.as_str(), size], |row| row.get(0))?;
        Ok(next - size..next)
    }
}

/// Whether a plan holds nothing but transfers that counted or were refused at once.
fn is_plain(plan: &Plan) -> bool {
    let decided =
        |transfer: &ledger::Transfer| matches!(transfer.state, State::Committed(_) | State::Failed(_));
    plan.new_transfers.iter().all(decided)
        && plan.changed_transfers.is_empty()
        && plan.openings.is_empty()
        && plan.acts.is_empty()
        && plan.holds.is_empty()
        && plan.objections.is_empty()
}
