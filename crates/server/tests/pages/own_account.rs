//! Pages of one's own account: answers to requests, who operates it, resting, terms, leaving.

use app::mail::Letter;
use app::testing::Person;
use app::{accounts, exchanges, trades};
use ledger::account::{Acceptance, State};
use ledger::transfer::{Channel, Wish};
use ledger::{Amount, TransferId};
use server::testing::TestServer;

struct Scene {
    server: TestServer,
    exchange: ledger::ExchangeId,
    ana: Person,
    ben: Person,
}

async fn marl() -> Scene {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    let ana = server.world.member("ana", exchange).await;
    let ben = server.world.member("ben", exchange).await;
    Scene { server, exchange, ana, ben }
}

impl Scene {
    /// Ana pays Ben.
    async fn trade(&self) {
        let world = &self.server.world;
        let trade = trades::NewTrade {
            id: TransferId(
                world.app.random.uuid(world.app.clock.now()).unwrap_or_else(|error| panic!("{error}")),
            ),
            exchange: self.exchange,
            payer: self.ana.account,
            payee: self.ben.account,
            amount: Amount::new(1200).unwrap_or_else(|| panic!("an amount")),
            description: "Eggs".into(),
            traded_on: None,
            channel: Channel::Web,
            wish: Wish::Count,
            stand: trades::Stand::Own(self.ana.account),
            settles: None,
        };
        trades::record(&world.app, &world.actor("ana").await, trade)
            .await
            .unwrap_or_else(|error| panic!("{error}"));
        world.letters().await;
    }

    async fn account(&self, person: &Person) -> ledger::Account {
        let world = &self.server.world;
        accounts::account(&world.app, &world.admin("MARL").await, person.account)
            .await
            .unwrap_or_else(|error| panic!("{error}"))
    }
}

#[tokio::test]
async fn answers_are_chosen_with_the_names_of_those_one_trades_with() {
    let scene = marl().await;
    scene.trade().await;
    let ana = scene.server.as_user("ana").await;
    let page = ana.get("/MARL/account").await;
    page.assert_status(200).assert_has("ben asks you for").assert_has("12.00\u{a0}acorns");
    page.assert_has("name=\"listed\" value=\"MARL0003\"");
    let list = [("acceptance", "list"), ("listed", "MARL0003"), ("days", "14"), ("more", "")];
    assert_eq!(ana.post("/MARL/account/requests", &list).await.location(), "/MARL/account");
    let own = scene.account(&scene.ana).await.overrides.acceptance;
    assert_eq!(own, Some(Acceptance::From(vec![scene.ben.account])));
    ana.get("/MARL/account").await.assert_has("value=\"MARL0003\" checked");

    let wrong = ana.post("/MARL/account/requests", &[("acceptance", "days"), ("days", "many")]).await;
    wrong.assert_status(422).assert_has("value=\"many\"").assert_has("days-error");
    let wrong = [("acceptance", "list"), ("listed", "MARL0003"), ("more", "ben")];
    let wrong = ana.post("/MARL/account/requests", &wrong).await;
    wrong.assert_status(422).assert_has("value=\"ben\"").assert_has("value=\"MARL0003\" checked");
}

#[tokio::test]
async fn an_account_is_shared_and_no_longer() {
    let scene = marl().await;
    let world = &scene.server.world;
    let ana = scene.server.as_user("ana").await;
    ana.post("/MARL/account/operators", &[("email", "ben")])
        .await
        .assert_status(422)
        .assert_has("value=\"ben\"");
    ana.post("/MARL/account/operators", &[("email", "eva@example.org")]).await.assert_status(303);
    let Letter::OperateInvitation { token, .. } = world.letter_to("eva").await else {
        panic!("no invitation")
    };
    let path = format!("/operate/{token}");
    scene.server.anon().get(&path).await.assert_status(200).assert_has("/sign-in?next=/operate/");
    scene.server.anon().post(&path, &[]).await.assert_status(403);
    world.user("eva").await;
    let eva = scene.server.as_user("eva").await;
    eva.get(&path).await.assert_has("MARL0002").assert_has("name=\"csrf\"");
    assert_eq!(eva.post(&path, &[]).await.location(), "/MARL");
    eva.get(&path).await.assert_status(404);
    eva.get("/MARL/account").await.assert_has("eva@example.org").assert_has("ana@example.org");

    let user = world.actor("eva").await.id().0.to_string();
    assert_eq!(
        ana.post("/MARL/account/operators/remove", &[("user", &user)]).await.location(),
        "/MARL/account"
    );
    eva.get("/MARL/account").await.assert_status(403);
    let own = world.actor("ana").await.id().0.to_string();
    ana.post("/MARL/account/operators/remove", &[("user", &own)]).await.assert_status(403);
}

