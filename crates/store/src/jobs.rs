//! Queued work: pushed in the transaction that causes it, taken by whichever process is free.

use ledger::time::Instant;
use sqlx::QueryBuilder;

use crate::error::Result;
use crate::ids::Series;
use crate::tx::Tx;

/// Rows of one statement, at most.
const AT_ONCE: usize = 256;

row! {
    /// A job that this process has taken.
    pub struct Taken {
        /// Names it when it is done.
        pub id: i64,
        /// Its kind, as a stable word.
        pub kind: String,
        /// What to do: a JSON object.
        pub body: String,
        /// How often it has been taken, this time included.
        pub attempts: i64,
    }
}

row! {
    /// A job that was given up.
    pub struct Failed {
        /// Names it when it is to be tried again.
        pub id: i64,
        /// Its kind, as a stable word.
        pub kind: String,
        /// How often it was tried.
        pub attempts: i64,
        /// What went wrong the last time.
        pub error: String,
        /// When it was queued.
        pub made_at: Instant,
        /// When it was given up.
        pub done_at: Option<Instant>,
    }
}

row! {
    /// How the queue stands.
    pub struct Counts {
        /// Jobs that wait, those under way included.
        pub waiting: i64,
        /// Jobs that were given up.
        pub failed: i64,
        /// When the job that has waited longest became due.
        pub oldest_due_at: Option<Instant>,
    }
}

/// Which jobs somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which<'a> {
    /// Those of this kind.
    Only(&'a str),
    /// Those of every kind but these two.
    AllBut([&'a str; 2]),
}

impl<'a> Which<'a> {
    /// The kinds, and whether jobs are of one of them.
    fn parts(self) -> ([&'a str; 2], bool) {
        match self {
            Self::Only(kind) => ([kind, kind], true),
            Self::AllBut(kinds) => (kinds, false),
        }
    }
}

/// Queues a job.
///
/// # Errors
/// When the database refuses.
pub async fn push(tx: &mut Tx, kind: &str, body: &str, now: Instant, due_at: Instant) -> Result<i64> {
    let id = tx.id(Series::Jobs).await?;
    on!(tx, conn => sqlx::query(
        "INSERT INTO jobs (id, kind, body, state, due_at, made_at) VALUES ($1, $2, $3, 'waiting', $4, $5)")
        .bind(id).bind(kind).bind(body).bind(due_at.0).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(id)
}

/// Whether a job is due that nobody has.
///
/// # Errors
/// When the database does not answer.
pub async fn is_due(tx: &mut Tx, which: Which<'_>, now: Instant) -> Result<bool> {
    let ([one, other], is_of_them) = which.parts();
    let due: Option<(i64,)> = on!(tx, conn => sqlx::query_as(
        "SELECT id FROM jobs
         WHERE state = 'waiting' AND due_at <= $1 AND taken_until <= $1 AND (kind = $2 OR kind = $3) = $4 LIMIT 1")
        .bind(now.0).bind(one).bind(other).bind(is_of_them).fetch_optional(conn).await)?;
    Ok(due.is_some())
}

/// Takes jobs that are due and that nobody else has, oldest first; they are this process's until `until`.
///
/// # Errors
/// When the database refuses.
pub async fn take(
    tx: &mut Tx,
    which: Which<'_>,
    (now, until): (Instant, Instant),
    limit: i64,
) -> Result<Vec<Taken>> {
    let ([one, other], is_of_them) = which.parts();
    // The outer conditions are seen afresh on PostgreSQL when another process was quicker: then the row is passed over.
    let mut taken: Vec<Taken> = on!(tx, conn => sqlx::query_as(
        "UPDATE jobs SET taken_until = $2, attempts = attempts + 1
         WHERE id IN (SELECT id FROM jobs WHERE state = 'waiting' AND due_at <= $1 AND taken_until <= $1
                        AND (kind = $4 OR kind = $5) = $6 ORDER BY due_at, id LIMIT $3)
           AND state = 'waiting' AND taken_until <= $1
         RETURNING id, kind, body, attempts")
        .bind(now.0).bind(until.0).bind(limit).bind(one).bind(other).bind(is_of_them)
        .fetch_all(conn).await)?;
    taken.sort_by_key(|job| job.id);
    Ok(taken)
}

/// Notes that jobs are done; answers how many of them had not been before. Their bodies are forgotten, since letters hold
/// secrets.
///
/// # Errors
/// When the database refuses.
pub async fn done(tx: &mut Tx, ids: &[i64], now: Instant) -> Result<u64> {
    let mut ended = 0;
    for some in ids.chunks(AT_ONCE) {
        ended += on!(tx, conn => {
            let mut sql = QueryBuilder::new("UPDATE jobs SET state = 'done', body = '{}', error = '', done_at = ");
            sql.push_bind(now.0).push(" WHERE id IN (");
            let mut list = sql.separated(", ");
            for id in some {
                list.push_bind(*id);
            }
            sql.push(") AND state = 'waiting'");
            sql.build().execute(conn).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(ended)
}

/// Queues jobs that are due at once, each a kind and a body.
///
/// # Errors
/// When the database refuses.
pub async fn push_all(tx: &mut Tx, jobs: &[(&str, String)], now: Instant) -> Result<()> {
    for some in jobs.chunks(AT_ONCE) {
        let ids = tx.ids(Series::Jobs, i64::try_from(some.len()).unwrap_or(i64::MAX)).await?;
        on!(tx, conn => {
            let mut sql = QueryBuilder::new("INSERT INTO jobs (id, kind, body, state, due_at, made_at) ");
            sql.push_values(ids.zip(some), |mut row, (id, (kind, body))| {
                row.push_bind(id).push_bind(*kind).push_bind(body).push("'waiting'");
                row.push_bind(now.0).push_bind(now.0);
            });
            sql.build().execute(conn).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Notes that a job went wrong and is to be tried again later.
///
/// # Errors
/// When the database refuses.
pub async fn again(tx: &mut Tx, id: i64, error: &str, due_at: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE jobs SET state = 'waiting', error = $2, due_at = $3, taken_until = 0, done_at = NULL WHERE id = $1")
        .bind(id).bind(error).bind(due_at.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Gives a job up. It stays visible.
///
/// # Errors
/// When the database refuses.
pub async fn give_up(tx: &mut Tx, id: i64, error: &str, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE jobs SET state = 'failed', error = $2, done_at = $3 WHERE id = $1")
        .bind(id).bind(error).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The jobs that were given up, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn failed(tx: &mut Tx, limit: i64) -> Result<Vec<Failed>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT id, kind, attempts, error, made_at, done_at FROM jobs WHERE state = 'failed' ORDER BY id DESC LIMIT $1")
        .bind(limit).fetch_all(conn).await)?)
}

/// How the queue stands.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(tx: &mut Tx) -> Result<Counts> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT CAST(coalesce(sum(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END), 0) AS BIGINT) AS waiting,
                CAST(coalesce(sum(CASE WHEN state = 'failed' THEN 1 ELSE 0 END), 0) AS BIGINT) AS failed,
                min(CASE WHEN state = 'waiting' THEN due_at END) AS oldest_due_at
         FROM jobs WHERE state IN ('waiting', 'failed')")
        .fetch_one(conn).await)?)
}

/// Forgets jobs done before this instant.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(tx: &mut Tx, before: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM jobs WHERE state = 'done' AND done_at < $1")
        .bind(before.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Forgets all jobs, done or not: those of a past that is made up.
///
/// # Errors
/// When the database refuses.
pub async fn forget_all(tx: &mut Tx) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM jobs").execute(conn).await.map(|_| ()))?;
    Ok(())
}
