//! The teller's door: what is written is what the book decided, on either database.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use std::collections::HashSet;

use ledger::account::{Acceptance, Kind, Limit, Overrides, State};
use ledger::instruction::{Edit, Instruction, What};
use ledger::policy::{Policy, Shape};
use ledger::transfer::{Acting, Authority, Channel, Order, Wish, Words};
use ledger::unit::{Style, Unit};
use ledger::{
    AccountId, Act, Amount, Answer, Book, Day, ExchangeId, HoldId, Instant, Plan, TransferId, UserId,
};
use store::exchanges::{Joining, NewExchange, State as ExchangeState, Texts};
use store::journal::{Journal, QueuedJob, Wanted};
use store::testing::TestDatabase;
use store::users::NewUser;
use store::{By, entries, transfers};
use uuid::Uuid;

const HOME: ExchangeId = ExchangeId(1);
const ME: UserId = UserId(1);
const BEGINNING: i64 = 1_773_478_800_000_000;

/// A journal under test, and the book that a teller would hold.
struct Desk {
    test: TestDatabase,
    journal: Journal,
    book: Book,
    names: u128,
    at: Instant,
}

impl Desk {
    /// An exchange with a levy, its own account 1, and accounts 2 to 7.
    async fn new() -> Self {
        let test = TestDatabase::new().await;
        let policy = policy();
        exchange(&test, &policy).await;
        let journal = Journal::open(&test.db).await.unwrap();
        let mut desk = Self { test, journal, book: Book::new(), names: 0, at: Instant(BEGINNING) };
        let mut opened = vec![act(Act::SetPolicy { policy: Box::new(policy) })];
        opened.extend((0..7).map(|digits| open(digits + 1, digits)));
        assert!(desk.batch(&opened).await.iter().all(Result::is_ok));
        desk
    }

    fn name(&mut self) -> TransferId {
        self.names += 1;
        TransferId(Uuid::from_u128(self.names))
    }

    /// One batch, as the teller does it; then everything is read back.
    async fn batch(&mut self, instructions: &[Instruction]) -> Vec<Answer> {
        let (answers, plan) = self.undone(instructions).await;
        if plan.is_empty() {
            self.journal.abandon().await;
        } else {
            self.journal.commit().await.unwrap();
            assert!(self.journal.landed(&plan).await.unwrap());
        }
        self.read_back(&plan).await;
        answers
    }

    /// One batch that is written and not committed.
    async fn undone(&mut self, instructions: &[Instruction]) -> (Vec<Answer>, Plan) {
        let mut wanted = Wanted::default();
        for instruction in instructions {
            wanted.add(instruction.exchange, instruction.needs());
        }
        wanted.sort();
        if self.journal.is_shared() {
            self.book = Book::new();
        }
        self.journal.begin(&mut self.book, &wanted).await.unwrap();
        let answers = instructions.iter().map(|asked| self.book.decide(asked, self.at)).collect();
        let (ids, plan) = (self.book.ids(), self.book.take_plan());
        if !plan.is_empty() {
            let job = QueuedJob { kind: "tell", body: "{}".into(), at: self.at };
            self.journal.write(&plan, &[job], ids).await.unwrap();
        }
        (answers, plan)
    }

