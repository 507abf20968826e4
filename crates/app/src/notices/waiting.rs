//! Letters that have waited long enough: all of a kind become one.

use ledger::id::UserId;
use store::notices::{self, Kind};

use super::{Reader, envelope};
use crate::App;
use crate::error::Result;
use crate::jobs::{self, Job};
use crate::mail::Letter;

/// How many are looked at in one go.
const AT_ONCE: i64 = 100;
/// How many pieces of news one letter tells; of the rest it says how many there are.
const TOLD: usize = 20;

/// Queues the letters whose time has come; answers how many. Each is queued once, whoever else is at it.
///
/// # Errors
/// When the database fails.
pub async fn write_waiting(app: &App) -> Result<usize> {
    let due = notices::due(&mut app.db.read().await?, app.clock.now(), AT_ONCE).await?;
    let mut written = 0;
    for (user, kind) in due {
        written += usize::from(write(app, user, kind).await?);
    }
    Ok(written)
}

async fn write(app: &App, user: UserId, kind: Kind) -> Result<bool> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let taken = notices::take_waiting(&mut tx, user, kind, now).await?;
    let mut letters: Vec<Letter> =
        taken.iter().filter_map(|notice| serde_json::from_str(&notice.body).ok()).collect();
    let letter = match letters.len() {
        0 | 1 => letters.pop(),
        count => {
            letters.truncate(TOLD);
            Some(Letter::Several { more: count - letters.len(), letters })
        }
    };
    let reader = store::users::get(&mut tx, user).await?;
    let written = reader
        .zip(letter)
        .and_then(|(user, letter)| envelope(app, &Reader::from(&user), letter, Some(kind)).map(Job::letter));
    if let Some(job) = &written {
        jobs::push(&mut tx, job, now).await?;
    }
    tx.commit().await?;
    Ok(written.is_some())
}
