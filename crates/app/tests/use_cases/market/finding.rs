//! What words find: for whom, why, and as soon as it is written.

use app::App;
use app::market::{After, Why};

use super::*;

impl Town {
    async fn found(&self, who: &str, wanted: &Wanted) -> Vec<(String, Vec<Why>)> {
        self.found_by(&self.world.app, who, wanted).await
    }

    async fn found_by(&self, app: &App, who: &str, wanted: &Wanted) -> Vec<(String, Vec<Why>)> {
        let actor = if who.is_empty() { Actor::visitor() } else { self.world.actor(who).await };
        let market = market::market(app, &actor, &self.home().await, wanted, reader("es")).await.unwrap();
        assert_eq!(market.listings.len(), market.why.len());
        let titles = market.listings.into_iter().map(|listing| listing.title);
        titles.zip(market.why).collect()
    }

    async fn titles_of(&self, words: &str) -> Vec<String> {
        let wanted = Wanted { words: words.to_owned(), ..Wanted::default() };
        self.found("ben", &wanted).await.into_iter().map(|(title, _)| title).collect()
    }
}

fn plain(title: &str, town: &Town) -> ListingForm {
    ListingForm { body: String::new(), keywords: String::new(), place: String::new(), ..town.offer(title) }
}

#[tokio::test]
async fn words_find_what_fits_best_and_say_why() {
    let town = Town::new().await;
    town.publish("ana", &plain("Fresh eggs from our hens", &town)).await;
    town.publish("ana", &plain("Plumbing repairs", &town)).await;
    town.publish("ben", &plain("Guitar lessons", &town)).await;
    let wanted = |words: &str| Wanted { words: words.to_owned(), ..Wanted::default() };

    let eggs = town.found("ben", &wanted("egg")).await;
    assert_eq!(eggs[0].0, "Fresh eggs from our hens");
    assert!(eggs[0].1.contains(&Why::Like("eggs".into())), "{eggs:?}");
    // Another language, by what the lexicon knows.
    let plumber = town.found("ben", &wanted("fontanero")).await;
    assert_eq!(plumber[0], ("Plumbing repairs".to_owned(), vec![Why::Means("fontanero".into())]));
    assert!(town.found("ben", &Wanted { exact: true, ..wanted("fontanero") }).await.is_empty());
    let exact = town.found("ben", &Wanted { exact: true, ..wanted("plumbing") }).await;
    assert_eq!(exact, [("Plumbing repairs".to_owned(), vec![Why::Word("plumbing".into())])]);
    assert!(town.titles_of("zeppelin").await.is_empty());
    // A mistyped word finds too.
    assert_eq!(town.titles_of("guitra").await, ["Guitar lessons"]);
}

#[tokio::test]
async fn what_changes_is_found_as_it_is_now() {
    let town = Town::new().await;
    let (app, ana) = (town.world.app.clone(), town.world.actor("ana").await);
    assert!(town.titles_of("lamp").await.is_empty());
    let id = town.publish("ana", &plain("A reading lamp", &town)).await;
    assert_eq!(town.titles_of("lamp").await, ["A reading lamp"]);

    market::edit(&app, &ana, (town.exchange, id), &plain("A standing clock", &town)).await.unwrap();
    assert!(town.titles_of("lamp").await.is_empty());
    assert_eq!(town.titles_of("clock").await, ["A standing clock"]);
    market::hide(&app, &ana, town.exchange, id).await.unwrap();
    assert!(town.titles_of("clock").await.is_empty());
    market::show(&app, &ana, town.exchange, id).await.unwrap();
    assert_eq!(town.titles_of("clock").await, ["A standing clock"]);
    town.days_pass(91);
    assert!(town.titles_of("clock").await.is_empty(), "it has ended");
    market::renew(&app, &ana, town.exchange, id).await.unwrap();
    assert_eq!(town.titles_of("clock").await, ["A standing clock"]);
    market::remove(&app, &ana, town.exchange, id).await.unwrap();
    assert!(town.titles_of("clock").await.is_empty());
    town.days_pass(8);
    app::jobs::sweep(&app).await.unwrap();
    let db = &town.world.database.db;
    let left = store::listings::shown::get(&mut db.read().await.unwrap(), id).await.unwrap();
    assert_eq!(left, None, "what was taken away is forgotten");
}

#[tokio::test]
async fn a_category_of_another_name_is_found_by_it() {
    let town = Town::new().await;
    let admin = town.world.actor("admin-marl").await;
    town.publish("ana", &plain("Whatever grows", &town)).await;
    assert!(town.titles_of("zebra").await.is_empty());
    let form = CategoryForm { name: "Zebras".into(), icon: "paw".into(), parent: None, retired: false };
    market::edit_category(&town.world.app, &admin, (town.exchange, town.category), &form).await.unwrap();
    assert_eq!(town.titles_of("zebra").await, ["Whatever grows"]);
}

