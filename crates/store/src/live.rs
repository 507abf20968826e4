//! What is new for many at once: one statement for each kind of thing, however many ask.

use ledger::id::{AccountId, UserId};
use ledger::time::Instant;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::error::Result;
use crate::members::MemberId;
use crate::tx::Tx;

/// Counts rows by a column that names whoever asks. `sql` ends where their list begins, and who has none is left out.
async fn counted(
    tx: &mut Tx,
    sql: &'static str,
    column: &'static str,
    ids: &[i64],
) -> Result<Vec<(i64, i64)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(sql);
        let mut list = sql.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        sql.push(") GROUP BY ").push(column);
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// How many requests wait for each of these payers for whom any do.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(tx: &mut Tx, payers: &[AccountId]) -> Result<Vec<(AccountId, i64)>> {
    let ids: Vec<i64> = payers.iter().map(|payer| payer.0).collect();
    let sql = "SELECT payer, count(*) FROM transfers WHERE state = 'pending' AND payer IN (";
    let rows = counted(tx, sql, "payer", &ids).await?;
    Ok(rows.into_iter().map(|(payer, count)| (AccountId(payer), count)).collect())
}

/// How many conversations hold something that was not shown yet, for those of these members who have any.
///
/// # Errors
/// When the database does not answer.
pub async fn unread(tx: &mut Tx, members: &[MemberId]) -> Result<Vec<(MemberId, i64)>> {
    let ids: Vec<i64> = members.iter().map(|member| member.0).collect();
    let sql = "SELECT member, count(*) FROM conversation_sides WHERE heard > seen AND member IN (";
    let rows = counted(tx, sql, "member", &ids).await?;
    Ok(rows.into_iter().map(|(member, count)| (MemberId(member), count)).collect())
}

/// How many notices are not read, for those of these users who have any.
///
/// # Errors
/// When the database does not answer.
pub async fn notices(tx: &mut Tx, users: &[UserId]) -> Result<Vec<(UserId, i64)>> {
    let ids: Vec<i64> = users.iter().map(|user| user.0).collect();
    let sql = "SELECT user_id, count(*) FROM notices WHERE read_at IS NULL AND user_id IN (";
    let rows = counted(tx, sql, "user_id", &ids).await?;
    Ok(rows.into_iter().map(|(user, count)| (UserId(user), count)).collect())
}

/// Those of these sessions that have not ended.
///
/// # Errors
/// When the database does not answer.
pub async fn sessions(tx: &mut Tx, sessions: &[Uuid], now: Instant) -> Result<Vec<Uuid>> {
    if sessions.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(Uuid,)> = on!(tx, conn => {
        let mut sql = QueryBuilder::new("SELECT uuid FROM sessions WHERE expires_at > ");
        sql.push_bind(now.0).push(" AND uuid IN (");
        let mut list = sql.separated(", ");
        for session in sessions {
            list.push_bind(*session);
        }
        sql.push(")");
        sql.build_query_as().fetch_all(conn).await
    })?;
    Ok(rows.into_iter().map(|(uuid,)| uuid).collect())
}
