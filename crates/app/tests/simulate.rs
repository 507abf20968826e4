//! The teller on a database against the independent model of the ledger's rules, over random operations.
//!
//! Every world has a database of its own. The same instructions go to the teller, to a book in memory and to the model: their
//! answers must agree after each, what is stored at the end as well, and an audit must find nothing. `cargo xtask simulate`
//! asks for millions.
#![expect(unreachable_pub, reason = "the model's names are shared between tests")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test ends at the first surprise")]
#![expect(dead_code, reason = "the ledger's own comparison uses more of the model")]

use app::teller::Teller;
use app::{Clock, Error, Random};
use ledger::account::Kind;
use ledger::transfer::{Acting, Authority, Words};
use ledger::{Account, AccountId, Act, ExchangeId, Instant, Instruction, Receipt, UserId, What};
use uuid::Uuid;

use ::store::exchanges::{NewExchange, State, Texts};
use ::store::testing::TestDatabase;
use ::store::users::NewUser;
use ::store::{By, transfers};

#[path = "../../ledger/tests/model"]
mod model {
    pub(crate) mod books;
    pub(crate) mod compare;
    pub(crate) mod dice;
    pub(crate) mod reference;
    pub(crate) mod scene;
    pub(crate) mod store;
}
use model::{books, dice, reference, scene, store};

use dice::Dice;
use reference::Said;
use scene::Scene;

/// Operations of one world.
const WORLD: u64 = 2_000;
/// Operations between two comparisons of all that is stored.
const GLANCE: u64 = 250;
const BEGINNING: Instant = Instant(1_700_000_000_000_000);
const ELSEWHERE: ExchangeId = ExchangeId(2);

/// A scene, and the teller that must do as its model says.
struct World {
    scene: Scene,
    database: TestDatabase,
    teller: Teller,
    clock: Clock,
}

impl World {
    async fn begin(seed: u64) -> World {
        let scene = Scene::new(Dice::new(seed));
        let database = TestDatabase::new().await;
        found(&database, &scene).await;
        let clock = Clock::hand(BEGINNING);
        let teller = Teller::start(&database.db, clock.clone()).await.unwrap();
        // Accounts of another exchange, which the scene's people name by mistake.
        let policy = Act::SetPolicy { policy: Box::new(scene.model.policy.clone()) };
        let mut strangers = vec![elsewhere(policy)];
        strangers.extend([90, 91].map(|id| open_elsewhere(AccountId(id))));
        for answer in teller.ask_all(strangers).await.unwrap() {
            answer.unwrap();
        }
        World { scene, database, teller, clock }
    }

    /// Some operations, by teller, book and model; gives how many.
    async fn some(&mut self) -> u64 {
        let mut batch = self.scene.batch();
        // The teller decides all that it takes together at one instant.
        let at = batch.last().unwrap().1;
        batch.iter_mut().for_each(|(_, moment)| *moment = at);
        self.scene.load(&batch);
        self.clock.set(at);
        let asked: Vec<Instruction> = batch.iter().map(|(instruction, _)| instruction.clone()).collect();
        let answers = self.teller.ask_all(asked).await.unwrap();
        for ((instruction, at), answer) in batch.iter().zip(answers) {
            let expected = self.scene.model.decide(instruction, at.0);
            let in_memory = self.scene.store.book.decide(instruction, *at);
            assert_eq!(said(answer), expected, "the teller, at {instruction:?}");
            assert_eq!(said(in_memory.map_err(Error::Refused)), expected, "the book, at {instruction:?}");
        }
        self.scene.store.write();
        self.scene.compare_transfers(&batch);
        batch.len().try_into().unwrap()
    }

    /// What the database holds is what the scene's own store holds, but for the numbers of entries, which go in blocks.
    async fn compare(&self) {
        let mut tx = self.database.db.read().await.unwrap();
        let without_entry = |account: Account| Account { last_entry: None, ..account };
        for (id, expected) in &self.scene.store.accounts {
            let stored = ::store::accounts::get(&mut tx, *id).await.unwrap().unwrap().account().unwrap();
            assert_eq!(without_entry(stored), without_entry(expected.clone()));
        }
        for (id, expected) in &self.scene.store.transfers {
            let row = transfers::get(&mut tx, *id).await.unwrap().unwrap();
            let entries = transfers::entries_of(&mut tx, &row).await.unwrap();
            let stored = row.into_transfer(entries.iter().map(|entry| entry.entry()).collect()).unwrap();
            assert_eq!(model::compare::seen(&stored), model::compare::seen(expected), "transfer {}", id.0);
        }
        let journal = ::store::journals::get(&mut tx, store::HERE).await.unwrap().unwrap().journal;
        assert_eq!(journal, self.scene.store.exchange.journal, "number and hash of the journal");
    }

