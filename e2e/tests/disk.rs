//! Real disks that fail: one loses its power under load, and with it all that was not flushed; one is full. Only root may mount
//! them. `cargo verify --only disk` is short, `cargo xtask powercut` as long as one likes.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use e2e::crowd::{Belief, Crowd};
use e2e::dice::Dice;
use e2e::server::Server;
use e2e::trading::{EXCHANGE, Outcome, PEOPLE, Payer, Payment};
use e2e::{count, made, say};
use rig::disk::{Disk, Small};
use rig::faults::Faults;
use rig::postgres::{Cluster, Flush};
use tokio::task::block_in_place;

const CLIENTS: usize = 8;
const MIB: u32 = 512;
/// Between a first answer and a cut, at most.
const BREATH: Duration = Duration::from_millis(700);

/// Cuts the power again and again under load; `restart` ends whoever used the disk and starts them on what is left.
async fn cut(
    (crowd, dice): (&Crowd, &mut Dice),
    cuts: usize,
    mut restart: impl FnMut() -> Result<()>,
) -> Result<()> {
    for time in 1..=cuts {
        crowd.more(3).await?;
        tokio::time::sleep(dice.moment(BREATH)).await;
        block_in_place(&mut restart).with_context(|| format!("cut {time}"))?;
        if time % 10 == 0 {
            say!("{time} of {cuts} cuts, {} payments answered", crowd.answered());
        }
    }
    crowd.more(CLIENTS).await
}

