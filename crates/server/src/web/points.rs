//! Where a member or an exchange is on the map: said in numbers, pasted, or by the browser; and how far that is, in words.

use app::actor::Action;
use app::points::{self, Away, Point, written};
use askama::Template;

use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::{Frame, Place};
use super::stop::Answer;
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of both.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/profile/point", show_own)
        .post("/{code}/profile/point", save_own)
        .get("/{code}/admin/point", show_exchange)
        .post("/{code}/admin/point", save_exchange)
}

/// `point.html`.
#[derive(Template)]
#[template(path = "point.html")]
struct PointPage {
    page: Frame,
    form: Form,
    /// Whose it is.
    whose: Whose,
    /// Whether anything is kept that can be taken back.
    is_set: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Member,
    Exchange,
}

impl PointPage {
    fn new(here: &Here, form: Form, (whose, kept): (Whose, Option<Point>)) -> Self {
        let (title, back) = match whose {
            Whose::Member => ("point-title", "profile"),
            Whose::Exchange => ("admin-point-title", "admin/settings"),
        };
        let page = here.frame.clone().titled(title).at(Place::More).task(here.frame.to(back));
        Self { page, form, whose, is_set: kept.is_some() }
    }
}

fn filled(kept: Option<Point>) -> Form {
    Form::begin(Typed::from_pairs([("point", kept.map(written).unwrap_or_default())]))
}

/// What was typed; nothing where it is to be taken back.
fn typed_point(form: &Form) -> &str {
    if form.typed.get("forget") == "yes" { "" } else { form.typed.get("point") }
}

fn notice(form: &Form) -> &'static str {
    if typed_point(form).trim().is_empty() { "notice-point-forgotten" } else { "notice-point-saved" }
}

/// `GET /{code}/profile/point`
async fn show_own(here: Here) -> Answer {
    let member = here.member()?.member;
    let kept = points::of_member(here.app(), &here.actor, member).await?;
    Ok(render(&PointPage::new(&here, filled(kept), (Whose::Member, kept))))
}

async fn save_own(here: Here, typed: Typed) -> Answer {
    let member = here.member()?.member;
    let kept = points::of_member(here.app(), &here.actor, member).await?;
    let mut form = Form::begin(typed);
    let saved = points::set_of_member(here.app(), &here.actor, member, typed_point(&form)).await;
    if form.take(&here.frame.l, saved)?.is_none() {
        return Ok(render_again(&PointPage::new(&here, form, (Whose::Member, kept))));
    }
    Ok(here.noticed(&here.frame.to("profile/point"), notice(&form)))
}

/// `GET /{code}/admin/point`
async fn show_exchange(here: Here) -> Answer {
    here.may(Action::EditExchange)?;
    let kept = points::of_exchange(here.app(), &here.actor, here.id()).await?;
    Ok(render(&PointPage::new(&here, filled(kept), (Whose::Exchange, kept))))
}

async fn save_exchange(here: Here, typed: Typed) -> Answer {
    let kept = points::of_exchange(here.app(), &here.actor, here.id()).await?;
    let mut form = Form::begin(typed);
    let saved = points::set_of_exchange(here.app(), &here.actor, here.id(), typed_point(&form)).await;
    if form.take(&here.frame.l, saved)?.is_none() {
        return Ok(render_again(&PointPage::new(&here, form, (Whose::Exchange, kept))));
    }
    Ok(here.noticed(&here.frame.to("admin/settings"), notice(&form)))
}

/// How far away something is, in words; empty where that is not known.
pub(super) fn away(page: &Frame, away: Option<Away>) -> String {
    match away {
        Some(Away::Within(km)) => page.with("km", km).t("away-within"),
        Some(Away::Beyond(km)) => page.with("km", km).t("away-beyond"),
        None => String::new(),
    }
}
