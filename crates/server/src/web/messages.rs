//! Messages: all conversations of a member, one of them with a line to write in at its foot, and the first to somebody.

mod first;
mod one;

use app::messages::{self, About, Conversation, Position};
use askama::Template;
use ledger::Instant;

use super::errors::render;
use super::frame::{Frame, Place};
use super::person::Person;
use super::stop::Answer;
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

pub use first::write_to;

/// Adds the routes of messages.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    one::routes(first::routes(routes.get("/{code}/messages", show)))
}

/// Characters of a message that a list shows.
const EXCERPT: usize = 120;

/// `messages.html`.
#[derive(Template)]
#[template(path = "messages.html")]
struct InboxPage {
    page: Frame,
    rows: Vec<Row>,
    is_first: bool,
    more: String,
}

/// A conversation in the list.
struct Row {
    href: String,
    other: Person,
    /// What it is about; empty for nothing.
    title: String,
    /// The beginning of the newest message.
    excerpt: String,
    /// Whether the reader wrote that.
    mine: bool,
    is_new: bool,
    muted: bool,
    at: i64,
}

/// `GET /{code}/messages`
async fn show(here: Here) -> Answer {
    let member = here.member()?.member;
    let after = after(&here);
    let inbox = messages::inbox(here.app(), &here.actor, (here.id(), member), after).await?;
    let more = inbox.next.map(|next| here.frame.to(&format!("messages?at={}&after={}", next.at.0, next.id)));
    Ok(render(&InboxPage {
        rows: inbox.conversations.iter().map(|conversation| row(&here, conversation)).collect(),
        is_first: after.is_none(),
        more: more.unwrap_or_default(),
        page: here.frame.clone().titled("frame-messages").at(Place::Messages),
    }))
}

fn after(here: &Here) -> Option<Position> {
    let at = here.query.get("at").parse().ok().map(Instant)?;
    Some(Position { at, id: here.query.get("after").parse().ok()? })
}

fn row(here: &Here, conversation: &Conversation) -> Row {
    let text = conversation.last_body.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut excerpt: String = text.chars().take(EXCERPT).collect();
    if excerpt.len() < text.len() {
        excerpt.push('…');
    }
    Row {
        // The newest message stands at the foot.
        href: here.frame.to(&format!("messages/{}#last", conversation.uuid)),
        other: Person::of_conversation(conversation, &here.actor),
        title: title(&here.frame, conversation),
        excerpt,
        mine: conversation.last_sender == conversation.member,
        is_new: conversation.heard > conversation.seen,
        muted: conversation.muted,
        at: conversation.last_at.0,
    }
}

/// What a conversation is about, in words; empty for nothing.
fn title(page: &Frame, conversation: &Conversation) -> String {
    subject(page, conversation.about, &conversation.title)
}

fn subject(page: &Frame, about: About, title: &str) -> String {
    match about {
        About::Nothing => String::new(),
        About::Trade if title.is_empty() => page.t("messages-trade-no-words"),
        About::Listing | About::Trade => title.to_owned(),
    }
}
