//! Saved searches: what is told of a new listing, to whom, once, and how soon.

use app::market::{MOST, Pace, Reader, SearchForm, Why};
use app::notices::{self, Kind as NoticeKind, WishForm};
use app::people::blocks;
use app::points;

use super::*;

const HOUR_S: i64 = 3600;

impl Town {
    async fn save(&self, who: &str, words: &str, pace: Pace) -> Uuid {
        let wanted = Wanted { words: words.to_owned(), ..Wanted::default() };
        self.save_wanted(who, &wanted, (words, pace)).await.unwrap()
    }

    async fn save_wanted(&self, who: &str, wanted: &Wanted, (name, pace): (&str, Pace)) -> app::Result<Uuid> {
        let (actor, id) = (self.world.actor(who).await, self.name());
        let member = actor.memberships()[0].member;
        let form = SearchForm { name: name.to_owned(), pace: Some(pace) };
        market::save_search(&self.world.app, &actor, (member, id), (wanted, "es"), &form).await?;
        Ok(id)
    }

    /// Who is written of which listings by now, by one who looks twice.
    async fn told(&self) -> Vec<(String, Vec<String>)> {
        assert!(self.world.letters().await.is_empty(), "finding writes nothing by itself");
        for _ in 0..2 {
            market::tell_matches(&self.world.app).await.unwrap();
        }
        let letters = self.world.letters().await.into_iter();
        let told = letters.map(|envelope| match envelope.letter {
            Letter::Matches { found, .. } => {
                let titles = found.into_iter().map(|found| found.listing.title).collect();
                (envelope.to.split('@').next().unwrap().to_owned(), titles)
            }
            other => panic!("{other:?}"),
        });
        let mut told: Vec<_> = told.collect();
        told.sort();
        told
    }

    fn hours_pass(&self, hours: i64) {
        self.world.app.clock.advance(hours * HOUR_S);
    }
}

fn plain(title: &str, town: &Town) -> ListingForm {
    ListingForm { body: String::new(), keywords: String::new(), place: String::new(), ..town.offer(title) }
}

fn to(who: &str, titles: &[&str]) -> Vec<(String, Vec<String>)> {
    vec![(who.to_owned(), titles.iter().map(|title| (*title).to_owned()).collect())]
}

#[tokio::test]
async fn who_finds_a_plumber_by_fontanero_and_saves_it_is_told_of_the_next_one() {
    let town = Town::new().await;
    let app = &town.world.app;
    town.publish("ana", &plain("Plumbing repairs", &town)).await;
    let newcomer = town.world.member("nuria", town.exchange).await;
    let nuria = town.world.actor("nuria").await;
    let wanted = Wanted { words: "fontanero".to_owned(), ..Wanted::default() };
    let home = town.home().await;
    let found =
        market::market(app, &nuria, &home, &wanted, Reader { locale: "es", network: "" }).await.unwrap();
    assert_eq!(found.listings[0].title, "Plumbing repairs");
    assert_eq!(found.why[0], [Why::Means("fontanero".to_owned())]);

    let saved = town.save_wanted("nuria", &wanted, ("Un fontanero", Pace::AtOnce)).await.unwrap();
    let at = (town.exchange, newcomer.member);
    let kept = market::saved_searches(app, &nuria, at).await.unwrap();
    assert_eq!((kept.len(), kept[0].search.uuid, &kept[0].wanted), (1, saved, &wanted));
    assert!(town.told().await.is_empty(), "what was there before is no news");

    town.hours_pass(1);
    town.publish("ana", &plain("Guitar lessons", &town)).await;
    assert!(town.told().await.is_empty());
    let next = town.publish("ben", &plain("A plumber for leaking taps", &town)).await;
    assert!(town.world.letters().await.is_empty());
    assert_eq!(market::tell_matches(app).await.unwrap(), 1);
    let Letter::Matches { code, found, more, .. } = town.world.letter_to("nuria").await else { panic!() };
    assert_eq!((code.as_str(), found.len(), more), ("MARL", 1, 0));
    assert_eq!((found[0].listing.listing, found[0].search.as_str()), (next, "Un fontanero"));
    assert_eq!(found[0].why, [Why::Means("fontanero".to_owned())]);
    let inbox = notices::inbox(app, &nuria, None).await.unwrap();
    assert_eq!(inbox.unread[0].kind, NoticeKind::Matches);
    assert_eq!(market::saved_searches(app, &nuria, at).await.unwrap()[0].found, 1);
}

