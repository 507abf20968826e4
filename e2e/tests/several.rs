//! Several servers on one database: one is killed, one is paused, the database is restarted under load, and nothing is lost
//! or doubled. `cargo xtask several` does it for as long as one likes.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::crowd::{Belief, Crowd};
use e2e::dice::Dice;
use e2e::server::Server;
use e2e::trading::{Outcome, PEOPLE, Payer, Payment};
use e2e::{count, say};
use rig::postgres::{Cluster, Flush};
use tokio::task::block_in_place;

/// How long payments may stand still while one server is paused: as long as the database lets it hold what it has locked,
/// and a little more.
const OTHERS_GO_ON_WITHIN: Duration = Duration::from_secs(25);

fn three(cluster: &Cluster) -> Result<Vec<Server>> {
    Server::several(cluster, &cluster.url(), 3)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_servers_share_one_truth_whatever_befalls_them() -> Result<()> {
    let rounds = count("AYNI_SEVERAL_ROUNDS", 2)?;
    let mut dice = Dice::thrown("several servers")?;
    let log = tempfile::NamedTempFile::new()?;
    let cluster = block_in_place(|| Cluster::start(log.path(), Flush::Always))?;
    let mut servers = block_in_place(|| three(&cluster))?;
    let urls: Vec<String> = servers.iter().map(Server::url).collect();
    let crowd = Crowd::gather(&urls, 9, Belief::Told).await?;
    for round in 1..=rounds {
        crowd.more(30).await?;
        let (killed, paused) = (dice.below(3), dice.below(3));
        tokio::time::sleep(dice.moment(Duration::from_millis(100))).await;
        block_in_place(|| servers[killed].kill())?;
        crowd.more(20).await?;
        block_in_place(|| servers[killed].start())?;
        tokio::time::sleep(dice.moment(Duration::from_millis(100))).await;
        servers[paused].signal("STOP")?;
        let others = crowd.more_within(20, OTHERS_GO_ON_WITHIN).await;
        // The database goes and comes back while one of them does not notice.
        let restarted = block_in_place(|| cluster.restart());
        servers[paused].signal("CONT")?;
        others.context("one server is paused, and the others do not go on")?;
        restarted?;
        crowd.more(20).await?;
        say!("several: round {round} of {rounds}, {} payments answered", crowd.answered());
    }
    let mut believed = crowd.stop().await?;
    let mut found = 0;
    // Whoever is asked, the books are the same.
    for url in &urls {
        found = believed.compare(url).await?;
    }
    believed.check_comparison(&urls[0]).await?;
    block_in_place(|| servers[0].verify())?;
    for server in &mut servers {
        block_in_place(|| server.stop())?;
    }
    say!("several: {rounds} rounds, {found} payments answered, each found once by all three");
    Ok(())
}

/// Every trade is told once: whichever server took the job, no other did.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_is_done_by_one_of_them() -> Result<()> {
    let log = tempfile::NamedTempFile::new()?;
    let cluster = block_in_place(|| Cluster::start(log.path(), Flush::Always))?;
    let servers = block_in_place(|| three(&cluster))?;
    let urls: Vec<String> = servers.iter().map(Server::url).collect();
    let mut payers = Vec::new();
    for at in 0..PEOPLE.len() {
        payers
            .push(Payer::new(&urls[at % urls.len()], PEOPLE[at].0, PEOPLE[(at + 1) % PEOPLE.len()].1).await?);
    }
    let mut found = 0;
    // Which server takes a job is chance, and as long as one has taken them all this test would see nothing. So often nobody is
    // told so much within an hour that letters wait.
    for _ in 0..15 {
        for payer in &mut payers {
            ensure!(payer.pay(&Payment::of("0.01")).await? == Outcome::Recorded, "a payment was refused");
            found += 1;
        }
        tokio::time::sleep(Duration::from_millis(400)).await;
        if at_work(&servers) > 1 {
            break;
        }
    }
    let mut letters = letters(&servers)?;
    for _ in 0..300 {
        if letters.values().sum::<usize>() >= found {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        letters = self::letters(&servers)?;
    }
    // Long enough for a second server to do again what the first has done.
    tokio::time::sleep(Duration::from_secs(3)).await;
    letters = self::letters(&servers)?;
    let twice: Vec<_> = letters.iter().filter(|(_, times)| **times > 1).collect();
    ensure!(twice.is_empty(), "sent more than once: {twice:?}");
    ensure!(letters.len() >= found, "{found} trades, and only {} letters", letters.len());
    ensure!(at_work(&servers) > 1, "one server did all the jobs: this test sees nothing");
    Ok(())
}

/// How many of the servers have done a job.
fn at_work(servers: &[Server]) -> usize {
    servers.iter().filter(|server| server.data().join("mail").is_dir()).count()
}

/// The letters that the servers have written, by their number, and how often each.
fn letters(servers: &[Server]) -> Result<BTreeMap<String, usize>> {
    let mut found = BTreeMap::new();
    for server in servers {
        let Ok(folder) = fs::read_dir(server.data().join("mail")) else { continue };
        for file in folder {
            let name = file?.file_name().to_string_lossy().into_owned();
            if let (false, Some((_, number))) = (name.starts_with('.'), name.rsplit_once('-')) {
                *found.entry(number.to_owned()).or_default() += 1;
            }
        }
    }
    Ok(found)
}
