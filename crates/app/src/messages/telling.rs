//! Letters about messages: what nobody has read within some minutes, several messages in one. A letter that may not go
//! yet, since somebody has quiet hours, waits by itself and tells what is still not read when they end.

use store::Tx;
use store::exchanges::State as ExchangeState;
use store::members::operators::{self, Addressee};
use store::members::{MemberId, State};
use store::messages::ConversationId;
use store::messages::shown;
use store::messages::telling::{self, Due, Late};
use store::notices::{Kind, Post};
use uuid::Uuid;

use super::may;
use crate::App;
use crate::error::Result;
use crate::mail::Letter;
use crate::members;
use crate::notices;

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
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    let (late, due) =
        (telling::late(&mut tx, now, AT_ONCE).await?, telling::due(&mut tx, now, AT_ONCE).await?);
    drop(tx);
    let mut told = 0;
    // Those first that have waited: they end where the others begin.
    for late in late {
        let mut tx = app.db.write().await?;
        if tell_late(&mut tx, app, &late).await? {
            told += 1;
        }
        tx.commit().await?;
    }
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
    let Some(told) = telling::tell(tx, due).await? else { return Ok(false) };
    let readers = operators::addressees(tx, &[due.member]).await?;
    write(tx, app, (due.conversation, due.uuid, due.member), (due.after, told), readers).await
}

async fn tell_late(tx: &mut Tx, app: &App, late: &Late) -> Result<bool> {
    if !telling::take_late(tx, late).await? {
        return Ok(false);
    }
    let mut readers = operators::addressees(tx, &[late.member]).await?;
    readers.retain(|reader| reader.user_id == late.user_id);
    write(tx, app, (late.conversation, late.uuid, late.member), (late.after, late.until), readers).await
}

/// Writes what one side of a conversation has not read between two numbers to those who operate its account, or lets them
/// wait whose hours are quiet; answers whether there is anything to be told.
async fn write(
    tx: &mut Tx,
    app: &App,
    (conversation, uuid, member): (i64, Uuid, MemberId),
    (after, until): (i64, i64),
    readers: Vec<Addressee>,
) -> Result<bool> {
    let sides = shown::both_sides(tx, uuid).await?;
    let Some(side) = sides.into_iter().find(|side| side.member == member) else { return Ok(false) };
    let after = after.max(side.seen);
    let reader = members::get(tx, member).await?;
    let home = store::exchanges::get(tx, side.exchange).await?;
    let Some(home) = home.filter(|home| home.state == ExchangeState::Active) else { return Ok(false) };
    if until <= after || side.muted || reader.state != State::Active {
        return Ok(false);
    }
    let conversation = ConversationId(conversation);
    let author = telling::author(tx, (conversation, member)).await?;
    if !may::is_told(tx, author, (side.other, &reader)).await? {
        return Ok(false);
    }
    let letter = Letter::Messages {
        code: home.code,
        exchange: home.name,
        conversation: side.uuid,
        writer: side.name,
        title: side.title,
        texts: telling::written_to(tx, (conversation, member), (after, until), IN_A_LETTER).await?,
    };
    for (reader, post) in notices::posts(tx, app, readers, Kind::Messages).await? {
        match post {
            Post::None => {}
            Post::Now => notices::post(tx, app, &reader, letter.clone()).await?,
            Post::Later(at) => {
                telling::wait(tx, (conversation, member, reader.user_id), after, at).await?;
            }
        }
    }
    Ok(true)
}
