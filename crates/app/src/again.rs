//! Asked again: before limits, roles, exports and settings of sign-in change, whoever is signed in proves once more who
//! they are.

use store::sessions::How;

use crate::App;
use crate::actor::Actor;
use crate::authenticator::{self, stronger};
use crate::error::{Error, Result};
use crate::passkeys::{self, Answer};
use crate::users;

/// How long a proof is good for: five minutes, in seconds.
pub const GOOD_FOR_S: i64 = 300;

/// What somebody proves with who they are.
#[derive(Clone, Copy, Debug)]
pub enum Proof<'a> {
    /// The password.
    Password(&'a str),
    /// A code of the authenticator, or a recovery code.
    Code(&'a str),
    /// A passkey.
    Passkey(Answer<'a>),
}

/// What the user can prove it with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// Whether the password is enough. It is not where administrators are asked for a second factor.
    pub password: bool,
    /// Whether there is an authenticator.
    pub code: bool,
    /// Whether there is a passkey.
    pub passkey: bool,
}

/// What the user can prove it with, on the way to what was refused with this code.
///
/// # Errors
/// [`Error::NotAllowed`] for a visitor.
pub async fn ways(app: &App, actor: &Actor) -> Result<Ways> {
    let code = authenticator::state(app, actor).await?.works;
    let passkey = passkeys::are_taken(app) && !passkeys::list(app, actor).await?.is_empty();
    Ok(Ways { password: !actor.lacks_proof(), code, passkey })
}

/// Proves it: what is asked for within the next minutes is done.
///
/// # Errors
/// [`Error::Wrong`] on fields `again-password`, `again-code` or none; [`Error::Busy`] after too many tries.
pub async fn prove(app: &App, actor: &Actor, proof: Proof<'_>) -> Result<()> {
    let user = actor.signed_in()?;
    let session = actor.session().ok_or(Error::NotAllowed("error-sign-in-first"))?;
    let (mut tx, shown) = match proof {
        Proof::Password(password) => {
            users::check_current(app, user, "again-password", password).await?;
            (app.db.write().await?, How::Password)
        }
        Proof::Code(code) => authenticator::check(app, user, "again-code", code).await?,
        Proof::Passkey(answer) => (passkeys::check_again(app, actor, answer).await?, How::Passkey),
    };
    store::sessions::confirm(&mut tx, session.uuid, stronger(session.how, shown), app.clock.now()).await?;
    Ok(tx.commit().await?)
}
