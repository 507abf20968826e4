//! Transfers: one recorded trade or movement, with two or more entries that sum to zero.
//!
//! Ana mends Ben's bicycle for 10: payer Ben, payee Ana. Committed, it has an entry of -10 on Ben's account and +10 on
//! Ana's, and with a levy of 2 % -10.20, +9.80 and +0.40 on the exchange's own. A committed transfer never changes; a
//! *reversal* is another transfer with the opposite entries.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    amount::Amount,
    id::{AccountId, EntryId, ExchangeId, TransferId, UserId},
    journal::Hash,
    refusal::Refusal,
    time::{Day, Instant},
};

/// On whose behalf someone acts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Authority {
    /// Who.
    pub user: UserId,
    /// As what.
    pub acting: Acting,
    /// The accounts this user operates, to keep administrators from changing their own limits.
    pub operates: Vec<AccountId>,
}

/// As what someone acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Acting {
    /// Someone who operates this account.
    Holder(AccountId),
    /// A coordinator, for an account in their area.
    Coordinator,
    /// An administrator of the exchange.
    Admin,
    /// The server itself: what falls due, and imports.
    Server,
}

/// As what a transfer's maker acted, as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// The payer's side.
    Payer,
    /// The payee's side.
    Payee,
    /// A coordinator.
    Coordinator,
    /// An administrator.
    Admin,
    /// The server.
    Server,
}

/// The way a transfer came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// The pages.
    Web,
    /// The interface for programs.
    Api,
    /// A trading sheet.
    Sheet,
    /// A slip.
    Slip,
    /// A tag held to a telephone.
    Tag,
    /// An import.
    Import,
    /// A rule of the exchange.
    Rule,
}

/// What kind of movement a transfer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Somebody provided something.
    Trade,
    /// The opposite of another transfer.
    Reversal,
    /// The second half of an edit.
    Replacement,
    /// Brought over from another system; passes limits.
    Import,
}

/// What the maker of a transfer wishes for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    /// Keep it as a draft.
    Draft,
    /// Ask the payer.
    Wait,
    /// Let it count at once where the rules allow, otherwise ask the payer.
    Count,
}

/// Words of people, with the random salt that keeps them guess-proof inside a hash and erasable outside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Words {
    /// The words themselves.
    pub text: String,
    /// 16 random bytes, made with the words.
    pub salt: [u8; 16],
}

/// An order for a transfer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The name its maker gave it.
    pub id: TransferId,
    /// The exchange of both accounts.
    pub exchange: ExchangeId,
    /// Who gives units.
    pub payer: AccountId,
    /// Who gets units.
    pub payee: AccountId,
    /// The price.
    pub amount: Amount,
    /// What for, at most 500 characters.
    pub description: Words,
    /// The day of the trade, if it was not the day of recording.
    pub traded_on: Option<Day>,
    /// A category of the exchange's.
    pub category: Option<String>,
    /// The offer or want that it settles.
    pub settles: Option<Uuid>,
    /// The way it came in.
    pub channel: Channel,
    /// What its maker wishes.
    pub wish: Wish,
    /// When it expires if it waits and nobody answers.
    pub expires_at: Option<Instant>,
}

/// One account's part of a committed transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// A transfer's entries follow each other; the order of an account's chain is told by `previous` alone.
    pub id: EntryId,
    /// Whose.
    pub account: AccountId,
    /// Never zero; below zero for who gives units.
    pub amount: i64,
    /// The account's balance after it.
    pub balance: i64,
    /// The account's entry before.
    pub previous: Option<EntryId>,
}

/// A committed transfer's place in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// Its number, 1 upwards in each exchange, without gaps.
    pub number: i64,
    /// The journal's hash after it.
    pub hash: Hash,
    /// Its entries: payer, payee, then the exchange's own account if there was a levy.
    pub entries: Vec<Entry>,
}

/// Where a transfer stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// A draft.
    New,
    /// Waits for the payer's side.
    Pending {
        /// When it expires, if nobody answers.
        expires_at: Option<Instant>,
        /// When silence becomes acceptance.
        accept_at: Option<Instant>,
    },
    /// Counted; final.
    Committed(Posted),
    /// The payer's side said no, with these words.
    Rejected(String),
    /// Nobody answered in time.
    Expired,
    /// A rule stood in the way; kept so that a repeat gets the same answer.
    Failed(Refusal),
    /// Withdrawn or thrown away.
    Deleted,
}

/// What became of an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Objection {
    /// It is being looked at.
    Open,
    /// The transfer stands.
    Stands,
    /// The transfer was reversed.
    Reversed,
}

/// A transfer with all that the rules read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// Its number inside the store.
    pub row: i64,
    /// What was ordered.
    pub order: Order,
    /// What kind of movement.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// One id for all legs of a trade between exchanges.
    pub linked: Option<Uuid>,
    /// The transfer that this one reverses or replaces.
    pub corrects: Option<TransferId>,
    /// Who made it.
    pub made_by: UserId,
    /// The account its maker acted for; none for coordinators, administrators and the server.
    pub made_for: Option<AccountId>,
    /// As what its maker acted.
    pub capacity: Capacity,
    /// When it was made.
    pub created_at: Instant,
    /// When it left `new` or `pending`: for a committed one, when it was counted.
    pub decided_at: Option<Instant>,
    /// Who decided that.
    pub decided_by: Option<UserId>,
    /// The transfer that reversed it.
    pub reversed_by: Option<TransferId>,
    /// What became of an objection to it.
    pub objection: Option<Objection>,
}

impl Transfer {
    /// Its place in the journal, once it is counted.
    #[must_use]
    pub fn posted(&self) -> Option<&Posted> {
        match &self.state {
            State::Committed(posted) => Some(posted),
            State::New
            | State::Pending { .. }
            | State::Rejected(_)
            | State::Expired
            | State::Failed(_)
            | State::Deleted => None,
        }
    }

    /// Whether someone acts for the side that made this transfer: the account it was made for or, where a coordinator, an
    /// administrator or the server made it, the same person acting as the same.
    #[must_use]
    pub fn is_made_by_side_of(&self, by: &Authority) -> bool {
        match by.acting {
            Acting::Holder(account) => self.made_for == Some(account),
            Acting::Coordinator => self.capacity == Capacity::Coordinator && self.made_by == by.user,
            Acting::Admin => self.capacity == Capacity::Admin && self.made_by == by.user,
            Acting::Server => self.capacity == Capacity::Server && self.made_by == by.user,
        }
    }

    /// Whether an order repeats this transfer: same maker, same account acted for, same body.
    #[must_use]
    pub fn is_repeated_by(&self, order: &Order, by: &Authority) -> bool {
        let made_for = match by.acting {
            Acting::Holder(account) => Some(account),
            Acting::Coordinator | Acting::Admin | Acting::Server => None,
        };
        self.made_by == by.user
            && self.made_for == made_for
            && self.order.payer == order.payer
            && self.order.payee == order.payee
            && self.order.amount == order.amount
            && self.order.description.text == order.description.text
            && self.order.traded_on == order.traded_on
            && self.order.wish == order.wish
    }
}
