//! The teller on PostgreSQL: the journals' rows are locked, everything is read afresh, and arrays are written.

mod warnings;
mod write;

use std::collections::BTreeSet;

use ledger::book::Hold;
use ledger::{AccountId, Book, ExchangeId, Ids, Instant, Plan};
use sqlx::PgConnection;
use tracing::instrument::WithSubscriber;
use uuid::Uuid;

use super::{BLOCK, Blocks, QueuedJob, Wanted, left};
use crate::accounts::{AccountRow, select_accounts};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::ids::Series;
use crate::transfers::{EntryRow, TransferRow, select_transfers};
use crate::tx::{Inner, Tx};
use crate::words::{self, state_word, word};
use warnings::Warnings;

/// The teller's way to a PostgreSQL database.
pub(super) struct PostgresJournal {
    db: Db,
    tx: Option<Tx>,
    blocks: Blocks,
    warnings: Warnings,
    /// Whether ids were taken in the present transaction: they go when it is undone.
    fresh: bool,
}

/// A transaction that has not begun cannot be written in.
fn not_begun() -> Error {
    Error::Unfit("the teller's transaction has not begun".into())
}

/// Columns of `journals`.
type JournalColumns = (i64, i64, Vec<u8>, i64, Vec<u8>, i64, String);

impl PostgresJournal {
    pub(super) fn new(db: Db) -> PostgresJournal {
        PostgresJournal { db, tx: None, blocks: Blocks::default(), warnings: Warnings::new(), fresh: false }
    }

    pub(super) async fn begin(&mut self, book: &mut Book, wanted: &Wanted) -> Result<()> {
        self.tx = Some(self.db.write().await?);
        self.lock(book, wanted).await?;
        self.load(book, wanted).await?;
        self.refill(wanted.ids).await?;
        book.use_ids(self.blocks.ids());
        Ok(())
    }

    pub(super) async fn write(&mut self, plan: &Plan, jobs: &[QueuedJob], ids: Ids) -> Result<()> {
        self.blocks.used(ids);
        if !jobs.is_empty() {
            let tx = self.tx.as_mut().ok_or_else(not_begun)?;
            for job in jobs {
                crate::jobs::push(tx, job.kind, &job.body, job.at, job.at).await?;
            }
        }
        let conn = self.conn()?;
        write::open_accounts(conn, plan).await?;
        for sql in [write::insert_transfers(plan), write::insert_entries(plan), write::update_accounts(plan)]
            .into_iter()
            .flatten()
        {
            sql.execute(&mut *conn).await?;
        }
        for sql in [write::insert_marks(plan), write::insert_acts(plan), write::update_journals(plan)]
            .into_iter()
            .flatten()
        {
            sql.execute(&mut *conn).await?;
        }
        write::update_transfers(conn, plan).await?;
        write::write_holds(conn, plan).await?;
        write::write_objections(conn, plan).await
    }

    pub(super) async fn commit(&mut self) -> Result<()> {
        let tx = self.tx.take().ok_or_else(not_begun)?;
        self.lasting(tx).await?;
        self.fresh = false;
        Ok(())
    }

    pub(super) async fn abandon(&mut self) {
        if let Some(tx) = self.tx.take()
            && let Err(error) = tx.rollback().await
        {
            tracing::warn!(%error, "a batch could not be rolled back; its connection is gone");
        }
        if std::mem::take(&mut self.fresh) {
            self.blocks = Blocks::default();
        }
    }

