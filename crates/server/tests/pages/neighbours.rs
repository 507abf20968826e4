//! Members towards each other, as a browser meets it: blocking, reporting, favourites, recommendations, areas.
#![expect(clippy::expect_used, reason = "helpers of tests stop at what cannot be")]

use server::testing::{Browser, Page, TestServer};

use crate::scripts::{SCRIPTS, assert_dead};

/// A server with MARL and its members ana (0002) and ben (0003).
async fn marl() -> TestServer {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    server.world.member("ana", exchange).await;
    server.world.member("ben", exchange).await;
    server
}

/// Ana tells of a telephone.
async fn reachable(ana: &Browser<'_>) {
    let fields = [
        ("name", "ana"),
        ("contact-1-kind", "phone"),
        ("contact-1-sight", "exchange"),
        ("contact-1", "01632 960101"),
    ];
    ana.post("/MARL/profile", &fields).await.assert_status(303);
}

/// Ana publishes an offer; the address of its page.
async fn offer(server: &TestServer, ana: &Browser<'_>) -> String {
    let form = ana.get("/MARL/market/new").await;
    let home = app::exchanges::by_code(&server.world.app, &app::actor::Actor::server(), "MARL").await;
    let categories =
        app::market::categories(&server.world.app, home.expect("MARL").id).await.expect("categories");
    let category = categories[0].uuid.to_string();
    let id = form.field("id").expect("a name").to_owned();
    let fields = [
        ("id", id.as_str()),
        ("side", "offer"),
        ("title", "Tea and a talk"),
        ("category", &category),
        ("asks", "gift"),
        ("span", "90"),
        ("sight", "exchange"),
        ("locale", "en"),
    ];
    ana.post("/MARL/market/new", &fields).await.assert_status(303);
    format!("/MARL/market/{id}")
}

/// Ben pays ana; the address of the trade's page.
async fn trade(ben: &Browser<'_>) -> String {
    let form = ben.get("/MARL/trade").await;
    let id = form.field("id").expect("a name").to_owned();
    let fields =
        [("id", id.as_str()), ("with", "0002"), ("did", "received"), ("amount", "1"), ("what", "tea")];
    ben.post("/MARL/trade", &fields).await.assert_status(303);
    format!("/MARL/trades/{id}")
}

