//! The clock: the only place where time comes from.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use ledger::time::Instant;

/// Tells the time, in whole microseconds, so that what is read back equals what was written.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that a test or the making of a demo turns by hand.
    Hand(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at this instant until it is turned.
    pub fn hand(start: Instant) -> Self {
        Self::Hand(Arc::new(AtomicI64::new(start.0)))
    }

    /// This instant.
    pub fn now(&self) -> Instant {
        match self {
            Self::System => system_now(),
            Self::Hand(at) => Instant(at.load(Ordering::SeqCst)),
        }
    }

    /// Turns a clock that is turned by hand; the machine's goes its own way.
    pub fn advance(&self, seconds: i64) {
        if let Self::Hand(at) = self {
            at.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
        }
    }

    /// Sets a clock that is turned by hand.
    pub fn set(&self, instant: Instant) {
        if let Self::Hand(at) = self {
            at.store(instant.0, Ordering::SeqCst);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
fn system_now() -> Instant {
    Instant(jiff::Timestamp::now().as_microsecond())
}
