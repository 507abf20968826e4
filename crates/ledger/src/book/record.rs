//! Recording a trade: pay, record a sale, request.

use crate::{
    account::Acceptance,
    book::{Answer, Book, Receipt},
    id::{AccountId, ExchangeId, TransferId},
    instruction::Instruction,
    refusal::{Fault, Refusal, Rule},
    time::Instant,
    transfer::{Acting, Authority, Capacity, Channel, Kind, Order, State, Transfer, Wish},
};

/// Longest description, in characters.
pub(crate) const DESCRIPTION_MAX: usize = 500;

/// What will become of an order that is well-formed and permitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Draft,
    Wait,
    Count,
}

impl Book {
    /// Records a trade. The checks stand in the documented order of refusals.
    pub(super) fn record(&mut self, order: &Order, instruction: &Instruction, at: Instant) -> Answer {
        let (exchange, by) = (instruction.exchange, &instruction.by);
        // A repeat was well-formed when it was new; meanwhile the moment it names may have passed.
        let first = self.transfers.get(&order.id);
        if let Some(first) = first.filter(|first| is_repeat(first, order, by)) {
            return answered(first);
        }
        well_formed(order, at)?;
        if first.is_some() {
            return Err(Refusal::IdUsed);
        }
        self.parties(order, exchange)?;
        self.taking_part(order.exchange, &[order.payer, order.payee])?;
        let capacity = capacity(order, by)?;
        let fate = self.fate(order, capacity, at)?;
        let transfer = self.made(order, by, capacity, at);
        self.settle(transfer, fate, by, at)
    }

    /// Sends a draft on its way. Pressed twice, the first answer again.
    pub(super) fn submit(&mut self, id: TransferId, instruction: &Instruction, at: Instant) -> Answer {
        let by = &instruction.by;
        let draft = self.known(id, instruction.exchange)?;
        if !draft.is_made_by_side_of(by) {
            return Err(Refusal::NotPermitted { rule: Rule::NotYourAccount });
        }
        match draft.state {
            State::New => {}
            State::Pending { .. } | State::Committed(_) | State::Failed(_) => return answered(draft),
            State::Rejected(_) | State::Expired | State::Deleted => return Err(Refusal::NotPending),
        }
        let draft = draft.clone();
        // The order itself keeps its wish, so that a repeat of it is known again.
        let wished = Order { wish: Wish::Count, ..draft.order.clone() };
        if wished.expires_at.is_some_and(|until| until <= at) {
            return Err(Refusal::Malformed { fault: Fault::MomentPassed });
        }
        self.taking_part(wished.exchange, &[wished.payer, wished.payee])?;
        let fate = self.fate(&wished, draft.capacity, at)?;
        self.settle(draft, fate, by, at)
    }

    /// That both accounts are there, differ, and belong to the order's exchange.
    fn parties(&self, order: &Order, exchange: ExchangeId) -> Result<(), Refusal> {
        let (payer, payee) = (self.at_account(order.payer)?, self.at_account(order.payee)?);
        if payer.id == payee.id {
            return Err(Refusal::SameAccount);
        }
        if [order.exchange, payer.exchange, payee.exchange] != [exchange; 3] {
            return Err(Refusal::WrongExchange);
        }
        Ok(())
    }

    /// Lets an order that is permitted wait, or count if its accounts allow.
    fn settle(&mut self, mut transfer: Transfer, fate: Fate, by: &Authority, at: Instant) -> Answer {
        match fate {
            Fate::Draft => transfer.state = State::New,
            Fate::Wait => transfer.state = self.waiting_state(&transfer.order, at)?,
            Fate::Count => {
                let moves = self.moves(&transfer.order)?;
                let checked = if transfer.kind == Kind::Import {
                    self.in_range(&moves).map(|()| Vec::new())
                } else {
                    self.within_limits(&transfer.order, &moves)
                };
                let warnings = match checked {
                    Ok(warnings) => warnings,
                    Err(refusal) if refusal.is_kept() => {
                        return self.keep_failed(transfer, refusal, by, at);
                    }
                    Err(refusal) => return Err(refusal),
                };
                // ---- From here nothing is refused.
                let id = transfer.order.id;
                self.post(transfer, &moves, by.user, at);
                return Ok(Receipt { transfer: Some(id), counted: true, warnings });
            }
        }
        let receipt = Receipt::of(&transfer);
        self.file(transfer);
        Ok(receipt)
    }

