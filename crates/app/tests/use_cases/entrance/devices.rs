//! Browsers: known by a cookie, told when they are new, and ended.

use app::mail::{Letter, SignInNews};
use app::sessions;
use app::sign_in::{SignIn, sign_in};
use app::testing::{NETWORK, PASSWORD, World, address};

/// Signs in with a browser that is known by this, and gives what it is known by from now on.
async fn enter(world: &World, name: &str, device: &str) -> Option<String> {
    let login = address(name);
    let request = SignIn { login: &login, password: PASSWORD, agent: "Firefox", network: NETWORK, device };
    let entered = sign_in(&world.app, request).await.unwrap_or_else(|error| panic!("{error}"));
    entered.signed_in().unwrap_or_else(|| panic!("{name} is asked for a code")).device
}

#[tokio::test]
async fn a_browser_that_was_not_used_before_is_told_but_the_first() {
    let world = World::new().await;
    world.user("ana").await;
    let first = enter(&world, "ana", "").await.expect("a token for the cookie");
    assert!(world.letters().await.is_empty(), "the first of all");
    assert_eq!(enter(&world, "ana", &first).await, None, "known");
    assert!(world.letters().await.is_empty());
    let other = enter(&world, "ana", "").await.expect("another browser");
    let told = world.letter_to("ana").await;
    assert_eq!(told, Letter::SignIn { news: SignInNews::NewDevice, detail: "Firefox".to_owned() });
    for known in [&first, &other] {
        assert_eq!(enter(&world, "ana", known).await, None);
    }
    // Nonsense in the cookie is no device.
    assert!(enter(&world, "ana", "nonsense").await.is_some());
    world.letters().await;

    // A browser that two people share is known to each of them.
    world.user("ben").await;
    enter(&world, "ben", "").await;
    assert_eq!(enter(&world, "ben", &first).await, None, "the browser keeps its cookie");
    let told = world.letter_to("ben").await;
    assert!(matches!(told, Letter::SignIn { news: SignInNews::NewDevice, .. }), "{told:?}");
    assert_eq!(enter(&world, "ben", &first).await, None);
    assert!(world.letters().await.is_empty());
}

#[tokio::test]
async fn a_browser_is_forgotten_after_a_year() {
    let world = World::new().await;
    world.user("ana").await;
    let first = enter(&world, "ana", "").await.unwrap();
    world.app.clock.advance(sessions::DEVICE_S - 1);
    app::jobs::sweep(&world.app).await.unwrap();
    let other = enter(&world, "ana", "").await.unwrap();
    world.letters().await;
    world.app.clock.advance(2);
    app::jobs::sweep(&world.app).await.unwrap();
    assert_eq!(enter(&world, "ana", &other).await, None);
    enter(&world, "ana", &first).await;
    assert_eq!(world.letters().await.len(), 1, "the first was forgotten");
}
