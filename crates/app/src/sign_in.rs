//! Signing in, with an address or an account number.

use store::Tx;
use store::users::{Login, User};

use crate::App;
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::sessions::{Browser, SignedIn};

pub mod second;

/// What somebody types to sign in, and where from.
#[derive(Clone, Copy, Debug)]
pub struct SignIn<'a> {
    /// An address or an account number.
    pub login: &'a str,
    /// The password.
    pub password: &'a str,
    /// What the browser calls itself.
    pub agent: &'a str,
    /// The network that it comes from, such as `192.0.2.0/24`.
    pub network: &'a str,
    /// What the browser is known by; empty when it never was.
    pub device: &'a str,
}

/// What came of the right password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// A session.
    In(SignedIn),
    /// Nobody is signed in yet: this token waits for a code, see [`second::finish`].
    Half(String),
}

impl Entered {
    /// The session, if the password was enough.
    pub fn signed_in(self) -> Option<SignedIn> {
        match self {
            Self::In(signed_in) => Some(signed_in),
            Self::Half(_) => None,
        }
    }
}

/// Failures of one login from one network within a quarter of an hour.
const FAILURES_HERE: i64 = 10;
/// Failures of one login from everywhere.
const FAILURES_ANYWHERE: i64 = 50;
/// Failures of one network with all logins.
const FAILURES_OF_NETWORK: i64 = 100;
/// A quarter of an hour, in seconds.
const WINDOW_S: i64 = 900;

/// Signs somebody in. Where several users operate an account, the password decides which of them it is.
///
/// # Errors
/// [`Error::Wrong`] with `error-sign-in` on field `password` when login and password do not go together, whichever of
/// them is at fault, and with `error-email-unconfirmed` on field `login` when they do but the address was never confirmed.
/// [`Error::Busy`] after too many failures.
pub async fn sign_in(app: &App, request: SignIn<'_>) -> Result<Entered> {
    let (mut tx, user) = checked(app, request).await?;
    let browser = Browser { agent: request.agent, device: request.device };
    let entered = second::after_password(&mut tx, app, &user, browser).await?;
    tx.commit().await?;
    Ok(entered)
}

/// Whose login and password these are, with the transaction that has taken back what was counted as a guess.
///
/// # Errors
/// As [`sign_in`].
pub(crate) async fn checked(app: &App, request: SignIn<'_>) -> Result<(Tx, User)> {
    let login = key(request.login);
    let here = format!("{login}\n{}", request.network);
    let brakes = [
        Brake { purpose: "sign-in", counted: &here, limit: FAILURES_HERE, window_s: WINDOW_S },
        Brake { purpose: "sign-in-login", counted: &login, limit: FAILURES_ANYWHERE, window_s: WINDOW_S },
        Brake {
            purpose: "sign-in-network",
            counted: request.network,
            limit: FAILURES_OF_NETWORK,
            window_s: WINDOW_S,
        },
    ];
    // Counted before it is known to be a failure, so that many at once do not slip through; taken back below.
    brake::press(app, &brakes).await?;

    let found = find(app, &login, request.password).await?;
    let Some(found) = found else { return Err(Error::field("password", "error-sign-in")) };
    if found.email_confirmed_at.is_none() && login.contains('@') {
        return Err(Error::field("login", "error-email-unconfirmed"));
    }
    let mut tx = app.db.write().await?;
    brake::release(&mut tx, &brakes[0]).await?;
    brake::ease(&mut tx, &brakes[1]).await?;
    brake::ease(&mut tx, &brakes[2]).await?;
    let user = store::users::get(&mut tx, found.id).await?.ok_or(Error::NotFound)?;
    Ok((tx, user))
}

/// The login, whether or not it exists, as it is compared.
pub(crate) fn key(typed: &str) -> String {
    let typed: String = typed.chars().take(300).collect();
    let email = crate::form::Form::new().email("login", &typed).key;
    if email.contains('@') { email } else { typed.split_whitespace().collect::<String>().to_uppercase() }
}

async fn find(app: &App, login: &str, password: &str) -> Result<Option<Login>> {
    let mut tx = app.db.read().await?;
    let logins = logins(&mut tx, login).await?;
    drop(tx);
    let with_password: Vec<Login> =
        logins.into_iter().filter(|login| login.password_hash.is_some()).collect();
    let hashes = with_password.iter().filter_map(|login| login.password_hash.clone()).collect();
    let fits = app.passwords.find(password, hashes).await?;
    Ok(fits.and_then(|at| with_password.into_iter().nth(at)))
}

/// Everybody who signs in with this, of [`key`].
pub(crate) async fn logins(tx: &mut Tx, login: &str) -> Result<Vec<Login>> {
    Ok(if login.contains('@') {
        store::users::login_by_email(tx, login).await?.into_iter().collect()
    } else {
        store::users::logins_by_number(tx, login).await?
    })
}
