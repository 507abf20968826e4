//! What letters tell of messages: several within some minutes are told in one.

use ledger::id::UserId;
use ledger::time::Instant;
use uuid::Uuid;

use super::ConversationId;
use crate::error::Result;
use crate::members::MemberId;
use crate::tx::Tx;

row! {
    /// A side of a conversation that a letter is due to.
    pub struct Due {
        /// The conversation.
        pub conversation: i64,
        /// The same, outside.
        pub uuid: Uuid,
        /// Whom the letter goes to.
        pub member: MemberId,
        /// Up to which number letters have gone out or everything was shown.
        pub after: i64,
        /// When it became due.
        pub tell_at: Instant,
    }
}

/// The sides that letters are due to, the longest due first.
///
/// # Errors
/// When the database does not answer.
pub async fn due(tx: &mut Tx, now: Instant, limit: i64) -> Result<Vec<Due>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT s.conversation, c.uuid, s.member, CASE WHEN s.told > s.seen THEN s.told ELSE s.seen END AS after, s.tell_at
         FROM conversation_sides s JOIN conversations c ON c.id = s.conversation
         WHERE s.tell_at <= $1 ORDER BY s.tell_at, s.conversation LIMIT $2")
        .bind(now.0).bind(limit).fetch_all(conn).await)?)
}

/// Notes that a side is told everything that it has heard by now; answers up to which number, if it is this caller's to
/// tell. Another may have done it, and the side may have been shown everything meanwhile.
///
/// # Errors
/// When the database refuses.
pub async fn tell(tx: &mut Tx, due: &Due) -> Result<Option<i64>> {
    let told: Option<(i64,)> = on!(tx, conn => sqlx::query_as(
        "UPDATE conversation_sides SET told = heard, tell_at = NULL
         WHERE conversation = $1 AND member = $2 AND tell_at = $3 RETURNING told")
        .bind(due.conversation).bind(due.member.0).bind(due.tell_at.0).fetch_optional(conn).await)?;
    Ok(told.map(|(told,)| told))
}

/// What a conversation is called outside.
///
/// # Errors
/// When the database does not answer.
pub async fn uuid(tx: &mut Tx, conversation: ConversationId) -> Result<Option<Uuid>> {
    let found: Option<(Uuid,)> = on!(tx, conn => sqlx::query_as("SELECT uuid FROM conversations WHERE id = $1")
        .bind(conversation.0).fetch_optional(conn).await)?;
    Ok(found.map(|(uuid,)| uuid))
}

/// The user who wrote the newest message of the other side; the server's if there is none.
///
/// # Errors
/// When the database does not answer.
pub async fn author(tx: &mut Tx, (conversation, member): (ConversationId, MemberId)) -> Result<UserId> {
    let found: Option<(i64,)> = on!(tx, conn => sqlx::query_as(
        "SELECT author FROM messages WHERE conversation = $1 AND sender <> $2 ORDER BY number DESC LIMIT 1")
        .bind(conversation.0).bind(member.0).fetch_optional(conn).await)?;
    Ok(found.map_or(UserId::SERVER, |(author,)| UserId(author)))
}

row! {
    /// A letter to one user of a side that has waited long enough.
    pub struct Late {
        /// The conversation.
        pub conversation: i64,
        /// The same, outside.
        pub uuid: Uuid,
        /// Whose side.
        pub member: MemberId,
        /// Whom the letter goes to.
        pub user_id: UserId,
        /// Up to which number this user was told before.
        pub after: i64,
        /// Up to which number letters have gone out to the side since, this one's part included.
        pub until: i64,
        /// When it became due.
        pub due_at: Instant,
    }
}

/// Lets a letter to a user wait, who was told up to this number. One that waits already becomes longer by that.
///
/// # Errors
/// When the database refuses.
pub async fn wait(
    tx: &mut Tx,
    (conversation, member, user): (ConversationId, MemberId, UserId),
    told: i64,
    due_at: Instant,
) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO message_letters (conversation, member, user_id, told, due_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (conversation, member, user_id) DO NOTHING")
        .bind(conversation.0).bind(member.0).bind(user.0).bind(told).bind(due_at.0)
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The letters that have waited long enough, the longest due first.
///
/// # Errors
/// When the database does not answer.
pub async fn late(tx: &mut Tx, now: Instant, limit: i64) -> Result<Vec<Late>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT w.conversation, c.uuid, w.member, w.user_id, w.told AS after, s.told AS until, w.due_at
         FROM message_letters w JOIN conversations c ON c.id = w.conversation
         JOIN conversation_sides s ON s.conversation = w.conversation AND s.member = w.member
         WHERE w.due_at <= $1 ORDER BY w.due_at, w.conversation, w.user_id LIMIT $2")
        .bind(now.0).bind(limit).fetch_all(conn).await)?)
}

/// Takes a letter that has waited; answers whether it is this caller's to write.
///
/// # Errors
/// When the database refuses.
pub async fn take_late(tx: &mut Tx, late: &Late) -> Result<bool> {
    let taken = on!(tx, conn => sqlx::query(
        "DELETE FROM message_letters WHERE conversation = $1 AND member = $2 AND user_id = $3 AND due_at = $4")
        .bind(late.conversation).bind(late.member.0).bind(late.user_id.0).bind(late.due_at.0)
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(taken > 0)
}

/// What the other side wrote after the first of these numbers until the second, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn written_to(
    tx: &mut Tx,
    (conversation, member): (ConversationId, MemberId),
    (after, until): (i64, i64),
    limit: i64,
) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = on!(tx, conn => sqlx::query_as(
        "SELECT body FROM messages WHERE conversation = $1 AND sender <> $2 AND number > $3 AND number <= $4
         ORDER BY number LIMIT $5")
        .bind(conversation.0).bind(member.0).bind(after).bind(until).bind(limit).fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(body,)| body).collect())
}
