//! One's own offers and wants, with what has ended or is hidden; each can be renewed with one tap.

use app::market;
use askama::Template;

use super::card::{Card, card};
use super::{more, position};
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
    /// Where the list goes on; empty when it does not.
    more: String,
}

async fn show(here: Here) -> Answer {
    let member = here.member()?.member;
    let own = market::mine(here.app(), &here.actor, here.id(), (member, position(&here))).await?;
    let cards = own.listings.iter().map(|listing| card(&here, listing)).collect();
    let more = more(&here.frame.to("market/mine"), own.next);
    Ok(render(&MinePage { page: here.frame.clone().titled("market-mine").at(Place::Market), cards, more }))
}
