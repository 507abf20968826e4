//! Stronger sign-in through the pages: codes, passkeys, being asked again, and the way that administrators are led.

use app::authenticator::code_of;
use app::passkeys::Asked;
use app::testing::{Device, PASSWORD, address};
use server::testing::{Browser, Page, TestServer};

/// Types the password as a form does.
async fn type_password(browser: &Browser<'_>, name: &str, next: &str) -> Page {
    let login = address(name);
    browser.post("/sign-in", &[("login", &login), ("password", PASSWORD), ("next", next)]).await
}

/// What the script is told.
fn asked(page: &Page) -> Asked {
    page.assert_status(200);
    let told: serde_json::Value = serde_json::from_str(&page.text).unwrap_or_else(|error| panic!("{error}"));
    let token = told["challenge"].as_str().unwrap_or_else(|| panic!("{told}")).to_owned();
    Asked { token, options: told["options"].to_string() }
}

/// The secret that a page shows in groups of four.
fn secret(page: &Page) -> String {
    let from = page.text.split("<code class=\"secret\">").nth(1).and_then(|from| from.split('<').next());
    from.unwrap_or_else(|| panic!("no secret in {}", page.text)).replace(' ', "")
}

#[tokio::test]
async fn the_password_leads_to_the_code_and_the_code_to_where_one_was_going() {
    let server = TestServer::new().await;
    server.world.user("ana").await;
    let ana = server.as_user("ana").await;
    ana.post("/me/sign-in/authenticator", &[]).await.assert_status(303);
    let page = ana.get("/me/sign-in/authenticator").await;
    page.assert_status(200).assert_has("<svg class=\"qr\"").assert_has("otpauth://totp/Ayni:ana@example.org");
    let secret = secret(&page);
    let wrong = ana.post("/me/sign-in/authenticator/code", &[("one-time-code", "000000")]).await;
    wrong.assert_status(422).assert_has(page.field("csrf").expect("a token"));
    let code = code_of(&secret, server.world.app.clock.now());
    let codes = ana.post("/me/sign-in/authenticator/code", &[("one-time-code", &code)]).await;
    codes.assert_status(200);
    assert_eq!(codes.text.matches("<li><code>").count(), 10);
    ana.get("/me/sign-in").await.assert_has("10").assert_lacks("<code>");

    server.world.app.clock.advance(60);
    let browser = server.anon();
    let half = type_password(&browser, "ana", "/me/devices").await;
    half.assert_status(303);
    assert_eq!(half.location(), "/sign-in/code?next=/me/devices");
    browser.get("/me").await.assert_status(303);
    let page = browser.get(half.location()).await;
    page.assert_status(200);
    assert_eq!(page.field("next"), Some("/me/devices"));
    browser.post("/sign-in/code", &[("one-time-code", "000000"), ("next", "/me")]).await.assert_status(422);
    let code = code_of(&secret, server.world.app.clock.now());
    let fields = [("one-time-code", code.as_str()), ("next", "/me/devices")];
    // The half belongs to the browser that typed the password.
    server.anon().post("/sign-in/code", &fields).await.assert_status(403);
    let entered = browser.post("/sign-in/code", &fields).await;
    entered.assert_status(303);
    assert_eq!(entered.location(), "/me/devices");
    browser.get("/me/devices").await.assert_status(200).assert_has("With password and code");
    assert_eq!(browser.cookie("ayni-half"), None, "it is used up");
}

#[tokio::test]
async fn a_passkey_is_added_and_signs_in_by_forms() {
    let server = TestServer::new().await;
    server.world.user("ana").await;
    let ana = server.as_user("ana").await;
    let mut device = Device::new();
    let ask = asked(&ana.post("/me/sign-in/passkey/ask", &[]).await);
    let made = device.make(&ask);
    let fields = [("challenge", ask.token.as_str()), ("answer", &made), ("name", "My phone"), ("next", "")];
    let added = ana.post("/me/sign-in/passkey", &fields).await;
    assert_eq!(added.location(), "/me/sign-in");
    ana.get("/me/sign-in").await.assert_has("My phone").assert_has("The passkey is kept");
    ana.post("/me/sign-in/passkey", &fields).await.assert_status(422).assert_has("was not taken");

    let browser = server.anon();
    browser.get("/sign-in").await.assert_has("data-passkey=\"get\"").assert_has("username webauthn");
    let ask = asked(&browser.post("/sign-in/passkey/ask", &[("login", "")]).await);
    let signed = device.sign(&ask);
    let fields = [("challenge", ask.token.as_str()), ("answer", &signed), ("next", "/me/sign-in")];
    let other = server.anon();
    other.get("/sign-in").await;
    other.post("/sign-in/passkey", &fields).await.assert_status(422);
    browser.post("/sign-in/passkey", &fields).await.assert_status(422);
    let ask = asked(&browser.post("/sign-in/passkey/ask", &[("login", &address("ana"))]).await);
    let signed = device.sign(&ask);
    let fields = [("challenge", ask.token.as_str()), ("answer", &signed), ("next", "/me/sign-in")];
    assert_eq!(browser.post("/sign-in/passkey", &fields).await.location(), "/me/sign-in");
    let page = browser.get("/me/devices").await;
    page.assert_has("With a passkey");

    let link = browser.get("/me/sign-in").await.text;
    let link = link.split("/me/sign-in/passkey/").nth(1).and_then(|rest| rest.split('"').next());
    let path = format!("/me/sign-in/passkey/{}", link.expect("a link to the passkey"));
    browser.get(&path).await.assert_status(200);
    browser.post(&path, &[("name", "Old phone")]).await.assert_status(303);
    browser.get("/me/sign-in").await.assert_has("Old phone");
    browser.post(&format!("{path}/remove"), &[]).await.assert_status(303);
    browser.get("/me/sign-in").await.assert_lacks("Old phone");
}

