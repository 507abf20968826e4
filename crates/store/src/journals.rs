//! An exchange's journal as a whole: its heads and its policy; and what `ayni verify` reads.

use ledger::book::{Exchange, Hold, HoldState};
use ledger::journal::Head;
use ledger::{AccountId, ExchangeId, HoldId, Instant, Policy, UserId};
use uuid::Uuid;

use crate::error::Result;
use crate::tx::Tx;

/// Columns of `journals` and the exchange's own account.
type Columns = (i64, Vec<u8>, i64, Vec<u8>, i64, String, Option<i64>);

/// Begins an exchange's journal with the policy that holds until its first act.
///
/// # Errors
/// [`crate::Error::Taken`] when it has one.
pub async fn insert(tx: &mut Tx, exchange: ExchangeId, policy: &Policy) -> Result<()> {
    let (journal, acts) = (Head::of_journal(exchange), Head::of_acts(exchange));
    // A policy is plain data: it always encodes.
    let policy = serde_json::to_string(policy).unwrap_or_default();
    on!(tx, conn => sqlx::query("INSERT INTO journals (exchange, hash, act_hash, policy) VALUES ($1, $2, $3, $4)")
        .bind(exchange.0).bind(journal.hash.0.to_vec()).bind(acts.hash.0.to_vec()).bind(policy)
        .execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// An exchange as the rules see it: heads and their time, policy, own account.
///
/// # Errors
/// When the database does not answer, or holds what cannot be read.
pub async fn get(tx: &mut Tx, exchange: ExchangeId) -> Result<Option<Exchange>> {
    let found: Option<Columns> = on!(tx, conn => sqlx::query_as(
        "SELECT j.number, j.hash, j.act_number, j.act_hash, j.at, j.policy,
                (SELECT a.id FROM accounts a WHERE a.number = e.code || '0000' AND a.kind = 'administration')
         FROM journals j JOIN exchanges e ON e.id = j.exchange WHERE j.exchange = $1")
        .bind(exchange.0).fetch_optional(conn).await)?;
    let Some((number, hash, act_number, act_hash, at, policy, own)) = found else { return Ok(None) };
    let heads = [(number, hash.as_slice()), (act_number, act_hash.as_slice())];
    crate::journal::exchange(exchange, heads, at, &policy, own).map(Some)
}

/// All exchanges that have a journal.
///
/// # Errors
/// When the database does not answer.
pub async fn all(tx: &mut Tx) -> Result<Vec<ExchangeId>> {
    let rows: Vec<(i64,)> = on!(tx, conn => sqlx::query_as("SELECT exchange FROM journals ORDER BY exchange").fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(id,)| ExchangeId(id)).collect())
}

row! {
    /// An act's row.
    pub struct ActRow {
        /// Its id.
        pub id: i64,
        /// Its number in the exchange's chain of acts.
        pub number: i64,
        /// The chain's hash after it.
        pub hash: Vec<u8>,
        /// The journal's number when it was done.
        pub journal_number: i64,
        /// When.
        pub at: Instant,
        /// Who.
        pub made_by: UserId,
        /// As what: `holder`, `coordinator`, `admin`, `server`.
        pub capacity: String,
        /// The account concerned.
        pub account: Option<AccountId>,
        /// Its stable name.
        pub kind: String,
        /// JSON of [`ledger::Act`], exactly as hashed.
        pub body: String,
        /// Why.
        pub reason: String,
        /// The salt of the reason; gone when it has been erased.
        pub salt: Option<Vec<u8>>,
        /// What the hash holds of an erased reason.
        pub commitment: Option<Vec<u8>>,
    }
}

macro_rules! select_acts {
    ($rest:literal) => {
        concat!(
            "SELECT id, number, hash, journal_number, at, made_by, capacity, account, kind, body, reason, salt, commitment
             FROM acts ",
            $rest
        )
    };
}

/// An exchange's acts after a number, in order.
///
/// # Errors
/// When the database does not answer.
pub async fn acts_after(tx: &mut Tx, exchange: ExchangeId, number: i64, limit: i64) -> Result<Vec<ActRow>> {
    Ok(
        on!(tx, conn => sqlx::query_as(select_acts!("WHERE exchange = $1 AND number > $2 ORDER BY number LIMIT $3"))
        .bind(exchange.0).bind(number).bind(limit).fetch_all(conn).await)?,
    )
}

/// An exchange's acts before a number, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn acts_before(tx: &mut Tx, exchange: ExchangeId, number: i64, limit: i64) -> Result<Vec<ActRow>> {
    Ok(
        on!(tx, conn => sqlx::query_as(select_acts!("WHERE exchange = $1 AND number < $2 ORDER BY number DESC LIMIT $3"))
        .bind(exchange.0).bind(number).bind(limit).fetch_all(conn).await)?,
    )
}

/// The act that set the policy in force before an act of this number, if there is one.
///
/// # Errors
/// When the database does not answer.
pub async fn policy_before(tx: &mut Tx, exchange: ExchangeId, number: i64) -> Result<Option<ActRow>> {
    Ok(on!(tx, conn => sqlx::query_as(select_acts!(
        "WHERE exchange = $1 AND number < $2 AND kind = 'set-policy' ORDER BY number DESC LIMIT 1"))
        .bind(exchange.0).bind(number).fetch_optional(conn).await)?)
}

/// An account's acts, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn acts_of(tx: &mut Tx, account: AccountId, limit: i64) -> Result<Vec<ActRow>> {
    Ok(on!(tx, conn => sqlx::query_as(select_acts!("WHERE account = $1 ORDER BY number DESC LIMIT $2"))
        .bind(account.0).bind(limit).fetch_all(conn).await)?)
}

/// An exchange's open holds.
///
/// # Errors
/// When the database does not answer.
pub async fn open_holds(tx: &mut Tx, exchange: ExchangeId) -> Result<Vec<Hold>> {
    let rows: Vec<(Uuid, i64, i64, String, i64)> = on!(tx, conn => sqlx::query_as(
        "SELECT uuid, account, amount, purpose, until FROM holds WHERE exchange = $1 AND state = 'open' ORDER BY uuid")
        .bind(exchange.0).fetch_all(conn).await)?;
    let hold = |(id, account, amount, purpose, until)| Hold {
        id: HoldId(id),
        exchange,
        account: AccountId(account),
        amount,
        purpose,
        until: Instant(until),
        state: HoldState::Open,
    };
    Ok(rows.into_iter().map(hold).collect())
}
