//! What open pages are told as it happens: how many requests wait for an answer, conversations hold something new, and
//! notices are not read. Whoever listens has been asked who they are before; here is only what has changed since, for all of
//! them at once.

use std::collections::{HashMap, HashSet};

use ledger::{AccountId, ExchangeId, Instant, UserId};
use store::members::MemberId;
use store::{Moment, live};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::jobs::after;

/// How long after a change it is looked again all the same, in seconds: a commit that nobody waited for may come late.
const LATE_S: i64 = 5;
/// How long it is looked away at most, in seconds: sessions end by the clock as well.
const AWAY_S: i64 = 30;
/// How many are asked about in one statement.
const AT_ONCE: usize = 256;

/// Whoever listens: a session, and for whom its user acts on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Listener {
    /// The session, with which it ends.
    pub session: Uuid,
    /// Whose.
    pub user: UserId,
    /// The member.
    pub member: MemberId,
    /// The member's account.
    pub account: Option<AccountId>,
}

impl Listener {
    /// Whoever listens on a page of this exchange.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for anyone but its members.
    pub fn new(actor: &Actor, exchange: ExchangeId) -> Result<Self> {
        let user = actor.signed_in()?;
        let acting = actor.acting_in(exchange).ok_or(Error::NotAllowed("error-members-only"))?;
        actor.may(Action::ReadMessages, Subject::member(exchange, acting.member))?;
        let session = actor.session().ok_or(Error::NotAllowed("error-sign-in-first"))?;
        Ok(Self { session: session.uuid, user: user.id, member: acting.member, account: acting.account })
    }
}

/// What is new for somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Requests that wait for their answer.
    pub waiting: u32,
    /// Conversations with something new.
    pub unread: u32,
    /// Notices that are not read.
    pub notices: u32,
}

/// Looks for everybody who listens to this process. Where this process is the only one that writes (SQLite), it knows without
/// asking whether anything has changed.
#[derive(Debug, Default)]
pub struct Watch {
    moment: Option<Moment>,
    changed_at: Option<Instant>,
    looked_at: Option<Instant>,
}

impl Watch {
    /// What is new for each of these whose session goes on; none when nothing can have changed since the last time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn look(
        &mut self,
        app: &App,
        listeners: &[Listener],
    ) -> Result<Option<HashMap<Listener, Counts>>> {
        let (moment, now) = (app.db.moment(), app.clock.now());
        if moment.is_none() || moment != self.moment {
            self.changed_at = Some(now);
        }
        let is_within =
            |at: Option<Instant>, seconds| at.is_some_and(|at| (at..=after(at, seconds)).contains(&now));
        if !is_within(self.changed_at, LATE_S) && is_within(self.looked_at, AWAY_S) {
            return Ok(None);
        }
        let found = counts(app, listeners).await?;
        // Only now: what could not be read is looked for again.
        (self.moment, self.looked_at) = (moment, Some(now));
        Ok(Some(found))
    }
}

async fn counts(app: &App, listeners: &[Listener]) -> Result<HashMap<Listener, Counts>> {
    let mut found = HashMap::with_capacity(listeners.len());
    for some in listeners.chunks(AT_ONCE) {
        let mut tx = app.db.read().await?;
        let sessions: Vec<Uuid> = some.iter().map(|listener| listener.session).collect();
        let going_on: HashSet<Uuid> =
            live::sessions(&mut tx, &sessions, app.clock.now()).await?.into_iter().collect();
        let some: Vec<Listener> =
            some.iter().copied().filter(|listener| going_on.contains(&listener.session)).collect();
        let accounts: Vec<AccountId> = some.iter().filter_map(|listener| listener.account).collect();
        let members: Vec<MemberId> = some.iter().map(|listener| listener.member).collect();
        let users: Vec<UserId> = some.iter().map(|listener| listener.user).collect();
        let waiting: HashMap<_, _> = live::waiting(&mut tx, &accounts).await?.into_iter().collect();
        let unread: HashMap<_, _> = live::unread(&mut tx, &members).await?.into_iter().collect();
        let notices: HashMap<_, _> = live::notices(&mut tx, &users).await?.into_iter().collect();
        let count = |count: Option<&i64>| u32::try_from(count.copied().unwrap_or(0)).unwrap_or(u32::MAX);
        found.extend(some.into_iter().map(|listener| {
            let counts = Counts {
                waiting: count(listener.account.and_then(|account| waiting.get(&account))),
                unread: count(unread.get(&listener.member)),
                notices: count(notices.get(&listener.user)),
            };
            (listener, counts)
        }));
    }
    Ok(found)
}
