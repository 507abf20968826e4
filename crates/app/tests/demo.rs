//! The demo as it is made: whole, the same every time, with books that are right, and open to its logins.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use std::collections::BTreeMap;

use app::demo::logins::{LOGINS, PASSWORD};
use app::demo::make::{Made, MakeOptions, SEED, make};
use app::integrity::verify;
use app::sign_in::{SignIn, sign_in};
use app::{App, Clock, Error, Random, sessions};
use ledger::Instant;
use store::testing::TestDatabase;
use store::{Tx, exchanges, journals, members, roles, transfers};

/// 2026-03-14 09:00 UTC.
const OPTIONS: MakeOptions = MakeOptions { now: Instant(1_773_478_800_000_000), seed: SEED };
const DAY_US: i64 = 86_400_000_000;

async fn journal(tx: &mut Tx, code: &str) -> Vec<transfers::TransferRow> {
    let exchange = exchanges::by_code(tx, code).await.unwrap().unwrap();
    transfers::journal_after(tx, exchange.id, 0, 100_000).await.unwrap()
}

#[tokio::test]
async fn the_demo_is_whole_and_its_books_are_right() {
    let test = TestDatabase::new().await;
    assert_eq!(make(&test.db, &OPTIONS).await.unwrap(), Made::New);
    let report = verify(&test.db).await.unwrap();
    assert!(report.is_clean(), "{report}");
    assert_eq!(report.counts.exchanges, 2);

    let mut tx = test.db.read().await.unwrap();
    let mut trades = 0;
    for code in ["MARL", "VALD"] {
        let exchange = exchanges::by_code(&mut tx, code).await.unwrap().unwrap();
        assert_eq!(members::count(&mut tx, exchange.id).await.unwrap(), 60, "{code}");
        assert_eq!(members::applicants(&mut tx, exchange.id).await.unwrap().len(), 3);
        let rows = journal(&mut tx, code).await;
        trades += rows.iter().filter(|row| row.kind == ledger::transfer::Kind::Trade).count();
        let oldest = OPTIONS.now.0 - rows.first().unwrap().decided_at.unwrap().0;
        assert!((530 * DAY_US..560 * DAY_US).contains(&oldest), "{code} began {} days ago", oldest / DAY_US);
        let accounts = store::accounts::of_exchange(&mut tx, exchange.id).await.unwrap();
        assert_eq!(accounts.iter().filter(|account| account.locked).count(), 1);
        let policy = journals::get(&mut tx, exchange.id).await.unwrap().unwrap().policy;
        let floor = policy.floor.unwrap().at;
        assert!(accounts.iter().all(|account| account.balance >= floor));
        let low = accounts.iter().filter(|account| account.balance < floor / 3).count();
        assert!(low >= 5, "{code}: only {low} are well below zero");
        let given = roles::of_exchange(&mut tx, exchange.id).await.unwrap();
        assert_eq!(given.len(), 3, "{given:?}");
    }
    assert_eq!(trades, 3_000);
    assert_eq!(store::jobs::counts(&mut tx).await.unwrap().waiting, 0);
    assert_eq!(make(&test.db, &OPTIONS).await.unwrap(), Made::Found);
}

#[tokio::test]
async fn its_logins_open_its_doors() {
    let test = TestDatabase::new().await;
    make(&test.db, &OPTIONS).await.unwrap();
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
async fn the_same_seed_makes_the_same_demo() {
    let (one, other) = (TestDatabase::new().await, TestDatabase::new().await);
    make(&one.db, &OPTIONS).await.unwrap();
    make(&other.db, &OPTIONS).await.unwrap();
    for code in ["MARL", "VALD"] {
        let rows = journal(&mut one.db.read().await.unwrap(), code).await;
        assert_eq!(rows, journal(&mut other.db.read().await.unwrap(), code).await);
    }
}

#[tokio::test]
async fn a_database_with_people_in_it_is_left_alone() {
    let world = app::testing::World::new().await;
    let refused = make(&world.database.db, &OPTIONS).await.unwrap_err();
    assert!(matches!(refused, Error::NotAllowed("error-demo-not-empty")), "{refused}");
}
