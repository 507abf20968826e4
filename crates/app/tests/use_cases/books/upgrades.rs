//! Upgrades, from what earlier releases have left: whole or not at all, wherever they break.

use std::io::Cursor;
use std::process::{Command, Stdio};
use std::time::Duration;

use app::pictures::Files;
use app::{DatabaseUrl, backup, integrity};
use store::Db;
use store::testing::upgrades::{anatomy, break_at, steps_after};
use store::testing::{Room, TestDatabase};

/// Backups that earlier releases have made, with the version of their tables. A release adds its own.
const RELEASES: &[(i64, &[u8])] = &[(2, include_bytes!("../../releases/0.1.backup"))];

/// A database as a release has left it.
async fn left_by(release: &[u8]) -> Room {
    let room = Room::new().await;
    backup::restore_as_it_was(Cursor::new(release), &room.url).await.unwrap();
    room
}

async fn digest(db: &Db) -> String {
    let (report, digest) = integrity::verify_with_digest(db).await.unwrap();
    digest.unwrap_or_else(|| panic!("{report}")).to_string()
}

/// What a database of a release becomes when nothing goes wrong.
async fn upgraded(release: &[u8]) -> (Vec<String>, String) {
    let database = TestDatabase::open(left_by(release).await).await;
    (anatomy(&database.url).await.unwrap(), digest(&database.db).await)
}

/// Makes sure that the tables of a database are as a release left them.
async fn assert_old_tables(url: &DatabaseUrl, before: &[String]) {
    let now = anatomy(url).await.unwrap();
    assert!(now == before, "tables have changed: {now:#?}");
}

/// Makes sure that a database is as a release left it, byte for byte of its content.
async fn assert_old(url: &DatabaseUrl, before: &[String], content: &str) {
    assert_old_tables(url, before).await;
    let db = Db::open_to_copy(url).await.unwrap();
    let mut tx = db.read().await.unwrap();
    assert_eq!(backup::digest(&mut tx).await.unwrap().to_string(), content);
    drop(tx);
    db.close().await;
}

#[tokio::test]
async fn a_release_before_becomes_this_one() {
    for (version, release) in RELEASES {
        let room = left_by(release).await;
        assert!(Db::open_to_read(&room.url).await.is_err(), "version {version} is old");
        let database = TestDatabase::open(room).await;
        let report = integrity::verify(&database.db).await.unwrap();
        assert!(report.is_clean(), "{report}");
        assert!(report.counts.transfers > 10, "a release's books have something in them: {report}");
        let fresh = TestDatabase::new().await;
        assert_eq!(database.schema().await, fresh.schema().await);
        // Restoring it with this program comes to the same.
        let other = Room::new().await;
        let done = backup::restore(
            Cursor::new(release),
            (&other.url, &Files::in_memory()),
            backup::Findings::Refuse,
        )
        .await
        .unwrap();
        assert_eq!(done.digest.to_string(), digest(&database.db).await);
        assert_eq!(anatomy(&other.url).await.unwrap(), anatomy(&database.url).await.unwrap());
    }
}

#[tokio::test]
async fn an_upgrade_that_breaks_at_any_statement_leaves_the_old() {
    for (version, release) in RELEASES {
        let (new, content) = upgraded(release).await;
        let room = left_by(release).await;
        let before = anatomy(&room.url).await.unwrap();
        let was = backup::check(Cursor::new(release)).unwrap().digest.to_string();
        for (step, statements) in steps_after(&room.url, *version) {
            for after in 0..=statements {
                let broke = break_at(&room.url, step, after).await;
                let said = broke.unwrap_err().to_string();
                assert!(said.contains("broken_by_a_test"), "step {step}, statement {after}: {said}");
                assert_old_tables(&room.url, &before).await;
            }
            // Whatever any of them had left would still be there.
            assert_old(&room.url, &before, &was).await;
        }
        let database = TestDatabase::open(room).await;
        assert!(anatomy(&database.url).await.unwrap() == new);
        assert_eq!(digest(&database.db).await, content);
    }
}

#[tokio::test]
async fn several_that_start_at_once_upgrade_once() {
    let (_, release) = RELEASES[0];
    let (new, content) = upgraded(release).await;
    for room in [left_by(release).await, Room::new().await] {
        let starts: Vec<_> = (0..6)
            .map(|_| {
                let url = room.url.clone();
                tokio::spawn(async move { Db::open(&url).await })
            })
            .collect();
        let mut open = Vec::new();
        for start in starts {
            open.push(start.await.unwrap().unwrap());
        }
        assert!(anatomy(&room.url).await.unwrap() == new);
        for db in open {
            db.close().await;
        }
        let database = TestDatabase::open(room).await;
        let found = digest(&database.db).await;
        let empty = store::journals::all(&mut database.db.read().await.unwrap()).await.unwrap().is_empty();
        assert!(empty || found == content);
    }
}

/// How the process that the test below starts is told what to upgrade.
const CHILD: &str = "AYNI_TEST_UPGRADE";

/// Upgrades what it is told to by whoever means to kill it, and otherwise a database of its own.
#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "a process is told what to do by its environment")]
async fn an_upgrade_in_a_process_of_its_own() {
    let (_, release) = RELEASES[0];
    let (room, url) = match std::env::var(CHILD) {
        Ok(told) => (None, told.parse().unwrap()),
        Err(_) => {
            let room = left_by(release).await;
            let url = room.url.clone();
            (Some(room), url)
        }
    };
    Db::open(&url).await.unwrap().close().await;
    let open = Db::open_to_read(&url).await.unwrap();
    open.close().await;
    drop(room);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upgrade_that_is_killed_at_any_moment_leaves_the_old_or_the_new() {
    let (_, release) = RELEASES[0];
    let (new, content) = upgraded(release).await;
    let was = backup::check(Cursor::new(release)).unwrap().digest.to_string();
    let (mut olds, mut news) = (0, 0);
    let mut room = left_by(release).await;
    let old = anatomy(&room.url).await.unwrap();
    for turn in 0..40 {
        // Most of the time goes into starting: the moment moves through all of it.
        tokio::task::block_in_place(|| killed_after(&room.url, Duration::from_micros(turn * 1499)));
        if anatomy(&room.url).await.unwrap() == new {
            news += 1;
            let database = TestDatabase::open(room).await;
            assert_eq!(digest(&database.db).await, content);
            room = left_by(release).await;
        } else {
            olds += 1;
            assert_old(&room.url, &old, &was).await;
        }
    }
    println!("{olds} kills left the old, {news} the new");
    let database = TestDatabase::open(room).await;
    assert_eq!(digest(&database.db).await, content);
}

/// Starts a process that upgrades, and kills it.
fn killed_after(url: &DatabaseUrl, moment: Duration) {
    let name = match url {
        DatabaseUrl::Sqlite(path) => path.display().to_string(),
        DatabaseUrl::Postgres(url) => url.clone(),
    };
    let program = std::env::current_exe().unwrap();
    let mut child = Command::new(program);
    child.args(["--exact", "books::upgrades::an_upgrade_in_a_process_of_its_own"]).env(CHILD, name);
    let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(moment);
    child.kill().unwrap();
    child.wait().unwrap();
    // A server notices a moment later that nobody asks any longer.
    std::thread::sleep(Duration::from_millis(50));
}
