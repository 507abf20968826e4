//! What members are to each other beside their trades: contact details, blocks, reports, favourites, recommendations, areas.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use app::actor::Actor;
use app::exchanges::{self, Exchange};
use app::market::{self, Direction, Kind, ListingForm, Reader, Sight, Span, State, Terms, Wanted};
use app::members::{self, Lookup, Member, MemberId, ProfileForm};
use app::people::areas::{self, AreaForm};
use app::people::contacts::{self, ContactForm, Kind as ContactKind, Sight as ContactSight};
use app::people::favourites::{self, Favourites, Keep};
use app::people::recommendations::{self, Recommendation};
use app::people::reports::{self, About, Reason, ReportForm, SettleForm};
use app::people::{blocks, reports::State as ReportState};
use app::testing::{Person, World};
use app::trades::{self, NewTrade, Stand};
use app::{Error, accounts, audit};
use ledger::transfer::{Channel, Wish};
use ledger::unit::Separators;
use ledger::{Amount, ExchangeId, Instant, TransferId, account};
use uuid::Uuid;

mod sayings;

/// MARL with ana, ben and cleo; admin-marl administers.
struct Town {
    world: World,
    exchange: ExchangeId,
    ana: Person,
    ben: Person,
    cleo: Person,
}

impl Town {
    async fn new() -> Self {
        let world = World::new().await;
        let exchange = world.exchange("MARL").await;
        let ana = world.member("ana", exchange).await;
        let ben = world.member("ben", exchange).await;
        let cleo = world.member("cleo", exchange).await;
        Self { world, exchange, ana, ben, cleo }
    }

    async fn actor(&self, name: &str) -> Actor {
        match name {
            "admin" => self.world.admin("MARL").await,
            "nobody" => Actor::visitor(),
            name => self.world.actor(name).await,
        }
    }

    fn name(&self) -> Uuid {
        self.world.app.random.uuid(self.world.app.clock.now()).unwrap()
    }

    async fn home(&self) -> Exchange {
        exchanges::by_code(&self.world.app, &Actor::server(), "MARL").await.unwrap()
    }

    async fn member(&self, person: &Person) -> Member {
        let admin = self.actor("admin").await;
        members::find(&self.world.app, &admin, self.exchange, &person.number).await.unwrap().0
    }

    /// Ana tells how she is reached, one way for each sight.
    async fn ana_is_reached(&self) {
        let way = |kind, value: &str, sight| ContactForm {
            kind: Some(kind),
            value: value.to_owned(),
            sight: Some(sight),
        };
        let profile = ProfileForm {
            name: "ana".into(),
            contacts: vec![
                way(ContactKind::Phone, "01632 960101", ContactSight::Exchange),
                way(ContactKind::Phone, "01632 960102", ContactSight::Hidden),
                way(ContactKind::Signal, "+44 7700 900101", ContactSight::Linked),
            ],
            ..ProfileForm::default()
        };
        members::edit_profile(&self.world.app, &self.actor("ana").await, self.ana.member, &profile)
            .await
            .unwrap();
    }

    /// The values that somebody sees of how ana is reached.
    async fn seen(&self, by: &str) -> Result<Vec<String>, Error> {
        let ana = self.member(&self.ana).await;
        let found = contacts::of_member(&self.world.app, &self.actor(by).await, &ana).await?;
        Ok(found.into_iter().map(|contact| contact.value).collect())
    }

    /// An offer of ana's.
    async fn offer(&self, sight: Sight) -> Uuid {
        self.offer_of((&self.actor("ana").await, self.ana.member), sight).await
    }

