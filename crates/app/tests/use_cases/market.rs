//! The market: writing, who sees what, what an exchange allows, categories, trades from a listing, and how one ends.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use app::actor::Actor;
use app::exchanges::{self, Exchange};
use app::mail::{Letter, ListingNews};
use app::market::{
    self, Bounds, CategoryForm, Direction, Kind, Listing, ListingForm, Order, Reader, Scope, Sight, Span,
    Standing, State, Terms, Wanted,
};
use app::testing::{Person, World};
use app::trades::{self, NewTrade, Stand};
use app::{Error, accounts, audit, members};
use ledger::account;
use ledger::transfer::{Channel, Wish};
use ledger::unit::Separators;
use ledger::{Amount, ExchangeId, Instant, TransferId};
use uuid::Uuid;

mod digests;
mod earning;
mod ending;
mod finding;
mod pictures;
mod places;
mod searches;
mod sorting;

const DAY_US: i64 = 86_400_000_000;

/// Who reads in this language.
const fn reader(locale: &str) -> Reader<'_> {
    Reader { locale, network: "192.0.2.0/24" }
}

/// MARL with ana and ben; admin-marl administers.
struct Town {
    world: World,
    exchange: ExchangeId,
    ana: Person,
    ben: Person,
    category: Uuid,
}

impl Town {
    async fn new() -> Self {
        let world = World::new().await;
        let exchange = world.exchange("MARL").await;
        let ana = world.member("ana", exchange).await;
        let ben = world.member("ben", exchange).await;
        let category = market::categories(&world.app, exchange).await.unwrap()[0].uuid;
        Self { world, exchange, ana, ben, category }
    }

    fn name(&self) -> Uuid {
        self.world.app.random.uuid(self.world.app.clock.now()).unwrap()
    }

    /// An offer for twelve acorns that members see for ninety days.
    fn offer(&self, title: &str) -> ListingForm {
        ListingForm {
            kind: Some(Kind::Offer),
            state: State::Published,
            title: title.to_owned(),
            body: "At your home, with *my* tools.".to_owned(),
            keywords: "bike".to_owned(),
            category: Some(self.category),
            terms: Some(Terms::Amount),
            amount: "12".to_owned(),
            separators: Separators::ENGLISH,
            price: "an hour".to_owned(),
            money: String::new(),
            place: "Canal Side".to_owned(),
            sight: Some(Sight::Exchange),
            locale: "en".to_owned(),
            span: Some(Span::Days(90)),
        }
    }

    async fn publish(&self, who: &str, form: &ListingForm) -> Uuid {
        let (actor, id) = (self.world.actor(who).await, self.name());
        let person = if who == "ana" { &self.ana } else { &self.ben };
        market::publish(&self.world.app, &actor, (person.member, id), form).await.unwrap();
        id
    }

    async fn home(&self) -> Exchange {
        exchanges::by_code(&self.world.app, &Actor::server(), "MARL").await.unwrap()
    }

    async fn shown(&self, actor: &Actor, wanted: &Wanted) -> Vec<Listing> {
        market::market(&self.world.app, actor, &self.home().await, wanted, reader("en"))
            .await
            .unwrap()
            .listings
    }

    async fn titles(&self, actor: &Actor) -> Vec<String> {
        self.shown(actor, &Wanted::default()).await.into_iter().map(|listing| listing.title).collect()
    }

    async fn standing(&self, id: Uuid) -> Standing {
        let ana = self.world.actor("ana").await;
        market::listing(&self.world.app, &ana, &self.home().await, id).await.unwrap().standing
    }

    fn days_pass(&self, days: i64) {
        let now = self.world.app.clock.now();
        self.world.app.clock.set(Instant(now.0 + days * DAY_US));
    }
}

#[tokio::test]
async fn a_listing_is_made_once_and_read_as_it_was_written() {
    let town = Town::new().await;
    let (app, ana) = (&town.world.app, town.world.actor("ana").await);
    let (id, form) = (town.name(), town.offer("Bicycles mended"));
    for _ in 0..2 {
        market::publish(app, &ana, (town.ana.member, id), &form).await.unwrap();
    }
    let ben = town.world.actor("ben").await;
    let theirs = market::publish(app, &ben, (town.ben.member, id), &form).await;
    assert!(matches!(theirs, Err(Error::NotFound)), "the name is taken");
    let foreign = market::publish(app, &ben, (town.ana.member, town.name()), &form).await;
    assert!(foreign.is_err(), "nobody writes for others");

    let seen = market::listing(app, &ben, &town.home().await, id).await.unwrap();
    assert_eq!(seen.listing.title, "Bicycles mended");
    assert_eq!((seen.listing.amount, seen.listing.terms), (Some(1200), Terms::Amount));
    assert_eq!((seen.listing.name.as_str(), seen.listing.number.as_str()), ("ana", "MARL0002"));
    assert_eq!((seen.standing, seen.mine), (Standing::Shown, false));
    assert_eq!(seen.categories[0].concept.as_deref(), Some("food"));
    assert_eq!(town.titles(&ben).await, ["Bicycles mended"]);
}

