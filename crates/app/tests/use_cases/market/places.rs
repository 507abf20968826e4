//! Where people are: who learns how far away that is, what is near, and what is found beyond one's own exchange.

use app::members::Lookup;
use app::points::{self, Away, Point};

use super::*;

const HOME: &str = "52.30, -1.90";
const NEXT_DOOR: &str = "52.30, -1.88";
const ACROSS_THE_VALLEY: &str = "52.37, -1.85";
const ELSEWHERE: &str = "52.60, -1.40";
const ABROAD: &str = "41.65, -3.70";

impl Town {
    async fn is_at(&self, who: &str, typed: &str) {
        let (actor, person) = (self.world.actor(who).await, if who == "ana" { &self.ana } else { &self.ben });
        points::set_of_member(&self.world.app, &actor, person.member, typed).await.unwrap();
    }

    async fn exchange_is_at(&self, typed: &str) {
        let admin = self.world.admin("MARL").await;
        points::set_of_exchange(&self.world.app, &admin, self.exchange, typed).await.unwrap();
    }

    /// Titles, each with how far away it is.
    async fn away(&self, who: &str, wanted: &Wanted) -> Vec<(String, Option<Away>)> {
        let actor = if who.is_empty() { Actor::visitor() } else { self.world.actor(who).await };
        let home = self.home().await;
        let market = market::market(&self.world.app, &actor, &home, wanted, reader("en")).await.unwrap();
        assert_eq!(market.listings.len(), market.away.len());
        market.listings.into_iter().map(|listing| listing.title).zip(market.away).collect()
    }

    async fn near(&self, who: &str, wanted: &Wanted) -> Vec<String> {
        self.away(who, wanted).await.into_iter().map(|(title, _)| title).collect()
    }

    /// VALD with dora, who offers to everyone, and hides something for members.
    async fn with_neighbours(&self) -> (ExchangeId, Person) {
        let other = self.world.exchange("VALD").await;
        let dora = self.world.member("dora", other).await;
        let actor = self.world.actor("dora").await;
        let category = market::categories(&self.world.app, other).await.unwrap()[0].uuid;
        for (title, sight) in [("Bread from Vald", Sight::Everyone), ("Bread for members", Sight::Exchange)] {
            let form = ListingForm { sight: Some(sight), category: Some(category), ..self.offer(title) };
            market::publish(&self.world.app, &actor, (dora.member, self.name()), &form).await.unwrap();
        }
        (other, dora)
    }
}

fn within(km: i64) -> Wanted {
    Wanted { within: Some(km), ..Wanted::default() }
}

fn nearest() -> Wanted {
    Wanted { order: Order::Nearest, ..Wanted::default() }
}

fn everywhere(words: &str) -> Wanted {
    Wanted { scope: Scope::Everywhere, words: words.into(), ..Wanted::default() }
}

#[tokio::test]
async fn what_is_kept_is_rounded_and_seen_by_nobody_else() {
    let town = Town::new().await;
    let app = &town.world.app;
    town.is_at("ana", "https://www.openstreetmap.org/#map=19/52.296149/-1.904731").await;
    let ana = town.world.actor("ana").await;
    let kept = Some(Point { latitude: 5230, longitude: -190 });
    assert_eq!(points::of_member(app, &ana, town.ana.member).await.unwrap(), kept);
    for who in ["ben", "admin-marl"] {
        let other = town.world.actor(who).await;
        let asked = points::of_member(app, &other, town.ana.member).await;
        assert!(matches!(asked, Err(Error::NotAllowed(_) | Error::NotFound)), "{who}: {asked:?}");
        let set = points::set_of_member(app, &other, town.ana.member, HOME).await;
        assert!(set.is_err(), "{who}");
    }
    let ben = town.world.actor("ben").await;
    assert!(points::set_of_exchange(app, &ben, town.exchange, HOME).await.is_err());
    assert!(points::of_exchange(app, &ben, town.exchange).await.is_err());

    for (typed, code) in [
        ("by the church", "error-point"),
        ("https://maps.app.goo.gl/aB3dE", "error-point-address"),
        ("95.1, 2.0", "error-point-off-map"),
    ] {
        let refused = points::set_of_member(app, &ana, town.ana.member, typed).await.unwrap_err();
        assert!(refused.has_code(code), "{typed}: {refused:?}");
        assert_eq!(points::of_member(app, &ana, town.ana.member).await.unwrap(), kept);
    }
    town.is_at("ana", " ").await;
    assert_eq!(points::of_member(app, &ana, town.ana.member).await.unwrap(), None);
}

