//! Many clients at once: a crowd makes room in itself, and whoever is being answered stays.

use std::time::Duration;

use crate::door::{Door, ELSEWHERE, limits, small};

#[tokio::test]
async fn a_crowd_does_not_keep_others_out() {
    let door = Door::open(small(), limits());
    let mut crowd = Vec::new();
    for _ in 0..40 {
        crowd.push(door.connect().await);
    }
    let mut other = door.connect_from(ELSEWHERE).await;
    assert!(other.get("/").await.ends_with("hello"));
    assert!(door.places.taken() <= limits().per_network + 1, "{}", door.places.taken());
    assert!(crowd[0].end().await == 0 && other.get("/").await.ends_with("hello"));
}

#[tokio::test]
async fn who_is_being_answered_is_never_cut_off_for_others() {
    let door = Door::open(small(), limits());
    let mut waiting = Vec::new();
    for _ in 0..3 {
        let mut line = door.connect().await;
        waiting.push(tokio::spawn(async move { line.get("/slow").await }));
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut crowd = Vec::new();
    for _ in 0..40 {
        crowd.push(door.connect().await);
    }
    for answer in waiting {
        assert!(answer.await.unwrap().ends_with("slow"));
    }
}

#[tokio::test]
async fn when_all_are_being_answered_the_next_waits_for_a_place() {
    let mut limits = limits();
    limits.open = 2;
    limits.per_network = 2;
    let door = Door::open(small(), limits);
    let mut answered = Vec::new();
    for _ in 0..2 {
        let mut line = door.connect().await;
        answered.push(tokio::spawn(async move { line.get("/slow").await }));
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut turned_away = door.connect().await;
    assert_eq!(turned_away.end().await, 0, "its network has all it may have");
    let mut other = door.connect_from(ELSEWHERE).await;
    assert!(other.get("/").await.ends_with("hello"));
    for answer in answered {
        assert!(answer.await.unwrap().ends_with("slow"));
    }
}

#[tokio::test]
async fn stopping_finishes_what_is_being_answered_and_takes_nothing_more() {
    let door = Door::open(small(), limits());
    let mut idle = door.connect().await;
    assert!(idle.get("/").await.ends_with("hello"));
    let mut line = door.connect().await;
    let answer = tokio::spawn(async move { line.get("/slow").await });
    tokio::time::sleep(Duration::from_millis(100)).await;
    door.stop();
    assert_eq!(idle.end().await, 0);
    assert!(answer.await.unwrap().ends_with("slow"));
    let address = door.address;
    door.ended().await;
    assert!(tokio::net::TcpStream::connect(address).await.is_err(), "connections are taken still");
}
