//! The first message to somebody, about an offer, a trade, or nothing. Where there is a conversation already, it leads there.

use app::messages::{self, Beginning, TEXT_MAX, Topic};
use app::messages::{About, Writing};
use askama::Template;
use axum::extract::Path;

use super::one::{draft_owner, fresh, named, written};
use super::subject;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed, uuid};
use crate::web::frame::{Frame, Place};
use crate::web::people;
use crate::web::person::Person;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

type At = Path<(String, String)>;

/// Adds the routes of the first message.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/messages/to/{number}", show).post("/{code}/messages/to/{number}", send)
}

/// `message-first.html`.
#[derive(Template)]
#[template(path = "message-first.html")]
struct FirstPage {
    page: Frame,
    form: Form,
    action: String,
    other: Person,
    /// What about; empty for nothing.
    title: String,
    /// Why nothing can be written; empty if it can.
    silence: String,
    draft: String,
    limit: String,
}

impl FirstPage {
    fn new(here: &Here, beginning: &Beginning, form: Form) -> Self {
        let other = Person::of_line(&beginning.to, &here.actor);
        let action = path(here, &other.number, topic_of(beginning));
        let page = here.frame.clone().titled_as(here.frame.with("name", &other.short).t("messages-write-to"));
        let back = match beginning.about {
            About::Nothing => format!("people/{}", people::digits(here, &other.number)),
            About::Listing => format!("market/{}", beginning.subject),
            About::Trade => format!("trades/{}", beginning.subject),
        };
        let silence = beginning.silence.map(|code| page.with("name", &other.name).t(code));
        Self {
            title: subject(&page, beginning.about, &beginning.title),
            silence: silence.unwrap_or_default(),
            draft: format!("{} {action}", draft_owner(here)),
            action: page.to(&action),
            limit: TEXT_MAX.to_string(),
            page: page.at(Place::Messages).task(here.frame.to(&back)),
            form,
            other,
        }
    }
}

fn topic_of(beginning: &Beginning) -> Topic {
    match beginning.about {
        About::Nothing => Topic::Nothing,
        About::Listing => Topic::Listing(beginning.subject),
        About::Trade => Topic::Trade(beginning.subject),
    }
}

/// Where somebody is written to, within the exchange.
fn path(here: &Here, number: &str, topic: Topic) -> String {
    let to = format!("messages/to/{}", people::digits(here, number));
    match topic {
        Topic::Nothing => to,
        Topic::Listing(uuid) => format!("{to}?listing={uuid}"),
        Topic::Trade(uuid) => format!("{to}?trade={uuid}"),
    }
}

/// Where the member of this number is written to; empty when the reader writes to nobody here. Whether they may write to
/// this one is said there.
#[must_use]
pub fn write_to(here: &Here, number: &str, topic: Topic) -> String {
    let may = here.membership.is_some() && here.can(app::actor::Action::WriteMessages);
    if may && !number.is_empty() { here.frame.to(&path(here, number, topic)) } else { String::new() }
}

fn topic(here: &Here) -> Result<Topic, Stop> {
    let named = |name: &str| match here.query.get(name) {
        "" => Ok(None),
        text => uuid(text).map(Some),
    };
    Ok(match (named("listing")?, named("trade")?) {
        (Some(listing), _) => Topic::Listing(listing),
        (None, Some(trade)) => Topic::Trade(trade),
        (None, None) => Topic::Nothing,
    })
}

/// `GET /{code}/messages/to/{number}`, with `?listing=` or `?trade=` about one.
async fn show(here: Here, Path((_, number)): At) -> Answer {
    let from = here.member()?.member;
    let about = topic(&here)?;
    let beginning = messages::begin(here.app(), &here.actor, &here.exchange, (from, &number, about)).await?;
    if let Some(known) = beginning.known {
        return Ok(here.see_other(&here.frame.to(&format!("messages/{known}#last"))));
    }
    let form = Form::begin(Typed::from_pairs([("id", fresh(&here)?)]));
    Ok(render(&FirstPage::new(&here, &beginning, form)))
}

/// `POST /{code}/messages/to/{number}`: begins the conversation. Sent twice it is one message.
async fn send(here: Here, Path((_, number)): At, typed: Typed) -> Answer {
    let from = here.member()?.member;
    let to = (from, number.as_str(), topic(&here)?);
    let mut form = named(&here, typed)?;
    let (id, text) = written(&form);
    let writing = Writing { id, text: &text };
    let sent = messages::write_first(here.app(), &here.actor, &here.exchange, to, writing).await;
    let Some(conversation) = form.take(&here.frame.l, sent)? else {
        let beginning = messages::begin(here.app(), &here.actor, &here.exchange, to).await?;
        return Ok(render_again(&FirstPage::new(&here, &beginning, form)));
    };
    Ok(here.see_other(&here.frame.to(&format!("messages/{conversation}#last"))))
}
