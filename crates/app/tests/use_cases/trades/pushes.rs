//! What devices show at once: to whom, of what, when not, and that it ends with the session.

use app::Error;
use app::actor::Actor;
use app::mail::Letter;
use app::notices::{self, Kind, Quiet, WishForm};
use app::pushes::{self, About, DEVICES, Place, Push};
use app::trades::{NewTrade, Stand};
use app::{sessions, way_back};

use super::setting::Town;

const HOUR_S: i64 = 3600;
const DAY_S: i64 = 24 * HOUR_S;

impl Town {
    /// Lets a new browser of somebody's take pushes.
    async fn device(&self, who: &str, named: &str) -> Actor {
        let session = self.world.session(who).await;
        self.world.takes_pushes(&session, named).await;
        session
    }

    /// What is pushed by now, what has waited included, and to which devices. Letters are thrown away.
    async fn pushed(&self) -> Vec<(String, Push)> {
        notices::write_waiting(&self.world.app).await.unwrap();
        self.world.letters().await;
        pushes::write_waiting(&self.world.app).await.unwrap();
        self.world.pushes().await
    }

    /// To which devices.
    async fn rang(&self) -> Vec<String> {
        self.pushed().await.into_iter().map(|(named, _)| named).collect()
    }

    /// Ana asks Bea for units.
    async fn asked_of_bea(&self, units: i64) {
        let (payer, payee) = (self.bea.account, self.ana.account);
        let asked = NewTrade { payer, payee, stand: Stand::Own(payee), ..self.request(units) };
        self.record("ana", &asked).await.unwrap();
    }

    async fn chooses(&self, who: &str, push: &[Kind], quiet: Option<Quiet>) {
        let form = WishForm { mail: Kind::ALL.to_vec(), push: Some(push.to_vec()), quiet };
        notices::choose(&self.world.app, &self.actor(who).await, &form).await.unwrap();
    }
}

fn night() -> Option<Quiet> {
    let text = str::to_owned;
    Some(Quiet { from: text("22:00"), until: text("07:00"), time_zone: text("Europe/London") })
}

#[tokio::test]
async fn every_device_shows_what_happens_and_nobody_elses() {
    let town = Town::new().await;
    town.device("bea", "phone").await;
    town.device("bea", "laptop").await;
    town.device("ana", "ana").await;
    town.paid(10).await;
    let mut told = town.pushed().await;
    told.sort_by(|one, other| one.0.cmp(&other.0));
    let named: Vec<&str> = told.iter().map(|(named, _)| named.as_str()).collect();
    assert_eq!(named, ["laptop", "phone"], "who did it knows");
    for (_, push) in &told {
        assert!(matches!(&push.letter, Letter::Trade { amount: 10, .. }), "{push:?}");
        assert!(matches!(push.about, About::Notice(_)), "{push:?}");
    }
    assert!(town.pushed().await.is_empty(), "once");
}

