//! A limit under a crowd: of many payments at the same moment exactly as many are recorded as the limit has room for.

use anyhow::{Context, Result, ensure};
use e2e::server::Server;
use e2e::trading::{Outcome, PEOPLE, Payer, Payment};
use tokio::sync::Barrier;
use tokio::task::block_in_place;

use std::sync::Arc;

const CLIENTS: usize = 64;
/// How many payments of one acorn there is room for.
const ROOM: usize = 10;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exactly_as_many_are_recorded_as_there_is_room_for() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    let mut payer = Payer::new(&server.url(), PEOPLE[0].0, PEOPLE[1].1).await?;
    let first = leave_room(&mut payer).await?;
    let gate = Arc::new(Barrier::new(CLIENTS));
    let mut tasks = Vec::new();
    for _ in 0..CLIENTS {
        let (mut payer, gate) = (payer.clone(), gate.clone());
        tasks.push(tokio::spawn(async move {
            let payment = Payment::of("1.00");
            gate.wait().await;
            let outcome = payer.pay(&payment).await?;
            anyhow::Ok((payment, outcome))
        }));
    }
    let (mut recorded, mut refused) = (vec![first], Vec::new());
    for task in tasks {
        match task.await?? {
            (payment, Outcome::Recorded) => recorded.push(payment),
            (_, Outcome::Refused(page)) => refused.push(page),
        }
    }
    ensure!(recorded.len() == 1 + ROOM, "{} payments were recorded instead of {ROOM}", recorded.len() - 1);
    ensure!(refused.len() == CLIENTS - ROOM, "{} payments were refused", refused.len());
    for page in refused {
        ensure!(page.contains("below-floor"), "the refusal does not name the rule: {page}");
        ensure!(page.contains("250.00"), "the refusal does not say where the limit is: {page}");
    }
    payer.compare(&recorded).await?;
    block_in_place(|| server.verify())?;
    block_in_place(|| server.stop())
}

/// Pays so much that there is room for exactly ten payments of one acorn, with their levy.
async fn leave_room(payer: &mut Payer) -> Result<Payment> {
    let room = room(payer).await?;
    // The levy is rounded: one cent more than ten acorns and their levy is left at least, and less than eleven.
    let first = Payment::of(&format!("{}.{:02}", (room - 1001) / 100, (room - 1001) % 100));
    ensure!(payer.pay(&first).await? == Outcome::Recorded, "the first payment was refused");
    Ok(first)
}

/// The largest price that can be paid, in hundredths, as the refusal of too large a one offers it.
async fn room(payer: &mut Payer) -> Result<i64> {
    let refusal = payer.check(&Payment::of("5000.00")).await?;
    // The first is what was typed.
    let offered = refusal.body.split("name=\"amount\" value=\"").nth(2);
    let offered = offered.and_then(|rest| rest.split('"').next());
    let digits: String = offered.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    digits.parse().with_context(|| format!("no smaller amount is offered: {}", refusal.body))
}