    /// Compares everything that a plan names with what the store tells.
    async fn read_back(&self, plan: &Plan) {
        let mut tx = self.test.db.read().await.unwrap();
        for decided in &plan.accounts {
            let stored = store::accounts::get(&mut tx, decided.id).await.unwrap().unwrap();
            assert_eq!(stored.account().unwrap(), *decided);
        }
        for decided in &plan.journals {
            assert_eq!(store::journals::get(&mut tx, decided.id).await.unwrap().unwrap(), *decided);
        }
        for decided in plan.new_transfers.iter().chain(&plan.changed_transfers) {
            let row = transfers::get(&mut tx, decided.order.id).await.unwrap().unwrap();
            let entries = transfers::entries_of(&mut tx, &row).await.unwrap();
            let mut stored = row.into_transfer(entries.iter().map(|entry| entry.entry()).collect()).unwrap();
            // When a request has an end by policy, its order does not say so; the state does.
            stored.order.expires_at = decided.order.expires_at;
            assert_eq!(stored, *decided);
        }
        for mark in &plan.marks {
            let month = i64::from(mark.month.0);
            let stored = entries::mark_at(&mut tx, mark.account, month).await.unwrap().unwrap();
            assert_eq!(stored.month, month);
            assert_eq!((stored.entry, stored.balance), (mark.entry, mark.balance));
        }
        let acts = store::journals::acts_after(&mut tx, HOME, 0, 1_000_000).await.unwrap();
        for decided in &plan.acts {
            let stored = acts.iter().find(|act| act.number == decided.number).unwrap();
            assert_eq!((stored.id, stored.body.as_str()), (decided.id, decided.body.as_str()));
            assert_eq!(stored.hash, decided.hash.0);
            assert_eq!(
                (stored.at, stored.made_by, stored.account),
                (decided.at, decided.made_by, decided.account)
            );
        }
        let open = store::journals::open_holds(&mut tx, HOME).await.unwrap();
        let newest: std::collections::BTreeMap<_, _> =
            plan.holds.iter().map(|hold| (hold.id, hold)).collect();
        for decided in newest.values() {
            let is_open = open.iter().any(|stored| stored == *decided);
            assert_eq!(is_open, decided.state == ledger::book::HoldState::Open);
        }
    }

    /// Something out of everything that can be asked.
    fn anything(&mut self, dice: &mut impl FnMut(u64) -> u64, known: &[TransferId]) -> Instruction {
        let pick = |roll: u64| AccountId(2 + i64::try_from(roll % 6).unwrap());
        let (one, other) = (pick(dice(6)), pick(dice(6)));
        let transfer = known.get(usize::try_from(dice(1_000_000)).unwrap() % known.len().max(1)).copied();
        let transfer = transfer.unwrap_or_else(|| self.name());
        let (units, name) = (i64::try_from(dice(300)).unwrap() + 1, self.name());
        match dice(16) {
            0..=4 => self.order(name, (one, other), units, Wish::Count),
            5..=6 => self.order(name, (one, other), units, Wish::Wait),
            7 => self.order(name, (one, other), units, Wish::Draft),
            8 => by(Acting::Admin, What::Accept { transfer }),
            9 => by(Acting::Holder(one), What::Decline { transfer, reason: "no".into() }),
            10 => by(Acting::Admin, What::Withdraw { transfer }),
            11 => by(Acting::Admin, What::Reverse { transfer, reversal: name, reason: words("sorry") }),
            12 => {
                let (amount, replacement) = (Amount::new(units).unwrap(), self.name());
                let description = words("rather this");
                let edit = Edit { transfer, reversal: name, replacement, amount, description };
                by(Acting::Admin, What::Edit(Box::new(edit)))
            }
            13 => by(Acting::Holder(one), What::Object { transfer, words: "it was less".into() }),
            14 => by(Acting::Admin, What::LetStand { transfer, why: "it was not".into() }),
            _ => self.any_act(dice, one),
        }
    }

