//! Adding, naming and removing a passkey.

use app::passkeys::{self, Passkey};
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::devices::named;
use super::own_page;
use super::ways::{going, with_next};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::sign_in::{json, signed};
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Visitor;

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/me/sign-in/passkey", show)
        .post("/me/sign-in/passkey", add)
        .post("/me/sign-in/passkey/ask", ask)
        .get("/me/sign-in/passkey/{id}", show_one)
        .post("/me/sign-in/passkey/{id}", rename)
        .post("/me/sign-in/passkey/{id}/remove", remove)
}

/// `me-passkey-add.html`.
#[derive(Template)]
#[template(path = "me-passkey-add.html")]
struct AddPage {
    page: Frame,
    form: Form,
    next: String,
}

impl AddPage {
    fn new(visitor: &Visitor, form: Form, next: String) -> Self {
        let page = own_page(visitor, "passkey-add-title").task(with_next("/me/sign-in", &next));
        Self { page, form, next }
    }
}

async fn show(visitor: Visitor) -> Answer {
    visitor.actor.confirmed()?;
    if !passkeys::are_taken(visitor.app()) {
        return Err(Stop::not_found());
    }
    let name = named(&visitor.client.agent).unwrap_or_default();
    let form = Form::begin(Typed::from_pairs([("name", name)]));
    Ok(render(&AddPage::new(&visitor, form, going(&visitor.query))))
}

async fn ask(visitor: Visitor) -> Answer {
    json(&passkeys::ask_to_add(visitor.app(), &visitor.actor).await?)
}

async fn add(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let (answer, name) = (signed(&form.typed, "challenge", "answer"), form.typed.get("name"));
    let outcome = passkeys::add(visitor.app(), &visitor.actor, answer, name).await;
    let next = going(&form.typed);
    if form.take(&visitor.frame.l, outcome)?.is_none() {
        return Ok(render_again(&AddPage::new(&visitor, form, next)));
    }
    let to = if next.is_empty() { "/me/sign-in" } else { &next };
    Ok(visitor.noticed(to, "notice-passkey-added"))
}

/// `me-passkey.html`.
#[derive(Template)]
#[template(path = "me-passkey.html")]
struct PasskeyPage {
    page: Frame,
    form: Form,
    passkey: Passkey,
}

impl PasskeyPage {
    fn new(visitor: &Visitor, form: Form, passkey: Passkey) -> Self {
        let page = visitor.frame.clone().titled_as(&passkey.name);
        let page = page.at(crate::web::frame::Place::More).task("/me/sign-in");
        Self { page, form, passkey }
    }
}

/// The user's passkey of this name outside.
async fn one(visitor: &Visitor, id: &str) -> Result<Passkey, Stop> {
    let had = passkeys::list(visitor.app(), &visitor.actor).await?;
    let id: Uuid = id.parse().map_err(|_| Stop::not_found())?;
    had.into_iter().find(|had| had.uuid == id).ok_or_else(Stop::not_found)
}

async fn show_one(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let passkey = one(&visitor, &id).await?;
    let form = Form::begin(Typed::from_pairs([("name", passkey.name.as_str())]));
    Ok(render(&PasskeyPage::new(&visitor, form, passkey)))
}

async fn rename(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Answer {
    let passkey = one(&visitor, &id).await?;
    let mut form = Form::begin(typed);
    let name = form.typed.get("name");
    let outcome = passkeys::rename(visitor.app(), &visitor.actor, passkey.uuid, name).await;
    match form.take(&visitor.frame.l, outcome)? {
        Some(()) => Ok(visitor.noticed("/me/sign-in", "notice-saved")),
        None => Ok(render_again(&PasskeyPage::new(&visitor, form, passkey))),
    }
}

async fn remove(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let passkey = one(&visitor, &id).await?;
    passkeys::remove(visitor.app(), &visitor.actor, passkey.uuid).await?;
    Ok(visitor.noticed("/me/sign-in", "notice-passkey-removed"))
}
