//! A closed loop of clients against a running demo, as a process of its own. Used by `cargo xtask bench`.
//!
//! `load URL WHAT CONNECTIONS SECONDS`, WHAT being a path such as `/sw.js`, read signed in, or `pay`: a payment through the
//! pages' form, with its session, token, validation, jobs and journal. Prints one line of JSON. Only loopback is talked to.

use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use e2e::trading::{Outcome, PEOPLE, Payer, Payment};
use hyper::StatusCode;

/// A connection that gives up after this much of its loop was answered with "busy".
const PATIENCE: u32 = 1000;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [url, what, connections, seconds] = arguments.as_slice() else {
        bail!("load URL WHAT CONNECTIONS SECONDS")
    };
    ensure!(url.starts_with("http://127.0.0.1:"), "only loopback is loaded");
    let (connections, seconds): (usize, f64) = (connections.parse()?, seconds.parse()?);
    ensure!(what == "pay" || what.starts_with('/'), "there is no load called {what}");
    ensure!(connections <= 256 && seconds <= 60.0, "at most 256 connections for 60 seconds");
    // Everyone pays the next one in a ring, so that nobody runs into a limit.
    let mut payers = Vec::new();
    for (at, (login, _)) in PEOPLE.iter().enumerate() {
        payers.push(Payer::new(url, login, PEOPLE[(at + 1) % PEOPLE.len()].1).await?);
    }
    let until = Instant::now() + Duration::from_secs_f64(seconds);
    let mut loops = Vec::new();
    for at in 0..connections {
        let (payer, what) = (payers[at % payers.len()].clone(), what.clone());
        loops.push(tokio::spawn(async move { one(payer, &what, until).await }));
    }
    let began = Instant::now();
    let mut times = Vec::new();
    for done in loops {
        times.extend(done.await??);
    }
    let rate = times.len() as f64 / began.elapsed().as_secs_f64();
    times.sort_unstable();
    let part = |part: usize| times.get(times.len() * part / 100).map_or(0, Duration::as_micros);
    let line = format!("{{\"rate\":{rate:.0},\"p50_us\":{},\"p99_us\":{}}}", part(50), part(99));
    std::io::Write::write_all(&mut std::io::stdout(), line.as_bytes())?;
    Ok(())
}

/// One connection's loop: how long each answer took.
async fn one(mut payer: Payer, what: &str, until: Instant) -> Result<Vec<Duration>> {
    let (mut times, mut busy) = (Vec::new(), 0);
    while Instant::now() < until {
        let began = Instant::now();
        if what == "pay" {
            match payer.try_pay(&Payment::of("0.01")).await {
                Ok(Outcome::Recorded) => times.push(began.elapsed()),
                Ok(Outcome::Refused(why)) => bail!("a payment was refused: {why}"),
                Err(error) if busy == PATIENCE => return Err(error),
                Err(_) => {
                    busy += 1;
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            }
            continue;
        }
        let answer = payer.client.get(what).await?;
        ensure!(answer.status == StatusCode::OK, "{what} answered {}", answer.status);
        times.push(began.elapsed());
    }
    Ok(times)
}
