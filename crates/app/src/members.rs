//! Members: asking to join, being welcomed, the directory, and leaving.

use ledger::account;
use ledger::id::{AccountId, ExchangeId};
use ledger::refusal::Refusal;
use store::Tx;
pub use store::members::directory::{Among, Line, Tally};
use store::members::operators::Addressee;
pub use store::members::{Kind, Member, MemberId, State};

use crate::App;
use crate::accounts;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::error::{Error, Result};
use crate::exchanges;
use crate::form::Form;
use crate::mail::Letter;
use crate::memberships;
use crate::notices::{self, Telling};

mod adding;
mod administered;
mod application;
mod directory;
mod profile;

pub use adding::{Entrance, Newcomer, add};
pub use administered::{Administered, administered};
pub use application::{Application, apply, withdraw};
pub(crate) use directory::favourites;
pub use directory::{Directory, Listed, Lookup, Standing, directory, find, full_number, own, party};
pub use profile::{ABOUT_MAX, LANGUAGES_MAX, ProfileForm, SKILLS_MAX, accept_terms, edit_profile};

/// Who asks to join, in the order of asking.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but administrators.
pub async fn applicants(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Vec<Member>> {
    actor.may(Action::SeeAdministration, Subject::exchange(exchange))?;
    Ok(store::members::applicants(&mut app.db.read().await?, exchange).await?)
}

/// Welcomes an applicant: an account is opened, and those who operate it are told. Gives the account's number.
///
/// # Errors
/// [`Error::NotFound`] when nobody waits there (any more), [`Error::NotAllowed`] for anyone but administrators.
pub async fn welcome(app: &App, actor: &Actor, member: MemberId) -> Result<String> {
    let waiting = get(&mut app.db.read().await?, member).await?;
    actor.may(Action::WelcomeMembers, Subject::exchange(waiting.exchange))?;
    if waiting.state != State::Applied {
        return Err(Error::NotFound);
    }
    let (account, number) = accounts::open(app, actor, waiting.exchange, account_kind(waiting.kind)).await?;

    let by = actor.by(app);
    let mut tx = app.db.write().await?;
    if !store::members::welcome(&mut tx, member, account, by).await? {
        drop(tx);
        // Somebody else has decided meanwhile: the account that was opened in vain is closed again.
        accounts::close(app, actor, account, "opened in vain").await?;
        return Err(Error::NotFound);
    }
    let exchange = exchanges::active(&mut tx, waiting.exchange).await?;
    let letter = Letter::Welcomed { code: exchange.code, exchange: exchange.name, number: number.clone() };
    tell_operators(&mut tx, app, member, &letter).await?;
    let detail = Detail { value: &number, ..Detail::default() };
    let entry =
        Entry { actor, exchange: exchange.id, act: Act::MemberWelcomed, subject: &waiting.name, detail };
    audit::exchange(&mut tx, app, entry).await?;
    tx.commit().await?;
    Ok(number)
}

/// Declines an applicant; those who asked are told why.
///
/// # Errors
/// As [`welcome`], and [`Error::Wrong`] on field `reason`.
pub async fn decline(app: &App, actor: &Actor, member: MemberId, reason: &str) -> Result<()> {
    let mut tx = app.db.write().await?;
    let waiting = get(&mut tx, member).await?;
    actor.may(Action::WelcomeMembers, Subject::exchange(waiting.exchange))?;
    let mut form = Form::new();
    let reason = form.line("reason", reason, 400);
    form.finish()?;
    if !store::members::decline(&mut tx, member, actor.by(app), &reason).await? {
        return Err(Error::NotFound);
    }
    let exchange = exchanges::active(&mut tx, waiting.exchange).await?;
    let letter = Letter::Declined { exchange: exchange.name, reason: reason.clone() };
    tell_operators(&mut tx, app, member, &letter).await?;
    let detail = Detail { reason: &reason, ..Detail::default() };
    let entry =
        Entry { actor, exchange: exchange.id, act: Act::MemberDeclined, subject: &waiting.name, detail };
    audit::exchange(&mut tx, app, entry).await?;
    Ok(tx.commit().await?)
}

/// The member of an account, for those who may see the member; none for accounts that are nobody's.
///
/// # Errors
/// [`Error::NotFound`] for those who may not.
pub async fn of_account(app: &App, actor: &Actor, account: AccountId) -> Result<Option<MemberId>> {
    let member = store::members::by_account(&mut app.db.read().await?, account).await?;
    let Some(member) = member else { return Ok(None) };
    actor.may(Action::SeeMember, Subject::member(member.exchange, member.id))?;
    Ok(Some(member.id))
}

/// Leaves an exchange: the account is closed, for which its balance must be zero.
///
/// # Errors
/// [`Error::Refused`] by the ledger, [`Error::NotAllowed`] for anyone but the member, and with `error-last-admin`.
pub async fn leave(app: &App, actor: &Actor, member: MemberId) -> Result<()> {
    let leaving = get(&mut app.db.read().await?, member).await?;
    actor.may(Action::Leave, Subject::member(leaving.exchange, member))?;
    end(app, actor, &leaving, Ending { act: Act::MemberLeft, reason: "" }).await
}

/// Ends a membership: the account is closed, for which its balance must be zero; the member is told why.
///
/// # Errors
/// [`Error::Refused`] by the ledger, [`Error::Wrong`] on field `reason`, [`Error::NotAllowed`] for anyone but
/// administrators.
pub async fn end_membership(app: &App, actor: &Actor, member: MemberId, reason: &str) -> Result<()> {
    let leaving = get(&mut app.db.read().await?, member).await?;
    actor.may(Action::EndMembership, Subject::exchange(leaving.exchange))?;
    let mut form = Form::new();
    let reason = form.line("reason", reason, 400);
    form.finish()?;
    end(app, actor, &leaving, Ending { act: Act::MembershipEnded, reason: &reason }).await
}

#[derive(Clone, Copy)]
struct Ending<'a> {
    act: Act,
    reason: &'a str,
}

