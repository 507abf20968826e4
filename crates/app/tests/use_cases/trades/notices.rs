//! The inbox, and what of it comes by mail: once, as wished, never a storm.

use app::Error;
use app::mail::Letter;
use app::news::Event;
use app::notices::{self, Kind, Notice, Quiet, WishForm};

use super::setting::Town;

const HOUR_S: i64 = 3600;

impl Town {
    /// What stands unread in somebody's inbox, newest first.
    async fn unread(&self, who: &str) -> Vec<Notice> {
        let inbox = notices::inbox(&self.world.app, &self.actor(who).await, None).await.unwrap();
        let counted = notices::unread_count(&self.world.app, &self.actor(who).await).await.unwrap();
        assert_eq!((inbox.unread_count, counted as usize), (counted, inbox.unread.len()));
        inbox.unread
    }

    /// The letters that are due by now, those that have waited included.
    async fn written(&self) -> Vec<app::mail::Envelope> {
        notices::write_waiting(&self.world.app).await.unwrap();
        self.world.letters().await
    }

    async fn wishes(&self, who: &str, form: WishForm) {
        notices::choose(&self.world.app, &self.actor(who).await, &form).await.unwrap();
    }

    fn advance(&self, seconds: i64) {
        self.world.app.clock.advance(seconds);
    }
}

fn night() -> Option<Quiet> {
    let text = str::to_owned;
    Some(Quiet { from: text("22:00"), until: text("07:00"), time_zone: text("Europe/London") })
}

fn all() -> Vec<Kind> {
    Kind::ALL.to_vec()
}

/// Everybody has read what came with joining.
async fn quiet_town() -> Town {
    let town = Town::new().await;
    for who in ["ana", "bea", "admin-marl"] {
        let now = town.world.app.clock.now();
        notices::read_all(&town.world.app, &town.actor(who).await, now).await.unwrap();
        assert!(town.unread(who).await.is_empty(), "{who}");
    }
    town
}

#[tokio::test]
async fn what_happens_stands_in_the_inbox_until_it_is_opened() {
    let town = quiet_town().await;
    let (app, bea) = (&town.world.app, town.actor("bea").await);
    let id = town.paid(10).await;
    assert_eq!(town.told().await.len(), 1, "and a letter goes with it");
    let found = town.unread("bea").await;
    assert_eq!((found.len(), found[0].kind), (1, Kind::Trades));
    assert!(
        matches!(&found[0].letter, Letter::Trade { event: Event::Recorded, transfer, .. } if *transfer == id.0)
    );
    assert!(town.unread("ana").await.is_empty(), "who did it knows");

    let other = notices::open(app, &town.actor("ana").await, found[0].uuid).await.unwrap_err();
    assert!(matches!(other, Error::NotFound), "another's: {other:?}");
    let opened = notices::open(app, &bea, found[0].uuid).await.unwrap();
    assert_eq!(opened.letter, found[0].letter);
    notices::open(app, &bea, found[0].uuid).await.unwrap();
    assert!(town.unread("bea").await.is_empty());
    let read = notices::inbox(app, &bea, None).await.unwrap().read;
    assert!(read.iter().any(|notice| notice.uuid == found[0].uuid && notice.read_at.is_some()));

    town.asked(5).await;
    town.told().await;
    assert_eq!(town.unread("ana").await[0].kind, Kind::Requests);
}

#[tokio::test]
async fn what_came_after_the_page_was_shown_stays_new() {
    let town = quiet_town().await;
    town.paid(10).await;
    town.told().await;
    let shown = town.unread("bea").await[0].made_at;
    town.advance(1);
    town.paid(11).await;
    town.told().await;
    notices::read_all(&town.world.app, &town.actor("bea").await, shown).await.unwrap();
    assert_eq!(town.unread("bea").await.len(), 1);
}

