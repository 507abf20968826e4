//! Members added by hand, also those without an address: they sign in with their number, or somebody keeps their account.

use ledger::id::{ExchangeId, UserId};
use store::members::{NewMember, operators};
use store::users::NewUser;
use store::{By, Tx};
use uuid::Uuid;

use super::profile::checked;
use super::{Kind, ProfileForm};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::exchanges;
use crate::form::{Form, LOCALES};
use crate::memberships;
use crate::password::{self, PasswordText};
use crate::people::areas;

/// How somebody who is added by hand comes to their account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entrance<'a> {
    /// Not at all: coordinators record for them.
    None,
    /// With the account's number and this first password.
    Number(&'a str),
    /// By a letter to this address, with a link to operate the account.
    Letter(&'a str),
}

/// Somebody to be added.
#[derive(Clone, Copy, Debug)]
pub struct Newcomer<'a> {
    /// Names the member, made with the form: adding twice is adding once.
    pub uuid: Uuid,
    /// Where.
    pub exchange: ExchangeId,
    /// As what.
    pub kind: Kind,
    /// What the member's page tells.
    pub profile: &'a ProfileForm,
    /// How they come to their account.
    pub entrance: Entrance<'a>,
}

/// Adds a member and welcomes them at once; gives the account's number.
///
/// # Errors
/// [`Error::Wrong`] on the fields of [`ProfileForm`], `kind`, `password`, `login_email`; [`Error::NotAllowed`] for anyone
/// but administrators.
pub async fn add(app: &App, actor: &Actor, newcomer: Newcomer<'_>) -> Result<String> {
    actor.may(Action::WelcomeMembers, Subject::exchange(newcomer.exchange))?;
    let mut form = Form::new();
    let areas = areas::Choice::of(&mut app.db.read().await?, newcomer.exchange, None).await?;
    let profile = checked(&mut form, newcomer.profile, &areas);
    if newcomer.kind == Kind::Administration {
        form.wrong("kind", "error-choice");
    }
    match newcomer.entrance {
        Entrance::None => {}
        Entrance::Number(first) => password::check_choice(&mut form, "password", first),
        Entrance::Letter(email) => drop(form.email("login_email", email)),
    }
    form.finish()?;
    let hash = match newcomer.entrance {
        Entrance::Number(first) => Some(app.passwords.hash(&app.random, first).await?),
        Entrance::None | Entrance::Letter(_) => None,
    };

    let by = actor.by(app);
    let mut tx = app.db.write().await?;
    if let Some(known) = store::members::by_uuid(&mut tx, newcomer.uuid).await? {
        drop(tx);
        return added_before(app, actor, newcomer.exchange, &known).await;
    }
    let exchange = exchanges::active(&mut tx, newcomer.exchange).await?;
    let new = NewMember {
        uuid: newcomer.uuid,
        exchange: exchange.id,
        kind: newcomer.kind,
        application: "",
        invited_by: None,
        // Nobody accepts terms for somebody else: they are asked when they first sign in.
        terms_version: 0,
        applied_at: by.at,
    };
    let member = store::members::insert(&mut tx, &new, &profile).await?;
    if let Some(hash) = &hash {
        let user = insert_user(&mut tx, app, (&profile.name, &exchange.locale), hash).await?;
        operators::add(&mut tx, member, user, By { user, at: by.at }).await?;
    }
    tx.commit().await?;
    let number = super::welcome(app, actor, member).await?;
    if let Entrance::Letter(email) = newcomer.entrance {
        memberships::invite_operator(app, actor, member, email).await?;
    }
    Ok(number)
}

/// The form came a second time: the number given then, or now if the first time ended in the middle.
async fn added_before(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    known: &super::Member,
) -> Result<String> {
    if known.exchange != exchange {
        return Err(Error::NotFound);
    }
    match &known.number {
        Some(number) => Ok(number.clone()),
        None => super::welcome(app, actor, known.id).await,
    }
}

async fn insert_user(
    tx: &mut Tx,
    app: &App,
    (name, locale): (&str, &str),
    hash: &PasswordText,
) -> Result<UserId> {
    let now = app.clock.now();
    let new = NewUser {
        uuid: app.random.uuid(now)?,
        name,
        email: None,
        email_confirmed_at: None,
        password_hash: Some(hash.as_str()),
        locale: if LOCALES.contains(&locale) { locale } else { LOCALES[0] },
        created_at: now,
    };
    Ok(store::users::insert(tx, &new).await?)
}
