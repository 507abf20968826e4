//! Who may not: strangers, other members, those beyond their task, and everyone in their own favour.

use app::accounts::{self, Limits, Lock};
use app::actor::Actor;
use app::memberships::{self, Role};
use app::statements::{self, Filter};
use app::trades::{self, NewTrade, Stand};
use app::{Error, users};
use ledger::account::{Limit, State};
use ledger::transfer::Wish;
use ledger::{EntryId, TransferId};

use super::setting::{Town, forbidden, refused, unseen};

/// Everything that can be done with a trade that exists.
async fn everything(town: &Town, actor: &Actor, id: TransferId) -> Vec<(&'static str, Result<(), Error>)> {
    let app = &town.world.app;
    let correction = town.correction(50);
    vec![
        ("view", trades::view(app, actor, town.exchange, id).await.map(drop)),
        ("accept", trades::accept(app, actor, id).await.map(drop)),
        ("decline", trades::decline(app, actor, id, "no").await.map(drop)),
        ("withdraw", trades::withdraw(app, actor, id).await.map(drop)),
        ("discard", trades::discard(app, actor, id).await.map(drop)),
        ("reverse", trades::reverse(app, actor, id, town.id(), "because").await.map(drop)),
        ("edit", trades::edit(app, actor, id, correction).await.map(drop)),
        ("object", trades::object(app, actor, id, "no").await.map(drop)),
        ("let_stand", trades::let_stand(app, actor, id, "yes").await.map(drop)),
    ]
}

#[tokio::test]
async fn for_strangers_and_other_members_there_is_no_such_trade() {
    let town = Town::new().await;
    town.next_door().await;
    town.world.user("wanda").await;
    town.world.user("abel").await;
    town.world.applicant("abel", town.exchange).await;
    let (waits, counts) = (town.asked(10).await, town.paid(10).await);
    for who in ["carl", "zoe", "admin-pine", "root", "wanda", "abel"] {
        let actor = town.actor(who).await;
        for id in [waits, counts, town.id()] {
            for (what, outcome) in everything(&town, &actor, id).await {
                assert!(matches!(outcome, Err(Error::NotFound)), "{who} {what}: {outcome:?}");
            }
        }
    }
    for id in [waits, counts] {
        for (what, outcome) in everything(&town, &Actor::visitor(), id).await {
            assert!(outcome.is_err(), "a visitor, {what}");
        }
    }
    assert_eq!(town.balances().await, (-10, 10));
}

#[tokio::test]
async fn a_trade_is_not_found_under_another_exchanges_code() {
    let town = Town::new().await;
    let (pine, _) = town.next_door().await;
    town.world.join("ana", pine).await;
    let id = town.paid(10).await;
    let ana = town.actor("ana").await;
    assert!(town.view("ana", id).await.is_ok());
    assert!(unseen(trades::view(&town.world.app, &ana, pine, id).await));
}

#[tokio::test]
async fn a_coordinator_keys_and_does_nothing_else() {
    let town = Town::new().await;
    let cleo = town.actor("cleo").await;
    let (waits, counts) = (town.asked(10).await, town.paid(10).await);
    for id in [waits, counts] {
        for (what, outcome) in everything(&town, &cleo, id).await {
            match what {
                "view" => assert!(outcome.is_ok()),
                _ => assert!(matches!(outcome, Err(Error::NotAllowed(_))), "{what}: {outcome:?}"),
            }
        }
    }
    let app = &town.world.app;
    assert!(trades::journal(app, &cleo, town.exchange, None, 10).await.is_ok());
    assert!(trades::objections(app, &cleo, town.exchange).await.is_err());
    let none = Limits { floor: None, ceiling: None, growth_cap: None };
    assert!(accounts::set_limits(app, &cleo, town.ana.account, none, "please").await.is_err());
    assert!(accounts::set_lock(app, &cleo, town.ana.account, Lock::CreditOnly, "please").await.is_err());
    assert!(accounts::set_state(app, &cleo, town.ana.account, State::Suspended, "please").await.is_err());
    // An administrator's word is not the coordinator's to give.
    let as_admin = town.order(town.ana.account, town.bea.account, 5, Stand::Admin);
    town.record("cleo", &as_admin).await.unwrap();
    let kept = town.view("cleo", as_admin.id).await.unwrap().row.capacity;
    assert_eq!(kept, ledger::transfer::Capacity::Coordinator);
}