#[tokio::test]
async fn a_listing_is_told_once_however_often_it_is_written_and_not_when_it_is_gone() {
    let town = Town::new().await;
    let (app, ana) = (&town.world.app, town.world.actor("ana").await);
    town.save("ben", "bread", Pace::AtOnce).await;
    town.hours_pass(1);
    let hidden = ListingForm { state: State::Hidden, ..plain("Rye bread", &town) };
    let rye = town.publish("ana", &hidden).await;
    assert!(town.told().await.is_empty(), "nobody sees it yet");
    market::show(app, &ana, town.exchange, rye).await.unwrap();
    assert_eq!(town.told().await, to("ben", &["Rye bread"]));
    for title in ["Rye bread, fresh", "Black bread"] {
        town.hours_pass(2);
        market::edit(app, &ana, (town.exchange, rye), &plain(title, &town)).await.unwrap();
        assert!(town.told().await.is_empty(), "{title}");
    }
    town.hours_pass(2);
    let gone = town.publish("ana", &plain("White bread", &town)).await;
    assert!(town.world.letters().await.is_empty());
    market::hide(app, &ana, town.exchange, gone).await.unwrap();
    assert!(town.told().await.is_empty(), "it is hidden again");
    // What came to nothing does not keep the next from being told.
    town.publish("ana", &plain("Sour bread", &town)).await;
    assert_eq!(town.told().await, to("ben", &["Sour bread"]));
}

#[tokio::test]
async fn a_storm_becomes_one_notice_an_hour_whoever_tells() {
    let town = Town::new().await;
    let app = &town.world.app;
    for words in ["jam", "plum"] {
        town.save("ben", words, Pace::AtOnce).await;
    }
    town.hours_pass(1);
    for at in 0..30 {
        town.publish("ana", &plain(&format!("Plum jam {at}"), &town)).await;
    }
    assert!(town.world.letters().await.is_empty());
    let tell = || market::tell_matches(app);
    let (one, two, three) = tokio::join!(tell(), tell(), tell());
    assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 1);
    let Letter::Matches { found, more, .. } = town.world.letter_to("ben").await else { panic!() };
    assert_eq!((found.len(), more), (12, 18), "each once, though two searches find it");
    town.publish("ana", &plain("Plum jam, late", &town)).await;
    assert!(town.told().await.is_empty(), "not within the hour");
    town.hours_pass(1);
    assert_eq!(town.told().await, to("ben", &["Plum jam, late"]));
}

#[tokio::test]
async fn nobody_is_told_of_their_own_or_of_who_they_have_blocked_nor_who_may_not_look() {
    let town = Town::new().await;
    let (app, admin) = (&town.world.app, town.world.actor("admin-marl").await);
    let mut members = Vec::new();
    for who in ["blocks", "stopped", "gone", "idle"] {
        members.push(town.world.member(who, town.exchange).await);
        town.save(who, "honey", Pace::AtOnce).await;
    }
    town.save("ana", "honey", Pace::AtOnce).await;
    let actor = town.world.actor("blocks").await;
    blocks::block(app, &actor, members[0].member, town.ana.member).await.unwrap();
    accounts::set_state(app, &admin, members[1].account, account::State::Suspended, "unpaid").await.unwrap();
    members::leave(app, &town.world.actor("gone").await, members[2].member).await.unwrap();
    town.world.letters().await;
    town.hours_pass(1);
    town.publish("ana", &plain("Honey", &town)).await;
    assert_eq!(town.told().await, to("idle", &["Honey"]));
    // In another exchange nobody hears of it.
    let pine = town.world.exchange("PINE").await;
    town.world.member("pia", pine).await;
    town.save("pia", "honey", Pace::AtOnce).await;
    town.hours_pass(1);
    town.publish("ben", &plain("Heather honey", &town)).await;
    let told: Vec<String> = town.told().await.into_iter().map(|(to, _)| to).collect();
    assert_eq!(told, ["ana", "blocks", "idle"]);
}

