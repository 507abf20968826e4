//! Matching: whom a listing that is new concerns, since they have saved a search for it, and telling them.
//!
//! What is published or changed queues a [`MATCH`] job, which asks the finder about that one listing, as the page of the market
//! would ask it about all, for some searches at a time. A search is told of a listing once, however often that is edited. What
//! was found waits for its pace, and what is due to a member becomes one notice an hour at most ([`tell_matches`]).

mod concerned;

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Time;
use ledger::id::ExchangeId;
use ledger::time::Instant;
use serde::{Deserialize, Serialize};
use store::Tx;
use store::exchanges::{Exchange, Open, State};
use store::listings::shown::{self, Listing, View};
use store::listings::{Kind, Sight};
use store::members::{MemberId, State as MemberState};
use store::searches::matches::{self, Match, NewMatch};
use store::searches::{self, Pace, SavedSearch};
use uuid::Uuid;

use self::concerned::concerned;
use super::finding::{Hit, Sought, Why};
use super::showing::is_shown;
use crate::App;
use crate::digests;
use crate::error::Result;
use crate::jobs::{self, Job, after};
use crate::mail::{Letter, Matching, NewListing};
use crate::members;

/// The kind of the job that finds out whom a listing concerns.
pub const MATCH: &str = "match";
/// What must speak for a listing at least: measured, see docs/SEARCH.md. What is less stands far down the page, and is no
/// reason to write to somebody.
pub(super) const LEAST: f32 = 0.35;
/// How many searches one job asks.
const SEARCHES: i64 = 500;
/// How many matches are looked at in one go.
const MATCHES: i64 = 200;
/// How often that is done in a row: many searches are told each morning.
const ROUNDS: usize = 20;
/// How many listings one notice names; of the rest it says how many there are.
const NAMED: usize = 12;
/// A member is told once within so many seconds.
const TOLD_EVERY_S: i64 = 3600;

/// The body of a [`MATCH`] job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fresh {
    /// Which listing.
    pub listing: Uuid,
    /// When it was shown: who saved a search later has seen it.
    pub at: Instant,
    /// The last search that was asked.
    pub after: i64,
}

/// Queues that it is found out whom a listing concerns, in the transaction that shows it.
pub(super) async fn queue(tx: &mut Tx, listing: Uuid, now: Instant) -> Result<()> {
    jobs::push(tx, &Job::Match(Fresh { listing, at: now, after: 0 }), now).await
}

/// What speaks for a match, as it is kept.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Reasons {
    why: Vec<Why>,
}

/// Works a [`MATCH`] job: asks some searches, and queues the job that asks the next, in one transaction.
///
/// # Errors
/// When the database fails.
pub async fn find_matches(app: &App, job: i64, fresh: &Fresh) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    let listing = shown::get(&mut tx, fresh.listing).await?;
    let Some(listing) = listing.filter(|listing| is_shown(listing, Sight::Exchange, now)) else {
        drop(tx);
        return jobs::done(app, &[job]).await;
    };
    let home = store::exchanges::get(&mut tx, listing.exchange).await?;
    let asked = searches::to_tell(&mut tx, listing.exchange, fresh.after, SEARCHES).await?;
    let Some(home) = home.filter(|home| home.state == State::Active && !asked.is_empty()) else {
        drop(tx);
        return jobs::done(app, &[job]).await;
    };
    let mut concerned = concerned(&mut tx, (&listing, &home), &asked).await?;
    concerned.retain(|search| search.made_at < fresh.at);
    let zones = zones(&mut tx, &home, &concerned).await?;
    drop(tx);
    let found = fitting(app, &listing, &concerned).await?;
    let new = |(search, why): (&SavedSearch, Vec<Why>)| {
        let why = serde_json::to_string(&Reasons { why })?;
        let zone = zones.get(&search.exchange).unwrap_or(&home.time_zone);
        let due_at = due(search.pace, zone, now);
        Ok(NewMatch { search: search.id, member: search.member, why, due_at })
    };
    let new = found.into_iter().map(new).collect::<Result<Vec<_>>>()?;
    let Some(mut tx) = jobs::end(app, &[job]).await? else { return Ok(()) };
    matches::insert(&mut tx, listing.id, &new, now).await?;
    if let Some(last) = asked.last().filter(|_| i64::try_from(asked.len()) == Ok(SEARCHES)) {
        jobs::push(&mut tx, &Job::Match(Fresh { after: last.id, ..*fresh }), now).await?;
    }
    Ok(tx.commit().await?)
}

/// The time zones of the exchanges whose members search from elsewhere: mornings are theirs.
async fn zones(
    tx: &mut Tx,
    home: &Exchange,
    searches: &[&SavedSearch],
) -> Result<HashMap<ExchangeId, String>> {
    let mut zones = HashMap::new();
    for search in searches.iter().filter(|search| search.exchange != home.id) {
        if !zones.contains_key(&search.exchange)
            && let Some(other) = store::exchanges::get(tx, search.exchange).await?
        {
            zones.insert(other.id, other.time_zone);
        }
    }
    Ok(zones)
}

/// When what is found now is told, in this time zone.
fn due(pace: Pace, zone: &str, now: Instant) -> Instant {
    let morning = Time::constant(8, 0, 0, 0);
    match pace {
        Pace::AtOnce | Pace::Never => now,
        Pace::Daily => digests::next(zone, now, None, morning),
        Pace::Weekly => digests::next_saturday(zone, now),
    }
}

