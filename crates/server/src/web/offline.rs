//! What an installed Ayni shows without a network.

use askama::Template;
use axum::http::{HeaderMap, header};
use axum::response::Response;

use super::errors::render;
use super::frame::{Frame, Site};
use super::l10n::{L10n, Locale, Wishes, Words};
use super::language::cookie;

/// `offline.html`. Personal to nobody, so that the service worker may keep it.
#[derive(Template)]
#[template(path = "offline.html")]
struct OfflinePage {
    page: Frame,
}

/// The page for `GET /offline`, in the language of the request.
#[must_use]
pub fn page(site: Site, headers: &HeaderMap) -> Response {
    let locale = Locale::negotiate(&Wishes {
        cookie: cookie(headers, "lang"),
        accept_language: headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()),
        ..Wishes::default()
    });
    let l = L10n::new(locale, Words::Community, "UTC");
    let frame = Frame::new(l, site, String::new(), 0).alone();
    render(&OfflinePage { page: frame.titled("offline-title") })
}
