//! Changing the address that one signs in with and is written to.

use app::users;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

use super::own_page;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::message::DEAD_LINK;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Visitor;

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/me/address", show)
        .post("/me/address", ask)
        .get("/me/address/{token}", show_confirm)
        .post("/me/address/{token}", confirm)
}

/// `me-address.html`.
#[derive(Template)]
#[template(path = "me-address.html")]
struct AddressPage {
    page: Frame,
    form: Form,
    email: String,
}

impl AddressPage {
    fn new(visitor: &Visitor, form: Form) -> Result<Self, Stop> {
        let email = visitor.actor.signed_in()?.email.clone().unwrap_or_default();
        Ok(Self { page: own_page(visitor, "me-address-title").task("/me"), form, email })
    }
}

async fn show(visitor: Visitor) -> Answer {
    Ok(render(&AddressPage::new(&visitor, Form::default())?))
}

async fn ask(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let (current, email) = (form.typed.raw("current").to_owned(), form.typed.get("email").to_owned());
    let outcome = users::request_email(visitor.app(), &visitor.actor, &current, &email).await;
    match form.take(&visitor.frame.l, outcome)? {
        Some(()) => Ok(visitor.noticed("/me", "notice-address-asked")),
        None => Ok(render_again(&AddressPage::new(&visitor, form)?)),
    }
}

/// `me-address-confirm.html`.
#[derive(Template)]
#[template(path = "me-address-confirm.html")]
struct ConfirmPage {
    page: Frame,
}

async fn show_confirm(visitor: Visitor) -> Answer {
    visitor.actor.signed_in()?;
    Ok(render(&ConfirmPage { page: own_page(&visitor, "me-confirm-title").task("/me") }))
}

async fn confirm(visitor: Visitor, Path(token): Path<String>) -> Answer {
    match users::confirm_email(visitor.app(), &visitor.actor, &token).await {
        Ok(()) => Ok(visitor.noticed("/me", "notice-address-changed")),
        // Whether somebody else has the address is nobody's business: the link does not work, that is all.
        Err(app::Error::NotFound | app::Error::Wrong(_)) => {
            Ok(DEAD_LINK.page_with(StatusCode::NOT_FOUND, visitor.frame))
        }
        Err(error) => Err(error.into()),
    }
}
