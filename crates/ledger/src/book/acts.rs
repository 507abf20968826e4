//! Acts: whatever else a rule reads changes here, dated, with who and why, in a chain of its own.

use crate::{
    account::{Acceptance, Account, Kind, Limit, Overrides, State},
    book::{Answer, Book, Hold, HoldState, Receipt},
    id::{AccountId, HoldId},
    instruction::{Act, Instruction},
    journal::{self, ActLink, Head},
    limits,
    plan::{ActRecord, Opening},
    policy::Policy,
    refusal::{Fault, Refusal, Rule},
    time::Instant,
    transfer::{Acting, Authority, Words},
};

/// Longest reason, in characters.
const REASON_MAX: usize = 500;

impl Book {
    /// Does what an act says, if the rules allow, and keeps it.
    pub(super) fn act(
        &mut self,
        act: &Act,
        reason: &Words,
        instruction: &Instruction,
        at: Instant,
    ) -> Answer {
        let fits = reason.text.chars().count() <= REASON_MAX
            && !reason.text.chars().any(|c| c.is_control() && c != '\n');
        if !fits {
            return Err(Refusal::Malformed { fault: Fault::Text });
        }
        if let Some(id) = act.account()
            && !matches!(act, Act::OpenAccount { .. })
        {
            self.changeable(id, instruction)?;
        }
        let concerns = match act {
            Act::OpenAccount { account, number, kind, uuid } => {
                self.may_open(*account, number, *kind, instruction)?;
                let opening = Opening { account: *account, uuid: *uuid, number: number.clone(), at };
                self.open_account(*account, *kind, opening, instruction)?;
                Some(*account)
            }
            Act::SetState { account, state } => {
                self.may_set_state(*account, *state, &instruction.by)?;
                self.set_state(*account, *state, instruction, at);
                Some(*account)
            }
            Act::SetLock { account, locked } => {
                admins_only(&instruction.by)?;
                self.change(*account, |account| account.locked = *locked);
                Some(*account)
            }
            Act::SetLimits { account, floor, ceiling, growth_cap } => {
                may_set_limits(*account, (*floor, *ceiling, *growth_cap), &instruction.by)?;
                self.change(*account, |account| {
                    (account.floor, account.ceiling, account.growth_cap) = (*floor, *ceiling, *growth_cap);
                });
                Some(*account)
            }
            Act::SetOverrides { account, overrides } => {
                self.may_override(*account, overrides, &instruction.by)?;
                self.change(*account, |account| account.overrides = overrides.clone());
                Some(*account)
            }
            Act::SetPolicy { policy } => {
                self.may_set_policy(policy, instruction)?;
                if let Some(exchange) = self.exchanges.get_mut(&instruction.exchange) {
                    exchange.policy = policy.as_ref().clone();
                }
                None
            }
            Act::Hold { hold, account, amount, purpose, until } => {
                let hold = Hold {
                    id: *hold,
                    exchange: instruction.exchange,
                    account: *account,
                    amount: amount.units(),
                    purpose: purpose.clone(),
                    until: *until,
                    state: HoldState::Open,
                };
                self.place(hold, instruction, at)?;
                Some(*account)
            }
            Act::UseHold { hold } => Some(self.end_hold(*hold, HoldState::Used, instruction, at)?),
            Act::ReleaseHold { hold } => Some(self.end_hold(*hold, HoldState::Released, instruction, at)?),
        };
        self.keep_act(act, concerns, reason, (instruction, at));
        Ok(Receipt::plain())
    }

    /// That an account is one of this exchange and not closed.
    fn changeable(&self, id: AccountId, instruction: &Instruction) -> Result<(), Refusal> {
        let account = self.at_account(id)?;
        if account.exchange != instruction.exchange {
            return Err(Refusal::WrongExchange);
        }
        if account.state == State::Closed { Err(Refusal::Closed) } else { Ok(()) }
    }

    fn change(&mut self, id: AccountId, change: impl FnOnce(&mut Account)) {
        if let Some(account) = self.accounts.get_mut(&id) {
            change(account);
            self.changes.accounts.insert(id);
        }
    }

