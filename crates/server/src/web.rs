//! The web pages.

pub mod colour;
pub mod errors;
pub mod face;
pub mod forms;
pub mod frame;
pub mod l10n;
pub mod language;
pub mod offline;
pub mod portrait;
pub mod security;

use std::sync::Arc;

use axum::Router;
use axum::http::HeaderMap;
use axum::routing::get;

/// The routes that need no session: static files, colours, portraits, manifest, worker and the page without a network.
pub fn public_routes<S: Clone + Send + Sync + 'static>(site: frame::Site) -> Router<S> {
    let name: Arc<str> = site.name.as_str().into();
    Router::new()
        .route("/static/{file}", get(crate::assets::file))
        .route("/colour/{file}", get(colour::sheet))
        .route("/portrait/{file}", get(crate::assets::portrait))
        .route("/sw.js", get(crate::assets::worker))
        .route("/offline", get(move |headers: HeaderMap| async move { offline::page(site, &headers) }))
        .route("/language/{code}", get(language::choose))
        .route("/manifest.webmanifest", get(crate::assets::manifest).with_state(name))
}
