//! Statements as their readers meet them: on a page, as a table, on paper.
#![expect(clippy::unwrap_used, reason = "helpers of tests have nothing better to do than fail")]

use app::testing::Person;
use app::trades::{self, Correction, NewTrade, Stand};
use app::{accounts, members};
use ledger::levy::Rate;
use ledger::transfer::{Channel, Wish};
use ledger::{Amount, ExchangeId, TransferId};
use server::testing::TestServer;

const DAY_S: i64 = 86_400;

/// Ana, Ben and Cleo in an exchange that takes 2 % from each side.
struct Scene {
    server: TestServer,
    exchange: ExchangeId,
    ana: Person,
    ben: Person,
}

impl Scene {
    async fn new() -> Self {
        let server = TestServer::new().await;
        let exchange = server.world.exchange("MARL").await;
        let ana = server.world.member("ana", exchange).await;
        let ben = server.world.member("ben", exchange).await;
        server.world.member("cleo", exchange).await;
        let (app, admin) = (&server.world.app, server.world.admin("MARL").await);
        let mut policy = accounts::policy(app, exchange).await.unwrap();
        policy.levy.rate = Rate { n: 2, d: 100 };
        accounts::set_policy(app, &admin, exchange, policy, "").await.unwrap();
        Self { server, exchange, ana, ben }
    }

    /// Ben pays Ana.
    async fn ana_provides(&self, units: i64, what: &str) -> TransferId {
        let app = &self.server.world.app;
        let id = self.id();
        let trade = NewTrade {
            id,
            exchange: self.exchange,
            payer: self.ben.account,
            payee: self.ana.account,
            amount: Amount::new(units).unwrap(),
            description: what.to_owned(),
            traded_on: None,
            channel: Channel::Web,
            wish: Wish::Count,
            stand: Stand::Own(self.ben.account),
            settles: None,
        };
        trades::record(app, &self.server.world.actor("ben").await, trade).await.unwrap();
        id
    }

    async fn taken_back(&self, trade: TransferId) {
        let ana = self.server.world.actor("ana").await;
        trades::reverse(&self.server.world.app, &ana, trade, self.id(), "").await.unwrap();
    }

    fn id(&self) -> TransferId {
        let app = &self.server.world.app;
        TransferId(app.random.uuid(app.clock.now()).unwrap())
    }

    fn wait_days(&self, days: i64) {
        self.server.world.app.clock.advance(days * DAY_S);
    }
}

#[tokio::test]
async fn a_statement_tells_what_happened_and_what_it_adds_up_to() {
    let scene = Scene::new().await;
    scene.ana_provides(2400, "Two pairs of curtains").await;
    scene.wait_days(30);
    let plums = scene.ana_provides(900, "Plum jam").await;
    scene.taken_back(plums).await;
    let ana = scene.server.as_user("ana").await;
    let page = ana.get("/MARL/statement").await;
    page.assert_status(200)
        .assert_has("Two pairs of curtains")
        .assert_has("Provided to ben")
        .assert_has("\u{200e}+23.52")
        .assert_has("March 2026")
        .assert_has("April 2026")
        .assert_has("<s>Plum jam</s>")
        .assert_has("given back on 13 April 2026")
        .assert_has("You provided</dt><dd class=\"gave\">\u{200e}+24.00")
        .assert_has("For the exchange, 2\u{a0}%</dt><dd class=\"\">\u{200e}\u{2212}0.48")
        .assert_has(
            "role=\"img\" aria-label=\"Standing at the end of each month from March 2026 to April 2026",
        )
        .assert_lacks("Given back<");
    assert!(page.text.len() < 50_000, "{}", page.text.len());
    let ben = scene.server.as_user("ben").await;
    ben.get("/MARL/statement").await.assert_has("Received from ana").assert_has("\u{2212}24.48");
}

#[tokio::test]
async fn days_and_words_choose() {
    let scene = Scene::new().await;
    scene.ana_provides(2400, "Two pairs of curtains").await;
    scene.wait_days(10);
    scene.ana_provides(900, "Plum jam").await;
    let ana = scene.server.as_user("ana").await;
    let spring = ana.get("/MARL/statement?since=2026-03-20&until=2026-03-30").await;
    spring
        .assert_has("Plum jam")
        .assert_lacks("curtains")
        .assert_has("On 20 March 2026</dt><dd class=\"\">\u{200e}+23.52");
    let early = ana.get("/MARL/statement?since=2026-03-01&until=2026-03-13").await;
    early
        .assert_status(200)
        .assert_has("There are no trades here")
        .assert_has("Standing after 13 March 2026");
    ana.get("/MARL/statement?since=&q=CURTAINS").await.assert_has("curtains").assert_lacks("Plum jam");
    ana.get("/MARL/statement?since=&q=ben").await.assert_has("curtains").assert_has("Plum jam");
    let wrong = ana.get("/MARL/statement?since=yesterday").await;
    wrong.assert_status(422).assert_has("value=\"yesterday\"").assert_has("This is no day of the calendar");
    ana.get("/MARL/statement?since=2026-05-01&until=2026-04-01").await.assert_status(422);
}