#[tokio::test]
async fn a_coordinator_who_administers_the_server_is_no_administrator_of_the_exchange() {
    let town = Town::new().await;
    let root = town.actor("root").await;
    users::set_server_admin(&town.world.app, &root, town.cleo.user, app::ServerAdmin::Yes).await.unwrap();
    let as_admin = town.order(town.ana.account, town.bea.account, 5, Stand::Admin);
    town.record("cleo", &as_admin).await.unwrap();
    let kept = town.view("cleo", as_admin.id).await.unwrap().row.capacity;
    assert_eq!(kept, ledger::transfer::Capacity::Coordinator);
    assert!(forbidden(town.record("root", &as_admin).await, "error-not-allowed"));
}

#[tokio::test]
async fn nobody_keys_for_others_without_the_task() {
    let town = Town::new().await;
    let (pine, zoe) = town.next_door().await;
    for stand in [Stand::Coordinator, Stand::Admin] {
        let trade = town.order(town.ana.account, town.bea.account, 5, stand);
        for (who, reason) in [
            ("ana", "error-not-allowed"),
            ("bea", "error-not-allowed"),
            ("carl", "error-not-allowed"),
            ("zoe", "error-members-only"),
            ("admin-pine", "error-members-only"),
        ] {
            assert!(forbidden(town.record(who, &trade).await, reason), "{who}");
            let actor = town.actor(who).await;
            assert!(trades::preview(&town.world.app, &actor, &trade).await.is_err(), "{who}");
        }
        // Nor under the name of an exchange where they have it.
        let trade = NewTrade { exchange: pine, ..trade };
        assert!(unseen(town.record("admin-pine", &trade).await));
        let mixed = NewTrade { payee: zoe.account, ..trade };
        assert!(unseen(town.record("admin-pine", &mixed).await));
    }
    assert_eq!(town.balances().await, (0, 0));
}

#[tokio::test]
async fn nobody_acts_for_an_account_that_is_not_theirs() {
    let town = Town::new().await;
    let (pine, zoe) = town.next_door().await;
    town.world.join("ana", pine).await;
    let (ana, bea) = (town.ana.account, town.bea.account);
    // Not carl's account, on either side; not even as an administrator's own.
    for stand in [Stand::Own(ana), Stand::Own(bea)] {
        for who in ["carl", "cleo", "admin-marl", "zoe"] {
            assert!(unseen(town.record(who, &town.order(ana, bea, 5, stand)).await), "{who}");
        }
    }
    // One's own account that is neither side.
    let third = town.order(ana, bea, 5, Stand::Own(town.carl.account));
    assert!(refused(town.record("carl", &third).await, "not-permitted"));
    // Across exchanges, whichever is named, from both of ana's accounts.
    let far = town.order(ana, zoe.account, 5, Stand::Own(ana));
    assert!(unseen(town.record("ana", &far).await));
    let far = NewTrade { exchange: pine, id: town.id(), ..far };
    assert!(forbidden(town.record("ana", &far).await, "error-not-allowed"));
    let nowhere = town.order(ana, ledger::AccountId(999_999), 5, Stand::Own(ana));
    assert!(unseen(town.record("ana", &nowhere).await));
    let actor = town.actor("ana").await;
    assert!(unseen(trades::preview(&town.world.app, &actor, &nowhere).await));
    for stand in [Stand::Coordinator, Stand::Admin] {
        let far = town.order(zoe.account, ana, 5, stand);
        assert!(unseen(town.record("admin-marl", &far).await));
    }
}

#[tokio::test]
async fn nobody_keys_for_others_what_comes_to_themselves() {
    let town = Town::new().await;
    let to_cleo = town.order(town.ana.account, town.cleo.account, 500, Stand::Coordinator);
    assert!(forbidden(town.record("cleo", &to_cleo).await, "error-not-for-yourself"));
    let cleo = town.actor("cleo").await;
    let foreseen = trades::preview(&town.world.app, &cleo, &to_cleo).await;
    assert!(forbidden(foreseen, "error-not-for-yourself"));
    let to_admin = town.order(town.ana.account, town.admins_account().await, 500, Stand::Admin);
    assert!(forbidden(town.record("admin-marl", &to_admin).await, "error-not-for-yourself"));
    // What comes to the exchange comes to all.
    let fee = town.order(town.ana.account, town.own_account().await, 500, Stand::Admin);
    assert!(town.record("admin-marl", &fee).await.unwrap().counted);
}

#[tokio::test]
async fn a_coordinator_does_not_take_back_what_they_paid() {
    let town = Town::new().await;
    let order = town.order(town.cleo.account, town.ana.account, 500, Stand::Coordinator);
    town.record("cleo", &order).await.unwrap();
    let (app, cleo) = (&town.world.app, town.actor("cleo").await);
    let back = trades::reverse(app, &cleo, order.id, town.id(), "I want it back").await;
    assert!(forbidden(back, "error-not-for-yourself"));
    let less = trades::edit(app, &cleo, order.id, town.correction(1)).await;
    assert!(forbidden(less, "error-not-for-yourself"));
    assert_eq!(town.view("cleo", order.id).await.unwrap().may, [trades::May::Object]);
    assert_eq!(town.balance(town.cleo.account).await, -500);
}

