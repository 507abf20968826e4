//! Invitations: letters with a link that lets somebody ask to join, even where not everyone may.

use ledger::id::ExchangeId;
use store::links::{Link, Purpose};

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::exchanges::{self, Exchange, Joining};
use crate::form::Form;
use crate::jobs::after;
use crate::mail::{self, Envelope, Letter};
use crate::random::Token;

/// How long an invitation stands: thirty days, in seconds.
pub const STANDS_S: i64 = 30 * 86_400;
/// How many one member sends in a day.
const A_DAY: i64 = 30;

/// An invitation that still stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Where to.
    pub exchange: Exchange,
    /// The address it was sent to.
    pub email: String,
    /// Who invites.
    pub inviter: String,
}

/// Invites somebody to join; an earlier invitation to the same address stops working.
///
/// # Errors
/// [`Error::NotAllowed`] with `error-joining-closed` and for strangers, [`Error::Wrong`] on fields `email`, `locale`,
/// [`Error::Busy`] after thirty in a day.
pub async fn invite(app: &App, actor: &Actor, exchange: ExchangeId, email: &str) -> Result<()> {
    actor.may(Action::Invite, Subject::exchange(exchange))?;
    let inviter = actor.signed_in()?;
    let mut form = Form::new();
    let email = form.email("email", email);
    form.finish()?;
    let counted = inviter.id.0.to_string();
    brake::press(app, &[Brake { purpose: "invite", counted: &counted, limit: A_DAY, window_s: 86_400 }])
        .await?;

    let now = app.clock.now();
    let token = app.random.token()?;
    let mut tx = app.db.write().await?;
    let exchange = exchanges::active(&mut tx, exchange).await?;
    if exchange.joining == Joining::Closed {
        return Err(Error::NotAllowed("error-joining-closed"));
    }
    store::links::void_invitation(&mut tx, exchange.id, &email.key, now).await?;
    let link = Link {
        token_hash: token.hash().to_vec(),
        purpose: Purpose::Invite,
        user_id: None,
        exchange: Some(exchange.id),
        member: actor.acting_in(exchange.id).map(|membership| membership.member),
        email: email.key,
        made_by: Some(inviter.id),
        made_at: now,
        expires_at: after(now, STANDS_S),
    };
    store::links::insert(&mut tx, &link).await?;
    let letter = Letter::Invitation {
        code: exchange.code,
        exchange: exchange.name,
        inviter: inviter.name.clone(),
        token: token.text(),
    };
    let to = email.address;
    let envelope =
        Envelope { to: to.clone(), name: String::new(), locale: exchange.locale, letter, stop: None };
    mail::post(&mut tx, envelope, now).await?;
    let detail = Detail::default();
    audit::exchange(
        &mut tx,
        app,
        Entry { actor, exchange: exchange.id, act: Act::Invited, subject: &to, detail },
    )
    .await?;
    Ok(tx.commit().await?)
}

/// What an invitation's link is about, for the page it leads to.
///
/// # Errors
/// [`Error::NotFound`] when it does not stand (any more).
pub async fn look(app: &App, token: &str) -> Result<Invitation> {
    let token = Token::parse(token).ok_or(Error::NotFound)?;
    let mut tx = app.db.read().await?;
    let link = store::links::find(&mut tx, &token.hash(), Purpose::Invite, app.clock.now()).await?;
    let link = link.ok_or(Error::NotFound)?;
    let exchange = exchanges::active(&mut tx, link.exchange.ok_or(Error::NotFound)?).await?;
    let inviter = match link.made_by {
        Some(user) => store::users::get(&mut tx, user).await?.map(|user| user.name),
        None => None,
    };
    Ok(Invitation { exchange, email: link.email, inviter: inviter.unwrap_or_default() })
}

/// An exchange's invitations that still stand, newest first.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but administrators.
pub async fn list(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Vec<Link>> {
    actor.may(Action::SeeAdministration, Subject::exchange(exchange))?;
    Ok(store::links::invitations(&mut app.db.read().await?, exchange, app.clock.now()).await?)
}

/// Takes back the invitation to this address.
///
/// # Errors
/// [`Error::NotFound`] when there is none, [`Error::NotAllowed`] for anyone but administrators.
pub async fn revoke(app: &App, actor: &Actor, exchange: ExchangeId, email: &str) -> Result<()> {
    actor.may(Action::WelcomeMembers, Subject::exchange(exchange))?;
    let mut tx = app.db.write().await?;
    let key = Form::new().email("email", email).key;
    if !store::links::void_invitation(&mut tx, exchange, &key, app.clock.now()).await? {
        return Err(Error::NotFound);
    }
    let entry =
        Entry { actor, exchange, act: Act::InvitationRevoked, subject: &key, detail: Detail::default() };
    audit::exchange(&mut tx, app, entry).await?;
    Ok(tx.commit().await?)
}
