//! Notices: what people are told of what happened. All news go through here, `tell` or a `Plan`, so that which kinds
//! there are, by which ways they are told, and how much is too much is decided in one place. What is no news, such as a new
//! password, is a letter of [`crate::mail`] alone.
//!
//! A notice stands in the inbox at once. A letter goes with it unless the reader does not wish it, nobody knows their
//! address, or it has to wait: for the end of their quiet hours, or because they were written much within the hour. What
//! waits becomes one letter a kind ([`write_waiting`]), without what was read meanwhile.
//!
//! A push goes to the devices that take some, by wishes of its own and the same quiet hours; what has to wait becomes one push
//! of all that happened since ([`crate::pushes`]).
//!
//! Messages between members have their own place and count, so they stand in no inbox: what is decided of them here
//! (`posts`, `push`) is only when a letter goes, and a push.
//!
//! A notice is made exactly once: in the transaction that causes it, or in the one that ends the teller's job. Its letter
//! is queued in the same; it is sent at least once, and whenever it is sent again it has the same Message-ID.

use ledger::id::UserId;
use ledger::time::Instant;
use store::Tx;
use store::members::operators::Addressee;
use store::messages::ConversationId;
use store::notices::{self, NewNotice, Post};
pub use store::notices::{Before, Kind};
use store::pushes::Waiting;
use store::users::User;

use crate::App;
use crate::error::Result;
use crate::jobs::{self, Job};
use crate::mail::{Envelope, Letter, Side};
use crate::news::Event;
use crate::pushes::About;

mod inbox;
mod unsubscribing;
mod waiting;
mod wishes;

pub(crate) use inbox::told;
pub use inbox::{Inbox, Notice, inbox, open, read_all, unread_count};
pub use unsubscribing::{unsubscribe, unsubscribing};
pub use waiting::write_waiting;
pub(crate) use wishes::{Known, quiet_end};
pub use wishes::{Quiet, WishForm, Wishes, choose, wishes};

/// How long notices are kept, in seconds: half a year.
pub(crate) const KEPT_S: i64 = 183 * 86_400;

/// Who reads.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    id: UserId,
    name: String,
    /// Only if it was confirmed.
    email: Option<String>,
    locale: String,
}

impl From<&User> for Reader {
    fn from(user: &User) -> Self {
        let email = user.email_confirmed_at.and_then(|_| user.email.clone());
        Self { id: user.id, name: user.name.clone(), email, locale: user.locale.clone() }
    }
}

impl From<&Addressee> for Reader {
    fn from(operator: &Addressee) -> Self {
        let Addressee { user_id, name, email, locale, .. } = operator.clone();
        Self { id: user_id, name, email, locale }
    }
}

/// Something that somebody is told.
#[derive(Clone, Debug)]
pub(crate) struct Telling {
    /// Who.
    pub(crate) reader: Reader,
    /// What.
    pub(crate) letter: Letter,
}

/// What a letter belongs to as news; none when it is not news.
pub(crate) fn kind(letter: &Letter) -> Option<Kind> {
    Some(match letter {
        Letter::Trade { event: Event::Requested, side: Side::Payer, .. } => Kind::Requests,
        Letter::Trade { side: Side::Neither, .. } => Kind::Administration,
        Letter::Trade { .. } => Kind::Trades,
        Letter::Messages { .. } => Kind::Messages,
        Letter::Listing { .. } => Kind::Listings,
        Letter::Announcement { .. } => Kind::Announcements,
        Letter::Newsletter { .. } => Kind::Newsletters,
        Letter::Digest { .. } => Kind::Digest,
        Letter::Matches { .. } => Kind::Matches,
        Letter::Applied { .. } | Letter::ExchangeFounded { .. } => Kind::Administration,
        Letter::Welcomed { .. }
        | Letter::Declined { .. }
        | Letter::MembershipEnded { .. }
        | Letter::RoleGiven { .. }
        | Letter::ExchangeApproved { .. }
        | Letter::ExchangeDeclined { .. } => Kind::Membership,
        Letter::ConfirmAddress { .. }
        | Letter::AlreadyRegistered
        | Letter::ResetPassword { .. }
        | Letter::PasswordChanged
        | Letter::ConfirmNewAddress { .. }
        | Letter::AddressChanged { .. }
        | Letter::Invitation { .. }
        | Letter::OperateInvitation { .. }
        | Letter::SignIn { .. }
        | Letter::Several { .. } => return None,
    })
}

/// Tells users something, in the transaction that causes it.
pub(crate) async fn tell(tx: &mut Tx, app: &App, tellings: Vec<Telling>) -> Result<()> {
    Plan::new(tx, app, tellings).await?.write(tx, app.clock.now()).await
}

