//! Administration of an exchange: what waits, and the ways to everything else.

mod act;
mod add;
mod announcements;
mod areas;
mod limits;
mod log;
mod market;
mod newsletters;
mod objections;
mod operators;
mod past;
mod people;
mod person;
mod profile;
mod reports;
mod rules;
pub(super) mod settings;
mod switches;
mod trades;
mod waiting;

use app::actor::Action;
use app::exchanges::{self, Overview};
use app::trades::Party;
use askama::Template;
use ledger::account::Kind;

use super::errors::render;
use super::face::Face;
use super::frame::{Frame, Place};
use super::stop::Answer;
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of the administration.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    let pages = [
        waiting::routes,
        people::routes,
        person::routes,
        profile::routes,
        limits::routes,
        switches::routes,
        operators::routes,
        act::routes,
        add::routes,
        trades::routes,
        objections::routes,
        reports::routes,
        settings::routes,
        market::routes,
        announcements::routes,
        areas::routes,
        newsletters::routes,
        rules::routes,
        log::routes,
    ];
    pages.iter().fold(routes.get("/{code}/admin", show), |routes, page| page(routes))
}

/// `admin.html`.
#[derive(Template)]
#[template(path = "admin.html")]
struct AdminPage {
    page: Frame,
    /// What waits: where, icon, sentence.
    waiting: Vec<Door>,
    /// Everything else.
    doors: Vec<Door>,
    can_add: bool,
}

struct Door {
    href: String,
    icon: &'static str,
    hue: usize,
    title: String,
    sub: String,
}

async fn show(here: Here) -> Answer {
    let overview = exchanges::overview(here.app(), &here.actor, here.id()).await?;
    let page = frame(&here, "admin-title");
    let waiting = waiting_doors(&page, &overview);
    let doors = doors(&here, &page, &overview);
    let can_add = here.can(Action::WelcomeMembers);
    Ok(render(&AdminPage { page, waiting, doors, can_add }))
}

fn waiting_doors(page: &Frame, overview: &Overview) -> Vec<Door> {
    let found = [
        (Some(overview.applicants), "admin/waiting", "person", "admin-applicants"),
        (overview.objections, "admin/objections", "hand", "admin-objections"),
        (overview.reports, "admin/reports", "care", "admin-reports"),
        (overview.requests, "admin/trades?show=waiting", "clock", "admin-requests"),
    ];
    let door = |(count, to, icon, key): (Option<usize>, &str, &'static str, &str)| {
        let count = count.filter(|count| *count > 0)?;
        let sub = page.t(&format!("{key}-sub"));
        Some(Door { href: page.to(to), icon, hue: 2, title: page.with("count", count).t(key), sub })
    };
    found.into_iter().filter_map(door).collect()
}

fn doors(here: &Here, page: &Frame, overview: &Overview) -> Vec<Door> {
    let all = [
        (Action::SeeAdministration, "admin/people", "people", "admin-people"),
        (Action::SeeTradeAny, "admin/trades", "swap", "admin-trades"),
        (Action::SetPolicy, "admin/rules", "rules", "admin-rules"),
        (Action::Announce, "admin/announcements", "info", "admin-announcements"),
        (Action::Announce, "admin/newsletters", "mail", "admin-newsletters"),
        (Action::EditExchange, "admin/settings", "settings", "admin-settings"),
        (Action::EditMarket, "admin/market", "market", "admin-market"),
        (Action::EditAreas, "admin/areas", "globe", "admin-areas"),
        (Action::SettleReport, "admin/reports", "care", "admin-reports-all"),
        (Action::SeeLog, "admin/log", "statement", "admin-log"),
    ];
    let open = all.into_iter().filter(|(action, ..)| here.can(*action));
    let door = |(at, (_, to, icon, key)): (usize, (Action, &str, &'static str, &str))| Door {
        href: page.to(to),
        icon,
        hue: at % 8 + 3,
        title: page.with("count", overview.members).t(key),
        sub: page.t(&format!("{key}-sub")),
    };
    open.enumerate().map(door).collect()
}

/// The frame of a page of the administration.
fn frame(here: &Here, title: &str) -> Frame {
    here.frame.clone().titled(title).at(Place::More)
}

/// One side of a trade, or whose account something was done to.
struct Person {
    name: String,
    face: Face,
    /// Where the administration has them.
    href: String,
}

impl Person {
    fn of(page: &Frame, party: &Party) -> Self {
        Self {
            name: party.name.clone(),
            face: Face::new(&party.name, &party.number, kind_word(party.kind), &party.portrait),
            href: member_page(page, &party.number),
        }
    }
}

/// `/MARL/admin/people/0027`
fn member_page(page: &Frame, number: &str) -> String {
    page.to(&format!("admin/people/{}", number.get(4..).unwrap_or(number)))
}

const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Administration => "administration",
        Kind::Individual => "individual",
        Kind::Shared => "shared",
        Kind::Organisation => "organisation",
        Kind::Company => "company",
        Kind::Public => "public",
        Kind::Virtual => "virtual",
    }
}
