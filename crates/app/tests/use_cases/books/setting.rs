//! Books for tests of the teller: one exchange with numbered accounts, made through the teller itself.

use std::sync::atomic::{AtomicU64, Ordering};

use app::teller::Teller;
use app::{Clock, Random};
use ledger::account::Kind;
use ledger::policy::{Policy, Shape};
use ledger::transfer::{Acting, Authority, Channel, Order, Wish, Words};
use ledger::unit::{Style, Unit};
use ledger::{
    AccountId, Act, Amount, ExchangeId, Instant, Instruction, Receipt, TransferId, UserId, What,
    instruction::Edit,
};
use store::exchanges::{Joining, NewExchange, State, Texts};
use store::testing::TestDatabase;
use store::users::NewUser;
use store::{By, Db, Series};
use uuid::Uuid;

/// When everything begins: 2026-03-14 09:00 UTC.
pub(crate) const BEGINNING: Instant = Instant(1_773_478_800_000_000);

/// An exchange with some accounts, and its teller.
pub(crate) struct Books {
    pub(crate) database: TestDatabase,
    pub(crate) teller: Teller,
    pub(crate) clock: Clock,
    pub(crate) exchange: ExchangeId,
    pub(crate) user: UserId,
    pub(crate) own: AccountId,
    pub(crate) accounts: Vec<AccountId>,
    names: AtomicU64,
}

impl Books {
    /// An exchange without levy, whose accounts may go 1000 below zero.
    pub(crate) async fn new(accounts: usize) -> Self {
        Self::with(accounts, |_| {}).await
    }

    /// An exchange with other rules.
    pub(crate) async fn with(accounts: usize, change: impl FnOnce(&mut Policy)) -> Self {
        let database = TestDatabase::new().await;
        let clock = Clock::hand(BEGINNING);
        let mut policy = Policy::founding(Shape::Community, acorns());
        policy.floor = Some(ledger::account::Limit { at: -1000, hard: true });
        change(&mut policy);
        let (exchange, user) = found(&database.db, &policy, "MARL").await;
        let teller = Teller::start(&database.db, clock.clone()).await.unwrap();
        let (own, names) = (AccountId(0), AtomicU64::new(1));
        let mut books = Self { database, teller, clock, exchange, user, own, accounts: Vec::new(), names };
        let ids = books.ids(accounts + 1).await;
        let set = books.act(Act::SetPolicy { policy: Box::new(policy) });
        let mut asked = vec![set];
        for (digits, id) in ids.iter().enumerate() {
            let kind = if digits == 0 { Kind::Administration } else { Kind::Individual };
            asked.push(books.open(*id, &format!("MARL{digits:04}"), kind));
        }
        for answer in books.teller.ask_all(asked).await.unwrap() {
            answer.unwrap();
        }
        (books.own, books.accounts) = (ids[0], ids[1..].to_vec());
        books
    }

