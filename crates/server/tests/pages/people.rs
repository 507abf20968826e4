//! Pages of people: the directory, a member, one's own page, inviting and joining.

use app::exchanges::{self, Joining};
use app::mail::Letter;
use app::testing::{founding, texts};
use app::{accounts, members};
use ledger::policy::Shape;
use server::testing::TestServer;

/// A server with the exchange MARL and its members ana and ben.
async fn marl() -> (TestServer, ledger::ExchangeId) {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    server.world.member("ana", exchange).await;
    server.world.member("ben", exchange).await;
    (server, exchange)
}

#[tokio::test]
async fn the_directory_is_searched_by_name_and_number() {
    let (server, _) = marl().await;
    let ana = server.as_user("ana").await;
    let all = ana.get("/MARL/people").await;
    all.assert_status(200)
        .assert_has("class=\"sub\">0002<")
        .assert_has("class=\"sub\">0003<")
        .assert_has("/MARL/invite");
    ana.get("/MARL/people?q=BE").await.assert_has("class=\"sub\">0003<").assert_lacks("class=\"sub\">0002<");
    ana.get("/MARL/people?q=0002")
        .await
        .assert_has("class=\"sub\">0002<")
        .assert_lacks("class=\"sub\">0003<");
    ana.get("/MARL/people?q=%3Cnobody%3E").await.assert_status(200).assert_lacks("<nobody>");
    server.anon().get("/MARL/people").await.assert_status(303);
    server.as_user("root").await.get("/MARL/people").await.assert_status(200);
}

#[tokio::test]
async fn a_long_directory_goes_on_by_key() {
    let (server, exchange) = marl().await;
    for number in 0..31 {
        server.world.member(&format!("zoe-{number:02}"), exchange).await;
    }
    let ana = server.as_user("ana").await;
    let first = ana.get("/MARL/people").await;
    let (_, rest) = first.text.split_once("/MARL/people?q=&#38;name=").expect("a link to the next page");
    let next = format!("/MARL/people?q=&name={}", rest.split('"').next().unwrap_or("")).replace("&#38;", "&");
    let second = ana.get(&next).await;
    second.assert_status(200).assert_has("zoe-30").assert_lacks("zoe-01<");
}

#[tokio::test]
async fn a_member_s_page_shows_what_the_reader_may_see() {
    let (server, exchange) = marl().await;
    server.world.coordinator("cleo", exchange).await;
    let ana = server.as_user("ana").await;
    let page = ana.get("/MARL/people/0003").await;
    page.assert_status(200).assert_has("/MARL/trade?with=0003").assert_has("class=\"scale\"");
    page.assert_lacks("/people/0003/statement").assert_lacks("/admin/");
    ana.get("/MARL/people/0002").await.assert_has("/MARL/profile").assert_lacks("/MARL/trade?with=");
    ana.get("/MARL/people/9999").await.assert_status(404);
    let cleo = server.as_user("cleo").await.get("/MARL/people/0003").await;
    cleo.assert_has("/MARL/people/0003/statement").assert_lacks("/admin/");
    let admin = server.as_user("admin-marl").await.get("/MARL/people/0003").await;
    admin.assert_has("/MARL/people/0003/statement").assert_has("/MARL/admin/people/0003");
    server.world.user("stranger").await;
    server.as_user("stranger").await.get("/MARL/people/0003").await.assert_status(404);
}

#[tokio::test]
async fn a_time_bank_may_hide_records() {
    let (server, exchange) = marl().await;
    let app = &server.world.app;
    let mut policy = accounts::policy(app, exchange).await.unwrap();
    (policy.shape, policy.hides_records) = (Shape::TimeBank, true);
    accounts::set_policy(app, &server.world.admin("MARL").await, exchange, policy, "agreed").await.unwrap();
    let ana = server.as_user("ana").await;
    ana.get("/MARL/people/0003").await.assert_lacks("class=\"scale\"").assert_has("records are not shown");
    ana.get("/MARL/people/0002").await.assert_has("class=\"scale\"");
    ana.get("/MARL/people?q=ben").await.assert_lacks("acorns");
}

