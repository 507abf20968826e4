//! Recording, answering and correcting trades, as a browser meets it.

use server::testing::{Browser, Page, TestServer};

struct Town {
    server: TestServer,
}

impl Town {
    /// MARL with ana (0002), ben (0003) and cora, who coordinates.
    async fn new() -> Self {
        let server = TestServer::new().await;
        let exchange = server.world.exchange("MARL").await;
        server.world.member("ana", exchange).await;
        server.world.member("ben", exchange).await;
        server.world.coordinator("cora", exchange).await;
        Self { server }
    }

    async fn browser(&self, name: &str) -> Browser<'_> {
        self.server.as_user(name).await
    }
}

/// Sends again what the page's form holds in hidden fields.
async fn go_on(browser: &Browser<'_>, page: &Page, path: &str) -> Page {
    let names = ["id", "for", "did", "with", "provider", "receiver", "amount", "what", "day", "ask"];
    let held: Vec<(&str, String)> =
        names.iter().filter_map(|name| Some((*name, page.field(name)?.to_owned()))).collect();
    let fields: Vec<(&str, &str)> = held.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(path, &fields).await
}

/// Records a trade with this member by form and check; gives its address.
async fn record(browser: &Browser<'_>, fields: &[(&str, &str)]) -> String {
    let page = browser.post("/MARL/trade/check", fields).await;
    page.assert_status(200);
    let done = go_on(browser, &page, "/MARL/trade").await;
    done.assert_status(303);
    done.location().split('?').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_trade_is_checked_recorded_once_and_told() {
    let town = Town::new().await;
    let ana = town.browser("ana").await;
    let form = ana.get("/MARL/trade?with=3&did=provided").await;
    form.assert_status(200).assert_has("MARL0003").assert_has("value=\"provided\" checked");
    let id = form.field("id").expect("a name").to_owned();
    let typed = [
        ("id", id.as_str()),
        ("did", "provided"),
        ("with", "MARL0003"),
        ("amount", "24"),
        ("what", "Two pairs of curtains"),
    ];
    let check = ana.post("/MARL/trade/check", &typed).await;
    check.assert_status(200).assert_has("You gave ben “Two pairs of curtains”").assert_has("24.00");
    assert_eq!(check.field("id"), Some(id.as_str()));
    for _ in 0..2 {
        let done = go_on(&ana, &check, "/MARL/trade").await;
        done.assert_status(303);
        assert_eq!(done.location(), format!("/MARL/trades/{id}?recorded"));
    }
    let receipt = ana.get(&format!("/MARL/trades/{id}?recorded")).await;
    receipt.assert_status(200).assert_has("class=\"receipt").assert_has("MARL-1").assert_has("+24.00");
    let home = town.browser("ben").await;
    let page = home.get("/MARL").await;
    page.assert_status(200).assert_has("−24.00").assert_has("ana wrote down what you received");
    let entry = page.field("entry").expect("news").to_owned();
    home.post("/MARL/seen", &[("entry", &entry)]).await.assert_status(303);
    home.get("/MARL").await.assert_lacks("ana wrote down");
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    let town = Town::new().await;
    let ana = town.browser("ana").await;
    let cases: [(&[(&str, &str)], &str); 7] = [
        (&[("did", "provided"), ("with", "3"), ("amount", "12.345"), ("what", "Bread")], "finer"),
        (&[("did", "provided"), ("with", "3"), ("amount", "twelve"), ("what", "Bread")], "one number"),
        (&[("with", "3"), ("amount", "12"), ("what", "Bread")], "provided or received"),
        (&[("did", "provided"), ("with-who", "zz"), ("amount", "12"), ("what", "Bread")], "Nobody fits"),
        (&[("did", "provided"), ("amount", "12"), ("what", "Bread")], "Pick somebody"),
        (&[("did", "received"), ("with", "2"), ("amount", "12"), ("what", "Bread")], "two different"),
        (
            &[("did", "received"), ("with", "3"), ("amount", "12"), ("what", "Bread"), ("day", "2031-01-01")],
            "not come",
        ),
    ];
    for (typed, said) in cases {
        let page = ana.post("/MARL/trade/check", typed).await;
        page.assert_status(422).assert_has(said).assert_has("Bread");
        for (name, value) in typed.iter().filter(|(name, _)| *name == "amount" || *name == "day") {
            assert_eq!(page.field(name), Some(*value), "{typed:?}");
        }
    }
}

#[tokio::test]
async fn people_are_found_by_parts_of_their_names() {
    let town = Town::new().await;
    let exchange = town.server.world.actor("ana").await.memberships()[0].exchange;
    town.server.world.member("bruno", exchange).await;
    let ana = town.browser("ana").await;
    let typed = [("step", "find"), ("with-who", "b"), ("what", "Bread"), ("did", "received")];
    let page = ana.post("/MARL/trade/check", &typed).await;
    page.assert_status(200).assert_has("MARL0003").assert_has("bruno").assert_has("Bread");
    let one = [("step", "find"), ("with-who", "BRU"), ("amount", "3")];
    let page = ana.post("/MARL/trade/check", &one).await;
    page.assert_status(200).assert_has("name=\"change\"");
    assert_eq!((page.field("with"), page.field("amount")), (Some("MARL0005"), Some("3")));
    let change = [("change", "with"), ("with", "MARL0005"), ("amount", "3")];
    let page = ana.post("/MARL/trade/check", &change).await;
    page.assert_status(200).assert_has("with-who").assert_lacks("name=\"change\"");
    assert_eq!(page.field("amount"), Some("3"));
}

#[tokio::test]
async fn a_refusal_explains_itself_and_offers_what_is_possible() {
    let town = Town::new().await;
    let ana = town.browser("ana").await;
    let typed = [("did", "received"), ("with", "3"), ("amount", "200"), ("what", "A whole roof")];
    let page = ana.post("/MARL/trade/check", &typed).await;
    page.assert_status(422).assert_has("below-floor").assert_has("150.00").assert_has("A whole roof");
    assert_eq!(page.field("what"), Some("A whole roof"));
    let instead = page.text.rsplit_once("name=\"amount\" value=\"").expect("a button").1;
    assert!(instead.starts_with("150.00\""), "{instead}");
    let refused = go_on(&ana, &page, "/MARL/trade").await;
    refused.assert_status(422).assert_has("below-floor");
    assert_ne!(refused.field("id"), page.field("id"));
}

#[tokio::test]
async fn requests_are_answered() {
    let town = Town::new().await;
    let (ana, ben) = (town.browser("ana").await, town.browser("ben").await);
    let asked = |what| [("did", "provided"), ("with", "3"), ("amount", "8"), ("what", what), ("ask", "on")];
    let first = record(&ana, &asked("Shears sharpened")).await;
    let second = record(&ana, &asked("A saw set")).await;
    ana.get("/MARL/waiting").await.assert_status(200).assert_has("Shears sharpened").assert_has("A saw set");
    ben.get("/MARL").await.assert_has("Shears sharpened").assert_has(&format!("{first}/accept"));
    let done = ben.post(&format!("{first}/accept"), &[]).await;
    done.assert_status(303);
    ben.get(done.location()).await.assert_has("It counts now").assert_has("MARL-1");
    // Pressed twice: the same answer.
    ben.post(&format!("{first}/accept"), &[]).await.assert_status(303);
    ben.get(&format!("{second}/decline")).await.assert_status(200).assert_has("name=\"words\"");
    ben.post(&format!("{second}/decline"), &[("words", "It was Lucy’s saw")]).await.assert_status(303);
    ana.get(&second).await.assert_has("It was Lucy’s saw").assert_lacks("/accept");
    ben.get(&format!("{second}/accept")).await.assert_status(403);
    let third = record(&ana, &asked("A knife")).await;
    ana.get(&format!("{third}/withdraw")).await.assert_status(200);
    ana.post(&format!("{third}/withdraw"), &[]).await.assert_status(303);
    ben.get("/MARL/waiting").await.assert_status(200).assert_lacks("A knife");
}

#[tokio::test]
async fn trades_are_corrected_given_back_and_objected_to() {
    let town = Town::new().await;
    let (ana, ben) = (town.browser("ana").await, town.browser("ben").await);
    let admin = town.browser("admin-marl").await;
    let typed = [("did", "provided"), ("with", "3"), ("amount", "8"), ("what", "Shears sharpened")];
    let trade = record(&ana, &typed).await;
    let page = ana.get(&format!("{trade}/edit")).await;
    page.assert_status(200);
    assert_eq!(page.field("amount"), Some("8.00"));
    let (reversal, instead) =
        (page.field("reversal").expect("a name"), page.field("replacement").expect("a name"));
    let wrong = [("reversal", reversal), ("replacement", instead), ("amount", "?"), ("what", "Shears")];
    ana.post(&format!("{trade}/edit"), &wrong).await.assert_status(422).assert_has("one number");
    let right = [("reversal", reversal), ("replacement", instead), ("amount", "6"), ("what", "Shears")];
    let done = ana.post(&format!("{trade}/edit"), &right).await;
    assert_eq!(done.location(), format!("/MARL/trades/{instead}"));
    ana.get(&trade).await.assert_has("What stands instead");
    ben.post(&format!("/MARL/trades/{instead}/object"), &[("words", "")]).await.assert_status(422);
    let said = [("words", "They are still blunt")];
    ben.post(&format!("/MARL/trades/{instead}/object"), &said).await.assert_status(303);
    ana.get(&format!("/MARL/trades/{instead}")).await.assert_has("They are still blunt");
    let path = format!("/MARL/trades/{instead}/stand");
    ana.get(&path).await.assert_status(403);
    admin.post(&path, &[("words", "I tried them: they cut")]).await.assert_status(303);
    let page = ana.get(&format!("/MARL/trades/{instead}/reverse")).await;
    let name = page.field("reversal").expect("a name").to_owned();
    for _ in 0..2 {
        ana.post(&format!("/MARL/trades/{instead}/reverse"), &[("reversal", &name)]).await.assert_status(303);
    }
    ana.get("/MARL").await.assert_has("0.00");
}

#[tokio::test]
async fn coordinators_record_for_others_and_members_do_not() {
    let town = Town::new().await;
    let cora = town.browser("cora").await;
    cora.get("/MARL/trade").await.assert_has("?for=others");
    let typed = [
        ("for", "others"),
        ("provider", "2"),
        ("receiver", "ben"),
        ("receiver-who", "ben"),
        ("amount", "5"),
        ("what", "Jam"),
    ];
    let trade = record(&cora, &typed).await;
    cora.get(&trade).await.assert_status(200).assert_has("ana gave ben “Jam”").assert_has("cora, for both");
    let ana = town.browser("ana").await;
    ana.get("/MARL/trade").await.assert_lacks("?for=others");
    ana.get("/MARL/trade?for=others").await.assert_status(403);
    ana.get(&trade).await.assert_status(200);
}

#[tokio::test]
async fn others_see_nothing_of_a_trade() {
    let town = Town::new().await;
    let typed = [("did", "provided"), ("with", "3"), ("amount", "8"), ("what", "Shears sharpened")];
    let trade = record(&town.browser("ana").await, &typed).await;
    let exchange = town.server.world.actor("ana").await.memberships()[0].exchange;
    town.server.world.member("dora", exchange).await;
    town.server.world.user("eve").await;
    for name in ["dora", "eve"] {
        town.browser(name).await.get(&trade).await.assert_status(404).assert_lacks("Shears");
    }
    let eve = town.browser("eve").await;
    for path in ["/MARL/trade", "/MARL/waiting"] {
        eve.get(path).await.assert_status(403);
        town.server.anon().get(path).await.assert_status(303);
    }
    assert_eq!(eve.get("/MARL").await.location(), "/MARL/about");
    town.browser("ana").await.get("/MARL/trades/not-a-name").await.assert_status(404);
}