    /// Free ids for accounts.
    pub(crate) async fn ids(&self, count: usize) -> Vec<AccountId> {
        let mut tx = self.database.db.write().await.unwrap();
        let ids = tx.ids(Series::Accounts, i64::try_from(count).unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        ids.map(AccountId).collect()
    }

    /// An instruction of the server or an administrator.
    pub(crate) fn act(&self, act: Act) -> Instruction {
        let acting = if matches!(act, Act::OpenAccount { .. }) { Acting::Server } else { Acting::Admin };
        let by = Authority { user: self.user, acting, operates: Vec::new() };
        let reason = Words { text: "because".into(), salt: [3; 16] };
        Instruction { exchange: self.exchange, by, what: What::Act { act: Box::new(act), reason } }
    }

    /// An instruction that opens an account.
    pub(crate) fn open(&self, account: AccountId, number: &str, kind: Kind) -> Instruction {
        let uuid = Uuid::from_u128(0xacc0_0000_0000 + u128::try_from(account.0).unwrap());
        self.act(Act::OpenAccount { account, uuid, number: number.to_owned(), kind })
    }

    /// A fresh name for a transfer.
    pub(crate) fn name(&self) -> TransferId {
        TransferId(Uuid::from_u128(0x7_0000_0000 + u128::from(self.names.fetch_add(1, Ordering::Relaxed))))
    }

    /// A payment by the payer's side, between two accounts by their place here.
    pub(crate) fn pay(&self, payer: usize, payee: usize, units: i64) -> Instruction {
        self.pay_for(payer, payee, units, "bread")
    }

    /// A payment for something.
    pub(crate) fn pay_for(&self, payer: usize, payee: usize, units: i64, description: &str) -> Instruction {
        let (payer, payee) = (self.accounts[payer], self.accounts[payee]);
        let order = Order {
            id: self.name(),
            exchange: self.exchange,
            payer,
            payee,
            amount: Amount::new(units).unwrap(),
            description: Words { text: description.to_owned(), salt: [7; 16] },
            traded_on: None,
            category: Some("food".into()),
            settles: None,
            channel: Channel::Web,
            wish: Wish::Count,
            expires_at: None,
        };
        self.by(Acting::Holder(payer), What::Record(Box::new(order)))
    }

    /// A request by the payee's side.
    pub(crate) fn request(&self, payer: usize, payee: usize, units: i64) -> Instruction {
        let mut asked = self.pay(payer, payee, units);
        if let What::Record(order) = &mut asked.what {
            (order.wish, asked.by.acting) = (Wish::Wait, Acting::Holder(order.payee));
        }
        asked
    }

    /// Somebody's instruction.
    pub(crate) fn by(&self, acting: Acting, what: What) -> Instruction {
        let by = Authority { user: self.user, acting, operates: Vec::new() };
        Instruction { exchange: self.exchange, by, what }
    }

    /// An administrator reverses a transfer.
    pub(crate) fn reverse(&self, transfer: TransferId) -> Instruction {
        let reason = Words { text: "written twice".into(), salt: [9; 16] };
        self.by(Acting::Admin, What::Reverse { transfer, reversal: self.name(), reason })
    }

    /// An administrator corrects the price of a transfer.
    pub(crate) fn edit(&self, transfer: TransferId, units: i64) -> Instruction {
        let description = Words { text: "half of it".into(), salt: [8; 16] };
        let (reversal, replacement, amount) = (self.name(), self.name(), Amount::new(units).unwrap());
        self.by(
            Acting::Admin,
            What::Edit(Box::new(Edit { transfer, reversal, replacement, amount, description })),
        )
    }

    /// Asks, and expects a yes.
    pub(crate) async fn ask(&self, instruction: Instruction) -> Receipt {
        self.teller.ask(instruction).await.unwrap()
    }

    /// Pays, and gives the transfer's name.
    pub(crate) async fn paid(&self, payer: usize, payee: usize, units: i64) -> TransferId {
        self.ask(self.pay(payer, payee, units)).await.transfer.unwrap()
    }

    /// The stored balances of the accounts, the exchange's own last.
    pub(crate) async fn balances(&self) -> Vec<i64> {
        let mut tx = self.database.db.read().await.unwrap();
        let mut balances = Vec::new();
        for id in self.accounts.iter().chain([&self.own]) {
            balances.push(store::accounts::get(&mut tx, *id).await.unwrap().unwrap().balance);
        }
        balances
    }

    /// How many transfers the journal has.
    pub(crate) async fn number(&self) -> i64 {
        let mut tx = self.database.db.read().await.unwrap();
        store::journals::get(&mut tx, self.exchange).await.unwrap().unwrap().journal.number
    }
}

/// What acorns are.
pub(crate) fn acorns() -> Unit {
    Unit {
        singular: "acorn".into(),
        plural: "acorns".into(),
        symbol: "ac".into(),
        scale: 2,
        decimals: 2,
        style: Style::Decimal,
        hours: (1, 12),
    }
}

async fn found(db: &Db, policy: &Policy, code: &str) -> (ExchangeId, UserId) {
    let random = Random::seeded(3);
    let uuid = || random.uuid(BEGINNING).unwrap();
    let mut tx = db.write().await.unwrap();
    let user = NewUser {
        uuid: uuid(),
        name: "Ana",
        email: None,
        email_confirmed_at: None,
        password_hash: None,
        locale: "en",
        created_at: BEGINNING,
    };
    let user = store::users::insert(&mut tx, &user).await.unwrap();
    let text = |text: &str| text.to_owned();
    let texts = Texts {
        name: text("Marling"),
        tagline: text(""),
        about: text(""),
        place: text(""),
        country: text(""),
        website: text(""),
        contact: text(""),
        time_zone: text("Europe/London"),
        locale: text("en"),
        colour: text("#2f6f4f"),
        words: store::exchanges::Words::Community,
        joining: Joining::Open,
    };
    let new =
        NewExchange { uuid: uuid(), code, terms: "", founder: user, created_at: BEGINNING, founding: "" };
    let exchange = store::exchanges::insert(&mut tx, &new, &texts).await.unwrap();
    store::exchanges::decide(&mut tx, exchange, State::Active, By { user, at: BEGINNING }, "").await.unwrap();
    store::journals::insert(&mut tx, exchange, policy).await.unwrap();
    tx.commit().await.unwrap();
    (exchange, user)
}
