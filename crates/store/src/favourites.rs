//! Favourites: members and listings that a member wants to find again. What is shown of them is read by
//! [`crate::members::directory::favourites`] and [`crate::listings::shown::favourites`].

use ledger::time::Instant;

use crate::error::Result;
use crate::members::MemberId;
use crate::tx::Tx;

/// Notes a member as a favourite of another; once more changes nothing.
///
/// # Errors
/// When the database refuses.
pub async fn add_member(tx: &mut Tx, owner: MemberId, favourite: MemberId, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO favourite_members (member, favourite, at) VALUES ($1, $2, $3)
         ON CONFLICT (member, favourite) DO NOTHING")
        .bind(owner.0).bind(favourite.0).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes a member as a favourite no longer.
///
/// # Errors
/// When the database refuses.
pub async fn remove_member(tx: &mut Tx, owner: MemberId, favourite: MemberId) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM favourite_members WHERE member = $1 AND favourite = $2")
        .bind(owner.0).bind(favourite.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Whether a member is a favourite of another.
///
/// # Errors
/// When the database does not answer.
pub async fn has_member(tx: &mut Tx, owner: MemberId, favourite: MemberId) -> Result<bool> {
    let (count,): (i64,) = on!(tx, conn => sqlx::query_as(
        "SELECT count(*) FROM favourite_members WHERE member = $1 AND favourite = $2")
        .bind(owner.0).bind(favourite.0).fetch_one(conn).await)?;
    Ok(count > 0)
}

/// Notes a listing, by its id inside, as a member's favourite; once more changes nothing.
///
/// # Errors
/// When the database refuses.
pub async fn add_listing(tx: &mut Tx, owner: MemberId, listing: i64, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "INSERT INTO favourite_listings (member, listing, at) VALUES ($1, $2, $3)
         ON CONFLICT (member, listing) DO NOTHING")
        .bind(owner.0).bind(listing).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes a listing as a favourite no longer.
///
/// # Errors
/// When the database refuses.
pub async fn remove_listing(tx: &mut Tx, owner: MemberId, listing: i64) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM favourite_listings WHERE member = $1 AND listing = $2")
        .bind(owner.0).bind(listing).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Whether a listing is a member's favourite.
///
/// # Errors
/// When the database does not answer.
pub async fn has_listing(tx: &mut Tx, owner: MemberId, listing: i64) -> Result<bool> {
    let (count,): (i64,) = on!(tx, conn => sqlx::query_as(
        "SELECT count(*) FROM favourite_listings WHERE member = $1 AND listing = $2")
        .bind(owner.0).bind(listing).fetch_one(conn).await)?;
    Ok(count > 0)
}
