//! How tokens are given out: for a password, a refresh token, a code of a letter, or a program's own secret.

use ledger::id::UserId;
use store::Tx;
use store::sessions::{How, Session};
use store::tokens::EntryCode;
use store::users::User;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use super::jwt::{self, Claims};
use super::keys::{self, Key};
use super::{CODE_S, Client, REFRESH_S, Scope, Scopes};
use crate::App;
use crate::actor::Actor;
use crate::authenticator;
use crate::brake::{self, Brake};
use crate::devices;
use crate::error::Error;
use crate::jobs::after;
use crate::random::Token;
use crate::sessions;
use crate::sign_in::{self, SignIn, second};

/// What people may sign in for with a password; the last one only those who administer the server.
const BY_PASSWORD: [Scope; 7] = [
    Scope::Social,
    Scope::Accounting,
    Scope::Email,
    Scope::OpenId,
    Scope::Profile,
    Scope::OfflineAccess,
    Scope::Superadmin,
];
/// What a code of a letter may let in for.
const BY_CODE: [Scope; 7] = [
    Scope::Social,
    Scope::Accounting,
    Scope::Email,
    Scope::OpenId,
    Scope::Profile,
    Scope::OfflineAccess,
    Scope::Auth,
];
/// What a program may read for nobody in particular.
const BY_SECRET: [Scope; 3] = [Scope::SocialReadAll, Scope::AccountingReadAll, Scope::Impersonate];
/// How often one network may try codes and secrets within a quarter of an hour.
const TRIES: i64 = 100;
/// A quarter of an hour, in seconds.
const WINDOW_S: i64 = 900;

/// Tokens that were given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Shown with every request, for [`super::ACCESS_S`].
    pub access: String,
    /// Gives the next ones, once; none for a program of its own.
    pub refresh: Option<String>,
    /// What they are for.
    pub scopes: Scopes,
}

/// Why no token is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// There is no such program, or it may not ask so.
    Client,
    /// Login and password, or a program and its secret, do not go together; or the address was never confirmed.
    Credentials,
    /// The refresh token or code does not work (any more).
    Token,
    /// The user has an authenticator, and its code was not handed in.
    CodeAsked,
    /// Nothing of what was asked for can be had.
    Scope,
}

/// Why there are no tokens.
#[derive(Debug)]
pub enum Stop {
    /// None are given.
    Denied(Denied),
    /// It could not be found out.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// The program that asks, and where from.
#[derive(Clone, Copy, Debug)]
pub struct Program<'a> {
    /// Which.
    pub client: Client,
    /// What it calls itself.
    pub agent: &'a str,
    /// The network that it comes from, such as `192.0.2.0/24`.
    pub network: &'a str,
}

/// A login and password that a program hands in.
#[derive(Clone, Copy, Debug)]
pub struct PasswordGrant<'a> {
    /// An address or an account number.
    pub login: &'a str,
    /// The password.
    pub password: &'a str,
    /// A code of the authenticator, or a recovery code; empty: none.
    pub code: &'a str,
}

/// Tokens for a login and a password, with the brakes and the second factor of a browser's sign-in.
///
/// # Errors
/// [`Denied`], and [`Error::Busy`] after too many failures.
pub async fn by_password(
    app: &App,
    program: Program<'_>,
    grant: PasswordGrant<'_>,
    wanted: &Scopes,
) -> Result<Grant, Stop> {
    if program.client != Client::App || !app.entrance.programs.take_passwords {
        return Err(Stop::Denied(Denied::Client));
    }
    let key = keys::signing(app).await?;
    let request = SignIn {
        login: grant.login,
        password: grant.password,
        agent: program.agent,
        network: program.network,
        device: "",
    };
    let (mut tx, user) = match sign_in::checked(app, request).await {
        Err(Error::Wrong(_)) => return Err(Stop::Denied(Denied::Credentials)),
        checked => checked?,
    };
    let (mut tx, how) = if second::is_asked(&mut tx, &user).await? {
        tx.commit().await?;
        if grant.code.trim().is_empty() {
            return Err(Stop::Denied(Denied::CodeAsked));
        }
        match authenticator::check(app, &user, "one-time-code", grant.code).await {
            Err(Error::Wrong(_)) => return Err(Stop::Denied(Denied::Credentials)),
            checked => checked?,
        }
    } else {
        (tx, How::Password)
    };
    let wanted = if wanted.is_empty() { Scopes::usual() } else { wanted.clone() };
    let allowed = if user.server_admin { &BY_PASSWORD[..] } else { &BY_PASSWORD[..BY_PASSWORD.len() - 1] };
    let given = begin(&mut tx, (app, &key), (&user, how), (program, wanted.among(allowed))).await?;
    tx.commit().await?;
    Ok(given)
}

