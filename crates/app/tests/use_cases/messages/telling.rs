//! Letters about messages: one for what comes within some minutes, none for what has been read.

use app::notices::{self, Quiet, WishForm};

use super::*;

/// Who is told what by now, by one who looks twice.
async fn told(town: &Town) -> Vec<(String, Vec<String>)> {
    for _ in 0..2 {
        messages::tell(&town.world.app).await.unwrap();
    }
    let letters = town.world.letters().await;
    let told = letters.into_iter().map(|envelope| match envelope.letter {
        Letter::Messages { texts, .. } => (envelope.to, texts),
        other => panic!("{other:?}"),
    });
    told.collect()
}

fn minutes_pass(town: &Town, minutes: i64) {
    town.world.app.clock.advance(minutes * 60);
}

fn to_ben(texts: &[&str]) -> Vec<(String, Vec<String>)> {
    vec![("ben@example.org".to_owned(), texts.iter().map(|text| (*text).to_owned()).collect())]
}

#[tokio::test]
async fn several_messages_within_some_minutes_become_one_letter() {
    let town = Town::new().await;
    let jam = town.offer("Plum jam").await;
    let talk = town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    minutes_pass(&town, 2);
    town.answer("ana", talk, "two").await.unwrap();
    assert!(told(&town).await.is_empty(), "whoever is at the page needs no letter");
    minutes_pass(&town, 3);
    assert_eq!(told(&town).await, to_ben(&["one", "two"]));
    minutes_pass(&town, 60);
    assert!(told(&town).await.is_empty());
    town.answer("ana", talk, "three").await.unwrap();
    minutes_pass(&town, 6);
    assert_eq!(told(&town).await, to_ben(&["three"]), "what was told is not told again");

    let about = town.write("ben", "ana", Topic::Listing(jam), "Any left?").await.unwrap();
    minutes_pass(&town, 6);
    messages::tell(&town.world.app).await.unwrap();
    let letter = town.world.letter_to("ana").await;
    let Letter::Messages { code, conversation, writer, title, .. } = letter else { panic!("{letter:?}") };
    assert_eq!((code.as_str(), conversation), ("MARL", about));
    assert_eq!((writer.as_str(), title.as_str()), ("ben", "Plum jam"));
}

#[tokio::test]
async fn what_has_been_read_meanwhile_is_not_told() {
    let town = Town::new().await;
    let talk = town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    town.open("ben", talk).await.unwrap();
    minutes_pass(&town, 6);
    assert!(told(&town).await.is_empty());
    town.answer("ana", talk, "two").await.unwrap();
    minutes_pass(&town, 6);
    assert_eq!(told(&town).await, to_ben(&["two"]));
}

#[tokio::test]
async fn who_wants_no_letters_gets_none_and_reads_all_the_same() {
    let town = Town::new().await;
    let (app, ben) = (&town.world.app, town.world.actor("ben").await);
    let talk = town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    messages::mute(app, &ben, town.exchange, talk).await.unwrap();
    town.answer("ana", talk, "two").await.unwrap();
    minutes_pass(&town, 6);
    assert!(told(&town).await.is_empty());
    assert_eq!(town.unread("ben").await, 1);
    messages::unmute(app, &ben, town.exchange, talk).await.unwrap();
    minutes_pass(&town, 6);
    assert!(told(&town).await.is_empty(), "from the next message on");
    town.answer("ana", talk, "three").await.unwrap();
    minutes_pass(&town, 6);
    assert_eq!(told(&town).await, to_ben(&["one", "two", "three"]), "with what was not read before");
}

#[tokio::test]
async fn who_has_left_is_not_written_to() {
    let town = Town::new().await;
    town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    members::leave(&town.world.app, &town.world.actor("ben").await, town.ben.member).await.unwrap();
    minutes_pass(&town, 6);
    assert!(told(&town).await.is_empty());
}

#[tokio::test]
async fn nobody_is_told_of_what_somebody_wrote_whom_they_have_blocked_or_who_was_stopped() {
    let town = Town::new().await;
    let (app, ana, admin) = (&town.world.app, town.world.actor("ana").await, town.world.admin("MARL").await);
    town.write("ben", "ana", Topic::Nothing, "rude words").await.unwrap();
    app::people::blocks::block(app, &ana, town.ana.member, town.ben.member).await.unwrap();
    minutes_pass(&town, 6);
    assert!(told(&town).await.is_empty());

    town.write("cleo", "ana", Topic::Nothing, "buy my pills").await.unwrap();
    let stopped = account::State::Suspended;
    accounts::set_state(app, &admin, town.cleo.account, stopped, "a talk first").await.unwrap();
    minutes_pass(&town, 6);
    town.world.letters().await;
    assert!(told(&town).await.is_empty());

    // Whoever looks after the exchange reaches everybody.
    let own = admin.acting_in(town.exchange).unwrap().member;
    let to = (own, town.ana.number.as_str(), Topic::Nothing);
    let writing = Writing { id: town.name(), text: "We talked to them." };
    messages::write_first(app, &admin, &town.home().await, to, writing).await.unwrap();
    app::people::blocks::block(app, &ana, town.ana.member, own).await.unwrap();
    minutes_pass(&town, 6);
    assert_eq!(told(&town).await.len(), 1);
}

