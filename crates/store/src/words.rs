//! How the ledger's enums are written in columns: one word each, the same in both databases.

use ledger::{account, book, policy, transfer};
use sqlx::error::BoxDynError;

use crate::row::Column;

/// A type whose values are single words in a column.
pub(crate) trait Word: Sized + Copy + 'static {
    /// Every value with its word.
    const WORDS: &'static [(Self, &'static str)];
}

macro_rules! ledger_words {
    ($($type:ty { $($value:path = $word:literal,)* })*) => { $(
        impl Word for $type {
            const WORDS: &'static [(Self, &'static str)] = &[$(($value, $word),)*];
        }
        impl Column for $type {
            type Raw = String;
            fn read(raw: String) -> Result<Self, BoxDynError> {
                parse(&raw).ok_or_else(|| format!("{raw} is no {}", stringify!($type)).into())
            }
        }
    )* };
}

ledger_words! {
    account::Kind {
        account::Kind::Administration = "administration",
        account::Kind::Individual = "individual",
        account::Kind::Shared = "shared",
        account::Kind::Organisation = "organisation",
        account::Kind::Company = "company",
        account::Kind::Public = "public",
        account::Kind::Virtual = "virtual",
    }
    account::State {
        account::State::Active = "active",
        account::State::Disabled = "disabled",
        account::State::Suspended = "suspended",
        account::State::Closed = "closed",
    }
    transfer::Kind {
        transfer::Kind::Trade = "trade",
        transfer::Kind::Reversal = "reversal",
        transfer::Kind::Replacement = "replacement",
        transfer::Kind::Import = "import",
    }
    transfer::Capacity {
        transfer::Capacity::Payer = "payer",
        transfer::Capacity::Payee = "payee",
        transfer::Capacity::Coordinator = "coordinator",
        transfer::Capacity::Admin = "admin",
        transfer::Capacity::Server = "server",
    }
    transfer::Channel {
        transfer::Channel::Web = "web",
        transfer::Channel::Api = "api",
        transfer::Channel::Sheet = "sheet",
        transfer::Channel::Slip = "slip",
        transfer::Channel::Tag = "tag",
        transfer::Channel::Import = "import",
        transfer::Channel::Rule = "rule",
    }
    transfer::Wish {
        transfer::Wish::Draft = "draft",
        transfer::Wish::Wait = "wait",
        transfer::Wish::Count = "count",
    }
    transfer::Objection {
        transfer::Objection::Open = "open",
        transfer::Objection::Stands = "stands",
        transfer::Objection::Reversed = "reversed",
    }
    book::HoldState {
        book::HoldState::Open = "open",
        book::HoldState::Used = "used",
        book::HoldState::Released = "released",
    }
    policy::Shape {
        policy::Shape::Community = "community",
        policy::Shape::TimeBank = "time-bank",
    }
}

/// The word of a value.
pub(crate) fn word<T: Word + PartialEq>(value: T) -> &'static str {
    let found = T::WORDS.iter().find(|(known, _)| *known == value);
    found.map_or_else(|| unreachable!("every value has its word"), |(_, word)| *word)
}

/// The value of a word, if there is one.
pub(crate) fn parse<T: Word>(word: &str) -> Option<T> {
    T::WORDS.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
}

/// The word for a transfer's state; what the state carries is in columns of its own.
pub(crate) fn state_word(state: &transfer::State) -> &'static str {
    match state {
        transfer::State::New => "new",
        transfer::State::Pending { .. } => "pending",
        transfer::State::Committed(_) => "committed",
        transfer::State::Rejected(_) => "rejected",
        transfer::State::Expired => "expired",
        transfer::State::Failed(_) => "failed",
        transfer::State::Deleted => "deleted",
    }
}

/// The word for as what someone did an act.
pub(crate) fn acting_word(acting: transfer::Acting) -> &'static str {
    match acting {
        transfer::Acting::Holder(_) => "holder",
        transfer::Acting::Coordinator => "coordinator",
        transfer::Acting::Admin => "admin",
        transfer::Acting::Server => "server",
    }
}
