//! Asked again: what wants a proof of the last minutes, and what is one.

use app::actor::Actor;
use app::again::{self, Proof};
use app::authenticator::{self, code_of};
use app::memberships::{self, Role};
use app::passkeys::{self, Answer};
use app::statements::{self, Filter};
use app::testing::{PASSWORD, World};
use app::{Error, How, accounts, sessions};

/// The same session as the database knows it now.
async fn again(world: &World, token: &str) -> Actor {
    sessions::resume(&world.app, token).await.unwrap_or_else(|error| panic!("{error}"))
}

fn asks(outcome: app::Result<impl Sized>) -> bool {
    outcome.err().is_some_and(|error| error.has_code("error-confirm-first"))
}

#[tokio::test]
async fn limits_roles_exports_and_sign_in_want_a_proof_of_the_last_five_minutes() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let ana = world.member("ana", exchange).await;
    let (app, token) = (&world.app, world.sign_in("admin-marl").await);
    let limits = accounts::Limits { floor: None, ceiling: None, growth_cap: None };
    app.clock.advance(300);
    let fresh = again(&world, &token).await;
    accounts::set_limits(app, &fresh, ana.account, limits, "as agreed").await.unwrap();
    app.clock.advance(1);
    let stale = again(&world, &token).await;
    assert!(asks(accounts::set_limits(app, &stale, ana.account, limits, "").await));
    assert!(asks(memberships::give_role(app, &stale, exchange, ana.user, Role::Coordinator).await));
    assert!(asks(memberships::take_role(app, &stale, exchange, ana.user, Role::Coordinator).await));
    let policy = accounts::policy(app, exchange).await.unwrap();
    assert!(asks(accounts::set_policy(app, &stale, exchange, policy, "").await));
    let filter = Filter { from: None, until: None, words: String::new(), before: None, limit: 10 };
    assert!(asks(statements::to_take_away(app, &stale, ana.account, &filter).await));
    assert!(asks(authenticator::begin(app, &stale).await));
    assert!(asks(passkeys::ask_to_add(app, &stale).await));
    let passkey = app.random.uuid(app.clock.now()).unwrap();
    assert!(asks(passkeys::remove(app, &stale, passkey).await));
    // Looking, and one's own statement, want none.
    statements::whole(app, &stale, ana.account, &filter).await.unwrap();
    let own = again(&world, &world.sign_in("ana").await).await;
    app.clock.advance(1000);
    statements::to_take_away(app, &own, ana.account, &filter).await.unwrap();

    let stale = again(&world, &token).await;
    let wrong = again::prove(app, &stale, Proof::Password("four geese in a row")).await.unwrap_err();
    assert!(wrong.has_code("error-password-wrong"), "{wrong}");
    assert!(asks(accounts::set_limits(app, &again(&world, &token).await, ana.account, limits, "").await));
    again::prove(app, &stale, Proof::Password(PASSWORD)).await.unwrap();
    let fresh = again(&world, &token).await;
    accounts::set_limits(app, &fresh, ana.account, limits, "").await.unwrap();
    memberships::give_role(app, &fresh, exchange, ana.user, Role::Coordinator).await.unwrap();
}

#[tokio::test]
async fn a_proof_grows_old_between_two_requests_of_one_second() {
    let world = World::new().await;
    world.user("ana").await;
    let token = world.sign_in("ana").await;
    let began = world.app.clock.now();
    for (at_us, is_fresh) in [(299_900_000, true), (300_000_000, true), (300_100_000, false)] {
        world.app.clock.set(ledger::Instant(began.0 + at_us));
        assert_eq!(again(&world, &token).await.fresh().is_ok(), is_fresh, "{at_us}");
    }
}

#[tokio::test]
async fn whoever_may_not_is_told_so_before_being_asked() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let ana = world.member("ana", exchange).await;
    let token = world.sign_in("ana").await;
    world.app.clock.advance(1000);
    let ana_now = again(&world, &token).await;
    let given =
        memberships::give_role(&world.app, &ana_now, exchange, ana.user, Role::Admin).await.unwrap_err();
    assert!(given.has_code("error-not-allowed"), "{given}");
}

#[tokio::test]
async fn guessing_the_password_there_is_braked() {
    let world = World::new().await;
    world.user("ana").await;
    let ana = world.session("ana").await;
    for _ in 0..10 {
        again::prove(&world.app, &ana, Proof::Password("a wrong password")).await.unwrap_err();
    }
    let locked = again::prove(&world.app, &ana, Proof::Password(PASSWORD)).await.unwrap_err();
    assert!(matches!(locked, Error::Busy { .. }), "{locked}");
}

#[tokio::test]
async fn a_passkey_or_a_code_proves_it_too_and_counts_for_the_session() {
    let world = World::new().await;
    world.user("ana").await;
    let token = world.sign_in("ana").await;
    let mut device = world.passkey(&again(&world, &token).await, "Phone").await;
    let (secret, _) = world.authenticator(&again(&world, &token).await).await;
    world.app.clock.advance(1000);
    let ana = again(&world, &token).await;
    let ways = again::ways(&world.app, &ana).await.unwrap();
    assert!(ways.password && ways.code && ways.passkey);
    let asked = passkeys::ask_again(&world.app, &ana).await.unwrap();
    let signed = device.sign(&asked);
    let answer = Answer { token: &asked.token, credential: &signed };
    again::prove(&world.app, &ana, Proof::Passkey(answer)).await.unwrap();
    let repeated = again::prove(&world.app, &ana, Proof::Passkey(answer)).await.unwrap_err();
    assert!(repeated.has_code("error-passkey"), "{repeated}");
    let ana = again(&world, &token).await;
    assert_eq!(ana.session().unwrap().how, How::Passkey);
    assert!(ana.fresh().is_ok());

    world.app.clock.advance(1000);
    let ana = again(&world, &token).await;
    assert!(ana.fresh().is_err());
    let code = code_of(&secret, world.app.clock.now());
    again::prove(&world.app, &ana, Proof::Code(&code)).await.unwrap();
    let reused = again::prove(&world.app, &ana, Proof::Code(&code)).await.unwrap_err();
    assert!(reused.has_code("error-one-time-code-used"), "{reused}");
    let ana = again(&world, &token).await;
    assert!(ana.fresh().is_ok());
    // A password later on does not make it weaker.
    again::prove(&world.app, &ana, Proof::Password(PASSWORD)).await.unwrap();
    assert_eq!(again(&world, &token).await.session().unwrap().how, How::Code);
}

#[tokio::test]
async fn the_passkey_of_somebody_else_proves_nothing() {
    let world = World::new().await;
    world.user("ana").await;
    world.user("ben").await;
    let (ana, ben) = (world.session("ana").await, world.session("ben").await);
    world.passkey(&ana, "Phone").await;
    let mut bens = world.passkey(&ben, "Phone").await;
    let asked = passkeys::ask_again(&world.app, &ana).await.unwrap();
    let signed = bens.sign(&asked);
    let answer = Answer { token: &asked.token, credential: &signed };
    let refused = again::prove(&world.app, &ana, Proof::Passkey(answer)).await.unwrap_err();
    assert!(refused.has_code("error-passkey"), "{refused}");
}
