//! What people see of listings: whose they are, and which of them are shown.

use ledger::id::{AccountId, ExchangeId};
use ledger::time::Instant;
use uuid::Uuid;

use super::{Kind, Sight, State, Terms};
use crate::areas::AreaId;
use crate::categories::CategoryId;
use crate::error::Result;
use crate::members::directory::containing;
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
        /// Name of a drawn portrait; empty: initials.
        pub portrait: String,
        /// The member's account.
        pub account: AccountId,
        /// Its number.
        pub number: String,
        /// Its state, as the ledger's word.
        pub account_state: String,
    }
}

macro_rules! select {
    ($($rest:expr),*) => {
        concat!(
            "SELECT l.id, l.uuid, l.exchange, l.kind, l.state, l.title, l.body, l.keywords, l.category, l.terms, l.amount,
             l.price, l.money, l.place, l.sight, l.locale, l.days, l.expires_at, l.hidden_why, l.created_at, l.updated_at,
             l.member, m.kind AS member_kind, m.state AS member_state, m.name, m.portrait, a.id AS account, a.number,
             a.state AS account_state
             FROM listings l JOIN members m ON m.id = l.member JOIN accounts a ON a.id = m.account ",
            $($rest),*
        )
    };
}

/// What is shown in exchange `$1` at the time `$2` to the circle `$3`. Whoever has left, rests or was stopped shows nothing.
macro_rules! shown {
    () => {
        "l.exchange = $1 AND l.state = 'published' AND (l.expires_at IS NULL OR l.expires_at > $2)
         AND (l.sight = 'everyone' OR $3 <> 'everyone') AND m.state = 'active' AND a.state = 'active'"
    };
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

/// The most words that listings are filtered by.
pub const WORDS: usize = 4;

/// Which of the shown listings are wanted.
#[derive(Clone, Debug)]
pub struct Filter<'a> {
    /// Offers or wants; none: both.
    pub kind: Option<Kind>,
    /// This category and its parts; none: all.
    pub category: Option<CategoryId>,
    /// The area that its owner is in; none: all.
    pub area: Option<AreaId>,
    /// Folded words that must all be in it; empty ones are in everything.
    pub words: [&'a str; WORDS],
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
    let [one, two, three, four] = filter.words.map(containing);
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE ", shown!(),
        " AND ($4 = '' OR l.kind = $4)
          AND ($5 = 0 OR l.category = $5 OR l.category IN (SELECT c.id FROM categories c WHERE c.parent = $5))
          AND l.folded LIKE $6 ESCAPE '!' AND l.folded LIKE $7 ESCAPE '!'
          AND l.folded LIKE $8 ESCAPE '!' AND l.folded LIKE $9 ESCAPE '!'
          AND (l.created_at, l.id) < ($10, $11) AND ($12 = 0 OR m.area = $12)
          ORDER BY l.created_at DESC, l.id DESC LIMIT $13"))
        .bind(view.exchange.0).bind(view.now.0).bind(view.circle.as_str())
        .bind(filter.kind.map_or("", Kind::as_str)).bind(filter.category.map_or(0, |category| category.0))
        .bind(one).bind(two).bind(three).bind(four).bind(before.0).bind(before_id)
        .bind(filter.area.map_or(0, |area| area.0)).bind(filter.limit)
        .fetch_all(conn).await)?)
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

/// All listings of a member that are not removed, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<Listing>> {
    Ok(on!(tx, conn => sqlx::query_as(select!(
        "WHERE l.member = $1 AND l.state <> 'removed' ORDER BY l.created_at DESC, l.id DESC"))
        .bind(member.0).fetch_all(conn).await)?)
}

/// The listing of this name, however it stands.
///
/// # Errors
/// When the database does not answer.
pub async fn get(tx: &mut Tx, uuid: Uuid) -> Result<Option<Listing>> {
    Ok(on!(tx, conn => sqlx::query_as(select!("WHERE l.uuid = $1")).bind(uuid).fetch_optional(conn).await)?)
}