    async fn offer_of(&self, (actor, member): (&Actor, MemberId), sight: Sight) -> Uuid {
        let id = self.name();
        let form = ListingForm {
            kind: Some(Kind::Offer),
            state: State::Published,
            title: "Tea and a talk".into(),
            body: String::new(),
            keywords: String::new(),
            category: Some(market::categories(&self.world.app, self.exchange).await.unwrap()[0].uuid),
            terms: Some(Terms::Gift),
            amount: String::new(),
            separators: Separators::ENGLISH,
            price: String::new(),
            money: String::new(),
            place: String::new(),
            sight: Some(sight),
            locale: "en".into(),
            span: Some(Span::Days(90)),
        };
        market::publish(&self.world.app, actor, (member, id), &form).await.unwrap();
        id
    }

    /// Ben pays ana.
    async fn trade(&self) -> TransferId {
        let order = NewTrade {
            id: TransferId(self.name()),
            exchange: self.exchange,
            payer: self.ben.account,
            payee: self.ana.account,
            amount: Amount::new(100).unwrap(),
            description: "tea and a talk".into(),
            traded_on: None,
            channel: Channel::Web,
            wish: Wish::Count,
            stand: Stand::Own(self.ben.account),
            settles: None,
        };
        let id = order.id;
        trades::record(&self.world.app, &self.actor("ben").await, order).await.unwrap();
        self.world.letters().await;
        id
    }

    async fn favourites(&self, of: &Person, by: &str) -> Result<Favourites, Error> {
        let home = self.home().await;
        favourites::favourites(&self.world.app, &self.actor(by).await, &home, of.member).await
    }

    fn hours_pass(&self, hours: i64) {
        let now = self.world.app.clock.now();
        self.world.app.clock.set(Instant(now.0 + hours * 3_600_000_000));
    }
}

#[tokio::test]
async fn each_way_to_be_reached_is_seen_by_whom_its_owner_chose() {
    let town = Town::new().await;
    town.ana_is_reached().await;
    let all = ["01632 960101", "01632 960102", "+44 7700 900101"];
    assert_eq!(town.seen("ana").await.unwrap(), all);
    assert_eq!(town.seen("admin").await.unwrap(), all);
    assert_eq!(town.seen("ben").await.unwrap(), ["01632 960101", "+44 7700 900101"]);
    assert!(matches!(town.seen("nobody").await, Err(Error::NotAllowed(_))));
    town.world.user("stranger").await;
    assert!(matches!(town.seen("stranger").await, Err(Error::NotFound)));
    let ana = town.member(&town.ana).await;
    let theirs = contacts::own(&town.world.app, &town.actor("ben").await, &ana).await;
    assert!(matches!(theirs, Err(Error::NotFound)), "a form is for its owner");

    members::leave(&town.world.app, &town.actor("ana").await, town.ana.member).await.unwrap();
    assert!(town.seen("ben").await.unwrap().is_empty(), "who has left is called no longer");
}

#[tokio::test]
async fn looking_at_very_many_is_slowed_down_and_reading_is_not() {
    let town = Town::new().await;
    town.ana_is_reached().await;
    let (app, ben) = (&town.world.app, town.actor("ben").await);
    let ana = town.member(&town.ana).await;
    for look in 0..240 {
        let seen = contacts::of_member(app, &ben, &ana).await;
        assert!(seen.is_ok(), "{look} looks are not many");
    }
    for _ in 0..2 {
        let seen = contacts::of_member(app, &ben, &ana).await;
        assert!(matches!(seen, Err(Error::Busy { retry_after_s: 1..=3600 })), "{seen:?}");
    }
    assert!(contacts::of_member(app, &town.actor("cleo").await, &ana).await.is_ok(), "each has their own");
    town.hours_pass(2);
    assert!(contacts::of_member(app, &ben, &ana).await.is_ok(), "it passes");

    for page in 0..400 {
        let found = members::directory(app, &ben, town.exchange, &Lookup::default()).await;
        assert!(found.is_ok(), "{page} pages are not many");
    }
    let found = members::directory(app, &ben, town.exchange, &Lookup::default()).await;
    assert!(matches!(found, Err(Error::Busy { .. })), "{found:?}");

    for number in 0..600 {
        let found = members::find(app, &ben, town.exchange, &number.to_string()).await;
        assert!(!matches!(found, Err(Error::Busy { .. })), "{number} are not many");
    }
    let found = members::find(app, &ben, town.exchange, "2").await;
    assert!(
        matches!(found, Err(Error::Busy { .. })),
        "whoever tries all numbers learns who is here: {found:?}"
    );
    assert!(members::find(app, &town.actor("cleo").await, town.exchange, "2").await.is_ok());
    town.hours_pass(2);
    assert!(members::find(app, &ben, town.exchange, "2").await.is_ok(), "it passes");
}

