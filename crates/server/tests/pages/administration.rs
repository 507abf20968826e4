//! The pages of administration: an exchange's, the server's, and founding.

use app::accounts;
use app::exchanges::{self, State};
use ledger::{Amount, TransferId};
use server::testing::TestServer;
use uuid::Uuid;

/// A server with an exchange, its administrator, ana and ben.
async fn marl() -> TestServer {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    server.world.member("ana", exchange).await;
    server.world.member("ben", exchange).await;
    server
}

/// A text that looks like the name of a message, such as `limits-floor-hard`: that is shown when there is no message.
fn bare_key(page: &str) -> Option<&str> {
    let texts = page.split('>').filter_map(|part| part.split('<').next()).map(str::trim);
    let mut names = texts.filter(|text| text.matches('-').count() > 1 && !text.starts_with('-'));
    names.find(|text| text.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_')))
}

/// Every page, read by its administrator in every language.
#[tokio::test]
async fn every_page_stands_in_every_language() {
    let server = marl().await;
    let admin = server.as_user("admin-marl").await;
    let pages = [
        "admin",
        "admin/waiting",
        "admin/people",
        "admin/people?show=near&q=a",
        "admin/people/0002",
        "admin/people/0002/profile",
        "admin/people/0002/limits",
        "admin/people/0002/switches",
        "admin/people/0002/keys",
        "admin/people/0002/lock",
        "admin/people/0002/rest",
        "admin/people/0002/suspend",
        "admin/people/0002/close",
        "admin/add",
        "admin/trades",
        "admin/trades?show=waiting",
        "admin/objections",
        "admin/settings",
        "admin/terms",
        "admin/rules",
        "admin/rules/recording",
        "admin/rules/acceptance",
        "admin/rules/levy",
        "admin/rules/floor",
        "admin/rules/ceiling",
        "admin/rules/days",
        "admin/rules/unit",
        "admin/rules/open",
        "admin/log",
    ];
    for language in ["en", "es", "ca", "fr", "pt"] {
        app::users::edit(&server.world.app, &server.world.admin("MARL").await, "admin", language)
            .await
            .unwrap();
        for page in pages {
            let found = admin.get(&format!("/MARL/{page}")).await;
            found.assert_status(200).assert_has(&format!("lang=\"{language}\""));
            for missing in ["⟦", "??", "{ $"] {
                found.assert_lacks(missing);
            }
            assert_eq!(bare_key(&found.text), None, "{page}");
        }
    }
    let root = server.as_user("root").await;
    for page in ["/server", "/server/log", "/found", "/MARL/admin"] {
        root.get(page).await.assert_status(200);
    }
}

#[tokio::test]
async fn it_is_for_administrators_only() {
    let server = marl().await;
    let (ana, anon) = (server.as_user("ana").await, server.anon());
    for page in ["admin", "admin/people", "admin/people/0003", "admin/log", "admin/rules/levy", "admin/add"] {
        ana.get(&format!("/MARL/{page}")).await.assert_status(403);
        anon.get(&format!("/MARL/{page}")).await.assert_status(303);
    }
    ana.post("/MARL/admin/people/0003/lock", &[("reason", "spite")]).await.assert_status(403);
    ana.post("/MARL/admin/rules/levy", &[("levy", "20"), ("reason", "x")]).await.assert_status(403);
    ana.get("/server").await.assert_status(403);
    server.as_user("admin-marl").await.get("/server").await.assert_status(403);
}

#[tokio::test]
async fn an_applicant_is_welcomed_or_declined_with_a_reason() {
    let server = marl().await;
    let exchange =
        exchanges::by_code(&server.world.app, &server.world.actor("root").await, "MARL").await.unwrap();
    server.world.user("zoe").await;
    let zoe = server.world.applicant("zoe", exchange.id).await;
    let admin = server.as_user("admin-marl").await;
    admin.get("/MARL/admin").await.assert_has("1 person would like to join");
    let decline = format!("/MARL/admin/waiting/{}/decline", zoe.0);
    admin.get(&decline).await.assert_has("zoe");
    admin.post(&decline, &[("reason", "")]).await.assert_status(422).assert_has("reason-error");
    let welcome = format!("/MARL/admin/waiting/{}/welcome", zoe.0);
    admin.post(&welcome, &[]).await.assert_status(303);
    admin.post(&welcome, &[]).await.assert_status(404);
    admin.get("/MARL/admin/people").await.assert_has("zoe");
}

#[tokio::test]
async fn limits_are_changed_with_a_reason_and_told_in_words() {
    let server = marl().await;
    let admin = server.as_user("admin-marl").await;
    let path = "/MARL/admin/people/0002/limits";
    let fields = [
        ("floor-kind", "soft"),
        ("floor", "300"),
        ("growth", "500"),
        ("ceiling-kind", "none"),
        ("ceiling", ""),
        ("reason", ""),
    ];
    let again = admin.post(path, &fields).await;
    again.assert_status(422).assert_has("reason-error").assert_has("value=\"300\"");
    let mut wrong = fields;
    wrong[1].1 = "-300";
    admin.post(path, &wrong).await.assert_status(422).assert_has("floor-error");
    let mut right = fields;
    right[5].1 = "the meeting wished it";
    admin.post(path, &right).await.assert_status(303);
    let page = admin.get("/MARL/admin/people/0002").await;
    page.assert_has("300.00\u{a0}acorns, soft").assert_has("the meeting wished it");
    admin.post("/MARL/admin/people/0002/lock", &[("reason", "")]).await.assert_status(422);
    admin.post("/MARL/admin/people/0002/lock", &[("reason", "lost the phone")]).await.assert_status(303);
    admin.get("/MARL/admin/people?show=locked").await.assert_has("ana").assert_lacks(">ben<");
    admin
        .get("/MARL/admin/log")
        .await
        .assert_has("The account of ana was locked")
        .assert_has("lost the phone");
}

#[tokio::test]
async fn rules_are_questions_and_only_their_answer_changes() {
    let server = marl().await;
    let admin = server.as_user("admin-marl").await;
    admin.get("/MARL/admin/rules/recording").await.assert_has("24.00\u{a0}acorns");
    let path = "/MARL/admin/rules/levy";
    admin.post(path, &[("levy", "21"), ("reason", "x")]).await.assert_status(422).assert_has("value=\"21\"");
    admin.post(path, &[("levy", "2.5"), ("reason", "the hall costs rent")]).await.assert_status(303);
    admin.get("/MARL/admin/rules").await.assert_has("2.5 % from each side");
    admin.get(path).await.assert_has("24.60\u{a0}acorns").assert_has("23.40\u{a0}acorns");
    let days = [("entry", "30"), ("edit", "10"), ("coordinator", "x"), ("request", ""), ("reason", "y")];
    admin.post("/MARL/admin/rules/days", &days).await.assert_status(422).assert_has("coordinator-error");
    admin.get("/MARL/admin/rules/records").await.assert_status(404);
    admin.get("/MARL/admin/log").await.assert_has("the levy").assert_has("the hall costs rent");
}

#[tokio::test]
async fn somebody_is_added_once_however_often_the_form_comes() {
    let server = marl().await;
    let admin = server.as_user("admin-marl").await;
    let form = admin.get("/MARL/admin/add").await;
    let id = form.field("id").unwrap().to_owned();
    let mut fields = [
        ("id", id.as_str()),
        ("kind", "individual"),
        ("name", ""),
        ("place", "Upper Marl"),
        ("entrance", "number"),
        ("password", "four ducks and a pond"),
    ];
    let again = admin.post("/MARL/admin/add", &fields).await;
    again.assert_status(422).assert_has("Upper Marl").assert_lacks("four ducks");
    fields[2].1 = "Edith Crowe";
    let first = admin.post("/MARL/admin/add", &fields).await;
    first.assert_status(303);
    let second = admin.post("/MARL/admin/add", &fields).await;
    assert_eq!(first.location(), second.location());
    let page = admin.get(first.location()).await;
    page.assert_has("Edith Crowe");
}

#[tokio::test]
async fn an_objection_is_seen_and_settled() {
    let server = marl().await;
    let world = &server.world;
    let (ana, ben) = (world.actor("ana").await, world.actor("ben").await);
    let (payer, payee) = (ana.memberships()[0].clone(), ben.memberships()[0].clone());
    let trade = app::trades::NewTrade {
        id: TransferId(Uuid::from_u128(9)),
        exchange: payer.exchange,
        payer: payer.account.unwrap(),
        payee: payee.account.unwrap(),
        amount: Amount::new(2400).unwrap(),
        description: "Curtains shortened".into(),
        traded_on: None,
        channel: ledger::transfer::Channel::Web,
        wish: ledger::transfer::Wish::Count,
        stand: app::trades::Stand::Own(payee.account.unwrap()),
        settles: None,
    };
    app::trades::record(&world.app, &ben, trade).await.unwrap();
    app::trades::object(&world.app, &ana, TransferId(Uuid::from_u128(9)), "only one was done").await.unwrap();
    let admin = server.as_user("admin-marl").await;
    admin.get("/MARL/admin/trades").await.assert_has("Curtains shortened").assert_has("Objection");
    let page = admin.get("/MARL/admin/objections").await;
    page.assert_has("only one was done").assert_has("Curtains shortened");
    let path = format!("/MARL/admin/objections/{}", Uuid::from_u128(9));
    admin.get(&path).await.assert_status(200);
    admin.post(&path, &[("reason", "")]).await.assert_status(422);
    admin.post(&path, &[("reason", "both agree now")]).await.assert_status(303);
    admin.get("/MARL/admin/objections").await.assert_lacks("Curtains");
    admin.get(&path).await.assert_status(404);
}

#[tokio::test]
async fn tasks_are_given_and_the_last_administrator_stays() {
    let server = marl().await;
    let admin = server.as_user("admin-marl").await;
    let ana = server.world.actor("ana").await.id().0.to_string();
    let fields = [("user", ana.as_str()), ("role", "coordinator")];
    admin.post("/MARL/admin/people/0002/keys/give", &fields).await.assert_status(303);
    admin.get("/MARL/admin/people/0002/keys").await.assert_has("No longer a coordinator");
    admin.post("/MARL/admin/people/0002/keys/take", &fields).await.assert_status(303);
    let own = server.world.admin("MARL").await.id().0.to_string();
    let last = [("user", own.as_str()), ("role", "admin")];
    admin.post("/MARL/admin/people/0001/keys/take", &last).await.assert_status(403);
}

#[tokio::test]
async fn settings_keep_what_was_typed() {
    let server = marl().await;
    let admin = server.as_user("admin-marl").await;
    let fields = [
        ("name", "Marlbrook"),
        ("tagline", "Neighbours"),
        ("colour", "blue"),
        ("time_zone", "Europe/London"),
        ("locale", "en"),
        ("country", "GB"),
        ("words", "bank"),
        ("joining", "invited"),
    ];
    let again = admin.post("/MARL/admin/settings", &fields).await;
    again.assert_status(422).assert_has("colour-error").assert_has("value=\"Marlbrook\"");
    let mut right = fields;
    right[2].1 = "#aa3300";
    admin.post("/MARL/admin/settings", &right).await.assert_status(303);
    admin.get("/MARL/admin").await.assert_has("Marlbrook");
    admin.post("/MARL/admin/terms", &[("terms", "Be kind.")]).await.assert_status(303);
    admin.get("/MARL/admin/terms").await.assert_has("Be kind.");
}

#[tokio::test]
async fn an_exchange_is_founded_and_opened() {
    let server = TestServer::new().await;
    server.world.user("gwen").await;
    let gwen = server.as_user("gwen").await;
    server.anon().get("/found").await.assert_status(303);
    gwen.get("/found").await.assert_status(200);
    let mut fields = [
        ("name", "Valdemora"),
        ("code", "v"),
        ("colour", "#336699"),
        ("time_zone", "Europe/Madrid"),
        ("locale", "es"),
        ("shape", "time-bank"),
        ("unit", "hours"),
        ("floor", "soft"),
    ];
    gwen.post("/found", &fields).await.assert_status(422).assert_has("code-error").assert_has("Valdemora");
    fields[1].1 = "vald";
    let sent = gwen.post("/found", &fields).await;
    assert_eq!(sent.location(), "/found/VALD");
    gwen.get("/found/VALD").await.assert_has("VALD");
    let root = server.as_user("root").await;
    root.get("/server").await.assert_has("Valdemora").assert_has("11:40\u{a0}");
    root.post("/server/exchanges/VALD/decline", &[("reason", "")]).await.assert_status(422);
    root.post("/server/exchanges/VALD/approve", &[]).await.assert_status(303);
    let open = exchanges::list(&server.world.app).await.unwrap();
    assert_eq!((open[0].code.as_str(), open[0].state), ("VALD", State::Active));
    let policy = accounts::policy(&server.world.app, open[0].id).await.unwrap();
    assert_eq!(policy.floor.map(|floor| floor.hard), Some(false));
    gwen.get("/VALD/admin/rules/records").await.assert_status(200);
}

#[tokio::test]
async fn the_keeper_sees_how_the_backups_stand() {
    use app::backup::{Digest, Summary, schedule};

    let server = TestServer::new().await;
    let (app, root) = (&server.world.app, server.as_user("root").await);
    root.get("/server").await.assert_has("Nothing makes backups here").assert_has("none yet");
    schedule::plan(app, 3600).await.unwrap();
    schedule::failed(app, "no room on the disk").await.unwrap();
    root.get("/server").await.assert_has("no room on the disk").assert_has("within the hour");
    let (made_at, digest) = (app.clock.now(), Digest([0; 32]));
    let summary = Summary { made_at, schema: 5, rows: 12_000, files: 0, bytes: 2_500_000, digest };
    schedule::made(app, &summary, "/safe/one.backup").await.unwrap();
    let page = root.get("/server").await;
    page.assert_has("/safe/one.backup").assert_has("3 MB or less, 12,000 rows").assert_lacks("no room");
    for language in ["es", "ca", "fr", "pt"] {
        let page = root.get_in(language, "/server").await;
        page.assert_has("/safe/one.backup");
        assert_eq!(bare_key(&page.text), None, "{language}");
    }
}
