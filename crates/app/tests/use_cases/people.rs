//! Founding, joining and leaving exchanges; tasks, shared accounts, the directory and the log.

use app::actor::{Action, Actor, Subject};
use app::exchanges::{self, Founding, Joining, State, Texts};
use app::jobs::Work;
use app::mail::Letter;
use app::members::{self, Application, Kind, Lookup, ProfileForm};
use app::memberships::{self, Role};
use app::notices::{self, Quiet, WishForm};
use app::testing::{BEGINNING, NETWORK, PASSWORD, World, address, founding, texts};
use app::{Error, audit, invitations, jobs, registration, sessions, sign_in};
use ledger::account;
use ledger::id::ExchangeId;
use ledger::policy::{Policy, Shape};
use ledger::refusal::Refusal;

fn applying<'a>(exchange: ExchangeId, profile: &'a ProfileForm, invitation: &'a str) -> Application<'a> {
    Application {
        exchange,
        kind: Kind::Individual,
        profile,
        words: "Hello",
        accepted_terms: None,
        invitation,
    }
}

fn named(name: &str) -> ProfileForm {
    ProfileForm { name: name.into(), ..ProfileForm::default() }
}

#[tokio::test]
async fn an_exchange_is_founded_approved_and_has_its_first_member() {
    let world = World::new().await;
    world.user("ana").await;
    let ana = world.actor("ana").await;
    let exchange = exchanges::found(&world.app, &ana, founding("marl")).await.unwrap();
    assert!(matches!(world.letter_to("root").await, Letter::ExchangeFounded { .. }));
    assert!(exchanges::list(&world.app).await.unwrap().is_empty());
    let unseen = exchanges::by_code(&world.app, &Actor::visitor(), "MARL").await;
    assert!(matches!(unseen, Err(Error::NotFound)));
    assert_eq!(exchanges::by_code(&world.app, &ana, "marl").await.unwrap().state, State::Applied);
    let taken = exchanges::found(&world.app, &ana, founding("MARL")).await.unwrap_err();
    assert!(taken.has_code("error-code-taken"), "{taken}");

    assert!(exchanges::approve(&world.app, &ana, exchange).await.is_err(), "not the founder's to decide");
    let root = world.actor("root").await;
    exchanges::approve(&world.app, &root, exchange).await.unwrap();
    assert!(matches!(exchanges::approve(&world.app, &root, exchange).await, Err(Error::NotFound)));

    let ana = world.actor("ana").await;
    let numbers: Vec<_> = ana.memberships().iter().map(|found| (found.kind, found.number.clone())).collect();
    assert_eq!(
        numbers,
        [(Kind::Individual, Some("MARL0001".into())), (Kind::Administration, Some("MARL0000".into()))]
    );
    assert!(ana.has_role(exchange, Role::Admin));
    assert_eq!(exchanges::list(&world.app).await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_exchange_that_is_not_wanted_is_declined_with_a_reason() {
    let world = World::new().await;
    world.user("ana").await;
    let exchange = exchanges::found(&world.app, &world.actor("ana").await, founding("MARL")).await.unwrap();
    world.letters().await;
    let root = world.actor("root").await;
    let mute = exchanges::decline(&world.app, &root, exchange, " ").await.unwrap_err();
    assert!(mute.has_code("error-required"), "{mute}");
    exchanges::decline(&world.app, &root, exchange, "there is one already").await.unwrap();
    let Letter::ExchangeDeclined { reason, .. } = world.letter_to("ana").await else { panic!() };
    assert_eq!(reason, "there is one already");
    assert!(exchanges::approve(&world.app, &root, exchange).await.is_err());
    let log = audit::server_page(&world.app, &root, None).await.unwrap();
    let acts: Vec<_> = log.iter().map(|line| line.act.as_str()).collect();
    assert_eq!(acts, ["exchange-declined", "exchange-founded", "server-admin-added"]);
}

#[tokio::test]
async fn a_wrong_founding_names_every_field() {
    let world = World::new().await;
    world.user("ana").await;
    let mut wrong = founding("12 4");
    wrong.texts = Texts {
        name: String::new(),
        country: "England".into(),
        colour: "green".into(),
        time_zone: "Mars/Olympus".into(),
        locale: "tlh".into(),
        website: "ftp://example.org".into(),
        ..texts("x")
    };
    wrong.unit.scale = 13;
    let Err(Error::Wrong(fields)) = exchanges::found(&world.app, &world.actor("ana").await, wrong).await
    else {
        panic!()
    };
    let mut fields: Vec<_> = fields.iter().map(|field| field.field).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["code", "colour", "country", "locale", "name", "time_zone", "unit", "website"]);
}

#[tokio::test]
async fn who_asks_to_join_is_welcomed_or_declined() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    world.user("ana").await;
    world.user("bea").await;
    let ana = world.applicant("ana", exchange).await;
    assert!(matches!(world.letter_to("admin-marl").await, Letter::Applied { .. }));
    let bea = world.applicant("bea", exchange).await;
    let twice =
        members::apply(&world.app, &world.actor("ana").await, applying(exchange, &named("ana"), "")).await;
    assert!(twice.unwrap_err().has_code("error-already-applied"));
    world.letters().await;

    let admin = world.admin("MARL").await;
    let waiting = members::applicants(&world.app, &admin, exchange).await.unwrap();
    assert_eq!(waiting.iter().map(|member| member.name.as_str()).collect::<Vec<_>>(), ["ana", "bea"]);
    let stranger = members::welcome(&world.app, &world.actor("bea").await, bea).await.unwrap_err();
    assert!(stranger.has_code("error-members-only"), "{stranger}");

    assert_eq!(members::welcome(&world.app, &admin, ana).await.unwrap(), "MARL0002");
    let Letter::Welcomed { number, .. } = world.letter_to("ana").await else { panic!() };
    assert_eq!(number, "MARL0002");
    assert!(matches!(members::welcome(&world.app, &admin, ana).await, Err(Error::NotFound)));

    members::decline(&world.app, &admin, bea, "we do not know you yet").await.unwrap();
    assert!(matches!(world.letter_to("bea").await, Letter::Declined { .. }));
    let bea = world.actor("bea").await;
    assert!(bea.memberships().is_empty());
    members::apply(&world.app, &bea, applying(exchange, &named("bea"), "")).await.unwrap();
}

