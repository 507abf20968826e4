//! One's own offers and wants, with what has ended or is hidden; each can be renewed with one tap.

use app::market;
use askama::Template;

use super::card::{Card, card};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::render;
use crate::web::frame::{Frame, Place};
use crate::web::stop::Answer;
use crate::web::visitor::Here;

/// Adds the route of one's own.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/market/mine", show)
}

/// `market-mine.html`.
#[derive(Template)]
#[template(path = "market-mine.html")]
struct MinePage {
    page: Frame,
    cards: Vec<Card>,
}

async fn show(here: Here) -> Answer {
    let member = here.member()?.member;
    let own = market::mine(here.app(), &here.actor, here.id(), member).await?;
    let cards = own.iter().map(|listing| card(&here, listing)).collect();
    Ok(render(&MinePage { page: here.frame.clone().titled("market-mine").at(Place::Market), cards }))
}