#[tokio::test]
async fn older_lines_follow_by_their_key() {
    let scene = Scene::new().await;
    for number in 0..31 {
        scene.ana_provides(10, &format!("Egg {number}.")).await;
    }
    let ana = scene.server.as_user("ana").await;
    let first = ana.get("/MARL/statement?since=").await;
    first.assert_has("Egg 30.").assert_lacks("Egg 0.");
    let older =
        first.text.split("href=\"").find(|rest| rest.contains("before=")).unwrap().split('"').next().unwrap();
    let older = older.replace("&amp;", "&").replace("&#38;", "&");
    let second = ana.get(&older).await;
    second.assert_status(200).assert_has("Egg 0.").assert_lacks("Egg 30.").assert_has("To the newest trades");
    // So do those of a table, when the newer ones have filled one.
    let table = ana.get(&older.replace("/statement?", "/statement.csv?")).await;
    table.assert_status(200).assert_has("Egg 0.").assert_lacks("Egg 30.").assert_lacks("another table");
}

#[tokio::test]
async fn a_correction_is_one_line() {
    let scene = Scene::new().await;
    let trade = scene.ana_provides(2400, "Curtans").await;
    let correction = Correction {
        reversal: scene.id(),
        replacement: scene.id(),
        amount: Amount::new(2000).unwrap(),
        description: "Curtains".to_owned(),
    };
    let ana = scene.server.world.actor("ana").await;
    trades::edit(&scene.server.world.app, &ana, trade, correction).await.unwrap();
    let page = scene.server.as_user("ana").await.get("/MARL/statement").await;
    page.assert_has("Curtains").assert_has("corrected").assert_lacks("Curtans").assert_has("\u{200e}+19.60");
}

#[tokio::test]
async fn a_table_opens_in_a_spreadsheet_and_runs_nothing() {
    let scene = Scene::new().await;
    scene.ana_provides(12_345, "=HYPERLINK(\"evil\")").await;
    let ana = scene.server.as_user("ana").await;
    let table = ana.get("/MARL/statement.csv?since=").await;
    assert!(table.text.starts_with("\u{feff}\"Day\",\"Done on\""), "{}", table.text);
    table.assert_has("\"'=HYPERLINK(\"\"evil\"\")\",123.45,,2.47,120.98,120.98\r\n");
    assert_eq!(table.headers["content-type"], "text/csv; charset=utf-8");
    assert!(table.headers["content-disposition"].to_str().unwrap().contains("MARL0002-2026-03-14.csv"));
}

#[tokio::test]
async fn paper_adds_up() {
    let scene = Scene::new().await;
    scene.ana_provides(2400, "Curtains").await;
    let plums = scene.ana_provides(900, "Plum jam").await;
    scene.taken_back(plums).await;
    let paper = scene.server.as_user("ana").await.get("/MARL/statement/print?since=").await;
    paper
        .assert_status(200)
        .assert_has("class=\"sheet\"")
        .assert_has("24.00 − 0.00 − 0.48 = \u{200e}+23.52\u{a0}acorns")
        .assert_has("Given back, so that nothing changed: ref. ")
        .assert_has("acorns (12 make an hour)");
}

#[tokio::test]
async fn the_exchanges_account_is_open_but_names_nobody() {
    let scene = Scene::new().await;
    scene.ana_provides(2400, "A secret").await;
    scene.ana_provides(2400, "Another").await;
    let cleo = scene.server.as_user("cleo").await;
    let page = cleo.get("/MARL/own-account").await;
    page.assert_status(200).assert_has("From 2 trades").assert_has("\u{200e}+1.92");
    for path in ["own-account", "people/0/statement.csv?since=", "people/0/statement/print"] {
        cleo.get(&format!("/MARL/{path}"))
            .await
            .assert_status(200)
            .assert_lacks("secret")
            .assert_lacks("ben");
    }
    cleo.get("/MARL/people/0/statement?since=&q=secret").await.assert_has("There are no trades here");
    scene.server.anon().get("/MARL/own-account").await.assert_status(303);
}

#[tokio::test]
async fn others_read_a_members_statement_only_by_their_task() {
    let scene = Scene::new().await;
    scene.ana_provides(2400, "Curtains").await;
    scene.server.world.coordinator("gwen", scene.exchange).await;
    let other = scene.server.world.exchange("VALD").await;
    scene.server.world.member("vera", other).await;
    for kind in ["", ".csv", "/print"] {
        let path = format!("/MARL/people/2/statement{kind}");
        scene.server.as_user("gwen").await.get(&path).await.assert_status(200).assert_has("Curtains");
        scene.server.as_user("admin-marl").await.get(&path).await.assert_status(200);
        scene.server.as_user("cleo").await.get(&path).await.assert_status(403).assert_lacks("Curtains");
        scene.server.as_user("vera").await.get(&path).await.assert_status(404);
        scene.server.anon().get(&path).await.assert_status(303);
    }
    let (member, _) =
        members::find(&scene.server.world.app, &scene.server.world.actor("gwen").await, scene.exchange, "2")
            .await
            .unwrap();
    assert_eq!(member.name, "ana");
}
