//! Areas: the parts of an exchange, such as a valley or a quarter. Administrators keep the list; each member is in one at most.

use ledger::id::ExchangeId;
use store::Tx;
pub use store::areas::{Area, AreaId};
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::error::{Error, Result};
use crate::form::{Form, folded};
use crate::market::Direction;

/// Areas that an exchange may have.
const MOST: usize = 200;

/// What an administrator types of an area.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AreaForm {
    /// What it is called.
    pub name: String,
    /// Whether nobody else joins it.
    pub retired: bool,
}

/// The areas of an exchange in their order, retired ones too.
///
/// # Errors
/// When the database fails.
pub async fn areas(app: &App, exchange: ExchangeId) -> Result<Vec<Area>> {
    Ok(store::areas::of_exchange(&mut app.db.read().await?, exchange).await?)
}

/// What a member may choose from.
pub(crate) struct Choice {
    areas: Vec<Area>,
    before: Option<AreaId>,
}

impl Choice {
    /// For a member who is in an area already, or in none.
    pub(crate) async fn of(tx: &mut Tx, exchange: ExchangeId, before: Option<AreaId>) -> Result<Self> {
        Ok(Self { areas: store::areas::of_exchange(tx, exchange).await?, before })
    }

    /// The area of a name in a form. One that is retired is chosen only by those who are in it.
    pub(crate) fn checked(&self, form: &mut Form, typed: &str) -> Option<AreaId> {
        if typed.is_empty() {
            return None;
        }
        let open = |area: &&Area| !area.retired || Some(area.id) == self.before;
        let found = self.areas.iter().filter(open).find(|area| area.uuid.to_string() == typed);
        if found.is_none() {
            form.wrong("area", "error-choice");
        }
        found.map(|area| area.id)
    }
}

/// The area of this name outside; one that is not there holds nobody.
pub(crate) async fn wanted(tx: &mut Tx, exchange: ExchangeId, area: Option<Uuid>) -> Result<Option<AreaId>> {
    let Some(uuid) = area else { return Ok(None) };
    let areas = store::areas::of_exchange(tx, exchange).await?;
    Ok(Some(areas.iter().find(|area| area.uuid == uuid).map_or(AreaId(-1), |area| area.id)))
}

/// Adds an area behind the others. The form carries its name outside: sent twice, it is added once.
///
/// # Errors
/// [`Error::Wrong`] on the fields of [`AreaForm`], [`Error::NotAllowed`] for anyone but administrators.
pub async fn add(
    app: &App,
    actor: &Actor,
    (exchange, uuid): (ExchangeId, Uuid),
    typed: &AreaForm,
) -> Result<()> {
    actor.may(Action::EditAreas, Subject::exchange(exchange))?;
    let mut tx = app.db.write().await?;
    let all = store::areas::of_exchange(&mut tx, exchange).await?;
    if all.iter().any(|area| area.uuid == uuid) {
        return Ok(());
    }
    let name = checked(typed, &all, None)?;
    let position = all.iter().map(|area| area.position).max().unwrap_or(0) + 1;
    match store::areas::insert(&mut tx, exchange, uuid, (&name, position)).await {
        // The same form, sent twice at the same moment.
        Err(store::Error::Taken) => return Ok(()),
        inserted => inserted?,
    }
    write_down(&mut tx, app, (actor, exchange, Act::AreaAdded), &name).await?;
    Ok(tx.commit().await?)
}

/// Changes what an area is called, and whether it is retired.
///
/// # Errors
/// As [`add`], and [`Error::NotFound`].
pub async fn edit(
    app: &App,
    actor: &Actor,
    (exchange, area): (ExchangeId, Uuid),
    typed: &AreaForm,
) -> Result<()> {
    actor.may(Action::EditAreas, Subject::exchange(exchange))?;
    let mut tx = app.db.write().await?;
    let all = store::areas::of_exchange(&mut tx, exchange).await?;
    let own = all.iter().find(|found| found.uuid == area).ok_or(Error::NotFound)?;
    let name = checked(typed, &all, Some(own.id))?;
    store::areas::set(&mut tx, own.id, (&name, typed.retired)).await?;
    let act = if typed.retired && !own.retired { Act::AreaRetired } else { Act::AreaEdited };
    write_down(&mut tx, app, (actor, exchange, act), &name).await?;
    Ok(tx.commit().await?)
}

/// Moves an area by one place. At the end it stays where it is.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`] for anyone but administrators.
pub async fn move_by_one(
    app: &App,
    actor: &Actor,
    (exchange, area): (ExchangeId, Uuid),
    direction: Direction,
) -> Result<()> {
    actor.may(Action::EditAreas, Subject::exchange(exchange))?;
    let mut tx = app.db.write().await?;
    let mut row = store::areas::of_exchange(&mut tx, exchange).await?;
    let at = row.iter().position(|found| found.uuid == area).ok_or(Error::NotFound)?;
    match direction {
        Direction::Up if at > 0 => row.swap(at, at - 1),
        Direction::Down if at + 1 < row.len() => row.swap(at, at + 1),
        Direction::Up | Direction::Down => return Ok(()),
    }
    for (position, area) in (0..).zip(row) {
        store::areas::set_position(&mut tx, area.id, position).await?;
    }
    Ok(tx.commit().await?)
}

fn checked(typed: &AreaForm, all: &[Area], own: Option<AreaId>) -> Result<String> {
    let mut form = Form::new();
    let name = form.line("name", &typed.name, 60);
    let is_taken = |area: &Area| Some(area.id) != own && folded(&area.name) == folded(&name);
    if all.iter().any(is_taken) {
        form.wrong("name", "error-area-taken");
    }
    if own.is_none() && all.len() >= MOST {
        form.wrong_with("name", "error-too-many-areas", vec![("max", MOST.to_string())]);
    }
    form.finish()?;
    Ok(name)
}

async fn write_down(
    tx: &mut Tx,
    app: &App,
    (actor, exchange, act): (&Actor, ExchangeId, Act),
    subject: &str,
) -> Result<()> {
    audit::exchange(tx, app, Entry { actor, exchange, act, subject, detail: Detail::default() }).await
}