/// Tells one user something, in the transaction that causes it.
pub(crate) async fn tell_user(tx: &mut Tx, app: &App, user: &User, letter: Letter) -> Result<()> {
    tell(tx, app, vec![Telling { reader: user.into(), letter }]).await
}

/// Notices, letters and pushes to be written, decided from what the database knew.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    notices: Vec<NewNotice>,
    jobs: Vec<Job>,
    waiting: Vec<Waiting>,
}

impl Plan {
    /// Decides what is written, and reads all that it takes.
    pub(crate) async fn new(tx: &mut Tx, app: &App, tellings: Vec<Telling>) -> Result<Self> {
        let now = app.clock.now();
        let mut known = Known::load(tx, app, tellings.iter().map(|telling| telling.reader.id)).await?;
        let mut plan = Self::default();
        for Telling { reader, letter } in tellings {
            let Some(kind) = kind(&letter) else {
                plan.jobs.extend(envelope(app, &reader, letter, None).map(Job::letter));
                continue;
            };
            let post = if reader.email.is_some() { known.post(reader.id, kind, now) } else { Post::None };
            let (uuid, user, brief) = (app.random.uuid(now)?, reader.id, letter.brief());
            match known.push(user, kind, now) {
                Post::None => {}
                Post::Now => plan.jobs.extend(known.pushes(user, &brief, About::Notice(uuid), now)),
                Post::Later(due_at) => plan.waiting.push(Waiting {
                    user_id: user,
                    conversation: 0,
                    member: 0,
                    since: now,
                    due_at,
                }),
            }
            plan.notices.push(NewNotice { uuid, user, kind, body: serde_json::to_string(&brief)?, post });
            if post == Post::Now {
                plan.jobs.extend(envelope(app, &reader, letter, Some(kind)).map(Job::letter));
            }
        }
        Ok(plan)
    }

    /// Writes it.
    pub(crate) async fn write(&self, tx: &mut Tx, now: Instant) -> Result<()> {
        notices::insert(tx, &self.notices, now).await?;
        // In one order, so that two who are at it wait for each other and not crosswise.
        let mut waiting: Vec<&Waiting> = self.waiting.iter().collect();
        waiting.sort_unstable_by_key(|waiting| waiting.user_id.0);
        for waiting in waiting {
            store::pushes::wait(tx, waiting).await?;
        }
        jobs::push_all(tx, &self.jobs, now).await
    }
}

/// When each of these readers may be written of something that stands in no inbox.
pub(crate) async fn posts(
    tx: &mut Tx,
    app: &App,
    readers: Vec<Addressee>,
    kind: Kind,
) -> Result<Vec<(Addressee, Post)>> {
    let now = app.clock.now();
    let mut known = Known::load(tx, app, readers.iter().map(|reader| reader.user_id)).await?;
    let post = |reader: Addressee| {
        let post = if reader.email.is_some() { known.post(reader.user_id, kind, now) } else { Post::None };
        (reader, post)
    };
    Ok(readers.into_iter().map(post).collect())
}

/// Pushes messages of a conversation to those who read them for a member, or lets that wait.
pub(crate) async fn push(
    tx: &mut Tx,
    app: &App,
    readers: &[Addressee],
    (conversation, letter): (ConversationId, &Letter),
) -> Result<()> {
    let now = app.clock.now();
    let Letter::Messages { conversation: uuid, .. } = letter else { return Ok(()) };
    let mut known = Known::load(tx, app, readers.iter().map(|reader| reader.user_id)).await?;
    let mut jobs = Vec::new();
    for reader in readers {
        let (user_id, member) = (reader.user_id, reader.member.0);
        match known.push(user_id, Kind::Messages, now) {
            Post::None => {}
            Post::Now => {
                let about = About::Conversation { conversation: *uuid, member };
                jobs.extend(known.pushes(user_id, letter, about, now));
            }
            Post::Later(due_at) => {
                let conversation = conversation.0;
                let waiting = Waiting { user_id, conversation, member, since: now, due_at };
                store::pushes::wait(tx, &waiting).await?;
            }
        }
    }
    jobs::push_all(tx, &jobs, now).await
}

/// Writes to one of them at once.
pub(crate) async fn post(tx: &mut Tx, app: &App, reader: &Addressee, letter: Letter) -> Result<()> {
    let kind = kind(&letter);
    match envelope(app, &reader.into(), letter, kind) {
        Some(envelope) => jobs::push(tx, &Job::letter(envelope), app.clock.now()).await,
        None => Ok(()),
    }
}

/// A letter to a reader whose address is known, with the way to get no more of its kind.
fn envelope(app: &App, reader: &Reader, letter: Letter, kind: Option<Kind>) -> Option<Envelope> {
    let Reader { id, name, email, locale } = reader.clone();
    let stop = kind.and_then(|kind| unsubscribing::token(app, id, kind));
    Some(Envelope { to: email?, name, locale, letter, stop })
}
