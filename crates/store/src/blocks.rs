//! Blocks: whom a member does not want to be written to by.

use std::collections::HashSet;

use ledger::id::UserId;
use ledger::time::Instant;
use sqlx::QueryBuilder;

use crate::error::Result;
use crate::members::MemberId;
use crate::tx::Tx;

/// Notes that a member blocks another; once more changes nothing.
///
/// # Errors
/// When the database refuses.
pub async fn add(tx: &mut Tx, member: MemberId, blocked: MemberId, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO blocks (member, blocked, at) VALUES ($1, $2, $3) ON CONFLICT (member, blocked) DO NOTHING")
        .bind(member.0).bind(blocked.0).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes that a member blocks another no longer.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, member: MemberId, blocked: MemberId) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM blocks WHERE member = $1 AND blocked = $2")
        .bind(member.0).bind(blocked.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Whether a member blocks another.
///
/// # Errors
/// When the database does not answer.
pub async fn is_blocked(tx: &mut Tx, member: MemberId, blocked: MemberId) -> Result<bool> {
    let found: Option<(i64,)> = on!(tx, conn => sqlx::query_as(
        "SELECT blocked FROM blocks WHERE member = $1 AND blocked = $2")
        .bind(member.0).bind(blocked.0).fetch_optional(conn).await)?;
    Ok(found.is_some())
}

/// Whether a member blocks this user as any member that they are or were: who leaves and joins again is still the same person.
///
/// # Errors
/// When the database does not answer.
pub async fn stands_before(tx: &mut Tx, member: MemberId, user: UserId) -> Result<bool> {
    let found: Option<(i64,)> = on!(tx, conn => sqlx::query_as(
        "SELECT b.blocked FROM blocks b JOIN member_users u ON u.member = b.blocked
         WHERE b.member = $1 AND u.user_id = $2 LIMIT 1")
        .bind(member.0).bind(user.0).fetch_optional(conn).await)?;
    Ok(found.is_some())
}

/// Whom a member blocks, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<MemberId>> {
    let rows: Vec<(i64,)> = on!(tx, conn => sqlx::query_as(
        "SELECT blocked FROM blocks WHERE member = $1 ORDER BY at DESC, blocked DESC")
        .bind(member.0).fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(blocked,)| MemberId(blocked)).collect())
}

/// Whom these members block: who, and whom.
///
/// # Errors
/// When the database does not answer.
pub async fn of_members(tx: &mut Tx, members: &[MemberId]) -> Result<HashSet<(MemberId, MemberId)>> {
    if members.is_empty() {
        return Ok(HashSet::new());
    }
    let rows: Vec<(i64, i64)> = on!(tx, conn => {
        let mut sql = QueryBuilder::new("SELECT member, blocked FROM blocks WHERE member IN (");
        let mut list = sql.separated(", ");
        for member in members {
            list.push_bind(member.0);
        }
        sql.push(")");
        sql.build_query_as().fetch_all(conn).await
    })?;
    Ok(rows.into_iter().map(|(member, blocked)| (MemberId(member), MemberId(blocked))).collect())
}
