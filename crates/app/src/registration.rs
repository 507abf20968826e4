//! Becoming a user: registering, confirming the address, and finding back in when the password is lost.

use ledger::id::UserId;
use store::links::{Link, Purpose};
use store::users::NewUser;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::form::{Email, Form};
use crate::jobs::after;
use crate::mail::{self, Letter};
use crate::password::{self, PasswordText};
use crate::random::Token;
use crate::sessions::Browser;
use crate::sign_in::{Entered, second};
use crate::tokens;
use crate::users::{NAME_MAX, User};

/// How long the address may be at which somebody goes on after confirming, in bytes.
pub const NEXT_MAX: usize = 300;
/// How long a link confirms an address: three days, in seconds.
pub const CONFIRM_S: i64 = 3 * 86_400;
/// How long a link resets a password, in seconds.
pub const RESET_S: i64 = 30 * 60;
/// An hour, in seconds.
const HOUR_S: i64 = 3600;

/// What somebody types to register, and where from.
#[derive(Clone, Copy, Debug)]
pub struct Registration<'a> {
    /// The person's name.
    pub name: &'a str,
    /// The address to confirm.
    pub email: &'a str,
    /// The password chosen.
    pub password: &'a str,
    /// The language to write in.
    pub locale: &'a str,
    /// The network that the request comes from, such as `192.0.2.0/24`.
    pub network: &'a str,
    /// Where the person was going, handed on in the letter; at most [`NEXT_MAX`] bytes of it, else nothing.
    pub next: &'a str,
}

/// Registers somebody, and sends a letter with a link that confirms the address. Whether the address was known already is
/// told in that letter only.
///
/// # Errors
/// [`Error::Wrong`] on fields `name`, `email`, `password`; [`Error::Busy`] when this happens too often.
pub async fn register(app: &App, request: Registration<'_>) -> Result<()> {
    let mut form = Form::new();
    let name = form.line("name", request.name, NAME_MAX);
    let email = form.email("email", request.email);
    let locale = form.locale("locale", request.locale);
    password::check_choice(&mut form, "password", request.password);
    form.finish()?;
    brake::press(app, &letter_brakes(&email, request.network)).await?;

    let hash = app.passwords.hash(&app.random, request.password).await?;
    let next = if request.next.len() > NEXT_MAX { "" } else { request.next };
    let person = Person { name: &name, email: &email, locale: &locale, hash: &hash, next };
    match write_registration(app, person).await {
        // Somebody registered the same address at the same moment: the letter is on its way.
        Err(Error::Wrong(_)) => Ok(()),
        outcome => outcome,
    }
}

struct Person<'a> {
    name: &'a str,
    email: &'a Email,
    locale: &'a str,
    hash: &'a PasswordText,
    next: &'a str,
}

async fn write_registration(app: &App, person: Person<'_>) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let known = store::users::by_email(&mut tx, &person.email.key).await?;
    if let Some(user) = known {
        if user.email_confirmed_at.is_some() {
            mail::to_user(&mut tx, &user, Letter::AlreadyRegistered, now).await?;
            return Ok(tx.commit().await?);
        }
        // The newest wish counts; only who holds the address and knows this password can confirm it.
        store::users::set_name(&mut tx, user.id, person.name, person.locale).await?;
        store::users::set_password(&mut tx, user.id, person.hash.as_str()).await?;
        ask_to_confirm(&mut tx, app, user.id, person.next).await?;
        return Ok(tx.commit().await?);
    }
    let new = NewUser {
        uuid: app.random.uuid(now)?,
        name: person.name,
        email: Some((&person.email.address, &person.email.key)),
        email_confirmed_at: None,
        password_hash: Some(person.hash.as_str()),
        locale: person.locale,
        created_at: now,
    };
    let id = match store::users::insert(&mut tx, &new).await {
        Err(store::Error::Taken) => return Err(Error::field("email", "error-email-taken")),
        inserted => inserted?,
    };
    ask_to_confirm(&mut tx, app, id, person.next).await?;
    Ok(tx.commit().await?)
}

/// Sends the letter that confirms an address once more, if somebody registered it and has not confirmed it yet. Whether that is
/// so is told to nobody.
///
/// # Errors
/// [`Error::Wrong`] on field `email`; [`Error::Busy`] when this happens too often.
pub async fn resend(app: &App, email: &str, network: &str) -> Result<()> {
    let mut form = Form::new();
    let email = form.email("email", email);
    form.finish()?;
    brake::press(app, &letter_brakes(&email, network)).await?;
    let mut tx = app.db.write().await?;
    let known = store::users::by_email(&mut tx, &email.key).await?;
    if let Some(user) = known.filter(|user| user.email_confirmed_at.is_none()) {
        ask_to_confirm(&mut tx, app, user.id, "").await?;
    }
    Ok(tx.commit().await?)
}

/// Makes the links sent before stop working, and sends a new one.
async fn ask_to_confirm(tx: &mut store::Tx, app: &App, user: UserId, next: &str) -> Result<()> {
    let now = app.clock.now();
    let user = store::users::get(tx, user).await?.ok_or(Error::NotFound)?;
    store::links::void(tx, user.id, Purpose::Confirm, now).await?;
    let token = link_to_user(tx, app, &user, Purpose::Confirm).await?;
    let letter = Letter::ConfirmAddress { token: token.text(), next: next.to_owned() };
    mail::to_user_unconfirmed(tx, &user, letter, now).await
}