async fn end(app: &App, actor: &Actor, leaving: &Member, ending: Ending<'_>) -> Result<()> {
    if leaving.kind == Kind::Administration {
        return Err(Error::Refused(Refusal::OwnAccountStays));
    }
    let (State::Active, Some(account)) = (leaving.state, leaving.account) else {
        return Err(Error::NotFound);
    };
    // Only tried: a last administrator hears that they stay before their account is closed.
    memberships::end_roles(&mut app.db.write().await?, app, actor, leaving).await?;
    match accounts::close(app, actor, account, ending.reason).await {
        // Closed before, and stopped in the middle.
        Ok(()) | Err(Error::Refused(Refusal::Closed)) => {}
        Err(error) => return Err(error),
    }
    let mut tx = app.db.write().await?;
    memberships::end_roles(&mut tx, app, actor, leaving).await?;
    if !store::members::leave(&mut tx, leaving.id, actor.by(app), ending.reason).await? {
        return Err(Error::NotFound);
    }
    let exchange = exchanges::active(&mut tx, leaving.exchange).await?;
    if ending.act == Act::MembershipEnded {
        let letter = Letter::MembershipEnded { exchange: exchange.name, reason: ending.reason.to_owned() };
        tell_operators(&mut tx, app, leaving.id, &letter).await?;
    }
    let detail = Detail { reason: ending.reason, ..Detail::default() };
    let entry = Entry { actor, exchange: exchange.id, act: ending.act, subject: &leaving.name, detail };
    audit::exchange(&mut tx, app, entry).await?;
    Ok(tx.commit().await?)
}

/// The member with this id.
pub(crate) async fn get(tx: &mut Tx, member: MemberId) -> Result<Member> {
    store::members::get(tx, member).await?.ok_or(Error::NotFound)
}

/// Tells everyone who operates a member's account.
pub(crate) async fn tell_operators(tx: &mut Tx, app: &App, member: MemberId, letter: &Letter) -> Result<()> {
    let operators = store::members::operators::addressees(tx, &[member]).await?;
    let telling = |operator: &Addressee| Telling { reader: operator.into(), letter: letter.clone() };
    notices::tell(tx, app, operators.iter().map(telling).collect()).await
}

/// The kind of account that a kind of member gets.
fn account_kind(kind: Kind) -> account::Kind {
    match kind {
        Kind::Administration => account::Kind::Administration,
        Kind::Individual => account::Kind::Individual,
        Kind::Shared => account::Kind::Shared,
        Kind::Organisation => account::Kind::Organisation,
        Kind::Company => account::Kind::Company,
        Kind::Public => account::Kind::Public,
    }
}
