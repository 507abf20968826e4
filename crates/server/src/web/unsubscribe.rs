//! No more letters of a kind, by the link of a letter. It asks for no sign-in: the token is enough. Opening it changes
//! nothing, for there are programs that open every link of a letter; the button does, and so does a program that shows
//! letters and has a button of its own (RFC 8058).

use app::notices::{self, Kind};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;

use super::errors::render;
use super::frame::Frame;
use super::message::DEAD_LINK;
use super::stop::Answer;
use super::visitor::Visitor;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of these links.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/unsubscribe/{token}", show).post("/unsubscribe/{token}", stop)
}

/// `unsubscribe.html`.
#[derive(Template)]
#[template(path = "unsubscribe.html")]
struct UnsubscribePage {
    page: Frame,
    /// What the letters are about.
    kind: String,
    /// Where it all still stands.
    still: String,
    is_done: bool,
}

impl UnsubscribePage {
    fn new(visitor: &Visitor, kind: Kind, is_done: bool) -> Self {
        let title = if is_done { "unsubscribe-done-title" } else { "unsubscribe-title" };
        let page = visitor.frame.clone().titled(title).visitor();
        let still = match kind {
            Kind::Messages => "unsubscribe-still-messages",
            _ => "unsubscribe-still",
        };
        let still = page.t(still);
        Self { kind: page.t(&format!("notices-kind-{}", kind.as_str())), page, still, is_done }
    }
}

/// `GET /unsubscribe/{token}`
async fn show(visitor: Visitor, Path(token): Path<String>) -> Answer {
    match notices::unsubscribing(visitor.app(), &token) {
        Err(app::Error::NotFound) => Ok(DEAD_LINK.page_with(StatusCode::NOT_FOUND, visitor.frame)),
        kind => Ok(render(&UnsubscribePage::new(&visitor, kind?, false))),
    }
}

/// `POST /unsubscribe/{token}`
async fn stop(visitor: Visitor, Path(token): Path<String>) -> Answer {
    match notices::unsubscribe(visitor.app(), &token).await {
        Err(app::Error::NotFound) => Ok(DEAD_LINK.page_with(StatusCode::NOT_FOUND, visitor.frame)),
        kind => Ok(render(&UnsubscribePage::new(&visitor, kind?, true))),
    }
}
