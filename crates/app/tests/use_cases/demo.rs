//! The demo as it is made: whole, the same every time, with books that are right, and open to its logins.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use std::collections::BTreeMap;
use std::time::Duration;

use app::demo::is_unfinished;
use app::demo::logins::{LOGINS, PASSWORD};
use app::demo::make::{Made, MakeOptions, SEED, make};
use app::integrity::verify;
use app::sign_in::{SignIn, sign_in};
use app::{App, Clock, Error, Random, sessions};
use ledger::Instant;
use ledger::transfer::Kind;
use store::listings::shown::{Filter, View};
use store::listings::{self, Sight};
use store::testing::TestDatabase;
use store::{Db, Tx, exchanges, journals, members, roles, transfers};

/// 2026-03-14 09:00 UTC.
const OPTIONS: MakeOptions = MakeOptions { now: Instant(1_773_478_800_000_000), seed: SEED };
const DAY_US: i64 = 86_400_000_000;

async fn journal(tx: &mut Tx, code: &str) -> Vec<transfers::TransferRow> {
    let exchange = exchanges::by_code(tx, code).await.unwrap().unwrap();
    transfers::journal_after(tx, exchange.id, 0, 100_000).await.unwrap()
}

/// Making one takes long, so that all that is asked of a finished one is asked of this.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_make_it_at_once_one_finds_it_and_it_is_whole() {
    let test = TestDatabase::new().await;
    let other = Db::open(&test.url).await.unwrap();
    // One process serves a SQLite file, and has its folder to itself: there one comes after the other.
    let (first, second) = if test.db.gate().is_none() {
        tokio::join!(make(&test.db, &OPTIONS), make(&other, &OPTIONS))
    } else {
        (make(&test.db, &OPTIONS).await, make(&other, &OPTIONS).await)
    };
    let mut made = [first.unwrap(), second.unwrap()];
    made.sort_unstable_by_key(|made| *made == Made::Found);
    assert_eq!(made, [Made::New, Made::Found]);
    let report = verify(&other).await.unwrap();
    assert!(report.is_clean(), "{report}");
    assert_eq!(report.counts.exchanges, 2);
    other.close().await;

    let mut tx = test.db.read().await.unwrap();
    let mut trades = 0;
    for code in ["MARL", "VALD"] {
        trades += journal(&mut tx, code).await.iter().filter(|row| row.kind == Kind::Trade).count();
        its_people_are_there(&mut tx, code).await;
        its_market_is_there(&mut tx, code).await;
    }
    assert_eq!(trades, 3_000);
    assert_eq!(store::jobs::counts(&mut tx).await.unwrap().waiting, 0);
    drop(tx);
    its_logins_open_its_doors(&test).await;
}

async fn its_people_are_there(tx: &mut Tx, code: &str) {
    let exchange = exchanges::by_code(tx, code).await.unwrap().unwrap();
    assert_eq!(members::count(tx, exchange.id).await.unwrap(), 60, "{code}");
    assert_eq!(members::applicants(tx, exchange.id).await.unwrap().len(), 3);
    let rows = journal(tx, code).await;
    let oldest = OPTIONS.now.0 - rows.first().unwrap().decided_at.unwrap().0;
    assert!((530 * DAY_US..560 * DAY_US).contains(&oldest), "{code} began {} days ago", oldest / DAY_US);
    let accounts = store::accounts::of_exchange(tx, exchange.id).await.unwrap();
    assert_eq!(accounts.iter().filter(|account| account.locked).count(), 1);
    let policy = journals::get(tx, exchange.id).await.unwrap().unwrap().policy;
    let floor = policy.floor.unwrap().at;
    assert!(accounts.iter().all(|account| account.balance >= floor));
    let low = accounts.iter().filter(|account| account.balance < floor / 3).count();
    assert!(low >= 5, "{code}: only {low} are well below zero");
    let given = roles::of_exchange(tx, exchange.id).await.unwrap();
    assert_eq!(given.len(), 3, "{given:?}");
    let whole = |given: &roles::Given| given.number.starts_with(code) && !given.portrait.is_empty();
    assert!(given.iter().all(whole), "{given:?}");
}

async fn its_market_is_there(tx: &mut Tx, code: &str) {
    let exchange = exchanges::by_code(tx, code).await.unwrap().unwrap();
    let view = View { exchange: exchange.id, now: OPTIONS.now, circle: Sight::Exchange };
    let shown = listings::shown::counts(tx, view).await.unwrap();
    assert!(shown.iter().map(|(_, count)| count).sum::<i64>() >= 28, "{code}: {shown:?}");
    let filter = Filter {
        kind: None,
        category: None,
        area: None,
        locale: "",
        priced: None,
        since: Instant(i64::MIN),
        before: None,
        limit: 1000,
    };
    let all = listings::shown::page(tx, view, &filter).await.unwrap();
    let pictured = all.iter().filter(|listing| listing.picture.is_some()).count();
    assert!(2 * pictured > all.len(), "{code}: {pictured} of {} have a picture", all.len());
    let soon = Instant(OPTIONS.now.0 + 7 * DAY_US);
    assert!(listings::ending::due(tx, (OPTIONS.now, soon), 100).await.unwrap().len() >= 6, "{code}");
}

