//! Finding one's way: categories, kinds, words, pages.

use super::*;

fn named(name: &str, parent: Option<Uuid>) -> CategoryForm {
    CategoryForm { name: name.to_owned(), icon: "leaf".to_owned(), parent, retired: false }
}

#[tokio::test]
async fn an_exchange_starts_with_the_standard_set_and_changes_it() {
    let town = Town::new().await;
    let (app, admin, exchange) = (&town.world.app, town.world.admin("MARL").await, town.exchange);
    let all = market::categories(app, exchange).await.unwrap();
    assert_eq!(all.len(), market::STANDARD.len());
    let (first, second) = (all[0].uuid, all[1].uuid);
    let (ana, new) = (town.world.actor("ana").await, (exchange, town.name()));
    assert!(market::add_category(app, &ana, new, &named("Bees", None)).await.is_err());

    for _ in 0..2 {
        market::add_category(app, &admin, new, &named("Bees", Some(second))).await.unwrap();
    }
    let all = market::categories(app, exchange).await.unwrap();
    assert_eq!(all.len(), market::STANDARD.len() + 1, "the form was sent twice");
    let bees = all[2].clone();
    assert_eq!(
        (bees.name.as_str(), bees.parent),
        ("Bees", Some(all[1].id)),
        "a part stands behind its parent"
    );
    for (own, parent) in [(second, first), (first, first), (first, bees.uuid)] {
        let form = named("", Some(parent));
        let wrong = market::edit_category(app, &admin, (exchange, own), &form).await.unwrap_err();
        assert!(wrong.has_code("error-category-parent"), "{wrong}");
    }
    let nameless =
        market::add_category(app, &admin, (exchange, town.name()), &named(" ", None)).await.unwrap_err();
    assert!(nameless.has_code("error-required"), "{nameless}");

    market::move_category(app, &admin, (exchange, first), Direction::Up).await.unwrap();
    market::move_category(app, &admin, (exchange, first), Direction::Down).await.unwrap();
    let order: Vec<Uuid> =
        market::categories(app, exchange).await.unwrap().iter().map(|one| one.uuid).collect();
    assert_eq!(order[..3], [second, bees.uuid, first]);

    let id = town.publish("ana", &ListingForm { category: Some(bees.uuid), ..town.offer("Honey") }).await;
    let retired = CategoryForm { retired: true, ..named("Bees", Some(second)) };
    market::edit_category(app, &admin, (exchange, bees.uuid), &retired).await.unwrap();
    let ana = town.world.actor("ana").await;
    let kept = ListingForm { category: Some(bees.uuid), ..town.offer("More honey") };
    market::edit(app, &ana, (exchange, id), &kept).await.unwrap();
    let new = market::publish(app, &ana, (town.ana.member, town.name()), &kept).await.unwrap_err();
    assert!(new.has_code("error-choice"), "{new}");
    // Another exchange's categories are another's.
    town.world.exchange("PINE").await;
    let pine = town.world.admin("PINE").await;
    assert!(market::edit_category(app, &pine, (exchange, first), &named("Mine", None)).await.is_err());
}

#[tokio::test]
async fn what_one_member_has_comes_in_pages() {
    let town = Town::new().await;
    let (app, home) = (&town.world.app, town.home().await);
    let (ana, ben) = (town.world.actor("ana").await, town.world.actor("ben").await);
    for at in 0..30 {
        town.world.app.clock.set(Instant(app.clock.now().0 + 1));
        let state = if at == 3 { State::Hidden } else { State::Published };
        let everyone = Some(Sight::Everyone);
        let form = ListingForm { state, sight: everyone, ..town.offer(&format!("Thing {at:02}")) };
        town.publish("ana", &form).await;
    }
    let mine = async |after| market::mine(app, &ana, town.exchange, (town.ana.member, after)).await.unwrap();
    let first = mine(None).await;
    assert_eq!((first.listings.len(), first.listings[0].title.as_str()), (24, "Thing 29"));
    let rest = mine(first.next).await;
    assert_eq!((rest.listings.len(), rest.listings[0].title.as_str(), rest.next), (6, "Thing 05", None));
    let shown = async |after| market::of_member(app, &ben, &home, (town.ana.member, after)).await.unwrap();
    let first = shown(None).await;
    assert_eq!(first.listings.len(), 24);
    assert_eq!(shown(first.next).await.listings.len(), 5, "what is hidden is not shown");
    let seen = market::listing(app, &ben, &home, first.listings[2].uuid).await.unwrap();
    let others: Vec<&str> = seen.others.iter().map(|other| other.title.as_str()).collect();
    assert_eq!(others, ["Thing 29", "Thing 28", "Thing 26", "Thing 25", "Thing 24", "Thing 23"]);
    let visitor = market::of_member(app, &Actor::visitor(), &home, (town.ana.member, None)).await.unwrap();
    assert!(visitor.listings.iter().all(|listing| listing.name.is_empty()));
}

#[tokio::test]
async fn the_market_is_filtered_by_kind_category_and_words_and_goes_on_by_pages() {
    let town = Town::new().await;
    let ben = town.world.actor("ben").await;
    let all = market::categories(&town.world.app, town.exchange).await.unwrap();
    let garden = all[1].uuid;
    for at in 0..30 {
        town.world.app.clock.set(Instant(town.world.app.clock.now().0 + 1));
        let kind = if at % 10 == 0 { Kind::Want } else { Kind::Offer };
        let category = if at % 3 == 0 { garden } else { town.category };
        let body = if at == 7 { "Für Äpfel & 100 % Zucker" } else { "" };
        let form = ListingForm {
            kind: Some(kind),
            category: Some(category),
            body: body.into(),
            ..town.offer(&format!("Thing {at:02}"))
        };
        town.publish("ana", &form).await;
    }
    let home = town.home().await;
    let market = async |wanted: Wanted| {
        market::market(&town.world.app, &ben, &home, &wanted, reader("en")).await.unwrap()
    };
    let first = market(Wanted::default()).await;
    assert_eq!((first.listings.len(), first.listings[0].title.as_str()), (24, "Thing 29"));
    let counts: Vec<i64> = first.categories.iter().map(|counted| counted.count).collect();
    assert_eq!(counts, [20, 10]);
    let rest = market(Wanted { after: first.next, ..Wanted::default() }).await;
    assert_eq!((rest.listings.len(), rest.next), (6, None));
    assert_eq!(rest.listings.last().unwrap().title, "Thing 00");
    assert_eq!(market(Wanted { kind: Some(Kind::Want), ..Wanted::default() }).await.listings.len(), 3);
    assert_eq!(market(Wanted { category: Some(garden), ..Wanted::default() }).await.listings.len(), 10);
    assert!(market(Wanted { category: Some(Uuid::nil()), ..Wanted::default() }).await.listings.is_empty());
    for (words, found) in
        [("apfel ZUCKER", 1), ("thing bike", 24), ("thing 07 birne", 0), ("100 %", 1), ("!", 0)]
    {
        let listings =
            market(Wanted { words: words.into(), exact: true, ..Wanted::default() }).await.listings;
        assert_eq!(listings.len(), found, "{words}");
    }
    assert_eq!(market::newest(&town.world.app, &ben, &home, 4).await.unwrap().len(), 4);
    let ana = town.world.actor("ana").await;
    assert!(
        market::newest(&town.world.app, &ana, &home, 4).await.unwrap().is_empty(),
        "one's own is no news"
    );
}
