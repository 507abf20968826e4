//! Parties: whose an account is, as trades and statements show it.

use ledger::{AccountId, ExchangeId, account::Kind};
use sqlx::QueryBuilder;

use crate::error::Result;
use crate::members::MemberId;
use crate::tx::Tx;

row! {
    /// Whose an account is.
    pub struct Party {
        /// The account.
        pub account: AccountId,
        /// Its number.
        pub number: String,
        /// What kind of holder.
        pub kind: Kind,
        /// The exchange.
        pub exchange: ExchangeId,
        /// The member, if the account has one.
        pub member: Option<MemberId>,
        /// The member's name, or the account's number.
        pub name: String,
        /// Name of a drawn face, or of a picture of its own; empty: initials.
        pub portrait: String,
        /// Where they are; empty for who has left.
        pub place: String,
    }
}

/// Whose these accounts are, in no particular order; unknown ones are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn of(tx: &mut Tx, accounts: &[AccountId]) -> Result<Vec<Party>> {
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(
            "SELECT a.id AS account, a.number, a.kind, a.exchange, m.id AS member, coalesce(m.name, a.number) AS name,
                coalesce(m.portrait, '') AS portrait, CASE WHEN m.state = 'active' THEN m.place ELSE '' END AS place
             FROM accounts a LEFT JOIN members m ON m.account = a.id WHERE a.id IN (");
        let mut list = sql.separated(", ");
        for account in accounts {
            list.push_bind(account.0);
        }
        sql.push(")");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// Whose the account of this number is, if it is a member's.
///
/// # Errors
/// When the database does not answer.
pub async fn by_number(tx: &mut Tx, exchange: ExchangeId, number: &str) -> Result<Option<Party>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT a.id AS account, a.number, a.kind, a.exchange, m.id AS member, m.name, m.portrait,
            CASE WHEN m.state = 'active' THEN m.place ELSE '' END AS place
         FROM accounts a JOIN members m ON m.account = a.id WHERE a.exchange = $1 AND a.number = $2")
        .bind(exchange.0).bind(number).fetch_optional(conn).await)?)
}