#[tokio::test]
async fn an_account_rests_and_wakes() {
    let scene = marl().await;
    let ana = scene.server.as_user("ana").await;
    ana.get("/MARL/account").await.assert_has("/MARL/account/rest").assert_lacks("/MARL/account/wake");
    ana.post("/MARL/account/rest", &[]).await.assert_status(303);
    assert_eq!(scene.account(&scene.ana).await.state, State::Disabled);
    let ben = scene.server.as_user("ben").await;
    ben.get("/MARL/people/0002").await.assert_has("rests").assert_lacks("/MARL/trade?with=");
    ana.get("/MARL/account").await.assert_has("/MARL/account/wake").assert_lacks("/MARL/account/rest\"");
    ana.post("/MARL/account/wake", &[]).await.assert_status(303);
    assert_eq!(scene.account(&scene.ana).await.state, State::Active);
}

#[tokio::test]
async fn changed_terms_are_accepted_as_they_were_read() {
    let scene = marl().await;
    let (app, admin) = (&scene.server.world.app, scene.server.world.admin("MARL").await);
    exchanges::set_terms(app, &admin, scene.exchange, "Be kind.").await.unwrap();
    let ana = scene.server.as_user("ana").await;
    let read = ana.get("/MARL/account").await.field("version").expect("terms to accept").to_owned();
    exchanges::set_terms(app, &admin, scene.exchange, "Be kind, always.").await.unwrap();
    let stale = ana.post("/MARL/account/terms", &[("version", &read)]).await;
    stale.assert_status(422).assert_has("Be kind, always.").assert_has("terms-error");
    let now = stale.field("version").expect("terms to accept").to_owned();
    ana.post("/MARL/account/terms", &[("version", &now)]).await.assert_status(303);
    assert_eq!(ana.get("/MARL/account").await.field("version"), None);
}

#[tokio::test]
async fn one_leaves_at_zero_and_surely() {
    let scene = marl().await;
    let ben = scene.server.as_user("ben").await;
    ben.post("/MARL/leave", &[]).await.assert_status(422).assert_has("sure-error");
    scene.trade().await;
    ben.get("/MARL/leave").await.assert_status(200).assert_has("12.00").assert_lacks("name=\"sure\"");
    ben.post("/MARL/leave", &[("sure", "on")]).await.assert_status(422);
    scene.server.world.member("gus", scene.exchange).await;
    let gus = scene.server.as_user("gus").await;
    gus.get("/MARL/leave").await.assert_has("name=\"sure\"").assert_lacks("leave-title");
    assert_eq!(gus.post("/MARL/leave", &[("sure", "on")]).await.location(), "/");
    gus.get("/MARL/people").await.assert_status(403);
    ben.get("/MARL/people").await.assert_lacks("gus");
}

#[tokio::test]
async fn strangers_have_no_account_and_the_exchange_s_own_is_open() {
    let scene = marl().await;
    scene.server.world.user("dan").await;
    scene.server.as_user("dan").await.get("/MARL/account").await.assert_status(403);
    scene.server.anon().get("/MARL/account").await.assert_status(303);
    let page = scene.server.as_user("ana").await.get("/MARL/people/0").await;
    page.assert_status(200).assert_has("/MARL/own-account").assert_lacks("class=\"scale\"");
}
