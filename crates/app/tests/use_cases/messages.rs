//! Messages: who writes to whom about what, what is new, what letters tell, and what slows down who writes to everybody.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use app::actor::Actor;
use app::exchanges::{self, Exchange};
use app::mail::Letter;
use app::market::{self, Kind, ListingForm, Sight, Span, State, Terms};
use app::messages::{self, About, Opened, Topic, Writing};
use app::testing::{Person, World};
use app::trades::{self, NewTrade, Stand};
use app::{Error, Result, accounts, members, memberships};
use ledger::transfer::{Channel, Wish};
use ledger::unit::Separators;
use ledger::{Amount, ExchangeId, TransferId, account};
use uuid::Uuid;

mod pushing;
mod slowing;
mod telling;

const WEEK_S: i64 = 7 * 86_400;

/// MARL with ana, ben and cleo, who have been there for a while; admin-marl administers.
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
        world.app.clock.advance(2 * WEEK_S);
        Self { world, exchange, ana, ben, cleo }
    }

    fn person(&self, name: &str) -> &Person {
        match name {
            "ana" => &self.ana,
            "ben" => &self.ben,
            _ => &self.cleo,
        }
    }

    fn name(&self) -> Uuid {
        self.world.app.random.uuid(self.world.app.clock.now()).unwrap()
    }

    async fn home(&self) -> Exchange {
        exchanges::by_code(&self.world.app, &Actor::server(), "MARL").await.unwrap()
    }

    /// Writes for the first time, or again.
    async fn write(&self, from: &str, to: &str, topic: Topic, text: &str) -> Result<Uuid> {
        let actor = self.world.actor(from).await;
        let to = (self.person(from).member, self.person(to).number.as_str(), topic);
        let writing = Writing { id: self.name(), text };
        messages::write_first(&self.world.app, &actor, &self.home().await, to, writing).await
    }

    async fn answer(&self, who: &str, conversation: Uuid, text: &str) -> Result<()> {
        let writing = Writing { id: self.name(), text };
        let actor = self.world.actor(who).await;
        messages::answer(&self.world.app, &actor, (self.exchange, conversation), writing).await
    }

    async fn open(&self, who: &str, conversation: Uuid) -> Result<Opened> {
        let actor = self.world.actor(who).await;
        messages::open(&self.world.app, &actor, &self.home().await, (conversation, None)).await
    }

    async fn unread(&self, who: &str) -> u32 {
        let actor = self.world.actor(who).await;
        messages::unread(&self.world.app, &actor, self.person(who).member).await.unwrap()
    }

    /// What somebody's list says: the other's name, what it is about, the newest words.
    async fn inbox(&self, who: &str) -> Vec<(String, String, String)> {
        let actor = self.world.actor(who).await;
        let at = (self.exchange, self.person(who).member);
        let inbox = messages::inbox(&self.world.app, &actor, at, None).await.unwrap();
        let rows = inbox.conversations.into_iter();
        rows.map(|found| (found.name, found.title, found.last_body)).collect()
    }

    /// An offer of ana's.
    async fn offer(&self, title: &str) -> Uuid {
        let (app, ana, id) = (&self.world.app, self.world.actor("ana").await, self.name());
        let category = market::categories(app, self.exchange).await.unwrap()[0].uuid;
        let form = ListingForm {
            kind: Some(Kind::Offer),
            state: State::Published,
            title: title.to_owned(),
            body: String::new(),
            keywords: String::new(),
            category: Some(category),
            terms: Some(Terms::Gift),
            amount: String::new(),
            separators: Separators::ENGLISH,
            price: String::new(),
            money: String::new(),
            place: String::new(),
            sight: Some(Sight::Exchange),
            locale: "en".to_owned(),
            span: Some(Span::Days(90)),
        };
        market::publish(app, &ana, (self.ana.member, id), &form).await.unwrap();
        id
    }

    /// Ana has provided something to ben.
    async fn trade(&self, description: &str) -> Uuid {
        let id = TransferId(self.name());
        let order = NewTrade {
            id,
            exchange: self.exchange,
            payer: self.ben.account,
            payee: self.ana.account,
            amount: Amount::new(100).unwrap(),
            description: description.to_owned(),
            traded_on: None,
            channel: Channel::Web,
            wish: Wish::Count,
            stand: Stand::Own(self.ben.account),
            settles: None,
        };
        trades::record(&self.world.app, &self.world.actor("ben").await, order).await.unwrap();
        self.world.letters().await;
        id.0
    }
}

