//! How far a member may go, below zero and above; and limits read from a form.

use app::accounts::{self, Limits};
use app::actor::Action;
use askama::Template;
use axum::extract::Path;
use ledger::account::Limit;
use ledger::unit::{NotAnAmount, parse};

use super::person::One;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::l10n::UnitView;
use crate::web::stop::Answer;
use crate::web::visitor::Here;

/// Adds the routes of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/people/{number}/limits", show)
        .post("/{code}/admin/people/{number}/limits", save)
}

/// `admin-limits.html`.
#[derive(Template)]
#[template(path = "admin-limits.html")]
struct LimitsPage {
    page: Frame,
    form: Form,
    unit: UnitView,
    one: One,
}

impl LimitsPage {
    fn new(here: &Here, one: One, form: Form) -> Self {
        Self { page: one.task(here, "admin-do-limits"), form, unit: here.unit.clone(), one }
    }
}

async fn show(here: Here, Path((_, number)): Path<(String, String)>) -> Answer {
    here.may(Action::SetLimits)?;
    let one = One::of(&here, &number).await?;
    let mut typed = Typed::default();
    put_limit(&here, &mut typed, "floor", one.account.floor);
    put_limit(&here, &mut typed, "ceiling", one.account.ceiling);
    if let Some(cap) = one.account.growth_cap {
        typed.set("growth", here.frame.typed(-cap, &here.unit));
    }
    Ok(render(&LimitsPage::new(&here, one, Form::begin(typed))))
}

async fn save(here: Here, Path((_, number)): Path<(String, String)>, typed: Typed) -> Answer {
    here.may(Action::SetLimits)?;
    let one = One::of(&here, &number).await?;
    let mut form = Form::begin(typed);
    let limits = Limits {
        floor: read_limit(&here, &mut form, "floor"),
        ceiling: read_limit(&here, &mut form, "ceiling"),
        growth_cap: read_growth(&here, &mut form),
    };
    need_reason(&here, &mut form);
    if !form.errors.is_empty() {
        return Ok(render_again(&LimitsPage::new(&here, one, form)));
    }
    let reason = form.typed.get("reason");
    accounts::set_limits(here.app(), &here.actor, one.account.id, limits, reason).await?;
    Ok(here.noticed(&one.href, "notice-saved"))
}

/// Makes sure that a reason was given.
pub(super) fn need_reason(here: &Here, form: &mut Form) {
    let reason = form.typed.get("reason");
    if reason.is_empty() {
        form.errors.add_code(&here.frame.l, "reason", "error-required", &[]);
    } else if reason.chars().count() > 400 {
        form.errors.add_code(&here.frame.l, "reason", "error-too-long", &[("max", "400".to_owned())]);
    }
}

/// Fills a limit into the fields of a form.
pub(super) fn put_limit(here: &Here, typed: &mut Typed, name: &str, limit: Option<Limit>) {
    let kind = match limit {
        None => "none",
        Some(Limit { hard: true, .. }) => "hard",
        Some(Limit { hard: false, .. }) => "soft",
    };
    typed.set(&format!("{name}-kind"), kind);
    if let Some(limit) = limit {
        typed.set(name, here.frame.typed(limit.at.saturating_abs(), &here.unit));
    }
}

/// Reads a limit from its fields: `floor`, which is at or below zero, or `ceiling`. Mistakes are noted in the form.
pub(super) fn read_limit(here: &Here, form: &mut Form, name: &str) -> Option<Limit> {
    let kind = form.typed.get(&format!("{name}-kind")).to_owned();
    if kind == "none" {
        return None;
    }
    if !matches!(kind.as_str(), "hard" | "soft") {
        form.errors.add_code(&here.frame.l, &format!("{name}-kind"), "error-choice", &[]);
        return None;
    }
    let at = read_parts(here, form, name)?;
    Some(Limit { at: if name == "floor" { -at } else { at }, hard: kind == "hard" })
}

/// Reads how far receipts widen the floor, from field `growth`; empty: not at all.
pub(super) fn read_growth(here: &Here, form: &mut Form) -> Option<i64> {
    if form.typed.get("growth").is_empty() || form.typed.get("floor-kind") == "none" {
        return None;
    }
    let cap = read_parts(here, form, "growth")?;
    let mut quiet = Form::begin(form.typed.clone());
    if read_parts(here, &mut quiet, "floor").is_some_and(|floor| cap < floor) {
        form.errors.add_code(&here.frame.l, "growth", "error-growth", &[]);
    }
    Some(-cap)
}

/// Reads an amount that may be zero.
fn read_parts(here: &Here, form: &mut Form, name: &str) -> Option<i64> {
    let typed = form.typed.get(name);
    let code = match parse(typed, &here.policy.unit, here.separators()) {
        Ok(amount) => return Some(amount.units()),
        Err(NotAnAmount::NotPositive) if !typed.starts_with(['-', '−', '–']) => return Some(0),
        Err(NotAnAmount::Empty) => "error-required",
        Err(NotAnAmount::NotPositive) => "error-limit-sign",
        Err(NotAnAmount::TooFine) => "error-limit-too-fine",
        Err(NotAnAmount::Unreadable | NotAnAmount::TooLarge) => "error-limit-amount",
    };
    form.errors.add_code(&here.frame.l, name, code, &[]);
    None
}
