//! Tokens: what programs show that act for people, so that nobody gives them a password twice.
//!
//! A program that signs somebody in begins a session, as a browser does; the user sees it among the others and may end it. An
//! *access token* names that session and lasts an hour: it says who, and nothing of what they may, which is looked up each time. A
//! *refresh token* gives the next pair, once; one that comes back was stolen from somebody, and ends the session.

mod grants;
mod jwt;
mod keys;
mod scope;

use store::sessions::Session;
use uuid::Uuid;

use crate::App;
use crate::actor::Actor;
use crate::error::Result;
use crate::random::{Token, named};

pub(crate) use grants::void;
pub use grants::{
    Denied, Grant, PasswordGrant, Program, Stop, by_code, by_password, by_refresh, by_secret, code_for,
};
pub(crate) use keys::Key;
#[cfg(feature = "testing")]
pub(crate) use keys::plant;
pub use keys::{PublicKey, public_keys};
pub use scope::{Scope, Scopes};

/// How long an access token counts, in seconds.
pub const ACCESS_S: i64 = 3600;
/// How long a refresh token waits to be used: 14 days, in seconds.
pub const REFRESH_S: i64 = 14 * 86_400;
/// How long a code of a letter works: a day, in seconds.
pub const CODE_S: i64 = 86_400;
/// How long a key signs before another is made: 90 days, in seconds.
const KEY_SIGNS_S: i64 = 90 * 86_400;
/// How long what a key has signed counts, in seconds.
pub(crate) const KEY_COUNTS_S: i64 = KEY_SIGNS_S + 2 * ACCESS_S;

/// A program that may ask for tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// The app in which people sign in.
    App,
    /// The program that writes notifications.
    Notifier,
}

impl Client {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::App => "komunitin-app",
            Self::Notifier => "komunitin-notifications",
        }
    }

    /// The program of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::App, Self::Notifier].into_iter().find(|client| client.as_str() == name)
    }
}

/// Who shows a token, and what the token is for.
#[derive(Clone, Debug)]
pub struct Holder {
    /// Who, as the database knows them now.
    pub actor: Actor,
    /// What for.
    pub scopes: Scopes,
}

/// Who shows an access token; none when it does not count (any more): forged, over, or its session has ended.
///
/// # Errors
/// When the database fails.
pub async fn resume(app: &App, token: &str) -> Result<Option<Holder>> {
    let Some(claims) = jwt::checked(app, token).await? else { return Ok(None) };
    let scopes = Scopes::parse(&claims.scope);
    let Some(uuid) = claims.sid else {
        // Not once the server knows no such program any more.
        let is_known = claims.sub.is_none() && app.entrance.programs.notifier_secret.is_some();
        return Ok(is_known.then(|| Holder { actor: Actor::service(), scopes }));
    };
    let now = app.clock.now();
    let found = app.kept.actors.or_read(app, named(uuid), async |tx| {
        let Some(session) = store::sessions::by_uuid(tx, uuid, now).await? else { return Ok(None) };
        Actor::load(tx, session.user_id, Some(session)).await
    });
    let Some(actor) = found.await? else { return Ok(None) };
    let is_alive = |session: &Session| session.expires_at > now && session.client == claims.aud;
    let is_theirs = actor.user().is_some_and(|user| claims.sub == Some(user.uuid));
    if !is_theirs || !actor.session().is_some_and(is_alive) {
        return Ok(None);
    }
    let actor = actor.at_this_moment(app);
    let actor = if scopes.has(Scope::Superadmin) { actor } else { actor.without_the_server() };
    Ok(Some(Holder { actor, scopes }))
}

/// Ends the session of a refresh or access token; whatever else is shown is passed over.
///
/// # Errors
/// When the database fails.
pub async fn revoke(app: &App, token: &str) -> Result<()> {
    let session = match Token::parse(token) {
        Some(token) => {
            let mut tx = app.db.read().await?;
            let found = store::tokens::find_refresh(&mut tx, &token.hash(), app.clock.now()).await?;
            found.map(|found| found.session)
        }
        None => jwt::checked(app, token).await?.and_then(|claims| claims.sid),
    };
    if let Some(session) = session {
        end(app, session).await?;
    }
    Ok(())
}

async fn end(app: &App, session: Uuid) -> Result<()> {
    let mut tx = app.db.write().await?;
    if let Some(found) = store::sessions::by_uuid(&mut tx, session, app.clock.now()).await? {
        store::sessions::end(&mut tx, found.user_id, session).await?;
    }
    Ok(tx.commit().await?)
}
