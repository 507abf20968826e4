//! Who asks, and what they may do: all permissions are in the table of this file's `permissions`.
//!
//! A person has one or more [`Role`]s towards what an action is about, its [`Subject`]. An action is allowed when the
//! table allows it to one of them. Which rules hold for value itself (limits, locks, who may record a sale) is the
//! ledger's affair and comes after.

use ledger::id::{AccountId, ExchangeId, UserId};
use store::members::operators::Membership;
use store::members::{MemberId, State};
use store::roles;
use store::sessions::{How, Session};
use store::users::User;
use store::{By, Tx};

use crate::App;
use crate::again;
use crate::entrance::Demand;
use crate::error::{Error, Result};

mod permissions;

pub use permissions::{Action, Role, TABLE};

/// Whoever asks for something.
#[derive(Clone, Debug)]
pub struct Actor {
    who: Who,
    memberships: Vec<Membership>,
    roles: Vec<(ExchangeId, roles::Role)>,
}

#[derive(Clone, Debug)]
enum Who {
    Visitor,
    Server,
    Service,
    User { user: Box<User>, session: Option<Session>, proof: Proof },
}

/// How well a session's user has proved who they are.
#[derive(Clone, Copy, Debug)]
struct Proof {
    /// Why they may not administer for now.
    lacks: Option<&'static str>,
    /// Whether it was lately.
    is_fresh: bool,
}

impl Proof {
    /// Without a session it is the program that acts for somebody: there is nobody to ask.
    const UNASKED: Self = Self { lacks: None, is_fresh: true };
    /// Of a session that nobody has looked at yet.
    const NONE: Self = Self { lacks: Some("error-second-factor-now"), is_fresh: false };

    fn of(app: &App, user: &User, session: &Session) -> Self {
        let lacks = match (app.entrance.demand, user.second_factor, session.how) {
            (Demand::Password, ..) => None,
            (Demand::SecondFactor, false, _) => Some("error-second-factor-first"),
            (Demand::SecondFactor, true, How::Password) => Some("error-second-factor-now"),
            (Demand::SecondFactor, true, How::Code | How::Recovery | How::Passkey) => None,
        };
        let age_us = app.clock.now().0 - session.confirmed_at.0;
        // A program cannot be asked again; nobody sits down at it where somebody else got up.
        let is_fresh = !session.client.is_empty() || age_us <= again::GOOD_FOR_S * 1_000_000;
        Self { lacks, is_fresh }
    }
}

/// What an action is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    exchange: Option<ExchangeId>,
    object: Object,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Object {
    Whole,
    Account(AccountId),
    Member(MemberId),
}

impl Subject {
    /// The server as a whole.
    pub fn server() -> Self {
        Self { exchange: None, object: Object::Whole }
    }

    /// An exchange as a whole.
    pub fn exchange(exchange: ExchangeId) -> Self {
        Self { exchange: Some(exchange), object: Object::Whole }
    }

    /// An account of an exchange.
    pub fn account(exchange: ExchangeId, account: AccountId) -> Self {
        Self { exchange: Some(exchange), object: Object::Account(account) }
    }

    /// A member of an exchange.
    pub fn member(exchange: ExchangeId, member: MemberId) -> Self {
        Self { exchange: Some(exchange), object: Object::Member(member) }
    }
}

impl Actor {
    /// Somebody who has not signed in.
    pub fn visitor() -> Self {
        Self { who: Who::Visitor, memberships: Vec::new(), roles: Vec::new() }
    }

    /// The program itself: its command line, the making of a demo. It may what the server's administrators may.
    pub fn server() -> Self {
        Self { who: Who::Server, memberships: Vec::new(), roles: Vec::new() }
    }

    /// A program that the keeper of the server trusts to read everything, for nobody in particular.
    pub fn service() -> Self {
        Self { who: Who::Service, memberships: Vec::new(), roles: Vec::new() }
    }

    /// The same person, who does not administer the server this time.
    pub(crate) fn without_the_server(mut self) -> Self {
        if let Who::User { user, .. } = &mut self.who {
            user.server_admin = false;
        }
        self
    }

    /// A user as the database knows them now, outside any session: the maker of an invitation, the command line.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such login.
    pub async fn of_user(app: &App, user: UserId) -> Result<Self> {
        let mut tx = app.db.read().await?;
        Self::load(&mut tx, user, None).await?.ok_or(Error::NotFound)
    }

