//! Section 3 of the contract: tokens.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use serde_json::{Value, json};

use crate::scene::{CODE, SCOPES, Scene, account_of, change, id, is_uuid, transfer};

fn words(scope: &Value) -> Vec<&str> {
    scope.as_str().unwrap().split(' ').collect()
}

#[tokio::test]
async fn a_password_gives_tokens_with_their_scope() {
    let scene = Scene::set().await;
    let tokens =
        scene.tokens(scene.rosa, &format!("{SCOPES} komunitin_superadmin komunitin_auth what")).await;
    assert_eq!(tokens["token_type"], "Bearer");
    assert_eq!(tokens["expires_in"], 3600);
    // She does not administer the server, and a password opens no way to a new password.
    assert_eq!(words(&tokens["scope"]), SCOPES.split(' ').collect::<Vec<_>>());
    let rosa = scene.with(tokens["access_token"].as_str().unwrap());
    let who = rosa.get("/oauth2/userinfo").await;
    assert!(is_uuid(&who.is(200).json["sub"]) && who.json["email"] == scene.rosa, "{}", who.text);
}

#[tokio::test]
async fn an_account_number_signs_in_as_well() {
    let scene = Scene::set().await;
    let account = account_of(&scene.sign_in(scene.rosa).await).await;
    let number = account["attributes"]["code"].as_str().unwrap();
    let rosa = scene.sign_in(number).await;
    assert_eq!(account_of(&rosa).await["id"], account["id"]);
}

#[tokio::test]
async fn tokens_are_signed_with_a_key_that_everybody_can_fetch() {
    let scene = Scene::set().await;
    let tokens = scene.tokens(scene.rosa, SCOPES).await;
    let token = tokens["access_token"].as_str().unwrap();
    let (text, signature) = token.rsplit_once('.').unwrap();
    let part = |at: usize| -> Value {
        serde_json::from_slice(&BASE64.decode(text.split('.').nth(at).unwrap()).unwrap()).unwrap()
    };
    let (head, claims) = (part(0), part(1));
    assert_eq!(head["alg"], "RS256");
    assert!(claims["iss"].as_str().unwrap().ends_with('/'), "{claims}");
    assert_eq!(claims["aud"], "komunitin-app");
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 3600);
    assert_eq!(claims["scope"], tokens["scope"]);
    assert!(is_uuid(&claims["sub"]), "{claims}");

    let keys = scene.anon().get("/.well-known/jwks.json").await;
    let keys = keys.is(200).json["keys"].as_array().unwrap().clone();
    let key = keys.iter().find(|key| key["kid"] == head["kid"]).unwrap();
    assert_eq!((&key["kty"], &key["alg"], &key["use"]), (&json!("RSA"), &json!("RS256"), &json!("sig")));
    let bytes = |name: &str| BASE64.decode(key[name].as_str().unwrap()).unwrap();
    let public = RsaPublicKeyComponents { n: bytes("n"), e: bytes("e") };
    let signature = BASE64.decode(signature).unwrap();
    public.verify(&RSA_PKCS1_2048_8192_SHA256, text.as_bytes(), &signature).unwrap();

    // The user is called the same everywhere.
    let me = scene.with(token).get("/ces/api/social/users/me").await;
    assert_eq!(me.json["data"]["id"], claims["sub"]);
}

