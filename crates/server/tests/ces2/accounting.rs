//! Section 4 of the contract: currencies, accounts, transfers.

use serde_json::{Value, json};

use crate::client::Client;
use crate::scene::{CODE, SCOPES, Scene, account_of, change, id, transfer};

fn path(rest: &str) -> String {
    format!("/accounting/{CODE}{rest}")
}

async fn balance(client: &Client<'_>, account: &Value) -> i64 {
    let found = client.get(&path(&format!("/accounts/{}", account["id"].as_str().unwrap()))).await;
    found.is(200).json["data"]["attributes"]["balance"].as_i64().unwrap()
}

#[tokio::test]
async fn currencies_are_for_everybody() {
    let scene = Scene::set().await;
    let anon = scene.anon();
    let all = anon.get(&format!("/accounting/currencies?filter[code]={CODE}&include=settings")).await;
    let [currency] = all.is(200).list() else { panic!("{}", all.text) };
    let attributes = &currency["attributes"];
    assert_eq!((&attributes["code"], &attributes["status"]), (&json!(CODE), &json!("active")));
    for (name, is) in [
        ("name", attributes["name"].is_string()),
        ("namePlural", attributes["namePlural"].is_string()),
        ("symbol", attributes["symbol"].is_string()),
        ("decimals", attributes["decimals"].is_u64()),
        ("scale", attributes["scale"].is_u64()),
        ("rate", attributes["rate"]["n"].as_u64() >= Some(1) && attributes["rate"]["d"].as_u64() >= Some(1)),
        ("created", attributes["created"].is_string()),
    ] {
        assert!(is, "{name}: {attributes}");
    }
    assert_eq!(all.included("currency-settings").len(), 1);
    let one = anon.get(&path("/currency")).await;
    assert_eq!(one.is(200).json["data"]["id"], currency["id"]);
    assert!(one.json["included"].is_null(), "nothing was asked for");
    assert!(one.json["data"]["links"]["self"].as_str().unwrap().ends_with(&path("/currency")));

    // The app takes whoever is among these for an administrator.
    let admin = scene.sign_in(scene.admin).await;
    let me = admin.get("/ces/api/social/users/me").await;
    let admins = currency["relationships"]["admins"]["data"].as_array().unwrap();
    let is_there = admins.iter().any(|one| one["id"] == me.json["data"]["id"]);
    assert!(is_there && admins[0]["meta"] == json!({"external": true, "href": null}), "{admins:?}");
}

#[tokio::test]
async fn settings_are_for_members() {
    let scene = Scene::set().await;
    scene.anon().get(&path("/currency/settings")).await.fails(401, "Unauthorized");
    let rosa = scene.sign_in(scene.rosa).await;
    let settings = rosa.get(&path("/currency/settings")).await;
    let attributes = &settings.is(200).json["data"]["attributes"];
    assert!(attributes["defaultInitialCreditLimit"].as_i64().is_some_and(|limit| limit >= 0), "{attributes}");
    for name in ["defaultAllowPayments", "defaultAllowPaymentRequests", "defaultAcceptPaymentsAutomatically"]
    {
        assert!(attributes[name].is_boolean(), "{name}: {attributes}");
    }
    let own = account_of(&rosa).await;
    let of = |account: &Value| path(&format!("/accounts/{}/settings", account["id"].as_str().unwrap()));
    rosa.get(&of(&own)).await.is(200);
    let ben = scene.sign_in(scene.ben).await;
    ben.get(&of(&own)).await.fails(403, "Forbidden");
    scene.sign_in(scene.admin).await.get(&of(&own)).await.is(200);
    assert_eq!(
        own["relationships"]["settings"]["links"]["related"].as_str().unwrap().split("/accounting/").nth(1),
        of(&own).split("/accounting/").nth(1)
    );
}

