//! The teller under load, in trouble, and beside other tellers.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::teller::Teller;
use app::{Clock, Error};
use ledger::account::Kind;
use ledger::transfer::{Acting, Wish};
use ledger::{Act, Instant, Instruction, Receipt, Refusal, What};
use store::Db;

use super::setting::Books;

/// Asks everything at once, each from a task of its own.
async fn rush(teller: &Teller, asked: Vec<Instruction>) -> Vec<Result<Receipt, Error>> {
    let mut tasks = Vec::new();
    for instruction in asked {
        let teller = teller.clone();
        tasks.push(tokio::spawn(async move { teller.ask(instruction).await }));
    }
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.unwrap());
    }
    answers
}

fn below_floor(answer: &Result<Receipt, Error>) -> bool {
    matches!(answer, Err(Error::Refused(Refusal::BelowFloor { .. })))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_sixty_four_who_ask_at_once_exactly_as_many_pay_as_there_is_room() {
    let books = Books::new(9).await;
    // Room for 23 payments of 43 above a floor of -1000.
    let asked = (0..64).map(|turn| books.pay(0, 1 + turn % 8, 43)).collect();
    let answers = rush(&books.teller, asked).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 23);
    assert_eq!(answers.iter().filter(|answer| below_floor(answer)).count(), 41);
    assert_eq!(books.balances().await[0], -23 * 43);
    assert_eq!(books.number().await, 23);
    assert_eq!(books.balances().await.iter().sum::<i64>(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_repeat_gets_the_first_answer_and_moves_nothing() {
    let books = Books::new(3).await;
    let (good, bad) = (books.pay(0, 1, 600), books.pay(0, 2, 600));
    let first = books.ask(good.clone()).await;
    assert!(first.counted);
    assert!(below_floor(&books.teller.ask(bad.clone()).await));
    // Room appears: a repeat is still the first answer.
    books.paid(1, 0, 600).await;
    let answers = rush(
        &books.teller,
        (0..20).map(|turn| if turn % 2 == 0 { good.clone() } else { bad.clone() }).collect(),
    );
    for (turn, answer) in answers.await.iter().enumerate() {
        if turn % 2 == 0 {
            assert_eq!(answer.as_ref().unwrap().transfer, first.transfer);
        } else {
            assert!(below_floor(answer), "{answer:?}");
        }
    }
    assert_eq!(books.balances().await, [0, 0, 0, 0]);

    let mut other = good.clone();
    other.by.acting = Acting::Coordinator;
    assert!(matches!(books.teller.ask(other).await, Err(Error::Refused(Refusal::IdUsed))));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_with_one_name_are_one_trade() {
    let books = Books::new(2).await;
    let once = books.pay(0, 1, 10);
    let answers = rush(&books.teller, vec![once; 64]).await;
    assert!(answers.iter().all(Result::is_ok));
    assert_eq!((books.number().await, books.balances().await[1]), (1, 10));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_tellers_on_one_database_share_one_truth() {
    let books = Arc::new(Books::new(6).await);
    let mut tellers = vec![books.teller.clone()];
    let mut others = Vec::new();
    if books.database.db.gate().is_none() {
        for _ in 0..3 {
            let db = Db::open(&books.database.url).await.unwrap();
            tellers.push(Teller::start(&db, books.clock.clone()).await.unwrap());
            others.push(db);
        }
    }
    let mut tasks = Vec::new();
    for turn in 0..200_usize {
        let (teller, books) = (tellers[turn % tellers.len()].clone(), books.clone());
        tasks.push(tokio::spawn(async move { teller.ask(books.pay(0, 1 + turn % 5, 9)).await }));
    }
    let mut counted = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(_) => counted += 1,
            Err(error) => assert!(below_floor(&Err(error))),
        }
    }
    assert_eq!(counted, 1000 / 9);
    assert_eq!(books.number().await, 1000 / 9);
    for teller in &tellers[1..] {
        teller.stop().await;
    }
    let (db, exchange) = (&books.database.db, books.exchange);
    let rows =
        store::transfers::journal_after(&mut db.read().await.unwrap(), exchange, 0, 1000).await.unwrap();
    let names: BTreeSet<_> = rows.iter().map(|row| row.id).collect();
    assert_eq!(names.len(), rows.len());
    for db in others {
        db.close().await;
    }
}

#[tokio::test]
async fn a_full_queue_turns_askers_away_at_once() {
    let books = Books::new(2).await;
    // Whoever writes holds the teller up, on either database.
    let mut held = books.database.db.write().await.unwrap();
    store::testing::hold_journal(&mut held, books.exchange).await;
    let mut waiting = Vec::new();
    let mut turned_away = 0;
    for _ in 0..1_500 {
        let (teller, asked) = (books.teller.clone(), books.pay(0, 1, 1));
        waiting.push(tokio::spawn(async move { teller.ask(asked).await }));
        tokio::task::yield_now().await;
    }
    held.rollback().await.unwrap();
    let mut counted = 0;
    for task in waiting {
        match task.await.unwrap() {
            Ok(_) => counted += 1,
            Err(Error::Busy { retry_after_s }) => turned_away += i64::from(retry_after_s > 0),
            Err(error) => assert!(below_floor(&Err(error))),
        }
    }
    assert!(turned_away > 0, "nobody was turned away");
    assert_eq!((books.balances().await[1], books.number().await), (counted, counted));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn stopping_finishes_what_was_accepted() {
    let books = Books::new(2).await;
    let mut tasks = Vec::new();
    for _ in 0..300 {
        let (teller, asked) = (books.teller.clone(), books.pay(0, 1, 1));
        tasks.push(tokio::spawn(async move { teller.ask(asked).await }));
    }
    tokio::task::yield_now().await;
    books.teller.stop().await;
    assert!(!books.teller.is_at_work());
    let mut counted = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(_) => counted += 1,
            Err(Error::Internal(why)) => assert!(why.contains("has stopped"), "{why}"),
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(books.number().await, counted);
    assert!(matches!(books.teller.ask(books.pay(0, 1, 1)).await, Err(Error::Internal(_))));
}

#[tokio::test]
async fn a_failing_write_hurts_only_its_cause() {
    let books = Books::new(3).await;
    books.database.refuse_words("poison").await;
    for round in 0..3_i64 {
        let mut asked: Vec<_> = (0..10).map(|_| books.pay(0, 1, 2)).collect();
        asked.insert(4, books.pay_for(0, 2, 50, "poison"));
        // An account number that is taken already, with an id that is not.
        let id = books.ids(1).await[0];
        asked.push(books.open(id, "MARL0001", Kind::Individual));
        let answers = books.teller.ask_all(asked).await.unwrap();
        for (at, answer) in answers.iter().enumerate() {
            let failed = matches!(answer, Err(Error::Internal(_)));
            assert_eq!(failed, at == 4 || at == 11, "{at}: {answer:?}");
        }
        assert_eq!(books.balances().await, [-20 * (round + 1), 20 * (round + 1), 0, 0]);
    }
    assert_eq!(books.number().await, 30);
    books.ask(books.pay_for(0, 2, 50, "bread")).await;
}

#[tokio::test]
async fn a_commit_that_fails_is_nobodys_success() {
    let books = Books::new(3).await;
    books.database.refuse_at_commit("poison").await;
    let asked = vec![books.pay(0, 1, 5), books.pay_for(0, 2, 50, "poison"), books.pay(0, 1, 7)];
    let answers = books.teller.ask_all(asked.clone()).await.unwrap();
    assert!(answers[0].is_ok() && answers[2].is_ok(), "{answers:?}");
    assert!(matches!(answers[1], Err(Error::Internal(_))), "{answers:?}");
    assert_eq!((books.balances().await, books.number().await), (vec![-12, 12, 0, 0], 2));
    let again = books.teller.ask_all(asked).await.unwrap();
    assert!(again[0].is_ok() && again[1].is_err() && again[2].is_ok());
    assert_eq!(books.number().await, 2);
}

#[tokio::test]
async fn time_in_the_journal_never_runs_backwards() {
    let books = Books::new(2).await;
    books.clock.advance(3600);
    let late = books.paid(0, 1, 5).await;
    books.clock.advance(-7200);
    let early = books.paid(0, 1, 5).await;
    let mut tx = books.database.db.read().await.unwrap();
    let (late, early) =
        (store::transfers::get(&mut tx, late).await, store::transfers::get(&mut tx, early).await);
    assert!(early.unwrap().unwrap().decided_at >= late.unwrap().unwrap().decided_at);
}

#[tokio::test]
async fn a_server_whose_clock_is_behind_does_not_turn_the_journal_back() {
    let books = Books::new(2).await;
    let late = books.paid(0, 1, 5).await;
    books.teller.stop().await;
    let hour_ago = Instant(books.clock.now().0 - 3_600_000_000);
    let other = Teller::start(&books.database.db, Clock::hand(hour_ago)).await.unwrap();
    let paid = other.ask(books.pay(0, 1, 5)).await.unwrap().transfer.unwrap();
    let lock = Act::SetLock { account: books.accounts[1], locked: true };
    other.ask(books.act(lock)).await.unwrap();
    other.stop().await;
    let mut tx = books.database.db.read().await.unwrap();
    let (late, early) =
        (store::transfers::get(&mut tx, late).await, store::transfers::get(&mut tx, paid).await);
    let (late, early) = (late.unwrap().unwrap().decided_at, early.unwrap().unwrap().decided_at);
    assert!(late.is_some() && early >= late, "{early:?} comes after {late:?}");
    let acts = store::journals::acts_before(&mut tx, books.exchange, i64::MAX, 1).await.unwrap();
    assert!(Some(acts[0].at) >= late, "{acts:?}");
    drop(tx);
    let report = app::integrity::verify(&books.database.db).await.unwrap();
    assert!(report.is_clean(), "{report}");
}

#[tokio::test]
async fn answers_come_in_the_order_of_asking() {
    let books = Books::new(2).await;
    let mut asked: Vec<_> = [900, 200, 100].into_iter().map(|units| books.pay(0, 1, units)).collect();
    let draft = books.pay(1, 0, 900);
    let mut later = draft.clone();
    if let What::Record(order) = &mut later.what {
        (order.id, order.wish) = (books.name(), Wish::Draft);
    }
    asked.extend([draft, later, books.pay(0, 1, 5)]);
    let answers = books.teller.ask_all(asked).await.unwrap();
    let counted: Vec<_> =
        answers.iter().map(|answer| answer.as_ref().map(|receipt| receipt.counted).ok()).collect();
    assert_eq!(counted, [Some(true), None, Some(true), Some(true), Some(false), Some(true)]);
}
