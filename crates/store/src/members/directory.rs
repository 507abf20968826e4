//! The directory: members by name, with their trading records.

use ledger::id::{AccountId, ExchangeId};
use ledger::time::Instant;
use uuid::Uuid;

use super::{Kind, MemberId};
use crate::error::Result;
use crate::tx::Tx;

row! {
    /// A member in the directory.
    pub struct Line {
        /// Who, inside.
        pub id: MemberId,
        /// Who, outside.
        pub uuid: Uuid,
        /// What the member is.
        pub kind: Kind,
        /// The name.
        pub name: String,
        /// The name folded: with the id, the key of paging.
        pub name_key: String,
        /// Where the member lives.
        pub place: String,
        /// What the member tells of itself.
        pub about: String,
        /// Name of a drawn portrait; empty: initials.
        pub portrait: String,
        /// When the member joined.
        pub joined_at: Option<Instant>,
        /// The account.
        pub account: AccountId,
        /// Its number.
        pub number: String,
        /// Its state, as the ledger's word.
        pub account_state: String,
        /// Whether it may be credited only.
        pub locked: bool,
        /// Its balance.
        pub balance: i64,
        /// Its floor, if any.
        pub floor: Option<i64>,
        /// Its ceiling, if any.
        pub ceiling: Option<i64>,
        /// Sum of the prices of what the member provided.
        pub provided_total: i64,
        /// Number of those trades.
        pub provided_count: i64,
        /// When the last of them was counted.
        pub provided_last: Option<Instant>,
        /// Sum of the prices of what the member received.
        pub received_total: i64,
        /// Number of those trades.
        pub received_count: i64,
        /// When the last of them was counted.
        pub received_last: Option<Instant>,
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT m.id, m.uuid, m.kind, m.name, m.name_key, m.place, m.about, m.portrait, m.joined_at,
             a.id AS account, a.number, a.state AS account_state, a.locked, a.balance, a.floor, a.ceiling,
             a.provided_total, a.provided_count, a.provided_last, a.received_total, a.received_count, a.received_last
             FROM members m JOIN accounts a ON a.id = m.account ",
            $rest
        )
    };
}

/// What is looked for in the directory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search<'a> {
    /// A part of a folded name; empty: everyone.
    pub name_part: &'a str,
    /// A part of an upper-case account number; empty: everyone.
    pub number_part: &'a str,
    /// The folded name and id of the last line of the page before.
    pub after: Option<(&'a str, MemberId)>,
    /// How many lines at most.
    pub limit: i64,
}

/// A page of an exchange's active members, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn page(tx: &mut Tx, exchange: ExchangeId, search: &Search<'_>) -> Result<Vec<Line>> {
    let (after_name, after_id) = search.after.unwrap_or(("", MemberId(0)));
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE m.exchange = $1 AND m.state = 'active' AND m.kind <> 'administration'
         AND (m.name_key, m.id) > ($2, $3)
         AND (m.name_key LIKE $4 ESCAPE '!' OR a.number LIKE $5 ESCAPE '!')
         ORDER BY m.name_key, m.id LIMIT $6"))
        .bind(exchange.0).bind(after_name).bind(after_id.0)
        .bind(containing(search.name_part)).bind(containing(search.number_part)).bind(search.limit)
        .fetch_all(conn).await)?)
}

/// One member's line.
///
/// # Errors
/// When the database does not answer.
pub async fn line(tx: &mut Tx, member: MemberId) -> Result<Option<Line>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE m.id = $1")).bind(member.0).fetch_optional(conn).await)?)
}

/// A pattern for texts that contain this one.
fn containing(part: &str) -> String {
    let mut pattern = String::from("%");
    for c in part.chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern + "%"
}

#[cfg(test)]
mod tests {
    use super::containing;

    #[test]
    fn signs_of_patterns_are_plain_letters_here() {
        assert_eq!(containing("50%_!"), "%50!%!_!!%");
    }
}
