//! Sessions: which browser is which user, until when, and for which member it acts.

use ledger::id::UserId;
use ledger::time::Instant;
use store::Tx;
use store::members::{MemberId, State};
use store::sessions::How;
pub use store::sessions::Session;
use store::users::User;
use uuid::Uuid;

use crate::App;
use crate::actor::Actor;
use crate::devices;
use crate::error::{Error, Result};
use crate::jobs::after;
use crate::random::Token;
use crate::tokens;

/// A session ends when it has not been used for so long: 30 days, in seconds.
pub const IDLE_S: i64 = 30 * 86_400;
/// A session ends after so long in any case: 90 days, in seconds.
pub const LONGEST_S: i64 = 90 * 86_400;
/// How long a browser is known that nobody signs in on: a year, in seconds.
pub const DEVICE_S: i64 = 365 * 86_400;
/// Use is noted at most so often, in seconds.
const NOTED_S: i64 = 300;

/// A fresh session: the token goes into a cookie and is known to nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The secret.
    pub token: String,
    /// Whose session it is.
    pub user: UserId,
    /// When the cookie may be forgotten, at the latest.
    pub expires_at: Instant,
    /// What the browser is known by from now on; none when it is known already.
    pub device: Option<String>,
}

/// The browser that somebody signs in with.
#[derive(Clone, Copy, Debug)]
pub struct Browser<'a> {
    /// What it calls itself.
    pub agent: &'a str,
    /// What it is known by; empty when it never was.
    pub device: &'a str,
}

/// Begins a session of somebody who has signed in so, with this browser.
pub(crate) async fn begin(
    tx: &mut Tx,
    app: &App,
    user: &User,
    (browser, how): (Browser<'_>, How),
) -> Result<SignedIn> {
    let now = app.clock.now();
    let token = app.random.token()?;
    let session = fresh(app, user, (browser.agent, how))?;
    store::sessions::insert(tx, &token.hash(), &session).await?;
    let device = devices::greet(tx, app, user, browser).await?;
    Ok(SignedIn { token: token.text(), user: user.id, expires_at: after(now, LONGEST_S), device })
}

/// A session that begins now.
pub(crate) fn fresh(app: &App, user: &User, (agent, how): (&str, How)) -> Result<Session> {
    let now = app.clock.now();
    let seen_at = to_the_minute(now);
    Ok(Session {
        uuid: app.random.uuid(now)?,
        user_id: user.id,
        member: None,
        created_at: now,
        seen_at,
        expires_at: end(now, seen_at),
        agent: agent.chars().filter(|c| !c.is_control()).take(200).collect(),
        how,
        confirmed_at: now,
        client: String::new(),
        scope: String::new(),
    })
}

/// Notes that a session is in use, so that it does not end.
pub(crate) async fn touch(tx: &mut Tx, app: &App, session: &Session) -> Result<()> {
    let seen_at = to_the_minute(app.clock.now());
    Ok(store::sessions::touch(tx, session.uuid, seen_at, end(session.created_at, seen_at)).await?)
}

fn to_the_minute(now: Instant) -> Instant {
    Instant(now.0 - now.0.rem_euclid(60_000_000))
}

fn end(created_at: Instant, seen_at: Instant) -> Instant {
    after(created_at, LONGEST_S).min(after(seen_at, IDLE_S))
}

/// Who a request comes from, by the token of its cookie. Without one, or with a dead one: a visitor.
///
/// # Errors
/// When the database fails.
pub async fn resume(app: &App, token: &str) -> Result<Actor> {
    let Some(token) = Token::parse(token) else { return Ok(Actor::visitor()) };
    let (now, hash) = (app.clock.now(), token.hash());
    let found = app.kept.actors.or_read(app, hash, async |tx| {
        let Some(session) = store::sessions::find(tx, &hash, now).await? else { return Ok(None) };
        Actor::load(tx, session.user_id, Some(session)).await
    });
    let Some(actor) = found.await? else { return Ok(Actor::visitor()) };
    // The session of a program has no cookie.
    let is_open = |session: &&Session| session.expires_at > now && session.client.is_empty();
    let Some(session) = actor.session().filter(is_open) else {
        return Ok(Actor::visitor());
    };
    if now.0 - session.seen_at.0 >= NOTED_S * 1_000_000 {
        let mut tx = app.db.write().await?;
        touch(&mut tx, app, session).await?;
        tx.commit().await?;
    }
    Ok(actor.at_this_moment(app))
}

/// Ends the session of a token.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(app: &App, token: &str) -> Result<()> {
    if let Some(token) = Token::parse(token) {
        let mut tx = app.db.write().await?;
        store::sessions::end_by_token(&mut tx, &token.hash()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The user's sessions, the one used last first.
///
/// # Errors
/// [`Error::NotAllowed`] for a visitor.
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<Session>> {
    let user = actor.signed_in()?;
    let mut tx = app.db.read().await?;
    Ok(store::sessions::of_user(&mut tx, user.id, app.clock.now()).await?)
}

/// Ends one of the user's sessions.
///
/// # Errors
/// [`Error::NotFound`] when the user has no such session.
pub async fn revoke(app: &App, actor: &Actor, session: Uuid) -> Result<()> {
    let user = actor.signed_in()?;
    let mut tx = app.db.write().await?;
    if !store::sessions::end(&mut tx, user.id, session).await? {
        return Err(Error::NotFound);
    }
    Ok(tx.commit().await?)
}

/// Ends all of the user's sessions but this one.
///
/// # Errors
/// [`Error::NotAllowed`] for a visitor.
pub async fn revoke_others(app: &App, actor: &Actor) -> Result<()> {
    let user = actor.signed_in()?;
    let mut tx = app.db.write().await?;
    store::sessions::end_others(&mut tx, user.id, actor.session().map(|session| session.uuid)).await?;
    tokens::void(&mut tx, user.id).await?;
    Ok(tx.commit().await?)
}

/// Chooses the member for whom this session acts from now on.
///
/// # Errors
/// [`Error::NotFound`] when the user does not operate that member's account.
pub async fn switch(app: &App, actor: &Actor, member: MemberId) -> Result<()> {
    let own = |found: &store::members::operators::Membership| {
        found.member == member && found.state == State::Active
    };
    if !actor.memberships().iter().any(own) {
        return Err(Error::NotFound);
    }
    let session = actor.session().ok_or(Error::NotAllowed("error-sign-in-first"))?;
    let mut tx = app.db.write().await?;
    store::sessions::set_member(&mut tx, session.uuid, Some(member)).await?;
    Ok(tx.commit().await?)
}