#[tokio::test]
async fn who_is_blocked_does_not_find_how_to_reach_the_other_and_is_not_told() {
    let town = Town::new().await;
    town.ana_is_reached().await;
    let (app, ana, ben) = (&town.world.app, town.actor("ana").await, town.actor("ben").await);
    for _ in 0..2 {
        blocks::block(app, &ana, town.ana.member, town.ben.member).await.unwrap();
    }
    assert!(town.seen("ben").await.unwrap().is_empty());
    assert_eq!(town.seen("cleo").await.unwrap().len(), 2);
    assert!(town.world.letters().await.is_empty(), "nobody is told");
    let names: Vec<String> =
        blocks::blocked(app, &ana, town.ana.member).await.unwrap().into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["ben"]);
    assert!(blocks::blocked(app, &ben, town.ana.member).await.is_err(), "the list is its owner's");
    assert!(blocks::is_blocked(app, &ana, town.ana.member, town.ben.member).await.unwrap());
    assert!(blocks::blocked(app, &ben, town.ben.member).await.unwrap().is_empty(), "it goes one way");
    town.trade().await;

    let again = town.world.join("ben", town.exchange).await;
    assert!(town.seen("ben").await.unwrap().is_empty(), "nor by way of another account of theirs");
    assert_ne!(again.member, town.ben.member);
    blocks::unblock(app, &ana, town.ana.member, town.ben.member).await.unwrap();
    assert_eq!(town.seen("ben").await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_block_outlasts_leaving_and_joining_again() {
    let town = Town::new().await;
    town.ana_is_reached().await;
    let (app, ana) = (&town.world.app, town.actor("ana").await);
    blocks::block(app, &ana, town.ana.member, town.ben.member).await.unwrap();
    members::leave(app, &town.actor("ben").await, town.ben.member).await.unwrap();
    let again = town.world.join("ben", town.exchange).await;
    assert_ne!(again.member, town.ben.member);
    assert!(town.seen("ben").await.unwrap().is_empty());
    blocks::unblock(app, &ana, town.ana.member, town.ben.member).await.unwrap();
    assert_eq!(town.seen("ben").await.unwrap().len(), 2);
}

#[tokio::test]
async fn nobody_blocks_themselves_the_exchange_strangers_or_for_others() {
    let town = Town::new().await;
    let (app, ana) = (&town.world.app, town.actor("ana").await);
    let own = town.ana.member;
    let code = |outcome: Result<(), Error>| match outcome {
        Err(Error::NotAllowed(code)) => code,
        Err(Error::NotFound) => "not found",
        other => panic!("{other:?}"),
    };
    assert_eq!(code(blocks::block(app, &ana, own, own).await), "error-block-own");
    let admin = town.actor("admin").await;
    let itself = members::find(app, &admin, town.exchange, "0").await.unwrap().0.id;
    assert_eq!(code(blocks::block(app, &ana, own, itself).await), "error-block-administration");
    let other = town.world.exchange("ELSE").await;
    let far = town.world.member("far", other).await;
    assert_eq!(code(blocks::block(app, &ana, own, far.member).await), "not found");
    let ben = town.actor("ben").await;
    assert!(blocks::block(app, &ben, own, town.cleo.member).await.is_err());
    assert!(blocks::unblock(app, &ben, own, town.cleo.member).await.is_err());
}

#[tokio::test]
async fn what_few_offer_in_an_area_is_found_behind_all_else_and_searching_without_end_is_slowed_down() {
    let town = Town::new().await;
    let (app, admin, river) = (&town.world.app, town.actor("admin").await, town.name());
    let form = AreaForm { name: "River".into(), retired: false };
    areas::add(app, &admin, (town.exchange, river), &form).await.unwrap();
    let ben = town.actor("ben").await;
    let live = ProfileForm { name: "ben".into(), area: river.to_string(), ..ProfileForm::default() };
    members::edit_profile(app, &ben, town.ben.member, &live).await.unwrap();
    let theirs = town.offer_of((&ben, town.ben.member), Sight::Exchange).await;
    for _ in 0..120 {
        town.offer(Sight::Exchange).await;
    }
    let (cleo, home) = (town.actor("cleo").await, town.home().await);
    let search = async |area, after| {
        let wanted = Wanted { words: "tea".into(), area, after, ..Wanted::default() };
        market::market(app, &cleo, &home, &wanted, Reader { locale: "en", network: "" }).await
    };
    let found = search(Some(river), None).await.unwrap();
    assert_eq!(
        (found.listings.iter().map(|one| one.uuid).collect::<Vec<_>>(), found.next),
        (vec![theirs], None)
    );
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = search(None, after).await.unwrap();
        all.extend(page.listings.into_iter().map(|one| one.uuid));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 121, "each is on one page");
    let mut searches = 7;
    while search(None, None).await.is_ok() {
        searches += 1;
    }
    assert_eq!(searches, 600);
    assert!(matches!(search(None, None).await, Err(Error::Busy { .. })));
    assert!(
        market::market(app, &cleo, &home, &Wanted::default(), Reader { locale: "en", network: "" })
            .await
            .is_ok(),
        "who looks around may"
    );
}

