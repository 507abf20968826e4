//! What members have reported: what waits, what was done, and the form to decide one.

use app::actor::Action;
use app::people::reports::{self, Report, SettleForm, State};
use askama::Template;
use axum::extract::Path;

use super::{frame, member_page};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed, uuid};
use crate::web::frame::Frame;
use crate::web::reports::what;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of these pages.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/reports", show)
        .get("/{code}/admin/reports/{report}", ask)
        .post("/{code}/admin/reports/{report}", settle)
}

/// `admin-reports.html`.
#[derive(Template)]
#[template(path = "admin-reports.html")]
struct ReportsPage {
    page: Frame,
    open: Vec<Row>,
    settled: Vec<Row>,
}

/// `admin-report.html`.
#[derive(Template)]
#[template(path = "admin-report.html")]
struct ReportPage {
    page: Frame,
    form: Form,
    row: Row,
}

struct Row {
    /// Where it is decided.
    href: String,
    what: String,
    /// The listing, where one is reported; otherwise empty.
    listing: String,
    name: String,
    member: String,
    reporter: String,
    reporter_page: String,
    reason: String,
    words: String,
    at: i64,
    outcome: String,
    answer: String,
}

fn row(page: &Frame, report: &Report) -> Row {
    Row {
        href: page.to(&format!("admin/reports/{}", report.uuid)),
        what: what(report).to_owned(),
        listing: report.listing.map(|uuid| page.to(&format!("market/{uuid}"))).unwrap_or_default(),
        name: report.name.clone(),
        member: member_page(page, &report.number),
        reporter: report.reporter_name.clone(),
        reporter_page: member_page(page, &report.reporter_number),
        reason: page.t(&format!("report-{}", report.reason.as_str())),
        words: report.words.clone(),
        at: report.settled_at.unwrap_or(report.made_at).0,
        outcome: page.t(&format!("report-is-{}", report.state.as_str())),
        answer: report.answer.clone(),
    }
}

async fn show(here: Here) -> Answer {
    let found = reports::reports(here.app(), &here.actor, here.id()).await?;
    let page = frame(&here, "admin-reports-title");
    let rows = |reports: &[Report]| reports.iter().map(|report| row(&page, report)).collect();
    let (open, settled) = (rows(&found.open), rows(&found.settled));
    Ok(render(&ReportsPage { open, settled, page }))
}

async fn one(here: &Here, id: &str, form: Form) -> Result<ReportPage, Stop> {
    here.may(Action::SettleReport)?;
    let uuid = uuid(id)?;
    let report = reports::open(here.app(), &here.actor, here.id(), uuid).await?;
    let page = frame(here, "admin-report-title").task(here.frame.to("admin/reports"));
    Ok(ReportPage { row: row(&page, &report), form, page })
}

async fn ask(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    Ok(render(&one(&here, &id, Form::default()).await?))
}

async fn settle(here: Here, Path((_, id)): Path<(String, String)>, typed: Typed) -> Answer {
    let page = one(&here, &id, Form::begin(typed)).await?;
    let uuid = uuid(&id)?;
    let mut form = page.form;
    let decided = SettleForm {
        state: State::parse(form.typed.get("outcome")),
        reason: form.typed.get("reason").to_owned(),
        answer: form.typed.get("answer").to_owned(),
    };
    let settled = reports::settle(here.app(), &here.actor, (here.id(), uuid), &decided).await;
    if form.take(&here.frame.l, settled)?.is_none() {
        return Ok(render_again(&ReportPage { form, ..page }));
    }
    Ok(here.noticed(&here.frame.to("admin/reports"), "notice-report-settled"))
}