#[tokio::test]
async fn a_device_shows_nothing_once_its_session_has_ended() {
    let town = Town::new().await;
    let app = &town.world.app;
    let token = town.world.sign_in("bea").await;
    let session = sessions::resume(app, &token).await.unwrap();
    town.world.takes_pushes(&session, "phone").await;
    let laptop = town.device("bea", "laptop").await;
    town.paid(1).await;
    // What is queued already is not sent either.
    town.world.letters().await;
    sessions::sign_out(app, &token).await.unwrap();
    assert_eq!(town.rang().await, ["laptop"]);
    sessions::revoke_others(app, &session).await.unwrap();
    town.paid(2).await;
    assert!(town.rang().await.is_empty());
    assert!(pushes::devices(app, &laptop).await.unwrap().is_empty());

    let tablet = town.device("bea", "tablet").await;
    town.paid(3).await;
    assert_eq!(town.rang().await, ["tablet"]);
    town.world.app.clock.advance(sessions::IDLE_S + 1);
    town.paid(4).await;
    assert!(town.rang().await.is_empty(), "a session that nobody uses ends by itself");
    assert!(pushes::devices(app, &tablet).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_browser_tells_one_person_at_a_time() {
    let town = Town::new().await;
    let ana = town.device("ana", "shared").await;
    town.device("bea", "shared").await;
    assert!(pushes::devices(&town.world.app, &ana).await.unwrap().is_empty());
    town.paid(1).await;
    assert_eq!(town.rang().await, ["shared"]);
    town.asked(2).await;
    assert!(town.rang().await.is_empty(), "ana is asked, and no longer told there");
}

#[tokio::test]
async fn what_was_read_meanwhile_or_is_a_day_old_is_not_shown() {
    let town = Town::new().await;
    town.device("bea", "phone").await;
    town.paid(1).await;
    town.world.letters().await;
    let bea = town.actor("bea").await;
    notices::read_all(&town.world.app, &bea, town.world.app.clock.now()).await.unwrap();
    assert!(town.rang().await.is_empty());
    town.paid(2).await;
    town.world.letters().await;
    town.world.app.clock.advance(DAY_S);
    assert!(town.rang().await.is_empty());
}

#[tokio::test]
async fn devices_show_the_kinds_that_are_wished() {
    let town = Town::new().await;
    let phone = town.device("bea", "phone").await;
    let wishes = notices::wishes(&town.world.app, &phone).await.unwrap();
    let long = [Kind::Newsletters, Kind::Digest];
    assert!(wishes.push.iter().all(|(kind, wanted)| *wanted != long.contains(kind)), "{wishes:?}");
    town.chooses("bea", &[Kind::Requests], None).await;
    town.paid(1).await;
    assert!(town.rang().await.is_empty());
    let form = WishForm { mail: Vec::new(), ..WishForm::default() };
    notices::choose(&town.world.app, &phone, &form).await.unwrap();
    let wishes = notices::wishes(&town.world.app, &phone).await.unwrap();
    assert!(wishes.push.contains(&(Kind::Requests, true)) && wishes.push.contains(&(Kind::Trades, false)));
    town.chooses("bea", &[Kind::Trades], None).await;
    town.paid(2).await;
    assert_eq!(town.rang().await, ["phone"]);
}

#[tokio::test]
async fn devices_are_quiet_at_night_and_show_one_thing_in_the_morning() {
    let town = Town::new().await;
    town.device("bea", "phone").await;
    town.chooses("bea", &[Kind::Trades], night()).await;
    // It is 9 in the morning, then 11 in the evening.
    town.world.app.clock.advance(14 * HOUR_S);
    for units in 1..=6 {
        town.paid(units).await;
        assert!(town.rang().await.is_empty());
    }
    town.asked_of_bea(7).await;
    town.world.app.clock.advance(8 * HOUR_S - 1);
    assert!(town.rang().await.is_empty());
    town.world.app.clock.advance(1);
    let told = town.pushed().await;
    assert_eq!(told.len(), 1, "{told:?}");
    let Letter::Several { letters, more } = &told[0].1.letter else { panic!("{told:?}") };
    assert_eq!(letters.len() + more, 6, "of the kinds that she wishes");
    assert_eq!(told[0].1.about, About::Inbox);

    town.world.app.clock.advance(16 * HOUR_S);
    let bea = town.actor("bea").await;
    notices::read_all(&town.world.app, &bea, town.world.app.clock.now()).await.unwrap();
    town.paid(8).await;
    assert!(town.rang().await.is_empty());
    town.world.app.clock.advance(8 * HOUR_S);
    let told = town.pushed().await;
    assert!(
        matches!(&told[0].1.letter, Letter::Trade { amount: 8, .. }),
        "one alone is told whole: {told:?}"
    );
}

#[tokio::test]
async fn what_is_on_its_way_when_the_night_begins_waits_for_the_morning() {
    let town = Town::new().await;
    town.device("bea", "phone").await;
    town.chooses("bea", &[Kind::Trades], night()).await;
    town.world.app.clock.advance(13 * HOUR_S - 60);
    town.paid(1).await;
    town.world.letters().await;
    town.world.app.clock.advance(60);
    assert!(town.rang().await.is_empty());
    town.world.app.clock.advance(9 * HOUR_S - 1);
    assert!(town.rang().await.is_empty());
    town.world.app.clock.advance(1);
    assert_eq!(town.rang().await, ["phone"]);
}

#[tokio::test]
async fn very_much_within_an_hour_becomes_one() {
    let town = Town::new().await;
    town.device("bea", "phone").await;
    town.world.app.clock.advance(HOUR_S);
    for units in 1..=25 {
        town.paid(units).await;
    }
    assert_eq!(town.rang().await.len(), 20);
    town.world.app.clock.advance(HOUR_S);
    let told = town.pushed().await;
    assert!(matches!(&told[..], [(_, Push { letter: Letter::Several { .. }, .. })]), "{told:?}");
}

#[tokio::test]
async fn a_device_is_turned_off_by_its_owner_and_the_oldest_makes_room() {
    let town = Town::new().await;
    let app = &town.world.app;
    let phone = town.device("bea", "phone").await;
    let id = phone.session().unwrap().uuid;
    let ana = town.world.session("ana").await;
    assert!(matches!(pushes::unsubscribe(app, &ana, id).await.unwrap_err(), Error::NotFound));
    pushes::unsubscribe(app, &phone, id).await.unwrap();
    assert!(matches!(pushes::unsubscribe(app, &phone, id).await.unwrap_err(), Error::NotFound));
    for number in 0..=DEVICES {
        town.device("bea", &format!("device{number:02}")).await;
        town.world.app.clock.advance(1);
    }
    town.paid(1).await;
    let mut rang = town.rang().await;
    rang.sort();
    assert_eq!((rang.len(), rang[0].as_str()), (usize::try_from(DEVICES).unwrap(), "device01"));
}

#[tokio::test]
async fn only_what_can_be_a_place_is_kept_and_a_new_place_only_for_the_one_before() {
    let town = Town::new().await;
    let app = &town.world.app;
    let bea = town.world.session("bea").await;
    let key = [4; 65];
    let long = format!("https://push.example.net/{}", "x".repeat(1000));
    for (endpoint, public_key, secret) in [
        ("", &key[..], &[7_u8; 16][..]),
        (&long, &key, &[7; 16]),
        ("https://push.example.net/é", &key, &[7; 16]),
        ("https://push.example.net/x", &key[..64], &[7; 16]),
        ("https://push.example.net/x", &[2; 65], &[7; 16]),
        ("https://push.example.net/x", &key, &[7; 15]),
    ] {
        let place = Place { endpoint, public_key, secret };
        let refused = pushes::subscribe(app, &bea, &place, None).await.unwrap_err();
        assert!(refused.has_code("error-push-place"), "{refused:?}");
    }
    let at = |endpoint| Place { endpoint, public_key: &key, secret: &[7; 16] };
    let (one, two) = ("https://push.example.net/one", "https://push.example.net/two");
    let unknown = pushes::subscribe(app, &bea, &at(two), Some(one)).await.unwrap_err();
    assert!(matches!(unknown, Error::NotFound), "nobody asked for it here");
    pushes::subscribe(app, &bea, &at(one), None).await.unwrap();
    pushes::subscribe(app, &bea, &at(two), Some(one)).await.unwrap();
    town.paid(1).await;
    assert_eq!(town.rang().await, ["two"]);
    let none = pushes::subscribe(app, &town.actor("bea").await, &at(one), None).await.unwrap_err();
    assert!(matches!(none, Error::NotAllowed("error-sign-in-first")), "without a session");
}

#[tokio::test]
async fn a_new_key_of_the_server_is_no_longer_believed_by_old_devices() {
    let town = Town::new().await;
    let phone = town.device("bea", "phone").await;
    way_back::begin_new_key(&town.world.app, &Actor::server()).await.unwrap();
    town.paid(1).await;
    assert!(town.rang().await.is_empty());
    assert!(pushes::devices(&town.world.app, &phone).await.unwrap().is_empty());
}