    fn may_open(
        &self,
        id: AccountId,
        number: &str,
        kind: Kind,
        instruction: &Instruction,
    ) -> Result<(), Refusal> {
        if !matches!(instruction.by.acting, Acting::Admin | Acting::Server) {
            return Err(Refusal::NotPermitted { rule: Rule::AdminsOnly });
        }
        let taken = self.accounts.contains_key(&id);
        let second_own =
            kind == Kind::Administration && self.at_exchange(instruction.exchange)?.own_account.is_some();
        if taken || second_own {
            return Err(Refusal::IdUsed);
        }
        let well_made = number.len() >= 8
            && number.len() <= 24
            && number.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            // A virtual account is numbered with its partner's code, every other with digits.
            && (kind == Kind::Virtual || number.bytes().skip(4).all(|b| b.is_ascii_digit()))
            // 0000 is the exchange's own, and nobody else's.
            && (kind == Kind::Administration) == (number.get(4..) == Some("0000"));
        if well_made { Ok(()) } else { Err(Refusal::Malformed { fault: Fault::Text }) }
    }

    fn open_account(
        &mut self,
        id: AccountId,
        kind: Kind,
        opening: Opening,
        instruction: &Instruction,
    ) -> Result<(), Refusal> {
        let exchange = self.at_exchange(instruction.exchange)?;
        let mut account = Account::new(id, instruction.exchange, kind);
        (account.floor, account.ceiling, account.growth_cap) = exchange.policy.limits_for(kind);
        if kind == Kind::Administration
            && let Some(exchange) = self.exchanges.get_mut(&instruction.exchange)
        {
            exchange.own_account = Some(id);
        }
        self.accounts.insert(id, account);
        self.changes.accounts.insert(id);
        self.changes.openings.push(opening);
        Ok(())
    }

    fn may_set_state(&self, id: AccountId, state: State, by: &Authority) -> Result<(), Refusal> {
        let account = self.at_account(id)?;
        let own = by.acting == Acting::Holder(id);
        let admin = by.acting == Acting::Admin;
        if !(own || admin) {
            return Err(Refusal::NotPermitted { rule: Rule::NotYourAccount });
        }
        let suspension = state == State::Suspended || account.state == State::Suspended;
        if suspension && !admin {
            return Err(Refusal::NotPermitted { rule: Rule::AdminsOnly });
        }
        if state == State::Closed {
            if account.kind == Kind::Administration {
                return Err(Refusal::OwnAccountStays);
            }
            if account.balance != 0 {
                return Err(Refusal::BalanceNotZero { balance: account.balance });
            }
            if account.held != 0 {
                return Err(Refusal::HasHolds);
            }
        }
        Ok(())
    }

    fn set_state(&mut self, id: AccountId, state: State, instruction: &Instruction, at: Instant) {
        if state == State::Closed {
            self.withdraw_all_of(id, &instruction.by, at);
        }
        self.change(id, |account| account.state = state);
    }

    fn may_override(&self, id: AccountId, overrides: &Overrides, by: &Authority) -> Result<(), Refusal> {
        let days = matches!(overrides.acceptance, Some(Acceptance::AfterDays(0)));
        let long = matches!(&overrides.acceptance, Some(Acceptance::From(accounts)) if accounts.len() > 500);
        if days || long {
            return Err(Refusal::Malformed { fault: Fault::Limits });
        }
        let now = &self.at_account(id)?.overrides;
        let switches_stay = (now.payer_pays, now.payee_records, now.payee_requests)
            == (overrides.payer_pays, overrides.payee_records, overrides.payee_requests);
        match by.acting {
            Acting::Admin => Ok(()),
            // A holder decides alone how requests to it are accepted; what it may do is the administrators' affair.
            Acting::Holder(account) if account == id && switches_stay => Ok(()),
            Acting::Holder(account) if account == id => Err(Refusal::NotPermitted { rule: Rule::AdminsOnly }),
            Acting::Holder(_) | Acting::Coordinator | Acting::Server => {
                Err(Refusal::NotPermitted { rule: Rule::NotYourAccount })
            }
        }
    }

    fn may_set_policy(&self, policy: &Policy, instruction: &Instruction) -> Result<(), Refusal> {
        if !matches!(instruction.by.acting, Acting::Admin | Acting::Server) {
            return Err(Refusal::NotPermitted { rule: Rule::AdminsOnly });
        }
        if !policy.is_sound() {
            return Err(Refusal::Malformed { fault: Fault::Policy });
        }
        let exchange = self.at_exchange(instruction.exchange)?;
        let now = &exchange.policy.unit;
        let same_count = now.scale == policy.unit.scale && now.style == policy.unit.style;
        // Limits, holds and requests are counted in the old way from the first account on, which is the exchange's own.
        if (exchange.journal.number > 0 || exchange.own_account.is_some()) && !same_count {
            return Err(Refusal::Malformed { fault: Fault::UnitChanged });
        }
        Ok(())
    }

