//! Blocks: whom a member does not want to be written to by.

use ledger::time::Instant;

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
