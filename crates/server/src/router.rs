//! Everything that the server answers, and what stands around every answer.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::api;
use crate::net::secure;
use crate::observe;
use crate::routes::{Route, Routes};
use crate::state::Server;
use crate::web::security::{self, BODY_LIMIT_BYTES};
use crate::web::stop::{self, Stop};
use crate::web::{self, guard};

/// How long an answer may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);
/// How long the database may take to answer whoever asks for the health.
const HEALTH_WITHIN: Duration = Duration::from_secs(3);

/// The health, apart from the pages: it is asked for often, and by machines.
fn health_routes() -> Routes<Server> {
    Routes::default().get("/healthz", health)
}

/// All pages. What is not here is not answered.
#[must_use]
pub fn routes(server: &Server) -> Routes<Server> {
    let routes = web::public_routes(Routes::default(), server.site.clone());
    web::PAGES.iter().fold(routes, |routes, page| page(routes))
}

/// The table of all routes but those of the interface for programs, for tests: [`api::routes`] has one of its own.
#[must_use]
pub fn table(server: &Server) -> Vec<Route> {
    [health_routes().table(), routes(server).table()].concat()
}

/// The whole server, to be served.
pub fn router(server: &Server) -> Router {
    let state = server.clone();
    let pages = routes(server)
        .into_router()
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER_WITHIN))
        .layer(from_fn_with_state(state.clone(), guard::guard))
        .layer(DefaultBodyLimit::max(BODY_LIMIT_BYTES))
        .layer(from_fn_with_state(state.clone(), stop::explain))
        .layer(from_fn(api::turn_away))
        .merge(api::router(&server.origins))
        .layer(CompressionLayer::new());
    let pages = if server.public.is_https() && !server.proxies.are_none() {
        pages.layer(from_fn_with_state(state.clone(), secure::lead_to_https))
    } else {
        pages
    };
    pages
        .merge(health_routes().into_router())
        .layer(from_fn_with_state(server.public.clone(), security::headers))
        .layer(from_fn_with_state(state.clone(), observe::observe))
        .with_state(state)
}

fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response {
    let text = cause.downcast_ref::<&str>().copied().map(str::to_owned);
    let text = text.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_default();
    tracing::error!(cause = text, "a handler panicked");
    Stop::panicked().into_response()
}

/// `GET /healthz`: 200 while payments are taken and the database answers; 503 when not, and as soon as the server is about
/// to end.
async fn health(State(server): State<Server>) -> Response {
    let answers = tokio::time::timeout(HEALTH_WITHIN, app::health::database_answers(&server.app));
    let fine = server.is_ready() && answers.await.unwrap_or(false);
    let (status, text) =
        if fine { (StatusCode::OK, "ok\n") } else { (StatusCode::SERVICE_UNAVAILABLE, "not at work\n") };
    (status, [(header::CACHE_CONTROL, "no-store")], text).into_response()
}
