//! A page of the market: what is wanted of it, and what of that is shown to whom.
//!
//! Without words a page comes from the database, newest first; with words the finder says what fits, and the database which of that
//! is shown.

use std::sync::Arc;

use ledger::time::Instant;
use store::Tx;
use store::areas::AreaId;
use store::categories::{Category, CategoryId};
use store::exchanges::{Exchange, Open};
use store::listings::shown::{self, Filter, Listing, View};
use store::listings::{Kind, Sight};
use uuid::Uuid;

use super::bounds::circle;
use super::categories;
use super::finding::{Hit, Order, Sought, Why};
use super::scope::{self, Asker, Foreign, Scope};
use super::showing::veil;
use crate::App;
use crate::actor::Actor;
use crate::brake::{self, Brake};
use crate::error::Result;
use crate::jobs::after;
use crate::people::areas;
use crate::points::{self, Away};

/// How many listings a page of the market has.
pub(super) const PAGE: usize = 24;
/// How many listings the finder is asked for at once, at most.
const FOUND_MOST: usize = 2048;
/// How many listings a list of programs takes from what words find.
const FOUND_AT_ONCE: usize = 400;
/// Searches that one user, or one network of visitors, may make within an hour: more than anybody reads.
const SEARCHES_AN_HOUR: i64 = 600;
/// How long the counts of a page of the market stand, unless this process has changed a listing, in seconds.
const COUNTS_S: i64 = 5;
/// Where a page of the market ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// When the last listing was made.
    pub at: Instant,
    /// Its id.
    pub id: i64,
}

/// Where the page before ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Of the newest.
    Position(Position),
    /// Of what words find: so many were passed.
    Found(usize),
}

/// What is wanted of the market.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Offers or wants; none: both.
    pub kind: Option<Kind>,
    /// A category with its parts; none: all.
    pub category: Option<Uuid>,
    /// The area that its owner is in; none: all. Visitors are not asked.
    pub area: Option<Uuid>,
    /// What is looked for, in the reader's words; empty: everything.
    pub words: String,
    /// Whether these very words must all be there; otherwise what is like them and what means the same counts too.
    pub exact: bool,
    /// The language it is written in; empty: any.
    pub language: String,
    /// Whether an amount must be told, or none; none: either.
    pub priced: Option<bool>,
    /// Made within so many days; none: whenever.
    pub days: Option<i64>,
    /// How far away it may be, in kilometres; none: however far. Whoever is nowhere is not asked.
    pub within: Option<i64>,
    /// Where is looked. Whoever filters by area looks in the own exchange.
    pub scope: Scope,
    /// What comes first.
    pub order: Order,
    /// Where the page before ended.
    pub after: Option<After>,
}

/// Who reads the market.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader<'a> {
    /// The language.
    pub locale: &'a str,
    /// The network that the request came from, by which visitors are counted.
    pub network: &'a str,
}

/// A page of the market.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Market {
    /// What is shown: newest first, or what fits best.
    pub listings: Vec<Listing>,
    /// Why each of them was found; empty where no words were.
    pub why: Vec<Vec<Why>>,
    /// How far away each of them is, where that is known.
    pub away: Vec<Option<Away>>,
    /// Whether anything is measured: the reader is somewhere.
    pub measures: bool,
    /// The other exchanges that can be looked in.
    pub others: Vec<Open>,
    /// Those of them that something comes from.
    pub foreign: Vec<Foreign>,
    /// Where this page ends, if another follows.
    pub next: Option<After>,
    /// The categories with something in them, each followed by its parts.
    pub categories: Vec<Counted>,
}

/// A category, and how much is shown in it and its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The category.
    pub category: Category,
    /// How many listings.
    pub count: i64,
}

/// Whether search goes by meaning here, and not by words and concepts alone.
#[must_use]
pub fn goes_by_meaning(app: &App) -> bool {
    app.finder.goes_by_meaning()
}

