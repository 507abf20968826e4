//! Registering, and confirming the address.

use app::LinkPurpose;
use app::registration::{self, Registration};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::Frame;
use super::message::{DEAD_LINK, Message};
use super::sign_in::{go_on, next};
use super::stop::Answer;
use super::visitor::Visitor;
use crate::routes::Routes;
use crate::state::Server;

/// The routes of these pages.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/register", show)
        .post("/register", register)
        .get("/register/sent", sent)
        .get("/confirm/{token}", show_confirm)
        .post("/confirm/{token}", confirm)
}

/// `register.html`.
#[derive(Template)]
#[template(path = "register.html")]
struct RegisterPage {
    page: Frame,
    form: Form,
}

impl RegisterPage {
    fn new(visitor: &Visitor, form: Form) -> Self {
        Self { page: visitor.frame.clone().titled("register-title").visitor(), form }
    }
}

async fn show(visitor: Visitor) -> Answer {
    if visitor.actor.user().is_some() {
        return Ok(visitor.see_other(&next(&visitor.query)));
    }
    let form = Form::begin(Typed::from_pairs([("next", next(&visitor.query))]));
    Ok(render(&RegisterPage::new(&visitor, form)))
}

async fn register(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let next = next(&form.typed);
    let registration = Registration {
        next: if next == "/" { "" } else { &next },
        name: form.typed.get("name"),
        email: form.typed.get("email"),
        password: form.typed.raw("password"),
        locale: visitor.frame.l.locale().code(),
        network: &visitor.client.network,
    };
    let outcome = registration::register(visitor.app(), registration).await;
    if form.take(&visitor.frame.l, outcome)?.is_none() {
        return Ok(render_again(&RegisterPage::new(&visitor, form)));
    }
    Ok(visitor.see_other("/register/sent"))
}

async fn sent(visitor: Visitor) -> Answer {
    Ok(Message { key: "register-sent", icon: "mail", href: "/" }.page(visitor.frame))
}

/// `confirm.html`.
#[derive(Template)]
#[template(path = "confirm.html")]
struct ConfirmPage {
    page: Frame,
    form: Form,
    email: String,
}

impl ConfirmPage {
    fn new(visitor: &Visitor, form: Form, email: String) -> Self {
        Self { page: visitor.frame.clone().titled("confirm-title").visitor(), form, email }
    }
}

async fn show_confirm(visitor: Visitor, Path(token): Path<String>) -> Answer {
    match registration::check_link(visitor.app(), &token, LinkPurpose::Confirm).await {
        Ok(link) => {
            let form = Form::begin(Typed::from_pairs([("next", next(&visitor.query))]));
            Ok(render(&ConfirmPage::new(&visitor, form, link.email)))
        }
        Err(app::Error::NotFound) => Ok(DEAD_LINK.page_with(StatusCode::NOT_FOUND, visitor.frame)),
        Err(error) => Err(error.into()),
    }
}

async fn confirm(visitor: Visitor, Path(token): Path<String>, typed: Typed) -> Answer {
    let link = match registration::check_link(visitor.app(), &token, LinkPurpose::Confirm).await {
        Err(app::Error::NotFound) => return Ok(DEAD_LINK.page_with(StatusCode::NOT_FOUND, visitor.frame)),
        found => found?,
    };
    let mut form = Form::begin(typed);
    let password = form.typed.raw("password").to_owned();
    let outcome = registration::confirm(visitor.app(), &token, &password, visitor.browser()).await;
    match form.take(&visitor.frame.l, outcome)? {
        Some(entered) => Ok(go_on(&visitor, &entered, &next(&form.typed))),
        None => Ok(render_again(&ConfirmPage::new(&visitor, form, link.email))),
    }
}