#[tokio::test]
async fn an_administrator_does_not_act_in_their_own_favour() {
    let town = Town::new().await;
    let (app, admin, own) = (&town.world.app, town.world.admin("MARL").await, town.admins_account().await);
    let (ana, mine) = (town.ana.account, Stand::Own(own));
    let asked = NewTrade { wish: Wish::Wait, ..town.order(ana, own, 500, mine) };
    town.record("admin-marl", &asked).await.unwrap();
    assert!(forbidden(trades::accept(app, &admin, asked.id).await, "error-not-for-yourself"));

    let paid = town.order(own, ana, 500, mine);
    town.record("admin-marl", &paid).await.unwrap();
    let back = trades::reverse(app, &admin, paid.id, town.id(), "I want it back").await;
    assert!(forbidden(back, "error-not-for-yourself"));
    assert!(forbidden(
        trades::edit(app, &admin, paid.id, town.correction(1)).await,
        "error-not-for-yourself"
    ));
    trades::object(app, &town.actor("ana").await, paid.id, "too little").await.unwrap();
    assert!(forbidden(trades::let_stand(app, &admin, paid.id, "no").await, "error-not-for-yourself"));

    let got = town.order(ana, own, 300, Stand::Own(ana));
    town.record("ana", &got).await.unwrap();
    trades::object(app, &town.actor("ana").await, got.id, "too much").await.unwrap();
    assert!(forbidden(trades::let_stand(app, &admin, got.id, "no").await, "error-not-for-yourself"));

    let wide = Limits { floor: Some(Limit { at: -9_000_000, hard: true }), ceiling: None, growth_cap: None };
    assert!(refused(accounts::set_limits(app, &admin, own, wide, "I may").await, "not-permitted"));
}

#[tokio::test]
async fn an_administrator_who_was_stopped_does_not_start_themselves() {
    let town = Town::new().await;
    let (app, admin, own) = (&town.world.app, town.world.admin("MARL").await, town.admins_account().await);
    memberships::give_role(app, &admin, town.exchange, town.carl.user, Role::Admin).await.unwrap();
    let carl = town.actor("carl").await;
    accounts::set_lock(app, &carl, own, Lock::CreditOnly, "a talk first").await.unwrap();
    accounts::set_state(app, &carl, own, State::Suspended, "a quarrel").await.unwrap();
    let admin = town.world.admin("MARL").await;
    let freed = accounts::set_lock(app, &admin, own, Lock::Free, "I may").await;
    assert!(forbidden(freed, "error-not-for-yourself"));
    let woken = accounts::set_state(app, &admin, own, State::Active, "I may").await;
    assert!(forbidden(woken, "error-not-for-yourself"));
    accounts::set_lock(app, &carl, own, Lock::Free, "we talked").await.unwrap();
    accounts::set_state(app, &carl, own, State::Active, "we talked").await.unwrap();
}

#[tokio::test]
async fn who_is_suspended_moves_nothing_and_may_still_object() {
    let town = Town::new().await;
    let (waits, counts, keyed) = (town.asked(10).await, town.paid(10).await, town.keyed(10).await);
    let (app, admin) = (&town.world.app, town.world.admin("MARL").await);
    for account in [town.ana.account, town.bea.account, town.cleo.account] {
        accounts::set_state(app, &admin, account, State::Suspended, "a quarrel").await.unwrap();
    }
    let (ana, bea, cleo) = (town.actor("ana").await, town.actor("bea").await, town.actor("cleo").await);
    for (who, trade) in [
        ("ana", town.payment(5)),
        ("bea", town.request(5)),
        ("cleo", town.order(town.carl.account, town.ana.account, 5, Stand::Coordinator)),
    ] {
        assert!(forbidden(town.record(who, &trade).await, "error-suspended"), "{who}");
    }
    assert!(forbidden(trades::accept(app, &ana, waits).await, "error-suspended"));
    assert!(forbidden(trades::reverse(app, &bea, counts, town.id(), "").await, "error-suspended"));
    assert!(unseen(trades::reverse(app, &cleo, keyed, town.id(), "wrong").await));
    assert!(statements::page(app, &ana, town.ana.account, &Filter::default()).await.is_ok());
    assert!(unseen_or_forbidden(statements::page(app, &cleo, town.ana.account, &Filter::default()).await));
    trades::object(app, &ana, counts, "never got it").await.unwrap();
    trades::withdraw(app, &bea, waits).await.unwrap();
    assert!(accounts::set_state(app, &ana, town.ana.account, State::Active, "I may").await.is_err());
}

