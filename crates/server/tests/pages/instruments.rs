//! A full queue, and what instruments read: the health, and the metrics.
#![expect(clippy::unwrap_used, reason = "helpers of tests have nothing better to do than fail")]

use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use futures_util::future::join_all;
use server::testing::{Browser, TestServer};
use tower::ServiceExt;

/// More than the queue and a batch hold together.
const RUSH: usize = 1400;
/// How long the rush may take to fill the queue, on a machine that has much else to do.
const FULL_WITHIN: Duration = Duration::from_secs(120);

async fn pay(browser: &Browser<'_>, number: usize) -> (u16, Option<String>) {
    let id = format!("0198a000-0000-7000-8000-{number:012x}");
    let typed = [
        ("id", id.as_str()),
        ("did", "received"),
        ("with", "MARL0003"),
        ("amount", "0.01"),
        ("what", "Kindling"),
    ];
    let page = browser.post("/MARL/trade", &typed).await;
    let after = page.headers.get("retry-after").map(|value| value.to_str().unwrap().to_owned());
    (page.status.as_u16(), after)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_queue_turns_payments_away_at_once_and_pages_go_on() {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    server.world.member("ana", exchange).await;
    server.world.member("ben", exchange).await;
    let ana = server.as_user("ana").await;
    let held = server.world.hold_up(exchange).await;
    let rush = join_all((0..RUSH).map(|number| pay(&ana, number)));
    let others = async {
        let full = async {
            while waiting(&server).await < 1024 {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        let is_full = tokio::time::timeout(FULL_WITHIN, full).await.is_ok();
        assert!(is_full, "{} payments wait after {FULL_WITHIN:?}, and no more come", waiting(&server).await);
        let (status, after) = pay(&ana, RUSH + 1).await;
        assert_eq!((status, after.as_deref()), (503, Some("1")));
        for path in ["/MARL", "/MARL/statement", "/MARL/people", "/healthz"] {
            ana.get(path).await.assert_status(200);
        }
        drop(held);
    };
    let (answers, ()) = tokio::join!(rush, others);
    let count = |status| answers.iter().filter(|answer| answer.0 == status).count();
    assert_eq!(count(303) + count(503), RUSH, "{answers:?}");
    assert!(count(303) >= 1024 && count(503) > 0, "{} recorded, {} turned away", count(303), count(503));
    let (status, _) = pay(&ana, RUSH + 1).await;
    assert_eq!(status, 303, "who was turned away tries again");
}

/// What the metrics say.
async fn metrics(server: &TestServer) -> String {
    let request = Request::get("/metrics").body(Body::empty()).unwrap();
    let answer = server::metrics::router(server.server.clone()).oneshot(request).await.unwrap();
    assert_eq!(answer.status(), 200);
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The value of a metric, by its line's beginning.
fn value(text: &str, name: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {name} in {text}")).parse().unwrap()
}

async fn waiting(server: &TestServer) -> usize {
    server.server.app.teller_figures().waiting
}

#[tokio::test]
async fn the_metrics_tell_what_happened_and_name_nobody() {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    server.world.member("ana", exchange).await;
    server.world.member("ben", exchange).await;
    let ana = server.as_user("ana").await;
    let before = value(&metrics(&server).await, "ayni_teller_commit_seconds_count");
    for number in 0..3 {
        assert_eq!(pay(&ana, number).await.0, 303);
    }
    ana.get("/MARL/people/0003?words=secret").await.assert_status(200);
    ana.get("/nothing/here").await.assert_status(404);
    let text = metrics(&server).await;
    let request = |method: &str, route: &str, status: &str| {
        let labels = format!("{{method=\"{method}\",route=\"{route}\",status=\"{status}\"}}");
        value(&text, &format!("ayni_request_seconds_count{labels}"))
    };
    assert!((request("POST", "/{code}/trade", "3xx") - 3.0).abs() < 0.1);
    assert!((request("GET", "-", "4xx") - 1.0).abs() < 0.1);
    assert!((value(&text, "ayni_teller_commit_seconds_count") - before - 3.0).abs() < 0.1);
    assert!((value(&text, "ayni_database_answers") - 1.0).abs() < 0.1);
    for name in ["ayni_teller_queue", "ayni_jobs{state=\"failed\"}", "ayni_connections_open"] {
        assert!(value(&text, name).abs() < 0.1, "{name}");
    }
    assert!(value(&text, "ayni_jobs{state=\"waiting\"}") > 0.0);
    assert!(
        text.contains(&format!("ayni_build_info{{version=\"{}\"}}", env!("CARGO_PKG_VERSION"))),
        "{text}"
    );
    // A line ends with its value, whose digits may happen to be those of a number.
    let named = text.lines().filter_map(|line| line.rsplit_once(' ')).map(|(name, _)| name);
    let named = named.collect::<Vec<_>>().join("\n");
    for sentinel in ["0003", "ana", "ben", "secret", "MARL", "nothing"] {
        assert!(!named.contains(sentinel), "{sentinel} is in {named}");
    }
}

#[tokio::test]
async fn the_public_does_not_read_the_metrics() {
    let server = TestServer::new().await;
    server.as_user("root").await.get("/metrics").await.assert_status(404);
}

#[tokio::test]
async fn the_health_is_bad_as_soon_as_the_server_is_about_to_end() {
    let server = TestServer::new().await;
    server.anon().get("/healthz").await.assert_status(200).assert_has("ok");
    server.server.stopping.store(true, Ordering::Relaxed);
    let page = server.anon().get("/healthz").await;
    page.assert_status(503).assert_lacks("<");
    server.anon().get("/sign-in").await.assert_status(200);
}
