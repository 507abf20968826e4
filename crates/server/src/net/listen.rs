//! Listening: connections are taken, given a place, and served until they end, the server stops, or the warden ends them.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower::ServiceExt;

use super::body::{Handed, Paced, Turn};
use super::places::{Entry, Note, Place, Places, Stage};
use super::proxies::Proxies;
use super::tls::Identity;
use super::watched::Watched;
use super::{Link, Peer};

/// Connections that the system completes before they are taken; it may have a lower limit of its own.
const BACKLOG: u32 = 4096;
/// The largest head of a request.
const HEAD_BYTES: usize = 16 * 1024;
/// What one connection buffers at most, either way.
const BUFFER_BYTES: usize = 128 * 1024;
/// How long nothing is taken after the system refused a connection.
const PAUSE: Duration = Duration::from_millis(100);

/// What a listener serves, and how.
#[derive(Clone)]
pub struct Service {
    /// Who answers.
    pub router: Router,
    /// The places of its connections.
    pub places: Places,
    /// Whose connections are not limited by network.
    pub proxies: Proxies,
    /// The certificate, which may change; none for plain http.
    pub identity: Option<Identity>,
}

/// Listens at an address.
///
/// # Errors
/// When it is taken, or may not be listened at.
pub fn bind(address: SocketAddr) -> Result<TcpListener> {
    let listen = || {
        let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
        // So that a restart does not wait for connections of the process before.
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(BACKLOG)
    };
    listen().with_context(|| format!("listening on {address}"))
}

/// Serves until `stopping` says so; then takes no more connections, and finishes what is being answered.
pub async fn serve(listener: TcpListener, service: Service, stopping: watch::Receiver<bool>) {
    let mut warden = JoinSet::new();
    warden.spawn(go_rounds(service.places.clone()));
    let mut stop = stopping.clone();
    tokio::select! {
        // An error means that the other end is gone, which is the end as well.
        _ = stop.wait_for(|stop| *stop) => {}
        () = take(&listener, &service, &stopping) => {}
    }
    drop(listener);
    while service.places.taken() > 0 {
        service.places.freed().await;
    }
}

async fn go_rounds(places: Places) {
    let mut round = tokio::time::interval(places.limits().patience.round);
    round.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        round.tick().await;
        places.go_round();
    }
}

async fn take(listener: &TcpListener, service: &Service, stopping: &watch::Receiver<bool>) {
    let mut told = false;
    loop {
        match listener.accept().await {
            Ok((stream, address)) => {
                told = false;
                if let Some(place) = place_for(service, address).await {
                    begin(stream, address, place, service.clone(), stopping.clone());
                }
            }
            // The client went away before it was taken.
            Err(error) if is_of_the_client(&error) => {}
            Err(error) => {
                if !told {
                    tracing::warn!(%error, "no connection can be taken; whoever is silent makes room");
                    told = true;
                }
                service.places.make_room();
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

fn is_of_the_client(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(
        error.kind(),
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset
    )
}

async fn place_for(service: &Service, address: SocketAddr) -> Option<Place> {
    let asker = Some(address.ip()).filter(|address| !service.proxies.trust(*address));
    loop {
        match service.places.enter(asker) {
            Entry::Place(place) => return Some(place),
            Entry::TurnedAway => return None,
            Entry::Wait => service.places.freed().await,
        }
    }
}

fn begin(
    stream: TcpStream,
    address: SocketAddr,
    place: Place,
    service: Service,
    stopping: watch::Receiver<bool>,
) {
    let note = place.note();
    // The place is free again when the task ends, however it ends.
    let (known, held) = tokio::sync::oneshot::channel::<Place>();
    let task = tokio::spawn(async move {
        let _place = held.await;
        connection(stream, address, note, (service, stopping)).await;
    });
    place.served_by(task.abort_handle());
    let _ = known.send(place);
}

/// Serves one connection to its end.
async fn connection(
    stream: TcpStream,
    address: SocketAddr,
    note: Note,
    (service, stopping): (Service, watch::Receiver<bool>),
) {
    // An answer is one write: nothing is gained by waiting for more.
    let _ = stream.set_nodelay(true);
    let stream = Watched::new(stream, note.clone());
    let Some(identity) = &service.identity else {
        note.stage(Stage::Fresh);
        let peer = Peer { address, link: Link::Plain };
        return requests(stream, peer, note, (service.router, stopping)).await;
    };
    match identity.acceptor().accept(stream).await {
        Ok(stream) => {
            note.stage(Stage::Fresh);
            let peer = Peer { address, link: Link::Tls };
            requests(stream, peer, note, (service.router, stopping)).await;
        }
        Err(error) => tracing::debug!(%error, "a TLS handshake failed"),
    }
}

async fn requests(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    peer: Peer,
    note: Note,
    (router, mut stopping): (Router, watch::Receiver<bool>),
) {
    let answers = service_fn(move |request| answer(router.clone(), peer, note.clone(), request));
    let mut http = http1::Builder::new();
    http.max_header_size(HEAD_BYTES).max_buf_size(BUFFER_BYTES);
    let mut served = std::pin::pin!(http.serve_connection(TokioIo::new(stream), answers));
    let stopped = async {
        // An error means that the other end is gone, which is the end as well.
        let _ = stopping.wait_for(|stop| *stop).await;
    };
    let ended = tokio::select! {
        biased;
        ended = served.as_mut() => ended,
        () = stopped => {
            served.as_mut().graceful_shutdown();
            served.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection broke off");
    }
}

async fn answer(
    router: Router,
    peer: Peer,
    note: Note,
    request: Request<Incoming>,
) -> Result<Response<Handed>, Infallible> {
    let turn = Turn::begin(note.clone());
    let (parts, body) = request.into_parts();
    let (body, fate) = Paced::new(body, note);
    let mut request = Request::from_parts(parts, Body::new(body));
    request.extensions_mut().insert(peer);
    request.extensions_mut().insert(fate);
    let answer = router.oneshot(request).await?;
    Ok(answer.map(|body| Handed { body, _turn: turn }))
}
