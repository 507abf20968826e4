//! Accounts: where a member's balance is kept.
//!
//! Rosa's account `MARL0064` stands at -22.20 acorns: she has received a little more than she has provided. Her hard floor
//! is -250, so a payment that would leave her at -251 is refused; with a soft floor it would count and she would be told.
//! A *locked* account may still be credited. Balance minus holds is what is available for spending.

use serde::{Deserialize, Serialize};

use crate::{
    id::{AccountId, EntryId, ExchangeId},
    time::{Instant, Month},
};

/// What kind of holder an account has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The exchange's own account, `ABCD0000`: levies come in here.
    Administration,
    /// One person.
    Individual,
    /// A family or household.
    Shared,
    /// An association.
    Organisation,
    /// A business.
    Company,
    /// Anyone in the exchange may read its statement.
    Public,
    /// Mirrors another exchange.
    Virtual,
}

/// Whether an account takes part in transfers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Takes part.
    Active,
    /// Rests, by its holder's or an administrator's wish; either may wake it.
    Disabled,
    /// Stopped by an administrator, who alone may lift it.
    Suspended,
    /// Over for good, at balance zero.
    Closed,
}

/// How far a balance may go, and what happens beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// The outermost balance: at most 0 for a floor, at least 0 for a ceiling.
    pub at: i64,
    /// Hard: beyond it a transfer is refused. Soft: it counts, and the holder is warned.
    pub hard: bool,
}

/// When a request to an account is accepted without its holder's doing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Acceptance {
    /// Every request waits for the holder.
    Asked,
    /// Every request is accepted at once.
    Everything,
    /// Requests from these accounts are accepted at once.
    From(Vec<AccountId>),
    /// Silence for so many days is acceptance.
    AfterDays(u16),
}

/// An account's own answers where it differs from its exchange's policy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Overrides {
    /// May pay at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer_pays: Option<bool>,
    /// May record a sale that counts at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payee_records: Option<bool>,
    /// May send requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payee_requests: Option<bool>,
    /// How requests to it are accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acceptance: Option<Acceptance>,
}

/// The trading record: sums over all committed trades, at their price; a reversal takes its trade out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Record {
    /// Sum of the prices of what the holder provided.
    pub provided_total: i64,
    /// Number of those trades.
    pub provided_count: i64,
    /// When the last of them was counted.
    pub provided_last: Option<Instant>,
    /// Sum of the prices of what the holder received.
    pub received_total: i64,
    /// Number of those trades.
    pub received_count: i64,
    /// When the last of them was counted.
    pub received_last: Option<Instant>,
}

/// An account as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The exchange it belongs to.
    pub exchange: ExchangeId,
    /// What kind of holder.
    pub kind: Kind,
    /// Whether it takes part.
    pub state: State,
    /// Locked: may be credited, not debited.
    pub locked: bool,
    /// How far below zero it may go; none: without bound.
    pub floor: Option<Limit>,
    /// How far above zero it may go; none: without bound.
    pub ceiling: Option<Limit>,
    /// Each receipt widens the floor by what was received, down to this balance.
    pub growth_cap: Option<i64>,
    /// Its own answers to the exchange's switches.
    pub overrides: Overrides,
    /// Sum of its entries.
    pub balance: i64,
    /// Sum of its open holds, 0 upwards.
    pub held: i64,
    /// Its trading record.
    pub record: Record,
    /// Its newest entry, where a statement begins.
    pub last_entry: Option<EntryId>,
    /// The month of that entry.
    pub last_month: Option<Month>,
}

impl Account {
    /// A fresh account without limits, holds or history.
    #[must_use]
    pub fn new(id: AccountId, exchange: ExchangeId, kind: Kind) -> Account {
        Account {
            id,
            exchange,
            kind,
            state: State::Active,
            locked: false,
            floor: None,
            ceiling: None,
            growth_cap: None,
            overrides: Overrides::default(),
            balance: 0,
            held: 0,
            record: Record::default(),
            last_entry: None,
            last_month: None,
        }
    }

    /// What may be spent: the balance less what is held.
    #[must_use]
    pub fn available(&self) -> i64 {
        self.balance.saturating_sub(self.held)
    }
}
