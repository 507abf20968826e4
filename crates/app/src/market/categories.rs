//! Categories: the standard set that each exchange starts with, and how its administrators change it.

use ledger::id::ExchangeId;
use store::Tx;
use store::categories::{Category, CategoryId, Face, NewCategory};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::error::{Error, Result};
use crate::form::Form;

/// The standard set, in its order: the top concepts of the lexicon that search goes by, and what is none of them. Each with its
/// key, which its name in the translations has too, and its icon.
pub const STANDARD: [(&str, &str); 21] = [
    ("food", "food"),
    ("garden", "leaf"),
    ("home-repairs", "wrench"),
    ("housework", "broom"),
    ("building", "bricks"),
    ("clothing", "scissors"),
    ("transport", "bike"),
    ("computers", "device"),
    ("care", "hand"),
    ("children", "kite"),
    ("health", "heart"),
    ("animals", "paw"),
    ("lessons", "book"),
    ("office", "rules"),
    ("arts", "music"),
    ("leisure", "ball"),
    ("events", "calendar"),
    ("household-goods", "tag"),
    ("lending", "swap"),
    ("spaces", "key"),
    ("other", "more"),
];

/// The icons that a category may have.
pub const ICONS: [&str; 27] = [
    "food", "leaf", "wrench", "broom", "bricks", "scissors", "bike", "device", "hand", "kite", "heart",
    "paw", "van", "book", "rules", "music", "ball", "calendar", "tag", "swap", "key", "home", "people",
    "clock", "globe", "chart", "more",
];

/// Gives an exchange the standard set.
pub(crate) async fn found(tx: &mut Tx, app: &App, exchange: ExchangeId) -> Result<()> {
    let mut set = Vec::with_capacity(STANDARD.len());
    for (position, (concept, icon)) in (0..).zip(STANDARD) {
        let face = Face { name: "", icon, parent: None, retired: false };
        set.push(NewCategory {
            uuid: app.random.uuid(app.clock.now())?,
            concept: Some(concept),
            face,
            position,
        });
    }
    Ok(store::categories::insert(tx, exchange, &set).await?)
}

