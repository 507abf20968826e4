//! A crowd of connections that ask for nothing, or for so little at a time that they never come to an end; and a server
//! without any limits, to see what such a crowd does to one. Loopback only, and it ends by itself.
//!
//! ```text
//! crowd come 127.0.0.1:8420 5000 30     # 5,000 connections for 30 seconds; half say nothing, half a byte a second
//! crowd bare                            # axum as it comes, on a port that it prints
//! ```

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use axum::Router;
use axum::routing::get;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The longest that anything here lasts.
const LONGEST: Duration = Duration::from_secs(120);
/// What a slow client says, a byte a second.
const HEAD: &[u8] = b"GET / HTTP/1.1\r\nhost: localhost\r\nx-slow: ";

#[tokio::main]
async fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["bare"] => bare().await,
        ["come", address, count, seconds] => {
            come(address.parse()?, count.parse()?, Duration::from_secs(seconds.parse()?)).await
        }
        _ => bail!("crowd come ADDRESS COUNT SECONDS, or crowd bare"),
    }
}

#[expect(clippy::print_stdout, reason = "whoever started it reads this")]
fn say(text: &str) {
    println!("{text}");
}

async fn bare() -> Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    say(&listener.local_addr()?.to_string());
    let served = axum::serve(listener, Router::new().route("/", get(|| async { "hello" })));
    tokio::time::timeout(LONGEST, async { served.await }).await.context("it lasted long enough")??;
    Ok(())
}

async fn come(address: SocketAddr, count: usize, time: Duration) -> Result<()> {
    ensure!(address.ip().is_loopback(), "only this machine may be crowded");
    ensure!(time <= LONGEST, "at most {} s", LONGEST.as_secs());
    let came = Arc::new(AtomicUsize::new(0));
    for number in 0..count {
        tokio::spawn(hold_on(address, number, came.clone()));
    }
    let begun = async {
        while came.load(Ordering::Relaxed) < count {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    // Where nothing is taken any more, not all of them come.
    let _ = tokio::time::timeout(Duration::from_secs(5), begun).await;
    say(&format!("{} came", came.load(Ordering::Relaxed)));
    tokio::time::sleep(time).await;
    Ok(())
}

/// Connects, and again whenever the connection is ended.
async fn hold_on(address: SocketAddr, number: usize, came: Arc<AtomicUsize>) {
    let mut first = true;
    loop {
        if let Ok(mut stream) = TcpStream::connect(address).await {
            if std::mem::take(&mut first) {
                came.fetch_add(1, Ordering::Relaxed);
            }
            if number.is_multiple_of(2) {
                let _ = stream.read(&mut [0; 16]).await;
            } else {
                trickle(&mut stream).await;
            }
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

async fn trickle(stream: &mut TcpStream) {
    for byte in HEAD.iter().chain(std::iter::repeat(&b'y')) {
        if stream.write_all(&[*byte]).await.is_err() {
            return;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