async fn link_to_user(tx: &mut store::Tx, app: &App, user: &User, purpose: Purpose) -> Result<Token> {
    let now = app.clock.now();
    let token = app.random.token()?;
    let lasts_s = if purpose == Purpose::Reset { RESET_S } else { CONFIRM_S };
    let link = Link {
        token_hash: token.hash().to_vec(),
        purpose,
        user_id: Some(user.id),
        exchange: None,
        member: None,
        email: user.email.clone().unwrap_or_default(),
        made_by: None,
        made_at: now,
        expires_at: after(now, lasts_s),
    };
    store::links::insert(tx, &link).await?;
    Ok(token)
}

fn letter_brakes<'a>(email: &'a Email, network: &'a str) -> [Brake<'a>; 2] {
    [
        Brake { purpose: "letter", counted: &email.key, limit: 5, window_s: HOUR_S },
        Brake { purpose: "letter-network", counted: network, limit: 30, window_s: HOUR_S },
    ]
}

/// Whether a link of a letter still works, so that a page can say so before anything is typed.
///
/// # Errors
/// [`Error::NotFound`] when it does not.
pub async fn check_link(app: &App, token: &str, purpose: Purpose) -> Result<Link> {
    let token = Token::parse(token).ok_or(Error::NotFound)?;
    let mut tx = app.db.read().await?;
    store::links::find(&mut tx, &token.hash(), purpose, app.clock.now()).await?.ok_or(Error::NotFound)
}

/// Confirms an address with the link of the letter and the password chosen when registering, and signs in. The password is
/// asked so that nobody is made a user of somebody else's choosing by a mere click.
///
/// # Errors
/// [`Error::NotFound`] when the link does not work (any more), [`Error::Wrong`] with `error-password-wrong`.
pub async fn confirm(app: &App, token: &str, password: &str, browser: Browser<'_>) -> Result<Entered> {
    let link = check_link(app, token, Purpose::Confirm).await?;
    let user = link.user_id.ok_or(Error::NotFound)?;
    let counted = user.0.to_string();
    let brake = Brake { purpose: "confirm", counted: &counted, limit: 10, window_s: 900 };
    brake::press(app, &[brake]).await?;
    crate::users::check_password(app, user, "password", password).await?;

    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    // A user's row before the user's links, everywhere, so that nobody waits for each other in a circle.
    store::users::lock(&mut tx, user).await?;
    store::links::use_up(&mut tx, &link.token_hash, Purpose::Confirm, now).await?.ok_or(Error::NotFound)?;
    store::users::confirm_email(&mut tx, user, now).await?;
    let user = store::users::get(&mut tx, user).await?.ok_or(Error::NotFound)?;
    let entered = second::after_password(&mut tx, app, &user, browser).await?;
    tx.commit().await?;
    Ok(entered)
}

/// Sends a letter with a link to choose a new password, if a user has this address. Whether one has is not told.
///
/// # Errors
/// [`Error::Wrong`] on field `email`; [`Error::Busy`] when this happens too often.
pub async fn request_reset(app: &App, email: &str, network: &str) -> Result<()> {
    let mut form = Form::new();
    let email = form.email("email", email);
    form.finish()?;
    brake::press(app, &letter_brakes(&email, network)).await?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    if let Some(user) = store::users::by_email(&mut tx, &email.key).await? {
        store::links::void(&mut tx, user.id, Purpose::Reset, now).await?;
        let token = link_to_user(&mut tx, app, &user, Purpose::Reset).await?;
        mail::to_user_unconfirmed(&mut tx, &user, Letter::ResetPassword { token: token.text() }, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Makes the token of a link to choose a new password, for the keeper of the machine to hand over; no letter is sent.
///
/// # Errors
/// [`Error::NotAllowed`] unless the program itself asks, [`Error::NotFound`].
pub async fn reset_token(app: &App, actor: &Actor, user: UserId) -> Result<String> {
    actor.may(Action::RunServer, Subject::server())?;
    let mut tx = app.db.write().await?;
    let user = store::users::get(&mut tx, user).await?.ok_or(Error::NotFound)?;
    store::links::void(&mut tx, user.id, Purpose::Reset, app.clock.now()).await?;
    let token = link_to_user(&mut tx, app, &user, Purpose::Reset).await?;
    tx.commit().await?;
    Ok(token.text())
}

/// Changes the password with the link of a letter. All sessions end; whoever held the letter holds the address, so that it
/// is confirmed too.
///
/// # Errors
/// [`Error::NotFound`] when the link does not work (any more), [`Error::Wrong`] on field `password`.
pub async fn reset(app: &App, token: &str, password: &str) -> Result<()> {
    let mut form = Form::new();
    password::check_choice(&mut form, "password", password);
    form.finish()?;
    let link = check_link(app, token, Purpose::Reset).await?;
    let hash = app.passwords.hash(&app.random, password).await?;

    let now = app.clock.now();
    let user = link.user_id.ok_or(Error::NotFound)?;
    let mut tx = app.db.write().await?;
    store::users::lock(&mut tx, user).await?;
    let link =
        store::links::use_up(&mut tx, &link.token_hash, Purpose::Reset, now).await?.ok_or(Error::NotFound)?;
    let user = store::users::get(&mut tx, user).await?.ok_or(Error::NotFound)?;
    if user.email.as_deref() != Some(link.email.as_str()) {
        // The address has changed since: the letter went to somebody who may not hold it any more.
        return Err(Error::NotFound);
    }
    store::users::set_password(&mut tx, user.id, hash.as_str()).await?;
    store::users::confirm_email(&mut tx, user.id, now).await?;
    store::sessions::end_others(&mut tx, user.id, None).await?;
    // The second factor stays: whoever reads somebody's letters has not their device.
    store::challenges::void(&mut tx, user.id).await?;
    tokens::void(&mut tx, user.id).await?;
    mail::to_user(&mut tx, &user, Letter::PasswordChanged, now).await?;
    Ok(tx.commit().await?)
}
