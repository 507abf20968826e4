//! What the two sides of a trade say of each other.

use super::*;

async fn of_ana(town: &Town, by: &str) -> Vec<Recommendation> {
    let ana = town.member(&town.ana).await;
    recommendations::of_member(&town.world.app, &town.actor(by).await, &ana).await.unwrap()
}

async fn say(town: &Town, by: &str, trade: TransferId, id: Uuid) -> Result<Member, Error> {
    let at = (town.exchange, trade, id);
    recommendations::recommend(&town.world.app, &town.actor(by).await, at, "Kind and careful.").await
}

#[tokio::test]
async fn both_sides_of_a_trade_recommend_each_other_once() {
    let town = Town::new().await;
    let (trade, id) = (town.trade().await, town.name());
    for _ in 0..2 {
        assert_eq!(say(&town, "ben", trade, id).await.unwrap().name, "ana");
    }
    let again = say(&town, "ben", trade, town.name()).await;
    assert!(matches!(again, Err(Error::NotFound)), "once a trade");
    assert_eq!(say(&town, "ana", trade, town.name()).await.unwrap().name, "ben");
    let stranger = say(&town, "cleo", trade, town.name()).await;
    assert!(matches!(stranger, Err(Error::NotFound)), "who was not in it has nothing to say");
    assert!(matches!(say(&town, "admin", trade, town.name()).await, Err(Error::NotFound)));
    assert!(say(&town, "nobody", trade, town.name()).await.is_err());

    let said = of_ana(&town, "cleo").await;
    assert_eq!(said.len(), 1);
    assert_eq!((said[0].name.as_str(), said[0].words.as_str()), ("ben", "Kind and careful."));
    assert_eq!(TransferId(said[0].trade), trade);
    let next = town.trade().await;
    let (app, ben) = (&town.world.app, town.actor("ben").await);
    let blank = recommendations::recommend(app, &ben, (town.exchange, next, town.name()), " \n").await;
    assert!(blank.unwrap_err().has_code("error-required"));
    say(&town, "ben", next, town.name()).await.unwrap();
    assert_eq!(of_ana(&town, "cleo").await.len(), 2);
}

#[tokio::test]
async fn it_is_answered_once_taken_back_and_hidden_with_a_reason() {
    let town = Town::new().await;
    let (app, id) = (&town.world.app, town.name());
    say(&town, "ben", town.trade().await, id).await.unwrap();
    let (ana, ben, admin) = (town.actor("ana").await, town.actor("ben").await, town.actor("admin").await);
    let at = (town.exchange, id);
    assert!(matches!(recommendations::answer(app, &ben, at, "Me!").await, Err(Error::NotFound)));
    for _ in 0..2 {
        recommendations::answer(app, &ana, at, "Any time.").await.unwrap();
    }
    assert!(matches!(recommendations::answer(app, &ana, at, "Or not.").await, Err(Error::NotFound)));
    assert_eq!(of_ana(&town, "cleo").await[0].answer, "Any time.");

    assert!(recommendations::hide(app, &ana, at, "no").await.is_err(), "not for members");
    let mute = recommendations::hide(app, &admin, at, "").await.unwrap_err();
    assert!(mute.has_code("error-required"), "{mute}");
    recommendations::hide(app, &admin, at, "too personal").await.unwrap();
    assert!(of_ana(&town, "cleo").await.is_empty(), "hidden from the others");
    for who in ["ana", "ben", "admin"] {
        assert_eq!(of_ana(&town, who).await[0].hidden_why, "too personal", "{who}");
    }
    assert!(matches!(recommendations::withdraw(app, &ana, at.0, at.1).await, Err(Error::NotFound)));
    recommendations::withdraw(app, &ben, at.0, at.1).await.unwrap();
    assert!(of_ana(&town, "admin").await.is_empty());
}

#[tokio::test]
async fn what_does_not_count_any_more_and_who_has_left_says_nothing() {
    let town = Town::new().await;
    let app = &town.world.app;
    let trade = town.trade().await;
    say(&town, "ben", trade, town.name()).await.unwrap();
    let ana = town.actor("ana").await;
    trades::reverse(app, &ana, trade, TransferId(town.name()), "not done").await.unwrap();
    assert!(of_ana(&town, "cleo").await.is_empty(), "the trade was reversed");
    assert!(matches!(say(&town, "ana", trade, town.name()).await, Err(Error::NotFound)));

    let next = town.trade().await;
    say(&town, "ben", next, town.name()).await.unwrap();
    blocks::block(app, &town.actor("ben").await, town.ben.member, town.ana.member).await.unwrap();
    assert!(matches!(say(&town, "ana", next, town.name()).await, Err(Error::NotFound)), "unwanted");
    assert_eq!(of_ana(&town, "cleo").await.len(), 1);
    trades::reverse(app, &ana, next, TransferId(town.name()), "back to zero").await.unwrap();
    members::leave(app, &town.actor("ben").await, town.ben.member).await.unwrap();
    assert!(of_ana(&town, "cleo").await.is_empty(), "who has left says nothing");
}
