//! The second half of a sign-in: the password was right, and a code is asked for. Until then nobody is signed in.

use store::Tx;
use store::challenges::{Challenge, Purpose};
use store::sessions::How;
use store::users::User;

use super::Entered;
use crate::App;
use crate::authenticator;
use crate::error::{Error, Result};
use crate::jobs::after;
use crate::random::Token;
use crate::sessions::{self, Browser, SignedIn};

/// How long the second half may take: five minutes, in seconds.
pub const WAITS_S: i64 = 300;

/// Goes on after the password was right: signs in, or asks whoever has an authenticator for a code.
pub(crate) async fn after_password(
    tx: &mut Tx,
    app: &App,
    user: &User,
    browser: Browser<'_>,
) -> Result<Entered> {
    if !is_asked(tx, user).await? {
        return Ok(Entered::In(sessions::begin(tx, app, user, (browser, How::Password)).await?));
    }
    let token = app.random.token()?;
    let half = Challenge {
        token_hash: token.hash().to_vec(),
        purpose: Purpose::Half,
        user_id: Some(user.id),
        // The token lies in a cookie of the browser that typed the password.
        bound: Vec::new(),
        state: String::new(),
        expires_at: after(app.clock.now(), WAITS_S),
    };
    store::challenges::insert(tx, &half).await?;
    Ok(Entered::Half(token.text()))
}

/// Whether this user is asked for a code after the password.
pub(crate) async fn is_asked(tx: &mut Tx, user: &User) -> Result<bool> {
    // Whoever makes an authenticator work at this moment either ends this session or is seen here.
    store::users::lock(tx, user.id).await?;
    let found = store::authenticators::get(tx, user.id).await?;
    Ok(found.is_some_and(|found| found.confirmed_at.is_some()))
}

/// Whether a half still waits for its code, so that a page can say so before one is typed.
///
/// # Errors
/// When the database fails.
pub async fn waits(app: &App, token: &str) -> Result<bool> {
    let Some(token) = Token::parse(token) else { return Ok(false) };
    let mut tx = app.db.read().await?;
    let found = store::challenges::find(&mut tx, &token.hash(), Purpose::Half, app.clock.now()).await?;
    Ok(found.is_some())
}

/// Signs in with the code of the authenticator, or with a recovery code.
///
/// # Errors
/// [`Error::NotAllowed`] with `error-half-over` when the password was too long ago, or the half was used;
/// [`Error::Wrong`] on field `one-time-code`; [`Error::Busy`] after too many tries.
pub async fn finish(app: &App, token: &str, code: &str, browser: Browser<'_>) -> Result<SignedIn> {
    let over = || Error::NotAllowed("error-half-over");
    let hash = Token::parse(token).ok_or_else(over)?.hash();
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    let half = store::challenges::find(&mut tx, &hash, Purpose::Half, now).await?.ok_or_else(over)?;
    let user = half.user_id.ok_or_else(over)?;
    let user = store::users::get(&mut tx, user).await?.ok_or_else(over)?;
    drop(tx);
    let (mut tx, how) = authenticator::check(app, &user, "one-time-code", code).await?;
    store::challenges::take(&mut tx, &hash, Purpose::Half, now).await?.ok_or_else(over)?;
    let signed_in = sessions::begin(&mut tx, app, &user, (browser, how)).await?;
    tx.commit().await?;
    Ok(signed_in)
}
