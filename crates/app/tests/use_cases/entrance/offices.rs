//! What is asked of administrators: a passkey or a code, before they administer.

use app::actor::{Action, Actor, Subject};
use app::again::{self, Proof};
use app::authenticator;
use app::members::{self, Entrance, Kind, Newcomer, ProfileForm};
use app::memberships;
use app::passkeys::{self, Answer};
use app::testing::{PASSWORD, World};
use app::trades::{self, NewTrade, Stand};
use app::{Error, sessions, users};
use ledger::transfer::{Channel, Wish};
use ledger::{Amount, ExchangeId, TransferId};
use uuid::Uuid;

async fn again(world: &World, token: &str) -> Actor {
    sessions::resume(&world.app, token).await.unwrap_or_else(|error| panic!("{error}"))
}

fn administers(actor: &Actor, exchange: ExchangeId) -> Result<(), String> {
    match actor.may(Action::SeeAdministration, Subject::exchange(exchange)) {
        Ok(()) => Ok(()),
        Err(Error::NotAllowed(code)) => Err(code.to_owned()),
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn administration_opens_with_a_second_factor_only() {
    let world = World::strict().await;
    let exchange = world.exchange("MARL").await;
    let token = world.sign_in("admin-marl").await;
    let admin = again(&world, &token).await;
    assert_eq!(administers(&admin, exchange), Err("error-second-factor-first".to_owned()));
    assert!(admin.may(Action::SeeDirectory, Subject::exchange(exchange)).is_ok(), "as any member");
    assert!(
        admin.is_theirs(Action::SeeAdministration, Subject::exchange(exchange)),
        "the way there is shown"
    );
    assert!(!admin.can(Action::SeeAdministration, Subject::exchange(exchange)));
    world.authenticator(&admin).await;
    assert_eq!(administers(&again(&world, &token).await, exchange), Ok(()));

    let root = again(&world, &world.sign_in("root").await).await;
    let refused = root.may(Action::SeeServer, Subject::server()).unwrap_err();
    assert!(refused.has_code("error-second-factor-first"), "{refused}");
    // The program itself, and the keeper of the machine, are asked nothing.
    assert!(Actor::server().may(Action::RunServer, Subject::server()).is_ok());
    assert!(world.actor("root").await.may(Action::SeeServer, Subject::server()).is_ok());
}

#[tokio::test]
async fn in_a_demo_the_password_is_enough() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let admin = again(&world, &world.sign_in("admin-marl").await).await;
    assert_eq!(administers(&admin, exchange), Ok(()));
}

#[tokio::test]
async fn a_password_alone_neither_administers_nor_leads_to_another_second_factor() {
    let world = World::strict().await;
    let exchange = world.exchange("MARL").await;
    let owner = again(&world, &world.sign_in("admin-marl").await).await;
    let mut device = world.passkey(&owner, "Phone").await;
    // Somebody has found out the password.
    let token = world.sign_in("admin-marl").await;
    let thief = again(&world, &token).await;
    let now = "error-second-factor-now";
    assert_eq!(administers(&thief, exchange), Err(now.to_owned()));
    assert!(passkeys::ask_to_add(&world.app, &thief).await.unwrap_err().has_code(now));
    assert!(authenticator::begin(&world.app, &thief).await.unwrap_err().has_code(now));
    let passkey = passkeys::list(&world.app, &thief).await.unwrap().remove(0);
    assert!(passkeys::remove(&world.app, &thief, passkey.uuid).await.unwrap_err().has_code(now));
    let changed = users::change_password(&world.app, &thief, PASSWORD, "four ducks on a pond").await;
    assert!(changed.unwrap_err().has_code(now));
    assert!(!again::ways(&world.app, &thief).await.unwrap().password);
    again::prove(&world.app, &thief, Proof::Password(PASSWORD)).await.unwrap();
    assert_eq!(
        administers(&again(&world, &token).await, exchange),
        Err(now.to_owned()),
        "a password is no passkey"
    );

    let asked = passkeys::ask_again(&world.app, &thief).await.unwrap();
    let signed = device.sign(&asked);
    let answer = Answer { token: &asked.token, credential: &signed };
    again::prove(&world.app, &thief, Proof::Passkey(answer)).await.unwrap();
    assert_eq!(administers(&again(&world, &token).await, exchange), Ok(()));
}

/// Everything that administrators may by asking in another way than [`Actor::may`].
#[tokio::test]
async fn a_password_alone_opens_no_side_door_either() {
    let world = World::strict().await;
    let exchange = world.exchange("MARL").await;
    let (ana, ben) = (world.member("ana", exchange).await, world.member("ben", exchange).await);
    let (app, admin) = (&world.app, world.admin("MARL").await);
    let edith = ProfileForm { name: "Edith".to_owned(), ..ProfileForm::default() };
    let newcomer = Newcomer {
        uuid: Uuid::from_u128(7),
        exchange,
        kind: Kind::Individual,
        profile: &edith,
        entrance: Entrance::Letter("edith@example.org"),
    };
    let number = members::add(app, &admin, newcomer).await.unwrap();
    let (edith, _) = members::find(app, &admin, exchange, &number).await.unwrap();
    let trade = NewTrade {
        id: TransferId(Uuid::from_u128(9)),
        exchange,
        payer: ana.account,
        payee: ben.account,
        amount: Amount::new(10).unwrap(),
        description: "a secret".to_owned(),
        traded_on: None,
        channel: Channel::Web,
        wish: Wish::Count,
        stand: Stand::Own(ana.account),
        settles: None,
    };
    let id = trade.id;
    trades::record(app, &world.actor("ana").await, trade).await.unwrap();

    let mut device = world.passkey(&world.session("admin-marl").await, "Phone").await;
    let token = world.sign_in("admin-marl").await;
    let thief = again(&world, &token).await;
    let now = "error-second-factor-now";
    let invited = memberships::invite_operator(app, &thief, edith.id, "thief@example.org").await;
    assert!(invited.as_ref().is_err_and(|error| error.has_code(now)), "{invited:?}");
    let seen = trades::view(app, &thief, exchange, id).await.map(|_| ());
    assert!(seen.as_ref().is_err_and(|error| error.has_code(now)), "{seen:?}");
    for action in [Action::SeeStatementAny, Action::SeeTradeAny, Action::ReverseAny, Action::AnswerAny] {
        assert!(!thief.can(action, Subject::exchange(exchange)), "{action:?}");
        assert!(thief.is_theirs(action, Subject::exchange(exchange)), "{action:?}");
    }

    let asked = passkeys::ask_again(app, &thief).await.unwrap();
    let signed = device.sign(&asked);
    let answer = Answer { token: &asked.token, credential: &signed };
    again::prove(app, &thief, Proof::Passkey(answer)).await.unwrap();
    let owner = again(&world, &token).await;
    trades::view(app, &owner, exchange, id).await.unwrap();
    memberships::invite_operator(app, &owner, edith.id, "edith@example.org").await.unwrap();
    world.letters().await;
}

#[tokio::test]
async fn whoever_removes_the_last_one_is_asked_to_set_one_up_again() {
    let world = World::strict().await;
    let exchange = world.exchange("MARL").await;
    let token = world.sign_in("admin-marl").await;
    world.authenticator(&again(&world, &token).await).await;
    let admin = again(&world, &token).await;
    assert_eq!(administers(&admin, exchange), Ok(()));
    authenticator::remove(&world.app, &admin).await.unwrap();
    let admin = again(&world, &token).await;
    assert_eq!(administers(&admin, exchange), Err("error-second-factor-first".to_owned()));
}