#[tokio::test]
async fn everybody_may_look_single_accounts_up_and_sees_no_numbers() {
    let scene = Scene::set().await;
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (one, other) = (account_of(&rosa).await, account_of(&ben).await);
    let anon = scene.anon();
    anon.get(&path("/accounts")).await.fails(401, "Unauthorized");
    let code = one["attributes"]["code"].as_str().unwrap();
    let both = format!("{}%2C{}", one["id"].as_str().unwrap(), other["id"].as_str().unwrap());
    for (query, count) in [
        (format!("filter[code]={code}"), 1),
        (format!("filter[id]={both}"), 2),
        ("filter[tag]=what".into(), 0),
    ] {
        let found = anon.get(&path(&format!("/accounts?{query}"))).await;
        assert_eq!(found.is(200).list().len(), count, "{}", found.text);
        for account in found.list() {
            let attributes = account["attributes"].as_object().unwrap();
            for hidden in ["balance", "creditLimit", "maximumBalance"] {
                assert!(!attributes.contains_key(hidden), "{hidden}");
            }
        }
    }
    let id = one["id"].as_str().unwrap();
    let seen = anon.get(&path(&format!("/accounts/{id}?include=currency,settings,currency.settings"))).await;
    let kinds: Vec<&Value> =
        seen.is(200).json["included"].as_array().unwrap().iter().map(|one| &one["type"]).collect();
    assert_eq!(kinds, [&json!("currencies"), &json!("currency-settings")]);
    assert!(
        seen.json["data"]["links"]["self"].as_str().unwrap().ends_with(&path(&format!("/accounts/{id}")))
    );
    let own = rosa.get(&path(&format!("/accounts/{id}?include=currency,settings,currency.settings"))).await;
    let kinds: Vec<&Value> =
        own.json["included"].as_array().unwrap().iter().map(|one| &one["type"]).collect();
    assert_eq!(kinds, [&json!("currencies"), &json!("account-settings"), &json!("currency-settings")]);
    assert!(own.json["data"]["attributes"]["balance"].is_i64(), "{}", own.text);
    anon.get(&path("/accounts/00000000-0000-4000-8000-000000000000")).await.fails(404, "NotFound");

    // What a code that is scanned leads to.
    let scanned = anon.get(&path(&format!("/cc/addresses/{id}"))).await;
    assert_eq!(scanned.is(200).headers["content-type"], "application/json");
    assert_eq!(scanned.json["komunitin"], seen.json["data"]["links"]["self"]);
}

#[tokio::test]
async fn members_list_accounts_in_the_order_that_they_wish() {
    let scene = Scene::set().await;
    let rosa = scene.sign_in(scene.rosa).await;
    let codes = async |sort: &str| -> Vec<String> {
        let list = rosa.get(&path(&format!("/accounts?page[size]=200{sort}"))).await;
        let code = |one: &Value| one["attributes"]["code"].as_str().unwrap().to_owned();
        list.is(200).list().iter().map(code).collect()
    };
    let usual = codes("").await;
    let mut sorted = usual.clone();
    sorted.sort();
    assert!(
        usual.len() >= 2 && usual == sorted && usual.iter().all(|code| code.starts_with(CODE)),
        "{usual:?}"
    );
    sorted.reverse();
    assert_eq!(codes("&sort=-code").await, sorted);
    let list = rosa.get(&path("/accounts?sort=-balance&page[size]=200")).await;
    let balances: Vec<i64> =
        list.list().iter().map(|one| one["attributes"]["balance"].as_i64().unwrap()).collect();
    assert!(balances.is_sorted_by(|one, other| one >= other), "{balances:?}");
}

#[tokio::test]
async fn a_payment_moves_units_once_however_often_it_is_sent() {
    let scene = Scene::set().await;
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    let (before, before_ben) = (balance(&rosa, &from).await, balance(&ben, &to).await);
    let name = id();
    let body = transfer(&name, (&from, &to), (125, "Bread & cheese"));
    let made = rosa.post(&path("/transfers"), &body).await;
    let data = made.is(201).json["data"].clone();
    assert_eq!(data["id"], name);
    assert_eq!(data["attributes"]["state"], "committed");
    assert_eq!(data["attributes"]["amount"], 125);
    assert_eq!(data["attributes"]["meta"]["description"], "Bread & cheese");
    assert!(data["attributes"]["hash"].is_string());
    assert_eq!(data["relationships"]["payer"]["data"], json!({"type": "accounts", "id": from["id"]}));
    assert!(data["links"]["self"].as_str().unwrap().ends_with(&path(&format!("/transfers/{name}"))));
    assert_eq!(balance(&rosa, &from).await, before - 125);
    assert_eq!(balance(&ben, &to).await, before_ben + 125);

    let again = rosa.post(&path("/transfers"), &body).await;
    assert_eq!(again.is(201).json["data"], data);
    assert_eq!(balance(&rosa, &from).await, before - 125);
    // The name is used, for whoever says something else by it.
    rosa.post(&path("/transfers"), &transfer(&name, (&from, &to), (126, "Bread & cheese")))
        .await
        .fails(400, "BadRequest");
    rosa.delete(&path(&format!("/transfers/{name}"))).await.fails(400, "BadRequest");

    let include = "include=payer,payee,payee.currency";
    let list = rosa
        .get(&path(&format!(
            "/transfers?filter[account]={}&sort=-updated&{include}",
            from["id"].as_str().unwrap()
        )))
        .await;
    assert_eq!(list.is(200).list()[0]["id"], name);
    assert_eq!(list.included("currencies").len(), 1);
    assert!(list.included("accounts").len() >= 2);
    assert!(list.json["meta"].is_null(), "accounting tells no counts");
}

