//! Paying, recording a sale, requesting; and the preview, which tells what then happens.

use app::accounts::{self, Limits, Lock};
use app::trades::{self, Fate, NewTrade, Preview, Stand};
use app::{Error, Result};
use ledger::account::{Acceptance, Limit, Overrides, State};
use ledger::levy::{Levy, Rate};
use ledger::transfer::{Channel, Wish};
use ledger::{Day, Receipt};

use super::setting::{Town, refused};

fn two_percent() -> Levy {
    Levy { rate: Rate { n: 2, d: 100 }, exempt: Vec::new() }
}

/// Records a trade and compares what came of it with what the preview said.
async fn as_foreseen(town: &Town, who: &str, trade: &NewTrade) -> (Preview, Result<Receipt>) {
    let app = &town.world.app;
    let actor = town.actor(who).await;
    let before = (town.balance(trade.payer).await, town.balance(trade.payee).await);
    let foreseen = trades::preview(app, &actor, trade).await.unwrap();
    assert_eq!(before, (town.balance(trade.payer).await, town.balance(trade.payee).await), "nothing written");
    let outcome = trades::record(app, &actor, trade.clone()).await;
    let after = (town.balance(trade.payer).await, town.balance(trade.payee).await);
    match (&foreseen.fate, &outcome) {
        (Fate::Counts, Ok(receipt)) => {
            assert!(receipt.counted);
            assert_eq!(foreseen.warnings, receipt.warnings);
            assert_eq!(before.0 - after.0, foreseen.charge);
            assert_eq!(after.1 - before.1, foreseen.gain);
            match (trade.stand, foreseen.own) {
                (Stand::Own(own), Some(told)) if own == trade.payer => assert_eq!(told, (before.0, after.0)),
                (Stand::Own(_), Some(told)) => assert_eq!(told, (before.1, after.1)),
                (Stand::Own(_), None) => panic!("one's own balance is told"),
                (_, own) => assert_eq!(own, None),
            }
        }
        (Fate::Waits, Ok(receipt)) => {
            assert!(!receipt.counted);
            assert_eq!(before, after);
        }
        (Fate::Refused(foreseen), Err(Error::Refused(refusal))) => {
            assert_eq!(foreseen, refusal);
            assert_eq!(before, after);
        }
        (foreseen, outcome) => panic!("foreseen {foreseen:?}, came {outcome:?}"),
    }
    (foreseen, outcome)
}

#[tokio::test]
async fn both_sides_record_and_what_counts_was_foreseen() {
    let town = Town::with(|policy| policy.levy = two_percent()).await;
    let (payment, _) = as_foreseen(&town, "ana", &town.payment(1000)).await;
    assert_eq!((payment.charge, payment.gain, payment.own), (1020, 980, Some((0, -1020))));
    assert_eq!((payment.payer.name.as_str(), payment.payee.name.as_str()), ("ana", "bea"));

    let sale = town.order(town.ana.account, town.bea.account, 500, Stand::Own(town.bea.account));
    let (sale, _) = as_foreseen(&town, "bea", &sale).await;
    assert_eq!(sale.own, Some((980, 980 + 490)));

    let (request, _) = as_foreseen(&town, "bea", &town.request(100)).await;
    assert_eq!(request.fate, Fate::Waits);

    let keyed = town.order(town.ana.account, town.bea.account, 300, Stand::Coordinator);
    let (keyed, _) = as_foreseen(&town, "cleo", &keyed).await;
    assert_eq!((keyed.fate, keyed.own), (Fate::Counts, None));
    let keyed = town.order(town.ana.account, town.bea.account, 300, Stand::Admin);
    assert!(as_foreseen(&town, "admin-marl", &keyed).await.1.is_ok());
    assert_eq!(town.balances().await, (-2142, 2058));
    assert_eq!(town.balance(town.own_account().await).await, 84);
}

#[tokio::test]
async fn the_exchanges_own_account_foresees_the_levy_that_comes_back_to_it() {
    let town = Town::with(|policy| policy.levy = two_percent()).await;
    let own = town.own_account().await;
    let fee = town.order(town.ana.account, own, 1000, Stand::Own(own));
    let (fee, _) = as_foreseen(&town, "admin-marl", &fee).await;
    assert_eq!((fee.charge, fee.gain, fee.own), (1020, 1020, Some((0, 1020))));
    let gift = town.order(own, town.ana.account, 1000, Stand::Own(own));
    let (gift, _) = as_foreseen(&town, "admin-marl", &gift).await;
    assert_eq!((gift.charge, gift.gain, gift.own), (980, 980, Some((1020, 40))));
}

