//! What an exchange says of itself, and its terms.

use app::actor::Action;
use app::exchanges::{self, Joining, Texts, Words};
use askama::Template;

use super::frame;
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::{render, render_again};
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::l10n::Locale;
use crate::web::stop::Answer;
use crate::web::visitor::Here;
use crate::web::zones::{Zones, zones};

/// Adds the routes of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes
        .get("/{code}/admin/settings", show)
        .post("/{code}/admin/settings", save)
        .get("/{code}/admin/terms", show_terms)
        .post("/{code}/admin/terms", save_terms)
}

/// `admin-settings.html`.
#[derive(Template)]
#[template(path = "admin-settings.html")]
struct SettingsPage {
    page: Frame,
    form: Form,
    locales: [Locale; 5],
    zones: Zones,
}

impl SettingsPage {
    fn new(here: &Here, form: Form) -> Self {
        let zones = zones(form.value("time_zone"));
        Self { page: frame(here, "admin-settings-title"), form, locales: Locale::ALL, zones }
    }
}

/// `admin-terms.html`.
#[derive(Template)]
#[template(path = "admin-terms.html")]
struct TermsPage {
    page: Frame,
    form: Form,
}

impl TermsPage {
    fn new(here: &Here, form: Form) -> Self {
        Self { page: frame(here, "admin-terms-title").task(here.frame.to("admin/settings")), form }
    }
}

/// What was typed about an exchange.
pub(in crate::web) fn typed_texts(typed: &Typed) -> Texts {
    let text = |name: &str| typed.get(name).to_owned();
    Texts {
        name: text("name"),
        tagline: text("tagline"),
        about: text("about"),
        place: text("place"),
        country: text("country"),
        website: text("website"),
        contact: text("contact"),
        time_zone: text("time_zone"),
        locale: text("locale"),
        colour: text("colour"),
        words: Words::parse(typed.get("words")).unwrap_or(Words::Community),
        joining: Joining::parse(typed.get("joining")).unwrap_or(Joining::Open),
    }
}

async fn show(here: Here) -> Answer {
    here.may(Action::EditExchange)?;
    let exchange = &here.exchange;
    let typed = Typed::from_pairs([
        ("name", exchange.name.as_str()),
        ("tagline", &exchange.tagline),
        ("about", &exchange.about),
        ("place", &exchange.place),
        ("country", &exchange.country),
        ("website", &exchange.website),
        ("contact", &exchange.contact),
        ("time_zone", &exchange.time_zone),
        ("locale", &exchange.locale),
        ("colour", &exchange.colour),
        ("words", exchange.words.as_str()),
        ("joining", exchange.joining.as_str()),
    ]);
    Ok(render(&SettingsPage::new(&here, Form::begin(typed))))
}

async fn save(here: Here, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let outcome = exchanges::edit(here.app(), &here.actor, here.id(), &typed_texts(&form.typed)).await;
    if form.take(&here.frame.l, outcome)?.is_none() {
        return Ok(render_again(&SettingsPage::new(&here, form)));
    }
    Ok(here.noticed(&here.frame.to("admin"), "notice-saved"))
}

async fn show_terms(here: Here) -> Answer {
    here.may(Action::EditExchange)?;
    let form = Form::begin(Typed::from_pairs([("terms", here.exchange.terms.as_str())]));
    Ok(render(&TermsPage::new(&here, form)))
}

async fn save_terms(here: Here, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let outcome = exchanges::set_terms(here.app(), &here.actor, here.id(), form.typed.get("terms")).await;
    if form.take(&here.frame.l, outcome)?.is_none() {
        return Ok(render_again(&TermsPage::new(&here, form)));
    }
    Ok(here.noticed(&here.frame.to("admin/settings"), "notice-saved"))
}
