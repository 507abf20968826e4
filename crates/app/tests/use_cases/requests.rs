//! How requests to an account are accepted, and one's own member.

use app::accounts::{self, AcceptForm};
use app::members;
use app::testing::World;
use ledger::account::Acceptance;

fn answer(answer: &str) -> AcceptForm {
    AcceptForm { answer: answer.into(), ..AcceptForm::default() }
}

#[tokio::test]
async fn a_holder_chooses_how_requests_are_accepted() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let (ana, ben) = (world.member("ana", exchange).await, world.member("ben", exchange).await);
    let (app, actor) = (&world.app, world.actor("ana").await);

    let list = AcceptForm {
        listed: vec![ben.number.clone()],
        more: format!("{}\n {}", ben.number.to_lowercase(), ana.number),
        ..answer("list")
    };
    for (form, expected) in [
        (list, Some(Acceptance::From(vec![ben.account]))),
        (answer("asked"), Some(Acceptance::Asked)),
        (answer("everything"), Some(Acceptance::Everything)),
        (AcceptForm { days: " 14 ".into(), ..answer("days") }, Some(Acceptance::AfterDays(14))),
        (answer("exchange"), None),
    ] {
        accounts::set_accepting(app, &actor, ana.account, &form).await.unwrap();
        let now = accounts::accepting(app, &actor, ana.account).await.unwrap();
        assert_eq!(now.own, expected);
        let listed: Vec<_> = now.listed.iter().map(|party| party.name.as_str()).collect();
        assert_eq!(listed, if form.answer == "list" { vec!["ben"] } else { vec![] });
    }
}

#[tokio::test]
async fn a_wrong_answer_changes_nothing_and_names_its_field() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let (ana, ben) = (world.member("ana", exchange).await, world.member("ben", exchange).await);
    let (app, actor) = (&world.app, world.actor("ana").await);
    let cases = [
        (answer("maybe"), "error-choice"),
        (AcceptForm { days: "0".into(), ..answer("days") }, "error-days"),
        (AcceptForm { days: "366".into(), ..answer("days") }, "error-days"),
        (answer("list"), "error-list-empty"),
        (AcceptForm { more: "MARL9999".into(), ..answer("list") }, "error-no-such-number"),
        (AcceptForm { more: "ben".into(), ..answer("list") }, "error-no-such-number"),
    ];
    for (form, code) in cases {
        let error = accounts::set_accepting(app, &actor, ana.account, &form).await.unwrap_err();
        assert!(error.has_code(code), "{form:?}: {error}");
    }
    assert_eq!(accounts::accepting(app, &actor, ana.account).await.unwrap().own, None);
    assert!(accounts::accepting(app, &actor, ben.account).await.is_err(), "others do not see it");
    assert!(accounts::set_accepting(app, &actor, ben.account, &answer("everything")).await.is_err());
}

#[tokio::test]
async fn only_one_s_own_member_is_one_s_own() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let ana = world.member("ana", exchange).await;
    world.user("dan").await;
    let waiting = world.applicant("dan", exchange).await;
    world.letters().await;
    let app = &world.app;
    let (dan, anas) = (world.actor("dan").await, world.actor("ana").await);
    assert_eq!(members::own(app, &dan, waiting).await.unwrap().name, "dan");
    assert_eq!(members::own(app, &anas, ana.member).await.unwrap().name, "ana");
    assert!(members::own(app, &dan, ana.member).await.is_err());
}
