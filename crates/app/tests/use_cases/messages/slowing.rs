//! Who writes to everybody is slowed down, with the time from which on they can go on.

use super::*;

/// Writes to so many strangers, one after the other; answers how many went out, and what stood in the way of the next.
async fn strangers(town: &Town, from: &Person, actor: &Actor, count: usize) -> (usize, Option<Error>) {
    let home = town.home().await;
    for at in 0..count {
        let stranger = town.world.member(&format!("{}-{at}", town.name().simple()), town.exchange).await;
        let to = (from.member, stranger.number.as_str(), Topic::Nothing);
        let writing = Writing { id: town.name(), text: "Buy my things" };
        if let Err(error) = messages::write_first(&town.world.app, actor, &home, to, writing).await {
            return (at, Some(error));
        }
    }
    (count, None)
}

#[tokio::test]
async fn fifty_strangers_in_an_hour_are_too_many() {
    let town = Town::new().await;
    let ana = town.world.actor("ana").await;
    let known = town.write("ana", "ben", Topic::Nothing, "hello").await.unwrap();
    let (sent, error) = strangers(&town, &town.ana, &ana, 50).await;
    assert_eq!(sent, 19);
    let error = error.unwrap();
    let Error::Wrong(fields) = &error else { panic!("{error:?}") };
    assert_eq!((fields[0].field, fields[0].code), ("text", "error-conversations-minutes"));
    assert_eq!(fields[0].args, [("wait", "60".to_owned())], "and from when on");
    town.answer("ana", known, "but those whom one knows can be answered").await.unwrap();
    town.world.app.clock.advance(3601);
    assert_eq!(strangers(&town, &town.ana, &ana, 1).await.0, 1);
}

#[tokio::test]
async fn who_has_just_come_writes_to_few() {
    let town = Town::new().await;
    let newcomer = town.world.member("nina", town.exchange).await;
    let nina = town.world.actor("nina").await;
    assert_eq!(strangers(&town, &newcomer, &nina, 10).await.0, 5);
    town.world.app.clock.advance(WEEK_S + 1);
    assert_eq!(strangers(&town, &newcomer, &nina, 10).await.0, 10);
}

#[tokio::test]
async fn a_flood_in_one_conversation_ebbs() {
    let town = Town::new().await;
    let talk = town.write("ana", "ben", Topic::Nothing, "0").await.unwrap();
    let mut sent = 1;
    let error = loop {
        match town.answer("ana", talk, &sent.to_string()).await {
            Ok(()) => sent += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(sent, 120);
    assert!(error.has_code("error-messages-minutes"), "{error:?}");
    town.answer("ben", talk, "the other is not slowed down").await.unwrap();
}
