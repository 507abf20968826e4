//! Favourites: the page of what one wants to find again, and the buttons that keep something there.

use app::members;
use app::people::favourites::{self, Keep};
use askama::Template;
use axum::extract::Path;

use super::errors::render;
use super::forms::Typed;
use super::frame::{Frame, Place};
use super::market::{Card, card, listing_id};
use super::people::digits;
use super::person::Person;
use super::stop::Answer;
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of favourites.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/favourites", show)
        .post("/{code}/people/{number}/favourite", keep_member)
        .post("/{code}/market/{id}/favourite", keep_listing)
}

type At = Path<(String, String)>;

/// `favourites.html`.
#[derive(Template)]
#[template(path = "favourites.html")]
struct FavouritesPage {
    page: Frame,
    people: Vec<(String, Person)>,
    cards: Vec<Card>,
}

/// `GET /{code}/favourites`
async fn show(here: Here) -> Answer {
    let own = here.member()?.member;
    let found = favourites::favourites(here.app(), &here.actor, &here.exchange, own).await?;
    let person = |line: &members::Listed| {
        let href = here.frame.to(&format!("people/{}", digits(&here, &line.number)));
        (href, Person::of_line(line, &here.actor))
    };
    Ok(render(&FavouritesPage {
        people: found.members.iter().map(person).collect(),
        cards: found.listings.iter().map(|listing| card(&here, listing)).collect(),
        page: here.frame.clone().titled("favourites-title").at(Place::More),
    }))
}

fn wish(typed: &Typed) -> (Keep, &'static str) {
    match typed.get("keep") {
        "no" => (Keep::No, "notice-favourite-dropped"),
        _ => (Keep::Yes, "notice-favourite-kept"),
    }
}

/// `POST /{code}/people/{number}/favourite`
async fn keep_member(here: Here, Path((_, number)): At, typed: Typed) -> Answer {
    let own = here.member()?.member;
    let (member, line) = members::find(here.app(), &here.actor, here.id(), &number).await?;
    let (keep, notice) = wish(&typed);
    favourites::set_member(here.app(), &here.actor, (here.id(), own), (member.id, keep)).await?;
    Ok(here.noticed(&here.frame.to(&format!("people/{}", digits(&here, &line.number))), notice))
}

/// `POST /{code}/market/{id}/favourite`
async fn keep_listing(here: Here, Path((_, id)): At, typed: Typed) -> Answer {
    let own = here.member()?.member;
    let uuid = listing_id(&id)?;
    let (keep, notice) = wish(&typed);
    favourites::set_listing(here.app(), &here.actor, (&here.exchange, own), (uuid, keep)).await?;
    Ok(here.noticed(&here.frame.to(&format!("market/{uuid}")), notice))
}
