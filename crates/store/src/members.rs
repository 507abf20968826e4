//! Members: people and organisations in one exchange, and who operates their accounts.

use ledger::id::{AccountId, ExchangeId};
use ledger::time::Instant;
use serde::{Deserialize, Serialize};
use sqlx::error::BoxDynError;
use uuid::Uuid;

use crate::areas::AreaId;
use crate::contacts::{self, Contact};
use crate::error::Result;
use crate::ids::Series;
use crate::row::Column;
use crate::tx::{By, Tx};

pub mod directory;
pub mod operators;

/// A member of one exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MemberId(pub i64);

impl Column for MemberId {
    type Raw = i64;
    fn read(raw: i64) -> Result<Self, BoxDynError> {
        Ok(Self(raw))
    }
}

words! {
    /// Where a member stands.
    pub enum State {
        /// Asked to join.
        Applied = "applied",
        /// Takes part.
        Active = "active",
        /// Not welcomed.
        Declined = "declined",
        /// Left, or was asked to.
        Left = "left",
    }
}

words! {
    /// What a member is: the same words as an account's kinds.
    pub enum Kind {
        /// The exchange itself.
        Administration = "administration",
        /// One person.
        Individual = "individual",
        /// A family or household.
        Shared = "shared",
        /// An association.
        Organisation = "organisation",
        /// A business.
        Company = "company",
        /// Anyone in the exchange may read its statement.
        Public = "public",
    }
}

row! {
    /// A member.
    pub struct Member {
        /// Names it inside.
        pub id: MemberId,
        /// Names it outside.
        pub uuid: Uuid,
        /// Where.
        pub exchange: ExchangeId,
        /// The account, from the welcome on.
        pub account: Option<AccountId>,
        /// The account's number.
        pub number: Option<String>,
        /// Where it stands.
        pub state: State,
        /// What it is.
        pub kind: Kind,
        /// Its name.
        pub name: String,
        /// What it tells of itself.
        pub about: String,
        /// Where it lives.
        pub place: String,
        /// The area that it is in.
        pub area: Option<AreaId>,
        /// What it can do.
        pub skills: String,
        /// What it speaks.
        pub languages: String,
        /// Name of a drawn face, or of a picture of its own; empty: initials.
        pub portrait: String,
        /// What the applicant wrote.
        pub application: String,
        /// The member who invited it.
        pub invited_by: Option<MemberId>,
        /// The version of the terms that were accepted.
        pub terms_version: i64,
        /// When it asked to join.
        pub applied_at: Instant,
        /// When it was welcomed.
        pub joined_at: Option<Instant>,
        /// When it left.
        pub left_at: Option<Instant>,
        /// Why it was declined or asked to leave.
        pub decided_why: String,
    }
}

/// What a member tells of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// The name folded, for order and search.
    pub name_key: String,
    /// What it tells of itself.
    pub about: String,
    /// Where it lives.
    pub place: String,
    /// The area that it is in.
    pub area: Option<AreaId>,
    /// What it can do.
    pub skills: String,
    /// What it speaks.
    pub languages: String,
    /// Name of a drawn face, or of a picture of its own; empty: initials.
    pub portrait: String,
    /// How it is reached.
    pub contacts: Vec<Contact>,
}

/// A member to be.
#[derive(Clone, Debug)]
pub struct NewMember<'a> {
    /// Names it outside.
    pub uuid: Uuid,
    /// Where.
    pub exchange: ExchangeId,
    /// What it is.
    pub kind: Kind,
    /// What the applicant wrote.
    pub application: &'a str,
    /// The member who invited it.
    pub invited_by: Option<MemberId>,
    /// The version of the terms that were accepted.
    pub terms_version: i64,
    /// When.
    pub applied_at: Instant,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT m.id, m.uuid, m.exchange, m.account, a.number, m.state, m.kind, m.name, m.about, m.place, m.area,
             m.skills, m.languages, m.portrait, m.application, m.invited_by, m.terms_version, m.applied_at, m.joined_at,
             m.left_at, m.decided_why FROM members m LEFT JOIN accounts a ON a.id = m.account ",
            $rest
        )
    };
}

/// Adds somebody who asks to join.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, new: &NewMember<'_>, profile: &Profile) -> Result<MemberId> {
    let id = tx.id(Series::Members).await?;
    on!(tx, conn => sqlx::query(
        "INSERT INTO members (id, uuid, exchange, state, kind, name, name_key, application, invited_by, terms_version,
         applied_at) VALUES ($1, $2, $3, 'applied', $4, $5, $6, $7, $8, $9, $10)")
        .bind(id).bind(new.uuid).bind(new.exchange.0).bind(new.kind.as_str()).bind(&profile.name).bind(&profile.name_key)
        .bind(new.application).bind(new.invited_by.map(|id| id.0)).bind(new.terms_version).bind(new.applied_at.0)
        .execute(conn).await.map(|_| ()))?;
    set_profile(tx, MemberId(id), profile).await?;
    Ok(MemberId(id))
}

/// Changes what a member tells of itself.
///
/// # Errors
/// When the database refuses.
pub async fn set_profile(tx: &mut Tx, id: MemberId, profile: &Profile) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE members SET name = $2, name_key = $3, about = $4, place = $5, skills = $6, languages = $7,
         portrait = $8, area = $9 WHERE id = $1")
        .bind(id.0).bind(&profile.name).bind(&profile.name_key).bind(&profile.about).bind(&profile.place)
        .bind(&profile.skills).bind(&profile.languages).bind(&profile.portrait)
        .bind(profile.area.map(|area| area.0))
        .execute(conn).await.map(|_| ()))?;
    contacts::replace(tx, id, &profile.contacts).await
}

