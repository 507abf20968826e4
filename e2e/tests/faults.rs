//! A disk that fails: every write, flush and opening of one payment is made to fail in turn. No false success, pages go on
//! being shown, and everything goes on without repair by hand. `cargo xtask faults` runs it alone.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use e2e::say;
use e2e::server::Server;
use e2e::trading::{EXCHANGE, Outcome, PEOPLE, Payer, Payment};
use rig::faults::Faults;
use tokio::task::block_in_place;

/// A payment makes fewer calls than this: more means that the counting went wrong.
const CALLS_AT_MOST: usize = 400;

/// A server on SQLite, one who pays, and what was answered.
struct Bench {
    server: Server,
    payer: Payer,
    told: Vec<Payment>,
}

impl Bench {
    async fn new() -> Result<Bench> {
        let server = block_in_place(Server::demo)?;
        let payer = Payer::new(&server.url(), PEOPLE[0].0, PEOPLE[1].1).await?;
        let mut bench = Bench { server, payer, told: Vec::new() };
        bench.pays().await?;
        Ok(bench)
    }

    fn files(&self) -> Vec<PathBuf> {
        ["ayni.db", "ayni.db-wal", "ayni.db-shm"].map(|name| self.server.data().join(name)).into()
    }

    async fn pays(&mut self) -> Result<()> {
        let payment = Payment::of("0.01");
        ensure!(self.payer.pay(&payment).await? == Outcome::Recorded, "a small payment was refused");
        self.told.push(payment);
        Ok(())
    }

    /// One payment under a fault; tells how often the fault has struck, and whether the payment was answered all the same.
    async fn pays_under(&mut self, tampering: &str) -> Result<(usize, bool)> {
        let pid = self.server.pid().context("the server does not run")?;
        let files = self.files();
        let faults = block_in_place(|| Faults::begin(pid, &files, &[tampering]))?;
        let payment = Payment::of("0.01");
        let answered = match self.payer.try_pay(&payment).await {
            Ok(Outcome::Recorded) => true,
            Ok(Outcome::Refused(page)) => bail!("{tampering}: refused: {page}"),
            Err(error) => {
                let said = error.to_string();
                ensure!(!said.contains("answered 4"), "{tampering}: {said}");
                false
            }
        };
        let struck = faults.count();
        block_in_place(|| faults.end())?;
        self.told.push(payment);
        Ok((struck, answered))
    }

    async fn shows_pages(&mut self) -> Result<()> {
        let home = self.payer.client.get(&format!("/{EXCHANGE}")).await?;
        ensure!(home.status.is_success(), "pages are no longer shown: {}", home.status);
        Ok(())
    }

    /// Asks again for the last payment, whose outcome nobody was sure of.
    async fn asks_again(&mut self) -> Result<()> {
        let last = self.told.last().context("nothing was paid")?;
        ensure!(self.payer.pay(last).await? == Outcome::Recorded, "a small payment was refused");
        Ok(())
    }

