//! What can be asked of the ledger. Whatever changes a balance, a limit, a state, a switch or a policy is one of these.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    account::{Kind, Limit, Overrides, State},
    amount::Amount,
    id::{AccountId, ExchangeId, HoldId, TransferId},
    policy::Policy,
    time::Instant,
    transfer::{Authority, Order, Words},
};

/// Something asked of one exchange's ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct Instruction {
    /// The exchange concerned.
    pub exchange: ExchangeId,
    /// Who asks, and as what.
    pub by: Authority,
    /// What is asked.
    pub what: What,
}

/// The second half of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The transfer that was wrong.
    pub transfer: TransferId,
    /// Names the reversal.
    pub reversal: TransferId,
    /// Names the transfer that stands instead, or the request for the difference.
    pub replacement: TransferId,
    /// The right price.
    pub amount: Amount,
    /// The right words.
    pub description: Words,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Record a trade: pay, record a sale, or request.
    Record(Box<Order>),
    /// Send a draft on its way, as its order wishes from now on.
    Submit {
        /// The draft.
        transfer: TransferId,
    },
    /// Say yes to a request.
    Accept {
        /// The request.
        transfer: TransferId,
    },
    /// Say no to a request.
    Decline {
        /// The request.
        transfer: TransferId,
        /// Why, at most 500 characters, may be empty.
        reason: String,
    },
    /// Take back a request that nobody has answered.
    Withdraw {
        /// The request.
        transfer: TransferId,
    },
    /// Throw away a draft, or hide what did not count.
    Discard {
        /// The transfer.
        transfer: TransferId,
    },
    /// Let a request that has fallen due be accepted or expire.
    Lapse {
        /// The request.
        transfer: TransferId,
    },
    /// Post the opposite of a committed transfer.
    Reverse {
        /// The transfer.
        transfer: TransferId,
        /// Names the reversal.
        reversal: TransferId,
        /// Why; administrators and coordinators must say.
        reason: Words,
    },
    /// Correct price or words of a committed transfer.
    Edit(Box<Edit>),
    /// Say that a committed transfer is not right.
    Object {
        /// The transfer.
        transfer: TransferId,
        /// What is wrong, 1 to 1000 characters.
        words: String,
    },
    /// Decide that a transfer stands in spite of an objection.
    LetStand {
        /// The transfer.
        transfer: TransferId,
        /// Why, 1 to 1000 characters.
        why: String,
    },
    /// Change something about an account or the policy.
    Act {
        /// What.
        act: Box<Act>,
        /// Why.
        reason: Words,
    },
}

/// A change that a rule reads, as it is kept: dated, with who and why, in a chain of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Act {
    /// An account begins, with the limits that are the policy's at that moment.
    OpenAccount {
        /// Its id.
        account: AccountId,
        /// Its name at the edges.
        uuid: Uuid,
        /// Its number, `ABCD0001`.
        number: String,
        /// Its kind of holder.
        kind: Kind,
    },
    /// An account rests, wakes, is stopped or closes.
    SetState {
        /// Which.
        account: AccountId,
        /// The new state.
        state: State,
    },
    /// An account may be credited only, or debited again.
    SetLock {
        /// Which.
        account: AccountId,
        /// Whether it is locked from now on.
        locked: bool,
    },
    /// An account's limits.
    SetLimits {
        /// Which.
        account: AccountId,
        /// Its floor.
        floor: Option<Limit>,
        /// Its ceiling.
        ceiling: Option<Limit>,
        /// How far receipts may widen the floor.
        growth_cap: Option<i64>,
    },
    /// An account's own answers to the exchange's switches.
    SetOverrides {
        /// Which.
        account: AccountId,
        /// All of them.
        overrides: Overrides,
    },
    /// The exchange's rules.
    SetPolicy {
        /// All of them.
        policy: Box<Policy>,
    },
    /// Set units of an account aside.
    Hold {
        /// Names the hold.
        hold: HoldId,
        /// Whose units.
        account: AccountId,
        /// How many.
        amount: Amount,
        /// What for, 1 to 200 characters.
        purpose: String,
        /// Until when.
        until: Instant,
    },
    /// End a hold because it was used.
    UseHold {
        /// The hold.
        hold: HoldId,
    },
    /// End a hold without using it.
    ReleaseHold {
        /// The hold.
        hold: HoldId,
    },
}

impl Act {
    /// The account that it is about, as far as the act itself says.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Act::OpenAccount { account, .. }
            | Act::SetState { account, .. }
            | Act::SetLock { account, .. }
            | Act::SetLimits { account, .. }
            | Act::SetOverrides { account, .. }
            | Act::Hold { account, .. } => Some(*account),
            Act::SetPolicy { .. } | Act::UseHold { .. } | Act::ReleaseHold { .. } => None,
        }
    }

    /// Its stable name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Act::OpenAccount { .. } => "open-account",
            Act::SetState { .. } => "set-state",
            Act::SetLock { .. } => "set-lock",
            Act::SetLimits { .. } => "set-limits",
            Act::SetOverrides { .. } => "set-overrides",
            Act::SetPolicy { .. } => "set-policy",
            Act::Hold { .. } => "hold",
            Act::UseHold { .. } => "use-hold",
            Act::ReleaseHold { .. } => "release-hold",
        }
    }
}

/// What must be in the book before an instruction can be decided, besides its exchange and that one's own account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needs {
    /// Accounts named by the instruction.
    pub accounts: Vec<AccountId>,
    /// Transfers named by it; their payers and payees are needed too.
    pub transfers: Vec<TransferId>,
    /// Accounts whose waiting requests are all needed.
    pub waiting_of: Vec<AccountId>,
    /// Holds named by it; their accounts are needed too.
    pub holds: Vec<HoldId>,
}

impl Instruction {
    /// What must be in the book before this can be decided.
    #[must_use]
    pub fn needs(&self) -> Needs {
        let mut needs = Needs::default();
        match &self.what {
            What::Record(order) => {
                needs.accounts = vec![order.payer, order.payee];
                needs.transfers = vec![order.id];
            }
            What::Submit { transfer }
            | What::Accept { transfer }
            | What::Decline { transfer, .. }
            | What::Withdraw { transfer }
            | What::Discard { transfer }
            | What::Lapse { transfer }
            | What::Object { transfer, .. }
            | What::LetStand { transfer, .. } => needs.transfers = vec![*transfer],
            What::Reverse { transfer, reversal, .. } => needs.transfers = vec![*transfer, *reversal],
            What::Edit(edit) => needs.transfers = vec![edit.transfer, edit.reversal, edit.replacement],
            What::Act { act, .. } => {
                needs.accounts.extend(act.account());
                match act.as_ref() {
                    Act::SetState { account, state: State::Closed } => needs.waiting_of.push(*account),
                    Act::Hold { hold, .. } | Act::UseHold { hold } | Act::ReleaseHold { hold } => {
                        needs.holds.push(*hold)
                    }
                    Act::OpenAccount { .. }
                    | Act::SetState { .. }
                    | Act::SetLock { .. }
                    | Act::SetLimits { .. }
                    | Act::SetOverrides { .. }
                    | Act::SetPolicy { .. } => {}
                }
            }
        }
        needs
    }
}
