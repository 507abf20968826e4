//! Pushes as jobs: what one tells, whether it is still worth telling, and what becomes of it.

use ledger::id::UserId;
use ledger::time::Instant;
use serde::{Deserialize, Serialize};
use store::Tx;
use store::members::{MemberId, operators};
use store::messages::shown;
use store::pushes::Subscription;
use uuid::Uuid;

use super::server_key;
use crate::App;
use crate::error::Result;
use crate::jobs::{ATTEMPTS, Taken, after, pause_s};
use crate::mail::Letter;
use crate::messages;
use crate::notices;

/// The kind of these jobs.
pub const PUSH: &str = "push";
/// How old news may be that are pushed, in seconds: a day. They stand in the inbox.
pub const TOLD_WITHIN_S: i64 = 86_400;

/// A piece of news to one device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Push {
    /// The session whose browser shows it.
    pub session: Uuid,
    /// What is told.
    pub letter: Letter,
    /// Where else it stands.
    pub about: About,
    /// When it became due.
    pub at: Instant,
}

/// Where news stand that are pushed: who has seen them there is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// One notice of the inbox.
    Notice(Uuid),
    /// The messages of a conversation, for a member on one side of it.
    Conversation {
        /// Which.
        conversation: Uuid,
        /// The side.
        member: i64,
    },
    /// Several notices of the inbox.
    Inbox,
}

/// What is to be done about a push.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// It is to be sent.
    Send(Box<Outgoing>),
    /// Nothing: it has been read, is too old, or nobody takes it any more.
    Over,
    /// It has to wait: its device could not be reached a moment ago, or its owner's hours are quiet.
    Rest(Instant),
}

/// A push on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Where to.
    pub subscription: Subscription,
    /// The language of whoever reads it.
    pub locale: String,
    /// How much longer it is worth telling, in seconds, at least 1.
    pub lives_s: i64,
}

/// What is to be done about a push now.
///
/// # Errors
/// When the database fails.
pub async fn prepare(app: &App, push: &Push) -> Result<Next> {
    let now = app.clock.now();
    let lives_s = (after(push.at, TOLD_WITHIN_S).0 - now.0) / 1_000_000;
    let Some(server_key) = server_key(app) else { return Ok(Next::Over) };
    let mut tx = app.db.read().await?;
    let subscription = store::pushes::get(&mut tx, push.session, &server_key, now).await?;
    let Some(subscription) = subscription.filter(|_| lives_s > 0) else { return Ok(Next::Over) };
    if !is_new(&mut tx, subscription.user_id, push.about).await? {
        return Ok(Next::Over);
    }
    if subscription.rests_until > now {
        return Ok(Next::Rest(subscription.rests_until));
    }
    // What was queued in the evening, or could not be sent then, rings no more at night.
    if let Some(end) = notices::quiet_end(&mut tx, subscription.user_id, now).await? {
        return Ok(Next::Rest(end));
    }
    let Some(user) = store::users::get(&mut tx, subscription.user_id).await? else { return Ok(Next::Over) };
    Ok(Next::Send(Box::new(Outgoing { subscription, locale: user.locale, lives_s })))
}

/// Whether the user has yet to see it where it stands, and may.
async fn is_new(tx: &mut Tx, user: UserId, about: About) -> Result<bool> {
    Ok(match about {
        About::Notice(uuid) => {
            store::notices::get(tx, user, uuid).await?.is_some_and(|notice| notice.read_at.is_none())
        }
        About::Conversation { conversation, member } => {
            let sides = shown::both_sides(tx, conversation).await?;
            let side = sides.into_iter().find(|side| side.member.0 == member);
            let Some(side) = side.filter(|side| side.heard > side.seen && !side.muted) else {
                return Ok(false);
            };
            let operators = operators::addressees(tx, &[MemberId(member)]).await?;
            operators.iter().any(|operator| operator.user_id == user) && messages::is_told(tx, &side).await?
        }
        About::Inbox => store::notices::unread_count(tx, user).await? > 0,
    })
}

/// What became of a push.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// Its push service has taken it.
    Sent(Subscription),
    /// The place of its subscription is no more.
    Gone(Subscription),
    /// There was nothing to be done about it.
    Over,
    /// It waits until then.
    Rests(Instant),
    /// It went wrong, as these words say. Its device is left alone for a while, longer each time, and all pushes to it wait
    /// together; after the ninth time in a row it is given up.
    Failed(Subscription, String),
}

/// Notes what became of some pushes, at once: who pays waits for the same disk.
///
/// # Errors
/// When the database fails; those that were sent are sent again then.
pub async fn note(app: &App, all: &[(Taken, Became)]) -> Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    let mut tx = app.db.write_queue().await?;
    for (job, became) in all {
        let failure = match became {
            Became::Sent(subscription) => {
                store::pushes::taken(&mut tx, subscription.session).await?;
                None
            }
            Became::Gone(gone) => {
                store::pushes::remove_place(&mut tx, gone.session, &gone.endpoint).await?;
                None
            }
            Became::Over => None,
            Became::Rests(until) => Some((String::new(), *until)),
            Became::Failed(subscription, error) => {
                let error: String = error.chars().take(500).collect();
                let (session, endpoint) = (subscription.session, subscription.endpoint.as_str());
                if subscription.failures + 1 >= ATTEMPTS {
                    store::pushes::remove_place(&mut tx, session, endpoint).await?;
                    store::jobs::give_up(&mut tx, job.id, &error, now).await?;
                    continue;
                }
                let until = after(now, pause_s(subscription.failures + 1));
                store::pushes::failed(&mut tx, (session, endpoint), (now, until)).await?;
                Some((error, until))
            }
        };
        match failure {
            Some((error, until)) => store::jobs::again(&mut tx, job.id, &error, until).await?,
            None => {
                store::jobs::done(&mut tx, &[job.id], now).await?;
            }
        }
    }
    Ok(tx.commit().await?)
}