    /// Keeps a refused order, so that a repeat gets the same answer.
    fn keep_failed(
        &mut self,
        mut transfer: Transfer,
        refusal: Refusal,
        by: &Authority,
        at: Instant,
    ) -> Answer {
        debug_assert!(refusal.is_kept(), "{refusal} leaves nothing behind");
        transfer.state = State::Failed(refusal.clone());
        transfer.decided_at = Some(at);
        transfer.decided_by = Some(by.user);
        self.file(transfer);
        Err(refusal)
    }

    fn made(&mut self, order: &Order, by: &Authority, capacity: Capacity, at: Instant) -> Transfer {
        let made_for = match by.acting {
            Acting::Holder(account) => Some(account),
            Acting::Coordinator | Acting::Admin | Acting::Server => None,
        };
        let import = capacity == Capacity::Server && order.channel == Channel::Import;
        Transfer {
            row: self.next_row(),
            order: order.clone(),
            kind: if import { Kind::Import } else { Kind::Trade },
            state: State::New,
            linked: None,
            corrects: None,
            made_by: by.user,
            made_for,
            capacity,
            created_at: at,
            decided_at: None,
            decided_by: None,
            reversed_by: None,
            objection: None,
        }
    }

    /// What the exchange's policy and the accounts' own settings make of the order.
    pub(super) fn fate(&self, order: &Order, capacity: Capacity, at: Instant) -> Result<Fate, Refusal> {
        let allowed = match capacity {
            Capacity::Payer => {
                if !self.switch(order.payer, |o| o.payer_pays, |p| p.payer_pays)? {
                    return Err(Refusal::NotPermitted { rule: Rule::PayersDoNotPay });
                }
                Fate::Count
            }
            Capacity::Payee => self.fate_of_sale(order, at)?,
            Capacity::Coordinator | Capacity::Admin if self.is_old(order, at)? => Fate::Wait,
            Capacity::Coordinator | Capacity::Admin | Capacity::Server => Fate::Count,
        };
        Ok(match order.wish {
            Wish::Draft => Fate::Draft,
            // Who accepts every request accepts those that a coordinator or an administrator keys as well.
            Wish::Wait if capacity != Capacity::Payee => match capacity {
                Capacity::Coordinator | Capacity::Admin if self.is_accepted(order)? => allowed,
                Capacity::Payer
                | Capacity::Payee
                | Capacity::Coordinator
                | Capacity::Admin
                | Capacity::Server => Fate::Wait,
            },
            Wish::Wait | Wish::Count => allowed,
        })
    }

    /// Whether a sale recorded by the payee's side counts, waits, or is not permitted.
    fn fate_of_sale(&self, order: &Order, at: Instant) -> Result<Fate, Refusal> {
        let records = self.switch(order.payee, |o| o.payee_records, |p| p.payee_records)?;
        let requests = self.switch(order.payee, |o| o.payee_requests, |p| p.payee_requests)?;
        let accepted = self.is_accepted(order)?;
        // Whoever may let a sale count may ask as well, and a trade of long ago asks even where requests are off.
        match (records, requests) {
            (false, false) => Err(Refusal::NotPermitted { rule: Rule::PayeesDoNotRecord }),
            _ if self.is_old(order, at)? => Ok(Fate::Wait),
            _ if accepted => Ok(Fate::Count),
            (true, _) if order.wish != Wish::Wait => Ok(Fate::Count),
            _ => Ok(Fate::Wait),
        }
    }

    /// Whether the payer accepts requests like this one at once.
    fn is_accepted(&self, order: &Order) -> Result<bool, Refusal> {
        Ok(match self.acceptance(order.payer)? {
            Acceptance::Everything => true,
            Acceptance::From(accounts) => accounts.contains(&order.payee),
            Acceptance::Asked | Acceptance::AfterDays(_) => false,
        })
    }