#[tokio::test]
async fn a_long_inbox_is_read_page_by_page_and_forgotten_after_half_a_year() {
    let town = quiet_town().await;
    let (app, bea) = (&town.world.app, town.actor("bea").await);
    for units in 1..=65 {
        town.paid(units).await;
        town.told().await;
        town.advance(1);
    }
    notices::read_all(app, &bea, app.clock.now()).await.unwrap();
    let (mut seen, mut before) = (Vec::new(), None);
    loop {
        let page = notices::inbox(app, &bea, before).await.unwrap();
        assert!(page.unread.is_empty() && page.read.len() <= 30);
        seen.extend(page.read.iter().map(|notice| (notice.made_at, notice.uuid)));
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    // And the one of being welcomed.
    assert_eq!(seen.len(), 66);
    assert!(seen.is_sorted_by(|one, other| one.0 >= other.0), "newest first");
    let distinct: std::collections::HashSet<_> = seen.iter().map(|(_, uuid)| uuid).collect();
    assert_eq!(distinct.len(), 66, "none twice");
    town.advance(200 * 24 * HOUR_S);
    app::jobs::sweep(app).await.unwrap();
    assert!(notices::inbox(app, &bea, None).await.unwrap().read.is_empty());
}

#[tokio::test]
async fn who_wishes_no_letters_of_a_kind_has_the_others() {
    let town = quiet_town().await;
    let but_trades = all().into_iter().filter(|kind| *kind != Kind::Trades).collect();
    town.wishes("bea", WishForm { mail: but_trades, quiet: None, ..WishForm::default() }).await;
    town.paid(10).await;
    assert!(town.written().await.is_empty());
    assert_eq!(town.unread("bea").await.len(), 1, "the inbox has it");
    let wishes = notices::wishes(&town.world.app, &town.actor("bea").await).await.unwrap();
    assert_eq!(wishes.mail.iter().find(|(kind, _)| *kind == Kind::Trades), Some(&(Kind::Trades, false)));
    assert!(wishes.mail.iter().all(|(kind, wanted)| *wanted || *kind == Kind::Trades));
    assert!(wishes.mail.iter().all(|(kind, _)| *kind != Kind::Administration), "she is not told of that");
    let asked = town.request(3);
    let asked = app::trades::NewTrade {
        payer: town.bea.account,
        payee: town.ana.account,
        stand: app::trades::Stand::Own(town.ana.account),
        ..asked
    };
    town.record("ana", &asked).await.unwrap();
    assert_eq!(town.written().await.len(), 1, "she is asked for something");
}

#[tokio::test]
async fn letters_wait_for_the_end_of_the_night_and_become_one() {
    let town = quiet_town().await;
    town.wishes("bea", WishForm { mail: all(), quiet: night(), ..WishForm::default() }).await;
    // It is 9 in the morning.
    town.paid(1).await;
    assert_eq!(town.written().await.len(), 1);
    town.advance(14 * HOUR_S);
    for units in [2, 3, 4] {
        town.paid(units).await;
        assert!(town.written().await.is_empty());
    }
    let read = town.unread("bea").await[0].uuid;
    notices::open(&town.world.app, &town.actor("bea").await, read).await.unwrap();
    town.advance(8 * HOUR_S - 1);
    assert!(town.written().await.is_empty());
    town.advance(1);
    let letters = town.written().await;
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, "bea@example.org"));
    let Letter::Several { letters: told, more: 0 } = &letters[0].letter else { panic!("{letters:?}") };
    let amounts: Vec<i64> = told
        .iter()
        .map(|letter| match letter {
            Letter::Trade { amount, .. } => *amount,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(amounts, [2, 3], "what she has read is not written");
    assert!(letters[0].stop.is_some());
    assert!(town.written().await.is_empty(), "once");
}

#[tokio::test]
async fn a_storm_becomes_one_letter_an_hour() {
    let town = quiet_town().await;
    town.advance(HOUR_S);
    for units in 1..=60 {
        town.paid(units).await;
    }
    let at_once = town.written().await;
    assert_eq!(at_once.len(), 20);
    town.advance(HOUR_S);
    let later = town.written().await;
    assert_eq!(later.len(), 1);
    let Letter::Several { letters, more } = &later[0].letter else { panic!("{later:?}") };
    assert_eq!((letters.len(), *more), (20, 20), "the first of them, and how many more");
    assert_eq!(notices::unread_count(&town.world.app, &town.actor("bea").await).await.unwrap(), 60);
}

#[tokio::test]
async fn what_waited_because_it_was_much_does_not_come_at_night() {
    let town = quiet_town().await;
    town.wishes("bea", WishForm { mail: all(), quiet: night(), ..WishForm::default() }).await;
    // Half past nine in the evening.
    town.advance(12 * HOUR_S + HOUR_S / 2);
    for units in 1..=25 {
        town.paid(units).await;
    }
    assert_eq!(town.written().await.len(), 20);
    town.advance(HOUR_S);
    assert!(town.written().await.is_empty(), "it is half past ten");
    town.advance(8 * HOUR_S + HOUR_S / 2);
    let letters = town.written().await;
    assert_eq!(letters.len(), 1);
    assert!(matches!(&letters[0].letter, Letter::Several { letters, more: 0 } if letters.len() == 5));
}

#[tokio::test]
async fn several_servers_write_what_waits_once() {
    let town = quiet_town().await;
    town.wishes("bea", WishForm { mail: all(), quiet: night(), ..WishForm::default() }).await;
    town.advance(14 * HOUR_S);
    for units in [2, 3, 4] {
        town.paid(units).await;
    }
    town.written().await;
    town.advance(8 * HOUR_S);
    let write = || notices::write_waiting(&town.world.app);
    let (one, two, three) = tokio::join!(write(), write(), write());
    assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 1);
    assert_eq!(town.world.letters().await.len(), 1);
}

