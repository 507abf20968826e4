//! The world that tests of use cases live in: a fresh database, a clock turned by hand, seeded chance, and letters that
//! are read instead of sent.
//!
//! ```text
//! let world = World::new().await;
//! let exchange = world.exchange("MARL").await;
//! let ana = world.member("ana", exchange).await;
//! members::leave(&world.app, &world.actor("ana").await, ana.member).await?;
//! ```

mod device;
mod s3;

use ledger::id::{AccountId, ExchangeId, UserId};
use ledger::policy::Shape;
use ledger::time::Instant;
use ledger::unit::{Style, Unit};
use store::testing::TestDatabase;
use store::users::ServerAdmin;

use crate::actor::Actor;
use crate::announcements;
use crate::authenticator;
use crate::digests;
use crate::entrance::{Demand, Entrance, Programs};
use crate::exchanges::{self, FirstFloor, Founding, Joining, Texts, Words};
use crate::jobs::{self, Job, Work};
use crate::mail::{Envelope, Letter};
use crate::market;
use crate::members::{self, Application, Kind, MemberId, ProfileForm};
use crate::memberships::{self, Role};
use crate::news;
use crate::newsletters;
use crate::passkeys::{self, Answer, Site};
use crate::password::PasswordText;
use crate::pictures;
use crate::pushes::{self, Became, Next, Push};
use crate::seal::Seal;
use crate::sessions;
use crate::sign_in::{SignIn, sign_in};
use crate::users::{self, NewPerson};
use crate::{App, Clock, Random};

pub use device::Device;
pub use s3::S3;

/// Everybody's password.
pub const PASSWORD: &str = "three geese in a row";
/// When every world begins: 2026-03-14 09:00 UTC.
pub const BEGINNING: Instant = Instant(1_773_478_800_000_000);
/// Where everybody signs in from.
pub const NETWORK: &str = "192.0.2.0/24";

/// A world of its own.
pub struct World {
    /// The program in it.
    pub app: App,
    /// Its database.
    pub database: TestDatabase,
    password: PasswordText,
}

/// The teller is held up until this is dropped.
pub struct HeldUp {
    _tx: store::Tx,
}

/// A member of an exchange in a world.
#[derive(Clone, Debug)]
pub struct Person {
    /// The login, `<name>@example.org`.
    pub user: UserId,
    /// As whom.
    pub member: MemberId,
    /// The account.
    pub account: AccountId,
    /// Its number.
    pub number: String,
}

impl World {
    /// A world with nobody in it but `root`, who administers the server.
    ///
    /// # Panics
    /// When it cannot be made, as every function here: a test has nothing better to do.
    pub async fn new() -> Self {
        let database = TestDatabase::new().await;
        let app = done(App::start(database.db.clone(), Clock::hand(BEGINNING), Random::seeded(7)).await);
        let app = app.entered_by(Entrance { demand: Demand::Password, ..entrance() });
        let password = done(app.passwords.hash(&app.random, PASSWORD).await);
        let world = Self { app, database, password };
        let root = world.user("root").await;
        done(users::set_server_admin(&world.app, &Actor::server(), root, ServerAdmin::Yes).await);
        world
    }

    /// Holds the teller up: whatever it is asked about this exchange waits.
    ///
    /// # Panics
    /// When the database does not answer.
    pub async fn hold_up(&self, exchange: ExchangeId) -> HeldUp {
        let mut tx = self.database.db.write().await.unwrap_or_else(|error| panic!("{error}"));
        store::testing::hold_journal(&mut tx, exchange).await;
        HeldUp { _tx: tx }
    }

    /// A world whose administrators are asked for a second factor, as on a real server. In the others the password is
    /// enough, as in a demo.
    ///
    /// # Panics
    /// As [`World::new`].
    pub async fn strict() -> Self {
        let world = Self::new().await;
        Self { app: world.app.clone().entered_by(entrance()), ..world }
    }

    /// Plants a key that signs tokens: making one takes longer than most tests.
    ///
    /// # Panics
    /// When the database does not answer.
    pub async fn plant_key(&self) {
        done(crate::tokens::plant(&self.app).await);
    }

    /// Makes a user with a confirmed address.
    ///
    /// # Panics
    /// When there is one of this name.
    pub async fn user(&self, name: &str) -> UserId {
        let email = address(name);
        let person = NewPerson { name, email: &email, password: &self.password, locale: "en" };
        done(users::create(&self.app, &Actor::server(), person).await)
    }

    /// The user of this name as the database knows them now, without a session.
    ///
    /// # Panics
    /// When there is none.
    pub async fn actor(&self, name: &str) -> Actor {
        let user = done(users::by_email(&self.app, &Actor::server(), &address(name)).await);
        done(Actor::of_user(&self.app, user.id).await)
    }

    /// Signs the user of this name in, as in a browser; gives the cookie's token.
    ///
    /// # Panics
    /// When the sign-in is refused.
    pub async fn sign_in(&self, name: &str) -> String {
        let login = address(name);
        let request =
            SignIn { login: &login, password: PASSWORD, agent: "Test", network: NETWORK, device: DEVICE };
        let entered = done(sign_in(&self.app, request).await).signed_in();
        entered.unwrap_or_else(|| panic!("{name} is asked for a code")).token
    }