#[tokio::test]
async fn what_is_wrong_is_told_field_by_field() {
    let town = Town::new().await;
    let ana = town.world.actor("ana").await;
    let blank = ListingForm {
        kind: None,
        title: " ".into(),
        category: Some(Uuid::nil()),
        amount: "1.234".into(),
        sight: None,
        locale: "xx".into(),
        span: Some(Span::Endless),
        ..town.offer("")
    };
    let wrong = market::publish(&town.world.app, &ana, (town.ana.member, town.name()), &blank).await;
    let Err(Error::Wrong(fields)) = wrong else { panic!("{wrong:?}") };
    let told: Vec<_> = fields.iter().map(|field| (field.field, field.code)).collect();
    assert_eq!(
        told,
        [
            ("side", "error-choice"),
            ("title", "error-required"),
            ("category", "error-choice"),
            ("amount", "error-amount-too-fine"),
            ("span", "error-listing-endless"),
            ("sight", "error-choice"),
            ("locale", "error-choice"),
        ]
    );
    let long = ListingForm { span: Some(Span::Days(366)), ..town.offer("Tea") };
    let wrong = market::publish(&town.world.app, &ana, (town.ana.member, town.name()), &long).await;
    assert!(wrong.unwrap_err().has_code("error-listing-days"));
    let gift = ListingForm { terms: Some(Terms::Gift), amount: "nonsense".into(), ..town.offer("Plums") };
    town.publish("ana", &gift).await;
}

#[tokio::test]
async fn visitors_see_what_is_for_everyone_and_not_whose_it_is() {
    let town = Town::new().await;
    let (visitor, home) = (Actor::visitor(), town.home().await);
    let inside = town.publish("ana", &town.offer("For members")).await;
    let linked = ListingForm { sight: Some(Sight::Linked), ..town.offer("For neighbours") };
    town.publish("ana", &linked).await;
    let open = ListingForm { sight: Some(Sight::Everyone), ..town.offer("For everyone") };
    let open = town.publish("ana", &open).await;
    assert_eq!(town.titles(&visitor).await, ["For everyone"]);
    let app = &town.world.app;
    let seen = market::listing(app, &visitor, &home, open).await.unwrap();
    let veiled = [&seen.listing.name, &seen.listing.number, &seen.listing.portrait];
    assert!(veiled.iter().all(|text| text.is_empty()) && seen.others.is_empty(), "{seen:?}");
    // What is hidden from visitors and what is not there look the same to them.
    for id in [inside, town.name()] {
        let hidden = market::listing(app, &visitor, &home, id).await.unwrap_err();
        assert!(hidden.has_code("error-sign-in-first"), "{hidden}");
    }
    // Somebody of another exchange is a visitor here.
    let pine = town.world.exchange("PINE").await;
    town.world.member("zoe", pine).await;
    let zoe = town.world.actor("zoe").await;
    assert_eq!(town.titles(&zoe).await, ["For everyone"]);
    assert!(matches!(market::listing(app, &zoe, &home, inside).await, Err(Error::NotFound)));

    let bounds = Bounds { days: 365, endless: false, sight: Sight::Linked };
    market::set_bounds(app, &town.world.admin("MARL").await, town.exchange, bounds).await.unwrap();
    assert!(town.titles(&visitor).await.is_empty(), "the exchange shows nothing to everyone any more");
    assert_eq!(town.titles(&town.world.actor("ben").await).await.len(), 3);
}