#[tokio::test]
async fn a_server_names_a_transfer_that_comes_without_a_name() {
    let scene = Scene::set().await;
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    let mut body = transfer(&id(), (&from, &to), (1, "A stamp"));
    body["data"].as_object_mut().unwrap().remove("id");
    let made = rosa.post(&path("/transfers"), &body).await;
    assert!(crate::scene::is_uuid(&made.is(201).json["data"]["id"]));
}

#[tokio::test]
async fn whoever_is_paid_asks_and_the_payer_answers() {
    let scene = Scene::set().await;
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (payer, payee) = (account_of(&rosa).await, account_of(&ben).await);
    let ask = async || {
        let made =
            ben.post(&path("/transfers"), &transfer(&id(), (&payer, &payee), (30, "Mended a chair"))).await;
        assert_eq!(made.is(201).json["data"]["attributes"]["state"], "pending", "{}", made.text);
        made.json["data"]["id"].clone()
    };
    let to = |state: &str, id: &Value| change("transfers", id, json!({"state": state}));
    let at = |id: &Value| path(&format!("/transfers/{}", id.as_str().unwrap()));

    let one = ask().await;
    let before = balance(&rosa, &payer).await;
    // Whoever asks does not answer.
    ben.patch(&at(&one), &to("committed", &one)).await.fails(403, "Forbidden");
    ben.patch(&at(&one), &to("rejected", &one)).await.fails(403, "Forbidden");
    let paid = rosa.patch(&at(&one), &to("committed", &one)).await;
    assert_eq!(paid.is(200).json["data"]["attributes"]["state"], "committed");
    assert_eq!(balance(&rosa, &payer).await, before - 30);
    rosa.patch(&at(&one), &to("committed", &one)).await.is(200);
    rosa.patch(&at(&one), &to("rejected", &one)).await.fails(400, "BadRequest");

    let two = ask().await;
    let refused = rosa.patch(&at(&two), &to("rejected", &two)).await;
    assert_eq!(refused.is(200).json["data"]["attributes"]["state"], "rejected");
    ben.delete(&at(&two)).await.is(204);
    ben.get(&at(&two)).await.fails(404, "NotFound");

    let three = ask().await;
    rosa.delete(&at(&three)).await.fails(403, "Forbidden");
    ben.delete(&at(&three)).await.is(204);
    assert_eq!(balance(&rosa, &payer).await, before - 30);
    for wrong in ["submitted", "failed", "pending", "what"] {
        let four = ask().await;
        if wrong != "pending" {
            rosa.patch(&at(&four), &to(wrong, &four)).await.fails(400, "BadRequest");
        }
        ben.delete(&at(&four)).await.is(204);
    }
}

#[tokio::test]
async fn a_draft_waits_for_its_maker() {
    let scene = Scene::set().await;
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    let name = id();
    let mut draft = transfer(&name, (&from, &to), (7, "Seeds"));
    draft["data"]["attributes"]["state"] = json!("new");
    let made = rosa.post(&path("/transfers"), &draft).await;
    assert_eq!(made.is(201).json["data"]["attributes"]["state"], "new");
    let at = path(&format!("/transfers/{name}"));
    let send = change("transfers", &json!(name), json!({"state": "committed"}));
    // Sent to somebody else in the same breath it would go to whom it was made for.
    let mut other = send.clone();
    other["data"]["relationships"] =
        transfer(&name, (&to, &from), (7, "Seeds"))["data"]["relationships"].clone();
    rosa.patch(&at, &other).await.fails(500, "NotImplemented");
    let sent = rosa.patch(&at, &send).await;
    assert_eq!(sent.is(200).json["data"]["attributes"]["state"], "committed");
}