/// A page of the market as far as this person may see it.
///
/// # Errors
/// [`crate::Error::Busy`] after very many searches.
pub async fn market(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    wanted: &Wanted,
    reader: Reader<'_>,
) -> Result<Market> {
    let Some(circle) = circle(actor, exchange) else { return Ok(Market::default()) };
    // Asked before anything is read: what is changed meanwhile makes what is counted here old.
    let changes = app.finder.changes();
    let mut tx = app.db.read().await?;
    let all = categories::all(&mut tx, exchange.id).await?;
    let view = View { exchange: exchange.id, now: app.clock.now(), circle };
    let counts = counts(&mut tx, app, (view, changes)).await?;
    // Where somebody belongs is not for visitors.
    let area = wanted.area.filter(|_| circle != Sight::Everyone);
    let area = areas::wanted(&mut tx, exchange.id, area).await?;
    let scope = if area.is_some() { &Scope::Own } else { &wanted.scope };
    let others = scope::others_of(&mut tx, exchange.id).await?;
    let asker = Asker { actor, exchange: exchange.id, circle };
    let grounds = scope::grounds(&mut tx, asker, (scope, &others)).await?;
    let origin = points::origin(&mut tx, actor, exchange.id).await?;
    let categories = wanted_categories(&mut tx, wanted, (scope, &all)).await?;
    drop(tx);
    let among = Among { categories: &all, area };
    let nearest = wanted.order == Order::Nearest || wanted.within.is_some();
    let is_plain = *scope == Scope::Own && !(nearest && origin.is_some());
    let (mut listings, why, next) = if wanted.words.trim().is_empty() && is_plain {
        let (listings, next) = newest_first(app, view, wanted, among).await?;
        (listings, Vec::new(), next)
    } else {
        slow_down(app, actor, reader.network)?;
        let order =
            if wanted.order == Order::Nearest && origin.is_none() { Order::Best } else { wanted.order };
        let sought = Sought {
            words: wanted.words.clone(),
            exact: wanted.exact,
            locale: reader.locale.to_owned(),
            from: origin.map(|origin| origin.point),
            within: wanted.within.filter(|_| origin.is_some()),
            kind: wanted.kind,
            categories,
            language: wanted.language.clone(),
            priced: wanted.priced,
            since: since(view.now, wanted),
            now: view.now,
            order,
            grounds: grounds.clone(),
        };
        best_first(app, &sought, (wanted.after, area)).await?
    };
    let mut tx = app.db.read().await?;
    let away = scope::measured(&mut tx, (origin, exchange.id), &grounds, &listings).await?;
    drop(tx);
    for listing in &mut listings {
        let circle = grounds.get(&listing.exchange).map_or(Sight::Everyone, |ground| ground.circle);
        veil(std::slice::from_mut(listing), circle);
    }
    let foreign = scope::foreign(app, &others, &listings).await?;
    let (categories, measures) = (counted(all, &counts.by_category), origin.is_some());
    Ok(Market { listings, why, away, measures, others, foreign, next, categories })
}

/// The category that is wanted with its parts, in other exchanges those that mean the same.
async fn wanted_categories(
    tx: &mut Tx,
    wanted: &Wanted,
    (scope, all): (&Scope, &[Category]),
) -> Result<Option<Vec<CategoryId>>> {
    let Some(id) = category_of(wanted, all) else { return Ok(None) };
    let parts = all.iter().filter(|part| part.parent == Some(id)).map(|part| part.id);
    let mut found: Vec<CategoryId> = std::iter::once(id).chain(parts).collect();
    let concept = all.iter().find(|category| category.id == id).and_then(|found| found.concept.as_deref());
    if let Some(concept) = concept.filter(|_| *scope != Scope::Own) {
        found.extend(store::categories::of_concept(tx, concept).await?);
    }
    Ok(Some(found))
}

/// How many are shown in each category, at most [`COUNTS_S`] ago.
async fn counts(tx: &mut Tx, app: &App, (view, changes): (View, u64)) -> Result<Arc<Counts>> {
    let key = (view.exchange, view.circle);
    let fresh = |kept: &Arc<Counts>| {
        kept.changes == changes && (0..COUNTS_S * 1_000_000).contains(&(view.now.0 - kept.at.0))
    };
    if let Some(kept) = app.kept.counts.get(&key).filter(fresh) {
        return Ok(kept);
    }
    let by_category = shown::counts(tx, view).await?;
    let counts = Arc::new(Counts { at: view.now, changes, by_category });
    app.kept.counts.put(key, counts.clone());
    Ok(counts)
}

/// How many listings each category shows to a circle.
#[derive(Debug)]
pub(crate) struct Counts {
    /// When they were counted.
    at: Instant,
    /// How often this process had changed listings by then.
    changes: u64,
    by_category: Vec<(CategoryId, i64)>,
}

/// What words find in one exchange, by the ids of listings, the best first: at most [`FOUND_AT_ONCE`] of them, shown or not.
pub(crate) async fn found_ids(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (kind, words): (Kind, &str),
    reader: Reader<'_>,
) -> Result<Vec<i64>> {
    slow_down(app, actor, reader.network)?;
    let circle = circle(actor, exchange).unwrap_or(Sight::Everyone);
    let grounds = scope::home(&mut app.db.read().await?, (exchange.id, circle)).await?;
    let sought = Sought {
        words: words.to_owned(),
        exact: false,
        locale: reader.locale.to_owned(),
        from: None,
        within: None,
        kind: Some(kind),
        categories: None,
        language: String::new(),
        priced: None,
        since: Instant(i64::MIN),
        now: app.clock.now(),
        order: Order::Best,
        grounds,
    };
    let hits = app.finder.find(app, &sought, (0, FOUND_AT_ONCE)).await?;
    Ok(hits.into_iter().map(|hit| hit.id).collect())
}

