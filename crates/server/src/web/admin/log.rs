//! The log: everything that administrators have done, newest first.

use app::audit::{self, Seen};
use askama::Template;

use super::frame;
use super::past::Line;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::render;
use crate::web::frame::Frame;
use crate::web::stop::Answer;
use crate::web::visitor::Here;

/// Adds the route of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/admin/log", show)
}

/// `admin-log.html`.
#[derive(Template)]
#[template(path = "admin-log.html")]
struct LogPage {
    page: Frame,
    lines: Vec<Line>,
    more: String,
}

async fn show(here: Here) -> Answer {
    let part = |name: &str| here.query.get(name).parse().ok();
    let seen = part("act").zip(part("line")).map(|(act, line)| Seen { act, line });
    let log = audit::log(here.app(), &here.actor, here.id(), seen).await?;
    let page = frame(&here, "admin-log-title");
    let months = page.l.month_heads(log.past.iter().map(|past| past.at.0));
    let line = |(month, past)| Line { month, ..Line::of(&here, past) };
    let lines = months.into_iter().zip(&log.past).map(line).collect();
    let next = |seen: Seen| page.to(&format!("admin/log?act={}&line={}", seen.act, seen.line));
    let more = log.next.map(next).unwrap_or_default();
    Ok(render(&LogPage { page, lines, more }))
}