#[tokio::test]
async fn of_many_those_that_can_be_are_made() {
    let scene = Scene::set().await;
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    let names = [id(), id(), id()];
    let one = |name: &str, amount: i64| transfer(name, (&from, &to), (amount, "Many"))["data"].clone();
    let huge = 9_007_199_254_740_991;
    let body = json!({"data": [one(&names[0], 2), one(&names[1], huge), one(&names[2], 3)]});
    let made = rosa.post(&path("/transfers"), &body).await;
    let ids: Vec<&Value> = made.is(201).list().iter().map(|one| &one["id"]).collect();
    assert_eq!(ids, [&json!(names[0]), &json!(names[2])]);
    let refused = &made.json["meta"]["errors"];
    assert_eq!(
        (&refused[0]["code"], &refused[0]["meta"]["index"]),
        (&json!("InsufficientBalance"), &json!(1))
    );
}

#[tokio::test]
async fn nobody_pays_more_than_they_may() {
    let scene = Scene::set().await;
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    let attributes = &from["attributes"];
    let most = attributes["balance"].as_i64().unwrap() + attributes["creditLimit"].as_i64().unwrap();
    let name = id();
    let body = transfer(&name, (&from, &to), (most + 1, "Too much"));
    rosa.post(&path("/transfers"), &body).await.fails(400, "InsufficientBalance");
    // It is kept, and a repeat is answered alike.
    let kept = rosa.get(&path(&format!("/transfers/{name}"))).await;
    assert_eq!(kept.is(200).json["data"]["attributes"]["state"], "failed");
    rosa.post(&path("/transfers"), &body).await.fails(400, "InsufficientBalance");
}

#[tokio::test]
async fn transfers_are_seen_by_their_sides_and_by_administrators() {
    let Some(scene) = Scene::alone().await else { return };
    let world = &scene.server().world;
    let marl = app::exchanges::by_code(&world.app, &world.admin(CODE).await, CODE).await.unwrap().id;
    world.member("mia", marl).await;
    let (rosa, ben, mia) = (
        scene.sign_in(scene.rosa).await,
        scene.sign_in(scene.ben).await,
        scene.sign_in("mia@example.org").await,
    );
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    let name = id();
    rosa.post(&path("/transfers"), &transfer(&name, (&from, &to), (9, "Honey"))).await.is(201);
    let at = path(&format!("/transfers/{name}"));
    rosa.get(&at).await.is(200);
    ben.get(&at).await.is(200);
    scene.sign_in(scene.admin).await.get(&at).await.is(200);
    mia.get(&at).await.fails(403, "Forbidden");
    // Asking for no change shows nothing either.
    mia.patch(&at, &change("transfers", &json!(name), json!({}))).await.fails(403, "Forbidden");
    scene.anon().get(&at).await.fails(401, "Unauthorized");
    let ids = async |client: &Client<'_>, query: &str| -> Vec<Value> {
        let list = client.get(&path(&format!("/transfers{query}"))).await;
        list.is(200).list().iter().map(|one| one["id"].clone()).collect()
    };
    let by_ids = format!("?filter[account]={}", from["id"].as_str().unwrap());
    for query in ["", &by_ids, "?filter[search]=honey", "?filter[from]=2000-01-01&filter[to]=2100-01-01"] {
        assert_eq!(ids(&rosa, query).await, [json!(name)], "{query}");
        assert!(ids(&mia, query).await.is_empty(), "{query}");
    }
    assert!(ids(&rosa, "?filter[search]=bees").await.is_empty());
    assert!(ids(&rosa, "?filter[to]=2000-01-01").await.is_empty());
    assert!(ids(&rosa, &format!("?filter[payee]={}", from["id"].as_str().unwrap())).await.is_empty());
    assert_eq!(ids(&ben, &format!("?filter[payer]={}", from["id"].as_str().unwrap())).await, [json!(name)]);

    // Somebody of another exchange has no business here.
    let ines = scene.sign_in("ines@example.org").await;
    ines.get(&path("/transfers")).await.fails(403, "Forbidden");
    ines.get(&path("/accounts")).await.fails(403, "Forbidden");
    ines.get(&path("/currency/settings")).await.fails(403, "Forbidden");
    ines.get(&at).await.fails(403, "Forbidden");
    ines.get(&format!("/accounting/VALD/transfers/{name}")).await.fails(404, "NotFound");
    ines.post(&path("/transfers"), &transfer(&id(), (&from, &to), (9, "Honey")))
        .await
        .fails(403, "Forbidden");
    let there = format!("/accounting/VALD/accounts/{}", from["id"].as_str().unwrap());
    ines.get(&there).await.fails(404, "NotFound");
}

