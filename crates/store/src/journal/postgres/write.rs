//! What a batch decided, written in arrays: a few fixed texts.

use ledger::Plan;
use sqlx::postgres::PgArguments;
use sqlx::query::Query;
use sqlx::{PgConnection, Postgres};

use crate::error::Result;
use crate::journal::{self, json, widen};
use crate::transfers::reason;
use crate::words::{acting_word, state_word, word};

type Sql = Query<'static, Postgres, PgArguments>;

/// A column of an array statement: one value a row.
fn column<T, V>(rows: &[T], value: impl Fn(&T) -> V) -> Vec<V> {
    rows.iter().map(value).collect()
}

pub(super) async fn open_accounts(conn: &mut PgConnection, plan: &Plan) -> Result<()> {
    for opening in &plan.openings {
        let Some(account) = plan.accounts.iter().find(|account| account.id == opening.account) else {
            continue;
        };
        sqlx::query(
            "INSERT INTO accounts (id, uuid, exchange, number, kind, state, overrides, opened_at)
             VALUES ($1, $2, $3, $4, $5, $6, '{}', $7)",
        )
        .bind(account.id.0)
        .bind(opening.uuid)
        .bind(account.exchange.0)
        .bind(opening.number.clone())
        .bind(word(account.kind))
        .bind(word(account.state))
        .bind(opening.at.0)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

pub(super) fn insert_transfers(plan: &Plan) -> Option<Sql> {
    let rows = &plan.new_transfers;
    let sql = sqlx::query(
        "INSERT INTO transfers (id, uuid, exchange, number, hash, state, kind, payer, payee, amount, description, salt,
            traded_on, category, settles, linked, corrects, first_entry, entry_count, made_by, made_for, capacity, channel,
            wish, created_at, decided_at, decided_by, reason, expires_at, accept_at)
         SELECT * FROM UNNEST($1::BIGINT[], $2::UUID[], $3::BIGINT[], $4::BIGINT[], $5::BYTEA[], $6::TEXT[], $7::TEXT[],
            $8::BIGINT[], $9::BIGINT[], $10::BIGINT[], $11::TEXT[], $12::BYTEA[], $13::BIGINT[], $14::TEXT[], $15::UUID[],
            $16::UUID[], $17::UUID[], $18::BIGINT[], $19::BIGINT[], $20::BIGINT[], $21::BIGINT[], $22::TEXT[], $23::TEXT[],
            $24::TEXT[], $25::BIGINT[], $26::BIGINT[], $27::BIGINT[], $28::TEXT[], $29::BIGINT[], $30::BIGINT[])",
    )
    .bind(column(rows, |t| t.row))
    .bind(column(rows, |t| t.order.id.0))
    .bind(column(rows, |t| t.order.exchange.0))
    .bind(column(rows, |t| t.posted().map(|posted| posted.number)))
    .bind(column(rows, |t| t.posted().map(|posted| posted.hash.0.to_vec())))
    .bind(column(rows, |t| state_word(&t.state)))
    .bind(column(rows, |t| word(t.kind)))
    .bind(column(rows, |t| t.order.payer.0))
    .bind(column(rows, |t| t.order.payee.0))
    .bind(column(rows, |t| t.order.amount.units()))
    .bind(column(rows, |t| t.order.description.text.clone()))
    .bind(column(rows, |t| t.order.description.salt.to_vec()))
    .bind(column(rows, |t| widen(t.order.traded_on.map(|day| day.0))))
    .bind(column(rows, |t| t.order.category.clone()))
    .bind(column(rows, |t| t.order.settles))
    .bind(column(rows, |t| t.linked))
    .bind(column(rows, |t| t.corrects.map(|id| id.0)))
    .bind(column(rows, |t| t.posted().and_then(|posted| posted.entries.first()).map(|entry| entry.id.0)))
    .bind(column(rows, journal::entry_count))
    .bind(column(rows, |t| t.made_by.0))
    .bind(column(rows, |t| t.made_for.map(|account| account.0)))
    .bind(column(rows, |t| word(t.capacity)))
    .bind(column(rows, |t| word(t.order.channel)))
    .bind(column(rows, |t| word(t.order.wish)))
    .bind(column(rows, |t| t.created_at.0))
    .bind(column(rows, |t| t.decided_at.map(|at| at.0)))
    .bind(column(rows, |t| t.decided_by.map(|by| by.0)))
    .bind(column(rows, |t| reason(&t.state)))
    .bind(column(rows, |t| journal::due(t).0))
    .bind(column(rows, |t| journal::due(t).1));
    (!rows.is_empty()).then_some(sql)
}

pub(super) fn insert_entries(plan: &Plan) -> Option<Sql> {
    let rows = &plan.entries;
    let sql = sqlx::query(
        "INSERT INTO entries (id, transfer, account, amount, balance, previous)
         SELECT * FROM UNNEST($1::BIGINT[], $2::BIGINT[], $3::BIGINT[], $4::BIGINT[], $5::BIGINT[], $6::BIGINT[])",
    )
    .bind(column(rows, |(_, entry)| entry.id.0))
    .bind(column(rows, |(transfer, _)| *transfer))
    .bind(column(rows, |(_, entry)| entry.account.0))
    .bind(column(rows, |(_, entry)| entry.amount))
    .bind(column(rows, |(_, entry)| entry.balance))
    .bind(column(rows, |(_, entry)| entry.previous.map(|id| id.0)));
    (!rows.is_empty()).then_some(sql)
}

pub(super) fn insert_marks(plan: &Plan) -> Option<Sql> {
    let rows = &plan.marks;
    let sql = sqlx::query(
        "INSERT INTO month_marks (account, month, entry, balance)
         SELECT * FROM UNNEST($1::BIGINT[], $2::BIGINT[], $3::BIGINT[], $4::BIGINT[]) ON CONFLICT DO NOTHING",
    )
    .bind(column(rows, |mark| mark.account.0))
    .bind(column(rows, |mark| i64::from(mark.month.0)))
    .bind(column(rows, |mark| mark.entry.0))
    .bind(column(rows, |mark| mark.balance));
    (!rows.is_empty()).then_some(sql)
}

pub(super) fn update_accounts(plan: &Plan) -> Option<Sql> {
    let rows = &plan.accounts;
    let sql = sqlx::query(
        "UPDATE accounts SET state = v.state, locked = v.locked, floor = v.floor, floor_hard = v.floor_hard,
            ceiling = v.ceiling, ceiling_hard = v.ceiling_hard, growth_cap = v.growth_cap, overrides = v.overrides,
            balance = v.balance, held = v.held, provided_total = v.provided_total, provided_count = v.provided_count,
            provided_last = v.provided_last, received_total = v.received_total, received_count = v.received_count,
            received_last = v.received_last, last_entry = v.last_entry, last_month = v.last_month
         FROM UNNEST($1::BIGINT[], $2::TEXT[], $3::BOOLEAN[], $4::BIGINT[], $5::BOOLEAN[], $6::BIGINT[], $7::BOOLEAN[],
            $8::BIGINT[], $9::TEXT[], $10::BIGINT[], $11::BIGINT[], $12::BIGINT[], $13::BIGINT[], $14::BIGINT[],
            $15::BIGINT[], $16::BIGINT[], $17::BIGINT[], $18::BIGINT[], $19::BIGINT[])
            AS v (id, state, locked, floor, floor_hard, ceiling, ceiling_hard, growth_cap, overrides, balance, held,
                provided_total, provided_count, provided_last, received_total, received_count, received_last, last_entry,
                last_month)
         WHERE accounts.id = v.id",
    )
    .bind(column(rows, |a| a.id.0))
    .bind(column(rows, |a| word(a.state)))
    .bind(column(rows, |a| a.locked))
    .bind(column(rows, |a| a.floor.map(|limit| limit.at)))
    .bind(column(rows, |a| a.floor.is_none_or(|limit| limit.hard)))
    .bind(column(rows, |a| a.ceiling.map(|limit| limit.at)))
    .bind(column(rows, |a| a.ceiling.is_none_or(|limit| limit.hard)))
    .bind(column(rows, |a| a.growth_cap))
    .bind(column(rows, |a| json(&a.overrides)))
    .bind(column(rows, |a| a.balance))
    .bind(column(rows, |a| a.held))
    .bind(column(rows, |a| a.record.provided_total))
    .bind(column(rows, |a| a.record.provided_count))
    .bind(column(rows, |a| a.record.provided_last.map(|at| at.0)))
    .bind(column(rows, |a| a.record.received_total))
    .bind(column(rows, |a| a.record.received_count))
    .bind(column(rows, |a| a.record.received_last.map(|at| at.0)))
    .bind(column(rows, |a| a.last_entry.map(|id| id.0)))
    .bind(column(rows, |a| widen(a.last_month.map(|month| month.0))));
    (!rows.is_empty()).then_some(sql)
}

pub(super) fn update_journals(plan: &Plan) -> Option<Sql> {
    let rows = &plan.journals;
    let sql = sqlx::query(
        "UPDATE journals SET number = v.number, hash = v.hash, act_number = v.act_number, act_hash = v.act_hash,
            at = v.at, policy = v.policy
         FROM UNNEST($1::BIGINT[], $2::BIGINT[], $3::BYTEA[], $4::BIGINT[], $5::BYTEA[], $6::BIGINT[], $7::TEXT[])
            AS v (exchange, number, hash, act_number, act_hash, at, policy)
         WHERE journals.exchange = v.exchange",
    )
    .bind(column(rows, |exchange| exchange.id.0))
    .bind(column(rows, |exchange| exchange.journal.number))
    .bind(column(rows, |exchange| exchange.journal.hash.0.to_vec()))
    .bind(column(rows, |exchange| exchange.acts.number))
    .bind(column(rows, |exchange| exchange.acts.hash.0.to_vec()))
    .bind(column(rows, |exchange| exchange.at.0))
    .bind(column(rows, |exchange| json(&exchange.policy)));
    (!rows.is_empty()).then_some(sql)
}

pub(super) fn insert_acts(plan: &Plan) -> Option<Sql> {
    let rows = &plan.acts;
    let sql = sqlx::query(
        "INSERT INTO acts (id, exchange, number, hash, journal_number, at, made_by, capacity, account, kind, body, reason,
            salt)
         SELECT * FROM UNNEST($1::BIGINT[], $2::BIGINT[], $3::BIGINT[], $4::BYTEA[], $5::BIGINT[], $6::BIGINT[],
            $7::BIGINT[], $8::TEXT[], $9::BIGINT[], $10::TEXT[], $11::TEXT[], $12::TEXT[], $13::BYTEA[])",
    )
    .bind(column(rows, |act| act.id))
    .bind(column(rows, |act| act.exchange.0))
    .bind(column(rows, |act| act.number))
    .bind(column(rows, |act| act.hash.0.to_vec()))
    .bind(column(rows, |act| act.journal_number))
    .bind(column(rows, |act| act.at.0))
    .bind(column(rows, |act| act.made_by.0))
    .bind(column(rows, |act| acting_word(act.acting)))
    .bind(column(rows, |act| act.account.map(|account| account.0)))
    .bind(column(rows, |act| act.name))
    .bind(column(rows, |act| act.body.clone()))
    .bind(column(rows, |act| act.reason.text.clone()))
    .bind(column(rows, |act| act.reason.salt.to_vec()));
    (!rows.is_empty()).then_some(sql)
}

