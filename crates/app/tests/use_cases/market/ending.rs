//! How a listing ends: its owner is told once a week before and once when it has happened, and renews it.

use super::*;

/// What ana is told of endings by now, by one who looks twice.
async fn told(town: &Town) -> Vec<ListingNews> {
    for _ in 0..2 {
        market::tell_endings(&town.world.app).await.unwrap();
    }
    let letters = town.world.letters().await;
    let news = letters.into_iter().map(|envelope| match envelope.letter {
        Letter::Listing { news, .. } => news,
        other => panic!("{other:?}"),
    });
    news.collect()
}

#[tokio::test]
async fn the_owner_is_told_each_time_once_and_renews_with_one_tap() {
    let town = Town::new().await;
    let (app, ana) = (&town.world.app, town.world.actor("ana").await);
    let id = town.publish("ana", &town.offer("Tea")).await;
    assert!(told(&town).await.is_empty());
    town.days_pass(82);
    assert!(told(&town).await.is_empty());
    town.days_pass(2);
    assert_eq!(told(&town).await, [ListingNews::EndsSoon]);
    town.days_pass(6);
    assert_eq!(town.standing(id).await, Standing::Ended);
    assert!(town.titles(&town.world.actor("ben").await).await.is_empty());
    assert_eq!(told(&town).await, [ListingNews::Ended]);
    town.days_pass(400);
    assert!(told(&town).await.is_empty());

    market::renew(app, &ana, town.exchange, id).await.unwrap();
    assert_eq!(town.standing(id).await, Standing::Shown);
    town.days_pass(84);
    assert_eq!(told(&town).await, [ListingNews::EndsSoon], "the same span again");
}

#[tokio::test]
async fn several_servers_tell_it_once() {
    let town = Town::new().await;
    for at in 0..5 {
        town.publish("ana", &town.offer(&format!("Tea {at}"))).await;
    }
    town.days_pass(90);
    let teller = || market::tell_endings(&town.world.app);
    let (one, two, three) = tokio::join!(teller(), teller(), teller());
    let told = one.unwrap() + two.unwrap() + three.unwrap();
    assert_eq!((told, town.world.letters().await.len()), (5, 5));
}

#[tokio::test]
async fn what_is_hidden_or_endless_or_of_one_who_left_is_not_told_of() {
    let town = Town::new().await;
    let (app, exchange) = (&town.world.app, town.exchange);
    let (ana, admin) = (town.world.actor("ana").await, town.world.admin("MARL").await);
    let bounds = Bounds { days: 365, endless: true, sight: Sight::Everyone };
    market::set_bounds(app, &admin, exchange, bounds).await.unwrap();
    let endless = ListingForm { span: Some(Span::Endless), ..town.offer("For ever") };
    let endless = town.publish("ana", &endless).await;
    let hidden = town.publish("ana", &town.offer("Hidden")).await;
    market::hide(app, &ana, exchange, hidden).await.unwrap();
    town.publish("ben", &town.offer("Of one who leaves")).await;
    members::leave(app, &town.world.actor("ben").await, town.ben.member).await.unwrap();
    town.days_pass(100);
    assert!(told(&town).await.is_empty());
    assert_eq!(town.standing(endless).await, Standing::Shown);
    market::show(app, &ana, exchange, hidden).await.unwrap();
    assert_eq!(town.standing(hidden).await, Standing::Shown, "what has ended meanwhile is renewed");
}

#[tokio::test]
async fn a_renewal_stays_within_what_is_allowed_by_then() {
    let town = Town::new().await;
    let (app, admin) = (&town.world.app, town.world.admin("MARL").await);
    let id = town.publish("ana", &town.offer("Tea")).await;
    let bounds = Bounds { days: 30, endless: false, sight: Sight::Everyone };
    market::set_bounds(app, &admin, town.exchange, bounds).await.unwrap();
    market::renew(app, &town.world.actor("ana").await, town.exchange, id).await.unwrap();
    town.days_pass(31);
    assert_eq!(town.standing(id).await, Standing::Ended);
    let none = Bounds { days: 0, ..bounds };
    assert!(
        market::set_bounds(app, &admin, town.exchange, none)
            .await
            .unwrap_err()
            .has_code("error-listing-days")
    );
}
