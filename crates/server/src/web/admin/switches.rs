//! A member's own answers to the exchange's switches: who may record, and how requests are accepted.

use app::accounts;
use app::actor::Action;
use askama::Template;
use axum::extract::Path;
use ledger::account::{Acceptance, Overrides};

use super::limits::need_reason;
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
        .get("/{code}/admin/people/{number}/switches", show)
        .post("/{code}/admin/people/{number}/switches", save)
}

/// `admin-switches.html`.
#[derive(Template)]
#[template(path = "admin-switches.html")]
struct SwitchesPage {
    page: Frame,
    form: Form,
    one: One,
    /// Whether a list of accounts, kept by the holder, is accepted from.
    has_list: bool,
}

impl SwitchesPage {
    fn new(here: &Here, one: One, form: Form) -> Self {
        let has_list = matches!(one.account.overrides.acceptance, Some(Acceptance::From(_)));
        Self { page: one.task(here, "admin-do-switches"), form, one, has_list }
    }
}

const fn word(answer: Option<bool>) -> &'static str {
    match answer {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    }
}

fn answer(form: &Form, name: &str) -> Option<bool> {
    match form.typed.get(name) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

async fn show(here: Here, Path((_, number)): Path<(String, String)>) -> Answer {
    here.may(Action::SetLimits)?;
    let one = One::of(&here, &number).await?;
    let own = &one.account.overrides;
    let mut typed = Typed::from_pairs([
        ("pays", word(own.payer_pays)),
        ("records", word(own.payee_records)),
        ("requests", word(own.payee_requests)),
    ]);
    put_acceptance(&mut typed, own.acceptance.as_ref());
    Ok(render(&SwitchesPage::new(&here, one, Form::begin(typed))))
}

async fn save(here: Here, Path((_, number)): Path<(String, String)>, typed: Typed) -> Answer {
    here.may(Action::SetLimits)?;
    let one = One::of(&here, &number).await?;
    let mut form = Form::begin(typed);
    let overrides = Overrides {
        payer_pays: answer(&form, "pays"),
        payee_records: answer(&form, "records"),
        payee_requests: answer(&form, "requests"),
        acceptance: read_acceptance(&here, &mut form, one.account.overrides.acceptance.as_ref()),
    };
    need_reason(&here, &mut form);
    if !form.errors.is_empty() {
        return Ok(render_again(&SwitchesPage::new(&here, one, form)));
    }
    let reason = form.typed.get("reason");
    accounts::set_overrides(here.app(), &here.actor, one.account.id, overrides, reason).await?;
    Ok(here.noticed(&one.href, "notice-saved"))
}

/// Fills how requests are accepted into the fields of a form.
pub(super) fn put_acceptance(typed: &mut Typed, acceptance: Option<&Acceptance>) {
    let word = match acceptance {
        None => "",
        Some(Acceptance::Asked) => "asked",
        Some(Acceptance::Everything) => "everything",
        Some(Acceptance::From(_)) => "list",
        Some(Acceptance::AfterDays(days)) => {
            typed.set("silence", days.to_string());
            "days"
        }
    };
    typed.set("acceptance", word);
}

/// Reads how requests are accepted; a list of accounts is the holder's own and stays as it was.
pub(super) fn read_acceptance(
    here: &Here,
    form: &mut Form,
    before: Option<&Acceptance>,
) -> Option<Acceptance> {
    match form.typed.get("acceptance") {
        "asked" => Some(Acceptance::Asked),
        "everything" => Some(Acceptance::Everything),
        "list" => before.cloned(),
        "days" => read_days(here, form, "silence", 1).map(Acceptance::AfterDays),
        _ => None,
    }
}

/// Reads a number of days, from `least` to ten years.
pub(super) fn read_days(here: &Here, form: &mut Form, name: &str, least: u16) -> Option<u16> {
    let days = form.typed.get(name).parse().ok().filter(|days| (least..=3660).contains(days));
    if days.is_none() {
        form.errors.add_code(&here.frame.l, name, "error-day-count", &[("least", least.to_string())]);
    }
    days
}
