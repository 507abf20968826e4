//! Names of things: integers inside, a UUID for a transfer, since whoever orders one names it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )*};
}

ids! {
    /// An exchange: a community with its own unit.
    ExchangeId;
    /// An account in one exchange.
    AccountId;
    /// A login, that is, a person.
    UserId;
    /// One account's part of a transfer. Ids of one transfer follow each other; along an account's chain they need not grow,
    /// since several servers take them from blocks of their own.
    EntryId;
}

impl UserId {
    /// The server itself, when it acts on its own: auto-acceptance, expiry, levies by rule.
    pub const SERVER: UserId = UserId(0);
}

/// A transfer's name, made by whoever orders it, so that ordering twice with one name is one transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TransferId(pub Uuid);

/// A hold's name, made by whoever orders it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HoldId(pub Uuid);
