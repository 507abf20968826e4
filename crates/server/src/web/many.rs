//! Many trades at once: typed line by line, pasted, or uploaded as a table; looked at; then recorded.
//!
//! One address takes everything; the button says what: `look`, `more` (lines to type), `change` (back to what was typed) or
//! `post`. The list travels in the form, so nothing half done waits on the server.

mod lines;
mod list;

use app::actor::Action;
use app::many::{self, Posted};
use askama::Template;

use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::{Frame, Place};
use super::l10n::UnitView;
use super::stop::Answer;
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;
use lines::LineView;
use list::{List, Whose};

/// Adds the routes of these pages.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/many", begin).post("/{code}/many", go_on)
}

/// `many.html`: the list to be typed.
#[derive(Template)]
#[template(path = "many.html")]
struct ManyPage {
    page: Frame,
    form: Form,
    unit: UnitView,
    list: List,
    /// Whether the reader may record for others as well as for themselves.
    may_choose: bool,
    /// The reader's own number; empty when they have no account here.
    own_number: String,
}

/// `many-lines.html`: what would become of the list, or what became of it.
#[derive(Template)]
#[template(path = "many-lines.html")]
struct LinesPage {
    page: Frame,
    unit: UnitView,
    stage: Stage,
    list: List,
    /// The list as the form carries it.
    table: String,
    lines: Vec<LineView>,
    good: Vec<usize>,
    bad: usize,
    total: i64,
}

/// What a page of lines is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Nothing has been recorded yet.
    Look,
    /// Something has changed since it was looked at, and nothing has been recorded.
    Changed,
    /// It is recorded.
    Done,
}

async fn begin(here: Here) -> Answer {
    let list = List::begin(&here)?;
    Ok(render(&page(&here, Form::default(), list)))
}

async fn go_on(here: Here, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let mut list = List::read(&here, &form.typed)?;
    match form.typed.get("do") {
        "more" => {
            list.lengthen();
            return Ok(render(&page(&here, form, list)));
        }
        "change" => {
            list.take_table(&form.typed).unwrap_or_default();
            return Ok(render(&page(&here, form, list.untabled())));
        }
        _ => {}
    }
    let rows = list.take_table(&form.typed);
    let l = &here.frame.l;
    if form.take(l, rows)?.is_none() {
        return Ok(render_again(&page(&here, form, list)));
    }
    if form.typed.get("do") == "post" {
        return post(&here, form, list).await;
    }
    let looked = many::preview(here.app(), &here.actor, &list.batch(&here)).await;
    match form.take(l, looked)? {
        Some(preview) => Ok(render(&looked_at(&here, list, preview, Stage::Look).await)),
        None => Ok(render_again(&page(&here, form, list))),
    }
}

async fn post(here: &Here, mut form: Form, list: List) -> Answer {
    let good: Vec<usize> = form.typed.all("good").filter_map(|number| number.parse().ok()).collect();
    let posted = many::post(here.app(), &here.actor, &list.batch(here), &good).await;
    Ok(match form.take(&here.frame.l, posted)? {
        Some(Posted::Done(done)) => render(&looked_at(here, list, done, Stage::Done).await),
        Some(Posted::Changed(now)) => render_again(&looked_at(here, list, now, Stage::Changed).await),
        None => render_again(&page(here, form, list)),
    })
}

fn page(here: &Here, form: Form, list: List) -> ManyPage {
    let own = here.membership.as_ref().and_then(|own| own.number.clone());
    ManyPage {
        page: here.frame.clone().titled("many-title").at(Place::More),
        form,
        unit: here.unit.clone(),
        may_choose: own.is_some() && here.can(Action::RecordForOthers),
        own_number: own.unwrap_or_default(),
        list,
    }
}

async fn looked_at(here: &Here, list: List, preview: many::Preview, stage: Stage) -> LinesPage {
    let key = if stage == Stage::Done { "many-done-title" } else { "many-look-title" };
    let page = here.frame.clone().titled(key).at(Place::More);
    let good = preview.good();
    LinesPage {
        bad: preview.lines.len() - good.len(),
        total: preview.total,
        lines: lines::views(here, &page, &preview.lines).await,
        table: many::write_table(&list.rows),
        unit: here.unit.clone(),
        stage,
        list,
        good,
        page,
    }
}
