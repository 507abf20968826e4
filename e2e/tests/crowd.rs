//! A crowd of silent and trickling connections from one network: people elsewhere go on paying. The same crowd keeps
//! everybody out of a server without limits.

use std::io::{BufRead, BufReader};
use std::net::IpAddr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use e2e::client::Client;
use e2e::server::{Server, Wishes};
use e2e::trading::{Outcome, PEOPLE, Payer, Payment};
use tokio::task::block_in_place;

/// Connections of the crowd: more than either server may have files open.
const CROWD: usize = 1000;
const FILES: u32 = 600;
/// How long somebody waits for a payment, or for a page of the server without limits.
const WITHIN: Duration = Duration::from_secs(5);
/// Where the people are; the crowd is at 127.0.0.1.
const ELSEWHERE: [u8; 4] = [127, 0, 1, 1];

/// A process that goes away with this.
struct Helper {
    child: Child,
    /// The first line that it printed.
    said: String,
}

impl Helper {
    /// The program `crowd` with these words, and so many open files, or as many as may be.
    fn start(words: &[&str], files: &str) -> Result<Helper> {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("ulimit -n {files}; exec \"$0\" \"$@\"")]);
        command.arg(env!("CARGO_BIN_EXE_crowd")).args(words).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn()?;
        let mut said = String::new();
        BufReader::new(child.stdout.take().context("no output")?).read_line(&mut said)?;
        Ok(Helper { child, said: said.trim().to_owned() })
    }

    fn crowd(address: &str) -> Result<Helper> {
        Self::start(&["come", address, &CROWD.to_string(), "60"], "$(ulimit -Hn)")
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_does_not_stop_other_peoples_payments() -> Result<()> {
    let wishes = Wishes { files: Some(FILES), ..Wishes::default() };
    let server = block_in_place(|| Server::with(wishes))?;
    let (login, payee) = (PEOPLE[0].0, PEOPLE[1].1);
    let mut client = Client::new(&server.url()).from(IpAddr::from(ELSEWHERE));
    client.sign_in(login).await?;
    let mut payer = Payer::of(client, login, payee).await?;
    let calm = longest(&mut payer, 20).await?;
    let crowd = block_in_place(|| Helper::crowd(&format!("127.0.0.1:{}", server.port)))?;
    ensure!(crowd.said == format!("{CROWD} came"), "of the crowd only {}", crowd.said);
    let crowded = longest(&mut payer, 40).await?;
    say(&format!("longest payment: {calm:?} without the crowd, {crowded:?} with it"));
    let home = payer.client.get("/").await?;
    ensure!(home.status.is_success() || home.status.is_redirection(), "pages answer {}", home.status);
    drop(crowd);
    block_in_place(|| server.verify())?;
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the figures, for whoever asks with --nocapture")]
fn say(text: &str) {
    println!("{text}");
}

/// Pays so many times, each time over a new connection, and tells the longest that it took.
async fn longest(payer: &mut Payer, count: usize) -> Result<Duration> {
    let mut longest = Duration::ZERO;
    for _ in 0..count {
        payer.client.connect_anew();
        let began = Instant::now();
        let paid = tokio::time::timeout(WITHIN, payer.try_pay(&Payment::of("0.01"))).await;
        let outcome = paid.context("a payment was kept waiting for too long")??;
        ensure!(outcome == Outcome::Recorded, "a small payment was refused");
        longest = longest.max(began.elapsed());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(longest)
}

/// The control: without limits, the same crowd does stop others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_crowd_stops_a_server_without_limits() -> Result<()> {
    let bare = block_in_place(|| Helper::start(&["bare"], &FILES.to_string()))?;
    let url = format!("http://{}", bare.said);
    let mut client = Client::new(&url).from(IpAddr::from(ELSEWHERE));
    ensure!(client.get("/").await?.body == "hello", "the control does not answer at all");
    let _crowd = block_in_place(|| Helper::crowd(&bare.said))?;
    client.connect_anew();
    let asked = tokio::time::timeout(WITHIN, client.get("/")).await;
    ensure!(!matches!(asked, Ok(Ok(_))), "the crowd does no harm: this test proves nothing");
    Ok(())
}