#[tokio::test]
async fn one_s_own_page_is_changed_and_wrong_words_are_kept() {
    let (server, _) = marl().await;
    let ana = server.as_user("ana").await;
    ana.get("/MARL/profile").await.assert_status(200).assert_has("value=\"ana\"");
    let wrong = [
        ("name", "Ana Ruiz"),
        ("contact-2-kind", "mail"),
        ("contact-2-sight", "exchange"),
        ("contact-2", "no address"),
        ("about", "I mend <b>zips</b>."),
        ("portrait", "p108"),
    ];
    let again = ana.post("/MARL/profile", &wrong).await;
    again.assert_status(422).assert_has("Ana Ruiz").assert_has("no address").assert_has("contact-2-error");
    again.assert_has("value=\"p108\" checked").assert_lacks("<b>zips");
    let faces = ana.post("/MARL/profile", &[&wrong[..], &[("lot", "3")]].concat()).await;
    faces
        .assert_status(200)
        .assert_has("Ana Ruiz")
        .assert_has("value=\"p108\" checked")
        .assert_has("value=\"4\"");
    let right = [
        ("name", "Ana Ruiz"),
        ("about", "I mend zips."),
        ("skills", "Zips and bags"),
        ("languages", "Spanish"),
        ("contact-1-kind", "phone"),
        ("contact-1-sight", "exchange"),
        ("contact-1", "+34 600 000 000"),
        ("contact-2-kind", "signal"),
        ("contact-2-sight", "linked"),
        ("contact-2", "+34 600 000 001"),
        ("contact-3-kind", "mail"),
        ("contact-3-sight", "hidden"),
        ("contact-3", "ana@example.org"),
    ];
    let saved = ana.post("/MARL/profile", &right).await;
    assert_eq!(saved.location(), "/MARL/people/0002");
    let shown = server.as_user("ben").await.get("/MARL/people/0002").await;
    shown.assert_has("Ana Ruiz").assert_has("I mend zips.").assert_has("tel:+34600000000");
    shown.assert_has("https://signal.me/#p/+34600000001").assert_has("Zips and bags").assert_has("Spanish");
    shown.assert_lacks("ana@example.org");
    ana.get("/MARL/people/0002").await.assert_has("mailto:ana@example.org").assert_has(">Hidden<");
    let form = ana.get("/MARL/profile").await;
    form.assert_has("value=\"+34 600 000 001\"").assert_has("<option value=\"hidden\" selected>");
}

#[tokio::test]
async fn an_invitation_leads_a_stranger_to_the_form_and_in() {
    let (server, exchange) = marl().await;
    let world = &server.world;
    let admin = world.admin("MARL").await;
    let closed = exchanges::Texts { joining: Joining::Invited, ..texts("MARL") };
    exchanges::edit(&world.app, &admin, exchange, &closed).await.unwrap();
    exchanges::set_terms(&world.app, &admin, exchange, "Be kind.").await.unwrap();
    world.letters().await;

    let bad = server.as_user("ana").await.post("/MARL/invite", &[("email", "dan")]).await;
    bad.assert_status(422).assert_has("value=\"dan\"");
    let sent = server.as_user("admin-marl").await.post("/MARL/invite", &[("email", "dan@example.org")]).await;
    sent.assert_status(303);
    let Letter::Invitation { token, .. } = world.letter_to("dan").await else { panic!("no invitation") };

    server
        .anon()
        .get("/MARL/join")
        .await
        .assert_status(200)
        .assert_has("by invitation")
        .assert_lacks("/register");
    let join = format!("/MARL/join?invitation={token}");
    let begin = server.anon().get(&join).await;
    begin
        .assert_has("admin-marl")
        .assert_has("Be kind.")
        .assert_has("/register?next=/MARL/join%3Finvitation%3D");

    world.user("dan").await;
    let dan = server.as_user("dan").await;
    let form = dan.get(&join).await;
    form.assert_has("name=\"terms\"").assert_has("value=\"dan@example.org\"");
    let version = form.field("terms_version").expect("a version").to_owned();
    let mut typed = vec![
        ("invitation", token.as_str()),
        ("name", "Dan"),
        ("kind", "individual"),
        ("application", "Hello"),
    ];
    let again = dan.post("/MARL/join", &typed).await;
    again.assert_status(422).assert_has("terms-error").assert_has(">\nHello</textarea>");
    typed.extend([("terms", "on"), ("terms_version", version.as_str())]);
    let welcomed = dan.post("/MARL/join", &typed).await;
    assert_eq!(welcomed.location(), "/MARL", "an administrator's invitation is the welcome");
    dan.get("/MARL/people/4").await.assert_has("/MARL/profile");
    world.letters().await;
}

#[tokio::test]
async fn an_application_waits_and_is_taken_back() {
    let (server, _) = marl().await;
    let world = &server.world;
    world.user("dan").await;
    let dan = server.as_user("dan").await;
    server.anon().post("/MARL/join", &[("name", "Dan")]).await.assert_status(403);
    let typed = [("name", "Dan"), ("kind", "shared"), ("application", "I know ana.")];
    let odd = dan.post("/MARL/join", &[("name", "Dan"), ("kind", "administration")]).await;
    odd.assert_status(422).assert_has("kind");
    assert_eq!(dan.post("/MARL/join", &typed).await.location(), "/MARL/join");
    dan.get("/MARL/join").await.assert_has("I know ana.").assert_has("/MARL/join/withdraw");
    dan.post("/MARL/join", &typed).await.assert_status(403).assert_has("asked to join already");
    assert_eq!(dan.post("/MARL/join/withdraw", &[]).await.location(), "/MARL/join");
    dan.get("/MARL/join").await.assert_has("name=\"application\"").assert_lacks("withdraw");
    dan.post("/MARL/join/withdraw", &[]).await.assert_status(404);
    let admin = world.admin("MARL").await;
    let exchange = exchanges::by_code(&world.app, &admin, "MARL").await.unwrap().id;
    assert!(members::applicants(&world.app, &admin, exchange).await.unwrap().is_empty());
    world.letters().await;
}

#[tokio::test]
async fn nobody_joins_an_exchange_that_waits_itself() {
    let server = TestServer::new().await;
    let world = &server.world;
    world.user("founder").await;
    exchanges::found(&world.app, &world.actor("founder").await, founding("NEWX")).await.unwrap();
    world.letters().await;
    world.user("dan").await;
    server.as_user("dan").await.get("/NEWX/join").await.assert_status(404);
}
