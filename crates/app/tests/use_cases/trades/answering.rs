//! Requests: accepted, declined, withdrawn; hidden when they did not count; and what a trade's page offers.

use app::accounts::{self, Lock};
use app::actor::Actor;
use app::trades::{self, Happening, HappeningKind as K, May, Stand};
use app::{App, Result};
use ledger::TransferId;
use ledger::account::State;

use super::setting::{Town, forbidden, refused, unseen};

/// Does what a trade's page offers.
async fn does(app: &App, actor: &Actor, may: May, (town, id): (&Town, TransferId)) -> Result<()> {
    let done = match may {
        May::Accept => trades::accept(app, actor, id).await,
        May::Decline => trades::decline(app, actor, id, "no").await,
        May::Withdraw => trades::withdraw(app, actor, id).await,
        May::Reverse => trades::reverse(app, actor, id, town.id(), "a mistake").await,
        May::Edit => trades::edit(app, actor, id, town.correction(50)).await,
        May::Object => trades::object(app, actor, id, "this is not mine").await,
        May::LetStand => trades::let_stand(app, actor, id, "we have asked both").await,
    };
    done.map(|_| ())
}

const ALL: [May; 7] =
    [May::Accept, May::Decline, May::Withdraw, May::Reverse, May::Edit, May::Object, May::LetStand];

/// Brings about a situation and says which trade it is about.
async fn situation(town: &Town, name: &str) -> TransferId {
    let app = &town.world.app;
    let (ana, bea, admin) =
        (town.actor("ana").await, town.actor("bea").await, town.world.admin("MARL").await);
    let id = match name {
        "request" | "declined" | "withdrawn" => town.asked(100).await,
        "keyed" | "keyed long ago" => town.keyed(100).await,
        "failed" => {
            let trade = town.payment(20_000);
            assert!(refused(town.record("ana", &trade).await, "below-floor"));
            trade.id
        }
        "coordinators request" => {
            let order = town.order(town.ana.account, town.bea.account, 100, Stand::Coordinator);
            let order = trades::NewTrade { wish: ledger::transfer::Wish::Wait, ..order };
            town.record("cleo", &order).await.unwrap();
            order.id
        }
        _ => town.paid(100).await,
    };
    match name {
        "declined" => drop(trades::decline(app, &ana, id, "not mine").await.unwrap()),
        "withdrawn" => drop(trades::withdraw(app, &bea, id).await.unwrap()),
        "objected" => drop(trades::object(app, &ana, id, "too much").await.unwrap()),
        "standing" => {
            trades::object(app, &ana, id, "too much").await.unwrap();
            trades::let_stand(app, &admin, id, "both agree").await.unwrap();
        }
        "reversed" => drop(trades::reverse(app, &bea, id, town.id(), "").await.unwrap()),
        "edited" => drop(trades::edit(app, &bea, id, town.correction(60)).await.unwrap()),
        "a reversal" => {
            let reversal = town.id();
            trades::reverse(app, &bea, id, reversal, "").await.unwrap();
            return reversal;
        }
        "keyed long ago" | "counted long ago" => app.clock.advance(46 * 86_400),
        "bea suspended" => {
            accounts::set_state(app, &admin, town.bea.account, State::Suspended, "a quarrel").await.unwrap();
        }
        _ => {}
    }
    id
}

