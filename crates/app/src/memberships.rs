//! Who operates a member's account together, and who has which task in an exchange.

use ledger::id::{ExchangeId, UserId};
use store::Tx;
use store::links::{Link, Purpose};
use store::members::operators;
pub use store::members::operators::{Membership, Operator};
pub use store::roles::{Given, Role};

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::exchanges;
use crate::form::Form;
use crate::jobs::after;
use crate::mail::{self, Envelope, Letter};
use crate::members::{self, Kind, Member, MemberId, State};
use crate::notices;
use crate::random::Token;

/// How long an invitation to operate an account stands: seven days, in seconds.
pub const STANDS_S: i64 = 7 * 86_400;
/// How many users operate one account, at most: a sign-in by number tries that many passwords.
pub const OPERATORS_MAX: usize = 8;

/// Who operates a member's account, longest first: shown to themselves and to administrators.
///
/// # Errors
/// [`Error::NotAllowed`] or [`Error::NotFound`] for anyone else.
pub async fn list_operators(app: &App, actor: &Actor, member: MemberId) -> Result<Vec<Operator>> {
    let mut tx = app.db.read().await?;
    let found = members::get(&mut tx, member).await?;
    if !actor.can(Action::ShareAccount, Subject::member(found.exchange, member)) {
        actor.may(Action::SeeAdministration, Subject::member(found.exchange, member))?;
    }
    Ok(operators::of_member(&mut tx, member).await?)
}

/// Invites somebody to operate a member's account too.
///
/// # Errors
/// [`Error::Wrong`] on field `email`, [`Error::NotAllowed`] with `error-too-many-operators` and for anyone but the member;
/// while nobody operates the account, administrators invite the first.
pub async fn invite_operator(app: &App, actor: &Actor, member: MemberId, email: &str) -> Result<()> {
    let inviter = actor.signed_in()?;
    let mut form = Form::new();
    let email = form.email("email", email);
    form.finish()?;
    let counted = inviter.id.0.to_string();
    brake::press(app, &[Brake { purpose: "invite", counted: &counted, limit: 30, window_s: 86_400 }]).await?;
    let now = app.clock.now();
    let token = app.random.token()?;
    let mut tx = app.db.write().await?;
    let shared = shareable(&mut tx, actor, member).await?;
    let link = Link {
        token_hash: token.hash().to_vec(),
        purpose: Purpose::Operate,
        user_id: None,
        exchange: Some(shared.exchange),
        member: Some(member),
        email: email.address.clone(),
        made_by: Some(inviter.id),
        made_at: now,
        expires_at: after(now, STANDS_S),
    };
    store::links::insert(&mut tx, &link).await?;
    let exchange = exchanges::active(&mut tx, shared.exchange).await?;
    let letter = Letter::OperateInvitation {
        exchange: exchange.name,
        member: shared.name,
        inviter: inviter.name.clone(),
        token: token.text(),
    };
    let envelope = Envelope {
        to: email.address,
        name: String::new(),
        locale: inviter.locale.clone(),
        letter,
        stop: None,
    };
    mail::post(&mut tx, envelope, now).await?;
    Ok(tx.commit().await?)
}

/// The member whose account this actor may share. The exchange's own account goes with the administrators' task.
async fn shareable(tx: &mut Tx, actor: &Actor, member: MemberId) -> Result<Member> {
    let found = members::get(tx, member).await?;
    let operated = operators::of_member(tx, member).await?.len();
    let exchange = Subject::exchange(found.exchange);
    if operated == 0 && actor.is_theirs(Action::WelcomeMembers, exchange) {
        actor.may(Action::WelcomeMembers, exchange)?;
    } else {
        actor.may(Action::ShareAccount, Subject::member(found.exchange, member))?;
    }
    if found.state != State::Active {
        return Err(Error::NotFound);
    }
    if found.kind == Kind::Administration {
        return Err(Error::NotAllowed("error-own-account-operators"));
    }
    if operated >= OPERATORS_MAX {
        return Err(Error::NotAllowed("error-too-many-operators"));
    }
    Ok(found)
}

