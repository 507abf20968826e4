//! The other side is told: in its language, as the side it is, and once.

use app::mail::{Letter, Side};
use app::news::Event;
use app::trades::{self, Stand};
use app::{memberships, users};

use super::setting::Town;

/// `ana` hears of this as the payer, and so on.
fn line(name: &str, event: Event, side: Side) -> (String, Event, Side) {
    (name.into(), event, side)
}

#[tokio::test]
async fn the_other_side_hears_of_everything() {
    let town = Town::new().await;
    let app = &town.world.app;
    let (ana, bea) = (town.actor("ana").await, town.actor("bea").await);
    let (payer, payee) = (|event| line("ana", event, Side::Payer), |event| line("bea", event, Side::Payee));

    let paid = town.paid(10).await;
    assert_eq!(town.told().await, [payee(Event::Recorded)]);
    let sale = town.order(town.ana.account, town.bea.account, 5, Stand::Own(town.bea.account));
    town.record("bea", &sale).await.unwrap();
    assert_eq!(town.told().await, [payer(Event::Recorded)]);
    town.keyed(5).await;
    assert_eq!(town.told().await, [payer(Event::Recorded), payee(Event::Recorded)]);

    let accepted = town.asked(10).await;
    assert_eq!(town.told().await, [payer(Event::Requested)]);
    trades::accept(app, &ana, accepted).await.unwrap();
    assert_eq!(town.told().await, [payee(Event::Accepted)]);
    let declined = town.asked(10).await;
    trades::decline(app, &ana, declined, "not mine").await.unwrap();
    assert_eq!(town.told().await, [payer(Event::Requested), payee(Event::Declined)]);
    trades::discard(app, &bea, declined).await.unwrap();
    assert!(town.told().await.is_empty());
    let withdrawn = town.asked(10).await;
    town.told().await;
    trades::withdraw(app, &bea, withdrawn).await.unwrap();
    assert_eq!(town.told().await, [payer(Event::Withdrawn)]);

    trades::edit(app, &bea, paid, town.correction(8)).await.unwrap();
    assert_eq!(town.told().await, [payer(Event::Edited)]);
    trades::reverse(app, &bea, sale.id, town.id(), "").await.unwrap();
    assert_eq!(town.told().await, [payer(Event::Reversed)]);
}

#[tokio::test]
async fn a_letter_of_what_was_given_back_is_about_the_trade() {
    let town = Town::new().await;
    let id = town.paid(10).await;
    town.told().await;
    let (app, admin) = (&town.world.app, town.world.admin("MARL").await);
    trades::reverse(app, &admin, id, town.id(), "written twice").await.unwrap();
    let letters = town.world.letters().await;
    let sides: Vec<_> = letters.iter().map(|letter| letter.to.as_str()).collect();
    assert_eq!(sides, ["ana@example.org", "bea@example.org"]);
    let Letter::Trade { side, transfer, payer, payee, description, words, .. } = &letters[0].letter else {
        panic!()
    };
    assert_eq!((*side, *transfer), (Side::Payer, id.0));
    assert_eq!((payer.as_str(), payee.as_str()), ("ana", "bea"));
    assert_eq!((description.as_str(), words.as_str()), ("bread", "written twice"));
}

#[tokio::test]
async fn objections_reach_the_administrators_as_well() {
    let town = Town::new().await;
    let app = &town.world.app;
    let id = town.paid(10).await;
    town.told().await;
    trades::object(app, &town.actor("ana").await, id, "never got it").await.unwrap();
    let letters = town.world.letters().await;
    assert_eq!(letters.len(), 2);
    for (letter, (to, side)) in
        letters.iter().zip([("bea@example.org", Side::Payee), ("admin-marl@example.org", Side::Neither)])
    {
        let Letter::Trade { event, side: told, words, .. } = &letter.letter else { panic!() };
        assert_eq!((letter.to.as_str(), *event, *told), (to, Event::Objected, side));
        assert_eq!(words, "never got it");
    }
    trades::let_stand(app, &town.world.admin("MARL").await, id, "bea has a photograph").await.unwrap();
    let letters = town.world.letters().await;
    assert_eq!(letters.len(), 2, "both sides");
    let Letter::Trade { event, words, .. } = &letters[0].letter else { panic!() };
    assert_eq!((*event, words.as_str()), (Event::Stands, "bea has a photograph"));
}