#[tokio::test]
async fn whoever_left_rests_or_was_stopped_shows_nothing() {
    let town = Town::new().await;
    let everyone = ListingForm { sight: Some(Sight::Everyone), ..town.offer("Bread") };
    let id = town.publish("ana", &everyone).await;
    let (app, admin) = (&town.world.app, town.world.admin("MARL").await);
    let readers = [Actor::visitor(), town.world.actor("ben").await];
    let states =
        [account::State::Suspended, account::State::Active, account::State::Disabled, account::State::Active];
    for state in states {
        accounts::set_state(app, &admin, town.ana.account, state, "a talk first").await.unwrap();
        let shows = state == account::State::Active;
        for reader in &readers {
            assert_eq!(!town.titles(reader).await.is_empty(), shows, "{state:?}");
            assert_eq!(
                market::listing(app, reader, &town.home().await, id).await.is_ok(),
                shows,
                "{state:?}"
            );
        }
    }
    members::leave(app, &town.world.actor("ana").await, town.ana.member).await.unwrap();
    for reader in &readers {
        assert!(town.titles(reader).await.is_empty());
        assert!(market::listing(app, reader, &town.home().await, id).await.is_err());
        assert!(
            market::of_member(app, reader, &town.home().await, (town.ana.member, None))
                .await
                .unwrap()
                .listings
                .is_empty()
        );
    }
}

