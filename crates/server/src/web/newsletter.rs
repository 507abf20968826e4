//! A newsletter as those read it to whom it was written.

use app::newsletters;
use askama::Template;
use axum::extract::Path;

use super::errors::render;
use super::forms::uuid;
use super::frame::{Frame, Place};
use super::markdown::markup;
use super::stop::Answer;
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the route of a newsletter.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/newsletters/{id}", show)
}

/// `newsletter.html`.
#[derive(Template)]
#[template(path = "newsletter.html")]
struct NewsletterPage {
    page: Frame,
    body: String,
    exchange: String,
    at: i64,
}

/// `GET /{code}/newsletters/{id}`
async fn show(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    let id = uuid(&id)?;
    let found = newsletters::find(here.app(), &here.actor, here.id(), id).await?;
    Ok(render(&NewsletterPage {
        page: here.frame.clone().titled_as(found.title.clone()).at(Place::Home),
        body: markup(&found.body),
        exchange: here.exchange.name.clone(),
        at: found.made_at.0,
    }))
}