fn rude() -> ReportForm {
    ReportForm { reason: Some(Reason::Rude), words: "He shouted.".into() }
}

async fn report(town: &Town, by: (&str, &Person), about: About, id: Uuid) -> Result<(), Error> {
    let (actor, home) = (town.actor(by.0).await, town.home().await);
    reports::report(&town.world.app, &actor, (&home, by.1.member, id), (about, &rude())).await
}

#[tokio::test]
async fn a_report_waits_for_administrators_and_its_outcome_is_told_to_who_made_it() {
    let town = Town::new().await;
    let (app, admin) = (&town.world.app, town.actor("admin").await);
    let (offer, id) = (town.offer(Sight::Exchange).await, town.name());
    for _ in 0..2 {
        report(&town, ("ben", &town.ben), About::Listing(offer), id).await.unwrap();
    }
    report(&town, ("ben", &town.ben), About::Member(town.cleo.member), town.name()).await.unwrap();
    assert_eq!(exchanges::overview(app, &admin, town.exchange).await.unwrap().reports, Some(2));
    assert!(town.world.letters().await.is_empty(), "the reported are not told");

    let settle = |state, reason: &str, answer: &str| SettleForm {
        state: Some(state),
        reason: reason.into(),
        answer: answer.into(),
    };
    let at = (town.exchange, id);
    let mute = reports::settle(app, &admin, at, &settle(ReportState::Hidden, " ", "")).await.unwrap_err();
    assert!(mute.has_code("error-required"), "{mute}");
    let hide = settle(ReportState::Hidden, "no tea here", "Thank you.");
    reports::settle(app, &admin, at, &hide).await.unwrap();
    assert!(matches!(reports::settle(app, &admin, at, &hide).await, Err(Error::NotFound)), "decided once");
    let letters = town.world.letters().await;
    assert_eq!(letters.len(), 1, "the owner is written why");
    assert!(!format!("{letters:?}").contains("ben"), "and not by whom: {letters:?}");
    let found = market::listing(app, &town.actor("ben").await, &town.home().await, offer).await;
    assert!(matches!(found, Err(Error::NotFound)), "it is hidden");

    let ben = town.actor("ben").await;
    let mine = reports::mine(app, &ben, town.exchange, town.ben.member).await.unwrap();
    let told: Vec<_> = mine.iter().map(|one| (one.state, one.answer.as_str())).collect();
    assert_eq!(told, [(ReportState::Open, ""), (ReportState::Hidden, "Thank you.")]);
    assert!(reports::mine(app, &town.actor("ana").await, town.exchange, town.ben.member).await.is_err());
    assert!(reports::reports(app, &ben, town.exchange).await.is_err(), "the list is the administrators'");
    let log = audit::page(app, &admin, town.exchange, None).await.unwrap();
    assert!(log.iter().any(|line| line.act == "report-settled"), "{log:?}");
}

