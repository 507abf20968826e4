//! The market as a browser meets it: writing, finding, trading from it, what visitors see; and scripts that stay words.
#![expect(clippy::expect_used, reason = "helpers of tests stop at what cannot be")]

use server::testing::{Browser, Page, TestServer};

use crate::scripts::{SCRIPTS, assert_dead};

struct Town {
    server: TestServer,
    category: String,
}

impl Town {
    /// MARL with ana (0002) and ben (0003).
    async fn new() -> Self {
        let server = TestServer::new().await;
        let exchange = server.world.exchange("MARL").await;
        server.world.member("ana", exchange).await;
        server.world.member("ben", exchange).await;
        let categories = app::market::categories(&server.world.app, exchange).await.expect("categories");
        let category = categories[0].uuid.to_string();
        Self { server, category }
    }

    async fn browser(&self, name: &str) -> Browser<'_> {
        self.server.as_user(name).await
    }

    /// Sends the form of a new listing, with these fields instead of the usual ones.
    async fn send(&self, browser: &Browser<'_>, other: &[(&str, &str)]) -> Page {
        let usual = [
            ("side", "offer"),
            ("title", "Bicycles mended"),
            ("category", self.category.as_str()),
            ("body", "Brakes and *gears*."),
            ("asks", "amount"),
            ("amount", "12"),
            ("price", "an hour"),
            ("span", "90"),
            ("sight", "exchange"),
            ("locale", "en"),
        ];
        let kept = usual.into_iter().filter(|(name, _)| other.iter().all(|(changed, _)| changed != name));
        let fields: Vec<(&str, &str)> = kept.chain(other.iter().copied()).collect();
        browser.post("/MARL/market/new", &fields).await
    }

    /// Publishes one; gives its address.
    async fn publish(&self, browser: &Browser<'_>, other: &[(&str, &str)]) -> String {
        let sent = self.send(browser, other).await;
        sent.assert_status(303);
        sent.location().to_owned()
    }
}

#[tokio::test]
async fn an_offer_is_written_found_changed_and_taken_away() {
    let town = Town::new().await;
    let (ana, ben) = (town.browser("ana").await, town.browser("ben").await);
    let form = ana.get("/MARL/market/new?kind=want").await;
    form.assert_status(200)
        .assert_has("value=\"want\" checked")
        .assert_has("data-draft=\"MARL0002 market/new\"");
    let id = form.field("id").expect("a name").to_owned();
    let path = town.publish(&ana, &[("id", &id), ("keywords", "bike, cycle")]).await;
    assert_eq!(path, format!("/MARL/market/{id}"));
    assert_eq!(town.publish(&ana, &[("id", &id)]).await, path, "sent twice it is made once");

    let page = ana.get(&path).await;
    page.assert_status(200).assert_has("Let it stand longer").assert_has("12.00").assert_has("an hour");
    page.assert_has("Also found by: bike, cycle")
        .assert_has("<em>gears</em>")
        .assert_has(&format!("data-drafted=\"{id}\""));
    ana.get(&path).await.assert_lacks("data-drafted");
    let market = ben.get("/MARL/market").await;
    market.assert_status(200).assert_has("Bicycles mended").assert_has("MARL/market?category=");
    ben.get("/MARL/market?q=BICYCLES").await.assert_has("Bicycles mended");
    ben.get("/MARL/market?q=plums").await.assert_status(200).assert_lacks("Bicycles mended");
    ben.get("/MARL/market?kind=want").await.assert_lacks("Bicycles mended");
    ben.get("/MARL/people/2").await.assert_has("Bicycles mended");
    ben.get("/MARL").await.assert_has("New in the market").assert_has("Bicycles mended");
    ben.get(&path).await.assert_has("MARL0002").assert_lacks("Let it stand longer");

    let edit = ana.get(&format!("{path}/edit")).await;
    edit.assert_status(200).assert_has("value=\"Bicycles mended\"").assert_has("value=\"12.00\"");
    let wrong = ana.post(&format!("{path}/edit"), &[("title", ""), ("body", "kept as typed")]).await;
    wrong
        .assert_status(422)
        .assert_has("kept as typed")
        .assert_has("href=\"#title\"")
        .assert_has("In one line");
    assert_eq!(ana.post(&format!("{path}/hide"), &[]).await.location(), path);
    ben.get(&path).await.assert_status(404);
    ana.get("/MARL/market/mine").await.assert_has("Hidden").assert_has("Bicycles mended");
    ana.post(&format!("{path}/show"), &[]).await.assert_status(303);
    let renewed = ana.post(&format!("{path}/renew"), &[("to", "mine")]).await;
    assert_eq!(renewed.location(), "/MARL/market/mine");
    ana.get(&format!("{path}/remove")).await.assert_status(200).assert_has("Bicycles mended");
    ana.post(&format!("{path}/remove"), &[]).await.assert_status(303);
    ana.get(&path).await.assert_status(404);
}

