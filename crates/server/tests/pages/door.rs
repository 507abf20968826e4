//! The door: who gets in, what is asked at it, and what becomes of refusals, as a browser meets it.

use axum::body::Body;
use axum::http::{Request, header};
use server::testing::TestServer;

#[tokio::test]
async fn one_signs_in_with_an_address_or_a_number_and_out_again() {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    let ana = server.world.member("ana", exchange).await;
    for login in ["ana@example.org", ana.number.as_str(), "marl 0002"] {
        let browser = server.anon();
        let page = browser.get("/sign-in?next=/MARL/people").await;
        page.assert_status(200).assert_has("name=\"csrf\"");
        assert_eq!(page.field("next"), Some("/MARL/people"));
        let fields = [("login", login), ("password", app::testing::PASSWORD), ("next", "/MARL/people")];
        let token = page.field("csrf").expect("a token").to_owned();
        let entered = browser.post_with_token("/sign-in", &fields, &token).await;
        entered.assert_status(303);
        assert_eq!(entered.location(), "/MARL/people", "{login}");
        assert!(browser.cookie("ayni").is_some() && browser.cookie("ayni-form").is_none());
        let left = browser.post("/sign-out", &[]).await;
        assert!(left.headers["clear-site-data"].to_str().expect("text").contains("storage"));
        assert_eq!(browser.cookie("ayni"), None);
    }
}

#[tokio::test]
async fn a_wrong_password_keeps_what_was_typed_and_tells_nothing() {
    let server = TestServer::new().await;
    let wrong = [("login", "root@example.org"), ("password", "not this one at all")];
    let page = server.anon().post("/sign-in", &wrong).await;
    page.assert_status(422).assert_has("root@example.org").assert_lacks("not this one at all");
    let nobody = [("login", "nobody@example.org"), ("password", "not this one at all")];
    let other = server.anon().post("/sign-in", &nobody).await;
    let mistake = |text: &str| text.split("id=\"password-error\"").nth(1).map(|rest| rest[..120].to_owned());
    assert_eq!(mistake(&page.text), mistake(&other.text));
}

#[tokio::test]
async fn forms_from_elsewhere_change_nothing() {
    let server = TestServer::new().await;
    let root = server.as_user("root").await;
    let forged = root.post_with_token("/sign-out", &[], "0000").await;
    forged.assert_status(403).assert_has("<h1");
    let crossed = Request::post("/sign-out").header("sec-fetch-site", "cross-site");
    let crossed = root.send(crossed.body(Body::empty()).expect("a request")).await;
    crossed.assert_status(403);
    root.post("/sign-out", &[]).await.assert_status(303);
}

#[tokio::test]
async fn nobody_is_led_elsewhere_after_signing_in() {
    let server = TestServer::new().await;
    for next in ["https://evil.example/", "//evil.example", "/\\evil.example"] {
        let fields = [("login", "root@example.org"), ("password", app::testing::PASSWORD), ("next", next)];
        let page = server.anon().post("/sign-in", &fields).await;
        assert_eq!(page.location(), "/", "{next}");
    }
}

#[tokio::test]
async fn every_answer_is_a_page_in_the_language_of_the_reader() {
    let server = TestServer::new().await;
    for language in ["en", "es", "ca", "fr", "pt"] {
        for path in ["/nothing/here", "/NONE", "/static/none.css"] {
            let page = server.anon().get_in(language, path).await;
            page.assert_status(404).assert_has(&format!("lang=\"{language}\"")).assert_has("<h1");
            assert!(page.headers.contains_key(header::CONTENT_SECURITY_POLICY), "{path}");
        }
    }
}

#[tokio::test]
async fn health_is_told() {
    let server = TestServer::new().await;
    server.anon().get("/healthz").await.assert_status(200).assert_has("ok");
    server.world.app.stop().await;
    server.anon().get("/healthz").await.assert_status(503);
}

#[tokio::test]
async fn the_routes_are_listed() {
    let server = TestServer::new().await;
    let table = server::router::table(&server.server);
    let listed = |method: &str, path: &str| {
        table.iter().any(|route| route.method.as_str() == method && route.path == path)
    };
    assert!(listed("GET", "/healthz") && listed("POST", "/sign-in") && listed("GET", "/static/{file}"));
    for route in &table {
        assert_eq!(table.iter().filter(|other| *other == route).count(), 1, "{route:?} twice");
    }
}