#[tokio::test]
async fn a_report_needs_a_reason_and_is_not_of_oneself_and_cannot_flood() {
    let town = Town::new().await;
    let (app, home, ben) = (&town.world.app, town.home().await, town.actor("ben").await);
    let about = About::Member(town.cleo.member);
    for (form, code) in [
        (ReportForm::default(), "error-choice"),
        (ReportForm { reason: Some(Reason::Other), words: " ".into() }, "error-required"),
        (ReportForm { words: "x".repeat(1001), ..rude() }, "error-too-long"),
    ] {
        let at = (&home, town.ben.member, town.name());
        let wrong = reports::report(app, &ben, at, (about, &form)).await.unwrap_err();
        assert!(wrong.has_code(code), "{wrong}");
    }
    let own =
        report(&town, ("ben", &town.ben), About::Member(town.ben.member), town.name()).await.unwrap_err();
    assert!(own.has_code("error-report-own"), "{own}");
    let offer = town.offer(Sight::Exchange).await;
    let own = report(&town, ("ana", &town.ana), About::Listing(offer), town.name()).await.unwrap_err();
    assert!(own.has_code("error-report-own"), "{own}");
    let other = town.world.exchange("ELSE").await;
    let far = town.world.member("far", other).await;
    let strange = report(&town, ("ben", &town.ben), About::Member(far.member), town.name()).await;
    assert!(matches!(strange, Err(Error::NotFound)));

    for _ in 0..8 {
        report(&town, ("ben", &town.ben), about, town.name()).await.unwrap();
    }
    let ninth = report(&town, ("ben", &town.ben), about, town.name()).await;
    assert!(matches!(ninth, Err(Error::Busy { .. })), "{ninth:?}");
    report(&town, ("ana", &town.ana), about, town.name()).await.unwrap();
}

#[tokio::test]
async fn an_administrator_neither_sees_nor_decides_what_is_reported_of_them() {
    let town = Town::new().await;
    let (app, admin) = (&town.world.app, town.actor("admin").await);
    let own = admin.memberships().iter().find(|own| own.kind == members::Kind::Individual).unwrap().member;
    let id = town.name();
    report(&town, ("ben", &town.ben), About::Member(own), id).await.unwrap();
    assert_eq!(exchanges::overview(app, &admin, town.exchange).await.unwrap().reports, Some(0));
    assert!(reports::reports(app, &admin, town.exchange).await.unwrap().open.is_empty());
    let dismiss = SettleForm { state: Some(ReportState::Dismissed), ..SettleForm::default() };
    let decided = reports::settle(app, &admin, (town.exchange, id), &dismiss).await;
    assert!(matches!(decided, Err(Error::NotFound)));
    let root = town.world.actor("root").await;
    assert_eq!(reports::reports(app, &root, town.exchange).await.unwrap().open.len(), 1);
    let answer = SettleForm { state: Some(ReportState::Answered), answer: "We shall see.".into(), ..dismiss };
    reports::settle(app, &root, (town.exchange, id), &answer).await.unwrap();
    let log = audit::log(app, &admin, town.exchange, None).await.unwrap();
    let told = format!("{:?}", log.past);
    assert!(told.contains("report-settled"), "that something was decided is no secret: {told}");
    assert!(!told.contains("We shall see."), "what the reporter is told is: {told}");
    let subjects = log.past.iter().filter_map(|past| match &past.done {
        audit::Done::Other { act, subject, .. } if act == "report-settled" => Some(subject.as_str()),
        _ => None,
    });
    assert_eq!(subjects.collect::<Vec<_>>(), [""], "and so is about whom it was");
}

