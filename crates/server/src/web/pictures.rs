//! Pictures: served to whoever may see what they show, and put into forms.

use app::pictures::{self, Change, MOST, Picture, Shown, Size, State, UPLOAD_MAX};
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use uuid::Uuid;

use super::drawing;
use super::forms::{Form, Typed};
use super::frame::Frame;
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the route of pictures.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/pictures/{id}/{size}", show)
}

/// `GET /{code}/pictures/{id}/{size}`. What has a name never changes; browsers keep it, and nobody on the way does.
async fn show(here: Here, Path((_, id, size)): Path<(String, String, String)>) -> Answer {
    let wanted = Uuid::try_parse(&id).ok().zip(Size::parse(&size)).ok_or_else(Stop::not_found)?;
    let (kind, bytes) = match pictures::file(here.app(), &here.actor, &here.exchange, wanted).await? {
        Shown::File(bytes) => ("image/jpeg", bytes),
        Shown::Drawing(name) => {
            let drawn = drawing::svg(&name, wanted.1).ok_or_else(Stop::not_found)?;
            ("image/svg+xml", drawn.into_bytes())
        }
    };
    let headers =
        [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "private, max-age=31536000, immutable")];
    Ok((headers, bytes).into_response())
}

/// Where a picture is, in one size.
#[must_use]
pub fn src(page: &Frame, uuid: Uuid, size: Size) -> String {
    page.to(&format!("pictures/{uuid}/{}", size.as_str()))
}

/// The same for a picture that belongs to another exchange.
#[must_use]
pub fn src_in(code: &str, uuid: Uuid, size: Size) -> String {
    format!("/{code}/pictures/{uuid}/{}", size.as_str())
}

/// A picture of a listing.
pub struct Shot {
    /// Whether it is made.
    pub is_ready: bool,
    /// Where its sizes are.
    pub thumb: String,
    /// 640 by 480 pixels.
    pub card: String,
    /// The largest.
    pub full: String,
    /// What is to be seen, or which one it is.
    pub says: String,
    /// Which one it is, from 1.
    pub number: usize,
    /// The same, as a choice.
    pub place: String,
    /// The field for what is to be seen.
    pub alt_field: String,
    /// The field for its place.
    pub place_field: String,
    /// The field that takes it away.
    pub goes_field: String,
}

/// The pictures of a listing, without those that were refused.
#[must_use]
pub fn shots(page: &Frame, all: &[Picture]) -> Vec<Shot> {
    let there: Vec<&Picture> = all.iter().filter(|picture| picture.state != State::Refused).collect();
    let count = there.len();
    let shot = |(number, picture): (usize, &Picture)| Shot {
        is_ready: picture.state == State::Ready,
        thumb: src(page, picture.uuid, Size::Thumb),
        card: src(page, picture.uuid, Size::Card),
        full: src(page, picture.uuid, Size::Full),
        says: if picture.alt.is_empty() {
            page.with("number", number).with("count", count).t("pictures-which")
        } else {
            picture.alt.clone()
        },
        number,
        place: number.to_string(),
        alt_field: format!("alt-{}", picture.uuid),
        place_field: format!("place-{}", picture.uuid),
        goes_field: format!("goes-{}", picture.uuid),
    };
    (1..).zip(there).map(shot).collect()
}

/// Why pictures could not be taken, each by its name.
#[must_use]
pub fn refused(here: &Here, all: &[Picture]) -> Vec<String> {
    let quota = here.app().pictures.quota() / 1_000_000;
    let told = |picture: &Picture| {
        let phrase = here.frame.with("name", &picture.name).with("megabytes", UPLOAD_MAX / 1_000_000);
        phrase.with("quota", quota).with("count", MOST).t(&picture.refused_why)
    };
    all.iter().filter(|picture| picture.state == State::Refused).map(told).collect()
}

/// Fills a form in with what its pictures say and where they stand.
pub fn fill_in(form: &mut Form, all: &[Picture]) {
    let is_wrong = !form.error("pictures").is_empty();
    let there = all.iter().filter(|picture| picture.state != State::Refused);
    for (place, picture) in (1..).zip(there) {
        let alt = format!("alt-{}", picture.uuid);
        if !is_wrong || !form.typed.has(&alt) {
            form.typed.set(&alt, &picture.alt);
        }
        form.typed.set(&format!("place-{}", picture.uuid), place.to_string());
    }
}

/// What a form says of pictures.
#[must_use]
pub fn changes(typed: &Typed) -> Vec<Change<'_>> {
    let change = |(name, alt): (&str, _)| {
        let uuid = Uuid::try_parse(name.strip_prefix("alt-")?).ok()?;
        Some(Change {
            uuid,
            alt,
            place: typed.get(&format!("place-{uuid}")).parse().unwrap_or(usize::MAX),
            goes: typed.has(&format!("goes-{uuid}")),
        })
    };
    typed.pairs().filter_map(change).collect()
}
