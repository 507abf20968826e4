//! The teller on SQLite: one connection on its own thread, statements prepared once, one call a row.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use ledger::book::{Exchange, Hold};
use ledger::{Account, AccountId, Book, EntryId, ExchangeId, HoldId, Ids, Instant, Plan, TransferId, UserId};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, params};
use tokio::sync::{Mutex, OwnedMutexGuard};
use uuid::Uuid;

use super::{BLOCK, Blocks, QueuedJob, Wanted, json, left, widen};
use crate::accounts::{AccountRow, select_accounts};
use crate::error::{Error, Result};
use crate::ids::Series;
use crate::transfers::{EntryRow, TransferRow, reason, select_transfers};
use crate::words::{self, Word, acting_word, state_word, word};

/// The teller's connection to a SQLite file.
pub(super) struct SqliteJournal {
    conn: Connection,
    gate: Arc<Mutex<()>>,
    turn: Option<OwnedMutexGuard<()>>,
    blocks: Blocks,
    jobs: std::ops::Range<i64>,
    /// Whether ids were taken in the present transaction: they go when it is undone.
    fresh: bool,
}

impl SqliteJournal {
    pub(super) fn open(path: &Path, gate: Arc<Mutex<()>>) -> Result<SqliteJournal> {
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
        Ok(SqliteJournal { conn, gate, turn: None, blocks: Blocks::default(), jobs: 0..0, fresh: false })
    }

    pub(super) async fn begin(&mut self, book: &mut Book, wanted: &Wanted) -> Result<()> {
        self.turn = Some(self.gate.clone().lock_owned().await);
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        self.load(book, wanted)?;
        self.refill(wanted.ids)?;
        book.use_ids(self.blocks.ids());
        Ok(())
    }

    pub(super) fn write(&mut self, plan: &Plan, jobs: &[QueuedJob], ids: Ids) -> Result<()> {
        self.blocks.used(ids);
        self.open_accounts(plan)?;
        self.insert_transfers(plan)?;
        self.insert_entries(plan)?;
        self.update_accounts(plan)?;
        self.update_transfers(plan)?;
        self.write_acts(plan)?;
        self.write_holds(plan)?;
        self.write_objections(plan)?;
        for journal in &plan.journals {
            self.prepared(
                "UPDATE journals SET batch = batch + 1, number = ?2, hash = ?3, act_number = ?4, act_hash = ?5, policy = ?6
                 WHERE exchange = ?1",
            )?
            .execute(params![
                journal.id.0,
                journal.journal.number,
                journal.journal.hash.0,
                journal.acts.number,
                journal.acts.hash.0,
                json(&journal.policy)
            ])?;
        }
        self.queue(jobs)
    }