#[tokio::test]
async fn a_server_administrator_hides_what_its_owner_must_not_decide_about() {
    let town = Town::new().await;
    let (app, admin, root) = (&town.world.app, town.actor("admin").await, town.actor("root").await);
    let own = admin.memberships().iter().find(|own| own.kind == members::Kind::Individual).unwrap().member;
    let (offer, id) = (town.offer_of((&admin, own), Sight::Exchange).await, town.name());
    report(&town, ("ben", &town.ben), About::Listing(offer), id).await.unwrap();
    let hide =
        SettleForm { state: Some(ReportState::Hidden), reason: "not here".into(), ..SettleForm::default() };
    assert!(matches!(reports::settle(app, &admin, (town.exchange, id), &hide).await, Err(Error::NotFound)));
    reports::settle(app, &root, (town.exchange, id), &hide).await.unwrap();
    let ben = town.actor("ben").await;
    assert!(market::listing(app, &ben, &town.home().await, offer).await.is_err(), "it is hidden");

    let loose = market::release(app, &admin, town.exchange, offer).await;
    assert!(loose.unwrap_err().has_code("error-not-for-yourself"), "nor does its owner let it loose");
    let stopped = market::stop(app, &admin, (town.exchange, offer), "mine").await;
    assert!(stopped.unwrap_err().has_code("error-not-for-yourself"));
    assert!(market::listing(app, &ben, &town.home().await, offer).await.is_err(), "it stays hidden");
    let seen = market::listing(app, &root, &town.home().await, offer).await.unwrap();
    assert_eq!(seen.standing, market::Standing::Stopped, "who hid it finds it again");
    market::release(app, &root, town.exchange, offer).await.unwrap();
    assert!(market::listing(app, &ben, &town.home().await, offer).await.is_ok());
}

#[tokio::test]
async fn favourites_are_their_owner_s_and_show_only_what_is_still_there() {
    let town = Town::new().await;
    let (app, ben, home) = (&town.world.app, town.actor("ben").await, town.home().await);
    let offer = town.offer(Sight::Exchange).await;
    let own = town.ben.member;
    for _ in 0..2 {
        favourites::set_member(app, &ben, (town.exchange, own), (town.ana.member, Keep::Yes)).await.unwrap();
        favourites::set_member(app, &ben, (town.exchange, own), (town.cleo.member, Keep::Yes)).await.unwrap();
        favourites::set_listing(app, &ben, (&home, own), (offer, Keep::Yes)).await.unwrap();
    }
    let kept = town.favourites(&town.ben, "ben").await.unwrap();
    assert_eq!((kept.members.len(), kept.listings.len()), (2, 1));
    assert!(town.favourites(&town.ben, "ana").await.is_err(), "nobody else sees them");
    assert!(town.favourites(&town.ben, "admin").await.is_err(), "administrators neither");
    let ana = town.actor("ana").await;
    let theirs = favourites::set_member(app, &ana, (town.exchange, own), (town.cleo.member, Keep::No)).await;
    assert!(theirs.is_err());
    let strange = favourites::set_member(app, &ben, (town.exchange, own), (own, Keep::Yes)).await;
    assert!(matches!(strange, Err(Error::NotFound)), "one is not one's own favourite");

    favourites::set_member(app, &ben, (town.exchange, own), (town.cleo.member, Keep::No)).await.unwrap();
    let admin = town.actor("admin").await;
    accounts::set_state(app, &admin, town.ana.account, account::State::Suspended, "a talk first")
        .await
        .unwrap();
    let kept = town.favourites(&town.ben, "ben").await.unwrap();
    assert_eq!((kept.members.len(), kept.listings.len()), (1, 0), "who is stopped shows no listings");
    favourites::set_listing(app, &ben, (&home, own), (offer, Keep::No)).await.unwrap();
    accounts::set_state(app, &admin, town.ana.account, account::State::Active, "we talked").await.unwrap();
    let kept = town.favourites(&town.ben, "ben").await.unwrap();
    assert_eq!(kept.listings.len(), 0, "what is not shown can be dropped all the same");
    favourites::set_listing(app, &ben, (&home, own), (offer, Keep::Yes)).await.unwrap();
    market::remove(app, &town.actor("ana").await, town.exchange, offer).await.unwrap();
    members::leave(app, &town.actor("ana").await, town.ana.member).await.unwrap();
    let kept = town.favourites(&town.ben, "ben").await.unwrap();
    assert_eq!((kept.members.len(), kept.listings.len()), (0, 0), "who has left is gone");
}

