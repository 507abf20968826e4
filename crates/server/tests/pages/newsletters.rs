//! Newsletters as a browser meets them: looked at, written to oneself, sent off once, read.

use server::testing::TestServer;

#[tokio::test]
async fn an_administrator_looks_tries_and_sends_and_sees_how_far_it_is() {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    server.world.member("ana", exchange).await;
    server.world.member("ben", exchange).await;
    let (admin, ana) = (server.as_user("admin-marl").await, server.as_user("ana").await);
    admin.get("/MARL/admin").await.assert_has("/MARL/admin/newsletters");
    let path = "/MARL/admin/newsletters/new";
    let form = admin.get(path).await;
    let id = form.assert_status(200).field("id").expect("a name").to_owned();
    let fields = |act: &'static str| {
        let id = id.clone();
        [
            ("id", id),
            ("title", "Harvest <i>news</i>".to_owned()),
            ("body", "Come at *ten*.".to_owned()),
            ("audience", "everybody".to_owned()),
            ("do", act.to_owned()),
        ]
    };
    let post = async |act| {
        let fields = fields(act);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        admin.post(path, &fields).await
    };
    let wrong = admin
        .post(path, &[("id", &id), ("title", ""), ("body", "kept"), ("audience", "idle"), ("months", "many")])
        .await;
    wrong.assert_status(422).assert_has("href=\"#title\"").assert_has("href=\"#months\"").assert_has("kept");
    // Areas are offered where there are some.
    form.assert_lacks("Who is in one area");
    let area = [("name", "The hills"), ("id", "0198a000-0000-7000-8000-000000000001")];
    admin.post("/MARL/admin/areas/new", &area).await.assert_status(303);
    admin.get(path).await.assert_has("Who is in one area").assert_has("The hills</option>");
    let nowhere = [("id", id.as_str()), ("title", "T"), ("body", "B"), ("audience", "area"), ("area", "")];
    admin.post(path, &nowhere).await.assert_status(422).assert_has("href=\"#area\"");
    post("preview").await.assert_status(200).assert_has("<em>ten</em>").assert_has("It goes to 3 people");
    post("test").await.assert_status(200).assert_has("on its way to you alone").assert_has("<em>ten</em>");
    let letters = server.world.letters().await;
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, "admin-marl@example.org"));

    for _ in 0..2 {
        assert_eq!(post("send").await.location(), format!("/MARL/admin/newsletters/{id}"));
    }
    let under_way = admin.get(&format!("/MARL/admin/newsletters/{id}")).await;
    under_way.assert_status(200).assert_has("0 of 3 so far").assert_has("Look again");
    assert_eq!(server.world.letters().await.len(), 3);
    admin
        .get(&format!("/MARL/admin/newsletters/{id}"))
        .await
        .assert_has("Sent to 3 people")
        .assert_lacks("Look again");
    admin.get("/MARL/admin/newsletters").await.assert_has("Sent to 3 people");
    ana.get("/me/notices").await.assert_has("Harvest &#60;i&#62;news");
    ana.get(&format!("/MARL/newsletters/{id}")).await.assert_status(200).assert_has("<em>ten</em>");
    admin.get("/MARL/admin/log").await.assert_has("Newsletter sent to 3");
}
