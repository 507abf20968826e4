//! Passkeys: right answers, and every way of giving a wrong one.

use app::actor::Actor;
use app::mail::{Letter, SignInNews};
use app::passkeys::{self, Answer, Asked, Caller};
use app::sessions::{self, Browser};
use app::sign_in::{SignIn, sign_in};
use app::testing::{Device, NETWORK, World, address};
use app::{Error, How, audit};

const BROWSER: Browser<'_> = Browser { agent: "Test", device: "" };
/// What the browser that signs in is known by.
const HERE: &str = "this browser";

async fn ask(world: &World, login: &str) -> Asked {
    let caller = Caller { login, bound: HERE, network: NETWORK };
    passkeys::ask_to_sign_in(&world.app, caller).await.unwrap_or_else(|error| panic!("{error}"))
}

/// Signs in with a device.
async fn enter(world: &World, device: &mut Device, login: &str) -> app::Result<Actor> {
    let asked = ask(world, login).await;
    let signed = device.sign(&asked);
    let answer = Answer { token: &asked.token, credential: &signed };
    let signed_in = passkeys::sign_in(&world.app, answer, HERE, BROWSER).await?;
    sessions::resume(&world.app, &signed_in.token).await
}

fn is_refused(outcome: app::Result<impl Sized>) -> bool {
    outcome.err().is_some_and(|error| error.has_code("error-passkey"))
}

async fn with_ana() -> (World, Actor, Device) {
    let world = World::new().await;
    world.user("ana").await;
    let ana = world.session("ana").await;
    let device = world.passkey(&ana, "My phone").await;
    (world, ana, device)
}

#[tokio::test]
async fn a_passkey_signs_in_without_a_login_and_with_one() {
    let (world, ana, mut device) = with_ana().await;
    assert_eq!(
        world.letter_to("ana").await,
        Letter::SignIn { news: SignInNews::PasskeyAdded, detail: "My phone".to_owned() }
    );
    assert_eq!(ask(&world, "").await.options.matches("\"allowCredentials\":[]").count(), 1);
    let actor = enter(&world, &mut device, "").await.unwrap();
    assert_eq!((actor.id(), actor.session().unwrap().how), (ana.id(), How::Passkey));
    let named = ask(&world, &address("ana")).await;
    assert!(named.options.contains("\"allowCredentials\":[{"), "{}", named.options);
    assert!(named.options.contains("\"userVerification\":\"required\""), "{}", named.options);
    enter(&world, &mut device, &address("ana")).await.unwrap();
    let had = passkeys::list(&world.app, &ana).await.unwrap();
    assert_eq!((had.len(), had[0].used_at), (1, Some(world.app.clock.now())));
}

#[tokio::test]
async fn who_has_none_is_asked_alike() {
    let (world, _, _) = with_ana().await;
    world.user("ben").await;
    for login in [address("ben"), address("nobody"), "MARL0099".to_owned()] {
        let (once, twice) = (ask(&world, &login).await, ask(&world, &login).await);
        let credential = |asked: &Asked| {
            let options: serde_json::Value = serde_json::from_str(&asked.options).unwrap();
            options["allowCredentials"].clone()
        };
        assert_eq!(credential(&once), credential(&twice), "the same every time");
        assert_eq!(credential(&once).as_array().unwrap().len(), 1, "{login}");
        assert_ne!(credential(&once), credential(&ask(&world, &address("ana")).await));
    }
}

