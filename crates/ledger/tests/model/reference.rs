//! The rules once more, naively: maps, wide integers, one rule after the other. It shares the types of what goes in with
//! the ledger, and none of its decisions. What it keeps of a transfer or account is what the comparison reads.

mod acts;
mod corrections;

use std::collections::BTreeMap;

use ledger::{
    Acting, Instruction, Order, Policy,
    account::{Acceptance, Kind as Holder, Overrides, State as AccountState},
    instruction::What,
    transfer::{Authority, Channel, Wish},
};
use uuid::Uuid;

const DAY: i64 = 86_400_000_000;
const RANGE: i128 = 1 << 60;

/// `Ok((counts, warnings))` or the code of the refusal.
pub type Said = Result<(bool, usize), String>;

#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    pub kind: Holder,
    pub state: AccountState,
    pub locked: bool,
    pub floor: Option<(i128, bool)>,
    pub ceiling: Option<(i128, bool)>,
    pub cap: Option<i128>,
    pub overrides: Overrides,
    pub balance: i128,
    pub held: i128,
    pub provided: (i128, i64, Option<i64>),
    pub received: (i128, i64, Option<i64>),
}

#[derive(Debug, Clone, PartialEq)]
pub enum State {
    New,
    Waits { expires: Option<i64>, accepted: Option<i64> },
    Counts { at: i64, moves: Vec<(i64, i128)> },
    Rejected,
    Expired,
    Failed(String),
    Deleted,
}

#[derive(Debug, Clone)]
pub struct Transfer {
    pub payer: i64,
    pub payee: i64,
    pub amount: i128,
    text: String,
    day: Option<i32>,
    wish: Wish,
    expires: Option<i64>,
    pub kind: char,
    pub state: State,
    pub corrects: Option<Uuid>,
    user: i64,
    side: Option<i64>,
    role: char,
    made: i64,
    pub reversed_by: Option<Uuid>,
    pub objection: Option<char>,
}

pub struct Model {
    pub policy: Policy,
    pub own: Option<i64>,
    pub counted: i64,
    /// When something last counted.
    pub newest: i64,
    pub accounts: BTreeMap<i64, Account>,
    pub foreign: Vec<i64>,
    pub transfers: BTreeMap<Uuid, Transfer>,
    pub holds: BTreeMap<Uuid, (i64, i128, i64, bool)>,
}

fn no<T>(code: &str) -> Result<T, String> {
    Err(code.to_owned())
}

fn bad(text: &str, longest: usize) -> bool {
    text.chars().count() > longest || text.chars().any(|c| c != '\n' && c.is_control())
}

fn side(by: &Authority) -> Option<i64> {
    if let Acting::Holder(account) = by.acting { Some(account.0) } else { None }
}

fn role(by: &Authority) -> char {
    match by.acting {
        Acting::Holder(_) => 'h',
        Acting::Coordinator => 'c',
        Acting::Admin => 'a',
        Acting::Server => 's',
    }
}

impl Transfer {
    fn mine(&self, by: &Authority) -> bool {
        match side(by) {
            Some(account) => self.side == Some(account),
            None => self.role == role(by) && self.user == by.user.0,
        }
    }

    fn again(&self) -> Said {
        match &self.state {
            State::Failed(code) => Err(code.clone()),
            State::Counts { .. } => Ok((true, 0)),
            _ => Ok((false, 0)),
        }
    }

    fn moves(&self) -> Vec<(i64, i128)> {
        if let State::Counts { moves, .. } = &self.state { moves.clone() } else { Vec::new() }
    }
}

impl Model {
    pub fn decide(&mut self, asked: &Instruction, at: i64) -> Said {
        let by = &asked.by;
        let at = std::cmp::max(at, self.newest);
        if let What::Record(order) = &asked.what {
            return self.record(order, by, at);
        }
        let words = match &asked.what {
            What::Decline { reason, .. } => bad(reason, 500),
            What::Reverse { reason, .. } | What::Act { reason, .. } => bad(&reason.text, 500),
            What::Edit(edit) => bad(&edit.description.text, 500),
            What::Object { words, .. } | What::LetStand { why: words, .. } => {
                words.trim().is_empty() || bad(words, 1000)
            }
            _ => false,
        };
        if words {
            return no("malformed");
        }
        match &asked.what {
            What::Act { act, .. } => {
                acts::act(self, act, by, at)?;
                self.newest = at;
                Ok((false, 0))
            }
            What::Reverse { transfer, reversal, reason } => {
                self.reverse(transfer.0, reversal.0, &reason.text, (by, at))
            }
            What::Edit(edit) => self.edit(edit, by, at),
            What::Submit { transfer } => self.submit(transfer.0, by, at),
            What::Accept { transfer } => self.accept(transfer.0, by, at),
            What::Lapse { transfer } => self.lapse(transfer.0, by, at),
            What::Decline { transfer, .. } => self.end(transfer.0, 'd', by),
            What::Withdraw { transfer } => self.end(transfer.0, 'w', by),
            What::Discard { transfer } => self.end(transfer.0, 'x', by),
            What::Object { transfer, .. } => self.object(transfer.0, by, at),
            What::LetStand { transfer, .. } => {
                let known = self.transfers.get_mut(&transfer.0).ok_or("unknown-transfer")?;
                if role(by) != 'a' {
                    return no("not-permitted");
                }
                if known.objection != Some('o') {
                    return no("no-objection");
                }
                known.objection = Some('s');
                known.again()
            }
            What::Record(_) => unreachable!("answered above"),
        }
    }

