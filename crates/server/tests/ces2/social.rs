//! Section 7 of the contract: groups, members, offers and needs, users.

use app::lists::Standing;
use app::market::{Kind, ListingForm, Sight, Span, State, Terms};
use ledger::unit::Separators;
use serde_json::{Value, json};

use crate::scene::{CODE, Scene};

fn path(rest: &str) -> String {
    format!("/ces/api/social/{CODE}{rest}")
}

/// Puts something up in the market of a world of our own; gives its id.
pub(crate) async fn put_up(scene: &Scene, name: &str, (kind, title, sight): (Kind, &str, Sight)) -> String {
    let world = &scene.server().world;
    let actor = world.actor(name).await;
    let exchange = app::exchanges::by_code(&world.app, &actor, CODE).await.unwrap();
    let category = app::market::categories(&world.app, exchange.id).await.unwrap()[0].uuid;
    let form = ListingForm {
        kind: Some(kind),
        state: State::Published,
        title: title.to_owned(),
        body: "More about it.".to_owned(),
        keywords: String::new(),
        category: Some(category),
        terms: Some(if kind == Kind::Offer { Terms::Amount } else { Terms::Agreed }),
        amount: "12.50".to_owned(),
        separators: Separators::ENGLISH,
        price: String::new(),
        money: String::new(),
        place: String::new(),
        sight: Some(sight),
        locale: "en".to_owned(),
        span: Some(Span::Days(30)),
    };
    let member = actor.acting_in(exchange.id).unwrap().member;
    let uuid = world.app.random.uuid(world.app.clock.now()).unwrap();
    app::market::publish(&world.app, &actor, (member, uuid), &form).await.unwrap();
    uuid.to_string()
}

#[tokio::test]
async fn groups_are_for_everybody() {
    let scene = Scene::set().await;
    let anon = scene.anon();
    let all = anon.get("/ces/api/social/groups?include=contacts,currency").await;
    assert!(all.is(200).json["meta"]["count"].as_i64() >= Some(2), "{}", all.text);
    let group = anon.get(&path("?include=settings,currency")).await;
    let data = &group.is(200).json["data"];
    assert_eq!(
        (&data["attributes"]["code"], &data["attributes"]["status"]),
        (&json!(CODE), &json!("active"))
    );
    // The app finds the accounts by what stands before this.
    let currency = &data["relationships"]["currency"];
    let link = currency["links"]["related"].as_str().unwrap();
    assert!(link.starts_with("http") && link.ends_with(&format!("/{CODE}/currency")), "{link}");
    assert_eq!(currency["data"]["meta"], json!({"external": true, "href": link}));
    let external = group.included("currencies");
    assert!(external.len() == 1 && external[0]["attributes"].is_null(), "{}", group.text);
    let settings = group.included("group-settings");
    assert_eq!(settings[0]["id"], data["id"]);
    assert!(settings[0]["attributes"]["terms"].is_string(), "who signs up reads the terms");
    // Nobody is picked from a list that may not be read.
    assert!(data["relationships"]["members"]["links"].is_null(), "{data}");
    let rosa = scene.sign_in(scene.rosa).await;
    let seen = rosa.get(&path("")).await;
    assert!(seen.json["data"]["relationships"]["members"]["links"]["related"].is_string());

    let found = anon.get(&format!("/ces/api/social/groups?filter[code]={CODE}")).await;
    assert_eq!(found.list()[0]["id"], data["id"]);
    let none = anon.get("/ces/api/social/groups?filter[search]=there+is+none+of+this+name").await;
    assert!(none.is(200).list().is_empty() && none.json["meta"]["count"] == 0);
    anon.get("/ces/api/social/groups?filter[status]=pending").await.fails(401, "Unauthorized");
    rosa.get("/ces/api/social/groups?filter[status]=pending").await.fails(403, "Forbidden");
}