#[tokio::test]
async fn an_invitation_opens_a_door_that_is_not_open_to_all() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    world.member("ana", exchange).await;
    for name in ["bea", "carla", "dan"] {
        world.user(name).await;
    }
    let admin = world.admin("MARL").await;
    let invited_only = Texts { joining: Joining::Invited, ..texts("MARL") };
    exchanges::edit(&world.app, &admin, exchange, &invited_only).await.unwrap();
    let bea = world.actor("bea").await;
    let closed = members::apply(&world.app, &bea, applying(exchange, &named("bea"), "")).await.unwrap_err();
    assert!(closed.has_code("error-invited-only"), "{closed}");

    invitations::invite(&world.app, &admin, exchange, &address("bea")).await.unwrap();
    let Letter::Invitation { token, .. } = world.letter_to("bea").await else { panic!() };
    assert_eq!(invitations::look(&world.app, &token).await.unwrap().email, address("bea"));
    members::apply(&world.app, &bea, applying(exchange, &named("bea"), &token)).await.unwrap();
    assert!(
        matches!(world.letter_to("bea").await, Letter::Welcomed { .. }),
        "an administrator's word is a welcome"
    );
    let dan = world.actor("dan").await;
    let used = members::apply(&world.app, &dan, applying(exchange, &named("dan"), &token)).await.unwrap_err();
    assert!(used.has_code("error-invitation"), "{used}");

    let ana = world.actor("ana").await;
    invitations::invite(&world.app, &ana, exchange, &address("carla")).await.unwrap();
    let Letter::Invitation { token, .. } = world.letter_to("carla").await else { panic!() };
    let carla = world.actor("carla").await;
    members::apply(&world.app, &carla, applying(exchange, &named("carla"), &token)).await.unwrap();
    assert!(matches!(world.letter_to("admin-marl").await, Letter::Applied { .. }), "a member's word is none");

    invitations::invite(&world.app, &admin, exchange, &address("dan")).await.unwrap();
    assert_eq!(invitations::list(&world.app, &admin, exchange).await.unwrap().len(), 1);
    invitations::revoke(&world.app, &admin, exchange, "DAN@example.org").await.unwrap();
    let Letter::Invitation { token, .. } = world.letter_to("dan").await else { panic!() };
    assert!(invitations::look(&world.app, &token).await.is_err());
}