#[tokio::test]
async fn tokens_that_were_touched_do_not_count() {
    let scene = Scene::set().await;
    let tokens = scene.tokens(scene.rosa, SCOPES).await;
    let token = tokens["access_token"].as_str().unwrap();
    let (text, signature) = token.rsplit_once('.').unwrap();
    let (head, claims) = text.split_once('.').unwrap();
    let none = BASE64.encode(r#"{"alg":"none","typ":"JWT","kid":"x"}"#);
    let more = BASE64.decode(claims).unwrap();
    let more = String::from_utf8(more).unwrap().replace("komunitin_social", "komunitin_superadmin");
    let more = BASE64.encode(more);
    for forged in [
        format!("{none}.{claims}."),
        format!("{none}.{claims}.{signature}"),
        format!("{head}.{more}.{signature}"),
        format!("{head}.{claims}."),
        format!("{head}.{claims}"),
    ] {
        scene.with(&forged).get("/ces/api/social/users/me").await.fails(401, "Unauthorized");
    }
}

#[tokio::test]
async fn each_failure_has_its_status() {
    let scene = Scene::set().await;
    let anon = scene.anon();
    let base = [("client_id", "komunitin-app"), ("grant_type", "password")];
    let cases: [(&[(&str, &str)], u16); 8] = [
        (&[base[0], base[1], ("username", scene.rosa), ("password", "not this one")], 403),
        (&[base[0], base[1], ("username", "nobody@example.org"), ("password", "not this one")], 403),
        (&[base[0], base[1], ("username", scene.rosa)], 401),
        (&[base[1], ("username", scene.rosa), ("password", scene.password)], 401),
        (&[("client_id", "other"), base[1], ("username", scene.rosa), ("password", scene.password)], 401),
        (&[base[0]], 400),
        (&[base[0], ("grant_type", "magic")], 400),
        (&[base[0], ("grant_type", "refresh_token"), ("refresh_token", "00")], 401),
    ];
    for (fields, status) in cases {
        let answer = anon.form("/oauth2/token", fields).await;
        assert!(answer.is(status).json["error"].is_string(), "{}", answer.text);
    }
    let json = anon.post("/oauth2/token", &json!({"grant_type": "password"})).await;
    assert!(json.is(400).json["error"].is_string());
}

#[tokio::test]
async fn a_refresh_token_works_once_and_gives_the_next() {
    let scene = Scene::set().await;
    let first = scene.tokens(scene.rosa, SCOPES).await;
    let refresh = async |token: &Value| {
        let fields = [
            ("grant_type", "refresh_token"),
            ("refresh_token", token["refresh_token"].as_str().unwrap()),
            ("client_id", "komunitin-app"),
        ];
        scene.anon().form("/oauth2/token", &fields).await
    };
    let second = refresh(&first).await;
    second.is(200);
    assert_eq!(second.json["scope"], first["scope"]);
    assert_ne!(second.json["refresh_token"], first["refresh_token"]);
    let with = |token: &Value| scene.with(token["access_token"].as_str().unwrap());
    with(&second.json).get("/ces/api/social/users/me").await.is(200);
    let third = refresh(&second.json).await;
    third.is(200);

    // Somebody has kept a copy: all that came of it ends.
    refresh(&first).await.is(401);
    refresh(&third.json).await.is(401);
    with(&third.json).get("/ces/api/social/users/me").await.fails(401, "Unauthorized");
}

#[tokio::test]
async fn what_is_revoked_counts_no_longer() {
    let scene = Scene::set().await;
    for which in ["access_token", "refresh_token"] {
        let tokens = scene.tokens(scene.rosa, SCOPES).await;
        let rosa = scene.with(tokens["access_token"].as_str().unwrap());
        rosa.get("/ces/api/social/users/me").await.is(200);
        scene.anon().form("/oauth2/revoke", &[("token", tokens[which].as_str().unwrap())]).await.is(200);
        rosa.get("/ces/api/social/users/me").await.fails(401, "Unauthorized");
    }
    scene.anon().form("/oauth2/revoke", &[("token", "what")]).await.is(200);
}

#[tokio::test]
async fn a_token_is_good_for_its_scopes_only() {
    let scene = Scene::set().await;
    let token = |scope: &'static str| {
        let scene = &scene;
        async move { scene.with(scene.tokens(scene.rosa, scope).await["access_token"].as_str().unwrap()) }
    };
    let social = token("komunitin_social").await;
    social.get("/ces/api/social/users/me").await.is(200);
    social.get(&format!("/accounting/{CODE}/transfers")).await.fails(403, "Forbidden");
    let accounting = token("komunitin_accounting").await;
    accounting.get(&format!("/accounting/{CODE}/transfers")).await.is(200);
    accounting.get("/ces/api/social/users/me").await.fails(403, "Forbidden");
}

#[tokio::test]
async fn a_suspension_holds_for_tokens_at_once() {
    let Some(scene) = Scene::alone().await else { return };
    let (rosa, ben) = (scene.sign_in(scene.rosa).await, scene.sign_in(scene.ben).await);
    let (from, to) = (account_of(&rosa).await, account_of(&ben).await);
    let path = format!("/accounting/{CODE}/transfers");
    rosa.post(&path, &transfer(&id(), (&from, &to), (5, "Eggs"))).await.is(201);
    let admin = scene.sign_in(scene.admin).await;
    let account = format!("/accounting/{CODE}/accounts/{}", from["id"].as_str().unwrap());
    let suspend = change("accounts", &from["id"], json!({"status": "suspended"}));
    let suspended = admin.patch(&account, &suspend).await;
    assert_eq!(suspended.is(200).json["data"]["attributes"]["status"], "suspended");
    rosa.post(&path, &transfer(&id(), (&from, &to), (5, "Eggs"))).await.fails(403, "Forbidden");
}

#[tokio::test]
async fn a_new_password_ends_all_tokens() {
    let Some(scene) = Scene::alone().await else { return };
    let rosa = scene.sign_in(scene.rosa).await;
    let world = &scene.server().world;
    let actor = world.session("rosa").await;
    app::users::change_password(&world.app, &actor, scene.password, "seven ducks on a pond").await.unwrap();
    rosa.get("/ces/api/social/users/me").await.fails(401, "Unauthorized");
}

#[tokio::test]
async fn an_hour_is_as_long_as_a_token_counts() {
    let Some(scene) = Scene::alone().await else { return };
    let tokens = scene.tokens(scene.rosa, SCOPES).await;
    let rosa = scene.with(tokens["access_token"].as_str().unwrap());
    let clock = &scene.server().world.app.clock;
    clock.advance(3599);
    rosa.get("/ces/api/social/users/me").await.is(200);
    clock.advance(2);
    rosa.get("/ces/api/social/users/me").await.fails(401, "Unauthorized");
    clock.advance(13 * 86_400);
    let fields = [
        ("grant_type", "refresh_token"),
        ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
        ("client_id", "komunitin-app"),
    ];
    scene.anon().form("/oauth2/token", &fields).await.is(200);
    // And a key signs for ninety days; what it signed before is still checked with it.
    let keys =
        async || scene.anon().get("/.well-known/jwks.json").await.json["keys"].as_array().unwrap().len();
    assert_eq!(keys().await, 1);
}

