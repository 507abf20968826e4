//! Where people are as a browser meets it: saying it, what is near, and what other exchanges of the server show.

use server::testing::{Browser, TestServer};

/// MARL with ana (0002) and ben (0003), who are about 6 km from each other, and VALD with dora.
async fn two_towns() -> TestServer {
    let server = TestServer::new().await;
    let marl = server.world.exchange("MARL").await;
    server.world.member("ana", marl).await;
    server.world.member("ben", marl).await;
    let vald = server.world.exchange("VALD").await;
    server.world.member("dora", vald).await;
    for (name, point) in [("ana", "52.37, -2.72"), ("ben", "52.42, -2.68")] {
        let browser = server.as_user(name).await;
        browser.post("/MARL/profile/point", &[("point", point)]).await.assert_status(303);
    }
    server
}

async fn offer(browser: &Browser<'_>, code: &str, (title, sight): (&str, &str)) {
    let form = browser.get(&format!("/{code}/market/new")).await;
    // The first choice with the name of something.
    let category = form.text.split("<option value=\"").find(|part| part.get(8..9) == Some("-"));
    let category = category.and_then(|part| part.split('"').next()).unwrap_or_default().to_owned();
    let fields = [
        ("id", form.field("id").unwrap_or_default()),
        ("side", "offer"),
        ("title", title),
        ("category", category.as_str()),
        ("asks", "amount"),
        ("amount", "12"),
        ("span", "90"),
        ("sight", sight),
        ("locale", "en"),
    ];
    browser.post(&format!("/{code}/market/new"), &fields).await.assert_status(303);
}

#[tokio::test]
async fn a_point_is_said_put_right_and_taken_back() {
    let server = two_towns().await;
    let ana = server.as_user("ana").await;
    let page = ana.get("/MARL/profile/point").await;
    page.assert_status(200).assert_has("value=\"52.37, -2.72\"").assert_has("data-locate=\"point\"");
    page.assert_has("not even the administrators").assert_has("Same as the exchange");
    let link = "https://www.openstreetmap.org/#map=17/52.412345/-2.654321";
    ana.post("/MARL/profile/point", &[("point", link)]).await.assert_status(303);
    ana.get("/MARL/profile/point").await.assert_has("value=\"52.41, -2.65\"").assert_lacks("412345");

    let short = "https://maps.app.goo.gl/aB3dE";
    let wrong = ana.post("/MARL/profile/point", &[("point", short)]).await;
    wrong
        .assert_status(422)
        .assert_has(short)
        .assert_has("This link holds no numbers")
        .assert_has("href=\"#point\"");
    ana.post("/MARL/profile/point", &[("point", "here"), ("forget", "yes")]).await.assert_status(303);
    ana.get("/MARL/profile/point").await.assert_has("Forgotten").assert_lacks("Same as the exchange");

    let admin = server.as_user("admin-marl").await;
    admin.get("/MARL/admin/settings").await.assert_has("/MARL/admin/point");
    admin.post("/MARL/admin/point", &[("point", "52.37 N 2.72 W")]).await.assert_status(303);
    admin.get("/MARL/admin/point").await.assert_has("value=\"52.37, -2.72\"");
}

#[tokio::test]
async fn the_browser_may_be_asked_where_it_is() {
    let server = TestServer::new().await;
    let page = server.anon().get("/").await;
    let policy = page.headers.get("permissions-policy").and_then(|policy| policy.to_str().ok());
    assert!(policy.is_some_and(|policy| policy.contains("geolocation=(self)")), "{policy:?}");
}

#[tokio::test]
async fn the_market_and_the_directory_say_how_far_things_are() {
    let server = two_towns().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    offer(&ana, "MARL", ("Plum jam", "everyone")).await;
    ben.get("/MARL/market").await.assert_has("Plum jam").assert_has("within about 10 km");
    for (query, is_there) in [("near=5", false), ("near=10", true), ("near=7", true), ("near=10&q=jam", true)]
    {
        let page = ben.get(&format!("/MARL/market?{query}")).await;
        page.assert_status(200);
        assert_eq!(page.text.contains("Plum jam"), is_there, "{query}");
    }
    let near = ben.get("/MARL/market?near=10&order=nearest").await;
    near.assert_has("<option value=\"10\" selected>").assert_has("<option value=\"nearest\" selected>");
    near.assert_has("market?kind=want&#38;near=10&#38;order=nearest");
    ben.get("/MARL/people").await.assert_has("within about 10 km");
    ben.get("/MARL/people/2").await.assert_has("within about 10 km").assert_lacks("52.37");
    ana.get("/MARL/people/2").await.assert_lacks("within about");

    // Whoever is nowhere is told how that changes; visitors are not.
    server
        .anon()
        .get("/MARL/market")
        .await
        .assert_has("Plum jam")
        .assert_lacks(" km")
        .assert_lacks("profile/point");
    let dora = server.as_user("dora").await;
    dora.get("/VALD/market").await.assert_has("/VALD/profile/point").assert_lacks("name=\"near\"");
}

#[tokio::test]
async fn what_other_exchanges_show_names_them_and_counts_in_their_unit() {
    let server = two_towns().await;
    let (ben, dora) = (server.as_user("ben").await, server.as_user("dora").await);
    offer(&dora, "VALD", ("Fig jam", "everyone")).await;
    offer(&dora, "VALD", ("Secret jam", "exchange")).await;
    ben.get("/MARL/market?q=jam").await.assert_lacks("Fig jam").assert_has("<option value=\"VALD\">");
    for query in ["in=all", "in=VALD", "in=all&q=jam", "in=VALD&order=nearest"] {
        for browser in [&ben, &server.anon()] {
            let page = browser.get(&format!("/MARL/market?{query}")).await;
            page.assert_status(200).assert_has("Fig jam").assert_lacks("Secret jam").assert_lacks("dora");
            page.assert_has("href=\"/VALD/market/");
        }
    }
    ben.get("/MARL/market?in=nowhere").await.assert_status(200).assert_lacks("Fig jam");
    // One's own exchange asked for by its code is one's own.
    ben.get("/MARL/market?in=MARL").await.assert_status(200).assert_lacks("Fig jam");
}
