//! Clients that keep others waiting are ended; those who are only idle are not, for a while.

use std::time::Duration;

use server::net::proxies::Proxies;
use server::testing::TestServer;
use tokio::time::Instant;

use crate::door::{Door, LARGE_BYTES, LONG, limits, small};

/// Well under what is waited for, well over what the machine needs.
const MOMENT: Duration = Duration::from_millis(100);

#[tokio::test]
async fn who_says_nothing_is_ended() {
    let door = Door::open(small(), limits());
    let mut line = door.connect().await;
    assert!(line.lasts(MOMENT).await);
    assert_eq!(line.end().await, 0);
}

#[tokio::test]
async fn a_head_that_trickles_is_ended() {
    let door = Door::open(small(), limits());
    let mut line = door.connect().await;
    let began = Instant::now();
    for letter in "GET / HTTP/1.1\r\nhost: localhost\r\nx: ".chars().chain(std::iter::repeat('y')) {
        if !line.send(&letter.to_string()).await {
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(5), "it goes on for ever");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(began.elapsed() > MOMENT);
}

#[tokio::test]
async fn between_requests_a_client_may_pause_for_a_while() {
    let door = Door::open(small(), limits());
    let mut line = door.connect().await;
    for _ in 0..3 {
        assert!(line.get("/").await.ends_with("hello"));
        assert!(line.lasts(MOMENT).await);
    }
    assert_eq!(line.end().await, 0);
}

#[tokio::test]
async fn a_trusted_proxy_may_pause_for_longer() {
    let trusted = Proxies::new(&["127.0.0.1".to_owned()]).unwrap();
    let door = Door::open_as(small(), limits(), trusted, None);
    let mut line = door.connect().await;
    assert!(line.get("/").await.ends_with("hello"));
    assert!(line.lasts(limits().patience.silence * 3).await);
}

#[tokio::test]
async fn a_request_may_take_longer_than_silence() {
    let door = Door::open(small(), limits());
    assert!(door.connect().await.get("/slow").await.ends_with("slow"));
}

#[tokio::test]
async fn who_does_not_fetch_the_answer_is_ended() {
    let door = Door::open(small(), limits());
    let mut line = door.connect().await;
    assert!(line.send("GET /large HTTP/1.1\r\nhost: localhost\r\n\r\n").await);
    let began = Instant::now();
    while door.places.taken() == 0 {
        tokio::time::sleep(MOMENT / 20).await;
    }
    while door.places.taken() > 0 {
        assert!(began.elapsed() < limits().patience.exchange / 2, "its place is taken still");
        tokio::time::sleep(MOMENT / 5).await;
    }
    assert!(line.end().await < LARGE_BYTES);
}

#[tokio::test]
async fn who_fetches_it_slowly_is_served() {
    let mut limits = limits();
    limits.patience.stall = LONG;
    limits.patience.exchange = LONG * 6;
    let door = Door::open(small(), limits);
    let mut line = door.connect().await;
    assert!(line.send("GET /large HTTP/1.1\r\nconnection: close\r\nhost: localhost\r\n\r\n").await);
    tokio::time::sleep(MOMENT * 5).await;
    assert!(line.end().await > LARGE_BYTES);
}

#[tokio::test]
async fn a_body_that_trickles_is_answered_with_a_page() {
    let server = TestServer::new().await;
    let door = Door::open(server::router::router(&server.server), limits());
    let mut line = door.connect().await;
    let head = "POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5000\r\n\
                content-type: application/x-www-form-urlencoded\r\n\r\n";
    assert!(line.send(head).await);
    let began = Instant::now();
    let answer = tokio::select! {
        answer = line.answer() => answer,
        () = tokio::time::sleep(Duration::from_secs(5)) => panic!("it is waited for for ever"),
    };
    assert!(began.elapsed() > MOMENT);
    assert!(answer.starts_with("HTTP/1.1 408") && answer.contains("retry-after"), "{answer}");
    assert!(answer.contains("<h1"), "no page: {answer}");
}

#[tokio::test]
async fn many_large_bodies_do_not_fill_the_memory() {
    let door = Door::open(small(), limits());
    let head = |bytes: usize| {
        let bytes = bytes.to_string();
        format!("POST /length HTTP/1.1\r\nhost: localhost\r\ncontent-length: {bytes}\r\n\r\n")
    };
    let mut large = door.connect().await;
    assert!(large.send(&head(190_000)).await && large.send(&"x".repeat(150_000)).await);
    tokio::time::sleep(MOMENT).await;
    let mut another = door.connect().await;
    assert!(another.send(&head(100_000)).await);
    let _ = another.send(&"x".repeat(100_000)).await;
    let answer = another.answer().await;
    assert!(!answer.contains("200 OK"), "it was taken: {answer}");
    let mut form = door.connect().await;
    assert!(form.send(&head(1000)).await && form.send(&"x".repeat(1000)).await);
    assert!(form.answer().await.ends_with("1000"), "a small form is taken all the same");
    assert!(large.send(&"x".repeat(40_000)).await);
    assert!(large.answer().await.ends_with("190000"));
}