    pub(super) async fn landed(&mut self, plan: &Plan) -> Result<bool> {
        // The connection is lost, its transaction perhaps not yet: it holds the journals until it has ended either way.
        let mut tx = self.db.write().await?;
        let conn = postgres(&mut tx)?;
        for exchange in exchanges_of(plan) {
            let lock = sqlx::query("UPDATE journals SET batch = batch + 1 WHERE exchange = $1");
            lock.bind(exchange.0).execute(&mut *conn).await?;
        }
        let exists = |sql: &'static str, id: i64, word: &'static str| sqlx::query(sql).bind(id).bind(word);
        let sql = if let Some(transfer) = plan.new_transfers.first() {
            exists("SELECT 1 FROM transfers WHERE id = $1 AND $2 <> ''", transfer.row, "any")
        } else if let Some(act) = plan.acts.first() {
            exists("SELECT 1 FROM acts WHERE id = $1 AND $2 <> ''", act.id, "any")
        } else if let Some(transfer) = plan.changed_transfers.first() {
            exists(
                "SELECT 1 FROM transfers WHERE id = $1 AND state = $2",
                transfer.row,
                state_word(&transfer.state),
            )
        } else if let Some(record) = plan.objections.first() {
            exists(
                "SELECT 1 FROM objections WHERE transfer = $1 AND outcome = $2",
                record.transfer,
                word(record.outcome),
            )
        } else {
            return Ok(true);
        };
        let found = sql.fetch_optional(conn).await?.is_some();
        // To be there is not to be lasting: after a crash it is seen again although no follower has it. A commit of our own
        // is answered only when followers, if the server waits for any, have all that came before it.
        self.lasting(tx).await?;
        Ok(found)
    }

    /// Commits; a warning makes it an error. PostgreSQL warns when somebody cancels its waiting for followers: the commit
    /// counts here and now, and would be lost with this server.
    async fn lasting(&self, tx: Tx) -> Result<()> {
        self.warnings.heard();
        tx.commit().with_subscriber(self.warnings.dispatch()).await?;
        if self.warnings.heard() {
            return Err(Error::Doubtful);
        }
        Ok(())
    }

    fn conn(&mut self) -> Result<&mut PgConnection> {
        postgres(self.tx.as_mut().ok_or_else(not_begun)?)
    }

    /// Takes the journals' rows in ascending order, so that no other process decides anything about these exchanges
    /// meanwhile and no two processes wait for each other.
    async fn lock(&mut self, book: &mut Book, wanted: &Wanted) -> Result<()> {
        let conn = self.conn()?;
        let mut heads = Vec::with_capacity(wanted.exchanges.len());
        for id in &wanted.exchanges {
            let found: Option<JournalColumns> = sqlx::query_as(
                "UPDATE journals SET batch = batch + 1 WHERE exchange = $1
                 RETURNING exchange, number, hash, act_number, act_hash, at, policy",
            )
            .bind(id.0)
            .fetch_optional(&mut *conn)
            .await?;
            heads.extend(found);
        }
        // A statement of its own: what somebody committed while this one waited for the lock is seen only by the next.
        let ids: Vec<i64> = wanted.exchanges.iter().map(|id| id.0).collect();
        let own: Vec<(i64, i64)> = sqlx::query_as(
            "SELECT e.id, a.id FROM exchanges e
             JOIN accounts a ON a.number = e.code || '0000' AND a.kind = 'administration' WHERE e.id = ANY($1)",
        )
        .bind(ids)
        .fetch_all(conn)
        .await?;
        for (id, number, hash, act_number, act_hash, at, policy) in heads {
            let own = own.iter().find(|(exchange, _)| *exchange == id).map(|(_, account)| *account);
            let heads = [(number, hash.as_slice()), (act_number, act_hash.as_slice())];
            book.put_exchange(super::exchange(ExchangeId(id), heads, at, &policy, own)?);
        }
        Ok(())
    }

