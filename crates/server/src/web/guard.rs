//! The guard at the door: what changes something must come from one of our own forms.
//!
//! A form's token follows from the cookie of the session, or, before signing in, from a cookie that only ties forms to the
//! browser. It is checked here for every unsafe request, so that no handler can forget it.

use std::fmt::Write as _;

use app::sessions;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, FromRequest, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::cookies;
use super::forms::Typed;
use super::security::{Forged, PICTURES_LIMIT_BYTES, check_origin, check_token};
use super::stop::Stop;
use crate::state::Server;

/// What may be sent here from anywhere: the token in the path is all it takes, and whoever shows letters to people sends it
/// for them (RFC 8058).
const OPEN: &str = "/unsubscribe/";

/// What the guard has found out about a request; in its extensions.
#[derive(Clone, Debug)]
pub struct Guarded {
    /// The token that forms carry.
    pub csrf: String,
}

/// The token of a form that belongs to this cookie.
#[must_use]
pub fn token(cookie: &str) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::new().chain_update("ayni form\n").chain_update(cookie).finalize() {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The cookie that the forms of a request belong to.
fn form_cookie<'h>(server: &Server, headers: &'h HeaderMap) -> Option<&'h str> {
    let found = |name| cookies::cookie(headers, name).filter(|value| !value.is_empty());
    found(cookies::session_name(&server.public)).or_else(|| found(cookies::form_name(&server.public)))
}

/// The token for the forms of a request; empty when the browser has no cookie yet.
#[must_use]
pub fn token_of(server: &Server, headers: &HeaderMap) -> String {
    form_cookie(server, headers).map(token).unwrap_or_default()
}

/// Checks unsafe requests, and gives browsers without a cookie one for their forms; a layer over all pages.
pub async fn guard(State(server): State<Server>, request: Request, next: Next) -> Response {
    let known = form_cookie(&server, request.headers()).map(str::to_owned);
    let fresh = match &known {
        Some(_) => None,
        None => match server.app.random.token() {
            Ok(made) => Some(made.text()),
            Err(error) => return Stop::from(error).into_response(),
        },
    };
    let csrf = token(known.or_else(|| fresh.clone()).unwrap_or_default().as_str());
    let clears_notice = request.method() == Method::GET && cookies::notice(request.headers()).is_some();
    let request = match checked(&server, request, &csrf).await {
        Ok(request) => request,
        Err(response) => return response,
    };
    let typed = request.extensions().get::<Typed>().cloned();
    let mut response = next.run(request).await;
    if response.extensions().get::<Stop>().is_some_and(Stop::asks_again)
        && let Some(typed) = typed
    {
        // Nothing of it is lost: the page that asks again sends it on.
        response.extensions_mut().insert(typed);
    }
    if is_page(&response) {
        if let Some(fresh) = fresh {
            let form = cookies::form_name(&server.public);
            append(&mut response, cookies::kept(&server.public, form, &fresh, None).1);
        }
        if clears_notice && response.status() == StatusCode::OK {
            append(&mut response, cookies::forgotten(&server.public, cookies::NOTICE).1);
        }
    }
    response
}

/// The request with what was typed read from it, if it may change things.
async fn checked(server: &Server, request: Request, csrf: &str) -> Result<Request, Response> {
    let mut request = request;
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !is_safe {
        let forged = |forged: Forged| Stop::from(forged).into_response();
        let is_open = request.uri().path().starts_with(OPEN);
        if !is_open {
            check_origin(request.method(), request.headers(), &server.public).map_err(forged)?;
        }
        let (parts, body) = request.into_parts();
        let mut whole = Request::from_parts(parts.clone(), body);
        if takes_pictures(whole.uri().path()) && is_signed_in(server, whole.headers()).await? {
            DefaultBodyLimit::max(PICTURES_LIMIT_BYTES).apply(&mut whole);
        }
        let typed = Typed::from_request(whole, server).await?;
        if !is_open {
            check_token(csrf, typed.raw("csrf")).map_err(forged)?;
        }
        request = Request::from_parts(parts, Body::empty());
        request.extensions_mut().insert(typed);
    }
    request.extensions_mut().insert(Guarded { csrf: csrf.to_owned() });
    Ok(request)
}

/// Whether somebody has signed in, and does not only say so.
async fn is_signed_in(server: &Server, headers: &HeaderMap) -> Result<bool, Response> {
    let Some(session) = cookies::cookie(headers, cookies::session_name(&server.public)) else {
        return Ok(false);
    };
    let actor =
        sessions::resume(&server.app, session).await.map_err(|error| Stop::from(error).into_response())?;
    Ok(actor.user().is_some())
}

/// Whether pictures are sent to this address.
fn takes_pictures(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').skip(2).collect();
    matches!(parts.as_slice(), ["market", "new"] | ["market", _, "edit"] | ["profile"])
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

fn append(response: &mut Response, cookie: String) {
    match HeaderValue::try_from(cookie) {
        Ok(value) => drop(response.headers_mut().append(header::SET_COOKIE, value)),
        Err(error) => tracing::error!(%error, "a cookie cannot be set"),
    }
}
