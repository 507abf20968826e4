//! A page that says one thing and leads on: a letter is on its way, a link does not work any more.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::errors::render_with;
use super::frame::Frame;

/// `message.html`.
#[derive(Template)]
#[template(path = "message.html")]
struct MessagePage {
    page: Frame,
    icon: &'static str,
    lead: String,
    more: String,
    href: &'static str,
    label: String,
}

/// What a message says: its key with `-title`, `-lead`, `-more` and, on the button, `-go`.
#[derive(Clone, Copy, Debug)]
pub struct Message {
    /// The key.
    pub key: &'static str,
    /// The icon.
    pub icon: &'static str,
    /// Where the button leads.
    pub href: &'static str,
}

impl Message {
    /// The page.
    #[must_use]
    pub fn page(self, frame: Frame) -> Response {
        self.page_with(StatusCode::OK, frame)
    }

    /// The page with this status.
    #[must_use]
    pub fn page_with(self, status: StatusCode, frame: Frame) -> Response {
        let say = |part: &str| frame.t(&format!("{}-{part}", self.key));
        let (title, lead, more, label) = (say("title"), say("lead"), say("more"), say("go"));
        let page = frame.titled_as(title).visitor();
        render_with(status, &MessagePage { page, icon: self.icon, lead, more, href: self.href, label })
    }
}

/// A link of a letter that does not work any more: 404 with what to do.
pub const DEAD_LINK: Message = Message { key: "dead-link", icon: "clock", href: "/sign-in" };
