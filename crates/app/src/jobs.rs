//! Queued work: what happens after a commit, once and again until it succeeds.

use ledger::time::Instant;
use serde::{Deserialize, Serialize};
use store::Tx;
use store::jobs::Which;
pub use store::jobs::{Counts, Failed};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit;
use crate::error::{Error, Result};
use crate::mail::Envelope;
use crate::news::{TELL, Tell};

/// How long a process may keep a job before others may take it, in seconds.
const TURN_S: i64 = 300;
/// How often a job is tried before it is given up: over about three days.
const ATTEMPTS: i64 = 9;
/// How long done jobs and dead links are kept, in seconds.
const KEPT_S: i64 = 30 * 86_400;

/// Something to do after the transaction that caused it has been committed. Doing it twice must do no harm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Send a letter.
    Letter(Box<Envelope>),
    /// Tell the other sides of trades; queued by the teller.
    Tell(Tell),
    /// Make the sizes of a picture.
    Picture {
        /// Which.
        uuid: Uuid,
    },
}

impl Job {
    /// Its kind, as a stable word.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Letter(_) => LETTER,
            Self::Tell(_) => TELL,
            Self::Picture { .. } => PICTURE,
        }
    }

    fn body(&self) -> Result<String> {
        match self {
            Self::Letter(envelope) => Ok(serde_json::to_string(envelope)?),
            Self::Tell(tell) => Ok(serde_json::to_string(tell)?),
            Self::Picture { uuid } => Ok(serde_json::to_string(&PictureBody { uuid: *uuid })?),
        }
    }

    fn parse(kind: &str, body: &str) -> Result<Self> {
        match kind {
            LETTER => Ok(Self::Letter(serde_json::from_str(body)?)),
            TELL => Ok(Self::Tell(serde_json::from_str(body)?)),
            PICTURE => Ok(Self::Picture { uuid: serde_json::from_str::<PictureBody>(body)?.uuid }),
            _ => Err(Error::Internal(format!("no such kind of job: {kind}"))),
        }
    }
}

const LETTER: &str = "letter";
const PICTURE: &str = "picture";

/// How a [`Job::Picture`] is written.
#[derive(Deserialize, Serialize)]
struct PictureBody {
    uuid: Uuid,
}

/// Jobs that are done in turns of their own, so that what is quick never waits for what takes long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Letters, and telling the sides of trades.
    Letters,
    /// Making the sizes of pictures.
    Pictures,
}

impl Work {
    fn which(self) -> Which<'static> {
        match self {
            Self::Letters => Which::AllBut(PICTURE),
            Self::Pictures => Which::Only(PICTURE),
        }
    }
}

/// A job that this process has taken: it must be [`done`] or [`failed`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Names it.
    pub id: i64,
    /// What to do.
    pub job: Job,
    /// How often it has been tried, this time included.
    pub attempts: i64,
}

/// Queues a job in the transaction that causes it.
pub(crate) async fn push(tx: &mut Tx, job: &Job, now: Instant) -> Result<()> {
    store::jobs::push(tx, job.kind(), &job.body()?, now, now).await?;
    Ok(())
}

/// Takes up to `limit` jobs of this work that are due. Whoever takes them and dies gives them back after five minutes.
///
/// # Errors
/// When the database fails.
pub async fn take(app: &App, work: Work, limit: i64) -> Result<Vec<Taken>> {
    let now = app.clock.now();
    let mut tx = app.db.write_queue().await?;
    let rows = store::jobs::take(&mut tx, work.which(), (now, after(now, TURN_S)), limit).await?;
    let mut taken = Vec::with_capacity(rows.len());
    for row in rows {
        match Job::parse(&row.kind, &row.body) {
            Ok(job) => taken.push(Taken { id: row.id, job, attempts: row.attempts }),
            Err(error) => store::jobs::give_up(&mut tx, row.id, &error.to_string(), now).await?,
        }
    }
    tx.commit().await?;
    Ok(taken)
}

/// Whether any of this work is due, without writing.
///
/// # Errors
/// When the database fails.
pub async fn is_due(app: &App, work: Work) -> Result<bool> {
    Ok(store::jobs::is_due(&mut app.db.read().await?, work.which(), app.clock.now()).await?)
}

/// Notes that jobs are done.
///
/// # Errors
/// When the database fails; they will be done again then.
pub async fn done(app: &App, ids: &[i64]) -> Result<()> {
    replace(app, ids, &[]).await
}

