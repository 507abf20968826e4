//! More: the doors that are not among the five places.

use app::actor::Action;
use askama::Template;
use axum::response::Response;

use super::errors::render;
use super::frame::{Frame, Place};
use super::stop::Answer;
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of this page.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/more", show)
}

async fn show(here: Here) -> Answer {
    here.may(Action::SeeDirectory)?;
    let inside = here.membership.is_some();
    let open = [
        (Door::Statement, inside),
        (Door::People, true),
        (Door::Waiting, inside),
        (Door::Many, inside || here.can(Action::RecordForOthers)),
        (Door::Favourites, inside),
        (Door::Reports, inside),
        (Door::Blocked, inside),
        (Door::Exchange, true),
        (Door::OwnAccount, here.can(Action::SeePublicStatement)),
        (Door::Administration, here.leads_to(Action::SeeAdministration)),
        (Door::Server, here.actor.is_server_admin()),
    ];
    let doors: Vec<Door> = open.into_iter().filter(|(_, open)| *open).map(|(door, _)| door).collect();
    Ok(page(here.frame.clone(), &doors))
}

/// A door that a reader may go through; the handler lists those that are open to them, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The own statement.
    Statement,
    /// The directory.
    People,
    /// What waits for an answer.
    Waiting,
    /// Many trades at once.
    Many,
    /// What the reader wants to find again.
    Favourites,
    /// What the reader has reported.
    Reports,
    /// Whom the reader blocks.
    Blocked,
    /// The exchange, its rules and numbers.
    Exchange,
    /// The statement of the exchange's own account.
    OwnAccount,
    /// Administration of the exchange.
    Administration,
    /// Administration of the server.
    Server,
}

impl Door {
    /// The message with its name; with `-sub`, what is behind it.
    const fn key(self) -> &'static str {
        match self {
            Self::Statement => "more-statement",
            Self::People => "more-people",
            Self::Waiting => "more-waiting",
            Self::Many => "more-many",
            Self::Favourites => "more-favourites",
            Self::Reports => "more-reports",
            Self::Blocked => "more-blocked",
            Self::Exchange => "more-exchange",
            Self::OwnAccount => "more-own-account",
            Self::Administration => "more-administration",
            Self::Server => "more-server",
        }
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::People => "people",
            Self::Waiting => "clock",
            Self::Many => "sheet",
            Self::Favourites => "heart",
            Self::Reports => "care",
            Self::Blocked => "lock",
            Self::Exchange => "chart",
            Self::OwnAccount => "book",
            Self::Administration => "shield",
            Self::Server => "server",
        }
    }

    fn href(self, page: &Frame) -> String {
        match self {
            Self::Statement => page.to("statement"),
            Self::People => page.to("people"),
            Self::Waiting => page.to("waiting"),
            Self::Many => page.to("many"),
            Self::Favourites => page.to("favourites"),
            Self::Reports => page.to("reports"),
            Self::Blocked => page.to("blocked"),
            Self::Exchange => page.to("about"),
            Self::OwnAccount => page.to("own-account"),
            Self::Administration => page.to("admin"),
            Self::Server => "/server".to_owned(),
        }
    }
}

/// `more.html`.
#[derive(Template)]
#[template(path = "more.html")]
struct MorePage {
    page: Frame,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    icon: &'static str,
    hue: usize,
    title: String,
    sub: String,
}

/// The page with these doors.
#[must_use]
pub fn page(frame: Frame, doors: &[Door]) -> Response {
    let page = frame.titled("frame-more").at(Place::More);
    let row = |(place, door): (usize, &Door)| Row {
        href: door.href(&page),
        icon: door.icon(),
        hue: place % 8 + 1,
        title: page.t(door.key()),
        sub: page.t(&format!("{}-sub", door.key())),
    };
    let rows = doors.iter().enumerate().map(row).collect();
    render(&MorePage { page, rows })
}