#[tokio::test]
async fn a_challenge_works_once_for_five_minutes_in_the_browser_that_asked() {
    let (world, _, mut device) = with_ana().await;
    let asked = ask(&world, "").await;
    let signed = device.sign(&asked);
    let answer = Answer { token: &asked.token, credential: &signed };
    assert!(is_refused(passkeys::sign_in(&world.app, answer, "another browser", BROWSER).await));
    assert!(is_refused(passkeys::sign_in(&world.app, answer, HERE, BROWSER).await), "it was used up");

    let asked = ask(&world, "").await;
    let signed = device.sign(&asked);
    let answer = Answer { token: &asked.token, credential: &signed };
    passkeys::sign_in(&world.app, answer, HERE, BROWSER).await.unwrap();
    assert!(is_refused(passkeys::sign_in(&world.app, answer, HERE, BROWSER).await), "repeated");

    let asked = ask(&world, "").await;
    let signed = device.sign(&asked);
    world.app.clock.advance(301);
    let answer = Answer { token: &asked.token, credential: &signed };
    assert!(is_refused(passkeys::sign_in(&world.app, answer, HERE, BROWSER).await), "too late");

    // The answer to one challenge is none to another.
    let (first, second) = (ask(&world, "").await, ask(&world, "").await);
    let signed = device.sign(&first);
    let answer = Answer { token: &second.token, credential: &signed };
    assert!(is_refused(passkeys::sign_in(&world.app, answer, HERE, BROWSER).await), "crossed");
}

#[tokio::test]
async fn a_lie_of_the_device_or_the_browser_is_refused() {
    let (world, ana, mut device) = with_ana().await;
    device.origin = "https://ayni.example".to_owned();
    assert!(is_refused(enter(&world, &mut device, "").await), "another origin");
    device.origin = "http://ayni.localhost:8420".to_owned();
    assert!(is_refused(enter(&world, &mut device, "").await), "another port");
    device.origin = app::testing::ORIGIN.to_owned();
    device.host = "ayni.example".to_owned();
    assert!(is_refused(enter(&world, &mut device, "").await), "another site");
    device.host = "ayni.localhost".to_owned();
    device.verifies = false;
    assert!(is_refused(enter(&world, &mut device, "").await), "nobody made sure who holds it");
    device.verifies = true;
    assert!(is_refused(enter(&world, &mut Device::new(), "").await), "unknown");
    let mut copy = Device::new();
    copy.credential.clone_from(&device.credential);
    assert!(is_refused(enter(&world, &mut copy, "").await), "another key of the same name");
    enter(&world, &mut device, "").await.unwrap();

    for (origin, host, verifies) in [
        ("https://ayni.example", "ayni.localhost", true),
        (app::testing::ORIGIN, "ayni.example", true),
        (app::testing::ORIGIN, "ayni.localhost", false),
    ] {
        let mut other = Device::new();
        (other.origin, other.host, other.verifies) = (origin.to_owned(), host.to_owned(), verifies);
        let asked = passkeys::ask_to_add(&world.app, &ana).await.unwrap();
        let made = other.make(&asked);
        let answer = Answer { token: &asked.token, credential: &made };
        assert!(is_refused(passkeys::add(&world.app, &ana, answer, "x").await), "{origin} {host} {verifies}");
    }
    for nonsense in
        ["", "{}", "no json", "{\"id\":\"\",\"rawId\":\"\",\"type\":\"public-key\",\"response\":{}}"]
    {
        let asked = ask(&world, "").await;
        let answer = Answer { token: &asked.token, credential: nonsense };
        assert!(is_refused(passkeys::sign_in(&world.app, answer, HERE, BROWSER).await), "{nonsense}");
    }
}

#[tokio::test]
async fn a_counter_that_falls_is_refused_written_down_and_told() {
    let (world, _, mut device) = with_ana().await;
    for _ in 0..3 {
        enter(&world, &mut device, "").await.unwrap();
    }
    world.letters().await;
    device.counter = 1;
    assert!(is_refused(enter(&world, &mut device, "").await));
    let told = world.letter_to("ana").await;
    assert_eq!(told, Letter::SignIn { news: SignInNews::PasskeyFell, detail: "My phone".to_owned() });
    let log = audit::server_page(&world.app, &world.actor("root").await, None).await.unwrap();
    assert_eq!((log[0].act.as_str(), log[0].subject.as_str()), ("passkey-fell", "ana"));
}

