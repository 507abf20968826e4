//! Asking to join.

use ledger::id::{ExchangeId, UserId};
use store::links::{Link, Purpose};
use store::members::NewMember;
use store::members::operators::{self, Membership};
use store::{By, Tx, roles};

use super::profile::{ProfileForm, checked};
use super::{Kind, MemberId, State};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::exchanges::{self, Exchange, Joining};
use crate::form::Form;
use crate::mail::Letter;
use crate::notices;
use crate::people::areas;
use crate::random::Token;

/// What somebody who asks to join sends.
#[derive(Clone, Copy, Debug)]
pub struct Application<'a> {
    /// Where.
    pub exchange: ExchangeId,
    /// As what.
    pub kind: Kind,
    /// What the member's page is to tell.
    pub profile: &'a ProfileForm,
    /// A few words to the administrators.
    pub words: &'a str,
    /// The version of the terms that were accepted; none: they were not.
    pub accepted_terms: Option<i64>,
    /// The token of an invitation's link, or empty.
    pub invitation: &'a str,
}

/// Asks to join; the administrators are told. Whoever comes with an administrator's invitation is welcomed at once.
///
/// # Errors
/// [`Error::Wrong`] on the fields of [`ProfileForm`], `kind`, `application`, `terms`, `invitation`;
/// [`Error::NotAllowed`] with `error-joining-closed`, `error-invited-only`, `error-already-applied`;
/// [`Error::Busy`] after ten in a day.
pub async fn apply(app: &App, actor: &Actor, application: Application<'_>) -> Result<MemberId> {
    let user = actor.signed_in()?.id;
    actor.may(Action::Apply, Subject::exchange(application.exchange))?;
    let mut form = Form::new();
    let areas = areas::Choice::of(&mut app.db.read().await?, application.exchange, None).await?;
    let profile = checked(&mut form, application.profile, &areas);
    let words = form.text("application", application.words, 2000);
    if application.kind == Kind::Administration {
        form.wrong("kind", "error-choice");
    }
    form.finish()?;
    let counted = user.0.to_string();
    brake::press(app, &[Brake { purpose: "apply", counted: &counted, limit: 10, window_s: 86_400 }]).await?;

    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let exchange = exchanges::active(&mut tx, application.exchange).await?;
    check_terms(&exchange, application.accepted_terms)?;
    check_single(&mut tx, user, exchange.id).await?;
    let invitation = take_invitation(&mut tx, app, &exchange, application.invitation).await?;
    let new = NewMember {
        uuid: app.random.uuid(now)?,
        exchange: exchange.id,
        kind: application.kind,
        application: &words,
        invited_by: invitation.as_ref().and_then(|link| link.member),
        terms_version: exchange.terms_version,
        applied_at: now,
    };
    let member = store::members::insert(&mut tx, &new, &profile).await?;
    operators::add(&mut tx, member, user, By { user, at: now }).await?;
    let inviter = welcoming(&mut tx, exchange.id, invitation).await?;
    if inviter.is_none() {
        tell_admins(&mut tx, app, &exchange, &profile.name).await?;
    }
    tx.commit().await?;

    if let Some(inviter) = inviter {
        super::welcome(app, &Actor::of_user(app, inviter).await?, member).await?;
    }
    Ok(member)
}

fn check_terms(exchange: &Exchange, accepted: Option<i64>) -> Result<()> {
    if exchange.terms.is_empty() || accepted == Some(exchange.terms_version) {
        return Ok(());
    }
    // Terms that changed while the form was open are not the ones that were accepted.
    Err(Error::field("terms", if accepted.is_some() { "error-terms-changed" } else { "error-terms" }))
}

/// Nobody asks twice at a time; several members of one user are asked for one after the other.
async fn check_single(tx: &mut Tx, user: UserId, exchange: ExchangeId) -> Result<()> {
    store::users::lock(tx, user).await?;
    let waits = |found: &Membership| found.exchange == exchange && found.state == State::Applied;
    let waiting = operators::memberships(tx, user).await?.iter().any(waits);
    if waiting { Err(Error::NotAllowed("error-already-applied")) } else { Ok(()) }
}

async fn take_invitation(tx: &mut Tx, app: &App, exchange: &Exchange, token: &str) -> Result<Option<Link>> {
    if exchange.joining == Joining::Closed {
        return Err(Error::NotAllowed("error-joining-closed"));
    }
    if token.is_empty() {
        let open = exchange.joining == Joining::Open;
        return if open { Ok(None) } else { Err(Error::NotAllowed("error-invited-only")) };
    }
    let wrong = || Error::field("invitation", "error-invitation");
    let token = Token::parse(token).ok_or_else(wrong)?;
    let link = store::links::use_up(tx, &token.hash(), Purpose::Invite, app.clock.now()).await?;
    link.filter(|link| link.exchange == Some(exchange.id)).map(Some).ok_or_else(wrong)
}

/// The one who invited, if that is an administrator here: then the invitation was the welcome.
async fn welcoming(tx: &mut Tx, exchange: ExchangeId, invitation: Option<Link>) -> Result<Option<UserId>> {
    let Some(inviter) = invitation.and_then(|link| link.made_by) else { return Ok(None) };
    let is_admin = roles::of_user(tx, inviter).await?.contains(&(exchange, roles::Role::Admin));
    Ok(is_admin.then_some(inviter))
}

async fn tell_admins(tx: &mut Tx, app: &App, exchange: &Exchange, applicant: &str) -> Result<()> {
    for given in roles::of_exchange(tx, exchange.id).await? {
        if given.role != roles::Role::Admin {
            continue;
        }
        if let Some(user) = store::users::get(tx, given.user_id).await? {
            let (code, name) = (exchange.code.clone(), exchange.name.clone());
            let letter = Letter::Applied { code, exchange: name, applicant: applicant.to_owned() };
            notices::tell_user(tx, app, &user, letter).await?;
        }
    }
    Ok(())
}

/// Takes back what one has asked.
///
/// # Errors
/// [`Error::NotFound`] when nothing waits (any more).
pub async fn withdraw(app: &App, actor: &Actor, member: MemberId) -> Result<()> {
    let mut tx = app.db.write().await?;
    let waiting = super::get(&mut tx, member).await?;
    actor.may(Action::WithdrawApplication, Subject::member(waiting.exchange, member))?;
    let own = actor.memberships().iter().any(|membership| membership.member == member);
    if !own || !store::members::decline(&mut tx, member, actor.by(app), "").await? {
        return Err(Error::NotFound);
    }
    Ok(tx.commit().await?)
}
