//! Pictures as a browser meets them: sent by a plain form, waited for, shown, put in order, and refused by name.
#![expect(clippy::expect_used, reason = "helpers of tests stop at what cannot be")]

use server::testing::{Page, TestServer};

/// A picture of ours.
const PICTURE: &[u8] = include_bytes!("../../static/icon-180.png");
/// Another one.
const OTHER: &[u8] = include_bytes!("../../static/icon-192.png");

/// MARL with ana (0002) and ben (0003), and its first category.
async fn town() -> (TestServer, String) {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    server.world.member("ana", exchange).await;
    server.world.member("ben", exchange).await;
    let categories = app::market::categories(&server.world.app, exchange).await.expect("categories");
    let category = categories[0].uuid.to_string();
    (server, category)
}

fn offer<'f>(category: &'f str, id: &'f str, title: &'f str) -> [(&'f str, &'f str); 8] {
    [
        ("id", id),
        ("side", "offer"),
        ("title", title),
        ("category", category),
        ("asks", "gift"),
        ("span", "90"),
        ("sight", "exchange"),
        ("locale", "en"),
    ]
}

/// Every address of this size of a picture in a page, in its order.
fn addresses(page: &Page, size: &str) -> Vec<String> {
    let links = page.text.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|link| link.contains("/pictures/") && link.ends_with(size)).map(str::to_owned).collect()
}

#[tokio::test]
async fn pictures_are_sent_by_a_plain_form_and_shown_when_they_are_made() {
    let (server, category) = town().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    let form = ana.get("/MARL/market/new").await;
    form.assert_has("enctype=\"multipart/form-data\"").assert_has("accept=\"image/*\" multiple");
    let id = form.field("id").expect("a name").to_owned();
    let files: [(&str, &str, &[u8]); 3] = [
        ("pictures", "loaf.png", PICTURE),
        ("pictures", "oven.gif", b"GIF89a\x01\0\x01\0\0\0\0;"),
        ("pictures", "table.png", OTHER),
    ];
    let sent = ana.post_files("/MARL/market/new", &offer(&category, &id, "Bread"), &files).await;
    let path = format!("/MARL/market/{id}");
    assert_eq!(sent.location(), path);

    let page = ana.get(&path).await;
    page.assert_status(200).assert_has("This picture is being prepared.").assert_has("oven.gif");
    page.assert_has("Choose a JPEG, PNG or WebP");
    ben.get(&path).await.assert_has("This picture is being prepared.").assert_lacks("oven.gif");
    server.world.letters().await;

    let page = ben.get(&path).await;
    page.assert_lacks("being prepared").assert_has("alt=\"Picture 1 of 2\" width=\"640\" height=\"480\"");
    let cards = addresses(&page, "card");
    assert_eq!(cards.len(), 2, "{}", page.text);
    for link in cards.iter().map(String::as_str).chain([cards[0].replace("card", "full").as_str()]) {
        let picture = ben.get(link).await;
        picture.assert_status(200);
        let header = |name: &str| picture.headers[name].to_str().expect("text").to_owned();
        assert_eq!(header("content-type"), "image/jpeg");
        assert_eq!(header("cache-control"), "private, max-age=31536000, immutable");
        assert_eq!(header("x-content-type-options"), "nosniff");
        server.anon().get(link).await.assert_status(404);
    }
    for wrong in ["/MARL/pictures/none/card", &cards[0].replace("card", "raw")] {
        ben.get(wrong).await.assert_status(404);
    }
    let market = ben.get("/MARL/market").await;
    assert_eq!(addresses(&market, "thumb"), [cards[0].replace("card", "thumb")]);
    market.assert_has("width=\"160\" height=\"160\" loading=\"lazy\"");

    // Described, and the second one first.
    let edit = ana.get(&format!("{path}/edit")).await;
    edit.assert_has("Place of picture 2").assert_has("oven.gif");
    let picture = |at: usize| cards[at].split('/').nth(3).expect("a name").to_owned();
    let (first, second) = (picture(0), picture(1));
    let mut fields: Vec<(String, String)> = offer(&category, &id, "Bread")
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    fields.push((format!("alt-{first}"), "A <loaf>".into()));
    fields.push((format!("place-{first}"), "1".into()));
    fields.push((format!("alt-{second}"), String::new()));
    fields.push((format!("place-{second}"), "1".into()));
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    ana.post_files(&format!("{path}/edit"), &fields, &[("pictures", "", b"")]).await.assert_status(303);
    let page = ana.get(&path).await;
    assert_eq!(addresses(&page, "card"), [cards[1].clone(), cards[0].clone()]);
    page.assert_has("alt=\"A &#60;loaf&#62;\"").assert_lacks("oven.gif");
    let goes = format!("goes-{second}");
    let fields = [fields, vec![(&goes, "on")]].concat();
    ana.post_files(&format!("{path}/edit"), &fields, &[]).await.assert_status(303);
    assert_eq!(addresses(&ben.get(&path).await, "card"), [cards[0].clone()]);
    ben.get(&cards[1]).await.assert_status(404);
}

