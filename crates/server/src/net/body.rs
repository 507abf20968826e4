//! Bodies: of requests, which must come at a least rate and not fill the memory; of answers, whose end frees the place.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Extensions, StatusCode};
use http_body::{Frame, SizeHint};
use hyper::body::{Bytes, Incoming};
use tokio::time::{Instant, Sleep};

use super::places::{Note, Stage};

/// What every request may keep in memory without asking: far more than the form of a trade.
const FREE_BYTES: usize = 16 * 1024;

/// What became of a request's body; in its extensions.
#[derive(Clone, Debug, Default)]
pub struct Fate(Arc<AtomicU8>);

const SLOW: u8 = 1;
const TOO_MUCH: u8 = 2;

impl Fate {
    /// The status of the answer to a request whose body was given up; none when it came well.
    #[must_use]
    pub fn status(extensions: &Extensions) -> Option<StatusCode> {
        match extensions.get::<Self>()?.0.load(Ordering::Relaxed) {
            SLOW => Some(StatusCode::REQUEST_TIMEOUT),
            TOO_MUCH => Some(StatusCode::SERVICE_UNAVAILABLE),
            _ => None,
        }
    }
}

/// Why a body was given up.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub enum GivenUp {
    /// It came too slowly.
    #[error("the request came too slowly")]
    Slow,
    /// All large requests together are too much at the moment.
    #[error("too many large requests at once")]
    TooMuch,
}

/// A request's body on its way in.
pub(super) struct Paced {
    body: Incoming,
    note: Note,
    fate: Fate,
    began: Instant,
    came: usize,
    timer: Option<Pin<Box<Sleep>>>,
}

impl Paced {
    /// The body, and where to read what became of it.
    pub(super) fn new(body: Incoming, note: Note) -> (Self, Fate) {
        let fate = Fate::default();
        (Self { body, note, fate: fate.clone(), began: Instant::now(), came: 0, timer: None }, fate)
    }

    fn give_up(&self, why: GivenUp) -> axum::Error {
        let mark = match why {
            GivenUp::Slow => SLOW,
            GivenUp::TooMuch => TOO_MUCH,
        };
        self.fate.0.store(mark, Ordering::Relaxed);
        axum::Error::new(why)
    }

    /// When so much should have come that the next byte need not be there yet.
    fn deadline(&self) -> Instant {
        let patience = self.note.patience();
        let came = u64::try_from(self.came).unwrap_or(u64::MAX);
        self.began + patience.body + Duration::from_secs(came / patience.body_rate.max(1))
    }

    fn took(&mut self, bytes: usize) -> Result<(), axum::Error> {
        let paid = self.came.saturating_sub(FREE_BYTES);
        self.came += bytes;
        let more = self.came.saturating_sub(FREE_BYTES) - paid;
        if more == 0 || self.note.keep(more) { Ok(()) } else { Err(self.give_up(GivenUp::TooMuch)) }
    }
}

impl http_body::Body for Paced {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) {
            let frame = frame.map(|frame| {
                let frame = frame.map_err(axum::Error::new)?;
                let bytes = frame.data_ref().map_or(0, Bytes::len);
                self.took(bytes).map(|()| frame)
            });
            return Poll::Ready(frame);
        }
        let deadline = self.deadline();
        let timer = self.timer.get_or_insert_with(|| Box::pin(tokio::time::sleep_until(deadline)));
        if timer.deadline() != deadline {
            timer.as_mut().reset(deadline);
        }
        match timer.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Some(Err(self.give_up(GivenUp::Slow)))),
            Poll::Pending => Poll::Pending,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A request's turn: from its head until its answer has been handed over, or was given up.
pub(super) struct Turn(Note);

impl Turn {
    pub(super) fn begin(note: Note) -> Self {
        note.stage(Stage::Answering);
        Self(note)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.answered();
    }
}

/// An answer's body, which ends the turn.
pub(super) struct Handed {
    pub(super) body: Body,
    pub(super) _turn: Turn,
}

impl http_body::Body for Handed {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