    fn record(&mut self, order: &Order, by: &Authority, at: i64) -> Said {
        let new = self.draw(order, by, at);
        if let Some(old) = self.transfers.get(&order.id.0)
            && (old.user, old.side, old.payer, old.payee) == (new.user, new.side, new.payer, new.payee)
            && (old.amount, &old.text, old.day, old.wish) == (new.amount, &new.text, new.day, new.wish)
            && old.corrects.is_none()
        {
            return old.again();
        }
        let tomorrow = i32::try_from(at.div_euclid(DAY)).unwrap() + 1;
        if bad(&new.text, 500)
            || order.category.as_ref().is_some_and(|category| bad(category, 80))
            || new.day.is_some_and(|day| day > tomorrow)
            || new.expires.is_some_and(|until| until <= at)
        {
            return no("malformed");
        }
        if self.transfers.contains_key(&order.id.0) {
            return no("id-used");
        }
        for id in [new.payer, new.payee] {
            if !self.accounts.contains_key(&id) && !self.foreign.contains(&id) {
                return no("unknown-account");
            }
        }
        if new.payer == new.payee {
            return no("same-account");
        }
        if self.foreign.contains(&new.payer) || self.foreign.contains(&new.payee) {
            return no("wrong-exchange");
        }
        self.part(&[new.payer, new.payee])?;
        if new.role == 'h' && new.side != Some(new.payer) && new.side != Some(new.payee) {
            return no("not-permitted");
        }
        let fate = self.fate(&new, new.wish, at)?;
        self.settle(order.id.0, new, fate, at)
    }

    fn draw(&self, order: &Order, by: &Authority, at: i64) -> Transfer {
        Transfer {
            payer: order.payer.0,
            payee: order.payee.0,
            amount: order.amount.units().into(),
            text: order.description.text.clone(),
            day: order.traded_on.map(|day| day.0),
            wish: order.wish,
            expires: order.expires_at.map(|until| until.0),
            kind: if role(by) == 's' && order.channel == Channel::Import { 'i' } else { 't' },
            state: State::New,
            corrects: None,
            user: by.user.0,
            side: side(by),
            role: role(by),
            made: at,
            reversed_by: None,
            objection: None,
        }
    }

    fn part(&self, ids: &[i64]) -> Result<(), String> {
        if !self.policy.open {
            return no("exchange-disabled");
        }
        for (state, code) in [
            (AccountState::Closed, "account-closed"),
            (AccountState::Suspended, "account-suspended"),
            (AccountState::Disabled, "account-disabled"),
        ] {
            if ids.iter().any(|id| self.accounts[id].state == state) {
                return no(code);
            }
        }
        Ok(())
    }

    fn old(&self, transfer: &Transfer, at: i64) -> bool {
        let today = at.div_euclid(DAY);
        transfer.day.is_some_and(|day| today - i64::from(day) > i64::from(self.policy.entry_days))
    }

    fn acceptance(&self, payer: i64) -> Acceptance {
        self.accounts[&payer].overrides.acceptance.clone().unwrap_or(self.policy.acceptance.clone())
    }

