//! Joining an exchange: what it means, the form to ask for it, and the answer that one waits for.

use app::exchanges::Joining;
use app::invitations;
use app::members::{self, Application, Kind, MemberId, State};
use app::memberships::Membership;
use app::people::contacts::{self, Contact};
use askama::Template;

use super::areas::{Choices, choices};
use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::Frame;
use super::profile::typed_profile;
use super::stop::{Answer, Stop, encoded};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of joining.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/join", show).post("/{code}/join", apply).post("/{code}/join/withdraw", withdraw)
}

/// `join.html`: for visitors and for those who ask.
#[derive(Template)]
#[template(path = "join.html")]
struct JoinPage {
    page: Frame,
    form: Form,
    step: Step,
    /// Who invites, and to which address; none without an invitation that stands.
    invited_by: Option<String>,
    /// One line that the exchange says of itself.
    tagline: String,
    terms: String,
    terms_version: i64,
    /// How far a new member may go below zero, with the unit; empty: as far as they like.
    floor: String,
    unit: String,
    areas: Choices,
    /// Where signing in or registering comes back to.
    back: String,
}

/// What the reader can do here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Sign in or register first.
    SignIn,
    /// Fill in the form.
    Ask,
    /// Needs an invitation.
    Invited,
    /// Nobody joins just now.
    Closed,
}

/// `applied.html`: what one waits for.
#[derive(Template)]
#[template(path = "applied.html")]
struct AppliedPage {
    page: Frame,
    name: String,
    application: String,
    applied_at: i64,
}

/// `GET /{code}/join?invitation=…`
async fn show(here: Here) -> Answer {
    if let Some(waiting) = waiting(&here) {
        return applied(&here, waiting.member).await;
    }
    let token = here.query.get("invitation").to_owned();
    let invitation = invitation(&here, &token).await?;
    let mut typed = Typed::from_pairs([("kind", Kind::Individual.as_str())]);
    if here.membership.is_none()
        && let Some(user) = here.actor.user()
    {
        typed.set("name", user.name.clone());
        if let Some(address) = &user.email {
            let own = Contact {
                kind: contacts::Kind::Mail,
                value: address.clone(),
                sight: contacts::Sight::Exchange,
            };
            super::contacts::fill(&mut typed, &[own]);
        }
    }
    typed.set("invitation", token);
    Ok(render(&page(&here, Form::begin(typed), invitation).await?))
}

/// `POST /{code}/join`
async fn apply(here: Here, typed: Typed) -> Answer {
    here.actor.signed_in()?;
    let mut form = Form::begin(typed);
    let profile = typed_profile(&form.typed);
    let application = Application {
        exchange: here.id(),
        kind: kind(form.typed.get("kind")),
        profile: &profile,
        words: form.typed.get("application"),
        accepted_terms: accepted(&form.typed),
        invitation: form.typed.get("invitation"),
    };
    let asked = members::apply(here.app(), &here.actor, application).await;
    let Some(member) = form.take(&here.frame.l, asked)? else {
        let invitation = invitation(&here, form.typed.get("invitation")).await?;
        return Ok(render_again(&page(&here, form, invitation).await?));
    };
    // An administrator's invitation was the welcome: who comes with one is a member already.
    let actor = app::actor::Actor::of_user(here.app(), here.actor.id()).await?;
    let now = members::own(here.app(), &actor, member).await?;
    Ok(match now.state {
        State::Active => here.noticed(&here.frame.to(""), "notice-joined"),
        State::Applied | State::Declined | State::Left => {
            here.noticed(&here.frame.to("join"), "notice-applied")
        }
    })
}

/// `POST /{code}/join/withdraw`
async fn withdraw(here: Here) -> Answer {
    here.actor.signed_in()?;
    let waiting = waiting(&here).ok_or_else(Stop::not_found)?.member;
    members::withdraw(here.app(), &here.actor, waiting).await?;
    Ok(here.noticed(&here.frame.to("join"), "notice-withdrawn"))
}

/// The version of the terms that the box was ticked for.
fn accepted(typed: &Typed) -> Option<i64> {
    typed.get("terms_version").parse().ok().filter(|_| typed.has("terms"))
}

fn kind(typed: &str) -> Kind {
    let offered = [Kind::Individual, Kind::Shared, Kind::Organisation, Kind::Company];
    // The kind that nobody may ask for is told as a choice that is not offered.
    offered.into_iter().find(|kind| kind.as_str() == typed).unwrap_or(Kind::Administration)
}

fn waiting(here: &Here) -> Option<&Membership> {
    let waits = |found: &&Membership| found.exchange == here.id() && found.state == State::Applied;
    here.actor.memberships().iter().find(waits)
}

async fn applied(here: &Here, member: MemberId) -> Answer {
    let waiting = members::own(here.app(), &here.actor, member).await?;
    Ok(render(&AppliedPage {
        page: here.frame.clone().titled("applied-title"),
        name: waiting.name,
        application: waiting.application,
        applied_at: waiting.applied_at.0,
    }))
}

/// The name of who invites; none when the link leads elsewhere or stands no more.
async fn invitation(here: &Here, token: &str) -> Result<Option<String>, Stop> {
    match invitations::look(here.app(), token).await {
        Ok(found) => Ok((found.exchange.id == here.id()).then_some(found.inviter)),
        Err(app::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

async fn page(here: &Here, form: Form, invited_by: Option<String>) -> Result<JoinPage, Stop> {
    let (areas, _) = choices(here, None).await?;
    let exchange = &here.exchange;
    let step = match exchange.joining {
        Joining::Closed => Step::Closed,
        Joining::Invited if invited_by.is_none() => Step::Invited,
        Joining::Open | Joining::Invited if here.actor.user().is_none() => Step::SignIn,
        Joining::Open | Joining::Invited => Step::Ask,
    };
    let page = here.frame.clone().visitor();
    let title = page.with("exchange", exchange.name.as_str()).t("join-title");
    let floor = here.policy.floor.map(|floor| page.amount(floor.at, &here.unit));
    let token = form.typed.get("invitation");
    let join = here.frame.to("join");
    let back = if token.is_empty() { join } else { format!("{join}?invitation={}", encoded(token)) };
    Ok(JoinPage {
        areas,
        page: page.titled_as(title),
        step,
        invited_by,
        tagline: exchange.tagline.clone(),
        terms: exchange.terms.clone(),
        terms_version: exchange.terms_version,
        floor: floor.unwrap_or_default(),
        unit: here.unit.plural.clone(),
        back: encoded(&back),
        form,
    })
}
