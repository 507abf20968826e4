//! Every route by every role: what `routes.txt` says is asked of a server, and a route that it does not speak of fails.

use app::accounts::set_state;
use app::market::{Kind, Sight};
use axum::http::Method;
use ledger::account::State;
use serde_json::{Value, json};

use crate::client::Client;
use crate::scene::{CODE, Scene, account_of, id, transfer};
use crate::social::put_up;

/// The columns.
const ROLES: [&str; 7] = ["nobody", "member", "other", "admin", "foreign", "notifier", "suspended"];

struct Row {
    method: Method,
    path: &'static str,
    expected: Vec<u16>,
    id: &'static str,
    measure: &'static str,
}

fn rows() -> Vec<Row> {
    let lines = include_str!("routes.txt").lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(row).collect()
}

fn row(line: &'static str) -> Row {
    let words: Vec<&str> = line.split_whitespace().collect();
    let expected = words[2..2 + ROLES.len()].iter().map(|word| word.parse().unwrap()).collect();
    let part = |name: &str| words.iter().find_map(|word| word.strip_prefix(name)).unwrap_or_default();
    let (id, measure) = (part("{id}="), part("{measure}="));
    Row { method: words[0].parse().unwrap(), path: words[1], expected, id, measure }
}

#[test]
fn every_route_has_a_row_and_every_row_a_route() {
    let routes: Vec<String> = server::api::routes()
        .table()
        .iter()
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    let rows: Vec<String> = rows().iter().map(|row| format!("{} {}", row.method, row.path)).collect();
    let missing: Vec<&String> = routes.iter().filter(|route| !rows.contains(route)).collect();
    let gone: Vec<&String> = rows.iter().filter(|row| !routes.contains(row)).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "routes without a row: {missing:#?}\nrows without a route: {gone:#?}"
    );
}

/// What the ids in paths stand for: all of it is Rosa's.
struct Things {
    account: String,
    transfer: String,
    member: String,
    offer: String,
    need: String,
    user: String,
}

impl Things {
    async fn of(scene: &Scene, rosa: &Client<'_>) -> Self {
        let ben = scene.sign_in(scene.ben).await;
        let (from, to) = (account_of(rosa).await, account_of(&ben).await);
        let name = id();
        let body = transfer(&name, (&from, &to), (5, "Eggs"));
        rosa.post(&format!("/accounting/{CODE}/transfers"), &body).await.is(201);
        let offer = put_up(scene, "rosa", (Kind::Offer, "Apple pie", Sight::Everyone)).await;
        let need = put_up(scene, "rosa", (Kind::Want, "Help with hay", Sight::Everyone)).await;
        let me = rosa.get("/ces/api/social/users/me").await;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        Self {
            account: text(&from["id"]),
            transfer: name,
            member: text(&me.json["data"]["relationships"]["members"]["data"][0]["id"]),
            offer,
            need,
            user: text(&me.json["data"]["id"]),
        }
    }

    fn id(&self, word: &str) -> &str {
        match word {
            "account" => &self.account,
            "transfer" => &self.transfer,
            "member" => &self.member,
            "offer" => &self.offer,
            "need" => &self.need,
            "user" => &self.user,
            _ => "",
        }
    }
}

#[tokio::test]
async fn each_route_answers_each_role_as_the_table_says() {
    let Some(scene) = Scene::alone().await else { return };
    let world = &scene.server().world;
    let admin = world.session("admin-marl").await;
    let marl = app::exchanges::by_code(&world.app, &admin, CODE).await.unwrap().id;
    let mia = world.member("mia", marl).await;
    set_state(&world.app, &admin, mia.account, State::Suspended, "").await.unwrap();
    let rosa = scene.sign_in(scene.rosa).await;
    let things = Things::of(&scene, &rosa).await;
    let secret = [
        ("grant_type", "client_credentials"),
        ("client_id", "komunitin-notifications"),
        ("client_secret", app::testing::NOTIFIER),
        ("scope", "komunitin_social_read_all komunitin_accounting_read_all komunitin_auth_impersonate_all"),
    ];
    let service = scene.anon().form("/oauth2/token", &secret).await;
    let cast = [
        scene.anon(),
        rosa,
        scene.sign_in(scene.ben).await,
        scene.sign_in(scene.admin).await,
        scene.sign_in("ines@example.org").await,
        scene.with(service.is(200).json["access_token"].as_str().unwrap()),
        scene.sign_in("mia@example.org").await,
    ];
    let mut otherwise = Vec::new();
    for row in rows() {
        let mut found = Vec::new();
        for client in &cast {
            let fresh = match row.id {
                "offer-to-go" => Some(put_up(&scene, "rosa", (Kind::Offer, "A pie", Sight::Everyone)).await),
                "need-to-go" => Some(put_up(&scene, "rosa", (Kind::Want, "A hand", Sight::Everyone)).await),
                _ => None,
            };
            let id = fresh.as_deref().unwrap_or_else(|| things.id(row.id));
            let path = row.path.replace("{code}", CODE).replace("{id}", id).replace("{measure}", row.measure);
            let body = match (&row.method, path.starts_with("/oauth2")) {
                (&Method::GET | &Method::DELETE, _) => None,
                (_, true) => Some(("application/x-www-form-urlencoded", String::new())),
                (_, false) => Some(("application/vnd.api+json", json!({}).to_string())),
            };
            let answer = client.send(row.method.clone(), &path, body).await;
            assert!(
                answer.status == 204 || !answer.json.is_null() || path.ends_with(".csv"),
                "{} {path} answers no JSON: {}",
                row.method,
                answer.text
            );
            found.push(answer.status);
        }
        if found != row.expected {
            let found: Vec<String> = found.iter().map(u16::to_string).collect();
            otherwise.push(format!("{:<6} {:<52} {}", row.method, row.path, found.join(" ")));
        }
    }
    assert!(otherwise.is_empty(), "answered otherwise ({}):\n{}", ROLES.join(", "), otherwise.join("\n"));
}