    fn any_act(&mut self, dice: &mut impl FnMut(u64) -> u64, account: AccountId) -> Instruction {
        let limit = |at| Some(Limit { at, hard: at % 2 == 0 });
        let hold = HoldId(Uuid::from_u128(u128::from(dice(5))));
        let until = self.at.plus_days(3);
        match dice(7) {
            0 => act(Act::SetLock { account, locked: dice(2) == 0 }),
            1 => act(Act::SetLimits {
                account,
                floor: limit(-501),
                ceiling: limit(900),
                growth_cap: Some(-900),
            }),
            2 => act(Act::SetLimits { account, floor: limit(-400), ceiling: None, growth_cap: None }),
            3 => {
                let acceptance = Some(Acceptance::AfterDays(9));
                act(Act::SetOverrides {
                    account,
                    overrides: Overrides { acceptance, ..Overrides::default() },
                })
            }
            4 => act(Act::SetState {
                account,
                state: if dice(2) == 0 { State::Disabled } else { State::Active },
            }),
            5 => {
                let (amount, purpose) = (Amount::new(20).unwrap(), "market day".into());
                let act = Act::Hold { hold, account, amount, purpose, until };
                by(Acting::Server, What::Act { act: Box::new(act), reason: words("") })
            }
            _ => {
                by(Acting::Server, What::Act { act: Box::new(Act::ReleaseHold { hold }), reason: words("") })
            }
        }
    }

    fn order(
        &self,
        id: TransferId,
        (payer, payee): (AccountId, AccountId),
        units: i64,
        wish: Wish,
    ) -> Instruction {
        let order = Order {
            id,
            exchange: HOME,
            payer,
            payee,
            amount: Amount::new(units).unwrap(),
            description: words("Brot, Käse & “más”"),
            traded_on: Some(Day(self.at.day().0 - 3)),
            category: (units % 2 == 0).then(|| "food".to_owned()),
            settles: (units % 3 == 0).then(|| Uuid::from_u128(77)),
            channel: Channel::Web,
            wish,
            expires_at: (units % 5 == 0).then(|| self.at.plus_days(4)),
        };
        let side = if wish == Wish::Wait { payee } else { payer };
        by(Acting::Holder(side), What::Record(Box::new(order)))
    }
}

fn words(text: &str) -> Words {
    Words { text: text.to_owned(), salt: [5; 16] }
}

fn by(acting: Acting, what: What) -> Instruction {
    Instruction { exchange: HOME, by: Authority { user: ME, acting, operates: Vec::new() }, what }
}

fn act(act: Act) -> Instruction {
    by(Acting::Admin, What::Act { act: Box::new(act), reason: words("because") })
}

fn open(id: i64, digits: i64) -> Instruction {
    let kind = if digits == 0 { Kind::Administration } else { Kind::Individual };
    let uuid = Uuid::from_u128(1000 + u128::try_from(id).unwrap());
    act(Act::OpenAccount { account: AccountId(id), uuid, number: format!("MARL{digits:04}"), kind })
}

fn policy() -> Policy {
    let unit = Unit {
        singular: "acorn".into(),
        plural: "acorns".into(),
        symbol: "ac".into(),
        scale: 2,
        decimals: 2,
        style: Style::Decimal,
        hours: (1, 12),
    };
    let mut policy = Policy::founding(Shape::Community, unit);
    policy.levy.rate = ledger::levy::Rate { n: 2, d: 100 };
    policy.floor = Some(Limit { at: -1000, hard: true });
    policy.request_days = Some(30);
    policy
}

async fn exchange(test: &TestDatabase, policy: &Policy) {
    let (uuid, at) = (Uuid::from_u128(1), Instant(BEGINNING));
    let mut tx = test.db.write().await.unwrap();
    let user = NewUser {
        uuid,
        name: "Ana",
        email: None,
        email_confirmed_at: None,
        password_hash: None,
        locale: "en",
        created_at: at,
    };
    assert_eq!(store::users::insert(&mut tx, &user).await.unwrap(), ME);
    let new = NewExchange { uuid, code: "MARL", terms: "", founder: ME, created_at: at, founding: "" };
    let texts = Texts {
        name: "Marling".into(),
        tagline: String::new(),
        about: String::new(),
        place: String::new(),
        country: String::new(),
        website: String::new(),
        contact: String::new(),
        time_zone: "Europe/London".into(),
        locale: "en".into(),
        colour: "#2f6f4f".into(),
        words: store::exchanges::Words::Community,
        joining: Joining::Open,
    };
    assert_eq!(store::exchanges::insert(&mut tx, &new, &texts).await.unwrap(), HOME);
    let by = By { user: ME, at };
    store::exchanges::decide(&mut tx, HOME, ExchangeState::Active, by, "").await.unwrap();
    store::journals::insert(&mut tx, HOME, policy).await.unwrap();
    tx.commit().await.unwrap();
}

