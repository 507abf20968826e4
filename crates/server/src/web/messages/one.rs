//! One conversation, and the line to write in at its foot.

use app::messages::{self, About, Conversation, Opened, TEXT_MAX, Writing};
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::title;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed, uuid};
use crate::web::frame::{Frame, Place};
use crate::web::people;
use crate::web::person::Person;
use crate::web::plain::{Piece, pieces};
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

type At = Path<(String, String)>;

/// Adds the routes of a conversation.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/messages/{id}", show)
        .post("/{code}/messages/{id}", answer)
        .post("/{code}/messages/{id}/mute", |here: Here, at: At| letters(here, at, Letters::Mute))
        .post("/{code}/messages/{id}/unmute", |here: Here, at: At| letters(here, at, Letters::Unmute))
}

/// What is done about letters.
#[derive(Clone, Copy)]
enum Letters {
    Mute,
    Unmute,
}

/// `conversation.html`.
#[derive(Template)]
#[template(path = "conversation.html")]
struct ConversationPage {
    page: Frame,
    form: Form,
    id: String,
    other: Person,
    /// Where the other's page is.
    href: String,
    /// What it is about; empty for nothing.
    title: String,
    /// Where that is; empty when the reader cannot look at it.
    subject: String,
    lines: Vec<Line>,
    /// Where older messages are; empty when there are none.
    earlier: String,
    /// Whether these are older ones, so that there is a way to the newest.
    is_past: bool,
    muted: bool,
    /// Why nothing can be written; empty while it can.
    silence: String,
    /// What a draft is kept under on the device.
    draft: String,
    /// The newest message that the reader wrote: the server has it, and no draft of it is needed.
    sent: String,
    limit: String,
}

/// A message.
struct Line {
    mine: bool,
    /// Whether it is the first that the reader has not seen before.
    begins_new: bool,
    pieces: Vec<Piece>,
    at: i64,
}

impl ConversationPage {
    async fn new(here: &Here, id: Uuid, form: Option<Form>) -> Result<Self, Stop> {
        let below = here.query.get("before").parse().ok().filter(|_| form.is_none());
        let opened = messages::open(here.app(), &here.actor, &here.exchange, (id, below)).await?;
        let conversation = &opened.conversation;
        let other = Person::of_conversation(conversation, &here.actor);
        let page = here.frame.clone().titled_as(&other.name).at(Place::Messages);
        let mut page = page.task(here.frame.to("messages"));
        if conversation.heard > conversation.seen && below.is_none() {
            // Counted before this one was opened.
            page.unread = page.unread.saturating_sub(1);
        }
        let form = match form {
            Some(form) => form,
            None => Form::begin(Typed::from_pairs([("id", fresh(here)?)])),
        };
        let sent = opened.messages.iter().rev().find(|message| message.sender == conversation.member);
        Ok(Self {
            id: conversation.uuid.to_string(),
            href: here.frame.to(&format!("people/{}", people::digits(here, &other.number))),
            title: title(&page, conversation),
            subject: subject(&page, &opened),
            lines: lines(&opened),
            earlier: opened.earlier.map(|number| format!("?before={number}")).unwrap_or_default(),
            is_past: below.is_some(),
            muted: conversation.muted,
            silence: opened.silence.map(|code| page.with("name", &other.name).t(code)).unwrap_or_default(),
            draft: format!("{} messages/{}", draft_owner(here), conversation.uuid),
            sent: sent.map(|message| message.uuid.to_string()).unwrap_or_default(),
            limit: TEXT_MAX.to_string(),
            form,
            page,
            other,
        })
    }
}

/// A name for a new form.
pub(super) fn fresh(here: &Here) -> Result<String, Stop> {
    Ok(here.app().random.uuid(here.app().clock.now())?.to_string())
}

/// Whose drafts these are: several people may use one device.
pub(super) fn draft_owner(here: &Here) -> String {
    here.membership.as_ref().and_then(|own| own.number.clone()).unwrap_or_default()
}

/// Where what it is about can be looked at.
fn subject(page: &Frame, opened: &Opened) -> String {
    let Conversation { about, subject, .. } = &opened.conversation;
    match about {
        _ if !opened.leads_on => String::new(),
        About::Nothing => String::new(),
        About::Listing => page.to(&format!("market/{subject}")),
        About::Trade => page.to(&format!("trades/{subject}")),
    }
}

fn lines(opened: &Opened) -> Vec<Line> {
    let conversation = &opened.conversation;
    let theirs = |message: &&messages::Message| message.sender == conversation.other;
    let is_new = |message: &&messages::Message| theirs(message) && message.number > conversation.seen;
    // A mark only where something older stands above it.
    let first_new = opened.messages.iter().find(is_new).map(|message| message.number);
    let first_new =
        first_new.filter(|number| opened.messages.first().is_some_and(|top| top.number < *number));
    let line = |message: &messages::Message| Line {
        mine: message.sender == conversation.member,
        begins_new: first_new == Some(message.number),
        pieces: pieces(&message.body),
        at: message.at.0,
    };
    opened.messages.iter().map(line).collect()
}

/// `GET /{code}/messages/{id}`: opened, it has been read.
async fn show(here: Here, Path((_, id)): At) -> Answer {
    // Before it is looked up: whoever came by a letter's link signs in and sees it.
    here.actor.signed_in()?;
    Ok(render(&ConversationPage::new(&here, uuid(&id)?, None).await?))
}

/// `POST /{code}/messages/{id}`: writes one more. Sent twice it is one.
async fn answer(here: Here, Path((_, id)): At, typed: Typed) -> Answer {
    let conversation = uuid(&id)?;
    let mut form = named(&here, typed)?;
    let (id, text) = written(&form);
    let writing = Writing { id, text: &text };
    let answered = messages::answer(here.app(), &here.actor, (here.id(), conversation), writing).await;
    if form.take(&here.frame.l, answered)?.is_none() {
        return Ok(render_again(&ConversationPage::new(&here, conversation, Some(form)).await?));
    }
    Ok(here.see_other(&here.frame.to(&format!("messages/{conversation}#last"))))
}

/// The form with a name, if it came without a readable one.
pub(super) fn named(here: &Here, typed: Typed) -> Result<Form, Stop> {
    let mut form = Form::begin(typed);
    if Uuid::try_parse(form.typed.get("id")).is_err() {
        form.typed.set("id", fresh(here)?);
    }
    Ok(form)
}

/// The name and the text of a form.
pub(super) fn written(form: &Form) -> (Uuid, String) {
    (Uuid::try_parse(form.typed.get("id")).unwrap_or_default(), form.typed.raw("text").to_owned())
}

async fn letters(here: Here, Path((_, id)): At, letters: Letters) -> Answer {
    let id = uuid(&id)?;
    let key = match letters {
        Letters::Mute => {
            messages::mute(here.app(), &here.actor, here.id(), id).await?;
            "notice-messages-muted"
        }
        Letters::Unmute => {
            messages::unmute(here.app(), &here.actor, here.id(), id).await?;
            "notice-messages-unmuted"
        }
    };
    Ok(here.noticed(&here.frame.to(&format!("messages/{id}")), key))
}
