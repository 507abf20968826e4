//! What people wish to be written of, and when not.
//!
//! Everything is written of unless somebody wishes otherwise: whoever looks here rarely would learn nothing else. Whoever lets
//! a device take pushes gets all that is short and may be in need of an answer. Nobody has quiet hours before they ask for
//! them, since letters lie still by themselves. They hold for news of trades too: the inbox has them at once, and an objection
//! can wait for the morning. They hold for no letter that is not news.

use std::collections::HashMap;

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use ledger::id::UserId;
use ledger::time::Instant;
use store::Tx;
use store::notices::wishes::{self as stored, Channel, Choice, QuietHours};
use store::notices::{self, Kind, Post};
use uuid::Uuid;

use crate::App;
use crate::actor::Actor;
use crate::error::Result;
use crate::form::Form;
use crate::jobs::{Job, after};
use crate::mail::Letter;
use crate::pushes::{About, Push, server_key};

/// How many pieces of news somebody is written of within an hour, one letter each; what comes then waits to be one letter.
const AN_HOUR: i64 = 20;
/// An hour, in seconds.
const HOUR_S: i64 = 3600;
/// Longer than any letter waits, in seconds.
const LONGEST_S: i64 = 2 * 86_400;

/// What is known of the wishes of some users.
pub(crate) struct Known {
    choices: HashMap<(UserId, Kind, Channel), bool>,
    quiet: HashMap<UserId, QuietHours>,
    written: HashMap<UserId, i64>,
    /// The sessions that take pushes.
    reached: HashMap<UserId, Vec<Uuid>>,
    /// How many notices those got within the hour whom pushes reach.
    made: HashMap<UserId, i64>,
}

impl Known {
    pub(crate) async fn load(tx: &mut Tx, app: &App, users: impl Iterator<Item = UserId>) -> Result<Self> {
        let now = app.clock.now();
        let mut users: Vec<UserId> = users.collect();
        users.sort_unstable_by_key(|user| user.0);
        users.dedup();
        let mut known = Self {
            choices: HashMap::new(),
            quiet: HashMap::new(),
            written: HashMap::new(),
            reached: HashMap::new(),
            made: HashMap::new(),
        };
        let server_key = server_key(app);
        for some in users.chunks(256) {
            let choices = stored::choices(tx, some).await?;
            known.choices.extend(
                choices
                    .into_iter()
                    .map(|choice| ((choice.user_id, choice.kind, choice.channel), choice.wanted)),
            );
            let hours = stored::quiet_hours(tx, some).await?;
            known.quiet.extend(hours.into_iter().map(|hours| (hours.user_id, hours)));
            let since = (after(now, -HOUR_S), after(now, -LONGEST_S));
            let counts = stored::written_since(tx, some, since).await?;
            known.written.extend(counts.into_iter().map(|count| (count.user_id, count.count)));
            let Some(server_key) = &server_key else { continue };
            for found in store::pushes::of_users(tx, some, server_key, now).await? {
                known.reached.entry(found.user_id).or_default().push(found.session);
            }
            let some: Vec<UserId> =
                some.iter().copied().filter(|user| known.reached.contains_key(user)).collect();
            let counts = stored::made_since(tx, &some, after(now, -HOUR_S)).await?;
            known.made.extend(counts.into_iter().map(|count| (count.user_id, count.count)));
        }
        Ok(known)
    }

    /// When the quiet hours end in which a user is; none if they are in none.
    pub(crate) fn quiet_end(&self, user: UserId, now: Instant) -> Option<Instant> {
        self.quiet.get(&user).and_then(|hours| quiet_until(hours, now))
    }

    fn wishes(&self, user: UserId, kind: Kind, channel: Channel) -> bool {
        let unless_said = match channel {
            Channel::Mail => true,
            Channel::Push => is_pushed(kind),
        };
        self.choices.get(&(user, kind, channel)).copied().unwrap_or(unless_said)
    }

    /// Whether a user wishes pushes of a kind.
    pub(crate) fn wishes_pushes(&self, user: UserId, kind: Kind) -> bool {
        self.wishes(user, kind, Channel::Push)
    }

    /// When a user is written of another notice, which counts from then on.
    pub(super) fn post(&mut self, user: UserId, kind: Kind, now: Instant) -> Post {
        if !self.wishes(user, kind, Channel::Mail) {
            return Post::None;
        }
        if let Some(end) = self.quiet_end(user, now) {
            return Post::Later(end);
        }
        let written = self.written.entry(user).or_default();
        *written += 1;
        if *written > AN_HOUR { Post::Later(after(now, HOUR_S)) } else { Post::Now }
    }