/// Notes that jobs are done and queues those that follow from them, in one transaction.
pub(crate) async fn replace(app: &App, done: &[i64], next: &[Job]) -> Result<()> {
    if done.is_empty() && next.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    let bodies = next.iter().map(|job| Ok((job.kind(), job.body()?))).collect::<Result<Vec<_>>>()?;
    let mut tx = app.db.write_queue().await?;
    store::jobs::push_all(&mut tx, &bodies, now).await?;
    store::jobs::done(&mut tx, done, now).await?;
    Ok(tx.commit().await?)
}

/// Notes that a job went wrong: it waits longer each time, and is given up after the ninth.
///
/// # Errors
/// When the database fails.
pub async fn failed(app: &App, job: &Taken, error: &str) -> Result<()> {
    let now = app.clock.now();
    let error: String = error.chars().take(500).collect();
    let mut tx = app.db.write_queue().await?;
    if job.attempts >= ATTEMPTS {
        store::jobs::give_up(&mut tx, job.id, &error, now).await?;
    } else {
        store::jobs::again(&mut tx, job.id, &error, after(now, pause_s(job.attempts))).await?;
    }
    Ok(tx.commit().await?)
}

/// Half a minute, two, eight, half an hour, two hours, eight, then a day each.
fn pause_s(attempts: i64) -> i64 {
    let doublings = u32::try_from(2 * (attempts - 1)).unwrap_or(0).min(20);
    (30_i64 << doublings).min(86_400)
}

/// How the queue stands, and what was given up, for the server's administrators.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone else.
pub async fn overview(app: &App, actor: &Actor) -> Result<(Counts, Vec<Failed>)> {
    actor.may(Action::SeeServer, Subject::server())?;
    let mut tx = app.db.read().await?;
    Ok((store::jobs::counts(&mut tx).await?, store::jobs::failed(&mut tx, 100).await?))
}

/// Tries a job again that was given up.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the server's administrators.
pub async fn retry(app: &App, actor: &Actor, id: i64) -> Result<()> {
    actor.may(Action::RunServer, Subject::server())?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    if !store::jobs::failed(&mut tx, 1000).await?.iter().any(|job| job.id == id) {
        return Err(Error::NotFound);
    }
    store::jobs::again(&mut tx, id, "", now).await?;
    audit::server(&mut tx, app, actor, audit::Act::JobRetried, &id.to_string()).await?;
    Ok(tx.commit().await?)
}

/// Forgets what is over: ended sessions, dead links, old counters, done jobs, logins never confirmed, listings taken away.
///
/// # Errors
/// When the database fails.
pub async fn sweep(app: &App) -> Result<()> {
    let now = app.clock.now();
    let before = after(now, -KEPT_S);
    // One by one, so that nobody waits for all of it, nor in a circle with it.
    let mut tx = app.db.write().await?;
    store::sessions::sweep(&mut tx, now).await?;
    tx.commit().await?;
    let mut tx = app.db.write().await?;
    store::challenges::sweep(&mut tx, now).await?;
    tx.commit().await?;
    let mut tx = app.db.write().await?;
    store::devices::sweep(&mut tx, after(now, -crate::sessions::DEVICE_S)).await?;
    tx.commit().await?;
    let mut tx = app.db.write().await?;
    store::links::sweep(&mut tx, before).await?;
    tx.commit().await?;
    let mut tx = app.db.write().await?;
    store::brakes::sweep(&mut tx, after(now, -2 * 86_400)).await?;
    tx.commit().await?;
    let mut tx = app.db.write().await?;
    store::jobs::sweep(&mut tx, before).await?;
    tx.commit().await?;
    let mut tx = app.db.write().await?;
    store::users::sweep(&mut tx, after(now, -7 * 86_400)).await?;
    tx.commit().await?;
    let mut tx = app.db.write().await?;
    store::listings::forget_removed(&mut tx, after(now, -7 * 86_400)).await?;
    tx.commit().await?;
    crate::pictures::sweep(app).await
}

/// An instant so many seconds later.
pub(crate) fn after(now: Instant, seconds: i64) -> Instant {
    Instant(now.0.saturating_add(seconds * 1_000_000))
}

#[cfg(test)]
mod tests {
    use super::pause_s;

    #[test]
    fn pauses_grow_to_a_day() {
        let pauses: Vec<i64> = (1..=8).map(pause_s).collect();
        assert_eq!(pauses, [30, 120, 480, 1920, 7680, 30_720, 86_400, 86_400]);
    }
}