fn dice(mut state: u64) -> impl FnMut(u64) -> u64 {
    move |sides| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % sides
    }
}

#[tokio::test]
async fn what_is_written_is_what_was_decided() {
    let mut desk = Desk::new().await;
    let mut roll = dice(2026);
    let (mut known, mut kinds) = (Vec::new(), HashSet::new());
    for _ in 0..250 {
        let recent = &known[known.len().saturating_sub(14)..];
        let asked: Vec<Instruction> = (0..1 + roll(9)).map(|_| desk.anything(&mut roll, recent)).collect();
        let answers = desk.batch(&asked).await;
        for (asked, answer) in asked.iter().zip(&answers) {
            let Ok(receipt) = answer else { continue };
            known.extend(receipt.transfer);
            kinds.insert(std::mem::discriminant(&asked.what));
        }
        desk.at = Instant(desk.at.0 + 5 * 86_400_000_000 * i64::try_from(roll(3)).unwrap());
    }
    assert!(kinds.len() >= 8, "only {} kinds of instruction were ever granted", kinds.len());
    one_unbroken_line(&desk).await;
}

/// Numbers have no gaps, and neither have the entries of a transfer.
async fn one_unbroken_line(desk: &Desk) {
    let mut tx = desk.test.db.read().await.unwrap();
    let rows = transfers::journal_after(&mut tx, HOME, 0, 100_000).await.unwrap();
    assert!(rows.len() > 100);
    let mut last = 0;
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(row.number, Some(i64::try_from(at + 1).unwrap()));
        let entries = transfers::entries_of(&mut tx, row).await.unwrap();
        assert_eq!(entries.len(), usize::try_from(row.entry_count).unwrap());
        assert!(entries.iter().all(|entry| entry.transfer == row.id));
        assert!(entries.first().unwrap().id.0 > last, "entries grow along the journal");
        assert_eq!(entries.iter().map(|entry| entry.amount).sum::<i64>(), 0);
        last = entries.last().unwrap().id.0;
    }
    nothing_amiss(&mut tx).await;
}

async fn nothing_amiss(tx: &mut store::Tx) {
    for check in store::checks::CHECKS {
        assert_eq!(check.run(tx).await.unwrap(), [], "{}: {}", check.rule, check.says);
    }
}

#[tokio::test]
async fn what_is_abandoned_leaves_no_trace() {
    let mut desk = Desk::new().await;
    let name = desk.name();
    let pay = desk.order(name, (AccountId(2), AccountId(3)), 50, Wish::Count);
    let (answers, plan) = desk.undone(std::slice::from_ref(&pay)).await;
    assert!(answers[0].is_ok());
    desk.journal.abandon().await;
    desk.book = Book::new();
    assert!(!desk.journal.landed(&plan).await.unwrap());
    assert!(transfers::get(&mut desk.test.db.read().await.unwrap(), name).await.unwrap().is_none());

    let answers = desk.batch(&[pay]).await;
    assert!(answers[0].is_ok());
    let mut tx = desk.test.db.read().await.unwrap();
    assert_eq!(transfers::journal_after(&mut tx, HOME, 0, 9).await.unwrap().len(), 1);
    assert_eq!(store::accounts::get(&mut tx, AccountId(3)).await.unwrap().unwrap().balance, 49);
}

