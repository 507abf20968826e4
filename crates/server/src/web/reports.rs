//! Telling the administrators of an offer, a want or a person; and the page of what one has told, with what became of it.

use app::actor::{Action, Subject};
use app::market;
use app::members::{self, Kind, State as MemberState};
use app::people::reports::{self, About, Reason, Report, ReportForm, State};
use askama::Template;
use axum::extract::Path;

use super::errors::{render, render_again};
use super::forms::{Form, Typed, uuid};
use super::frame::{Frame, Place};
use super::market::listing_id;
use super::people::digits;
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of reporting.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/reports", list)
        .get("/{code}/people/{number}/report", |here: Here, at: At| ask(here, at, Of::Member))
        .post("/{code}/people/{number}/report", |here: Here, at: At, typed: Typed| {
            send(here, at, (Of::Member, typed))
        })
        .get("/{code}/market/{id}/report", |here: Here, at: At| ask(here, at, Of::Listing))
        .post("/{code}/market/{id}/report", |here: Here, at: At, typed: Typed| {
            send(here, at, (Of::Listing, typed))
        })
}

type At = Path<(String, String)>;

/// What an address is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Member,
    Listing,
}

/// `report.html`.
#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    page: Frame,
    form: Form,
    /// The name or the title of what is reported.
    what: String,
    reasons: &'static [Reason],
}

/// `reports.html`.
#[derive(Template)]
#[template(path = "reports.html")]
struct ReportsPage {
    page: Frame,
    rows: Vec<Row>,
}

struct Row {
    what: String,
    reason: String,
    words: String,
    at: i64,
    /// What became of it.
    outcome: String,
    is_open: bool,
    answer: String,
}

/// What is reported, what it is called, and where it stands.
struct Subjected {
    about: About,
    what: String,
    href: String,
}

async fn subjected(here: &Here, (of, id): (Of, &str)) -> Result<Subjected, Stop> {
    let own = here.member()?.member;
    here.actor.may(Action::Report, Subject::member(here.id(), own))?;
    match of {
        Of::Member => {
            let (member, line) = members::find(here.app(), &here.actor, here.id(), id).await?;
            if member.kind == Kind::Administration || member.state != MemberState::Active {
                return Err(Stop::not_found());
            }
            if here.actor.operates(line.account) {
                return Err(app::Error::NotAllowed("error-report-own").into());
            }
            let href = here.frame.to(&format!("people/{}", digits(here, &line.number)));
            Ok(Subjected { about: About::Member(member.id), what: member.name, href })
        }
        Of::Listing => {
            let uuid = listing_id(id)?;
            let seen = market::listing(here.app(), &here.actor, &here.exchange, uuid).await?;
            if seen.mine {
                return Err(app::Error::NotAllowed("error-report-own").into());
            }
            let href = here.frame.to(&format!("market/{uuid}"));
            Ok(Subjected { about: About::Listing(uuid), what: seen.listing.title, href })
        }
    }
}

fn page(here: &Here, (subjected, form): (&Subjected, Form)) -> ReportPage {
    let page = here.frame.clone().titled("report-title").at(Place::More).task(subjected.href.clone());
    ReportPage { page, form, what: subjected.what.clone(), reasons: Reason::ALL }
}

async fn ask(here: Here, Path((_, id)): At, of: Of) -> Answer {
    let subjected = subjected(&here, (of, &id)).await?;
    let name = here.app().random.uuid(here.app().clock.now())?.to_string();
    let form = Form::begin(Typed::from_pairs([("id", name)]));
    Ok(render(&page(&here, (&subjected, form))))
}

async fn send(here: Here, Path((_, id)): At, (of, typed): (Of, Typed)) -> Answer {
    let subjected = subjected(&here, (of, &id)).await?;
    let own = here.member()?.member;
    let mut form = Form::begin(typed);
    let name = uuid(form.typed.get("id"))?;
    let said = ReportForm {
        reason: Reason::parse(form.typed.get("reason")),
        words: form.typed.get("words").to_owned(),
    };
    let at = (&here.exchange, own, name);
    let sent = reports::report(here.app(), &here.actor, at, (subjected.about, &said)).await;
    if form.take(&here.frame.l, sent)?.is_none() {
        return Ok(render_again(&page(&here, (&subjected, form))));
    }
    Ok(here.noticed(&subjected.href, "notice-reported"))
}

/// What was reported: the listing's title, or the person's name.
#[must_use]
pub fn what(report: &Report) -> &str {
    if report.title.is_empty() { &report.name } else { &report.title }
}

/// `GET /{code}/reports`
async fn list(here: Here) -> Answer {
    let own = here.member()?.member;
    let mine = reports::mine(here.app(), &here.actor, here.id(), own).await?;
    let row = |report: &Report| Row {
        what: what(report).to_owned(),
        reason: here.frame.t(&format!("report-{}", report.reason.as_str())),
        words: report.words.clone(),
        at: report.made_at.0,
        outcome: here.frame.t(&format!("report-is-{}", report.state.as_str())),
        is_open: report.state == State::Open,
        answer: report.answer.clone(),
    };
    let rows = mine.iter().map(row).collect();
    Ok(render(&ReportsPage { page: here.frame.clone().titled("reports-title").at(Place::More), rows }))
}
