//! Offers or wants of an exchange.

use ledger::id::{AccountId, ExchangeId};
use ledger::time::Instant;
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::{Cut, Direction, among};
use crate::error::Result;
use crate::listings::{Kind, Sight, State, Terms};
use crate::members::MemberId;
use crate::tx::Tx;

row! {
    /// An offer or want in a list.
    pub struct Line {
        /// Names it inside.
        pub id: i64,
        /// Names it outside.
        pub uuid: Uuid,
        /// What it is.
        pub kind: Kind,
        /// Where it stands.
        pub state: State,
        /// One line.
        pub title: String,
        /// Markdown, as it was typed.
        pub body: String,
        /// What is asked or given for it.
        pub terms: Terms,
        /// The amount, where the terms say so, in units of 10^-scale.
        pub amount: Option<i64>,
        /// What else is to say about the price.
        pub price: String,
        /// A part in national currency, in words.
        pub money: String,
        /// Who may see it.
        pub sight: Sight,
        /// When it ends.
        pub expires_at: Option<Instant>,
        /// When it was made.
        pub created_at: Instant,
        /// When its owner last wrote or renewed it.
        pub updated_at: Instant,
        /// Whose, inside.
        pub member: MemberId,
        /// Whose, outside.
        pub member_uuid: Uuid,
        /// The owner's account.
        pub account: AccountId,
        /// What it is sorted under, outside.
        pub category: Uuid,
        /// How many there are in all parts of the list.
        pub total: i64,
    }
}

/// What they are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// When the owner last wrote or renewed it.
    Updated,
    /// When it was made.
    Created,
    /// When it ends; those without an end last.
    Ends,
    /// Its title.
    Title,
}

/// Which of those that anyone but their owners sees are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// What is shown to this circle.
    By(Sight),
    /// All that there is.
    All,
}

/// Which are wanted.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Where.
    pub exchange: ExchangeId,
    /// Offers or wants.
    pub kind: Kind,
    /// When.
    pub now: Instant,
    /// What the reader sees of others.
    pub seen: Seen,
    /// Whose are the reader's own, seen however they stand.
    pub own: Vec<MemberId>,
    /// Their ids; none: all.
    pub ids: Option<Vec<i64>>,
    /// Their names outside; none: all.
    pub uuids: Option<Vec<Uuid>>,
    /// Their owners, outside; none: all.
    pub members: Option<Vec<Uuid>>,
    /// What they are sorted under, outside; none: whatever.
    pub categories: Option<Vec<Uuid>>,
    /// Shown or hidden; none: either.
    pub state: Option<State>,
    /// Whether their time is over; none: either.
    pub ended: Option<bool>,
    /// They were made after this.
    pub since: Instant,
    /// They end before this; none: whenever.
    pub ends_before: Option<Instant>,
    /// What they are sorted by.
    pub by: (By, Direction),
    /// Which part.
    pub cut: Cut,
}

impl Filter {
    fn is_empty(&self) -> bool {
        let empty = |list: Option<bool>| list == Some(true);
        empty(self.ids.as_ref().map(Vec::is_empty))
            || empty(self.uuids.as_ref().map(Vec::is_empty))
            || empty(self.members.as_ref().map(Vec::is_empty))
            || empty(self.categories.as_ref().map(Vec::is_empty))
    }
}