#[tokio::test]
async fn terms_are_accepted_in_the_version_that_was_read() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let ana = world.member("ana", exchange).await;
    world.user("bea").await;
    let admin = world.admin("MARL").await;
    exchanges::set_terms(&world.app, &admin, exchange, "Be kind.").await.unwrap();
    let version = exchanges::by_code(&world.app, &admin, "MARL").await.unwrap().terms_version;

    let bea = world.actor("bea").await;
    let profile = named("bea");
    for (accepted, code) in [(None, "error-terms"), (Some(version - 1), "error-terms-changed")] {
        let application = Application { accepted_terms: accepted, ..applying(exchange, &profile, "") };
        assert!(members::apply(&world.app, &bea, application).await.unwrap_err().has_code(code), "{code}");
    }
    let application = Application { accepted_terms: Some(version), ..applying(exchange, &profile, "") };
    members::apply(&world.app, &bea, application).await.unwrap();

    let actor = world.actor("ana").await;
    let outdated = |actor: &Actor| actor.acting().is_some_and(|found| found.terms_version < found.terms_now);
    assert!(outdated(&actor));
    members::accept_terms(&world.app, &actor, ana.member, version).await.unwrap();
    assert!(!outdated(&world.actor("ana").await));
}

#[tokio::test]
async fn members_leave_and_memberships_end() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let ana = world.member("ana", exchange).await;
    let bea = world.member("bea", exchange).await;
    let actor = world.actor("ana").await;
    assert!(members::leave(&world.app, &actor, bea.member).await.is_err(), "not for somebody else");
    let mut told = named("ana");
    told.skills = "Zips".into();
    members::edit_profile(&world.app, &actor, ana.member, &told).await.unwrap();
    members::leave(&world.app, &actor, ana.member).await.unwrap();
    for (name, skills) in [("bea", ""), ("admin-marl", "Zips")] {
        let actor = world.actor(name).await;
        let found = members::find(&world.app, &actor, exchange, &ana.number).await.unwrap().0;
        assert_eq!(found.skills, skills, "{name}");
    }
    assert!(world.actor("ana").await.memberships().is_empty());
    assert!(members::leave(&world.app, &actor, ana.member).await.is_err());

    let admin = world.admin("MARL").await;
    members::end_membership(&world.app, &admin, bea.member, "moved away").await.unwrap();
    let Letter::MembershipEnded { reason, .. } = world.letter_to("bea").await else { panic!() };
    assert_eq!(reason, "moved away");
    let itself = admin.memberships().iter().find(|found| found.kind == Kind::Administration).unwrap().member;
    let stays = members::end_membership(&world.app, &admin, itself, "why not").await.unwrap_err();
    assert!(matches!(stays, Error::Refused(Refusal::OwnAccountStays)), "{stays}");
}

#[tokio::test]
async fn whoever_leaves_hands_their_tasks_back_and_the_last_administrator_stays() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let ana = world.member("ana", exchange).await;
    let bea = world.member("bea", exchange).await;
    let founder = world.admin("MARL").await;
    memberships::give_role(&world.app, &founder, exchange, ana.user, Role::Admin).await.unwrap();
    memberships::give_role(&world.app, &founder, exchange, bea.user, Role::Coordinator).await.unwrap();
    memberships::take_role(&world.app, &founder, exchange, founder.id(), Role::Admin).await.unwrap();

    let last = members::leave(&world.app, &world.actor("ana").await, ana.member).await;
    assert!(last.unwrap_err().has_code("error-last-admin"));
    let actor = world.actor("ana").await;
    let state = members::own(&world.app, &actor, ana.member).await.unwrap();
    assert_eq!(state.state, members::State::Active, "nothing has changed");

    memberships::give_role(&world.app, &actor, exchange, bea.user, Role::Admin).await.unwrap();
    members::leave(&world.app, &actor, ana.member).await.unwrap();
    let gone = world.actor("ana").await;
    assert!(gone.memberships().is_empty() && !gone.can(Action::EditExchange, Subject::exchange(exchange)));
    let log = audit::page(&world.app, &world.actor("bea").await, exchange, None).await.unwrap();
    assert!(log.iter().any(|line| line.act.as_str() == "role-taken" && line.subject == "ana"));
}

