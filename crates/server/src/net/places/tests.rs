//! Who gets a place, and who makes room.

use std::net::IpAddr;

use super::*;

fn places(open: usize, per_network: usize) -> Places {
    let limits = Limits { open, per_network, bodies_bytes: 1000, patience: Patience::default() };
    Places::new(limits, Connections::default())
}

fn from(address: &str) -> Option<IpAddr> {
    Some(address.parse().unwrap())
}

fn place(entry: Entry) -> Place {
    match entry {
        Entry::Place(place) => place,
        Entry::Wait => panic!("has to wait"),
        Entry::TurnedAway => panic!("is turned away"),
    }
}

/// Whether it has not been ended for another.
fn is_here(place: &Place) -> bool {
    let table = place.hall.table();
    table.networks.get(&place.seat.network).is_some_and(|seats| seats.contains_key(&place.seat.id))
}

async fn at(places: &Places, address: &str, stage: Stage) -> Place {
    let place = place(places.enter(from(address)));
    place.note().stage(stage);
    // So that none began in the same millisecond as another.
    tokio::time::sleep(Duration::from_millis(3)).await;
    place
}

#[tokio::test]
async fn a_full_network_makes_room_in_itself() {
    let places = places(10, 2);
    let other = at(&places, "198.51.100.1", Stage::Silent).await;
    let first = at(&places, "192.0.2.1", Stage::Silent).await;
    let second = at(&places, "192.0.2.2", Stage::Silent).await;
    let third = at(&places, "192.0.2.3", Stage::Answering).await;
    assert_eq!([&other, &first, &second, &third].map(is_here), [true, false, true, true]);
    let fourth = at(&places, "192.0.2.4", Stage::Answering).await;
    assert!(!is_here(&second) && is_here(&fourth), "whoever is answered stays");
    assert!(matches!(places.enter(from("192.0.2.5")), Entry::TurnedAway));
    drop(third);
    assert!(matches!(places.enter(from("192.0.2.5")), Entry::Place(_)));
    assert_eq!(places.taken(), 2, "a place is free again when it is dropped");
}

#[tokio::test]
async fn when_all_is_full_the_largest_network_makes_room() {
    let places = places(4, 3);
    let kept_long = at(&places, "198.51.100.1", Stage::Silent).await;
    let mut crowd = Vec::new();
    for stage in [Stage::Fresh, Stage::Head, Stage::Handshake] {
        crowd.push(at(&places, "192.0.2.1", stage).await);
    }
    let newcomer = at(&places, "203.0.113.5", Stage::Fresh).await;
    assert!(is_here(&kept_long) && is_here(&newcomer));
    assert_eq!(crowd.iter().map(is_here).collect::<Vec<_>>(), [false, true, true]);
}

#[tokio::test]
async fn who_is_answered_or_stands_behind_a_trusted_proxy_never_makes_room() {
    let places = places(2, 2);
    let answered = at(&places, "192.0.2.1", Stage::Answering).await;
    let proxied = place(places.enter(None));
    proxied.note().stage(Stage::Silent);
    assert!(matches!(places.enter(from("198.51.100.1")), Entry::Wait));
    assert!(!places.make_room() && is_here(&answered) && is_here(&proxied));
    answered.note().answered();
    assert!(matches!(places.enter(from("198.51.100.1")), Entry::Place(_)));
    assert!(!is_here(&answered) && is_here(&proxied));
}

#[tokio::test]
async fn the_warden_ends_whoever_is_overdue() {
    let patience = Patience::default();
    let table = [
        (Stage::Handshake, patience.handshake),
        (Stage::Fresh, patience.first),
        (Stage::Head, patience.head),
        (Stage::Answering, patience.exchange),
        (Stage::Silent, patience.silence),
    ];
    for (stage, within) in table {
        let places = places(4, 4);
        let place = place(places.enter(from("192.0.2.1")));
        place.note().stage(stage);
        let over_ms = place.seat.since_ms() + ms(within);
        places.go_round_at(over_ms);
        assert!(is_here(&place), "{stage:?} is ended too early");
        places.go_round_at(over_ms + 1);
        assert!(!is_here(&place), "{stage:?} is not ended");
    }
}

#[tokio::test]
async fn proxies_keep_connections_longer_and_stalled_answers_end_early() {
    let patience = Patience::default();
    let places = places(4, 4);
    let proxied = place(places.enter(None));
    proxied.note().stage(Stage::Silent);
    let stalled = place(places.enter(from("192.0.2.1")));
    let moving = place(places.enter(from("192.0.2.1")));
    for place in [&stalled, &moving] {
        place.note().stage(Stage::Answering);
        place.note().stalled();
    }
    moving.note().sent();
    let now_ms = places.0.now_ms();
    places.go_round_at(now_ms + ms(patience.stall) + 1);
    assert_eq!([&proxied, &stalled, &moving].map(is_here), [true, false, true]);
    places.go_round_at(proxied.seat.since_ms() + ms(patience.proxy_silence));
    assert!(is_here(&proxied));
    places.go_round_at(now_ms + ms(patience.proxy_silence) + 1);
    assert!(!is_here(&proxied));
}

#[tokio::test]
async fn the_end_of_an_answer_may_be_on_its_way_for_longer_than_silence() {
    let patience = Patience { stall: Duration::from_secs(100), ..Patience::default() };
    let limits = Limits { open: 4, per_network: 1, bodies_bytes: 1000, patience };
    let places = Places::new(limits, Connections::default());
    let slow = place(places.enter(from("192.0.2.1")));
    slow.note().stage(Stage::Answering);
    slow.note().stalled();
    slow.note().answered();
    places.go_round_at(slow.seat.since_ms() + ms(patience.silence) + 1);
    assert!(is_here(&slow));
    assert!(matches!(places.enter(from("192.0.2.1")), Entry::TurnedAway), "it makes no room");
    slow.note().sent();
    places.go_round_at(slow.seat.since_ms() + ms(patience.silence));
    assert!(is_here(&slow), "silence is counted from the end of the answer");
    slow.note().stalled();
    slow.note().moved();
    places.go_round_at(slow.seat.request.load(Ordering::Relaxed) + ms(patience.exchange));
    assert!(!is_here(&slow), "a trickle has an end");
}

fn ms(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap()
}

#[tokio::test]
async fn what_was_kept_of_a_request_is_forgotten_with_it() {
    let places = places(4, 4);
    let (first, second) = (place(places.enter(from("192.0.2.1"))), place(places.enter(from("192.0.2.1"))));
    assert!(first.note().keep(900) && !second.note().keep(200));
    second.note().answered();
    assert!(second.note().keep(100));
    first.note().answered();
    assert!(second.note().keep(900));
}