/// What everybody may do about a trade in each situation: what the page offers is exactly what then works.
#[tokio::test]
async fn a_trade_offers_exactly_what_then_works() {
    use May::{Accept, Decline, Edit, LetStand, Object, Reverse, Withdraw};
    let rows: &[(&str, &str, &[May])] = &[
        ("request", "ana", &[Accept, Decline]),
        ("request", "bea", &[Withdraw]),
        ("request", "cleo", &[]),
        ("request", "admin-marl", &[Accept, Withdraw]),
        ("coordinators request", "ana", &[Accept, Decline]),
        ("coordinators request", "bea", &[]),
        ("coordinators request", "cleo", &[Withdraw]),
        ("coordinators request", "admin-marl", &[Accept, Withdraw]),
        ("declined", "ana", &[]),
        ("declined", "bea", &[]),
        ("withdrawn", "bea", &[]),
        ("failed", "ana", &[]),
        ("failed", "admin-marl", &[]),
        ("paid", "ana", &[Object]),
        ("paid", "bea", &[Reverse, Edit, Object]),
        ("paid", "cleo", &[]),
        ("paid", "admin-marl", &[Reverse, Edit]),
        ("keyed", "ana", &[Object]),
        ("keyed", "cleo", &[Reverse, Edit]),
        ("keyed long ago", "cleo", &[]),
        ("keyed long ago", "admin-marl", &[Reverse, Edit]),
        ("counted long ago", "ana", &[]),
        ("counted long ago", "bea", &[Reverse]),
        ("objected", "ana", &[]),
        ("objected", "bea", &[Reverse, Edit]),
        ("objected", "admin-marl", &[Reverse, Edit, LetStand]),
        ("objected", "cleo", &[]),
        ("standing", "ana", &[]),
        ("standing", "bea", &[Reverse, Edit]),
        ("standing", "admin-marl", &[Reverse, Edit]),
        ("reversed", "ana", &[]),
        ("reversed", "bea", &[]),
        ("reversed", "admin-marl", &[]),
        ("edited", "bea", &[]),
        ("a reversal", "bea", &[]),
        ("a reversal", "ana", &[]),
        ("a reversal", "admin-marl", &[]),
        ("bea suspended", "bea", &[Object]),
        ("bea suspended", "ana", &[Object]),
    ];
    let mut town = Town::new().await;
    for &(name, who, want) in rows {
        let lasts = name.ends_with("ago") || name.ends_with("suspended");
        let id = situation(&town, name).await;
        assert_eq!(town.view(who, id).await.unwrap().may, want, "{name}, {who}");
        let actor = town.actor(who).await;
        for may in ALL.into_iter().filter(|may| !want.contains(may)) {
            let before = (town.view("admin-marl", id).await.unwrap(), town.balances().await);
            let done = does(&town.world.app, &actor, may, (&town, id)).await;
            let after = (town.view("admin-marl", id).await.unwrap(), town.balances().await);
            // What has been done already is answered again, and changes nothing.
            let is_done = (name, may) == ("declined", Decline) || (name, may) == ("withdrawn", Withdraw);
            assert!(done.is_err() || is_done || may == Accept, "{name}: {who} {may:?}, not offered");
            assert_eq!(before, after, "{name}: {who} {may:?}");
        }
        for &may in want {
            if lasts {
                town = Town::new().await;
            }
            let id = situation(&town, name).await;
            let actor = town.actor(who).await;
            let done = does(&town.world.app, &actor, may, (&town, id)).await;
            assert!(done.is_ok(), "{name}: {who} may not {may:?} though it is offered: {done:?}");
        }
        if lasts {
            town = Town::new().await;
        }
    }
}

#[tokio::test]
async fn what_only_stands_in_the_way_today_is_offered_and_answered_with_the_reason() {
    let town = Town::new().await;
    let id = town.asked(100).await;
    let (app, admin) = (&town.world.app, town.world.admin("MARL").await);
    accounts::set_lock(app, &admin, town.ana.account, Lock::CreditOnly, "a talk first").await.unwrap();
    assert_eq!(town.view("ana", id).await.unwrap().may, [May::Accept, May::Decline]);
    let ana = town.actor("ana").await;
    assert!(refused(trades::accept(app, &ana, id).await, "payer-locked"));
    assert_eq!(town.view("ana", id).await.unwrap().row.state, "pending", "it goes on waiting");
    accounts::set_lock(app, &admin, town.ana.account, Lock::Free, "we talked").await.unwrap();
    assert!(trades::accept(app, &ana, id).await.unwrap().counted);
    assert_eq!(town.balances().await, (-100, 100));

    // An administrator's reversal reaches a suspended account; what would stand instead does not.
    accounts::set_state(app, &admin, town.bea.account, State::Suspended, "a quarrel").await.unwrap();
    assert_eq!(town.view("admin-marl", id).await.unwrap().may, [May::Reverse, May::Edit]);
    assert!(refused(trades::edit(app, &admin, id, town.correction(50)).await, "account-suspended"));
    trades::reverse(app, &admin, id, town.id(), "a mistake").await.unwrap();
    assert_eq!(town.balances().await, (0, 0));
}

