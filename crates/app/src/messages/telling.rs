//! Letters about messages: what nobody has read within some minutes, several messages in one.

use store::Tx;
use store::exchanges::State as ExchangeState;
use store::members::State;
use store::messages::ConversationId;
use store::messages::shown;
use store::messages::telling::{self, Due};

use crate::App;
use crate::error::Result;
use crate::mail::Letter;
use crate::members;

/// How long after a message a letter tells of it, in seconds: whoever is at the page has read it by then, and whoever
/// writes three lines one after the other causes one letter.
pub const TOLD_AFTER_S: i64 = 300;
/// How many are looked at in one go.
const AT_ONCE: i64 = 50;
/// Messages that one letter holds, at most; the others stand on the page that it leads to.
const IN_A_LETTER: i64 = 12;

/// Tells those whose messages have not been read within [`TOLD_AFTER_S`]; answers how many. Each is told once, in the
/// transaction that queues the letters, whoever else is at it.
///
/// # Errors
/// When the database fails.
pub async fn tell(app: &App) -> Result<usize> {
    let due = telling::due(&mut app.db.read().await?, app.clock.now(), AT_ONCE).await?;
    let mut told = 0;
    for due in due {
        let mut tx = app.db.write().await?;
        if tell_one(&mut tx, app, &due).await? {
            told += 1;
        }
        tx.commit().await?;
    }
    Ok(told)
}

async fn tell_one(tx: &mut Tx, app: &App, due: &Due) -> Result<bool> {
    if !telling::tell(tx, due).await? {
        return Ok(false);
    }
    let sides = shown::both_sides(tx, due.uuid).await?;
    let Some(side) = sides.into_iter().find(|side| side.member == due.member) else { return Ok(false) };
    let after = due.after.max(side.seen);
    let reader = members::get(tx, due.member).await?;
    let home = store::exchanges::get(tx, side.exchange).await?;
    let Some(home) = home.filter(|home| home.state == ExchangeState::Active) else { return Ok(false) };
    if side.heard <= after || side.muted || reader.state != State::Active {
        return Ok(false);
    }
    let at = (ConversationId(due.conversation), due.member);
    let letter = Letter::Messages {
        code: home.code,
        exchange: home.name,
        conversation: side.uuid,
        writer: side.name,
        title: side.title,
        texts: telling::written_to(tx, at, after, IN_A_LETTER).await?,
    };
    members::tell_operators(tx, app, due.member, &letter).await?;
    Ok(true)
}
