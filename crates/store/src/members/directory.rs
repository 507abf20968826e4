//! The directory: members by name, with their trading records.

use ledger::id::{AccountId, ExchangeId};
use ledger::time::Instant;
use uuid::Uuid;

use super::{Kind, MemberId};
use crate::areas::AreaId;
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
    ($($rest:expr),*) => {
        concat!(
            "SELECT m.id, m.uuid, m.kind, m.name, m.name_key, m.place, m.about, m.portrait, m.joined_at,
             a.id AS account, a.number, a.state AS account_state, a.locked, a.balance, a.floor, a.ceiling,
             a.provided_total, a.provided_count, a.provided_last, a.received_total, a.received_count, a.received_last
             FROM members m JOIN accounts a ON a.id = m.account ",
            $($rest),*
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
    /// The area; none: everyone.
    pub area: Option<AreaId>,
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
         AND ($6 = 0 OR m.area = $6)
         ORDER BY m.name_key, m.id LIMIT $7"))
        .bind(exchange.0).bind(after_name).bind(after_id.0)
        .bind(containing(search.name_part)).bind(containing(search.number_part))
        .bind(search.area.map_or(0, |area| area.0)).bind(search.limit)
        .fetch_all(conn).await)?)
}

/// The favourites of a member that take part in an exchange, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn favourites(
    tx: &mut Tx,
    exchange: ExchangeId,
    (owner, limit): (MemberId, i64),
) -> Result<Vec<Line>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "JOIN favourite_members f ON f.favourite = m.id
         WHERE f.member = $2 AND m.exchange = $1 AND m.state = 'active' AND a.state <> 'closed'
         ORDER BY f.at DESC, m.id DESC LIMIT $3"))
        .bind(exchange.0).bind(owner.0).bind(limit).fetch_all(conn).await)?)
}

words! {
    /// Which members an administrator looks at.
    pub enum Among {
        /// All of them.
        All = "all",
        /// Within a tenth of a limit, or beyond it.
        NearLimit = "near",
        /// Without a trade for three months.
        Quiet = "quiet",
        /// Stopped by an administrator.
        Suspended = "suspended",
        /// May be credited only.
        Locked = "locked",
    }
}

row! {
    /// How many members of each sort an exchange has.
    pub struct Tally {
        /// All that are active, itself not counted.
        pub everyone: i64,
        /// Within a tenth of a limit, or beyond it.
        pub near: i64,
        /// Without a trade since the instant that was asked.
        pub quiet: i64,
        /// Stopped by an administrator.
        pub suspended: i64,
        /// May be credited only.
        pub locked: i64,
    }
}

/// The conditions of [`Among`], over `m` and `a`; `$2` is the instant before which a last trade is long ago.
macro_rules! near {
    () => {
        "((a.floor < 0 AND (a.balance - a.floor) * 10 <= -a.floor)
          OR (a.ceiling > 0 AND (a.ceiling - a.balance) * 10 <= a.ceiling))"
    };
}
macro_rules! quiet {
    () => {
        "(coalesce(a.provided_last, 0) < $2 AND coalesce(a.received_last, 0) < $2 AND coalesce(m.joined_at, 0) < $2)"
    };
}

/// A page of an exchange's active members of one sort, by name; `long_ago` is when a last trade is long ago.
///
/// # Errors
/// When the database does not answer.
pub async fn page_among(
    tx: &mut Tx,
    exchange: ExchangeId,
    (among, long_ago): (Among, Instant),
    search: &Search<'_>,
) -> Result<Vec<Line>> {
    let (after_name, after_id) = search.after.unwrap_or(("", MemberId(0)));
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE m.exchange = $1 AND m.state = 'active' AND m.kind <> 'administration'
         AND (m.name_key, m.id) > ($4, $5)
         AND (m.name_key LIKE $6 ESCAPE '!' OR a.number LIKE $7 ESCAPE '!')
         AND ($3 = 'all' OR ($3 = 'near' AND ", near!(), ") OR ($3 = 'quiet' AND ", quiet!(), ")
              OR ($3 = 'suspended' AND a.state = 'suspended') OR ($3 = 'locked' AND a.locked))
         ORDER BY m.name_key, m.id LIMIT $8"))
        .bind(exchange.0).bind(long_ago.0).bind(among.as_str()).bind(after_name).bind(after_id.0)
        .bind(containing(search.name_part)).bind(containing(search.number_part)).bind(search.limit)
        .fetch_all(conn).await)?)
}

/// How many members of each sort an exchange has.
///
/// # Errors
/// When the database does not answer.
pub async fn tally(tx: &mut Tx, exchange: ExchangeId, long_ago: Instant) -> Result<Tally> {
    Ok(on!(tx, conn => sqlx::query_as(concat!(
        "SELECT count(*) AS everyone,
         CAST(coalesce(sum(CASE WHEN ", near!(), " THEN 1 ELSE 0 END), 0) AS BIGINT) AS near,
         CAST(coalesce(sum(CASE WHEN ", quiet!(), " THEN 1 ELSE 0 END), 0) AS BIGINT) AS quiet,
         CAST(coalesce(sum(CASE WHEN a.state = 'suspended' THEN 1 ELSE 0 END), 0) AS BIGINT) AS suspended,
         CAST(coalesce(sum(CASE WHEN a.locked THEN 1 ELSE 0 END), 0) AS BIGINT) AS locked
         FROM members m JOIN accounts a ON a.id = m.account
         WHERE m.exchange = $1 AND m.state = 'active' AND m.kind <> 'administration'"))
        .bind(exchange.0).bind(long_ago.0).fetch_one(conn).await)?)
}

/// One member's line.
///
/// # Errors
/// When the database does not answer.
pub async fn line(tx: &mut Tx, member: MemberId) -> Result<Option<Line>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE m.id = $1")).bind(member.0).fetch_optional(conn).await)?)
}

/// A pattern for texts that contain this one.
pub(crate) fn containing(part: &str) -> String {
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
