//! Registering, signing in, sessions, passwords and addresses.

use app::mail::Letter;
use app::registration::{self, Registration};
use app::sign_in::{SignIn, sign_in};
use app::testing::{DEVICE, NETWORK, PASSWORD, World, address};
use app::{Error, LinkPurpose, sessions, users};

const BROWSER: sessions::Browser<'_> = sessions::Browser { agent: "Test", device: DEVICE };

fn registration<'a>(email: &'a str, password: &'a str) -> Registration<'a> {
    Registration { name: "Ana López", email, password, locale: "ca", network: NETWORK, next: "" }
}

fn attempt<'a>(login: &'a str, password: &'a str) -> SignIn<'a> {
    SignIn { login, password, agent: "Test", network: NETWORK, device: DEVICE }
}

#[tokio::test]
async fn a_newcomer_confirms_the_address_with_the_password() {
    let world = World::new().await;
    registration::register(&world.app, registration("Ana@Example.org", PASSWORD)).await.unwrap();
    let envelope = world.letters().await.remove(0);
    assert_eq!((envelope.to.as_str(), envelope.locale.as_str()), ("Ana@Example.org", "ca"));
    let Letter::ConfirmAddress { token, .. } = envelope.letter else { panic!("{:?}", envelope.letter) };

    let early = sign_in(&world.app, attempt("ana@example.org", PASSWORD)).await.unwrap_err();
    assert!(early.has_code("error-email-unconfirmed"), "{early}");
    let wrong = registration::confirm(&world.app, &token, "four geese in a row", BROWSER).await.unwrap_err();
    assert!(wrong.has_code("error-password-wrong"), "{wrong}");
    let signed_in =
        registration::confirm(&world.app, &token, PASSWORD, BROWSER).await.unwrap().signed_in().unwrap();
    let actor = sessions::resume(&world.app, &signed_in.token).await.unwrap();
    assert_eq!(actor.user().unwrap().name, "Ana López");

    let again = registration::confirm(&world.app, &token, PASSWORD, BROWSER).await.unwrap_err();
    assert!(matches!(again, Error::NotFound), "a link works once: {again}");
    sign_in(&world.app, attempt(" ANA@example.org ", PASSWORD)).await.unwrap();
}

#[tokio::test]
async fn registering_again_tells_nobody_but_the_holder() {
    let world = World::new().await;
    world.user("ana").await;
    registration::register(&world.app, registration(&address("ana"), "another password")).await.unwrap();
    assert_eq!(world.letter_to("ana").await, Letter::AlreadyRegistered);
    sign_in(&world.app, attempt(&address("ana"), PASSWORD)).await.unwrap();

    // Not confirmed yet: the newest wish counts, and the first link works no longer.
    registration::register(&world.app, registration(&address("bea"), PASSWORD)).await.unwrap();
    let Letter::ConfirmAddress { token: first, .. } = world.letter_to("bea").await else { panic!() };
    registration::register(&world.app, registration(&address("bea"), "another password")).await.unwrap();
    let Letter::ConfirmAddress { token: second, .. } = world.letter_to("bea").await else { panic!() };
    assert!(registration::check_link(&world.app, &first, LinkPurpose::Confirm).await.is_err());
    registration::confirm(&world.app, &second, "another password", BROWSER).await.unwrap();
}

#[tokio::test]
async fn who_changes_the_password_and_who_resets_it_do_not_wait_for_each_other() {
    let world = World::new().await;
    let ana = world.user("ana").await;
    registration::request_reset(&world.app, &address("ana"), NETWORK).await.unwrap();
    let Letter::ResetPassword { token } = world.letter_to("ana").await else { panic!() };
    // Somebody is in the middle of changing it: the user first, the links that were sent before next.
    let mut changing = world.database.db.write().await.unwrap();
    store::users::lock(&mut changing, ana).await.unwrap();
    let app = world.app.clone();
    let reset = tokio::spawn(async move { registration::reset(&app, &token, "four geese in a row").await });
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    store::links::void(&mut changing, ana, LinkPurpose::Reset, world.app.clock.now()).await.unwrap();
    changing.commit().await.unwrap();
    let late = reset.await.unwrap().unwrap_err();
    assert!(matches!(late, Error::NotFound), "the link works no longer: {late}");
}