/// Gives the standard set to exchanges that were founded before there were categories.
pub(crate) async fn found_where_missing(app: &App) -> Result<()> {
    let missing = store::exchanges::without_categories(&mut app.db.read().await?).await?;
    for exchange in missing {
        let mut tx = app.db.write().await?;
        found(&mut tx, app, exchange).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The categories of an exchange: each that has no parent, followed by its parts.
///
/// # Errors
/// When the database fails.
pub async fn categories(app: &App, exchange: ExchangeId) -> Result<Vec<Category>> {
    all(&mut app.db.read().await?, exchange).await
}

pub(super) async fn all(tx: &mut Tx, exchange: ExchangeId) -> Result<Vec<Category>> {
    let found = store::categories::of_exchange(tx, exchange).await?;
    let (tops, parts): (Vec<Category>, Vec<Category>) =
        found.into_iter().partition(|category| category.parent.is_none());
    let mut sorted = Vec::with_capacity(tops.len() + parts.len());
    for top in tops {
        let id = top.id;
        sorted.push(top);
        sorted.extend(parts.iter().filter(|part| part.parent == Some(id)).cloned());
    }
    Ok(sorted)
}

/// What an administrator types of a category.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CategoryForm {
    /// Its name; may stay empty for those of the standard set.
    pub name: String,
    /// The name of its icon.
    pub icon: String,
    /// The category that it is a part of.
    pub parent: Option<Uuid>,
    /// Whether nothing new gets it.
    pub retired: bool,
}

/// What was typed, checked against the other categories.
struct Checked {
    name: String,
    parent: Option<CategoryId>,
}

fn checked(typed: &CategoryForm, all: &[Category], own: Option<&Category>) -> Result<Checked> {
    let mut form = Form::new();
    let name = match own.and_then(|own| own.concept.as_ref()) {
        Some(_) => form.optional_line("name", &typed.name, 60),
        None => form.line("name", &typed.name, 60),
    };
    if !ICONS.contains(&typed.icon.as_str()) {
        form.wrong("icon", "error-choice");
    }
    let parent = typed.parent.and_then(|uuid| all.iter().find(|category| category.uuid == uuid));
    if typed.parent.is_some() && parent.is_none() {
        form.wrong("parent", "error-choice");
    }
    if let Some(parent) = parent {
        let has_parts = own.is_some_and(|own| all.iter().any(|other| other.parent == Some(own.id)));
        if parent.parent.is_some() || has_parts || own.is_some_and(|own| own.id == parent.id) {
            form.wrong("parent", "error-category-parent");
        }
    }
    form.finish()?;
    Ok(Checked { name, parent: parent.map(|parent| parent.id) })
}

/// Adds a category, behind the others.
///
/// # Errors
/// [`Error::Wrong`] on the fields of [`CategoryForm`], [`Error::NotAllowed`] for anyone but administrators.
pub async fn add_category(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    typed: &CategoryForm,
) -> Result<()> {
    actor.may(Action::EditMarket, Subject::exchange(exchange))?;
    let mut tx = app.db.write().await?;
    let all = all(&mut tx, exchange).await?;
    let Checked { name, parent } = checked(typed, &all, None)?;
    let position = all.iter().map(|category| category.position).max().unwrap_or(0) + 1;
    let face = Face { name: &name, icon: &typed.icon, parent, retired: typed.retired };
    let new = NewCategory { uuid: app.random.uuid(app.clock.now())?, concept: None, face, position };
    store::categories::insert(&mut tx, exchange, &[new]).await?;
    write_down(&mut tx, app, (actor, exchange, Act::CategoryAdded), &name).await?;
    Ok(tx.commit().await?)
}

/// Changes a category: its name, icon and parent, and whether it is retired.
///
/// # Errors
/// As [`add_category`], and [`Error::NotFound`].
pub async fn edit_category(
    app: &App,
    actor: &Actor,
    (exchange, category): (ExchangeId, Uuid),
    typed: &CategoryForm,
) -> Result<()> {
    actor.may(Action::EditMarket, Subject::exchange(exchange))?;
    let mut tx = app.db.write().await?;
    let all = all(&mut tx, exchange).await?;
    let own = all.iter().find(|found| found.uuid == category).ok_or(Error::NotFound)?;
    let Checked { name, parent } = checked(typed, &all, Some(own))?;
    let face = Face { name: &name, icon: &typed.icon, parent, retired: typed.retired };
    store::categories::set_face(&mut tx, own.id, face).await?;
    if own.name != name {
        store::listings::touch_category(&mut tx, own.id, app.clock.now()).await?;
    }
    let called = if name.is_empty() { own.concept.as_deref().unwrap_or_default() } else { &name };
    let act = if typed.retired && !own.retired { Act::CategoryRetired } else { Act::CategoryEdited };
    write_down(&mut tx, app, (actor, exchange, act), called).await?;
    tx.commit().await?;
    app.finder.changed();
    Ok(())
}

/// Where a category is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Before the one before it.
    Up,
    /// Behind the one behind it.
    Down,
}

/// Moves a category by one place among those with the same parent. At the end it stays where it is.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`] for anyone but administrators.
pub async fn move_category(
    app: &App,
    actor: &Actor,
    (exchange, category): (ExchangeId, Uuid),
    direction: Direction,
) -> Result<()> {
    actor.may(Action::EditMarket, Subject::exchange(exchange))?;
    let mut tx = app.db.write().await?;
    let all = all(&mut tx, exchange).await?;
    let own = all.iter().find(|found| found.uuid == category).ok_or(Error::NotFound)?;
    let mut row: Vec<CategoryId> =
        all.iter().filter(|other| other.parent == own.parent).map(|other| other.id).collect();
    let at = row.iter().position(|id| *id == own.id).unwrap_or_default();
    match direction {
        Direction::Up if at > 0 => row.swap(at, at - 1),
        Direction::Down if at + 1 < row.len() => row.swap(at, at + 1),
        Direction::Up | Direction::Down => return Ok(()),
    }
    for (position, id) in (0..).zip(row) {
        store::categories::set_position(&mut tx, id, position).await?;
    }
    Ok(tx.commit().await?)
}

async fn write_down(
    tx: &mut Tx,
    app: &App,
    (actor, exchange, act): (&Actor, ExchangeId, Act),
    subject: &str,
) -> Result<()> {
    audit::exchange(tx, app, Entry { actor, exchange, act, subject, detail: Detail::default() }).await
}
