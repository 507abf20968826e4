//! A random world: who does what next, and the comparison of what came of it.

use ledger::{
    Account, AccountId, Act, Acting, Amount, Authority, Day, ExchangeId, HoldId, Instant, Instruction, Order,
    Policy, TransferId, Unit, UserId,
    account::{Acceptance, Kind, Limit, Overrides, State as AccountState},
    instruction::{Edit, What},
    levy::{Levy, Rate},
    policy::Shape,
    transfer::{Channel, State as Stored, Wish, Words},
    unit::Style,
};
use uuid::Uuid;

use crate::{
    dice::Dice,
    reference::{Model, State},
    store::{HERE, Store},
};

const DAY: i64 = 86_400_000_000;
const KINDS: [Kind; 6] =
    [Kind::Individual, Kind::Individual, Kind::Shared, Kind::Organisation, Kind::Company, Kind::Public];

pub struct Scene {
    dice: Dice,
    pub store: Store,
    pub model: Model,
    now: i64,
    named: u128,
    orders: Vec<Order>,
    ids: Vec<TransferId>,
    holds: Vec<HoldId>,
    last: Vec<Instruction>,
}

impl Scene {
    pub fn new(mut dice: Dice) -> Scene {
        let policy = policy(&mut dice);
        let model = Model {
            policy: policy.clone(),
            own: None,
            counted: 0,
            newest: 0,
            accounts: Default::default(),
            foreign: vec![90, 91],
            transfers: Default::default(),
            holds: Default::default(),
        };
        let mut store = Store::new(policy);
        for id in [90, 91] {
            store.book.put_account(Account::new(AccountId(id), ExchangeId(2), Kind::Individual));
        }
        let (named, now) = (0, 20_000 * DAY);
        let (orders, ids, holds, last) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Scene { dice, store, model, now, named, orders, ids, holds, last }
    }

    /// Puts what a batch names into the book, as the teller does.
    pub fn load(&mut self, batch: &[(Instruction, Instant)]) {
        for needs in batch.iter().map(|(instruction, _)| instruction.needs()) {
            let waiting = self.store.transfers.values().filter(|transfer| {
                let sides = [transfer.order.payer, transfer.order.payee];
                matches!(transfer.state, Stored::Pending { .. })
                    && needs.waiting_of.iter().any(|id| sides.contains(id))
            });
            let named = needs.transfers.iter().filter_map(|id| self.store.transfers.get(id));
            for transfer in named.chain(waiting) {
                self.store.book.put_transfer(transfer.clone());
            }
            for hold in needs.holds.iter().filter_map(|id| self.store.holds.get(id)) {
                self.store.book.put_hold(hold.clone());
            }
        }
    }

    /// The next instructions, each with its moment. A world begins with its policy and its accounts.
    pub fn batch(&mut self) -> Vec<(Instruction, Instant)> {
        let count = if self.dice.one_in(2) { 1 } else { 1 + self.dice.below(9) };
        (0..count)
            .map(|_| {
                self.now += match self.dice.below(20) {
                    0 => self.dice.between(0, 2) * DAY,
                    1 if self.dice.one_in(6) => 7 * DAY,
                    2 => 0,
                    // Another machine's clock, or one that was set right.
                    3 if self.dice.one_in(4) => -self.dice.between(1, 2 * DAY),
                    _ => self.dice.between(1, 3_600_000_000),
                };
                let instruction = self.next();
                self.last.push(instruction.clone());
                if self.last.len() > 40 {
                    self.last.remove(0);
                }
                (instruction, Instant(self.now))
            })
            .collect()
    }

    fn next(&mut self) -> Instruction {
        let opened = self.store.acts.len();
        if opened == 0 && self.last.is_empty() {
            let act = Act::SetPolicy { policy: Box::new(self.model.policy.clone()) };
            return self.told(what_act(act, "the beginning"), server());
        }
        if opened < 10 {
            return self.opening();
        }
        match self.dice.below(100) {
            0..=37 => self.record(),
            38..=41 => {
                let old = self.last.clone();
                self.dice.pick(&old)
            }
            42..=68 => self.about_transfer(),
            69..=80 => self.correction(),
            81..=82 => self.opening(),
            _ => self.about_account(),
        }
    }

    fn told(&mut self, what: What, by: Authority) -> Instruction {
        Instruction { exchange: HERE, by, what }
    }

