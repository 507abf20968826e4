//! Passkeys: a key on somebody's device that signs a challenge once the device has made sure who holds it.
//!
//! A challenge is made by one of the `ask` functions, is kept in the database for five minutes, belongs to the browser or
//! session that asked, and works once, whatever the answer is.

mod ceremony;

use store::Tx;
use store::challenges::Purpose;
pub use store::passkeys::Passkey;
use store::sessions::How;
use store::users::User;
use uuid::Uuid;

use crate::App;
use crate::actor::Actor;
use crate::audit;
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::form::Form;
use crate::mail::SignInNews;
use crate::sessions::{self, Browser, SignedIn};

#[cfg(feature = "testing")]
pub(crate) use ceremony::base64url;
pub use ceremony::{Answer, Asked, Site};
use ceremony::{Ask, Checked};

/// Characters of a passkey's name, at most.
pub const NAME_MAX: usize = 60;
/// Passkeys of one user, at most.
const MOST: usize = 20;
/// Challenges that one network may ask for within a quarter of an hour.
const ASKED_BY_NETWORK: i64 = 300;
/// A quarter of an hour, in seconds.
const WINDOW_S: i64 = 900;

/// Whether this installation takes passkeys: browsers want a host with a name.
pub fn are_taken(app: &App) -> bool {
    app.entrance.site.is_some()
}

/// The user's passkeys, the oldest first.
///
/// # Errors
/// [`Error::NotAllowed`] for a visitor.
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<Passkey>> {
    let user = actor.signed_in()?;
    Ok(store::passkeys::of_user(&mut app.db.read().await?, user.id).await?)
}

/// Asks the browser for a new passkey.
///
/// # Errors
/// [`Error::NotAllowed`] with `error-confirm-first`, and with `error-passkeys-many`.
pub async fn ask_to_add(app: &App, actor: &Actor) -> Result<Asked> {
    let user = actor.confirmed()?;
    let had = list(app, actor).await?;
    if had.len() >= MOST {
        return Err(Error::NotAllowed("error-passkeys-many"));
    }
    let (options, state) = ceremony::site(app)?.begin_to_add(user, &had)?;
    let bound = bound_to(actor)?;
    ceremony::ask(app, Ask { purpose: Purpose::Add, user: Some(user.id), bound: &bound, state }, options)
        .await
}

/// Keeps the passkey that the browser has made.
///
/// # Errors
/// [`Error::Wrong`] with `error-passkey` when the answer is not right, or came too late; on field `name`;
/// [`Error::NotAllowed`] with `error-confirm-first`.
pub async fn add(app: &App, actor: &Actor, answer: Answer<'_>, name: &str) -> Result<()> {
    let user = actor.confirmed()?;
    let mut form = Form::new();
    let name = form.line("name", name, NAME_MAX);
    form.finish()?;
    let challenge = ceremony::take(app, Purpose::Add, &bound_to(actor)?, answer).await?;
    if challenge.user_id != Some(user.id) {
        return Err(ceremony::refused());
    }
    let (credential, kept) = ceremony::site(app)?.finish_to_add(&challenge.state, answer)?;
    let now = app.clock.now();
    let passkey = Passkey {
        uuid: app.random.uuid(now)?,
        user_id: user.id,
        credential,
        name,
        kept,
        made_at: now,
        used_at: None,
    };
    let mut tx = app.db.write().await?;
    match store::passkeys::insert(&mut tx, &passkey).await {
        Err(store::Error::Taken) => return Err(ceremony::refused()),
        inserted => inserted?,
    }
    store::users::note_second_factor(&mut tx, user.id).await?;
    if let Some(session) = actor.session() {
        store::sessions::confirm(&mut tx, session.uuid, How::Passkey, now).await?;
    }
    SignInNews::PasskeyAdded.tell(&mut tx, user, &passkey.name, now).await?;
    Ok(tx.commit().await?)
}

