//! The book: what the rules read, in memory, and the one place where value moves.
//!
//! The teller puts in what a batch of instructions names, has each decided in order, and takes out a [`Plan`] of what to
//! write. A refused instruction leaves no trace on the others. Deciding is pure: no clock, no randomness, no I/O.

mod acts;
mod correct;
mod objections;
mod post;
mod record;
mod waiting;

pub(crate) use post::{provided, received};

use std::collections::{BTreeSet, HashMap};

use crate::{
    account::{Account, State as AccountState},
    id::{AccountId, ExchangeId, HoldId, TransferId},
    instruction::{Instruction, What},
    journal::Head,
    plan::{Changes, Ids, Plan},
    policy::Policy,
    refusal::Refusal,
    time::Instant,
    transfer::Transfer,
};

/// What the book knows of an exchange.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    /// Its id.
    pub id: ExchangeId,
    /// The rules in force.
    pub policy: Policy,
    /// The newest committed transfer.
    pub journal: Head,
    /// The newest act.
    pub acts: Head,
    /// When the newest of both was; time never runs backwards along them.
    pub at: Instant,
    /// Its own account, once there is one.
    pub own_account: Option<AccountId>,
}

/// Units of an account set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Its name.
    pub id: HoldId,
    /// The exchange.
    pub exchange: ExchangeId,
    /// Whose units.
    pub account: AccountId,
    /// How many, above zero.
    pub amount: i64,
    /// What for.
    pub purpose: String,
    /// Until when.
    pub until: Instant,
    /// Where it stands.
    pub state: HoldState,
}

/// Where a hold stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldState {
    /// The units are set aside.
    Open,
    /// They were spent.
    Used,
    /// They are free again.
    Released,
}

/// Something that the holder should hear although the transfer counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// The payer is below a soft floor now.
    BelowSoftFloor {
        /// Whose floor.
        account: AccountId,
        /// The floor, a balance.
        floor: i64,
    },
    /// The payee is above a soft ceiling now.
    AboveSoftCeiling {
        /// Whose ceiling.
        account: AccountId,
        /// The ceiling, a balance.
        ceiling: i64,
    },
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The transfer that the instruction made or decided, if it was about one.
    pub transfer: Option<TransferId>,
    /// Whether that transfer counts now.
    pub counted: bool,
    /// What should be said besides.
    pub warnings: Vec<Warning>,
}

impl Receipt {
    fn plain() -> Receipt {
        Receipt { transfer: None, counted: false, warnings: Vec::new() }
    }

    fn of(transfer: &Transfer) -> Receipt {
        Receipt {
            transfer: Some(transfer.order.id),
            counted: transfer.posted().is_some(),
            warnings: Vec::new(),
        }
    }
}

/// The answer to an instruction.
pub type Answer = Result<Receipt, Refusal>;

/// What the rules read.
#[derive(Debug, Default)]
pub struct Book {
    exchanges: HashMap<ExchangeId, Exchange>,
    accounts: HashMap<AccountId, Account>,
    transfers: HashMap<TransferId, Transfer>,
    holds: HashMap<HoldId, Hold>,
    ids: Ids,
    changes: Changes,
}

impl Book {
    /// An empty book.
    #[must_use]
    pub fn new() -> Book {
        Book::default()
    }

    /// Puts an exchange in, or puts it right.
    pub fn put_exchange(&mut self, exchange: Exchange) {
        self.exchanges.insert(exchange.id, exchange);
    }

    /// Puts an account in, or puts it right.
    pub fn put_account(&mut self, account: Account) {
        self.accounts.insert(account.id, account);
    }

    /// Puts a transfer in for this batch.
    pub fn put_transfer(&mut self, transfer: Transfer) {
        self.transfers.insert(transfer.order.id, transfer);
    }

    /// Puts a hold in for this batch.
    pub fn put_hold(&mut self, hold: Hold) {
        self.holds.insert(hold.id, hold);
    }

    /// The exchange, if it is in the book.
    #[must_use]
    pub fn exchange(&self, id: ExchangeId) -> Option<&Exchange> {
        self.exchanges.get(&id)
    }

