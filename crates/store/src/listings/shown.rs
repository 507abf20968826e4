//! What people see of listings: whose they are, and which of them are shown.

use ledger::id::{AccountId, ExchangeId};
use ledger::time::Instant;
use uuid::Uuid;

use super::{Kind, Sight, State, Terms};
use crate::areas::AreaId;
use crate::categories::CategoryId;
use crate::error::Result;
use crate::exchanges;
use crate::members::{self, MemberId};
use crate::tx::Tx;

row! {
    /// A listing, and whose it is.
    pub struct Listing {
        /// Names it inside: with the time of its making, the key of paging.
        pub id: i64,
        /// Names it outside.
        pub uuid: Uuid,
        /// Where.
        pub exchange: ExchangeId,
        /// What it is.
        pub kind: Kind,
        /// Where it stands.
        pub state: State,
        /// One line.
        pub title: String,
        /// Markdown, as it was typed.
        pub body: String,
        /// Words to be found by.
        pub keywords: String,
        /// What it is sorted under.
        pub category: CategoryId,
        /// What is asked or given for it.
        pub terms: Terms,
        /// The amount, where the terms say so, in units of 10^-scale.
        pub amount: Option<i64>,
        /// What else is to say about the price.
        pub price: String,
        /// A part in national currency, in words.
        pub money: String,
        /// Where.
        pub place: String,
        /// Who may see it.
        pub sight: Sight,
        /// The language it is written in.
        pub locale: String,
        /// How long it stands; none: without an end.
        pub days: Option<i64>,
        /// When it ends.
        pub expires_at: Option<Instant>,
        /// The words of the administrator who hid it.
        pub hidden_why: String,
        /// When it was made.
        pub created_at: Instant,
        /// When its owner last wrote or renewed it.
        pub updated_at: Instant,
        /// Whose.
        pub member: MemberId,
        /// What the member is.
        pub member_kind: members::Kind,
        /// Where the member stands.
        pub member_state: members::State,
        /// The member's name.
        pub name: String,
        /// Name of a drawn face, or of a picture of its own; empty: initials.
        pub portrait: String,
        /// The member's account.
        pub account: AccountId,
        /// Its number.
        pub number: String,
        /// Its state, as the ledger's word.
        pub account_state: String,
        /// The first of its pictures that is made.
        pub picture: Option<Uuid>,
    }
}

macro_rules! select {
    ($($rest:expr),*) => {
        concat!(
            "SELECT l.id, l.uuid, l.exchange, l.kind, l.state, l.title, l.body, l.keywords, l.category, l.terms, l.amount,
             l.price, l.money, l.place, l.sight, l.locale, l.days, l.expires_at, l.hidden_why, l.created_at, l.updated_at,
             l.member, m.kind AS member_kind, m.state AS member_state, m.name, m.portrait, a.id AS account, a.number,
             a.state AS account_state,
             (SELECT p.uuid FROM pictures p WHERE p.listing = l.uuid AND p.member = l.member AND p.state = 'ready'
              ORDER BY p.position, p.id LIMIT 1) AS picture
             FROM listings l JOIN members m ON m.id = l.member JOIN accounts a ON a.id = m.account ",
            $($rest),*
        )
    };
}

/// What stands at the time `$2`. Whoever has left, rests or was stopped shows nothing.
macro_rules! stands {
    () => {
        "l.state = 'published' AND (l.expires_at IS NULL OR l.expires_at > $2) AND m.state = 'active' AND a.state = 'active'"
    };
}

/// What is shown in exchange `$1` at the time `$2` to the circle `$3`.
macro_rules! shown {
    () => {
        concat!("l.exchange = $1 AND (l.sight = 'everyone' OR $3 <> 'everyone') AND ", stands!())
    };
}

/// How many listings are asked for by their ids at once, at most.
pub const AT_ONCE: usize = 32;

/// Places for so many ids after three others.
macro_rules! slots {
    () => {
        "($4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27,
          $28, $29, $30, $31, $32, $33, $34, $35)"
    };
}

/// So many ids, with zeros, which no listing has, behind.
pub(crate) fn padded(ids: &[i64]) -> [i64; AT_ONCE] {
    std::array::from_fn(|at| ids.get(at).copied().unwrap_or(0))
}

/// To whom something is shown, and when.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Where.
    pub exchange: ExchangeId,
    /// When.
    pub now: Instant,
    /// The circle that the reader belongs to.
    pub circle: Sight,
}

/// Which of the shown listings are wanted.
#[derive(Clone, Debug)]
pub struct Filter<'a> {
    /// Offers or wants; none: both.
    pub kind: Option<Kind>,
    /// This category and its parts; none: all.
    pub category: Option<CategoryId>,
    /// The area that its owner is in; none: all.
    pub area: Option<AreaId>,
    /// The language it is written in; empty: any.
    pub locale: &'a str,
    /// Whether an amount must be told, or none; none: either.
    pub priced: Option<bool>,
    /// The earliest that it may have been made.
    pub since: Instant,
    /// When the last one of the page before was made, and its id.
    pub before: Option<(Instant, i64)>,
    /// How many at most.
    pub limit: i64,
}