#[tokio::test]
async fn what_was_typed_survives_being_asked_again() {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    let ana = server.world.member("ana", exchange).await;
    let admin = server.as_user("admin-marl").await;
    let path = format!("/MARL/admin/people/{}/limits", &ana.number[4..]);
    let fields = [
        ("floor", "77"),
        ("floor-kind", "hard"),
        ("ceiling-kind", "none"),
        ("reason", "as \"agreed\"\n<on> Tuesday"),
    ];
    server.world.app.clock.advance(301);
    let page = admin.post(&path, &fields).await;
    page.assert_status(403).assert_has("Is it you?").assert_has("as &#34;agreed&#34;\n&#60;on&#62; Tuesday");
    assert_eq!(page.field("again-to"), Some(path.as_str()));
    let with = |password: &'static str| {
        let own = [("again-to", path.as_str()), ("again-method", "post"), ("again-password", password)];
        [fields.to_vec(), own.to_vec()].concat()
    };
    let wrong = admin.post("/again", &with("four geese in a row")).await;
    wrong.assert_status(422).assert_has("value=\"post\"").assert_has("name=\"floor\" hidden>\n77</textarea>");
    wrong.assert_lacks("four geese");
    let right = admin.post("/again", &with(PASSWORD)).await;
    right.assert_status(307);
    assert_eq!(right.location(), path);
    // The browser sends the same form on.
    admin.post(&path, &with(PASSWORD)).await.assert_status(303);
    admin.get(&path).await.assert_has("77");

    // Nobody is led elsewhere.
    for to in ["https://elsewhere.example/", "//elsewhere.example", ""] {
        let own = [("again-to", to), ("again-method", "post"), ("again-password", PASSWORD)];
        admin.post("/again", &own).await.assert_status(404);
    }
}

#[tokio::test]
async fn other_peoples_data_is_given_out_after_asking_again() {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    let ana = server.world.member("ana", exchange).await;
    let admin = server.as_user("admin-marl").await;
    let path = format!("/MARL/people/{}/statement.csv", &ana.number[4..]);
    admin.get(&path).await.assert_status(200);
    server.world.app.clock.advance(301);
    let led = admin.get(&path).await;
    led.assert_status(303);
    let page = admin.get(led.location()).await;
    page.assert_status(200);
    assert_eq!((page.field("again-to"), page.field("again-method")), (Some(path.as_str()), Some("get")));
    let fields = [("again-to", path.as_str()), ("again-method", "get"), ("again-password", PASSWORD)];
    let back = admin.post("/again", &fields).await;
    back.assert_status(303);
    assert_eq!(back.location(), path);
    admin.get(&path).await.assert_status(200);
}

#[tokio::test]
async fn administrators_are_led_to_set_up_a_second_factor_and_back() {
    let server = TestServer::strict().await;
    server.world.exchange("MARL").await;
    let admin = server.as_user("admin-marl").await;
    admin.get("/MARL").await.assert_status(200);
    let led = admin.get("/MARL/admin/people?show=all").await;
    led.assert_status(303);
    assert_eq!(led.location(), "/me/sign-in?next=/MARL/admin/people%3Fshow%3Dall");
    let page = admin.get(led.location()).await;
    page.assert_status(200).assert_has("Before the administration opens");
    assert_eq!(page.field("next"), Some("/MARL/admin/people?show=all"));
    admin
        .post("/MARL/admin/settings", &[("name", "x")])
        .await
        .assert_status(403)
        .assert_has("Set up one of them");
    let next = ("next", "/MARL/admin/people?show=all");
    let begun = admin.post("/me/sign-in/authenticator", &[next]).await;
    let secret = secret(&admin.get(begun.location()).await);
    let code = code_of(&secret, server.world.app.clock.now());
    let codes = admin.post("/me/sign-in/authenticator/code", &[("one-time-code", code.as_str()), next]).await;
    codes.assert_status(200).assert_has("href=\"/MARL/admin/people?show=all\"");
    admin.get("/MARL/admin/people?show=all").await.assert_status(200);
}

