//! Announcements as members meet them: standing on Home and on the exchange's page, and each on a page of its own.

use app::announcements::{self, Announcement};
use askama::Template;
use axum::extract::Path;

use super::errors::render;
use super::forms::uuid;
use super::frame::{Frame, Place};
use super::markdown::markup;
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of announcements.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/announcements/{id}", show).post("/{code}/announcements/{id}/dismiss", dismiss)
}

/// An announcement as pages show it.
#[derive(Clone, Debug)]
pub struct Pinned {
    /// Its name.
    pub id: String,
    /// In one line.
    pub title: String,
    /// Its text as markup; tamed.
    pub body: String,
    /// Until when it stands, in words.
    pub until: String,
}

impl Pinned {
    /// As this reader sees it.
    #[must_use]
    pub fn new(page: &Frame, found: &Announcement) -> Self {
        // It ends with the day: the last moment of it says which.
        let day = page.date(found.expires_at.0 - 1);
        Self {
            id: found.uuid.to_string(),
            title: found.title.clone(),
            body: markup(&found.body),
            until: page.with("day", day).t("announcement-until"),
        }
    }
}

/// What stands for a reader.
///
/// # Errors
/// When the database fails.
pub async fn standing(here: &Here) -> Result<Vec<Pinned>, Stop> {
    let found = announcements::standing(here.app(), &here.actor, here.id()).await?;
    Ok(found.iter().map(|found| Pinned::new(&here.frame, found)).collect())
}

/// `announcement.html`.
#[derive(Template)]
#[template(path = "announcement.html")]
struct AnnouncementPage {
    page: Frame,
    found: Pinned,
    exchange: String,
    at: i64,
}

/// `GET /{code}/announcements/{id}`
async fn show(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    let found = announcements::find(here.app(), &here.actor, here.id(), uuid(&id)?).await?;
    Ok(render(&AnnouncementPage {
        page: here.frame.clone().titled_as(found.title.clone()).at(Place::Home),
        exchange: here.exchange.name.clone(),
        at: found.made_at.0,
        found: Pinned::new(&here.frame, &found),
    }))
}

/// `POST /{code}/announcements/{id}/dismiss`
async fn dismiss(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    announcements::dismiss(here.app(), &here.actor, here.id(), uuid(&id)?).await?;
    Ok(here.see_other(&here.frame.to("")))
}
