//! Inviting somebody to join, by a letter with a link.

use app::actor::Action;
use app::exchanges::Joining;
use app::invitations;
use askama::Template;

use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::{Frame, Place};
use super::stop::Answer;
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of inviting.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/invite", show).post("/{code}/invite", send)
}

/// `invite.html`.
#[derive(Template)]
#[template(path = "invite.html")]
struct InvitePage {
    page: Frame,
    form: Form,
    /// Whether anybody can join at all just now.
    is_open: bool,
    /// Whether this invitation is the welcome.
    welcomes: bool,
}

impl InvitePage {
    fn new(here: &Here, form: Form) -> Self {
        Self {
            page: here.frame.clone().titled("invite-title").at(Place::More),
            form,
            is_open: here.exchange.joining != Joining::Closed,
            welcomes: here.can(Action::WelcomeMembers),
        }
    }
}

/// `GET /{code}/invite`
async fn show(here: Here) -> Answer {
    here.may(Action::Invite)?;
    Ok(render(&InvitePage::new(&here, Form::default())))
}

/// `POST /{code}/invite`
async fn send(here: Here, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let sent = invitations::invite(here.app(), &here.actor, here.id(), form.typed.get("email")).await;
    if form.take(&here.frame.l, sent)?.is_none() {
        return Ok(render_again(&InvitePage::new(&here, form)));
    }
    Ok(here.noticed(&here.frame.to("invite"), "notice-invited"))
}
