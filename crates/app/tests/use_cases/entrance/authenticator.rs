//! Codes: what they open, and what they do not.

use app::authenticator::{self, code_of};
use app::mail::{Letter, SignInNews};
use app::registration;
use app::sessions::{self, Browser};
use app::sign_in::{Entered, SignIn, second, sign_in};
use app::testing::{NETWORK, PASSWORD, World, address};
use app::{Error, How, users};

const BROWSER: Browser<'_> = Browser { agent: "Test", device: "" };

/// Types the right password, and gives the half.
async fn half(world: &World, name: &str) -> String {
    let login = address(name);
    let request = SignIn { login: &login, password: PASSWORD, agent: "Test", network: NETWORK, device: "" };
    match sign_in(&world.app, request).await.unwrap_or_else(|error| panic!("{error}")) {
        Entered::Half(token) => token,
        Entered::In(_) => panic!("{name} is signed in without a code"),
    }
}

/// A world in which ana has an authenticator, a minute later.
async fn with_ana() -> (World, String, Vec<String>) {
    let world = World::new().await;
    world.user("ana").await;
    let (secret, codes) = world.authenticator(&world.session("ana").await).await;
    world.letters().await;
    world.app.clock.advance(60);
    (world, secret, codes)
}

#[tokio::test]
async fn whoever_has_one_is_asked_for_a_code_after_the_password() {
    let (world, secret, _) = with_ana().await;
    let token = half(&world, "ana").await;
    assert!(second::waits(&world.app, &token).await.unwrap());
    assert!(sessions::resume(&world.app, &token).await.unwrap().user().is_none(), "a half is no session");
    let wrong = second::finish(&world.app, &token, "000000", BROWSER).await.unwrap_err();
    assert!(wrong.has_code("error-one-time-code"), "{wrong}");
    let code = code_of(&secret, world.app.clock.now());
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    let signed_in = second::finish(&world.app, &token, &spaced, BROWSER).await.unwrap();
    let actor = sessions::resume(&world.app, &signed_in.token).await.unwrap();
    assert_eq!(actor.session().unwrap().how, How::Code);
    assert!(!second::waits(&world.app, &token).await.unwrap());
}

#[tokio::test]
async fn a_code_and_a_half_work_once() {
    let (world, secret, _) = with_ana().await;
    let (first, other) = (half(&world, "ana").await, half(&world, "ana").await);
    let code = code_of(&secret, world.app.clock.now());
    second::finish(&world.app, &first, &code, BROWSER).await.unwrap();
    let again = second::finish(&world.app, &other, &code, BROWSER).await.unwrap_err();
    assert!(again.has_code("error-one-time-code-used"), "{again}");
    world.app.clock.advance(30);
    let next = code_of(&secret, world.app.clock.now());
    let over = second::finish(&world.app, &first, &next, BROWSER).await.unwrap_err();
    assert!(over.has_code("error-half-over"), "{over}");
    second::finish(&world.app, &other, &next, BROWSER).await.unwrap();
    // A code of an earlier step is over, even within its neighbourhood.
    let third = half(&world, "ana").await;
    let earlier = second::finish(&world.app, &third, &code, BROWSER).await.unwrap_err();
    assert!(earlier.has_code("error-one-time-code-used"), "{earlier}");
}

#[tokio::test]
async fn a_half_is_over_after_five_minutes_and_when_the_password_changes() {
    let (world, secret, _) = with_ana().await;
    let token = half(&world, "ana").await;
    world.app.clock.advance(301);
    let code = code_of(&secret, world.app.clock.now());
    let over = second::finish(&world.app, &token, &code, BROWSER).await.unwrap_err();
    assert!(over.has_code("error-half-over"), "{over}");

    let token = half(&world, "ana").await;
    registration::request_reset(&world.app, &address("ana"), NETWORK).await.unwrap();
    let Letter::ResetPassword { token: link } = world.letter_to("ana").await else { panic!() };
    registration::reset(&world.app, &link, "four ducks on a pond").await.unwrap();
    let over = second::finish(&world.app, &token, &code, BROWSER).await.unwrap_err();
    assert!(over.has_code("error-half-over"), "{over}");
    // The new password alone opens nothing: whoever reads her letters lacks her telephone.
    let login = address("ana");
    let request = SignIn {
        login: &login,
        password: "four ducks on a pond",
        agent: "Test",
        network: NETWORK,
        device: "",
    };
    assert!(matches!(sign_in(&world.app, request).await.unwrap(), Entered::Half(_)));
}