fn lose_power(disk: &mut Disk, end: impl FnOnce() -> Result<()>) -> Result<()> {
    disk.cut()?;
    end()?;
    disk.take_off()?;
    disk.switch_on()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn power_cuts_lose_nothing_on_sqlite() -> Result<()> {
    let cuts = count("AYNI_POWER_CUTS", 3)?;
    let mut dice = Dice::thrown("power cuts on SQLite")?;
    let mut disk = block_in_place(|| Disk::make(MIB))?;
    let mut server = block_in_place(|| demo_on(&disk.path()))?;
    block_in_place(|| disk.settle())?;
    let url = server.url();
    let crowd = Crowd::gather(std::slice::from_ref(&url), CLIENTS, Belief::Told).await?;
    cut((&crowd, &mut dice), cuts, || {
        lose_power(&mut disk, || server.kill())?;
        server.start()
    })
    .await?;
    let mut believed = crowd.stop().await?;
    let found = believed.compare(&url).await?;
    believed.check_comparison(&url).await?;
    block_in_place(|| server.verify())?;
    block_in_place(|| server.kill())?;
    say!("powercut: {cuts} cuts on SQLite, {found} payments answered, each found once");
    Ok(())
}

/// The control: the same program, whose flushes do nothing, as with SQLite's `synchronous=OFF`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_flushes_a_power_cut_would_be_seen_on_sqlite() -> Result<()> {
    let mut disk = block_in_place(|| Disk::make(MIB))?;
    let mut server = block_in_place(|| demo_on(&disk.path()))?;
    block_in_place(|| disk.settle())?;
    let url = server.url();
    let pid = server.pid().context("the server does not run")?;
    let quiet = ["fdatasync:retval=0", "fsync:retval=0"];
    let faults = block_in_place(|| Faults::begin(pid, &[], &quiet))?;
    let crowd = Crowd::gather(std::slice::from_ref(&url), CLIENTS, Belief::Told).await?;
    crowd.more(30).await?;
    let mut believed = crowd.stop().await?;
    ensure!(faults.count() > 0, "nothing was flushed: this control controls nothing");
    block_in_place(|| lose_power(&mut disk, || server.kill()))?;
    block_in_place(|| faults.end())?;
    // What is left may not even be a database.
    if block_in_place(|| server.start()).is_ok() {
        believed.sign_in_again(&url).await?;
        let Err(missing) = believed.compare(&url).await else {
            bail!("a power cut without flushes lost nothing: this rig cuts nothing")
        };
        ensure!(missing.to_string().contains("missing: [\""), "something else is wrong: {missing}");
        block_in_place(|| server.kill())?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn power_cuts_lose_nothing_on_postgresql() -> Result<()> {
    let cuts = count("AYNI_POWER_CUTS", 3)?;
    let mut dice = Dice::thrown("power cuts on PostgreSQL")?;
    let mut disk = block_in_place(|| Disk::make(MIB))?;
    let cluster = block_in_place(|| cluster_on(&disk, Flush::Always))?;
    let mut server = block_in_place(|| Server::several(&cluster, &cluster.url(), 1))?.remove(0);
    block_in_place(|| disk.settle())?;
    let url = server.url();
    let crowd = Crowd::gather(std::slice::from_ref(&url), CLIENTS, Belief::Told).await?;
    cut((&crowd, &mut dice), cuts, || {
        lose_power(&mut disk, || cluster.pull_the_plug())?;
        cluster.launch()
    })
    .await?;
    let mut believed = crowd.stop().await?;
    let found = believed.compare(&url).await?;
    believed.check_comparison(&url).await?;
    block_in_place(|| server.verify())?;
    block_in_place(|| server.stop())?;
    block_in_place(|| cluster.pull_the_plug())?;
    say!("powercut: {cuts} cuts on PostgreSQL, {found} payments answered, each found once");
    Ok(())
}

/// The control: a PostgreSQL that does not flush.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_flushes_a_power_cut_would_be_seen_on_postgresql() -> Result<()> {
    let mut disk = block_in_place(|| Disk::make(MIB))?;
    let cluster = block_in_place(|| cluster_on(&disk, Flush::Never))?;
    block_in_place(|| made::restore(&cluster.url()))?;
    let server = block_in_place(|| Server::on(&cluster.url()))?;
    block_in_place(|| disk.settle())?;
    let url = server.url();
    let crowd = Crowd::gather(std::slice::from_ref(&url), CLIENTS, Belief::Told).await?;
    crowd.more(60).await?;
    let mut believed = crowd.stop().await?;
    block_in_place(|| lose_power(&mut disk, || cluster.pull_the_plug()))?;
    // What is left may not even be a database.
    if block_in_place(|| cluster.launch_within(Duration::from_secs(10))).is_ok() {
        ensure!(
            believed.compare(&url).await.is_err(),
            "without flushes nothing was lost: this rig cuts nothing"
        );
        block_in_place(|| cluster.pull_the_plug())?;
    }
    Ok(())
}

/// A server on a demo on the disk.
fn demo_on(disk: &Path) -> Result<Server> {
    let data = disk.join("data");
    made::copy(&data)?;
    Server::at(&data)
}

fn cluster_on(disk: &Disk, flush: Flush) -> Result<Cluster> {
    let folder = disk.path().join("cluster");
    fs::create_dir(&folder)?;
    Cluster::start_in(&folder, &disk.path().with_file_name("log"), flush)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_never_answered_with_success() -> Result<()> {
    let small = Small::make(64)?;
    let mut server = block_in_place(|| demo_on(small.path()))?;
    let mut payer = Payer::new(&server.url(), PEOPLE[0].0, PEOPLE[1].1).await?;
    let mut told = Vec::new();
    for round in 0..4_u64 {
        told.push(Payment::of("0.01"));
        ensure!(payer.pay(&told[told.len() - 1]).await? == Outcome::Recorded, "a small payment was refused");
        let filling = small.fill()?;
        // A little room, so that the disk becomes full in the middle of something.
        let size = fs::metadata(&filling)?.len();
        fs::File::options().write(true).open(&filling)?.set_len(size.saturating_sub(round * 50_000))?;
        let mut failed = Vec::new();
        for _ in 0..200 {
            let payment = Payment::of("0.01");
            match payer.try_pay(&payment).await {
                Ok(outcome) => {
                    ensure!(outcome == Outcome::Recorded, "refused, and it is the disk that is full")
                }
                Err(error) => {
                    ensure!(error.to_string().contains("answered 5"), "no page of an error: {error}");
                    failed.push(payment.clone());
                }
            }
            told.push(payment);
            if failed.len() == 3 {
                break;
            }
        }
        ensure!(failed.len() == 3, "the disk is full, and payments go on: this test sees nothing");
        let home = payer.client.get(&format!("/{EXCHANGE}")).await?;
        ensure!(home.status.is_success(), "with a full disk pages are no longer shown: {}", home.status);
        fs::remove_file(filling)?;
        // There is room again: the same payments go through, without a restart.
        for payment in failed {
            ensure!(payer.pay(&payment).await? == Outcome::Recorded, "refused after there was room again");
        }
        payer.compare(&told).await?;
    }
    block_in_place(|| server.kill())?;
    block_in_place(|| server.start())?;
    payer.compare(&told).await?;
    block_in_place(|| server.verify())?;
    block_in_place(|| server.stop())
}
