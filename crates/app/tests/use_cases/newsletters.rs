//! Newsletters: who may, to whom one goes, that nobody gets it twice and nobody is left out.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use app::actor::Actor;
use app::jobs::{self, Job, Work};
use app::mail::Letter;
use app::members::{self, ProfileForm};
use app::newsletters::{self, Audience, NewsletterForm};
use app::notices::{self, Kind, Quiet, WishForm};
use app::people::areas::{self, AreaForm};
use app::testing::{Person, World};
use app::trades::{self, NewTrade, Stand};
use app::{Error, audit};
use ledger::transfer::{Channel, Wish};
use ledger::{Amount, ExchangeId, TransferId};
use uuid::Uuid;

/// MARL with its administrator, ana, ben and cai.
struct Town {
    world: World,
    exchange: ExchangeId,
    ana: Person,
    ben: Person,
    admin: Actor,
}

impl Town {
    async fn new() -> Self {
        let world = World::new().await;
        let exchange = world.exchange("MARL").await;
        let ana = world.member("ana", exchange).await;
        let ben = world.member("ben", exchange).await;
        world.member("cai", exchange).await;
        let admin = world.admin("MARL").await;
        Self { world, exchange, ana, ben, admin }
    }

    fn id(&self) -> Uuid {
        self.world.app.random.uuid(self.world.app.clock.now()).unwrap()
    }

    /// Ana pays Ben.
    async fn trade(&self) {
        let order = NewTrade {
            id: TransferId(self.id()),
            exchange: self.exchange,
            payer: self.ana.account,
            payee: self.ben.account,
            amount: Amount::new(100).unwrap(),
            description: "tea".to_owned(),
            traded_on: None,
            channel: Channel::Web,
            wish: Wish::Count,
            stand: Stand::Own(self.ana.account),
            settles: None,
        };
        trades::record(&self.world.app, &self.world.actor("ana").await, order).await.unwrap();
        self.world.letters().await;
    }

    async fn send(&self, form: &NewsletterForm) -> Uuid {
        let id = self.id();
        newsletters::send(&self.world.app, &self.admin, (self.exchange, id), form).await.unwrap();
        id
    }

    /// To whom it is written, by mail.
    async fn written(&self) -> Vec<String> {
        let letters = self.world.letters().await;
        assert!(
            letters.iter().all(|letter| matches!(letter.letter, Letter::Newsletter { .. })),
            "{letters:?}"
        );
        let mut to: Vec<String> =
            letters.into_iter().map(|letter| letter.to.split('@').next().unwrap().to_owned()).collect();
        to.sort();
        to
    }

    async fn unread(&self, who: &str) -> usize {
        let inbox = notices::inbox(&self.world.app, &self.world.actor(who).await, None).await.unwrap();
        inbox.unread.iter().filter(|notice| notice.kind == Kind::Newsletters).count()
    }
}

fn form(audience: Audience, months: &str) -> NewsletterForm {
    let (title, body) = ("News".to_owned(), "Of the *green*.".to_owned());
    NewsletterForm { title, body, audience: Some(audience), area: String::new(), months: months.to_owned() }
}

#[tokio::test]
async fn a_newsletter_goes_to_those_it_is_meant_for() {
    let town = Town::new().await;
    town.trade().await;
    for (audience, months, to) in [
        (Audience::Everybody, "", &["admin-marl", "ana", "ben", "cai"][..]),
        (Audience::BelowZero, "", &["ana"]),
        (Audience::Trading, "1", &["ana", "ben"]),
        (Audience::Idle, "1", &["admin-marl", "cai"]),
    ] {
        let form = form(audience, months);
        let checked = newsletters::preview(&town.world.app, &town.admin, town.exchange, &form).await.unwrap();
        assert_eq!(checked.total, to.len() as i64, "{audience:?}");
        town.send(&form).await;
        assert_eq!(town.written().await, to, "{audience:?}");
    }
    town.world.app.clock.advance(61 * 86_400);
    town.send(&form(Audience::Idle, "2")).await;
    assert_eq!(town.written().await, ["admin-marl", "ana", "ben", "cai"]);
}

