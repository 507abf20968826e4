//! Many trades at once: looked at first, posted once, never by halves.

#![expect(clippy::unwrap_used, reason = "helpers of tests have nothing better to do than fail")]

use app::actor::Actor;
use app::many::{Batch, Line, Outcome, Posted, Preview, Row, post, preview};
use app::testing::{Person, World};
use app::trades::Stand;
use app::{Error, accounts};
use ledger::ExchangeId;
use ledger::unit::Separators;
use uuid::Uuid;

struct Market {
    world: World,
    exchange: ExchangeId,
    ana: Person,
    ben: Person,
}

impl Market {
    /// An exchange with a floor of 150 acorns, a coordinator, and two members with the numbers 3 and 4.
    async fn new() -> Self {
        let world = World::new().await;
        let exchange = world.exchange("MARL").await;
        world.coordinator("hamid", exchange).await;
        let (ana, ben) = (world.member("ana", exchange).await, world.member("ben", exchange).await);
        assert_eq!((ana.number.as_str(), ben.number.as_str()), ("MARL0003", "MARL0004"));
        Self { world, exchange, ana, ben }
    }

    fn batch(&self, stand: Stand, lines: &[&str]) -> Batch {
        let row = |line: &&str| {
            let mut fields = line.split('|').map(str::to_owned);
            let mut next = || fields.next().unwrap_or_default();
            Row { payer: next(), payee: next(), amount: next(), description: next(), date: next() }
        };
        Batch {
            id: Uuid::from_u128(7),
            exchange: self.exchange,
            stand,
            separators: Separators::CONTINENTAL,
            rows: lines.iter().map(row).collect(),
        }
    }

    async fn balance(&self, person: &Person) -> i64 {
        let admin = self.world.admin("MARL").await;
        accounts::account(&self.world.app, &admin, person.account).await.unwrap().balance
    }

    async fn hamid(&self) -> Actor {
        self.world.actor("hamid").await
    }
}

fn says(line: &Line) -> String {
    match &line.outcome {
        Outcome::Counts => "counts".into(),
        Outcome::Waits => "waits".into(),
        Outcome::Wrong(fields) => {
            fields.iter().map(|wrong| format!("{}:{} ", wrong.field, wrong.code)).collect()
        }
        Outcome::Refused(refusal) => refusal.code().into(),
        Outcome::LeftOut => "left out".into(),
        Outcome::Unknown => "unknown".into(),
    }
}

fn all(preview: &Preview) -> Vec<String> {
    preview.lines.iter().map(says).collect()
}

#[tokio::test]
async fn every_line_is_told_what_becomes_of_it() {
    let market = Market::new().await;
    let lines = [
        "3|MARL0004|100,50|bread",
        "marl4|3|0,50|change|13/3/2026",
        "3|4|60|more than there is room for",
        "3|4|49|this still fits",
        "3|99|1|nobody there",
        "|4|abc|",
        "3|3|1|to oneself",
        "3|4|1,005|too fine",
        "3|4|1|long ago|2025-01-01",
        "3|4|1|tomorrow|2026-03-15",
        "3|4|1|no day|31/2/2026",
    ];
    let batch = market.batch(Stand::Coordinator, &lines);
    let looked = preview(&market.world.app, &market.hamid().await, &batch).await.unwrap();
    assert_eq!(
        all(&looked),
        [
            "counts",
            "counts",
            "below-floor",
            "counts",
            "payee:error-nobody-found ",
            "payer:error-required amount:error-amount-unreadable description:error-what-for ",
            "payee:error-with-oneself ",
            "amount:error-amount-too-fine ",
            "waits",
            "date:error-day-in-future ",
            "date:error-day ",
        ]
    );
    assert_eq!((looked.good(), looked.total), (vec![1, 2, 4, 9], 15_100));
    assert_eq!(market.balance(&market.ana).await, 0, "looking posts nothing");
}

