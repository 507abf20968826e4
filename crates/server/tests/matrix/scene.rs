//! Who asks, and about what: everything that a path names belongs to the member `ana`, or is between her and `dora`.
#![expect(clippy::expect_used, reason = "helpers of tests have nothing better to do than fail")]

use std::sync::atomic::{AtomicU32, Ordering};

use app::announcements::{self, AnnouncementForm};
use app::market::{self, ListingForm, Pace, SearchForm, Span, Wanted};
use app::messages::{self, Topic, Writing};
use app::newsletters::{self, Audience, NewsletterForm};
use app::people::areas::{self, AreaForm};
use app::people::recommendations;
use app::people::reports::{self, About, Reason, ReportForm};
use app::pictures::{self, Upload};
use app::testing::{Person, World, founding};
use app::trades::{self, NewTrade, Stand};
use app::{accounts, exchanges, notices};
use axum::body::Body;
use axum::http::{Request, header};
use ledger::account::State;
use ledger::transfer::{Channel, Wish};
use ledger::unit::Separators;
use ledger::{Amount, ExchangeId, TransferId};
use server::testing::{Browser, Page, TestServer};
use uuid::Uuid;

use crate::table::Row;

/// The exchange that the paths are about.
const CODE: &str = "MARL";

/// Everybody, each with a browser.
pub(crate) struct Cast<'s> {
    browsers: Vec<Browser<'s>>,
    exchange: ExchangeId,
    ana: Person,
    cora: Person,
    dora: Person,
    /// With which letters of requests to ana are stopped.
    stop: String,
    /// Something that is announced.
    announced: Uuid,
    /// A newsletter.
    written: Uuid,
    /// A search that ana has saved.
    saved: Uuid,
}

impl<'s> Cast<'s> {
    /// Makes everybody and signs them in.
    pub(crate) async fn gather(server: &'s TestServer) -> Cast<'s> {
        let world = &server.world;
        let exchange = world.exchange(CODE).await;
        world.exchange("ELSE").await;
        let ana = world.member("ana", exchange).await;
        let dora = world.member("dora", exchange).await;
        world.member("ben", exchange).await;
        let cora = world.coordinator("cora", exchange).await;
        world.user("abel").await;
        world.applicant("abel", exchange).await;
        let sam = world.member("sam", exchange).await;
        let admin = world.admin(CODE).await;
        let stopped = accounts::set_state(&world.app, &admin, sam.account, State::Suspended, "a talk first");
        stopped.await.expect("sam is suspended");
        wish(world, "ana", "WISH").await;
        world.letters().await;
        let browsers = sign_everybody_in(server).await;
        let announced = fresh(world).0;
        let text = AnnouncementForm {
            title: "Market day".to_owned(),
            body: "On the green.".to_owned(),
            until: "2026-04-01".to_owned(),
        };
        let published = announcements::publish(&world.app, &admin, (exchange, announced), &text).await;
        published.expect("an administrator announces it");
        let written = fresh(world).0;
        let text = NewsletterForm {
            title: "News".to_owned(),
            body: "Of the green.".to_owned(),
            audience: Some(Audience::Everybody),
            area: String::new(),
            months: String::new(),
        };
        let sent = newsletters::send(&world.app, &admin, (exchange, written), &text).await;
        sent.expect("an administrator writes to everybody");
        world.letters().await;
        let (saved, tea) = (fresh(world).0, Wanted { words: "tea".to_owned(), ..Wanted::default() });
        let form = SearchForm { name: "Tea".to_owned(), pace: Some(Pace::AtOnce) };
        let actor = world.actor("ana").await;
        let kept = market::save_search(&world.app, &actor, (ana.member, saved), (&tea, "en"), &form).await;
        kept.expect("ana saves a search");
        let mut cast =
            Cast { browsers, exchange, ana, cora, dora, stop: String::new(), announced, written, saved };
        trade(world, &cast, "accept").await;
        let asked = world.letters().await.into_iter().find(|letter| letter.to == "ana@example.org");
        cast.stop = asked.and_then(|letter| letter.stop).expect("a letter to ana");
        cast
    }

    /// The browser of a role.
    pub(crate) fn browser(&self, role: usize) -> &Browser<'s> {
        &self.browsers[role]
    }
}

async fn sign_everybody_in(server: &TestServer) -> Vec<Browser<'_>> {
    let mut browsers = vec![server.anon()];
    for name in ["abel", "ana", "ben", "cora", "admin-marl", "admin-else", "root", "sam"] {
        browsers.push(server.as_user(name).await);
    }
    browsers
}

