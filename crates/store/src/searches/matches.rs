//! Matches: listings that fit a saved search, each told once.

use ledger::time::Instant;
use sqlx::QueryBuilder;

use crate::error::Result;
use crate::members::MemberId;
use crate::tx::Tx;

/// Rows of one statement, at most.
const AT_ONCE: usize = 256;

/// A match to be.
#[derive(Clone, Debug)]
pub struct NewMatch {
    /// Which search.
    pub search: i64,
    /// Whose it is.
    pub member: MemberId,
    /// What speaks for it: a JSON object.
    pub why: String,
    /// When it is to be told.
    pub due_at: Instant,
}

row! {
    /// A match that is told now.
    pub struct Match {
        /// Which search.
        pub search: i64,
        /// Which listing.
        pub listing: i64,
        /// What speaks for it: a JSON object.
        pub why: String,
        /// When it was found.
        pub found_at: Instant,
    }
}

/// Notes what a listing matches; what was noted before stays as it is.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, listing: i64, new: &[NewMatch], now: Instant) -> Result<()> {
    for some in new.chunks(AT_ONCE) {
        on!(tx, conn => {
            let mut sql =
                QueryBuilder::new("INSERT INTO matches (search, listing, member, why, found_at, due_at) ");
            sql.push_values(some, |mut row, new| {
                row.push_bind(new.search).push_bind(listing).push_bind(new.member.0).push_bind(&new.why);
                row.push_bind(now.0).push_bind(new.due_at.0);
            });
            sql.push(" ON CONFLICT (search, listing) DO NOTHING");
            sql.build().execute(conn).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Whose matches are due, those of so many that have waited longest, each member once.
///
/// # Errors
/// When the database does not answer.
pub async fn due(tx: &mut Tx, now: Instant, limit: i64) -> Result<Vec<MemberId>> {
    let rows: Vec<(i64,)> = on!(tx, conn => sqlx::query_as(
        "SELECT member FROM matches WHERE due_at <= $1 ORDER BY due_at LIMIT $2")
        .bind(now.0).bind(limit).fetch_all(conn).await)?;
    let mut members: Vec<MemberId> = rows.into_iter().map(|(member,)| MemberId(member)).collect();
    members.sort_unstable();
    members.dedup();
    Ok(members)
}

/// Begins to tell a member, unless it was told after `since`; answers whether it may be told. Whoever else begins waits until
/// this transaction ends.
///
/// # Errors
/// When the database refuses.
pub async fn begin_telling(tx: &mut Tx, member: MemberId, since: Instant, now: Instant) -> Result<bool> {
    let begun = on!(tx, conn => sqlx::query(
        "INSERT INTO match_tellings (member, told_at) VALUES ($1, $3)
         ON CONFLICT (member) DO UPDATE SET told_at = $3 WHERE match_tellings.told_at <= $2")
        .bind(member.0).bind(since.0).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(begun > 0)
}

/// Notes that there was nothing to tell after all.
///
/// # Errors
/// When the database refuses.
pub async fn forget_telling(tx: &mut Tx, member: MemberId) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE match_tellings SET told_at = 0 WHERE member = $1")
        .bind(member.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Lets what is due to a member wait for so many microseconds after it was last told.
///
/// # Errors
/// When the database refuses.
pub async fn postpone(tx: &mut Tx, member: MemberId, now: Instant, by: i64) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE matches SET due_at = (SELECT told_at FROM match_tellings WHERE member = $1) + $3
         WHERE member = $1 AND due_at <= $2")
        .bind(member.0).bind(now.0).bind(by).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes what is due to a member, in the order in which it was found.
///
/// # Errors
/// When the database refuses.
pub async fn take(tx: &mut Tx, member: MemberId, now: Instant) -> Result<Vec<Match>> {
    let mut taken: Vec<Match> = on!(tx, conn => sqlx::query_as(
        "UPDATE matches SET due_at = NULL WHERE member = $1 AND due_at <= $2
         RETURNING search, listing, why, found_at")
        .bind(member.0).bind(now.0).fetch_all(conn).await)?;
    taken.sort_by_key(|found| (found.found_at, found.listing, found.search));
    Ok(taken)
}

/// How many listings match each of a member's searches that were found since an instant.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(tx: &mut Tx, member: MemberId, since: Instant) -> Result<Vec<(i64, i64)>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT m.search, count(*) FROM matches m JOIN saved_searches s ON s.id = m.search
         WHERE s.member = $1 AND m.found_at > $2 GROUP BY m.search")
        .bind(member.0).bind(since.0).fetch_all(conn).await)?)
}

/// How many members a listing was found for.
///
/// # Errors
/// When the database does not answer.
pub async fn searchers(tx: &mut Tx, listing: i64) -> Result<i64> {
    let (count,): (i64,) = on!(tx, conn => sqlx::query_as(
        "SELECT count(DISTINCT member) FROM matches WHERE listing = $1").bind(listing).fetch_one(conn).await)?;
    Ok(count)
}

/// Lets nothing of a search wait any more.
///
/// # Errors
/// When the database refuses.
pub async fn forget_waiting(tx: &mut Tx, search: i64) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE matches SET due_at = NULL WHERE search = $1 AND due_at IS NOT NULL")
        .bind(search).execute(conn).await.map(|_| ()))?;
    Ok(())
}