#[tokio::test]
async fn whoever_signs_in_finds_members_and_group() {
    let scene = Scene::set().await;
    scene.anon().get("/ces/api/social/users/me").await.fails(401, "Unauthorized");
    let rosa = scene.sign_in(scene.rosa).await;
    let me = rosa
        .get("/ces/api/social/users/me?include=members,members.group,members.group.currency,settings")
        .await;
    let data = &me.is(200).json["data"];
    assert_eq!(data["attributes"]["email"], scene.rosa);
    let members = data["relationships"]["members"]["data"].as_array().unwrap();
    assert_eq!(members.len(), me.included("members").len());
    assert!(
        !members.is_empty() && !me.included("groups").is_empty() && !me.included("currencies").is_empty()
    );
    let member = me.included("members")[0];
    assert_eq!(member["attributes"]["state"], Standing::Active.as_str());
    let account = &member["relationships"]["account"]["data"];
    assert!(
        account["meta"]["href"].as_str().unwrap().ends_with(account["id"].as_str().unwrap()),
        "{account}"
    );
    let settings = me.included("user-settings");
    assert!(settings[0]["attributes"]["language"].is_string() && settings[0]["id"] == data["id"]);
    let own = rosa.get(&format!("/ces/api/social/users/{}", data["id"].as_str().unwrap())).await;
    assert_eq!(own.is(200).json["data"]["id"], data["id"]);
    rosa.get("/ces/api/social/users/me/settings").await.is(200);
    let ben = scene.sign_in(scene.ben).await;
    ben.get(&format!("/ces/api/social/users/{}", data["id"].as_str().unwrap())).await.fails(403, "Forbidden");
}

#[tokio::test]
async fn members_are_for_members() {
    let scene = Scene::set().await;
    scene.anon().get(&path("/members")).await.fails(401, "Unauthorized");
    let rosa = scene.sign_in(scene.rosa).await;
    let list = rosa.get(&path("/members?include=contacts,account,group&page[size]=200")).await;
    let found = list.is(200).list();
    assert!(found.len() >= 2 && list.json["meta"]["count"].as_i64().unwrap() >= 2, "{}", list.text);
    assert!(found.iter().all(|one| one["attributes"]["state"] == "active"));
    let one = &found[0];
    for name in ["code", "name", "type", "created", "updated"] {
        assert!(one["attributes"][name].is_string(), "{name}: {one}");
    }
    for name in ["offers", "needs"] {
        assert!(one["relationships"][name]["meta"]["count"].is_i64(), "{name}: {one}");
    }
    let code = one["attributes"]["code"].as_str().unwrap();
    for named in [one["id"].as_str().unwrap(), code] {
        let alone = rosa.get(&path(&format!("/members/{named}"))).await;
        assert_eq!(alone.is(200).json["data"]["id"], one["id"]);
    }
    let account = one["relationships"]["account"]["data"]["id"].as_str().unwrap();
    for query in [
        format!("filter[account]={account}"),
        format!("filter[code]={code}"),
        format!("filter[search]={code}"),
    ] {
        let some = rosa.get(&path(&format!("/members?{query}"))).await;
        assert_eq!(some.is(200).list()[0]["id"], one["id"], "{query}");
        assert_eq!(some.json["meta"]["count"], 1, "{query}");
    }
    rosa.get(&path("/members/MARL9999")).await.fails(404, "NotFound");
    let names: Vec<String> =
        found.iter().map(|one| one["attributes"]["name"].as_str().unwrap().to_lowercase()).collect();
    let down = rosa.get(&path("/members?sort=-name&page[size]=200")).await;
    let first = down.list()[0]["attributes"]["name"].as_str().unwrap().to_lowercase();
    assert_eq!(Some(&first), names.last());
}

#[tokio::test]
async fn another_exchanges_members_are_nobodys() {
    let Some(scene) = Scene::alone().await else { return };
    let ines = scene.sign_in("ines@example.org").await;
    ines.get(&path("/members")).await.fails(403, "Forbidden");
    ines.get("/ces/api/social/VALD/members").await.is(200);
    let rosa = scene.sign_in(scene.rosa).await;
    // Who asks to join is for administrators.
    let world = &scene.server().world;
    world.user("pia").await;
    let marl = app::exchanges::by_code(&world.app, &world.admin(CODE).await, CODE).await.unwrap().id;
    world.applicant("pia", marl).await;
    let admin = scene.sign_in(scene.admin).await;
    let waiting = path("/members?filter[state]=pending");
    let found = admin.get(&waiting).await;
    let [pia] = found.is(200).list() else { panic!("nobody waits") };
    assert!(rosa.get(&waiting).await.is(200).list().is_empty());
    let at = path(&format!("/members/{}", pia["id"].as_str().unwrap()));
    rosa.get(&at).await.fails(404, "NotFound");
    let herself = scene.sign_in("pia@example.org").await;
    assert_eq!(herself.get(&at).await.is(200).json["data"]["attributes"]["state"], "pending");
    assert_eq!(herself.get(&path("/members")).await.is(200).list().len(), 0);

    let one = rosa.get(&path("/members")).await.list()[0].clone();
    let id = one["id"].as_str().unwrap();
    ines.get(&path(&format!("/members/{id}"))).await.fails(403, "Forbidden");
    ines.get(&format!("/ces/api/social/VALD/members/{id}")).await.fails(404, "NotFound");
    for filter in ["id", "account"] {
        let found = ines.get(&format!("/ces/api/social/VALD/members?filter[{filter}]={id}")).await;
        assert!(found.is(200).list().is_empty());
    }
}

