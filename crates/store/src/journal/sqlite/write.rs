//! What a batch decided, written row by row.

use ledger::{Account, Plan};
use rusqlite::params;
use uuid::Uuid;

use super::SqliteJournal;
use crate::error::Result;
use crate::ids::Series;
use crate::journal::{self, QueuedJob, json, left, widen};
use crate::transfers::reason;
use crate::words::{acting_word, state_word, word};

impl SqliteJournal {
    pub(super) fn open_accounts(&self, plan: &Plan) -> Result<()> {
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

    pub(super) fn insert_transfers(&self, plan: &Plan) -> Result<()> {
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
            let (expires_at, accept_at) = journal::due(transfer);
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
                journal::entry_count(transfer),
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

    pub(super) fn update_transfers(&self, plan: &Plan) -> Result<()> {
        let mut statement = self.prepared(
            "UPDATE transfers SET state = ?2, number = ?3, hash = ?4, first_entry = ?5, entry_count = ?6, wish = ?7,
                decided_at = ?8, decided_by = ?9, reason = ?10, expires_at = ?11, accept_at = ?12 WHERE id = ?1",
        )?;
        for transfer in &plan.changed_transfers {
            let posted = transfer.posted();
            let (expires_at, accept_at) = journal::due(transfer);
            statement.execute(params![
                transfer.row,
                state_word(&transfer.state),
                posted.map(|posted| posted.number),
                posted.map(|posted| posted.hash.0),
                posted.and_then(|posted| posted.entries.first()).map(|entry| entry.id.0),
                journal::entry_count(transfer),
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

    pub(super) fn insert_entries(&self, plan: &Plan) -> Result<()> {
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

    pub(super) fn update_accounts(&self, plan: &Plan) -> Result<()> {
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

    pub(super) fn write_acts(&self, plan: &Plan) -> Result<()> {
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

    pub(super) fn write_holds(&self, plan: &Plan) -> Result<()> {
        let mut statement = self.prepared(
            "INSERT INTO holds (uuid, exchange, account, amount, purpose, until, state, made_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (uuid) DO UPDATE SET state = excluded.state",
        )?;
        for (hold, at) in journal::holds_with_moments(plan) {
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

    pub(super) fn write_objections(&self, plan: &Plan) -> Result<()> {
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

    pub(super) fn write_journals(&self, plan: &Plan) -> Result<()> {
        for journal in &plan.journals {
            self.prepared(
                "UPDATE journals SET batch = batch + 1, number = ?2, hash = ?3, act_number = ?4, act_hash = ?5, at = ?6,
                    policy = ?7
                 WHERE exchange = ?1",
            )?
            .execute(params![
                journal.id.0,
                journal.journal.number,
                journal.journal.hash.0,
                journal.acts.number,
                journal.acts.hash.0,
                journal.at.0,
                json(&journal.policy)
            ])?;
        }
        Ok(())
    }

    pub(super) fn queue(&mut self, jobs: &[QueuedJob]) -> Result<()> {
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