    /// What was answered is in the books, now and after the plug is pulled.
    async fn settle(&mut self) -> Result<()> {
        self.payer.compare(&self.told).await?;
        block_in_place(|| self.server.kill())?;
        block_in_place(|| self.server.start())?;
        self.payer.compare(&self.told).await?;
        block_in_place(|| self.server.verify())?;
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_write_of_a_payment_may_fail() -> Result<()> {
    let mut bench = Bench::new().await?;
    for error in ["EIO", "ENOSPC"] {
        let mut failed = 0;
        for nth in 1.. {
            ensure!(nth < CALLS_AT_MOST, "a payment does not write so often");
            let (struck, answered) = bench.pays_under(&format!("pwrite64:error={error}:when={nth}")).await?;
            if struck == 0 {
                ensure!(answered, "{error} at write {nth} struck nothing, and yet the payment failed");
                break;
            }
            failed += usize::from(!answered);
            bench.shows_pages().await?;
            bench.asks_again().await?;
        }
        ensure!(failed > 2, "only {failed} writes of a payment failed: this test sees nothing");
        say!(
            "faults: each of the writes of a payment failed with {error}; {failed} times the payment with it"
        );
    }
    bench.settle().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_write_of_a_payment_may_be_cut_short() -> Result<()> {
    let mut bench = Bench::new().await?;
    let log = bench.server.data().join("ayni.db-wal");
    let (mut cut_short, mut failed) = (0, 0);
    for beyond in (0..).step_by(1900) {
        ensure!(beyond < 4_000_000, "a payment does not write so much");
        let payment = Payment::of("0.01");
        let pid = bench.server.pid().context("the server does not run")?;
        let watch = block_in_place(|| Faults::begin(pid, std::slice::from_ref(&log), &["pwrite64"]))?;
        bench.server.may_grow(&(fs::metadata(&log)?.len() + beyond % 9_000).to_string())?;
        let answer = bench.payer.try_pay(&payment).await;
        bench.shows_pages().await?;
        bench.server.may_grow("unlimited")?;
        cut_short += block_in_place(|| watch.end())?.iter().filter(|line| is_short(line)).count();
        failed += usize::from(answer.is_err());
        bench.told.push(payment);
        bench.asks_again().await?;
        if beyond > 30_000 && cut_short > 4 {
            break;
        }
    }
    ensure!(failed > 4, "only {failed} payments failed: this test sees nothing");
    say!("faults: {cut_short} writes were cut short; {failed} payments failed with them");
    bench.settle().await
}

/// Whether a watched write wrote less than it was asked to: `pwrite64(9, "..."..., 4096, 123) = 100`.
fn is_short(line: &str) -> bool {
    let Some((call, wrote)) = line.rsplit_once(" = ") else { return false };
    let asked = call.trim_end_matches(')').rsplit(", ").nth(1).and_then(|text| text.parse::<u64>().ok());
    let wrote = wrote.split(' ').next().and_then(|text| text.parse::<u64>().ok());
    matches!((asked, wrote), (Some(asked), Some(wrote)) if wrote < asked)
}

/// After a failed flush nobody knows what is on the disk: the program ends, and a new start goes on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_failed_flush_the_program_ends_and_begins_anew() -> Result<()> {
    let mut bench = Bench::new().await?;
    for error in ["EIO", "ENOSPC"] {
        for nth in 1.. {
            ensure!(nth < 20, "a payment does not flush so often");
            let tampering = format!("fdatasync,fsync:error={error}:when={nth}");
            let (struck, answered) = bench.pays_under(&tampering).await?;
            if struck == 0 {
                ensure!(answered, "{error} at flush {nth} struck nothing, and yet the payment failed");
                ensure!(nth > 1, "a payment flushes nothing: this test sees nothing");
                break;
            }
            ensure!(!answered, "{error} at flush {nth}: answered, and it was not on the disk");
            let well = block_in_place(|| bench.server.ended(Duration::from_secs(40)))?;
            ensure!(!well, "the program says that all was well");
            ensure!(bench.server.log().contains("could not flush"), "it does not say why");
            block_in_place(|| bench.server.start())?;
            bench.asks_again().await?;
        }
        say!("faults: each flush of a payment failed with {error}, and the program began anew");
    }
    bench.settle().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_opening_may_fail() -> Result<()> {
    let mut bench = Bench::new().await?;
    let said = bench.server.data().with_file_name("said");
    let files = bench.files();
    for nth in 1.. {
        ensure!(nth < 60, "a start does not open so much");
        block_in_place(|| bench.server.kill())?;
        let inject = format!("inject=openat:error=EIO:when={nth}");
        let mut words = vec![
            "strace",
            "--follow-forks",
            "--seccomp-bpf",
            "-e",
            "trace=openat",
            "-e",
            &inject,
            "--output",
        ];
        let (said, files) = (said.to_string_lossy(), files.iter().map(|file| file.to_string_lossy()));
        let files: Vec<_> = files.collect();
        words.push(&said);
        words.extend(files.iter().flat_map(|file| ["--trace-path", file]));
        bench.server.start_through(&words);
        if block_in_place(|| bench.server.start()).is_ok() {
            let payment = Payment::of("0.01");
            // Whatever is answered now must hold; an error is none.
            let answer = bench.payer.try_pay(&payment).await;
            block_in_place(|| bench.server.kill_with_children())?;
            bench.server.start_through(&[]);
            block_in_place(|| bench.server.start())?;
            bench.told.push(payment);
            if answer.is_ok_and(|outcome| outcome == Outcome::Recorded) {
                bench.payer.compare(&bench.told).await.with_context(|| format!("opening {nth}"))?;
            } else {
                bench.asks_again().await?;
            }
        } else {
            bench.server.start_through(&[]);
            block_in_place(|| bench.server.start())?;
            bench.pays().await?;
        }
        if !fs::read_to_string(&*said)?.contains("(INJECTED)") {
            ensure!(nth > 1, "nothing is opened: this test sees nothing");
            say!("faults: each of {} openings failed", nth - 1);
            break;
        }
    }
    bench.settle().await
}

/// The control: a disk that says it has written what it has not makes a false success, and the comparison must see it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_lies_would_be_seen() -> Result<()> {
    let mut bench = Bench::new().await?;
    // The log's frames are a head of 24 bytes and a page of 4096: the second write is a page.
    let (struck, answered) = bench.pays_under("pwrite64:retval=4096:when=2").await?;
    ensure!(struck > 0 && answered, "the lie was not believed: struck {struck}, answered {answered}");
    block_in_place(|| bench.server.kill())?;
    // What is left may not even be a database.
    let starts = block_in_place(|| bench.server.start()).is_ok();
    let lost = !starts || bench.payer.compare(&bench.told).await.is_err();
    ensure!(lost, "a lying disk lost nothing: this campaign sees nothing");
    Ok(())
}