#[tokio::test]
async fn a_request_is_seen_by_both_sides_until_it_is_answered() {
    let town = Town::new().await;
    let app = &town.world.app;
    let (ana, bea) = (town.actor("ana").await, town.actor("bea").await);
    let id = town.asked(100).await;
    let waiting = trades::waiting(app, &ana, town.ana.account).await.unwrap();
    assert_eq!((waiting.to_answer.len(), waiting.sent.len()), (1, 0));
    assert_eq!(waiting.to_answer[0].payee.name, "bea");
    assert_eq!(accounts::waiting_count(app, &ana, town.ana.account).await.unwrap(), 1);
    let waiting = trades::waiting(app, &bea, town.bea.account).await.unwrap();
    assert_eq!((waiting.to_answer.len(), waiting.sent.len()), (0, 1));
    assert_eq!(accounts::waiting_count(app, &bea, town.ana.account).await.unwrap(), 0, "not hers to know");
    assert!(unseen(trades::waiting(app, &bea, town.ana.account).await));

    trades::decline(app, &ana, id, " not me ").await.unwrap();
    assert_eq!(accounts::waiting_count(app, &ana, town.ana.account).await.unwrap(), 0);
    let seen = town.view("bea", id).await.unwrap();
    let told: Vec<_> =
        seen.history.iter().map(|Happening { kind, who, words, .. }| (*kind, &**who, &**words)).collect();
    assert_eq!(told, [(K::Requested, "bea", ""), (K::Declined, "ana", "not me")]);
}

#[tokio::test]
async fn what_did_not_count_can_be_hidden_by_its_maker_or_an_administrator() {
    let town = Town::new().await;
    let app = &town.world.app;
    let (ana, bea, admin) =
        (town.actor("ana").await, town.actor("bea").await, town.world.admin("MARL").await);
    let failed = town.payment(20_000);
    assert!(refused(town.record("ana", &failed).await, "below-floor"));
    let declined = town.asked(10).await;
    trades::decline(app, &ana, declined, "").await.unwrap();
    for (actor, id, reason) in [(&bea, failed.id, "error-not-allowed"), (&ana, declined, "error-not-allowed")]
    {
        assert!(forbidden(trades::discard(app, actor, id).await, reason));
    }
    trades::discard(app, &ana, failed.id).await.unwrap();
    trades::discard(app, &admin, declined).await.unwrap();
    for id in [failed.id, declined] {
        assert_eq!(town.view("ana", id).await.unwrap().row.state, "deleted");
    }
    let (paid, waits) = (town.paid(5).await, town.asked(5).await);
    assert!(refused(trades::discard(app, &ana, paid).await, "in-use"));
    assert!(refused(trades::discard(app, &bea, waits).await, "in-use"));
}

#[tokio::test]
async fn who_leaves_takes_their_requests_along() {
    let town = Town::new().await;
    let app = &town.world.app;
    let id = town.asked(100).await;
    app::members::leave(app, &town.actor("bea").await, town.bea.member).await.unwrap();
    assert_eq!(town.view("ana", id).await.unwrap().row.state, "deleted");
    assert!(refused(trades::accept(app, &town.actor("ana").await, id).await, "not-pending"));
    assert!(unseen(town.view("bea", id).await), "who has left sees nothing any more");
}
