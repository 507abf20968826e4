//! A full disk, and a second server on the same data.

use anyhow::{Context, Result, ensure};
use e2e::server::Server;
use e2e::trading::{EXCHANGE, Outcome, PEOPLE, Payer, Payment};
use tokio::task::block_in_place;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_never_answered_with_success() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    let mut payer = Payer::new(&server.url(), PEOPLE[0].0, PEOPLE[1].1).await?;
    let mut told = Vec::new();
    for _ in 0..5 {
        told.push(recorded(&mut payer).await?);
    }
    server.may_grow("0")?;
    let mut lost = Vec::new();
    for _ in 0..5 {
        let payment = Payment::of("0.01");
        let answer = payer.try_pay(&payment).await;
        let said = answer.map(|outcome| format!("{outcome:?}")).err().map(|error| error.to_string());
        let said = said.context("a payment was answered although nothing can be written")?;
        ensure!(said.contains("answered 5"), "no page of an error: {said}");
        lost.push(payment);
    }
    let home = payer.client.get(&format!("/{EXCHANGE}")).await?;
    ensure!(home.status.is_success(), "with a full disk pages are no longer shown: {}", home.status);
    server.may_grow("unlimited")?;
    // There is room again: the same payments go through, without a restart.
    for payment in lost {
        ensure!(payer.pay(&payment).await? == Outcome::Recorded, "refused after there was room again");
        told.push(payment);
    }
    payer.compare(&told).await?;
    block_in_place(|| server.kill())?;
    block_in_place(|| server.start())?;
    payer.compare(&told).await?;
    block_in_place(|| server.verify())?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_answered_before_the_disk_was_full_survives_a_kill() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    let mut payer = Payer::new(&server.url(), PEOPLE[0].0, PEOPLE[1].1).await?;
    let mut told = Vec::new();
    for _ in 0..5 {
        told.push(recorded(&mut payer).await?);
    }
    server.may_grow("0")?;
    ensure!(payer.try_pay(&Payment::of("0.01")).await.is_err(), "answered although nothing can be written");
    block_in_place(|| server.kill())?;
    block_in_place(|| server.start())?;
    payer.compare(&told).await?;
    block_in_place(|| server.verify())?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_server_on_the_same_data_says_why_it_will_not() -> Result<()> {
    let server = block_in_place(Server::demo)?;
    let said = block_in_place(|| server.refused_second())?;
    ensure!(said.contains("in use") && said.contains("stop it first"), "it says: {said}");
    ensure!(!said.contains("panicked"), "it says: {said}");
    Ok(())
}

async fn recorded(payer: &mut Payer) -> Result<Payment> {
    let payment = Payment::of("0.01");
    ensure!(payer.pay(&payment).await? == Outcome::Recorded, "a small payment was refused");
    Ok(payment)
}