/// Slows down who searches without end: each search takes one of the few turns there are.
pub(super) fn slow_down(app: &App, actor: &Actor, network: &str) -> Result<()> {
    let counted = actor.user().map_or(network.to_owned(), |user| user.id.0.to_string());
    let brake = Brake { purpose: "search", counted: &counted, limit: SEARCHES_AN_HOUR, window_s: 3600 };
    brake::press_lightly(app, &[brake])
}

/// What there is to filter by, read from the database.
#[derive(Clone, Copy)]
struct Among<'a> {
    categories: &'a [Category],
    area: Option<AreaId>,
}

/// The category that is wanted; what is not there holds nothing.
fn category_of(wanted: &Wanted, all: &[Category]) -> Option<CategoryId> {
    let id =
        |uuid| all.iter().find(|category| category.uuid == uuid).map_or(CategoryId(-1), |found| found.id);
    wanted.category.map(id)
}

fn since(now: Instant, wanted: &Wanted) -> Instant {
    wanted.days.map_or(Instant(i64::MIN), |days| after(now, days.clamp(0, 36_500) * -86_400))
}

async fn newest_first(
    app: &App,
    view: View,
    wanted: &Wanted,
    among: Among<'_>,
) -> Result<(Vec<Listing>, Option<After>)> {
    let before = match wanted.after {
        Some(After::Position(position)) => Some((position.at, position.id)),
        Some(After::Found(_)) | None => None,
    };
    let filter = Filter {
        kind: wanted.kind,
        category: category_of(wanted, among.categories),
        area: among.area,
        locale: &wanted.language,
        priced: wanted.priced,
        since: since(view.now, wanted),
        before,
        limit: i64::try_from(PAGE).unwrap_or(i64::MAX) + 1,
    };
    let mut listings = shown::page(&mut app.db.read().await?, view, &filter).await?;
    let more = listings.len() > PAGE;
    listings.truncate(PAGE);
    let last = listings.last().filter(|_| more);
    let next = last.map(|last| After::Position(Position { at: last.created_at, id: last.id }));
    Ok((listings, next))
}

async fn best_first(
    app: &App,
    sought: &Sought,
    (after, area): (Option<After>, Option<AreaId>),
) -> Result<(Vec<Listing>, Vec<Vec<Why>>, Option<After>)> {
    let mut passed = match after {
        Some(After::Found(passed)) => passed,
        Some(After::Position(_)) | None => 0,
    };
    let (mut listings, mut whys) = (Vec::new(), Vec::new());
    let has_words = !sought.words.trim().is_empty();
    let mut is_last = false;
    let (mut hits, mut asked) = (Vec::new().into_iter(), shown::AT_ONCE);
    loop {
        if hits.len() == 0 {
            let found = app.finder.find(app, sought, (passed, asked)).await?;
            is_last = found.len() < asked;
            // Each question goes through the whole index: where little of what it finds is shown, few must do.
            asked = (2 * asked).min(FOUND_MOST);
            hits = found.into_iter();
        }
        let some: Vec<Hit> = hits.by_ref().take(shown::AT_ONCE).collect();
        let ids: Vec<i64> = some.iter().map(|hit| hit.id).collect();
        let mut tx = app.db.read().await?;
        let mut rows = scope::shown_on(&mut tx, &sought.grounds, (&ids, sought.now), area).await?;
        drop(tx);
        for Hit { id, why, .. } in some {
            let Some(at) = rows.iter().position(|row| row.id == id) else {
                passed += 1;
                continue;
            };
            if listings.len() == PAGE {
                return Ok((listings, whys, Some(After::Found(passed))));
            }
            passed += 1;
            listings.push(rows.swap_remove(at));
            if has_words {
                whys.push(why);
            }
        }
        if is_last && hits.len() == 0 {
            return Ok((listings, whys, None));
        }
    }
}

fn counted(all: Vec<Category>, counts: &[(CategoryId, i64)]) -> Vec<Counted> {
    let own = |id: CategoryId| counts.iter().find(|(found, _)| *found == id).map_or(0, |(_, count)| *count);
    let parts = |id: CategoryId| -> i64 {
        all.iter().filter(|part| part.parent == Some(id)).map(|part| own(part.id)).sum()
    };
    let totals: Vec<i64> = all.iter().map(|category| own(category.id) + parts(category.id)).collect();
    let with_count = all.into_iter().zip(totals).map(|(category, count)| Counted { category, count });
    with_count.filter(|counted| counted.count > 0).collect()
}

/// The newest of the market that others show to this person.
///
/// # Errors
/// When the database fails.
pub async fn newest(app: &App, actor: &Actor, exchange: &Exchange, limit: usize) -> Result<Vec<Listing>> {
    let Some(circle) = circle(actor, exchange) else { return Ok(Vec::new()) };
    let view = View { exchange: exchange.id, now: app.clock.now(), circle };
    let (mut listings, _) =
        newest_first(app, view, &Wanted::default(), Among { categories: &[], area: None }).await?;
    listings.retain(|listing| !actor.operates(listing.account));
    listings.truncate(limit);
    veil(&mut listings, circle);
    Ok(listings)
}
