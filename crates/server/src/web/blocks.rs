//! Blocking a member, what that means, and the page of whom one blocks.

use app::members::{self, Kind, Member, State};
use app::people::blocks;
use askama::Template;
use axum::extract::Path;

use super::errors::render;
use super::face::Face;
use super::frame::{Frame, Place};
use super::people::digits;
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of blocking.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/blocked", list)
        .get("/{code}/people/{number}/block", ask)
        .post("/{code}/people/{number}/block", block)
        .post("/{code}/people/{number}/unblock", unblock)
}

/// `blocked.html`.
#[derive(Template)]
#[template(path = "blocked.html")]
struct BlockedPage {
    page: Frame,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    number: String,
    face: Face,
    /// Where the block is lifted.
    unblock: String,
}

/// `block.html`.
#[derive(Template)]
#[template(path = "block.html")]
struct BlockPage {
    page: Frame,
    name: String,
    href: String,
}

type At = Path<(String, String)>;

/// `GET /{code}/blocked`
async fn list(here: Here) -> Answer {
    let own = here.member()?.member;
    let blocked = blocks::blocked(here.app(), &here.actor, own).await?;
    let row = |member: &Member| {
        let number = member.number.clone().unwrap_or_default();
        // Who has left keeps a name, and no face.
        let portrait = if member.state == State::Active { member.portrait.as_str() } else { "" };
        Row {
            face: Face::new(&member.name, &number, member.kind.as_str(), portrait),
            name: member.name.clone(),
            unblock: here.frame.to(&format!("people/{}/unblock", digits(&here, &number))),
            number,
        }
    };
    let rows = blocked.iter().map(row).collect();
    Ok(render(&BlockedPage { page: here.frame.clone().titled("blocked-title").at(Place::More), rows }))
}

/// The other member of an address.
async fn other(here: &Here, number: &str) -> Result<(Member, String), Stop> {
    here.member()?;
    let (member, line) = members::find(here.app(), &here.actor, here.id(), number).await?;
    let href = here.frame.to(&format!("people/{}", digits(here, &line.number)));
    Ok((member, href))
}

/// `GET /{code}/people/{number}/block`
async fn ask(here: Here, Path((_, number)): At) -> Answer {
    let (member, href) = other(&here, &number).await?;
    let own = here.actor.memberships().iter().any(|membership| membership.member == member.id);
    if own || member.kind == Kind::Administration || member.state != State::Active {
        return Err(Stop::not_found());
    }
    let page = here.frame.clone();
    let title = page.with("name", member.name.as_str()).t("block-title");
    let page = page.titled_as(title).at(Place::More).task(href.clone());
    Ok(render(&BlockPage { page, name: member.name, href }))
}

/// `POST /{code}/people/{number}/block`
async fn block(here: Here, Path((_, number)): At) -> Answer {
    let (member, href) = other(&here, &number).await?;
    blocks::block(here.app(), &here.actor, here.member()?.member, member.id).await?;
    Ok(here.noticed(&href, "notice-blocked"))
}

/// `POST /{code}/people/{number}/unblock`
async fn unblock(here: Here, Path((_, number)): At) -> Answer {
    let (member, _) = other(&here, &number).await?;
    blocks::unblock(here.app(), &here.actor, here.member()?.member, member.id).await?;
    Ok(here.noticed(&here.frame.to("blocked"), "notice-unblocked"))
}
