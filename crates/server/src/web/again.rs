//! Asked again: the page on which somebody proves once more who they are, before what they wanted is done.
//!
//! Where a form was sent, the page keeps its fields, and after the proof sends them on to where they were going (307): nothing
//! that was typed is lost, with or without scripts. Its own fields begin with `again-`.

use app::again::{self, Proof, Ways};
use app::passkeys;
use askama::Template;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::errors::render_with;
use super::forms::{Form, Typed};
use super::frame::Frame;
use super::sign_in::{json, signed};
use super::stop::{Answer, Stop, encoded, is_local};
use super::visitor::Visitor;
use crate::routes::Routes;
use crate::state::Server;

/// The routes of this page.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/again", show).post("/again", prove).post("/again/ask", challenge)
}

/// `again.html`.
#[derive(Template)]
#[template(path = "again.html")]
struct AgainPage {
    page: Frame,
    form: Form,
    ways: Ways,
    /// The login, for password managers.
    login: String,
    /// Where to go on.
    to: String,
    /// `get`, or `post` with what was typed.
    method: &'static str,
    kept: Vec<(String, String)>,
}

impl AgainPage {
    async fn new(visitor: &Visitor, form: Form, to: String, method: &'static str) -> Result<Self, Stop> {
        let ways = again::ways(visitor.app(), &visitor.actor).await?;
        let user = visitor.actor.signed_in()?;
        let kept = if method == "post" { kept(&form.typed) } else { Vec::new() };
        let login = user.email.clone().unwrap_or_default();
        let page = visitor.frame.clone().titled("again-title").visitor();
        Ok(Self { page, form, ways, login, to, method, kept })
    }
}

/// What is sent on: all but this page's own fields, and passwords, which never stand in a page. Whoever typed one is asked
/// for it again by the form that wants it.
fn kept(typed: &Typed) -> Vec<(String, String)> {
    let own = |name: &str| name.starts_with("again-") || ["csrf", "password", "current"].contains(&name);
    let pairs = typed.pairs().filter(|(name, _)| !own(name));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Asks whoever wanted something that wants a proof: leads readers to the page, and shows it to those who sent a form.
pub(super) async fn ask(visitor: &Visitor, asked: &Parts, typed: Option<Typed>) -> Response {
    let to = asked.uri.path_and_query().map_or("/", axum::http::uri::PathAndQuery::as_str);
    if asked.method == Method::GET {
        return visitor.see_other(&format!("/again?next={}", encoded(to)));
    }
    let form = Form::begin(typed.unwrap_or_default());
    match AgainPage::new(visitor, form, to.to_owned(), "post").await {
        Ok(page) => render_with(StatusCode::FORBIDDEN, &page),
        Err(stop) => stop.into_response(),
    }
}

async fn show(visitor: Visitor) -> Answer {
    let next = visitor.query.get("next");
    let to = if is_local(next) { next.to_owned() } else { "/me/sign-in".to_owned() };
    let page = AgainPage::new(&visitor, Form::default(), to, "get").await?;
    Ok(render_with(StatusCode::OK, &page))
}

async fn prove(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let typed = &form.typed;
    let to = typed.get("again-to").to_owned();
    if !is_local(&to) {
        return Err(Stop::not_found());
    }
    let proof = if typed.has("again-answer") && !typed.get("again-answer").is_empty() {
        Proof::Passkey(signed(typed, "again-challenge", "again-answer"))
    } else if typed.has("again-code") && !typed.get("again-code").is_empty() {
        Proof::Code(typed.get("again-code"))
    } else {
        Proof::Password(typed.raw("again-password"))
    };
    let outcome = again::prove(visitor.app(), &visitor.actor, proof).await;
    let is_post = form.typed.get("again-method") == "post";
    if form.take(&visitor.frame.l, outcome)?.is_none() {
        let method = if is_post { "post" } else { "get" };
        let page = AgainPage::new(&visitor, form, to, method).await?;
        return Ok(render_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    if is_post {
        // The browser sends the same form there.
        return Ok((StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, to)]).into_response());
    }
    Ok(visitor.see_other(&to))
}

async fn challenge(visitor: Visitor) -> Answer {
    json(&passkeys::ask_again(visitor.app(), &visitor.actor).await?)
}
