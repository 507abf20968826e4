//! Announcements as administrators write them: looked at first, then published; changed and ended.

use app::actor::Action;
use app::announcements::{self, Announcement, AnnouncementForm, Checked};
use askama::Template;
use axum::extract::Path;

use super::frame;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::announcements::Pinned;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed, uuid};
use crate::web::frame::Frame;
use crate::web::markdown::markup;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of these pages.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/announcements", list)
        .get("/{code}/admin/announcements/new", begin)
        .post("/{code}/admin/announcements/new", publish)
        .get("/{code}/admin/announcements/{id}", show)
        .post("/{code}/admin/announcements/{id}", save)
        .post("/{code}/admin/announcements/{id}/end", end)
}

/// `admin-announcements.html`.
#[derive(Template)]
#[template(path = "admin-announcements.html")]
struct ListPage {
    page: Frame,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    title: String,
    sub: String,
    is_over: bool,
}

/// `admin-announcement.html`.
#[derive(Template)]
#[template(path = "admin-announcement.html")]
struct FormPage {
    page: Frame,
    form: Form,
    /// How it will look, once it was asked for.
    preview: Option<Pinned>,
    /// Where it is ended; empty for a new one, and for one that is over.
    end: String,
    is_new: bool,
    /// Who is told.
    readers: i64,
}

fn typed(form: &Form) -> AnnouncementForm {
    let text = |name: &str| form.typed.get(name).to_owned();
    AnnouncementForm { title: text("title"), body: text("body"), until: text("until") }
}

/// The last day on which it stands, as a form takes it.
fn last_day(here: &Here, found: &Announcement) -> String {
    here.frame.day_iso(here.frame.l.day_of(found.expires_at.0 - 1))
}

impl FormPage {
    async fn new(here: &Here, form: Form, found: Option<&Announcement>) -> Result<Self, Stop> {
        let title = if found.is_some() { "announcement-edit-title" } else { "announcement-new-title" };
        let page = frame(here, title).task(here.frame.to("admin/announcements"));
        let overview = announcements::overview(here.app(), &here.actor, here.id()).await?;
        let standing = found.filter(|found| found.expires_at.0 > page.now);
        let end = standing.map(|found| page.to(&format!("admin/announcements/{}/end", found.uuid)));
        let end = end.unwrap_or_default();
        Ok(Self { page, form, preview: None, end, is_new: found.is_none(), readers: overview.readers })
    }

    fn with_preview(mut self, checked: &Checked) -> Self {
        let day = self.page.date(checked.expires_at.0 - 1);
        self.preview = Some(Pinned {
            id: "preview".to_owned(),
            title: checked.title.clone(),
            body: markup(&checked.body),
            until: self.page.with("day", day).t("announcement-until"),
        });
        self
    }
}

/// `GET /{code}/admin/announcements`
async fn list(here: Here) -> Answer {
    let overview = announcements::overview(here.app(), &here.actor, here.id()).await?;
    let page = frame(&here, "announcements-title");
    let row = |found: &Announcement| {
        let is_over = found.expires_at.0 <= page.now;
        let until = page.with("day", page.date(found.expires_at.0 - 1));
        let until = until.t(if is_over { "announcement-was-until" } else { "announcement-until" });
        let told = page.with("count", found.told).t("announcement-told");
        Row {
            href: page.to(&format!("admin/announcements/{}", found.uuid)),
            title: found.title.clone(),
            sub: format!("{until} · {told}"),
            is_over,
        }
    };
    let rows = overview.announcements.iter().map(row).collect();
    Ok(render(&ListPage { page, rows }))
}

/// `GET /{code}/admin/announcements/new`
async fn begin(here: Here) -> Answer {
    here.may(Action::Announce)?;
    let id = here.app().random.uuid(here.app().clock.now())?;
    let form = Form::begin(Typed::from_pairs([("id", id.to_string())]));
    Ok(render(&FormPage::new(&here, form, None).await?))
}

/// `POST /{code}/admin/announcements/new`: shows how it will look, or publishes it.
async fn publish(here: Here, sent: Typed) -> Answer {
    let mut form = Form::begin(sent);
    let (app, actor, text) = (here.app(), &here.actor, typed(&form));
    if form.typed.get("do") != "publish" {
        let outcome = announcements::preview(app, actor, here.id(), &text).await;
        let Some(checked) = form.take(&here.frame.l, outcome)? else {
            return Ok(render_again(&FormPage::new(&here, form, None).await?));
        };
        return Ok(render(&FormPage::new(&here, form, None).await?.with_preview(&checked)));
    }
    let id = uuid(form.typed.get("id"))?;
    let outcome = announcements::publish(app, actor, (here.id(), id), &text).await;
    match form.take(&here.frame.l, outcome)? {
        Some(()) => Ok(here.noticed(&here.frame.to("admin/announcements"), "notice-announced")),
        None => Ok(render_again(&FormPage::new(&here, form, None).await?)),
    }
}

async fn found(here: &Here, id: &str) -> Result<Announcement, Stop> {
    here.may(Action::Announce)?;
    Ok(announcements::find(here.app(), &here.actor, here.id(), uuid(id)?).await?)
}

/// `GET /{code}/admin/announcements/{id}`
async fn show(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    let found = found(&here, &id).await?;
    let until = last_day(&here, &found);
    let form =
        Form::begin(Typed::from_pairs([("title", &found.title), ("body", &found.body), ("until", &until)]));
    Ok(render(&FormPage::new(&here, form, Some(&found)).await?))
}

/// `POST /{code}/admin/announcements/{id}`: shows how it will look, or keeps the change.
async fn save(here: Here, Path((_, id)): Path<(String, String)>, sent: Typed) -> Answer {
    let found = found(&here, &id).await?;
    let mut form = Form::begin(sent);
    let (app, actor, text) = (here.app(), &here.actor, typed(&form));
    if form.typed.get("do") != "publish" {
        let outcome = announcements::preview(app, actor, here.id(), &text).await;
        let Some(checked) = form.take(&here.frame.l, outcome)? else {
            return Ok(render_again(&FormPage::new(&here, form, Some(&found)).await?));
        };
        return Ok(render(&FormPage::new(&here, form, Some(&found)).await?.with_preview(&checked)));
    }
    let outcome = announcements::edit(app, actor, (here.id(), found.uuid), &text).await;
    match form.take(&here.frame.l, outcome)? {
        Some(()) => Ok(here.noticed(&here.frame.to("admin/announcements"), "notice-saved")),
        None => Ok(render_again(&FormPage::new(&here, form, Some(&found)).await?)),
    }
}

/// `POST /{code}/admin/announcements/{id}/end`
async fn end(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    announcements::end(here.app(), &here.actor, here.id(), uuid(&id)?).await?;
    Ok(here.noticed(&here.frame.to("admin/announcements"), "notice-announcement-ended"))
}
