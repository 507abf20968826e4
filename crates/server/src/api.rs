//! The interface for programs: the HTTP contract of CES 2, so that its clients run unchanged. docs/API.md tells it.
//!
//! It goes through the same use cases as the pages, and decides nothing. What it adds is a form: resources, relationships, what
//! is included, and errors with the contract's codes. A handler takes an [`asker::Asker`], says which scope it needs, asks `app`,
//! and makes a [`document::Resource`] of what comes back.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::routes::{Page, Routes};
use crate::state::Server;

mod accounting;
pub mod asker;
pub mod body;
mod cors;
pub mod document;
pub mod error;
mod oauth;
pub mod query;
mod social;

pub use cors::Origins;
use error::{Code, Failure};

/// What is said here begins with one of these.
const PREFIXES: [&str; 6] =
    ["/oauth2/", "/ces/", "/accounting/", "/notifications/", "/.well-known/jwks.json", "/accounting"];
/// How long an answer may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);
/// The largest body, in bytes: a hundred transfers and more.
const BODY_LIMIT_BYTES: usize = 512 * 1024;

/// One part of the interface each.
const PARTS: &[Page] = &[oauth::routes, accounting::routes, social::routes];

/// All routes of the interface.
#[must_use]
pub fn routes() -> Routes<Server> {
    PARTS.iter().fold(Routes::default(), |routes, part| part(routes))
}

/// Whether an address belongs to the interface.
#[must_use]
pub fn is_ours(uri: &Uri) -> bool {
    let path = uri.path();
    PREFIXES.iter().any(|prefix| path == *prefix || (prefix.ends_with('/') && path.starts_with(prefix)))
}

/// The interface, to be merged with the pages.
pub fn router(origins: &Origins) -> Router<Server> {
    routes()
        .into_router()
        .layer(DefaultBodyLimit::max(BODY_LIMIT_BYTES))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER_WITHIN))
        .layer(from_fn(in_form))
        .layer(origins.layer())
}

/// Answers what the interface does not have in its own form; a layer over the pages, which all other addresses reach.
pub async fn turn_away(request: Request, next: Next) -> Response {
    if is_ours(request.uri()) {
        return Failure::new(Code::NotFound, "There is nothing at this address.").into_response();
    }
    next.run(request).await
}

/// Gives failures that come from below the handlers the contract's form: a wrong method, a body that is too large.
async fn in_form(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let is_bare = (status.is_client_error() || status.is_server_error()) && !is_json(&response);
    if !is_bare {
        return response;
    }
    let code = match status {
        StatusCode::METHOD_NOT_ALLOWED => Code::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => Code::TooLarge,
        StatusCode::NOT_FOUND => Code::NotFound,
        StatusCode::SERVICE_UNAVAILABLE => Code::Busy,
        status if status.is_server_error() => Code::InternalError,
        _ => Code::BadRequest,
    };
    let detail = status.canonical_reason().unwrap_or("This cannot be answered.");
    let mut answer = Failure::new(code, detail).into_response();
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    answer
}

fn is_json(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.contains("json"))
}

fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response {
    let text = cause.downcast_ref::<&str>().copied().map(str::to_owned);
    let text = text.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_default();
    tracing::error!(cause = text, "a handler of the interface panicked");
    Failure::new(Code::InternalError, "Something broke that is not your fault.").into_response()
}
