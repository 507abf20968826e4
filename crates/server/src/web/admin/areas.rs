//! The areas of the exchange: adding, renaming, ordering and retiring them.

use app::actor::Action;
use app::market::Direction;
use app::people::areas::{self, Area, AreaForm};
use askama::Template;
use axum::extract::Path;

use super::frame;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed, uuid};
use crate::web::frame::Frame;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of these pages.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/areas", show)
        .get("/{code}/admin/areas/new", begin)
        .post("/{code}/admin/areas/new", add)
        .get("/{code}/admin/areas/{area}", show_area)
        .post("/{code}/admin/areas/{area}", save)
        .post("/{code}/admin/areas/{area}/move", move_it)
}

/// `admin-areas.html`.
#[derive(Template)]
#[template(path = "admin-areas.html")]
struct AreasPage {
    page: Frame,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    name: String,
    is_retired: bool,
}

/// `admin-area.html`.
#[derive(Template)]
#[template(path = "admin-area.html")]
struct AreaPage {
    page: Frame,
    form: Form,
    /// Where it is moved; empty for a new one.
    move_to: String,
}

fn area_page(here: &Here, own: Option<&Area>, form: Form) -> AreaPage {
    let key = if own.is_some() { "admin-area-title" } else { "admin-area-new" };
    let page = frame(here, key).task(here.frame.to("admin/areas"));
    let move_to = own.map(|own| page.to(&format!("admin/areas/{}/move", own.uuid)));
    AreaPage { move_to: move_to.unwrap_or_default(), page, form }
}

fn read(form: &Form) -> AreaForm {
    AreaForm { name: form.typed.get("name").to_owned(), retired: form.typed.has("retired") }
}

async fn show(here: Here) -> Answer {
    here.may(Action::EditAreas)?;
    let page = frame(&here, "admin-areas");
    let row = |area: &Area| Row {
        href: page.to(&format!("admin/areas/{}", area.uuid)),
        name: area.name.clone(),
        is_retired: area.retired,
    };
    let rows = areas::areas(here.app(), here.id()).await?.iter().map(row).collect();
    Ok(render(&AreasPage { page, rows }))
}

async fn begin(here: Here) -> Answer {
    here.may(Action::EditAreas)?;
    let id = here.app().random.uuid(here.app().clock.now())?.to_string();
    Ok(render(&area_page(&here, None, Form::begin(Typed::from_pairs([("id", id)])))))
}

async fn add(here: Here, typed: Typed) -> Answer {
    here.may(Action::EditAreas)?;
    let mut form = Form::begin(typed);
    let id = uuid(form.typed.get("id"))?;
    let added = areas::add(here.app(), &here.actor, (here.id(), id), &read(&form)).await;
    if form.take(&here.frame.l, added)?.is_none() {
        return Ok(render_again(&area_page(&here, None, form)));
    }
    Ok(here.noticed(&here.frame.to("admin/areas"), "notice-saved"))
}

type At = Path<(String, String)>;

/// The area of a name in an address.
async fn found(here: &Here, id: &str) -> Result<Area, Stop> {
    here.may(Action::EditAreas)?;
    let all = areas::areas(here.app(), here.id()).await?;
    all.into_iter().find(|area| area.uuid.to_string() == id).ok_or_else(Stop::not_found)
}

async fn show_area(here: Here, Path((_, id)): At) -> Answer {
    let own = found(&here, &id).await?;
    let mut typed = Typed::from_pairs([("name", own.name.as_str())]);
    if own.retired {
        typed.set("retired", "on");
    }
    Ok(render(&area_page(&here, Some(&own), Form::begin(typed))))
}

async fn save(here: Here, Path((_, id)): At, typed: Typed) -> Answer {
    let own = found(&here, &id).await?;
    let mut form = Form::begin(typed);
    let edited = areas::edit(here.app(), &here.actor, (here.id(), own.uuid), &read(&form)).await;
    if form.take(&here.frame.l, edited)?.is_none() {
        return Ok(render_again(&area_page(&here, Some(&own), form)));
    }
    Ok(here.noticed(&here.frame.to("admin/areas"), "notice-saved"))
}

async fn move_it(here: Here, Path((_, id)): At, typed: Typed) -> Answer {
    let own = found(&here, &id).await?;
    let direction = if typed.get("to") == "up" { Direction::Up } else { Direction::Down };
    areas::move_by_one(here.app(), &here.actor, (here.id(), own.uuid), direction).await?;
    Ok(here.noticed(&here.frame.to(&format!("admin/areas/{}", own.uuid)), "notice-saved"))
}
