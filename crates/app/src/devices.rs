//! Devices: browsers that somebody has signed in on before, known by a cookie. Another one is told by letter.

use store::Tx;
use store::users::User;

use crate::App;
use crate::error::Result;
use crate::mail::SignInNews;
use crate::random::Token;
use crate::sessions::Browser;

/// Knows the user on this browser from now on, and gives the token for its cookie when it has none yet. The user is told
/// of every browser but the first.
pub(crate) async fn greet(
    tx: &mut Tx,
    app: &App,
    user: &User,
    browser: Browser<'_>,
) -> Result<Option<String>> {
    let now = app.clock.now();
    let had = Token::parse(browser.device);
    if let Some(token) = &had
        && store::devices::touch(tx, user.id, &token.hash(), now).await?
    {
        return Ok(None);
    }
    let is_first = !store::devices::has_any(tx, user.id).await?;
    let token = match &had {
        Some(token) => token.clone(),
        None => app.random.token()?,
    };
    store::devices::insert(tx, user.id, &token.hash(), now).await?;
    if !is_first {
        SignInNews::NewDevice.tell(tx, user, browser.agent, now).await?;
    }
    Ok(had.is_none().then(|| token.text()))
}
