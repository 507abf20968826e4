//! A database server that goes for good, and its follower that takes over: nothing that was answered is lost or doubled.
//! `cargo xtask failover` does it for as long as one likes.
//!
//! Servers reach the database by an address that leads to whichever cluster is the primary, as a floating address or a proxy
//! does; here a forwarder of the test's own.

use std::time::Duration;

use anyhow::{Result, ensure};
use e2e::crowd::{Belief, Crowd};
use e2e::dice::Dice;
use e2e::forwarder::Forwarder;
use e2e::server::Server;
use e2e::{count, say};
use rig::postgres::{Cluster, Flush};
use tokio::task::block_in_place;

const CLIENTS: usize = 9;

/// Nobody listens there.
const NOWHERE: u16 = 1;

/// A primary, its follower, the address that leads to the primary, and servers that use it.
struct House {
    primary: Cluster,
    follower: Cluster,
    address: Forwarder,
    /// The way on which the follower follows.
    link: Forwarder,
    servers: Vec<Server>,
    urls: Vec<String>,
    logs: tempfile::TempDir,
}

/// Whether answers wait until the follower has what is committed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Waiting {
    Yes,
    No,
}

impl House {
    async fn build(servers: usize, waiting: Waiting) -> Result<House> {
        let logs = tempfile::tempdir()?;
        let primary = block_in_place(|| Cluster::start(&logs.path().join("1"), Flush::Always))?;
        let address = Forwarder::to(primary.port()).await?;
        let url = primary.url_at(address.port);
        let servers = block_in_place(|| Server::several(&primary, &url, servers))?;
        let link = Forwarder::to(primary.port()).await?;
        let follower = block_in_place(|| primary.follower(&logs.path().join("2"), link.port))?;
        let house = House {
            urls: servers.iter().map(Server::url).collect(),
            primary,
            follower,
            address,
            link,
            servers,
            logs,
        };
        block_in_place(|| house.follow(waiting))?;
        Ok(house)
    }

    fn follow(&self, waiting: Waiting) -> Result<()> {
        rig::wait_until("the follower follows", Duration::from_secs(30), || {
            self.primary.followers().is_ok_and(|count| count == 1)
        })?;
        if waiting == Waiting::Yes {
            self.primary.wait_for_followers("follower")?;
        }
        Ok(())
    }

    /// The primary goes for good; the follower takes over, and is followed by a new one.
    fn take_over(&mut self, waiting: Waiting) -> Result<()> {
        self.primary.pull_the_plug()?;
        self.follower.promote()?;
        self.address.lead_to(self.follower.port());
        self.link.lead_to(self.follower.port());
        let log = self.logs.path().join(format!("{}", self.follower.port()));
        let next = self.follower.follower(&log, self.link.port)?;
        self.primary = std::mem::replace(&mut self.follower, next);
        self.follow(waiting)
    }

    fn verify(&self) -> Result<String> {
        self.servers[0].verify()
    }
}

/// A crowd at work on a house whose follower hears nothing more: commits stand and wait. Gives how many payments had been
/// answered by then as well.
async fn stranded() -> Result<(House, Crowd, usize)> {
    let house = House::build(1, Waiting::Yes).await?;
    let crowd = Crowd::gather(&house.urls, CLIENTS, Belief::Told).await?;
    crowd.more(CLIENTS).await?;
    house.link.lead_to(NOWHERE);
    // Long enough for commits to stand and wait.
    tokio::time::sleep(Duration::from_millis(300)).await;
    let answered = crowd.answered();
    Ok((house, crowd, answered))
}

/// The follower takes over: payments go on, and what was answered is in its books.
async fn goes_on((mut house, crowd): (House, Crowd)) -> Result<()> {
    block_in_place(|| house.take_over(Waiting::Yes))?;
    crowd.more(CLIENTS).await?;
    crowd.stop().await?.compare(&house.urls[0]).await?;
    block_in_place(|| house.verify())?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_answered_survives_the_loss_of_the_primary() -> Result<()> {
    let rounds = count("AYNI_FAILOVER_ROUNDS", 2)?;
    let mut dice = Dice::thrown("failover")?;
    let mut house = House::build(3, Waiting::Yes).await?;
    let crowd = Crowd::gather(&house.urls, CLIENTS, Belief::Told).await?;
    for round in 1..=rounds {
        crowd.more(30).await?;
        tokio::time::sleep(dice.moment(Duration::from_millis(200))).await;
        block_in_place(|| house.take_over(Waiting::Yes))?;
        crowd.more(CLIENTS).await?;
        say!("failover: round {round} of {rounds}, {} payments answered", crowd.answered());
    }
    let mut believed = crowd.stop().await?;
    let found = believed.compare(&house.urls[0]).await?;
    believed.check_comparison(&house.urls[0]).await?;
    block_in_place(|| house.verify())?;
    say!("failover: {rounds} primaries lost, {found} payments answered, each found once");
    Ok(())
}

/// Commits that wait for a follower are there once the primary has crashed and come back, although no follower has them. Only
/// what the follower has may be answered, also when such a commit is looked up.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_that_only_the_lost_primary_had_is_nobodys_success() -> Result<()> {
    let (house, crowd, before) = stranded().await?;
    block_in_place(|| -> Result<()> {
        house.primary.kill()?;
        house.primary.launch()
    })?;
    // Long enough to look up what became of them.
    tokio::time::sleep(Duration::from_secs(5)).await;
    ensure!(crowd.answered() == before, "answered, and no follower has it");
    goes_on((house, crowd)).await
}

/// Somebody cancels the waiting: PostgreSQL lets the commit count with no more than a warning.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancelled_wait_for_the_follower_is_nobodys_success() -> Result<()> {
    let (house, crowd, before) = stranded().await?;
    let mut cancelled = 0;
    for _ in 0..5 {
        cancelled += block_in_place(|| house.primary.cancel_waits())?;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    ensure!(cancelled > 0, "no commit waited: this test sees nothing");
    ensure!(crowd.answered() == before, "answered, and no follower has it");
    goes_on((house, crowd)).await
}

/// The control: when answers do not wait for the follower, and the follower is behind, a lost primary must show.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_follower_that_nobody_waits_for_would_be_seen() -> Result<()> {
    let mut house = House::build(1, Waiting::No).await?;
    let crowd = Crowd::gather(&house.urls, CLIENTS, Belief::Told).await?;
    crowd.more(CLIENTS).await?;
    house.link.lead_to(NOWHERE);
    crowd.more(CLIENTS * 3).await?;
    let mut believed = crowd.stop().await?;
    block_in_place(|| house.take_over(Waiting::No))?;
    let Err(missing) = believed.compare(&house.urls[0]).await else {
        anyhow::bail!("a follower that was behind lost nothing: this campaign sees nothing")
    };
    ensure!(missing.to_string().contains("missing: [\""), "something else is wrong: {missing}");
    Ok(())
}