    /// The account, if it is in the book.
    #[must_use]
    pub fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.get(&id)
    }

    /// The transfer, if this batch knows it.
    #[must_use]
    pub fn transfer(&self, id: TransferId) -> Option<&Transfer> {
        self.transfers.get(&id)
    }

    /// Hands out the ids that the next decisions may use.
    pub fn use_ids(&mut self, ids: Ids) {
        self.ids = ids;
    }

    /// The ids not used so far.
    #[must_use]
    pub fn ids(&self) -> Ids {
        self.ids
    }

    /// Decides one instruction at this instant. Clocks differ from machine to machine and are set back: what counts is never
    /// earlier than what counted before it in the same exchange.
    ///
    /// # Errors
    /// The refusal, in the documented order; nothing has changed then, but that a refused order may be kept as `failed`.
    pub fn decide(&mut self, instruction: &Instruction, at: Instant) -> Answer {
        let Some(exchange) = self.exchanges.get(&instruction.exchange) else {
            return Err(Refusal::UnknownAccount);
        };
        let at = at.max(exchange.at);
        match &instruction.what {
            What::Record(order) => self.record(order, instruction, at),
            What::Submit { transfer } => self.submit(*transfer, instruction, at),
            What::Accept { transfer } => self.accept(*transfer, instruction, at),
            What::Decline { transfer, reason } => self.decline(*transfer, reason, instruction, at),
            What::Withdraw { transfer } => self.withdraw(*transfer, instruction, at),
            What::Discard { transfer } => self.discard(*transfer, instruction, at),
            What::Lapse { transfer } => self.lapse(*transfer, instruction, at),
            What::Reverse { transfer, reversal, reason } => {
                self.reverse(*transfer, *reversal, reason, (instruction, at))
            }
            What::Edit(edit) => self.edit(edit, instruction, at),
            What::Object { transfer, words } => self.object(*transfer, words, instruction, at),
            What::LetStand { transfer, why } => self.let_stand(*transfer, why, instruction, at),
            What::Act { act, reason } => self.act(act, reason, instruction, at),
        }
    }

    /// Takes out what has to be written since the last time, and forgets the transfers and holds of the batch.
    #[must_use]
    pub fn take_plan(&mut self) -> Plan {
        let changes = std::mem::take(&mut self.changes);
        let mut transfers = std::mem::take(&mut self.transfers);
        self.holds.clear();
        let journals = changes.exchanges.iter().filter_map(|id| self.exchanges.get(id).cloned()).collect();
        let accounts = changes.accounts.iter().filter_map(|id| self.accounts.get(id).cloned()).collect();
        let mut take =
            |ids: &[TransferId]| ids.iter().filter_map(|id| transfers.remove(id)).collect::<Vec<_>>();
        let new_transfers = take(&changes.new_transfers);
        let changed_transfers = take(&changes.changed_transfers.iter().copied().collect::<Vec<_>>());
        Plan {
            journals,
            accounts,
            new_transfers,
            changed_transfers,
            openings: changes.openings,
            entries: changes.entries,
            marks: changes.marks,
            acts: changes.acts,
            holds: changes.holds,
            objections: changes.objections,
        }
    }

    /// The transfer of this exchange, or the refusal that says there is none.
    fn known(&self, id: TransferId, exchange: ExchangeId) -> Result<&Transfer, Refusal> {
        self.transfers
            .get(&id)
            .filter(|transfer| transfer.order.exchange == exchange)
            .ok_or(Refusal::UnknownTransfer)
    }

    /// An exchange that `decide` has found in the book.
    fn at_exchange(&self, id: ExchangeId) -> Result<&Exchange, Refusal> {
        self.exchanges.get(&id).ok_or(Refusal::WrongExchange)
    }

    fn at_account(&self, id: AccountId) -> Result<&Account, Refusal> {
        self.accounts.get(&id).ok_or(Refusal::UnknownAccount)
    }

    /// That the exchange trades and all these accounts take part: closed before suspended before disabled.
    fn taking_part(&self, exchange: ExchangeId, accounts: &[AccountId]) -> Result<(), Refusal> {
        if !self.at_exchange(exchange)?.policy.open {
            return Err(Refusal::ExchangeDisabled);
        }
        let in_state = |state| {
            accounts
                .iter()
                .copied()
                .find(|id| self.accounts.get(id).is_some_and(|account| account.state == state))
        };
        if let Some(account) = in_state(AccountState::Closed) {
            return Err(Refusal::AccountClosed { account });
        }
        if let Some(account) = in_state(AccountState::Suspended) {
            return Err(Refusal::AccountSuspended { account });
        }
        if let Some(account) = in_state(AccountState::Disabled) {
            return Err(Refusal::AccountDisabled { account });
        }
        Ok(())
    }

    /// Notes that a transfer which the store knows has changed.
    fn note_change(&mut self, id: TransferId) {
        if !self.changes.new_transfers.contains(&id) {
            self.changes.changed_transfers.insert(id);
        }
    }
}

/// Ids in ascending order, each once, so that a plan is the same whenever the decisions are.
pub(crate) type Dirty<T> = BTreeSet<T>;