    /// Gives the user of this session a passkey, on the device that comes back.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn passkey(&self, actor: &Actor, name: &str) -> Device {
        let mut device = Device::new();
        let asked = done(passkeys::ask_to_add(&self.app, actor).await);
        let made = device.make(&asked);
        let answer = Answer { token: &asked.token, credential: &made };
        done(passkeys::add(&self.app, actor, answer, name).await);
        device
    }

    /// Sets up an authenticator for the user of this session; gives its secret and the recovery codes. Its codes are those
    /// of [`crate::authenticator::code_of`].
    ///
    /// # Panics
    /// When it is refused.
    pub async fn authenticator(&self, actor: &Actor) -> (String, Vec<String>) {
        done(authenticator::begin(&self.app, actor).await);
        let secret = done(authenticator::begun(&self.app, actor, "Ayni").await).secret;
        let code = authenticator::code_of(&secret, self.app.clock.now());
        let codes = done(authenticator::confirm(&self.app, actor, &code).await);
        (secret, codes)
    }

    /// The user of this name with a fresh session.
    ///
    /// # Panics
    /// When the sign-in is refused.
    pub async fn session(&self, name: &str) -> Actor {
        done(sessions::resume(&self.app, &self.sign_in(name).await).await)
    }

    /// Makes an exchange of acorns at work, founded and administered by `admin-<code>`, its first member. Its letters
    /// are thrown away.
    ///
    /// # Panics
    /// When its code is taken.
    pub async fn exchange(&self, code: &str) -> ExchangeId {
        let admin = format!("admin-{}", code.to_lowercase());
        self.user(&admin).await;
        let founding = founding(code);
        let exchange = done(exchanges::found(&self.app, &self.actor(&admin).await, founding).await);
        done(exchanges::approve(&self.app, &self.actor("root").await, exchange).await);
        self.letters().await;
        exchange
    }

    /// The administrator of an exchange made by [`World::exchange`].
    ///
    /// # Panics
    /// When there is none.
    pub async fn admin(&self, code: &str) -> Actor {
        self.actor(&format!("admin-{}", code.to_lowercase())).await
    }

    /// Makes a user and welcomes them into an exchange. The letters of that are thrown away.
    ///
    /// # Panics
    /// When there is a user of this name.
    pub async fn member(&self, name: &str, exchange: ExchangeId) -> Person {
        self.user(name).await;
        self.join(name, exchange).await
    }

    /// Welcomes a user who exists into an exchange. The letters of that are thrown away.
    ///
    /// # Panics
    /// When that is refused.
    pub async fn join(&self, name: &str, exchange: ExchangeId) -> Person {
        let member = self.applicant(name, exchange).await;
        let admin = self.admin_of(exchange).await;
        let number = done(members::welcome(&self.app, &admin, member).await);
        self.letters().await;
        let actor = self.actor(name).await;
        let account =
            actor.memberships().iter().find(|found| found.member == member).and_then(|found| found.account);
        let account = account.unwrap_or_else(|| panic!("{name} has no account"));
        Person { user: actor.id(), member, account, number }
    }

    /// Lets a user who exists ask to join an exchange.
    ///
    /// # Panics
    /// When that is refused.
    pub async fn applicant(&self, name: &str, exchange: ExchangeId) -> MemberId {
        let profile = ProfileForm { name: name.to_owned(), ..ProfileForm::default() };
        let application = Application {
            exchange,
            kind: Kind::Individual,
            profile: &profile,
            words: "",
            accepted_terms: None,
            invitation: "",
        };
        done(members::apply(&self.app, &self.actor(name).await, application).await)
    }

    /// Makes a user and welcomes them into an exchange as a coordinator.
    ///
    /// # Panics
    /// When there is a user of this name.
    pub async fn coordinator(&self, name: &str, exchange: ExchangeId) -> Person {
        let person = self.member(name, exchange).await;
        let admin = self.admin_of(exchange).await;
        let (app, role) = (&self.app, Role::Coordinator);
        done(memberships::give_role(app, &admin, exchange, person.user, role).await);
        self.letters().await;
        person
    }

    async fn admin_of(&self, exchange: ExchangeId) -> Actor {
        let given = done(memberships::list_roles(&self.app, &self.actor("root").await, exchange).await);
        let admin = given.iter().find(|given| given.role == Role::Admin);
        let admin = admin.unwrap_or_else(|| panic!("the exchange has no administrator"));
        done(Actor::of_user(&self.app, admin.user_id).await)
    }

    /// Does all jobs that are due, and gives the letters among them in the order of their writing.
    ///
    /// # Panics
    /// When the queue does not answer.
    pub async fn letters(&self) -> Vec<Envelope> {
        let mut letters = Vec::new();
        loop {
            let mut taken = done(jobs::take(&self.app, Work::Letters, 100).await);
            taken.extend(done(jobs::take(&self.app, Work::Pictures, 100).await));
            if taken.is_empty() {
                return letters;
            }
            for job in taken {
                match job.job {
                    Job::Letter(envelope) => {
                        letters.push(*envelope);
                        done(jobs::done(&self.app, &[job.id]).await);
                    }
                    Job::Spread(spread) => {
                        done(announcements::spread(&self.app, job.id, &spread).await);
                    }
                    Job::Post(posting) => {
                        done(newsletters::post(&self.app, job.id, &posting).await);
                    }
                    Job::Digest(writing) => {
                        done(digests::write(&self.app, job.id, &writing).await);
                    }
                    Job::Match(fresh) => {
                        done(market::find_matches(&self.app, job.id, &fresh).await);
                    }
                    Job::Tell(tell) => done(news::work(&self.app, &[(job.id, &tell)]).await),
                    // Other work: see `pushes`.
                    Job::Push(_) => {}
                    Job::Picture { uuid } => {
                        done(pictures::make(&self.app, uuid).await);
                        done(jobs::done(&self.app, &[job.id]).await);
                    }
                }
            }
        }
    }

    /// Lets the browser of this session take pushes; it is named at its push service.
    ///
    /// # Panics
    /// When that is refused.
    pub async fn takes_pushes(&self, session: &Actor, named: &str) {
        let endpoint = format!("https://push.example.net/{named}");
        let place = pushes::Place { endpoint: &endpoint, public_key: &PUBLIC_KEY, secret: &[7; 16] };
        done(pushes::subscribe(&self.app, session, &place, None).await);
    }

    /// Does all pushes that are due, and gives those that are to be sent, by the name of the browser.
    ///
    /// # Panics
    /// When the queue does not answer.
    pub async fn pushes(&self) -> Vec<(String, Push)> {
        let mut sent = Vec::new();
        loop {
            let taken = done(jobs::take(&self.app, Work::Pushes, 100).await);
            if taken.is_empty() {
                return sent;
            }
            let mut all = Vec::new();
            for job in taken {
                let Job::Push(push) = &job.job else { continue };
                let became = match done(pushes::prepare(&self.app, push).await) {
                    Next::Send(outgoing) => {
                        let named = outgoing.subscription.endpoint.rsplit('/').next().unwrap_or_default();
                        sent.push((named.to_owned(), Push::clone(push)));
                        Became::Sent(outgoing.subscription)
                    }
                    Next::Rest(until) => Became::Rests(until),
                    Next::Over => Became::Over,
                };
                all.push((job, became));
            }
            done(pushes::note(&self.app, &all).await);
        }
    }

    /// The one letter that is due, to this user.
    ///
    /// # Panics
    /// When there is none, more than one, or it goes to somebody else.
    pub async fn letter_to(&self, name: &str) -> Letter {
        let mut letters = self.letters().await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        let envelope = letters.remove(0);
        assert_eq!(envelope.to, address(name));
        envelope.letter
    }
}

