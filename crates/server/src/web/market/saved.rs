//! Saved searches: what the reader looks for again and again, and how soon they are told of what matches.

use app::market::{self, Kept, MOST, Market, Order, Pace, Scope, SearchForm, Wanted};
use askama::Template;
use axum::extract::Path;

use super::{address, category_name, filters_told, wanted};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed, uuid};
use crate::web::frame::{Frame, Place};
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the routes of saved searches.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/market/saved", list)
        .get("/{code}/market/saved/new", begin)
        .post("/{code}/market/saved/new", save)
        .get("/{code}/market/saved/{id}", show)
        .post("/{code}/market/saved/{id}", change)
        .post("/{code}/market/saved/{id}/remove", remove)
}

/// `market-saved.html`.
#[derive(Template)]
#[template(path = "market-saved.html")]
struct ListPage {
    page: Frame,
    rows: Vec<Row>,
    /// Whether no other can be saved.
    is_full: bool,
    most: usize,
}

struct Row {
    /// Where what it finds now is looked at.
    href: String,
    /// Where it is changed.
    change: String,
    name: String,
    /// What it looks for.
    what: String,
    /// How soon the reader is told.
    pace: String,
    /// What was found lately; empty: nothing.
    found: String,
}

/// `market-saved-one.html`.
#[derive(Template)]
#[template(path = "market-saved-one.html")]
struct FormPage {
    page: Frame,
    form: Form,
    /// What it looks for.
    what: String,
    /// Each with its value, its name and what that means.
    paces: Vec<(&'static str, String, String)>,
    /// Where it is forgotten; empty for a new one.
    remove: String,
}

impl FormPage {
    fn new(here: &Here, form: Form, (what, remove): (String, String)) -> Self {
        let title = if remove.is_empty() { "search-save-title" } else { "search-change-title" };
        let page = here.frame.clone().titled(title).task(here.frame.to("market/saved"));
        let told = |pace: &Pace| {
            let key = format!("search-pace-{}", pace.as_str());
            (pace.as_str(), page.t(&key), page.t(&format!("{key}-sub")))
        };
        Self { paces: Pace::ALL.iter().map(told).collect(), page, form, what, remove }
    }
}

fn typed(form: &Form) -> SearchForm {
    SearchForm { name: form.typed.get("name").to_owned(), pace: Pace::parse(form.typed.get("pace")) }
}

/// What of a search has names: its category, its area, the exchange that it goes to.
#[derive(Default)]
struct Names {
    category: String,
    area: String,
    elsewhere: String,
}

/// What is looked for, in words.
fn what(page: &Frame, wanted: &Wanted, names: Names) -> String {
    let mut parts = Vec::new();
    if !wanted.words.is_empty() {
        let key = if wanted.exact { "search-what-exact" } else { "search-what" };
        parts.push(page.with("words", wanted.words.as_str()).t(key));
    }
    parts.extend(wanted.kind.map(|kind| {
        page.t(match kind {
            market::Kind::Offer => "market-offers",
            market::Kind::Want => "market-wants",
        })
    }));
    let all = page.t("market-in-all");
    let elsewhere = if wanted.scope == Scope::Everywhere { all } else { names.elsewhere };
    let near = wanted.within.map(|km| page.with("km", km).t("market-near-km"));
    let named = [names.category, names.area, elsewhere, near.unwrap_or_default()];
    parts.extend(named.into_iter().filter(|name| !name.is_empty()));
    parts.extend(filters_told(page, wanted, &Market::default()));
    parts.join(" · ")
}

fn told(page: &Frame, kept: &Kept) -> String {
    let category = kept.category.as_ref().map(|category| category_name(page, category));
    let names = Names {
        category: category.unwrap_or_default(),
        area: kept.area.clone().unwrap_or_default(),
        elsewhere: kept.elsewhere.clone().unwrap_or_default(),
    };
    what(page, &kept.wanted, names)
}

/// `GET /{code}/market/saved`
async fn list(here: Here) -> Answer {
    let own = here.member()?.member;
    let found = market::saved_searches(here.app(), &here.actor, (here.id(), own)).await?;
    let page = here.frame.clone().titled("searches-title").at(Place::Market);
    let row = |kept: &Kept| Row {
        href: address(&here, &kept.wanted),
        change: page.to(&format!("market/saved/{}", kept.search.uuid)),
        name: kept.search.name.clone(),
        what: told(&page, kept),
        pace: page.t(&format!("search-pace-{}", kept.search.pace.as_str())),
        found: if kept.found > 0 {
            page.with("count", kept.found).t("search-found-lately")
        } else {
            String::new()
        },
    };
    let rows: Vec<Row> = found.iter().map(row).collect();
    Ok(render(&ListPage { is_full: rows.len() >= MOST, most: MOST, rows, page }))
}

/// What the address looks for, in words.
async fn sought(here: &Here, wanted: &Wanted) -> Result<String, Stop> {
    let categories = market::categories(here.app(), here.id()).await?;
    let category = categories.iter().find(|category| Some(category.uuid) == wanted.category);
    let category = category.map(|category| category_name(&here.frame, category)).unwrap_or_default();
    let areas = app::people::areas::areas(here.app(), here.id()).await?;
    let area = areas.into_iter().find(|area| Some(area.uuid) == wanted.area).map(|area| area.name);
    let others = market::others(here.app(), here.id()).await?;
    let other = others.into_iter().find(|other| wanted.scope == Scope::Exchange(other.code.clone()));
    let elsewhere = other.map(|other| other.name).unwrap_or_default();
    Ok(what(&here.frame, wanted, Names { category, area: area.unwrap_or_default(), elsewhere }))
}

/// What the address looks for, as far as it is kept: what is told of is new. Areas are those of the own exchange.
fn looked_for(here: &Here) -> Wanted {
    let all = wanted(here);
    let scope = if all.area.is_some() { Scope::Own } else { all.scope };
    Wanted { days: None, scope, order: Order::Best, after: None, ..all }
}

/// `GET /{code}/market/saved/new?…`, with what is looked for as the market's address has it.
async fn begin(here: Here) -> Answer {
    let own = here.member()?.member;
    // Who may not keep any learns it here.
    market::saved_searches(here.app(), &here.actor, (here.id(), own)).await?;
    let wanted = looked_for(&here);
    let what = sought(&here, &wanted).await?;
    let id = here.app().random.uuid(here.app().clock.now())?.to_string();
    let name: String = if wanted.words.is_empty() { what.as_str() } else { &wanted.words }
        .chars()
        .take(market::SEARCH_NAME_MAX)
        .collect();
    let pairs = [("id", id), ("name", name), ("pace", Pace::AtOnce.as_str().to_owned())];
    Ok(render(&FormPage::new(&here, Form::begin(Typed::from_pairs(pairs)), (what, String::new()))))
}

/// `POST /{code}/market/saved/new?…`
async fn save(here: Here, sent: Typed) -> Answer {
    let own = here.member()?.member;
    let mut form = Form::begin(sent);
    let wanted = looked_for(&here);
    let id = uuid(form.typed.get("id"))?;
    let locale = here.frame.l.locale().code();
    let (app, actor) = (here.app(), &here.actor);
    let outcome = market::save_search(app, actor, (own, id), (&wanted, locale), &typed(&form)).await;
    match form.take(&here.frame.l, outcome)? {
        Some(()) => {
            let is_told = form.typed.get("pace") != Pace::Never.as_str();
            let notice = if is_told { "notice-search-saved" } else { "notice-saved" };
            Ok(here.noticed(&here.frame.to("market/saved"), notice))
        }
        None => {
            let what = sought(&here, &wanted).await?;
            Ok(render_again(&FormPage::new(&here, form, (what, String::new()))))
        }
    }
}

/// What stands on the page of a saved search beside its form.
fn beside(here: &Here, kept: &Kept) -> (String, String) {
    let remove = here.frame.to(&format!("market/saved/{}/remove", kept.search.uuid));
    (told(&here.frame, kept), remove)
}

/// `GET /{code}/market/saved/{id}`
async fn show(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    let own = here.member()?.member;
    let kept = market::saved_search(here.app(), &here.actor, (here.id(), own), uuid(&id)?).await?;
    let pairs = [("name", kept.search.name.as_str()), ("pace", kept.search.pace.as_str())];
    Ok(render(&FormPage::new(&here, Form::begin(Typed::from_pairs(pairs)), beside(&here, &kept))))
}

/// `POST /{code}/market/saved/{id}`
async fn change(here: Here, Path((_, id)): Path<(String, String)>, sent: Typed) -> Answer {
    let own = here.member()?.member;
    let (id, at) = (uuid(&id)?, (here.id(), own));
    let mut form = Form::begin(sent);
    let outcome = market::change_search(here.app(), &here.actor, at, id, &typed(&form)).await;
    match form.take(&here.frame.l, outcome)? {
        Some(()) => Ok(here.noticed(&here.frame.to("market/saved"), "notice-saved")),
        None => {
            let kept = market::saved_search(here.app(), &here.actor, at, id).await?;
            Ok(render_again(&FormPage::new(&here, form, beside(&here, &kept))))
        }
    }
}

/// `POST /{code}/market/saved/{id}/remove`
async fn remove(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    let own = here.member()?.member;
    market::remove_search(here.app(), &here.actor, (here.id(), own), uuid(&id)?).await?;
    Ok(here.noticed(&here.frame.to("market/saved"), "notice-search-removed"))
}
