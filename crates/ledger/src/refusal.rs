//! Why the ledger says no. Each refusal has a stable code, which is also the translation key and the interface's code, and
//! carries what a person needs to understand it.
//!
//! For a new transfer they are found in this order, first match wins: malformed, id used, unknown account, same account,
//! wrong exchange, exchange disabled, account closed, suspended, disabled, not permitted, payer locked, below the floor,
//! above the ceiling. The last three are kept with the transfer, as `failed`; the others leave nothing behind.

use serde::{Deserialize, Serialize};

use crate::id::AccountId;

/// What is wrong with the form of an instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// A text is longer than it may be, or holds control characters.
    Text,
    /// The trade's day lies in the future.
    DayInFuture,
    /// A moment that should lie ahead has passed.
    MomentPassed,
    /// A reason is asked for and none was given.
    ReasonMissing,
    /// The limits do not fit together.
    Limits,
    /// The policy's parts do not fit together.
    Policy,
    /// Scale and way of counting cannot change once there are accounts.
    UnitChanged,
}

/// Why a person may not do what they asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Only someone of the account's side may.
    NotYourAccount,
    /// The exchange, or the account's own setting, does not let payers pay on their own.
    PayersDoNotPay,
    /// The exchange, or the account's own setting, does not let payees record or request.
    PayeesDoNotRecord,
    /// The payer's side never takes a payment back alone: it objects.
    PayersObject,
    /// Only administrators may.
    AdminsOnly,
    /// Only the coordinator who keyed it may.
    OnlyWhoKeyed,
    /// Only the server may.
    ServerOnly,
    /// Another administrator must: nobody changes the limits of their own account alone.
    AnotherAdmin,
}

/// Why the ledger did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Refusal {
    /// The form is wrong.
    Malformed {
        /// In what way.
        fault: Fault,
    },
    /// This transfer id belongs to another order.
    IdUsed,
    /// No such account.
    UnknownAccount,
    /// Payer and payee are the same account.
    SameAccount,
    /// An account belongs to another exchange.
    WrongExchange,
    /// The exchange has stopped trading.
    ExchangeDisabled,
    /// An account is closed.
    AccountClosed {
        /// Which.
        account: AccountId,
    },
    /// An account is suspended.
    AccountSuspended {
        /// Which.
        account: AccountId,
    },
    /// An account is disabled.
    AccountDisabled {
        /// Which.
        account: AccountId,
    },
    /// The rules do not let this person do this.
    NotPermitted {
        /// Which rule.
        rule: Rule,
    },
    /// The payer's account may be credited only.
    PayerLocked {
        /// Which.
        account: AccountId,
    },
    /// The payer would go below the hard floor.
    BelowFloor {
        /// Whose floor.
        account: AccountId,
        /// The floor, a balance.
        floor: i64,
        /// What can be spent now: the balance less what is held.
        available: i64,
        /// What the transfer would take, levy included.
        charge: i64,
    },
    /// The payee would go above the hard ceiling.
    AboveCeiling {
        /// Whose ceiling.
        account: AccountId,
        /// The ceiling, a balance.
        ceiling: i64,
        /// The balance now.
        balance: i64,
        /// What the transfer would bring, levy deducted.
        gain: i64,
    },
    /// No such transfer.
    UnknownTransfer,
    /// It is not waiting (any more).
    NotPending,
    /// It has not been counted.
    NotCommitted,
    /// It has already been reversed.
    AlreadyReversed,
    /// A reversal is not itself reversed.
    IsReversal,
    /// Too long ago.
    WindowOver {
        /// The window, in days.
        days: u16,
    },
    /// Someone has already objected to it.
    AlreadyObjected,
    /// There is no open objection.
    NoObjection,
    /// The transfer counts, or waits: it cannot be thrown away.
    InUse,
    /// An account closes at balance zero only.
    BalanceNotZero {
        /// The balance.
        balance: i64,
    },
    /// An account with open holds does not close.
    HasHolds,
    /// Nothing changes about a closed account.
    Closed,
    /// The exchange's own account keeps open.
    OwnAccountStays,
    /// No such hold, or not open any more.
    UnknownHold,
    /// Somebody has changed this meanwhile.
    Stale,
}

impl Refusal {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Malformed { .. } => "malformed",
            Refusal::IdUsed => "id-used",
            Refusal::UnknownAccount => "unknown-account",
            Refusal::SameAccount => "same-account",
            Refusal::WrongExchange => "wrong-exchange",
            Refusal::ExchangeDisabled => "exchange-disabled",
            Refusal::AccountClosed { .. } => "account-closed",
            Refusal::AccountSuspended { .. } => "account-suspended",
            Refusal::AccountDisabled { .. } => "account-disabled",
            Refusal::NotPermitted { .. } => "not-permitted",
            Refusal::PayerLocked { .. } => "payer-locked",
            Refusal::BelowFloor { .. } => "below-floor",
            Refusal::AboveCeiling { .. } => "above-ceiling",
            Refusal::UnknownTransfer => "unknown-transfer",
            Refusal::NotPending => "not-pending",
            Refusal::NotCommitted => "not-committed",
            Refusal::AlreadyReversed => "already-reversed",
            Refusal::IsReversal => "is-reversal",
            Refusal::WindowOver { .. } => "window-over",
            Refusal::AlreadyObjected => "already-objected",
            Refusal::NoObjection => "no-objection",
            Refusal::InUse => "in-use",
            Refusal::BalanceNotZero { .. } => "balance-not-zero",
            Refusal::HasHolds => "has-holds",
            Refusal::Closed => "closed",
            Refusal::OwnAccountStays => "own-account-stays",
            Refusal::UnknownHold => "unknown-hold",
            Refusal::Stale => "stale",
        }
    }

    /// Whether a refused order is kept, as a `failed` transfer with this reason.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        matches!(
            self,
            Refusal::PayerLocked { .. } | Refusal::BelowFloor { .. } | Refusal::AboveCeiling { .. }
        )
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.code())
    }
}

impl std::error::Error for Refusal {}
