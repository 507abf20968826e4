//! Opening a database: its tables, its versions, its transactions and its ids.

use std::fs;
use std::time::Duration;

use store::testing::TestDatabase;
use store::{DatabaseUrl, Db, Error, Series};

#[tokio::test]
async fn both_databases_have_the_same_tables() {
    let test = TestDatabase::new().await;
    let found = test.schema().await;
    let expected: Vec<&str> = include_str!("schema.txt").lines().collect();
    let missing: Vec<_> = expected.iter().filter(|line| !found.iter().any(|other| other == **line)).collect();
    let unknown: Vec<_> = found.iter().filter(|line| !expected.contains(&line.as_str())).collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "only in schema.txt: {missing:#?}\nnot in it: {unknown:#?}"
    );
}

#[tokio::test]
async fn opening_again_changes_nothing() {
    let test = TestDatabase::new().await;
    let before = test.schema().await;
    let again = Db::open(&test.url).await.unwrap();
    assert!(test.schema().await == before);
    again.close().await;
}

#[tokio::test]
async fn a_database_newer_than_the_program_is_refused() {
    let test = TestDatabase::new().await;
    test.pretend_version(99).await;
    let open = Db::open(&test.url).await.err().unwrap();
    let read = Db::open_to_read(&test.url).await.err().unwrap();
    assert!(matches!(open, Error::TooNew { found: 99, .. }), "{open}");
    assert!(matches!(read, Error::TooNew { found: 99, .. }), "{read}");
}

#[tokio::test]
async fn a_reader_cannot_write() {
    let test = TestDatabase::new().await;
    let reader = Db::open_to_read(&test.url).await.unwrap();
    assert!(matches!(reader.write().await.err(), Some(Error::Unfit(_))));
    let mut tx = reader.read().await.unwrap();
    assert!(tx.id(Series::Jobs).await.is_err(), "a snapshot takes no ids");
}

#[tokio::test]
async fn ids_follow_each_other_and_never_repeat() {
    let test = TestDatabase::new().await;
    let other = Db::open(&test.url).await.unwrap();

    let mut tx = test.db.write().await.unwrap();
    assert_eq!(tx.id(Series::Users).await.unwrap(), 1);
    assert_eq!(tx.ids(Series::Users, 3).await.unwrap(), 2..5);
    assert_eq!(tx.id(Series::Members).await.unwrap(), 1);
    tx.commit().await.unwrap();

    let mut tx = other.write().await.unwrap();
    assert_eq!(tx.ids(Series::Users, 2500).await.unwrap(), 1001..3501);
    tx.commit().await.unwrap();

    let mut tx = test.db.write().await.unwrap();
    assert_eq!(tx.id(Series::Users).await.unwrap(), 5);
    assert_eq!(tx.ids(Series::Users, 2000).await.unwrap(), 3501..5501);
    other.close().await;
}

#[tokio::test]
async fn a_block_taken_in_vain_is_nobodys_or_ours() {
    let test = TestDatabase::new().await;
    let mut tx = test.db.write().await.unwrap();
    assert_eq!(tx.id(Series::Jobs).await.unwrap(), 1);
    tx.rollback().await.unwrap();

    // Another process may take the same block now; this one must not think that it has it then.
    let other = Db::open(&test.url).await.unwrap();
    let mut theirs = other.write().await.unwrap();
    let their_ids = theirs.ids(Series::Jobs, 900).await.unwrap();
    theirs.commit().await.unwrap();
    let mut ours = test.db.write().await.unwrap();
    let our_ids = ours.ids(Series::Jobs, 900).await.unwrap();
    assert!(our_ids.end <= their_ids.start || their_ids.end <= our_ids.start, "{our_ids:?} {their_ids:?}");
    drop(ours);
    other.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ids_may_be_taken_in_any_order_at_the_same_time() {
    let test = TestDatabase::new().await;
    // Two processes that have just started: neither has ids at hand.
    let two = [Db::open(&test.url).await.unwrap(), Db::open(&test.url).await.unwrap()];
    let mut tasks = Vec::new();
    for (db, order) in two.into_iter().zip([[Series::Jobs, Series::Audit], [Series::Audit, Series::Jobs]]) {
        tasks.push(tokio::spawn(async move {
            let mut tx = db.write().await?;
            for series in order {
                tx.id(series).await?;
                tokio::time::sleep(Duration::from_millis(300)).await;
            }
            tx.commit().await?;
            db.close().await;
            Ok::<_, Error>(())
        }));
    }
    for task in tasks {
        task.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn writers_of_one_file_wait_their_turn() {
    let test = TestDatabase::new().await;
    let mut tasks = Vec::new();
    for _ in 0..20 {
        let db = test.db.clone();
        tasks.push(tokio::spawn(async move {
            let mut tx = db.write().await?;
            let id = tx.ids(Series::Audit, 400).await?.start;
            tx.commit().await.map(|()| id)
        }));
    }
    let mut starts = Vec::new();
    for task in tasks {
        starts.push(task.await.unwrap().unwrap());
    }
    starts.sort_unstable();
    assert!(starts.windows(2).all(|pair| pair[1] - pair[0] >= 400), "{starts:?}");
}

#[tokio::test]
async fn the_moment_passes_with_every_commit_but_the_queues() {
    let test = TestDatabase::new().await;
    let Some(before) = test.db.moment() else {
        // Other processes may write: nothing is known, and nothing may be kept.
        assert!(test.db.gate().is_none());
        return;
    };
    let mut tx = test.db.write_queue().await.unwrap();
    store::jobs::push_all(&mut tx, &[("letter", "{}".to_owned())], ledger::Instant(1)).await.unwrap();
    tx.commit().await.unwrap();
    let tx = test.db.write().await.unwrap();
    assert_eq!(test.db.moment(), Some(before), "not before the commit");
    tx.rollback().await.unwrap();
    assert_eq!(test.db.moment(), Some(before), "not when it is undone");
    let tx = test.db.write().await.unwrap();
    tx.commit().await.unwrap();
    let after = test.db.moment();
    assert_ne!(after, Some(before));
    assert_eq!(after, test.db.clone().moment(), "clones count together");
}

/// What a killed process has left in the log of a SQLite file is in the file itself once it has been opened again: nothing
/// depends any longer on a log that may have holes on the disk.
#[tokio::test]
async fn the_log_of_a_killed_process_is_folded_in() {
    let folder = tempfile::tempdir().unwrap();
    let url = |name: &str| DatabaseUrl::Sqlite(folder.path().join(name));
    let db = Db::open(&url("killed.db")).await.unwrap();
    let mut tx = db.write().await.unwrap();
    assert_eq!(tx.id(Series::Jobs).await.unwrap(), 1);
    tx.commit().await.unwrap();
    // What a kill leaves: the file and its log, as they are now.
    for name in ["killed.db", "killed.db-wal"] {
        fs::copy(folder.path().join(name), folder.path().join(name.replace("killed", "left"))).unwrap();
    }
    let again = Db::open(&url("left.db")).await.unwrap();
    fs::copy(folder.path().join("left.db"), folder.path().join("alone.db")).unwrap();
    let alone = Db::open(&url("alone.db")).await.unwrap();
    let mut tx = alone.write().await.unwrap();
    assert_eq!(tx.id(Series::Jobs).await.unwrap(), 1001, "the block taken before the kill is in the file");
    drop(tx);
    for db in [db, again, alone] {
        db.close().await;
    }
}
