//! What people see of messages: their conversations, and what stands in one.

use ledger::id::{AccountId, ExchangeId};
use ledger::time::Instant;
use uuid::Uuid;

use super::About;
use crate::error::Result;
use crate::members::{Kind, MemberId, State};
use crate::tx::Tx;

row! {
    /// A conversation as one of its sides sees it.
    pub struct Conversation {
        /// Names it inside: with the time of its newest message, the key of paging.
        pub id: i64,
        /// Names it outside.
        pub uuid: Uuid,
        /// Where.
        pub exchange: ExchangeId,
        /// What about.
        pub about: About,
        /// The listing or the transfer; zero for nothing.
        pub subject: Uuid,
        /// What that is called; a trade may have no words.
        pub title: String,
        /// When the newest message was written.
        pub last_at: Instant,
        /// The number of the newest message.
        pub last_number: i64,
        /// The side that looks.
        pub member: MemberId,
        /// The number of the last message from the other.
        pub heard: i64,
        /// The number of the last message that was shown to this side.
        pub seen: i64,
        /// Whether this side gets no letters of it.
        pub muted: bool,
        /// The other side.
        pub other: MemberId,
        /// What the other is.
        pub kind: Kind,
        /// Where the other stands.
        pub state: State,
        /// The other's name.
        pub name: String,
        /// Name of a drawn portrait; empty: initials.
        pub portrait: String,
        /// The other's account.
        pub account: AccountId,
        /// Its number.
        pub number: String,
        /// Its state, as the ledger's word.
        pub account_state: String,
        /// The newest message.
        pub last_body: String,
        /// Who wrote that.
        pub last_sender: MemberId,
    }
}

row! {
    /// A message.
    pub struct Message {
        /// Names it outside.
        pub uuid: Uuid,
        /// Its number in the conversation, from 1.
        pub number: i64,
        /// Who wrote it.
        pub sender: MemberId,
        /// What was written.
        pub body: String,
        /// When.
        pub at: Instant,
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.uuid, c.exchange, c.about, c.subject,
             CASE WHEN c.about = 'trade' THEN coalesce(t.description, '') ELSE c.title END AS title,
             c.last_at, c.last_number, s.member, s.heard, s.seen, s.muted, o.id AS other, o.kind, o.state, o.name,
             o.portrait, a.id AS account, a.number, a.state AS account_state, l.body AS last_body, l.sender AS last_sender
             FROM conversation_sides s JOIN conversations c ON c.id = s.conversation
             JOIN members o ON o.id = CASE WHEN c.one = s.member THEN c.two ELSE c.one END
             JOIN accounts a ON a.id = o.account
             JOIN messages l ON l.conversation = c.id AND l.number = c.last_number
             LEFT JOIN transfers t ON c.about = 'trade' AND t.uuid = c.subject ",
            $rest
        )
    };
}

/// A member's conversations, those with the newest messages first, after the one at which the page before ended.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(
    tx: &mut Tx,
    member: MemberId,
    after: Option<(Instant, i64)>,
    limit: i64,
) -> Result<Vec<Conversation>> {
    let (at, id) = after.unwrap_or((Instant(i64::MAX), i64::MAX));
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE s.member = $1 AND (c.last_at, c.id) < ($2, $3) ORDER BY c.last_at DESC, c.id DESC LIMIT $4"))
        .bind(member.0).bind(at.0).bind(id).bind(limit).fetch_all(conn).await)?)
}

/// A conversation of this name as each of its two sides sees it.
///
/// # Errors
/// When the database does not answer.
pub async fn both_sides(tx: &mut Tx, uuid: Uuid) -> Result<Vec<Conversation>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE c.uuid = $1 ORDER BY s.member"))
        .bind(uuid).fetch_all(conn).await)?)
}

/// The last messages of a conversation below this number, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn before(tx: &mut Tx, conversation: i64, below: i64, limit: i64) -> Result<Vec<Message>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT uuid, number, sender, body, at FROM messages WHERE conversation = $1 AND number < $2
         ORDER BY number DESC LIMIT $3")
        .bind(conversation).bind(below).bind(limit).fetch_all(conn).await)?)
}

/// The message of this name, and the name of its conversation.
///
/// # Errors
/// When the database does not answer.
pub async fn message(tx: &mut Tx, uuid: Uuid) -> Result<Option<(Message, Uuid)>> {
    let found: Option<Message> = on!(tx, conn => sqlx::query_as(
        "SELECT uuid, number, sender, body, at FROM messages WHERE uuid = $1")
        .bind(uuid).fetch_optional(conn).await)?;
    let Some(found) = found else { return Ok(None) };
    let (conversation,): (Uuid,) = on!(tx, conn => sqlx::query_as(
        "SELECT c.uuid FROM messages m JOIN conversations c ON c.id = m.conversation WHERE m.uuid = $1")
        .bind(uuid).fetch_one(conn).await)?;
    Ok(Some((found, conversation)))
}

/// How many of a member's conversations hold something that was not shown yet.
///
/// # Errors
/// When the database does not answer.
pub async fn count_unread(tx: &mut Tx, member: MemberId) -> Result<i64> {
    let (count,): (i64,) = on!(tx, conn => sqlx::query_as(
        "SELECT count(*) FROM conversation_sides WHERE member = $1 AND heard > seen")
        .bind(member.0).fetch_one(conn).await)?;
    Ok(count)
}