    fn name(&mut self) -> Uuid {
        self.named += 1;
        Uuid::from_u128(self.named << 64 | u128::from(self.dice.next()))
    }

    fn account(&mut self) -> AccountId {
        if self.dice.one_in(60) {
            return AccountId(self.dice.pick(&[90, 91, 99]));
        }
        let known: Vec<i64> = self.model.accounts.keys().copied().collect();
        AccountId(if known.is_empty() { 1 } else { self.dice.pick(&known[..known.len().min(14)]) })
    }

    /// Somebody, mostly of this account.
    fn somebody(&mut self, account: AccountId) -> Authority {
        let (user, acting) = match self.dice.below(24) {
            0 | 5 => (self.dice.between(50, 51), Acting::Coordinator),
            1 | 2 => (self.dice.between(60, 61), Acting::Admin),
            3 => (0, Acting::Server),
            4 => {
                let other = self.account();
                (100 + other.0 * 2, Acting::Holder(other))
            }
            _ => (100 + account.0 * 2 + self.dice.between(0, 1), Acting::Holder(account)),
        };
        let operates = if user == 60 { vec![AccountId(3)] } else { Vec::new() };
        Authority { user: UserId(user), acting, operates }
    }

    fn amount(&mut self) -> Amount {
        let units = match self.dice.below(40) {
            0 => self.dice.between(1, 3),
            1 => self.dice.between(1, 9_000_000_000_000_000),
            _ => self.dice.between(1, 400),
        };
        Amount::new(units).unwrap()
    }

    fn words(&mut self) -> Words {
        let text = match self.dice.below(60) {
            0 => "x".repeat(501),
            1 => "a\u{7}b".to_owned(),
            2..=5 => String::new(),
            other => format!("bread {}", other % 4),
        };
        Words { text, salt: [u8::try_from(self.dice.below(256)).unwrap(); 16] }
    }

    fn record(&mut self) -> Instruction {
        if !self.orders.is_empty() && self.dice.one_in(15) {
            let orders = self.orders.clone();
            let order = self.dice.pick(&orders);
            let side = if self.dice.one_in(2) { order.payer } else { order.payee };
            let by = self.somebody(side);
            return self.told(What::Record(Box::new(order)), by);
        }
        let (payer, payee) = (self.account(), self.account());
        let today = i32::try_from(self.now.div_euclid(DAY)).unwrap();
        let traded_on = match self.dice.below(6) {
            0 => Some(Day(today - i32::try_from(self.dice.between(-2, 25)).unwrap())),
            _ => None,
        };
        let id = if !self.ids.is_empty() && self.dice.one_in(40) {
            let ids = self.ids.clone();
            self.dice.pick(&ids)
        } else {
            TransferId(self.name())
        };
        self.ids.push(id);
        let expires_at = self.dice.one_in(8).then(|| Instant(self.now + self.dice.between(-1, 9) * DAY));
        let order = Order {
            id,
            exchange: HERE,
            payer,
            payee,
            amount: self.amount(),
            description: self.words(),
            traded_on,
            category: self.dice.one_in(50).then(|| "x".repeat(81)),
            settles: None,
            channel: if self.dice.one_in(2) { Channel::Web } else { Channel::Import },
            wish: self.dice.pick(&[
                Wish::Draft,
                Wish::Wait,
                Wish::Wait,
                Wish::Count,
                Wish::Count,
                Wish::Count,
            ]),
            expires_at,
        };
        self.orders.push(order.clone());
        if self.orders.len() > 30 {
            self.orders.remove(0);
        }
        let side = if self.dice.one_in(2) { payer } else { payee };
        let by = self.somebody(side);
        self.told(What::Record(Box::new(order)), by)
    }

    /// A transfer's name, mostly a recent one or one in a state of interest, with somebody of one of its sides.
    fn transfer(&mut self, wanted: fn(&State) -> bool) -> (TransferId, Authority) {
        if self.ids.is_empty() || self.dice.one_in(80) {
            let by = self.somebody(AccountId(1));
            return (TransferId(self.name()), by);
        }
        let recent: Vec<TransferId> = self.ids[self.ids.len().saturating_sub(50)..].to_vec();
        let fitting: Vec<TransferId> = recent
            .iter()
            .copied()
            .filter(|id| self.model.transfers.get(&id.0).is_some_and(|known| wanted(&known.state)))
            .collect();
        let from = if fitting.is_empty() || self.dice.one_in(8) { recent } else { fitting };
        let id = self.dice.pick(&from);
        let sides = self.model.transfers.get(&id.0).map_or((1, 2), |known| (known.payer, known.payee));
        let side = if self.dice.one_in(2) { sides.0 } else { sides.1 };
        let by = self.somebody(AccountId(side));
        (id, by)
    }

