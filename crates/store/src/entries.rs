//! Statements: an account's entries read by walking back from its last one, each with its transfer.

use ledger::{
    AccountId, EntryId, Instant, UserId,
    transfer::{Capacity, Channel, Kind, Objection},
};
use uuid::Uuid;

use crate::error::Result;
use crate::tx::Tx;

row! {
    /// A line of a statement.
    pub struct LineRow {
        /// The entry.
        pub id: EntryId,
        /// How much; below zero for units given.
        pub amount: i64,
        /// The balance after it.
        pub balance: i64,
        /// The entry before, where the walk goes on.
        pub previous: Option<EntryId>,
        /// The transfer's name.
        pub uuid: Uuid,
        /// Its number in the journal.
        pub number: i64,
        /// What kind of movement.
        pub kind: Kind,
        /// Who gives units.
        pub payer: AccountId,
        /// Who gets units.
        pub payee: AccountId,
        /// The price.
        pub price: i64,
        /// What for.
        pub description: String,
        /// The day of the trade, if it was not the day of recording.
        pub traded_on: Option<i64>,
        /// When it was counted.
        pub decided_at: Instant,
        /// Who made it.
        pub made_by: UserId,
        /// As what its maker acted.
        pub capacity: Capacity,
        /// The way it came in.
        pub channel: Channel,
        /// The transfer that it corrects.
        pub corrects: Option<Uuid>,
        /// The transfer that reversed it.
        pub reversed_by: Option<Uuid>,
        /// What became of an objection to it.
        pub objection: Option<Objection>,
    }
}

/// Up to `limit` lines of an account, walking back from this entry, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn walk(tx: &mut Tx, from: EntryId, limit: i64) -> Result<Vec<LineRow>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "WITH RECURSIVE walk (id, transfer, amount, balance, previous, steps) AS (
            SELECT e.id, e.transfer, e.amount, e.balance, e.previous, CAST(1 AS BIGINT) FROM entries e WHERE e.id = $1
            UNION ALL
            SELECT e.id, e.transfer, e.amount, e.balance, e.previous, w.steps + 1
            FROM walk w JOIN entries e ON e.id = w.previous WHERE w.steps < $2)
         SELECT w.id, w.amount, w.balance, w.previous, t.uuid, t.number, t.kind, t.payer, t.payee, t.amount AS price,
            t.description, t.traded_on, t.decided_at, t.made_by, t.capacity, t.channel, t.corrects,
            (SELECT r.uuid FROM transfers r WHERE r.corrects = t.uuid AND r.kind = 'reversal' AND r.state = 'committed')
                AS reversed_by,
            (SELECT o.outcome FROM objections o WHERE o.transfer = t.id) AS objection
         FROM walk w JOIN transfers t ON t.id = w.transfer ORDER BY w.steps")
        .bind(from.0).bind(limit).fetch_all(conn).await)?)
}

/// Which lines of an account are added up.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// Whose.
    pub account: AccountId,
    /// Counted at this instant or later.
    pub from: Option<Instant>,
    /// Counted before this instant.
    pub until: Option<Instant>,
    /// Down to this entry, which is not counted in.
    pub known: Option<EntryId>,
    /// This many lines at most.
    pub limit: i64,
}

row! {
    /// What lines add up to, and where they begin and end.
    pub struct SumRow {
        /// How many lines.
        pub counted: i64,
        /// Prices of what the account gave, less those of such trades that were reversed.
        pub provided: i64,
        /// Prices of what it got, below zero, less those of such trades that were reversed.
        pub received: i64,
        /// What else was taken from it or came to it.
        pub levies: i64,
        /// The newest line before the end of the span, were it one that is not counted in.
        pub newest: Option<EntryId>,
        /// The balance after that.
        pub closing: Option<i64>,
        /// The line at which the walk ended: the oldest of the span, or the one before it.
        pub last: EntryId,
        /// How much that one moved.
        pub last_amount: i64,
        /// The balance after it.
        pub last_balance: i64,
        /// When it was counted.
        pub last_at: Instant,
        /// The line before it.
        pub previous: Option<EntryId>,
    }
}