fn texts(opened: &Opened) -> Vec<&str> {
    opened.messages.iter().map(|message| message.body.as_str()).collect()
}

#[tokio::test]
async fn two_write_to_each_other_and_what_is_new_is_known_until_it_is_opened() {
    let town = Town::new().await;
    let talk = town.write("ana", "ben", Topic::Nothing, " Good day,\r\nBen! ").await.unwrap();
    assert_eq!((town.unread("ana").await, town.unread("ben").await), (0, 1));
    town.answer("ana", talk, "One more thing.").await.unwrap();
    assert_eq!(town.unread("ben").await, 1, "one conversation, however much stands in it");
    let opened = town.open("ben", talk).await.unwrap();
    assert_eq!(texts(&opened), ["Good day,\nBen!", "One more thing."]);
    assert_eq!((opened.conversation.heard, opened.conversation.seen), (2, 0), "as it was before");
    assert_eq!(town.unread("ben").await, 0);
    town.answer("ben", talk, "Good day, Ana!").await.unwrap();
    assert_eq!((town.unread("ana").await, town.unread("ben").await), (1, 0));
    assert_eq!(
        town.write("ben", "ana", Topic::Nothing, "And you?").await.unwrap(),
        talk,
        "two have one conversation about nothing, whoever begins"
    );
    assert_eq!(texts(&town.open("ana", talk).await.unwrap()).len(), 4);
}

#[tokio::test]
async fn a_conversation_is_about_one_thing_and_the_newest_stands_first() {
    let town = Town::new().await;
    let (jam, trade) = (town.offer("Plum jam").await, town.trade("two jars").await);
    town.write("ben", "ana", Topic::Nothing, "first").await.unwrap();
    town.world.app.clock.advance(60);
    let about_jam = town.write("ben", "ana", Topic::Listing(jam), "second").await.unwrap();
    town.world.app.clock.advance(60);
    town.write("ben", "ana", Topic::Trade(trade), "third").await.unwrap();
    town.world.app.clock.advance(60);
    town.write("cleo", "ana", Topic::Listing(jam), "fourth").await.unwrap();
    let row = |name: &str, title: &str, text: &str| (name.to_owned(), title.to_owned(), text.to_owned());
    assert_eq!(
        town.inbox("ana").await,
        [
            row("cleo", "Plum jam", "fourth"),
            row("ben", "two jars", "third"),
            row("ben", "Plum jam", "second"),
            row("ben", "", "first"),
        ]
    );
    assert_eq!(town.unread("ana").await, 4);
    town.world.app.clock.advance(60);
    town.answer("ana", about_jam, "fifth").await.unwrap();
    assert_eq!(town.inbox("ben").await[0], row("ana", "Plum jam", "fifth"));

    let opened = town.open("ben", about_jam).await.unwrap();
    assert_eq!((opened.conversation.about, opened.leads_on), (About::Listing, true));
    let ana = town.world.actor("ana").await;
    market::remove(&town.world.app, &ana, town.exchange, jam).await.unwrap();
    let opened = town.open("ben", about_jam).await.unwrap();
    assert_eq!((opened.conversation.title.as_str(), opened.leads_on), ("Plum jam", false));
    town.answer("ben", about_jam, "A pity!").await.unwrap();
}

#[tokio::test]
async fn nobody_writes_about_what_they_may_not_see_or_what_is_not_the_others() {
    let town = Town::new().await;
    let (jam, trade) = (town.offer("Plum jam").await, town.trade("two jars").await);
    for (from, to, topic) in [
        ("cleo", "ben", Topic::Listing(jam)),
        ("cleo", "ana", Topic::Trade(trade)),
        ("ana", "cleo", Topic::Trade(trade)),
        ("cleo", "ana", Topic::Listing(Uuid::nil())),
    ] {
        let refused = town.write(from, to, topic, "hello").await;
        assert!(matches!(refused, Err(Error::NotFound)), "{from} {to} {topic:?}: {refused:?}");
    }
    let ana = town.world.actor("ana").await;
    market::hide(&town.world.app, &ana, town.exchange, jam).await.unwrap();
    assert!(matches!(town.write("cleo", "ana", Topic::Listing(jam), "x").await, Err(Error::NotFound)));
    // An administrator writes to any side of any trade.
    let admin = town.world.admin("MARL").await;
    let from = admin.acting_in(town.exchange).unwrap().member;
    let to = (from, town.ben.number.as_str(), Topic::Trade(trade));
    let writing = Writing { id: town.name(), text: "What happened?" };
    messages::write_first(&town.world.app, &admin, &town.home().await, to, writing).await.unwrap();
}

