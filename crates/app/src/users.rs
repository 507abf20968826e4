//! A user's own affairs: name, language, password and address; and who administers the server.

use ledger::id::UserId;
use store::links::{Link, Purpose};
pub use store::users::User;
use store::users::{NewUser, ServerAdmin};

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit;
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::form::Form;
use crate::jobs::after;
use crate::mail::{self, Envelope, Letter};
use crate::password::{self, PasswordText};
use crate::random::Token;
use crate::registration::CONFIRM_S;

/// Characters of a name, at most.
pub const NAME_MAX: usize = 80;

/// Changes the user's name and language.
///
/// # Errors
/// [`Error::Wrong`] on fields `name`, `locale`.
pub async fn edit(app: &App, actor: &Actor, name: &str, locale: &str) -> Result<()> {
    let user = actor.signed_in()?;
    let mut form = Form::new();
    let name = form.line("name", name, NAME_MAX);
    let locale = form.locale("locale", locale);
    form.finish()?;
    let mut tx = app.db.write().await?;
    store::users::set_name(&mut tx, user.id, &name, &locale).await?;
    Ok(tx.commit().await?)
}

/// Changes the password; the user's other sessions end.
///
/// # Errors
/// [`Error::Wrong`] on fields `current`, `password`; [`Error::Busy`] after too many guesses.
pub async fn change_password(app: &App, actor: &Actor, current: &str, new: &str) -> Result<()> {
    let user = actor.proven()?;
    let mut form = Form::new();
    password::check_choice(&mut form, "password", new);
    form.finish()?;
    check_current(app, user, "current", current).await?;
    let hash = app.passwords.hash(&app.random, new).await?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    store::users::set_password(&mut tx, user.id, hash.as_str()).await?;
    store::sessions::end_others(&mut tx, user.id, actor.session().map(|session| session.uuid)).await?;
    store::challenges::void(&mut tx, user.id).await?;
    crate::tokens::void(&mut tx, user.id).await?;
    store::links::void(&mut tx, user.id, Purpose::Reset, now).await?;
    mail::to_user(&mut tx, user, Letter::PasswordChanged, now).await?;
    Ok(tx.commit().await?)
}

/// Asks for another address: a letter with a link goes there. Whether somebody else has it is told in no other way than
/// that the link does not work then.
///
/// # Errors
/// [`Error::Wrong`] on fields `current`, `email`; [`Error::Busy`] when this happens too often.
pub async fn request_email(app: &App, actor: &Actor, current: &str, email: &str) -> Result<()> {
    let user = actor.proven()?;
    let mut form = Form::new();
    let email = form.email("email", email);
    form.finish()?;
    check_current(app, user, "current", current).await?;
    let brake = Brake { purpose: "letter", counted: &email.key, limit: 5, window_s: 3600 };
    brake::press(app, &[brake]).await?;
    let now = app.clock.now();
    let token = app.random.token()?;
    let link = Link {
        token_hash: token.hash().to_vec(),
        purpose: Purpose::ChangeEmail,
        user_id: Some(user.id),
        exchange: None,
        member: None,
        email: email.address.clone(),
        made_by: Some(user.id),
        made_at: now,
        expires_at: after(now, CONFIRM_S),
    };
    let mut tx = app.db.write().await?;
    store::links::void(&mut tx, user.id, Purpose::ChangeEmail, now).await?;
    store::links::insert(&mut tx, &link).await?;
    let letter = Letter::ConfirmNewAddress { token: token.text() };
    let (name, locale) = (user.name.clone(), user.locale.clone());
    mail::post(&mut tx, Envelope { to: email.address, name, locale, letter, stop: None }, now).await?;
    Ok(tx.commit().await?)
}

/// Changes the address with the link of a letter; the old one is told.
///
/// # Errors
/// [`Error::NotFound`] when the link does not work (any more) or is another user's, [`Error::Wrong`] with
/// `error-email-taken`.
pub async fn confirm_email(app: &App, actor: &Actor, token: &str) -> Result<()> {
    let user = actor.proven()?;
    let token = Token::parse(token).ok_or(Error::NotFound)?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    store::users::lock(&mut tx, user.id).await?;
    let link = store::links::use_up(&mut tx, &token.hash(), Purpose::ChangeEmail, now).await?;
    let link = link.filter(|link| link.user_id == Some(user.id)).ok_or(Error::NotFound)?;
    let email = Form::new().email("email", &link.email);
    match store::users::set_email(&mut tx, user.id, &email.address, &email.key, now).await {
        Err(store::Error::Taken) => return Err(Error::field("email", "error-email-taken")),
        changed => changed?,
    }
    store::links::void(&mut tx, user.id, Purpose::Reset, now).await?;
    // They were sent to the old one.
    crate::tokens::void(&mut tx, user.id).await?;
    let masked = mail::masked(&email.address);
    mail::to_user(&mut tx, user, Letter::AddressChanged { masked }, now).await?;
    Ok(tx.commit().await?)
}