#[tokio::test]
async fn several_servers_tell_it_once() {
    let town = Town::new().await;
    for from in ["ana", "cleo"] {
        town.write(from, "ben", Topic::Nothing, "hello").await.unwrap();
    }
    minutes_pass(&town, 6);
    let teller = || messages::tell(&town.world.app);
    let (one, two, three) = tokio::join!(teller(), teller(), teller());
    assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 2);
    assert_eq!(town.world.letters().await.len(), 2);
}

#[tokio::test]
async fn a_link_stops_the_letters_and_everything_stands_among_the_messages() {
    let town = Town::new().await;
    let (app, ben) = (&town.world.app, town.world.actor("ben").await);
    let told_before = notices::unread_count(app, &ben).await.unwrap();
    let talk = town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    minutes_pass(&town, 6);
    messages::tell(app).await.unwrap();
    let token = town.world.letters().await.remove(0).stop.unwrap();
    assert_eq!(notices::unsubscribe(app, &token).await.unwrap(), notices::Kind::Messages);
    town.answer("ana", talk, "two").await.unwrap();
    minutes_pass(&town, 6);
    assert!(told(&town).await.is_empty());
    assert_eq!(town.unread("ben").await, 1);
    assert_eq!(
        notices::unread_count(app, &ben).await.unwrap(),
        told_before,
        "the inbox does not count it again"
    );
}

#[tokio::test]
async fn a_letter_waits_for_the_end_of_quiet_hours() {
    let town = Town::new().await;
    let (app, ben) = (&town.world.app, town.world.actor("ben").await);
    let text = str::to_owned;
    // It is nine in the morning.
    let quiet = Quiet { from: text("08:00"), until: text("10:30"), time_zone: text("Europe/London") };
    let mail = notices::Kind::ALL.to_vec();
    notices::choose(app, &ben, &WishForm { mail, quiet: Some(quiet), ..WishForm::default() }).await.unwrap();
    town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    minutes_pass(&town, 6);
    assert!(told(&town).await.is_empty());
    minutes_pass(&town, 90);
    assert_eq!(told(&town).await, to_ben(&["one"]));
}

/// Ben wishes no letters from nine, when everything begins here, until half past ten.
async fn quiet_ben(town: &Town) {
    let text = str::to_owned;
    let quiet = Quiet { from: text("08:00"), until: text("10:30"), time_zone: text("Europe/London") };
    let wishes = WishForm { mail: notices::Kind::ALL.to_vec(), quiet: Some(quiet), ..WishForm::default() };
    notices::choose(&town.world.app, &town.world.actor("ben").await, &wishes).await.unwrap();
}

#[tokio::test]
async fn what_was_read_in_quiet_hours_is_not_told_when_they_end() {
    let town = Town::new().await;
    quiet_ben(&town).await;
    let talk = town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    minutes_pass(&town, 6);
    assert!(told(&town).await.is_empty());
    town.open("ben", talk).await.unwrap();
    minutes_pass(&town, 90);
    assert!(told(&town).await.is_empty(), "he has read it");

    town.world.app.clock.advance(86_400 - 96 * 60);
    for text in ["two", "three", "four"] {
        town.answer("ana", talk, text).await.unwrap();
        minutes_pass(&town, 6);
        assert!(told(&town).await.is_empty());
    }
    // What came last is due with the rest.
    minutes_pass(&town, 70);
    town.answer("ana", talk, "five").await.unwrap();
    minutes_pass(&town, 6);
    let first = told(&town).await;
    assert_eq!(
        first,
        [to_ben(&["two", "three", "four"]), to_ben(&["five"])].concat(),
        "a night's messages are one letter, none is told twice"
    );
    minutes_pass(&town, 600);
    assert!(told(&town).await.is_empty());
}

#[tokio::test]
async fn quiet_hours_of_one_do_not_keep_the_other_who_operates_the_account() {
    let town = Town::new().await;
    quiet_ben(&town).await;
    let (app, ben) = (&town.world.app, town.world.actor("ben").await);
    let invited = memberships::invite_operator(app, &ben, town.ben.member, "cleo@example.org").await;
    invited.unwrap();
    let Letter::OperateInvitation { token, .. } = town.world.letter_to("cleo").await else { panic!() };
    memberships::accept_operator(app, &town.world.actor("cleo").await, &token).await.unwrap();
    town.world.letters().await;
    town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    minutes_pass(&town, 6);
    assert_eq!(told(&town).await, [("cleo@example.org".to_owned(), vec!["one".to_owned()])]);
    minutes_pass(&town, 90);
    assert_eq!(told(&town).await, to_ben(&["one"]));
}

#[tokio::test]
async fn several_servers_write_once_what_has_waited() {
    let town = Town::new().await;
    quiet_ben(&town).await;
    town.write("ana", "ben", Topic::Nothing, "one").await.unwrap();
    minutes_pass(&town, 6);
    assert!(told(&town).await.is_empty());
    minutes_pass(&town, 90);
    let teller = || messages::tell(&town.world.app);
    let (one, two, three) = tokio::join!(teller(), teller(), teller());
    assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 1);
    assert_eq!(town.world.letters().await.len(), 1);
}
