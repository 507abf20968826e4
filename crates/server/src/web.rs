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
//! async fn save(frame: Frame, typed: Typed) -> Response {
//!     let mut form = Form::begin(typed);
//!     if form.typed.get("name").is_empty() {
//!         form.errors.add_code(&frame.l, "name", "error-required", &[]);
//!     }
//!     if !form.errors.is_empty() {
//!         let page = frame.titled("person-title").at(Place::People);
//!         return render_again(&PersonPage { page, form, .. });   // 422, with what was typed
//!     }
//!     ..                                                          // ask `app`, then 303
//! }
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
//! Rules of hand: no text in templates, no `style=` or inline script (the content policy drops them; SVG attributes may
//! hold numbers and colours), positions in SVG in per cent, one filled `.btn` a page, `field-{name}` is what the list of
//! mistakes calls a field. A key stands in one `.ftl` file only; `bank.ftl` overrides keys with a bank's words.

pub mod admin;
pub mod client;
pub mod colour;
pub mod cookies;
pub mod errors;
pub mod face;
pub mod forms;
pub mod found;
pub mod frame;
pub mod guard;
pub mod l10n;
pub mod language;
pub mod more;
pub mod offline;
pub mod portrait;
pub mod refusals;
pub mod scale;
pub mod security;
pub mod server_admin;
pub mod stop;
pub mod visitor;

use axum::http::HeaderMap;

use crate::routes::Routes;
use crate::state::Server;

/// The pages: each adds its routes. One line a page.
pub const PAGES: &[fn(Routes<Server>) -> Routes<Server>] =
    &[admin::routes, found::routes, server_admin::routes];

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