#[tokio::test]
async fn what_was_seen_as_good_is_posted_once() {
    let market = Market::new().await;
    let (app, hamid) = (&market.world.app, market.hamid().await);
    let batch = market.batch(Stand::Coordinator, &["3|4|20|bread", "3|4|900|too much", "4|3|5|jam"]);
    let good = preview(app, &hamid, &batch).await.unwrap().good();
    assert_eq!(good, [1, 3]);
    for _ in 0..3 {
        let Posted::Done(done) = post(app, &hamid, &batch, &good).await.unwrap() else { panic!() };
        assert_eq!(all(&done), ["counts", "below-floor", "counts"]);
    }
    assert_eq!((market.balance(&market.ana).await, market.balance(&market.ben).await), (-1_500, 1_500));

    // The one that was wrong is put right: it alone is new.
    let batch = market.batch(Stand::Coordinator, &["3|4|20|bread", "3|4|9|not too much", "4|3|5|jam"]);
    let good = preview(app, &hamid, &batch).await.unwrap().good();
    let Posted::Done(done) = post(app, &hamid, &batch, &good).await.unwrap() else { panic!() };
    assert_eq!(all(&done), ["counts", "counts", "counts"]);
    assert_eq!(market.balance(&market.ana).await, -2_400);
}

#[tokio::test]
async fn nothing_is_posted_when_something_good_has_gone_bad() {
    let market = Market::new().await;
    let (app, hamid) = (&market.world.app, market.hamid().await);
    let batch = market.batch(Stand::Coordinator, &["4|3|10|jam", "3|4|100|bread"]);
    let good = preview(app, &hamid, &batch).await.unwrap().good();
    assert_eq!(good, [1, 2]);
    let (admin, account) = (market.world.admin("MARL").await, market.ana.account);
    accounts::set_lock(app, &admin, account, accounts::Lock::CreditOnly, "lost card").await.unwrap();
    let Posted::Changed(looked) = post(app, &hamid, &batch, &good).await.unwrap() else { panic!() };
    assert_eq!(all(&looked), ["counts", "payer-locked"]);
    assert_eq!(market.balance(&market.ana).await, 0);
    let Posted::Done(done) = post(app, &hamid, &batch, &looked.good()).await.unwrap() else { panic!() };
    assert_eq!(all(&done), ["counts", "payer-locked"]);
    assert_eq!(market.balance(&market.ana).await, 1_000);
}

#[tokio::test]
async fn a_good_line_that_was_not_wanted_is_left_out() {
    let market = Market::new().await;
    let batch = market.batch(Stand::Coordinator, &["4|3|10|jam", "3|4|1|bread"]);
    let Posted::Done(done) = post(&market.world.app, &market.hamid().await, &batch, &[2]).await.unwrap()
    else {
        panic!()
    };
    assert_eq!(all(&done), ["left out", "counts"]);
}

#[tokio::test]
async fn members_hand_in_their_own_trades_only() {
    let market = Market::new().await;
    let (app, ana) = (&market.world.app, market.world.actor("ana").await);
    let own = Stand::Own(market.ana.account);
    let looked = preview(app, &ana, &market.batch(own, &["3|4|1|paid", "4|3|2|sold", "2|4|1|not mine"]))
        .await
        .unwrap();
    assert_eq!(all(&looked), ["counts", "counts", "not-permitted"]);
    let foreign = preview(app, &ana, &market.batch(Stand::Own(market.ben.account), &["4|3|1|x"])).await;
    assert!(matches!(foreign, Err(Error::NotFound)), "{foreign:?}");
    for stand in [Stand::Coordinator, Stand::Admin] {
        let refused = preview(app, &ana, &market.batch(stand, &["3|4|1|x"])).await;
        assert!(matches!(refused, Err(Error::NotAllowed(_))), "{refused:?}");
    }
    let admin = market.world.admin("MARL").await;
    let looked = preview(app, &admin, &market.batch(Stand::Admin, &["3|4|1|x"])).await.unwrap();
    assert_eq!(all(&looked), ["counts"]);
}

#[tokio::test]
async fn lists_have_an_end() {
    let market = Market::new().await;
    let (app, hamid) = (&market.world.app, market.hamid().await);
    let empty = preview(app, &hamid, &market.batch(Stand::Coordinator, &[])).await.unwrap_err();
    assert!(empty.has_code("error-many-empty"));
    let long =
        preview(app, &hamid, &market.batch(Stand::Coordinator, &vec!["3|4|1|x"; 501])).await.unwrap_err();
    assert!(long.has_code("error-many-too-long"));
    let most = market.batch(Stand::Coordinator, &vec!["3|4|0,10|x"; 500]);
    let Posted::Done(done) = post(app, &hamid, &most, &(1..=500).collect::<Vec<_>>()).await.unwrap() else {
        panic!()
    };
    assert!(done.lines.iter().all(|line| line.outcome == Outcome::Counts));
}