/// What a row's path and form name, made for one who asks.
pub(crate) struct Scene {
    path: String,
    fields: Vec<(&'static str, String)>,
}

impl Scene {
    /// Makes it.
    pub(crate) async fn set(server: &TestServer, cast: &Cast<'_>, row: &Row) -> Scene {
        let mut path = row.path.to_owned();
        for (name, value) in row.typed.iter().filter(|(name, _)| name.starts_with('{')) {
            path = path.replace(name, &part(server, cast, value).await);
        }
        path = path.replace("{code}", CODE).replace("{number}", digits(&cast.ana));
        let word = row.path.rsplit('/').next().unwrap_or_default();
        if path.contains("/messages/{id}") {
            path = path.replace("{id}", &conversation(&server.world, cast).await.to_string());
        } else if path.contains("/market/{id}") {
            path = path.replace("{id}", &listing(&server.world, cast, word).await.to_string());
        } else if path.contains("/pictures/{id}") {
            path = path.replace("{id}", &picture(&server.world, cast).await.to_string());
        } else if path.contains("{id}") {
            path = path.replace("{id}", &trade(&server.world, cast, word).await.0.to_string());
        }
        assert!(!path.contains('{'), "the row does not say what to ask for: {path}");
        let world = &server.world;
        let typed = row.typed.iter().filter(|(name, _)| !name.starts_with('{'));
        let mut fields: Vec<(&'static str, String)> =
            typed.map(|(name, value)| (*name, said(value, cast, world))).collect();
        for (_, value) in fields.iter_mut().filter(|(_, value)| value == "{category}") {
            *value = category(world, cast).await.to_string();
        }
        Scene { path, fields }
    }

    /// What is asked for.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// What is typed.
    pub(crate) fn fields(&self) -> &[(&'static str, String)] {
        &self.fields
    }

    fn borrowed(&self) -> Vec<(&str, &str)> {
        self.fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }

    /// Asks as the pages would.
    pub(crate) async fn ask(&self, browser: &Browser<'_>, row: &Row) -> Page {
        if row.method == "GET" {
            return browser.get(&self.path).await;
        }
        browser.post(&self.path, &self.borrowed()).await
    }

    /// Sends the form with a token of nobody's.
    pub(crate) async fn forge(&self, browser: &Browser<'_>, _row: &Row) -> Page {
        browser.post_with_token(&self.path, &self.borrowed(), "").await
    }

    /// Sends the form from a page of another site.
    pub(crate) async fn sent_from_elsewhere(&self, browser: &Browser<'_>, _row: &Row) -> Page {
        let request = Request::post(&self.path)
            .header(header::ORIGIN, "https://elsewhere.example")
            .header("sec-fetch-site", "cross-site");
        browser.send(request.body(Body::empty()).expect("a request")).await
    }
}

/// A part of a path, made anew.
async fn part(server: &TestServer, cast: &Cast<'_>, value: &str) -> String {
    let world = &server.world;
    match value {
        "{hashed}" => server::assets::url("look.css").rsplit('/').next().unwrap_or_default().to_owned(),
        "{category}" => category(world, cast).await.to_string(),
        "{stranger}" => {
            let name = fresh(world).0.simple().to_string();
            digits(&world.member(&name, cast.exchange).await).to_owned()
        }
        "{objected}" => trade(world, cast, "stand").await.0.to_string(),
        "{stop}" => cast.stop.clone(),
        "{announced}" => cast.announced.to_string(),
        "{written}" => cast.written.to_string(),
        "{saved}" => cast.saved.to_string(),
        "{notice}" => {
            trade(world, cast, "accept").await;
            world.letters().await;
            let inbox = notices::inbox(&world.app, &world.actor("ana").await, None).await;
            inbox.expect("ana's inbox").unread[0].uuid.to_string()
        }
        "{applicant}" => {
            let name = fresh(world).0.simple().to_string();
            world.user(&name).await;
            world.applicant(&name, cast.exchange).await.0.to_string()
        }
        // Each by somebody else: the brake is for one who floods.
        "{reported}" => {
            let id = fresh(world).0;
            let name = id.simple().to_string();
            let reporter = world.member(&name, cast.exchange).await;
            let form = ReportForm { reason: Some(Reason::Rude), words: String::new() };
            let actor = world.actor(&name).await;
            let home = exchanges::by_code(&world.app, &actor, CODE).await.expect("the exchange");
            let about = About::Member(cast.ana.member);
            let told =
                reports::report(&world.app, &actor, (&home, reporter.member, id), (about, &form)).await;
            told.expect("anybody may tell");
            id.to_string()
        }
        "{praised}" => praise(world, cast, "dora").await.to_string(),
        "{praising}" => praise(world, cast, "ana").await.to_string(),
        "{valley}" => {
            let id = fresh(world).0;
            let form = AreaForm { name: id.simple().to_string(), retired: false };
            let added = areas::add(&world.app, &world.admin(CODE).await, (cast.exchange, id), &form).await;
            added.expect("an administrator adds an area");
            id.to_string()
        }
        "{wished}" => {
            let (code, name) = (unused(), fresh(world).0.simple().to_string());
            world.user(&name).await;
            wish(world, &name, &code).await;
            code
        }
        other => other.to_owned(),
    }
}

/// What one says of the other after a trade.
async fn praise(world: &World, cast: &Cast<'_>, writer: &str) -> Uuid {
    let (id, trade) = (fresh(world).0, trade(world, cast, "").await);
    let at = (cast.exchange, trade, id);
    let said =
        recommendations::recommend(&world.app, &world.actor(writer).await, at, "kind and careful").await;
    said.expect("who was in a trade may recommend");
    id
}

/// Somebody wishes for an exchange of this code.
async fn wish(world: &World, name: &str, code: &str) {
    let wished = exchanges::found(&world.app, &world.actor(name).await, founding(code)).await;
    wished.expect("everybody may wish for an exchange");
}

/// The code of no exchange, another one each time.
fn unused() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("X{:03X}", NEXT.fetch_add(1, Ordering::Relaxed))
}

fn said(value: &str, cast: &Cast<'_>, world: &World) -> String {
    match value {
        "{fresh}" => fresh(world).0.to_string(),
        "{mail}" => format!("{}@example.org", fresh(world).0.simple()),
        "{unused}" => unused(),
        "{cora}" => cast.cora.user.0.to_string(),
        "{user}" => cast.ana.user.0.to_string(),
        "{member}" => cast.ana.member.0.to_string(),
        "{dora}" => digits(&cast.dora).to_owned(),
        other => other.replace('+', " "),
    }
}

fn digits(person: &Person) -> &str {
    person.number.strip_prefix(CODE).unwrap_or(&person.number)
}

fn fresh(world: &World) -> TransferId {
    TransferId(world.app.random.uuid(world.app.clock.now()).expect("chance"))
}

/// The first category of the exchange.
async fn category(world: &World, cast: &Cast<'_>) -> Uuid {
    market::categories(&world.app, cast.exchange).await.expect("categories")[0].uuid
}

/// What ana and dora write to each other.
async fn conversation(world: &World, cast: &Cast<'_>) -> Uuid {
    let (app, dora) = (&world.app, world.actor("dora").await);
    let home = exchanges::by_code(app, &dora, CODE).await.expect("the exchange");
    let to = (cast.dora.member, digits(&cast.ana), Topic::Nothing);
    // The same message for everybody who asks: it is written once.
    let writing = Writing { id: Uuid::from_u128(7), text: "Tea on Tuesday?" };
    let sent = messages::write_first(app, &dora, &home, to, writing).await;
    sent.expect("dora writes to ana")
}

/// An offer of ana's, about which can be done what the path's last word says.
async fn listing(world: &World, cast: &Cast<'_>, word: &str) -> Uuid {
    let (app, id) = (&world.app, fresh(world).0);
    let text = ListingForm {
        kind: Some(market::Kind::Offer),
        state: market::State::Published,
        title: "Tea and a talk".to_owned(),
        body: String::new(),
        keywords: String::new(),
        category: Some(category(world, cast).await),
        terms: Some(market::Terms::Gift),
        amount: String::new(),
        separators: Separators::ENGLISH,
        price: String::new(),
        money: String::new(),
        place: String::new(),
        sight: Some(market::Sight::Exchange),
        locale: "en".to_owned(),
        span: Some(Span::Days(90)),
    };
    let ana = world.actor("ana").await;
    market::publish(app, &ana, (cast.ana.member, id), &text).await.expect("ana offers tea");
    if word == "release" {
        let stopped = market::stop(app, &world.admin(CODE).await, (cast.exchange, id), "no tea here").await;
        stopped.expect("an administrator hides it");
    }
    id
}

/// A picture of an offer of ana's.
async fn picture(world: &World, cast: &Cast<'_>) -> Uuid {
    let (app, listing, ana) = (&world.app, listing(world, cast, "picture").await, world.actor("ana").await);
    let upload = Upload { name: "tea.png", bytes: include_bytes!("../../static/icon-180.png") };
    pictures::add(app, &ana, (cast.ana.member, listing), &[upload]).await.expect("ana shows it");
    world.letters().await;
    let home = exchanges::by_code(app, &ana, CODE).await.expect("the exchange");
    let all = pictures::of_draft(app, &ana, &home, (cast.ana.member, listing)).await.expect("pictures");
    all[0].uuid
}

/// A trade between ana and dora in which ana can do what the path's last word says.
async fn trade(world: &World, cast: &Cast<'_>, word: &str) -> TransferId {
    let (payer, payee, wish) = match word {
        "accept" | "decline" => (&cast.ana, &cast.dora, Wish::Wait),
        "withdraw" => (&cast.dora, &cast.ana, Wish::Wait),
        "reverse" | "edit" => (&cast.dora, &cast.ana, Wish::Count),
        _ => (&cast.ana, &cast.dora, Wish::Count),
    };
    let id = fresh(world);
    let order = NewTrade {
        id,
        exchange: cast.exchange,
        payer: payer.account,
        payee: payee.account,
        amount: Amount::new(100).expect("an amount"),
        description: "tea and a talk".to_owned(),
        traded_on: None,
        channel: Channel::Web,
        wish,
        stand: Stand::Own(payee.account),
        settles: None,
    };
    let maker = if payee.user == cast.ana.user { "ana" } else { "dora" };
    let recorded = trades::record(&world.app, &world.actor(maker).await, order).await;
    recorded.expect("the trade is recorded");
    if word == "stand" {
        let said = trades::object(&world.app, &world.actor("ana").await, id, "it was on Tuesday").await;
        said.expect("the objection is heard");
    }
    id
}