#[tokio::test]
async fn what_is_not_shown_is_not_found_either() {
    let town = Town::new().await;
    let wanted = Wanted { words: "bicycle".into(), ..Wanted::default() };
    town.publish("ana", &plain("Bicycle mended", &town)).await;
    let open = ListingForm { sight: Some(Sight::Everyone), ..plain("Bicycle lent", &town) };
    town.publish("ben", &open).await;
    let outside: Vec<String> = town.found("", &wanted).await.into_iter().map(|(title, _)| title).collect();
    assert_eq!(outside, ["Bicycle lent"]);
    assert_eq!(town.found("ben", &wanted).await.len(), 2);

    // The index learns nothing of accounts: the database says at last whose market stall is closed.
    let admin = town.world.actor("admin-marl").await;
    let state = account::State::Suspended;
    accounts::set_state(&town.world.app, &admin, town.ana.account, state, "unpaid").await.unwrap();
    assert_eq!(town.titles_of("bicycle").await, ["Bicycle lent"]);
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_double() {
    let town = Town::new().await;
    for number in 0..60 {
        let form = ListingForm {
            category: Some(town.category),
            terms: Some(if number % 2 == 0 { Terms::Amount } else { Terms::Gift }),
            ..plain(&format!("Jam, jar {number}"), &town)
        };
        town.publish(if number % 3 == 0 { "ana" } else { "ben" }, &form).await;
        town.world.app.clock.set(Instant(town.world.app.clock.now().0 + 1));
    }
    let actor = town.world.actor("ben").await;
    for order in [Order::Best, Order::Newest] {
        let mut wanted = Wanted { words: "jam".into(), order, ..Wanted::default() };
        let mut all = Vec::new();
        loop {
            let page = market::market(&town.world.app, &actor, &town.home().await, &wanted, reader("en"))
                .await
                .unwrap();
            all.extend(page.listings.into_iter().map(|listing| listing.title));
            wanted.after = page.next;
            assert!(matches!(wanted.after, None | Some(After::Found(_))));
            if wanted.after.is_none() {
                break;
            }
        }
        if order == Order::Newest {
            assert_eq!(all[0], "Jam, jar 59");
        }
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 60);
    }
    for (priced, count) in [(Some(true), 24), (Some(false), 24), (None, 24)] {
        let by_words = Wanted { words: "jam".into(), priced, ..Wanted::default() };
        assert_eq!(town.found("ben", &by_words).await.len(), count);
        let all = town.shown(&actor, &Wanted { priced, ..Wanted::default() }).await;
        assert_eq!(all.len(), count);
        assert!(all.iter().all(|listing| priced.is_none_or(|priced| priced == listing.amount.is_some())));
    }
    town.days_pass(10);
    town.publish("ana", &ListingForm { locale: "fr".into(), ..plain("Jam of figs", &town) }).await;
    for words in ["jam", ""] {
        let words = words.to_owned();
        let lately = Wanted { words: words.clone(), days: Some(7), ..Wanted::default() };
        let french = Wanted { words, language: "fr".into(), ..Wanted::default() };
        for wanted in [lately, french] {
            let titles: Vec<String> =
                town.shown(&actor, &wanted).await.into_iter().map(|listing| listing.title).collect();
            assert_eq!(titles, ["Jam of figs"], "{wanted:?}");
        }
    }
}

#[tokio::test]
async fn another_process_finds_it_a_second_later_at_most() {
    let town = Town::new().await;
    let wanted = Wanted { words: "ladder".into(), ..Wanted::default() };
    let other =
        App::start(town.world.database.db.clone(), town.world.app.clock.clone(), app::Random::seeded(8));
    let other = other.await.unwrap();
    let first = town.publish("ana", &plain("A ladder", &town)).await;
    assert_eq!(town.found_by(&other, "ben", &wanted).await.len(), 1);
    // Written at the same moment as what has been read, and before it.
    let now = town.world.app.clock.now();
    town.publish("ana", &plain("A ladder for two", &town)).await;
    town.world.app.clock.set(Instant(now.0 - 5_000_000));
    town.publish("ben", &plain("A long ladder", &town)).await;
    let ana = town.world.actor("ana").await;
    market::remove(&town.world.app, &ana, town.exchange, first).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    let mut found: Vec<String> =
        town.found_by(&other, "ben", &wanted).await.into_iter().map(|(title, _)| title).collect();
    found.sort();
    assert_eq!(found, ["A ladder for two", "A long ladder"]);
    other.stop().await;
}