#[tokio::test]
async fn each_is_told_at_the_pace_that_they_wish() {
    let town = Town::new().await;
    let app = &town.world.app;
    // It is Saturday, nine o'clock.
    for (who, pace) in
        [("daily", Pace::Daily), ("weekly", Pace::Weekly), ("never", Pace::Never), ("quick", Pace::AtOnce)]
    {
        town.world.member(who, town.exchange).await;
        town.save(who, "tea", pace).await;
    }
    let but = NoticeKind::ALL.iter().copied().filter(|kind| *kind != NoticeKind::Matches).collect();
    let wishes = WishForm { mail: but, quiet: None, ..WishForm::default() };
    notices::choose(app, &town.world.actor("quick").await, &wishes).await.unwrap();
    town.hours_pass(1);
    town.publish("ana", &plain("Mint tea", &town)).await;
    assert!(town.told().await.is_empty());
    let unread = notices::inbox(app, &town.world.actor("quick").await, None).await.unwrap().unread;
    assert_eq!(unread[0].kind, NoticeKind::Matches, "the inbox has it at once");
    town.hours_pass(12);
    town.publish("ana", &plain("Lime tea", &town)).await;
    assert!(town.told().await.is_empty());
    town.hours_pass(10);
    assert_eq!(town.told().await, to("daily", &["Mint tea", "Lime tea"]), "eight in the morning");
    town.hours_pass(6 * 24 + 1);
    assert_eq!(town.told().await, to("weekly", &["Mint tea", "Lime tea"]), "and Saturday");
}

#[tokio::test]
async fn filters_alone_are_a_search_and_each_holds() {
    let town = Town::new().await;
    let other = market::categories(&town.world.app, town.exchange).await.unwrap()[1].uuid;
    let base = Wanted { category: Some(town.category), ..Wanted::default() };
    for (name, wanted) in [
        ("plain", base.clone()),
        ("want", Wanted { kind: Some(Kind::Want), ..base.clone() }),
        ("language", Wanted { language: "fr".to_owned(), ..base.clone() }),
        ("price", Wanted { priced: Some(false), ..base.clone() }),
        ("elsewhere", Wanted { category: Some(other), ..base.clone() }),
        ("exact", Wanted { words: "soup".to_owned(), exact: true, ..base }),
    ] {
        town.save_wanted("ben", &wanted, (name, Pace::AtOnce)).await.unwrap();
    }
    town.hours_pass(1);
    town.publish("ana", &plain("Soups", &town)).await;
    assert!(town.world.letters().await.is_empty());
    market::tell_matches(&town.world.app).await.unwrap();
    town.world.letters().await;
    let at = (town.exchange, town.ben.member);
    let kept = market::saved_searches(&town.world.app, &town.world.actor("ben").await, at).await.unwrap();
    let found: Vec<&str> =
        kept.iter().filter(|kept| kept.found > 0).map(|kept| kept.search.name.as_str()).collect();
    assert_eq!(found, ["plain"]);
}

#[tokio::test]
async fn how_far_a_search_reaches_is_kept_and_holds() {
    let town = Town::new().await;
    let (app, ben) = (&town.world.app, town.world.actor("ben").await);
    let at = async |typed: &str, who: &str| {
        let (actor, person) = (town.world.actor(who).await, if who == "ana" { &town.ana } else { &town.ben });
        points::set_of_member(app, &actor, person.member, typed).await.unwrap();
    };
    at("52.30, -1.90", "ben").await;
    for (name, within) in [("near", Some(5)), ("far", Some(50)), ("anywhere", None)] {
        let wanted = Wanted { words: "tea".to_owned(), within, ..Wanted::default() };
        town.save_wanted("ben", &wanted, (name, Pace::AtOnce)).await.unwrap();
    }
    let odd = Wanted { words: "tea".to_owned(), within: Some(7), ..Wanted::default() };
    let refused = town.save_wanted("ben", &odd, ("odd", Pace::AtOnce)).await;
    assert!(matches!(refused, Err(Error::NotFound)), "no such distance can be chosen");
    let found = async || {
        assert!(town.world.letters().await.is_empty());
        let kept = market::saved_searches(app, &ben, (town.exchange, town.ben.member)).await.unwrap();
        kept.into_iter().map(|kept| (kept.search.name, kept.found)).collect::<Vec<_>>()
    };
    let names = |counts: [i64; 3]| {
        ["anywhere", "far", "near"].into_iter().map(str::to_owned).zip(counts).collect::<Vec<_>>()
    };
    town.hours_pass(1);
    town.publish("ana", &plain("Tea from nowhere", &town)).await;
    assert_eq!(found().await, names([1, 0, 0]), "who says nothing is nowhere, like its exchange");
    at("52.37, -1.85", "ana").await;
    town.publish("ana", &plain("Tea across the valley", &town)).await;
    assert_eq!(found().await, names([2, 1, 0]));
    at("52.30, -1.88", "ana").await;
    town.publish("ana", &plain("Tea next door", &town)).await;
    assert_eq!(found().await, names([3, 2, 1]));
    // As on the page, whoever is nowhere is not asked how far it is.
    at("", "ben").await;
    town.publish("ana", &plain("Tea again", &town)).await;
    assert_eq!(found().await, names([4, 3, 2]));
}

