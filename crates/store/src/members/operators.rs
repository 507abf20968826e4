//! Who operates a member's account. Several users may, and one user may for several members.

use ledger::id::{AccountId, ExchangeId, UserId};
use ledger::time::Instant;
use sqlx::QueryBuilder;

use super::{Kind, MemberId, State};
use crate::error::Result;
use crate::exchanges;
use crate::tx::{By, Tx};

row! {
    /// Somebody who operates a member's account.
    pub struct Operator {
        /// Who.
        pub user_id: UserId,
        /// Their name.
        pub name: String,
        /// Their address, if they have one.
        pub email: Option<String>,
        /// The language that they read.
        pub locale: String,
        /// Since when.
        pub added_at: Instant,
    }
}

row! {
    /// One of a user's memberships, with what is needed to know what the user may do.
    pub struct Membership {
        /// As whom.
        pub member: MemberId,
        /// The member's name.
        pub name: String,
        /// What the member is.
        pub kind: Kind,
        /// Where the member stands.
        pub state: State,
        /// Name of a drawn face, or of a picture of its own; empty: initials.
        pub portrait: String,
        /// Where.
        pub exchange: ExchangeId,
        /// The exchange's code.
        pub code: String,
        /// The exchange's name.
        pub exchange_name: String,
        /// Where the exchange stands.
        pub exchange_state: exchanges::State,
        /// The account, from the welcome on.
        pub account: Option<AccountId>,
        /// Its number.
        pub number: Option<String>,
        /// Its state, as the ledger's word.
        pub account_state: Option<String>,
        /// The terms that were accepted.
        pub terms_version: i64,
        /// The terms in force.
        pub terms_now: i64,
    }
}

/// Lets a user operate a member's account; tells whether they did not before.
///
/// # Errors
/// When the database refuses.
pub async fn add(tx: &mut Tx, member: MemberId, user: UserId, by: By) -> Result<bool> {
    let added = on!(tx, conn => sqlx::query(
        "INSERT INTO member_users (member, user_id, added_at, added_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (member, user_id) DO NOTHING")
        .bind(member.0).bind(user.0).bind(by.at.0).bind(by.user.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(added > 0)
}

/// Lets a user operate a member's account no longer; tells whether they did.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, member: MemberId, user: UserId) -> Result<bool> {
    let removed = on!(tx, conn => sqlx::query("DELETE FROM member_users WHERE member = $1 AND user_id = $2")
        .bind(member.0).bind(user.0).execute(conn).await.map(|done| done.rows_affected()))?;
    Ok(removed > 0)
}

/// Makes everyone else who would change this member's operators wait until this transaction ends.
///
/// # Errors
/// When the database refuses.
pub async fn lock(tx: &mut Tx, member: MemberId) -> Result<()> {
    on!(tx, conn => sqlx::query("UPDATE members SET kind = kind WHERE id = $1")
        .bind(member.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Who operates a member's account, longest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<Operator>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT u.id AS user_id, u.name, u.email, u.locale, mu.added_at
         FROM member_users mu JOIN users u ON u.id = mu.user_id WHERE mu.member = $1 ORDER BY mu.added_at, u.id")
        .bind(member.0).fetch_all(conn).await)?)
}

/// A user's memberships that are active or wait, by the exchange's name.
///
/// # Errors
/// When the database does not answer.
pub async fn memberships(tx: &mut Tx, user: UserId) -> Result<Vec<Membership>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT m.id AS member, m.name, m.kind, m.state, m.portrait, m.exchange, e.code, e.name AS exchange_name,
         e.state AS exchange_state, m.account, a.number, a.state AS account_state, m.terms_version,
         e.terms_version AS terms_now
         FROM member_users mu JOIN members m ON m.id = mu.member JOIN exchanges e ON e.id = m.exchange
         LEFT JOIN accounts a ON a.id = m.account
         WHERE mu.user_id = $1 AND m.state IN ('applied', 'active')
         ORDER BY e.name, e.id, CASE m.kind WHEN 'administration' THEN 1 ELSE 0 END, m.id")
        .bind(user.0).fetch_all(conn).await)?)
}

row! {
    /// Somebody who is told what happens to a member's account.
    pub struct Addressee {
        /// Whose account.
        pub member: MemberId,
        /// Who.
        pub user_id: UserId,
        /// Their name.
        pub name: String,
        /// Their address, if it was confirmed.
        pub email: Option<String>,
        /// The language that they read.
        pub locale: String,
    }
}

/// Who is told what happens to these members' accounts, longest operators first.
///
/// # Errors
/// When the database does not answer.
pub async fn addressees(tx: &mut Tx, members: &[MemberId]) -> Result<Vec<Addressee>> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(
            "SELECT mu.member, u.id AS user_id, u.name,
                CASE WHEN u.email_confirmed_at IS NOT NULL THEN u.email END AS email, u.locale
             FROM member_users mu JOIN users u ON u.id = mu.user_id WHERE mu.member IN (");
        let mut list = sql.separated(", ");
        for member in members {
            list.push_bind(member.0);
        }
        sql.push(") ORDER BY mu.added_at, u.id");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// The number in the exchange's journal up to which a user has seen the news, for a member.
///
/// # Errors
/// When the database does not answer.
pub async fn seen_number(tx: &mut Tx, member: MemberId, user: UserId) -> Result<i64> {
    let seen: Option<(i64,)> = on!(tx, conn => sqlx::query_as(
        "SELECT seen_number FROM member_users WHERE member = $1 AND user_id = $2")
        .bind(member.0).bind(user.0).fetch_optional(conn).await)?;
    Ok(seen.map_or(0, |(number,)| number))
}

/// Notes that a user has seen the news up to this number in the exchange's journal.
///
/// # Errors
/// When the database refuses.
pub async fn mark_seen(tx: &mut Tx, member: MemberId, user: UserId, number: i64) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "UPDATE member_users SET seen_number = $3 WHERE member = $1 AND user_id = $2 AND seen_number < $3")
        .bind(member.0).bind(user.0).bind(number).execute(conn).await.map(|_| ()))?;
    Ok(())
}