#[tokio::test]
async fn a_get_changes_nothing() {
    let town = Town::new().await;
    let ana = town.browser("ana").await;
    let path = town.publish(&ana, &[]).await;
    for act in ["renew", "hide", "show", "release"] {
        ana.get(&format!("{path}/{act}")).await.assert_status(405);
    }
}

#[tokio::test]
async fn visitors_see_what_everyone_may_and_nobody_in_it() {
    let town = Town::new().await;
    let ana = town.browser("ana").await;
    let hidden = town.publish(&ana, &[("title", "Only for members")]).await;
    let open = town.publish(&ana, &[("title", "For all the world"), ("sight", "everyone")]).await;
    let visitor = town.server.anon();
    for path in ["/MARL/market", "/MARL/about", &open] {
        let page = visitor.get(path).await;
        page.assert_status(200).assert_has("For all the world").assert_lacks("Only for members");
        page.assert_lacks("MARL0002").assert_lacks("MARL0001");
        assert!(!page.text.contains(">ana<") && !page.text.contains("/people/"), "{}", page.text);
    }
    let to_sign_in = visitor.get(&hidden).await;
    assert!(to_sign_in.location().starts_with("/sign-in?next="), "{}", to_sign_in.location());
    // A letter's link leads there by way of the door, whether it is there or not.
    let nothing = visitor.get("/MARL/market/018f0000-0000-7000-8000-000000000000").await;
    assert!(nothing.location().starts_with("/sign-in?next="), "{}", nothing.location());
}

#[tokio::test]
async fn a_trade_is_recorded_from_an_offer_and_leads_back_to_it() {
    let town = Town::new().await;
    let (ana, ben) = (town.browser("ana").await, town.browser("ben").await);
    let path = town.publish(&ana, &[]).await;
    let id = path.rsplit('/').next().expect("a name");
    let page = ben.get(&path).await;
    let link =
        page.text.split("href=\"").find(|rest| rest.starts_with("/MARL/trade?")).expect("a way to a trade");
    let link = link.split('"').next().unwrap_or_default().replace("&#38;", "&").replace("&amp;", "&");
    let form = ben.get(&link).await;
    form.assert_status(200)
        .assert_has("MARL0002")
        .assert_has("value=\"received\" checked")
        .assert_has("12.00");
    assert_eq!(form.field("listing"), Some(id));
    let name = form.field("id").expect("a name").to_owned();
    let typed = [
        ("id", name.as_str()),
        ("did", "received"),
        ("with", "MARL0002"),
        ("amount", "12"),
        ("what", "Bicycles mended"),
        ("listing", id),
    ];
    let check = ben.post("/MARL/trade/check", &typed).await;
    check.assert_status(200);
    assert_eq!(check.field("listing"), Some(id), "the check carries it on");
    let done = ben.post("/MARL/trade", &typed).await;
    done.assert_status(303);
    ben.get(done.location()).await.assert_has(&format!("/MARL/market/{id}")).assert_has("From the offer");
    let trade = format!("/MARL/trades/{name}");
    ben.get(&trade).await.assert_has(&format!("/MARL/market/{id}"));
    ana.get(&path).await.assert_has(&trade);
    ana.post(&format!("{path}/remove"), &[]).await.assert_status(303);
    ben.get(&trade).await.assert_has("From the offer “Bicycles mended”").assert_lacks(&path);
    town.server.world.letters().await;
}