/// What the lines of a span add up to, walking back from an entry. The walk ends one line beyond the span, if there is one.
///
/// # Errors
/// When the database does not answer, or there is no such entry.
pub async fn sum(tx: &mut Tx, from: EntryId, span: &Span) -> Result<SumRow> {
    let since = span.from.map_or(i64::MIN, |from| from.0);
    let until = span.until.map_or(i64::MAX, |until| until.0);
    let known = span.known.map_or(0, |known| known.0);
    Ok(on!(tx, conn => sqlx::query_as(
        "WITH RECURSIVE walk (id, amount, balance, previous, kind, own, decided_at, steps, counted) AS (
            SELECT e.id, e.amount, e.balance, e.previous, t.kind,
                CASE $2 WHEN t.payer THEN -t.amount WHEN t.payee THEN t.amount ELSE 0 END,
                t.decided_at, CAST(1 AS BIGINT), CAST(CASE WHEN t.decided_at < $4 THEN 1 ELSE 0 END AS BIGINT)
            FROM entries e JOIN transfers t ON t.id = e.transfer WHERE e.id = $1
            UNION ALL
            SELECT e.id, e.amount, e.balance, e.previous, t.kind,
                CASE $2 WHEN t.payer THEN -t.amount WHEN t.payee THEN t.amount ELSE 0 END,
                t.decided_at, w.steps + 1, w.counted + CASE WHEN t.decided_at < $4 THEN 1 ELSE 0 END
            FROM walk w JOIN entries e ON e.id = w.previous JOIN transfers t ON t.id = e.transfer
            WHERE w.decided_at >= $3 AND w.id <> $5 AND w.counted < $6)
         SELECT s.counted, s.provided, s.received, s.levies, a.id AS newest, a.balance AS closing,
            z.id AS last, z.amount AS last_amount, z.balance AS last_balance, z.decided_at AS last_at, z.previous
         FROM (SELECT count(*) AS counted,
                CAST(coalesce(sum(CASE WHEN (own > 0) = (kind <> 'reversal') THEN own END), 0) AS BIGINT) AS provided,
                CAST(coalesce(sum(CASE WHEN (own > 0) <> (kind <> 'reversal') THEN own END), 0) AS BIGINT) AS received,
                CAST(coalesce(sum(amount - own), 0) AS BIGINT) AS levies
               FROM walk WHERE decided_at >= $3 AND decided_at < $4 AND id <> $5) s
         CROSS JOIN (SELECT id, amount, balance, decided_at, previous FROM walk ORDER BY steps DESC LIMIT 1) z
         LEFT JOIN (SELECT id, balance FROM walk WHERE decided_at < $4 ORDER BY steps LIMIT 1) a ON TRUE")
        .bind(from.0).bind(span.account.0).bind(since).bind(until).bind(known).bind(span.limit)
        .fetch_one(conn).await)?)
}

row! {
    /// Where an account stood at the end of a month that is over.
    pub struct MonthMarkRow {
        /// Months since January 1970, in UTC.
        pub month: i64,
        /// Its last entry.
        pub entry: EntryId,
        /// The balance after it.
        pub balance: i64,
    }
}

/// The balance of an account after its last entry that was counted before a moment, walking back from an entry of it; none
/// when there is none so old.
///
/// # Errors
/// When the database does not answer.
pub async fn balance_before(tx: &mut Tx, from: EntryId, moment: Instant) -> Result<Option<i64>> {
    let found: Option<(i64,)> = on!(tx, conn => sqlx::query_as(
        "WITH RECURSIVE walk (balance, previous, decided_at) AS (
            SELECT e.balance, e.previous, t.decided_at FROM entries e JOIN transfers t ON t.id = e.transfer WHERE e.id = $1
            UNION ALL
            SELECT e.balance, e.previous, t.decided_at
            FROM walk w JOIN entries e ON e.id = w.previous JOIN transfers t ON t.id = e.transfer
            WHERE w.decided_at >= $2)
         SELECT balance FROM walk WHERE decided_at < $2 LIMIT 1")
        .bind(from.0).bind(moment.0).fetch_optional(conn).await)?;
    Ok(found.map(|(balance,)| balance))
}

/// The last entry that an account had at the end of this month or before, where a walk through older lines begins.
/// None: begin at the account's newest entry, or there is none so old.
///
/// # Errors
/// When the database does not answer.
pub async fn mark_at(tx: &mut Tx, account: AccountId, month: i64) -> Result<Option<MonthMarkRow>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT month, entry, balance FROM month_marks WHERE account = $1 AND month <= $2 ORDER BY month DESC LIMIT 1")
        .bind(account.0).bind(month).fetch_optional(conn).await)?)
}

/// Whether an entry is one of this account.
///
/// # Errors
/// When the database does not answer.
pub async fn is_of(tx: &mut Tx, entry: EntryId, account: AccountId) -> Result<bool> {
    let found: Option<(i64,)> = on!(tx, conn => sqlx::query_as("SELECT id FROM entries WHERE id = $1 AND account = $2")
        .bind(entry.0).bind(account.0).fetch_optional(conn).await)?;
    Ok(found.is_some())
}

row! {
    /// A month mark with its account.
    pub struct MarkRow {
        /// Whose.
        pub account: AccountId,
        /// Months since January 1970, in UTC.
        pub month: i64,
        /// The account's last entry in that month.
        pub entry: EntryId,
        /// The balance after it.
        pub balance: i64,
    }
}

/// All month marks of an exchange's accounts.
///
/// # Errors
/// When the database does not answer.
pub async fn marks_of_exchange(tx: &mut Tx, exchange: ledger::ExchangeId) -> Result<Vec<MarkRow>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT m.account, m.month, m.entry, m.balance FROM month_marks m JOIN accounts a ON a.id = m.account
         WHERE a.exchange = $1 ORDER BY m.account, m.month")
        .bind(exchange.0).fetch_all(conn).await)?)
}