#[tokio::test]
async fn a_wrong_registration_names_every_field() {
    let world = World::new().await;
    let request =
        Registration { name: " ", email: "ana", password: "short", locale: "xx", network: NETWORK, next: "" };
    let Error::Wrong(fields) = registration::register(&world.app, request).await.unwrap_err() else {
        panic!()
    };
    let fields: Vec<_> = fields.iter().map(|field| (field.field, field.code)).collect();
    assert_eq!(
        fields,
        [
            ("name", "error-required"),
            ("email", "error-email"),
            ("locale", "error-choice"),
            ("password", "error-password-short")
        ]
    );
    assert!(world.letters().await.is_empty());
}

#[tokio::test]
async fn letters_to_one_address_are_braked() {
    let world = World::new().await;
    for _ in 0..5 {
        registration::request_reset(&world.app, "nobody@example.org", NETWORK).await.unwrap();
    }
    let braked = registration::request_reset(&world.app, "nobody@example.org", NETWORK).await.unwrap_err();
    assert!(matches!(braked, Error::Busy { retry_after_s: 3600 }), "{braked}");
    registration::request_reset(&world.app, "else@example.org", NETWORK).await.unwrap();
    assert!(world.letters().await.is_empty(), "there is nobody to write to");
    world.app.clock.advance(3601);
    registration::request_reset(&world.app, "nobody@example.org", NETWORK).await.unwrap();
}

#[tokio::test]
async fn unknown_and_wrong_are_answered_alike() {
    let world = World::new().await;
    world.user("ana").await;
    for login in [address("ana"), address("nobody"), "MARL0001".into(), String::new(), "x".repeat(5000)] {
        let refused = sign_in(&world.app, attempt(&login, "a wrong password")).await.unwrap_err();
        assert!(refused.has_code("error-sign-in"), "{login}: {refused}");
    }
}

#[tokio::test]
async fn ten_failures_lock_out_for_a_quarter_of_an_hour() {
    let world = World::new().await;
    world.user("ana").await;
    let ana = address("ana");
    for _ in 0..10 {
        sign_in(&world.app, attempt(&ana, "a wrong password")).await.unwrap_err();
    }
    let locked = sign_in(&world.app, attempt(&ana, PASSWORD)).await.unwrap_err();
    assert!(matches!(locked, Error::Busy { retry_after_s: 900 }), "{locked}");
    let elsewhere = SignIn { network: "198.51.100.0/24", ..attempt(&ana, PASSWORD) };
    sign_in(&world.app, elsewhere).await.unwrap();
    world.app.clock.advance(901);
    sign_in(&world.app, attempt(&ana, PASSWORD)).await.unwrap();
}

#[tokio::test]
async fn who_signs_in_rightly_is_never_braked() {
    let world = World::new().await;
    world.user("ana").await;
    for _ in 0..12 {
        sign_in(&world.app, attempt(&address("ana"), PASSWORD)).await.unwrap();
    }
}

#[tokio::test]
async fn a_lost_password_is_replaced_once_and_sessions_end() {
    let world = World::new().await;
    world.user("ana").await;
    let session = world.sign_in("ana").await;
    registration::request_reset(&world.app, "ANA@example.org", NETWORK).await.unwrap();
    let Letter::ResetPassword { token } = world.letter_to("ana").await else { panic!() };

    let common = registration::reset(&world.app, &token, "password123").await.unwrap_err();
    assert!(common.has_code("error-password-common"), "{common}");
    registration::reset(&world.app, &token, "a new password").await.unwrap();
    assert_eq!(world.letter_to("ana").await, Letter::PasswordChanged);
    assert!(sessions::resume(&world.app, &session).await.unwrap().user().is_none());
    assert!(registration::reset(&world.app, &token, "yet another one").await.is_err());
    sign_in(&world.app, attempt(&address("ana"), "a new password")).await.unwrap();

    registration::request_reset(&world.app, &address("ana"), NETWORK).await.unwrap();
    let Letter::ResetPassword { token } = world.letter_to("ana").await else { panic!() };
    world.app.clock.advance(30 * 60);
    assert!(
        registration::reset(&world.app, &token, "yet another one").await.is_err(),
        "half an hour is over"
    );
}