#[tokio::test]
async fn an_administrator_moves_units_and_changes_limits() {
    let Some(scene) = Scene::alone().await else { return };
    let (rosa, ben, admin) =
        (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await, scene.sign_in(scene.admin).await);
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    let made = admin.post(&path("/transfers"), &transfer(&id(), (&from, &to), (11, "For the fair"))).await;
    assert_eq!(made.is(201).json["data"]["attributes"]["state"], "committed");

    let at = path(&format!("/accounts/{}", from["id"].as_str().unwrap()));
    let limits = |attributes: Value| change("accounts", &from["id"], attributes);
    let changed = admin.patch(&at, &limits(json!({"creditLimit": 5000, "maximumBalance": 9000}))).await;
    let attributes = &changed.is(200).json["data"]["attributes"];
    assert_eq!((&attributes["creditLimit"], &attributes["maximumBalance"]), (&json!(5000), &json!(9000)));
    let without = admin.patch(&at, &limits(json!({"maximumBalance": false}))).await;
    assert!(without.is(200).json["data"]["attributes"]["maximumBalance"].is_null());
    rosa.patch(&at, &limits(json!({"creditLimit": 900_000}))).await.fails(403, "Forbidden");
    // Not even what would change nothing: it would tell what is guessed right.
    ben.patch(&at, &limits(json!({}))).await.fails(403, "Forbidden");
    // All of it or nothing.
    let half = json!({"status": "disabled", "maximumBalance": "much"});
    admin.patch(&at, &limits(half)).await.fails(400, "FieldValidationError");
    assert_eq!(admin.get(&at).await.json["data"]["attributes"]["status"], "active");
    admin.patch(&at, &limits(json!({"balance": 1}))).await.fails(400, "BadRequest");
    admin.patch(&at, &limits(json!({"creditLimit": -1}))).await.fails(400, "FieldValidationError");
    admin.patch(&at, &limits(json!({"what": 1}))).await.fails(400, "BadRequest");

    // Whoever holds an account lets it rest, and closes it only at zero.
    rosa.patch(&at, &limits(json!({"status": "disabled"}))).await.is(200);
    rosa.post(&path("/transfers"), &transfer(&id(), (&from, &to), (1, "x"))).await.fails(403, "Forbidden");
    rosa.patch(&at, &limits(json!({"status": "active"}))).await.is(200);
    rosa.delete(&at).await.fails(400, "BadRequest");
}