#[tokio::test]
async fn categories_have_names_and_are_for_everybody() {
    let scene = Scene::set().await;
    let list = scene.anon().get(&path("/categories?page[size]=200")).await;
    let found = list.is(200).list();
    assert!(found.len() > 3 && list.json["meta"]["count"] == found.len(), "{}", list.text);
    for one in found {
        for name in ["code", "name", "icon"] {
            assert!(one["attributes"][name].as_str().is_some_and(|text| !text.is_empty()), "{one}");
        }
    }
}

#[tokio::test]
async fn offers_and_needs_are_shown_to_whom_they_are_for() {
    let Some(scene) = Scene::alone().await else { return };
    put_up(&scene, "rosa", (Kind::Offer, "Apple pie", Sight::Everyone)).await;
    scene.server().world.app.clock.advance(60);
    put_up(&scene, "ben", (Kind::Offer, "Sharpening knives", Sight::Exchange)).await;
    put_up(&scene, "ben", (Kind::Want, "Help with hay", Sight::Exchange)).await;
    let names = |list: &crate::client::Answer| -> Vec<Value> {
        list.is(200).list().iter().map(|one| one["attributes"]["name"].clone()).collect()
    };
    let include = "include=category,member,member.group,member.group.currency,member.account,member.contacts";
    let anon = scene.anon().get(&path(&format!("/offers?{include}"))).await;
    assert_eq!(names(&anon), ["Apple pie"]);
    assert_eq!(anon.json["meta"]["count"], 1);
    // What is offered, not by whom.
    assert!(
        anon.list()[0]["relationships"]["member"]["data"].is_null() && anon.included("members").is_empty()
    );

    let rosa = scene.sign_in(scene.rosa).await;
    let seen = rosa.get(&path(&format!("/offers?{include}"))).await;
    assert_eq!(names(&seen), ["Sharpening knives", "Apple pie"]);
    let knives = seen.list()[0].clone();
    let attributes = &knives["attributes"];
    assert_eq!((&attributes["price"], &attributes["state"]), (&json!("12.50"), &json!("published")));
    assert_eq!((seen.included("members").len(), seen.included("categories").len()), (2, 1));
    assert!(!seen.included("accounts").is_empty() && !seen.included("groups").is_empty());
    let needs = rosa.get(&path("/needs")).await;
    assert_eq!(needs.is(200).list()[0]["attributes"]["content"], "Help with hay\n\nMore about it.");
    scene.anon().get(&path("/needs")).await.is(200);

    let id = knives["id"].as_str().unwrap();
    rosa.get(&path(&format!("/offers/{id}"))).await.is(200);
    rosa.get(&path(&format!("/needs/{id}"))).await.fails(404, "NotFound");
    scene.anon().get(&path(&format!("/offers/{id}"))).await.fails(404, "NotFound");
    let member = knives["relationships"]["member"]["data"]["id"].as_str().unwrap();
    let category = knives["relationships"]["category"]["data"]["id"].as_str().unwrap();
    for (query, expected) in [
        (format!("filter[member]={member}"), vec!["Sharpening knives"]),
        (format!("filter[category]={category}&sort=created"), vec!["Apple pie", "Sharpening knives"]),
        (format!("filter[code]={}", attributes["code"].as_str().unwrap()), vec!["Sharpening knives"]),
        ("filter[search]=knives".to_owned(), vec!["Sharpening knives"]),
        ("filter[expired]=true".to_owned(), vec![]),
        ("filter[state]=hidden".to_owned(), vec![]),
        ("filter[created][gt]=2100-01-01".to_owned(), vec![]),
        ("page[size]=1&page[after]=1".to_owned(), vec!["Apple pie"]),
    ] {
        assert_eq!(names(&rosa.get(&path(&format!("/offers?{query}"))).await), expected, "{query}");
    }
    let counted = rosa.get(&path("")).await;
    assert_eq!(counted.json["data"]["relationships"]["offers"]["meta"]["count"], 2);

    // What has ended is its owner's, and of those who keep the market.
    scene.server().world.app.clock.advance(31 * 86_400);
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    assert!(names(&rosa.get(&path("/offers?filter[search]=knives")).await).is_empty());
    assert_eq!(names(&ben.get(&path("/offers?filter[expired]=true")).await), ["Sharpening knives"]);
}

