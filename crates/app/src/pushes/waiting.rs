//! Pushes that have waited long enough: what happened meanwhile is told in one.

use store::Tx;
use store::pushes::{self, Waiting};

use super::About;
use crate::App;
use crate::error::Result;
use crate::jobs;
use crate::mail::Letter;
use crate::messages;
use crate::notices::{self, Kind, Known};

/// How many are looked at in one go.
const AT_ONCE: i64 = 200;
/// How often that is done in a row: the quiet hours of very many end on the same hour.
const ROUNDS: usize = 20;
/// How many are queued in one transaction.
const TOGETHER: usize = 20;
/// How many notices are counted, at most.
const COUNTED: i64 = 100;
/// Of how many of them a push tells more than that they are there.
const TOLD: usize = 4;

/// Queues the pushes whose time has come; answers how many. Each is queued once, whoever else is at it.
///
/// # Errors
/// When the database fails.
pub async fn write_waiting(app: &App) -> Result<usize> {
    let mut written = 0;
    for _ in 0..ROUNDS {
        let due = pushes::due(&mut app.db.read().await?, app.clock.now(), AT_ONCE).await?;
        if due.is_empty() {
            break;
        }
        for some in due.chunks(TOGETHER) {
            written += write(app, some).await?;
        }
    }
    Ok(written)
}

async fn write(app: &App, due: &[Waiting]) -> Result<usize> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let known = Known::load(&mut tx, app, due.iter().map(|waiting| waiting.user_id)).await?;
    let mut queued = Vec::new();
    for waiting in due {
        if !pushes::take(&mut tx, waiting).await? {
            continue;
        }
        // What waited because it was much may have waited into the night.
        if let Some(end) = known.quiet_end(waiting.user_id, now) {
            pushes::wait(&mut tx, &Waiting { due_at: end, ..waiting.clone() }).await?;
            continue;
        }
        let told = match waiting.conversation {
            0 => of_inbox(&mut tx, &known, waiting).await?,
            _ if known.wishes_pushes(waiting.user_id, Kind::Messages) => {
                messages::waited(&mut tx, waiting).await?
            }
            _ => None,
        };
        if let Some((letter, about)) = told {
            queued.extend(known.pushes(waiting.user_id, &letter, about, now));
        }
    }
    jobs::push_all(&mut tx, &queued, now).await?;
    tx.commit().await?;
    Ok(queued.len())
}

/// What is new in somebody's inbox since then, of the kinds that they wish to be pushed.
async fn of_inbox(tx: &mut Tx, known: &Known, waiting: &Waiting) -> Result<Option<(Letter, About)>> {
    let user = waiting.user_id;
    let unread = store::notices::unread_since(tx, user, waiting.since, COUNTED).await?;
    let unread: Vec<notices::Notice> = unread
        .into_iter()
        .filter(|notice| known.wishes_pushes(user, notice.kind))
        .filter_map(notices::told)
        .collect();
    Ok(match unread.as_slice() {
        [] => None,
        [one] => Some((one.letter.clone(), About::Notice(one.uuid))),
        many => {
            let letters: Vec<Letter> = many.iter().take(TOLD).map(|notice| notice.letter.clone()).collect();
            Some((Letter::Several { more: many.len() - letters.len(), letters }, About::Inbox))
        }
    })
}