#[tokio::test]
async fn who_wishes_none_finds_it_in_the_inbox_alone() {
    let town = Town::new().await;
    let but = Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Newsletters).collect();
    let wishes = WishForm { mail: but, quiet: None, ..WishForm::default() };
    notices::choose(&town.world.app, &town.world.actor("ana").await, &wishes).await.unwrap();
    town.send(&form(Audience::Everybody, "")).await;
    let letters = town.world.letters().await;
    assert_eq!(letters.len(), 3);
    assert_eq!(town.unread("ana").await, 1);
    // And by the link of the letter itself.
    let stop =
        letters.iter().find(|letter| letter.to == "ben@example.org").and_then(|letter| letter.stop.clone());
    assert_eq!(notices::unsubscribe(&town.world.app, &stop.unwrap()).await.unwrap(), Kind::Newsletters);
    town.send(&form(Audience::Everybody, "")).await;
    assert_eq!(town.written().await, ["admin-marl", "cai"]);
}

#[tokio::test]
async fn nobody_gets_it_twice_whatever_is_clicked_and_whoever_dies() {
    let town = Town::new().await;
    let app = &town.world.app;
    for at in 0..60 {
        town.world.member(&format!("member{at}"), town.exchange).await;
    }
    let (id, form) = (town.id(), form(Audience::Everybody, ""));
    let send = || newsletters::send(app, &town.admin, (town.exchange, id), &form);
    let (one, two) = tokio::join!(send(), send());
    one.unwrap();
    two.unwrap();
    send().await.unwrap();
    let told = async || newsletters::list(app, &town.admin, town.exchange).await.unwrap().remove(0);
    assert_eq!((told().await.total, told().await.told), (64, 0));

    // The first part is done by one process while another had taken it before.
    let slow = jobs::take(app, Work::Letters, 1).await.unwrap().remove(0);
    app.clock.advance(3600);
    let quick = jobs::take(app, Work::Letters, 1).await.unwrap().remove(0);
    assert_eq!(slow.id, quick.id);
    for taken in [&quick, &slow] {
        let Job::Post(posting) = &taken.job else { panic!("{taken:?}") };
        newsletters::post(app, taken.id, posting).await.unwrap();
    }
    let half = told().await;
    assert_eq!((half.told, half.done_at), (50, None), "and then everything stops");

    // Whoever goes on goes on from there.
    let mut written = town.written().await;
    assert_eq!(written.len(), 64);
    written.dedup();
    assert_eq!(written.len(), 64, "each once");
    let done = told().await;
    assert_eq!(done.told, 64);
    assert!(done.done_at.is_some());
}

#[tokio::test]
async fn a_test_goes_to_its_author_alone() {
    let town = Town::new().await;
    let app = &town.world.app;
    newsletters::test(app, &town.admin, (town.exchange, town.id()), &form(Audience::Everybody, ""))
        .await
        .unwrap();
    assert_eq!(town.written().await, ["admin-marl"]);
    assert!(newsletters::list(app, &town.admin, town.exchange).await.unwrap().is_empty());
    assert_eq!(town.unread("ana").await, 0);
}