/// What looks like a browser's key of pushes.
const PUBLIC_KEY: [u8; 65] = [4; 65];

/// What a meaning is kept with that was made of a listing's title and text: for those who make many up.
#[must_use]
pub fn meaning_digest(title: &str, body: &str) -> [u8; 32] {
    market::digest_of(title, body)
}

/// What everybody's browser is known by.
pub const DEVICE: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// The secret of the program that reads everything.
pub const NOTIFIER: &str = "a goose that writes letters";

/// Where browsers reach every world.
pub const ORIGIN: &str = "http://ayni.localhost";

fn entrance() -> Entrance {
    Entrance {
        site: Site::new(ORIGIN, "Ayni"),
        seal: Some(Seal::new([7; 32])),
        demand: Demand::SecondFactor,
        programs: Programs { notifier_secret: Some(NOTIFIER.to_owned()), ..Programs::of(ORIGIN) },
    }
}

/// The address of a user of this name.
pub fn address(name: &str) -> String {
    format!("{name}@example.org")
}

/// What it takes to found an exchange of acorns: twelve an hour, two decimals, everyone may ask to join.
pub fn founding(code: &str) -> Founding {
    let unit = Unit {
        singular: "acorn".into(),
        plural: "acorns".into(),
        symbol: "ac".into(),
        scale: 2,
        decimals: 2,
        style: Style::Decimal,
        hours: (1, 12),
    };
    Founding {
        code: code.into(),
        texts: texts(code),
        terms: String::new(),
        shape: Shape::Community,
        unit,
        floor: FirstFloor::Hard,
    }
}

/// What such an exchange says of itself.
pub fn texts(name: &str) -> Texts {
    Texts {
        name: format!("{name} exchange"),
        tagline: String::new(),
        about: String::new(),
        place: "Marling".into(),
        country: "GB".into(),
        website: String::new(),
        contact: String::new(),
        time_zone: "Europe/London".into(),
        locale: "en".into(),
        colour: "#2f6f4f".into(),
        words: Words::Community,
        joining: Joining::Open,
    }
}

fn done<T>(outcome: crate::Result<T>) -> T {
    outcome.unwrap_or_else(|error| panic!("{error}"))
}
