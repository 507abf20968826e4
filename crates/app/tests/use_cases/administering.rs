//! What administrators see and do: their members, the log, members added by hand.

use app::audit::{self, Changed, Done};
use app::members::{self, Among, Entrance, Kind, Lookup, Newcomer, ProfileForm};
use app::sign_in::{SignIn, sign_in};
use app::testing::{NETWORK, World};
use app::{Error, accounts, exchanges, health};
use ledger::account::{Limit, State};
use uuid::Uuid;

fn profile(name: &str) -> ProfileForm {
    ProfileForm { name: name.to_owned(), ..ProfileForm::default() }
}

#[tokio::test]
async fn members_are_found_by_what_is_the_matter_with_them() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let (ana, ben) = (world.member("ana", exchange).await, world.member("ben", exchange).await);
    world.member("cleo", exchange).await;
    let (app, admin) = (&world.app, world.admin("MARL").await);
    accounts::set_state(app, &admin, ana.account, State::Suspended, "asked by the meeting").await.unwrap();
    accounts::set_lock(app, &admin, ben.account, accounts::Lock::CreditOnly, "").await.unwrap();
    let limits =
        accounts::Limits { floor: Some(Limit { at: -1, hard: true }), ceiling: None, growth_cap: None };
    accounts::set_limits(app, &admin, ben.account, limits, "").await.unwrap();

    let names = async |among| {
        let lookup = Lookup::default();
        let page = members::administered(app, &admin, exchange, (among, &lookup)).await.unwrap();
        page.lines.into_iter().map(|line| line.name).collect::<Vec<_>>()
    };
    assert_eq!(names(Among::All).await, ["admin-marl", "ana", "ben", "cleo"]);
    assert_eq!(names(Among::Suspended).await, ["ana"]);
    assert_eq!(names(Among::Locked).await, ["ben"]);
    assert!(names(Among::NearLimit).await.is_empty());
    assert!(names(Among::Quiet).await.is_empty(), "nobody has been here for long");
    let unused = accounts::Limits { ceiling: Some(Limit { at: 5, hard: false }), ..limits };
    accounts::set_limits(app, &admin, ben.account, unused, "").await.unwrap();
    assert!(names(Among::NearLimit).await.is_empty(), "in the middle");

    world.app.clock.advance(91 * 86_400);
    let lookup = Lookup { words: "b".into(), ..Lookup::default() };
    let page = members::administered(app, &admin, exchange, (Among::Quiet, &lookup)).await.unwrap();
    assert_eq!(page.lines.len(), 1);
    let tally = page.tally;
    assert_eq!((tally.everyone, tally.quiet, tally.suspended, tally.locked), (4, 4, 1, 1));

    let denied =
        members::administered(app, &world.actor("cleo").await, exchange, (Among::All, &lookup)).await;
    assert!(matches!(denied, Err(Error::NotAllowed(_))));
}

#[tokio::test]
async fn somebody_without_an_address_signs_in_with_the_number() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let (app, admin) = (&world.app, world.admin("MARL").await);
    let edith = profile("Edith");
    let newcomer = Newcomer {
        uuid: Uuid::from_u128(7),
        exchange,
        kind: Kind::Individual,
        profile: &edith,
        entrance: Entrance::Number("one goose in a row"),
    };
    let number = members::add(app, &admin, newcomer).await.unwrap();
    assert_eq!(members::add(app, &admin, newcomer).await.unwrap(), number, "the form came twice");
    let login = SignIn {
        login: &number,
        password: "one goose in a row",
        agent: "Test",
        network: NETWORK,
        device: "",
    };
    sign_in(app, login).await.unwrap();

    let short = Newcomer { uuid: Uuid::from_u128(8), entrance: Entrance::Number("short"), ..newcomer };
    assert!(matches!(members::add(app, &admin, short).await, Err(Error::Wrong(_))));
    let ana = world.member("ana", exchange).await;
    let denied = members::add(app, &world.actor("ana").await, newcomer).await;
    assert!(matches!(denied, Err(Error::NotAllowed(_))), "{}", ana.number);
}