#[tokio::test]
async fn five_wrong_codes_lock_out_for_a_quarter_of_an_hour() {
    let (world, secret, codes) = with_ana().await;
    let token = half(&world, "ana").await;
    for _ in 0..5 {
        second::finish(&world.app, &token, "000000", BROWSER).await.unwrap_err();
    }
    let code = code_of(&secret, world.app.clock.now());
    for typed in [code.as_str(), codes[0].as_str()] {
        let locked = second::finish(&world.app, &token, typed, BROWSER).await.unwrap_err();
        assert!(matches!(locked, Error::Busy { .. }), "{locked}");
    }
    world.app.clock.advance(901);
    let token = half(&world, "ana").await;
    let code = code_of(&secret, world.app.clock.now());
    second::finish(&world.app, &token, &code, BROWSER).await.unwrap();
}

#[tokio::test]
async fn twenty_wrong_codes_lock_out_for_a_day_and_right_ones_do_not_count() {
    let (world, secret, _) = with_ana().await;
    for _ in 0..21 {
        world.app.clock.advance(30);
        let code = code_of(&secret, world.app.clock.now());
        second::finish(&world.app, &half(&world, "ana").await, &code, BROWSER).await.unwrap();
    }
    for _ in 0..4 {
        world.app.clock.advance(901);
        let token = half(&world, "ana").await;
        for _ in 0..5 {
            let wrong = second::finish(&world.app, &token, "000000", BROWSER).await.unwrap_err();
            assert!(wrong.has_code("error-one-time-code"), "{wrong}");
        }
    }
    world.app.clock.advance(901);
    let code = code_of(&secret, world.app.clock.now());
    let token = half(&world, "ana").await;
    let locked = second::finish(&world.app, &token, &code, BROWSER).await.unwrap_err();
    assert!(matches!(locked, Error::Busy { retry_after_s } if retry_after_s > 80_000), "{locked}");
    world.app.clock.advance(86_400);
    let code = code_of(&secret, world.app.clock.now());
    second::finish(&world.app, &half(&world, "ana").await, &code, BROWSER).await.unwrap();
}

#[tokio::test]
async fn of_two_who_use_a_code_at_once_one_comes_in() {
    let (world, secret, codes) = with_ana().await;
    let enter = async |token: &str, code: &str| second::finish(&world.app, token, code, BROWSER).await;
    let left = async || {
        let ana = world.actor("ana").await;
        authenticator::state(&world.app, &ana).await.unwrap().codes_left
    };
    for code in [codes[0].clone(), code_of(&secret, world.app.clock.now())] {
        let (one, other) = (half(&world, "ana").await, half(&world, "ana").await);
        let (one, other) = tokio::join!(enter(&one, &code), enter(&other, &code));
        assert!(one.is_ok() != other.is_ok(), "{code}: {one:?} {other:?}");
    }
    assert_eq!(left().await, 9);
    // Two right codes for one half: one comes in, and only its code is used up.
    let token = half(&world, "ana").await;
    let (one, other) = tokio::join!(enter(&token, &codes[1]), enter(&token, &codes[2]));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    assert_eq!(left().await, 8);
}

#[tokio::test]
async fn what_a_password_alone_has_opened_ends_when_codes_are_asked_for() {
    let world = World::new().await;
    world.user("ana").await;
    let (here, there) = (world.sign_in("ana").await, world.sign_in("ana").await);
    let with_key = world.sign_in("ana").await;
    let resumed = async |token: &str| sessions::resume(&world.app, token).await.unwrap();
    world.passkey(&resumed(&with_key).await, "Phone").await;
    assert!(resumed(&there).await.user().is_some(), "a passkey is a further way in, not a further step");
    world.authenticator(&resumed(&here).await).await;
    assert!(resumed(&there).await.user().is_none(), "at the very next request");
    assert_eq!(resumed(&here).await.session().unwrap().how, How::Code);
    assert_eq!(resumed(&with_key).await.session().unwrap().how, How::Passkey);
}

#[tokio::test]
async fn each_recovery_code_opens_once_and_is_told() {
    let (world, _, codes) = with_ana().await;
    assert_eq!(codes.len(), authenticator::CODES);
    let token = half(&world, "ana").await;
    let typed = codes[3].to_uppercase().replace('-', " ");
    let signed_in = second::finish(&world.app, &token, &typed, BROWSER).await.unwrap();
    let actor = sessions::resume(&world.app, &signed_in.token).await.unwrap();
    assert_eq!(actor.session().unwrap().how, How::Recovery);
    let told = world.letters().await.remove(0).letter;
    assert_eq!(told, Letter::SignIn { news: SignInNews::CodeUsed, detail: "9".to_owned() });
    assert_eq!(authenticator::state(&world.app, &actor).await.unwrap().codes_left, 9);

    let token = half(&world, "ana").await;
    let used = second::finish(&world.app, &token, &codes[3], BROWSER).await.unwrap_err();
    assert!(used.has_code("error-one-time-code"), "{used}");
    // New ones make the old ones worthless.
    let fresh = authenticator::renew_codes(&world.app, &actor).await.unwrap();
    let old = second::finish(&world.app, &token, &codes[4], BROWSER).await.unwrap_err();
    assert!(old.has_code("error-one-time-code"), "{old}");
    second::finish(&world.app, &token, &fresh[4], BROWSER).await.unwrap();
}

