//! Everything derived again from the journal, to find what is wrong with stored books.
//!
//! Feed an exchange's acts and committed transfers in their order, an act before the transfers that came after it, and then
//! compare with the accounts as stored. What the [`crate::Book`] decides, this checks, in code of its own: it shares the
//! types and the hash, not the decisions.

mod checks;

use std::collections::{HashMap, HashSet};

use crate::{
    account::{Account, State},
    book::{Exchange, Hold, HoldState},
    id::{AccountId, ExchangeId, HoldId, TransferId, UserId},
    instruction::Act,
    journal::{self, ActLink, Hash, Head, Link},
    policy::Policy,
    time::Instant,
    transfer::{Acting, Capacity, Entry, Kind, Transfer},
};

/// Something that must hold and does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// The invariant, by its stable name.
    pub rule: &'static str,
    /// Where: a transfer's or act's number, an account's id.
    pub place: String,
    /// What is there and what should be.
    pub detail: String,
}

/// An act as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAct {
    /// Its number.
    pub number: i64,
    /// Its stored hash.
    pub hash: Hash,
    /// The journal's number when it was done.
    pub journal_number: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub made_by: UserId,
    /// As what.
    pub acting: Acting,
    /// The account concerned.
    pub account: Option<AccountId>,
    /// The stored JSON.
    pub body: String,
    /// The commitment to its reason: computed from words and salt, or the kept one where they were erased.
    pub reason: Hash,
}

/// A committed transfer as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredTransfer {
    /// The transfer with its entries.
    pub transfer: Transfer,
    /// The commitment to its description: computed from words and salt, or the kept one where they were erased.
    pub description: Hash,
    /// The entries of the transfer that it corrects, if it is a reversal.
    pub original: Option<Vec<Entry>>,
}

/// A half of an edit whose limits can be judged only with the other half.
#[derive(Debug)]
struct Half {
    corrects: Option<TransferId>,
    number: i64,
    capacity: Capacity,
    before: Vec<(AccountId, i64)>,
    moved: Vec<(AccountId, i64)>,
}

/// One exchange, derived again.
#[derive(Debug)]
pub struct Replay {
    exchange: ExchangeId,
    journal: Head,
    acts: Head,
    at: Instant,
    policy: Option<Policy>,
    own_account: Option<AccountId>,
    accounts: HashMap<AccountId, Account>,
    holds: HashMap<HoldId, Hold>,
    reversed: HashSet<TransferId>,
    half: Option<Half>,
    breaches: Vec<Breach>,
}

impl Replay {
    /// An exchange before its first act, with the policy it was founded with.
    #[must_use]
    pub fn new(exchange: ExchangeId) -> Replay {
        Replay {
            exchange,
            journal: Head::of_journal(exchange),
            acts: Head::of_acts(exchange),
            at: Instant::default(),
            policy: None,
            own_account: None,
            accounts: HashMap::new(),
            holds: HashMap::new(),
            reversed: HashSet::new(),
            half: None,
            breaches: Vec::new(),
        }
    }

    /// The next act.
    pub fn act(&mut self, stored: &StoredAct) {
        self.judge_half(None);
        let place = format!("act {}", stored.number);
        if stored.number != self.acts.number + 1 {
            self.breach("acts-gap", &place, format!("comes after act {}", self.acts.number));
        }
        if stored.journal_number != self.journal.number {
            self.breach("acts-order", &place, format!("names journal number {}", stored.journal_number));
        }
        let link = ActLink {
            before: self.acts,
            exchange: self.exchange,
            journal_number: stored.journal_number,
            at: stored.at,
            made_by: stored.made_by,
            acting: stored.acting,
            account: stored.account,
            body: &stored.body,
            reason: stored.reason,
        };
        if journal::act_hash(&link) != stored.hash {
            self.breach("acts-hash", &place, "its hash is not the one its content makes".to_owned());
        }
        self.acts = Head { number: stored.number, hash: stored.hash };
        self.pass(stored.at, "acts-time", &place);
        match serde_json::from_str::<Act>(&stored.body) {
            Ok(act) => self.apply(&act, &place),
            Err(error) => self.breach("acts-form", &place, error.to_string()),
        }
    }

    /// The next committed transfer.
    pub fn transfer(&mut self, stored: &StoredTransfer) {
        let transfer = &stored.transfer;
        let place = format!("transfer {}", transfer.order.id.0);
        let Some(posted) = transfer.posted() else {
            return self.breach(
                "journal-state",
                &place,
                "stands in the journal but is not committed".to_owned(),
            );
        };
        if transfer.order.exchange != self.exchange {
            self.breach("journal-exchange", &place, "belongs to another exchange".to_owned());
        }
        if posted.number != self.journal.number + 1 {
            self.breach(
                "journal-gap",
                &place,
                format!("number {} comes after {}", posted.number, self.journal.number),
            );
        }
        if !(transfer.kind == Kind::Replacement
            && self.half.as_ref().is_some_and(|half| half.corrects == transfer.corrects))
        {
            self.judge_half(None);
        }
        let (at, by) =
            (transfer.decided_at.unwrap_or_default(), transfer.decided_by.unwrap_or(UserId::SERVER));
        let link = Link {
            before: self.journal,
            at,
            decided_by: by,
            description: stored.description,
            entries: &posted.entries,
        };
        if journal::transfer_hash(transfer, &link) != posted.hash {
            self.breach("journal-hash", &place, "its hash is not the one its content makes".to_owned());
        }
        self.journal = Head { number: posted.number, hash: posted.hash };
        self.pass(at, "journal-time", &place);
        let before: Vec<(AccountId, i64)> = posted
            .entries
            .iter()
            .filter_map(|entry| {
                self.accounts.get(&entry.account).map(|account| (account.id, account.balance))
            })
            .collect();
        self.check_entries(transfer, &posted.entries, &place);
        self.check_kind(stored, &posted.entries, &place);
        self.count(transfer, &posted.entries, at);
        self.check_limits(transfer, posted.number, before, &place);
    }