#[tokio::test]
async fn only_administrators_write_what_is_wrong_is_told_and_there_is_a_limit() {
    let town = Town::new().await;
    let app = &town.world.app;
    town.world.exchange("PINE").await;
    for who in ["ana", "admin-pine", "root"] {
        let actor = town.world.actor(who).await;
        let place = (town.exchange, town.id());
        let refused = newsletters::send(app, &actor, place, &form(Audience::Everybody, "")).await;
        assert!(matches!(refused, Err(Error::NotAllowed(_))), "{who}");
        assert!(
            newsletters::test(app, &actor, place, &form(Audience::Everybody, "")).await.is_err(),
            "{who}"
        );
        assert!(newsletters::list(app, &actor, town.exchange).await.is_err(), "{who}");
    }
    for (form, code) in [
        (NewsletterForm { title: String::new(), ..form(Audience::Everybody, "") }, "error-required"),
        (NewsletterForm { body: " ".to_owned(), ..form(Audience::Everybody, "") }, "error-required"),
        (
            NewsletterForm { title: "a\r\nBcc: x@y.z".to_owned(), ..form(Audience::Everybody, "") },
            "error-strange-characters",
        ),
        (NewsletterForm { audience: None, ..form(Audience::Everybody, "") }, "error-choice"),
        (form(Audience::Idle, ""), "error-newsletter-months"),
        (form(Audience::Idle, "61"), "error-newsletter-months"),
        (form(Audience::BelowZero, ""), "error-newsletter-nobody"),
    ] {
        let refused = newsletters::send(app, &town.admin, (town.exchange, town.id()), &form).await;
        assert!(refused.unwrap_err().has_code(code), "{code}");
    }
    for _ in 0..5 {
        town.send(&form(Audience::Everybody, "")).await;
    }
    let refused =
        newsletters::send(app, &town.admin, (town.exchange, town.id()), &form(Audience::Everybody, "")).await;
    assert!(matches!(refused, Err(Error::Busy { .. })));
    let acts = audit::page(app, &town.admin, town.exchange, None).await.unwrap();
    assert_eq!(acts.iter().filter(|act| act.act == "newsletter-sent").count(), 5);
}

#[tokio::test]
async fn a_newsletter_goes_to_one_area() {
    let town = Town::new().await;
    let (app, hills, river) = (&town.world.app, town.id(), town.id());
    for (area, name) in [(hills, "The hills"), (river, "River")] {
        let form = AreaForm { name: name.to_owned(), retired: false };
        areas::add(app, &town.admin, (town.exchange, area), &form).await.unwrap();
    }
    let profile = ProfileForm { name: "ana".into(), area: hills.to_string(), ..ProfileForm::default() };
    members::edit_profile(app, &town.world.actor("ana").await, town.ana.member, &profile).await.unwrap();
    let to = |area: &str| NewsletterForm { area: area.to_owned(), ..form(Audience::Area, "") };
    town.send(&to(&hills.to_string())).await;
    assert_eq!(town.written().await, ["ana"]);
    let sent = newsletters::list(app, &town.admin, town.exchange).await.unwrap().remove(0);
    assert!(sent.area.is_some() && sent.audience == Audience::Area && sent.done_at.is_some());
    // Of another exchange, of none, without anybody in it.
    let elsewhere = Uuid::nil().to_string();
    for (area, code) in [
        (elsewhere.as_str(), "error-choice"),
        ("", "error-choice"),
        (&river.to_string(), "error-newsletter-nobody"),
    ] {
        let place = (town.exchange, town.id());
        let refused = newsletters::send(app, &town.admin, place, &to(area)).await;
        assert!(refused.unwrap_err().has_code(code), "{area}");
    }
}

#[tokio::test]
async fn a_newsletter_that_waited_for_the_morning_holds_its_whole_text() {
    let town = Town::new().await;
    let quiet = Quiet { from: "08:00".into(), until: "12:00".into(), time_zone: "Europe/London".into() };
    let wishes = WishForm { mail: Kind::ALL.to_vec(), quiet: Some(quiet), ..WishForm::default() };
    notices::choose(&town.world.app, &town.world.actor("ana").await, &wishes).await.unwrap();
    town.send(&form(Audience::Everybody, "")).await;
    assert_eq!(town.written().await, ["admin-marl", "ben", "cai"]);
    town.world.app.clock.advance(3 * 3600);
    notices::write_waiting(&town.world.app).await.unwrap();
    let Letter::Newsletter { title, body, .. } = town.world.letter_to("ana").await else { panic!() };
    assert_eq!((title.as_str(), body.as_str()), ("News", "Of the *green*."));
}
