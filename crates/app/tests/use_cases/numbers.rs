//! An exchange's figures.

use app::testing::World;
use app::trades::{self, NewTrade, Stand};
use app::{Error, accounts, exchanges, numbers};
use ledger::policy::Shape;
use ledger::transfer::{Channel, Wish};
use ledger::{Amount, TransferId};
use uuid::Uuid;

const DAY_S: i64 = 86_400;

#[tokio::test]
async fn figures_are_by_month_and_a_few_minutes_old() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let (ana, ben) = (world.member("ana", exchange).await, world.member("ben", exchange).await);
    let actor = world.actor("ana").await;
    let pay = |name: u128, units: i64| NewTrade {
        id: TransferId(Uuid::from_u128(name)),
        exchange,
        payer: ana.account,
        payee: ben.account,
        amount: Amount::new(units).unwrap(),
        description: "bread".into(),
        traded_on: None,
        channel: Channel::Web,
        wish: Wish::Count,
        stand: Stand::Own(ana.account),
        settles: None,
    };
    // March: 100 and 250, of which one is given back; then nothing in April; May: 70.
    for (name, units) in [(1, 100), (2, 250), (3, 40)] {
        trades::record(&world.app, &actor, pay(name, units)).await.unwrap();
    }
    let (wrong, reversal) = (TransferId(Uuid::from_u128(3)), TransferId(Uuid::from_u128(4)));
    trades::reverse(&world.app, &world.actor("ben").await, wrong, reversal, "").await.unwrap();
    world.app.clock.advance(70 * DAY_S);
    trades::record(&world.app, &actor, pay(5, 70)).await.unwrap();

    let found = numbers::of(&world.app, &actor, exchange).await.unwrap();
    assert_eq!(found.months.len(), 12);
    let of = |month: i8| found.months.iter().find(|figures| figures.month == month).unwrap();
    assert_eq!((of(3).year, of(3).trades, of(3).volume), (2026, 2, 350));
    assert_eq!((of(4).trades, of(5).trades, of(5).volume), (0, 1, 70));
    assert_eq!((found.trades(), found.volume(), found.largest().unwrap().month), (3, 420, 3));
    assert_eq!((found.members, found.trading, found.trading_percent()), (3, 2, 67));
    assert_eq!((found.sum, found.in_use, found.own), (0, 420, 0));

    trades::record(&world.app, &actor, pay(6, 30)).await.unwrap();
    assert_eq!(*numbers::of(&world.app, &actor, exchange).await.unwrap(), *found);
    world.app.clock.advance(301);
    assert_eq!(numbers::of(&world.app, &actor, exchange).await.unwrap().volume(), 450);
    world.app.clock.advance(100 * DAY_S);
    assert_eq!(numbers::of(&world.app, &actor, exchange).await.unwrap().trading, 0);

    world.user("stranger").await;
    let refused = numbers::of(&world.app, &world.actor("stranger").await, exchange).await;
    assert!(matches!(refused, Err(Error::NotAllowed(_))), "{refused:?}");
}

#[tokio::test]
async fn a_time_bank_may_hide_trading_records() {
    let world = World::new().await;
    world.user("admin-bank").await;
    let founding = exchanges::Founding { shape: Shape::TimeBank, ..app::testing::founding("BANK") };
    let admin = world.actor("admin-bank").await;
    let exchange = exchanges::found(&world.app, &admin, founding).await.unwrap();
    exchanges::approve(&world.app, &world.actor("root").await, exchange).await.unwrap();
    let (ana, _) = (world.member("ana", exchange).await, world.member("ben", exchange).await);
    let (app, ana_herself, ben) = (&world.app, world.actor("ana").await, world.actor("ben").await);
    assert!(numbers::record(app, &ben, ana.account).await.unwrap().is_some());

    let admin = world.actor("admin-bank").await;
    let mut policy = accounts::policy(app, exchange).await.unwrap();
    policy.hides_records = true;
    accounts::set_policy(app, &admin, exchange, policy, "as decided").await.unwrap();
    assert!(numbers::record(app, &ben, ana.account).await.unwrap().is_none());
    assert!(numbers::record(app, &ana_herself, ana.account).await.unwrap().is_some());
    assert!(numbers::record(app, &admin, ana.account).await.unwrap().is_some());
}

/// Several programs may serve one database. Each keeps figures for itself, so one sees what another has recorded within the five
/// minutes that figures are kept, and everything else at once.
#[tokio::test]
async fn another_program_sees_what_was_recorded_within_five_minutes() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let (ana, ben) = (world.member("ana", exchange).await, world.member("ben", exchange).await);
    let actor = world.actor("ana").await;
    let db = app::Db::open(&world.database.url).await.unwrap();
    let other = app::App::start(db, world.app.clock.clone(), app::Random::seeded(8)).await.unwrap();
    assert_eq!(numbers::of(&other, &actor, exchange).await.unwrap().trades(), 0);
    let new = NewTrade {
        id: TransferId(Uuid::from_u128(1)),
        exchange,
        payer: ana.account,
        payee: ben.account,
        amount: Amount::new(100).unwrap(),
        description: "bread".into(),
        traded_on: None,
        channel: Channel::Web,
        wish: Wish::Count,
        stand: Stand::Own(ana.account),
        settles: None,
    };
    trades::record(&world.app, &actor, new).await.unwrap();
    let shown = numbers::record(&other, &actor, ana.account).await.unwrap().unwrap();
    assert_eq!(shown.received_count, 1, "what is not kept is seen at once");
    world.app.clock.advance(299);
    assert_eq!(numbers::of(&other, &actor, exchange).await.unwrap().trades(), 0, "kept");
    world.app.clock.advance(1);
    assert_eq!(numbers::of(&other, &actor, exchange).await.unwrap().trades(), 1);
    other.stop().await;
}
