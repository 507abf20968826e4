//! Letters about messages: what nobody has read within some minutes, several messages in one. A letter that may not go
//! yet, since somebody has quiet hours, waits by itself and tells what is still not read when they end.
//!
//! A push tells of a message as soon as it is written: of the first for which a letter is due, so that whoever writes three
//! lines one after the other makes a telephone ring once.

use store::Tx;
use store::exchanges::State as ExchangeState;
use store::members::operators::{self, Addressee};
use store::members::{MemberId, State};
use store::messages::ConversationId;
use store::messages::shown::{self, Conversation};
use store::messages::telling::{self, Due, Late};
use store::notices::{Kind, Post};
use store::pushes::Waiting;
use uuid::Uuid;

use super::may;
use crate::App;
use crate::error::Result;
use crate::mail::Letter;
use crate::members;
use crate::notices;
use crate::pushes::About;

/// How long after a message a letter tells of it, in seconds: whoever is at the page has read it by then, and whoever
/// writes three lines one after the other causes one letter.
pub const TOLD_AFTER_S: i64 = 300;
/// How many are looked at in one go.
const AT_ONCE: i64 = 50;
/// Messages that one letter holds, at most; the others stand on the page that it leads to.
const IN_A_LETTER: i64 = 12;
/// Messages that one push holds that has waited, at most: the newest.
const IN_A_PUSH: i64 = 3;

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
    let Some(side) = side(tx, uuid, member).await? else { return Ok(false) };
    let after = after.max(side.seen);
    let Some(letter) = letter(tx, &side, (after, until)).await? else { return Ok(false) };
    let conversation = ConversationId(conversation);
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

/// How a conversation stands for a member.
async fn side(tx: &mut Tx, uuid: Uuid, member: MemberId) -> Result<Option<Conversation>> {
    Ok(shown::both_sides(tx, uuid).await?.into_iter().find(|side| side.member == member))
}

/// What tells a side what was written to it after the first of these numbers until the second; none where nothing was, or
/// the side is not to be told.
async fn letter(tx: &mut Tx, side: &Conversation, (after, until): (i64, i64)) -> Result<Option<Letter>> {
    let reader = members::get(tx, side.member).await?;
    let home = store::exchanges::get(tx, side.exchange).await?;
    let Some(home) = home.filter(|home| home.state == ExchangeState::Active) else { return Ok(None) };
    if until <= after || side.muted || reader.state != State::Active {
        return Ok(None);
    }
    let place = (ConversationId(side.id), side.member);
    let author = telling::author(tx, place).await?;
    if !may::is_told(tx, author, (side.other, &reader)).await? {
        return Ok(None);
    }
    Ok(Some(Letter::Messages {
        code: home.code,
        exchange: home.name,
        conversation: side.uuid,
        writer: side.name.clone(),
        title: side.title.clone(),
        texts: telling::written_to(tx, place, (after, until), IN_A_LETTER).await?,
    }))
}

/// Whether a side is still to be told of what was written to it: not if it has blocked the writer since, or they were stopped.
pub(crate) async fn is_told(tx: &mut Tx, side: &Conversation) -> Result<bool> {
    let reader = members::get(tx, side.member).await?;
    let author = telling::author(tx, (ConversationId(side.id), side.member)).await?;
    may::is_told(tx, author, (side.other, &reader)).await
}

/// Pushes the newest message that a member has heard, in the transaction that adds it.
pub(super) async fn push(tx: &mut Tx, app: &App, (conversation, member): (Uuid, MemberId)) -> Result<()> {
    let Some(side) = side(tx, conversation, member).await? else { return Ok(()) };
    let Some(letter) = letter(tx, &side, (side.heard - 1, side.heard)).await? else { return Ok(()) };
    let readers = operators::addressees(tx, &[member]).await?;
    notices::push(tx, app, &readers, (ConversationId(side.id), &letter)).await
}

/// What a push tells that has waited: the newest of what is still not read.
pub(crate) async fn waited(tx: &mut Tx, waiting: &Waiting) -> Result<Option<(Letter, About)>> {
    let Some(uuid) = telling::uuid(tx, ConversationId(waiting.conversation)).await? else { return Ok(None) };
    let Some(side) = side(tx, uuid, MemberId(waiting.member)).await? else { return Ok(None) };
    let after = side.seen.max(side.heard - IN_A_PUSH);
    let letter = letter(tx, &side, (after, side.heard)).await?;
    Ok(letter.map(|letter| (letter, About::Conversation { conversation: uuid, member: waiting.member })))
}
