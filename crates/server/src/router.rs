//! Everything that the server answers, and what stands around every answer.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::routes::{Route, Routes};
use crate::state::Server;
use crate::web::security::{self, BODY_LIMIT_BYTES};
use crate::web::stop::{self, Stop};
use crate::web::{self, guard};

/// How long an answer may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// All routes. What is not here is not answered.
#[must_use]
pub fn routes(server: &Server) -> Routes<Server> {
    let routes = Routes::default().get("/healthz", health);
    let routes = web::public_routes(routes, server.site.clone());
    web::PAGES.iter().fold(routes, |routes, page| page(routes))
}

/// The table of all routes, for tests.
#[must_use]
pub fn table(server: &Server) -> Vec<Route> {
    routes(server).table().to_vec()
}

/// The whole server, to be served.
pub fn router(server: &Server) -> Router {
    let state = server.clone();
    routes(server)
        .into_router()
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER_WITHIN))
        .layer(from_fn_with_state(state.clone(), guard::guard))
        .layer(DefaultBodyLimit::max(BODY_LIMIT_BYTES))
        .layer(from_fn_with_state(state.clone(), stop::explain))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(server.public.clone(), security::headers))
        .with_state(state)
}

fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response {
    let text = cause.downcast_ref::<&str>().copied().map(str::to_owned);
    let text = text.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_default();
    tracing::error!(cause = text, "a handler panicked");
    Stop::panicked().into_response()
}

/// `GET /healthz`: 200 while payments are taken and the database answers.
async fn health(State(server): State<Server>) -> Response {
    let fine = server.app.is_at_work() && app::exchanges::list(&server.app).await.is_ok();
    let (status, text) =
        if fine { (StatusCode::OK, "ok\n") } else { (StatusCode::INTERNAL_SERVER_ERROR, "not at work\n") };
    (status, [(header::CACHE_CONTROL, "no-store")], text).into_response()
}