#[tokio::test]
async fn areas_are_kept_by_administrators_and_filter_people_and_the_market() {
    let town = Town::new().await;
    let (app, admin) = (&town.world.app, town.actor("admin").await);
    let (hills, river) = (town.name(), town.name());
    let form = |name: &str| AreaForm { name: name.into(), retired: false };
    for _ in 0..2 {
        areas::add(app, &admin, (town.exchange, hills), &form("The hills")).await.unwrap();
    }
    areas::add(app, &admin, (town.exchange, river), &form("River")).await.unwrap();
    let twice =
        areas::add(app, &admin, (town.exchange, town.name()), &form("  the HILLS")).await.unwrap_err();
    assert!(twice.has_code("error-area-taken"), "{twice}");
    let ana = town.actor("ana").await;
    assert!(areas::add(app, &ana, (town.exchange, town.name()), &form("Mine")).await.is_err());
    areas::move_by_one(app, &admin, (town.exchange, river), Direction::Up).await.unwrap();
    let names = async || -> Vec<String> {
        areas::areas(app, town.exchange).await.unwrap().into_iter().map(|area| area.name).collect()
    };
    assert_eq!(names().await, ["River", "The hills"]);

    let live =
        |area: Uuid| ProfileForm { name: "ana".into(), area: area.to_string(), ..ProfileForm::default() };
    members::edit_profile(app, &ana, town.ana.member, &live(hills)).await.unwrap();
    town.offer(Sight::Everyone).await;
    let ben = town.actor("ben").await;
    let home = town.home().await;
    for (area, found) in [(Some(hills), 1), (Some(river), 0), (Some(Uuid::nil()), 0)] {
        let lookup = Lookup { area, ..Lookup::default() };
        let people = members::directory(app, &ben, town.exchange, &lookup).await.unwrap().lines.len();
        let wanted = Wanted { area, ..Wanted::default() };
        let offers = market::market(app, &ben, &home, &wanted, Reader { locale: "en", network: "" })
            .await
            .unwrap()
            .listings
            .len();
        assert_eq!((people, offers), (found, found), "{area:?}");
    }
    let elsewhere = Wanted { area: Some(river), ..Wanted::default() };
    let shown =
        market::market(app, &Actor::visitor(), &home, &elsewhere, Reader { locale: "en", network: "" })
            .await
            .unwrap()
            .listings
            .len();
    assert_eq!(shown, 1, "a visitor learns nothing of where somebody belongs");

    let retired = AreaForm { name: "High hills".into(), retired: true };
    areas::edit(app, &admin, (town.exchange, hills), &retired).await.unwrap();
    members::edit_profile(app, &ana, town.ana.member, &live(hills)).await.unwrap();
    let late = members::edit_profile(app, &ben, town.ben.member, &live(hills)).await.unwrap_err();
    assert!(late.has_code("error-choice"), "{late}");
    let other = town.world.exchange("ELSE").await;
    let far = (other, hills);
    let root = town.world.actor("root").await;
    assert!(matches!(areas::edit(app, &root, far, &retired).await, Err(Error::NotFound)));
}
