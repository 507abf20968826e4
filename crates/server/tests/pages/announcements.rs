//! Announcements as a browser meets them: looked at before they are published, on Home and the exchange's page, taken off.

use server::testing::TestServer;

#[tokio::test]
async fn an_administrator_looks_publishes_changes_and_ends() {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    server.world.member("ana", exchange).await;
    let (admin, ana) = (server.as_user("admin-marl").await, server.as_user("ana").await);
    admin.get("/MARL/admin").await.assert_has("/MARL/admin/announcements");
    let form = admin.get("/MARL/admin/announcements/new").await;
    let id = form.field("id").expect("a name").to_owned();
    let text = [
        ("id", id.as_str()),
        ("title", "Fair <b>day</b>"),
        ("body", "At *ten*.\n\n<script>x()</script>"),
        ("until", "2026-03-20"),
    ];
    let wrong = admin
        .post(
            "/MARL/admin/announcements/new",
            &[("id", &id), ("title", ""), ("body", "kept"), ("until", "soon")],
        )
        .await;
    wrong.assert_status(422).assert_has("href=\"#title\"").assert_has("href=\"#until\"").assert_has("kept");
    let shown =
        admin.post("/MARL/admin/announcements/new", &[&text[..], &[("do", "preview")]].concat()).await;
    shown.assert_status(200).assert_has("<em>ten</em>").assert_has("Publish").assert_lacks("<script>x");
    assert_eq!(shown.field("id"), Some(id.as_str()));
    ana.get("/MARL").await.assert_lacks("Fair");

    for _ in 0..2 {
        let done =
            admin.post("/MARL/admin/announcements/new", &[&text[..], &[("do", "publish")]].concat()).await;
        assert_eq!(done.location(), "/MARL/admin/announcements");
    }
    for path in ["/MARL", "/MARL/about"] {
        let page = ana.get(path).await;
        page.assert_status(200)
            .assert_has("<em>ten</em>")
            .assert_has("Fair &#60;b&#62;day")
            .assert_lacks("<script>x");
        assert_eq!(page.text.matches("announcements/").count(), 1, "once: {}", page.text);
    }
    server.anon().get("/MARL/about").await.assert_status(200).assert_lacks("<em>ten</em>");
    server.world.letters().await;
    ana.get("/me/notices").await.assert_has("MARL exchange: Fair &#60;b&#62;day");
    let path = format!("/MARL/announcements/{id}");
    ana.get(&path).await.assert_status(200).assert_has("<em>ten</em>");
    ana.post(&format!("{path}/dismiss"), &[]).await.assert_status(303);
    ana.get("/MARL").await.assert_lacks("<em>ten</em>");
    ana.get(&path).await.assert_status(200).assert_has("<em>ten</em>");

    let edit = format!("/MARL/admin/announcements/{id}");
    let page = admin.get(&edit).await;
    page.assert_status(200);
    assert_eq!(page.field("until"), Some("2026-03-20"), "the last day, not the one after");
    let changed = [("title", "Fair"), ("body", "At *noon*."), ("until", "2026-03-21"), ("do", "publish")];
    admin.post(&edit, &changed).await.assert_status(303);
    admin.get("/MARL").await.assert_has("<em>noon</em>");
    admin.post(&format!("{edit}/end"), &[]).await.assert_status(303);
    admin.get("/MARL").await.assert_lacks("<em>noon</em>");
    admin
        .get("/MARL/admin/announcements")
        .await
        .assert_status(200)
        .assert_has("Over")
        .assert_has("told to 2 people");
    admin.get("/MARL/admin/log").await.assert_has("Announcement ended").assert_has("Announced");
}
