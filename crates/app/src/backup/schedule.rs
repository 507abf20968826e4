//! Backups that a server makes by itself: when one is due, who makes it, and how the last one went.

use ledger::Instant;
use store::backups::{self, Good};

use super::Summary;
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::Result;
use crate::jobs::after;

/// For how long a process has the turn before it must say that it is still at it, in seconds.
const TURN_S: i64 = 300;
/// When a backup that went wrong is tried again, in seconds.
const AGAIN_S: i64 = 3600;
/// How late a backup may be before the administrators are warned, in seconds, besides half the time between two.
const LATE_S: i64 = 3600;

/// How the scheduled backups stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// In one word.
    pub state: State,
    /// The last good one.
    pub last: Option<Last>,
    /// When and why the last attempt went wrong, unless it went well.
    pub failure: Option<(Instant, String)>,
}

/// How they stand, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No server makes any.
    Off,
    /// The first one is not made yet.
    Awaited,
    /// The last one is good and not too old.
    Fine,
    /// The last attempt went wrong.
    Failing,
    /// The last one is older than it should be.
    Old,
}

/// The last good backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// When its snapshot was taken.
    pub made_at: Instant,
    /// Where it is, on the machine that made it.
    pub place: String,
    /// How large it is.
    pub bytes: i64,
    /// How many rows it holds.
    pub rows: i64,
    /// When it had been read back whole.
    pub checked_at: Instant,
}

/// Plans backups so many seconds apart, 0 for none; of several servers the last one that was started decides.
///
/// # Errors
/// When the database fails.
pub async fn plan(app: &App, every_s: i64) -> Result<()> {
    let now = app.clock.now();
    let known = backups::get(&mut app.db.read().await?).await?;
    if known.map_or(0, |known| known.every_s) == every_s {
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    backups::plan(&mut tx, every_s, now).await?;
    Ok(tx.commit().await?)
}

/// Takes the turn to make a backup, when one is due and nobody else is at it.
///
/// # Errors
/// When the database fails.
pub async fn take_turn(app: &App) -> Result<bool> {
    let now = app.clock.now();
    let known = backups::get(&mut app.db.read().await?).await?;
    if known.is_none_or(|known| known.every_s == 0 || known.next_at > now) {
        return Ok(false);
    }
    let mut tx = app.db.write().await?;
    let taken = backups::take(&mut tx, now, after(now, TURN_S)).await?;
    tx.commit().await?;
    Ok(taken)
}

/// Says that the one who has the turn is still at it. To be said at least every [`TURN_S`] seconds.
///
/// # Errors
/// When the database fails.
pub async fn keep_turn(app: &App) -> Result<()> {
    let mut tx = app.db.write().await?;
    backups::keep(&mut tx, after(app.clock.now(), TURN_S)).await?;
    Ok(tx.commit().await?)
}

/// Notes that the backup is made, read back and in its place, and gives the turn back.
///
/// # Errors
/// When the database fails.
pub async fn made(app: &App, summary: &Summary, place: &str) -> Result<()> {
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let good = Good {
        made_at: summary.made_at,
        place,
        bytes: count(summary.bytes),
        row_count: count(summary.rows),
        checked_at: app.clock.now(),
    };
    let mut tx = app.db.write().await?;
    backups::made(&mut tx, good).await?;
    Ok(tx.commit().await?)
}

/// Notes why there was none, and gives the turn back; it is tried again within the hour.
///
/// # Errors
/// When the database fails.
pub async fn failed(app: &App, why: &str) -> Result<()> {
    let now = app.clock.now();
    let why: String = why.chars().take(500).collect();
    let mut tx = app.db.write().await?;
    let every_s = backups::get(&mut tx).await?.map_or(AGAIN_S, |known| known.every_s);
    backups::failed(&mut tx, &why, now, after(now, every_s.min(AGAIN_S))).await?;
    Ok(tx.commit().await?)
}

/// Gives the turn back without having done anything: the server stops.
///
/// # Errors
/// When the database fails.
pub async fn give_back(app: &App) -> Result<()> {
    let mut tx = app.db.write().await?;
    backups::keep(&mut tx, Instant(0)).await?;
    Ok(tx.commit().await?)
}

/// How the scheduled backups stand, for the server's administrators.
///
/// # Errors
/// [`crate::Error::NotAllowed`] for anyone else.
pub async fn status(app: &App, actor: &Actor) -> Result<Status> {
    actor.may(Action::SeeServer, Subject::server())?;
    unguarded_status(app).await
}

/// As [`status`], for the program's own measurements, which show nobody's data.
///
/// # Errors
/// When the database fails.
pub async fn unguarded_status(app: &App) -> Result<Status> {
    let Some(known) = backups::get(&mut app.db.read().await?).await? else {
        return Ok(Status { state: State::Off, last: None, failure: None });
    };
    let late = known.next_at.0 + (known.every_s / 2 + LATE_S) * 1_000_000 < app.clock.now().0;
    let state = match (known.every_s, known.made_at, known.failed_at) {
        (0, ..) => State::Off,
        (_, _, Some(_)) => State::Failing,
        _ if late => State::Old,
        (_, None, None) => State::Awaited,
        (_, Some(_), None) => State::Fine,
    };
    let last = known.made_at.map(|made_at| Last {
        made_at,
        place: known.place,
        bytes: known.bytes,
        rows: known.row_count,
        checked_at: known.checked_at.unwrap_or(made_at),
    });
    Ok(Status { state, last, failure: known.failed_at.map(|at| (at, known.failure)) })
}
