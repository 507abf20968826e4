//! Backups: what comes back is what was there, whichever way it went, and what is damaged is refused.

use std::io::{self, Cursor, Write};
use std::sync::atomic::AtomicBool;

use app::backup::{self, Digest, Findings, Making, Restored, Trouble};
use app::pictures::{self, Files, Pictures, Size, Upload};
use app::teller::Teller;
use app::testing::World;
use app::{App, Clock, Error, Random, integrity, registration, sessions};
use ledger::Instant;
use store::testing::corruptions::CORRUPTIONS;
use store::testing::{Room, TestDatabase};
use store::{Db, tables};

use super::integrity::lived_in;
use super::setting::{BEGINNING, Books};

/// A backup of a database, in memory.
async fn backed_up(db: &Db) -> Vec<u8> {
    let (mut bytes, stop) = (Vec::new(), AtomicBool::new(false));
    let made =
        backup::write(db, &Files::in_memory(), Making::new(BEGINNING, &stop), &mut bytes).await.unwrap();
    assert_eq!(made.bytes, bytes.len() as u64);
    assert_eq!(backup::check(Cursor::new(&bytes)).unwrap(), made, "its reader finds what its maker wrote");
    bytes
}

/// A backup in a room of its own.
async fn restored(backup: &[u8], room: Room) -> (Restored, TestDatabase) {
    let restored = backup::restore(Cursor::new(backup), (&room.url, &Files::in_memory()), Findings::Refuse)
        .await
        .unwrap();
    (restored, TestDatabase::open(room).await)
}

async fn digest(db: &Db) -> Digest {
    let (report, digest) = integrity::verify_with_digest(db).await.unwrap();
    digest.unwrap_or_else(|| panic!("{report}"))
}

async fn refused(backup: &[u8]) -> String {
    let room = Room::new().await;
    let trouble = backup::restore(Cursor::new(backup), (&room.url, &Files::in_memory()), Findings::Refuse)
        .await
        .unwrap_err();
    let again = TestDatabase::open(room).await;
    let empty = store::journals::all(&mut again.db.read().await.unwrap()).await.unwrap().is_empty();
    assert!(empty, "something was left of a backup that was refused");
    trouble.to_string()
}

#[tokio::test]
async fn the_same_comes_back_by_way_of_either_database() {
    let books = lived_in().await;
    let here = backed_up(&books.database.db).await;
    let (told, away) = restored(&here, Room::in_a_folder()).await;
    assert!(told.report.is_clean() && told.backup.digest == told.digest);
    let there = backed_up(&away.db).await;
    assert!(here == there, "the same content makes the same file");
    let (_, back) = restored(&there, Room::new().await).await;
    assert_eq!(digest(&back.db).await, digest(&books.database.db).await);
    assert_eq!(digest(&back.db).await, digest(&away.db).await);
    assert!(backed_up(&back.db).await == here);
}

#[tokio::test]
async fn restored_books_go_on() {
    let mut books = lived_in().await;
    let before = digest(&books.database.db).await;
    let backup = backed_up(&books.database.db).await;
    for room in [Room::in_a_folder(), Room::new().await] {
        let (_, database) = restored(&backup, room).await;
        assert_eq!(database.schema().await, books.database.schema().await);
        books.teller.stop().await;
        books.teller = Teller::start(&database.db, books.clock.clone()).await.unwrap();
        books.database = database;
        let number = books.number().await;
        books.paid(0, 1, 7).await;
        books.ask(books.request(2, 0, 30)).await;
        assert_eq!(books.number().await, number + 1);
        assert_ne!(digest(&books.database.db).await, before, "a digest that does not change tells nothing");
        // What is committed is as final as it was.
        let tried = books.database.change_an_entry().await;
        assert!(tried.unwrap_err().to_string().contains("append-only"));
        let tried = books.database.refer_to_nothing().await;
        assert!(tried.is_err(), "references between tables are in force");
    }
}

