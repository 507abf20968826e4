//! Requests that came in the clear, by a trusted proxy's word, are led to https.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::Peer;
use super::proxies::Scheme;
use super::redirect::to_https;
use crate::state::Server;

/// Leads to https what came in the clear; a layer over all pages of a server that browsers are meant to reach by https.
pub async fn lead_to_https(State(server): State<Server>, request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<Peer>().copied();
    let in_the_clear = |peer| server.proxies.scheme(peer, request.headers()) == Scheme::Http;
    if peer.is_some_and(in_the_clear) {
        return to_https(&server.public, request.uri());
    }
    next.run(request).await
}
