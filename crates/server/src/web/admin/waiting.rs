//! Who asks to join: a card each, with a welcome and a "not now".

use app::actor::{Action, Subject};
use app::members::{self, Member, MemberId};
use askama::Template;
use axum::extract::Path;

use super::frame;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::face::Face;
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/waiting", show)
        .post("/{code}/admin/waiting/{member}/welcome", welcome)
        .get("/{code}/admin/waiting/{member}/decline", ask)
        .post("/{code}/admin/waiting/{member}/decline", decline)
}

/// `admin-waiting.html`.
#[derive(Template)]
#[template(path = "admin-waiting.html")]
struct WaitingPage {
    page: Frame,
    applicants: Vec<Applicant>,
    may_decide: bool,
}

/// `admin-decline.html`.
#[derive(Template)]
#[template(path = "admin-decline.html")]
struct DeclinePage {
    page: Frame,
    form: Form,
    applicant: Applicant,
}

struct Applicant {
    id: i64,
    name: String,
    /// The first name, for buttons.
    short: String,
    place: String,
    words: String,
    about: String,
    face: Face,
    kind: &'static str,
    applied_at: i64,
    is_invited: bool,
}

impl Applicant {
    fn of(member: &Member) -> Self {
        let short = member.name.split_whitespace().next().unwrap_or_default().to_owned();
        Self {
            id: member.id.0,
            short,
            name: member.name.clone(),
            place: member.place.clone(),
            words: member.application.clone(),
            about: member.about.clone(),
            face: Face::new(&member.name, &member.id.0.to_string(), member.kind.as_str(), &member.portrait),
            kind: member.kind.as_str(),
            applied_at: member.applied_at.0,
            is_invited: member.invited_by.is_some(),
        }
    }
}

async fn show(here: Here) -> Answer {
    let members = members::applicants(here.app(), &here.actor, here.id()).await?;
    let page = frame(&here, "admin-waiting-title");
    let may_decide = here.can(Action::WelcomeMembers);
    let applicants = members.iter().map(Applicant::of).collect();
    Ok(render(&WaitingPage { page, applicants, may_decide }))
}

/// The applicant of this id in this exchange.
async fn applicant(here: &Here, id: i64) -> Result<Member, Stop> {
    here.actor.may(Action::WelcomeMembers, Subject::exchange(here.id()))?;
    let waiting = members::applicants(here.app(), &here.actor, here.id()).await?;
    waiting.into_iter().find(|member| member.id == MemberId(id)).ok_or_else(Stop::not_found)
}

async fn welcome(here: Here, Path((_, id)): Path<(String, i64)>) -> Answer {
    let found = applicant(&here, id).await?;
    members::welcome(here.app(), &here.actor, found.id).await?;
    Ok(here.noticed(&here.frame.to("admin/waiting"), "notice-welcomed"))
}

fn decline_page(here: &Here, found: &Member, form: Form) -> DeclinePage {
    let page = frame(here, "admin-decline-title").task(here.frame.to("admin/waiting"));
    DeclinePage { page, form, applicant: Applicant::of(found) }
}

async fn ask(here: Here, Path((_, id)): Path<(String, i64)>) -> Answer {
    let found = applicant(&here, id).await?;
    Ok(render(&decline_page(&here, &found, Form::default())))
}

async fn decline(here: Here, Path((_, id)): Path<(String, i64)>, typed: Typed) -> Answer {
    let found = applicant(&here, id).await?;
    let mut form = Form::begin(typed);
    let outcome = members::decline(here.app(), &here.actor, found.id, form.typed.get("reason")).await;
    if form.take(&here.frame.l, outcome)?.is_none() {
        return Ok(render_again(&decline_page(&here, &found, form)));
    }
    Ok(here.noticed(&here.frame.to("admin/waiting"), "notice-declined"))
}
