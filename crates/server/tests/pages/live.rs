//! Open pages as browsers hold them open: what they are told, how many there may be, and what ends them.
#![expect(clippy::expect_used, reason = "helpers of tests stop at what cannot be")]

use app::live::{Counts, Listener, Watch};
use ledger::ExchangeId;
use server::live::Listening;
use server::testing::{Browser, TestServer};
use server::web::cookies;

async fn town() -> (TestServer, ExchangeId) {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    server.world.member("ana", exchange).await;
    server.world.member("ben", exchange).await;
    (server, exchange)
}

/// Listens as this browser does.
async fn listen(server: &TestServer, exchange: ExchangeId, browser: &Browser<'_>) -> Option<Listening> {
    let token = browser.cookie(cookies::session_name(&server.server.public)).expect("a session");
    let actor = app::sessions::resume(&server.world.app, &token).await.expect("the database answers");
    let listener = Listener::new(&actor, exchange).expect("a member");
    server.server.live.listen(listener, "192.0.2.0/24", Counts::default())
}

async fn write(server: &TestServer, to: &str) {
    let ana = server.as_user("ana").await;
    let app = &server.world.app;
    let id = app.random.uuid(app.clock.now()).expect("chance").to_string();
    let sent = ana.post(&format!("/MARL/messages/to/{to}"), &[("id", &id), ("text", "Good day!")]).await;
    sent.assert_status(303);
}

#[tokio::test]
async fn an_open_page_is_told_what_is_new_in_its_language() {
    let (server, exchange) = town().await;
    let ben = server.as_user("ben").await;
    let page = ben.get("/MARL").await;
    page.assert_has("data-events=\"/MARL/events\"").assert_has("data-live=\"unread\" hidden");
    let told = ben.get("/MARL/events").await;
    told.assert_status(200).assert_has("event: counts").assert_has("\"unread\":{\"count\":0");
    let mut listening = listen(&server, exchange, &ben).await.expect("a place");
    let mut watch = Watch::default();
    write(&server, "0003").await;
    server.server.live.look(&server.world.app, &mut watch).await.expect("the database answers");
    assert_eq!(listening.counts.borrow_and_update().unread, 1);
    ben.post("/me", &[("name", "ben"), ("locale", "es")]).await.assert_status(303);
    ben.get("/MARL/events").await.assert_has("\"count\":1").assert_has("1 conversación con algo nuevo");
    ben.get("/MARL").await.assert_has("data-live=\"unread\"><span aria-hidden=\"true\">1<");
    server.anon().get("/exchanges").await.assert_lacks("data-events");
}

#[tokio::test]
async fn a_stream_ends_with_its_session_and_with_the_server() {
    let (server, exchange) = town().await;
    let (phone, laptop) = (server.as_user("ben").await, server.as_user("ben").await);
    let on_phone = listen(&server, exchange, &phone).await.expect("a place");
    let on_laptop = listen(&server, exchange, &laptop).await.expect("a place");
    let mut watch = Watch::default();
    phone.post("/sign-out", &[]).await.assert_status(303);
    server.server.live.look(&server.world.app, &mut watch).await.expect("the database answers");
    assert!(on_phone.counts.has_changed().is_err() && on_laptop.counts.has_changed().is_ok());
    server.server.live.end();
    assert!(on_laptop.counts.has_changed().is_err());
    laptop.get("/MARL/events").await.assert_status(204);
    laptop.get("/MARL").await.assert_status(200);
}

#[tokio::test]
async fn one_person_holds_few_lines() {
    let (server, exchange) = town().await;
    let ben = server.as_user("ben").await;
    let mut held = Vec::new();
    while let Some(listening) = listen(&server, exchange, &ben).await {
        held.push(listening);
    }
    assert_eq!(held.len(), 6);
    ben.get("/MARL/events").await.assert_status(204);
    server.as_user("ana").await.get("/MARL/events").await.assert_status(200);
    held.pop();
    ben.get("/MARL/events").await.assert_status(200);
}