/// The member whose account a link lets one operate, for the page it leads to.
///
/// # Errors
/// [`Error::NotFound`] when the link does not work (any more).
pub async fn look_operator(app: &App, token: &str) -> Result<Member> {
    let token = Token::parse(token).ok_or(Error::NotFound)?;
    let mut tx = app.db.read().await?;
    let link = store::links::find(&mut tx, &token.hash(), Purpose::Operate, app.clock.now()).await?;
    let member = link.and_then(|link| link.member).ok_or(Error::NotFound)?;
    members::get(&mut tx, member).await
}

/// Operates a member's account from now on, with the link of a letter; those who did before are asked first, as whoever
/// made the link must still be one of them.
///
/// # Errors
/// [`Error::NotFound`] when the link does not work (any more), [`Error::NotAllowed`] with `error-too-many-operators`.
pub async fn accept_operator(app: &App, actor: &Actor, token: &str) -> Result<MemberId> {
    let user = actor.signed_in()?;
    let token = Token::parse(token).ok_or(Error::NotFound)?;
    let by = actor.by(app);
    let mut tx = app.db.write().await?;
    let link = store::links::use_up(&mut tx, &token.hash(), Purpose::Operate, by.at)
        .await?
        .ok_or(Error::NotFound)?;
    let (Some(member), Some(inviter)) = (link.member, link.made_by) else { return Err(Error::NotFound) };
    operators::lock(&mut tx, member).await?;
    let inviter = Actor::load(&mut tx, inviter, None).await?.ok_or(Error::NotFound)?;
    let shared = shareable(&mut tx, &inviter, member).await?;
    if operators::add(&mut tx, member, user.id, by).await? {
        log(
            &mut tx,
            app,
            actor,
            OperatorChange { member: &shared, act: Act::OperatorAdded, name: &user.name },
        )
        .await?;
    }
    tx.commit().await?;
    Ok(member)
}

/// Lets a user operate a member's account no longer; the last one stays. Operators do this, and administrators.
///
/// # Errors
/// [`Error::NotFound`] when the user does not operate it, [`Error::NotAllowed`] with `error-last-operator`.
pub async fn remove_operator(app: &App, actor: &Actor, member: MemberId, user: UserId) -> Result<()> {
    let mut tx = app.db.write().await?;
    let shared = members::get(&mut tx, member).await?;
    let subject = Subject::member(shared.exchange, member);
    if !actor.can(Action::ShareAccount, subject) {
        actor.may(Action::EditAnyProfile, subject)?;
    }
    if shared.kind == Kind::Administration {
        return Err(Error::NotAllowed("error-own-account-operators"));
    }
    operators::lock(&mut tx, member).await?;
    let name = store::users::get(&mut tx, user).await?.ok_or(Error::NotFound)?.name;
    if !operators::remove(&mut tx, member, user).await? {
        return Err(Error::NotFound);
    }
    if operators::of_member(&mut tx, member).await?.is_empty() {
        return Err(Error::NotAllowed("error-last-operator"));
    }
    log(&mut tx, app, actor, OperatorChange { member: &shared, act: Act::OperatorRemoved, name: &name })
        .await?;
    Ok(tx.commit().await?)
}

struct OperatorChange<'a> {
    member: &'a Member,
    act: Act,
    name: &'a str,
}

async fn log(tx: &mut Tx, app: &App, actor: &Actor, change: OperatorChange<'_>) -> Result<()> {
    let detail = Detail { value: change.name, ..Detail::default() };
    let (exchange, subject) = (change.member.exchange, change.member.name.as_str());
    audit::exchange(tx, app, Entry { actor, exchange, act: change.act, subject, detail }).await
}