    /// 'd'raft, 'w'ait or 'c'ount.
    fn fate(&self, transfer: &Transfer, wish: Wish, at: i64) -> Result<char, String> {
        let old = self.old(transfer, at);
        let at_once = match self.acceptance(transfer.payer) {
            Acceptance::Everything => true,
            Acceptance::From(list) => list.iter().any(|id| id.0 == transfer.payee),
            _ => false,
        };
        let paying = transfer.role == 'h' && transfer.side == Some(transfer.payer);
        if paying {
            let own = self.accounts[&transfer.payer].overrides.payer_pays;
            if !own.unwrap_or(self.policy.payer_pays) {
                return no("not-permitted");
            }
        }
        let own = &self.accounts[&transfer.payee].overrides;
        let records = own.payee_records.unwrap_or(self.policy.payee_records);
        let requests = own.payee_requests.unwrap_or(self.policy.payee_requests);
        if transfer.role == 'h' && !paying && !records && !requests {
            return no("not-permitted");
        }
        let asks_payer = transfer.role != 's' && !paying;
        Ok(match wish {
            Wish::Draft => 'd',
            Wish::Count if asks_payer && old => 'w',
            Wish::Count if asks_payer && transfer.role == 'h' && !records && !at_once => 'w',
            Wish::Count => 'c',
            Wish::Wait if asks_payer && at_once && !old => 'c',
            Wish::Wait => 'w',
        })
    }

    fn waits(&self, transfer: &Transfer, at: i64) -> State {
        if let Acceptance::AfterDays(days) = self.acceptance(transfer.payer)
            && !self.old(transfer, at)
        {
            return State::Waits { expires: None, accepted: Some(at + i64::from(days) * DAY) };
        }
        let usual = self.policy.request_days.map(|days| at + i64::from(days) * DAY);
        State::Waits { expires: transfer.expires.or(usual), accepted: None }
    }

    fn levy(&self, id: i64, amount: i128) -> i128 {
        let kind = self.accounts[&id].kind;
        let levy = &self.policy.levy;
        let free = matches!(kind, Holder::Administration | Holder::Virtual) || levy.exempt.contains(&kind);
        if free || self.own.is_none() {
            return 0;
        }
        let (whole, rest) = (
            amount * i128::from(levy.rate.n) / i128::from(levy.rate.d),
            amount * i128::from(levy.rate.n) % i128::from(levy.rate.d),
        );
        if rest * 2 >= i128::from(levy.rate.d) { whole + 1 } else { whole }
    }

    fn priced(&self, payer: i64, payee: i64, amount: i128) -> BTreeMap<i64, i128> {
        let (mine, yours) = (self.levy(payer, amount), self.levy(payee, amount));
        let mut moves = BTreeMap::from([(payer, -amount - mine), (payee, amount - yours)]);
        if mine + yours > 0 {
            *moves.entry(self.own.unwrap()).or_default() += mine + yours;
        }
        moves
    }

    fn gives(&self, id: i64, units: i128) -> Result<usize, String> {
        let account = &self.accounts[&id];
        if account.locked {
            return no("payer-locked");
        }
        match account.floor {
            Some((floor, hard)) if account.balance - account.held - units < floor => {
                if hard {
                    no("below-floor")
                } else {
                    Ok(1)
                }
            }
            _ => Ok(0),
        }
    }

    fn gets(&self, id: i64, units: i128) -> Result<usize, String> {
        match self.accounts[&id].ceiling {
            Some((ceiling, hard)) if self.accounts[&id].balance + units > ceiling => {
                if hard {
                    no("above-ceiling")
                } else {
                    Ok(1)
                }
            }
            _ => Ok(0),
        }
    }

    fn check(&self, transfer: &Transfer) -> Result<usize, String> {
        let moves = self.priced(transfer.payer, transfer.payee, transfer.amount);
        let warned = self.gives(transfer.payer, -moves[&transfer.payer])?
            + self.gets(transfer.payee, moves[&transfer.payee])?;
        Ok(warned)
    }

    fn settle(&mut self, id: Uuid, mut transfer: Transfer, fate: char, at: i64) -> Said {
        if fate != 'c' {
            transfer.state = if fate == 'd' { State::New } else { self.waits(&transfer, at) };
            self.transfers.insert(id, transfer);
            return Ok((false, 0));
        }
        let checked = if transfer.kind == 'i' { Ok(0) } else { self.check(&transfer) };
        match checked {
            Ok(warned) => {
                let moves = self.priced(transfer.payer, transfer.payee, transfer.amount);
                self.post(id, transfer, moves, at);
                Ok((true, warned))
            }
            Err(code) => {
                transfer.state = State::Failed(code.clone());
                self.transfers.insert(id, transfer);
                Err(code)
            }
        }
    }

