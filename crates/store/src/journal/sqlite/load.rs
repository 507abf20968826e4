//! What a batch names, read into the book.

use ledger::book::{Exchange, Hold};
use ledger::{AccountId, Book, EntryId, ExchangeId, HoldId, Instant, TransferId, UserId};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::SqliteJournal;
use crate::accounts::{AccountRow, select_accounts};
use crate::error::{Error, Result};
use crate::journal::Wanted;
use crate::transfers::{EntryRow, TransferRow, select_transfers};
use crate::words::{self, Word};

impl SqliteJournal {
    pub(super) fn load(&self, book: &mut Book, wanted: &Wanted) -> Result<()> {
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
            "SELECT j.number, j.hash, j.act_number, j.act_hash, j.at, j.policy,
                    (SELECT a.id FROM accounts a WHERE a.number = e.code || '0000' AND a.kind = 'administration')
             FROM journals j JOIN exchanges e ON e.id = j.exchange WHERE j.exchange = ?1",
        )?;
        let found = statement
            .query_row(params![id.0], |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, Vec<u8>>(1)?,
                    row.get::<_, i64>(2)?,
                    row.get::<_, Vec<u8>>(3)?,
                    row.get::<_, i64>(4)?,
                    row.get::<_, String>(5)?,
                    row.get::<_, Option<i64>>(6)?,
                ))
            })
            .optional()?;
        let Some((number, hash, act_number, act_hash, at, policy, own)) = found else { return Ok(None) };
        let heads = [(number, hash.as_slice()), (act_number, act_hash.as_slice())];
        crate::journal::exchange(id, heads, at, &policy, own).map(Some)
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