    fn about_transfer(&mut self) -> Instruction {
        let event = self.dice.below(12);
        let (transfer, by) = self.transfer(match event {
            0 | 1 => |state| *state == State::New,
            2..=8 => |state| matches!(state, State::Waits { .. }),
            9 => |state| !matches!(state, State::Waits { .. } | State::Counts { .. }),
            _ => |state| matches!(state, State::Counts { .. }),
        });
        let words = self.words().text;
        let (what, by) = match event {
            0 | 1 => (What::Submit { transfer }, by),
            2..=4 => (What::Accept { transfer }, by),
            5 => (What::Decline { transfer, reason: words }, by),
            6 => (What::Withdraw { transfer }, by),
            7 | 8 => (What::Lapse { transfer }, if self.dice.one_in(9) { by } else { server() }),
            9 => (What::Discard { transfer }, by),
            10 => (What::Object { transfer, words }, by),
            _ => {
                let by = if self.dice.one_in(3) { by } else { self.admin() };
                (What::LetStand { transfer, why: words }, by)
            }
        };
        self.told(what, by)
    }

    fn admin(&mut self) -> Authority {
        Authority { user: UserId(61), acting: Acting::Admin, operates: vec![] }
    }

    fn correction(&mut self) -> Instruction {
        let (transfer, mut by) = self.transfer(|state| matches!(state, State::Counts { .. }));
        if let Some(known) = self.model.transfers.get(&transfer.0)
            && self.dice.one_in(2)
        {
            let payee = AccountId(known.payee);
            by = self.somebody(payee);
        }
        let mut name = TransferId(self.name());
        if self.dice.one_in(20) && !self.ids.is_empty() {
            let ids = self.ids.clone();
            name = self.dice.pick(&ids);
        }
        self.ids.push(name);
        let reason = self.words();
        if self.dice.one_in(2) {
            return self.told(What::Reverse { transfer, reversal: name, reason }, by);
        }
        let reversal = TransferId(self.name());
        self.ids.push(reversal);
        let now = self.model.transfers.get(&transfer.0).map_or(10, |known| known.amount);
        let near = i64::try_from(now).unwrap() + self.dice.between(-30, 30);
        let amount = Amount::new(near).unwrap_or(Amount::new(5).unwrap());
        let edit = Edit { transfer, reversal, replacement: name, amount, description: reason };
        self.told(What::Edit(Box::new(edit)), by)
    }

    fn opening(&mut self) -> Instruction {
        let count = i64::try_from(self.model.accounts.len()).unwrap();
        let id = if self.dice.one_in(10) { self.account() } else { AccountId(count + 1) };
        let mut kind = if count == 0 { Kind::Administration } else { self.dice.pick(&KINDS) };
        if self.dice.one_in(12) {
            kind = self.dice.pick(&[Kind::Administration, Kind::Virtual]);
        }
        let number = match self.dice.below(30) {
            0 => "TEST1".to_owned(),
            1 => format!("TESTA{:03}", id.0),
            2 => "test0001".to_owned(),
            3 => "TEST0000".to_owned(),
            _ if kind == Kind::Administration => "TEST0000".to_owned(),
            _ => format!("TEST{:04}", id.0),
        };
        let by = if self.dice.one_in(20) { self.somebody(AccountId(1)) } else { server() };
        let uuid = self.name();
        self.told(what_act(Act::OpenAccount { account: id, uuid, number, kind }, ""), by)
    }

    fn limit(&mut self, sign: i64) -> Option<Limit> {
        let hard = !self.dice.one_in(3);
        (!self.dice.one_in(4)).then(|| Limit { at: sign * self.dice.between(-2, 900), hard })
    }