#[tokio::test]
async fn tasks_are_given_and_the_last_administrator_stays() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let ana = world.member("ana", exchange).await;
    let stranger = world.user("stranger").await;
    let admin = world.admin("MARL").await;

    let outside = memberships::give_role(&world.app, &admin, exchange, stranger, Role::Coordinator).await;
    assert!(outside.unwrap_err().has_code("error-role-members-only"));
    let last = memberships::take_role(&world.app, &admin, exchange, admin.id(), Role::Admin).await;
    assert!(last.unwrap_err().has_code("error-last-admin"));

    memberships::give_role(&world.app, &admin, exchange, ana.user, Role::Admin).await.unwrap();
    assert!(matches!(world.letter_to("ana").await, Letter::RoleGiven { .. }));
    let actor = world.actor("ana").await;
    assert!(actor.memberships().iter().any(|found| found.number.as_deref() == Some("MARL0000")));
    memberships::take_role(&world.app, &actor, exchange, admin.id(), Role::Admin).await.unwrap();
    let before = world.admin("MARL").await;
    assert!(!before.can(Action::EditExchange, Subject::exchange(exchange)));
    assert!(!before.memberships().iter().any(|found| found.kind == Kind::Administration));

    let log = audit::page(&world.app, &actor, exchange, None).await.unwrap();
    let acts: Vec<_> = log.iter().map(|line| line.act.as_str()).collect();
    assert_eq!(acts, ["role-taken", "role-given", "member-welcomed", "member-welcomed"]);
    assert_eq!(log[1].subject, "ana");
    assert!(audit::page(&world.app, &before, exchange, None).await.is_err());
}

#[tokio::test]
async fn several_users_share_an_account_and_the_password_tells_which() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let ana = world.member("ana", exchange).await;
    let bea = world.user("bea").await;
    let actor = world.actor("ana").await;
    memberships::invite_operator(&world.app, &actor, ana.member, &address("bea")).await.unwrap();
    let Letter::OperateInvitation { token, .. } = world.letter_to("bea").await else { panic!() };
    assert_eq!(memberships::look_operator(&world.app, &token).await.unwrap().name, "ana");
    memberships::accept_operator(&world.app, &world.actor("bea").await, &token).await.unwrap();
    assert!(memberships::accept_operator(&world.app, &world.actor("bea").await, &token).await.is_err());

    let session = world.session("bea").await;
    app::users::change_password(&world.app, &session, PASSWORD, "a password of bea").await.unwrap();
    world.letters().await;
    for (password, user) in [(PASSWORD, ana.user), ("a password of bea", bea)] {
        let number = " marl 0002 ";
        let request =
            sign_in::SignIn { login: number, password, agent: "Test", network: NETWORK, device: "" };
        let entered = sign_in::sign_in(&world.app, request).await.unwrap();
        assert_eq!(entered.signed_in().unwrap().user, user);
    }

    let bea_acts = world.actor("bea").await;
    assert!(bea_acts.operates(ana.account));
    memberships::remove_operator(&world.app, &bea_acts, ana.member, ana.user).await.unwrap();
    let last = memberships::remove_operator(&world.app, &bea_acts, ana.member, bea).await.unwrap_err();
    assert!(last.has_code("error-last-operator"), "{last}");
    assert!(!world.actor("ana").await.operates(ana.account));
}

