//! Cookies: the session, the token of a visitor's forms, and the notice of what just happened.

use axum::http::StatusCode;
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::{AppendHeaders, IntoResponse, Response};

pub use super::language::cookie;
use super::security::PublicUrl;

/// The cookie that carries a notice over a redirect.
pub const NOTICE: &str = "ayni-notice";

/// The cookie of a session.
#[must_use]
pub fn session_name(public: &PublicUrl) -> &'static str {
    if public.is_https() { "__Host-ayni" } else { "ayni" }
}

/// The cookie that ties a visitor's forms to the browser.
#[must_use]
pub fn form_name(public: &PublicUrl) -> &'static str {
    if public.is_https() { "__Host-ayni-form" } else { "ayni-form" }
}

/// The cookie that a browser is known by when somebody signs in again.
#[must_use]
pub fn device_name(public: &PublicUrl) -> &'static str {
    if public.is_https() { "__Host-ayni-device" } else { "ayni-device" }
}

/// The cookie of a sign-in that waits for a code.
#[must_use]
pub fn half_name(public: &PublicUrl) -> &'static str {
    if public.is_https() { "__Host-ayni-half" } else { "ayni-half" }
}

/// A cookie for so many seconds, out of the reach of scripts. None for how long: until the browser closes.
#[must_use]
pub fn kept(public: &PublicUrl, name: &str, value: &str, lasts_s: Option<i64>) -> (HeaderName, String) {
    let secure = if public.is_https() { "; Secure" } else { "" };
    let age = lasts_s.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    (header::SET_COOKIE, format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}"))
}

/// Takes a cookie away.
#[must_use]
pub fn forgotten(public: &PublicUrl, name: &str) -> (HeaderName, String) {
    kept(public, name, "", Some(0))
}

/// Goes to another page after something was done: 303.
#[must_use]
pub fn see_other(href: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, href.to_owned())]).into_response()
}

/// Goes to another page, which tells by this message what was done; its key begins with `notice-`.
#[must_use]
pub fn noticed(public: &PublicUrl, href: &str, key: &'static str) -> Response {
    let headers = AppendHeaders([kept(public, NOTICE, key, Some(60))]);
    (headers, see_other(href)).into_response()
}

/// The key of the notice that a request brings; nothing but keys of notices is taken.
#[must_use]
pub fn notice(headers: &HeaderMap) -> Option<&str> {
    let key = cookie(headers, NOTICE)?;
    let is_key = key.starts_with("notice-") && key.bytes().all(|b| b == b'-' || b.is_ascii_lowercase());
    is_key.then_some(key)
}