fn unseen_or_forbidden<T>(outcome: Result<T, Error>) -> bool {
    matches!(outcome, Err(Error::NotFound | Error::NotAllowed(_)))
}

#[tokio::test]
async fn statements_are_for_the_holder_and_those_with_the_task() {
    let town = Town::new().await;
    town.next_door().await;
    town.paid(10).await;
    let app = &town.world.app;
    let own = town.own_account().await;
    let all = Filter::default();
    for (who, account, may) in [
        ("ana", town.ana.account, true),
        ("cleo", town.ana.account, true),
        ("admin-marl", town.ana.account, true),
        ("bea", town.ana.account, false),
        ("root", town.ana.account, false),
        ("bea", own, true),
    ] {
        let actor = town.actor(who).await;
        let page = statements::page(app, &actor, account, &all).await;
        assert_eq!(page.is_ok(), may, "{who}");
        assert!(may || matches!(page, Err(Error::NotAllowed(_))), "{who}");
        assert_eq!(accounts::account(app, &actor, account).await.is_ok(), may, "{who}");
        assert_eq!(statements::months(app, &actor, account).await.is_ok(), may, "{who}");
        assert_eq!(statements::recent_partners(app, &actor, account).await.is_ok(), may, "{who}");
        assert_eq!(statements::whole(app, &actor, account, &all).await.is_ok(), may, "{who}");
    }
    for who in ["zoe", "admin-pine"] {
        let actor = town.actor(who).await;
        for account in [town.ana.account, own, ledger::AccountId(999_999)] {
            assert!(unseen(statements::page(app, &actor, account, &all).await), "{who}");
            assert!(unseen(accounts::account(app, &actor, account).await), "{who}");
            assert!(unseen(statements::months(app, &actor, account).await), "{who}");
            assert!(unseen(statements::home(app, &actor, account).await), "{who}");
            assert!(unseen(accounts::holder_name(app, &actor, account).await), "{who}");
        }
        assert!(trades::waiting_in(app, &actor, town.exchange).await.is_err());
        assert!(trades::journal(app, &actor, town.exchange, None, 10).await.is_err());
        assert!(trades::objections(app, &actor, town.exchange).await.is_err());
    }
    assert!(forbidden(
        statements::page(app, &Actor::visitor(), town.ana.account, &all).await,
        "error-sign-in-first"
    ));
    // The administrator does not read a member's Home, nor mark its news as seen.
    let admin = town.world.admin("MARL").await;
    assert!(unseen(statements::home(app, &admin, town.ana.account).await));
    assert!(unseen(statements::mark_seen(app, &admin, town.ana.account, EntryId(1)).await));
}

#[tokio::test]
async fn several_memberships_do_not_mix() {
    let town = Town::new().await;
    let (pine, zoe) = town.next_door().await;
    let far_ana = town.world.join("ana", pine).await;
    let (app, ana) = (&town.world.app, town.actor("ana").await);
    let far = NewTrade {
        exchange: pine,
        ..town.order(far_ana.account, zoe.account, 5, Stand::Own(far_ana.account))
    };
    trades::record(app, &ana, far.clone()).await.unwrap();
    town.paid(7).await;
    let ten = Filter { limit: 10, ..Filter::default() };
    let near_lines = statements::page(app, &ana, town.ana.account, &ten).await.unwrap().lines;
    assert_eq!(near_lines.iter().map(|line| line.row.amount).collect::<Vec<_>>(), [-7]);
    // A line of one statement is no place in the other.
    let before = Some(near_lines[0].row.id);
    let page = Filter { before, limit: 10, ..Filter::default() };
    let none = statements::page(app, &ana, far_ana.account, &page).await.unwrap();
    assert!(none.lines.is_empty() && none.older.is_none());
    // Suspended in one, active in the other.
    let admin = town.world.admin("MARL").await;
    accounts::set_state(app, &admin, town.ana.account, State::Suspended, "a quarrel").await.unwrap();
    let again = NewTrade { id: town.id(), ..far };
    assert!(town.record("ana", &again).await.is_ok());
    assert!(forbidden(town.record("ana", &town.payment(5)).await, "error-suspended"));
    // Bea may not key in Marling because cleo may; a coordinator here is nobody there.
    town.world.join("cleo", pine).await;
    let keyed = NewTrade { exchange: pine, stand: Stand::Coordinator, id: town.id(), ..again };
    assert!(forbidden(town.record("cleo", &keyed).await, "error-not-allowed"));
    assert!(unseen(trades::view(app, &town.actor("cleo").await, pine, keyed.id).await));
}
