//! Accounts as they are stored, with what the ledger's rules read of them.

use ledger::{
    Account, AccountId, EntryId, ExchangeId, Instant, Month,
    account::{Kind, Limit, Record, State},
};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::tx::Tx;

row! {
    /// An account's row.
    pub struct AccountRow {
        /// Its id.
        pub id: AccountId,
        /// Its name at the edges.
        pub uuid: Uuid,
        /// The exchange.
        pub exchange: ExchangeId,
        /// Its number, `ABCD0001`.
        pub number: String,
        /// What kind of holder.
        pub kind: Kind,
        /// Whether it takes part.
        pub state: State,
        /// Whether it may be credited only.
        pub locked: bool,
        /// Lowest balance.
        pub floor: Option<i64>,
        /// Whether the floor refuses.
        pub floor_hard: bool,
        /// Highest balance.
        pub ceiling: Option<i64>,
        /// Whether the ceiling refuses.
        pub ceiling_hard: bool,
        /// How far receipts widen the floor.
        pub growth_cap: Option<i64>,
        /// Own answers to the exchange's switches, JSON.
        pub overrides: String,
        /// Sum of the entries.
        pub balance: i64,
        /// Sum of the open holds.
        pub held: i64,
        /// Sum of what the holder provided.
        pub provided_total: i64,
        /// How often.
        pub provided_count: i64,
        /// When last.
        pub provided_last: Option<Instant>,
        /// Sum of what the holder received.
        pub received_total: i64,
        /// How often.
        pub received_count: i64,
        /// When last.
        pub received_last: Option<Instant>,
        /// The newest entry.
        pub last_entry: Option<EntryId>,
        /// The month of that entry.
        pub last_month: Option<i64>,
        /// When it began.
        pub opened_at: Instant,
    }
}

/// The columns of [`AccountRow`], in its order; a condition follows.
macro_rules! select_accounts {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.uuid, a.exchange, a.number, a.kind, a.state, a.locked, a.floor, a.floor_hard, a.ceiling,
             a.ceiling_hard, a.growth_cap, a.overrides, a.balance, a.held, a.provided_total, a.provided_count,
             a.provided_last, a.received_total, a.received_count, a.received_last, a.last_entry, a.last_month, a.opened_at
             FROM accounts a ",
            $rest
        )
    };
}
pub(crate) use select_accounts;

impl AccountRow {
    /// What the ledger's rules read of it.
    ///
    /// # Errors
    /// [`Error::Unfit`] when a column holds what no rule could have written.
    pub fn account(&self) -> Result<Account> {
        let wrong =
            |column: &str| Error::Unfit(format!("account {}: column {column} cannot be", self.number));
        let month = self.last_month.map(i32::try_from).transpose().map_err(|_| wrong("last_month"))?;
        Ok(Account {
            id: self.id,
            exchange: self.exchange,
            kind: self.kind,
            state: self.state,
            locked: self.locked,
            floor: self.floor.map(|at| Limit { at, hard: self.floor_hard }),
            ceiling: self.ceiling.map(|at| Limit { at, hard: self.ceiling_hard }),
            growth_cap: self.growth_cap,
            overrides: serde_json::from_str(&self.overrides).map_err(|_| wrong("overrides"))?,
            balance: self.balance,
            held: self.held,
            record: self.record(),
            last_entry: self.last_entry,
            last_month: month.map(Month),
        })
    }

    /// Its trading record.
    #[must_use]
    pub fn record(&self) -> Record {
        Record {
            provided_total: self.provided_total,
            provided_count: self.provided_count,
            provided_last: self.provided_last,
            received_total: self.received_total,
            received_count: self.received_count,
            received_last: self.received_last,
        }
    }
}

/// The account with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, id: AccountId) -> Result<Option<AccountRow>> {
    Ok(
        on!(tx, conn => sqlx::query_as(select_accounts!("WHERE a.id = $1")).bind(id.0).fetch_optional(conn).await)?,
    )
}

/// The account with this number, upper case.
///
/// # Errors
/// When the database does not answer.
pub async fn by_number(tx: &mut Tx, number: &str) -> Result<Option<AccountRow>> {
    Ok(
        on!(tx, conn => sqlx::query_as(select_accounts!("WHERE a.number = $1")).bind(number).fetch_optional(conn).await)?,
    )
}

/// All accounts of an exchange, by number.
///
/// # Errors
/// When the database does not answer.
pub async fn of_exchange(tx: &mut Tx, exchange: ExchangeId) -> Result<Vec<AccountRow>> {
    Ok(on!(tx, conn => sqlx::query_as(select_accounts!("WHERE a.exchange = $1 ORDER BY a.number"))
        .bind(exchange.0).fetch_all(conn).await)?)
}

/// Takes the next free digits of an exchange's account numbers: 1 upwards; 0 is the exchange's own.
///
/// # Errors
/// When the database refuses.
pub async fn next_number(tx: &mut Tx, exchange: ExchangeId) -> Result<i64> {
    let (next,): (i64,) = on!(tx, conn => sqlx::query_as(
        "UPDATE exchanges SET next_number = next_number + 1 WHERE id = $1 RETURNING next_number - 1")
        .bind(exchange.0).fetch_one(conn).await)?;
    Ok(next)
}
