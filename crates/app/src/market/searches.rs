//! Saved searches: what a member looks for in the market again and again, under a name, and how soon it is told of what
//! matches (`matching`).

use ledger::id::ExchangeId;
use store::Tx;
use store::areas::Area;
use store::categories::Category;
use store::exchanges::Exchange;
use store::members::MemberId;
use store::searches::matches;
use store::searches::{self, NewSearch};
pub use store::searches::{Pace, SavedSearch};
use uuid::Uuid;

use super::categories;
use super::reading::Wanted;
use super::scope::{Scope, others_of};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::exchanges;
use crate::form::Form;
use crate::jobs::after;
use crate::members;
use crate::points::WITHIN;

/// How many searches a member may keep.
pub const MOST: usize = 20;
/// The longest name of one, in characters.
pub const SEARCH_NAME_MAX: usize = 60;
/// The longest words, in characters.
const WORDS_MAX: usize = 100;
/// Matches of how long are counted: a week, in seconds.
const LATELY_S: i64 = 7 * 86_400;

/// A name and a pace as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchForm {
    /// What the member calls it.
    pub name: String,
    /// How soon it is told; none: not chosen.
    pub pace: Option<Pace>,
}

/// A saved search as its member sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The search.
    pub search: SavedSearch,
    /// What it looks for.
    pub wanted: Wanted,
    /// Its category, if it has one.
    pub category: Option<Category>,
    /// What its area is called, if it has one.
    pub area: Option<String>,
    /// What the other exchange is called that it searches, if it searches one.
    pub elsewhere: Option<String>,
    /// How many listings were found for it within the last week.
    pub found: i64,
}

/// What a saved search looks for; `elsewhere` are the exchanges that members' searches look in beside their own.
fn wanted(
    search: &SavedSearch,
    (categories, areas): (&[Category], &[Area]),
    elsewhere: &[Exchange],
) -> Wanted {
    let category = categories.iter().find(|category| Some(category.id) == search.category);
    let area = areas.iter().find(|area| Some(area.id) == search.area);
    Wanted {
        kind: search.kind,
        category: category.map(|category| category.uuid),
        area: area.map(|area| area.uuid),
        words: search.words.clone(),
        exact: search.exact,
        language: search.language.clone(),
        priced: search.priced,
        within: search.within_km,
        scope: match search.ground {
            None => Scope::Everywhere,
            Some(ground) => {
                let other = elsewhere.iter().find(|other| other.id == ground);
                other.map_or(Scope::Own, |other| Scope::Exchange(other.code.clone()))
            }
        },
        ..Wanted::default()
    }
}

fn read(form: &mut Form, typed: &SearchForm) -> (String, Pace) {
    let name = form.line("name", &typed.name, SEARCH_NAME_MAX);
    let pace = typed.pace.unwrap_or_else(|| {
        form.wrong("pace", "error-choice");
        Pace::AtOnce
    });
    (name, pace)
}