/// Gives a member another portrait in place of this one; tells whether it had that one.
///
/// # Errors
/// When the database refuses.
pub async fn swap_portrait(tx: &mut Tx, id: MemberId, (from, to): (&str, &str)) -> Result<bool> {
    let swapped = on!(tx, conn => sqlx::query("UPDATE members SET portrait = $3 WHERE id = $1 AND portrait = $2")
        .bind(id.0).bind(from).bind(to).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(swapped > 0)
}

/// Welcomes an applicant with an account; tells whether it did still wait.
///
/// # Errors
/// When the database refuses.
pub async fn welcome(tx: &mut Tx, id: MemberId, account: AccountId, by: By) -> Result<bool> {
    let welcomed = on!(tx, conn => sqlx::query(
        "UPDATE members SET state = 'active', account = $2, decided_by = $3, joined_at = $4
         WHERE id = $1 AND state = 'applied' AND account IS NULL")
        .bind(id.0).bind(account.0).bind(by.user.0).bind(by.at.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(welcomed > 0)
}

/// Declines an applicant, or takes back what it asked; tells whether it did still wait.
///
/// # Errors
/// When the database refuses.
pub async fn decline(tx: &mut Tx, id: MemberId, by: By, why: &str) -> Result<bool> {
    let declined = on!(tx, conn => sqlx::query(
        "UPDATE members SET state = 'declined', decided_by = $2, decided_why = $3 WHERE id = $1 AND state = 'applied'")
        .bind(id.0).bind(by.user.0).bind(why).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(declined > 0)
}

/// Notes that a member has left, and forgets where it is; tells whether it was one until now.
///
/// # Errors
/// When the database refuses.
pub async fn leave(tx: &mut Tx, id: MemberId, by: By, why: &str) -> Result<bool> {
    let left = on!(tx, conn => sqlx::query(
        "UPDATE members SET state = 'left', left_at = $2, decided_by = $3, decided_why = $4, latitude = NULL, longitude = NULL
         WHERE id = $1 AND state = 'active'")
        .bind(id.0).bind(by.at.0).bind(by.user.0).bind(why).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(left > 0)
}

/// Notes that a member has accepted these terms.
///
/// # Errors
/// When the database refuses.
pub async fn accept_terms(tx: &mut Tx, id: MemberId, version: i64) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE members SET terms_version = $2 WHERE id = $1 AND terms_version < $2")
        .bind(id.0).bind(version).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// The member with this id.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, id: MemberId) -> Result<Option<Member>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE m.id = $1")).bind(id.0).fetch_optional(conn).await)?)
}

/// The member with this name outside.
///
/// # Errors
/// When the database does not answer.
pub async fn by_uuid(tx: &mut Tx, uuid: Uuid) -> Result<Option<Member>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE m.uuid = $1")).bind(uuid).fetch_optional(conn).await)?)
}

/// The member of this account.
///
/// # Errors
/// When the database does not answer.
pub async fn by_account(tx: &mut Tx, account: AccountId) -> Result<Option<Member>> {
    Ok(
        on!(tx, conn => sqlx::query_as(select!("WHERE m.account = $1")).bind(account.0).fetch_optional(conn).await)?,
    )
}

/// The member whose account has this number, in this exchange.
///
/// # Errors
/// When the database does not answer.
pub async fn by_number(tx: &mut Tx, exchange: ExchangeId, number: &str) -> Result<Option<Member>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE a.number = $2 AND m.exchange = $1"))
        .bind(exchange.0).bind(number).fetch_optional(conn).await)?)
}

/// The member that is the exchange itself, with its own account.
///
/// # Errors
/// When the database does not answer.
pub async fn administration(tx: &mut Tx, exchange: ExchangeId) -> Result<Option<Member>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE m.exchange = $1 AND m.kind = 'administration' ORDER BY m.id LIMIT 1"))
        .bind(exchange.0).fetch_optional(conn).await)?)
}

/// Who asks to join, in the order of asking.
///
/// # Errors
/// When the database does not answer.
pub async fn applicants(tx: &mut Tx, exchange: ExchangeId) -> Result<Vec<Member>> {
    Ok(
        on!(tx, conn => sqlx::query_as(select!("WHERE m.exchange = $1 AND m.state = 'applied' ORDER BY m.applied_at, m.id"))
        .bind(exchange.0).fetch_all(conn).await)?,
    )
}

/// How many active members each exchange has, its own account not counted.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(tx: &mut Tx) -> Result<Vec<(ExchangeId, i64)>> {
    let rows: Vec<(i64, i64)> = on!(tx, conn => sqlx::query_as(
        "SELECT exchange, count(*) FROM members WHERE state = 'active' AND kind <> 'administration' GROUP BY exchange")
        .fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(exchange, count)| (ExchangeId(exchange), count)).collect())
}

/// How many active members an exchange has, itself not counted.
///
/// # Errors
/// When the database does not answer.
pub async fn count(tx: &mut Tx, exchange: ExchangeId) -> Result<i64> {
    let (count,): (i64,) = on!(tx, conn => sqlx::query_as(
        "SELECT count(*) FROM members WHERE exchange = $1 AND state = 'active' AND kind <> 'administration'")
        .bind(exchange.0).fetch_one(conn).await)?;
    Ok(count)
}