#[tokio::test]
async fn whoever_leaves_is_nowhere() {
    let town = Town::new().await;
    let app = &town.world.app;
    town.is_at("ana", HOME).await;
    let ana = town.world.actor("ana").await;
    members::leave(app, &ana, town.ana.member).await.unwrap();
    let mut tx = town.world.database.db.read().await.unwrap();
    assert_eq!(store::points::of_member(&mut tx, town.ana.member).await.unwrap(), None);
}

#[tokio::test]
async fn looking_from_all_sides_is_braked() {
    let town = Town::new().await;
    let ana = town.world.actor("ana").await;
    for step in 0..10 {
        town.is_at("ana", &format!("52.{step}, -1.9")).await;
        town.is_at("ana", &format!("52.{step}, -1.9")).await;
    }
    let again = points::set_of_member(&town.world.app, &ana, town.ana.member, "50.0, 1.0").await;
    assert!(matches!(again, Err(Error::Busy { .. })), "{again:?}");
    // What one has said can always be taken back.
    town.is_at("ana", "").await;
    town.days_pass(2);
    town.is_at("ana", HOME).await;
}

#[tokio::test]
async fn what_is_near_is_found_and_comes_first() {
    let town = Town::new().await;
    for title in ["Far jam", "Further jam"] {
        town.publish("ana", &town.offer(title)).await;
        town.world.app.clock.advance(1);
    }
    town.publish("ben", &town.offer("Own jam")).await;
    let jam = |wanted: Wanted| Wanted { words: "jam".into(), ..wanted };

    // While nobody is anywhere, nothing is measured or left out.
    assert_eq!(town.near("ben", &within(5)).await.len(), 3);
    assert!(town.away("ben", &nearest()).await.iter().all(|(_, away)| away.is_none()));

    // Whoever says nothing is where the exchange is, which is told to nobody who says nothing either.
    town.exchange_is_at(HOME).await;
    assert_eq!(town.near("ben", &within(5)).await.len(), 3);
    assert!(town.away("ben", &Wanted::default()).await.iter().all(|(_, away)| away.is_none()));

    town.is_at("ana", ACROSS_THE_VALLEY).await;
    for wanted in [within(5), jam(within(5))] {
        assert_eq!(town.near("ben", &wanted).await, ["Own jam"], "{wanted:?}");
    }
    for wanted in [within(10), nearest(), jam(within(10)), jam(nearest())] {
        let mut found = town.near("ben", &wanted).await;
        assert!(found[0] == "Own jam" || wanted == jam(within(10)), "{wanted:?}");
        found.sort();
        assert_eq!(found, ["Far jam", "Further jam", "Own jam"]);
    }
    let ten = Some(Away::Within(10));
    assert_eq!(town.away("ben", &Wanted::default()).await.iter().filter(|(_, away)| *away == ten).count(), 2);
    town.is_at("ben", NEXT_DOOR).await;
    let nearest = town.away("ben", &nearest()).await;
    assert_eq!(nearest[0], ("Own jam".into(), Some(Away::Within(2))));
    assert_eq!(nearest[1], ("Further jam".into(), ten), "of what is as near the newest comes first");
    town.is_at("ben", ELSEWHERE).await;
    assert!(town.near("ben", &within(10)).await.contains(&"Own jam".into()));
    assert!(!town.near("ben", &within(25)).await.contains(&"Far jam".into()));
    assert_eq!(town.near("ben", &within(50)).await.len(), 3);

    // A page of one says the same; one's own is not measured.
    let home = town.home().await;
    let ben = town.world.actor("ben").await;
    for listing in town.shown(&ben, &Wanted::default()).await {
        let seen = market::listing(&town.world.app, &ben, &home, listing.uuid).await.unwrap();
        let away = if seen.mine { None } else { Some(Away::Within(50)) };
        assert_eq!(seen.away, away, "{}", listing.title);
    }
}

