//! Many trades at once and the page of an exchange, as their readers meet them.
#![expect(clippy::unwrap_used, reason = "helpers of tests have nothing better to do than fail")]

use app::exchanges::{self, Joining};
use ledger::ExchangeId;
use server::testing::{Browser, Page, TestServer};

async fn scene() -> (TestServer, ExchangeId) {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    for name in ["ana", "ben"] {
        server.world.member(name, exchange).await;
    }
    server.world.coordinator("gwen", exchange).await;
    (server, exchange)
}

async fn look(browser: &Browser<'_>, table: &str) -> Page {
    let id = browser.get("/MARL/many").await.field("id").unwrap().to_owned();
    browser.post("/MARL/many", &[("id", &id), ("table", table), ("do", "look")]).await
}

fn decoded(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&#34;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

#[tokio::test]
async fn a_sheet_is_looked_at_and_recorded_once() {
    let (server, _) = scene().await;
    let gwen = server.as_user("gwen").await;
    let looked = look(&gwen, "2,3,12.50,Bread\n3,99,4,Nobody there\n2,3,1000,Too much\n").await;
    looked
        .assert_status(200)
        .assert_has("One line is good, 12.50\u{a0}acorns.")
        .assert_has("2 cannot be recorded as they are")
        .assert_has("ben (MARL0003) provided to ana (MARL0002)")
        .assert_has("Who provided: Nobody fits “99”")
        .assert_has("Record this trade");
    let (id, table) = (looked.field("id").unwrap(), decoded(looked.field("table").unwrap()));
    let form = [("id", id), ("table", &table), ("good", "1"), ("do", "post")];
    for _ in 0..2 {
        let done = gwen.post("/MARL/many", &form).await;
        done.assert_status(200).assert_has("One trade is recorded, 12.50\u{a0}acorns.");
    }
    let ana = server.as_user("ana").await.get("/MARL/statement").await;
    assert_eq!(ana.text.matches("Bread").count(), 1, "{}", ana.text);
    ana.assert_has("entered by gwen");
}

#[tokio::test]
async fn what_was_typed_is_kept() {
    let (server, _) = scene().await;
    let gwen = server.as_user("gwen").await;
    let typed =
        [("payee", "2"), ("payer", "3"), ("amount", "7"), ("description", "Plum <jam>"), ("date", "")];
    let more = gwen.post("/MARL/many", &[&typed[..], &[("do", "more")]].concat()).await;
    more.assert_status(200).assert_has("value=\"Plum &#60;jam&#62;\"");
    let empty = gwen.post("/MARL/many", &[("do", "look")]).await;
    empty.assert_status(422).assert_has("There is no line to record yet");
    let looked = gwen.post("/MARL/many", &[&typed[..], &[("do", "look")]].concat()).await;
    looked.assert_status(200).assert_has("Counts at once");
    let (id, table) = (looked.field("id").unwrap(), decoded(looked.field("table").unwrap()));
    let table = table.replace("&#60;", "<").replace("&#62;", ">");
    let changed = gwen.post("/MARL/many", &[("id", id), ("table", &table), ("do", "change")]).await;
    changed.assert_status(200).assert_has("value=\"Plum &#60;jam&#62;\"");
}

#[tokio::test]
async fn nothing_is_recorded_when_something_has_changed() {
    let (server, _) = scene().await;
    let gwen = server.as_user("gwen").await;
    let id = gwen.get("/MARL/many").await.field("id").unwrap().to_owned();
    let table = "payer,payee,amount,description,date\n2,3,10,Bread,\n2,3,200,Too much,\n";
    let form = [("id", id.as_str()), ("table", table), ("good", "1"), ("good", "2"), ("do", "post")];
    let refused = gwen.post("/MARL/many", &form).await;
    refused.assert_status(422).assert_has("Something has changed since you looked");
    server.as_user("ana").await.get("/MARL/statement").await.assert_lacks("Bread");
}

#[tokio::test]
async fn members_record_their_own_and_strangers_nothing() {
    let (server, _) = scene().await;
    let ana = server.as_user("ana").await;
    ana.get("/MARL/many").await.assert_has("Your number is MARL0002");
    look(&ana, "2,3,5,Eggs").await.assert_has("One line is good");
    look(&ana, "3,4,5,Eggs of others").await.assert_lacks("Record this trade");
    let other = server.world.exchange("VALD").await;
    server.world.member("vera", other).await;
    server.as_user("vera").await.get("/MARL/many").await.assert_status(403);
    server.anon().get("/MARL/many").await.assert_status(303);
}

#[tokio::test]
async fn an_exchange_tells_its_rules_to_everyone_and_its_affairs_to_members() {
    let (server, exchange) = scene().await;
    for language in ["en", "es", "ca", "fr", "pt"] {
        let visitor = server.anon().get_in(language, "/MARL/about").await;
        visitor.assert_status(200).assert_has("MARL exchange").assert_lacks("about-").assert_lacks("rule-");
    }
    let visitor = server.anon().get("/MARL/about").await;
    visitor
        .assert_has("Either of you records a trade")
        .assert_has("You may go down to \u{200e}\u{2212}150.00\u{a0}acorns.")
        .assert_has("href=\"/MARL/join\"")
        .assert_lacks("MARL0000")
        .assert_lacks("gwen");
    let ana = server.as_user("ana").await.get("/MARL/about").await;
    ana.assert_has("MARL0000").assert_has("gwen").assert_lacks("/MARL/join").assert_lacks("@example.org");
    let texts = exchanges::Texts { joining: Joining::Invited, ..app::testing::texts("MARL exchange") };
    let admin = server.world.admin("MARL").await;
    exchanges::edit(&server.world.app, &admin, exchange, &texts).await.unwrap();
    server.anon().get("/MARL/about").await.assert_has("by invitation").assert_lacks("/MARL/join");
}