/// Makes sure that this is the user's password, with a brake on guessing.
pub(crate) async fn check_current(app: &App, user: &User, field: &'static str, current: &str) -> Result<()> {
    let counted = user.id.0.to_string();
    let brake = Brake { purpose: "current-password", counted: &counted, limit: 10, window_s: 900 };
    brake::press(app, &[brake]).await?;
    check_password(app, user.id, field, current).await?;
    let mut tx = app.db.write().await?;
    brake::release(&mut tx, &brake).await?;
    Ok(tx.commit().await?)
}

/// Makes sure that this is the user's password.
pub(crate) async fn check_password(
    app: &App,
    user: UserId,
    field: &'static str,
    password: &str,
) -> Result<()> {
    let mut tx = app.db.read().await?;
    let hash = store::users::login(&mut tx, user).await?.and_then(|login| login.password_hash);
    drop(tx);
    let fits = app.passwords.find(password, hash.into_iter().collect()).await?;
    fits.map(|_| ()).ok_or_else(|| Error::field(field, "error-password-wrong"))
}

/// A user made by the keeper of the machine: the command line, the making of a demo.
#[derive(Clone, Copy, Debug)]
pub struct NewPerson<'a> {
    /// The person's name.
    pub name: &'a str,
    /// The address, taken as confirmed; empty: none.
    pub email: &'a str,
    /// The password's hash, of [`crate::password::Passwords::hash`].
    pub password: &'a PasswordText,
    /// The language that the person reads.
    pub locale: &'a str,
}

/// Makes a user without letters.
///
/// # Errors
/// [`Error::NotAllowed`] unless the program itself asks; [`Error::Wrong`] on fields `name`, `email`.
pub async fn create(app: &App, actor: &Actor, person: NewPerson<'_>) -> Result<UserId> {
    actor.may(Action::RunServer, Subject::server())?;
    let mut form = Form::new();
    let name = form.line("name", person.name, NAME_MAX);
    let email = (!person.email.is_empty()).then(|| form.email("email", person.email));
    let locale = form.locale("locale", person.locale);
    form.finish()?;
    let now = app.clock.now();
    let new = NewUser {
        uuid: app.random.uuid(now)?,
        name: &name,
        email: email.as_ref().map(|email| (email.address.as_str(), email.key.as_str())),
        email_confirmed_at: email.as_ref().map(|_| now),
        password_hash: Some(person.password.as_str()),
        locale: &locale,
        created_at: now,
    };
    let mut tx = app.db.write().await?;
    let id = match store::users::insert(&mut tx, &new).await {
        Err(store::Error::Taken) => return Err(Error::field("email", "error-email-taken")),
        inserted => inserted?,
    };
    tx.commit().await?;
    Ok(id)
}

/// The user with this address.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::NotAllowed`] for anyone but the server's administrators.
pub async fn by_email(app: &App, actor: &Actor, email: &str) -> Result<User> {
    actor.may(Action::SeeServer, Subject::server())?;
    let key = Form::new().email("email", email).key;
    store::users::by_email(&mut app.db.read().await?, &key).await?.ok_or(Error::NotFound)
}

/// Who administers the server, by name.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but themselves.
pub async fn server_admins(app: &App, actor: &Actor) -> Result<Vec<User>> {
    actor.may(Action::SeeServer, Subject::server())?;
    Ok(store::users::server_admins(&mut app.db.read().await?).await?)
}

/// Makes a user an administrator of the server, or no longer; the last one stays.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::NotAllowed`] with `error-last-admin`, and for anyone but the server's administrators.
pub async fn set_server_admin(app: &App, actor: &Actor, user: UserId, wish: ServerAdmin) -> Result<()> {
    actor.may(Action::RunServer, Subject::server())?;
    actor.fresh()?;
    let mut tx = app.db.write().await?;
    store::users::lock_server_admins(&mut tx).await?;
    let user = store::users::get(&mut tx, user).await?.ok_or(Error::NotFound)?;
    store::users::set_server_admin(&mut tx, user.id, wish).await?;
    if store::users::server_admins(&mut tx).await?.is_empty() {
        return Err(Error::NotAllowed("error-last-admin"));
    }
    let act = match wish {
        ServerAdmin::Yes => audit::Act::ServerAdminAdded,
        ServerAdmin::No => audit::Act::ServerAdminRemoved,
    };
    audit::server(&mut tx, app, actor, act, &user.name).await?;
    Ok(tx.commit().await?)
}
