//! Queued work: what happens after a commit, once and again until it succeeds.

use ledger::time::Instant;
use serde::{Deserialize, Serialize};
use store::Tx;
use store::jobs::Which;
pub use store::jobs::{Counts, Failed};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::announcements::{SPREAD, Spread};
use crate::audit;
use crate::digests::{DIGEST, Writing};
use crate::error::{Error, Result};
use crate::mail::Envelope;
use crate::market::{Fresh, MATCH};
use crate::news::{TELL, Tell};
use crate::newsletters::{POST, Posting};
use crate::notices::{self, Plan};
use crate::pushes::{PUSH, Push};

/// Notices forgotten in one transaction: who pays does not wait for half a year of them.
const SWEPT_AT_ONCE: i64 = 500;
/// How long a process may keep a job before others may take it, in seconds.
const TURN_S: i64 = 300;
/// How often a job is tried before it is given up: over about three days.
pub(crate) const ATTEMPTS: i64 = 9;
/// How long done jobs and dead links are kept, in seconds.
const KEPT_S: i64 = 30 * 86_400;

/// Something to do after the transaction that caused it has been committed. Doing it twice must do no harm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Send a letter.
    Letter(Box<Envelope>),
    /// Tell the other sides of trades; queued by the teller.
    Tell(Tell),
    /// Tell the next users of an announcement.
    Spread(Spread),
    /// Write a newsletter to the next users.
    Post(Posting),
    /// Write a weekly digest to the next users.
    Digest(Writing),
    /// Find out whom a listing concerns.
    Match(Fresh),
    /// Push a piece of news to a device.
    Push(Box<Push>),
    /// Make the sizes of a picture.
    Picture {
        /// Which.
        uuid: Uuid,
    },
}

impl Job {
    /// The kinds of jobs there are, as administrators see them.
    pub const KINDS: [&str; 8] = [LETTER, TELL, SPREAD, POST, DIGEST, MATCH, PUSH, PICTURE];

    /// Its kind, as a stable word.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Letter(_) => LETTER,
            Self::Tell(_) => TELL,
            Self::Spread(_) => SPREAD,
            Self::Post(_) => POST,
            Self::Digest(_) => DIGEST,
            Self::Match(_) => MATCH,
            Self::Push(_) => PUSH,
            Self::Picture { .. } => PICTURE,
        }
    }

    /// Sending a letter.
    pub(crate) fn letter(envelope: Envelope) -> Self {
        Self::Letter(Box::new(envelope))
    }

    fn body(&self) -> Result<String> {
        match self {
            Self::Letter(envelope) => Ok(serde_json::to_string(envelope)?),
            Self::Tell(tell) => Ok(serde_json::to_string(tell)?),
            Self::Spread(spread) => Ok(serde_json::to_string(spread)?),
            Self::Post(posting) => Ok(serde_json::to_string(posting)?),
            Self::Digest(writing) => Ok(serde_json::to_string(writing)?),
            Self::Match(fresh) => Ok(serde_json::to_string(fresh)?),
            Self::Push(push) => Ok(serde_json::to_string(push)?),
            Self::Picture { uuid } => Ok(serde_json::to_string(&PictureBody { uuid: *uuid })?),
        }
    }

    fn parse(kind: &str, body: &str) -> Result<Self> {
        match kind {
            LETTER => Ok(Self::Letter(serde_json::from_str(body)?)),
            TELL => Ok(Self::Tell(serde_json::from_str(body)?)),
            SPREAD => Ok(Self::Spread(serde_json::from_str(body)?)),
            POST => Ok(Self::Post(serde_json::from_str(body)?)),
            DIGEST => Ok(Self::Digest(serde_json::from_str(body)?)),
            MATCH => Ok(Self::Match(serde_json::from_str(body)?)),
            PUSH => Ok(Self::Push(serde_json::from_str(body)?)),
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
    /// Letters and notices: whatever is told, but for pushes.
    Letters,
    /// Pushes: push services are many, and may be slow.
    Pushes,
    /// Making the sizes of pictures.
    Pictures,
}

impl Work {
    fn which(self) -> Which<'static> {
        match self {
            Self::Letters => Which::AllBut([PICTURE, PUSH]),
            Self::Pushes => Which::Only(PUSH),
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

/// Queues jobs in the transaction that causes them.
pub(crate) async fn push_all(tx: &mut Tx, jobs: &[Job], now: Instant) -> Result<()> {
    let bodies = jobs.iter().map(|job| Ok((job.kind(), job.body()?))).collect::<Result<Vec<_>>>()?;
    Ok(store::jobs::push_all(tx, &bodies, now).await?)
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
    if ids.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.write_queue().await?;
    store::jobs::done(&mut tx, ids, app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Begins the transaction that ends jobs, for whoever goes on to write what follows from them; none when another process
/// did one of them meanwhile, since this one was too slow.
///
/// # Errors
/// When the database fails.
pub(crate) async fn end(app: &App, ids: &[i64]) -> Result<Option<Tx>> {
    let mut tx = app.db.write().await?;
    let ended = store::jobs::done(&mut tx, ids, app.clock.now()).await?;
    Ok((usize::try_from(ended) == Ok(ids.len())).then_some(tx))
}

/// Notes that jobs are done and tells what follows from them, in one transaction.
///
/// # Errors
/// [`Error::Busy`] when another process did one of them and there are others that have yet to be done; or when the database
/// fails.
pub(crate) async fn replace(app: &App, done: &[i64], told: &Plan) -> Result<()> {
    match end(app, done).await? {
        Some(mut tx) => {
            told.write(&mut tx, app.clock.now()).await?;
            Ok(tx.commit().await?)
        }
        None if done.len() == 1 => Ok(()),
        None => Err(Error::Busy { retry_after_s: 1 }),
    }
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
pub(crate) fn pause_s(attempts: i64) -> i64 {
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

/// Forgets what is over: ended sessions, dead links, old counters, done jobs, old notices, logins never confirmed, listings
/// taken away.
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
    store::tokens::sweep(&mut tx, now, after(now, -crate::tokens::KEY_COUNTS_S)).await?;
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
    loop {
        let mut tx = app.db.write().await?;
        let forgotten = store::notices::sweep(&mut tx, after(now, -notices::KEPT_S), SWEPT_AT_ONCE).await?;
        tx.commit().await?;
        if i64::try_from(forgotten) != Ok(SWEPT_AT_ONCE) {
            break;
        }
    }
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
