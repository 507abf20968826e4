//! How a process knows that what it has read still stands, where it is the only one that writes.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts the commits of this process that change more than [`Moment`] leaves out. Clones count together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes(Arc<AtomicU64>);

/// Names a state of the database. As long as [`crate::Db::moment`] answers the same, nothing has changed but: transfers that
/// counted or were refused as soon as they came, with their entries, balances, trading records, floors that grew and journals'
/// heads; and the queue of jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment(u64);

impl Changes {
    pub(crate) fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::Acquire))
    }

    /// Notes a change when what this returns is dropped: after the commit, and also when that failed or was not waited for.
    pub(crate) fn note(&self) -> Noted {
        Noted(self.clone())
    }
}

/// A change that is about to be committed.
pub(crate) struct Noted(Changes);

impl Drop for Noted {
    fn drop(&mut self) {
        self.0.0.fetch_add(1, Ordering::AcqRel);
    }
}