#[tokio::test]
async fn members_see_how_far_others_are_and_visitors_do_not() {
    let town = Town::new().await;
    let app = &town.world.app;
    town.exchange_is_at(HOME).await;
    town.is_at("ana", ACROSS_THE_VALLEY).await;
    town.publish("ana", &ListingForm { sight: Some(Sight::Everyone), ..town.offer("Jam") }).await;
    let ben = town.world.actor("ben").await;
    let lines = members::directory(app, &ben, town.exchange, &Lookup::default()).await.unwrap().lines;
    for line in lines {
        let away = if line.name == "ana" { Some(Away::Within(10)) } else { None };
        assert_eq!(line.away, away, "{}", line.name);
    }
    let (_, line) = members::find(app, &ben, town.exchange, "2").await.unwrap();
    assert_eq!((line.name.as_str(), line.away), ("ana", Some(Away::Within(10))));
    let ana = town.world.actor("ana").await;
    let (_, own) = members::find(app, &ana, town.exchange, "2").await.unwrap();
    assert_eq!(own.away, None);

    assert_eq!(town.away("", &Wanted::default()).await, [("Jam".to_owned(), None)]);
    // Whoever is nowhere is not asked how far.
    assert_eq!(town.near("", &within(5)).await, ["Jam"]);
}

#[tokio::test]
async fn everything_public_on_the_server_can_be_searched() {
    let town = Town::new().await;
    let app = town.world.app.clone();
    town.publish("ana", &town.offer("Bread of our own")).await;
    let (other, dora) = town.with_neighbours().await;
    town.exchange_is_at(HOME).await;
    let vald = town.world.admin("VALD").await;
    points::set_of_exchange(&app, &vald, other, ABROAD).await.unwrap();

    assert_eq!(
        town.near("ben", &Wanted { words: "bread".into(), ..Wanted::default() }).await,
        ["Bread of our own"]
    );
    for words in ["", "bread"] {
        let mut found = town.near("ben", &everywhere(words)).await;
        found.sort();
        assert_eq!(found, ["Bread from Vald", "Bread of our own"], "{words:?}");
        assert_eq!(
            town.near("", &everywhere(words)).await,
            ["Bread from Vald"],
            "visitors see what everyone does"
        );
        let there = Wanted { scope: Scope::Exchange("VALD".into()), ..everywhere(words) };
        assert_eq!(town.near("ben", &there).await, ["Bread from Vald"]);
        let nowhere = Wanted { scope: Scope::Exchange("NONE".into()), ..everywhere(words) };
        assert!(town.near("ben", &nowhere).await.is_empty());
    }
    // Who is a member of both sees both.
    let mut found = town.near("dora", &everywhere("")).await;
    found.sort();
    assert_eq!(found, ["Bread for members", "Bread from Vald"]);

    let (ben, home) = (town.world.actor("ben").await, town.home().await);
    let market = market::market(&app, &ben, &home, &everywhere(""), reader("en")).await.unwrap();
    assert_eq!(market.others.iter().map(|other| other.code.as_str()).collect::<Vec<_>>(), ["VALD"]);
    let foreign = &market.foreign[0];
    assert_eq!((foreign.exchange.id, market.foreign.len()), (other, 1));
    assert_eq!(foreign.unit, accounts::policy(&app, other).await.unwrap().unit);
    let of_dora = market.listings.iter().position(|listing| listing.exchange == other).unwrap();
    assert_eq!(market.listings[of_dora].name, "", "strangers see what, not who");

    // Where strangers are measured, it is the exchange that is, wherever its member may be.
    assert_eq!(market.away[of_dora], Some(Away::Beyond(1000)));
    points::set_of_member(&app, &town.world.actor("dora").await, dora.member, HOME).await.unwrap();
    let by_name =
        |found: Vec<(String, Option<Away>)>| found.into_iter().find(|(title, _)| title == "Bread from Vald");
    let found = by_name(town.away("ben", &everywhere("")).await);
    assert_eq!(found, Some(("Bread from Vald".into(), Some(Away::Beyond(1000)))));
    assert_eq!(town.near("ben", &Wanted { within: Some(100), ..everywhere("") }).await, ["Bread of our own"]);

    // Categories are those that mean the same.
    let food = Wanted { category: Some(town.category), ..everywhere("") };
    assert_eq!(town.near("ben", &food).await.len(), 2);
    let other_one = market::categories(&app, town.exchange).await.unwrap()[1].uuid;
    assert!(town.near("ben", &Wanted { category: Some(other_one), ..everywhere("") }).await.is_empty());
}