#[tokio::test]
async fn a_form_with_a_mistake_keeps_its_pictures() {
    let (server, category) = town().await;
    let ana = server.as_user("ana").await;
    let id = ana.get("/MARL/market/new").await.field("id").expect("a name").to_owned();
    let files: [(&str, &str, &[u8]); 1] = [("pictures", "loaf.png", PICTURE)];
    let sent = ana.post_files("/MARL/market/new", &offer(&category, &id, ""), &files).await;
    sent.assert_status(422).assert_has("Place of picture 1").assert_has(&format!("value=\"{id}\""));
    let sent = ana.post_files("/MARL/market/new", &offer(&category, &id, "Bread"), &[]).await;
    sent.assert_status(303);
    server.world.letters().await;
    assert_eq!(addresses(&ana.get(sent.location()).await, "card").len(), 1);
}

#[tokio::test]
async fn a_member_shows_a_picture_of_its_own() {
    let (server, _) = town().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    let fields = [("name", "Ana"), ("portrait", "")];
    let mistaken: [(&str, &str, &[u8]); 1] = [("picture", "me.txt", b"hello")];
    let sent = ana.post_files("/MARL/profile", &fields, &mistaken).await;
    assert_eq!(sent.location(), "/MARL/profile");
    ana.get("/MARL/profile").await.assert_has("me.txt").assert_has("Choose a JPEG, PNG or WebP");
    let files: [(&str, &str, &[u8]); 1] = [("picture", "me.png", PICTURE)];
    ana.post_files("/MARL/profile", &fields, &files).await.assert_status(303);
    ana.get("/MARL/profile").await.assert_has("Your picture is being prepared").assert_lacks("me.txt");
    server.world.letters().await;
    let page = ben.get("/MARL/people/2").await;
    let faces = addresses(&page, "thumb");
    ben.get(&faces[0]).await.assert_status(200);
    // Saved once more as it is, it stays.
    let worn = faces[0].split('/').nth(3).expect("a name");
    ana.post("/MARL/profile", &[("name", "Ana"), ("portrait", worn)]).await.assert_status(303);
    assert_eq!(addresses(&ben.get("/MARL/people/2").await, "thumb"), faces);
}

#[tokio::test]
async fn only_forms_of_people_who_signed_in_may_be_large() {
    let (server, category) = town().await;
    let large = vec![0; 3 * 1024 * 1024];
    let files: [(&str, &str, &[u8]); 1] = [("pictures", "large.jpg", &large)];
    let id = "0197f0c2-0000-7000-8000-0000000000ab";
    let fields = offer(&category, id, "Bread");
    server.anon().post_files("/MARL/market/new", &fields, &files).await.assert_status(413);
    let pretender = server.anon();
    pretender.put_cookie("ayni", "made up, and as long as one that is real would be");
    pretender.post_files("/MARL/market/new", &fields, &files).await.assert_status(413);
    let ana = server.as_user("ana").await;
    ana.post_files("/MARL/trade", &fields, &files).await.assert_status(413);
    ana.post_files("/MARL/market/new", &fields, &files).await.assert_status(303);
}