pub(super) async fn update_transfers(conn: &mut PgConnection, plan: &Plan) -> Result<()> {
    for transfer in &plan.changed_transfers {
        let posted = transfer.posted();
        let (expires_at, accept_at) = journal::due(transfer);
        sqlx::query(
            "UPDATE transfers SET state = $2, number = $3, hash = $4, first_entry = $5, entry_count = $6, wish = $7,
                decided_at = $8, decided_by = $9, reason = $10, expires_at = $11, accept_at = $12 WHERE id = $1",
        )
        .bind(transfer.row)
        .bind(state_word(&transfer.state))
        .bind(posted.map(|posted| posted.number))
        .bind(posted.map(|posted| posted.hash.0.to_vec()))
        .bind(posted.and_then(|posted| posted.entries.first()).map(|entry| entry.id.0))
        .bind(journal::entry_count(transfer))
        .bind(word(transfer.order.wish))
        .bind(transfer.decided_at.map(|at| at.0))
        .bind(transfer.decided_by.map(|by| by.0))
        .bind(reason(&transfer.state))
        .bind(expires_at)
        .bind(accept_at)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

pub(super) async fn write_holds(conn: &mut PgConnection, plan: &Plan) -> Result<()> {
    for (hold, at) in journal::holds_with_moments(plan) {
        sqlx::query(
            "INSERT INTO holds (uuid, exchange, account, amount, purpose, until, state, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (uuid) DO UPDATE SET state = excluded.state",
        )
        .bind(hold.id.0)
        .bind(hold.exchange.0)
        .bind(hold.account.0)
        .bind(hold.amount)
        .bind(hold.purpose.clone())
        .bind(hold.until.0)
        .bind(word(hold.state))
        .bind(at)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

pub(super) async fn write_objections(conn: &mut PgConnection, plan: &Plan) -> Result<()> {
    for record in &plan.objections {
        let sql = match record.account {
            Some(account) => sqlx::query(
                "INSERT INTO objections (transfer, outcome, made_by, at, words, exchange, account)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(record.transfer)
            .bind(word(record.outcome))
            .bind(record.made_by.0)
            .bind(record.at.0)
            .bind(record.words.clone())
            .bind(record.exchange.0)
            .bind(account.0),
            None => sqlx::query(
                "UPDATE objections SET outcome = $2, settled_by = $3, settled_at = $4, settled_why = $5 WHERE transfer = $1",
            )
            .bind(record.transfer)
            .bind(word(record.outcome))
            .bind(record.made_by.0)
            .bind(record.at.0)
            .bind(record.words.clone()),
        };
        sql.execute(&mut *conn).await?;
    }
    Ok(())
}
