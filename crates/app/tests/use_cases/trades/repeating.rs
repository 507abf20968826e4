//! Double clicks, lost answers, and names that are taken: a trade is recorded once.

use app::trades::{self, NewTrade, Stand};
use ledger::Amount;

use super::setting::{Town, refused};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_double_click_pays_once() {
    let town = Town::new().await;
    let (ana, once) = (town.actor("ana").await, town.payment(100));
    let mut clicks = Vec::new();
    for _ in 0..16 {
        let (app, ana, once) = (town.world.app.clone(), ana.clone(), once.clone());
        clicks.push(tokio::spawn(async move { trades::record(&app, &ana, once).await }));
    }
    for click in clicks {
        assert_eq!(click.await.unwrap().unwrap().transfer, Some(once.id));
    }
    assert_eq!(town.balances().await, (-100, 100));
    assert_eq!(town.told().await.len(), 1, "and bea is told once");
}

#[tokio::test]
async fn one_name_is_one_trade() {
    let town = Town::new().await;
    let first = town.payment(100);
    town.record("ana", &first).await.unwrap();
    let sale = Stand::Own(town.bea.account);
    let others: [(&str, NewTrade); 7] = [
        ("ana", NewTrade { amount: Amount::new(101).unwrap(), ..first.clone() }),
        ("ana", NewTrade { description: "cake".into(), ..first.clone() }),
        ("ana", NewTrade { payee: town.carl.account, ..first.clone() }),
        ("bea", NewTrade { stand: sale, ..first.clone() }),
        (
            "carl",
            NewTrade {
                id: first.id,
                ..town.order(town.carl.account, town.bea.account, 100, Stand::Own(town.carl.account))
            },
        ),
        ("cleo", NewTrade { stand: Stand::Coordinator, ..first.clone() }),
        ("admin-marl", NewTrade { stand: Stand::Admin, ..first.clone() }),
    ];
    for (who, other) in others {
        assert!(refused(town.record(who, &other).await, "id-used"), "{who}");
    }
    assert_eq!(town.balances().await, (-100, 100));
}

#[tokio::test]
async fn a_name_of_another_exchange_is_taken_and_tells_nothing() {
    let town = Town::new().await;
    let (pine, zoe) = town.next_door().await;
    let first = town.payment(100);
    town.record("ana", &first).await.unwrap();
    let (admin, zoes) = (town.world.admin("PINE").await, Stand::Own(zoe.account));
    let payee = admin.acting().and_then(|own| own.account).unwrap();
    let other = NewTrade { exchange: pine, payer: zoe.account, payee, stand: zoes, ..first };
    assert!(refused(town.record("zoe", &other).await, "id-used"));
}

#[tokio::test]
async fn a_refusal_that_left_nothing_behind_can_be_put_right_under_the_same_name() {
    let town = Town::new().await;
    town.change(|policy| policy.open = false).await;
    let trade = town.payment(100);
    assert!(refused(town.record("ana", &trade).await, "exchange-disabled"));
    town.change(|policy| policy.open = true).await;
    town.record("ana", &trade).await.unwrap();
    let failed = town.payment(20_000);
    assert!(refused(town.record("ana", &failed).await, "below-floor"));
    let smaller = NewTrade { amount: Amount::new(1).unwrap(), ..failed.clone() };
    assert!(refused(town.record("ana", &smaller).await, "id-used"), "that one was kept");
    assert!(refused(town.record("ana", &failed).await, "below-floor"));
}

#[tokio::test]
async fn answers_and_corrections_repeat_as_well() {
    let town = Town::new().await;
    let app = &town.world.app;
    let (ana, bea) = (town.actor("ana").await, town.actor("bea").await);
    let accepted = town.asked(10).await;
    let declined = town.asked(10).await;
    let withdrawn = town.asked(10).await;
    let (given_back, corrected) = (town.paid(10).await, town.paid(10).await);
    let (reversal, correction) = (town.id(), town.correction(7));
    for _ in 0..2 {
        assert!(trades::accept(app, &ana, accepted).await.unwrap().counted);
        assert!(!trades::decline(app, &ana, declined, "no").await.unwrap().counted);
        assert!(!trades::withdraw(app, &bea, withdrawn).await.unwrap().counted);
        let receipt = trades::reverse(app, &bea, given_back, reversal, "sorry").await.unwrap();
        assert_eq!(receipt.transfer, Some(reversal));
        let receipt = trades::edit(app, &bea, corrected, correction.clone()).await.unwrap();
        assert_eq!(receipt.transfer, Some(correction.replacement));
    }
    assert_eq!(town.balances().await, (-17, 17));
    assert!(refused(trades::decline(app, &ana, accepted, "").await, "not-pending"));
    assert!(refused(trades::accept(app, &ana, declined).await, "not-pending"));
    assert!(refused(trades::reverse(app, &bea, given_back, accepted, "").await, "id-used"));
    town.world.letters().await;
}
