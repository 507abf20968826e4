//! Backups of a server at work, restores, and the way from one database to the other and back, as an operator does them.
#![expect(clippy::print_stdout, reason = "times are printed, not judged")]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use e2e::client::Client;
use e2e::server::{Server, Wishes, ayni};
use e2e::trading::{Outcome, PEOPLE, Payer, Payment};
use rig::postgres::{Cluster, Flush};
use tokio::task::{JoinHandle, block_in_place};

/// The digest that a command has printed.
fn digest(said: &str) -> Result<String> {
    let (_, rest) = said.rsplit_once("Digest ").with_context(|| format!("no digest in: {said}"))?;
    Ok(rest.trim().to_owned())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Eight people who pay until they are told to stop, and how long each answer took.
struct Crowd {
    tasks: Vec<JoinHandle<Result<Vec<Duration>>>>,
    stop: Arc<AtomicBool>,
}

impl Crowd {
    async fn gather(url: &str) -> Result<Crowd> {
        let (mut tasks, stop) = (Vec::new(), Arc::new(AtomicBool::new(false)));
        for client in 0..8 {
            let (login, payee) = (PEOPLE[client % 4].0, PEOPLE[(client + 1) % 4].1);
            let (mut payer, stop) = (Payer::new(url, login, payee).await?, stop.clone());
            tasks.push(tokio::spawn(async move {
                let mut times = Vec::new();
                while !stop.load(Ordering::SeqCst) {
                    let began = Instant::now();
                    ensure!(payer.try_pay(&Payment::of("0.01")).await? == Outcome::Recorded, "refused");
                    times.push(began.elapsed());
                }
                Ok(times)
            }));
        }
        Ok(Crowd { tasks, stop })
    }

    /// How many payments there were, the middle one and the slowest.
    async fn times(self) -> Result<(usize, Duration, Duration)> {
        self.stop.store(true, Ordering::SeqCst);
        let mut times = Vec::new();
        for task in self.tasks {
            times.extend(task.await??);
        }
        times.sort_unstable();
        let slowest = *times.last().context("nobody has paid")?;
        Ok((times.len(), times[times.len() / 2], slowest))
    }
}

async fn pay(url: &str) -> Result<()> {
    let mut payer = Payer::new(url, PEOPLE[0].0, PEOPLE[1].1).await?;
    ensure!(payer.pay(&Payment::of("0.01")).await? == Outcome::Recorded, "a small payment was refused");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_while_eight_people_pay_restores_clean() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    let folder = tempfile::tempdir()?;
    let crowd = Crowd::gather(&server.url()).await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let without = crowd.times().await?;
    let crowd = Crowd::gather(&server.url()).await?;
    let mut files = Vec::new();
    for number in 0..3 {
        let file = shown(&folder.path().join(format!("{number}.backup")));
        let said = block_in_place(|| server.run("backup", &[&file]))?;
        files.push((file, digest(&said)?));
    }
    let with = crowd.times().await?;
    println!(
        "payments, middle and slowest answer: without a backup {without:?}, while backups were made {with:?}"
    );
    for (number, (file, made)) in files.iter().enumerate() {
        let data = shown(&folder.path().join(format!("data-{number}")));
        let said = block_in_place(|| ayni(&["restore", file, "--data", &data]))?;
        ensure!(digest(&said)? == *made, "{said}");
        ensure!(digest(&block_in_place(|| ayni(&["verify", "--data", &data]))?)? == *made, "verify differs");
    }
    // Each is of a moment of its own.
    ensure!(files[0].1 != files[1].1 && files[1].1 != files[2].1, "nothing was paid between two backups");
    let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&files[0].0)?.permissions());
    ensure!(mode & 0o777 == 0o600, "others may read it: {mode:o}");
    let again = block_in_place(|| server.run("backup", &[&files[0].0])).unwrap_err().to_string();
    ensure!(again.contains("give another name"), "{again}");

    let running = block_in_place(|| server.run("restore", &[&files[0].0])).unwrap_err().to_string();
    ensure!(running.contains("stop it first"), "{running}");
    block_in_place(|| server.stop())?;
    let before = digest(&block_in_place(|| server.verify())?)?;
    let said = block_in_place(|| server.run("restore", &[&files[0].0]))?;
    let (_, aside) = said.split_once("kept as ").context("nothing was kept")?;
    let aside = aside.lines().next().unwrap_or_default();
    let kept = block_in_place(|| ayni(&["verify", "--database", aside]))?;
    ensure!(digest(&kept)? == before, "what was there before is not what was kept");
    block_in_place(|| server.start())?;
    pay(&server.url()).await?;
    block_in_place(|| server.stop())?;
    block_in_place(|| server.verify())?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_moves_to_postgresql_and_back() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    pay(&server.url()).await?;
    let mut old = Client::signed_in(&server.url(), PEOPLE[0].0).await?;
    block_in_place(|| server.stop())?;
    let folder = tempfile::tempdir()?;
    let (here, there) =
        (shown(&folder.path().join("here.backup")), shown(&folder.path().join("there.backup")));
    let made = digest(&block_in_place(|| server.run("backup", &[&here]))?)?;
    ensure!(made == digest(&block_in_place(|| server.verify())?)?, "a backup differs from its database");

    let log = tempfile::NamedTempFile::new()?;
    let cluster = block_in_place(|| Cluster::start(log.path(), Flush::Never))?;
    let url = cluster.url();
    let said = block_in_place(|| ayni(&["restore", &here, "--database", &url]))?;
    ensure!(digest(&said)? == made, "{said}");
    let said = block_in_place(|| ayni(&["verify", "--database", &url]))?;
    ensure!(digest(&said)? == made, "{said}");
    let said = block_in_place(|| ayni(&["restore", &here, "--database", &url])).unwrap_err().to_string();
    ensure!(said.contains("createdb"), "{said}");

    let mut grown = block_in_place(|| Server::on(&url))?;
    old.move_to(&grown.url());
    let home = old.get("/MARL/statement").await?;
    ensure!(home.status.is_redirection(), "a session of before lives on: {}", home.status);
    pay(&grown.url()).await?;
    let made = digest(&block_in_place(|| grown.run("backup", &[&there]))?)?;
    block_in_place(|| grown.stop())?;
    ensure!(made == digest(&block_in_place(|| grown.verify())?)?, "a backup differs from its database");

    let said = block_in_place(|| server.run("restore", &[&there]))?;
    ensure!(digest(&said)? == made, "{said}");
    ensure!(digest(&block_in_place(|| server.verify())?)? == made, "the way back has changed something");
    block_in_place(|| server.start())?;
    pay(&server.url()).await?;
    block_in_place(|| server.stop())?;
    block_in_place(|| server.verify())?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_whole_backup_is_refused_and_changes_nothing() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    block_in_place(|| server.stop())?;
    let folder = tempfile::tempdir()?;
    let good = folder.path().join("good.backup");
    block_in_place(|| server.run("backup", &[&shown(&good)]))?;
    let bytes = fs::read(&good)?;
    let database = server.data().join("ayni.db");
    let before = fs::read(&database)?;
    let mut bad = vec![(Vec::new(), "empty"), (b"SQLite format 3".to_vec(), "is no backup of Ayni")];
    for part in 1..8 {
        let mut bent = bytes.clone();
        bent[bytes.len() * part / 8] ^= 1;
        bad.push((bent, "is damaged"));
        bad.push((bytes[..bytes.len() * part / 8].to_vec(), "is damaged"));
    }
    let file = shown(&folder.path().join("bad.backup"));
    for (bytes, says) in bad {
        fs::write(&file, &bytes)?;
        let said = block_in_place(|| server.run("restore", &[&file])).unwrap_err().to_string();
        ensure!(said.contains(says) && !said.contains("panicked"), "{said}");
        ensure!(fs::read(&database)? == before, "a refused restore has changed the database");
        let mut names: Vec<_> =
            fs::read_dir(server.data())?.map(|entry| Ok(entry?.file_name())).collect::<Result<_>>()?;
        names.retain(|name| name.to_string_lossy().contains("restoring"));
        ensure!(names.is_empty(), "a refused restore has left {names:?}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restore_that_is_killed_leaves_the_old_or_the_new() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    let folder = tempfile::tempdir()?;
    let (one, other) = (shown(&folder.path().join("one.backup")), shown(&folder.path().join("other.backup")));
    block_in_place(|| server.run("backup", &[&one]))?;
    pay(&server.url()).await?;
    block_in_place(|| server.kill())?;
    block_in_place(|| server.run("backup", &[&other]))?;
    let other_digest = digest(&block_in_place(|| server.verify())?)?;
    let began = Instant::now();
    let one_digest = digest(&block_in_place(|| server.run("restore", &[&one]))?)?;
    let whole = began.elapsed();
    ensure!(one_digest != other_digest, "both are the same");
    let (mut now, mut next, mut moved) = (one_digest.clone(), &other, 0);
    for turn in 0..18_u32 {
        // The moment goes through all of it, and a little further.
        let ended = block_in_place(|| server.run_killed("restore", &[next], whole * (turn + 1) / 16))?;
        let found = digest(&block_in_place(|| server.verify())?)?;
        ensure!(found == one_digest || found == other_digest, "something else is there: {found}");
        ensure!(!ended || found != now, "a restore ended and did nothing");
        if found != now {
            moved += 1;
            next = if found == one_digest { &other } else { &one };
            now = found;
        }
    }
    println!("{moved} of 18 killed restores had put the new one in place; a whole one takes {whole:?}");
    block_in_place(|| server.start())?;
    pay(&server.url()).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_makes_backups_by_itself_and_thins_them() -> Result<()> {
    let options = ["--backup-every", "1s", "--backup-keep", "2"].map(str::to_owned).to_vec();
    let wishes = Wishes { options, ..Wishes::default() };
    let mut server = block_in_place(|| Server::with(wishes))?;
    let folder = server.data().join("backups");
    let names = || -> Vec<String> {
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.retain(|name| !name.starts_with('.'));
        names.sort();
        names
    };
    let (began, mut seen) = (Instant::now(), std::collections::BTreeSet::new());
    while seen.len() < 4 {
        ensure!(began.elapsed() < Duration::from_secs(120), "only {seen:?} were made: {}", server.log());
        seen.extend(names());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let mut keeper = Client::signed_in(&server.url(), "root@ayni.example").await?;
    let page = keeper.get("/server").await?.body;
    ensure!(page.contains(&shown(&folder)) && page.contains("Checked"), "the page is silent: {page}");
    block_in_place(|| server.stop())?;
    let kept = names();
    ensure!(kept.len() <= 3, "they are not thinned: {kept:?}");
    let data = tempfile::tempdir()?;
    let newest = shown(&folder.join(kept.last().context("none is kept")?));
    block_in_place(|| ayni(&["restore", &newest, "--data", &shown(data.path())]))?;
    Ok(())
}