#[tokio::test]
async fn sessions_end_when_unused_or_old() {
    let world = World::new().await;
    world.user("ana").await;
    let token = world.sign_in("ana").await;
    let day_s = 86_400;
    for _ in 0..3 {
        world.app.clock.advance(29 * day_s);
        assert!(
            sessions::resume(&world.app, &token).await.unwrap().user().is_some(),
            "used within thirty days"
        );
    }
    world.app.clock.advance(3 * day_s);
    assert!(sessions::resume(&world.app, &token).await.unwrap().user().is_none(), "ninety days are over");

    let token = world.sign_in("ana").await;
    world.app.clock.advance(30 * day_s);
    assert!(sessions::resume(&world.app, &token).await.unwrap().user().is_none(), "unused for thirty days");
    for wrong in ["", "x", &"0".repeat(64)] {
        assert!(sessions::resume(&world.app, wrong).await.unwrap().user().is_none());
    }
}

#[tokio::test]
async fn sessions_are_listed_and_revoked() {
    let world = World::new().await;
    world.user("ana").await;
    world.user("bea").await;
    let (here, there) = (world.sign_in("ana").await, world.sign_in("ana").await);
    let ana = sessions::resume(&world.app, &here).await.unwrap();
    let list = sessions::list(&world.app, &ana).await.unwrap();
    assert_eq!(list.len(), 2);
    let other = list.iter().find(|found| Some(found.uuid) != ana.session().map(|own| own.uuid)).unwrap();

    let bea = world.session("bea").await;
    assert!(matches!(sessions::revoke(&world.app, &bea, other.uuid).await, Err(Error::NotFound)));
    sessions::revoke(&world.app, &ana, other.uuid).await.unwrap();
    assert!(sessions::resume(&world.app, &there).await.unwrap().user().is_none());

    let third = world.sign_in("ana").await;
    sessions::revoke_others(&world.app, &ana).await.unwrap();
    assert!(sessions::resume(&world.app, &third).await.unwrap().user().is_none());
    assert!(sessions::resume(&world.app, &here).await.unwrap().user().is_some());
    sessions::sign_out(&world.app, &here).await.unwrap();
    assert!(sessions::resume(&world.app, &here).await.unwrap().user().is_none());
}

#[tokio::test]
async fn changing_the_password_ends_the_other_sessions() {
    let world = World::new().await;
    world.user("ana").await;
    let (here, there) = (world.sign_in("ana").await, world.sign_in("ana").await);
    let ana = sessions::resume(&world.app, &here).await.unwrap();
    let wrong =
        users::change_password(&world.app, &ana, "a wrong password", "a new password").await.unwrap_err();
    assert!(wrong.has_code("error-password-wrong"), "{wrong}");
    users::change_password(&world.app, &ana, PASSWORD, "a new password").await.unwrap();
    assert_eq!(world.letter_to("ana").await, Letter::PasswordChanged);
    assert!(sessions::resume(&world.app, &here).await.unwrap().user().is_some());
    assert!(sessions::resume(&world.app, &there).await.unwrap().user().is_none());
}

#[tokio::test]
async fn a_new_address_is_confirmed_there_and_told_to_the_old() {
    let world = World::new().await;
    world.user("ana").await;
    world.user("bea").await;
    let ana = world.session("ana").await;
    users::request_email(&world.app, &ana, PASSWORD, "ana@new.example").await.unwrap();
    let envelope = world.letters().await.remove(0);
    assert_eq!(envelope.to, "ana@new.example");
    let Letter::ConfirmNewAddress { token } = envelope.letter else { panic!() };

    let bea = world.session("bea").await;
    assert!(users::confirm_email(&world.app, &bea, &token).await.is_err(), "another user's link");
    users::confirm_email(&world.app, &ana, &token).await.unwrap();
    assert_eq!(world.letter_to("ana").await, Letter::AddressChanged { masked: "a…@new.example".into() });
    sign_in(&world.app, attempt("ana@new.example", PASSWORD)).await.unwrap();
    assert!(sign_in(&world.app, attempt(&address("ana"), PASSWORD)).await.is_err());

    let again = sign_in(&world.app, attempt("ana@new.example", PASSWORD)).await.unwrap().signed_in().unwrap();
    let ana = sessions::resume(&world.app, &again.token).await.unwrap();
    users::request_email(&world.app, &ana, PASSWORD, &address("bea")).await.unwrap();
    let Letter::ConfirmNewAddress { token } = world.letter_to("bea").await else { panic!() };
    let taken = users::confirm_email(&world.app, &ana, &token).await.unwrap_err();
    assert!(taken.has_code("error-email-taken"), "{taken}");
}