/// A page of what is shown, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn page(tx: &mut Tx, view: View, filter: &Filter<'_>) -> Result<Vec<Listing>> {
    let (before, before_id) = filter.before.unwrap_or((Instant(i64::MAX), i64::MAX));
    let priced = filter.priced.map_or("", |priced| if priced { "with" } else { "without" });
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE ", shown!(),
        " AND ($4 = '' OR l.kind = $4)
          AND ($5 = 0 OR l.category = $5 OR l.category IN (SELECT c.id FROM categories c WHERE c.parent = $5))
          AND ($6 = '' OR l.locale = $6) AND ($7 = '' OR (l.amount IS NULL) = ($7 = 'without')) AND l.created_at >= $8
          AND (l.created_at, l.id) < ($9, $10) AND ($12 = 0 OR m.area = $12)
          ORDER BY l.created_at DESC, l.id DESC LIMIT $11"))
        .bind(view.exchange.0).bind(view.now.0).bind(view.circle.as_str())
        .bind(filter.kind.map_or("", Kind::as_str)).bind(filter.category.map_or(0, |category| category.0))
        .bind(filter.locale).bind(priced).bind(filter.since.0).bind(before.0).bind(before_id).bind(filter.limit)
        .bind(filter.area.map_or(0, |area| area.0))
        .fetch_all(conn).await)?)
}

/// Which of these are shown, of owners in this area if one is given, in any order; at most [`AT_ONCE`] are asked for.
///
/// # Errors
/// When the database does not answer.
pub async fn some(tx: &mut Tx, view: View, ids: &[i64], area: Option<AreaId>) -> Result<Vec<Listing>> {
    let ids = padded(ids);
    Ok(on!(tx, conn => {
        let query = sqlx::query_as(concat!(select!("WHERE ", shown!(), " AND l.id IN "), slots!(), " AND ($36 = 0 OR m.area = $36)"))
            .bind(view.exchange.0).bind(view.now.0).bind(view.circle.as_str());
        let query = ids.into_iter().fold(query, |query, id| query.bind(id));
        query.bind(area.map_or(0, |area| area.0)).fetch_all(conn).await
    })?)
}

/// Which of these are shown to everyone, in whichever exchange, in any order; at most [`AT_ONCE`] are asked for.
///
/// # Errors
/// When the database does not answer.
pub async fn open(tx: &mut Tx, now: Instant, ids: &[i64]) -> Result<Vec<Listing>> {
    let ids = padded(ids);
    Ok(on!(tx, conn => {
        let query = sqlx::query_as(concat!(
            select!("JOIN exchanges e ON e.id = l.exchange WHERE e.listing_sight = $1 AND e.state = $3 AND l.sight = $1 AND ",
                stands!(), " AND l.id IN "), slots!()))
            .bind(Sight::Everyone.as_str()).bind(now.0).bind(exchanges::State::Active.as_str());
        ids.into_iter().fold(query, |query, id| query.bind(id)).fetch_all(conn).await
    })?)
}

/// How many are shown in each category, its parts not counted.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(tx: &mut Tx, view: View) -> Result<Vec<(CategoryId, i64)>> {
    let rows: Vec<(i64, i64)> = on!(tx, conn => sqlx::query_as(concat!(
        "SELECT l.category, count(*) FROM listings l JOIN members m ON m.id = l.member
         JOIN accounts a ON a.id = m.account WHERE ", shown!(), " GROUP BY l.category"))
        .bind(view.exchange.0).bind(view.now.0).bind(view.circle.as_str()).fetch_all(conn).await)?;
    Ok(rows.into_iter().map(|(category, count)| (CategoryId(category), count)).collect())
}

/// The favourites of a member that are shown, the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn favourites(tx: &mut Tx, view: View, (owner, limit): (MemberId, i64)) -> Result<Vec<Listing>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "JOIN favourite_listings f ON f.listing = l.id WHERE f.member = $4 AND ", shown!(),
        " ORDER BY f.at DESC, l.id DESC LIMIT $5"))
        .bind(view.exchange.0).bind(view.now.0).bind(view.circle.as_str()).bind(owner.0).bind(limit)
        .fetch_all(conn).await)?)
}

/// Which part of a list is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// When the last one of the page before was made, and its id.
    pub before: Option<(Instant, i64)>,
    /// How many at most.
    pub limit: i64,
}

/// Listings of a member that are not removed, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(tx: &mut Tx, member: MemberId, part: Part) -> Result<Vec<Listing>> {
    let (before, before_id) = part.before.unwrap_or((Instant(i64::MAX), i64::MAX));
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE l.member = $1 AND l.state <> 'removed' AND (l.created_at, l.id) < ($2, $3)
         ORDER BY l.created_at DESC, l.id DESC LIMIT $4"))
        .bind(member.0).bind(before.0).bind(before_id).bind(part.limit).fetch_all(conn).await)?)
}

/// What a member shows, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn by_member(tx: &mut Tx, view: View, member: MemberId, part: Part) -> Result<Vec<Listing>> {
    let (before, before_id) = part.before.unwrap_or((Instant(i64::MAX), i64::MAX));
    // The plus keeps SQLite from walking over everything in the exchange, newest first, to find what few are the member's.
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE ", stands!(),
        " AND (l.sight = 'everyone' OR $3 <> 'everyone') AND l.member = $4 AND +l.exchange = $1
          AND (l.created_at, l.id) < ($5, $6) ORDER BY l.created_at DESC, l.id DESC LIMIT $7"))
        .bind(view.exchange.0).bind(view.now.0).bind(view.circle.as_str())
        .bind(member.0).bind(before.0).bind(before_id).bind(part.limit).fetch_all(conn).await)?)
}

/// The listing of this name, however it stands.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, uuid: Uuid) -> Result<Option<Listing>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE l.uuid = $1")).bind(uuid).fetch_optional(conn).await)?)
}
