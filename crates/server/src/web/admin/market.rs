//! The market as administrators arrange it: what offers and wants may be, and the categories.

use app::actor::Action;
use app::market::{self, Bounds, Category, CategoryForm, Direction, ICONS, Sight};
use askama::Template;
use axum::extract::Path;
use uuid::Uuid;

use super::frame;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed, uuid};
use crate::web::frame::Frame;
use crate::web::market::category_name;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of these pages.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/market", show)
        .post("/{code}/admin/market", save)
        .get("/{code}/admin/categories/new", begin)
        .post("/{code}/admin/categories/new", add)
        .get("/{code}/admin/categories/{category}", show_category)
        .post("/{code}/admin/categories/{category}", save_category)
        .post("/{code}/admin/categories/{category}/move", move_it)
}

/// `admin-market.html`.
#[derive(Template)]
#[template(path = "admin-market.html")]
struct MarketPage {
    page: Frame,
    form: Form,
    rows: Vec<Row>,
}

/// A category in the list.
struct Row {
    href: String,
    icon: String,
    name: String,
    is_part: bool,
    is_retired: bool,
}

/// `admin-category.html`.
#[derive(Template)]
#[template(path = "admin-category.html")]
struct CategoryPage {
    page: Frame,
    form: Form,
    /// What it is called unless the exchange says otherwise; empty for its own.
    standard: String,
    parents: Vec<(String, String)>,
    icons: [&'static str; 27],
    /// Where it is moved; empty for a new one.
    move_to: String,
}

impl MarketPage {
    async fn new(here: &Here, form: Form) -> Result<Self, Stop> {
        let page = frame(here, "admin-market-title");
        let row = |one: &Category| Row {
            href: page.to(&format!("admin/categories/{}", one.uuid)),
            icon: one.icon.clone(),
            name: category_name(&page, one),
            is_part: one.parent.is_some(),
            is_retired: one.retired,
        };
        let rows = market::categories(here.app(), here.id()).await?.iter().map(row).collect();
        Ok(Self { page, form, rows })
    }
}

impl CategoryPage {
    fn new(here: &Here, all: &[Category], (own, form): (Option<&Category>, Form)) -> Self {
        let key = if own.is_some() { "admin-category-title" } else { "admin-category-new" };
        let page = frame(here, key).task(here.frame.to("admin/market"));
        let may_hold = |one: &&Category| one.parent.is_none() && own.is_none_or(|own| own.id != one.id);
        let parent = |one: &Category| (one.uuid.to_string(), category_name(&page, one));
        let concept = own.and_then(|own| own.concept.as_ref());
        Self {
            standard: concept.map(|concept| page.t(&format!("category-{concept}"))).unwrap_or_default(),
            parents: all.iter().filter(may_hold).map(parent).collect(),
            icons: ICONS,
            move_to: own
                .map(|own| page.to(&format!("admin/categories/{}/move", own.uuid)))
                .unwrap_or_default(),
            form,
            page,
        }
    }
}

async fn show(here: Here) -> Answer {
    here.may(Action::EditMarket)?;
    let bounds = market::bounds_of(&here.exchange);
    let mut typed =
        Typed::from_pairs([("span", bounds.days.to_string()), ("sight", bounds.sight.as_str().to_owned())]);
    if bounds.endless {
        typed.set("endless", "on");
    }
    Ok(render(&MarketPage::new(&here, Form::begin(typed)).await?))
}

async fn save(here: Here, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let bounds = Bounds {
        days: form.typed.get("span").parse().unwrap_or(0),
        endless: form.typed.has("endless"),
        sight: Sight::parse(form.typed.get("sight")).unwrap_or(Sight::Exchange),
    };
    let set = market::set_bounds(here.app(), &here.actor, here.id(), bounds).await;
    if form.take(&here.frame.l, set)?.is_none() {
        return Ok(render_again(&MarketPage::new(&here, form).await?));
    }
    Ok(here.noticed(&here.frame.to("admin/market"), "notice-saved"))
}

fn read(form: &Form) -> CategoryForm {
    CategoryForm {
        name: form.typed.get("name").to_owned(),
        icon: form.typed.get("icon").to_owned(),
        parent: Uuid::try_parse(form.typed.get("parent")).ok(),
        retired: form.typed.has("retired"),
    }
}

async fn begin(here: Here) -> Answer {
    here.may(Action::EditMarket)?;
    let all = market::categories(here.app(), here.id()).await?;
    let id = here.app().random.uuid(here.app().clock.now())?.to_string();
    let form = Form::begin(Typed::from_pairs([("icon", "tag"), ("id", &id)]));
    Ok(render(&CategoryPage::new(&here, &all, (None, form))))
}

async fn add(here: Here, typed: Typed) -> Answer {
    here.may(Action::EditMarket)?;
    let mut form = Form::begin(typed);
    let id = uuid(form.typed.get("id"))?;
    let added = market::add_category(here.app(), &here.actor, (here.id(), id), &read(&form)).await;
    if form.take(&here.frame.l, added)?.is_none() {
        let all = market::categories(here.app(), here.id()).await?;
        return Ok(render_again(&CategoryPage::new(&here, &all, (None, form))));
    }
    Ok(here.noticed(&here.frame.to("admin/market"), "notice-saved"))
}

type At = Path<(String, String)>;

/// The categories, and the one of a name in an address.
async fn found(here: &Here, id: &str) -> Result<(Vec<Category>, Category), Stop> {
    here.may(Action::EditMarket)?;
    let all = market::categories(here.app(), here.id()).await?;
    let own = all.iter().find(|one| one.uuid.to_string() == id).cloned().ok_or_else(Stop::not_found)?;
    Ok((all, own))
}

async fn show_category(here: Here, Path((_, id)): At) -> Answer {
    let (all, own) = found(&here, &id).await?;
    let parent = all.iter().find(|one| Some(one.id) == own.parent);
    let mut typed = Typed::from_pairs([
        ("name", own.name.clone()),
        ("icon", own.icon.clone()),
        ("parent", parent.map(|parent| parent.uuid.to_string()).unwrap_or_default()),
    ]);
    if own.retired {
        typed.set("retired", "on");
    }
    Ok(render(&CategoryPage::new(&here, &all, (Some(&own), Form::begin(typed)))))
}

async fn save_category(here: Here, Path((_, id)): At, typed: Typed) -> Answer {
    let (all, own) = found(&here, &id).await?;
    let mut form = Form::begin(typed);
    let edited = market::edit_category(here.app(), &here.actor, (here.id(), own.uuid), &read(&form)).await;
    if form.take(&here.frame.l, edited)?.is_none() {
        return Ok(render_again(&CategoryPage::new(&here, &all, (Some(&own), form))));
    }
    Ok(here.noticed(&here.frame.to("admin/market"), "notice-saved"))
}

async fn move_it(here: Here, Path((_, id)): At, typed: Typed) -> Answer {
    let (_, own) = found(&here, &id).await?;
    let direction = if typed.get("to") == "up" { Direction::Up } else { Direction::Down };
    market::move_category(here.app(), &here.actor, (here.id(), own.uuid), direction).await?;
    Ok(here.noticed(&here.frame.to(&format!("admin/categories/{}", own.uuid)), "notice-saved"))
}
