//! Setting up an authenticator and removing it, and the recovery codes, which are shown once.

use app::authenticator::{self, Begun};
use askama::Template;
use axum::response::Response;

use super::own_page;
use super::qr::{Qr, qr};
use super::ways::{going, with_next};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Visitor;

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .post("/me/sign-in/authenticator", begin)
        .get("/me/sign-in/authenticator", show)
        .post("/me/sign-in/authenticator/code", confirm)
        .post("/me/sign-in/authenticator/remove", remove)
        .post("/me/sign-in/codes", renew)
}

/// `me-authenticator.html`.
#[derive(Template)]
#[template(path = "me-authenticator.html")]
struct SetUpPage {
    page: Frame,
    form: Form,
    next: String,
    /// In groups of four.
    secret: String,
    link: String,
    qr: Option<Qr>,
}

impl SetUpPage {
    async fn new(visitor: &Visitor, form: Form, next: String) -> Result<Self, Stop> {
        let begun = authenticator::begun(visitor.app(), &visitor.actor, &visitor.frame.site.name).await?;
        let Begun { secret, link } = begun;
        let page = own_page(visitor, "authenticator-title").task(with_next("/me/sign-in", &next));
        Ok(Self { page, form, next, secret: grouped(&secret), qr: qr(&link), link })
    }
}

fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

async fn begin(visitor: Visitor, typed: Typed) -> Answer {
    authenticator::begin(visitor.app(), &visitor.actor).await?;
    Ok(visitor.see_other(&with_next("/me/sign-in/authenticator", &going(&typed))))
}

async fn show(visitor: Visitor) -> Answer {
    let next = going(&visitor.query);
    Ok(render(&SetUpPage::new(&visitor, Form::default(), next).await?))
}

/// `me-codes.html`.
#[derive(Template)]
#[template(path = "me-codes.html")]
struct CodesPage {
    page: Frame,
    codes: Vec<String>,
    /// All of them, a line each, to be copied.
    all: String,
    /// Whether the authenticator has just begun to work.
    is_new: bool,
    next: String,
}

fn shown(visitor: &Visitor, codes: Vec<String>, (is_new, next): (bool, String)) -> Response {
    let page = own_page(visitor, "codes-title").task(with_next("/me/sign-in", &next));
    let next = if next.is_empty() { "/me/sign-in".to_owned() } else { next };
    render(&CodesPage { page, all: codes.join("\n"), codes, is_new, next })
}

async fn confirm(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let (code, next) = (form.typed.get("one-time-code").to_owned(), going(&form.typed));
    let outcome = authenticator::confirm(visitor.app(), &visitor.actor, &code).await;
    match form.take(&visitor.frame.l, outcome)? {
        Some(codes) => Ok(shown(&visitor, codes, (true, next))),
        None => Ok(render_again(&SetUpPage::new(&visitor, form, next).await?)),
    }
}

async fn renew(visitor: Visitor) -> Answer {
    let codes = authenticator::renew_codes(visitor.app(), &visitor.actor).await?;
    Ok(shown(&visitor, codes, (false, String::new())))
}

async fn remove(visitor: Visitor) -> Answer {
    authenticator::remove(visitor.app(), &visitor.actor).await?;
    Ok(visitor.noticed("/me/sign-in", "notice-authenticator-removed"))
}