/// Those that a listing fits, and why.
async fn fitting<'s>(
    app: &App,
    listing: &Listing,
    searches: &[&'s SavedSearch],
) -> Result<Vec<(&'s SavedSearch, Vec<Why>)>> {
    let sought = |search: &&&SavedSearch| Sought {
        words: search.words.clone(),
        exact: search.exact,
        ..Sought::everything(listing.exchange, &search.locale, app.clock.now())
    };
    let worded: Vec<&&SavedSearch> = searches.iter().filter(|search| !search.words.is_empty()).collect();
    let hits = app.finder.judge(app, listing.id, worded.iter().map(sought).collect()).await?;
    let enough = |(search, hit): (&&'s SavedSearch, Option<Hit>)| {
        let hit = hit.filter(|hit| search.exact || hit.score >= LEAST)?;
        Some((*search, hit.why))
    };
    let by_words = worded.into_iter().zip(hits).filter_map(enough);
    let by_filters = searches.iter().filter(|search| search.words.is_empty());
    Ok(by_words.chain(by_filters.map(|search| (*search, Vec::new()))).collect())
}

/// Tells members what has matched and is due; answers how many. Each match is told once, whoever else is at it.
///
/// # Errors
/// When the database fails.
pub async fn tell_matches(app: &App) -> Result<usize> {
    let mut told = 0;
    for _ in 0..ROUNDS {
        let due = matches::due(&mut app.db.read().await?, app.clock.now(), MATCHES).await?;
        if due.is_empty() {
            break;
        }
        for member in due {
            told += usize::from(tell(app, member).await?);
        }
    }
    Ok(told)
}

async fn tell(app: &App, member: MemberId) -> Result<bool> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    if !matches::begin_telling(&mut tx, member, after(now, -TOLD_EVERY_S), now).await? {
        matches::postpone(&mut tx, member, now, TOLD_EVERY_S * 1_000_000).await?;
        tx.commit().await?;
        return Ok(false);
    }
    let due = matches::take(&mut tx, member, now).await?;
    let letter = letter(app, &mut tx, member, &due).await?;
    match &letter {
        Some(letter) => members::tell_operators(&mut tx, app, member, letter).await?,
        None => matches::forget_telling(&mut tx, member).await?,
    }
    tx.commit().await?;
    Ok(letter.is_some())
}

/// What a member is told of these; none when nothing of it is shown to it any more.
async fn letter(app: &App, tx: &mut Tx, member: MemberId, due: &[Match]) -> Result<Option<Letter>> {
    let owner = members::get(tx, member).await?;
    let home = store::exchanges::get(tx, owner.exchange).await?;
    let is_there = owner.state == MemberState::Active;
    let Some(home) = home.filter(|home| is_there && home.state == State::Active) else { return Ok(None) };
    let listings = still_shown(app, tx, owner.exchange, due).await?;
    let others: HashMap<ExchangeId, Open> =
        store::exchanges::open(tx).await?.into_iter().map(|open| (open.id, open)).collect();
    let names: BTreeMap<i64, String> =
        searches::of_member(tx, member).await?.into_iter().map(|search| (search.id, search.name)).collect();
    let blocked = store::blocks::of_member(tx, member).await?;
    let mut found: Vec<Matching> = Vec::new();
    for one in due {
        let listing = listings.get(&one.listing).filter(|listing| !blocked.contains(&listing.member));
        let Some((listing, search)) = listing.zip(names.get(&one.search)) else { continue };
        // What fits several searches is told for the first.
        if found.iter().any(|other| other.listing.listing == listing.uuid) {
            continue;
        }
        let why = serde_json::from_str::<Reasons>(&one.why).unwrap_or_default().why;
        let elsewhere = others.get(&listing.exchange).filter(|other| other.id != owner.exchange);
        found.push(Matching { listing: named(listing, elsewhere), search: search.clone(), why });
    }
    if found.is_empty() {
        return Ok(None);
    }
    let more = found.len().saturating_sub(NAMED);
    found.truncate(NAMED);
    Ok(Some(Letter::Matches { code: home.code, exchange: home.name, found, more }))
}

/// What of these is still shown: to members what is their exchange's, and of others what is for everyone.
async fn still_shown(
    app: &App,
    tx: &mut Tx,
    exchange: ExchangeId,
    due: &[Match],
) -> Result<BTreeMap<i64, Listing>> {
    let view = View { exchange, now: app.clock.now(), circle: Sight::Exchange };
    let mut ids: Vec<i64> = due.iter().map(|one| one.listing).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut listings = BTreeMap::new();
    for some in ids.chunks(shown::AT_ONCE) {
        let rows = shown::some(tx, view, some, None).await?;
        let open = shown::open(tx, view.now, some).await?.into_iter().filter(|row| row.exchange != exchange);
        listings.extend(rows.into_iter().chain(open).map(|row| (row.id, row)));
    }
    Ok(listings)
}

/// What a letter names. Elsewhere nobody but its members knows whose it is.
fn named(listing: &Listing, elsewhere: Option<&Open>) -> NewListing {
    NewListing {
        listing: listing.uuid,
        is_want: listing.kind == Kind::Want,
        title: listing.title.clone(),
        name: elsewhere.map_or(&listing.name, |other| &other.name).clone(),
        code: elsewhere.map(|other| other.code.clone()).unwrap_or_default(),
    }
}
