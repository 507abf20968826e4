//! Signing in and out.

mod code;
mod passkey;

use app::demo::logins::{LOGINS, PASSWORD};
use app::passkeys;
use app::sessions::{self, SignedIn};
use app::sign_in::{Entered, SignIn, second, sign_in};
use askama::Template;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{AppendHeaders, IntoResponse, Response};

use super::cookies;
use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::Frame;
use super::stop::{Answer, encoded, is_local};
use super::visitor::Visitor;
use crate::routes::Routes;
use crate::state::Server;
pub(super) use passkey::{json, signed};

/// The routes of this page.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    let routes = routes.get("/sign-in", show).post("/sign-in", enter).post("/sign-out", leave);
    passkey::routes(code::routes(routes))
}

/// `sign-in.html`.
#[derive(Template)]
#[template(path = "sign-in.html")]
struct SignInPage {
    page: Frame,
    form: Form,
    /// Logins of the demo with the exchanges they are in; none on a real server.
    logins: Vec<(&'static str, String)>,
    password: &'static str,
    /// Whether passkeys are taken.
    passkeys: bool,
}

impl SignInPage {
    fn new(visitor: &Visitor, form: Form) -> Self {
        let page = visitor.frame.clone().titled("sign-in-title").visitor();
        let demo = if page.is_demo() { LOGINS } else { &[] };
        let logins = demo.iter().map(|login| (login.email, login.exchanges.join(", "))).collect();
        Self { page, form, logins, password: PASSWORD, passkeys: passkeys::are_taken(visitor.app()) }
    }
}

/// Where to go on after signing in; `/` unless a page of this server is named.
pub(super) fn next(typed: &Typed) -> String {
    let next = typed.get("next");
    if is_local(next) { next.to_owned() } else { "/".to_owned() }
}

async fn show(visitor: Visitor) -> Answer {
    let next = next(&visitor.query);
    if visitor.actor.user().is_some() {
        return Ok(visitor.see_other(&next));
    }
    let login = visitor.query.get("login").to_owned();
    let form = Form::begin(Typed::from_pairs([("next", next), ("login", login)]));
    Ok(render(&SignInPage::new(&visitor, form)))
}

async fn enter(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let request = SignIn {
        login: form.typed.get("login"),
        password: form.typed.raw("password"),
        agent: &visitor.client.agent,
        network: &visitor.client.network,
        device: &visitor.device,
    };
    let outcome = sign_in(visitor.app(), request).await;
    let Some(entered) = form.take(&visitor.frame.l, outcome)? else {
        return Ok(render_again(&SignInPage::new(&visitor, form)));
    };
    Ok(go_on(&visitor, &entered, &next(&form.typed)))
}

/// Goes on after the right password: with a fresh session, or to the page that asks for a code.
pub(super) fn go_on(visitor: &Visitor, outcome: &Entered, next: &str) -> Response {
    match outcome {
        Entered::In(signed_in) => entered(visitor, signed_in, next),
        Entered::Half(token) => {
            let public = &visitor.server.public;
            let half = cookies::kept(public, cookies::half_name(public), token, Some(second::WAITS_S));
            let code = visitor.see_other(&format!("/sign-in/code?next={}", encoded(next)));
            (AppendHeaders([half]), code).into_response()
        }
    }
}

/// Goes on with a fresh session.
pub(super) fn entered(visitor: &Visitor, signed_in: &SignedIn, next: &str) -> Response {
    let public = &visitor.server.public;
    let lasts_s = (signed_in.expires_at.0 - visitor.frame.now) / 1_000_000;
    let kept = AppendHeaders([
        cookies::kept(public, cookies::session_name(public), &signed_in.token, Some(lasts_s)),
        cookies::forgotten(public, cookies::form_name(public)),
        cookies::forgotten(public, cookies::half_name(public)),
    ]);
    let device = signed_in.device.as_deref();
    let known = device.map(|device| {
        AppendHeaders([cookies::kept(public, cookies::device_name(public), device, Some(sessions::DEVICE_S))])
    });
    (kept, known, visitor.see_other(next)).into_response()
}

/// `POST /sign-out`: the session ends, and the browser forgets what it kept of these pages.
async fn leave(visitor: Visitor, headers: HeaderMap) -> Answer {
    let public = &visitor.server.public;
    let name = cookies::session_name(public);
    if let Some(token) = cookies::cookie(&headers, name) {
        sessions::sign_out(visitor.app(), token).await?;
    }
    let gone = AppendHeaders([cookies::forgotten(public, name)]);
    let mut response = (gone, visitor.noticed("/", "notice-signed-out")).into_response();
    let clear = HeaderName::from_static("clear-site-data");
    response.headers_mut().insert(clear, HeaderValue::from_static("\"cache\", \"storage\""));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
