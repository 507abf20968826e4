//! What open pages are told: each listener's own, no longer than the session, and without asking where nothing has changed.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use app::Error;
use app::actor::Actor;
use app::exchanges;
use app::live::{Counts, Listener, Watch};
use app::messages::{self, Topic, Writing};
use app::notices;
use app::sessions;
use app::testing::World;

/// Ana writes to Ben.
async fn writes(world: &World, to: &str) {
    let (app, ana) = (&world.app, world.actor("ana").await);
    let home = exchanges::by_code(app, &Actor::server(), "MARL").await.unwrap();
    let from = ana.acting_in(home.id).unwrap().member;
    let writing = Writing { id: app.random.uuid(app.clock.now()).unwrap(), text: "Good day!" };
    messages::write_first(app, &ana, &home, (from, to, Topic::Nothing), writing).await.unwrap();
}

#[tokio::test]
async fn each_is_told_their_own_until_the_session_ends() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    world.member("ana", exchange).await;
    let ben = world.member("ben", exchange).await;
    let app = &world.app;
    let token = world.sign_in("ben").await;
    let (phone, ana) = (sessions::resume(app, &token).await.unwrap(), world.session("ana").await);
    let listeners = [&phone, &ana].map(|actor| Listener::new(actor, exchange).unwrap());
    let [phone, ana] = listeners;
    let mut watch = Watch::default();
    let found = watch.look(app, &listeners).await.unwrap().unwrap();
    // Everybody has a notice of being welcomed.
    let before = Counts { waiting: 0, unread: 0, notices: 1 };
    assert_eq!((found[&phone], found[&ana]), (before, before));

    writes(&world, &ben.number).await;
    let found = watch.look(app, &listeners).await.unwrap().unwrap();
    assert_eq!((found[&phone], found[&ana]), (Counts { unread: 1, ..before }, before));
    let now = app.clock.now();
    notices::read_all(app, &world.actor("ben").await, now).await.unwrap();
    let found = watch.look(app, &listeners).await.unwrap().unwrap();
    assert_eq!(found[&phone], Counts { unread: 1, notices: 0, ..before });

    sessions::sign_out(app, &token).await.unwrap();
    let found = watch.look(app, &listeners).await.unwrap().unwrap();
    assert_eq!(found.keys().collect::<Vec<_>>(), [&ana]);
}

#[tokio::test]
async fn nothing_is_asked_where_nothing_can_have_changed() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    world.member("ana", exchange).await;
    let ben = world.member("ben", exchange).await;
    let (app, session) = (&world.app, world.session("ben").await);
    let listener = [Listener::new(&session, exchange).unwrap()];
    let mut watch = Watch::default();
    assert!(watch.look(app, &listener).await.unwrap().is_some());
    // Elsewhere other processes write as well, and it is asked each time.
    let is_alone = world.database.db.moment().is_some();
    app.clock.advance(6);
    assert_eq!(watch.look(app, &listener).await.unwrap().is_none(), is_alone);
    writes(&world, &ben.number).await;
    let found = watch.look(app, &listener).await.unwrap().unwrap();
    assert_eq!(found[&listener[0]].unread, 1);
    app.clock.advance(6);
    assert_eq!(watch.look(app, &listener).await.unwrap().is_none(), is_alone);
    app.clock.advance(30);
    assert!(watch.look(app, &listener).await.unwrap().is_some(), "sessions end by the clock");
}

#[tokio::test]
async fn only_members_listen() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    world.user("abel").await;
    world.applicant("abel", exchange).await;
    for actor in [Actor::visitor(), world.session("abel").await, world.session("root").await] {
        let refused = Listener::new(&actor, exchange).unwrap_err();
        assert!(matches!(refused, Error::NotAllowed(_)), "{refused:?}");
    }
}
