//! A user's way through the pages: registering, finding back in, one's own affairs, and the letters in between.

use app::mail::{Envelope, Letter, ListingNews, SignInNews};
use app::testing::PASSWORD;
use server::letters::{Sender, write};
use server::testing::TestServer;
use server::web::l10n::Locale;

const NEW: &str = "four ducks on a pond";

async fn letter(server: &TestServer) -> Letter {
    let mut letters = server.world.letters().await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    letters.remove(0).letter
}

#[tokio::test]
async fn somebody_registers_and_is_led_on() {
    let server = TestServer::new().await;
    server.world.exchange("MARL").await;
    let browser = server.anon();
    browser.get("/").await.assert_status(200).assert_has("/register").assert_has("href=\"/MARL\"");
    let wrong = browser.post("/register", &[("name", ""), ("email", "zoe"), ("password", "short")]).await;
    wrong.assert_status(422).assert_has("name-error").assert_has("email-error").assert_has("password-error");
    assert_eq!(wrong.field("email"), Some("zoe"));
    let invited = browser.get("/register?next=/MARL/join%3Finvitation=T").await;
    assert_eq!(invited.field("next"), Some("/MARL/join?invitation=T"));
    let next = ("next", "/MARL/join?invitation=T");
    let fields = [("name", "Zoe"), ("email", "zoe@example.org"), ("password", NEW), next];
    let sent = browser.post("/register", &fields).await;
    assert_eq!(sent.location(), "/register/sent");
    browser.get("/register/sent").await.assert_status(200);
    let Letter::ConfirmAddress { token, next } = letter(&server).await else { panic!("another letter") };
    assert_eq!(next, "/MARL/join?invitation=T");
    let link = format!("/confirm/{token}");
    browser.get(&link).await.assert_status(200).assert_has("zoe@example.org");
    let led = browser.get(&format!("{link}?next=/MARL/join")).await;
    assert_eq!(led.field("next"), Some("/MARL/join"));
    browser.post(&link, &[("password", "not this one")]).await.assert_status(422);
    let confirmed = browser.post(&link, &[("password", NEW), ("next", "/MARL/join")]).await;
    assert_eq!(confirmed.location(), "/MARL/join");
    browser.get("/").await.assert_status(200).assert_has("href=\"/found\"").assert_has("href=\"/MARL\"");
    server.anon().get(&link).await.assert_status(404).assert_has("/sign-in");
}

#[tokio::test]
async fn a_lost_password_is_chosen_anew() {
    let server = TestServer::new().await;
    server.world.user("ana").await;
    let old = server.as_user("ana").await;
    let browser = server.anon();
    for email in ["ana@example.org", "nobody@example.org"] {
        let sent = browser.post("/reset", &[("email", email)]).await;
        assert_eq!(sent.location(), "/reset/sent", "nobody learns who has a login");
    }
    let Letter::ResetPassword { token } = letter(&server).await else { panic!("another letter") };
    let link = format!("/reset/{token}");
    browser.get(&link).await.assert_status(200).assert_has("ana@example.org");
    browser.post(&link, &[("password", "short")]).await.assert_status(422);
    let done = browser.post(&link, &[("password", NEW)]).await;
    assert_eq!(done.location(), "/sign-in");
    browser.get("/sign-in").await.assert_has("role=\"status\"");
    let signed_in = browser.post("/sign-in", &[("login", "ana@example.org"), ("password", NEW)]).await;
    signed_in.assert_status(303);
    old.get("/me").await.assert_status(303);
}

#[tokio::test]
async fn one_keeps_ones_own_affairs() {
    let server = TestServer::new().await;
    let (marl, vald) = (server.world.exchange("MARL").await, server.world.exchange("VALD").await);
    let ana = server.world.member("ana", marl).await;
    let there = server.world.join("ana", vald).await;
    let (browser, other) = (server.as_user("ana").await, server.as_user("ana").await);
    browser.get("/").await.assert_status(303);
    browser.get("/me").await.assert_status(200).assert_has(&ana.number).assert_has(&there.number);
    browser.post("/me", &[("name", ""), ("locale", "xx")]).await.assert_status(422);
    assert_eq!(browser.post("/me", &[("name", "Ana"), ("locale", "ca")]).await.location(), "/me");
    browser.get("/me").await.assert_has("lang=\"ca\"").assert_has("role=\"status\"");
    browser.get("/me").await.assert_lacks("role=\"status\"");

    let member = there.member.0.to_string();
    assert_eq!(browser.post("/switch", &[("member", &member)]).await.location(), "/VALD");
    assert_eq!(browser.get("/").await.location(), "/VALD");
    browser.post("/switch", &[("member", "1")]).await.assert_status(404);

    browser.get("/me/devices").await.assert_status(200).assert_has("value=\"others\"");
    browser.post("/me/devices", &[("device", "others")]).await.assert_status(303);
    other.get("/me").await.assert_status(303);
    browser.post("/me/devices", &[("device", "nonsense")]).await.assert_status(404);

    let change = |current: &'static str| [("current", current), ("password", NEW)];
    browser.get("/me/password").await.assert_status(200);
    browser.post("/me/password", &change("wrong one here")).await.assert_status(422);
    assert_eq!(browser.post("/me/password", &change(PASSWORD)).await.location(), "/me");
    server.world.letters().await;

    browser.get("/me/address").await.assert_status(200).assert_has("ana@example.org");
    let wish = [("current", NEW), ("email", "ana@new.example")];
    browser.post("/me/address", &wish).await.assert_status(303);
    let Letter::ConfirmNewAddress { token } = letter(&server).await else { panic!("another letter") };
    let link = format!("/me/address/{token}");
    browser.get(&link).await.assert_status(200);
    browser.post(&link, &[]).await.assert_status(303);
    browser.get("/me").await.assert_has("ana@new.example");
    browser.post(&link, &[]).await.assert_status(404);
}

