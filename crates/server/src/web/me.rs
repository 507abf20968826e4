//! A user's own affairs: name and language, and the doors to address, password, devices and memberships.

mod address;
mod authenticator;
mod devices;
mod notices;
mod passkey;
mod password;
mod qr;
mod ways;

use app::actor::Actor;
use app::memberships::Membership;
use app::{sessions, users};
use askama::Template;
use axum::response::Response;

use super::errors::{render, render_again};
use super::face::Face;
use super::forms::{Form, Typed};
use super::frame::{Frame, Place};
use super::l10n::Locale;
use super::stop::{Answer, Stop};
use super::visitor::{Visitor, face_of};
use crate::routes::Routes;
use crate::state::Server;
pub use devices::named;

/// The routes of these pages.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    let routes = routes.get("/me", show).post("/me", save).post("/switch", switch);
    let pages = [
        address::routes,
        password::routes,
        devices::routes,
        ways::routes,
        passkey::routes,
        authenticator::routes,
        notices::routes,
    ];
    pages.iter().fold(routes, |routes, page| page(routes))
}

/// `me.html`.
#[derive(Template)]
#[template(path = "me.html")]
struct MePage {
    page: Frame,
    form: Form,
    email: String,
    locales: [Locale; 5],
    memberships: Vec<Row>,
}

/// A membership that is active or waits.
struct Row {
    id: i64,
    face: Face,
    name: String,
    exchange: String,
    number: String,
    in_use: bool,
}

impl MePage {
    fn new(visitor: &Visitor, form: Form) -> Result<Self, Stop> {
        let user = visitor.actor.signed_in()?;
        let acting = visitor.actor.acting().map(|acting| acting.member);
        let row = |found: &Membership| Row {
            id: found.member.0,
            face: face_of(found),
            name: found.name.clone(),
            exchange: found.exchange_name.clone(),
            number: found.number.clone().unwrap_or_default(),
            in_use: Some(found.member) == acting,
        };
        Ok(Self {
            page: own_page(visitor, "me-title"),
            email: user.email.clone().unwrap_or_default(),
            form,
            locales: Locale::ALL,
            memberships: visitor.actor.memberships().iter().map(row).collect(),
        })
    }
}

/// The frame of a page of one's own affairs.
fn own_page(visitor: &Visitor, title: &str) -> Frame {
    visitor.frame.clone().titled(title).at(Place::More)
}

async fn show(visitor: Visitor) -> Answer {
    let user = visitor.actor.signed_in()?;
    let form = Form::begin(Typed::from_pairs([("name", &user.name), ("locale", &user.locale)]));
    Ok(render(&MePage::new(&visitor, form)?))
}

async fn save(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let (name, locale) = (form.typed.get("name"), form.typed.get("locale"));
    let outcome = users::edit(visitor.app(), &visitor.actor, name, locale).await;
    match form.take(&visitor.frame.l, outcome)? {
        Some(()) => Ok(visitor.noticed("/me", "notice-saved")),
        None => Ok(render_again(&MePage::new(&visitor, form)?)),
    }
}

/// `POST /switch`: acts for another member from now on.
async fn switch(visitor: Visitor, typed: Typed) -> Answer {
    let wanted: i64 = typed.get("member").parse().map_err(|_| Stop::not_found())?;
    let found = memberships(&visitor.actor).find(|found| found.member.0 == wanted);
    let found = found.ok_or_else(Stop::not_found)?;
    sessions::switch(visitor.app(), &visitor.actor, found.member).await?;
    Ok(home(&visitor, found))
}

fn memberships(actor: &Actor) -> impl Iterator<Item = &Membership> {
    actor.memberships().iter()
}

fn home(visitor: &Visitor, membership: &Membership) -> Response {
    visitor.see_other(&format!("/{}", membership.code))
}
