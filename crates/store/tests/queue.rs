//! Jobs and counters when several processes use them at once.

use std::collections::HashSet;

use ledger::time::Instant;
use store::jobs::Which;
use store::testing::TestDatabase;
use store::{Db, Result, brakes, jobs};

const ALL: Which<'_> = Which::AllBut(["", ""]);
const NOW: Instant = Instant(1_000_000);
const LATER: Instant = Instant(2_000_000);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_job_is_taken_by_two() {
    let test = TestDatabase::new().await;
    let mut tx = test.db.write().await.unwrap();
    for _ in 0..60 {
        jobs::push(&mut tx, "letter", "{}", NOW, NOW).await.unwrap();
    }
    jobs::push(&mut tx, "letter", "{}", NOW, LATER).await.unwrap();
    tx.commit().await.unwrap();

    let other = Db::open(&test.url).await.unwrap();
    let takers: Vec<_> =
        [test.db.clone(), other.clone(), test.db.clone()].map(|db| tokio::spawn(take_all(db))).into();
    let mut taken = Vec::new();
    for taker in takers {
        taken.extend(taker.await.unwrap().unwrap());
    }
    assert_eq!((taken.len(), taken.iter().collect::<HashSet<_>>().len()), (60, 60));

    let mut tx = test.db.write().await.unwrap();
    assert!(jobs::take(&mut tx, ALL, (NOW, LATER), 100).await.unwrap().is_empty(), "taken, or not due");
    jobs::done(&mut tx, &[taken[0]], NOW).await.unwrap();
    let again = jobs::take(&mut tx, ALL, (LATER, Instant(3_000_000)), 100).await.unwrap();
    assert_eq!(again.len(), 60, "those of a process that died, and the one that is due now");
    tx.commit().await.unwrap();
    other.close().await;
}

#[tokio::test]
async fn each_kind_can_be_taken_by_itself() {
    let test = TestDatabase::new().await;
    let mut tx = test.db.write().await.unwrap();
    for kind in ["picture", "letter", "picture", "tell"] {
        jobs::push(&mut tx, kind, "{}", NOW, NOW).await.unwrap();
    }
    let (only, others) = (Which::Only("picture"), Which::AllBut(["picture", "push"]));
    for (which, expected) in [(only, ["picture", "picture"]), (others, ["letter", "tell"])] {
        assert!(jobs::is_due(&mut tx, which, NOW).await.unwrap());
        let taken = jobs::take(&mut tx, which, (NOW, LATER), 10).await.unwrap();
        assert_eq!(taken.iter().map(|job| job.kind.as_str()).collect::<Vec<_>>(), expected);
        assert!(!jobs::is_due(&mut tx, which, NOW).await.unwrap());
    }
}

async fn take_all(db: Db) -> Result<Vec<i64>> {
    let mut ids = Vec::new();
    loop {
        let mut tx = db.write().await?;
        let taken = jobs::take(&mut tx, ALL, (NOW, LATER), 7).await?;
        tx.commit().await?;
        if taken.is_empty() {
            return Ok(ids);
        }
        ids.extend(taken.iter().map(|job| job.id));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counters_miss_nothing_and_begin_anew() {
    let test = TestDatabase::new().await;
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let db = test.db.clone();
            tokio::spawn(async move {
                let mut tx = db.write().await.unwrap();
                let counted = brakes::add(&mut tx, "k", NOW, Instant(0)).await.unwrap();
                tx.commit().await.unwrap();
                counted.count
            })
        })
        .collect();
    let mut counts = Vec::new();
    for task in tasks {
        counts.push(task.await.unwrap());
    }
    counts.sort_unstable();
    assert_eq!(counts, (1..=20).collect::<Vec<_>>());

    let mut tx = test.db.write().await.unwrap();
    brakes::take_back(&mut tx, "k").await.unwrap();
    assert_eq!(brakes::add(&mut tx, "k", LATER, NOW).await.unwrap(), brakes::Count { count: 20, since: NOW });
    assert_eq!(
        brakes::add(&mut tx, "k", LATER, LATER).await.unwrap(),
        brakes::Count { count: 1, since: LATER }
    );
    brakes::sweep(&mut tx, Instant(3_000_000)).await.unwrap();
    assert_eq!(brakes::add(&mut tx, "k", LATER, Instant(0)).await.unwrap().count, 1);
}