#[tokio::test]
async fn whoever_has_an_authenticator_is_asked_for_its_code() {
    let Some(scene) = Scene::alone().await else { return };
    let world = &scene.server().world;
    let (secret, _) = world.authenticator(&world.session("rosa").await).await;
    let mut fields = vec![
        ("grant_type", "password"),
        ("username", scene.rosa),
        ("password", scene.password),
        ("client_id", "komunitin-app"),
        ("scope", SCOPES),
    ];
    let asked = scene.anon().form("/oauth2/token", &fields).await;
    assert_eq!(asked.is(403).json["error"], "mfa_required");
    world.app.clock.advance(60);
    let code = app::authenticator::code_of(&secret, world.app.clock.now());
    fields.push(("one_time_code", &code));
    scene.anon().form("/oauth2/token", &fields).await.is(200);
    // The code was used.
    scene.anon().form("/oauth2/token", &fields).await.is(403);
}

#[tokio::test]
async fn guessing_passwords_is_slowed_down() {
    let Some(scene) = Scene::alone().await else { return };
    let fields = [
        ("grant_type", "password"),
        ("username", scene.rosa),
        ("password", "a guess"),
        ("client_id", "komunitin-app"),
    ];
    let mut statuses = Vec::new();
    for _ in 0..12 {
        statuses.push(scene.anon().form("/oauth2/token", &fields).await.status);
    }
    assert_eq!((statuses[0], statuses[11]), (403, 429), "{statuses:?}");
}

#[tokio::test]
async fn the_notifier_reads_everything_and_changes_nothing() {
    let Some(scene) = Scene::alone().await else { return };
    let secret = app::testing::NOTIFIER;
    let scopes = "komunitin_social_read_all komunitin_accounting_read_all komunitin_auth_impersonate_all";
    let ask = async |secret: &str| {
        let fields = [
            ("grant_type", "client_credentials"),
            ("client_id", "komunitin-notifications"),
            ("client_secret", secret),
            ("scope", scopes),
        ];
        scene.anon().form("/oauth2/token", &fields).await
    };
    ask("a wrong secret").await.is(403);
    let given = ask(secret).await;
    assert_eq!(given.is(200).json["scope"], scopes);
    let service = scene.with(given.json["access_token"].as_str().unwrap());
    for path in [
        "accounting/MARL/accounts",
        "accounting/MARL/transfers",
        "ces/api/social/MARL/members",
        "ces/api/social/VALD/members",
    ] {
        service.get(&format!("/{path}")).await.is(200);
    }
    let rosa = scene.sign_in(scene.rosa).await;
    let (from, to) = (account_of(&rosa).await, account_of(&scene.sign_in(scene.ben).await).await);
    let path = format!("/accounting/{CODE}/transfers");
    service.post(&path, &transfer(&id(), (&from, &to), (5, "Eggs"))).await.fails(403, "Forbidden");

    // A code for a letter lets its reader in, once.
    let me = rosa.get("/ces/api/social/users/me").await;
    let user = me.json["data"]["id"].as_str().unwrap();
    rosa.form("/oauth2/get-auth-code", &[("user_id", user)]).await.fails(403, "Forbidden");
    let strange = [("user_id", user), ("scope", "social:read")];
    service.form("/oauth2/get-auth-code", &strange).await.fails(400, "BadRequest");
    let code = service.form("/oauth2/get-auth-code", &[("user_id", user)]).await;
    let code = code.is(200).json["code"].as_str().unwrap().to_owned();
    let scope = format!("{SCOPES} komunitin_auth");
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", code.as_str()),
        ("client_id", "komunitin-app"),
        ("scope", scope.as_str()),
    ];
    let entered = scene.anon().form("/oauth2/token", &fields).await;
    assert!(words(&entered.is(200).json["scope"]).contains(&"komunitin_auth"), "{}", entered.text);
    let again = scene.with(entered.json["access_token"].as_str().unwrap());
    assert_eq!(again.get("/ces/api/social/users/me").await.json["data"]["id"], user);
    scene.anon().form("/oauth2/token", &fields).await.is(401);
}

#[tokio::test]
async fn nobody_learns_who_has_a_login() {
    let Some(scene) = Scene::alone().await else { return };
    for path in ["/oauth2/reset-password", "/oauth2/resend-validation"] {
        for email in [scene.rosa, "nobody@example.org", "no address"] {
            let fields = [("email", email), ("client_id", "komunitin-app")];
            let answer = scene.anon().form(path, &fields).await;
            assert_eq!(answer.is(204).text, "");
        }
    }
    scene.server().world.letter_to("rosa").await;
}