#[tokio::test]
async fn searches_beyond_the_own_exchange_are_told_of_what_everyone_may_see() {
    let town = Town::new().await;
    let app = &town.world.app;
    let vald = town.world.exchange("VALD").await;
    town.world.member("dora", vald).await;
    town.world.join("ana", vald).await;
    let category = market::categories(app, vald).await.unwrap()[0].uuid;
    let honey = |scope| Wanted { words: "honey".to_owned(), scope, ..Wanted::default() };
    let of_category = Wanted { category: Some(town.category), scope: Scope::Everywhere, ..Wanted::default() };
    let other = market::categories(app, town.exchange).await.unwrap()[1].uuid;
    for (who, wanted) in [
        ("own", honey(Scope::Own)),
        ("all", honey(Scope::Everywhere)),
        ("vald", honey(Scope::Exchange("VALD".to_owned()))),
        ("sorted", of_category.clone()),
        ("elsewhere", Wanted { category: Some(other), ..of_category }),
    ] {
        town.world.member(who, town.exchange).await;
        town.save_wanted(who, &wanted, (who, Pace::AtOnce)).await.unwrap();
    }
    let nowhere =
        town.save_wanted("ben", &honey(Scope::Exchange("OAKS".to_owned())), ("x", Pace::Daily)).await;
    assert!(matches!(nowhere, Err(Error::NotFound)));
    // Ana is a member here and there: what she offers there is no news to herself.
    town.save_wanted("ana", &honey(Scope::Everywhere), ("ana", Pace::AtOnce)).await.unwrap();
    town.hours_pass(1);
    let publish = async |who: &str, title: &str, sight| {
        let (actor, id) = (town.world.actor(who).await, town.name());
        let own = actor.memberships().iter().find(|own| own.exchange == vald).unwrap().member;
        let form = ListingForm { sight: Some(sight), category: Some(category), ..plain(title, &town) };
        market::publish(app, &actor, (own, id), &form).await.unwrap();
        id
    };
    publish("dora", "Honey for members", Sight::Exchange).await;
    assert!(town.told().await.is_empty());
    let id = publish("dora", "Honey for everyone", Sight::Everyone).await;
    assert!(town.world.letters().await.is_empty());
    assert_eq!(market::tell_matches(app).await.unwrap(), 4);
    let mut told = Vec::new();
    for envelope in town.world.letters().await {
        let Letter::Matches { code, found, .. } = envelope.letter else { panic!() };
        let found = &found[0].listing;
        assert_eq!((code.as_str(), found.code.as_str(), found.listing), ("MARL", "VALD", id));
        assert_eq!(found.name, "VALD exchange", "strangers learn from where it is, not whose");
        told.push(envelope.to);
    }
    told.sort();
    assert_eq!(told, ["all@example.org", "ana@example.org", "sorted@example.org", "vald@example.org"]);
    town.hours_pass(2);
    publish("ana", "Ana’s honey", Sight::Everyone).await;
    let told: Vec<String> = town.told().await.into_iter().map(|(to, _)| to).collect();
    assert_eq!(told, ["all", "sorted", "vald"]);
    let actor = town.world.actor("vald").await;
    let at = (town.exchange, actor.memberships()[0].member);
    let kept = market::saved_searches(app, &actor, at).await.unwrap();
    assert_eq!(kept[0].wanted, honey(Scope::Exchange("VALD".to_owned())));
    assert_eq!(kept[0].elsewhere.as_deref(), Some("VALD exchange"));
    // An exchange that shows nothing to everyone any more shows nothing to these either.
    town.hours_pass(2);
    publish("dora", "More honey", Sight::Everyone).await;
    assert!(town.world.letters().await.is_empty());
    let bounds = Bounds { days: 365, endless: false, sight: Sight::Exchange };
    market::set_bounds(app, &town.world.admin("VALD").await, vald, bounds).await.unwrap();
    assert!(town.told().await.is_empty());
}

