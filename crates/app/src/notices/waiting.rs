//! Letters that have waited long enough: all of a kind become one.

use ledger::id::UserId;
use ledger::time::Instant;
use store::Tx;
use store::notices::{self, Kind};

use super::wishes::Known;
use super::{Reader, envelope};
use crate::App;
use crate::error::Result;
use crate::jobs::{self, Job};
use crate::mail::Letter;

/// How many notices are looked at in one go.
const AT_ONCE: i64 = 200;
/// How often that is done in a row: the quiet hours of very many end on the same hour.
const ROUNDS: usize = 20;
/// How many letters are written in one transaction.
const TOGETHER: usize = 20;
/// How many pieces of news one letter tells; of the rest it says how many there are.
const TOLD: usize = 20;

/// Queues the letters whose time has come; answers how many. Each is queued once, whoever else is at it.
///
/// # Errors
/// When the database fails.
pub async fn write_waiting(app: &App) -> Result<usize> {
    let mut written = 0;
    for _ in 0..ROUNDS {
        let due = notices::due(&mut app.db.read().await?, app.clock.now(), AT_ONCE).await?;
        if due.is_empty() {
            break;
        }
        for some in due.chunks(TOGETHER) {
            written += write(app, some).await?;
        }
    }
    Ok(written)
}

async fn write(app: &App, due: &[(UserId, Kind)]) -> Result<usize> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let known = Known::load(&mut tx, app, due.iter().map(|(user, _)| *user)).await?;
    let mut letters = Vec::new();
    for (user, kind) in due {
        // What waited because it was much may have waited into the night.
        if let Some(end) = known.quiet_end(*user, now) {
            notices::postpone(&mut tx, *user, *kind, end).await?;
            continue;
        }
        let taken = notices::take_waiting(&mut tx, *user, *kind, now).await?;
        let told = taken.iter().filter_map(|notice| serde_json::from_str(&notice.body).ok()).collect();
        let letter = together(&mut tx, told, now).await?;
        let reader = store::users::get(&mut tx, *user).await?;
        if let (Some(user), Some(letter)) = (reader, letter) {
            letters.extend(envelope(app, &Reader::from(&user), letter, Some(*kind)).map(Job::letter));
        }
    }
    jobs::push_all(&mut tx, &letters, now).await?;
    tx.commit().await?;
    Ok(letters.len())
}

/// One letter of several.
async fn together(tx: &mut Tx, mut letters: Vec<Letter>, now: Instant) -> Result<Option<Letter>> {
    Ok(match (letters.len(), letters.pop()) {
        (_, None) => None,
        (1, Some(letter)) => whole(tx, letter, now).await?,
        (count, Some(last)) => {
            letters.push(last);
            letters.truncate(TOLD);
            Some(Letter::Several { more: count - letters.len(), letters })
        }
    })
}

/// A letter with the long text that its notice is without; none of what is over.
async fn whole(tx: &mut Tx, mut letter: Letter, now: Instant) -> Result<Option<Letter>> {
    let (text, body) = match &mut letter {
        Letter::Announcement { announcement, body, .. } => {
            (store::announcements::standing_text(tx, *announcement, now).await?, body)
        }
        Letter::Newsletter { newsletter, body, .. } => {
            (store::newsletters::text(tx, *newsletter).await?, body)
        }
        _ => return Ok(Some(letter)),
    };
    let Some(text) = text else { return Ok(None) };
    *body = text;
    Ok(Some(letter))
}
