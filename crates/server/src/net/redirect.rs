//! Plain http that leads to https.

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::web::security::PublicUrl;

/// Answers everything with the same place under the public URL.
pub fn router(public: PublicUrl) -> Router {
    Router::new().fallback(move |uri: Uri| async move { to_https(&public, &uri) })
}

/// The same place under the public URL.
#[must_use]
pub fn to_https(public: &PublicUrl, uri: &Uri) -> Response {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let path = if path.starts_with('/') { path } else { "/" };
    let location = format!("{}{path}", public.origin());
    (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response()
}