#[tokio::test]
async fn what_an_exchange_keeps_to_itself_is_found_nowhere_else() {
    let town = Town::new().await;
    let app = town.world.app.clone();
    let (other, dora) = town.with_neighbours().await;
    assert_eq!(town.near("ben", &everywhere("bread")).await.len(), 1);
    let vald = town.world.admin("VALD").await;
    let bounds = Bounds { days: 365, endless: false, sight: Sight::Exchange };
    market::set_bounds(&app, &vald, other, bounds).await.unwrap();
    for words in ["", "bread"] {
        assert!(town.near("ben", &everywhere(words)).await.is_empty());
        assert!(town.near("", &everywhere(words)).await.is_empty());
    }
    market::set_bounds(&app, &vald, other, Bounds { sight: Sight::Everyone, ..bounds }).await.unwrap();
    accounts::set_state(&app, &vald, dora.account, account::State::Suspended, "unpaid").await.unwrap();
    assert!(town.near("ben", &everywhere("")).await.is_empty(), "a stall that is closed shows nothing");
}

#[tokio::test]
async fn pages_of_what_is_everywhere_follow_each_other_without_gap_or_double() {
    let town = Town::new().await;
    town.with_neighbours().await;
    for number in 0..60 {
        town.publish(if number % 2 == 0 { "ana" } else { "ben" }, &town.offer(&format!("Jar {number}")))
            .await;
    }
    let (ben, home) = (town.world.actor("ben").await, town.home().await);
    let mut wanted = everywhere("");
    let mut all = Vec::new();
    loop {
        let page = market::market(&town.world.app, &ben, &home, &wanted, reader("en")).await.unwrap();
        all.extend(page.listings.into_iter().map(|listing| listing.title));
        wanted.after = page.next;
        if wanted.after.is_none() {
            break;
        }
    }
    assert_eq!(all[0], "Jar 59", "the newest first");
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 61);
}

#[tokio::test]
async fn reading_the_whole_server_is_braked() {
    let town = Town::new().await;
    let (ben, home) = (town.world.actor("ben").await, town.home().await);
    let mut last = Ok(());
    for _ in 0..=600 {
        last = market::market(&town.world.app, &ben, &home, &everywhere(""), reader("en")).await.map(|_| ());
    }
    assert!(matches!(last, Err(Error::Busy { .. })), "{last:?}");
    assert!(town.near("ana", &everywhere("")).await.is_empty(), "others are not counted with him");
    assert!(town.near("ben", &Wanted::default()).await.is_empty(), "one's own market stays open");
}