#[tokio::test]
async fn a_closing_account_takes_its_requests_along() {
    let mut desk = Desk::new().await;
    let names: Vec<TransferId> = (0..3).map(|_| desk.name()).collect();
    let asked = [(2, 3), (4, 2), (4, 5)].map(|(payer, payee)| (AccountId(payer), AccountId(payee)));
    let asked: Vec<_> =
        names.iter().zip(asked).map(|(name, sides)| desk.order(*name, sides, 7, Wish::Wait)).collect();
    desk.batch(&asked).await;
    desk.book = Book::new();
    let close = act(Act::SetState { account: AccountId(2), state: State::Closed });
    assert!(desk.batch(&[close]).await[0].is_ok());
    let mut tx = desk.test.db.read().await.unwrap();
    let mut states = Vec::new();
    for name in names {
        states.push(transfers::get(&mut tx, name).await.unwrap().unwrap().state);
    }
    assert_eq!(states, ["deleted", "deleted", "pending"]);
}

#[tokio::test]
async fn a_batch_larger_than_a_block_of_ids_has_enough() {
    let mut desk = Desk::new().await;
    for round in 0..3 {
        let asked: Vec<_> = (0..2_000)
            .map(|turn| {
                let sides = if turn % 2 == 0 { (2, 3) } else { (3, 2) };
                desk.order(desk_name(round, turn), (AccountId(sides.0), AccountId(sides.1)), 24, Wish::Count)
            })
            .collect();
        assert!(desk.batch(&asked).await.iter().all(Result::is_ok));
    }
    let mut tx = desk.test.db.read().await.unwrap();
    assert_eq!(store::journals::get(&mut tx, HOME).await.unwrap().unwrap().journal.number, 6_000);
    nothing_amiss(&mut tx).await;
}

fn desk_name(round: u128, turn: u128) -> TransferId {
    TransferId(Uuid::from_u128((round << 64) + turn + 1_000_000))
}

#[tokio::test]
async fn the_moment_passes_with_everything_but_what_counts_at_once() {
    let mut desk = Desk::new().await;
    let Some(before) = desk.test.db.moment() else { return };
    let (first, second) = (desk.name(), desk.name());
    let sides = (AccountId(2), AccountId(3));
    let paid = desk.order(first, sides, 7, Wish::Count);
    assert!(desk.batch(&[paid]).await.iter().all(Result::is_ok));
    assert_eq!(desk.test.db.moment(), Some(before), "who pays changes nothing that is kept");
    let asked = desk.order(second, sides, 7, Wish::Wait);
    assert!(desk.batch(&[asked]).await.iter().all(Result::is_ok));
    let waiting = desk.test.db.moment();
    assert_ne!(waiting, Some(before), "a request waits for somebody");
    assert!(desk.batch(&[act(Act::SetLock { account: sides.0, locked: true })]).await[0].is_ok());
    assert_ne!(desk.test.db.moment(), waiting, "a rule reads it");
}

/// On PostgreSQL the connection of a teller may be lost while its transaction goes on: whether that landed is known only when it
/// has ended. On SQLite the teller looks up what it wrote itself, and what is not committed is not there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whether_a_batch_landed_is_told_when_it_has_ended() {
    let mut desk = Desk::new().await;
    for commits in [true, false] {
        let name = desk.name();
        let pay = desk.order(name, (AccountId(2), AccountId(3)), 50, Wish::Count);
        let (_, plan) = desk.undone(std::slice::from_ref(&pay)).await;
        let mut other = Journal::open(&desk.test.db).await.unwrap();
        let asked = plan.clone();
        let mut looked_up = tokio::spawn(async move { other.landed(&asked).await.unwrap() });
        let early = tokio::time::timeout(std::time::Duration::from_millis(300), &mut looked_up).await;
        assert_eq!(early.is_err(), desk.journal.is_shared(), "while it was under way: {early:?}");
        if commits {
            desk.journal.commit().await.unwrap();
        } else {
            desk.journal.abandon().await;
        }
        if early.is_err() {
            assert_eq!(looked_up.await.unwrap(), commits);
        }
        assert_eq!(desk.journal.landed(&plan).await.unwrap(), commits);
        desk.book = Book::new();
    }
}