#[tokio::test]
async fn administrators_arrange_the_market_and_hide_with_a_reason() {
    let town = Town::new().await;
    let (ana, admin) = (town.browser("ana").await, town.browser("admin-marl").await);
    admin.get("/MARL/admin").await.assert_has("/MARL/admin/market");
    admin.get("/MARL/admin/market").await.assert_status(200).assert_has("Food and drink");
    let wrong = admin.post("/MARL/admin/market", &[("span", "many"), ("sight", "everyone")]).await;
    wrong.assert_status(422).assert_has("value=\"many\"");
    let fields = [("span", "60"), ("endless", "on"), ("sight", "exchange")];
    admin.post("/MARL/admin/market", &fields).await.assert_status(303);
    let form = ana.get("/MARL/market/new").await;
    form.assert_has("60 days")
        .assert_has("value=\"endless\"")
        .assert_lacks("value=\"everyone\"")
        .assert_lacks("90 days");
    town.send(&ana, &[("span", "90")]).await.assert_status(422).assert_has("From 1 to 60 days");

    let own = format!("/MARL/admin/categories/{}", town.category);
    admin.get(&own).await.assert_status(200).assert_has("Food and drink");
    admin.post(&own, &[("name", "Eating"), ("icon", "food")]).await.assert_status(303);
    let new = "/MARL/admin/categories/new";
    let form = admin.get(new).await;
    let id = form.field("id").expect("a name");
    let wrong = admin.post(new, &[("id", id), ("name", ""), ("icon", "food")]).await;
    wrong.assert_status(422).assert_has(&format!("value=\"{id}\""));
    let part = [("id", id), ("name", "Honey"), ("icon", "leaf"), ("parent", town.category.as_str())];
    admin.post(new, &part).await.assert_status(303);
    ana.get("/MARL/market/new").await.assert_has("Eating – Honey");
    admin.post(&format!("{own}/move"), &[("to", "down")]).await.assert_status(303);

    let path = town.publish(&ana, &[("span", "30")]).await;
    admin.post(&format!("{path}/stop"), &[("reason", "")]).await.assert_status(422);
    admin.post(&format!("{path}/stop"), &[("reason", "No bicycles here")]).await.assert_status(303);
    ana.get(&path).await.assert_has("No bicycles here");
    ana.post(&format!("{path}/show"), &[]).await.assert_status(403);
    admin.get("/MARL/admin/log").await.assert_has("Hidden in the market: Bicycles mended");
    admin.post(&format!("{path}/release"), &[]).await.assert_status(303);
    ana.get("/MARL/market").await.assert_has("Bicycles mended");
    town.server.world.letters().await;
}

#[tokio::test]
async fn long_lists_of_one_member_go_on_behind_a_link() {
    let town = Town::new().await;
    let (ana, ben) = (town.browser("ana").await, town.browser("ben").await);
    for at in 0..25 {
        town.server.world.app.clock.advance(1);
        town.publish(&ana, &[("title", &format!("Thing {at:02}"))]).await;
    }
    for (browser, list) in [(&ana, "/MARL/market/mine"), (&ben, "/MARL/people/2")] {
        let first = browser.get(list).await;
        first.assert_has("Thing 24").assert_has("Thing 01").assert_lacks("Thing 00");
        let more = first.text.split("href=\"").find(|rest| rest.starts_with(&format!("{list}?at=")));
        let more = more.and_then(|rest| rest.split('"').next()).expect("a link").replace("&#38;", "&");
        browser.get(&more).await.assert_has("Thing 00").assert_lacks("Thing 01").assert_lacks("?at=");
    }
}

#[tokio::test]
async fn scripts_stay_words_wherever_they_are_written() {
    let town = Town::new().await;
    let (ana, ben) = (town.browser("ana").await, town.browser("ben").await);
    let visitor = town.server.anon();
    for payload in SCRIPTS {
        // One line has no room for several.
        let line = payload.replace(['\n', '\t'], " ");
        let fields = [
            ("title", line.as_str()),
            ("body", payload),
            ("keywords", &line),
            ("price", &line),
            ("money", &line),
            ("place", &line),
            ("sight", "everyone"),
        ];
        let fields: Vec<(&str, &str)> =
            fields.into_iter().filter(|(name, text)| *name != "place" || text.len() <= 80).collect();
        let path = town.publish(&ana, &fields).await;
        for page in [
            ana.get(&path).await,
            ben.get(&path).await,
            visitor.get(&path).await,
            ana.get(&format!("{path}/edit")).await,
            ana.get(&format!("{path}/remove")).await,
            town.send(&ana, &[("title", &line), ("body", payload), ("amount", &line), ("span", &line)]).await,
            ben.get(&format!("/MARL/market?q={}", server::web::stop::encoded(payload))).await,
            ben.get(&format!("/MARL/trade?what={0}&listing={0}", server::web::stop::encoded(payload))).await,
        ] {
            assert_dead(&page, payload);
            let policy =
                page.headers.get("content-security-policy").expect("a policy").to_str().expect("text");
            assert!(
                policy.contains("script-src 'self'") || policy.contains("default-src 'self'"),
                "{policy}"
            );
            assert!(!policy.contains("unsafe-inline"), "{policy}");
        }
        ana.post(&format!("{path}/remove"), &[]).await.assert_status(303);
    }
    for page in [ben.get("/MARL").await, ben.get("/MARL/people/2").await] {
        assert_dead(&page, "lists");
    }
}

