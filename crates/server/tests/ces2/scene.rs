//! Who there is: two members and an administrator of one exchange, and somebody of another.

use serde_json::{Value, json};
use server::testing::TestServer;
use uuid::Uuid;

use crate::client::{Client, Place};

/// The scopes that the app asks for.
pub(crate) const SCOPES: &str = "komunitin_social komunitin_accounting email offline_access openid profile";

/// A server, and who has logins there.
pub(crate) struct Scene {
    pub(crate) place: Place,
    pub(crate) password: &'static str,
    /// Rosa, a member.
    pub(crate) rosa: &'static str,
    /// Ben, another.
    pub(crate) ben: &'static str,
    /// Who administers the exchange.
    pub(crate) admin: &'static str,
}

/// The exchange that they are in.
pub(crate) const CODE: &str = "MARL";

impl Scene {
    /// The server that the tests were pointed at, or one of our own.
    pub(crate) async fn set() -> Self {
        match elsewhere() {
            Some(url) => Self {
                place: Place::There(url),
                password: "market-day-2026",
                rosa: "member@ayni.example",
                ben: "neighbour@ayni.example",
                admin: "admin@ayni.example",
            },
            None => Self::own(TestServer::new().await).await,
        }
    }

    /// One of our own; none when the tests were pointed at another, which is nobody's to change at will.
    pub(crate) async fn alone() -> Option<Self> {
        if elsewhere().is_some() { None } else { Some(Self::own(TestServer::new().await).await) }
    }

    async fn own(server: TestServer) -> Self {
        let world = &server.world;
        let marl = world.exchange(CODE).await;
        for name in ["rosa", "ben"] {
            world.member(name, marl).await;
        }
        let vald = world.exchange("VALD").await;
        world.member("ines", vald).await;
        world.plant_key().await;
        Self {
            place: Place::Here(Box::new(server)),
            password: app::testing::PASSWORD,
            rosa: "rosa@example.org",
            ben: "ben@example.org",
            admin: "admin-marl@example.org",
        }
    }

    /// The server of our own.
    pub(crate) fn server(&self) -> &TestServer {
        match &self.place {
            Place::Here(server) => server,
            Place::There(url) => panic!("{url} is not ours"),
        }
    }

    /// Somebody without a token.
    pub(crate) fn anon(&self) -> Client<'_> {
        Client { place: &self.place, token: None }
    }

    /// Somebody who shows this.
    pub(crate) fn with(&self, token: &str) -> Client<'_> {
        Client { place: &self.place, token: Some(token.to_owned()) }
    }

    /// The answer to a sign-in.
    pub(crate) async fn tokens(&self, login: &str, scope: &str) -> Value {
        let fields = [
            ("grant_type", "password"),
            ("username", login),
            ("password", self.password),
            ("client_id", "komunitin-app"),
            ("scope", scope),
        ];
        let answer = self.anon().form("/oauth2/token", &fields).await;
        answer.is(200);
        answer.json
    }

    /// Somebody who has signed in.
    pub(crate) async fn sign_in(&self, login: &str) -> Client<'_> {
        let tokens = self.tokens(login, SCOPES).await;
        self.with(tokens["access_token"].as_str().unwrap())
    }
}

/// The one account of whoever asks, in the exchange of the scene.
pub(crate) async fn account_of(client: &Client<'_>) -> Value {
    let me = client.get("/ces/api/social/users/me?include=members,members.group").await;
    me.is(200);
    let members = me.included("members");
    let groups = me.included("groups");
    let group = groups.iter().find(|group| group["attributes"]["code"] == CODE).unwrap();
    let own = |member: &&&Value| {
        member["relationships"]["group"]["data"]["id"] == group["id"]
            && !member["attributes"]["code"].as_str().unwrap().ends_with("0000")
    };
    let member = members.iter().find(own).unwrap();
    let id = member["relationships"]["account"]["data"]["id"].as_str().unwrap();
    let account = client.get(&format!("/accounting/{CODE}/accounts/{id}")).await;
    account.is(200);
    account.json["data"].clone()
}

/// A new name.
pub(crate) fn id() -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let mut bytes = [0; 16];
    ring::rand::SecureRandom::fill(&ring::rand::SystemRandom::new(), &mut bytes[..8]).unwrap();
    bytes[8..].copy_from_slice(&NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes());
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}

/// A transfer to be posted.
pub(crate) fn transfer(id: &str, (payer, payee): (&Value, &Value), (amount, says): (i64, &str)) -> Value {
    let account = |of: &Value| json!({"data": {"type": "accounts", "id": of["id"]}});
    json!({"data": {
        "type": "transfers",
        "id": id,
        "attributes": {"state": "committed", "amount": amount, "meta": {"description": says}},
        "relationships": {"payer": account(payer), "payee": account(payee)},
    }})
}

/// A change of a resource's attributes.
pub(crate) fn change(kind: &str, id: &Value, attributes: Value) -> Value {
    json!({"data": {"type": kind, "id": id, "attributes": attributes}})
}

/// Whether a text is the name of something.
pub(crate) fn is_uuid(value: &Value) -> bool {
    value.as_str().is_some_and(|text| Uuid::try_parse(text).is_ok())
}

#[expect(clippy::disallowed_methods, reason = "tests have no configuration but their environment")]
fn elsewhere() -> Option<String> {
    std::env::var("AYNI_CES2_URL").ok().filter(|url| !url.is_empty())
}
