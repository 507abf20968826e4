//! `GET /{code}/events`: tells an open page, as server-sent events, what is new as it happens.
//!
//! A page works without it. A stream ends with its session, when the server stops, when its browser goes, and after some
//! minutes in any case: no connection takes longer than [`Patience::exchange`](crate::net::limits::Patience), and whoever
//! listens again is asked again who they are. Browsers do so by themselves.

use std::convert::Infallible;
use std::time::Duration;

use app::live::{Counts, Listener};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::time::Instant;

use super::frame::Frame;
use super::stop::Answer;
use super::visitor::Here;
use crate::live::Listening;
use crate::routes::Routes;
use crate::state::Server;

/// How long a stream is silent at most: less than proxies wait.
const SILENCE: Duration = Duration::from_secs(20);
/// How long a stream lasts.
const LASTS: Duration = Duration::from_secs(240);
/// How long a browser waits before it listens again.
const AGAIN: Duration = Duration::from_secs(3);

/// Adds the route of events.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/events", events)
}

/// A stream, and how its reader is spoken to.
struct Told {
    listening: Listening,
    frame: Frame,
    ends_at: Instant,
    is_first: bool,
}

async fn events(here: Here) -> Answer {
    here.member()?;
    let listener = Listener::new(&here.actor, here.id())?;
    let frame = here.frame.clone();
    let counts = Counts { waiting: frame.waiting, unread: frame.unread, notices: frame.new_notices };
    let Some(listening) = here.server.live.listen(listener, &here.client.network, counts) else {
        // The page asks again after a while.
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    Ok(streamed(Told { listening, frame, ends_at: Instant::now() + LASTS, is_first: true }))
}

fn streamed(told: Told) -> Response {
    let events = stream::unfold(told, |mut told| async move {
        let event = told.next().await?;
        Some((Ok::<_, Infallible>(event), told))
    });
    // Proxies that collect answers before they hand them on are asked not to.
    let unbuffered = (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    ([unbuffered], Sse::new(events)).into_response()
}

impl Told {
    /// The next thing to tell: at once how it stands, then what changes, and in between that the stream is alive.
    async fn next(&mut self) -> Option<Event> {
        let is_first = std::mem::take(&mut self.is_first);
        if !is_first {
            let until = self.ends_at.min(Instant::now() + SILENCE);
            match tokio::time::timeout_at(until, self.listening.counts.changed()).await {
                Ok(Ok(())) => {}
                // The session ends, or the server.
                Ok(Err(_)) => return None,
                Err(_) if Instant::now() >= self.ends_at => return None,
                Err(_) => return Some(Event::default().comment("")),
            }
        }
        let counts = *self.listening.counts.borrow_and_update();
        let event = Event::default().event("counts").data(self.words(counts));
        Some(if is_first { event.retry(AGAIN) } else { event })
    }

    /// What is new, in numbers and in words, by the names that the page's places have (`data-live`).
    fn words(&self, counts: Counts) -> String {
        let said = |count: u32, key: &str| serde_json::json!({"count": count, "text": self.frame.with("count", count).t(key)});
        serde_json::json!({
            "waiting": said(counts.waiting, "frame-waiting"),
            "unread": said(counts.unread, "frame-unread"),
            "notices": said(counts.notices, "frame-notices"),
        })
        .to_string()
    }
}