#[tokio::test]
async fn a_conversation_belongs_to_its_two_sides() {
    let town = Town::new().await;
    let app = &town.world.app;
    let talk = town.write("ana", "ben", Topic::Nothing, "between us").await.unwrap();
    for name in ["cleo", "root", "admin-marl"] {
        let actor = town.world.actor(name).await;
        let opened = messages::open(app, &actor, &town.home().await, (talk, None)).await;
        assert!(matches!(opened, Err(Error::NotFound)), "{name}");
        let writing = Writing { id: town.name(), text: "me too" };
        let answered = messages::answer(app, &actor, (town.exchange, talk), writing).await;
        assert!(matches!(answered, Err(Error::NotFound)), "{name}");
        assert!(messages::mute(app, &actor, town.exchange, talk).await.is_err(), "{name}");
        let inbox = messages::inbox(app, &actor, (town.exchange, town.ana.member), None).await;
        assert!(inbox.is_err(), "{name}");
        assert_eq!(messages::unread(app, &actor, town.ben.member).await.unwrap(), 0, "{name}");
    }
    let visitor = messages::open(app, &Actor::visitor(), &town.home().await, (talk, None)).await;
    assert!(visitor.unwrap_err().has_code("error-sign-in-first"));
    let cleo = town.world.actor("cleo").await;
    let as_ana = (town.ana.member, town.ben.number.as_str(), Topic::Nothing);
    let writing = Writing { id: town.name(), text: "from ana, surely" };
    let forged = messages::write_first(app, &cleo, &town.home().await, as_ana, writing).await;
    assert!(forged.is_err(), "nobody writes for others");
    let own = town.write("ana", "ana", Topic::Nothing, "to me").await;
    assert!(own.unwrap_err().has_code("error-message-self"));
}

#[tokio::test]
async fn members_of_two_exchanges_do_not_meet() {
    let town = Town::new().await;
    let elsewhere = town.world.exchange("ELSE").await;
    let eve = town.world.member("eve", elsewhere).await;
    let actor = town.world.actor("eve").await;
    let to = (eve.member, town.ana.number.as_str(), Topic::Nothing);
    let writing = Writing { id: town.name(), text: "hello" };
    let sent = messages::write_first(&town.world.app, &actor, &town.home().await, to, writing).await;
    assert!(sent.is_err());
    // Somebody who is in both sees in each what belongs there.
    let ana = town.world.join("ana", elsewhere).await;
    town.write("ben", "ana", Topic::Nothing, "in MARL").await.unwrap();
    let (app, actor) = (&town.world.app, town.world.actor("ana").await);
    assert_eq!(messages::unread(app, &actor, town.ana.member).await.unwrap(), 1);
    assert_eq!(messages::unread(app, &actor, ana.member).await.unwrap(), 0);
    let inbox = messages::inbox(app, &actor, (elsewhere, ana.member), None).await.unwrap();
    assert!(inbox.conversations.is_empty());
}

#[tokio::test]
async fn a_form_sent_twice_is_one_message_and_another_text_in_it_another() {
    let town = Town::new().await;
    let (app, ana, home) = (&town.world.app, town.world.actor("ana").await, town.home().await);
    let to = (town.ana.member, town.ben.number.as_str(), Topic::Nothing);
    let id = town.name();
    let first = Writing { id, text: "once" };
    let talk = messages::write_first(app, &ana, &home, to, first).await.unwrap();
    assert_eq!(messages::write_first(app, &ana, &home, to, first).await.unwrap(), talk);
    messages::answer(app, &ana, (town.exchange, talk), first).await.unwrap();
    let second = Writing { id, text: "gone back and written anew" };
    for _ in 0..2 {
        messages::answer(app, &ana, (town.exchange, talk), second).await.unwrap();
    }
    assert_eq!(texts(&town.open("ben", talk).await.unwrap()), ["once", "gone back and written anew"]);

    // Both clicks at the same moment.
    let third = Writing { id: town.name(), text: "in one breath" };
    let send = || messages::answer(app, &ana, (town.exchange, talk), third);
    let (one, two, three) = tokio::join!(send(), send(), send());
    for sent in [one, two, three] {
        sent.unwrap();
    }
    let begun = Writing { id: town.name(), text: "begun twice" };
    let to = (town.ana.member, town.cleo.number.as_str(), Topic::Nothing);
    let begin = || messages::write_first(app, &ana, &home, to, begun);
    let (one, two) = tokio::join!(begin(), begin());
    assert_eq!(one.unwrap(), two.unwrap());
    assert_eq!(texts(&town.open("ben", talk).await.unwrap()).len(), 3);
}

