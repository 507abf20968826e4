//! Leaving an exchange, with what that means.

use app::accounts;
use app::actor::{Action, Subject};
use app::members::{self, Kind};
use askama::Template;

use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::{Frame, Place};
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of leaving.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/leave", show).post("/{code}/leave", leave)
}

/// `leave.html`.
#[derive(Template)]
#[template(path = "leave.html")]
struct LeavePage {
    page: Frame,
    form: Form,
    /// Whether the balance is zero, so that one can leave.
    is_even: bool,
    /// Where one stands, in a sentence with what would help.
    standing: String,
}

/// `GET /{code}/leave`
async fn show(here: Here) -> Answer {
    Ok(render(&page(&here, Form::default()).await?))
}

/// `POST /{code}/leave`
async fn leave(here: Here, typed: Typed) -> Answer {
    let member = here.member()?.member;
    let mut form = Form::begin(typed);
    if !form.typed.has("sure") {
        form.errors.add_code(&here.frame.l, "sure", "error-sure", &[]);
        return Ok(render_again(&page(&here, form).await?));
    }
    members::leave(here.app(), &here.actor, member).await?;
    Ok(here.noticed("/", "notice-left"))
}

async fn page(here: &Here, form: Form) -> Result<LeavePage, Stop> {
    let (own, id) = (here.member()?, here.account()?);
    here.actor.may(Action::Leave, Subject::member(here.id(), own.member))?;
    if own.kind == Kind::Administration {
        return Err(Stop::not_found());
    }
    let account = accounts::account(here.app(), &here.actor, id).await?;
    let frame = here.frame.clone();
    let title = frame.with("exchange", frame.home_name()).t("account-leave");
    let frame = frame.titled_as(title).at(Place::More);
    let key = match account.balance {
        ..0 => "leave-below",
        0 => "leave-even",
        1.. => "leave-above",
    };
    let standing = frame.with("amount", frame.amount(account.balance.abs(), &here.unit)).t(key);
    Ok(LeavePage { page: frame, form, is_even: account.balance == 0, standing })
}