    fn post(&mut self, id: Uuid, mut transfer: Transfer, moves: BTreeMap<i64, i128>, at: i64) {
        assert_eq!(moves.values().sum::<i128>(), 0);
        for (account, units) in &moves {
            let account = self.accounts.get_mut(account).unwrap();
            account.balance += units;
            assert!(account.balance.abs() <= RANGE);
        }
        let back = transfer.kind == 'r';
        let (provider, receiver) =
            if back { (transfer.payer, transfer.payee) } else { (transfer.payee, transfer.payer) };
        for (account, provides) in [(provider, true), (receiver, false)] {
            let account = self.accounts.get_mut(&account).unwrap();
            let record = if provides { &mut account.provided } else { &mut account.received };
            if back {
                *record = (record.0 - transfer.amount, record.1 - 1, record.2);
            } else {
                *record = (record.0 + transfer.amount, record.1 + 1, Some(at));
            }
        }
        if matches!(transfer.kind, 't' | 'e') {
            let mut gained = moves[&transfer.payee];
            if transfer.kind == 'e' {
                let before = self.transfers[&transfer.corrects.unwrap()].moves();
                gained -= before.iter().find(|(account, _)| *account == transfer.payee).unwrap().1;
            }
            let payee = self.accounts.get_mut(&transfer.payee).unwrap();
            if let (Some((floor, hard)), Some(cap)) = (payee.floor, payee.cap)
                && gained > 0
                && floor > cap
            {
                payee.floor = Some((std::cmp::max(cap, floor - gained), hard));
            }
        }
        self.counted += 1;
        self.newest = at;
        transfer.state = State::Counts { at, moves: moves.into_iter().collect() };
        self.transfers.insert(id, transfer);
    }

    fn submit(&mut self, id: Uuid, by: &Authority, at: i64) -> Said {
        let draft = self.transfers.get(&id).ok_or("unknown-transfer")?.clone();
        if !draft.mine(by) {
            return no("not-permitted");
        }
        match draft.state {
            State::New => {}
            State::Waits { .. } | State::Counts { .. } | State::Failed(_) => return draft.again(),
            _ => return no("not-pending"),
        }
        if draft.expires.is_some_and(|until| until <= at) {
            return no("malformed");
        }
        self.part(&[draft.payer, draft.payee])?;
        let fate = self.fate(&draft, Wish::Count, at)?;
        self.settle(id, draft, fate, at)
    }

    fn accept(&mut self, id: Uuid, by: &Authority, at: i64) -> Said {
        let known = self.transfers.get(&id).ok_or("unknown-transfer")?.clone();
        if role(by) != 'a' && side(by) != Some(known.payer) {
            return no("not-permitted");
        }
        match known.state {
            State::Counts { .. } => Ok((true, 0)),
            State::Waits { .. } => self.count(id, known, at),
            _ => no("not-pending"),
        }
    }

    fn count(&mut self, id: Uuid, known: Transfer, at: i64) -> Said {
        self.part(&[known.payer, known.payee])?;
        let warned = self.check(&known)?;
        let moves = self.priced(known.payer, known.payee, known.amount);
        self.post(id, known, moves, at);
        Ok((true, warned))
    }

    fn lapse(&mut self, id: Uuid, by: &Authority, at: i64) -> Said {
        if role(by) != 's' {
            return no("not-permitted");
        }
        let known = self.transfers.get(&id).ok_or("unknown-transfer")?.clone();
        let State::Waits { expires, accepted } = known.state else { return no("not-pending") };
        if accepted.is_some_and(|due| due <= at) {
            return Ok(self.count(id, known, at).unwrap_or_else(|_| {
                self.transfers.get_mut(&id).unwrap().state = State::Waits { expires, accepted: None };
                (false, 0)
            }));
        }
        if expires.is_some_and(|due| due <= at) {
            self.transfers.get_mut(&id).unwrap().state = State::Expired;
            return Ok((false, 0));
        }
        no("not-pending")
    }

    /// 'd'ecline, 'w'ithdraw, or throw away ('x').
    fn end(&mut self, id: Uuid, how: char, by: &Authority) -> Said {
        let known = self.transfers.get_mut(&id).ok_or("unknown-transfer")?;
        let draft = known.state == State::New;
        let may = match how {
            'd' => side(by) == Some(known.payer),
            'w' => known.mine(by) || role(by) == 'a',
            _ => known.mine(by) || (role(by) == 'a' && !draft),
        };
        if !may {
            return no("not-permitted");
        }
        let (ends, over) = match how {
            'd' => (matches!(known.state, State::Waits { .. }), State::Rejected),
            'w' => (matches!(known.state, State::Waits { .. }), State::Deleted),
            _ => (!matches!(known.state, State::Waits { .. } | State::Counts { .. }), State::Deleted),
        };
        if !ends && known.state != over {
            return no(if how == 'x' { "in-use" } else { "not-pending" });
        }
        known.state = over;
        Ok((false, 0))
    }
}
