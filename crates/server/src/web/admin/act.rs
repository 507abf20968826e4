//! Stopping and starting an account: lock, rest, suspend, end. What each does is said before it is done, and why is asked.

use app::accounts::{self, Lock};
use app::actor::Action;
use app::members;
use askama::Template;
use axum::extract::Path;
use ledger::account::State;

use super::limits::need_reason;
use super::person::One;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::l10n::UnitView;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/admin/people/{number}/{act}", show).post("/{code}/admin/people/{number}/{act}", act)
}

/// What is done to an account.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Lock,
    Unlock,
    Rest,
    Wake,
    Suspend,
    Lift,
    Close,
}

impl Act {
    fn parse(word: &str) -> Result<Self, Stop> {
        Ok(match word {
            "lock" => Self::Lock,
            "unlock" => Self::Unlock,
            "rest" => Self::Rest,
            "wake" => Self::Wake,
            "suspend" => Self::Suspend,
            "lift" => Self::Lift,
            "close" => Self::Close,
            _ => return Err(Stop::not_found()),
        })
    }

    const fn action(self) -> Action {
        match self {
            Self::Lock | Self::Unlock => Action::SetLock,
            Self::Rest | Self::Wake | Self::Suspend | Self::Lift => Action::SetState,
            Self::Close => Action::EndMembership,
        }
    }

    async fn done(self, here: &Here, one: &One, reason: &str) -> app::Result<()> {
        let (app, actor, account) = (here.app(), &here.actor, one.account.id);
        match self {
            Self::Lock => accounts::set_lock(app, actor, account, Lock::CreditOnly, reason).await,
            Self::Unlock => accounts::set_lock(app, actor, account, Lock::Free, reason).await,
            Self::Rest => accounts::set_state(app, actor, account, State::Disabled, reason).await,
            Self::Wake | Self::Lift => accounts::set_state(app, actor, account, State::Active, reason).await,
            Self::Suspend => accounts::set_state(app, actor, account, State::Suspended, reason).await,
            Self::Close => members::end_membership(app, actor, one.member.id, reason).await,
        }
    }
}

/// `admin-act.html`.
#[derive(Template)]
#[template(path = "admin-act.html")]
struct ActPage {
    page: Frame,
    form: Form,
    unit: UnitView,
    one: One,
    lead: String,
    /// What happens, and what does not.
    effects: Vec<String>,
    button: String,
}

impl ActPage {
    fn new(here: &Here, one: One, (word, form): (&str, Form)) -> Self {
        let said = here.frame.l.with("name", &one.short);
        let page = one.task(here, &format!("admin-do-{word}"));
        let effects = said.t(&format!("admin-effect-{word}")).split('\n').map(str::to_owned).collect();
        let (lead, button) = (said.t(&format!("admin-do-{word}-sub")), page.title.clone());
        Self { page, form, unit: here.unit.clone(), one, lead, effects, button }
    }
}

type Named = Path<(String, String, String)>;

async fn show(here: Here, Path((_, number, word)): Named) -> Answer {
    here.may(Act::parse(&word)?.action())?;
    let one = One::of(&here, &number).await?;
    Ok(render(&ActPage::new(&here, one, (&word, Form::default()))))
}

async fn act(here: Here, Path((_, number, word)): Named, typed: Typed) -> Answer {
    let act = Act::parse(&word)?;
    here.may(act.action())?;
    let one = One::of(&here, &number).await?;
    let mut form = Form::begin(typed);
    need_reason(&here, &mut form);
    if !form.errors.is_empty() {
        return Ok(render_again(&ActPage::new(&here, one, (&word, form))));
    }
    act.done(&here, &one, form.typed.get("reason")).await?;
    Ok(here.noticed(&one.href, "notice-saved"))
}