#[tokio::test]
async fn somebody_with_an_address_gets_a_letter_and_nobody_else_may_send_it() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let (app, admin) = (&world.app, world.admin("MARL").await);
    let edith = profile("Edith");
    let newcomer = Newcomer {
        uuid: Uuid::from_u128(7),
        exchange,
        kind: Kind::Individual,
        profile: &edith,
        entrance: Entrance::Letter("edith@example.org"),
    };
    members::add(app, &admin, newcomer).await.unwrap();
    let letters = world.letters().await;
    let token = letters.iter().find_map(|envelope| match &envelope.letter {
        app::mail::Letter::OperateInvitation { token, .. } => Some(token.clone()),
        _ => None,
    });
    world.user("edith").await;
    let member = app::memberships::accept_operator(app, &world.actor("edith").await, &token.unwrap()).await;
    let again = app::memberships::invite_operator(app, &admin, member.unwrap(), "x@example.org").await;
    assert!(again.is_err(), "the account has somebody now, who decides");
}

#[tokio::test]
async fn the_log_merges_what_rules_read_and_what_none_does() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let ana = world.member("ana", exchange).await;
    let (app, admin) = (&world.app, world.admin("MARL").await);
    let mut policy = accounts::policy(app, exchange).await.unwrap();
    policy.payee_records = false;
    world.app.clock.advance(60);
    accounts::set_policy(app, &admin, exchange, policy, "the meeting wished it").await.unwrap();
    world.app.clock.advance(60);
    members::edit_profile(app, &admin, ana.member, &profile("Ana")).await.unwrap();

    let log = audit::log(app, &admin, exchange, None).await.unwrap();
    assert!(matches!(&log.past[0].done, Done::Other { act, .. } if act == "profile-edited"));
    assert_eq!(log.past[1].done, Done::Rules(vec![Changed::Recording]));
    assert_eq!((log.past[1].who.as_str(), log.past[1].why.as_str()), ("admin-marl", "the meeting wished it"));
    assert!(log.past.iter().any(|past| past.done == Done::Rules(vec![Changed::First])));
    assert!(log.next.is_none());
    let openings = log.past.iter().filter_map(|past| match &past.done {
        Done::Act(act, Some(party)) if matches!(**act, ledger::Act::OpenAccount { .. }) => {
            Some(&party.number)
        }
        _ => None,
    });
    assert_eq!(openings.collect::<Vec<_>>(), ["MARL0000"], "who was welcomed is not told of twice");
    let welcomed =
        |past: &&audit::Past| matches!(&past.done, Done::Other { act, .. } if act == "member-welcomed");
    assert_eq!(log.past.iter().filter(welcomed).count(), 2);

    for _ in 0..60 {
        world.app.clock.advance(1);
        members::edit_profile(app, &admin, ana.member, &profile("Ana")).await.unwrap();
    }
    let first = audit::log(app, &admin, exchange, None).await.unwrap();
    let rest = audit::log(app, &admin, exchange, first.next).await.unwrap();
    assert_eq!(first.past.len() + rest.past.len(), log.past.len() + 60);
    assert!(rest.next.is_none());

    let of_ana = audit::of_account(app, &admin, ana.account).await.unwrap();
    assert_eq!(of_ana.len(), 1, "it was opened");
    assert!(audit::log(app, &world.actor("ana").await, exchange, None).await.is_err());
}

#[tokio::test]
async fn what_waits_is_counted() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    world.user("zoe").await;
    world.applicant("zoe", exchange).await;
    let (app, root) = (&world.app, world.actor("root").await);
    let seen = exchanges::overview(app, &world.admin("MARL").await, exchange).await.unwrap();
    assert_eq!((seen.applicants, seen.objections, seen.requests, seen.members), (1, Some(0), Some(0), 1));
    let seen = exchanges::overview(app, &root, exchange).await.unwrap();
    assert_eq!((seen.objections, seen.requests), (None, None), "trades are none of the server's business");
    assert_eq!(exchanges::at_work(app, &root).await.unwrap()[0].members, 1);
    let example = exchanges::example(app, &root, exchange).await.unwrap();
    assert_eq!((example.giver.as_deref(), example.receiver, example.price), (Some("admin-marl"), None, 2400));
    assert!(health::health(app, &root).await.unwrap().at_work);
    assert!(health::health(app, &world.admin("MARL").await).await.is_err());
}
