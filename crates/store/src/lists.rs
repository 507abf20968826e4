//! Lists for programs: filtered, sorted and cut at an offset, with what their resources hang on. Who may see which rows is
//! decided by whoever asks.

use ledger::id::{AccountId, ExchangeId, UserId};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::error::Result;
use crate::members::MemberId;
use crate::tx::Tx;

pub mod accounts;
pub mod members;
pub mod posts;
pub mod statistics;
pub mod transfers;

/// Which part of a list is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// How many are passed over, 0 upwards.
    pub offset: i64,
    /// How many at most, 1 upwards.
    pub limit: i64,
}

/// Which way a list runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The least first.
    Ascending,
    /// The greatest first.
    Descending,
}

impl Direction {
    fn sql(self) -> &'static str {
        match self {
            Self::Ascending => "",
            Self::Descending => " DESC",
        }
    }
}

/// Adds a condition that a column is one of a list, if there is one.
macro_rules! among {
    ($sql:ident, $column:literal, $list:expr) => {
        if let Some(list) = $list {
            $sql.push(concat!(" AND ", $column, " IN ("));
            let mut binds = $sql.separated(", ");
            for one in list {
                binds.push_bind(ToOwned::to_owned(one));
            }
            $sql.push(")");
        }
    };
}
pub(crate) use among;

row! {
    /// Somebody who operates an account.
    pub struct Operator {
        /// Which.
        pub account: AccountId,
        /// Who, outside.
        pub user: Uuid,
    }
}

/// Who operates these accounts, longest first.
///
/// # Errors
/// When the database does not answer.
pub async fn operators(tx: &mut Tx, accounts: &[AccountId]) -> Result<Vec<Operator>> {
    if accounts.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(
            "SELECT m.account, u.uuid AS \"user\" FROM members m JOIN member_users mu ON mu.member = m.id
             JOIN users u ON u.id = mu.user_id WHERE m.account IN (");
        let mut list = sql.separated(", ");
        for account in accounts {
            list.push_bind(account.0);
        }
        sql.push(") ORDER BY m.account, mu.added_at, u.id");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

row! {
    /// A way in which a member is reached.
    pub struct Reached {
        /// Who.
        pub member: MemberId,
        /// The way.
        pub kind: crate::contacts::Kind,
        /// The number, address or name.
        pub value: String,
        /// Who may see it.
        pub sight: crate::contacts::Sight,
    }
}

/// How these members are reached, each in its owner's order.
///
/// # Errors
/// When the database does not answer.
pub async fn contacts(tx: &mut Tx, members: &[MemberId]) -> Result<Vec<Reached>> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new("SELECT member, kind, value, sight FROM contacts WHERE member IN (");
        let mut list = sql.separated(", ");
        for member in members {
            list.push_bind(member.0);
        }
        sql.push(") ORDER BY member, position");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

row! {
    /// An administrator of an exchange.
    pub struct Administrator {
        /// Where.
        pub exchange: ExchangeId,
        /// Who, outside.
        pub user: Uuid,
    }
}

/// Who administers each exchange, longest first.
///
/// # Errors
/// When the database does not answer.
pub async fn administrators(tx: &mut Tx, exchanges: &[ExchangeId]) -> Result<Vec<Administrator>> {
    if exchanges.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(
            "SELECT r.exchange, u.uuid AS \"user\" FROM roles r JOIN users u ON u.id = r.user_id
             WHERE r.role = 'admin' AND r.exchange IN (");
        let mut list = sql.separated(", ");
        for exchange in exchanges {
            list.push_bind(exchange.0);
        }
        sql.push(") ORDER BY r.exchange, r.given_at, u.id");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

row! {
    /// What a user is called.
    pub struct Named {
        /// Inside.
        pub id: UserId,
        /// Outside.
        pub uuid: Uuid,
    }
}

/// What these users are called outside, in no particular order.
///
/// # Errors
/// When the database does not answer.
pub async fn users(tx: &mut Tx, users: &[UserId]) -> Result<Vec<Named>> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new("SELECT id, uuid FROM users WHERE id IN (");
        let mut list = sql.separated(", ");
        for user in users {
            list.push_bind(user.0);
        }
        sql.push(")");
        sql.build_query_as().fetch_all(conn).await
    })?)
}
