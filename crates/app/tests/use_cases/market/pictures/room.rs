//! How many pictures there is room for, and uploads that were cut off.

use super::*;

#[tokio::test]
async fn a_listing_has_few_and_a_member_has_room_for_so_many() {
    let png = |at: u32| encoded(&drawn(40 + at, 40), ImageFormat::Png);
    let (town, _) = with_files(u64::try_from(png(0).len()).unwrap() + 10).await;
    let listing = town.publish("ana", &town.offer("Bread")).await;
    town.lay_aside(listing, &[("one", &png(0)), ("two", &png(1))]).await.unwrap();
    assert_eq!(town.refused(listing).await, ["", "error-picture-quota"]);

    let (town, _) = with_files(pictures::QUOTA).await;
    let listing = town.publish("ana", &town.offer("Bread")).await;
    let made: Vec<Vec<u8>> = (0..9).map(png).collect();
    let uploads: Vec<(&str, &[u8])> = made.iter().map(|bytes| ("x", bytes.as_slice())).collect();
    town.lay_aside(listing, &uploads).await.unwrap();
    let refused = town.refused(listing).await;
    assert_eq!((refused.len(), refused[7].as_str(), refused[8].as_str()), (9, "", "error-picture-many"));
}

#[tokio::test]
async fn of_very_many_files_only_the_first_are_looked_at() {
    let (town, files) = with_files(pictures::QUOTA).await;
    let listing = town.publish("ana", &town.offer("Bread")).await;
    let made: Vec<Vec<u8>> = (0..200_u8).map(|at| vec![at]).collect();
    let uploads: Vec<(&str, &[u8])> = made.iter().map(|bytes| ("x", bytes.as_slice())).collect();
    town.lay_aside(listing, &uploads).await.unwrap();
    let refused = town.refused(listing).await;
    assert_eq!(refused.len(), 2 * pictures::MOST + 1);
    assert_eq!(refused.last().unwrap(), "error-picture-many", "nobody believes that all were taken");
    assert!(files.names().await.unwrap().is_empty());
}

#[tokio::test]
async fn taking_pictures_away_makes_no_room_for_ever_more() {
    let png = |at: u32| encoded(&drawn(40 + at, 40), ImageFormat::Png);
    // Room for one, but not for one and a half.
    let (town, _) = with_files(u64::try_from(png(0).len()).unwrap() * 5 / 4).await;
    let listing = town.publish("ana", &town.offer("Bread")).await;
    let put_up = async |at| {
        town.lay_aside(listing, &[("a.png", &png(at))]).await.unwrap();
        let found = town.pictures(listing).await.remove(0);
        town.arrange(listing, &[Change { uuid: found.uuid, alt: "", place: 1, goes: true }]).await;
        found.refused_why
    };
    assert_eq!(put_up(0).await, "");
    assert_eq!(put_up(1).await, "", "whoever takes one away has room again");
    assert_eq!(put_up(2).await, "error-picture-quota", "but the files lie there for a day");
    town.is_swept(26).await;
    assert_eq!(put_up(3).await, "");
}

#[tokio::test]
async fn what_was_cut_off_is_sent_again() {
    let (town, files) =
        with_files(u64::try_from(encoded(&drawn(64, 48), ImageFormat::Png).len()).unwrap() + 10).await;
    let listing = town.publish("ana", &town.offer("Bread")).await;
    let png = encoded(&drawn(64, 48), ImageFormat::Png);
    town.lay_aside(listing, &[("a.png", &png)]).await.unwrap();
    // The plug is pulled between the row and the file.
    let uuid = town.pictures(listing).await.remove(0).uuid;
    let mut tx = town.world.database.db.write().await.unwrap();
    let back = (pictures::State::Waiting, pictures::State::Coming);
    assert!(store::pictures::set_state(&mut tx, uuid, back, town.world.app.clock.now()).await.unwrap());
    tx.commit().await.unwrap();
    town.world.letters().await;
    assert!(files.names().await.unwrap().is_empty());

    town.add(listing, &[("a.png", &png)]).await;
    let found = town.pictures(listing).await;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].uuid, found[0].state), (uuid, pictures::State::Ready));
}
