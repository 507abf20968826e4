//! Programs that sign people in: what their sessions open, and what ends with a password.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use app::mail::Letter;
use app::testing::{NETWORK, PASSWORD, World, address};
use app::tokens::{self, Client, PasswordGrant, Program, Scopes};
use app::{registration, sessions};
use sha2::{Digest as _, Sha256};

const APP: Program<'static> = Program { client: Client::App, agent: "Test app", network: NETWORK };

async fn signed_in(world: &World, name: &str) -> tokens::Holder {
    let login = address(name);
    let grant = PasswordGrant { login: &login, password: PASSWORD, code: "" };
    let given = tokens::by_password(&world.app, APP, grant, &Scopes::usual()).await.unwrap();
    tokens::resume(&world.app, &given.access).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_session_of_a_program_opens_no_page() {
    let world = World::new().await;
    world.user("ana").await;
    let holder = signed_in(&world, "ana").await;
    let session = holder.actor.session().unwrap().uuid;
    // What is kept at hand is kept under names that anybody who reads a token can work out.
    let named = Sha256::new().chain_update("ayni named\n").chain_update(session).finalize();
    let hashed = Sha256::digest(named);
    for bytes in [named.as_slice(), hashed.as_slice(), session.as_bytes().as_slice()] {
        let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let actor = sessions::resume(&world.app, &text).await.unwrap();
        assert!(actor.user().is_none(), "{text}");
    }
}

#[tokio::test]
async fn a_program_on_another_network_is_told_of() {
    let world = World::new().await;
    world.user("ana").await;
    signed_in(&world, "ana").await;
    signed_in(&world, "ana").await;
    assert!(world.letters().await.is_empty());
    let elsewhere = Program { network: "198.51.100.0/24", ..APP };
    let grant = PasswordGrant { login: &address("ana"), password: PASSWORD, code: "" };
    tokens::by_password(&world.app, elsewhere, grant, &Scopes::usual()).await.unwrap();
    assert!(matches!(world.letter_to("ana").await, Letter::SignIn { .. }));
}

#[tokio::test]
async fn codes_of_older_letters_end_with_the_password() {
    let world = World::new().await;
    world.user("ana").await;
    let ana = world.actor("ana").await.user().unwrap().uuid;
    let service = app::actor::Actor::service();
    let code = tokens::code_for(&world.app, &service, ana, &Scopes::usual()).await.unwrap();
    registration::request_reset(&world.app, &address("ana"), NETWORK).await.unwrap();
    let Letter::ResetPassword { token } = world.letter_to("ana").await else { panic!() };
    registration::reset(&world.app, &token, "four ducks on a pond").await.unwrap();
    let denied = tokens::by_code(&world.app, APP, &code, &Scopes::default()).await;
    assert!(matches!(denied, Err(tokens::Stop::Denied(tokens::Denied::Token))), "{denied:?}");
}