#[tokio::test]
async fn its_owner_changes_hides_shows_and_removes_it_and_nobody_else() {
    let town = Town::new().await;
    let (app, exchange) = (&town.world.app, town.exchange);
    let (ana, ben) = (town.world.actor("ana").await, town.world.actor("ben").await);
    let id = town.publish("ana", &town.offer("Tea")).await;
    for refused in [
        market::edit(app, &ben, (exchange, id), &town.offer("Mine")).await,
        market::renew(app, &ben, exchange, id).await,
        market::hide(app, &ben, exchange, id).await,
        market::show(app, &ben, exchange, id).await,
        market::remove(app, &ben, exchange, id).await,
    ] {
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    }
    market::edit(app, &ana, (exchange, id), &town.offer("Coffee")).await.unwrap();
    market::hide(app, &ana, exchange, id).await.unwrap();
    assert!(town.titles(&ben).await.is_empty());
    let own = (town.ana.member, None);
    assert_eq!(market::mine(app, &ana, exchange, own).await.unwrap().listings.len(), 1);
    assert_eq!(town.standing(id).await, Standing::Hidden);
    market::show(app, &ana, exchange, id).await.unwrap();
    assert_eq!(town.titles(&ben).await, ["Coffee"]);
    market::remove(app, &ana, exchange, id).await.unwrap();
    assert!(market::mine(app, &ana, exchange, own).await.unwrap().listings.is_empty());
    assert!(matches!(market::listing(app, &ana, &town.home().await, id).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn an_administrator_hides_with_a_reason_and_the_owner_is_told() {
    let town = Town::new().await;
    let (app, exchange) = (&town.world.app, town.exchange);
    let (ana, admin) = (town.world.actor("ana").await, town.world.admin("MARL").await);
    let id = town.publish("ana", &town.offer("Miracle cures")).await;
    let mute = market::stop(app, &admin, (exchange, id), " ").await.unwrap_err();
    assert!(mute.has_code("error-required"), "{mute}");
    let ben = town.world.actor("ben").await;
    assert!(market::stop(app, &ben, (exchange, id), "no").await.is_err());
    market::stop(app, &admin, (exchange, id), "They cure nothing").await.unwrap();
    let Letter::Listing { news, words, title, .. } = town.world.letter_to("ana").await else { panic!() };
    assert_eq!(
        (news, words.as_str(), title.as_str()),
        (ListingNews::Stopped, "They cure nothing", "Miracle cures")
    );
    assert_eq!(town.standing(id).await, Standing::Stopped);
    let shown = market::show(app, &ana, exchange, id).await.unwrap_err();
    assert!(shown.has_code("error-listing-stopped"), "{shown}");
    market::edit(app, &ana, (exchange, id), &town.offer("Herb tea")).await.unwrap();
    assert!(town.titles(&ben).await.is_empty(), "a change does not show it");
    market::release(app, &admin, exchange, id).await.unwrap();
    assert_eq!(town.titles(&ben).await, ["Herb tea"]);
    let log = audit::page(app, &admin, exchange, None).await.unwrap();
    let acts: Vec<_> = log.iter().take(2).map(|line| line.act.as_str()).collect();
    assert_eq!(acts, ["listing-released", "listing-stopped"]);
}

#[tokio::test]
async fn what_its_owner_chose_holds_again_once_an_administrator_lets_go() {
    let town = Town::new().await;
    let (app, exchange) = (&town.world.app, town.exchange);
    let (ana, admin) = (town.world.actor("ana").await, town.world.admin("MARL").await);
    let hidden = ListingForm { state: State::Hidden, ..town.offer("Tea") };
    // Hidden from the beginning, hidden later, hidden or kept hidden while it was stopped; or never.
    for (before, meanwhile, after) in [
        ("hidden", "", Standing::Hidden),
        ("hide", "", Standing::Hidden),
        ("", "hide", Standing::Hidden),
        ("", "edit hidden", Standing::Hidden),
        ("hide", "edit", Standing::Shown),
        ("", "", Standing::Shown),
    ] {
        let form = if before == "hidden" { &hidden } else { &town.offer("Tea") };
        let id = town.publish("ana", form).await;
        if before == "hide" {
            market::hide(app, &ana, exchange, id).await.unwrap();
        }
        for reason in ["no", "not like that"] {
            market::stop(app, &admin, (exchange, id), reason).await.unwrap();
        }
        match meanwhile {
            "hide" => market::hide(app, &ana, exchange, id).await.unwrap(),
            "edit" => market::edit(app, &ana, (exchange, id), &town.offer("Tea")).await.unwrap(),
            "edit hidden" => market::edit(app, &ana, (exchange, id), &hidden).await.unwrap(),
            _ => {}
        }
        assert_eq!(town.standing(id).await, Standing::Stopped, "{before}, {meanwhile}");
        market::release(app, &admin, exchange, id).await.unwrap();
        assert_eq!(town.standing(id).await, after, "{before}, {meanwhile}");
    }
}

#[tokio::test]
async fn a_hundred_in_an_hour_are_fine_and_a_flood_is_not() {
    let town = Town::new().await;
    let (app, ana) = (&town.world.app, town.world.actor("ana").await);
    let mut made = 0;
    let refused = loop {
        match market::publish(app, &ana, (town.ana.member, town.name()), &town.offer("Jam")).await {
            Ok(()) => made += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, Error::Busy { .. }), "{refused}");
    assert_eq!(made, 300);
}

/// A trade of twelve acorns from the payer to the payee, recorded by the payer.
fn trade(town: &Town, (payer, payee): (&Person, &Person), settles: Uuid) -> NewTrade {
    NewTrade {
        id: TransferId(town.name()),
        exchange: town.exchange,
        payer: payer.account,
        payee: payee.account,
        amount: Amount::new(1200).unwrap(),
        description: "a bicycle".to_owned(),
        traded_on: None,
        channel: Channel::Web,
        wish: Wish::Count,
        stand: Stand::Own(payer.account),
        settles: Some(settles),
    }
}

#[tokio::test]
async fn a_trade_and_its_listing_know_each_other() {
    let town = Town::new().await;
    let (app, ben) = (&town.world.app, town.world.actor("ben").await);
    let id = town.publish("ana", &town.offer("Bicycles mended")).await;
    let fits = trade(&town, (&town.ben, &town.ana), id);
    let name = fits.id;
    trades::record(app, &ben, fits).await.unwrap();
    let view = trades::view(app, &ben, town.exchange, name).await.unwrap();
    let settled = view.settled.unwrap();
    assert_eq!((settled.uuid, settled.title.as_str(), settled.is_removed), (id, "Bicycles mended", false));
    // What ben gives ana is not what ana offers.
    let other = trade(&town, (&town.ana, &town.ben), id);
    let (other_name, ana) = (other.id, town.world.actor("ana").await);
    trades::record(app, &ana, other).await.unwrap();
    assert_eq!(trades::view(app, &ana, town.exchange, other_name).await.unwrap().settled, None);

    let seen = market::listing(app, &ben, &town.home().await, id).await.unwrap();
    assert_eq!(seen.trades.iter().map(|trade| trade.row.uuid).collect::<Vec<_>>(), [name.0]);
    let stranger = town.world.coordinator("cleo", town.exchange).await;
    assert!(stranger.number.starts_with("MARL"));
    town.world.member("dan", town.exchange).await;
    let dan = town.world.actor("dan").await;
    let seen = market::listing(app, &dan, &town.home().await, id).await.unwrap();
    assert!(seen.trades.is_empty(), "who traded is nobody else's affair");

    // A listing that a trade names leaves its title.
    market::remove(app, &ana, town.exchange, id).await.unwrap();
    let settled = trades::view(app, &ben, town.exchange, name).await.unwrap().settled.unwrap();
    assert_eq!((settled.title.as_str(), settled.is_removed), ("Bicycles mended", true));
    assert!(market::listing(app, &ana, &town.home().await, id).await.is_err());
    let report = app::integrity::verify(&town.world.database.db).await.unwrap();
    assert!(report.is_clean(), "{report}");
    town.world.letters().await;
}
