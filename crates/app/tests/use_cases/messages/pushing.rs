//! Messages as devices show them: at once, once in a while, and not what has been read.

use app::notices::{self, Quiet, WishForm};
use app::pushes;

use super::*;

const HOUR_S: i64 = 3600;

/// What is pushed by now, to which devices.
async fn pushed(town: &Town) -> Vec<(String, Vec<String>)> {
    pushes::write_waiting(&town.world.app).await.unwrap();
    let told = town.world.pushes().await.into_iter().map(|(named, push)| match push.letter {
        Letter::Messages { texts, .. } => (named, texts),
        other => panic!("{other:?}"),
    });
    told.collect()
}

fn on_the_phone(texts: &[&str]) -> Vec<(String, Vec<String>)> {
    vec![("phone".to_owned(), texts.iter().map(|text| (*text).to_owned()).collect())]
}

/// The town, where Ben has a telephone that takes pushes.
async fn with_a_phone() -> Town {
    let town = Town::new().await;
    let ben = town.world.session("ben").await;
    town.world.takes_pushes(&ben, "phone").await;
    town
}

#[tokio::test]
async fn a_message_is_shown_at_once_and_three_lines_ring_once() {
    let town = with_a_phone().await;
    let talk = town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    assert_eq!(pushed(&town).await, on_the_phone(&["one"]));
    town.world.app.clock.advance(60);
    town.answer("ana", talk, "two").await.unwrap();
    assert!(pushed(&town).await.is_empty());
    town.world.app.clock.advance(messages::TOLD_AFTER_S);
    messages::tell(&town.world.app).await.unwrap();
    town.answer("ana", talk, "three").await.unwrap();
    assert_eq!(pushed(&town).await, on_the_phone(&["three"]));
    town.answer("ben", talk, "four").await.unwrap();
    assert!(pushed(&town).await.is_empty(), "ana has no such device");
}

#[tokio::test]
async fn what_has_been_read_or_muted_is_not_shown() {
    let town = with_a_phone().await;
    let talk = town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    town.open("ben", talk).await.unwrap();
    assert!(pushed(&town).await.is_empty());
    town.answer("ana", talk, "two").await.unwrap();
    assert_eq!(pushed(&town).await, on_the_phone(&["two"]), "a new one after what was read");
    let (app, ben) = (&town.world.app, town.world.actor("ben").await);
    messages::mute(app, &ben, town.exchange, talk).await.unwrap();
    town.world.app.clock.advance(HOUR_S);
    town.answer("ana", talk, "three").await.unwrap();
    assert!(pushed(&town).await.is_empty());
}

#[tokio::test]
async fn at_night_messages_wait_and_are_shown_as_one_in_the_morning() {
    let town = with_a_phone().await;
    let (app, ben) = (&town.world.app, town.world.actor("ben").await);
    let text = str::to_owned;
    let quiet = Quiet { from: text("22:00"), until: text("07:00"), time_zone: text("Europe/London") };
    let wishes = WishForm { quiet: Some(quiet), ..WishForm::default() };
    notices::choose(app, &ben, &wishes).await.unwrap();
    app.clock.advance(14 * HOUR_S);
    let talk = town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    for said in ["two", "three", "four"] {
        app.clock.advance(HOUR_S);
        messages::tell(app).await.unwrap();
        town.answer("ana", talk, said).await.unwrap();
    }
    let read = town.write("cleo", "ben", Topic::Nothing, "Good night").await.unwrap();
    assert!(pushed(&town).await.is_empty());
    town.open("ben", read).await.unwrap();
    app.clock.advance(5 * HOUR_S);
    assert_eq!(pushed(&town).await, on_the_phone(&["two", "three", "four"]));
}
