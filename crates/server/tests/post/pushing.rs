//! Web push over a real connection: sealed, signed, cleaned up after, and never into the house.

use std::sync::Arc;

use app::testing::ORIGIN;
use axum::body::Body;
use axum::http::Request;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{RootCertStore, ServerConfig};
use server::push::line::{Line, known_authorities};
use server::push::{Place, Reach};
use server::testing::Browser;
use server::worker::some_pushes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use crate::Scene;
use crate::certificate::Certificate;
use crate::push_service::{PushService, Subscribed, claimed};

const SETTINGS: &str = "/me/notices/settings";

impl Scene {
    /// Sends all pushes that are due, once what causes them has been told.
    async fn pushes(&self) {
        self.work().await;
        while some_pushes(&self.server.server).await.unwrap() > 0 {}
    }
}

/// Lets a browser take pushes there, as its page does it.
async fn turn_on(browser: &Browser<'_>, endpoint: &str, subscribed: &Subscribed) {
    let [key, secret] = subscribed.fields();
    let fields = [("endpoint", endpoint), ("key", &key), ("secret", &secret)];
    let answer = browser.post("/me/notices/device", &fields).await;
    assert_eq!(answer.assert_status(303).location(), SETTINGS);
}

#[tokio::test]
async fn a_trade_is_shown_by_the_device_of_the_other_side() {
    let (scene, service, phone) = (Scene::new().await, PushService::start().await, Subscribed::new(3));
    let ben = scene.server.as_user("ben").await;
    let page = ben.get(SETTINGS).await;
    let key = page.text.split("data-push=\"").nth(1).unwrap().split('"').next().unwrap();
    turn_on(&ben, &format!("{}/ben?x=1", service.origin), &phone).await;
    ben.get(SETTINGS).await.assert_has("What your devices show").assert_lacks("data-push=");
    scene.pays("bread").await;
    scene.pushes().await;
    let arrived = service.arrived();
    assert_eq!(arrived.len(), 1, "{arrived:?}");
    let (push, now_s) = (&arrived[0], scene.world().app.clock.now().0 / 1_000_000);
    assert_eq!(push.path, "/ben");
    for (name, value) in [("ttl", "86400"), ("urgency", "high"), ("content-encoding", "aes128gcm")] {
        assert_eq!(push.headers[name], value, "{push:?}");
    }
    assert!(push.headers["topic"].len() <= 32 && !push.headers.contains_key("cookie"), "{push:?}");
    let claims = claimed(push, key);
    assert_eq!((&claims["aud"], &claims["sub"]), (&service.origin.as_str().into(), &ORIGIN.into()));
    let ends_s = claims["exp"].as_i64().unwrap();
    assert!((now_s..=now_s + 86_400).contains(&ends_s));
    let told = phone.open(&push.body);
    assert!(told["path"].as_str().unwrap().starts_with("/MARL/trades/"), "{told}");
    assert!(told["body"].as_str().unwrap().contains("bread") && told["lang"] == "en", "{told}");
    scene.pushes().await;
    assert!(service.arrived().is_empty(), "it is sent once");
    scene.pays("honey").await;
    scene.pushes().await;
    let other = service.arrived().remove(0);
    assert_ne!(other.body[..86], push.body[..86], "another key and salt each time");
}

#[tokio::test]
async fn a_device_shows_its_owners_language() {
    let (scene, service, phone) = (Scene::new().await, PushService::start().await, Subscribed::new(3));
    let ben = scene.server.as_user("ben").await;
    turn_on(&ben, &service.origin, &phone).await;
    ben.post("/me", &[("name", "ben"), ("locale", "es")]).await.assert_status(303);
    scene.pays("pan").await;
    scene.pushes().await;
    let told = phone.open(&service.arrived()[0].body);
    assert!(told["lang"] == "es" && told["title"].as_str().unwrap().contains("intercambio"), "{told}");
}

#[tokio::test]
async fn a_place_that_is_gone_is_forgotten() {
    for status in [404, 410] {
        let (scene, service, phone) = (Scene::new().await, PushService::start().await, Subscribed::new(3));
        let ben = scene.server.as_user("ben").await;
        turn_on(&ben, &service.origin, &phone).await;
        service.answers(status);
        scene.pays("bread").await;
        scene.pushes().await;
        assert_eq!(service.arrived().len(), 1);
        ben.get(SETTINGS).await.assert_has("data-push=").assert_lacks("What your devices show");
        scene.pays("honey").await;
        scene.pushes().await;
        assert!(service.arrived().is_empty());
    }
}

#[tokio::test]
async fn a_push_service_in_trouble_is_tried_again_and_then_given_up() {
    let (scene, service, phone) = (Scene::new().await, PushService::start().await, Subscribed::new(3));
    let ben = scene.server.as_user("ben").await;
    turn_on(&ben, &service.origin, &phone).await;
    service.answers(503);
    scene.pays("bread").await;
    scene.pays("honey").await;
    scene.pushes().await;
    scene.world().app.clock.advance(29);
    scene.pushes().await;
    let tried = service.arrived().len();
    assert!((1..=2).contains(&tried), "it is left alone for a while: {tried}");
    service.answers(201);
    scene.world().app.clock.advance(1);
    scene.pushes().await;
    assert_eq!(service.arrived().len(), 2);

    // Redirects are not followed, and nothing is kept of a device that nobody reaches for days.
    service.answers(302);
    for pause_s in [30, 120, 480, 1920, 7680, 30_720, 86_400, 86_400, 86_400] {
        scene.pays("milk").await;
        scene.pushes().await;
        scene.world().app.clock.advance(pause_s);
    }
    let arrived = service.arrived();
    assert!(arrived.len() >= 9 && arrived.iter().all(|push| push.path == "/"), "{}", arrived.len());
    scene.pays("tea").await;
    scene.pushes().await;
    assert!(service.arrived().is_empty());
    ben.get(SETTINGS).await.assert_lacks("What your devices show");
    let root = scene.server.as_user("root").await;
    root.get("/server").await.assert_has("A notification to a device").assert_has("302 Found");
}

