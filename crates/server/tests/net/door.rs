//! A listener with short patience, and raw connections to it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use axum::Router;
use axum::routing::{get, post};
use server::metrics::Connections;
use server::net::limits::{Limits, Patience};
use server::net::listen::{self, Service};
use server::net::places::Places;
use server::net::proxies::Proxies;
use server::net::tls::Identity;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Longer than anything here may take.
pub(crate) const LONG: Duration = Duration::from_secs(10);
/// More than the system keeps of an answer that nobody fetches.
pub(crate) const LARGE_BYTES: usize = 32 * 1024 * 1024;
/// Where those who are served well come from; the crowd comes from 127.0.0.1.
pub(crate) const ELSEWHERE: Ipv4Addr = Ipv4Addr::new(127, 0, 1, 1);

/// Limits that a test can wait for.
pub(crate) fn limits() -> Limits {
    let ms = Duration::from_millis;
    let patience = Patience {
        handshake: ms(200),
        first: ms(200),
        head: ms(200),
        silence: ms(300),
        proxy_silence: LONG,
        body: ms(300),
        body_rate: 1000,
        stall: ms(300),
        exchange: LONG,
        round: ms(20),
    };
    Limits { open: 8, per_network: 6, bodies_bytes: 200_000, patience }
}

/// A router with something quick, something slow, something large, and something that takes bodies.
pub(crate) fn small() -> Router {
    let slow = || async {
        tokio::time::sleep(Duration::from_millis(600)).await;
        "slow"
    };
    let length = |body: String| async move {
        tokio::time::sleep(Duration::from_millis(100)).await;
        body.len().to_string()
    };
    Router::new()
        .route("/", get(|| async { "hello" }))
        .route("/slow", get(slow))
        .route("/large", get(|| async { "x".repeat(LARGE_BYTES) }))
        .route("/length", post(length))
}

/// A listener at work.
pub(crate) struct Door {
    pub(crate) address: SocketAddr,
    pub(crate) places: Places,
    stop: watch::Sender<bool>,
    serving: JoinHandle<()>,
}

impl Door {
    pub(crate) fn open(router: Router, limits: Limits) -> Self {
        Self::open_as(router, limits, Proxies::default(), None)
    }

    pub(crate) fn open_as(
        router: Router,
        limits: Limits,
        proxies: Proxies,
        identity: Option<Identity>,
    ) -> Self {
        let listener = listen::bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
        let address = listener.local_addr().unwrap();
        let places = Places::new(limits, Connections::default());
        let (stop, stopping) = watch::channel(false);
        let service = Service { router, places: places.clone(), proxies, identity };
        let serving = tokio::spawn(listen::serve(listener, service, stopping));
        Self { address, places, stop, serving }
    }

    pub(crate) async fn connect(&self) -> Line<TcpStream> {
        self.connect_from(Ipv4Addr::LOCALHOST).await
    }

    pub(crate) async fn connect_from(&self, address: Ipv4Addr) -> Line<TcpStream> {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind((IpAddr::V4(address), 0).into()).unwrap();
        Line(tokio::time::timeout(LONG, socket.connect(self.address)).await.unwrap().unwrap())
    }

    pub(crate) fn stop(&self) {
        self.stop.send(true).unwrap();
    }

    pub(crate) async fn ended(self) {
        tokio::time::timeout(LONG, self.serving).await.expect("it does not end").unwrap();
    }
}

/// One connection, from the client's side.
pub(crate) struct Line<S>(pub(crate) S);

impl<S: AsyncRead + AsyncWrite + Unpin> Line<S> {
    pub(crate) async fn send(&mut self, text: &str) -> bool {
        self.0.write_all(text.as_bytes()).await.is_ok() && self.0.flush().await.is_ok()
    }

    /// Asks for a path and reads the answer's head and as much of the body as it says.
    pub(crate) async fn get(&mut self, path: &str) -> String {
        assert!(self.send(&format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n")).await, "cannot send");
        self.answer().await
    }

    /// An answer with a length; what came of it when the connection ends before.
    pub(crate) async fn answer(&mut self) -> String {
        let mut bytes = Vec::new();
        let mut buffer = [0; 4096];
        loop {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if let Some((head, body)) = text.split_once("\r\n\r\n") {
                let length = head.to_lowercase().split("content-length: ").nth(1).map(str::to_owned);
                let length = length.and_then(|rest| rest.lines().next()?.parse::<usize>().ok());
                if body.len() >= length.unwrap_or(usize::MAX)
                    || head.contains("chunked") && body.ends_with("0\r\n\r\n")
                {
                    return text;
                }
            }
            match tokio::time::timeout(LONG, self.0.read(&mut buffer)).await.expect("no answer") {
                Ok(0) | Err(_) => return text,
                Ok(count) => bytes.extend_from_slice(&buffer[..count]),
            }
        }
    }

    /// Reads until the other side ends the connection; how many bytes came.
    pub(crate) async fn end(&mut self) -> usize {
        let mut buffer = vec![0; 65_536];
        let mut came = 0;
        loop {
            match tokio::time::timeout(LONG, self.0.read(&mut buffer)).await.expect("it is never ended") {
                Ok(0) | Err(_) => return came,
                Ok(count) => came += count,
            }
        }
    }

    /// Whether the other side has not ended the connection after this time.
    pub(crate) async fn lasts(&mut self, time: Duration) -> bool {
        let mut buffer = [0; 1];
        tokio::time::timeout(time, self.0.read(&mut buffer)).await.is_err()
    }
}
