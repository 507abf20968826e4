//! `/ces/api/social`: groups, members, categories, offers, needs and users.

use crate::routes::{Page, Routes};
use crate::state::Server;

mod categories;
mod groups;
mod members;
mod posts;
mod users;
mod writing;

pub(super) use posts::plain;

/// Where all of it is.
const BASE: &str = "/ces/api/social";

/// What is served here.
const PARTS: &[Page] =
    &[groups::routes, categories::routes, members::routes, posts::routes, writing::routes, users::routes];

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    PARTS.iter().fold(routes, |routes, part| part(routes))
}