/// Sends the form of a page with these fields and the name that it carries.
async fn send(browser: &Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Page {
    let form = browser.get(path).await;
    form.assert_status(200);
    let id = form.field("id").unwrap_or_default().to_owned();
    browser.post(path, &[fields, &[("id", id.as_str())]].concat()).await
}

#[tokio::test]
async fn a_member_is_blocked_and_the_block_is_lifted_on_its_page() {
    let server = marl().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    reachable(&ana).await;
    ben.get("/MARL/people/0002").await.assert_has("tel:01632960101");
    ana.get("/MARL/people/0003").await.assert_has("/MARL/people/0003/block").assert_lacks("You block");
    ana.get("/MARL/people/0003/block").await.assert_status(200).assert_has("Trades between the two of you");
    ana.get("/MARL/people/0002/block").await.assert_status(404);
    let done = ana.post("/MARL/people/0003/block", &[]).await;
    assert_eq!(done.location(), "/MARL/people/0003");
    ana.get("/MARL/people/0003").await.assert_has("You block").assert_lacks("/0003/block\"");
    let told = ben.get("/MARL/people/0002").await;
    told.assert_lacks("01632").assert_has("has not left an address").assert_has("/MARL/trade?with=0002");
    ana.get("/MARL/blocked").await.assert_has("ben").assert_has("/MARL/people/0003/unblock");
    ben.get("/MARL/blocked").await.assert_lacks("ana</b>");
    ana.post("/MARL/people/0003/unblock", &[]).await.assert_status(303);
    ben.get("/MARL/people/0002").await.assert_has("tel:01632960101");
}

#[tokio::test]
async fn a_report_is_made_decided_and_answered() {
    let server = marl().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    let admin = server.as_user("admin-marl").await;
    let path = offer(&server, &ana).await;
    ben.get(&path).await.assert_has(&format!("{path}/report"));
    ana.get(&path).await.assert_lacks("/report\"");
    let report = format!("{path}/report");
    let wrong = send(&ben, &report, &[("words", "It is not tea.")]).await;
    wrong.assert_status(422).assert_has("reason-error").assert_has("It is not tea.");
    let sent = send(&ben, &report, &[("reason", "dishonest"), ("words", "It is not tea.")]).await;
    assert_eq!(sent.location(), path);
    ben.get("/MARL/reports").await.assert_has("Tea and a talk").assert_has("Waits for an administrator");
    ana.get("/MARL/reports").await.assert_lacks("Tea and a talk");

    admin.get("/MARL/admin").await.assert_has("1 report<");
    let list = admin.get("/MARL/admin/reports").await;
    list.assert_has("It is not tea.").assert_has("ben</a>");
    let (_, rest) = list.text.split_once("/MARL/admin/reports/").expect("a way to decide");
    let decide = format!("/MARL/admin/reports/{}", rest.split('"').next().unwrap_or_default());
    let wrong = admin.post(&decide, &[("outcome", "hidden"), ("answer", "Well seen.")]).await;
    wrong.assert_status(422).assert_has("reason-error").assert_has("Well seen.");
    let hide = [("outcome", "hidden"), ("reason", "Say what it is."), ("answer", "Well seen.")];
    admin.post(&decide, &hide).await.assert_status(303);
    ben.get(&path).await.assert_status(404);
    ana.get(&path).await.assert_has("Say what it is.").assert_lacks("ben");
    ben.get("/MARL/reports").await.assert_has("have hidden it").assert_has("Well seen.");
    admin.get("/MARL/admin").await.assert_lacks("1 report<");
    admin.get("/MARL/admin/reports").await.assert_has("Well seen.");
    server.world.letters().await;
}

#[tokio::test]
async fn favourites_are_kept_with_a_tap() {
    let server = marl().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    let path = offer(&server, &ana).await;
    ben.get("/MARL/favourites").await.assert_has("Nothing here yet");
    ben.get(&path).await.assert_has("name=\"keep\" value=\"yes\"");
    ben.post(&format!("{path}/favourite"), &[("keep", "yes")]).await.assert_status(303);
    ben.post("/MARL/people/0002/favourite", &[("keep", "yes")]).await.assert_status(303);
    ben.get("/MARL/favourites").await.assert_has("Tea and a talk").assert_has("/MARL/people/0002");
    ana.get("/MARL/favourites").await.assert_has("Nothing here yet");
    ben.get("/MARL/people/0002").await.assert_has("name=\"keep\" value=\"no\"");
    ben.post("/MARL/people/0002/favourite", &[("keep", "no")]).await.assert_status(303);
    ana.post(&format!("{path}/hide"), &[]).await.assert_status(303);
    ben.get("/MARL/favourites").await.assert_has("Nothing here yet");
}

#[tokio::test]
async fn a_trade_leads_to_a_recommendation_and_its_answer() {
    let server = marl().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    let trade = trade(&ben).await;
    let recommend = format!("{trade}/recommend");
    ben.get(&trade).await.assert_has(&recommend);
    send(&ben, &recommend, &[("words", "")]).await.assert_status(422).assert_has("words-error");
    let said = send(&ben, &recommend, &[("words", "Good tea, and a better talk.")]).await;
    assert_eq!(said.location(), "/MARL/people/0002");
    ben.get(&trade).await.assert_lacks(&recommend);
    ben.get(&recommend).await.assert_status(404);
    let page = ana.get("/MARL/people/0002").await;
    page.assert_has("Good tea, and a better talk.").assert_has("after a trade on").assert_lacks("/withdraw");
    let (_, rest) = page.text.split_once("/MARL/recommendations/").expect("a way to answer");
    let one = format!("/MARL/recommendations/{}", rest.split('/').next().unwrap_or_default());
    let answered = ana.post(&format!("{one}/answer"), &[("words", "Come again.")]).await;
    assert_eq!(answered.location(), "/MARL/people/0002");
    ben.get("/MARL/people/0002").await.assert_has("Come again.").assert_has(&format!("{one}/withdraw"));
    let admin = server.as_user("admin-marl").await;
    admin.get(&format!("{one}/hide")).await.assert_has("Good tea, and a better talk.");
    admin.post(&format!("{one}/hide"), &[("reason", "as agreed")]).await.assert_status(303);
    ben.get("/MARL/people/0002").await.assert_has("as agreed");
    server.world.letters().await;
}

#[tokio::test]
async fn areas_are_added_chosen_and_filtered_by() {
    let server = marl().await;
    let (ana, admin) = (server.as_user("ana").await, server.as_user("admin-marl").await);
    ana.get("/MARL/profile").await.assert_lacks("name=\"area\"");
    send(&admin, "/MARL/admin/areas/new", &[("name", "")]).await.assert_status(422).assert_has("name-error");
    send(&admin, "/MARL/admin/areas/new", &[("name", "The hills")]).await.assert_status(303);
    let list = admin.get("/MARL/admin/areas").await;
    let (_, rest) = list.text.rsplit_once("/MARL/admin/areas/").expect("the area");
    let area = rest.split('"').next().unwrap_or_default().to_owned();
    ana.get("/MARL/profile").await.assert_has(&format!("value=\"{area}\""));
    ana.post("/MARL/profile", &[("name", "ana"), ("area", &area)]).await.assert_status(303);
    ana.get("/MARL/people/0002").await.assert_has("The hills");
    let path = offer(&server, &ana).await;
    let there = ana.get(&format!("/MARL/people?q=&area={area}")).await;
    there.assert_has("class=\"sub\">0002<").assert_lacks("class=\"sub\">0003<");
    ana.get(&format!("/MARL/market?area={area}")).await.assert_has(&path);
    server.anon().get("/MARL/market").await.assert_lacks("The hills");
    admin
        .post(&format!("/MARL/admin/areas/{area}"), &[("name", "High hills"), ("retired", "on")])
        .await
        .assert_status(303);
    server.as_user("ben").await.get("/MARL/profile").await.assert_lacks("High hills");
    ana.get("/MARL/profile").await.assert_has("High hills");
}

#[tokio::test]
async fn scripts_stay_words_in_everything_that_members_say_of_themselves_and_each_other() {
    let server = marl().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    let admin = server.as_user("admin-marl").await;
    for payload in SCRIPTS {
        // One line has no room for several.
        let line: String = payload.replace(['\n', '\t'], " ").chars().take(60).collect();
        let fields = [
            ("name", line.as_str()),
            ("skills", payload),
            ("languages", &line),
            ("place", &line),
            ("contact-1-kind", "other"),
            ("contact-1-sight", "exchange"),
            ("contact-1", &line),
        ];
        ana.post("/MARL/profile", &fields).await.assert_status(303);
        for kind in ["phone", "mail", "whatsapp", "telegram", "signal", "website"] {
            let again = [&fields[..6], &[("contact-1-kind", kind), ("contact-1", &line)]].concat();
            assert_dead(&ana.post("/MARL/profile", &again).await, payload);
        }
        for page in [
            ana.get("/MARL/profile").await,
            ben.get("/MARL/people/0002").await,
            ben.get("/MARL/people/0002/block").await,
            ben.get("/MARL/people/0002/report").await,
            ben.get(&format!("/MARL/people?area={}", server::web::stop::encoded(payload))).await,
        ] {
            assert_dead(&page, payload);
        }
        let area = send(&admin, "/MARL/admin/areas/new", &[("name", &line)]).await;
        assert_dead(&area, payload);
    }
    ana.post("/MARL/profile", &[("name", "ana")]).await.assert_status(303);
    for payload in SCRIPTS.iter().step_by(10) {
        let recommend = format!("{}/recommend", trade(&ben).await);
        send(&ben, &recommend, &[("words", payload)]).await.assert_status(303);
        let report = [("reason", "other"), ("words", *payload)];
        send(&ben, "/MARL/people/0002/report", &report).await.assert_status(303);
    }
    for page in [
        ana.get("/MARL/people/0002").await,
        ben.get("/MARL/reports").await,
        admin.get("/MARL/admin/reports").await,
        admin.get("/MARL/admin/areas").await,
        ben.get("/MARL/people").await,
        ben.get("/MARL/market").await,
    ] {
        page.assert_status(200);
        assert_dead(&page, "lists");
    }
    server.world.letters().await;
}
