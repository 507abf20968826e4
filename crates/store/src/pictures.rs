//! Pictures: what is known of each. Their files lie elsewhere, under the name of their row.
//!
//! A row is there before its first file and goes after its last, so that no file lies about that nobody knows of.

use ledger::id::ExchangeId;
use ledger::time::Instant;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::Series;
use crate::members::MemberId;
use crate::tx::Tx;

words! {
    /// Where a picture stands.
    pub enum State {
        /// Its upload is being stored.
        Coming = "coming",
        /// Its upload is stored as it came, and its sizes are to be made.
        Waiting = "waiting",
        /// Its sizes are made.
        Ready = "ready",
        /// It could not be taken; its owner is told why.
        Refused = "refused",
        /// It is gone; its files will be.
        Removed = "removed",
    }
}

row! {
    /// A picture.
    pub struct Picture {
        /// Names it inside.
        pub id: i64,
        /// Names it outside, and its files.
        pub uuid: Uuid,
        /// Whose.
        pub member: MemberId,
        /// Where its member is.
        pub exchange: ExchangeId,
        /// The listing that it shows; none: it shows the member.
        pub listing: Option<Uuid>,
        /// Its place among those of the same listing.
        pub position: i64,
        /// What the file was called where it came from.
        pub name: String,
        /// What is to be seen, in words.
        pub alt: String,
        /// Where it stands.
        pub state: State,
        /// The key of the message that says why it was refused.
        pub refused_why: String,
        /// The name of a drawing that the program makes; empty: it has files.
        pub drawing: String,
        /// Bytes of all its files together.
        pub bytes: i64,
        /// The width of the largest size, in pixels; 0 before it is made.
        pub width: i64,
        /// Its height.
        pub height: i64,
        /// The SHA-256 of each size, one after the other.
        pub sums: Vec<u8>,
    }
}

macro_rules! select {
    ($($rest:expr),*) => {
        concat!(
            "SELECT p.id, p.uuid, p.member, m.exchange, p.listing, p.position, p.name, p.alt, p.state, p.refused_why,
             p.drawing, p.bytes, p.width, p.height, p.sums FROM pictures p JOIN members m ON m.id = p.member ",
            $($rest),*
        )
    };
}

/// A picture to be.
#[derive(Clone, Debug)]
pub struct NewPicture<'a> {
    /// Names it.
    pub uuid: Uuid,
    /// Whose.
    pub member: MemberId,
    /// The listing that it shows; none: it shows the member.
    pub listing: Option<Uuid>,
    /// What the file is called.
    pub name: &'a str,
    /// What is to be seen, in words.
    pub alt: &'a str,
    /// Where it stands.
    pub state: State,
    /// Why it was refused, exactly if it was.
    pub refused_why: &'a str,
    /// The name of a drawing; empty: it has files.
    pub drawing: &'a str,
    /// Bytes of its upload.
    pub bytes: i64,
}

/// Adds a picture behind the others of its listing; tells whether there was none of its name.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, new: &NewPicture<'_>, now: Instant) -> Result<bool> {
    let id = tx.id(Series::Pictures).await?;
    let added = on!(tx, conn => sqlx::query(
        "INSERT INTO pictures (id, uuid, member, listing, position, name, alt, state, refused_why, drawing, bytes, width,
            height, sums, created_at, changed_at)
         VALUES ($1, $2, $3, $4, (SELECT coalesce(max(p.position), 0) + 1 FROM pictures p WHERE p.listing = $4),
            $5, $6, $7, $8, $9, $10, 0, 0, $11, $12, $12) ON CONFLICT (uuid) DO NOTHING")
        .bind(id).bind(new.uuid).bind(new.member.0).bind(new.listing).bind(new.name).bind(new.alt)
        .bind(new.state.as_str()).bind(new.refused_why).bind(new.drawing).bind(new.bytes).bind(Vec::<u8>::new())
        .bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(added > 0)
}

/// The picture of this name, however it stands.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, uuid: Uuid) -> Result<Option<Picture>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE p.uuid = $1")).bind(uuid).fetch_optional(conn).await)?)
}

/// A member's pictures of a listing in their order; those that are removed or only coming are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn of_listing(tx: &mut Tx, member: MemberId, listing: Uuid) -> Result<Vec<Picture>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE p.listing = $1 AND p.member = $2 AND p.state IN ('waiting', 'ready', 'refused') ORDER BY p.position, p.id"))
        .bind(listing).bind(member.0).fetch_all(conn).await)?)
}

/// The pictures that show a member itself, the newest first; those that are removed or only coming are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<Picture>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE p.member = $1 AND p.listing IS NULL AND p.state IN ('waiting', 'ready', 'refused') ORDER BY p.id DESC"))
        .bind(member.0).fetch_all(conn).await)?)
}

