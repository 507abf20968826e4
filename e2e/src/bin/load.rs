//! A closed loop of clients against a running demo, as a process of its own. Used by `cargo xtask bench`.
//!
//! `load URL WHAT CONNECTIONS SECONDS`, WHAT being `health` (the plainest route), `home` or `pay`: a payment through the
//! pages' form, with its session, token, validation, jobs and journal. Prints one line of JSON. Only loopback is talked to.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use e2e::client::{Client, with};
use hyper::StatusCode;
use uuid::Uuid;

/// Members of the demo's first exchange, with the number of whoever they pay.
const PAYERS: [(&str, &str); 2] =
    [("member@ayni.example", "neighbour@ayni.example"), ("neighbour@ayni.example", "member@ayni.example")];

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [url, what, connections, seconds] = arguments.as_slice() else {
        bail!("load URL WHAT CONNECTIONS SECONDS")
    };
    ensure!(url.starts_with("http://127.0.0.1:"), "only loopback is loaded");
    let (connections, seconds): (usize, f64) = (connections.parse()?, seconds.parse()?);
    ensure!(connections <= 256 && seconds <= 60.0, "at most 256 connections for 60 seconds");
    let mut people = Vec::new();
    for (login, _) in PAYERS {
        people.push(Client::signed_in(url, login).await?);
    }
    let numbers = [number_of(&mut people[0]).await?, number_of(&mut people[1]).await?];
    let until = Instant::now() + Duration::from_secs_f64(seconds);
    let mut loops = Vec::new();
    for at in 0..connections {
        let (client, other) = (people[at % 2].clone(), numbers[(at + 1) % 2].clone());
        let what = what.clone();
        loops.push(tokio::spawn(async move { one(client, &what, &other, until).await }));
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
async fn one(mut client: Client, what: &str, other: &str, until: Instant) -> Result<Vec<Duration>> {
    let form = client.get("/MARL/trade").await?.fields();
    let mut times = Vec::new();
    while Instant::now() < until {
        let began = Instant::now();
        match what {
            "health" => {
                let answer = client.get("/healthz").await?;
                ensure!(answer.status == StatusCode::OK, "health answered {}", answer.status);
            }
            "home" => {
                let answer = client.get("/MARL").await?;
                ensure!(answer.status == StatusCode::OK, "home answered {}", answer.status);
            }
            "pay" => {
                let id = Uuid::now_v7().to_string();
                let typed = [
                    ("id", id.as_str()),
                    ("did", "received"),
                    ("with", other),
                    ("amount", "0.01"),
                    ("what", "load"),
                ];
                let answer = client.post("/MARL/trade", &with(&form, &typed)).await?;
                let busy = answer.status == StatusCode::SERVICE_UNAVAILABLE;
                ensure!(
                    busy || answer.status == StatusCode::SEE_OTHER,
                    "paying answered {}: {}",
                    answer.status,
                    answer.body
                );
                if busy {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                    continue;
                }
            }
            other => bail!("there is no load called {other}"),
        }
        times.push(began.elapsed());
    }
    Ok(times)
}

/// The number of the account that somebody acts for, as their Home tells it.
async fn number_of(client: &mut Client) -> Result<String> {
    let page = client.get("/MARL/statement").await?.body;
    let at = page.find("MARL0").context("the statement names the account's number")?;
    Ok(page.get(at..at + 8).context("a number has eight characters")?.to_owned())
}