#[tokio::test]
async fn a_member_puts_up_changes_and_takes_away() {
    let scene = Scene::set().await;
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let categories = scene.anon().get(&path("/categories")).await;
    let category = json!({"data": {"type": "categories", "id": categories.list()[0]["id"]}});
    let new = |kind: &str, id: &str, attributes: Value| json!({"data": {"type": kind, "id": id, "attributes": attributes, "relationships": {"category": category}}});
    let said = json!({"name": "Plum jam", "content": "Six jars, little sugar.", "price": "3.50", "state": "published"});
    let name = crate::scene::id();
    let made = rosa.post(&path("/offers"), &new("offers", &name, said.clone())).await;
    let attributes = &made.is(201).json["data"]["attributes"];
    assert_eq!((&attributes["name"], &attributes["state"]), (&said["name"], &said["state"]));
    assert_eq!((&attributes["content"], &made.json["data"]["id"]), (&said["content"], &json!(name)));
    let again = rosa.post(&path("/offers"), &new("offers", &name, said.clone())).await;
    assert_eq!(again.is(201).json["data"]["id"], name);

    let at = path(&format!("/offers/{name}"));
    let to = |attributes: Value| crate::scene::change("offers", &json!(name), attributes);
    let changed =
        rosa.patch(&at, &to(json!({"price": "by agreement", "name": "Plum jam and chutney"}))).await;
    let attributes = &changed.is(200).json["data"]["attributes"];
    assert_eq!(
        (&attributes["price"], &attributes["name"]),
        (&json!("by agreement"), &json!("Plum jam and chutney"))
    );
    assert_eq!(attributes["content"], said["content"]);
    ben.patch(&at, &to(json!({"name": "Mine"}))).await.fails(403, "Forbidden");
    let hidden = rosa.patch(&at, &to(json!({"state": "hidden"}))).await;
    assert_eq!(hidden.is(200).json["data"]["attributes"]["state"], "hidden");
    ben.get(&at).await.fails(404, "NotFound");
    for (wrong, code) in [
        (json!({"name": "No"}), "FieldValidationError"),
        (json!({"content": "Short"}), "FieldValidationError"),
        (json!({"state": "what"}), "FieldValidationError"),
        (json!({"expires": "2001-01-01T00:00:00Z"}), "FieldValidationError"),
        (json!({"name": 5}), "FieldValidationError"),
        (json!({"what": "this"}), "BadRequest"),
    ] {
        rosa.patch(&at, &to(wrong)).await.fails(400, code);
    }
    rosa.delete(&at).await.is(204);
    rosa.get(&at).await.fails(404, "NotFound");

    let need = crate::scene::id();
    let content = "Somebody with a ladder\n\nFor an afternoon.";
    let made = rosa.post(&path("/needs"), &new("needs", &need, json!({"content": content}))).await;
    assert_eq!(made.is(201).json["data"]["attributes"]["content"], content);
    rosa.delete(&path(&format!("/needs/{need}"))).await.is(204);
    for lacking in [
        json!({"content": "Six jars, little sugar."}),
        json!({"name": "Jam", "content": "Six jars, little sugar."}),
    ] {
        rosa.post(&path("/offers"), &new("offers", &crate::scene::id(), lacking))
            .await
            .fails(400, "FieldValidationError");
    }
    let nothing = json!({"data": {"type": "offers", "attributes": said}});
    rosa.post(&path("/offers"), &nothing).await.fails(400, "BadRequest");
}