#[tokio::test]
async fn everyone_reads_their_own_language() {
    let town = Town::new().await;
    users::edit(&town.world.app, &town.actor("bea").await, "Bea", "ca").await.unwrap();
    town.paid(10).await;
    let letters = town.world.letters().await;
    assert_eq!((letters.len(), letters[0].locale.as_str(), letters[0].name.as_str()), (1, "ca", "Bea"));
    let Letter::Trade { code, amount, unit, .. } = &letters[0].letter else { panic!() };
    assert_eq!((code.as_str(), *amount, unit.plural.as_str()), ("MARL", 10, "acorns"));
}

#[tokio::test]
async fn everyone_who_operates_an_account_hears_except_who_did_it() {
    let town = Town::new().await;
    let app = &town.world.app;
    let bea = town.actor("bea").await;
    town.world.user("ben").await;
    memberships::invite_operator(app, &bea, town.bea.member, "ben@example.org").await.unwrap();
    let Letter::OperateInvitation { token, .. } = town.world.letter_to("ben").await else { panic!() };
    memberships::accept_operator(app, &town.actor("ben").await, &token).await.unwrap();
    town.world.letters().await;
    town.paid(10).await;
    let told = town.told().await;
    assert_eq!(told, [line("bea", Event::Recorded, Side::Payee), line("ben", Event::Recorded, Side::Payee)]);
    let sale = town.order(town.ana.account, town.bea.account, 5, Stand::Own(town.bea.account));
    town.record("ben", &sale).await.unwrap();
    let told = town.told().await;
    assert_eq!(told, [line("ana", Event::Recorded, Side::Payer), line("bea", Event::Recorded, Side::Payee)]);
}

#[tokio::test]
async fn a_repeat_is_no_news() {
    let town = Town::new().await;
    let app = &town.world.app;
    let (ana, once) = (town.actor("ana").await, town.payment(10));
    town.record("ana", &once).await.unwrap();
    assert_eq!(town.told().await.len(), 1);
    town.record("ana", &once).await.unwrap();
    let id = town.asked(10).await;
    trades::accept(app, &ana, id).await.unwrap();
    town.told().await;
    trades::accept(app, &ana, id).await.unwrap();
    assert!(town.told().await.is_empty());
    let failed = town.payment(20_000);
    town.record("ana", &failed).await.unwrap_err();
    assert!(town.told().await.is_empty(), "what did not happen is no news");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_repeat_in_the_same_batch_is_no_news() {
    let town = Town::new().await;
    let ana = town.actor("ana").await;
    for round in 0..5 {
        let id = town.asked(10).await;
        town.told().await;
        let mut clicks = Vec::new();
        for _ in 0..32 {
            let (app, ana) = (town.world.app.clone(), ana.clone());
            clicks.push(tokio::spawn(async move { trades::accept(&app, &ana, id).await }));
        }
        for click in clicks {
            assert!(click.await.unwrap().unwrap().counted);
        }
        assert_eq!(town.told().await, [line("bea", Event::Accepted, Side::Payee)], "round {round}");
    }
}

#[tokio::test]
async fn whose_request_ends_because_the_other_leaves_hears_of_it() {
    let town = Town::new().await;
    let app = &town.world.app;
    town.asked(100).await;
    town.told().await;
    app::members::leave(app, &town.actor("ana").await, town.ana.member).await.unwrap();
    let letters = town.world.letters().await;
    let mine: Vec<_> = letters.iter().filter(|letter| letter.to == "bea@example.org").collect();
    assert_eq!(mine.len(), 1, "{letters:?}");
    assert!(matches!(mine[0].letter, Letter::Trade { event: Event::Withdrawn, side: Side::Payee, .. }));
}