async fn its_logins_open_its_doors(test: &TestDatabase) {
    let app = App::start(test.db.clone(), Clock::hand(OPTIONS.now), Random::seeded(5)).await.unwrap();
    let mut here = BTreeMap::new();
    for login in LOGINS {
        let request = SignIn {
            login: login.email,
            password: PASSWORD,
            agent: "Test",
            network: "192.0.2.0/24",
            device: "",
        };
        let signed_in = sign_in(&app, request).await.unwrap().signed_in().unwrap();
        let actor = sessions::resume(&app, &signed_in.token).await.unwrap();
        assert_eq!(actor.is_server_admin(), login.keeps_server);
        let own = |membership: &&members::operators::Membership| membership.kind == members::Kind::Individual;
        let codes: Vec<_> = actor.memberships().iter().filter(own).map(|found| found.code.clone()).collect();
        assert_eq!(codes.len(), login.exchanges.len(), "{}", login.email);
        here.insert(login.email, actor);
    }
    let mut tx = test.db.read().await.unwrap();
    let marl = exchanges::by_code(&mut tx, "MARL").await.unwrap().unwrap().id;
    assert!(here["admin@ayni.example"].has_role(marl, roles::Role::Admin));
    assert!(here["coordinator@ayni.example"].has_role(marl, roles::Role::Coordinator));
    let rosa = here["member@ayni.example"].acting_in(marl).unwrap().account.unwrap();
    assert!(transfers::waiting_for(&mut tx, rosa).await.unwrap().len() >= 2);
    drop(tx);
    app.stop().await;
}

#[tokio::test]
async fn a_database_with_people_in_it_is_left_alone() {
    let world = app::testing::World::new().await;
    let db = &world.database.db;
    let refused = make(db, &OPTIONS).await.unwrap_err();
    assert!(matches!(refused, Error::NotAllowed("error-demo-not-empty")), "{refused}");
    assert!(!is_unfinished(db).await.unwrap());

    // Not even where somebody has written the mark of a demo that is being made.
    let mut tx = db.write().await.unwrap();
    store::settings::set(&mut tx, "demo-being-made", "").await.unwrap();
    tx.commit().await.unwrap();
    assert!(is_unfinished(db).await.unwrap());
    let refused = make(db, &OPTIONS).await.unwrap_err();
    assert!(matches!(refused, Error::NotAllowed("error-demo-not-empty")), "{refused}");
    assert!(!store::users::is_nobody_here(&mut db.read().await.unwrap()).await.unwrap());
}

/// Waits until a demo that is being made has some trades.
async fn begun(test: &TestDatabase) {
    loop {
        let mut tx = test.db.read().await.unwrap();
        if let Some(marl) = exchanges::by_code(&mut tx, "MARL").await.unwrap()
            && !transfers::journal_after(&mut tx, marl.id, 20, 1).await.unwrap().is_empty()
        {
            return;
        }
        drop(tx);
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_whose_making_was_interrupted_is_made_anew_and_the_same() {
    let (test, whole) = (TestDatabase::new().await, TestDatabase::new().await);
    tokio::select! {
        made = make(&test.db, &OPTIONS) => panic!("it was made before it could be interrupted: {made:?}"),
        () = begun(&test) => {}
    }
    assert!(is_unfinished(&test.db).await.unwrap());
    // As another process would, once the first one has ended.
    tokio::time::sleep(Duration::from_millis(500)).await;
    let again = Db::open(&test.url).await.unwrap();
    assert_eq!(make(&again, &OPTIONS).await.unwrap(), Made::New);
    assert!(!is_unfinished(&again).await.unwrap());
    assert_eq!(make(&again, &OPTIONS).await.unwrap(), Made::Found);
    let report = verify(&again).await.unwrap();
    assert!(report.is_clean(), "{report}");
    // The same seed makes the same demo.
    make(&whole.db, &OPTIONS).await.unwrap();
    for code in ["MARL", "VALD"] {
        let rows = journal(&mut again.read().await.unwrap(), code).await;
        assert_eq!(rows, journal(&mut whole.db.read().await.unwrap(), code).await, "{code}");
    }
    // What guards the journal is there again.
    let mut spoilt = again.write().await.unwrap();
    assert!(store::testing::try_to_forget_entries(&mut spoilt).await.is_err());
    drop(spoilt);
    again.close().await;
}