/// A part of what is wanted. Removed ones never are.
///
/// # Errors
/// When the database does not answer.
pub async fn page(tx: &mut Tx, filter: &Filter) -> Result<Vec<Line>> {
    if filter.is_empty() {
        return Ok(Vec::new());
    }
    let (by, direction) = filter.by;
    let column = match by {
        By::Updated => "l.updated_at",
        By::Created => "l.created_at",
        By::Ends => "coalesce(l.expires_at, 9223372036854775807)",
        By::Title => "l.title",
    };
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(
            "SELECT l.id, l.uuid, l.kind, l.state, l.title, l.body, l.terms, l.amount, l.price, l.money, l.sight, l.expires_at,
                l.created_at, l.updated_at, l.member, m.uuid AS member_uuid, m.account, c.uuid AS category,
                count(*) OVER () AS total
             FROM listings l JOIN members m ON m.id = l.member JOIN accounts a ON a.id = m.account
             JOIN categories c ON c.id = l.category WHERE l.state <> 'removed' AND l.exchange = ");
        sql.push_bind(filter.exchange.0).push(" AND l.kind = ").push_bind(filter.kind.as_str());
        sql.push(" AND l.created_at > ").push_bind(filter.since.0);
        if let Seen::By(circle) = filter.seen {
            // The same as `listings::shown` says.
            sql.push(" AND ((l.state = 'published' AND (l.expires_at IS NULL OR l.expires_at > ").push_bind(filter.now.0);
            sql.push(") AND m.state = 'active' AND a.state = 'active' AND (l.sight = 'everyone' OR ");
            sql.push_bind(circle.as_str()).push(" <> 'everyone'))");
            for own in &filter.own {
                sql.push(" OR l.member = ").push_bind(own.0);
            }
            sql.push(")");
        }
        among!(sql, "l.id", &filter.ids);
        among!(sql, "l.uuid", &filter.uuids);
        among!(sql, "m.uuid", &filter.members);
        among!(sql, "c.uuid", &filter.categories);
        if let Some(state) = filter.state {
            sql.push(" AND l.state = ").push_bind(state.as_str());
        }
        if let Some(ended) = filter.ended {
            sql.push(if ended { " AND l.expires_at <= " } else { " AND coalesce(l.expires_at, 9223372036854775807) > " });
            sql.push_bind(filter.now.0);
        }
        if let Some(before) = filter.ends_before {
            sql.push(" AND l.expires_at < ").push_bind(before.0);
        }
        sql.push(" ORDER BY ").push(column).push(direction.sql()).push(", l.id").push(direction.sql());
        sql.push(" LIMIT ").push_bind(filter.cut.limit).push(" OFFSET ").push_bind(filter.cut.offset);
        sql.build_query_as().fetch_all(conn).await
    })?)
}

row! {
    /// A picture that is made, and what it belongs to.
    pub struct Shot {
        /// The listing.
        pub listing: Uuid,
        /// The picture.
        pub uuid: Uuid,
    }
}

/// The pictures of these listings that are made, each listing's in order.
///
/// # Errors
/// When the database does not answer.
pub async fn pictures(tx: &mut Tx, listings: &[Uuid]) -> Result<Vec<Shot>> {
    if listings.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, conn => {
        let mut sql = QueryBuilder::new(
            "SELECT p.listing, p.uuid FROM pictures p JOIN listings l ON l.uuid = p.listing AND l.member = p.member
             WHERE p.state = 'ready' AND p.listing IN (");
        let mut list = sql.separated(", ");
        for listing in listings {
            list.push_bind(*listing);
        }
        sql.push(") ORDER BY p.listing, p.position, p.id");
        sql.build_query_as().fetch_all(conn).await
    })?)
}

/// How many offers and wants of an exchange a circle sees at a moment.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(tx: &mut Tx, exchange: ExchangeId, circle: Sight, now: Instant) -> Result<(i64, i64)> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT CAST(coalesce(sum(CASE WHEN l.kind = 'offer' THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(coalesce(sum(CASE WHEN l.kind = 'want' THEN 1 ELSE 0 END), 0) AS BIGINT)
         FROM listings l JOIN members m ON m.id = l.member JOIN accounts a ON a.id = m.account
         WHERE l.exchange = $1 AND l.state = 'published' AND (l.expires_at IS NULL OR l.expires_at > $2)
         AND m.state = 'active' AND a.state = 'active' AND (l.sight = 'everyone' OR $3 <> 'everyone')")
        .bind(exchange.0).bind(now.0).bind(circle.as_str()).fetch_one(conn).await)?)
}

row! {
    /// How much a category holds, its parts not counted.
    pub struct Held {
        /// The category, outside.
        pub category: Uuid,
        /// How many offers.
        pub offers: i64,
        /// How many wants.
        pub wants: i64,
    }
}

/// How many offers and wants of each category a circle sees at a moment.
///
/// # Errors
/// When the database does not answer.
pub async fn by_category(
    tx: &mut Tx,
    exchange: ExchangeId,
    circle: Sight,
    now: Instant,
) -> Result<Vec<Held>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "SELECT c.uuid AS category,
                CAST(coalesce(sum(CASE WHEN l.kind = 'offer' THEN 1 ELSE 0 END), 0) AS BIGINT) AS offers,
                CAST(coalesce(sum(CASE WHEN l.kind = 'want' THEN 1 ELSE 0 END), 0) AS BIGINT) AS wants
         FROM listings l JOIN members m ON m.id = l.member JOIN accounts a ON a.id = m.account
         JOIN categories c ON c.id = l.category
         WHERE l.exchange = $1 AND l.state = 'published' AND (l.expires_at IS NULL OR l.expires_at > $2)
         AND m.state = 'active' AND a.state = 'active' AND (l.sight = 'everyone' OR $3 <> 'everyone') GROUP BY c.uuid")
        .bind(exchange.0).bind(now.0).bind(circle.as_str()).fetch_all(conn).await)?)
}