/// Calls a passkey otherwise.
///
/// # Errors
/// [`Error::NotFound`] when it is not the user's, [`Error::Wrong`] on field `name`.
pub async fn rename(app: &App, actor: &Actor, passkey: Uuid, name: &str) -> Result<()> {
    let user = actor.signed_in()?;
    let mut form = Form::new();
    let name = form.line("name", name, NAME_MAX);
    form.finish()?;
    let mut tx = app.db.write().await?;
    if !store::passkeys::rename(&mut tx, user.id, passkey, &name).await? {
        return Err(Error::NotFound);
    }
    Ok(tx.commit().await?)
}

/// Takes a passkey away.
///
/// # Errors
/// [`Error::NotFound`] when it is not the user's, [`Error::NotAllowed`] with `error-confirm-first`.
pub async fn remove(app: &App, actor: &Actor, passkey: Uuid) -> Result<()> {
    let user = actor.confirmed()?;
    let mut tx = app.db.write().await?;
    let had = store::passkeys::of_user(&mut tx, user.id).await?;
    let gone = had.iter().find(|had| had.uuid == passkey).ok_or(Error::NotFound)?;
    store::passkeys::remove(&mut tx, user.id, passkey).await?;
    store::users::note_second_factor(&mut tx, user.id).await?;
    SignInNews::PasskeyRemoved.tell(&mut tx, user, &gone.name, app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Who asks to sign in with a passkey.
#[derive(Clone, Copy, Debug)]
pub struct Caller<'a> {
    /// An address or an account number, or nothing: then the device offers what it has for this site.
    pub login: &'a str,
    /// What the browser is known by; the answer must come from the same.
    pub bound: &'a str,
    /// The network that it comes from, such as `192.0.2.0/24`.
    pub network: &'a str,
}

/// Asks the browser to sign somebody in. Whether anybody has this login, or a passkey, is not told: who has none is asked
/// for one that does not exist.
///
/// # Errors
/// [`Error::Busy`] when a network asks too often.
pub async fn ask_to_sign_in(app: &App, caller: Caller<'_>) -> Result<Asked> {
    let site = ceremony::site(app)?;
    let counted =
        Brake { purpose: "passkey", counted: caller.network, limit: ASKED_BY_NETWORK, window_s: WINDOW_S };
    brake::press(app, &[counted]).await?;
    let (options, state) = site.begin_to_use(&of_login(app, caller.login).await?)?;
    let ask = Ask { purpose: Purpose::SignIn, user: None, bound: caller.bound, state };
    ceremony::ask(app, ask, options).await
}

/// The credentials that a login may answer with: none for no login, which lets the device choose.
async fn of_login(app: &App, login: &str) -> Result<Vec<Vec<u8>>> {
    let login = crate::sign_in::key(login);
    if login.is_empty() {
        return Ok(Vec::new());
    }
    let mut tx = app.db.read().await?;
    let users = crate::sign_in::logins(&mut tx, &login).await?;
    let mut credentials = Vec::new();
    for user in users {
        let had = store::passkeys::of_user(&mut tx, user.id).await?;
        credentials.extend(had.into_iter().map(|had| had.credential));
    }
    if credentials.is_empty() {
        let seal = app.entrance.seal.as_ref();
        credentials.extend(seal.map(|seal| seal.derived(&login).to_vec()));
    }
    Ok(credentials)
}

/// Signs the passkey's owner in. A passkey stands for both: what one has, and what one knows or is.
///
/// # Errors
/// [`Error::Wrong`] with `error-passkey` when the answer is not right, or came too late.
pub async fn sign_in(app: &App, answer: Answer<'_>, bound: &str, browser: Browser<'_>) -> Result<SignedIn> {
    let challenge = ceremony::take(app, Purpose::SignIn, bound, answer).await?;
    let (user, used) = prove(app, &challenge.state, answer).await?;
    let mut tx = app.db.write().await?;
    used.note(&mut tx, app).await?;
    let signed_in = sessions::begin(&mut tx, app, &user, (browser, How::Passkey)).await?;
    tx.commit().await?;
    Ok(signed_in)
}

/// Asks the browser to prove that it is still the session's user.
///
/// # Errors
/// [`Error::NotFound`] when the user has no passkey.
pub async fn ask_again(app: &App, actor: &Actor) -> Result<Asked> {
    let user = actor.signed_in()?;
    let had = list(app, actor).await?;
    if had.is_empty() {
        return Err(Error::NotFound);
    }
    let credentials: Vec<Vec<u8>> = had.into_iter().map(|had| had.credential).collect();
    let (options, state) = ceremony::site(app)?.begin_to_use(&credentials)?;
    let bound = bound_to(actor)?;
    ceremony::ask(app, Ask { purpose: Purpose::Again, user: Some(user.id), bound: &bound, state }, options)
        .await
}

/// Makes sure that the session's user has answered; what the transaction that comes back adds counts with it.
pub(crate) async fn check_again(app: &App, actor: &Actor, answer: Answer<'_>) -> Result<Tx> {
    let user = actor.signed_in()?;
    let challenge = ceremony::take(app, Purpose::Again, &bound_to(actor)?, answer).await?;
    let (owner, used) = prove(app, &challenge.state, answer).await?;
    if owner.id != user.id {
        return Err(ceremony::refused());
    }
    let mut tx = app.db.write().await?;
    used.note(&mut tx, app).await?;
    Ok(tx)
}

/// What a session's challenges are bound to.
fn bound_to(actor: &Actor) -> Result<String> {
    let session = actor.session().ok_or(Error::NotAllowed("error-sign-in-first"))?;
    Ok(session.uuid.to_string())
}

/// A passkey that has proved its owner.
struct Used {
    passkey: Uuid,
    kept: String,
}

impl Used {
    /// Keeps what the passkey counts. One that was removed meanwhile opens nothing.
    async fn note(&self, tx: &mut Tx, app: &App) -> Result<()> {
        let still_there = store::passkeys::used(tx, self.passkey, &self.kept, app.clock.now()).await?;
        if still_there { Ok(()) } else { Err(ceremony::refused()) }
    }
}

/// Whose passkey has signed the challenge.
async fn prove(app: &App, state: &str, answer: Answer<'_>) -> Result<(User, Used)> {
    let answered = answer.credential()?;
    let mut tx = app.db.read().await?;
    let found = store::passkeys::by_credential(&mut tx, answered.get_credential_id()).await?;
    let found = found.ok_or_else(ceremony::refused)?;
    let user = store::users::get(&mut tx, found.user_id).await?.ok_or_else(ceremony::refused)?;
    drop(tx);
    if answered.get_user_unique_id().is_some_and(|id| id != user.uuid.as_bytes()) {
        return Err(ceremony::refused());
    }
    match ceremony::site(app)?.finish_to_use(state, &answered, &found.kept)? {
        Checked::Right(kept) => Ok((user, Used { passkey: found.uuid, kept })),
        Checked::Fell => {
            note_fall(app, &user, &found).await?;
            Err(ceremony::refused())
        }
        Checked::Wrong => Err(ceremony::refused()),
    }
}

/// A counter that falls is the sign of a copied key: it is refused, written down, and its owner is told.
async fn note_fall(app: &App, user: &User, passkey: &Passkey) -> Result<()> {
    tracing::warn!(user = user.id.0, "the counter of a passkey fell");
    let mut tx = app.db.write().await?;
    audit::server(&mut tx, app, &Actor::server(), audit::Act::PasskeyFell, &user.name).await?;
    SignInNews::PasskeyFell.tell(&mut tx, user, &passkey.name, app.clock.now()).await?;
    Ok(tx.commit().await?)
}