#[tokio::test]
async fn what_one_session_was_asked_no_other_answers() {
    let (world, ana, mut device) = with_ana().await;
    world.user("ben").await;
    let (other, ben) = (world.session("ana").await, world.session("ben").await);
    for thief in [&other, &ben] {
        let asked = passkeys::ask_to_add(&world.app, &ana).await.unwrap();
        let made = Device::new().make(&asked);
        let answer = Answer { token: &asked.token, credential: &made };
        assert!(is_refused(passkeys::add(&world.app, thief, answer, "x").await));
    }
    // A challenge to add is none to sign in, and the other way round.
    let asked = passkeys::ask_to_add(&world.app, &ana).await.unwrap();
    let signed = device.sign(&asked);
    let answer = Answer { token: &asked.token, credential: &signed };
    assert!(is_refused(passkeys::sign_in(&world.app, answer, HERE, BROWSER).await));
    // Nobody has two users' passkeys on one key.
    let asked = passkeys::ask_to_add(&world.app, &ben).await.unwrap();
    let made = device.make(&asked);
    let answer = Answer { token: &asked.token, credential: &made };
    assert!(is_refused(passkeys::add(&world.app, &ben, answer, "x").await));
}

#[tokio::test]
async fn passkeys_are_named_and_removed_by_their_owner() {
    let (world, ana, mut device) = with_ana().await;
    world.user("ben").await;
    let ben = world.session("ben").await;
    let passkey = passkeys::list(&world.app, &ana).await.unwrap().remove(0);
    for stolen in [
        passkeys::rename(&world.app, &ben, passkey.uuid, "Mine").await,
        passkeys::remove(&world.app, &ben, passkey.uuid).await,
    ] {
        assert!(matches!(stolen, Err(Error::NotFound)), "{stolen:?}");
    }
    passkeys::rename(&world.app, &ana, passkey.uuid, " Old phone ").await.unwrap();
    assert!(
        passkeys::rename(&world.app, &ana, passkey.uuid, " ").await.unwrap_err().has_code("error-required")
    );
    world.letters().await;
    passkeys::remove(&world.app, &ana, passkey.uuid).await.unwrap();
    let told = world.letter_to("ana").await;
    assert_eq!(told, Letter::SignIn { news: SignInNews::PasskeyRemoved, detail: "Old phone".to_owned() });
    assert!(is_refused(enter(&world, &mut device, "").await));
    let visitor = passkeys::ask_to_add(&world.app, &Actor::visitor()).await.unwrap_err();
    assert!(visitor.has_code("error-sign-in-first"), "{visitor}");
}

#[tokio::test]
async fn a_passkey_still_opens_when_the_password_is_braked() {
    let (world, _, mut device) = with_ana().await;
    let login = address("ana");
    let attempt = |password| SignIn { login: &login, password, agent: "Test", network: NETWORK, device: "" };
    for _ in 0..10 {
        sign_in(&world.app, attempt("a wrong password")).await.unwrap_err();
    }
    let locked = sign_in(&world.app, attempt(app::testing::PASSWORD)).await.unwrap_err();
    assert!(matches!(locked, Error::Busy { .. }), "{locked}");
    enter(&world, &mut device, "").await.unwrap();
}

#[tokio::test]
async fn challenges_of_one_network_are_braked_and_swept() {
    let world = World::new().await;
    let caller = Caller { login: "", bound: HERE, network: NETWORK };
    for _ in 0..300 {
        passkeys::ask_to_sign_in(&world.app, caller).await.unwrap();
    }
    let braked = passkeys::ask_to_sign_in(&world.app, caller).await.unwrap_err();
    assert!(matches!(braked, Error::Busy { .. }), "{braked}");
    world.app.clock.advance(901);
    app::jobs::sweep(&world.app).await.unwrap();
    passkeys::ask_to_sign_in(&world.app, caller).await.unwrap();
}