    fn place(&mut self, hold: Hold, instruction: &Instruction, at: Instant) -> Result<(), Refusal> {
        let purpose_fits =
            (1..=200).contains(&hold.purpose.chars().count()) && !hold.purpose.chars().any(char::is_control);
        if !purpose_fits {
            return Err(Refusal::Malformed { fault: Fault::Text });
        }
        if hold.until <= at {
            return Err(Refusal::Malformed { fault: Fault::MomentPassed });
        }
        if self.holds.contains_key(&hold.id) {
            return Err(Refusal::IdUsed);
        }
        self.taking_part(instruction.exchange, &[hold.account])?;
        if ![Acting::Holder(hold.account), Acting::Server].contains(&instruction.by.acting) {
            return Err(Refusal::NotPermitted { rule: Rule::NotYourAccount });
        }
        if self.at_account(hold.account)?.locked {
            return Err(Refusal::PayerLocked { account: hold.account });
        }
        // What is set aside must be there, soft floor or hard: it is a promise to others.
        let account = self.at_account(hold.account)?;
        if let Some(crossing) = limits::crossed_floor(account, hold.amount) {
            let available = account.available();
            return Err(Refusal::BelowFloor {
                account: hold.account,
                floor: crossing.limit.at,
                available,
                charge: hold.amount,
            });
        }
        self.in_range(&vec![(hold.account, -account.held.saturating_add(hold.amount))])?;
        self.change(hold.account, |account| account.held += hold.amount);
        self.changes.holds.push(hold.clone());
        self.holds.insert(hold.id, hold);
        Ok(())
    }

    /// Ends a hold. Its holder may before its time, if nothing else depends on it; an expired one only the server releases.
    fn end_hold(
        &mut self,
        id: HoldId,
        state: HoldState,
        instruction: &Instruction,
        at: Instant,
    ) -> Result<AccountId, Refusal> {
        let open = |hold: &&Hold| hold.exchange == instruction.exchange && hold.state == HoldState::Open;
        let hold = self.holds.get(&id).filter(open).cloned().ok_or(Refusal::UnknownHold)?;
        let own = instruction.by.acting == Acting::Holder(hold.account) && hold.until > at;
        if !own && instruction.by.acting != Acting::Server {
            return Err(Refusal::NotPermitted { rule: Rule::ServerOnly });
        }
        self.change(hold.account, |account| account.held -= hold.amount);
        let account = hold.account;
        let ended = Hold { state, ..hold };
        self.changes.holds.push(ended.clone());
        self.holds.insert(id, ended);
        Ok(account)
    }

    fn keep_act(
        &mut self,
        act: &Act,
        concerns: Option<AccountId>,
        reason: &Words,
        (instruction, at): (&Instruction, Instant),
    ) {
        let Ok(body) = serde_json::to_string(act) else {
            unreachable!("an act is plain data and always encodes")
        };
        let Some(exchange) = self.exchanges.get_mut(&instruction.exchange) else {
            unreachable!("an act names an exchange that is in the book")
        };
        let link = ActLink {
            before: exchange.acts,
            exchange: instruction.exchange,
            journal_number: exchange.journal.number,
            at,
            made_by: instruction.by.user,
            acting: instruction.by.acting,
            account: concerns,
            body: &body,
            reason: journal::commitment(reason),
        };
        let head = Head { number: exchange.acts.number + 1, hash: journal::act_hash(&link) };
        (exchange.acts, exchange.at) = (head, at);
        let journal_number = exchange.journal.number;
        let id = self.ids.act;
        self.ids.act += 1;
        self.changes.acts.push(ActRecord {
            id,
            exchange: instruction.exchange,
            number: head.number,
            hash: head.hash,
            journal_number,
            at,
            made_by: instruction.by.user,
            acting: instruction.by.acting,
            account: concerns,
            name: act.name(),
            body,
            reason: reason.clone(),
        });
        self.touch(instruction.exchange);
    }
}

fn admins_only(by: &Authority) -> Result<(), Refusal> {
    if by.acting == Acting::Admin { Ok(()) } else { Err(Refusal::NotPermitted { rule: Rule::AdminsOnly }) }
}

fn may_set_limits(
    account: AccountId,
    (floor, ceiling, growth_cap): (Option<Limit>, Option<Limit>, Option<i64>),
    by: &Authority,
) -> Result<(), Refusal> {
    // The server's administrator may as well, who acts as the server.
    if by.acting != Acting::Server {
        admins_only(by)?;
    }
    if by.operates.contains(&account) {
        return Err(Refusal::NotPermitted { rule: Rule::AnotherAdmin });
    }
    if limits::are_limits(floor, ceiling, growth_cap) {
        Ok(())
    } else {
        Err(Refusal::Malformed { fault: Fault::Limits })
    }
}