#[tokio::test]
async fn meaning_finds_what_no_word_names_and_is_kept() {
    let town = Town::new().await;
    let app = town.world.app.clone().searching_by_meaning();
    let wanted = |words: &str| Wanted { words: words.to_owned(), ..Wanted::default() };
    town.publish("ana", &plain("Somebody to talk to when you feel lonely", &town)).await;
    town.publish("ana", &plain("Tyres for a tractor", &town)).await;
    app.finish_meanings().await.unwrap();
    let asked = "alguien con quien hablar cuando te sientes solo";
    let found = town.found_by(&app, "ben", &wanted(asked)).await;
    assert_eq!(found[0].0, "Somebody to talk to when you feel lonely", "{found:?}");
    assert!(market::goes_by_meaning(&app) && !market::goes_by_meaning(&town.world.app));

    // What was made is there for whoever starts next, and made anew when the text is another.
    let vectors = |count: i64| {
        let db = town.world.database.db.clone();
        async move {
            let found = store::listings::indexing::after(&mut db.read().await.unwrap(), 0, 10).await.unwrap();
            let kept: Vec<_> = found.into_iter().filter_map(|row| row.vector.zip(row.digest)).collect();
            assert_eq!(i64::try_from(kept.len()).unwrap(), count);
            kept
        }
    };
    let before = vectors(2).await;
    let again = town.world.app.clone().searching_by_meaning();
    again.get_ready_to_search().await.unwrap();
    assert_eq!(town.found_by(&again, "ben", &wanted(asked)).await, found);
    assert_eq!(vectors(2).await, before);
    let own = (town.ana.member, None);
    let mine = market::mine(&again, &town.world.actor("ana").await, town.exchange, own).await.unwrap();
    let mine = mine.listings;
    let other = plain("Violin strings", &town);
    market::edit(&again, &town.world.actor("ana").await, (town.exchange, mine[0].uuid), &other)
        .await
        .unwrap();
    again.finish_meanings().await.unwrap();
    assert_ne!(vectors(2).await, before);
}

#[tokio::test]
async fn whoever_writes_sees_where_it_belongs_what_others_ask_and_who_it_suits() {
    let town = Town::new().await;
    let app = &town.world.app;
    let all = market::categories(app, town.exchange).await.unwrap();
    let transport = all.iter().find(|one| one.concept.as_deref() == Some("transport")).unwrap();
    for (amount, title) in
        [("10", "Bicycle repairs"), ("20", "Your bicycle mended"), ("12", "Bicycles and prams mended")]
    {
        let form =
            ListingForm { amount: amount.into(), category: Some(transport.uuid), ..plain(title, &town) };
        town.publish("ana", &form).await;
    }
    town.publish("ana", &ListingForm { kind: Some(Kind::Want), ..plain("My bicycle needs mending", &town) })
        .await;
    let own = town.publish("ben", &plain("Bicycle repairs at your door", &town)).await;
    let sketch = |title: &str, kind: Kind| market::Sketch {
        uuid: None,
        kind,
        title: title.into(),
        body: String::new(),
        locale: "en".into(),
    };
    let ben = town.world.actor("ben").await;
    let home = town.home().await;
    let found = market::suggestions(app, &ben, &home, &sketch("I mend bicycles", Kind::Offer)).await.unwrap();
    assert_eq!(found.category.as_ref(), Some(transport));
    assert_eq!(found.median, Some((1200, 3)));
    assert_eq!(found.alike.len(), 3);
    assert!(found.alike.iter().all(|listing| listing.uuid != own), "one's own is no news");
    assert_eq!(found.suited[0].title, "My bicycle needs mending");
    let want = market::suggestions(app, &ben, &home, &sketch("Somebody to mend a bicycle", Kind::Want))
        .await
        .unwrap();
    assert_eq!((want.alike.len(), want.suited.len()), (1, 3));

    // Where nothing is alike its words say where it belongs.
    let cakes = market::suggestions(app, &ben, &home, &sketch("Birthday cakes", Kind::Offer)).await.unwrap();
    assert_eq!(cakes.category.unwrap().concept.as_deref(), Some("food"));
    assert_eq!(cakes.median, None);
    let empty = market::suggestions(app, &ben, &home, &sketch(" ", Kind::Offer)).await.unwrap();
    assert_eq!(empty, market::Suggestions::default());
    let outside = market::suggestions(app, &Actor::visitor(), &home, &sketch("Cakes", Kind::Offer)).await;
    assert!(matches!(outside, Err(Error::NotAllowed(_))));
}