/// Saves what is looked for under a name. The form carries the name outside: sent twice, it is saved once.
///
/// # Errors
/// [`Error::Wrong`] on `name`, `pace`; with `error-search-everything` when nothing is looked for, with `error-searches-many`
/// after [`MOST`]; [`Error::NotFound`] for a category, an area, an exchange or a distance that is not there;
/// [`Error::NotAllowed`] for anyone but the member.
pub async fn save_search(
    app: &App,
    actor: &Actor,
    (member, uuid): (MemberId, Uuid),
    (wanted, locale): (&Wanted, &str),
    typed: &SearchForm,
) -> Result<()> {
    let mut tx = app.db.write().await?;
    let owner = members::get(&mut tx, member).await?;
    actor.may(Action::KeepSearches, Subject::member(owner.exchange, member))?;
    exchanges::active(&mut tx, owner.exchange).await?;
    let kept = searches::of_member(&mut tx, member).await?;
    if kept.iter().any(|search| search.uuid == uuid) {
        return Ok(());
    }
    let mut form = Form::new();
    let (name, pace) = read(&mut form, typed);
    let words: String = wanted.words.trim().chars().take(WORDS_MAX).collect();
    let categories = categories::all(&mut tx, owner.exchange).await?;
    let areas = store::areas::of_exchange(&mut tx, owner.exchange).await?;
    let category = categories.iter().find(|category| Some(category.uuid) == wanted.category);
    let area = areas.iter().find(|area| Some(area.uuid) == wanted.area);
    if wanted.category.is_some() != category.is_some() || wanted.area.is_some() != area.is_some() {
        // The page finds nothing in what is not there; without it the search would find everything else.
        return Err(Error::NotFound);
    }
    if wanted.within.is_some_and(|km| !WITHIN.contains(&km)) {
        return Err(Error::NotFound);
    }
    let ground = ground(&mut tx, owner.exchange, wanted).await?;
    let new = NewSearch {
        uuid,
        exchange: owner.exchange,
        member,
        name: &name,
        words: &words,
        exact: wanted.exact && !words.is_empty(),
        locale,
        kind: wanted.kind,
        category: category.map(|category| category.id),
        area: area.map(|area| area.id),
        language: &wanted.language,
        priced: wanted.priced,
        ground,
        within_km: wanted.within,
        pace,
    };
    let filters = [new.kind.is_some(), new.category.is_some(), new.area.is_some(), new.within_km.is_some()];
    if words.is_empty() && !filters.contains(&true) {
        form.wrong("", "error-search-everything");
    }
    if kept.len() >= MOST {
        form.wrong_with("", "error-searches-many", vec![("max", MOST.to_string())]);
    }
    form.finish()?;
    searches::insert(&mut tx, &new, app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// The exchange that is searched; none: all. Areas are those of the own exchange.
async fn ground(tx: &mut Tx, own: ExchangeId, wanted: &Wanted) -> Result<Option<ExchangeId>> {
    match &wanted.scope {
        _ if wanted.area.is_some() => Ok(Some(own)),
        Scope::Own => Ok(Some(own)),
        Scope::Everywhere => Ok(None),
        Scope::Exchange(code) => {
            let others = others_of(tx, own).await?;
            let other = others.into_iter().find(|other| other.code == *code);
            other.map(|other| Some(other.id)).ok_or(Error::NotFound)
        }
    }
}

/// A member's saved searches, by name.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the member.
pub async fn saved_searches(
    app: &App,
    actor: &Actor,
    (exchange, member): (ExchangeId, MemberId),
) -> Result<Vec<Kept>> {
    actor.may(Action::KeepSearches, Subject::member(exchange, member))?;
    let mut tx = app.db.read().await?;
    let categories = categories::all(&mut tx, exchange).await?;
    let areas = store::areas::of_exchange(&mut tx, exchange).await?;
    let counts = matches::counts(&mut tx, member, after(app.clock.now(), -LATELY_S)).await?;
    let found = searches::of_member(&mut tx, member).await?;
    let mut elsewhere: Vec<Exchange> = Vec::new();
    for ground in found.iter().filter_map(|search| search.ground).filter(|ground| *ground != exchange) {
        if elsewhere.iter().all(|other| other.id != ground) {
            elsewhere.extend(store::exchanges::get(&mut tx, ground).await?);
        }
    }
    let name = |search: &SavedSearch| {
        elsewhere.iter().find(|other| Some(other.id) == search.ground).map(|other| other.name.clone())
    };
    let kept = |search: SavedSearch| Kept {
        wanted: wanted(&search, (&categories, &areas), &elsewhere),
        elsewhere: name(&search),
        category: categories.iter().find(|category| Some(category.id) == search.category).cloned(),
        area: areas.iter().find(|area| Some(area.id) == search.area).map(|area| area.name.clone()),
        found: counts.iter().find(|(id, _)| *id == search.id).map_or(0, |(_, count)| *count),
        search,
    };
    Ok(found.into_iter().map(kept).collect())
}

/// One saved search of a member.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`] for anyone but the member.
pub async fn saved_search(
    app: &App,
    actor: &Actor,
    (exchange, member): (ExchangeId, MemberId),
    uuid: Uuid,
) -> Result<Kept> {
    let all = saved_searches(app, actor, (exchange, member)).await?;
    all.into_iter().find(|kept| kept.search.uuid == uuid).ok_or(Error::NotFound)
}

/// Gives a saved search another name and pace. What was found before keeps the hour at which it is told.
///
/// # Errors
/// [`Error::Wrong`] on `name`, `pace`; [`Error::NotFound`], [`Error::NotAllowed`] for anyone but the member.
pub async fn change_search(
    app: &App,
    actor: &Actor,
    (exchange, member): (ExchangeId, MemberId),
    uuid: Uuid,
    typed: &SearchForm,
) -> Result<()> {
    let mut form = Form::new();
    let (name, pace) = read(&mut form, typed);
    form.finish()?;
    let mut tx = app.db.write().await?;
    let own = own(&mut tx, actor, (exchange, member), uuid).await?;
    searches::change(&mut tx, own.id, (&name, pace)).await?;
    if pace == Pace::Never {
        matches::forget_waiting(&mut tx, own.id).await?;
    }
    Ok(tx.commit().await?)
}

/// Forgets a saved search. One that is not there is forgotten already.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the member.
pub async fn remove_search(
    app: &App,
    actor: &Actor,
    (exchange, member): (ExchangeId, MemberId),
    uuid: Uuid,
) -> Result<()> {
    let mut tx = app.db.write().await?;
    match own(&mut tx, actor, (exchange, member), uuid).await {
        Err(Error::NotFound) => return Ok(()),
        own => searches::remove(&mut tx, own?.id).await?,
    }
    Ok(tx.commit().await?)
}

async fn own(
    tx: &mut Tx,
    actor: &Actor,
    (exchange, member): (ExchangeId, MemberId),
    uuid: Uuid,
) -> Result<SavedSearch> {
    actor.may(Action::KeepSearches, Subject::member(exchange, member))?;
    let all = searches::of_member(tx, member).await?;
    all.into_iter().find(|search| search.uuid == uuid).ok_or(Error::NotFound)
}
