//! Corrections: given back, edited, objected to; and the history of it.

use app::accounts::{self, Limits};
use app::trades::{self, HappeningKind as K};
use ledger::account::Limit;
use ledger::levy::{Levy, Rate};
use ledger::transfer::{Kind, Objection};

use super::setting::{Town, forbidden, refused};

#[tokio::test]
async fn the_payee_gives_back_in_full_with_the_levy() {
    let town = Town::with(|policy| {
        policy.levy = Levy { rate: Rate { n: 2, d: 100 }, exempt: Vec::new() };
    })
    .await;
    let id = town.paid(1000).await;
    let app = &town.world.app;
    let (ana, bea) = (town.actor("ana").await, town.actor("bea").await);
    assert!(forbidden(trades::reverse(app, &ana, id, town.id(), "").await, "error-not-allowed"));
    trades::reverse(app, &bea, id, town.id(), "").await.unwrap();
    assert_eq!(town.balances().await, (0, 0));
    assert_eq!(town.balance(town.own_account().await).await, 0);
    assert!(refused(trades::reverse(app, &bea, id, town.id(), "").await, "already-reversed"));
    let seen = town.view("ana", id).await.unwrap();
    let kinds: Vec<_> = seen.history.iter().map(|step| step.kind).collect();
    assert_eq!(kinds, [K::Recorded, K::Reversed]);
    assert_eq!(seen.corrections.len(), 1);
}

#[tokio::test]
async fn who_gives_back_obeys_the_own_floor_and_an_administrator_does_not() {
    let town = Town::new().await;
    let id = town.paid(1000).await;
    let (app, admin, bea) = (&town.world.app, town.world.admin("MARL").await, town.actor("bea").await);
    let zero = Limits { floor: Some(Limit { at: 0, hard: true }), ceiling: None, growth_cap: None };
    accounts::set_limits(app, &admin, town.bea.account, zero, "for now").await.unwrap();
    let spent = town.order(town.bea.account, town.carl.account, 1000, trades::Stand::Own(town.bea.account));
    town.record("bea", &spent).await.unwrap();
    assert!(refused(trades::reverse(app, &bea, id, town.id(), "").await, "below-floor"));
    assert!(refused(trades::reverse(app, &admin, id, town.id(), " ").await, "malformed"), "says why");
    trades::reverse(app, &admin, id, town.id(), "written twice").await.unwrap();
    assert_eq!(town.balances().await, (0, -1000));
    let seen = town.view("ana", id).await.unwrap();
    let last = seen.history.last().unwrap();
    assert_eq!(
        (last.kind, last.who.as_str(), last.words.as_str()),
        (K::Reversed, "admin-marl", "written twice")
    );
}

#[tokio::test]
async fn an_edit_is_a_reversal_and_what_stands_instead() {
    let town = Town::new().await;
    let id = town.paid(1000).await;
    let (app, bea) = (&town.world.app, town.actor("bea").await);
    let right = town.correction(800);
    let receipt = trades::edit(app, &bea, id, right.clone()).await.unwrap();
    assert_eq!((receipt.transfer, receipt.counted), (Some(right.replacement), true));
    assert_eq!(town.balances().await, (-800, 800));
    let seen = town.view("ana", id).await.unwrap();
    let kinds: Vec<_> = seen.history.iter().map(|step| step.kind).collect();
    assert_eq!(kinds, [K::Recorded, K::Reversed, K::Replaced]);
    let instead = town.view("ana", right.replacement).await.unwrap();
    assert_eq!((instead.row.kind, instead.row.description.as_str()), (Kind::Replacement, "stale bread"));
    // The replacement can be corrected in turn.
    trades::edit(app, &bea, right.replacement, town.correction(700)).await.unwrap();
    assert_eq!(town.balances().await, (-700, 700));
}

#[tokio::test]
async fn a_raise_that_no_sale_could_make_asks_for_the_difference() {
    let town = Town::with(|policy| policy.payee_records = false).await;
    let id = town.paid(1000).await;
    let (app, ana, bea) = (&town.world.app, town.actor("ana").await, town.actor("bea").await);
    let more = town.correction(1200);
    let receipt = trades::edit(app, &bea, id, more.clone()).await.unwrap();
    assert_eq!((receipt.transfer, receipt.counted), (Some(more.replacement), false));
    assert_eq!(town.balances().await, (-1000, 1000), "the original stands");
    assert_eq!(trades::waiting(app, &ana, town.ana.account).await.unwrap().to_answer[0].row.amount, 200);
    trades::accept(app, &ana, more.replacement).await.unwrap();
    assert_eq!(town.balances().await, (-1200, 1200));
    let seen = town.view("ana", id).await.unwrap();
    assert_eq!(seen.corrections.len(), 1);
    let kinds: Vec<_> = seen.history.iter().map(|step| step.kind).collect();
    assert_eq!(kinds, [K::Recorded], "what came on top did not replace it");
}

#[tokio::test]
async fn an_objection_is_seen_by_all_and_settled_by_an_administrator() {
    let town = Town::new().await;
    let id = town.paid(1000).await;
    let (app, ana, admin) = (&town.world.app, town.actor("ana").await, town.world.admin("MARL").await);
    assert!(refused(trades::object(app, &ana, id, "  ").await, "malformed"));
    trades::object(app, &ana, id, " never got it ").await.unwrap();
    for who in ["ana", "bea", "admin-marl"] {
        let seen = town.view(who, id).await.unwrap().objection.unwrap();
        assert_eq!((seen.words.as_str(), seen.outcome), ("never got it", Objection::Open), "{who}");
    }
    let open = trades::objections(app, &admin, town.exchange).await.unwrap();
    assert_eq!((open.len(), open[0].1.payer.name.as_str()), (1, "ana"));
    trades::let_stand(app, &admin, id, "bea has a photograph").await.unwrap();
    assert!(trades::objections(app, &admin, town.exchange).await.unwrap().is_empty());
    let seen = town.view("bea", id).await.unwrap();
    let told: Vec<_> = seen.history.iter().map(|step| (step.kind, &*step.who, &*step.words)).collect();
    let stands = (K::Stands, "admin-marl", "bea has a photograph");
    assert_eq!(told, [(K::Recorded, "ana", ""), (K::Objected, "ana", "never got it"), stands]);
}

#[tokio::test]
async fn giving_back_settles_an_objection() {
    let town = Town::new().await;
    let id = town.paid(1000).await;
    let (app, admin) = (&town.world.app, town.world.admin("MARL").await);
    trades::object(app, &town.actor("ana").await, id, "never got it").await.unwrap();
    trades::reverse(app, &town.actor("bea").await, id, town.id(), "sorry").await.unwrap();
    assert!(trades::objections(app, &admin, town.exchange).await.unwrap().is_empty());
    let seen = town.view("ana", id).await.unwrap();
    assert_eq!(seen.objection.unwrap().outcome, Objection::Reversed);
    let kinds: Vec<_> = seen.history.iter().map(|step| step.kind).collect();
    assert_eq!(kinds, [K::Recorded, K::Objected, K::Reversed]);
}
