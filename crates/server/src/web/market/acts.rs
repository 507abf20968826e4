//! What is done about a listing: its owner renews, hides, shows or takes it away; an administrator hides it with a reason.

use app::actor::Action;
use app::market;
use askama::Template;
use axum::extract::Path;

use super::one::listing_id;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::{Frame, Place};
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

type At = Path<(String, String)>;

/// Adds the routes of what is done about a listing.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .post("/{code}/market/{id}/renew", |here: Here, at: At, typed: Typed| {
            done(here, at, (Act::Renew, typed))
        })
        .post("/{code}/market/{id}/hide", |here: Here, at: At, typed: Typed| {
            done(here, at, (Act::Hide, typed))
        })
        .post("/{code}/market/{id}/show", |here: Here, at: At, typed: Typed| {
            done(here, at, (Act::Show, typed))
        })
        .post("/{code}/market/{id}/release", |h: Here, at: At, typed: Typed| {
            done(h, at, (Act::Release, typed))
        })
        .get("/{code}/market/{id}/remove", |here: Here, at: At| ask(here, at, Question::Remove))
        .post("/{code}/market/{id}/remove", remove)
        .get("/{code}/market/{id}/stop", |here: Here, at: At| ask(here, at, Question::Stop))
        .post("/{code}/market/{id}/stop", stop)
}

/// What needs no question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Renew,
    Hide,
    Show,
    Release,
}

/// What is asked first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Remove,
    Stop,
}

/// `listing-ask.html`.
#[derive(Template)]
#[template(path = "listing-ask.html")]
struct AskPage {
    page: Frame,
    form: Form,
    listing: String,
    lead: String,
    button: String,
    /// Whether a reason is asked for.
    wants_reason: bool,
}

impl AskPage {
    async fn new(here: &Here, id: &str, (question, form): (Question, Form)) -> Result<Self, Stop> {
        let seen = market::listing(here.app(), &here.actor, &here.exchange, listing_id(id)?).await?;
        if question == Question::Remove && !seen.mine {
            return Err(Stop::not_found());
        }
        here.may(if question == Question::Remove { Action::EditListing } else { Action::StopListing })?;
        let word = if question == Question::Remove { "remove" } else { "stop" };
        let page = here.frame.clone().titled(&format!("listing-{word}-title")).at(Place::Market);
        Ok(Self {
            listing: seen.listing.title,
            lead: page.t(&format!("listing-{word}-lead")),
            button: page.t(&format!("listing-{word}-do")),
            wants_reason: question == Question::Stop,
            page: page.task(here.frame.to(&format!("market/{}", seen.listing.uuid))),
            form,
        })
    }
}

/// Does it, and leads back to where it was done: one's own list, or the listing.
async fn done(here: Here, Path((_, id)): At, (act, typed): (Act, Typed)) -> Answer {
    let (app, actor, exchange, uuid) = (here.app(), &here.actor, here.id(), listing_id(&id)?);
    let key = match act {
        Act::Renew => market::renew(app, actor, exchange, uuid).await.map(|()| "notice-listing-renewed"),
        Act::Hide => market::hide(app, actor, exchange, uuid).await.map(|()| "notice-listing-hidden"),
        Act::Show => market::show(app, actor, exchange, uuid).await.map(|()| "notice-listing-shown"),
        Act::Release => market::release(app, actor, exchange, uuid).await.map(|()| "notice-listing-shown"),
    };
    let own_list = typed.get("to") == "mine";
    let back = if own_list { "market/mine".to_owned() } else { format!("market/{uuid}") };
    Ok(here.noticed(&here.frame.to(&back), key?))
}

async fn ask(here: Here, Path((_, id)): At, question: Question) -> Answer {
    Ok(render(&AskPage::new(&here, &id, (question, Form::default())).await?))
}

async fn remove(here: Here, Path((_, id)): At) -> Answer {
    market::remove(here.app(), &here.actor, here.id(), listing_id(&id)?).await?;
    Ok(here.noticed(&here.frame.to("market/mine"), "notice-listing-removed"))
}

async fn stop(here: Here, Path((_, id)): At, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let uuid = listing_id(&id)?;
    let reason = form.typed.get("reason").to_owned();
    let stopped = market::stop(here.app(), &here.actor, (here.id(), uuid), &reason).await;
    if form.take(&here.frame.l, stopped)?.is_none() {
        return Ok(render_again(&AskPage::new(&here, &id, (Question::Stop, form)).await?));
    }
    Ok(here.noticed(&here.frame.to(&format!("market/{uuid}")), "notice-listing-stopped"))
}
