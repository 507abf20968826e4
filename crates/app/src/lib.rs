//! What people can do: the use cases, as plain async functions, and all permissions.
//!
//! Every use case takes the [`App`] and the [`actor::Actor`] who asks; it first asks the actor whether that may be, then
//! checks what was typed, then does it in one transaction. It never sees HTTP. The clock, chance and the database are
//! values handed in; letters are queued as [`jobs::Job`]s and sent by whoever runs the program.

pub mod accounts;
pub mod actor;
pub mod again;
pub mod announcements;
pub mod audit;
pub mod authenticator;
pub mod backup;
mod brake;
pub mod clock;
pub mod demo;
mod devices;
pub mod digests;
pub mod entrance;
pub mod error;
pub mod exchanges;
pub mod form;
pub mod gauges;
pub mod health;
pub mod installation;
pub mod integrity;
pub mod invitations;
pub mod jobs;
mod kept;
pub mod lists;
pub mod live;
pub mod mail;
pub mod many;
pub mod market;
pub mod members;
pub mod memberships;
pub mod messages;
pub mod news;
pub mod newsletters;
pub mod notices;
pub mod numbers;
pub mod passkeys;
pub mod password;
pub mod people;
pub mod pictures;
pub mod points;
pub mod pushes;
pub mod random;
pub mod registration;
pub mod seal;
pub mod sessions;
pub mod sign_in;
pub mod statements;
pub mod teller;
#[cfg(feature = "testing")]
pub mod testing;
pub mod tokens;
pub mod trades;
pub mod users;
pub mod way_back;

pub use clock::Clock;
use entrance::{Demand, Entrance, Programs};
pub use error::{Error, FieldError, Result};
use pictures::Pictures;
pub use random::Random;
pub use store::links::Purpose as LinkPurpose;
pub use store::sessions::How;
pub use store::users::ServerAdmin;
pub use store::{DatabaseUrl, Db};
use teller::Teller;

/// Everything that use cases need. Clones are cheap and share it all.
#[derive(Clone)]
pub struct App {
    pub(crate) db: Db,
    pub(crate) teller: Teller,
    /// Tells the time.
    pub clock: Clock,
    /// Names and secrets.
    pub random: Random,
    /// Makes and checks hashes of passwords.
    pub passwords: password::Passwords,
    /// Where pictures are kept.
    pub pictures: Pictures,
    pub(crate) kept: kept::All,
    pub(crate) entrance: Entrance,
    pub(crate) finder: market::Finder,
    /// Since when it is at work.
    pub started_at: ledger::Instant,
}

impl App {
    /// The program on a database, with its teller at work.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn start(db: Db, clock: Clock, random: Random) -> Result<Self> {
        let teller = Teller::start(&db, clock.clone()).await?;
        let app = Self {
            db,
            teller,
            started_at: clock.now(),
            clock,
            random,
            passwords: password::Passwords::default(),
            entrance: Entrance {
                site: None,
                seal: None,
                demand: Demand::SecondFactor,
                programs: Programs::of("http://localhost"),
            },
            pictures: Pictures::new(pictures::Files::in_memory(), pictures::QUOTA),
            kept: kept::All::default(),
            finder: market::Finder::new(false),
        };
        market::found_where_missing(&app).await?;
        Ok(app)
    }

    /// The same, signed in to in this way.
    #[must_use]
    pub fn entered_by(self, entrance: Entrance) -> Self {
        Self { entrance, ..self }
    }

    /// The same, with pictures kept there: otherwise they are in memory, and gone with it.
    #[must_use]
    pub fn keeping(self, pictures: Pictures) -> Self {
        Self { pictures, ..self }
    }

    /// Finishes what the teller has accepted, then closes the database.
    pub async fn stop(&self) {
        self.teller.stop().await;
        self.db.close().await;
    }

    /// Waits until the disk says that it could not flush what was written; then the program must end and be started anew.
    pub async fn flush_failed(&self) {
        self.db.flush_failed().await;
    }

    /// Whether payments are taken: the teller is at work.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        self.teller.is_at_work()
    }

    /// How the teller works, for instruments.
    #[must_use]
    pub fn teller_figures(&self) -> teller::Figures {
        self.teller.figures()
    }
}