    /// Everything once more, and an audit.
    async fn finish(self) {
        self.compare().await;
        self.teller.stop().await;
        let report = app::integrity::verify(&self.database.db).await.unwrap();
        assert!(report.is_clean(), "{report}");
    }
}

async fn live(seed: u64, operations: u64) {
    let mut world = World::begin(seed).await;
    let (mut done, mut seen) = (0, 0);
    while done < operations {
        done += world.some().await;
        if done - seen > GLANCE {
            world.compare().await;
            seen = done;
        }
    }
    world.finish().await;
}

fn said(answer: Result<Receipt, Error>) -> Said {
    match answer {
        Ok(receipt) => Ok((receipt.counted, receipt.warnings.len())),
        Err(Error::Refused(refusal)) => Err(refusal.code().to_owned()),
        Err(error) => panic!("{error}"),
    }
}

fn elsewhere(act: Act) -> Instruction {
    let by = Authority { user: UserId::SERVER, acting: Acting::Server, operates: Vec::new() };
    let reason = Words { text: String::new(), salt: [0; 16] };
    Instruction { exchange: ELSEWHERE, by, what: What::Act { act: Box::new(act), reason } }
}

fn open_elsewhere(account: AccountId) -> Instruction {
    let uuid = Uuid::from_u128(0xe15e_0000 + u128::try_from(account.0).unwrap());
    let act =
        Act::OpenAccount { account, uuid, number: format!("ELSE{:04}", account.0), kind: Kind::Individual };
    elsewhere(act)
}

/// The scene's exchange and another one.
async fn found(database: &TestDatabase, scene: &Scene) {
    let random = Random::seeded(3);
    let uuid = || random.uuid(BEGINNING).unwrap();
    let mut tx = database.db.write().await.unwrap();
    let user = NewUser {
        uuid: uuid(),
        name: "Ana",
        email: None,
        email_confirmed_at: None,
        password_hash: None,
        locale: "en",
        created_at: BEGINNING,
    };
    let user = ::store::users::insert(&mut tx, &user).await.unwrap();
    for (code, here) in [("TEST", store::HERE), ("ELSE", ELSEWHERE)] {
        let new =
            NewExchange { uuid: uuid(), code, terms: "", founder: user, created_at: BEGINNING, founding: "" };
        let texts: Texts = app::testing::texts(code);
        let exchange = ::store::exchanges::insert(&mut tx, &new, &texts).await.unwrap();
        assert_eq!(exchange, here);
        let by = By { user, at: BEGINNING };
        ::store::exchanges::decide(&mut tx, exchange, State::Active, by, "").await.unwrap();
        ::store::journals::insert(&mut tx, exchange, &scene.model.policy).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_teller_agrees_with_the_model() {
    let (mut seed, mut left) = asked();
    while left > 0 {
        let here = left.min(WORLD);
        if let Err(cause) = tokio::spawn(live(seed, here)).await {
            eprintln!("failed in the world of seed {seed}: AYNI_MODEL_SEED={seed} repeats it");
            std::panic::resume_unwind(cause.into_panic());
        }
        left -= here;
        seed = seed.wrapping_add(1);
    }
}

/// The control: a model that believes in one unit more is found out.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_difference_of_one_unit_is_found() {
    let mut world = World::begin(7).await;
    while world.scene.store.journal.len() < 5 {
        world.some().await;
    }
    let account = world.scene.store.accounts.values_mut().next().unwrap();
    account.balance += 1;
    let seen = tokio::spawn(async move { world.compare().await }).await;
    assert!(seen.is_err_and(|error| error.is_panic()), "a unit too many was not seen");
}

/// The seed and the number of operations: `cargo xtask simulate` asks for millions, otherwise 20,000.
#[expect(clippy::disallowed_methods, reason = "tests have no configuration but their environment")]
fn asked() -> (u64, u64) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    (number("AYNI_MODEL_SEED").unwrap_or(20_260_101), number("AYNI_TELLER_OPERATIONS").unwrap_or(20_000))
}
