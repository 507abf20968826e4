//! Section 2 of the contract: kinds of bodies, failures, pages.

use axum::http::{Method, header};
use serde_json::json;

use crate::scene::{CODE, Scene, account_of, id, transfer};

#[tokio::test]
async fn words_of_a_language_are_no_token() {
    let scene = Scene::set().await;
    for token in ["undefined", "null"] {
        scene.with(token).get("/ces/api/social/groups").await.is(200);
        scene.with(token).get(&format!("/ces/api/social/{CODE}/members")).await.fails(401, "Unauthorized");
    }
    // A token that does not count is told, so that a program fetches another.
    scene.with("abc.def.ghi").get("/ces/api/social/groups").await.fails(401, "Unauthorized");
}

#[tokio::test]
async fn what_is_not_there_is_told_in_the_same_form() {
    let scene = Scene::set().await;
    let anon = scene.anon();
    for path in
        ["/accounting/MARL/nothing", "/ces/api/social/NONE", "/oauth2/nothing", "/notifications/MARL/nothing"]
    {
        anon.get(path).await.fails(404, "NotFound");
        anon.send(Method::POST, path, None).await;
    }
    anon.post("/accounting/MARL/nothing", &json!({})).await.fails(404, "NotFound");
    anon.delete("/accounting/MARL/transfers").await.fails(405, "MethodNotAllowed");
}

#[tokio::test]
async fn bodies_are_read_strictly() {
    let scene = Scene::set().await;
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    let path = format!("/accounting/{CODE}/transfers");
    let good = transfer(&id(), (&from, &to), (100, "An hour of digging"));

    let text = Some(("text/plain", good.to_string()));
    rosa.send(Method::POST, &path, text).await.fails(415, "UnsupportedMediaType");
    for broken in ["", "{", "[]", "null", r#"{"data": null}"#, r#"{"data": {"type": "accounts"}}"#] {
        let sent = Some(("application/vnd.api+json; charset=utf-8", broken.to_owned()));
        rosa.send(Method::POST, &path, sent).await.fails(400, "BadRequest");
    }
    let spoilt = |at: &str, value: serde_json::Value| {
        let mut spoilt = good.clone();
        *spoilt.pointer_mut(at).unwrap() = value;
        spoilt
    };
    for (at, value) in [
        ("/data/id", json!("no-uuid")),
        ("/data/attributes/amount", json!("100")),
        ("/data/attributes/amount", json!(0)),
        ("/data/attributes/amount", json!(-5)),
        ("/data/attributes/amount", json!(1.5)),
        ("/data/attributes/state", json!("pending")),
        ("/data/attributes/meta", json!("An hour of digging")),
        ("/data/attributes/meta", json!({})),
        ("/data/relationships/payer", json!({"data": {"type": "accounts"}})),
        ("/data/relationships/payee", json!({"data": {"type": "members", "id": to["id"]}})),
        ("/data/relationships/payee", json!({"data": {"type": "accounts", "id": from["id"]}})),
    ] {
        rosa.post(&path, &spoilt(at, value)).await.fails(400, "BadRequest");
    }
    let plain = Some(("application/json", good.to_string()));
    rosa.send(Method::POST, &path, plain).await.is(201);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_not_read() {
    let scene = Scene::set().await;
    let rosa = scene.sign_in(scene.rosa).await;
    let huge = json!({"data": "x".repeat(1_000_000)});
    rosa.post(&format!("/accounting/{CODE}/transfers"), &huge).await.fails(413, "TooLarge");
}

#[tokio::test]
async fn pages_follow_their_links_without_a_gap() {
    let scene = Scene::set().await;
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    let path = format!("/accounting/{CODE}/transfers");
    let word = id();
    for number in 0..5 {
        let says = format!("{word} {number}");
        rosa.post(&path, &transfer(&id(), (&from, &to), (1, &says))).await.is(201);
    }
    let mut next = format!("{path}?filter[search]={}&page[size]=2&sort=created", word.to_uppercase());
    let (mut seen, mut pages) = (Vec::new(), 0);
    loop {
        let page = rosa.get(&next).await;
        page.is(200);
        let kind = page.headers[header::CONTENT_TYPE].to_str().unwrap();
        assert_eq!(kind, "application/vnd.api+json; charset=utf-8");
        seen.extend(page.list().iter().map(|one| one["attributes"]["meta"]["description"].clone()));
        let links = &page.json["links"];
        assert!(links["first"].as_str().unwrap().contains("page%5Bafter%5D=0"), "{links}");
        assert!(links["last"].is_null() && links["prev"].is_null() == (pages == 0), "{links}");
        pages += 1;
        let Some(link) = links["next"].as_str() else { break };
        next = link.to_owned();
    }
    let expected: Vec<_> = (0..5).map(|number| json!(format!("{word} {number}"))).collect();
    assert_eq!((seen, pages), (expected, 3));
}

#[tokio::test]
async fn whatever_is_not_in_range_is_as_if_it_were_not_asked_for() {
    let scene = Scene::set().await;
    let rosa = scene.sign_in(scene.rosa).await;
    let plain = rosa.get(&format!("/accounting/{CODE}/accounts")).await;
    for query in
        ["page[size]=0", "page[size]=9999", "page[after]=-1", "sort=what", "filter[what]=1", "include=what"]
    {
        let same = rosa.get(&format!("/accounting/{CODE}/accounts?{query}")).await;
        assert_eq!(same.is(200).list(), plain.list(), "{query}");
    }
}