    /// Whether the trade lies longer ago than it may be entered without the payer.
    fn is_old(&self, order: &Order, at: Instant) -> Result<bool, Refusal> {
        let days = i32::from(self.at_exchange(order.exchange)?.policy.entry_days);
        Ok(order.traded_on.is_some_and(|day| i64::from(at.day().0) - i64::from(day.0) > i64::from(days)))
    }

    /// Until when an order waits.
    pub(super) fn waiting_state(&self, order: &Order, at: Instant) -> Result<State, Refusal> {
        let accept_at = match self.acceptance(order.payer)? {
            Acceptance::AfterDays(days) if !self.is_old(order, at)? => Some(at.plus_days(*days)),
            Acceptance::AfterDays(_) | Acceptance::Asked | Acceptance::Everything | Acceptance::From(_) => {
                None
            }
        };
        let by_policy = self.at_exchange(order.exchange)?.policy.request_days.map(|days| at.plus_days(days));
        let expires_at = if accept_at.is_some() { None } else { order.expires_at.or(by_policy) };
        Ok(State::Pending { expires_at, accept_at })
    }

    /// An account's own answer to a switch, or else its exchange's.
    fn switch(
        &self,
        id: AccountId,
        own: fn(&crate::account::Overrides) -> Option<bool>,
        policy: fn(&crate::Policy) -> bool,
    ) -> Result<bool, Refusal> {
        let account = self.at_account(id)?;
        let exchange = self.at_exchange(account.exchange)?;
        Ok(own(&account.overrides).unwrap_or_else(|| policy(&exchange.policy)))
    }

    /// How requests to this account are accepted.
    fn acceptance(&self, id: AccountId) -> Result<&Acceptance, Refusal> {
        let account = self.at_account(id)?;
        let exchange = self.at_exchange(account.exchange)?;
        Ok(account.overrides.acceptance.as_ref().unwrap_or(&exchange.policy.acceptance))
    }
}

/// That the order can be read as one.
fn well_formed(order: &Order, at: Instant) -> Result<(), Refusal> {
    let fault = |fault| Err(Refusal::Malformed { fault });
    let has_control = |text: &str| text.chars().any(|c| c.is_control() && c != '\n');
    if order.description.text.chars().count() > DESCRIPTION_MAX || has_control(&order.description.text) {
        return fault(Fault::Text);
    }
    if order.category.as_ref().is_some_and(|text| text.chars().count() > 80 || has_control(text)) {
        return fault(Fault::Text);
    }
    // A day ahead of UTC is today somewhere.
    if order.traded_on.is_some_and(|day| day.0 > at.day().0 + 1) {
        return fault(Fault::DayInFuture);
    }
    if order.expires_at.is_some_and(|until| until <= at) {
        return fault(Fault::MomentPassed);
    }
    Ok(())
}

/// Whether an order repeats one that was recorded. A correction is repeated as the correction that it was.
fn is_repeat(first: &Transfer, order: &Order, by: &Authority) -> bool {
    first.is_repeated_by(order, by) && first.corrects.is_none() && first.order.exchange == order.exchange
}

/// The first answer again. A failed order that was hidden since only says that it does not count.
fn answered(first: &Transfer) -> Answer {
    match &first.state {
        State::Failed(refusal) => Err(refusal.clone()),
        State::New
        | State::Pending { .. }
        | State::Committed(_)
        | State::Rejected(_)
        | State::Expired
        | State::Deleted => Ok(Receipt::of(first)),
    }
}

/// As what the maker of an order acts.
fn capacity(order: &Order, by: &Authority) -> Result<Capacity, Refusal> {
    match by.acting {
        Acting::Holder(account) if account == order.payer => Ok(Capacity::Payer),
        Acting::Holder(account) if account == order.payee => Ok(Capacity::Payee),
        Acting::Holder(_) => Err(Refusal::NotPermitted { rule: Rule::NotYourAccount }),
        Acting::Coordinator => Ok(Capacity::Coordinator),
        Acting::Admin => Ok(Capacity::Admin),
        Acting::Server => Ok(Capacity::Server),
    }
}
