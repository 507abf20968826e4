//! Pulled plugs: the server, a process of its database, or the whole database is killed again and again under load, and
//! whatever was answered is in the books once. `cargo xtask crash` does it for as long as one likes.

use std::time::Duration;

use anyhow::{Result, ensure};
use e2e::crowd::{Belief, Crowd};
use e2e::dice::Dice;
use e2e::server::Server;
use e2e::{count, say};
use rig::postgres::{Cluster, Flush};
use tokio::task::block_in_place;

const CLIENTS: usize = 8;
/// Between a first answer and a blow, at most.
const BREATH: Duration = Duration::from_millis(150);

/// Strikes again and again under load, at moments of the dice.
async fn strike(
    (crowd, dice): (&Crowd, &mut Dice),
    times: usize,
    mut blow: impl FnMut() -> Result<()>,
) -> Result<()> {
    for time in 1..=times {
        crowd.more(1).await?;
        tokio::time::sleep(dice.moment(BREATH)).await;
        block_in_place(&mut blow)?;
        if time % 50 == 0 {
            say!("{time} of {times} blows, {} payments answered", crowd.answered());
        }
    }
    crowd.more(CLIENTS).await
}

fn kill(server: &mut Server) -> Result<()> {
    server.kill()?;
    server.start()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_answered_survives_kills_once() -> Result<()> {
    let kills = count("AYNI_CRASH_KILLS", 20)?;
    let mut dice = Dice::thrown("crash of the server on SQLite")?;
    let mut server = block_in_place(Server::demo)?;
    let url = server.url();
    let crowd = Crowd::gather(std::slice::from_ref(&url), CLIENTS, Belief::Told).await?;
    strike((&crowd, &mut dice), kills, || kill(&mut server)).await?;
    let mut believed = crowd.stop().await?;
    let found = believed.compare(&url).await?;
    ensure!(found >= kills, "only {found} payments were made");
    believed.check_comparison(&url).await?;
    block_in_place(|| server.verify())?;
    block_in_place(|| server.stop())?;
    block_in_place(|| server.verify())?;
    say!("crash: {kills} kills of the server on SQLite, {found} payments answered, each found once");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_answered_survives_kills_of_all_that_postgresql_needs() -> Result<()> {
    let kills = count("AYNI_CRASH_POSTGRES_KILLS", 6)?;
    let mut dice = Dice::thrown("crash on PostgreSQL")?;
    let log = tempfile::NamedTempFile::new()?;
    let cluster = block_in_place(|| Cluster::start(log.path(), Flush::Always))?;
    let mut server = block_in_place(|| Server::several(&cluster, &cluster.url(), 1))?.remove(0);
    let url = server.url();
    let crowd = Crowd::gather(std::slice::from_ref(&url), CLIENTS, Belief::Told).await?;
    strike((&crowd, &mut dice), kills, || kill(&mut server)).await?;
    say!("crash: the server on PostgreSQL was killed {kills} times");
    let mut struck = 0;
    while struck < kills {
        strike((&crowd, &mut dice), 1, || {
            struck += usize::from(cluster.kill_backend().unwrap_or_default());
            Ok(())
        })
        .await?;
    }
    say!("crash: a process of PostgreSQL that served it was killed {kills} times");
    strike((&crowd, &mut dice), kills, || {
        cluster.kill()?;
        cluster.launch()
    })
    .await?;
    say!("crash: the first process of PostgreSQL was killed {kills} times");
    let mut believed = crowd.stop().await?;
    let found = believed.compare(&url).await?;
    ensure!(found >= kills * 3, "only {found} payments were made");
    believed.check_comparison(&url).await?;
    block_in_place(|| server.verify())?;
    block_in_place(|| server.stop())?;
    say!("crash: {kills} kills each on PostgreSQL, {found} payments answered, each found once");
    Ok(())
}

/// The control: with clients that take a payment for answered once it is sent, as if the server answered before the commit,
/// kills must show.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_before_the_commit_would_be_seen() -> Result<()> {
    let mut dice = Dice::thrown("control of the crash campaign")?;
    let mut server = block_in_place(Server::demo)?;
    let url = server.url();
    let crowd = Crowd::gather(std::slice::from_ref(&url), CLIENTS, Belief::Sent).await?;
    strike((&crowd, &mut dice), 10, || kill(&mut server)).await?;
    let Err(missing) = crowd.stop().await?.compare(&url).await else {
        anyhow::bail!("ten kills lost nothing of what was only sent: this campaign sees nothing")
    };
    ensure!(missing.to_string().contains("missing: [\""), "something else is wrong: {missing}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_asked_to_stop_finishes_what_it_took() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    let url = server.url();
    let crowd = Crowd::gather(std::slice::from_ref(&url), CLIENTS, Belief::Told).await?;
    for _ in 0..3 {
        crowd.more(20).await?;
        // Fails unless the process ends well, by itself, in time.
        block_in_place(|| server.stop())?;
        block_in_place(|| server.verify())?;
        block_in_place(|| server.start())?;
    }
    crowd.stop().await?.compare(&url).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demo_that_was_interrupted_is_made_anew() -> Result<()> {
    let mut server = block_in_place(Server::interrupted)?;
    block_in_place(|| server.start())?;
    let url = server.url();
    let crowd = Crowd::gather(std::slice::from_ref(&url), CLIENTS, Belief::Told).await?;
    crowd.more(CLIENTS).await?;
    crowd.stop().await?.compare(&url).await?;
    block_in_place(|| server.stop())?;
    block_in_place(|| server.verify())?;
    Ok(())
}
