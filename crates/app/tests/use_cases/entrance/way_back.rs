//! The way back: by whoever has the machine, and by nobody else.

use app::actor::Actor;
use app::entrance::{Demand, Entrance, Programs};
use app::mail::{Letter, SignInNews};
use app::seal::{self, Seal};
use app::sign_in::{Entered, SignIn, sign_in};
use app::testing::{NETWORK, PASSWORD, World, address};
use app::{Error, audit, authenticator, passkeys, sessions, users, way_back};

#[tokio::test]
async fn the_keeper_of_the_machine_takes_a_lost_second_factor_away() {
    let world = World::strict().await;
    world.exchange("MARL").await;
    let token = world.sign_in("admin-marl").await;
    let admin = sessions::resume(&world.app, &token).await.unwrap();
    world.passkey(&admin, "Phone").await;
    world.authenticator(&admin).await;
    world.letters().await;
    let user = users::by_email(&world.app, &Actor::server(), &address("admin-marl")).await.unwrap();
    for other in [world.actor("root").await, world.actor("admin-marl").await, Actor::visitor()] {
        let refused = way_back::forget_second_factor(&world.app, &other, &user).await;
        assert!(matches!(refused, Err(Error::NotAllowed(_))), "{refused:?}");
    }
    way_back::forget_second_factor(&world.app, &Actor::server(), &user).await.unwrap();
    let told = world.letter_to("admin-marl").await;
    assert_eq!(told, Letter::SignIn { news: SignInNews::Forgotten, detail: String::new() });
    let log = audit::server_page(&world.app, &world.actor("root").await, None).await.unwrap();
    assert_eq!((log[0].act.as_str(), log[0].subject.as_str()), ("second-factor-forgotten", "admin-marl"));

    let ended = sessions::resume(&world.app, &token).await.unwrap();
    assert!(ended.user().is_none(), "signed out everywhere");
    let admin = world.session("admin-marl").await;
    assert!(passkeys::list(&world.app, &admin).await.unwrap().is_empty());
    assert_eq!(authenticator::state(&world.app, &admin).await.unwrap(), authenticator::State::default());
    // And can set one up again.
    world.authenticator(&admin).await;
}

#[tokio::test]
async fn another_key_is_noticed_and_can_be_begun() {
    let world = World::new().await;
    assert!(seal::fits(&world.app).await.unwrap(), "nothing is sealed yet");
    world.user("ana").await;
    let ana = world.session("ana").await;
    let (_, codes) = world.authenticator(&ana).await;
    world.letters().await;
    assert!(seal::fits(&world.app).await.unwrap());
    let programs = Programs::of("http://ayni.localhost");
    let entrance =
        Entrance { site: None, seal: Some(Seal::new([8; 32])), demand: Demand::Password, programs };
    let restored = world.app.clone().entered_by(entrance);
    assert!(!seal::fits(&restored).await.unwrap());
    assert!(matches!(authenticator::begun(&restored, &ana, "Ayni").await.err(), Some(Error::NotFound)));

    assert_eq!(way_back::begin_new_key(&restored, &Actor::server()).await.unwrap(), 1);
    assert!(seal::fits(&restored).await.unwrap() && !seal::fits(&world.app).await.unwrap());
    let told = world.letter_to("ana").await;
    assert_eq!(told, Letter::SignIn { news: SignInNews::AuthenticatorLost, detail: String::new() });
    let login = address("ana");
    let request = SignIn { login: &login, password: PASSWORD, agent: "Test", network: NETWORK, device: "" };
    assert!(matches!(sign_in(&restored, request).await.unwrap(), Entered::In(_)));
    assert_eq!(authenticator::state(&restored, &ana).await.unwrap().codes_left, 0, "{codes:?} are over");
}
