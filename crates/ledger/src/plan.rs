//! What a batch of decisions wants written, all of it or nothing.

use uuid::Uuid;

use crate::{
    account::Account,
    book::{Dirty, Exchange, Hold},
    id::{AccountId, EntryId, ExchangeId, TransferId, UserId},
    journal::Hash,
    time::{Instant, Month},
    transfer::{Acting, Entry, Objection, Transfer, Words},
};

/// The next free ids; the teller takes them from the store in blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ids {
    /// For transfers.
    pub transfer: i64,
    /// For entries.
    pub entry: i64,
    /// For acts.
    pub act: i64,
}

/// An account that began in this batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Which.
    pub account: AccountId,
    /// Its name at the edges.
    pub uuid: Uuid,
    /// Its number.
    pub number: String,
    /// When.
    pub at: Instant,
}

/// The last entry of an account's month that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthMark {
    /// Whose.
    pub account: AccountId,
    /// Which month.
    pub month: Month,
    /// Its last entry.
    pub entry: EntryId,
    /// The balance at its end.
    pub balance: i64,
}

/// An act as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRecord {
    /// Its id.
    pub id: i64,
    /// The exchange.
    pub exchange: ExchangeId,
    /// Its number in the exchange's chain of acts.
    pub number: i64,
    /// The chain's hash after it.
    pub hash: Hash,
    /// The journal's number when it was done: it holds for later transfers.
    pub journal_number: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub made_by: UserId,
    /// As what.
    pub acting: Acting,
    /// The account concerned.
    pub account: Option<AccountId>,
    /// The act's stable name.
    pub name: &'static str,
    /// The act as JSON, exactly as hashed.
    pub body: String,
    /// Why.
    pub reason: Words,
}

/// An objection as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectionRecord {
    /// The transfer's number inside the store.
    pub transfer: i64,
    /// The exchange.
    pub exchange: ExchangeId,
    /// Who objects, or settles.
    pub made_by: UserId,
    /// The side that objects; none when it is being settled.
    pub account: Option<AccountId>,
    /// The words of whoever objects or settles.
    pub words: String,
    /// When.
    pub at: Instant,
    /// Where it stands now.
    pub outcome: Objection,
}

/// What has changed since the last plan.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    pub(crate) exchanges: Dirty<ExchangeId>,
    pub(crate) accounts: Dirty<AccountId>,
    pub(crate) new_transfers: Vec<TransferId>,
    pub(crate) changed_transfers: Dirty<TransferId>,
    pub(crate) openings: Vec<Opening>,
    pub(crate) entries: Vec<(i64, Entry)>,
    pub(crate) marks: Vec<MonthMark>,
    pub(crate) acts: Vec<ActRecord>,
    pub(crate) holds: Vec<Hold>,
    pub(crate) objections: Vec<ObjectionRecord>,
}

/// What to write. Openings come before entries; each account and journal is named once, in ascending id.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// Exchanges whose heads or policy have moved.
    pub journals: Vec<Exchange>,
    /// Accounts that have changed or begun, as they are now.
    pub accounts: Vec<Account>,
    /// Which of them began, with what a new row needs besides.
    pub openings: Vec<Opening>,
    /// Transfers that are new, in the order they were made.
    pub new_transfers: Vec<Transfer>,
    /// Transfers that were there and stand elsewhere now.
    pub changed_transfers: Vec<Transfer>,
    /// New entries, with their transfer's number inside the store.
    pub entries: Vec<(i64, Entry)>,
    /// Months that are over.
    pub marks: Vec<MonthMark>,
    /// New acts.
    pub acts: Vec<ActRecord>,
    /// Holds as they are now; the newest of a name counts.
    pub holds: Vec<Hold>,
    /// Objections made or settled, in order.
    pub objections: Vec<ObjectionRecord>,
}

impl Plan {
    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.journals.is_empty()
            && self.accounts.is_empty()
            && self.new_transfers.is_empty()
            && self.changed_transfers.is_empty()
            && self.objections.is_empty()
    }
}