/// Tokens for a code of a letter, which works once. A code alone does not stand in for a second factor.
///
/// # Errors
/// [`Denied`], and [`Error::Busy`] after too many tries.
pub async fn by_code(app: &App, program: Program<'_>, code: &str, wanted: &Scopes) -> Result<Grant, Stop> {
    if program.client != Client::App {
        return Err(Stop::Denied(Denied::Client));
    }
    press(app, program).await?;
    let key = keys::signing(app).await?;
    let denied = || Stop::Denied(Denied::Token);
    let code = Token::parse(code).ok_or_else(denied)?;
    let mut tx = app.db.write().await?;
    let found = store::tokens::take_code(&mut tx, &code.hash(), app.clock.now()).await?.ok_or_else(denied)?;
    let user = store::users::get(&mut tx, found.user_id).await?.ok_or_else(denied)?;
    if second::is_asked(&mut tx, &user).await? {
        return Err(Stop::Denied(Denied::CodeAsked));
    }
    let held = Scopes::parse(&found.scope);
    let wanted = if wanted.is_empty() { held.clone() } else { wanted.clone() };
    let allowed: Vec<Scope> =
        BY_CODE.into_iter().filter(|scope| held.is_empty() || held.has(*scope)).collect();
    let given =
        begin(&mut tx, (app, &key), (&user, How::Password), (program, wanted.among(&allowed))).await?;
    tx.commit().await?;
    Ok(given)
}

/// The next tokens for a refresh token, which works once. One that was used already ends its session: somebody has copied it.
///
/// # Errors
/// [`Denied`].
pub async fn by_refresh(app: &App, program: Program<'_>, token: &str) -> Result<Grant, Stop> {
    let denied = || Stop::Denied(Denied::Token);
    let key = keys::signing(app).await?;
    let hash = Token::parse(token).ok_or_else(denied)?.hash();
    let now = app.clock.now();
    // Whoever guesses does not keep those waiting who write.
    store::tokens::find_refresh(&mut app.db.read().await?, &hash, now).await?.ok_or_else(denied)?;
    let mut tx = app.db.write().await?;
    let found = store::tokens::find_refresh(&mut tx, &hash, now).await?.ok_or_else(denied)?;
    let session = store::sessions::by_uuid(&mut tx, found.session, now).await?.ok_or_else(denied)?;
    if session.client != program.client.as_str() {
        return Err(denied());
    }
    if !store::tokens::use_refresh(&mut tx, &hash, now).await? {
        store::sessions::end(&mut tx, session.user_id, session.uuid).await?;
        tx.commit().await?;
        return Err(denied());
    }
    let user = store::users::get(&mut tx, session.user_id).await?.ok_or_else(denied)?;
    sessions::touch(&mut tx, app, &session).await?;
    let given = give(&mut tx, (app, &key), &user, &session).await?;
    tx.commit().await?;
    Ok(given)
}