/// Who coordinates and administers an exchange.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but administrators.
pub async fn list_roles(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Vec<Given>> {
    actor.may(Action::SeeAdministration, Subject::exchange(exchange))?;
    Ok(store::roles::of_exchange(&mut app.db.read().await?, exchange).await?)
}

/// Who looks after the exchange, with their tasks but without their addresses, for its members.
///
/// # Errors
/// [`Error::NotAllowed`] for strangers.
pub async fn keepers(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Vec<Given>> {
    actor.may(Action::SeeDirectory, Subject::exchange(exchange))?;
    let given = store::roles::of_exchange(&mut app.db.read().await?, exchange).await?;
    Ok(given.into_iter().map(|given| Given { email: None, ..given }).collect())
}

/// Gives a task to a user who is a member of the exchange. Administrators operate its own account too.
///
/// # Errors
/// [`Error::NotAllowed`] with `error-role-members-only` and for anyone but administrators, [`Error::NotFound`].
pub async fn give_role(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    user: UserId,
    role: Role,
) -> Result<()> {
    actor.may(Action::GiveRoles, Subject::exchange(exchange))?;
    actor.fresh()?;
    let by = actor.by(app);
    let mut tx = app.db.write().await?;
    store::roles::lock(&mut tx, exchange).await?;
    let home = exchanges::active(&mut tx, exchange).await?;
    let chosen = store::users::get(&mut tx, user).await?.ok_or(Error::NotFound)?;
    let is_member = |found: &Membership| found.exchange == exchange && found.state == State::Active;
    if !operators::memberships(&mut tx, user).await?.iter().any(is_member) {
        return Err(Error::NotAllowed("error-role-members-only"));
    }
    if !store::roles::give(&mut tx, exchange, user, role, by).await? {
        return Ok(());
    }
    if role == Role::Admin
        && let Some(itself) = store::members::administration(&mut tx, exchange).await?
    {
        operators::add(&mut tx, itself.id, user, by).await?;
    }
    let letter = Letter::RoleGiven { code: home.code, exchange: home.name, role: role.as_str().to_owned() };
    notices::tell_user(&mut tx, app, &chosen, letter).await?;
    let detail = Detail { value: role.as_str(), ..Detail::default() };
    audit::exchange(
        &mut tx,
        app,
        Entry { actor, exchange, act: Act::RoleGiven, subject: &chosen.name, detail },
    )
    .await?;
    Ok(tx.commit().await?)
}

/// Takes a task away; the last administrator stays.
///
/// # Errors
/// [`Error::NotFound`] when the user does not have it, [`Error::NotAllowed`] with `error-last-admin` and for anyone but
/// administrators.
pub async fn take_role(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    user: UserId,
    role: Role,
) -> Result<()> {
    actor.may(Action::GiveRoles, Subject::exchange(exchange))?;
    actor.fresh()?;
    let mut tx = app.db.write().await?;
    store::roles::lock(&mut tx, exchange).await?;
    end_role(&mut tx, (app, actor), exchange, (user, role)).await?;
    Ok(tx.commit().await?)
}

/// Ends the tasks of those who operate a leaving member's account and no other one of the exchange: tasks are for members.
///
/// # Errors
/// [`Error::NotAllowed`] with `error-last-admin`.
pub(crate) async fn end_roles(tx: &mut Tx, app: &App, actor: &Actor, leaving: &Member) -> Result<()> {
    let exchange = leaving.exchange;
    store::roles::lock(tx, exchange).await?;
    for operator in operators::of_member(tx, leaving.id).await? {
        let memberships = operators::memberships(tx, operator.user_id).await?;
        let stays = memberships.iter().any(|other| {
            other.exchange == exchange
                && other.member != leaving.id
                && other.kind != Kind::Administration
                && other.state == State::Active
        });
        if stays {
            continue;
        }
        for (of, role) in store::roles::of_user(tx, operator.user_id).await? {
            if of == exchange {
                end_role(tx, (app, actor), exchange, (operator.user_id, role)).await?;
            }
        }
    }
    Ok(())
}

async fn end_role(
    tx: &mut Tx,
    (app, actor): (&App, &Actor),
    exchange: ExchangeId,
    (user, role): (UserId, Role),
) -> Result<()> {
    let chosen = store::users::get(tx, user).await?.ok_or(Error::NotFound)?;
    if !store::roles::take(tx, exchange, user, role).await? {
        return Err(Error::NotFound);
    }
    if role == Role::Admin {
        let left = store::roles::of_exchange(tx, exchange).await?;
        if !left.iter().any(|given| given.role == Role::Admin) {
            return Err(Error::NotAllowed("error-last-admin"));
        }
        if let Some(itself) = store::members::administration(tx, exchange).await? {
            operators::remove(tx, itself.id, user).await?;
        }
    }
    let detail = Detail { value: role.as_str(), ..Detail::default() };
    let entry = Entry { actor, exchange, act: Act::RoleTaken, subject: &chosen.name, detail };
    audit::exchange(tx, app, entry).await
}