#[tokio::test]
async fn a_device_that_was_signed_out_gets_nothing() {
    let (scene, service, phone) = (Scene::new().await, PushService::start().await, Subscribed::new(3));
    let ben = scene.server.as_user("ben").await;
    turn_on(&ben, &service.origin, &phone).await;
    scene.pays("bread").await;
    scene.work().await;
    ben.post("/sign-out", &[]).await.assert_status(303);
    scene.pushes().await;
    assert!(service.arrived().is_empty());
}

#[tokio::test]
async fn a_device_is_turned_off_without_a_script_and_only_by_its_owner() {
    let (scene, service, phone) = (Scene::new().await, PushService::start().await, Subscribed::new(3));
    let (ana, ben) = (scene.server.as_user("ana").await, scene.server.as_user("ben").await);
    turn_on(&ben, &service.origin, &phone).await;
    let page = ben.get(SETTINGS).await;
    let device = page.text.split("name=\"device\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    ana.post("/me/notices/device/off", &[("device", device)]).await.assert_status(404);
    // And which kinds it shows is chosen where letters are.
    let wished = [("pushed", "yes"), ("push-requests", "on"), ("mail-trades", "on")];
    ben.post(SETTINGS, &wished).await.assert_status(303);
    scene.pays("bread").await;
    scene.pushes().await;
    assert!(service.arrived().is_empty());
    ben.post("/me/notices/device/off", &[("device", device)]).await.assert_status(303);
    ben.get(SETTINGS).await.assert_has("data-push=").assert_lacks("name=\"pushed\"");
}

#[tokio::test]
async fn what_a_browser_names_is_looked_at() {
    let scene = Scene::new().await;
    let (ben, [key, secret]) = (scene.server.as_user("ben").await, Subscribed::new(3).fields());
    for (endpoint, key, secret, status) in [
        ("ftp://push.example.net/x", key.as_str(), secret.as_str(), 403),
        ("https://me@push.example.net/x", &key, &secret, 403),
        ("", &key, &secret, 400),
        ("https://push.example.net/x", "", &secret, 400),
        ("https://push.example.net/x", &key, "short", 400),
    ] {
        let fields = [("endpoint", endpoint), ("key", key), ("secret", secret)];
        ben.post("/me/notices/device", &fields).await.assert_status(status);
    }
    let fields = [("endpoint", "https://push.example.net/x"), ("key", &key), ("secret", &secret)];
    let moved = [&fields[..], &[("instead", "https://push.example.net/another")]].concat();
    ben.post("/me/notices/device", &moved).await.assert_status(404);
    scene.server.anon().post("/me/notices/device", &fields).await.assert_status(403);
    let token = ben.get("/me/token").await.assert_status(200).text.clone();
    ben.post_with_token("/me/notices/device", &fields, &token).await.assert_status(303);
}

/// A request for nothing.
fn asks() -> Request<Body> {
    Request::post("/x").body(Body::empty()).unwrap()
}

#[tokio::test]
async fn no_push_is_sent_into_the_house() {
    let service = PushService::start().await;
    let place = Place::parse(&format!("{}/x", service.origin), Reach::Anywhere).unwrap();
    let outside = Line::new(known_authorities(), Reach::Outside).unwrap();
    let refused = outside.send(&place, asks()).await.unwrap_err();
    assert!(format!("{refused:#}").contains("nowhere on the Internet"), "{refused:#}");
    assert!(service.arrived().is_empty());
    let anywhere = Line::new(known_authorities(), Reach::Anywhere).unwrap();
    assert_eq!(anywhere.send(&place, asks()).await.unwrap(), 201);
}

#[tokio::test]
async fn a_push_service_is_believed_by_its_certificate() {
    let certificate = Certificate::new();
    let chain = vec![CertificateDer::from(certificate.der.clone())];
    let key = PrivateKeyDer::from_pem_slice(certificate.key_pem().as_bytes()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(chain.clone(), key).unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // Whoever does not believe it hangs up.
            let Ok(mut stream) = acceptor.accept(stream).await else { continue };
            let mut head = [0; 1024];
            if stream.read(&mut head).await.is_ok() {
                let _ = stream.write_all(b"HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n").await;
            }
        }
    });
    let place = Place::parse(&format!("https://localhost:{port}/x"), Reach::Anywhere).unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(chain[0].clone()).unwrap();
    assert_eq!(Line::new(roots, Reach::Anywhere).unwrap().send(&place, asks()).await.unwrap(), 201);
    let others = Line::new(known_authorities(), Reach::Anywhere).unwrap();
    assert!(others.send(&place, asks()).await.is_err(), "signed by nobody that is known");
}
