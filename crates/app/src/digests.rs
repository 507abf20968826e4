//! The weekly digest: what others have put up in the market, on Saturday morning where the exchange is. When nothing is
//! new there is none.

use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use ledger::id::{ExchangeId, UserId};
use ledger::time::Instant;
use serde::{Deserialize, Serialize};
use store::digests::{self, Due};
use store::exchanges::{Exchange, State};
use store::listings::shown::{self, Filter, Listing, View};
use store::listings::{Kind, Sight};
use store::members::MemberId;
use store::members::operators::Addressee;
use store::newsletters::{self, Group};

use crate::App;
use crate::error::Result;
use crate::jobs::{self, Job, after};
use crate::mail::{Letter, NewListing};
use crate::notices::{Plan, Telling};

/// The kind of the job that writes a digest.
pub const DIGEST: &str = "digest";
/// How many exchanges are looked at in one go.
const AT_ONCE: i64 = 50;
/// How many users one job writes to.
const READERS: i64 = 50;
/// How many listings one digest names; of the rest it says how many there are.
const NAMED: usize = 12;
/// How many it counts.
const COUNTED: i64 = 100;
/// A week, in seconds.
const WEEK_S: i64 = 7 * 86_400;

/// The body of a [`DIGEST`] job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Writing {
    /// Whose.
    pub exchange: ExchangeId,
    /// What was put up from this instant on.
    pub since: Instant,
    /// And before this one.
    pub until: Instant,
    /// The last user who was written to.
    pub after: UserId,
}

/// Begins the digests that are due; answers how many. Each is begun once, whoever else is at it.
///
/// # Errors
/// When the database fails.
pub async fn begin_due(app: &App) -> Result<usize> {
    let now = app.clock.now();
    let due = digests::due(&mut app.db.read().await?, now, AT_ONCE).await?;
    let mut begun = 0;
    for found in due {
        begun += usize::from(begin(app, &found, now).await?);
    }
    Ok(begun)
}

async fn begin(app: &App, found: &Due, now: Instant) -> Result<bool> {
    let next = next_saturday(&found.time_zone, now);
    let mut tx = app.db.write().await?;
    let Some((was, since)) = found.due_at.zip(found.since) else {
        digests::plan(&mut tx, found.exchange, next, now).await?;
        tx.commit().await?;
        return Ok(false);
    };
    if !digests::take(&mut tx, found.exchange, was, (next, now)).await? {
        return Ok(false);
    }
    // After a long rest only the last two weeks are news.
    let since = Instant(since.0.max(after(now, -2 * WEEK_S).0));
    let writing = Writing { exchange: found.exchange, since, until: now, after: UserId(0) };
    jobs::push(&mut tx, &Job::Digest(writing), now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Nine o'clock on the next Saturday there.
pub(crate) fn next_saturday(zone: &str, now: Instant) -> Instant {
    next(zone, now, Some(Weekday::Saturday), Time::constant(9, 0, 0, 0))
}

/// The next time that a clock there shows this, on this day of the week or on any.
pub(crate) fn next(zone: &str, now: Instant, on: Option<Weekday>, time: Time) -> Instant {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let here = Timestamp::from_microsecond(now.0).unwrap_or_default().to_zoned(zone.clone());
    let (ahead, span) = on.map_or((0, 1), |day| (here.date().weekday().until(day), 7));
    let is_over = ahead == 0 && here.time() >= time;
    let days = i64::from(ahead) + if is_over { span } else { 0 };
    let at =
        here.date().checked_add(days.days()).ok().and_then(|day| day.to_datetime(time).to_zoned(zone).ok());
    at.map_or(after(now, WEEK_S), |at| Instant(at.timestamp().as_microsecond()))
}

/// Works a [`DIGEST`] job: writes to some users, and queues the job that goes on, in one transaction.
///
/// # Errors
/// When the database fails.
pub async fn write(app: &App, job: i64, writing: &Writing) -> Result<()> {
    let mut tx = app.db.read().await?;
    let now = app.clock.now();
    let home = store::exchanges::get(&mut tx, writing.exchange).await?;
    let view = View { exchange: writing.exchange, now, circle: Sight::Exchange };
    let filter = Filter {
        kind: None,
        category: None,
        area: None,
        locale: "",
        priced: None,
        since: writing.since,
        before: Some((writing.until, 0)),
        limit: COUNTED,
    };
    let found = shown::page(&mut tx, view, &filter).await?;
    let is_news = |home: &Exchange| home.state == State::Active && !found.is_empty();
    let Some(home) = home.filter(is_news) else {
        drop(tx);
        return jobs::done(app, &[job]).await;
    };
    let group = Group::everybody(writing.exchange);
    let readers = newsletters::readers(&mut tx, group, writing.after, READERS).await?;
    let members: Vec<MemberId> = readers.iter().map(|reader| reader.member).collect();
    let blocks = store::blocks::of_members(&mut tx, &members).await?;
    let telling = |reader: &Addressee| {
        // Neither their own nor what comes from whom they have blocked.
        let is_for = |listing: &&Listing| {
            listing.member != reader.member && !blocks.contains(&(reader.member, listing.member))
        };
        let mut listings: Vec<NewListing> = found.iter().filter(is_for).map(named).collect();
        if listings.is_empty() {
            return None;
        }
        let more = listings.len().saturating_sub(NAMED);
        listings.truncate(NAMED);
        let (code, exchange) = (home.code.clone(), home.name.clone());
        Some(Telling { reader: reader.into(), letter: Letter::Digest { code, exchange, listings, more } })
    };
    let tellings = readers.iter().filter_map(telling);
    let plan = Plan::new(&mut tx, app, tellings.collect()).await?;
    drop(tx);
    let Some(mut tx) = jobs::end(app, &[job]).await? else { return Ok(()) };
    plan.write(&mut tx, now).await?;
    if let Some(last) = readers.last().filter(|_| i64::try_from(readers.len()) == Ok(READERS)) {
        jobs::push(&mut tx, &Job::Digest(Writing { after: last.user_id, ..*writing }), now).await?;
    }
    Ok(tx.commit().await?)
}

fn named(listing: &Listing) -> NewListing {
    NewListing {
        listing: listing.uuid,
        is_want: listing.kind == Kind::Want,
        title: listing.title.clone(),
        name: listing.name.clone(),
        code: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_comes_on_saturday_morning_where_the_exchange_is() {
        let at = |text: &str| Instant(text.parse::<Timestamp>().unwrap().as_microsecond());
        for (now, next) in [
            ("2026-03-11T12:00:00Z", "2026-03-14T08:00:00Z"),
            ("2026-03-14T07:59:59Z", "2026-03-14T08:00:00Z"),
            ("2026-03-14T08:00:00Z", "2026-03-21T08:00:00Z"),
            // Friday here, Saturday there.
            ("2026-03-13T23:30:00Z", "2026-03-14T08:00:00Z"),
            // Summer time begins on the last Sunday of March.
            ("2026-03-29T12:00:00Z", "2026-04-04T07:00:00Z"),
        ] {
            assert_eq!(next_saturday("Europe/Madrid", at(now)), at(next), "{now}");
        }
    }
}
