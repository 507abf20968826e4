//! Finding back in when the password is lost.

use app::LinkPurpose;
use app::registration;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::Frame;
use super::message::{DEAD_LINK, Message};
use super::stop::Answer;
use super::visitor::Visitor;
use crate::routes::Routes;
use crate::state::Server;

/// The routes of these pages.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/reset", show)
        .post("/reset", request)
        .get("/reset/sent", sent)
        .get("/reset/{token}", show_choice)
        .post("/reset/{token}", choose)
}

/// `reset.html`.
#[derive(Template)]
#[template(path = "reset.html")]
struct ResetPage {
    page: Frame,
    form: Form,
}

impl ResetPage {
    fn new(visitor: &Visitor, form: Form) -> Self {
        Self { page: visitor.frame.clone().titled("reset-title").visitor(), form }
    }
}

async fn show(visitor: Visitor) -> Answer {
    Ok(render(&ResetPage::new(&visitor, Form::default())))
}

async fn request(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let (email, network) = (form.typed.get("email").to_owned(), &visitor.client.network);
    let outcome = registration::request_reset(visitor.app(), &email, network).await;
    match form.take(&visitor.frame.l, outcome)? {
        Some(()) => Ok(visitor.see_other("/reset/sent")),
        None => Ok(render_again(&ResetPage::new(&visitor, form))),
    }
}

async fn sent(visitor: Visitor) -> Answer {
    Ok(Message { key: "reset-sent", icon: "mail", href: "/sign-in" }.page(visitor.frame))
}

/// `choose-password.html`.
#[derive(Template)]
#[template(path = "choose-password.html")]
struct ChoosePage {
    page: Frame,
    form: Form,
    email: String,
}

impl ChoosePage {
    fn new(visitor: &Visitor, form: Form, email: String) -> Self {
        Self { page: visitor.frame.clone().titled("choose-title").visitor(), form, email }
    }
}

async fn show_choice(visitor: Visitor, Path(token): Path<String>) -> Answer {
    match registration::check_link(visitor.app(), &token, LinkPurpose::Reset).await {
        Ok(link) => Ok(render(&ChoosePage::new(&visitor, Form::default(), link.email))),
        Err(app::Error::NotFound) => Ok(DEAD_LINK.page_with(StatusCode::NOT_FOUND, visitor.frame)),
        Err(error) => Err(error.into()),
    }
}

async fn choose(visitor: Visitor, Path(token): Path<String>, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let email = match registration::check_link(visitor.app(), &token, LinkPurpose::Reset).await {
        Err(app::Error::NotFound) => return Ok(DEAD_LINK.page_with(StatusCode::NOT_FOUND, visitor.frame)),
        found => found?.email,
    };
    let password = form.typed.raw("password").to_owned();
    let outcome = registration::reset(visitor.app(), &token, &password).await;
    match form.take(&visitor.frame.l, outcome)? {
        Some(()) => Ok(visitor.noticed("/sign-in", "notice-password-changed")),
        None => Ok(render_again(&ChoosePage::new(&visitor, form, email))),
    }
}