#[tokio::test]
async fn empty_and_endless_messages_are_told_by_their_field() {
    let town = Town::new().await;
    let talk = town.write("ana", "ben", Topic::Nothing, "hello").await.unwrap();
    for (text, code) in [
        (" \n ".to_owned(), "error-required"),
        ("x".repeat(messages::TEXT_MAX + 1), "error-too-long"),
        ("bell\u{7}".to_owned(), "error-strange-characters"),
    ] {
        assert!(town.answer("ana", talk, &text).await.unwrap_err().has_code(code), "{code}");
    }
    town.answer("ana", talk, &"é".repeat(messages::TEXT_MAX)).await.unwrap();
}

#[tokio::test]
async fn what_stands_there_stays_readable_when_nothing_new_can_be_written() {
    let town = Town::new().await;
    let (app, admin) = (&town.world.app, town.world.admin("MARL").await);
    let with_ben = town.write("ana", "ben", Topic::Nothing, "hello").await.unwrap();
    let stopped = account::State::Suspended;
    accounts::set_state(app, &admin, town.ben.account, stopped, "a talk first").await.unwrap();
    assert_eq!(town.open("ana", with_ben).await.unwrap().silence, Some("error-message-stopped"));
    assert!(town.answer("ana", with_ben, "there?").await.unwrap_err().has_code("error-message-stopped"));
    assert_eq!(texts(&town.open("ben", with_ben).await.unwrap()), ["hello"], "who is stopped reads");
    assert!(town.answer("ben", with_ben, "here").await.unwrap_err().has_code("error-suspended"));
    assert!(town.write("ben", "cleo", Topic::Nothing, "help").await.unwrap_err().has_code("error-suspended"));

    let with_cleo = town.write("ana", "cleo", Topic::Nothing, "hello").await.unwrap();
    members::leave(app, &town.world.actor("cleo").await, town.cleo.member).await.unwrap();
    let opened = town.open("ana", with_cleo).await.unwrap();
    assert_eq!((texts(&opened), opened.silence), (vec!["hello"], Some("error-message-left")));
    assert!(town.answer("ana", with_cleo, "still?").await.unwrap_err().has_code("error-message-left"));
    assert!(town.write("ana", "cleo", Topic::Nothing, "x").await.unwrap_err().has_code("error-message-left"));
    assert!(town.open("cleo", with_cleo).await.is_err(), "who has left has nothing to look for here");

    accounts::set_state(app, &admin, town.ben.account, account::State::Active, "talked").await.unwrap();
    town.answer("ana", with_ben, "welcome back").await.unwrap();
}

#[tokio::test]
async fn long_conversations_and_long_lists_come_in_pages() {
    let town = Town::new().await;
    let talk = town.write("ana", "ben", Topic::Nothing, "0").await.unwrap();
    for at in 1..60 {
        town.answer("ana", talk, &at.to_string()).await.unwrap();
    }
    let newest = town.open("ben", talk).await.unwrap();
    assert_eq!((texts(&newest).len(), texts(&newest)[0], newest.earlier), (50, "10", Some(11)));
    let (ben, home) = (town.world.actor("ben").await, town.home().await);
    let older = messages::open(&town.world.app, &ben, &home, (talk, newest.earlier)).await.unwrap();
    assert_eq!((texts(&older).len(), texts(&older)[9], older.earlier), (10, "9", None));
}

#[tokio::test]
async fn whoever_is_blocked_writes_no_more_and_what_was_written_stays() {
    let town = Town::new().await;
    let (app, ana) = (&town.world.app, town.world.actor("ana").await);
    let conversation = town.write("ben", "ana", Topic::Nothing, "Good day").await.unwrap();
    app::people::blocks::block(app, &ana, town.ana.member, town.ben.member).await.unwrap();
    for refused in [
        town.answer("ben", conversation, "Are you there?").await,
        town.write("ben", "ana", Topic::Nothing, "Hello?").await.map(|_| ()),
    ] {
        assert!(matches!(refused, Err(Error::NotAllowed("error-message-closed"))), "{refused:?}");
    }
    assert_eq!(town.open("ben", conversation).await.unwrap().messages.len(), 1);
    let pestered = town.answer("ana", conversation, "And you cannot answer!").await;
    assert!(matches!(pestered, Err(Error::NotAllowed("error-message-unblock"))), "{pestered:?}");
    let written = town.write("cleo", "ana", Topic::Nothing, "From somebody else").await;
    assert!(written.is_ok());
}