    /// A user as the database knows them now. Whoever comes with a session has proved nothing until
    /// [`Actor::at_this_moment`] has looked at it.
    pub(crate) async fn load(tx: &mut Tx, user: UserId, session: Option<Session>) -> Result<Option<Self>> {
        let Some(user) = store::users::get(tx, user).await? else { return Ok(None) };
        let memberships = store::members::operators::memberships(tx, user.id).await?;
        let roles = roles::of_user(tx, user.id).await?;
        let proof = if session.is_some() { Proof::NONE } else { Proof::UNASKED };
        Ok(Some(Self { who: Who::User { user: Box::new(user), session, proof }, memberships, roles }))
    }

    /// The same, with what the session has proved by now: that goes with the clock, so it is never kept.
    pub(crate) fn at_this_moment(mut self, app: &App) -> Self {
        if let Who::User { user, session: Some(session), proof } = &mut self.who {
            *proof = Proof::of(app, user, session);
        }
        self
    }

    /// The user, if somebody has signed in.
    pub fn user(&self) -> Option<&User> {
        match &self.who {
            Who::User { user, .. } => Some(user),
            Who::Visitor | Who::Server | Who::Service => None,
        }
    }

    /// The user, who must have signed in.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] with `error-sign-in-first`.
    pub fn signed_in(&self) -> Result<&User> {
        self.user().ok_or(Error::NotAllowed("error-sign-in-first"))
    }

    /// Makes sure that the user has proved lately who they are. Use cases that change limits, roles and settings of
    /// sign-in, or give out other people's data, ask this once they know that the person may.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] with `error-confirm-first`.
    pub fn fresh(&self) -> Result<()> {
        match &self.who {
            Who::User { proof, .. } if !proof.is_fresh => Err(Error::NotAllowed("error-confirm-first")),
            Who::User { .. } | Who::Visitor | Who::Server | Who::Service => Ok(()),
        }
    }

    /// The user, who must have signed in; administrators with all that is asked of them, or a password alone would lead to
    /// a second factor of somebody else's.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] with `error-sign-in-first` or `error-second-factor-now`.
    pub fn proven(&self) -> Result<&User> {
        let user = self.signed_in()?;
        if self.lacks_proof() { Err(Error::NotAllowed("error-second-factor-now")) } else { Ok(user) }
    }

    /// The user, who must have signed in and proved lately who they are.
    ///
    /// # Errors
    /// As [`Actor::proven`], and [`Error::NotAllowed`] with `error-confirm-first`.
    pub fn confirmed(&self) -> Result<&User> {
        let user = self.proven()?;
        self.fresh()?;
        Ok(user)
    }

    /// Whether the user has a second factor that this session has yet to show before it may administer.
    pub fn lacks_proof(&self) -> bool {
        self.lacks() == Some("error-second-factor-now") && self.administers()
    }

