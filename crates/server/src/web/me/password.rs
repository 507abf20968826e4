//! Changing the password.

use app::users;
use askama::Template;

use super::own_page;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::stop::Answer;
use crate::web::visitor::Visitor;

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/me/password", show).post("/me/password", change)
}

/// `me-password.html`.
#[derive(Template)]
#[template(path = "me-password.html")]
struct PasswordPage {
    page: Frame,
    form: Form,
}

impl PasswordPage {
    fn new(visitor: &Visitor, form: Form) -> Self {
        Self { page: own_page(visitor, "me-password-title").task("/me"), form }
    }
}

async fn show(visitor: Visitor) -> Answer {
    visitor.actor.signed_in()?;
    Ok(render(&PasswordPage::new(&visitor, Form::default())))
}

async fn change(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let (current, new) = (form.typed.raw("current").to_owned(), form.typed.raw("password").to_owned());
    let outcome = users::change_password(visitor.app(), &visitor.actor, &current, &new).await;
    match form.take(&visitor.frame.l, outcome)? {
        Some(()) => Ok(visitor.noticed("/me", "notice-password-changed")),
        None => Ok(render_again(&PasswordPage::new(&visitor, form))),
    }
}
