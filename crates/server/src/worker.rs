//! The worker: does the queued jobs, lets requests fall due, and forgets what is over. Pictures are made and pushes sent beside
//! it, so that letters and what falls due never wait for them.

use std::sync::Arc;
use std::time::Duration;

use app::announcements;
use app::digests;
use app::jobs::{self, Job, Taken, Work};
use app::mail::Envelope;
use app::market;
use app::messages;
use app::news::{self, Tell};
use app::newsletters;
use app::notices;
use app::pictures;
use app::pushes::{self, Became, Next, Push};
use app::trades;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::letters::{self, Sender};
use crate::post::{Parcel, Postman};
use crate::push::Outcome;
use crate::state::Server;

/// How often the queue is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// Looks between two times of asking what has fallen due: half a minute.
const LOOKS_PER_DUE: u64 = 15;
/// Looks between two sweeps: an hour.
const LOOKS_PER_SWEEP: u64 = 1800;
/// Jobs taken at once: as many letters as a slow mail server takes before the turn is over.
const AT_ONCE: i64 = 20;
/// Pushes under way at once: a push service that is slow keeps few others waiting.
const PUSHED_AT_ONCE: i64 = 16;

/// Works until it is told to stop; what it has begun it finishes. Pictures are made by [`make_pictures`], pushes sent by [`push`].
pub async fn work(server: Server, postman: Arc<Postman>, mut stopping: watch::Receiver<bool>) {
    let mut looks = 0_u64;
    let mut tick = tokio::time::interval(LOOK_EVERY);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            biased;
            // An error means that the other end is gone, which is the end as well.
            _ = stopping.wait_for(|stop| *stop) => return,
            _ = tick.tick() => {}
        }
        if looks.is_multiple_of(LOOKS_PER_DUE) {
            tell("letting requests fall due", trades::lapse_due(&server.app).await.map(|_| ()));
            tell("telling of messages", messages::tell(&server.app).await.map(|_| ()));
            tell("telling what ends", market::tell_endings(&server.app).await.map(|_| ()));
            tell("telling what matches", market::tell_matches(&server.app).await.map(|_| ()));
            tell("beginning digests", digests::begin_due(&server.app).await.map(|_| ()));
            tell("writing what has waited", notices::write_waiting(&server.app).await.map(|_| ()));
            tell("pushing what has waited", pushes::write_waiting(&server.app).await.map(|_| ()));
        }
        if looks.is_multiple_of(LOOKS_PER_SWEEP) {
            tell("sweeping", jobs::sweep(&server.app).await);
        }
        looks += 1;
        let began = Instant::now();
        // A newsletter may keep the queue full for an hour: what falls due meanwhile does not wait for its end.
        while !*stopping.borrow() && began.elapsed() < LOOK_EVERY {
            match some_jobs(&server, &postman).await {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => {
                    tracing::warn!(%error, "the queue did not answer");
                    break;
                }
            }
        }
    }
}

/// Makes the sizes of pictures, one after the other, until it is told to stop; the one that it has begun it finishes.
pub async fn make_pictures(server: Server, stopping: watch::Receiver<bool>) {
    keep_on(stopping, || a_picture(&server)).await;
}

/// Sends pushes, some at a time, until it is told to stop; those that it has begun it finishes.
pub async fn push(server: Server, stopping: watch::Receiver<bool>) {
    keep_on(stopping, || async { Ok(some_pushes(&server).await? > 0) }).await;
}

/// Does what is due, as long as something was, and looks again after a while, until it is told to stop.
async fn keep_on<F: Future<Output = app::Result<bool>>>(
    mut stopping: watch::Receiver<bool>,
    some: impl Fn() -> F,
) {
    loop {
        tokio::select! {
            biased;
            // As in `work`.
            _ = stopping.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
        while !*stopping.borrow() {
            match some().await {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    tracing::warn!(%error, "the queue did not answer");
                    break;
                }
            }
        }
    }
}

/// Sends the pushes that are due, some at once; tells how many it took.
///
/// # Errors
/// When the queue does not answer.
pub async fn some_pushes(server: &Server) -> app::Result<usize> {
    if !jobs::is_due(&server.app, Work::Pushes).await? {
        return Ok(0);
    }
    let taken = jobs::take(&server.app, Work::Pushes, PUSHED_AT_ONCE).await?;
    let count = taken.len();
    let mut under_way = JoinSet::new();
    for job in taken {
        let server = server.clone();
        under_way.spawn(async move {
            let became = a_push(&server, &job).await;
            became.map(|became| (job, became))
        });
    }
    // What the queue did not answer about is taken again later; of the others it is noted what became of them.
    let (mut all, mut silent) = (Vec::new(), None);
    for one in under_way.join_all().await {
        match one {
            Ok(one) => all.push(one),
            Err(error) => silent = Some(error),
        }
    }
    pushes::note(&server.app, &all).await?;
    silent.map_or(Ok(count), Err)
}

