//! A member's page, changed by an administrator; and the fields that a profile has.

use app::actor::Action;
use app::members::{self, ProfileForm};
use askama::Template;
use axum::extract::Path;

use super::person::One;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::stop::Answer;
use crate::web::visitor::Here;

/// Adds the routes of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/people/{number}/profile", show)
        .post("/{code}/admin/people/{number}/profile", save)
}

/// `admin-profile.html`.
#[derive(Template)]
#[template(path = "admin-profile.html")]
struct ProfilePage {
    page: Frame,
    form: Form,
    one: One,
}

impl ProfilePage {
    fn new(here: &Here, one: One, form: Form) -> Self {
        Self { page: one.task(here, "admin-do-profile"), form, one }
    }
}

/// What was typed about a member. The portrait is the member's own affair and stays.
pub(super) fn typed_profile(typed: &Typed, portrait: &str) -> ProfileForm {
    let text = |name: &str| typed.get(name).to_owned();
    ProfileForm {
        name: text("name"),
        about: text("about"),
        place: text("place"),
        email: text("email"),
        phone: text("phone"),
        website: text("website"),
        portrait: portrait.to_owned(),
    }
}

async fn show(here: Here, Path((_, number)): Path<(String, String)>) -> Answer {
    here.may(Action::EditAnyProfile)?;
    let one = One::of(&here, &number).await?;
    let member = &one.member;
    let form = Form::begin(Typed::from_pairs(
        [
            ("name", &member.name),
            ("about", &member.about),
            ("place", &member.place),
            ("email", &member.email),
            ("phone", &member.phone),
            ("website", &member.website),
        ]
        .map(|(name, value)| (name, value.clone())),
    ));
    Ok(render(&ProfilePage::new(&here, one, form)))
}

async fn save(here: Here, Path((_, number)): Path<(String, String)>, typed: Typed) -> Answer {
    here.may(Action::EditAnyProfile)?;
    let one = One::of(&here, &number).await?;
    let mut form = Form::begin(typed);
    let profile = typed_profile(&form.typed, &one.member.portrait);
    let outcome = members::edit_profile(here.app(), &here.actor, one.member.id, &profile).await;
    if form.take(&here.frame.l, outcome)?.is_none() {
        return Ok(render_again(&ProfilePage::new(&here, one, form)));
    }
    Ok(here.noticed(&one.href, "notice-saved"))
}
