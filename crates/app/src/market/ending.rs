//! Listings that end: their owners are written to a week before, and when it has happened.

use ledger::time::Instant;
use store::Tx;
use store::exchanges::State as ExchangeState;
use store::listings::ending::{self, Told};
use store::listings::shown::{self, Listing};
use store::members::State as MemberState;

use crate::App;
use crate::error::Result;
use crate::jobs::after;
use crate::mail::{Letter, ListingNews};
use crate::members;

/// How long before a listing ends its owner is written to, in seconds: a week.
pub const SOON_S: i64 = 7 * 86_400;
/// How many are looked at in one go.
const AT_ONCE: i64 = 50;

/// Tells the owners of listings that end within a week, or have ended; answers how many. Each is told each time once, in
/// the transaction that queues the letter, whoever else is at it.
///
/// # Errors
/// When the database fails.
pub async fn tell_endings(app: &App) -> Result<usize> {
    let now = app.clock.now();
    let due = ending::due(&mut app.db.read().await?, (now, after(now, SOON_S)), AT_ONCE).await?;
    let mut told = 0;
    for uuid in due {
        let mut tx = app.db.write().await?;
        let Some(listing) = shown::get(&mut tx, uuid).await? else { continue };
        if tell(&mut tx, app, &listing, now).await? {
            told += 1;
        }
        tx.commit().await?;
    }
    Ok(told)
}

async fn tell(tx: &mut Tx, app: &App, listing: &Listing, now: Instant) -> Result<bool> {
    let Some(ends_at) = listing.expires_at else { return Ok(false) };
    let (told, news) =
        if ends_at <= now { (Told::Over, ListingNews::Ended) } else { (Told::Soon, ListingNews::EndsSoon) };
    if !ending::tell(tx, listing.uuid, told, ends_at).await? {
        return Ok(false);
    }
    // What stands for less than a week is not announced: whoever wrote it knows.
    let is_short = listing.days.is_some_and(|days| days * 86_400 <= SOON_S);
    let home = store::exchanges::get(tx, listing.exchange).await?;
    let Some(home) = home.filter(|home| home.state == ExchangeState::Active) else { return Ok(false) };
    if listing.member_state != MemberState::Active || (is_short && told == Told::Soon) {
        return Ok(false);
    }
    let letter = Letter::Listing {
        news,
        code: home.code,
        exchange: home.name,
        listing: listing.uuid,
        title: listing.title.clone(),
        ends_at: Some(ends_at),
        zone: home.time_zone,
        words: String::new(),
    };
    members::tell_operators(tx, app, listing.member, &letter).await?;
    Ok(true)
}