/// Bytes that a member's pictures take up, those on their way in included.
///
/// # Errors
/// When the database does not answer.
pub async fn bytes_of(tx: &mut Tx, member: MemberId) -> Result<i64> {
    let (bytes,): (i64,) = on!(tx, conn => sqlx::query_as(
        "SELECT CAST(coalesce(sum(bytes), 0) AS BIGINT) FROM pictures
         WHERE member = $1 AND state IN ('coming', 'waiting', 'ready')").bind(member.0).fetch_one(conn).await)?;
    Ok(bytes)
}

/// Every picture that has files, by its id, for whoever copies them all.
///
/// # Errors
/// When the database does not answer.
pub async fn with_files(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<Picture>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE p.id > $1 AND p.state IN ('waiting', 'ready') AND p.drawing = '' ORDER BY p.id LIMIT $2"))
        .bind(after).bind(limit).fetch_all(conn).await)?)
}

/// Moves a picture from one state to another; tells whether it stood there.
///
/// # Errors
/// When the database refuses.
pub async fn set_state(tx: &mut Tx, uuid: Uuid, (from, to): (State, State), now: Instant) -> Result<bool> {
    let moved = on!(tx, conn => sqlx::query(
        "UPDATE pictures SET state = $3, changed_at = $4 WHERE uuid = $1 AND state = $2")
        .bind(uuid).bind(from.as_str()).bind(to.as_str()).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(moved > 0)
}

/// What was made of an upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Bytes of all sizes together.
    pub bytes: i64,
    /// The width of the largest, in pixels.
    pub width: i64,
    /// Its height.
    pub height: i64,
    /// The SHA-256 of each size, one after the other.
    pub sums: Vec<u8>,
}

/// Notes that the sizes of a picture are made; tells whether it still waited for them.
///
/// # Errors
/// When the database refuses.
pub async fn set_made(tx: &mut Tx, uuid: Uuid, made: &Made, now: Instant) -> Result<bool> {
    let done = on!(tx, conn => sqlx::query(
        "UPDATE pictures SET state = 'ready', bytes = $2, width = $3, height = $4, sums = $5, changed_at = $6
         WHERE uuid = $1 AND state = 'waiting'")
        .bind(uuid).bind(made.bytes).bind(made.width).bind(made.height).bind(&made.sums).bind(now.0)
        .execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(done > 0)
}

/// Notes that a picture could not be taken, and why; tells whether it still waited.
///
/// # Errors
/// When the database refuses.
pub async fn refuse(tx: &mut Tx, uuid: Uuid, why: &str, now: Instant) -> Result<bool> {
    let done = on!(tx, conn => sqlx::query(
        "UPDATE pictures SET state = 'refused', refused_why = $2, bytes = 0, changed_at = $3
         WHERE uuid = $1 AND state IN ('coming', 'waiting')")
        .bind(uuid).bind(why).bind(now.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(done > 0)
}

/// Changes what a picture says and where it stands among others.
///
/// # Errors
/// When the database refuses.
pub async fn arrange(tx: &mut Tx, uuid: Uuid, (alt, position): (&str, i64)) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE pictures SET alt = $2, position = $3 WHERE uuid = $1")
        .bind(uuid).bind(alt).bind(position).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes a picture away. Its files go later.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, uuid: Uuid, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE pictures SET state = 'removed', refused_why = '', alt = '', name = '', changed_at = $2
         WHERE uuid = $1 AND state <> 'removed'")
        .bind(uuid).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes all pictures of a listing away.
///
/// # Errors
/// When the database refuses.
pub async fn remove_of(tx: &mut Tx, listing: Uuid, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE pictures SET state = 'removed', refused_why = '', alt = '', name = '', changed_at = $2
         WHERE listing = $1 AND state <> 'removed'")
        .bind(listing).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Pictures that nobody has any use for: those of members who have left or were declined; and, unless they are younger
/// than `before`, those of listings that are not there, and those that were refused or never came.
///
/// # Errors
/// When the database does not answer.
pub async fn stale(tx: &mut Tx, before: Instant, limit: i64) -> Result<Vec<Picture>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE p.state <> 'removed' AND (m.state NOT IN ('active', 'applied')
            OR (p.state IN ('coming', 'refused') AND p.changed_at < $1)
            OR (p.listing IS NOT NULL AND p.created_at < $1 AND NOT EXISTS (
                SELECT 1 FROM listings l WHERE l.uuid = p.listing AND l.member = p.member AND l.state <> 'removed')))
         ORDER BY p.id LIMIT $2"))
        .bind(before.0).bind(limit).fetch_all(conn).await)?)
}

/// Pictures that were removed before a moment, the earliest first: their files are to go.
///
/// # Errors
/// When the database does not answer.
pub async fn removed(tx: &mut Tx, before: Instant, limit: i64) -> Result<Vec<Picture>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE p.state = 'removed' AND p.changed_at < $1 ORDER BY p.changed_at, p.id LIMIT $2"))
        .bind(before.0).bind(limit).fetch_all(conn).await)?)
}

/// Forgets a picture whose files are gone.
///
/// # Errors
/// When the database refuses.
pub async fn forget(tx: &mut Tx, uuid: Uuid) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM pictures WHERE uuid = $1 AND state = 'removed'")
        .bind(uuid).execute(conn).await.map(|_| ()))?;
    Ok(())
}