#[tokio::test]
async fn tables_come_for_spreadsheets() {
    let scene = Scene::set().await;
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    let name = id();
    rosa.post(&path("/transfers"), &transfer(&name, (&from, &to), (400, "=1+1"))).await.is(201);
    let table = rosa.get(&path("/transfers.csv?sort=-created")).await;
    assert_eq!(table.is(200).headers["content-type"], "text/csv; charset=utf-8");
    assert!(table.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let mut lines = table.text.lines();
    let columns = "id,created,updated,state,amount,description,hash,authorization,payer.id,payer.code,payee.id,payee.code,user.id";
    assert_eq!(lines.next(), Some(columns));
    let row: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!((row[0], row[3], row[4], row[5]), (name.as_str(), "committed", "4.00", "'=1+1"));
    let some = rosa.get(&path("/transfers.csv?csvfields=state,what,id&sort=-created")).await;
    assert_eq!(some.text.lines().nth(1), Some(format!("committed,{name}").as_str()));

    rosa.get(&path("/accounts.csv")).await.fails(403, "Forbidden");
    let admin = scene.sign_in(scene.admin).await;
    let table = admin.get(&path("/accounts.csv")).await;
    let first = table.is(200).text.lines().next().unwrap().to_owned();
    assert!(
        first.starts_with(
            "id,created,updated,code,status,balance,creditLimit,maximumBalance,key,user.id,transfers."
        ),
        "{first}"
    );
    let counted = admin.get(&path("/accounts.csv?csvfields=code,transfers.2000_2100")).await;
    let code = from["attributes"]["code"].as_str().unwrap();
    let row = counted.text.lines().find(|line| line.starts_with(code)).unwrap().to_owned();
    assert!(row.split(',').nth(1).unwrap().parse::<i64>().unwrap() >= 1, "{row}");
    admin.get(&path("/accounts.csv?csvfields=transfers.what")).await.fails(400, "BadRequest");
}

#[tokio::test]
async fn statistics_are_counted_in_intervals() {
    let Some(scene) = Scene::alone().await else { return };
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    // It is 2026-03-14, 09:00.
    rosa.post(&path("/transfers"), &transfer(&id(), (&from, &to), (10, "Today"))).await.is(201);
    scene.server().world.app.clock.advance(86_400);
    let rosa = scene.sign_in(scene.rosa).await;
    for amount in [20, 30] {
        rosa.post(&path("/transfers"), &transfer(&id(), (&from, &to), (amount, "Tomorrow"))).await.is(201);
    }
    scene.server().world.app.clock.advance(60);
    let stats = async |query: &str| {
        let found = rosa.get(&path(&format!("/stats/{query}"))).await;
        assert_eq!(found.is(200).json["data"]["type"], "stats");
        found.json["data"]["attributes"].clone()
    };
    let all = stats("amount").await;
    assert_eq!((&all["values"], &all["from"]), (&json!([60]), &Value::Null));
    let days = stats("amount?interval=P1D").await;
    assert_eq!(days["values"], json!([10, 50]));
    assert_eq!((&days["from"], &days["interval"]), (&json!("2026-03-14T00:00:00.000Z"), &json!("P1D")));
    assert_eq!(stats("transfers?from=2026-03-15Z&to=2026-03-16").await["values"], json!([2]));
    assert_eq!(stats("transfers?from=2026-03-14&to=2026-03-15").await["values"], json!([1]));
    // Rosa, Ben, Gwen and the exchange itself.
    let accounts = stats("accounts").await;
    assert_eq!((&accounts["values"], &accounts["from"]), (&json!([4]), &json!("2026-03-14T00:00:00.000Z")));
    assert_eq!(stats("accounts?minTransactions=2").await["values"], json!([2]));
    assert_eq!(stats("accounts?maxTransactions=0").await["values"], json!([2]));
    for wrong in ["amount?interval=P2D", "amount?from=yesterday", "accounts?minTransactions=x"] {
        rosa.get(&path(&format!("/stats/{wrong}"))).await.fails(400, "BadRequest");
    }
    let global = scene.anon().get("/accounting/currencies/stats/transfers").await;
    assert_eq!(global.is(200).json["data"]["attributes"]["values"], json!([3]));
}

#[tokio::test]
async fn administrators_of_a_real_server_show_a_second_factor_first() {
    let server = server::testing::TestServer::strict().await;
    let marl = server.world.exchange(CODE).await;
    server.world.member("rosa", marl).await;
    server.world.plant_key().await;
    let scene = Scene {
        place: crate::client::Place::Here(Box::new(server)),
        password: app::testing::PASSWORD,
        rosa: "rosa@example.org",
        ben: "",
        admin: "admin-marl@example.org",
    };
    let rosa = scene.sign_in(scene.rosa).await;
    let from = account_of(&rosa).await;
    let admin = scene.with(scene.tokens(scene.admin, SCOPES).await["access_token"].as_str().unwrap());
    let at = path(&format!("/accounts/{}", from["id"].as_str().unwrap()));
    let limits = change("accounts", &from["id"], json!({"creditLimit": 5000}));
    admin.patch(&at, &limits).await.fails(403, "Forbidden");
}
