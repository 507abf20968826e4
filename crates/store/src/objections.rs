//! Objections to committed transfers; the teller writes them.

use ledger::{AccountId, ExchangeId, Instant, UserId, transfer::Objection};
use uuid::Uuid;

use crate::error::Result;
use crate::tx::Tx;

row! {
    /// An objection's row.
    pub struct ObjectionRow {
        /// The transfer's number inside the store.
        pub transfer: i64,
        /// The transfer's name.
        pub uuid: Uuid,
        /// Who objects.
        pub made_by: UserId,
        /// The side that objects.
        pub account: AccountId,
        /// What is wrong.
        pub words: String,
        /// When.
        pub at: Instant,
        /// Where it stands.
        pub outcome: Objection,
        /// Who settled it.
        pub settled_by: Option<UserId>,
        /// When.
        pub settled_at: Option<Instant>,
        /// Why so.
        pub settled_why: String,
    }
}

macro_rules! select_objections {
    ($rest:literal) => {
        concat!(
            "SELECT o.transfer, t.uuid, o.made_by, o.account, o.words, o.at, o.outcome, o.settled_by, o.settled_at,
             o.settled_why FROM objections o JOIN transfers t ON t.id = o.transfer ",
            $rest
        )
    };
}

/// The objection to a transfer, by the transfer's number inside the store.
///
/// # Errors
/// When the database does not answer.
pub async fn of_transfer(tx: &mut Tx, transfer: i64) -> Result<Option<ObjectionRow>> {
    Ok(on!(tx, conn => sqlx::query_as(select_objections!("WHERE o.transfer = $1"))
        .bind(transfer).fetch_optional(conn).await)?)
}

/// The open objections of an exchange, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn open(tx: &mut Tx, exchange: ExchangeId) -> Result<Vec<ObjectionRow>> {
    Ok(on!(tx, conn => sqlx::query_as(
        select_objections!("WHERE o.exchange = $1 AND o.outcome = 'open' ORDER BY o.at, o.transfer"))
        .bind(exchange.0).fetch_all(conn).await)?)
}
