//! The web pages. A page is one file here, `web/{page}.rs` (struct, handlers, tests), and the template of its name.
//!
//! A whole page, as they are written here:
//!
//! ```text
//! // crates/server/src/web/person.rs
//! #[derive(Template)]
//! #[template(path = "person.html")]
//! struct PersonPage {
//!     page: Frame,      // always named `page`; speaks: page.t("key")
//!     form: Form,       // always named `form` where there is one; the macros read it
//!     unit: UnitView,
//!     face: Face,
//!     name: String,
//!     balance: i64,
//! }
//!
//! // One line in `PAGES` below names this; what is not in the table is not answered, and tests drive every route.
//! pub fn routes(routes: Routes<Server>) -> Routes<Server> {
//!     routes.get("/{code}/people/{number}/name", show).post("/{code}/people/{number}/name", save)
//! }
//!
//! async fn show(here: Here, Path((_, number)): Path<(String, String)>) -> Answer {
//!     let (member, line) = app::members::find(here.app(), &here.actor, here.id(), &number).await?;   // any refusal: a page
//!     let form = Form::begin(Typed::from_pairs([("name", member.name.as_str())]));
//!     Ok(render(&PersonPage::new(&here, form, member)))
//! }
//!
//! async fn save(here: Here, Path((_, number)): Path<(String, String)>, typed: Typed) -> Answer {
//!     let mut form = Form::begin(typed);
//!     let outcome = app::members::rename(here.app(), &here.actor, here.id(), form.typed.get("name")).await;
//!     let Some(member) = form.take(&here.frame.l, outcome)? else {
//!         return Ok(render_again(&PersonPage::new(&here, form, ..)));   // 422, with what was typed
//!     };
//!     Ok(here.noticed(&here.frame.to("people"), "notice-saved"))        // 303, and the next page says so
//! }
//!
//! // in PersonPage::new: page: here.frame.clone().titled("person-title").at(Place::More)
//! ```
//!
//! ```text
//! {# crates/server/templates/person.html #}
//! {% extends "layout.html" %}
//! {% import "macros.html" as m %}
//! {% block main_class %}narrow{% endblock %}          {# leave out for the full width #}
//! {% block main -%}
//! {{ m::back(page.to("people"), page.t("people-title")) }}
//! <div class="who">{{ m::face(face, "big") }}<h1>{{ name }}</h1></div>
//! <p>{{ page.with("name", name).with("amount", page.amount(balance, unit)).html("person-standing") }}</p>
//! {{ m::error_summary() }}
//! <form class="stack" method="post">
//! {{ m::csrf() }}
//! {{ m::field("name", page.t("field-name"), page.t("person-name-hint"), fill = "name") }}
//! {{ m::measured("floor", page.t("field-floor"), unit.plural, class = "short") }}
//! <div class="act"><button class="btn">{{ m::icon("check") }}{{ page.t("person-save") }}</button></div>
//! </form>
//! {%- endblock %}
//! ```
//!
//! ```text
//! # crates/server/translations/{en,es,ca,fr,pt}/person.ftl
//! person-standing = { $name } stands at <b>{ $amount }</b>.
//! field-name = Name
//! ```
//!
//! Extractors: [`visitor::Visitor`] for pages of the server (`/me`), [`visitor::Here`] for pages under `/{code}` (it is a
//! Visitor too: `here.actor`, `here.app()`, `here.frame`, `here.query`), with `here.exchange`, `here.policy`, `here.unit`,
//! `here.membership`; `here.account()?` asks for a member, `here.can(Action::..)` says whether to show a button,
//! `here.separators()` reads typed amounts. [`forms::Typed`] is the form that was sent; its token was checked at the door
//! ([`guard`]). A handler returns [`stop::Answer`] and uses `?` on what `app` answers: the layer [`stop::explain`] makes the
//! page (404, 403, 422 with the refusal in words, 429, 503, 500 with a reference), and sends visitors who open a member's
//! page to `/sign-in?next=..`. `Stop::from(error).back_to(href)` says where a refusal leads back to;
//! [`refusals::refused`] gives a refusal's words for previews. Tests: `server::testing::TestServer`.
//!
//! Rules of hand: no text in templates, no `style=` or inline script (the content policy drops them; SVG attributes may
//! hold numbers and colours), positions in SVG in per cent, one filled `.btn` a page, `field-{name}` is what the list of
//! mistakes calls a field. A key stands in one `.ftl` file only; `bank.ftl` overrides keys with a bank's words.

pub mod a_trade;
pub mod about;
pub mod account;
pub mod admin;
pub mod again;
pub mod announcements;
pub mod areas;
pub mod blocks;
pub mod chart;
pub mod client;
pub mod colour;
pub mod contacts;
pub mod cookies;
pub mod drawing;
pub mod errors;
pub mod events;
pub mod face;
pub mod favourites;
pub mod forms;
pub mod found;
pub mod frame;
pub mod guard;
pub mod home;
pub mod invite;
pub mod join;
pub mod l10n;
pub mod language;
pub mod leave;
pub mod many;
pub mod markdown;
pub mod market;
pub mod me;
pub mod member;
pub mod message;
pub mod messages;
pub mod more;
pub mod newsletter;
pub mod offline;
pub mod operate;
pub mod parts;
pub mod people;
pub mod person;
pub mod pictures;
pub mod plain;
pub mod points;
pub mod portrait;
pub mod profile;
pub mod recommendations;
pub mod refusals;
pub mod register;
pub mod reports;
pub mod reset;
pub mod scale;
pub mod security;
pub mod server_admin;
pub mod sign_in;
pub mod statement;
pub mod stop;
pub mod trade;
pub mod trade_task;
pub mod unsubscribe;
pub mod visitor;
pub mod waiting;
pub mod welcome;
pub mod zones;

use axum::http::HeaderMap;

use crate::routes::{Page, Routes};

/// The pages: each adds its routes. One line a page.
pub const PAGES: &[Page] = &[
    welcome::routes,
    sign_in::routes,
    again::routes,
    register::routes,
    reset::routes,
    me::routes,
    home::routes,
    announcements::routes,
    newsletter::routes,
    market::routes,
    pictures::routes,
    messages::routes,
    events::routes,
    trade::routes,
    a_trade::routes,
    trade_task::routes,
    waiting::routes,
    more::routes,
    statement::routes,
    about::routes,
    many::routes,
    account::routes,
    invite::routes,
    join::routes,
    leave::routes,
    member::routes,
    operate::routes,
    unsubscribe::routes,
    people::routes,
    favourites::routes,
    recommendations::routes,
    blocks::routes,
    reports::routes,
    profile::routes,
    points::routes,
    admin::routes,
    found::routes,
    server_admin::routes,
];

/// The routes that need no session: static files, colours, portraits, languages, manifest, worker and the page without
/// a network.
#[must_use]
pub fn public_routes<S: Clone + Send + Sync + 'static>(routes: Routes<S>, site: frame::Site) -> Routes<S> {
    let name = site.name.clone();
    routes
        .get("/static/{file}", crate::assets::file)
        .get("/colour/{file}", colour::sheet)
        .get("/portrait/{file}", crate::assets::portrait)
        .get("/sw.js", crate::assets::worker)
        .get("/offline", move |headers: HeaderMap| async move { offline::page(site, &headers) })
        .get("/language/{code}", language::choose)
        .get("/manifest.webmanifest", move || async move { crate::assets::manifest(&name) })
}