    fn about_account(&mut self) -> Instruction {
        let account = self.account();
        let mut by = self.somebody(account);
        let act = match self.dice.below(20) {
            0..=7 => {
                let states = [AccountState::Active; 7].into_iter().chain([AccountState::Disabled]);
                let states: Vec<AccountState> = states.collect();
                let state = match self.dice.below(8) {
                    0 => AccountState::Suspended,
                    1 => AccountState::Closed,
                    _ => self.dice.pick(&states),
                };
                Act::SetState { account, state }
            }
            8..=9 => Act::SetLock { account, locked: self.dice.one_in(4) },
            10..=12 => {
                let (floor, ceiling) = (self.limit(-1), self.limit(1));
                let growth_cap = self.dice.one_in(3).then(|| -self.dice.between(0, 2_000));
                Act::SetLimits { account, floor, ceiling, growth_cap }
            }
            13..=14 => Act::SetOverrides { account, overrides: self.overrides() },
            15 => {
                let mut new = policy(&mut self.dice);
                if self.dice.one_in(6) {
                    new.unit.scale = 3;
                }
                if self.dice.one_in(6) {
                    new.levy.rate = Rate { n: 1, d: 4 };
                }
                new.open = !self.dice.one_in(15);
                Act::SetPolicy { policy: Box::new(new) }
            }
            16..=17 => {
                let hold = HoldId(self.name());
                self.holds.push(hold);
                Act::Hold {
                    hold,
                    account,
                    amount: self.amount(),
                    purpose: "market".into(),
                    until: Instant(self.now + self.dice.between(0, 6) * DAY),
                }
            }
            _ => {
                let mut holds = self.holds.clone();
                holds.push(HoldId(Uuid::nil()));
                let recent = holds.len().saturating_sub(12);
                let hold = self.dice.pick(&holds[recent..]);
                if let Some((owner, ..)) = self.model.holds.get(&hold.0) {
                    let owner = AccountId(*owner);
                    by = self.somebody(owner);
                }
                if self.dice.one_in(2) { Act::UseHold { hold } } else { Act::ReleaseHold { hold } }
            }
        };
        let power = matches!(act, Act::SetLock { .. } | Act::SetLimits { .. } | Act::SetPolicy { .. });
        let wakes = matches!(act, Act::SetState { state: AccountState::Active, .. });
        if (power || wakes) && !self.dice.one_in(4) {
            by = self.admin();
        }
        self.told(what_act(act, "because"), by)
    }

    fn overrides(&mut self) -> Overrides {
        let switch = |dice: &mut Dice| dice.one_in(4).then(|| dice.one_in(2));
        Overrides {
            payer_pays: switch(&mut self.dice),
            payee_records: switch(&mut self.dice),
            payee_requests: switch(&mut self.dice),
            acceptance: match self.dice.below(7) {
                0 => Some(Acceptance::Asked),
                1 => Some(Acceptance::Everything),
                2 => Some(Acceptance::From(vec![AccountId(2), AccountId(4), AccountId(6)])),
                3 => Some(Acceptance::AfterDays(4)),
                4 => Some(Acceptance::AfterDays(0)),
                _ => None,
            },
        }
    }
}

fn server() -> Authority {
    Authority { user: UserId::SERVER, acting: Acting::Server, operates: vec![] }
}

fn what_act(act: Act, why: &str) -> What {
    What::Act { act: Box::new(act), reason: Words { text: why.to_owned(), salt: [7; 16] } }
}

fn policy(dice: &mut Dice) -> Policy {
    let unit = Unit {
        singular: "acorn".into(),
        plural: "acorns".into(),
        symbol: "ac".into(),
        scale: 2,
        decimals: 2,
        style: Style::Decimal,
        hours: (1, 12),
    };
    let rate = dice.pick(&[Rate::ZERO, Rate { n: 2, d: 100 }, Rate { n: 1, d: 5 }, Rate { n: 7, d: 200 }]);
    let exempt = if dice.one_in(2) { vec![] } else { vec![Kind::Organisation, Kind::Shared] };
    Policy {
        levy: Levy { rate, exempt },
        payer_pays: !dice.one_in(4),
        payee_records: !dice.one_in(3),
        payee_requests: !dice.one_in(4),
        acceptance: dice.pick(&[
            Acceptance::Asked,
            Acceptance::Asked,
            Acceptance::Everything,
            Acceptance::AfterDays(3),
        ]),
        entry_days: 12,
        edit_days: 6,
        coordinator_days: 9,
        request_days: dice.pick(&[None, Some(5)]),
        floor: dice.pick(&[
            None,
            Some(Limit { at: -800, hard: true }),
            Some(Limit { at: -500, hard: false }),
        ]),
        ceiling: dice.pick(&[None, None, Some(Limit { at: 1_200, hard: true })]),
        growth_cap: None,
        ..Policy::founding(Shape::Community, unit)
    }
}