#[tokio::test]
async fn visitors_are_asked_to_sign_in_before_their_own_affairs() {
    let server = TestServer::new().await;
    for path in ["/me", "/me/password", "/me/address", "/me/devices"] {
        let page = server.anon().get(path).await;
        page.assert_status(303);
        assert_eq!(page.location(), format!("/sign-in?next={path}"));
    }
    server.anon().post("/me", &[("name", "x")]).await.assert_status(403);
}

#[tokio::test]
async fn an_account_is_looked_after_together() {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    let ana = server.world.member("ana", exchange).await;
    server.world.user("ben").await;
    let actor = server.world.actor("ana").await;
    app::memberships::invite_operator(&server.world.app, &actor, ana.member, "ben@example.org")
        .await
        .expect("an invitation");
    let Letter::OperateInvitation { token, .. } = letter(&server).await else { panic!("another letter") };
    let ben = server.as_user("ben").await;
    ben.get(&format!("/operate/{token}")).await.assert_status(200).assert_has(&ana.number);
    ben.post(&format!("/operate/{token}"), &[]).await.assert_status(303);
    ben.get("/me").await.assert_has(&ana.number);
}

#[test]
fn every_letter_is_written_in_every_language() {
    let text = |text: &str| text.to_owned();
    let letters = [
        Letter::ConfirmAddress { token: text("T"), next: String::new() },
        Letter::AlreadyRegistered,
        Letter::ResetPassword { token: text("T") },
        Letter::PasswordChanged,
        Letter::ConfirmNewAddress { token: text("T") },
        Letter::AddressChanged { masked: text("a…@b.example") },
        Letter::Applied { code: text("MARL"), exchange: text("Marl"), applicant: text("Zoe") },
        Letter::Welcomed { code: text("MARL"), exchange: text("Marl"), number: text("MARL0007") },
        Letter::Declined { exchange: text("Marl"), reason: text("Too far away") },
        Letter::MembershipEnded { exchange: text("Marl"), reason: text("As agreed") },
        Letter::RoleGiven { code: text("MARL"), exchange: text("Marl"), role: text("admin") },
        Letter::RoleGiven { code: text("MARL"), exchange: text("Marl"), role: text("coordinator") },
        Letter::ExchangeFounded { code: text("MARL"), exchange: text("Marl"), founder: text("Zoe") },
        Letter::ExchangeApproved { code: text("MARL"), exchange: text("Marl") },
        Letter::ExchangeDeclined { exchange: text("Marl"), reason: text("Twice here") },
    ];
    let listing = |news| Letter::Listing {
        news,
        code: text("MARL"),
        exchange: text("Marl"),
        listing: uuid::Uuid::nil(),
        title: text("Jam"),
        ends_at: Some(ledger::Instant(0)),
        zone: text("Europe/London"),
        words: text("No jam here"),
    };
    let listings = [ListingNews::EndsSoon, ListingNews::Ended, ListingNews::Stopped].map(listing);
    let messages = ["", "Jam"].map(|title| Letter::Messages {
        code: text("MARL"),
        exchange: text("Marl"),
        conversation: uuid::Uuid::nil(),
        writer: text("Ben"),
        title: text(title),
        texts: vec![text("Is there any left?\nI bring the jars.")],
    });
    let news = SignInNews::ALL.map(|news| Letter::SignIn { news, detail: text("My phone") });
    let letters: Vec<Letter> = letters.into_iter().chain(listings).chain(messages).chain(news).collect();
    let sender = Sender { name: "Ayni", origin: "https://ayni.example" };
    for locale in Locale::ALL {
        for letter in &letters {
            let (to, name, locale) = (text("zoe@example.org"), text("Zoe"), text(locale.code()));
            let written = write(&Envelope { to, name, locale, letter: letter.clone(), stop: None }, sender);
            for said in [&written.subject, &written.body] {
                assert!(!said.contains("letter-") && !said.contains("{ $"), "{said}");
            }
            assert!(written.body.contains("Zoe") && written.body.contains("https://ayni.example"));
        }
    }
}
