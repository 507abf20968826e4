//! Announcements: who may, what members see until when, and that everybody is told once.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use app::actor::Actor;
use app::announcements::{self, AnnouncementForm, Spread};
use app::jobs::{self, Job, Work};
use app::mail::Letter;
use app::notices::{self, Kind, Quiet, WishForm};
use app::testing::World;
use app::{Error, audit};
use ledger::{ExchangeId, UserId};
use uuid::Uuid;

const DAY_S: i64 = 86_400;

/// MARL with ana and ben, PINE next door.
struct Town {
    world: World,
    exchange: ExchangeId,
    pine: ExchangeId,
    admin: Actor,
}

impl Town {
    async fn new() -> Self {
        let world = World::new().await;
        let exchange = world.exchange("MARL").await;
        world.member("ana", exchange).await;
        world.member("ben", exchange).await;
        let pine = world.exchange("PINE").await;
        let admin = world.admin("MARL").await;
        Self { world, exchange, pine, admin }
    }

    fn id(&self) -> Uuid {
        self.world.app.random.uuid(self.world.app.clock.now()).unwrap()
    }

    async fn publish(&self, title: &str) -> Uuid {
        let id = self.id();
        let form = form(title, "2026-03-20");
        announcements::publish(&self.world.app, &self.admin, (self.exchange, id), &form).await.unwrap();
        id
    }

    async fn standing(&self, who: &str) -> Vec<String> {
        let actor = self.world.actor(who).await;
        let found = announcements::standing(&self.world.app, &actor, self.exchange).await.unwrap();
        found.into_iter().map(|found| found.title).collect()
    }

    async fn unread(&self, who: &str) -> usize {
        let inbox = notices::inbox(&self.world.app, &self.world.actor(who).await, None).await.unwrap();
        inbox.unread.iter().filter(|notice| notice.kind == Kind::Announcements).count()
    }
}

fn form(title: &str, until: &str) -> AnnouncementForm {
    AnnouncementForm { title: title.to_owned(), body: "On the *green*.".to_owned(), until: until.to_owned() }
}

#[tokio::test]
async fn an_announcement_stands_until_it_ends_or_is_taken_off() {
    let town = Town::new().await;
    let app = &town.world.app;
    let fair = town.publish("Fair").await;
    town.world.app.clock.advance(1);
    town.publish("Potluck").await;
    assert_eq!(town.standing("ana").await, ["Potluck", "Fair"]);
    let ana = town.world.actor("ana").await;
    for _ in 0..2 {
        announcements::dismiss(app, &ana, town.exchange, fair).await.unwrap();
    }
    assert_eq!(town.standing("ana").await, ["Potluck"]);
    assert_eq!(town.standing("ben").await, ["Potluck", "Fair"], "each for themselves");
    announcements::find(app, &ana, town.exchange, fair).await.unwrap();

    for _ in 0..2 {
        announcements::end(app, &town.admin, town.exchange, fair).await.unwrap();
    }
    assert_eq!(town.standing("ben").await, ["Potluck"]);
    // It stands through its last day where the exchange is, and no longer.
    let last = 1_774_051_199_000_000;
    let now = town.world.app.clock.now().0;
    town.world.app.clock.advance((last - now) / 1_000_000);
    assert_eq!(town.standing("ben").await, ["Potluck"]);
    town.world.app.clock.advance(1);
    assert!(town.standing("ben").await.is_empty());
    let acts = audit::page(app, &town.admin, town.exchange, None).await.unwrap();
    let acts: Vec<_> =
        acts.iter().map(|act| act.act.as_str()).filter(|act| act.starts_with("announce")).collect();
    assert_eq!(acts, ["announcement-ended", "announced", "announced"]);
}

#[tokio::test]
async fn everybody_is_told_once_whoever_clicks_twice_or_dies_in_between() {
    let town = Town::new().await;
    let app = &town.world.app;
    let id = town.id();
    let form = form("Fair", "2026-03-20");
    for _ in 0..2 {
        announcements::publish(app, &town.admin, (town.exchange, id), &form).await.unwrap();
    }
    // A process takes the job and dies; another takes it when its turn is over, and then the first awakes.
    let slow = jobs::take(app, Work::Letters, 10).await.unwrap();
    app.clock.advance(3600);
    let quick = jobs::take(app, Work::Letters, 10).await.unwrap();
    assert_eq!((slow.len(), quick.len()), (1, 1), "one job, though it was published twice");
    for taken in [&quick[0], &slow[0]] {
        let Job::Spread(spread) = &taken.job else { panic!("{taken:?}") };
        announcements::spread(app, taken.id, spread).await.unwrap();
    }
    let letters = town.world.letters().await;
    let mut to: Vec<_> = letters.iter().map(|letter| letter.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["ana@example.org", "ben@example.org"], "who published it knows");
    assert!(matches!(&letters[0].letter, Letter::Announcement { title, .. } if title == "Fair"));
    assert!(letters.iter().all(|letter| letter.stop.is_some()));
    for (who, count) in [("ana", 1), ("ben", 1), ("admin-marl", 0), ("admin-pine", 0)] {
        assert_eq!(town.unread(who).await, count, "{who}");
    }
    let overview = announcements::overview(app, &town.admin, town.exchange).await.unwrap();
    assert_eq!((overview.announcements[0].told, overview.readers), (3, 3));

    announcements::edit(app, &town.admin, (town.exchange, id), &form).await.unwrap();
    assert!(town.world.letters().await.is_empty(), "a change is told to nobody");
}