#[tokio::test]
async fn an_administrator_with_a_passkey_shows_it_after_the_password() {
    let server = TestServer::strict().await;
    server.world.exchange("MARL").await;
    let mut device = server.world.passkey(&server.world.session("admin-marl").await, "Phone").await;
    let admin = server.anon();
    assert_eq!(type_password(&admin, "admin-marl", "/MARL/admin").await.location(), "/MARL/admin");
    let led = admin.get("/MARL/admin").await;
    assert_eq!(led.location(), "/again?next=/MARL/admin");
    let page = admin.get(led.location()).await;
    page.assert_status(200).assert_has("again-answer").assert_lacks("again-password");
    let ask = asked(&admin.post("/again/ask", &[]).await);
    let signed = device.sign(&ask);
    let fields = [
        ("again-to", "/MARL/admin"),
        ("again-method", "get"),
        ("again-challenge", &ask.token),
        ("again-answer", &signed),
    ];
    assert_eq!(admin.post("/again", &fields).await.location(), "/MARL/admin");
    admin.get("/MARL/admin").await.assert_status(200);
}

#[tokio::test]
async fn a_password_alone_opens_what_is_a_members_and_nothing_of_an_office() {
    let server = TestServer::strict().await;
    let exchange = server.world.exchange("MARL").await;
    server.world.member("ana", exchange).await;
    let own = ["", "/more", "/waiting", "/trade", "/statement", "/about", "/people", "/people/0001", "/many"];
    let office = [
        "/admin",
        "/admin/people",
        "/admin/people/0002",
        "/admin/people/0002/limits",
        "/admin/people/0002/keys",
        "/admin/add",
        "/admin/waiting",
        "/admin/trades",
        "/admin/objections",
        "/admin/rules",
        "/admin/rules/floor",
        "/admin/settings",
        "/admin/terms",
        "/admin/log",
        "/people/0002/statement",
        "/people/0002/statement.csv",
        "/people/0002/statement/print",
    ];
    for leads_to in ["/me/sign-in?next=", "/again?next="] {
        let admin = server.as_user("admin-marl").await;
        for page in own {
            admin.get(&format!("/MARL{page}")).await.assert_status(200);
        }
        admin.get("/MARL/more").await.assert_has("/MARL/admin");
        for page in office {
            let led = admin.get(&format!("/MARL{page}")).await;
            led.assert_status(303);
            assert!(led.location().starts_with(leads_to), "{page}: {}", led.location());
        }
        let root = server.as_user("root").await;
        root.get("/MARL/about").await.assert_status(200);
        for page in ["/server", "/server/log", "/MARL/admin", "/MARL/people"] {
            let led = root.get(page).await;
            led.assert_status(303);
            assert!(led.location().starts_with(leads_to), "{page}: {}", led.location());
        }
        // The second time round they have a passkey, and have not shown it.
        if leads_to.starts_with("/me") {
            for name in ["admin-marl", "root"] {
                server.world.passkey(&server.world.session(name).await, "Phone").await;
            }
        }
    }
}

#[tokio::test]
async fn a_password_typed_for_somebody_never_stands_in_the_page_that_asks_again() {
    let server = TestServer::strict().await;
    server.world.exchange("MARL").await;
    server.world.passkey(&server.world.session("admin-marl").await, "Phone").await;
    let admin = server.as_user("admin-marl").await;
    let fields = [
        ("id", "01890000-0000-7000-8000-000000000001"),
        ("kind", "individual"),
        ("name", "Edith"),
        ("entrance", "number"),
        ("password", "one goose in a row"),
    ];
    let page = admin.post("/MARL/admin/add", &fields).await;
    page.assert_status(403).assert_has("again-answer").assert_has("Edith").assert_lacks("one goose");
    let fields = [("current", PASSWORD), ("password", "one goose in a row")];
    admin.post("/me/password", &fields).await.assert_status(403).assert_lacks("goose").assert_lacks("geese");
}

#[tokio::test]
async fn a_browser_is_known_by_its_cookie() {
    let server = TestServer::new().await;
    server.world.user("ana").await;
    let browser = server.anon();
    type_password(&browser, "ana", "/").await.assert_status(303);
    let known = browser.cookie("ayni-device").expect("a cookie");
    browser.post("/sign-out", &[]).await.assert_status(303);
    type_password(&browser, "ana", "/").await.assert_status(303);
    assert_eq!(browser.cookie("ayni-device"), Some(known));
    assert!(server.world.letters().await.is_empty());
    type_password(&server.anon(), "ana", "/").await.assert_status(303);
    assert_eq!(server.world.letters().await.len(), 1, "of another browser");
}
