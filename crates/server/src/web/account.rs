//! One's own account: how requests are accepted, who else operates it, resting, and terms that have changed.

mod answers;

use app::accounts::{self, AcceptForm, Accepting};
use app::actor::{Action, Subject};
use app::members;
use app::memberships::{self, Membership};
use app::statements;
use askama::Template;
use axum::response::Response;
use ledger::account::State;
use ledger::{AccountId, UserId};

use self::answers::Answers;
use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::{Frame, Place};
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of one's own account.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/account", show)
        .post("/{code}/account/requests", set_requests)
        .post("/{code}/account/operators", invite_operator)
        .post("/{code}/account/operators/remove", remove_operator)
        .post("/{code}/account/rest", rest)
        .post("/{code}/account/wake", wake)
        .post("/{code}/account/terms", accept_terms)
}

/// `account.html`.
#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    page: Frame,
    form: Form,
    number: String,
    /// The answers, when they are this reader's to give.
    answers: Option<Answers>,
    /// Who operates it.
    operators: Vec<Operator>,
    /// Whether this reader may let others operate it.
    shares: bool,
    resting: Resting,
    /// The terms; empty when there are none.
    terms: String,
    terms_version: i64,
    /// Whether they changed since they were accepted.
    terms_changed: bool,
    leaves: bool,
}

/// Somebody who operates the account.
struct Operator {
    id: i64,
    name: String,
    email: String,
    added_at: i64,
    is_me: bool,
}

/// Whether the account rests.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Resting {
    /// It takes part, and may be laid to rest.
    Awake,
    /// It rests, and may be woken.
    Asleep,
    /// An administrator has stopped it.
    Stopped,
    /// Not this reader's affair.
    Fixed,
}

/// What the page is about, read once.
struct Own {
    membership: Membership,
    account: AccountId,
    terms: String,
}

impl Own {
    fn of(here: &Here) -> Result<Self, Stop> {
        let membership = here.member()?.clone();
        Ok(Self { account: here.account()?, membership, terms: here.exchange.terms.clone() })
    }

    fn can(&self, here: &Here, action: Action) -> bool {
        here.actor.can(action, Subject::account(here.id(), self.account))
    }

    /// Itself, unless it is the exchange's own account, which its administrators keep.
    fn is_personal(&self) -> bool {
        self.membership.kind != members::Kind::Administration
    }
}

/// `GET /{code}/account`
async fn show(here: Here) -> Answer {
    Ok(render(&page(&here, Form::default()).await?))
}

/// `POST /{code}/account/requests`: how requests are accepted.
async fn set_requests(here: Here, typed: Typed) -> Answer {
    let account = here.account()?;
    let answer = AcceptForm {
        answer: typed.get("acceptance").to_owned(),
        days: typed.get("days").to_owned(),
        listed: typed.all("listed").map(str::to_owned).collect(),
        more: typed.get("more").to_owned(),
    };
    let set = accounts::set_accepting(here.app(), &here.actor, account, &answer).await;
    done(&here, typed, set, "notice-requests").await
}

/// `POST /{code}/account/operators`: invites somebody to operate it too.
async fn invite_operator(here: Here, typed: Typed) -> Answer {
    let member = here.member()?.member;
    let invited = memberships::invite_operator(here.app(), &here.actor, member, typed.get("email")).await;
    done(&here, typed, invited, "notice-operator-invited").await
}

/// `POST /{code}/account/operators/remove`
async fn remove_operator(here: Here, typed: Typed) -> Answer {
    let member = here.member()?.member;
    let user = UserId(typed.get("user").parse().map_err(|_| Stop::not_found())?);
    memberships::remove_operator(here.app(), &here.actor, member, user).await?;
    let href = if user == here.actor.id() { "/".to_owned() } else { here.frame.to("account") };
    Ok(here.noticed(&href, "notice-operator-removed"))
}

/// `POST /{code}/account/rest`
async fn rest(here: Here) -> Answer {
    let account = here.account()?;
    accounts::set_state(here.app(), &here.actor, account, State::Disabled, "").await?;
    Ok(here.noticed(&here.frame.to("account"), "notice-resting"))
}

/// `POST /{code}/account/wake`
async fn wake(here: Here) -> Answer {
    let account = here.account()?;
    accounts::set_state(here.app(), &here.actor, account, State::Active, "").await?;
    Ok(here.noticed(&here.frame.to("account"), "notice-awake"))
}

/// `POST /{code}/account/terms`: accepts the terms of the version that was read.
async fn accept_terms(here: Here, typed: Typed) -> Answer {
    let member = here.member()?.member;
    let version = typed.get("version").parse().unwrap_or(0);
    let accepted = members::accept_terms(here.app(), &here.actor, member, version).await;
    done(&here, typed, accepted, "notice-terms").await
}

/// Back to the page with a notice, or the page with what was typed and what is wrong.
async fn done(here: &Here, typed: Typed, outcome: app::Result<()>, notice: &'static str) -> Answer {
    let mut form = Form::begin(typed);
    if form.take(&here.frame.l, outcome)?.is_some() {
        return Ok(here.noticed(&here.frame.to("account"), notice));
    }
    again(here, form).await
}

async fn again(here: &Here, form: Form) -> Result<Response, Stop> {
    Ok(render_again(&page(here, form).await?))
}

async fn page(here: &Here, form: Form) -> Result<AccountPage, Stop> {
    let own = Own::of(here)?;
    let account = accounts::account(here.app(), &here.actor, own.account).await?;
    let mut form = form;
    let answers = if own.can(here, Action::SetOwnSwitches) {
        Some(answers(here, &mut form, &own).await?)
    } else {
        None
    };
    Ok(AccountPage {
        page: here.frame.clone().titled("account-title").at(Place::More),
        form,
        number: own.membership.number.clone().unwrap_or_default(),
        answers,
        operators: operators(here, &own).await?,
        shares: own.is_personal() && own.can(here, Action::ShareAccount),
        resting: resting(here, &own, account.state),
        terms_version: own.membership.terms_now,
        terms_changed: !own.terms.is_empty() && own.membership.terms_version < own.membership.terms_now,
        terms: own.terms.clone(),
        leaves: own.is_personal() && own.can(here, Action::Leave),
    })
}

async fn answers(here: &Here, form: &mut Form, own: &Own) -> Result<Answers, Stop> {
    let now: Accepting = accounts::accepting(here.app(), &here.actor, own.account).await?;
    let partners = statements::recent_partners(here.app(), &here.actor, own.account).await?;
    answers::begin(form, &now);
    Ok(Answers::new(here, form, &now, &partners))
}

async fn operators(here: &Here, own: &Own) -> Result<Vec<Operator>, Stop> {
    if !own.can(here, Action::ShareAccount) {
        return Ok(Vec::new());
    }
    let listed = memberships::list_operators(here.app(), &here.actor, own.membership.member).await?;
    let one = |found: memberships::Operator| Operator {
        id: found.user_id.0,
        is_me: found.user_id == here.actor.id(),
        name: found.name,
        email: found.email.unwrap_or_default(),
        added_at: found.added_at.0,
    };
    Ok(listed.into_iter().map(one).collect())
}

fn resting(here: &Here, own: &Own, state: State) -> Resting {
    match state {
        State::Suspended => Resting::Stopped,
        _ if !own.is_personal() || !own.can(here, Action::RestAccount) => Resting::Fixed,
        State::Active => Resting::Awake,
        State::Disabled => Resting::Asleep,
        State::Closed => Resting::Fixed,
    }
}