#[tokio::test]
async fn a_code_of_somebody_else_opens_nothing() {
    let (world, secret, codes) = with_ana().await;
    world.user("ben").await;
    world.authenticator(&world.session("ben").await).await;
    world.app.clock.advance(60);
    let token = half(&world, "ben").await;
    for typed in [code_of(&secret, world.app.clock.now()), codes[0].clone()] {
        let refused = second::finish(&world.app, &token, &typed, BROWSER).await.unwrap_err();
        assert!(refused.has_code("error-one-time-code"), "{refused}");
    }
}

#[tokio::test]
async fn nothing_is_asked_before_the_first_code_is_typed() {
    let world = World::new().await;
    world.user("ana").await;
    let ana = world.session("ana").await;
    let early = authenticator::confirm(&world.app, &ana, "123456").await.unwrap_err();
    assert!(matches!(early, Error::NotFound), "{early}");
    authenticator::begin(&world.app, &ana).await.unwrap();
    let first = authenticator::begun(&world.app, &ana, "Our town").await.unwrap();
    assert!(first.link.starts_with("otpauth://totp/Our%20town:ana@example.org?secret="), "{}", first.link);
    world.sign_in("ana").await;
    // Beginning again gives another secret; only the last one counts.
    authenticator::begin(&world.app, &ana).await.unwrap();
    let last = authenticator::begun(&world.app, &ana, "Our town").await.unwrap();
    let old = code_of(&first.secret, world.app.clock.now());
    assert!(
        authenticator::confirm(&world.app, &ana, &old).await.unwrap_err().has_code("error-one-time-code")
    );
    let code = code_of(&last.secret, world.app.clock.now());
    authenticator::confirm(&world.app, &ana, &code).await.unwrap();
    // From then on the secret is never shown again, and no other takes its place.
    assert!(matches!(authenticator::begun(&world.app, &ana, "x").await.err(), Some(Error::NotFound)));
    let twice = authenticator::begin(&world.app, &ana).await.unwrap_err();
    assert!(twice.has_code("error-authenticator-works"), "{twice}");
    assert!(matches!(authenticator::confirm(&world.app, &ana, &code).await.unwrap_err(), Error::NotFound));
}

#[tokio::test]
async fn a_password_typed_while_one_is_made_to_work_opens_nothing() {
    let world = World::new().await;
    let user = world.user("ana").await;
    authenticator::begin(&world.app, &world.session("ana").await).await.unwrap();
    // Somebody is in the middle of making it work, as `confirm` does it.
    let mut confirming = world.database.db.write().await.unwrap();
    store::users::lock(&mut confirming, user).await.unwrap();
    store::authenticators::confirm(&mut confirming, user, world.app.clock.now()).await.unwrap();
    store::users::note_second_factor(&mut confirming, user).await.unwrap();
    store::sessions::end_weaker(&mut confirming, user, None).await.unwrap();
    let app = world.app.clone();
    let typed = tokio::spawn(async move {
        let login = address("ana");
        sign_in(
            &app,
            SignIn { login: &login, password: PASSWORD, agent: "Test", network: NETWORK, device: "" },
        )
        .await
    });
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    confirming.commit().await.unwrap();
    let entered = typed.await.unwrap().unwrap();
    assert!(matches!(entered, Entered::Half(_)), "signed in without a code");
}

#[tokio::test]
async fn setting_up_and_removing_are_told_by_letter() {
    let world = World::new().await;
    world.user("ana").await;
    let ana = world.session("ana").await;
    world.authenticator(&ana).await;
    let news = |letter: Letter| match letter {
        Letter::SignIn { news, .. } => news,
        other => panic!("{other:?}"),
    };
    assert_eq!(news(world.letter_to("ana").await), SignInNews::AuthenticatorAdded);
    authenticator::remove(&world.app, &ana).await.unwrap();
    assert_eq!(news(world.letter_to("ana").await), SignInNews::AuthenticatorRemoved);
    assert_eq!(authenticator::state(&world.app, &ana).await.unwrap(), authenticator::State::default());
    world.sign_in("ana").await;
    assert!(matches!(authenticator::remove(&world.app, &ana).await.unwrap_err(), Error::NotFound));
    assert!(matches!(authenticator::renew_codes(&world.app, &ana).await.unwrap_err(), Error::NotFound));
    let user = users::by_email(&world.app, &app::actor::Actor::server(), &address("ana")).await.unwrap();
    assert!(!user.second_factor);
}