#[tokio::test]
async fn many_are_told_some_at_a_time() {
    let town = Town::new().await;
    let app = &town.world.app;
    for at in 0..60 {
        town.world.member(&format!("member{at}"), town.exchange).await;
    }
    town.publish("Fair").await;
    let mut rounds = 0;
    loop {
        let taken = jobs::take(app, Work::Letters, 1000).await.unwrap();
        let spread: Vec<_> = taken.iter().filter(|taken| matches!(taken.job, Job::Spread(_))).collect();
        let Some(one) = spread.first() else { break };
        assert_eq!(spread.len(), 1);
        let Job::Spread(what) = &one.job else { panic!() };
        announcements::spread(app, one.id, what).await.unwrap();
        rounds += 1;
    }
    let overview = announcements::overview(app, &town.admin, town.exchange).await.unwrap();
    assert_eq!((rounds, overview.announcements[0].told), (2, 63));
}

#[tokio::test]
async fn only_administrators_announce_and_only_members_read() {
    let town = Town::new().await;
    let app = &town.world.app;
    let id = town.publish("Fair").await;
    for who in ["ana", "admin-pine", "root"] {
        let actor = town.world.actor(who).await;
        let refused =
            announcements::publish(app, &actor, (town.exchange, town.id()), &form("x", "2026-03-20")).await;
        assert!(matches!(refused, Err(Error::NotAllowed(_))), "{who}");
        assert!(announcements::end(app, &actor, town.exchange, id).await.is_err(), "{who}");
    }
    let stranger = town.world.actor("admin-pine").await;
    assert!(announcements::find(app, &stranger, town.exchange, id).await.is_err());
    assert!(announcements::standing(app, &stranger, town.exchange).await.unwrap().is_empty());
    let other = announcements::find(app, &stranger, town.pine, id).await;
    assert!(matches!(other, Err(Error::NotFound)), "not by way of another exchange");
}

#[tokio::test]
async fn what_is_wrong_is_told_by_field_and_there_is_a_limit() {
    let town = Town::new().await;
    let app = &town.world.app;
    for (title, until, code) in [
        ("", "2026-03-20", "error-required"),
        ("x\u{202e}y", "2026-03-20", "error-strange-characters"),
        ("Fair", "", "error-day"),
        ("Fair", "2026-02-30", "error-day"),
        ("Fair", "2026-03-13", "error-announcement-over"),
        ("Fair", "2027-04-01", "error-announcement-too-long"),
    ] {
        let refused = announcements::preview(app, &town.admin, town.exchange, &form(title, until)).await;
        assert!(refused.unwrap_err().has_code(code), "{title:?}, {until:?}");
    }
    for _ in 0..10 {
        town.publish("Fair").await;
    }
    let id = (town.exchange, town.id());
    let refused = announcements::publish(app, &town.admin, id, &form("Fair", "2026-03-20")).await;
    assert!(matches!(refused, Err(Error::Busy { .. })));
    app.clock.advance(DAY_S + 1);
    announcements::publish(app, &town.admin, id, &form("Fair", "2026-03-20")).await.unwrap();
}

#[tokio::test]
async fn what_has_ended_is_told_to_nobody() {
    let town = Town::new().await;
    let app = &town.world.app;
    let id = town.publish("Fair").await;
    announcements::end(app, &town.admin, town.exchange, id).await.unwrap();
    assert!(town.world.letters().await.is_empty());
    let spread = Spread { exchange: town.exchange, announcement: id, after: UserId(0) };
    announcements::spread(app, 0, &spread).await.unwrap();
    assert_eq!(town.unread("ana").await, 0);
}

#[tokio::test]
async fn a_letter_that_waited_holds_the_whole_text_and_none_comes_of_what_is_over() {
    let town = Town::new().await;
    let app = &town.world.app;
    let quiet = Quiet { from: "08:00".into(), until: "12:00".into(), time_zone: "Europe/London".into() };
    let wishes = WishForm { mail: Kind::ALL.to_vec(), quiet: Some(quiet), ..WishForm::default() };
    notices::choose(app, &town.world.actor("ana").await, &wishes).await.unwrap();
    let letters_to_ana = async || {
        let letters = town.world.letters().await.into_iter();
        letters
            .filter(|letter| letter.to == "ana@example.org")
            .map(|letter| letter.letter)
            .collect::<Vec<_>>()
    };
    for is_over in [false, true] {
        let fair = town.publish("Fair").await;
        assert!(letters_to_ana().await.is_empty());
        if is_over {
            announcements::end(app, &town.admin, town.exchange, fair).await.unwrap();
        }
        app.clock.advance(3 * 3600);
        notices::write_waiting(app).await.unwrap();
        let letters = letters_to_ana().await;
        assert_eq!(letters.len(), usize::from(!is_over), "{letters:?}");
        for letter in letters {
            assert!(matches!(letter, Letter::Announcement { body, .. } if body == "On the *green*."));
        }
        app.clock.advance(21 * 3600);
    }
}