#[tokio::test]
async fn searches_are_ones_own_are_limited_and_can_be_forgotten() {
    let town = Town::new().await;
    let (app, ana, ben) = (&town.world.app, town.world.actor("ana").await, town.world.actor("ben").await);
    let at = (town.exchange, town.ben.member);
    let tea = Wanted { words: " tea ".to_owned(), ..Wanted::default() };
    for (wanted, name, code) in [
        (&Wanted::default(), "all", "error-search-everything"),
        (&tea, " ", "error-required"),
        (&tea, "a\r\nBcc: x@y.z", "error-strange-characters"),
    ] {
        let refused = town.save_wanted("ben", wanted, (name, Pace::AtOnce)).await;
        assert!(refused.unwrap_err().has_code(code), "{code}");
    }
    let nowhere = Wanted { category: Some(Uuid::nil()), ..tea.clone() };
    let refused = town.save_wanted("ben", &nowhere, ("Tea", Pace::AtOnce)).await;
    assert!(matches!(refused, Err(Error::NotFound)), "a category that is not there is not all of them");
    let id = town.name();
    let form = SearchForm { name: "Tea".to_owned(), pace: Some(Pace::AtOnce) };
    for _ in 0..2 {
        market::save_search(app, &ben, (town.ben.member, id), (&tea, "en"), &form).await.unwrap();
    }
    let theirs = market::save_search(app, &ana, (town.ben.member, town.name()), (&tea, "en"), &form).await;
    assert!(theirs.is_err(), "nobody saves for others");
    assert!(market::saved_searches(app, &ana, at).await.is_err(), "nor sees what others look for");
    assert!(market::change_search(app, &ana, at, id, &form).await.is_err());
    let foreign = (town.exchange, town.ana.member);
    assert!(matches!(market::change_search(app, &ana, foreign, id, &form).await, Err(Error::NotFound)));
    market::remove_search(app, &ana, foreign, id).await.unwrap();

    let weekly = SearchForm { name: "Herbs".to_owned(), pace: Some(Pace::Weekly) };
    market::change_search(app, &ben, at, id, &weekly).await.unwrap();
    let kept = market::saved_searches(app, &ben, at).await.unwrap();
    assert_eq!((kept.len(), kept[0].search.name.as_str(), kept[0].search.pace), (1, "Herbs", Pace::Weekly));
    for at in 1..MOST {
        town.save("ben", &format!("tea {at}"), Pace::AtOnce).await;
    }
    let many = town.save_wanted("ben", &tea, ("one more", Pace::AtOnce)).await;
    assert!(many.unwrap_err().has_code("error-searches-many"));

    // What waits of one that is forgotten is not told.
    town.hours_pass(1);
    town.publish("ana", &plain("Tea", &town)).await;
    assert!(town.world.letters().await.is_empty());
    for kept in market::saved_searches(app, &ben, at).await.unwrap() {
        for _ in 0..2 {
            market::remove_search(app, &ben, at, kept.search.uuid).await.unwrap();
        }
    }
    assert!(town.told().await.is_empty());
}

#[tokio::test]
async fn more_searches_than_one_job_asks_are_all_told_once() {
    let town = Town::new().await;
    for at in 0..26 {
        town.world.member(&format!("member{at}"), town.exchange).await;
        for _ in 0..MOST {
            town.save(&format!("member{at}"), "marmalade", Pace::AtOnce).await;
        }
    }
    town.hours_pass(1);
    town.publish("ana", &plain("Marmalade", &town)).await;
    let told = town.told().await;
    assert_eq!(told.len(), 26);
    assert!(told.iter().all(|(_, titles)| titles == &["Marmalade"]), "{told:?}");
}
