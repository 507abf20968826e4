//! Messages between two members of an exchange. Written here; what people see of them is in [`shown`], what letters tell of
//! them in [`telling`].

use ledger::id::{ExchangeId, UserId};
use ledger::time::Instant;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::Series;
use crate::members::MemberId;
use crate::tx::Tx;

pub mod shown;
pub mod telling;

words! {
    /// What a conversation is about.
    pub enum About {
        /// Nothing that the program knows of.
        Nothing = "nothing",
        /// An offer or a want.
        Listing = "listing",
        /// A trade.
        Trade = "trade",
    }
}

/// Whether a side of a conversation gets letters of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// It does, while it has not been shown what was written.
    Sent,
    /// It does not.
    Muted,
}

/// A conversation, inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ConversationId(pub i64);

/// What two members write about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Between {
    /// Where.
    pub exchange: ExchangeId,
    /// The two, in any order.
    pub sides: [MemberId; 2],
    /// What about.
    pub about: About,
    /// The listing or the transfer; zero for nothing.
    pub subject: Uuid,
}

impl Between {
    fn ordered(&self) -> [i64; 2] {
        let [one, two] = self.sides;
        [one.0.min(two.0), one.0.max(two.0)]
    }
}

/// A message to be written.
#[derive(Clone, Copy, Debug)]
pub struct NewMessage<'a> {
    /// Names it outside.
    pub uuid: Uuid,
    /// Whose it is.
    pub sender: MemberId,
    /// Whom it goes to.
    pub to: MemberId,
    /// The user who writes.
    pub author: UserId,
    /// Plain text, as it was typed.
    pub body: &'a str,
    /// When.
    pub at: Instant,
    /// When a letter is to tell of it, unless one is due before.
    pub tell_at: Instant,
}

/// The conversation of two members about something, if there is one.
///
/// # Errors
/// When the database does not answer.
pub async fn find(tx: &mut Tx, between: &Between) -> Result<Option<(ConversationId, Uuid)>> {
    let [one, two] = between.ordered();
    let found: Option<(i64, Uuid)> = on!(tx, conn => sqlx::query_as(
        "SELECT id, uuid FROM conversations WHERE one = $1 AND two = $2 AND about = $3 AND subject = $4")
        .bind(one).bind(two).bind(between.about.as_str()).bind(between.subject).fetch_optional(conn).await)?;
    Ok(found.map(|(id, uuid)| (ConversationId(id), uuid)))
}

/// Makes a conversation with both its sides, or finds the one that somebody else has made meanwhile.
///
/// # Errors
/// When the database refuses.
pub async fn begin(
    tx: &mut Tx,
    between: &Between,
    (uuid, title): (Uuid, &str),
    now: Instant,
) -> Result<(ConversationId, Uuid)> {
    let id = tx.id(Series::Conversations).await?;
    let [one, two] = between.ordered();
    let made = on!(tx, conn => sqlx::query(
        "INSERT INTO conversations (id, uuid, exchange, one, two, about, subject, title, begun_at, last_at, last_number)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 0) ON CONFLICT (one, two, about, subject) DO NOTHING")
        .bind(id).bind(uuid).bind(between.exchange.0).bind(one).bind(two).bind(between.about.as_str())
        .bind(between.subject).bind(title).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    if made == 0 {
        let found = find(tx, between).await?;
        return found.ok_or_else(|| crate::Error::Unfit("a conversation is there and is not".into()));
    }
    for member in [one, two] {
        on!(tx, conn => sqlx::query("INSERT INTO conversation_sides (conversation, member) VALUES ($1, $2)")
            .bind(id).bind(member).execute(conn).await.map(|_| ()))?;
    }
    Ok((ConversationId(id), uuid))
}

/// Adds a message; the other side has heard it from now on, and is told of it in a letter unless it is muted. Answers
/// whether that letter is due for this message's sake: false where one was due already, or none is.
///
/// # Errors
/// [`crate::Error::Taken`] when there is one of this name.
pub async fn add(tx: &mut Tx, conversation: ConversationId, new: &NewMessage<'_>) -> Result<bool> {
    let id = tx.id(Series::Messages).await?;
    // The row is the lock: numbers have no gaps, and nobody reads a later one before an earlier one.
    let (number,): (i64,) = on!(tx, conn => sqlx::query_as(
        "UPDATE conversations SET last_number = last_number + 1, last_at = $2 WHERE id = $1 RETURNING last_number")
        .bind(conversation.0).bind(new.at.0).fetch_one(conn).await)?;
    on!(tx, conn => sqlx::query(
        "INSERT INTO messages (id, uuid, conversation, number, sender, author, body, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(id).bind(new.uuid).bind(conversation.0).bind(number).bind(new.sender.0).bind(new.author.0)
        .bind(new.body).bind(new.at.0).execute(conn).await.map(|_| ()))?;
    let due: Option<(Option<i64>,)> = on!(tx, conn => sqlx::query_as(
        "UPDATE conversation_sides SET heard = $3, tell_at = CASE WHEN muted THEN NULL ELSE coalesce(tell_at, $4) END
         WHERE conversation = $1 AND member = $2 RETURNING tell_at")
        .bind(conversation.0).bind(new.to.0).bind(number).bind(new.tell_at.0).fetch_optional(conn).await)?;
    Ok(due == Some((Some(new.tell_at.0),)))
}

/// Notes that a side was shown everything up to this number; nothing of it needs a letter any more.
///
/// # Errors
/// When the database refuses.
pub async fn mark_seen(
    tx: &mut Tx,
    (conversation, member): (ConversationId, MemberId),
    number: i64,
) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE conversation_sides SET seen = $3, tell_at = CASE WHEN heard <= $3 THEN NULL ELSE tell_at END
         WHERE conversation = $1 AND member = $2 AND seen < $3")
        .bind(conversation.0).bind(member.0).bind(number).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Lets a side get no letters, or get them again from the next message on.
///
/// # Errors
/// When the database refuses.
pub async fn set_letters(
    tx: &mut Tx,
    (conversation, member): (ConversationId, MemberId),
    letters: Letters,
) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE conversation_sides SET muted = $3, tell_at = CASE WHEN $3 THEN NULL ELSE tell_at END
         WHERE conversation = $1 AND member = $2")
        .bind(conversation.0).bind(member.0).bind(letters == Letters::Muted).execute(conn).await.map(|_| ()))?;
    Ok(())
}
