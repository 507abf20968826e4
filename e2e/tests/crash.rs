//! Pulled plugs: the server is killed again and again under load, and whatever it has answered is in its books once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use e2e::server::Server;
use e2e::trading::{Outcome, PEOPLE, Payer, Payment};
use tokio::task::{JoinHandle, block_in_place};
use uuid::Uuid;

const CLIENTS: usize = 8;
const KILLS: usize = 20;

/// One of them: who pays, and what they were told.
type Errand = JoinHandle<Result<(Payer, Vec<Payment>)>>;

/// People who pay each other until they are told to stop.
struct Crowd {
    tasks: Vec<Errand>,
    stop: Arc<AtomicBool>,
    answered: Arc<AtomicUsize>,
}

impl Crowd {
    async fn gather(url: &str) -> Result<Crowd> {
        let (stop, answered) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let mut tasks = Vec::new();
        for client in 0..CLIENTS {
            // Each pays the next, in a ring: nobody comes to a limit.
            let (login, _) = PEOPLE[client % PEOPLE.len()];
            let (_, payee) = PEOPLE[(client + 1) % PEOPLE.len()];
            let payer = Payer::new(url, login, payee).await?;
            tasks.push(tokio::spawn(pay_on(payer, stop.clone(), answered.clone())));
        }
        Ok(Crowd { tasks, stop, answered })
    }

    /// Waits until some more payments have been answered.
    async fn more(&self, count: usize) -> Result<()> {
        let (until, began) = (self.answered.load(Ordering::SeqCst) + count, Instant::now());
        while self.answered.load(Ordering::SeqCst) < until {
            ensure!(began.elapsed() < Duration::from_secs(120), "payments are no longer answered");
            ensure!(!self.tasks.iter().any(JoinHandle::is_finished), "somebody has given up");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Ok(())
    }

    /// Lets everybody finish, and compares what they were told with the books.
    async fn compare(self) -> Result<usize> {
        self.stop.store(true, Ordering::SeqCst);
        let mut told = vec![Vec::new(); PEOPLE.len()];
        let mut payers = Vec::new();
        for (client, task) in self.tasks.into_iter().enumerate() {
            let (payer, payments) = task.await??;
            told[client % PEOPLE.len()].extend(payments);
            payers.push(payer);
        }
        let mut found = 0;
        for (mut payer, told) in payers.into_iter().zip(&told) {
            found += payer.compare(told).await?;
        }
        Ok(found)
    }
}

async fn pay_on(
    mut payer: Payer,
    stop: Arc<AtomicBool>,
    answered: Arc<AtomicUsize>,
) -> Result<(Payer, Vec<Payment>)> {
    let mut told = Vec::new();
    while !stop.load(Ordering::SeqCst) {
        let payment = Payment::of("0.01");
        let outcome = payer.pay(&payment).await.with_context(|| format!("paying {}", payment.id))?;
        ensure!(outcome == Outcome::Recorded, "a small payment was refused: {outcome:?}");
        told.push(payment);
        answered.fetch_add(1, Ordering::SeqCst);
    }
    Ok((payer, told))
}

/// Up to half a second, by chance.
fn a_moment() -> Duration {
    let bytes = Uuid::now_v7().into_bytes();
    Duration::from_millis(u64::from(u16::from_be_bytes([bytes[14], bytes[15]])) % 500)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_answered_survives_twenty_kills_once() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    let crowd = Crowd::gather(&server.url()).await?;
    for _ in 0..KILLS {
        crowd.more(1).await?;
        tokio::time::sleep(a_moment()).await;
        block_in_place(|| server.kill())?;
        block_in_place(|| server.start())?;
    }
    crowd.more(CLIENTS).await?;
    let found = crowd.compare().await?;
    ensure!(found >= KILLS, "only {found} payments were made");
    block_in_place(|| server.verify())?;
    block_in_place(|| server.stop())?;
    block_in_place(|| server.verify())?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_asked_to_stop_finishes_what_it_took() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    let crowd = Crowd::gather(&server.url()).await?;
    for _ in 0..3 {
        crowd.more(20).await?;
        // Fails unless the process ends well, by itself, in time.
        block_in_place(|| server.stop())?;
        block_in_place(|| server.verify())?;
        block_in_place(|| server.start())?;
    }
    crowd.compare().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demo_that_was_interrupted_is_made_anew() -> Result<()> {
    let mut server = block_in_place(Server::interrupted)?;
    block_in_place(|| server.start())?;
    Crowd::gather(&server.url()).await?;
    block_in_place(|| server.stop())?;
    block_in_place(|| server.verify())?;
    Ok(())
}