/// A place for a backup that has something done when the first bytes of it arrive.
struct Meanwhile<F> {
    bytes: Vec<u8>,
    act: Option<F>,
}

impl<F: Future<Output = ()> + Send> Write for Meanwhile<F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(act) = self.act.take() {
            tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(act));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

async fn backed_up_while<F: Future<Output = ()> + Send>(
    books: &Books,
    log_limit: u64,
    act: F,
) -> Result<Vec<u8>, Trouble> {
    let (stop, mut out) = (AtomicBool::new(false), Meanwhile { bytes: Vec::new(), act: Some(act) });
    let making = Making { log_limit, ..Making::new(BEGINNING, &stop) };
    backup::write(&books.database.db, &Files::in_memory(), making, &mut out).await?;
    assert!(out.act.is_none(), "nothing was done meanwhile");
    Ok(out.bytes)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_of_one_moment_and_nobody_waits_for_it() {
    let books = lived_in().await;
    let (before, number) = (digest(&books.database.db).await, books.number().await);
    let pays = async {
        for _ in 0..20 {
            books.paid(0, 1, 1).await;
        }
    };
    let backup = backed_up_while(&books, u64::MAX, pays).await.unwrap();
    assert_eq!(books.number().await, number + 20);
    let (told, _) = restored(&backup, Room::new().await).await;
    assert_eq!(told.digest, before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_grows_too_long_ends_a_backup() {
    let books = lived_in().await;
    let has_log = books.database.db.log_bytes().is_some();
    let made = backed_up_while(&books, 0, async {
        let _ = books.paid(0, 1, 1).await;
    })
    .await;
    match made {
        Err(Trouble::LogTooLong(0)) => assert!(has_log),
        Ok(_) => assert!(!has_log, "the log may grow without end"),
        Err(trouble) => panic!("{trouble}"),
    }
}

#[tokio::test]
async fn a_backup_that_is_told_to_stop_stops() {
    let books = Books::new(2).await;
    let stop = AtomicBool::new(true);
    let made =
        backup::write(&books.database.db, &Files::in_memory(), Making::new(BEGINNING, &stop), io::sink())
            .await;
    assert!(matches!(made, Err(Trouble::Stopped)), "{made:?}");
}

#[tokio::test]
async fn whoever_was_signed_in_is_not_after_a_restore() {
    let world = World::new().await;
    let exchange = world.exchange("MARL").await;
    let ana = world.member("ana", exchange).await;
    let token = world.sign_in("ana").await;
    let link = registration::reset_token(&world.app, &app::actor::Actor::server(), ana.user).await.unwrap();
    let backup = backed_up(&world.database.db).await;
    assert!(!tables_in(&unzipped(&backup)).iter().any(|name| LEFT_OUT.contains(&name.as_str())));

    let (_, database) = restored(&backup, Room::new().await).await;
    let app = App::start(database.db.clone(), Clock::hand(BEGINNING), Random::seeded(8)).await.unwrap();
    let actor = sessions::resume(&app, &token).await.unwrap();
    assert!(actor.user().is_none(), "a session lives on");
    let reset = registration::reset(&app, &link, "four geese in a row").await;
    assert!(matches!(reset, Err(Error::NotAllowed(_) | Error::NotFound | Error::Wrong(_))), "{reset:?}");
}

/// What lets somebody in, and what is made again by itself.
const LEFT_OUT: [&str; 8] = [
    "challenges",
    "entry_codes",
    "links",
    "listing_meanings",
    "push_subscriptions",
    "refresh_tokens",
    "sessions",
    "signing_keys",
];

fn tables_in(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    lines.filter_map(|line| line["table"].as_str().map(str::to_owned)).collect()
}

fn unzipped(backup: &[u8]) -> String {
    let mut text = String::new();
    io::Read::read_to_string(&mut flate2::read::MultiGzDecoder::new(backup), &mut text).unwrap();
    text
}

#[tokio::test]
async fn any_tool_that_unpacks_gzip_shows_all_of_it() {
    let books = lived_in().await;
    let text = unzipped(&backed_up(&books.database.db).await);
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&lines[0]["ayni"], &lines[0]["format"]), (&"backup".into(), &2.into()));
    assert!(lines.last().unwrap()["sha256"].is_string());
    let mut known: Vec<String> = tables::all(&mut books.database.db.read().await.unwrap())
        .await
        .unwrap()
        .into_iter()
        .map(|table| table.name)
        .collect();
    known.retain(|name| !LEFT_OUT.contains(&name.as_str()));
    assert_eq!(tables_in(&text), known, "every table is in it, once, in order");
    assert!(text.contains("\"bread\""));
}

#[tokio::test]
async fn every_damage_is_noticed() {
    let backup = backed_up(&lived_in().await.database.db).await;
    let mut copy = backup.clone();
    for at in 0..backup.len() {
        for bit in [1, 128] {
            copy[at] ^= bit;
            let found = backup::check(Cursor::new(&copy));
            assert!(
                matches!(found, Err(Trouble::Damaged(_) | Trouble::Foreign)),
                "byte {at} of {} may change",
                copy.len()
            );
            copy[at] ^= bit;
        }
    }
    for length in (0..backup.len()).step_by(13) {
        let found = backup::check(Cursor::new(&backup[..length]));
        assert!(matches!(found, Err(Trouble::Damaged(_) | Trouble::Foreign)), "{length} bytes are enough");
    }
    copy.push(b'\n');
    assert!(backup::check(Cursor::new(&copy)).is_err(), "something may follow");
}

#[tokio::test]
async fn what_is_refused_says_what_to_do_and_leaves_nothing() {
    let backup = backed_up(&lived_in().await.database.db).await;
    let half = &backup[..backup.len() / 2];
    let mut bent = backup.clone();
    bent[backup.len() / 3] ^= 4;
    for (bytes, says) in [
        (&[][..], "take another copy of it"),
        (half, "take another copy of it"),
        (&bent, "take another copy of it"),
        (b"PGDMP not ours at all, and long enough to be something else entirely", "give the path of one"),
    ] {
        let said = refused(bytes).await;
        assert!(said.contains(says), "{said}");
    }
}

#[tokio::test]
async fn books_that_are_not_right_are_restored_only_when_asked_for() {
    let books = lived_in().await;
    books.database.unguard().await;
    books.database.run(&[CORRUPTIONS[0].sql]).await;
    let backup = backed_up(&books.database.db).await;
    let said = refused(&backup).await;
    assert!(said.contains("WRONG") && said.contains("--accept-findings"), "{said}");
    let room = Room::new().await;
    let told = backup::restore(Cursor::new(&backup), (&room.url, &Files::in_memory()), Findings::Accept)
        .await
        .unwrap();
    assert!(!told.report.is_clean());
}

#[tokio::test]
async fn only_an_empty_database_is_filled() {
    let (books, other) = (lived_in().await, Books::new(2).await);
    let backup = backed_up(&books.database.db).await;
    let before = digest(&other.database.db).await;
    let done =
        backup::restore(Cursor::new(&backup), (&other.database.url, &Files::in_memory()), Findings::Accept)
            .await;
    assert!(matches!(&done, Err(Trouble::Database(error)) if error.is_not_empty()), "{done:?}");
    assert_eq!(digest(&other.database.db).await, before);
}

#[tokio::test]
async fn a_table_that_a_later_migration_adds_is_in_the_backup() {
    let books = Books::new(2).await;
    let known = digest(&books.database.db).await;
    books.database.add_a_table().await;
    let text = unzipped(&backed_up(&books.database.db).await);
    assert!(text.contains("{\"table\":\"statues\""), "{text}");
    assert_ne!(digest(&books.database.db).await, known);
    let mut tx = books.database.db.read().await.unwrap();
    let found = tables::all(&mut tx).await.unwrap();
    let columns: usize = found.iter().map(|table| table.columns.len()).sum();
    assert_eq!(columns, books.database.schema().await.len(), "every column of every table");
}

#[tokio::test]
async fn a_newer_backup_names_the_remedy() {
    let books = Books::new(2).await;
    books.database.pretend_version(99).await;
    let (stop, files) = (AtomicBool::new(false), Files::in_memory());
    let made = backup::write(&books.database.db, &files, Making::new(Instant(0), &stop), io::sink());
    assert!(made.await.unwrap_err().to_string().contains("run a newer program"));
}

#[tokio::test]
async fn of_several_servers_one_makes_the_backup_that_is_due() {
    use app::backup::schedule::{self, State};

    let world = World::new().await;
    let (app, root) = (&world.app, world.actor("root").await);
    let other = App::start(world.database.db.clone(), app.clock.clone(), Random::seeded(8)).await.unwrap();
    let state = async || schedule::status(app, &root).await.unwrap().state;
    assert_eq!(state().await, State::Off);
    assert!(!schedule::take_turn(app).await.unwrap(), "none is planned");
    schedule::plan(app, 86_400).await.unwrap();
    assert_eq!(state().await, State::Awaited);

    let (one, two) = tokio::join!(schedule::take_turn(app), schedule::take_turn(&other));
    assert!(one.unwrap() != two.unwrap(), "one of them makes it");
    app.clock.advance(200);
    schedule::keep_turn(app).await.unwrap();
    app.clock.advance(200);
    assert!(!schedule::take_turn(&other).await.unwrap(), "whoever makes it is still at it");
    app.clock.advance(301);
    assert!(schedule::take_turn(&other).await.unwrap(), "whoever made it is gone");

    schedule::failed(app, "no room").await.unwrap();
    let status = schedule::status(app, &root).await.unwrap();
    assert_eq!((status.state, status.failure.unwrap().1.as_str()), (State::Failing, "no room"));
    assert!(!schedule::take_turn(&other).await.unwrap(), "not at once");
    app.clock.advance(3600);
    assert!(schedule::take_turn(&other).await.unwrap(), "an hour later");

    let (stop, mut bytes) = (AtomicBool::new(false), Vec::new());
    let making = Making::new(app.clock.now(), &stop);
    let summary = backup::write(&world.database.db, &Files::in_memory(), making, &mut bytes).await.unwrap();
    schedule::made(app, &summary, "/safe/one.backup").await.unwrap();
    let status = schedule::status(app, &root).await.unwrap();
    assert_eq!((status.state, status.failure), (State::Fine, None));
    assert_eq!(status.last.unwrap().place, "/safe/one.backup");
    app.clock.advance(86_399);
    assert!(!schedule::take_turn(app).await.unwrap(), "a day later");
    app.clock.advance(15 * 3600);
    assert_eq!(state().await, State::Old);
    let ana = world.user("ana").await;
    let ana = app::actor::Actor::of_user(app, ana).await.unwrap();
    assert!(schedule::status(app, &ana).await.is_err(), "only who keeps the server sees that");
}

/// How many files of pictures were looked at, and by which rules something is wrong with any.
async fn findings(db: &Db, files: &Files) -> (u64, Vec<&'static str>) {
    let mut report = integrity::Report::default();
    integrity::verify_files(db, files, &mut report).await.unwrap();
    (report.counts.files, report.findings.iter().map(|finding| finding.rule).collect())
}

#[tokio::test]
async fn pictures_come_back_with_their_files() {
    let mut world = World::new().await;
    let files = Files::in_memory();
    world.app = world.app.clone().keeping(Pictures::new(files.clone(), pictures::QUOTA));
    let exchange = world.exchange("MARL").await;
    let (ana, db) = (world.member("ana", exchange).await, &world.database.db);
    let actor = world.actor("ana").await;
    let png = |bytes: u8| {
        let mut png = Cursor::new(Vec::new());
        let picture = image::RgbImage::from_pixel(20, 20, image::Rgb([bytes, 0, 0]));
        picture.write_to(&mut png, image::ImageFormat::Png).unwrap();
        png.into_inner()
    };
    let [made, waits] = [png(1), png(2)];
    let listing = world.app.random.uuid(world.app.clock.now()).unwrap();
    let add = async |bytes: &[u8]| {
        let upload = [Upload { name: "a.png", bytes }];
        pictures::add(&world.app, &actor, (ana.member, listing), &upload).await.unwrap();
    };
    add(&made).await;
    world.letters().await;
    add(&waits).await;
    let names = files.names().await.unwrap();
    assert_eq!(names.len(), 4, "three sizes, and one as it came");
    assert_eq!(findings(db, &files).await, (4, Vec::new()));

    let (stop, mut backup) = (AtomicBool::new(false), Vec::new());
    let summary = backup::write(db, &files, Making::new(BEGINNING, &stop), &mut backup).await.unwrap();
    assert_eq!(summary.files, 4);
    assert_eq!(backup::check(Cursor::new(&backup)).unwrap(), summary);
    for room in [Room::in_a_folder(), Room::new().await] {
        let there = Files::in_memory();
        let told =
            backup::restore(Cursor::new(&backup), (&room.url, &there), Findings::Refuse).await.unwrap();
        assert_eq!((told.backup.files, told.digest), (4, summary.digest));
        assert_eq!(there.names().await.unwrap(), names);
        for name in &names {
            assert_eq!(there.get(name).await.unwrap(), files.get(name).await.unwrap(), "{name}");
        }
        // Life goes on: what waited is made, and what was made is served.
        let database = TestDatabase::open(room).await;
        let app = App::start(database.db.clone(), world.app.clock.clone(), Random::seeded(9)).await.unwrap();
        let app = app.keeping(Pictures::new(there.clone(), pictures::QUOTA));
        let actor = app::actor::Actor::of_user(&app, ana.user).await.unwrap();
        let home = app::exchanges::by_code(&app, &actor, "MARL").await.unwrap();
        let all = pictures::of_draft(&app, &actor, &home, (ana.member, listing)).await.unwrap();
        pictures::make(&app, all[1].uuid).await.unwrap();
        for picture in all {
            assert!(pictures::file(&app, &actor, &home, (picture.uuid, Size::Full)).await.is_ok());
        }
        app.stop().await;
    }

    // A backup that is not restored leaves no files, and takes none away that were there.
    let there = Files::in_memory();
    there.put(&names[0], files.get(&names[0]).await.unwrap().unwrap()).await.unwrap();
    let done = backup::restore(Cursor::new(&backup), (&world.database.url, &there), Findings::Refuse).await;
    assert!(done.is_err(), "something is in that database");
    assert_eq!(there.names().await.unwrap(), names[..1]);

    // What is not what was made is found, and so is what is lost, also of what waits.
    let whole = files.get(&names[0]).await.unwrap().unwrap();
    files.put(&names[0], [&whole[..], b" "].concat()).await.unwrap();
    assert_eq!(findings(db, &files).await, (4, vec!["picture-sum"]));
    files.put(&names[0], whole).await.unwrap();
    let waiting = names.iter().find(|name| name.starts_with("quarantine/")).unwrap();
    let upload = files.get(waiting).await.unwrap().unwrap();
    files.delete(waiting).await.unwrap();
    assert_eq!(findings(db, &files).await, (3, vec!["picture-file"]));
    files.put(waiting, upload).await.unwrap();

    // One of whose files is lost is made all the same, without it.
    files.delete(&names[0]).await.unwrap();
    let mut poorer = Vec::new();
    let summary = backup::write(db, &files, Making::new(BEGINNING, &stop), &mut poorer).await.unwrap();
    assert_eq!(summary.files, 3);
    world.letters().await;
}