    /// When another notice is pushed to a user, which counts from then on.
    pub(super) fn push(&mut self, user: UserId, kind: Kind, now: Instant) -> Post {
        if !self.reached.contains_key(&user) || !self.wishes_pushes(user, kind) {
            return Post::None;
        }
        if let Some(end) = self.quiet_end(user, now) {
            return Post::Later(end);
        }
        let made = self.made.entry(user).or_default();
        *made += 1;
        if *made > AN_HOUR { Post::Later(after(now, HOUR_S)) } else { Post::Now }
    }

    /// A push to each device of a user's that takes some.
    pub(crate) fn pushes<'k>(
        &'k self,
        user: UserId,
        letter: &'k Letter,
        about: About,
        at: Instant,
    ) -> impl Iterator<Item = Job> + use<'k> {
        let sessions = self.reached.get(&user).into_iter().flatten().copied();
        sessions.map(move |session| Job::Push(Box::new(Push { session, letter: letter.clone(), about, at })))
    }
}

/// Whether a kind is pushed unless somebody wishes otherwise: not what is long to read and can wait for the letter.
fn is_pushed(kind: Kind) -> bool {
    !matches!(kind, Kind::Newsletters | Kind::Digest)
}

/// When the quiet hours end in which a user is now; none if they are in none.
pub(crate) async fn quiet_end(tx: &mut Tx, user: UserId, now: Instant) -> Result<Option<Instant>> {
    let hours = stored::quiet_hours(tx, &[user]).await?;
    Ok(hours.first().and_then(|hours| quiet_until(hours, now)))
}

/// When the quiet hours end in which a moment is; none when it is in none.
fn quiet_until(hours: &QuietHours, now: Instant) -> Option<Instant> {
    let zone = TimeZone::get(&hours.time_zone).ok()?;
    let here = Timestamp::from_microsecond(now.0).ok()?.to_zoned(zone.clone());
    let minute = i64::from(here.hour()) * 60 + i64::from(here.minute());
    let (from, until) = (hours.from_minute, hours.until_minute);
    let is_within =
        if from < until { (from..until).contains(&minute) } else { minute >= from || minute < until };
    if !is_within {
        return None;
    }
    let day = if minute < until { here.date() } else { here.date().checked_add(1.day()).ok()? };
    let end = day.to_datetime(time(until)?).to_zoned(zone).ok()?;
    // Where the clock shows an hour twice, they end with the first.
    Some(Instant(end.timestamp().as_microsecond())).filter(|end| *end > now)
}

fn time(minute: i64) -> Option<Time> {
    Time::new(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0).ok()
}

/// What somebody wishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// Of which kinds there are letters, in the order in which they are shown; only kinds that this user is told of.
    pub mail: Vec<(Kind, bool)>,
    /// Of which kinds there are pushes; the same kinds.
    pub push: Vec<(Kind, bool)>,
    /// When there are neither.
    pub quiet: Option<Quiet>,
    /// Where the user is as far as is known: what they may begin with.
    pub time_zone: String,
}

/// Quiet hours as people write them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// From, `22:00`.
    pub from: String,
    /// Until, `07:00`.
    pub until: String,
    /// Where, `Europe/London`.
    pub time_zone: String,
}

/// Wishes as they are typed.
#[derive(Clone, Debug, Default)]
pub struct WishForm {
    /// Of which kinds letters are wished.
    pub mail: Vec<Kind>,
    /// Of which kinds pushes are wished; none leaves that as it is.
    pub push: Option<Vec<Kind>>,
    /// Quiet hours, if any are wished.
    pub quiet: Option<Quiet>,
}

/// The kinds of news that a user may be told.
fn kinds(actor: &Actor) -> impl Iterator<Item = Kind> {
    let administers = actor.administers();
    Kind::ALL.iter().copied().filter(move |kind| administers || *kind != Kind::Administration)
}

/// What a user wishes.
///
/// # Errors
/// [`crate::Error::NotAllowed`] for visitors.
pub async fn wishes(app: &App, actor: &Actor) -> Result<Wishes> {
    let user = actor.signed_in()?;
    let mut tx = app.db.read().await?;
    let known = Known::load(&mut tx, app, std::iter::once(user.id)).await?;
    let home = match actor.acting() {
        Some(acting) => store::exchanges::get(&mut tx, acting.exchange).await?,
        None => None,
    };
    let written = |minute: i64| format!("{:02}:{:02}", minute / 60, minute % 60);
    let quiet = known.quiet.get(&user.id).map(|hours| Quiet {
        from: written(hours.from_minute),
        until: written(hours.until_minute),
        time_zone: hours.time_zone.clone(),
    });
    let wishes = |channel| kinds(actor).map(|kind| (kind, known.wishes(user.id, kind, channel))).collect();
    Ok(Wishes {
        mail: wishes(Channel::Mail),
        push: wishes(Channel::Push),
        quiet,
        time_zone: home.map_or_else(|| "UTC".to_owned(), |home| home.time_zone),
    })
}