#[tokio::test]
async fn what_a_rule_refuses_was_foreseen() {
    let town = Town::new().await;
    let (app, admin) = (&town.world.app, town.world.admin("MARL").await);
    let (ana, bea, carl) = (town.ana.account, town.bea.account, town.carl.account);
    let too_much = town.payment(15_001);
    let (_, outcome) = as_foreseen(&town, "ana", &too_much).await;
    assert!(refused(outcome, "below-floor"));
    assert_eq!(town.view("ana", too_much.id).await.unwrap().row.state, "failed", "it is kept");

    let ceiling = Limits { floor: None, ceiling: Some(Limit { at: 100, hard: true }), growth_cap: None };
    accounts::set_limits(app, &admin, bea, ceiling, "full").await.unwrap();
    let (_, outcome) = as_foreseen(&town, "ana", &town.payment(101)).await;
    assert!(refused(outcome, "above-ceiling"));

    let soft = Limits { floor: Some(Limit { at: 0, hard: false }), ceiling: None, growth_cap: None };
    accounts::set_limits(app, &admin, ana, soft, "trusted").await.unwrap();
    let (foreseen, _) = as_foreseen(&town, "ana", &town.payment(100)).await;
    assert_eq!(foreseen.warnings.len(), 1, "beyond a soft limit it counts, with a warning");

    accounts::set_lock(app, &admin, ana, Lock::CreditOnly, "a talk first").await.unwrap();
    let (_, outcome) = as_foreseen(&town, "ana", &town.payment(1)).await;
    assert!(refused(outcome, "payer-locked"));

    accounts::set_state(app, &admin, bea, State::Disabled, "away").await.unwrap();
    let (_, outcome) = as_foreseen(&town, "ana", &town.payment(1)).await;
    assert!(refused(outcome, "account-disabled"));

    let with_oneself = town.order(carl, carl, 5, Stand::Own(carl));
    let (_, outcome) = as_foreseen(&town, "carl", &with_oneself).await;
    assert!(refused(outcome, "same-account"));

    let tomorrow = Day(app.clock.now().day().0 + 2);
    let early =
        NewTrade { traded_on: Some(tomorrow), ..town.order(carl, town.cleo.account, 5, Stand::Own(carl)) };
    let (_, outcome) = as_foreseen(&town, "carl", &early).await;
    assert!(refused(outcome, "malformed"));

    town.change(|policy| policy.open = false).await;
    let closed = town.order(carl, town.cleo.account, 5, Stand::Own(carl));
    let (_, outcome) = as_foreseen(&town, "carl", &closed).await;
    assert!(refused(outcome, "exchange-disabled"));
}

#[tokio::test]
async fn the_switches_decide_who_records() {
    let town = Town::with(|policy| (policy.payee_records, policy.payer_pays) = (false, false)).await;
    let sale = town.order(town.ana.account, town.bea.account, 500, Stand::Own(town.bea.account));
    let (foreseen, _) = as_foreseen(&town, "bea", &sale).await;
    assert_eq!(foreseen.fate, Fate::Waits);
    let (_, outcome) = as_foreseen(&town, "ana", &town.payment(5)).await;
    assert!(refused(outcome, "not-permitted"));

    let ana = town.actor("ana").await;
    let everything = Overrides { acceptance: Some(Acceptance::Everything), ..Overrides::default() };
    accounts::set_overrides(&town.world.app, &ana, town.ana.account, everything, "").await.unwrap();
    let (foreseen, _) = as_foreseen(&town, "bea", &town.request(100)).await;
    assert_eq!(foreseen.fate, Fate::Counts);

    let may_pay = Overrides { payer_pays: Some(true), ..Overrides::default() };
    let own_wish =
        accounts::set_overrides(&town.world.app, &ana, town.ana.account, may_pay.clone(), "").await;
    assert!(refused(own_wish, "not-permitted"), "what an account may do is for administrators");
    let admin = town.world.admin("MARL").await;
    accounts::set_overrides(&town.world.app, &admin, town.ana.account, may_pay, "asked").await.unwrap();
    let (foreseen, _) = as_foreseen(&town, "ana", &town.payment(5)).await;
    assert_eq!(foreseen.fate, Fate::Counts);
}

#[tokio::test]
async fn a_trade_of_long_ago_asks_the_payer_whoever_keys_it() {
    let town = Town::new().await;
    let long_ago = Some(Day(town.world.app.clock.now().day().0 - 93));
    let (ana, bea) = (town.ana.account, town.bea.account);
    for (who, stand) in [("bea", Stand::Own(bea)), ("cleo", Stand::Coordinator), ("admin-marl", Stand::Admin)]
    {
        let trade =
            NewTrade { traded_on: long_ago, channel: Channel::Sheet, ..town.order(ana, bea, 5, stand) };
        let (foreseen, _) = as_foreseen(&town, who, &trade).await;
        assert_eq!(foreseen.fate, Fate::Waits, "{who}");
    }
    let own = NewTrade { traded_on: long_ago, ..town.payment(5) };
    assert_eq!(as_foreseen(&town, "ana", &own).await.0.fate, Fate::Counts);
}

#[tokio::test]
async fn a_description_has_its_length_without_the_space_around_it() {
    let town = Town::new().await;
    let long = NewTrade { description: "é".repeat(501), ..town.payment(5) };
    assert!(town.record("ana", &long).await.unwrap_err().has_code("error-too-long"));
    let ana = town.actor("ana").await;
    assert!(trades::preview(&town.world.app, &ana, &long).await.unwrap_err().has_code("error-too-long"));
    let fits = NewTrade { description: format!("  {}\n", "é".repeat(500)), ..town.payment(5) };
    town.record("ana", &fits).await.unwrap();
    assert_eq!(town.view("bea", fits.id).await.unwrap().row.description, "é".repeat(500));
}

#[tokio::test]
async fn a_coordinators_request_waits_for_the_payer() {
    let town = Town::new().await;
    let order = town.order(town.ana.account, town.bea.account, 40, Stand::Coordinator);
    let asked = NewTrade { wish: Wish::Wait, ..order };
    let (foreseen, _) = as_foreseen(&town, "cleo", &asked).await;
    assert_eq!(foreseen.fate, Fate::Waits);
    let waiting = trades::waiting_in(&town.world.app, &town.actor("cleo").await, town.exchange).await;
    assert_eq!(waiting.unwrap().len(), 1);
}