    fn lacks(&self) -> Option<&'static str> {
        match &self.who {
            Who::User { proof, .. } => proof.lacks,
            Who::Visitor | Who::Server | Who::Service => None,
        }
    }

    /// Whether the user administers an exchange or the server.
    pub fn administers(&self) -> bool {
        self.is_server_admin() || self.roles.iter().any(|(_, role)| *role == roles::Role::Admin)
    }

    /// The session that the request came with.
    pub fn session(&self) -> Option<&Session> {
        match &self.who {
            Who::User { session, .. } => session.as_ref(),
            Who::Visitor | Who::Server | Who::Service => None,
        }
    }

    /// Who is written down as having done something: a user, or the server itself.
    pub fn id(&self) -> UserId {
        self.user().map_or(UserId::SERVER, |user| user.id)
    }

    pub(crate) fn by(&self, app: &App) -> By {
        By { user: self.id(), at: app.clock.now() }
    }

    /// The user's memberships that are active or wait, by the exchange's name.
    pub fn memberships(&self) -> &[Membership] {
        &self.memberships
    }

    /// The active membership that the user acts for: the session's, or else the first.
    pub fn acting(&self) -> Option<&Membership> {
        let chosen = self.session().and_then(|session| session.member);
        let active = || self.memberships.iter().filter(|membership| membership.state == State::Active);
        active().find(|membership| Some(membership.member) == chosen).or_else(|| active().next())
    }

    /// The active membership that the user acts for in this exchange: the session's if it is there, or else the first.
    pub fn acting_in(&self, exchange: ExchangeId) -> Option<&Membership> {
        let here =
            |membership: &&Membership| membership.exchange == exchange && membership.state == State::Active;
        self.acting().filter(here).or_else(|| self.memberships.iter().find(here))
    }

    /// Whether the user operates this account.
    pub fn operates(&self, account: AccountId) -> bool {
        self.memberships
            .iter()
            .any(|membership| membership.account == Some(account) && membership.state == State::Active)
    }

    /// Whether the user has a task in this exchange.
    pub fn has_role(&self, exchange: ExchangeId, role: roles::Role) -> bool {
        self.roles.contains(&(exchange, role))
    }

    /// Whether the user administers the server, or is the server.
    pub fn is_server_admin(&self) -> bool {
        match &self.who {
            Who::Visitor | Who::Service => false,
            Who::Server => true,
            Who::User { user, .. } => user.server_admin,
        }
    }

    /// Whether it is a program that reads, for nobody in particular.
    pub fn is_service(&self) -> bool {
        matches!(self.who, Who::Service)
    }

    /// What this person is towards a subject. Everyone is a visitor, but for those who are suspended there.
    pub fn roles(&self, subject: Subject) -> Vec<Role> {
        if self.is_service() {
            return vec![Role::Service];
        }
        let mut roles = vec![Role::Visitor];
        if self.is_server_admin() {
            roles.push(Role::ServerAdmin);
        }
        let Some(exchange) = subject.exchange else { return roles };
        if self.has_role(exchange, roles::Role::Admin) {
            roles.push(Role::Admin);
        }
        if self.roles.iter().any(|(other, role)| *other != exchange && *role == roles::Role::Admin) {
            roles.push(Role::ForeignAdmin);
        }
        let standing = self.standing(exchange, subject.object);
        // Whoever is suspended does not act for others either.
        if self.has_role(exchange, roles::Role::Coordinator) && standing != Some(Role::Suspended) {
            roles.push(Role::Coordinator);
        }
        // Nor may they as a stranger what they may not as themselves.
        if standing == Some(Role::Suspended) {
            roles.retain(|role| *role != Role::Visitor);
        }
        roles.extend(standing);
        roles
    }

    /// What the person's memberships make of them here: the one that the subject is about, or else the best.
    fn standing(&self, exchange: ExchangeId, object: Object) -> Option<Role> {
        let here: Vec<&Membership> =
            self.memberships.iter().filter(|found| found.exchange == exchange).collect();
        let is_own = |found: &&&Membership| match object {
            Object::Whole => false,
            Object::Account(account) => found.account == Some(account),
            Object::Member(member) => found.member == member,
        };
        if let Some(own) = here.iter().find(is_own) {
            return Some(role_of(own));
        }
        let best = if here.iter().any(|found| role_of(found) == Role::Member) {
            if object == Object::Whole { Role::Member } else { Role::OtherMember }
        } else {
            here.iter().map(|found| role_of(found)).max_by_key(|role| *role == Role::Suspended)?
        };
        Some(best)
    }

    /// Whether this person may do this now: [`Actor::may`] as a question.
    pub fn can(&self, action: Action, subject: Subject) -> bool {
        self.may(action, subject).is_ok()
    }

    /// Whether it is this person's office to do this, even if they have yet to prove more: for pages that show the way there, and
    /// to choose what [`Actor::may`] is asked. It opens nothing.
    pub fn is_theirs(&self, action: Action, subject: Subject) -> bool {
        self.roles(subject).into_iter().any(|role| permissions::allows(action, role))
    }

    /// Makes sure that this person may do this. Every use case asks this first.
    ///
    /// # Errors
    /// [`Error::NotFound`] when they may not even know of the subject, else [`Error::NotAllowed`] with the reason.
    pub fn may(&self, action: Action, subject: Subject) -> Result<()> {
        let roles = self.roles(subject);
        let mut allowing = roles.iter().filter(|role| permissions::allows(action, **role)).peekable();
        if allowing.peek().is_some() {
            // What only administrators may asks more of them than a password.
            let by_office = allowing.all(|role| matches!(role, Role::Admin | Role::ServerAdmin));
            return self.lacks().filter(|_| by_office).map_or(Ok(()), |code| Err(Error::NotAllowed(code)));
        }
        if matches!(self.who, Who::Visitor) {
            return Err(Error::NotAllowed("error-sign-in-first"));
        }
        let stranger =
            roles.iter().all(|role| matches!(role, Role::Visitor | Role::ForeignAdmin | Role::Applicant));
        if stranger && subject.object != Object::Whole {
            return Err(Error::NotFound);
        }
        let reason = if roles.contains(&Role::Suspended) {
            "error-suspended"
        } else if stranger && subject.exchange.is_some() {
            "error-members-only"
        } else {
            "error-not-allowed"
        };
        Err(Error::NotAllowed(reason))
    }
}

fn role_of(membership: &Membership) -> Role {
    if membership.state != State::Active {
        Role::Applicant
    } else if membership.account_state.as_deref() == Some("suspended") {
        Role::Suspended
    } else {
        Role::Member
    }
}
