//! Who operates a member's account, and which of them have a task in the exchange.

use app::actor::Action;
use app::memberships::{self, Given, Operator, Role};
use askama::Template;
use axum::extract::Path;
use ledger::UserId;

use super::person::One;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/people/{number}/keys", show)
        .post("/{code}/admin/people/{number}/keys/remove", remove)
        .post("/{code}/admin/people/{number}/keys/invite", invite)
        .post("/{code}/admin/people/{number}/keys/give", give)
        .post("/{code}/admin/people/{number}/keys/take", take)
}

/// `admin-keys.html`.
#[derive(Template)]
#[template(path = "admin-keys.html")]
struct KeysPage {
    page: Frame,
    form: Form,
    one: One,
    operators: Vec<Key>,
    may_give: bool,
    may_remove: bool,
    may_invite: bool,
}

/// Somebody who operates the account.
struct Key {
    user: i64,
    name: String,
    email: String,
    since: i64,
    is_coordinator: bool,
    is_admin: bool,
}

impl Key {
    fn of(operator: &Operator, given: &[Given]) -> Self {
        let has = |role| given.iter().any(|given| given.user_id == operator.user_id && given.role == role);
        Self {
            user: operator.user_id.0,
            name: operator.name.clone(),
            email: operator.email.clone().unwrap_or_default(),
            since: operator.added_at.0,
            is_coordinator: has(Role::Coordinator),
            is_admin: has(Role::Admin),
        }
    }
}

impl KeysPage {
    async fn new(here: &Here, number: &str, form: Form) -> Result<Self, Stop> {
        let one = One::of(here, number).await?;
        let operators = memberships::list_operators(here.app(), &here.actor, one.member.id).await?;
        let given = memberships::list_roles(here.app(), &here.actor, here.id()).await?;
        let own = one.member.kind == app::members::Kind::Administration;
        Ok(Self {
            page: one.task(here, "admin-do-keys"),
            form,
            may_give: here.can(Action::GiveRoles),
            may_remove: here.can(Action::EditAnyProfile) && operators.len() > 1 && !own,
            may_invite: here.can(Action::WelcomeMembers) && operators.is_empty() && !own,
            operators: operators.iter().map(|operator| Key::of(operator, &given)).collect(),
            one,
        })
    }
}

type Named = Path<(String, String)>;

async fn show(here: Here, Path((_, number)): Named) -> Answer {
    Ok(render(&KeysPage::new(&here, &number, Form::default()).await?))
}

fn user(typed: &Typed) -> Result<UserId, Stop> {
    typed.get("user").parse().map(UserId).map_err(|_| Stop::not_found())
}

fn role(typed: &Typed) -> Result<Role, Stop> {
    Role::parse(typed.get("role")).ok_or_else(Stop::not_found)
}

async fn remove(here: Here, Path((_, number)): Named, typed: Typed) -> Answer {
    let one = One::of(&here, &number).await?;
    memberships::remove_operator(here.app(), &here.actor, one.member.id, user(&typed)?).await?;
    Ok(here.noticed(&format!("{}/keys", one.href), "notice-saved"))
}

async fn invite(here: Here, Path((_, number)): Named, typed: Typed) -> Answer {
    let one = One::of(&here, &number).await?;
    let mut form = Form::begin(typed);
    let email = form.typed.get("email");
    let outcome = memberships::invite_operator(here.app(), &here.actor, one.member.id, email).await;
    if form.take(&here.frame.l, outcome)?.is_none() {
        return Ok(render_again(&KeysPage::new(&here, &number, form).await?));
    }
    Ok(here.noticed(&one.href, "notice-letter-sent"))
}

async fn give(here: Here, Path((_, number)): Named, typed: Typed) -> Answer {
    let one = One::of(&here, &number).await?;
    memberships::give_role(here.app(), &here.actor, here.id(), user(&typed)?, role(&typed)?).await?;
    Ok(here.noticed(&format!("{}/keys", one.href), "notice-saved"))
}

async fn take(here: Here, Path((_, number)): Named, typed: Typed) -> Answer {
    let one = One::of(&here, &number).await?;
    memberships::take_role(here.app(), &here.actor, here.id(), user(&typed)?, role(&typed)?).await?;
    Ok(here.noticed(&format!("{}/keys", one.href), "notice-saved"))
}