#[tokio::test]
async fn who_was_too_slow_with_a_job_tells_nothing_again() {
    let town = quiet_town().await;
    let app = &town.world.app;
    town.paid(10).await;
    let slow = app::jobs::take(app, app::jobs::Work::Letters, 10).await.unwrap();
    town.advance(HOUR_S);
    let quick = app::jobs::take(app, app::jobs::Work::Letters, 10).await.unwrap();
    assert_eq!((slow.len(), quick.len()), (1, 1), "its turn was over");
    for taken in [&quick[0], &slow[0]] {
        let app::jobs::Job::Tell(tell) = &taken.job else { panic!("{taken:?}") };
        app::news::work(app, &[(taken.id, tell)]).await.unwrap();
    }
    assert_eq!(town.unread("bea").await.len(), 1);
    assert_eq!(town.world.letters().await.len(), 1);
}

#[tokio::test]
async fn a_link_stops_letters_of_its_kind_and_opens_nothing_else() {
    let town = quiet_town().await;
    let app = &town.world.app;
    town.paid(10).await;
    let token = town.written().await.remove(0).stop.unwrap();
    assert!(!token.contains('@') && !token.contains("bea"), "{token}");
    assert_eq!(notices::unsubscribing(app, &token).unwrap(), Kind::Trades);
    town.paid(10).await;
    assert_eq!(town.written().await.len(), 1, "looking changes nothing");

    // What waits is stopped as well.
    town.wishes("bea", WishForm { mail: all(), quiet: night(), ..WishForm::default() }).await;
    town.advance(14 * HOUR_S);
    town.paid(10).await;
    town.written().await;
    for _ in 0..2 {
        assert_eq!(notices::unsubscribe(app, &token).await.unwrap(), Kind::Trades);
    }
    town.advance(10 * HOUR_S);
    town.paid(10).await;
    assert!(town.written().await.is_empty());
    assert_eq!(town.unread("bea").await.len(), 4);

    let (user, rest) = token.split_once('-').unwrap();
    let other_user = format!("{}-{rest}", user.parse::<i64>().unwrap() + 1);
    let other_kind = token.replace("trades", "requests");
    let longer = format!("{token}00");
    for forged in [other_user.as_str(), &other_kind, &longer, "", "1-trades-00", &token[..token.len() - 1]] {
        assert!(notices::unsubscribing(app, forged).is_err(), "{forged}");
        assert!(matches!(notices::unsubscribe(app, forged).await, Err(Error::NotFound)), "{forged}");
    }
    assert!(app::sessions::resume(app, &token).await.unwrap().user().is_none());
}

#[tokio::test]
async fn letters_that_are_no_news_come_always_and_cannot_be_stopped() {
    let town = quiet_town().await;
    let app = &town.world.app;
    town.wishes("bea", WishForm { mail: Vec::new(), quiet: night(), ..WishForm::default() }).await;
    town.advance(14 * HOUR_S);
    app::registration::request_reset(app, "bea@example.org", "192.0.2.0/24").await.unwrap();
    let letters = town.written().await;
    assert!(matches!(letters[0].letter, Letter::ResetPassword { .. }), "{letters:?}");
    assert_eq!(letters[0].stop, None);
    assert!(town.unread("bea").await.is_empty());
}

#[tokio::test]
async fn hours_that_cannot_be_are_refused_by_their_fields() {
    let town = quiet_town().await;
    let ana = town.actor("ana").await;
    let hours = |from: &str, until: &str, zone: &str| {
        Some(Quiet { from: from.to_owned(), until: until.to_owned(), time_zone: zone.to_owned() })
    };
    for (quiet, code) in [
        (hours("", "07:00", "UTC"), "error-time"),
        (hours("22:00", "25:00", "UTC"), "error-time"),
        (hours("22:00", "22:00", "UTC"), "error-quiet-whole-day"),
        (hours("22:00", "07:00", "Marl/Market"), "error-time-zone"),
    ] {
        let refused =
            notices::choose(&town.world.app, &ana, &WishForm { mail: all(), quiet, ..WishForm::default() })
                .await;
        assert!(refused.unwrap_err().has_code(code), "{code}");
    }
    assert_eq!(notices::wishes(&town.world.app, &ana).await.unwrap().quiet, None);
}
