//! A member's page, changed by an administrator; and the fields that a profile has.

use app::actor::Action;
use app::members::{self, ProfileForm};
use app::people;
use askama::Template;
use axum::extract::Path;

use super::person::One;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::areas::{Choices, choices};
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::profile;
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
    areas: Choices,
}

impl ProfilePage {
    fn new(here: &Here, one: One, (form, areas): (Form, Choices)) -> Self {
        Self { page: one.task(here, "admin-do-profile"), form, one, areas }
    }
}

/// What was typed about a member. The portrait is the member's own affair and stays.
pub(super) fn typed_profile(typed: &Typed, portrait: &str) -> ProfileForm {
    ProfileForm { portrait: portrait.to_owned(), ..profile::typed_profile(typed) }
}

async fn show(here: Here, Path((_, number)): Path<(String, String)>) -> Answer {
    here.may(Action::EditAnyProfile)?;
    let one = One::of(&here, &number).await?;
    let reached = people::contacts::of_member(here.app(), &here.actor, &one.member).await?;
    let (areas, area) = choices(&here, one.member.area).await?;
    let mut form = Form::begin(profile::filled(&one.member, &reached));
    form.typed.set("area", area);
    Ok(render(&ProfilePage::new(&here, one, (form, areas))))
}

async fn save(here: Here, Path((_, number)): Path<(String, String)>, typed: Typed) -> Answer {
    here.may(Action::EditAnyProfile)?;
    let one = One::of(&here, &number).await?;
    let mut form = Form::begin(typed);
    let profile = typed_profile(&form.typed, &one.member.portrait);
    let outcome = members::edit_profile(here.app(), &here.actor, one.member.id, &profile).await;
    if form.take(&here.frame.l, outcome)?.is_none() {
        let (areas, _) = choices(&here, one.member.area).await?;
        return Ok(render_again(&ProfilePage::new(&here, one, (form, areas))));
    }
    Ok(here.noticed(&one.href, "notice-saved"))
}