#[tokio::test]
async fn what_is_found_says_why_and_the_filters_stay() {
    let town = Town::new().await;
    let ana = town.browser("ana").await;
    town.publish(&ana, &[("title", "Plumbing repairs"), ("body", "")]).await;
    let found = ana.get("/MARL/market?q=fontanero&price=with").await;
    found.assert_status(200).assert_has("Plumbing repairs").assert_has("means: plumber");
    found.assert_has("goes by words only").assert_has("<option value=\"with\" selected>");
    found.assert_has("kind=want&#38;q=fontanero&#38;price=with");
    found.assert_has("<br><span class=\"soft\">With a price</span></span></summary>");
    let exact = ana.get("/MARL/market?q=fontanero&exact=yes").await;
    exact
        .assert_status(200)
        .assert_lacks("Plumbing repairs")
        .assert_has("name=\"exact\" value=\"yes\" checked");
    let odd = "/MARL/market?q=%3Cscript%3E&language=xx&days=-4&order=odd&passed=99999999999999";
    ana.get(odd).await.assert_status(200).assert_lacks("<script>");
}

#[tokio::test]
async fn looking_keeps_what_was_typed_and_publishes_nothing() {
    let town = Town::new().await;
    let (ana, ben) = (town.browser("ana").await, town.browser("ben").await);
    let path = town.publish(&ana, &[("side", "want"), ("title", "My bicycle needs mending")]).await;
    let typed = [("look", "yes"), ("title", "I mend <b>bicycles</b>"), ("amount", "seven"), ("category", "")];
    let looked = town.send(&ben, &typed).await;
    looked.assert_status(200).assert_has("They look for this").assert_has("My bicycle needs mending");
    looked.assert_has("value=\"I mend &#60;b&#62;bicycles&#60;/b&#62;\"").assert_has("value=\"seven\"");
    looked.assert_has("It may belong under Lifts, bicycles, cars").assert_lacks("class=\"errors\"");
    ben.get("/MARL/market/mine").await.assert_lacks("I mend");
    let own = [("look", "yes"), ("title", "My bicycle"), ("side", "want"), ("locale", "en")];
    let edited = ana.post(&format!("{path}/edit"), &own).await;
    edited
        .assert_status(200)
        .assert_has("Nothing like it is in the market yet")
        .assert_has("value=\"My bicycle\"");
    ana.get(&path).await.assert_has("My bicycle needs mending");
}

#[tokio::test]
async fn who_is_below_zero_reads_at_home_and_in_the_market_what_they_could_offer() {
    let town = Town::new().await;
    let (ana, ben) = (town.browser("ana").await, town.browser("ben").await);
    let offer = town.publish(&ana, &[("title", "Guitar & lessons")]).await;
    for page in ["/MARL", "/MARL/market"] {
        ana.get(page).await.assert_status(200).assert_lacks("You could offer this");
    }
    let wanted =
        [("side", "want"), ("title", "Guitar lessons for a beginner"), ("body", ""), ("keywords", "")];
    let want = town.publish(&ben, &wanted).await;
    let form = ana.get("/MARL/trade").await;
    let id = form.field("id").expect("a name").to_owned();
    let paid = [
        ("id", id.as_str()),
        ("did", "received"),
        ("with", "MARL0003"),
        ("amount", "24"),
        ("what", "A table"),
    ];
    ana.post("/MARL/trade", &paid).await.assert_status(303);
    for page in ["/MARL", "/MARL/market"] {
        let page = ana.get(page).await;
        page.assert_has("You could offer this").assert_has(&format!("href=\"{want}\""));
        page.assert_has("Like your offer “Guitar &#38; lessons”");
        ben.get("/MARL").await.assert_lacks("You could offer this");
    }
    ana.get("/MARL/market?kind=want").await.assert_lacks("You could offer this");
    ana.get(&offer).await.assert_has("They look for this").assert_has("Guitar lessons for a beginner");
    ben.get(&offer).await.assert_lacks("They look for this");
}