/// Keeps what a user wishes. What waits of a kind that is not wished any more is not written.
///
/// # Errors
/// [`crate::Error::Wrong`] on fields `quiet_from`, `quiet_until`, `time_zone`; [`crate::Error::NotAllowed`] for visitors.
pub async fn choose(app: &App, actor: &Actor, typed: &WishForm) -> Result<()> {
    let user = actor.signed_in()?;
    let mut form = Form::new();
    let quiet = typed.quiet.as_ref().map(|quiet| read(&mut form, user.id, quiet));
    form.finish()?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    for kind in kinds(actor) {
        let wanted = typed.mail.contains(&kind);
        let choice = Choice { user_id: user.id, kind, channel: Channel::Mail, wanted };
        stored::choose(&mut tx, &choice, now).await?;
        if !wanted {
            notices::forget_waiting(&mut tx, user.id, kind).await?;
        }
        if let Some(pushed) = &typed.push {
            let choice = Choice { channel: Channel::Push, wanted: pushed.contains(&kind), ..choice };
            stored::choose(&mut tx, &choice, now).await?;
        }
    }
    match &quiet {
        Some(hours) => stored::set_quiet(&mut tx, hours).await?,
        None => stored::clear_quiet(&mut tx, user.id).await?,
    }
    Ok(tx.commit().await?)
}

fn read(form: &mut Form, user_id: UserId, typed: &Quiet) -> QuietHours {
    let mut minute = |field, text: &str| match Time::strptime("%H:%M", text.trim()) {
        Ok(time) => i64::from(time.hour()) * 60 + i64::from(time.minute()),
        Err(_) => {
            form.wrong(field, "error-time");
            -1
        }
    };
    let (from_minute, until_minute) =
        (minute("quiet_from", &typed.from), minute("quiet_until", &typed.until));
    if from_minute >= 0 && from_minute == until_minute {
        form.wrong("quiet_until", "error-quiet-whole-day");
    }
    let time_zone = typed.time_zone.trim().to_owned();
    if TimeZone::get(&time_zone).is_err() {
        form.wrong("time_zone", "error-time-zone");
    }
    QuietHours { user_id, from_minute, until_minute, time_zone }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant(text.parse::<Timestamp>().unwrap().as_microsecond())
    }

    #[test]
    fn quiet_hours_end_where_the_user_is() {
        let hours = |from_minute, until_minute| QuietHours {
            user_id: UserId(1),
            from_minute,
            until_minute,
            time_zone: "Europe/Madrid".to_owned(),
        };
        for (from, until, now, end) in [
            (22 * 60, 7 * 60, "2026-03-14T20:59:59Z", None),
            (22 * 60, 7 * 60, "2026-03-14T21:00:00Z", Some("2026-03-15T06:00:00Z")),
            (22 * 60, 7 * 60, "2026-03-15T05:59:59Z", Some("2026-03-15T06:00:00Z")),
            (22 * 60, 7 * 60, "2026-03-15T06:00:00Z", None),
            // The night in which the clocks go forward.
            (22 * 60, 7 * 60, "2026-03-28T23:30:00Z", Some("2026-03-29T05:00:00Z")),
            // An end that the clock passes over.
            (22 * 60, 150, "2026-03-28T23:30:00Z", Some("2026-03-29T01:30:00Z")),
            // An hour that the clock shows twice: they end with the first half past two.
            (22 * 60, 150, "2026-10-25T00:29:00Z", Some("2026-10-25T00:30:00Z")),
            (22 * 60, 150, "2026-10-25T00:30:00Z", None),
            (22 * 60, 150, "2026-10-25T01:10:00Z", None),
            (13 * 60, 15 * 60, "2026-07-01T12:00:00Z", Some("2026-07-01T13:00:00Z")),
            (13 * 60, 15 * 60, "2026-07-01T13:00:00Z", None),
        ] {
            assert_eq!(quiet_until(&hours(from, until), at(now)), end.map(at), "{now}");
        }
    }
}
