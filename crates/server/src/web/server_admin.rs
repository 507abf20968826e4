//! Administration of the server: exchanges that wait, exchanges, the queue, and how the server is.

use app::exchanges::{self, Exchange, State};
use app::health::{Health, health};
use app::jobs::{self, Counts, Failed};
use app::{audit, users};
use askama::Template;
use axum::extract::Path;
use ledger::Policy;
use ledger::policy::Shape;

use super::colour::Colour;
use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::{Frame, Place};
use super::stop::{Answer, Stop};
use super::visitor::{Visitor, unit_view};
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of these pages.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/server", show)
        .post("/server/exchanges/{id}/approve", approve)
        .get("/server/exchanges/{id}/decline", ask)
        .post("/server/exchanges/{id}/decline", decline)
        .post("/server/jobs/{id}/retry", retry)
        .get("/server/log", log)
}

/// `server.html`.
#[derive(Template)]
#[template(path = "server.html")]
struct ServerPage {
    page: Frame,
    waiting: Vec<Wish>,
    exchanges: Vec<Listed>,
    health: Health,
    counts: Counts,
    failed: Vec<Failed>,
    admins: Vec<String>,
}

/// An exchange that somebody wants to found.
struct Wish {
    exchange: Exchange,
    colour: Colour,
    /// Key of what it is.
    shape: &'static str,
    unit: String,
    floor: String,
}

impl Wish {
    fn of(page: &Frame, exchange: Exchange) -> Self {
        let policy: Option<Policy> = serde_json::from_str(&exchange.founding).ok();
        let shape = match policy.as_ref().map(|policy| policy.shape) {
            Some(Shape::TimeBank) => "found-shape-time-bank",
            Some(Shape::Community) | None => "found-shape-community",
        };
        let floor = |policy: &Policy| {
            let limit = policy.floor?;
            let key = if limit.hard { "limits-word-hard" } else { "limits-word-soft" };
            Some(page.with("amount", page.amount(limit.at, &unit_view(&policy.unit))).t(key))
        };
        Self {
            colour: Colour::parse(&exchange.colour).unwrap_or(Colour::OURS),
            shape,
            unit: policy.as_ref().map(|policy| policy.unit.plural.clone()).unwrap_or_default(),
            floor: policy.as_ref().and_then(floor).unwrap_or_else(|| page.t("limits-word-none")),
            exchange,
        }
    }
}

/// An exchange at work.
struct Listed {
    code: String,
    name: String,
    place: String,
    colour: Colour,
    members: i64,
}

async fn show(visitor: Visitor) -> Answer {
    let (app, actor) = (visitor.app(), &visitor.actor);
    let page = visitor.frame.clone().titled("server-title").at(Place::More);
    let waiting = exchanges::list_in(app, actor, State::Applied).await?;
    let (counts, failed) = jobs::overview(app, actor).await?;
    let listed = |found: exchanges::AtWork| Listed {
        colour: Colour::parse(&found.exchange.colour).unwrap_or(Colour::OURS),
        code: found.exchange.code,
        name: found.exchange.name,
        place: found.exchange.place,
        members: found.members,
    };
    Ok(render(&ServerPage {
        waiting: waiting.into_iter().map(|exchange| Wish::of(&page, exchange)).collect(),
        exchanges: exchanges::at_work(app, actor).await?.into_iter().map(listed).collect(),
        health: health(app, actor).await?,
        admins: users::server_admins(app, actor).await?.into_iter().map(|user| user.name).collect(),
        counts,
        failed,
        page,
    }))
}

/// The exchange of this code that waits for a decision.
async fn wish(visitor: &Visitor, code: &str) -> Result<Exchange, Stop> {
    let waiting = exchanges::list_in(visitor.app(), &visitor.actor, State::Applied).await?;
    waiting.into_iter().find(|exchange| exchange.code == code).ok_or_else(Stop::not_found)
}

async fn approve(visitor: Visitor, Path(code): Path<String>) -> Answer {
    let exchange = wish(&visitor, &code).await?;
    exchanges::approve(visitor.app(), &visitor.actor, exchange.id).await?;
    Ok(visitor.noticed("/server", "notice-exchange-approved"))
}

/// `server-decline.html`.
#[derive(Template)]
#[template(path = "server-decline.html")]
struct DeclinePage {
    page: Frame,
    form: Form,
    wish: Wish,
}

impl DeclinePage {
    async fn new(visitor: &Visitor, code: &str, form: Form) -> Result<Self, Stop> {
        let exchange = wish(visitor, code).await?;
        let page = visitor.frame.clone().titled("server-decline-title").at(Place::More).task("/server");
        Ok(Self { wish: Wish::of(&page, exchange), page, form })
    }
}

async fn ask(visitor: Visitor, Path(code): Path<String>) -> Answer {
    Ok(render(&DeclinePage::new(&visitor, &code, Form::default()).await?))
}

async fn decline(visitor: Visitor, Path(code): Path<String>, typed: Typed) -> Answer {
    let exchange = wish(&visitor, &code).await?;
    let mut form = Form::begin(typed);
    let reason = form.typed.get("reason");
    let outcome = exchanges::decline(visitor.app(), &visitor.actor, exchange.id, reason).await;
    if form.take(&visitor.frame.l, outcome)?.is_none() {
        return Ok(render_again(&DeclinePage::new(&visitor, &code, form).await?));
    }
    Ok(visitor.noticed("/server", "notice-exchange-declined"))
}

async fn retry(visitor: Visitor, Path(id): Path<i64>) -> Answer {
    jobs::retry(visitor.app(), &visitor.actor, id).await?;
    Ok(visitor.noticed("/server", "notice-job-queued"))
}

/// `server-log.html`.
#[derive(Template)]
#[template(path = "server-log.html")]
struct LogPage {
    page: Frame,
    lines: Vec<LogLine>,
    more: String,
}

/// One line of the server's log.
struct LogLine {
    /// The month that begins with this line; otherwise empty.
    month: String,
    what: String,
    /// Empty for the server itself.
    who: String,
    at: i64,
}

async fn log(visitor: Visitor) -> Answer {
    let before = visitor.query.get("line").parse().ok();
    let found = audit::server_page(visitor.app(), &visitor.actor, before).await?;
    let page = visitor.frame.clone().titled("server-log-title").at(Place::More);
    let full = i64::try_from(found.len()).is_ok_and(|count| count == audit::PAGE);
    let more = found.last().filter(|_| full).map(|line| format!("/server/log?line={}", line.id));
    let months = page.l.month_heads(found.iter().map(|line| line.at.0));
    let said = |(month, line): (String, audit::Line)| LogLine {
        month,
        what: page.with("subject", &line.subject).with("value", "").t(&format!("log-{}", line.act)),
        who: line.made_by_name.unwrap_or_default(),
        at: line.at.0,
    };
    let lines = months.into_iter().zip(found).map(said).collect();
    Ok(render(&LogPage { lines, more: more.unwrap_or_default(), page }))
}