async fn a_push(server: &Server, job: &Taken) -> app::Result<Became> {
    let Job::Push(push) = &job.job else { return Ok(Became::Over) };
    let push: &Push = push;
    let app = &server.app;
    let outgoing = match pushes::prepare(app, push).await? {
        Next::Send(outgoing) => outgoing,
        Next::Rest(until) => return Ok(Became::Rests(until)),
        Next::Over => return Ok(Became::Over),
    };
    let sent = server.pusher.send(app, (push, &outgoing), server.public.origin()).await;
    Ok(match sent {
        Ok(Outcome::Taken) => Became::Sent(outgoing.subscription),
        Ok(Outcome::Gone) => Became::Gone(outgoing.subscription),
        Err(error) => {
            tracing::warn!(job = job.id, attempts = job.attempts, "a push went wrong");
            Became::Failed(outgoing.subscription, format!("{error:#}"))
        }
    })
}

fn tell(what: &str, outcome: app::Result<()>) {
    if let Err(error) = outcome {
        tracing::warn!(%error, "{what} went wrong and is tried again later");
    }
}

/// Makes the sizes of the picture that has waited longest; tells whether there was one.
///
/// # Errors
/// When the queue does not answer.
pub async fn a_picture(server: &Server) -> app::Result<bool> {
    if !jobs::is_due(&server.app, Work::Pictures).await? {
        return Ok(false);
    }
    let taken = jobs::take(&server.app, Work::Pictures, 1).await?;
    for job in &taken {
        let Job::Picture { uuid } = job.job else { continue };
        match pictures::make(&server.app, uuid).await {
            Ok(()) => jobs::done(&server.app, &[job.id]).await?,
            Err(error) => note(server, job, &error.to_string()).await?,
        }
    }
    Ok(!taken.is_empty())
}

/// Does the jobs that are due but for pictures, some at a time; tells how many it took.
///
/// # Errors
/// When the queue does not answer.
pub async fn some_jobs(server: &Server, postman: &Postman) -> app::Result<usize> {
    if !jobs::is_due(&server.app, Work::Letters).await? {
        return Ok(0);
    }
    let taken = jobs::take(&server.app, Work::Letters, AT_ONCE).await?;
    let mut sent = Vec::new();
    for job in &taken {
        if let Job::Letter(envelope) = &job.job {
            match send(server, postman, job.id, envelope).await {
                Ok(()) => sent.push(job.id),
                Err(cause) => note(server, job, &cause).await?,
            }
        }
    }
    // Few transactions: who pays waits for the same disk. And before anything else, or whoever ends the program meanwhile has
    // them sent again.
    jobs::done(&server.app, &sent).await?;
    let mut told = Vec::new();
    for job in &taken {
        match &job.job {
            Job::Tell(tell) => told.push((job, tell)),
            Job::Spread(spread) => {
                follow(server, job, announcements::spread(&server.app, job.id, spread).await).await?;
            }
            Job::Post(posting) => {
                follow(server, job, newsletters::post(&server.app, job.id, posting).await).await?;
            }
            Job::Digest(writing) => {
                follow(server, job, digests::write(&server.app, job.id, writing).await).await?;
            }
            Job::Match(fresh) => {
                follow(server, job, market::find_matches(&server.app, job.id, fresh).await).await?;
            }
            // Letters are done, pictures and pushes are other work.
            Job::Letter(_) | Job::Picture { .. } | Job::Push(_) => {}
        }
    }
    tell_all(server, &told).await?;
    Ok(taken.len())
}

async fn send(server: &Server, postman: &Postman, id: i64, envelope: &Envelope) -> Result<(), String> {
    let sender = Sender { name: &server.site.name, origin: server.public.origin() };
    let written = letters::write(envelope, sender);
    let parcel = Parcel { id, to: &envelope.to, name: &envelope.name, now: server.app.clock.now().0 };
    postman.send(parcel, &written).await.map_err(|error| format!("{error:#}"))
}

/// Tells the sides of trades: all at once, or job by job when one of them goes wrong.
async fn tell_all(server: &Server, told: &[(&Taken, &Tell)]) -> app::Result<()> {
    let jobs: Vec<(i64, &Tell)> = told.iter().map(|(job, tell)| (job.id, *tell)).collect();
    let Err(error) = news::work(&server.app, &jobs).await else { return Ok(()) };
    tracing::warn!(%error, "news are told job by job, since they could not be told together");
    for (job, tell) in told {
        if let Err(error) = news::work(&server.app, &[(job.id, *tell)]).await {
            note(server, job, &error.to_string()).await?;
        }
    }
    Ok(())
}

/// Notes that a job went wrong, if it did: one that ends itself when it goes well.
async fn follow(server: &Server, job: &Taken, outcome: app::Result<()>) -> app::Result<()> {
    match outcome {
        Ok(()) => Ok(()),
        Err(error) => note(server, job, &error.to_string()).await,
    }
}

/// Notes what went wrong with a job; it is tried again later.
async fn note(server: &Server, job: &Taken, cause: &str) -> app::Result<()> {
    // Not the cause: post offices name people in it. The server's administrators see it with the job.
    tracing::warn!(job = job.id, kind = job.job.kind(), attempts = job.attempts, "a job went wrong");
    jobs::failed(&server.app, job, cause).await
}