#[tokio::test]
async fn a_session_switches_between_memberships() {
    let world = World::new().await;
    let (first, second) = (world.exchange("AAAA").await, world.exchange("BBBB").await);
    world.member("ana", first).await;
    let there = world.join("ana", second).await;
    let other = world.member("bea", second).await;
    let token = world.sign_in("ana").await;
    let ana = sessions::resume(&world.app, &token).await.unwrap();
    assert_eq!(ana.acting().unwrap().exchange, first);
    sessions::switch(&world.app, &ana, there.member).await.unwrap();
    let ana = sessions::resume(&world.app, &token).await.unwrap();
    assert_eq!(ana.acting().unwrap().member, there.member);
    assert_eq!(ana.acting_in(first).unwrap().exchange, first);
    assert!(matches!(sessions::switch(&world.app, &ana, other.member).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn the_directory_goes_by_name_page_after_page_and_is_searched() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let other = world.exchange("ELSE").await;
    for at in 0..33 {
        world.member(&format!("m{at:02}"), exchange).await;
    }
    world.member("stranger", other).await;
    let actor = world.actor("m00").await;
    let edited = named("Ángela 100%");
    members::edit_profile(&world.app, &actor, actor.acting().unwrap().member, &edited).await.unwrap();

    let first = members::directory(&world.app, &actor, exchange, &Lookup::default()).await.unwrap();
    assert_eq!((first.lines.len(), first.lines[1].name.as_str()), (30, "Ángela 100%"));
    let lookup = Lookup { after: first.next, ..Lookup::default() };
    let second = members::directory(&world.app, &actor, exchange, &lookup).await.unwrap();
    assert_eq!((second.lines.len(), second.next), (4, None));

    for (words, found) in [("angela", 1), ("0003", 1), ("marl0003", 1), ("%", 1), ("m1", 10), ("stranger", 0)]
    {
        let lookup = Lookup { words: words.into(), ..Lookup::default() };
        let page = members::directory(&world.app, &actor, exchange, &lookup).await.unwrap();
        assert_eq!(
            page.lines.len(),
            found,
            "{words}: {:?}",
            page.lines.iter().map(|line| &line.name).collect::<Vec<_>>()
        );
    }
    let stranger = world.actor("stranger").await;
    assert!(members::directory(&world.app, &stranger, exchange, &Lookup::default()).await.is_err());
    assert!(matches!(members::find(&world.app, &stranger, exchange, "2").await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_time_bank_may_hide_trading_records_from_other_members() {
    let world = World::new().await;
    world.user("root2").await;
    let founder = world.actor("root2").await;
    let bank = Founding { shape: Shape::TimeBank, ..founding("BANK") };
    let exchange = exchanges::found(&world.app, &founder, bank).await.unwrap();
    exchanges::approve(&world.app, &world.actor("root").await, exchange).await.unwrap();
    world.member("ana", exchange).await;
    world.member("bea", exchange).await;
    let founder = world.actor("root2").await;
    let policy = app::accounts::policy(&world.app, exchange).await.unwrap();
    let policy = Policy { hides_records: true, ..policy };
    app::accounts::set_policy(&world.app, &founder, exchange, policy, "as agreed").await.unwrap();

    let seen_by = async |name: &str| {
        let actor = world.actor(name).await;
        let page = members::directory(&world.app, &actor, exchange, &Lookup::default()).await.unwrap();
        let shown = page.lines.into_iter().filter(|line| line.standing.is_some());
        shown.map(|line| line.name).collect::<Vec<_>>()
    };
    assert_eq!(seen_by("ana").await, ["ana"]);
    assert_eq!(seen_by("root2").await, ["ana", "bea", "root2"]);
    let ana = world.actor("ana").await;
    assert!(members::find(&world.app, &ana, exchange, "3").await.unwrap().1.standing.is_none());
}

#[tokio::test]
async fn two_administrators_at_once_welcome_one_applicant_once() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    world.user("ana").await;
    let waiting = world.applicant("ana", exchange).await;
    world.letters().await;
    let admin = world.admin("MARL").await;
    let (one, two) = tokio::join!(
        members::welcome(&world.app, &admin, waiting),
        members::welcome(&world.app, &admin, waiting)
    );
    assert_eq!([one.is_ok(), two.is_ok()].into_iter().filter(|ok| *ok).count(), 1);
    assert!(matches!(world.letter_to("ana").await, Letter::Welcomed { .. }));
    let page = members::directory(&world.app, &admin, exchange, &Lookup::default()).await.unwrap();
    assert_eq!(page.lines.len(), 2);
}

#[tokio::test]
async fn a_login_that_nobody_confirms_is_forgotten() {
    let world = World::new().await;
    let (name, email, password) = ("Ana", "ana@example.org", PASSWORD);
    let request =
        registration::Registration { name, email, password, locale: "en", network: NETWORK, next: "" };
    registration::register(&world.app, request).await.unwrap();
    world.letters().await;
    let root = world.actor("root").await;
    for (day, known) in [(6, true), (8, false)] {
        world.app.clock.set(ledger::time::Instant(BEGINNING.0 + day * 86_400_000_000));
        jobs::sweep(&world.app).await.unwrap();
        assert_eq!(app::users::by_email(&world.app, &root, email).await.is_ok(), known, "day {day}");
    }
}

#[tokio::test]
async fn forgetting_goes_on_whatever_a_login_has_chosen() {
    let world = World::new().await;
    let (name, email, password) = ("Ana", "ana@example.org", PASSWORD);
    let request =
        registration::Registration { name, email, password, locale: "en", network: NETWORK, next: "" };
    registration::register(&world.app, request).await.unwrap();
    world.letters().await;
    let quiet = Quiet { from: "22:00".into(), until: "07:00".into(), time_zone: "UTC".into() };
    let wishes = WishForm { mail: Vec::new(), quiet: Some(quiet), ..WishForm::default() };
    notices::choose(&world.app, &world.actor("ana").await, &wishes).await.unwrap();
    world.app.clock.advance(60 * 86_400);
    jobs::sweep(&world.app).await.unwrap();
}

#[tokio::test]
async fn whoever_is_suspended_sees_the_own_statement_and_little_more() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let ana = world.coordinator("ana", exchange).await;
    let admin = world.admin("MARL").await;
    app::accounts::set_state(&world.app, &admin, ana.account, account::State::Suspended, "a quarrel")
        .await
        .unwrap();
    let actor = world.actor("ana").await;
    let (own, here) = (Subject::account(exchange, ana.account), Subject::exchange(exchange));
    assert!(actor.can(Action::SeeStatementOwn, own));
    for action in [Action::Pay, Action::SeeStatementAny, Action::Invite] {
        assert!(actor.may(action, own).unwrap_err().has_code("error-suspended"), "{action:?}");
    }
    assert!(!actor.can(Action::RecordForOthers, here));
}

#[tokio::test]
async fn a_job_is_tried_again_and_given_up_where_it_can_be_seen() {
    let world = World::new().await;
    world.user("ana").await;
    registration::request_reset(&world.app, &address("ana"), NETWORK).await.unwrap();
    for attempt in 1..=9 {
        let taken = jobs::take(&world.app, Work::Letters, 10).await.unwrap();
        assert_eq!((taken.len(), taken[0].attempts), (1, attempt));
        assert!(
            jobs::take(&world.app, Work::Letters, 10).await.unwrap().is_empty(),
            "it is somebody's already"
        );
        jobs::failed(&world.app, &taken[0], "the post office is closed").await.unwrap();
        world.app.clock.advance(86_400);
    }
    assert!(!jobs::is_due(&world.app, Work::Letters).await.unwrap());
    let root = world.actor("root").await;
    let (counts, failed) = jobs::overview(&world.app, &root).await.unwrap();
    assert_eq!(
        (counts.waiting, counts.failed, failed[0].error.as_str()),
        (0, 1, "the post office is closed")
    );
    assert!(jobs::retry(&world.app, &world.actor("ana").await, failed[0].id).await.is_err());
    jobs::retry(&world.app, &root, failed[0].id).await.unwrap();
    assert_eq!(world.letters().await.len(), 1);
    jobs::sweep(&world.app).await.unwrap();
}