/// A token for a program that reads everything, by its secret.
///
/// # Errors
/// [`Denied`], and [`Error::Busy`] after too many tries.
pub async fn by_secret(
    app: &App,
    program: Program<'_>,
    secret: &str,
    wanted: &Scopes,
) -> Result<Grant, Stop> {
    let known = app.entrance.programs.notifier_secret.as_ref().filter(|_| program.client == Client::Notifier);
    let known = known.ok_or(Stop::Denied(Denied::Client))?;
    press(app, program).await?;
    if !bool::from(known.as_bytes().ct_eq(secret.as_bytes())) {
        return Err(Stop::Denied(Denied::Credentials));
    }
    let scopes = wanted.among(&BY_SECRET);
    if scopes.is_empty() {
        return Err(Stop::Denied(Denied::Scope));
    }
    let key = keys::signing(app).await?;
    let access = jwt::signed(&key, &Claims::now(app, program.client.as_str(), &scopes))?;
    Ok(Grant { access, refresh: None, scopes })
}

/// Makes a code that lets a user in once, for a letter that the program which asks writes to them; without scopes for all that
/// a code may let in for.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but such a program, [`Error::NotFound`] when there is no such user, or the user has no
/// confirmed address.
pub async fn code_for(app: &App, actor: &Actor, user: Uuid, scopes: &Scopes) -> crate::Result<String> {
    if !actor.is_service() {
        return Err(Error::NotAllowed("error-not-allowed"));
    }
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let user = store::users::by_uuid(&mut tx, user).await?;
    let user = user.filter(|user| user.email_confirmed_at.is_some()).ok_or(Error::NotFound)?;
    let code = app.random.token()?;
    let kept = EntryCode { user_id: user.id, scope: scopes.text() };
    store::tokens::insert_code(&mut tx, &code.hash(), &kept, after(now, CODE_S)).await?;
    tx.commit().await?;
    Ok(code.text())
}

async fn press(app: &App, program: Program<'_>) -> crate::Result<()> {
    let brake =
        Brake { purpose: "token-network", counted: program.network, limit: TRIES, window_s: WINDOW_S };
    brake::press(app, &[brake]).await
}

/// Begins a session of a user in a program.
async fn begin(
    tx: &mut Tx,
    (app, key): (&App, &Key),
    (user, how): (&User, How),
    (program, scopes): (Program<'_>, Scopes),
) -> Result<Grant, Stop> {
    if scopes.is_empty() {
        return Err(Stop::Denied(Denied::Scope));
    }
    let session = Session {
        client: program.client.as_str().to_owned(),
        scope: scopes.text(),
        ..sessions::fresh(app, user, (program.agent, how))?
    };
    // No cookie leads to it: this secret is known to nobody.
    store::sessions::insert(tx, &app.random.token()?.hash(), &session).await?;
    // A program keeps no cookie either: its user is told of a name or a network that was not there before.
    let secret =
        app.entrance.seal.as_ref().map(|seal| seal.derived("devices of programs")).unwrap_or_default();
    let words = format!("{}\n{}\n{}", session.client, session.agent, program.network);
    let device = Token::derived(secret, &words).text();
    devices::greet(tx, app, user, sessions::Browser { agent: &session.agent, device: &device }).await?;
    give(tx, (app, key), user, &session).await
}

/// The next tokens of a session.
async fn give(tx: &mut Tx, (app, key): (&App, &Key), user: &User, session: &Session) -> Result<Grant, Stop> {
    let refresh = app.random.token()?;
    let until = after(app.clock.now(), REFRESH_S);
    store::tokens::insert_refresh(tx, &refresh.hash(), session.uuid, until).await?;
    let scopes = Scopes::parse(&session.scope);
    let claims = Claims {
        sub: Some(user.uuid),
        sid: Some(session.uuid),
        ..Claims::now(app, &session.client, &scopes)
    };
    Ok(Grant { access: jwt::signed(key, &claims)?, refresh: Some(refresh.text()), scopes })
}

/// Makes all codes of a user stop working, since their password changed.
pub(crate) async fn void(tx: &mut Tx, user: UserId) -> crate::Result<()> {
    Ok(store::tokens::void_codes(tx, user).await?)
}
