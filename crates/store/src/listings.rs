//! Listings: the offers and wants of members. Written here; what people see of them is in [`shown`].

use ledger::id::ExchangeId;
use ledger::time::Instant;
use uuid::Uuid;

use crate::categories::CategoryId;
use crate::error::Result;
use crate::ids::Series;
use crate::members::MemberId;
use crate::tx::Tx;

pub mod ending;
pub mod indexing;
pub mod shown;

words! {
    /// What a listing is.
    pub enum Kind {
        /// Something that the member gives.
        Offer = "offer",
        /// Something that the member looks for.
        Want = "want",
    }
}

words! {
    /// Where a listing stands. Whether it has ended, the clock says.
    pub enum State {
        /// Shown.
        Published = "published",
        /// Seen by its owner alone.
        Hidden = "hidden",
        /// Gone, but for the trades that name it.
        Removed = "removed",
    }
}

words! {
    /// What is asked or given for it.
    pub enum Terms {
        /// An amount of the exchange's unit.
        Amount = "amount",
        /// What the two agree on.
        Agreed = "agreed",
        /// Nothing.
        Gift = "gift",
    }
}

words! {
    /// Who may see it, from the narrowest circle to the widest.
    pub enum Sight {
        /// Members of the exchange.
        Exchange = "exchange",
        /// Those of linked exchanges too.
        Linked = "linked",
        /// Everyone.
        Everyone = "everyone",
    }
}

/// What an exchange allows of listings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The longest that one stands before it is renewed, in days.
    pub days: i64,
    /// Whether one may stand without an end.
    pub endless: bool,
    /// The widest circle that one may be shown to.
    pub sight: Sight,
}

/// What a member writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it is.
    pub kind: Kind,
    /// Shown, or hidden.
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
    /// The amount, exactly where the terms say so, in units of 10^-scale.
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
}

/// Whose a new listing is.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    /// Names it outside.
    pub uuid: Uuid,
    /// Where.
    pub exchange: ExchangeId,
    /// Whose.
    pub member: MemberId,
}

/// The time of a change, which is later than that of the change before whatever the clocks say: so an index knows whether it
/// has seen a listing as it is.
macro_rules! later {
    ($now:literal) => {
        concat!("CASE WHEN ", $now, " > changed_at THEN ", $now, " ELSE changed_at + 1 END")
    };
}

