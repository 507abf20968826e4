//! Newsletters as administrators write them: looked at, written to oneself, then sent off; and how far each is.

use app::actor::Action;
use app::newsletters::{self, Audience, Checked, Newsletter, NewsletterForm};
use askama::Template;
use axum::extract::Path;

use super::frame;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::areas::{self, Choices};
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed, uuid};
use crate::web::frame::Frame;
use crate::web::markdown::markup;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of these pages.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/newsletters", list)
        .get("/{code}/admin/newsletters/new", begin)
        .post("/{code}/admin/newsletters/new", write)
        .get("/{code}/admin/newsletters/{id}", show)
}

/// `admin-newsletters.html`.
#[derive(Template)]
#[template(path = "admin-newsletters.html")]
struct ListPage {
    page: Frame,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    title: String,
    progress: String,
    at: i64,
    is_done: bool,
}

/// `admin-newsletter.html`.
#[derive(Template)]
#[template(path = "admin-newsletter.html")]
struct FormPage {
    page: Frame,
    form: Form,
    /// How it will look, once it was asked for.
    preview: Option<Preview>,
    audiences: Vec<(&'static str, String)>,
    areas: Choices,
}

struct Preview {
    title: String,
    body: String,
    /// To how many it goes.
    total: i64,
}

/// `admin-newsletter-sent.html`.
#[derive(Template)]
#[template(path = "admin-newsletter-sent.html")]
struct SentPage {
    page: Frame,
    body: String,
    audience: String,
    progress: String,
    total: i64,
    told: i64,
    at: i64,
    is_done: bool,
}

fn progress(page: &Frame, found: &Newsletter) -> String {
    let key = if found.done_at.is_some() { "newsletter-sent" } else { "newsletter-sending" };
    page.with("count", found.told).with("total", found.total).t(key)
}

impl FormPage {
    async fn new(here: &Here, form: Form) -> Result<Self, Stop> {
        let page = frame(here, "newsletter-new-title").task(here.frame.to("admin/newsletters"));
        let areas = areas::all(here).await?;
        let named = |audience: &Audience| {
            (audience.as_str(), page.t(&format!("newsletter-to-{}", audience.as_str())))
        };
        let possible = |audience: &&Audience| **audience != Audience::Area || !areas.is_empty();
        let audiences = Audience::ALL.iter().filter(possible).map(named).collect();
        Ok(Self { audiences, areas, page, form, preview: None })
    }

    fn with_preview(mut self, checked: &Checked) -> Self {
        let (title, body) = (checked.title.clone(), markup(&checked.body));
        self.preview = Some(Preview { title, body, total: checked.total });
        self
    }
}

/// `GET /{code}/admin/newsletters`
async fn list(here: Here) -> Answer {
    let found = newsletters::list(here.app(), &here.actor, here.id()).await?;
    let page = frame(&here, "newsletters-title");
    let row = |found: &Newsletter| Row {
        href: page.to(&format!("admin/newsletters/{}", found.uuid)),
        title: found.title.clone(),
        progress: progress(&page, found),
        at: found.made_at.0,
        is_done: found.done_at.is_some(),
    };
    let rows = found.iter().map(row).collect();
    Ok(render(&ListPage { page, rows }))
}

/// `GET /{code}/admin/newsletters/new`
async fn begin(here: Here) -> Answer {
    here.may(Action::Announce)?;
    let id = here.app().random.uuid(here.app().clock.now())?.to_string();
    let form =
        Form::begin(Typed::from_pairs([("id", id.as_str()), ("audience", "everybody"), ("months", "6")]));
    Ok(render(&FormPage::new(&here, form).await?))
}

/// `POST /{code}/admin/newsletters/new`: shows how it will look, writes it to its author, or sends it off.
async fn write(here: Here, sent: Typed) -> Answer {
    let mut form = Form::begin(sent);
    let text = |name: &str| form.typed.get(name).to_owned();
    let typed = NewsletterForm {
        title: text("title"),
        body: text("body"),
        audience: Audience::parse(form.typed.get("audience")),
        area: text("area"),
        months: text("months"),
    };
    let id = uuid(form.typed.get("id"))?;
    let (app, actor, place) = (here.app(), &here.actor, (here.id(), id));
    if form.typed.get("do") == "send" {
        let outcome = newsletters::send(app, actor, place, &typed).await;
        return match form.take(&here.frame.l, outcome)? {
            Some(()) => Ok(here.see_other(&here.frame.to(&format!("admin/newsletters/{id}")))),
            None => Ok(render_again(&FormPage::new(&here, form).await?)),
        };
    }
    let is_test = form.typed.get("do") == "test";
    let tested = if is_test { newsletters::test(app, actor, place, &typed).await } else { Ok(()) };
    let outcome = match tested {
        Ok(()) => newsletters::preview(app, actor, here.id(), &typed).await,
        Err(error) => Err(error),
    };
    let Some(checked) = form.take(&here.frame.l, outcome)? else {
        return Ok(render_again(&FormPage::new(&here, form).await?));
    };
    let mut shown = FormPage::new(&here, form).await?.with_preview(&checked);
    if is_test {
        shown.page = shown.page.noticed("notice-newsletter-tested");
    }
    Ok(render(&shown))
}

/// `GET /{code}/admin/newsletters/{id}`: what was written, to whom, and how far it is.
async fn show(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    here.may(Action::Announce)?;
    let found = newsletters::find(here.app(), &here.actor, here.id(), uuid(&id)?).await?;
    let page = frame(&here, "newsletters-title").titled_as(found.title.clone());
    Ok(render(&SentPage {
        body: markup(&found.body),
        audience: match found.area {
            Some(_) => areas::name(&here, found.area).await?,
            None => page.t(&format!("newsletter-to-{}", found.audience.as_str())),
        },
        progress: progress(&page, &found),
        total: found.total.max(found.told).max(1),
        told: found.told,
        at: found.made_at.0,
        is_done: found.done_at.is_some(),
        page,
    }))
}
