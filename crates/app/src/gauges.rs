//! How the program stands at this moment, for instruments: no names, only counts.

use crate::App;
use crate::error::Result;

/// Counts of this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gauges {
    /// Jobs that wait, those under way included.
    pub jobs_waiting: i64,
    /// Jobs that were given up.
    pub jobs_failed: i64,
    /// Connections to read from the database.
    pub connections_open: i64,
    /// Those of them that nobody uses.
    pub connections_idle: i64,
}

/// Reads them.
///
/// # Errors
/// When the database fails.
pub async fn read(app: &App) -> Result<Gauges> {
    let pool = app.db.pool();
    let jobs = store::jobs::counts(&mut app.db.read().await?).await?;
    Ok(Gauges {
        jobs_waiting: jobs.waiting,
        jobs_failed: jobs.failed,
        connections_open: pool.open,
        connections_idle: pool.idle,
    })
}