    /// Compares with what is stored, and says everything that was found.
    #[must_use]
    pub fn finish(mut self, stored: &Exchange, accounts: &[Account], open_holds: &[Hold]) -> Vec<Breach> {
        self.judge_half(None);
        let head = |head: Head| format!("{} {:02x?}", head.number, &head.hash.0[..4]);
        if stored.journal != self.journal {
            self.breach(
                "journal-head",
                "exchange",
                format!("is {}, should be {}", head(stored.journal), head(self.journal)),
            );
        }
        if stored.acts != self.acts {
            self.breach(
                "acts-head",
                "exchange",
                format!("is {}, should be {}", head(stored.acts), head(self.acts)),
            );
        }
        if stored.at != self.at {
            self.breach("journal-time", "exchange", format!("is {}, should be {}", stored.at.0, self.at.0));
        }
        // An exchange begins with the act that sets its policy.
        if self.acts.number > 0 && self.policy.as_ref() != Some(&stored.policy) {
            self.breach("policy", "exchange", "the policy in force is not the one last decided".to_owned());
        }
        if stored.own_account != self.own_account {
            let detail = format!("is {:?}, should be {:?}", stored.own_account, self.own_account);
            self.breach("own-account", "exchange", detail);
        }
        self.check_sums(accounts);
        self.check_holds(open_holds);
        for account in accounts {
            self.check_account(account);
        }
        if accounts.len() != self.accounts.len() {
            let detail = format!("{} are stored, {} were opened", accounts.len(), self.accounts.len());
            self.breach("accounts-count", "exchange", detail);
        }
        self.breaches
    }

    /// Time never runs backwards along journal and acts.
    fn pass(&mut self, at: Instant, rule: &'static str, place: &str) {
        if at < self.at {
            self.breach(rule, place, format!("is of {}, and comes after something of {}", at.0, self.at.0));
        }
        self.at = self.at.max(at);
    }

    fn breach(&mut self, rule: &'static str, place: &str, detail: String) {
        self.breaches.push(Breach { rule, place: place.to_owned(), detail });
    }

    fn apply(&mut self, act: &Act, place: &str) {
        match act {
            Act::OpenAccount { account, kind, .. } => {
                let mut opened = Account::new(*account, self.exchange, *kind);
                if let Some(policy) = &self.policy {
                    (opened.floor, opened.ceiling, opened.growth_cap) = policy.limits_for(*kind);
                }
                if *kind == crate::account::Kind::Administration {
                    self.own_account = Some(*account);
                }
                self.accounts.insert(*account, opened);
            }
            Act::SetPolicy { policy } => self.policy = Some(policy.as_ref().clone()),
            Act::SetState { account, state } => {
                let ends_unbalanced =
                    |known: &&mut Account| *state == State::Closed && (known.balance != 0 || known.held != 0);
                if let Some(known) = self.accounts.get_mut(account) {
                    known.state = *state;
                }
                if self.accounts.get_mut(account).filter(ends_unbalanced).is_some() {
                    self.breach(
                        "closed-at-zero",
                        place,
                        format!("account {} closes with a balance or a hold", account.0),
                    );
                }
            }
            Act::SetLock { account, locked } => {
                self.on(*account, place, |known| known.locked = *locked);
            }
            Act::SetLimits { account, floor, ceiling, growth_cap } => self.on(*account, place, |known| {
                (known.floor, known.ceiling, known.growth_cap) = (*floor, *ceiling, *growth_cap);
            }),
            Act::SetOverrides { account, overrides } => {
                self.on(*account, place, |known| known.overrides = overrides.clone());
            }
            Act::Hold { hold, account, amount, purpose, until } => {
                self.on(*account, place, |known| known.held += amount.units());
                let placed = Hold {
                    id: *hold,
                    exchange: self.exchange,
                    account: *account,
                    amount: amount.units(),
                    purpose: purpose.clone(),
                    until: *until,
                    state: HoldState::Open,
                };
                self.holds.insert(*hold, placed);
            }
            Act::UseHold { hold } | Act::ReleaseHold { hold } => match self.holds.remove(hold) {
                Some(ended) => self.on(ended.account, place, |known| known.held -= ended.amount),
                None => self.breach("holds", place, format!("ends hold {}, which is not open", hold.0)),
            },
        }
    }

    fn on(&mut self, account: AccountId, place: &str, change: impl FnOnce(&mut Account)) {
        match self.accounts.get_mut(&account) {
            Some(known) => change(known),
            None => self.breach(
                "acts-account",
                place,
                format!("names account {}, which was never opened", account.0),
            ),
        }
    }
}
