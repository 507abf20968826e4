//! Areas where members choose one, and as a filter.

use app::people::areas::{self, Area, AreaId};

use super::stop::Stop;
use super::visitor::Here;

/// The areas that a member may choose: their names outside, and what they are called.
pub type Choices = Vec<(String, String)>;

/// What a member who is in this area, or in none, may choose; and the name outside of the one it is in.
///
/// # Errors
/// When the database fails.
pub async fn choices(here: &Here, own: Option<AreaId>) -> Result<(Choices, String), Stop> {
    let all = areas::areas(here.app(), here.id()).await?;
    let chosen = all.iter().find(|area| Some(area.id) == own).map(|area| area.uuid.to_string());
    let open = all.iter().filter(|area| !area.retired || Some(area.id) == own);
    let choices = open.map(|area| (area.uuid.to_string(), area.name.clone())).collect();
    Ok((choices, chosen.unwrap_or_default()))
}

/// All areas, those too that nobody joins any more.
///
/// # Errors
/// When the database fails.
pub async fn all(here: &Here) -> Result<Choices, Stop> {
    let all = areas::areas(here.app(), here.id()).await?;
    Ok(all.into_iter().map(|area| (area.uuid.to_string(), area.name)).collect())
}

/// What the area of a member is called; empty: it is in none.
///
/// # Errors
/// When the database fails.
pub async fn name(here: &Here, own: Option<AreaId>) -> Result<String, Stop> {
    let Some(own) = own else { return Ok(String::new()) };
    let all = areas::areas(here.app(), here.id()).await?;
    Ok(all.into_iter().find(|area| area.id == own).map(|area| area.name).unwrap_or_default())
}

/// An area to filter by.
pub struct Chip {
    /// Where that leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// Whether it is looked at.
    pub is_current: bool,
}

/// The areas to filter by, and what the one that is looked at is called; `address` makes the address of one.
///
/// # Errors
/// When the database fails.
pub async fn chips(here: &Here, address: impl Fn(&str) -> String) -> Result<(Vec<Chip>, String), Stop> {
    let all = areas::areas(here.app(), here.id()).await?;
    let current = here.query.get("area");
    let is_current = |area: &Area| area.uuid.to_string() == current;
    let called = all.iter().find(|area| is_current(area)).map(|area| area.name.clone());
    let shown = all.iter().filter(|area| !area.retired || is_current(area));
    let chip = |area: &Area| Chip {
        href: address(&area.uuid.to_string()),
        label: area.name.clone(),
        is_current: is_current(area),
    };
    Ok((shown.map(chip).collect(), called.unwrap_or_default()))
}
