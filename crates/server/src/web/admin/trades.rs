//! The journal of an exchange, newest first, and the requests that wait.

use app::trades::{self, Request};
use askama::Template;

use super::{Person, frame};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::render;
use crate::web::frame::Frame;
use crate::web::l10n::UnitView;
use crate::web::stop::Answer;
use crate::web::visitor::Here;

/// How many trades a page has.
const PAGE: usize = 50;

/// Adds the route of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/admin/trades", show)
}

/// `admin-trades.html`.
#[derive(Template)]
#[template(path = "admin-trades.html")]
struct TradesPage {
    page: Frame,
    unit: UnitView,
    is_waiting: bool,
    waiting_count: usize,
    rows: Vec<Row>,
    more: String,
}

struct Row {
    href: String,
    giver: Person,
    receiver: Person,
    amount: i64,
    what: String,
    at: i64,
    number: Option<i64>,
    /// Keys of what is the matter, with the class of their tag.
    tags: Vec<(&'static str, &'static str)>,
}

async fn show(here: Here) -> Answer {
    let is_waiting = here.query.get("show") == "waiting";
    let below = here.query.get("below").parse().ok();
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let waiting = trades::waiting_in(here.app(), &here.actor, here.id()).await?;
    let waiting_count = waiting.len();
    let mut found = if is_waiting {
        waiting
    } else {
        trades::journal(here.app(), &here.actor, here.id(), below, limit).await?
    };
    let page = frame(&here, "admin-trades-title");
    let mut more = String::new();
    if !is_waiting && found.len() > PAGE {
        found.truncate(PAGE);
        let last = found.last().and_then(|last| last.row.number).unwrap_or_default();
        more = page.to(&format!("admin/trades?below={last}"));
    }
    let rows = found.iter().map(|request| row(&page, request)).collect();
    Ok(render(&TradesPage { unit: here.unit.clone(), page, is_waiting, waiting_count, rows, more }))
}

fn row(page: &Frame, request: &Request) -> Row {
    use ledger::transfer::Kind;
    let found = &request.row;
    let mut tags = Vec::new();
    match found.kind {
        Kind::Reversal => tags.push(("admin-tag-reversal", "")),
        Kind::Replacement => tags.push(("admin-tag-replacement", "")),
        Kind::Import | Kind::Trade => {}
    }
    if found.reversed_by.is_some() {
        tags.push(("admin-tag-reversed", ""));
    }
    if found.objection == Some(ledger::transfer::Objection::Open) {
        tags.push(("admin-tag-objection", "care"));
    }
    Row {
        href: page.to(&format!("trades/{}", found.uuid)),
        giver: Person::of(page, &request.payee),
        receiver: Person::of(page, &request.payer),
        amount: found.amount,
        what: found.description.clone(),
        at: found.decided_at.unwrap_or(found.created_at).0,
        number: found.number,
        tags,
    }
}
