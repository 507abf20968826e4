//! The second half of signing in: a code, after the password was right.

use app::sign_in::second;
use askama::Template;
use axum::http::HeaderMap;

use super::{entered, next};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::cookies;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::stop::{Answer, encoded};
use crate::web::visitor::Visitor;

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/sign-in/code", show).post("/sign-in/code", finish)
}

/// `sign-in-code.html`.
#[derive(Template)]
#[template(path = "sign-in-code.html")]
struct CodePage {
    page: Frame,
    form: Form,
    /// Whether a passkey would do as well.
    passkeys: bool,
}

impl CodePage {
    fn new(visitor: &Visitor, form: Form) -> Self {
        let page = visitor.frame.clone().titled("sign-in-code-title").visitor();
        Self { page, form, passkeys: app::passkeys::are_taken(visitor.app()) }
    }
}

async fn show(visitor: Visitor, headers: HeaderMap) -> Answer {
    let next = next(&visitor.query);
    if visitor.actor.user().is_some() {
        return Ok(visitor.see_other(&next));
    }
    if !second::waits(visitor.app(), &half(&visitor, &headers)).await? {
        return Ok(visitor.see_other(&format!("/sign-in?next={}", encoded(&next))));
    }
    Ok(render(&CodePage::new(&visitor, Form::begin(Typed::from_pairs([("next", next)])))))
}

async fn finish(visitor: Visitor, headers: HeaderMap, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let (half, code) = (half(&visitor, &headers), form.typed.get("one-time-code").to_owned());
    let outcome = second::finish(visitor.app(), &half, &code, visitor.browser()).await;
    match form.take(&visitor.frame.l, outcome)? {
        Some(signed_in) => Ok(entered(&visitor, &signed_in, &next(&form.typed))),
        None => Ok(render_again(&CodePage::new(&visitor, form))),
    }
}

/// The token of the half, from its cookie.
fn half(visitor: &Visitor, headers: &HeaderMap) -> String {
    let name = cookies::half_name(&visitor.server.public);
    cookies::cookie(headers, name).unwrap_or_default().to_owned()
}
