//! No more letters of a kind, by a link that asks for no sign-in. The link's token names the user by a number and the kind,
//! and is authenticated by the server's key; it opens nothing else, and telling it to somebody tells no address.

use ledger::id::UserId;
use ring::hmac;
use store::notices::wishes::{Channel, Choice};
use store::notices::{self, Kind};

use crate::App;
use crate::error::{Error, Result};
use crate::random::{hex, unhex};

/// The key of these tokens; none where the server has no key.
fn key(app: &App) -> Option<hmac::Key> {
    let seal = app.entrance.seal.as_ref()?;
    Some(hmac::Key::new(hmac::HMAC_SHA256, &seal.derived("unsubscribe")))
}

fn content(user: UserId, kind: Kind) -> String {
    format!("{}-{}", user.0, kind.as_str())
}

/// The token with which a user gets no more letters of a kind.
pub(super) fn token(app: &App, user: UserId, kind: Kind) -> Option<String> {
    let content = content(user, kind);
    let tag = hmac::sign(&key(app)?, content.as_bytes());
    Some(format!("{content}-{}", hex(tag.as_ref())))
}

fn read(app: &App, token: &str) -> Option<(UserId, Kind)> {
    let (written, tag) = token.rsplit_once('-')?;
    let (user, kind) = written.split_once('-')?;
    let (user, kind) = (UserId(user.parse().ok()?), Kind::parse(kind)?);
    hmac::verify(&key(app)?, content(user, kind).as_bytes(), &unhex(tag)?).ok()?;
    Some((user, kind))
}

/// What a link of this token stops.
///
/// # Errors
/// [`Error::NotFound`] when it is no token of this server.
pub fn unsubscribing(app: &App, token: &str) -> Result<Kind> {
    read(app, token).map(|(_, kind)| kind).ok_or(Error::NotFound)
}

/// Stops all letters of the kind that a token names, those that wait included. Doing it again changes nothing.
///
/// # Errors
/// As [`unsubscribing`].
pub async fn unsubscribe(app: &App, token: &str) -> Result<Kind> {
    let (user_id, kind) = read(app, token).ok_or(Error::NotFound)?;
    let mut tx = app.db.write().await?;
    // A login that was given up has nothing to choose.
    store::users::get(&mut tx, user_id).await?.ok_or(Error::NotFound)?;
    let choice = Choice { user_id, kind, channel: Channel::Mail, wanted: false };
    notices::wishes::choose(&mut tx, &choice, app.clock.now()).await?;
    notices::forget_waiting(&mut tx, user_id, kind).await?;
    tx.commit().await?;
    Ok(kind)
}
