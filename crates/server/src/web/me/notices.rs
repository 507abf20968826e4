//! The inbox: what happened, and what of it is told by mail and on devices.

mod devices;
mod settings;

use app::mail::Letter;
use app::notices::{self, Before, Inbox, Notice};
use askama::Template;
use axum::extract::Path;
use ledger::Instant;
use uuid::Uuid;

use super::own_page;
use crate::letters::{self, Sender};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::render;
use crate::web::forms::{Typed, uuid};
use crate::web::frame::Frame;
use crate::web::stop::Answer;
use crate::web::visitor::Visitor;

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    let routes = routes.get("/me/notices", show).post("/me/notices/read", read_all);
    settings::routes(devices::routes(routes)).post("/me/notices/{id}", open)
}

/// `me-notices.html`.
#[derive(Template)]
#[template(path = "me-notices.html")]
struct NoticesPage {
    page: Frame,
    unread: Vec<Row>,
    /// How many more are not read.
    more_unread: usize,
    /// When the newest was told that this page shows.
    newest: i64,
    read: Vec<Row>,
    /// The next page, or empty.
    next: String,
    is_first: bool,
}

struct Row {
    id: Uuid,
    icon: &'static str,
    hue: &'static str,
    title: String,
    text: String,
    words: String,
    at: i64,
}

impl Row {
    fn new(visitor: &Visitor, notice: &Notice) -> Self {
        let told = letters::told(&visitor.frame.l, &notice.letter, sender(visitor));
        let (icon, hue) = match &notice.letter {
            Letter::Trade { .. } => ("swap", "4"),
            Letter::Listing { .. } | Letter::Digest { .. } => ("market", "3"),
            Letter::Matches { .. } => ("search", "3"),
            Letter::Applied { .. } => ("people", "6"),
            Letter::Announcement { .. } => ("rules", "2"),
            Letter::Newsletter { .. } => ("mail", "2"),
            _ => ("info", "5"),
        };
        let at = notice.made_at.0;
        // Where a letter goes on with a text or a list, the notice leads to it.
        let text = told.text.trim_end_matches(':').trim_end().to_owned();
        Self { id: notice.uuid, icon, hue, title: told.title, text, words: told.words, at }
    }
}

fn sender(visitor: &Visitor) -> Sender<'_> {
    Sender { name: &visitor.server.site.name, origin: visitor.server.public.origin() }
}

/// `GET /me/notices`
async fn show(visitor: Visitor) -> Answer {
    let before = place(visitor.query.get("before"));
    let inbox = notices::inbox(visitor.app(), &visitor.actor, before).await?;
    let page = own_page(&visitor, "notices-title");
    let rows = |notices: &[Notice]| notices.iter().map(|notice| Row::new(&visitor, notice)).collect();
    let Inbox { unread, unread_count, read, next } = inbox;
    let next = next.map(|next| format!("/me/notices?before={}-{}", next.at.0, next.id));
    let all_unread = usize::try_from(unread_count).unwrap_or(usize::MAX);
    Ok(render(&NoticesPage {
        more_unread: if before.is_none() { all_unread.saturating_sub(unread.len()) } else { 0 },
        newest: unread.first().map_or(0, |newest| newest.made_at.0),
        unread: rows(&unread),
        read: rows(&read),
        next: next.unwrap_or_default(),
        is_first: before.is_none(),
        page,
    }))
}

/// A place in the inbox as addresses write it; anything else is its beginning.
fn place(text: &str) -> Option<Before> {
    let (at, id) = text.split_once('-')?;
    Some(Before { at: Instant(at.parse().ok()?), id: id.parse().ok()? })
}

/// `POST /me/notices/{id}`: it is read, and leads to what it is about.
async fn open(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let id = uuid(&id)?;
    let notice = notices::open(visitor.app(), &visitor.actor, id).await?;
    let told = letters::told(&visitor.frame.l, &notice.letter, sender(&visitor));
    Ok(visitor.see_other(if told.path.is_empty() { "/me/notices" } else { &told.path }))
}

/// `POST /me/notices/read`: all that the page has shown is read, what came meanwhile is not.
async fn read_all(visitor: Visitor, typed: Typed) -> Answer {
    let until = typed.get("until").parse().map(Instant).unwrap_or(Instant(0));
    notices::read_all(visitor.app(), &visitor.actor, until).await?;
    Ok(visitor.see_other("/me/notices"))
}
