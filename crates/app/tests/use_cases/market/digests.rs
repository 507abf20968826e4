//! The weekly digest: what is new, once, to everybody who wishes it.

use app::digests;
use app::notices::{self, Kind, WishForm};
use app::people::blocks;

use super::*;

/// Who gets which digest by now, by one who looks twice: the titles it names, and how many more there are.
async fn digests(town: &Town) -> Vec<(String, Vec<String>, usize)> {
    for _ in 0..2 {
        digests::begin_due(&town.world.app).await.unwrap();
    }
    let letters = town.world.letters().await;
    let told = letters.into_iter().map(|envelope| match envelope.letter {
        Letter::Digest { listings, more, .. } => {
            (envelope.to, listings.into_iter().map(|listing| listing.title).collect(), more)
        }
        other => panic!("{other:?}"),
    });
    told.collect()
}

#[tokio::test]
async fn what_is_new_is_told_once_on_saturday_to_who_wishes_it() {
    let town = Town::new().await;
    let app = &town.world.app;
    // A Saturday, nine o'clock: the next is in a week.
    assert!(digests(&town).await.is_empty());
    town.publish("ana", &town.offer("Bread")).await;
    town.days_pass(1);
    town.publish("ben", &town.offer("Honey")).await;
    town.days_pass(5);
    assert!(digests(&town).await.is_empty(), "not before its day");
    town.days_pass(1);
    let told = digests(&town).await;
    let to: Vec<&str> = told.iter().map(|(to, ..)| to.as_str()).collect();
    assert_eq!(to, ["admin-marl@example.org", "ana@example.org", "ben@example.org"]);
    let titles: Vec<Vec<String>> = told.into_iter().map(|(_, titles, _)| titles).collect();
    assert_eq!(
        titles,
        [vec!["Honey", "Bread"], vec!["Honey"], vec!["Bread"]],
        "their own is no news to anybody"
    );

    town.days_pass(7);
    assert!(digests(&town).await.is_empty(), "nothing is new");
    for at in 0..15 {
        town.publish("ana", &town.offer(&format!("Tea {at}"))).await;
    }
    let wishes = WishForm { mail: Vec::new(), quiet: None, ..WishForm::default() };
    notices::choose(app, &town.world.actor("ben").await, &wishes).await.unwrap();
    town.days_pass(7);
    let begin = || digests::begin_due(app);
    let (one, two, three) = tokio::join!(begin(), begin(), begin());
    assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 1, "several servers begin it once");
    let told = digests(&town).await;
    assert_eq!(told.len(), 1, "not to her who offers it all, nor to him who wishes none");
    assert_eq!((told[0].1.len(), told[0].2), (12, 3));
    let inbox = notices::inbox(app, &town.world.actor("ben").await, None).await.unwrap();
    assert_eq!(inbox.unread.iter().filter(|notice| notice.kind == Kind::Digest).count(), 2);
}

#[tokio::test]
async fn what_is_hidden_is_not_in_it() {
    let town = Town::new().await;
    digests(&town).await;
    let hidden = town.publish("ana", &town.offer("Secret")).await;
    market::hide(&town.world.app, &town.world.actor("ana").await, town.exchange, hidden).await.unwrap();
    town.days_pass(7);
    assert!(digests(&town).await.is_empty());
}

#[tokio::test]
async fn what_somebody_offers_is_no_news_to_who_has_blocked_them() {
    let town = Town::new().await;
    digests(&town).await;
    let ben = town.world.actor("ben").await;
    blocks::block(&town.world.app, &ben, town.ben.member, town.ana.member).await.unwrap();
    town.publish("ana", &town.offer("Bread")).await;
    town.days_pass(7);
    let to: Vec<String> = digests(&town).await.into_iter().map(|(to, ..)| to).collect();
    assert_eq!(to, ["admin-marl@example.org"]);
}
