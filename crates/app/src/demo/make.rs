//! Makes the demo: both exchanges, their people and eighteen months of trades, through the use cases and the teller, with a
//! clock turned by hand and seeded chance. The same seed on the same day makes the same demo.
//!
//! Days are lived from the oldest to yesterday. On each, newcomers are welcomed, what is told in
//! [`super::happenings`] happens, and people trade (`trading`) with those who have most or least, as the data says.

mod market;
mod neighbours;
mod people;
mod talk;
mod told;
mod town;
mod trading;

use ledger::Instant;
use store::{Db, Tx};

use super::claim::{Claim, claim};
use super::logins::{LOGINS, PASSWORD};
use super::market_town::MARLBROOK;
use super::time_bank::VALDEMORA;
use super::{MAKING, SETTING};
use crate::actor::Actor;
use crate::error::Result;
use crate::users::{self, NewPerson};
use crate::{App, Clock, Random, ServerAdmin};
use town::{Dice, Town};

/// The seed of the demo that everybody knows.
pub const SEED: u64 = 2026;
/// Days before today when the first exchange is founded: the oldest members joined forty months ago.
const OLDEST: i64 = 40 * 30 + 2;
/// News older than so many days have been seen by everybody.
const SEEN: i64 = 4;
/// A day, in microseconds.
const DAY_US: i64 = 86_400_000_000;

/// How to make a demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MakeOptions {
    /// Now: dates are counted back from this day, in UTC.
    pub now: Instant,
    /// Decides chance; [`SEED`] unless another demo is wanted.
    pub seed: u64,
}

/// Whether a demo was made or found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It was made.
    New,
    /// It had been made before.
    Found,
}

/// Makes the demo in an empty database, or finds the one that was made there. One whose making was interrupted is made anew.
///
/// # Errors
/// [`crate::Error::NotAllowed`] with `error-demo-not-empty` when something else is in the database.
pub async fn make(db: &Db, options: &MakeOptions) -> Result<Made> {
    let held = match claim(db).await? {
        Claim::Found => return Ok(Made::Found),
        Claim::Ours(held) => held,
    };
    let midnight = options.now.0.div_euclid(DAY_US) * DAY_US;
    let clock = Clock::hand(Instant(midnight - OLDEST * DAY_US));
    let app = App::start(db.clone(), clock, Random::seeded(options.seed)).await?;
    let made = Maker::new(&app, midnight, options.seed).await;
    let lived = match made {
        Ok(mut maker) => maker.live().await,
        Err(error) => Err(error),
    };
    app.teller.stop().await;
    lived?;
    sign(held.end(db).await?, options).await?;
    Ok(Made::New)
}

/// Marks the database as a demo. Nobody gets letters about a past that is made up.
async fn sign(mut tx: Tx, options: &MakeOptions) -> Result<()> {
    store::jobs::forget_all(&mut tx).await?;
    let words = format!("seed {}, day {}", options.seed, options.now.day().0);
    store::settings::set(&mut tx, SETTING, &words).await?;
    store::settings::remove(&mut tx, MAKING).await?;
    Ok(tx.commit().await?)
}

/// Lives the demo's days.
struct Maker<'a> {
    app: &'a App,
    /// The beginning of today, microseconds.
    midnight: i64,
    towns: Vec<Town>,
    dice: Dice,
}

impl<'a> Maker<'a> {
    /// The keeper of the server, and both exchanges founded.
    async fn new(app: &'a App, midnight: i64, seed: u64) -> Result<Maker<'a>> {
        let password = app.passwords.hash(&app.random, PASSWORD).await?;
        let mut root = Actor::server();
        for login in LOGINS.iter().filter(|login| login.keeps_server) {
            let keeper =
                NewPerson { name: login.name, email: login.email, password: &password, locale: login.locale };
            let keeper = users::create(app, &Actor::server(), keeper).await?;
            users::set_server_admin(app, &Actor::server(), keeper, ServerAdmin::Yes).await?;
            root = Actor::of_user(app, keeper).await?;
        }
        let mut towns = Vec::new();
        for data in [&MARLBROOK, &VALDEMORA] {
            towns.push(Town::found((app, &root), data, &password).await?);
        }
        Ok(Maker { app, midnight, towns, dice: Dice::new(seed) })
    }

    /// Lives every day, both exchanges in turn.
    async fn live(&mut self) -> Result<()> {
        let mut calendars = Vec::new();
        for town in &self.towns {
            calendars.push(trading::calendar(town.data, self.midnight, &mut self.dice));
        }
        for ago in (1..OLDEST).rev() {
            for (at, calendar) in calendars.iter_mut().enumerate() {
                let at_noon = if at == 0 { 11 } else { 16 };
                self.live_day(at, (ago, at_noon), calendar).await?;
            }
        }
        Ok(())
    }

    /// One exchange's part of a day.
    async fn live_day(
        &mut self,
        at: usize,
        (ago, hour): (i64, i64),
        calendar: &mut trading::Calendar,
    ) -> Result<()> {
        let (app, dice, begins) = (self.app, &mut self.dice, self.midnight - ago * DAY_US);
        let Some(town) = self.towns.get_mut(at) else { return Ok(()) };
        let turn = |hour: i64, minute: u32| {
            app.clock.set(Instant(begins + (hour * 60 + i64::from(minute)) * 60_000_000));
        };
        turn(hour, dice.roll(60));
        town.welcome_newcomers(app, ago).await?;
        turn(hour + 1, dice.roll(60));
        town.tell(app, ago).await?;
        turn(hour + 2, dice.roll(60));
        calendar.owed += calendar.on(ago);
        calendar.owed -= town.trade(app, dice, (ago, calendar.owed)).await?;
        turn(hour + 3, dice.roll(60));
        town.follow_up(app, ago).await?;
        town.put_up(app, ago).await?;
        town.praise(app, ago).await?;
        if ago == 1 {
            town.say_where(app).await?;
            town.keep_favourites(app).await?;
        }
        turn(hour + 4, 0);
        town.talk(app, ago).await?;
        if ago == SEEN {
            town.mark_seen(app).await?;
        }
        Ok(())
    }
}