    pub(super) fn commit(&mut self) -> Result<()> {
        self.conn.execute_batch("COMMIT")?;
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

    fn load(&self, book: &mut Book, wanted: &Wanted) -> Result<()> {
        for &id in &wanted.exchanges {
            if book.exchange(id).is_none()
                && let Some(exchange) = self.exchange(id)?
            {
                if let Some(own) = exchange.own_account {
                    self.put_account(book, own)?;
                }
                book.put_exchange(exchange);
            }
        }
        for &id in &wanted.transfers {
            if let Some(row) = self.transfer(id)? {
                self.put_transfer(book, row)?;
            }
        }
        for &id in &wanted.waiting_of {
            for row in self.waiting(id)? {
                self.put_transfer(book, row)?;
            }
        }
        for &id in &wanted.accounts {
            self.put_account(book, id)?;
        }
        for &id in &wanted.holds {
            if let Some(hold) = self.hold(id)? {
                self.put_account(book, hold.account)?;
                book.put_hold(hold);
            }
        }
        Ok(())
    }

    fn exchange(&self, id: ExchangeId) -> Result<Option<Exchange>> {
        let mut statement = self.prepared(
            "SELECT j.number, j.hash, j.act_number, j.act_hash, j.policy,
                    (SELECT a.id FROM accounts a WHERE a.number = e.code || '0000')
             FROM journals j JOIN exchanges e ON e.id = j.exchange WHERE j.exchange = ?1",
        )?;
        let found = statement
            .query_row(params![id.0], |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, Vec<u8>>(1)?,
                    row.get::<_, i64>(2)?,
                    row.get::<_, Vec<u8>>(3)?,
                    row.get::<_, String>(4)?,
                    row.get::<_, Option<i64>>(5)?,
                ))
            })
            .optional()?;
        let Some((number, journal_hash, act_number, act_hash, policy, own)) = found else { return Ok(None) };
        super::exchange(id, (number, &journal_hash), (act_number, &act_hash), &policy, own).map(Some)
    }

    fn put_account(&self, book: &mut Book, id: AccountId) -> Result<()> {
        if book.account(id).is_some() {
            return Ok(());
        }
        let row = self
            .prepared(select_accounts!("WHERE a.id = $1"))?
            .query_row(params![id.0], |row| Ok(account_row(row)))
            .optional()?;
        if let Some(row) = row {
            book.put_account(row?.account()?);
        }
        Ok(())
    }

    fn put_transfer(&self, book: &mut Book, row: TransferRow) -> Result<()> {
        self.put_account(book, row.payer)?;
        self.put_account(book, row.payee)?;
        let entries = match row.first_entry {
            None => Vec::new(),
            Some(first) => self.entries(first, row.entry_count)?,
        };
        for entry in &entries {
            self.put_account(book, entry.account)?;
        }
        book.put_transfer(row.into_transfer(entries.iter().map(EntryRow::entry).collect())?);
        Ok(())
    }

    fn transfer(&self, id: TransferId) -> Result<Option<TransferRow>> {
        self.prepared(select_transfers!("WHERE t.uuid = $1"))?
            .query_row(params![id.0.as_bytes()], |row| Ok(transfer_row(row)))
            .optional()?
            .transpose()
    }

    fn waiting(&self, id: AccountId) -> Result<Vec<TransferRow>> {
        let mut statement = self.prepared(select_transfers!(
            "WHERE (t.payer = $1 OR t.payee = $1) AND t.state IN ('pending', 'new')"
        ))?;
        let rows = statement.query_map(params![id.0], |row| Ok(transfer_row(row)))?;
        rows.map(|row| row?).collect()
    }

    fn entries(&self, first: EntryId, count: i64) -> Result<Vec<EntryRow>> {
        let mut statement = self.prepared(
            "SELECT id, transfer, account, amount, balance, previous FROM entries WHERE id >= ?1 AND id < ?2 ORDER BY id",
        )?;
        let rows = statement.query_map(params![first.0, first.0 + count], |row| {
            Ok(EntryRow {
                id: EntryId(row.get(0)?),
                transfer: row.get(1)?,
                account: AccountId(row.get(2)?),
                amount: row.get(3)?,
                balance: row.get(4)?,
                previous: row.get::<_, Option<i64>>(5)?.map(EntryId),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn hold(&self, id: HoldId) -> Result<Option<Hold>> {
        let mut statement = self
            .prepared("SELECT exchange, account, amount, purpose, until, state FROM holds WHERE uuid = ?1")?;
        let found = statement
            .query_row(params![id.0.as_bytes()], |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4)?,
                    row.get::<_, String>(5)?,
                ))
            })
            .optional()?;
        let Some((exchange, account, amount, purpose, until, state)) = found else { return Ok(None) };
        Ok(Some(Hold {
            id,
            exchange: ExchangeId(exchange),
            account: AccountId(account),
            amount,
            purpose,
            until: Instant(until),
            state: known(&state)?,
        }))
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

    fn open_accounts(&self, plan: &Plan) -> Result<()> {
        for opening in &plan.openings {
            let Some(account) = plan.accounts.iter().find(|account| account.id == opening.account) else {
                continue;
            };
            self.prepared(
                "INSERT INTO accounts (id, uuid, exchange, number, kind, state, overrides, opened_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, '{}', ?7)",
            )?
            .execute(params![
                account.id.0,
                opening.uuid.as_bytes(),
                account.exchange.0,
                opening.number,
                word(account.kind),
                word(account.state),
                opening.at.0
            ])?;
        }
        Ok(())
    }

    fn insert_transfers(&self, plan: &Plan) -> Result<()> {
        let mut statement = self.prepared(
            "INSERT INTO transfers (id, uuid, exchange, number, hash, state, kind, payer, payee, amount, description, salt,
                traded_on, category, settles, linked, corrects, first_entry, entry_count, made_by, made_for, capacity,
                channel, wish, created_at, decided_at, decided_by, reason, expires_at, accept_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
                ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30)",
        )?;
        for transfer in &plan.new_transfers {
            let order = &transfer.order;
            let posted = transfer.posted();
            let (expires_at, accept_at) = super::due(transfer);
            statement.execute(params![
                transfer.row,
                order.id.0.as_bytes(),
                order.exchange.0,
                posted.map(|posted| posted.number),
                posted.map(|posted| posted.hash.0),
                state_word(&transfer.state),
                word(transfer.kind),
                order.payer.0,
                order.payee.0,
                order.amount.units(),
                order.description.text,
                order.description.salt,
                widen(order.traded_on.map(|day| day.0)),
                order.category,
                order.settles.as_ref().map(Uuid::as_bytes),
                transfer.linked.as_ref().map(Uuid::as_bytes),
                transfer.corrects.as_ref().map(|id| id.0.as_bytes()),
                posted.and_then(|posted| posted.entries.first()).map(|entry| entry.id.0),
                super::entry_count(transfer),
                transfer.made_by.0,
                transfer.made_for.map(|account| account.0),
                word(transfer.capacity),
                word(order.channel),
                word(order.wish),
                transfer.created_at.0,
                transfer.decided_at.map(|at| at.0),
                transfer.decided_by.map(|by| by.0),
                reason(&transfer.state),
                expires_at,
                accept_at
            ])?;
        }
        Ok(())
    }

    fn update_transfers(&self, plan: &Plan) -> Result<()> {
        let mut statement = self.prepared(
            "UPDATE transfers SET state = ?2, number = ?3, hash = ?4, first_entry = ?5, entry_count = ?6, wish = ?7,
                decided_at = ?8, decided_by = ?9, reason = ?10, expires_at = ?11, accept_at = ?12 WHERE id = ?1",
        )?;
        for transfer in &plan.changed_transfers {
            let posted = transfer.posted();
            let (expires_at, accept_at) = super::due(transfer);
            statement.execute(params![
                transfer.row,
                state_word(&transfer.state),
                posted.map(|posted| posted.number),
                posted.map(|posted| posted.hash.0),
                posted.and_then(|posted| posted.entries.first()).map(|entry| entry.id.0),
                super::entry_count(transfer),
                word(transfer.order.wish),
                transfer.decided_at.map(|at| at.0),
                transfer.decided_by.map(|by| by.0),
                reason(&transfer.state),
                expires_at,
                accept_at
            ])?;
        }
        Ok(())
    }

    fn insert_entries(&self, plan: &Plan) -> Result<()> {
        let mut statement = self.prepared(
            "INSERT INTO entries (id, transfer, account, amount, balance, previous) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for (transfer, entry) in &plan.entries {
            let previous = entry.previous.map(|id| id.0);
            statement.execute(params![
                entry.id.0,
                transfer,
                entry.account.0,
                entry.amount,
                entry.balance,
                previous
            ])?;
        }
        let mut statement = self.prepared(
            "INSERT INTO month_marks (account, month, entry, balance) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        )?;
        for mark in &plan.marks {
            statement.execute(params![mark.account.0, mark.month.0, mark.entry.0, mark.balance])?;
        }
        Ok(())
    }

    fn update_accounts(&self, plan: &Plan) -> Result<()> {
        let mut statement = self.prepared(
            "UPDATE accounts SET state = ?2, locked = ?3, floor = ?4, floor_hard = ?5, ceiling = ?6, ceiling_hard = ?7,
                growth_cap = ?8, overrides = ?9, balance = ?10, held = ?11, provided_total = ?12, provided_count = ?13,
                provided_last = ?14, received_total = ?15, received_count = ?16, received_last = ?17, last_entry = ?18,
                last_month = ?19 WHERE id = ?1",
        )?;
        for account in &plan.accounts {
            let Account { record, floor, ceiling, .. } = account;
            statement.execute(params![
                account.id.0,
                word(account.state),
                account.locked,
                floor.map(|limit| limit.at),
                floor.is_none_or(|limit| limit.hard),
                ceiling.map(|limit| limit.at),
                ceiling.is_none_or(|limit| limit.hard),
                account.growth_cap,
                json(&account.overrides),
                account.balance,
                account.held,
                record.provided_total,
                record.provided_count,
                record.provided_last.map(|at| at.0),
                record.received_total,
                record.received_count,
                record.received_last.map(|at| at.0),
                account.last_entry.map(|id| id.0),
                widen(account.last_month.map(|month| month.0))
            ])?;
        }
        Ok(())
    }

    fn write_acts(&self, plan: &Plan) -> Result<()> {
        let mut statement = self.prepared(
            "INSERT INTO acts (id, exchange, number, hash, journal_number, at, made_by, capacity, account, kind, body, reason,
                salt) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?;
        for act in &plan.acts {
            statement.execute(params![
                act.id,
                act.exchange.0,
                act.number,
                act.hash.0,
                act.journal_number,
                act.at.0,
                act.made_by.0,
                acting_word(act.acting),
                act.account.map(|account| account.0),
                act.name,
                act.body,
                act.reason.text,
                act.reason.salt
            ])?;
        }
        Ok(())
    }

    fn write_holds(&self, plan: &Plan) -> Result<()> {
        let mut statement = self.prepared(
            "INSERT INTO holds (uuid, exchange, account, amount, purpose, until, state, made_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (uuid) DO UPDATE SET state = excluded.state",
        )?;
        for (hold, at) in super::holds_with_moments(plan) {
            statement.execute(params![
                hold.id.0.as_bytes(),
                hold.exchange.0,
                hold.account.0,
                hold.amount,
                hold.purpose,
                hold.until.0,
                word(hold.state),
                at
            ])?;
        }
        Ok(())
    }

    fn write_objections(&self, plan: &Plan) -> Result<()> {
        for record in &plan.objections {
            match record.account {
                Some(account) => self
                    .prepared(
                        "INSERT INTO objections (transfer, exchange, made_by, account, words, at, outcome)
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    )?
                    .execute(params![
                        record.transfer,
                        record.exchange.0,
                        record.made_by.0,
                        account.0,
                        record.words,
                        record.at.0,
                        word(record.outcome)
                    ])?,
                None => self
                    .prepared(
                        "UPDATE objections SET outcome = ?2, settled_by = ?3, settled_at = ?4, settled_why = ?5
                         WHERE transfer = ?1",
                    )?
                    .execute(params![
                        record.transfer,
                        word(record.outcome),
                        record.made_by.0,
                        record.at.0,
                        record.words
                    ])?,
            };
        }
        Ok(())
    }

    fn queue(&mut self, jobs: &[QueuedJob]) -> Result<()> {
        for job in jobs {
            if left(&self.jobs) < 1 {
                self.fresh = true;
                self.jobs = self.take_block(Series::Jobs, 1_000)?;
            }
            let id = self.jobs.start;
            self.jobs.start += 1;
            self.prepared(
                "INSERT INTO jobs (id, kind, body, state, due_at, made_at) VALUES (?1, ?2, ?3, 'waiting', ?4, ?4)",
            )?
            .execute(params![id, job.kind, job.body, job.at.0])?;
        }
        Ok(())
    }
}

/// The value of a word in a column.
fn known<T: Word>(text: &str) -> Result<T> {
    words::parse(text).ok_or_else(|| Error::Unfit(format!("the word {text:?} means nothing in its column")))
}

fn account_row(row: &Row<'_>) -> Result<AccountRow> {
    Ok(AccountRow {
        id: AccountId(row.get(0)?),
        uuid: uuid_at(row, 1)?.unwrap_or_default(),
        exchange: ExchangeId(row.get(2)?),
        number: row.get(3)?,
        kind: known(&row.get::<_, String>(4)?)?,
        state: known(&row.get::<_, String>(5)?)?,
        locked: row.get(6)?,
        floor: row.get(7)?,
        floor_hard: row.get(8)?,
        ceiling: row.get(9)?,
        ceiling_hard: row.get(10)?,
        growth_cap: row.get(11)?,
        overrides: row.get(12)?,
        balance: row.get(13)?,
        held: row.get(14)?,
        provided_total: row.get(15)?,
        provided_count: row.get(16)?,
        provided_last: row.get::<_, Option<i64>>(17)?.map(Instant),
        received_total: row.get(18)?,
        received_count: row.get(19)?,
        received_last: row.get::<_, Option<i64>>(20)?.map(Instant),
        last_entry: row.get::<_, Option<i64>>(21)?.map(EntryId),
        last_month: row.get(22)?,
        opened_at: Instant(row.get(23)?),
    })
}

fn transfer_row(row: &Row<'_>) -> Result<TransferRow> {
    let objection: Option<String> = row.get(32)?;
    Ok(TransferRow {
        id: row.get(0)?,
        uuid: uuid_at(row, 1)?.unwrap_or_default(),
        exchange: ExchangeId(row.get(2)?),
        number: row.get(3)?,
        hash: row.get(4)?,
        state: row.get(5)?,
        kind: known(&row.get::<_, String>(6)?)?,
        payer: AccountId(row.get(7)?),
        payee: AccountId(row.get(8)?),
        amount: row.get(9)?,
        description: row.get(10)?,
        salt: row.get(11)?,
        commitment: row.get(12)?,
        traded_on: row.get(13)?,
        category: row.get(14)?,
        settles: uuid_at(row, 15)?,
        linked: uuid_at(row, 16)?,
        corrects: uuid_at(row, 17)?,
        first_entry: row.get::<_, Option<i64>>(18)?.map(EntryId),
        entry_count: row.get(19)?,
        made_by: UserId(row.get(20)?),
        made_for: row.get::<_, Option<i64>>(21)?.map(AccountId),
        capacity: known(&row.get::<_, String>(22)?)?,
        channel: known(&row.get::<_, String>(23)?)?,
        wish: known(&row.get::<_, String>(24)?)?,
        created_at: Instant(row.get(25)?),
        decided_at: row.get::<_, Option<i64>>(26)?.map(Instant),
        decided_by: row.get::<_, Option<i64>>(27)?.map(UserId),
        reason: row.get(28)?,
        expires_at: row.get::<_, Option<i64>>(29)?.map(Instant),
        accept_at: row.get::<_, Option<i64>>(30)?.map(Instant),
        reversed_by: uuid_at(row, 31)?,
        objection: objection.as_deref().map(known).transpose()?,
    })
}

fn uuid_at(row: &Row<'_>, at: usize) -> Result<Option<Uuid>> {
    let bytes: Option<Vec<u8>> = row.get(at)?;
    let read = bytes.map(|bytes| Uuid::from_slice(&bytes)).transpose();
    read.map_err(|_| Error::Unfit("a UUID column holds something else".into()))
}