    async fn load(&mut self, book: &mut Book, wanted: &Wanted) -> Result<()> {
        let mut accounts: BTreeSet<i64> = wanted.accounts.iter().map(|id| id.0).collect();
        accounts
            .extend(wanted.exchanges.iter().filter_map(|id| book.exchange(*id)?.own_account).map(|id| id.0));
        let conn = self.conn()?;
        let names: Vec<Uuid> = wanted.transfers.iter().map(|id| id.0).collect();
        let mut rows: Vec<TransferRow> = if names.is_empty() {
            Vec::new()
        } else {
            sqlx::query_as(select_transfers!("WHERE t.uuid = ANY($1)"))
                .bind(names)
                .fetch_all(&mut *conn)
                .await?
        };
        for id in &wanted.waiting_of {
            let waiting: Vec<TransferRow> = sqlx::query_as(select_transfers!(
                "WHERE (t.payer = $1 OR t.payee = $1) AND t.state IN ('pending', 'new')"
            ))
            .bind(id.0)
            .fetch_all(&mut *conn)
            .await?;
            rows.extend(waiting);
        }
        for row in rows {
            let entries = entries_of(conn, &row).await?;
            accounts.extend([row.payer.0, row.payee.0]);
            accounts.extend(entries.iter().map(|entry| entry.account.0));
            book.put_transfer(row.into_transfer(entries.iter().map(EntryRow::entry).collect())?);
        }
        for id in &wanted.holds {
            if let Some(hold) = hold(conn, *id).await? {
                accounts.insert(hold.account.0);
                book.put_hold(hold);
            }
        }
        let ids: Vec<i64> = accounts.into_iter().collect();
        let rows: Vec<AccountRow> =
            sqlx::query_as(select_accounts!("WHERE a.id = ANY($1)")).bind(ids).fetch_all(conn).await?;
        for row in rows {
            book.put_account(row.account()?);
        }
        Ok(())
    }

    async fn refill(&mut self, count: i64) -> Result<()> {
        let short = |range: &std::ops::Range<i64>| left(range) < count;
        let lacking = [
            (Series::Transfers, short(&self.blocks.transfers)),
            (Series::Entries, short(&self.blocks.entries)),
            (Series::Acts, short(&self.blocks.acts)),
        ];
        for (series, _) in lacking.into_iter().filter(|(_, short)| *short) {
            self.fresh = true;
            let tx = self.tx.as_mut().ok_or_else(not_begun)?;
            // Not through the cache of `Tx`: the teller's blocks are its own.
            let fresh = crate::ids::take_block(tx, series, count.max(BLOCK)).await?;
            match series {
                Series::Transfers => self.blocks.transfers = fresh,
                Series::Entries => self.blocks.entries = fresh,
                _ => self.blocks.acts = fresh,
            }
        }
        Ok(())
    }
}

fn postgres(tx: &mut Tx) -> Result<&mut PgConnection> {
    match &mut tx.inner {
        Inner::Postgres(tx) => Ok(&mut **tx),
        Inner::Sqlite { .. } => Err(not_begun()),
    }
}

/// The exchanges that a plan writes in, ascending, as they are locked.
fn exchanges_of(plan: &Plan) -> BTreeSet<ExchangeId> {
    let transfers = plan.new_transfers.iter().chain(&plan.changed_transfers);
    let journals = plan.journals.iter().map(|exchange| exchange.id);
    let objections = plan.objections.iter().map(|objection| objection.exchange);
    journals.chain(transfers.map(|transfer| transfer.order.exchange)).chain(objections).collect()
}

async fn entries_of(conn: &mut PgConnection, row: &TransferRow) -> Result<Vec<EntryRow>> {
    let Some(first) = row.first_entry else { return Ok(Vec::new()) };
    Ok(sqlx::query_as(
        "SELECT id, transfer, account, amount, balance, previous FROM entries WHERE id >= $1 AND id < $2 ORDER BY id",
    )
    .bind(first.0)
    .bind(first.0 + row.entry_count)
    .fetch_all(conn)
    .await?)
}

async fn hold(conn: &mut PgConnection, id: ledger::HoldId) -> Result<Option<Hold>> {
    let found: Option<(i64, i64, i64, String, i64, String)> =
        sqlx::query_as("SELECT exchange, account, amount, purpose, until, state FROM holds WHERE uuid = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?;
    let Some((exchange, account, amount, purpose, until, state)) = found else { return Ok(None) };
    let state = words::parse(&state).ok_or_else(|| Error::Unfit(format!("hold {}: state {state}", id.0)))?;
    let (exchange, account, until) = (ExchangeId(exchange), AccountId(account), Instant(until));
    Ok(Some(Hold { id, exchange, account, amount, purpose, until, state }))
}
