//! What letters tell of messages: several within some minutes are told in one.

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

/// Notes that a side is told everything that it has heard by now; answers whether it is this caller's to tell. Another may
/// have done it, and the side may have been shown everything meanwhile.
///
/// # Errors
/// When the database refuses.
pub async fn tell(tx: &mut Tx, due: &Due) -> Result<bool> {
    let told = on!(tx, conn => sqlx::query(
        "UPDATE conversation_sides SET told = heard, tell_at = NULL
         WHERE conversation = $1 AND member = $2 AND tell_at = $3")
        .bind(due.conversation).bind(due.member.0).bind(due.tell_at.0).execute(conn).await
        .map(|done| done.rows_affected()))?;
    Ok(told > 0)
}

/// What the other side wrote after this number, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn written_to(
    tx: &mut Tx,
    (conversation, member): (ConversationId, MemberId),
    after: i64,
    limit: i64,
) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = on!(tx, conn => sqlx::query_as(
        "SELECT body FROM messages WHERE conversation = $1 AND sender <> $2 AND number > $3 ORDER BY number LIMIT $4")
        .bind(conversation.0).bind(member.0).bind(after).bind(limit).fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(body,)| body).collect())
}
