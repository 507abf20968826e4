//! The alarm: the disk said that it could not flush what was written to a SQLite database.
//!
//! After that nobody knows what is on the disk and what only looks as if it were, so nothing more is written: the program
//! ends, and the next start folds the log into the file anew ([`crate::Db::open`]) before it takes payments. PostgreSQL does
//! the same by itself.

use std::sync::Arc;

use tokio::sync::watch;

use crate::error::{Error, Result};

/// The alarm of one database. Clones are the same one.
#[derive(Clone)]
pub(crate) struct Alarm(Arc<watch::Sender<bool>>);

impl Default for Alarm {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }
}

impl Alarm {
    /// Passes an outcome on, and is raised when a flush has failed.
    pub(crate) fn heed<T>(&self, outcome: Result<T>) -> Result<T> {
        if let Err(Error::FlushFailed) = &outcome {
            tracing::error!("the disk could not flush what was written: nothing more is written");
            self.0.send_replace(true);
        }
        outcome
    }

    /// Lets a writer pass unless it has been raised.
    pub(crate) fn check(&self) -> Result<()> {
        if *self.0.borrow() { Err(Error::FlushFailed) } else { Ok(()) }
    }

    /// Waits until it is raised.
    pub(crate) async fn raised(&self) {
        let mut raised = self.0.subscribe();
        // It cannot be gone: we hold it.
        let _ = raised.wait_for(|raised| *raised).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_failed_flush_stops_all_later_writers() {
        let alarm = Alarm::default();
        assert!(matches!(alarm.heed::<()>(Err(Error::Taken)), Err(Error::Taken)));
        assert!(alarm.check().is_ok());
        assert!(alarm.clone().heed::<()>(Err(Error::FlushFailed)).is_err());
        assert!(matches!(alarm.check(), Err(Error::FlushFailed)));
        alarm.raised().await;
    }

    #[test]
    fn a_failed_flush_is_known_by_its_code() {
        let failure = |code| rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
        assert!(matches!(Error::from(failure(1034)), Error::FlushFailed));
        assert!(matches!(Error::from(failure(1290)), Error::FlushFailed));
        assert!(matches!(Error::from(failure(778)), Error::Teller(_)), "a failed write is no failed flush");
    }
}