/// Adds a listing.
///
/// # Errors
/// [`crate::Error::Taken`] when there is one of this name.
pub async fn insert(tx: &mut Tx, owner: Owner, text: &Text, now: Instant) -> Result<()> {
    let id = tx.id(Series::Listings).await?;
    on!(tx, conn => sqlx::query(
        "INSERT INTO listings (id, uuid, exchange, member, kind, state, title, body, keywords, category, terms, amount,
            price, money, place, sight, locale, days, expires_at, created_at, updated_at, changed_at, chosen)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20, $20, $6)")
        .bind(id).bind(owner.uuid).bind(owner.exchange.0).bind(owner.member.0).bind(text.kind.as_str())
        .bind(text.state.as_str()).bind(&text.title).bind(&text.body).bind(&text.keywords)
        .bind(text.category.0).bind(text.terms.as_str()).bind(text.amount).bind(&text.price).bind(&text.money)
        .bind(&text.place).bind(text.sight.as_str()).bind(&text.locale).bind(text.days)
        .bind(text.expires_at.map(|at| at.0)).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Changes what a listing says; its owner is written of its end anew. One that an administrator has hidden stays so.
///
/// # Errors
/// When the database refuses.
pub async fn set_text(tx: &mut Tx, uuid: Uuid, text: &Text, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(concat!(
        "UPDATE listings SET kind = $2, state = CASE WHEN hidden_why = '' THEN $3 ELSE 'hidden' END, chosen = $3,
            title = $4, body = $5, keywords = $6, category = $7,
            terms = $8, amount = $9, price = $10, money = $11, place = $12, sight = $13, locale = $14, days = $15,
            expires_at = $16, told = 'nothing', updated_at = $17, changed_at = ", later!("$17"), " WHERE uuid = $1 AND state <> 'removed'"))
        .bind(uuid).bind(text.kind.as_str()).bind(text.state.as_str()).bind(&text.title).bind(&text.body)
        .bind(&text.keywords).bind(text.category.0).bind(text.terms.as_str()).bind(text.amount)
        .bind(&text.price).bind(&text.money).bind(&text.place).bind(text.sight.as_str()).bind(&text.locale)
        .bind(text.days).bind(text.expires_at.map(|at| at.0)).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Lets a listing stand until another end, from now on. One that an administrator has hidden stays so.
///
/// # Errors
/// When the database refuses.
pub async fn renew(tx: &mut Tx, uuid: Uuid, expires_at: Instant, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(concat!(
        "UPDATE listings SET state = CASE WHEN hidden_why = '' THEN 'published' ELSE 'hidden' END, chosen = 'published',
            expires_at = $2, told = 'nothing', updated_at = $3, changed_at = ",
        later!("$3"), " WHERE uuid = $1 AND days IS NOT NULL AND state <> 'removed'"))
        .bind(uuid).bind(expires_at.0).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Shows or hides a listing, as its owner chooses. One that an administrator has hidden stays so.
///
/// # Errors
/// When the database refuses.
pub async fn choose(tx: &mut Tx, uuid: Uuid, state: State, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(concat!(
        "UPDATE listings SET state = CASE WHEN hidden_why = '' THEN $2 ELSE 'hidden' END, chosen = $2, changed_at = ",
        later!("$3"), " WHERE uuid = $1 AND state <> 'removed'"))
        .bind(uuid).bind(state.as_str()).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Hides a listing whatever its owner chooses; `why` are the words of an administrator.
///
/// # Errors
/// When the database refuses.
pub async fn stop(tx: &mut Tx, uuid: Uuid, why: &str, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(concat!(
        "UPDATE listings SET state = 'hidden', hidden_why = $2, changed_at = ", later!("$3"), " WHERE uuid = $1 AND state <> 'removed'"))
        .bind(uuid).bind(why).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Lets a listing that an administrator has hidden be as its owner has chosen.
///
/// # Errors
/// When the database refuses.
pub async fn release(tx: &mut Tx, uuid: Uuid, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(concat!(
        "UPDATE listings SET state = chosen, hidden_why = '', changed_at = ", later!("$2"), " WHERE uuid = $1 AND state <> 'removed'"))
        .bind(uuid).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes a listing away. What a trade names keeps its title; of the others nothing is left but that they went, which other
/// processes learn from, until [`forget_removed`].
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, uuid: Uuid, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(concat!(
        "UPDATE listings SET state = 'removed', body = '', keywords = '', price = '', money = '', place = '',
            hidden_why = '', changed_at = ", later!("$2"), ",
            title = CASE WHEN EXISTS (SELECT 1 FROM transfers t WHERE t.settles = $1) THEN title ELSE '' END
         WHERE uuid = $1"))
        .bind(uuid).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Forgets listings that were taken away before `before` and that no trade names.
///
/// # Errors
/// When the database refuses.
pub async fn forget_removed(tx: &mut Tx, before: Instant) -> Result<()> {
    macro_rules! forgotten {
        () => {
            "SELECT l.id FROM listings l WHERE l.state = 'removed' AND l.changed_at < $1
             AND NOT EXISTS (SELECT 1 FROM transfers t WHERE t.settles = l.uuid)"
        };
    }
    on!(tx, conn => sqlx::query(concat!("DELETE FROM listing_meanings WHERE listing IN (", forgotten!(), ")"))
        .bind(before.0).execute(conn).await.map(|_| ()))?;
    on!(tx, conn => sqlx::query(concat!("DELETE FROM listings WHERE id IN (", forgotten!(), ")"))
        .bind(before.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes that what is sorted under a category changed: its name is among the words that find them.
///
/// # Errors
/// When the database refuses.
pub async fn touch_category(tx: &mut Tx, category: CategoryId, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(concat!(
        "UPDATE listings SET changed_at = ", later!("$2"), " WHERE category = $1 AND state <> 'removed'"))
        .bind(category.0).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Notes that what is a member's changed: where it is counts for where they are.
///
/// # Errors
/// When the database refuses.
pub async fn touch_member(tx: &mut Tx, member: MemberId, now: Instant) -> Result<()> {
    on!(tx, conn => sqlx::query(concat!(
        "UPDATE listings SET changed_at = ", later!("$2"), " WHERE member = $1 AND state <> 'removed'"))
        .bind(member.0).bind(now.0).execute(conn).await.map(|_| ()))?;
    Ok(())
}
