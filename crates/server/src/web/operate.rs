//! Accepting to operate a member's account together with others.

use app::exchanges::{self, Exchange};
use app::members::Member;
use app::memberships;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

use super::errors::render;
use super::face::Face;
use super::frame::Frame;
use super::message::DEAD_LINK;
use super::stop::{Answer, Stop, encoded};
use super::visitor::Visitor;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of the links in letters that invite to operate an account.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/operate/{token}", show).post("/operate/{token}", accept)
}

/// `operate.html`.
#[derive(Template)]
#[template(path = "operate.html")]
struct OperatePage {
    page: Frame,
    name: String,
    number: String,
    face: Face,
    exchange: String,
    /// The user's name; empty when nobody has signed in.
    user: String,
    /// Where signing in or registering comes back to.
    back: String,
}

/// `GET /operate/{token}`
async fn show(visitor: Visitor, Path(token): Path<String>) -> Answer {
    let Some((member, exchange)) = shared(&visitor, &token).await? else {
        return Ok(DEAD_LINK.page_with(StatusCode::NOT_FOUND, visitor.frame));
    };
    let number = member.number.clone().unwrap_or_default();
    let page = visitor.frame.clone().visitor();
    let title = page.with("name", member.name.as_str()).t("operate-title");
    Ok(render(&OperatePage {
        page: page.titled_as(title),
        face: Face::new(&member.name, &number, member.kind.as_str(), &member.portrait),
        name: member.name,
        number,
        exchange: exchange.name,
        user: visitor.actor.user().map(|user| user.name.clone()).unwrap_or_default(),
        back: encoded(&format!("/operate/{token}")),
    }))
}

/// `POST /operate/{token}`
async fn accept(visitor: Visitor, Path(token): Path<String>) -> Answer {
    visitor.actor.signed_in()?;
    let Some((_, exchange)) = shared(&visitor, &token).await? else {
        return Ok(DEAD_LINK.page_with(StatusCode::NOT_FOUND, visitor.frame));
    };
    memberships::accept_operator(visitor.app(), &visitor.actor, &token).await?;
    Ok(visitor.noticed(&format!("/{}", exchange.code), "notice-operating"))
}

/// The member whose account it is, and the exchange, which the account's number names; none when the link works no more.
async fn shared(visitor: &Visitor, token: &str) -> Result<Option<(Member, Exchange)>, Stop> {
    let member = match memberships::look_operator(visitor.app(), token).await {
        Err(app::Error::NotFound) => return Ok(None),
        found => found?,
    };
    let code = member.number.as_deref().and_then(|number| number.get(..4)).unwrap_or_default().to_owned();
    let exchange = exchanges::by_code(visitor.app(), &visitor.actor, &code).await?;
    Ok(Some((member, exchange)))
}
