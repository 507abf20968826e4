//! How one signs in: passkeys, authenticator, recovery codes.

use app::authenticator::{self, State};
use app::passkeys::{self, Passkey};
use askama::Template;

use super::own_page;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::render;
use crate::web::forms::Typed;
use crate::web::frame::Frame;
use crate::web::stop::{Answer, encoded, is_local};
use crate::web::visitor::Visitor;

pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/me/sign-in", show)
}

/// `me-sign-in.html`.
#[derive(Template)]
#[template(path = "me-sign-in.html")]
struct WaysPage {
    page: Frame,
    passkeys: Vec<Passkey>,
    takes_passkeys: bool,
    state: State,
    /// Whether an office asks for one of these.
    is_asked: bool,
    /// Where the person was going when this was asked of them; empty when nowhere.
    next: String,
}

async fn show(visitor: Visitor) -> Answer {
    let (app, actor) = (visitor.app(), &visitor.actor);
    let user = actor.signed_in()?;
    let is_asked = !user.second_factor && actor.administers() && !visitor.frame.is_demo();
    let passkeys = passkeys::list(app, actor).await?;
    let (state, takes_passkeys) = (authenticator::state(app, actor).await?, passkeys::are_taken(app));
    let page = own_page(&visitor, "me-sign-in-title").task("/me");
    Ok(render(&WaysPage { page, passkeys, takes_passkeys, state, is_asked, next: going(&visitor.query) }))
}

/// Where the person was going, by the field `next`; empty when nowhere on this server.
pub(super) fn going(typed: &Typed) -> String {
    let next = typed.get("next");
    if is_local(next) { next.to_owned() } else { String::new() }
}

/// The address of a page of these, with where the person was going.
pub(super) fn with_next(path: &str, next: &str) -> String {
    if next.is_empty() { path.to_owned() } else { format!("{path}?next={}", encoded(next)) }
}
