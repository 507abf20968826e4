//! Several servers on one database: one is killed under load, and nothing is lost or doubled.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use e2e::database::Database;
use e2e::server::Server;
use e2e::trading::{Outcome, PEOPLE, Payer, Payment};
use tokio::task::block_in_place;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_server_has_answered_all_of_them_know() -> Result<()> {
    let database = Database::create()?;
    let mut servers = Vec::new();
    for _ in 0..3 {
        servers.push(block_in_place(|| Server::on(&database.url()?))?);
    }
    let urls: Arc<Vec<String>> = Arc::new(servers.iter().map(Server::url).collect());
    let (stop, answered) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let mut tasks = Vec::new();
    for client in 0..PEOPLE.len() * 2 {
        let (_, payee) = PEOPLE[(client + 1) % PEOPLE.len()];
        let payer = Payer::new(&urls[client % 3], PEOPLE[client % PEOPLE.len()].0, payee).await?;
        let (urls, stop, answered) = (urls.clone(), stop.clone(), answered.clone());
        tasks.push(tokio::spawn(async move { pay_anywhere(payer, &urls, (&stop, &answered)).await }));
    }
    for round in 0..5 {
        until(&answered, (round + 1) * 40).await?;
        let struck = round % 3;
        block_in_place(|| servers[struck].kill())?;
        until(&answered, answered.load(Ordering::SeqCst) + 20).await?;
        block_in_place(|| servers[struck].start())?;
    }
    stop.store(true, Ordering::SeqCst);
    let mut told = vec![Vec::new(); PEOPLE.len()];
    let mut payers = Vec::new();
    for (client, task) in tasks.into_iter().enumerate() {
        let (payer, payments) = task.await??;
        told[client % PEOPLE.len()].extend(payments);
        payers.push(payer);
    }
    // Whoever is asked, the books are the same.
    for url in urls.iter() {
        for (payer, told) in payers.iter_mut().zip(&told) {
            payer.client.move_to(url);
            payer.compare(told).await?;
        }
    }
    block_in_place(|| servers[0].verify())?;
    for server in &mut servers {
        block_in_place(|| server.stop())?;
    }
    Ok(())
}

/// Pays until told to stop; when a server does not answer, asks the next one under the same name.
async fn pay_anywhere(
    mut payer: Payer,
    urls: &[String],
    (stop, answered): (&AtomicBool, &AtomicUsize),
) -> Result<(Payer, Vec<Payment>)> {
    let (mut told, mut turn) = (Vec::new(), 0);
    while !stop.load(Ordering::SeqCst) {
        let (payment, began) = (Payment::of("0.01"), Instant::now());
        loop {
            match payer.try_pay(&payment).await {
                Ok(Outcome::Recorded) => break,
                Ok(Outcome::Refused(page)) => anyhow::bail!("a small payment was refused: {page}"),
                Err(error) if began.elapsed() > Duration::from_secs(120) => return Err(error),
                Err(_) => {
                    turn += 1;
                    payer.client.move_to(&urls[turn % urls.len()]);
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            }
        }
        told.push(payment);
        answered.fetch_add(1, Ordering::SeqCst);
    }
    Ok((payer, told))
}

async fn until(answered: &AtomicUsize, count: usize) -> Result<()> {
    let began = Instant::now();
    while answered.load(Ordering::SeqCst) < count {
        ensure!(began.elapsed() < Duration::from_secs(180), "payments are no longer answered");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    Ok(())
}
