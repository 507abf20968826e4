//! The way back for those who have lost their second factor, and for a server that has lost its key: by the keeper of the
//! machine only.

use store::Tx;
use store::users::User;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act};
use crate::error::{Error, Result};
use crate::mail::SignInNews;
use crate::seal;
use crate::tokens;

/// Takes somebody's passkeys, authenticator and recovery codes away, and ends their sessions: the password is enough again
/// to sign in. The person is told.
///
/// # Errors
/// [`Error::NotAllowed`] unless the program itself asks.
pub async fn forget_second_factor(app: &App, actor: &Actor, user: &User) -> Result<()> {
    by_the_keeper(actor)?;
    let mut tx = app.db.write().await?;
    store::passkeys::remove_all(&mut tx, user.id).await?;
    forget_authenticator(&mut tx, user).await?;
    store::users::note_second_factor(&mut tx, user.id).await?;
    store::challenges::void(&mut tx, user.id).await?;
    tokens::void(&mut tx, user.id).await?;
    store::sessions::end_others(&mut tx, user.id, None).await?;
    audit::server(&mut tx, app, actor, Act::SecondFactorForgotten, &user.name).await?;
    SignInNews::Forgotten.tell(&mut tx, user, "", app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Seals with the program's key from now on. What another key has sealed cannot be read: all authenticators go, and with
/// them the recovery codes; their owners are told. Devices that took pushes from it take none. Gives how many authenticators
/// there were.
///
/// # Errors
/// [`Error::NotAllowed`] unless the program itself asks.
pub async fn begin_new_key(app: &App, actor: &Actor) -> Result<usize> {
    by_the_keeper(actor)?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let users = store::authenticators::users(&mut tx).await?;
    for id in &users {
        let user = store::users::get(&mut tx, *id).await?.ok_or(Error::NotFound)?;
        forget_authenticator(&mut tx, &user).await?;
        store::users::note_second_factor(&mut tx, user.id).await?;
        SignInNews::AuthenticatorLost.tell(&mut tx, &user, "", now).await?;
    }
    store::pushes::remove_all(&mut tx).await?;
    store::tokens::forget_keys(&mut tx).await?;
    seal::begin_anew(&mut tx, app).await?;
    audit::server(&mut tx, app, actor, Act::KeyRenewed, &users.len().to_string()).await?;
    tx.commit().await?;
    Ok(users.len())
}

async fn forget_authenticator(tx: &mut Tx, user: &User) -> Result<()> {
    store::authenticators::remove(tx, user.id).await?;
    Ok(store::authenticators::set_codes(tx, user.id, &[]).await?)
}

/// Not even an administrator of the server: whoever has the machine.
fn by_the_keeper(actor: &Actor) -> Result<()> {
    actor.may(Action::RunServer, Subject::server())?;
    if actor.user().is_some() { Err(Error::NotAllowed("error-not-allowed")) } else { Ok(()) }
}
