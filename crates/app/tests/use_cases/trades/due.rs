//! What falls due without anybody's doing: silence becomes acceptance, or a request expires.

use app::accounts::{self, Lock};
use app::mail::Side;
use app::news::Event;
use app::trades::{self, HappeningKind as K};
use ledger::account::{Acceptance, Overrides};

use super::setting::Town;

const DAY_S: i64 = 86_400;

#[tokio::test]
async fn silence_becomes_acceptance_and_both_sides_hear() {
    let town = Town::with(|policy| policy.acceptance = Acceptance::AfterDays(7)).await;
    let app = &town.world.app;
    let id = town.asked(100).await;
    town.told().await;
    app.clock.advance(7 * DAY_S - 1);
    assert_eq!(trades::lapse_due(app).await.unwrap(), 0);
    app.clock.advance(1);
    assert_eq!(trades::lapse_due(app).await.unwrap(), 1);
    assert_eq!(trades::lapse_due(app).await.unwrap(), 0);
    assert_eq!(town.balances().await, (-100, 100));
    let seen = town.view("ana", id).await.unwrap();
    let told: Vec<_> = seen.history.iter().map(|step| (step.kind, step.who.as_str())).collect();
    assert_eq!(told, [(K::Requested, "bea"), (K::Accepted, "")]);
    let told = town.told().await;
    let (ana, bea) =
        (("ana".into(), Event::Accepted, Side::Payer), ("bea".into(), Event::Accepted, Side::Payee));
    assert_eq!(told, [ana, bea]);
}

#[tokio::test]
async fn what_silence_cannot_accept_waits_for_the_payer() {
    let town = Town::with(|policy| policy.acceptance = Acceptance::AfterDays(7)).await;
    let (app, admin) = (&town.world.app, town.world.admin("MARL").await);
    let id = town.asked(100).await;
    accounts::set_lock(app, &admin, town.ana.account, Lock::CreditOnly, "a talk first").await.unwrap();
    town.told().await;
    app.clock.advance(8 * DAY_S);
    trades::lapse_due(app).await.unwrap();
    assert_eq!(trades::lapse_due(app).await.unwrap(), 0, "it is tried once");
    let row = town.view("ana", id).await.unwrap().row;
    assert_eq!((row.state.as_str(), row.accept_at), ("pending", None));
    assert!(town.told().await.is_empty());
}

#[tokio::test]
async fn a_request_expires_and_its_makers_hear() {
    let town = Town::with(|policy| policy.request_days = Some(10)).await;
    let app = &town.world.app;
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push(town.asked(100).await);
    }
    trades::decline(app, &town.actor("ana").await, ids[0], "").await.unwrap();
    town.told().await;
    app.clock.advance(10 * DAY_S);
    assert_eq!(trades::lapse_due(app).await.unwrap(), 2);
    let seen = town.view("bea", ids[1]).await.unwrap();
    assert_eq!(seen.history.last().map(|step| step.kind), Some(K::Expired));
    assert!(seen.may.is_empty());
    assert_eq!(town.told().await.len(), 4, "each side of each");
}

#[tokio::test]
async fn a_payers_own_wish_comes_before_the_exchanges() {
    let town = Town::with(|policy| policy.acceptance = Acceptance::AfterDays(7)).await;
    let (app, ana) = (&town.world.app, town.actor("ana").await);
    let asked = Overrides { acceptance: Some(Acceptance::Asked), ..Overrides::default() };
    accounts::set_overrides(app, &ana, town.ana.account, asked, "").await.unwrap();
    town.asked(100).await;
    let only_bea =
        Overrides { acceptance: Some(Acceptance::From(vec![town.bea.account])), ..Overrides::default() };
    accounts::set_overrides(app, &ana, town.ana.account, only_bea, "").await.unwrap();
    assert!(town.record("bea", &town.request(5)).await.unwrap().counted);
    app.clock.advance(30 * DAY_S);
    assert_eq!(trades::lapse_due(app).await.unwrap(), 0);
    assert_eq!(town.balances().await, (-5, 5));
    town.told().await;
}
