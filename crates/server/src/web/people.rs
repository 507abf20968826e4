//! People: the directory, by name, with a search and each member's trading record in short.

use app::actor::Action;
use app::members::{self, Directory, Listed, Lookup, MemberId, Standing};
use askama::Template;
use uuid::Uuid;

use super::areas::{self, Chip};
use super::errors::render;
use super::frame::{Frame, Place};
use super::l10n::UnitView;
use super::person::Person;
use super::points;
use super::stop::{Answer, encoded};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of the directory.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/people", directory)
}

/// `people.html`.
#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage {
    page: Frame,
    unit: UnitView,
    /// What is looked for; empty: everyone.
    words: String,
    /// Areas to filter by.
    areas: Vec<Chip>,
    /// What the area that is looked at is called; empty: all.
    area: String,
    /// The same, as the address has it.
    area_id: String,
    /// Whether this is the first page of the list.
    is_first: bool,
    rows: Vec<Row>,
    /// Where the list goes on; empty when it does not.
    more: String,
    may_invite: bool,
}

/// A member in the list.
struct Row {
    href: String,
    person: Person,
    /// The digits of the number, the place, and how far away that is.
    sub: String,
    /// The trading record in short; empty when it is hidden.
    record: String,
    /// The balance; none when it is hidden.
    balance: Option<i64>,
    is_resting: bool,
}

/// `GET /{code}/people?q=…`: members by name; `name` and `after` say where the page before ended.
async fn directory(here: Here) -> Answer {
    let area = Uuid::try_parse(here.query.get("area")).ok();
    let lookup = Lookup { words: here.query.get("q").to_owned(), area, after: after(&here) };
    let found = members::directory(here.app(), &here.actor, here.id(), &lookup).await?;
    let page = here.frame.clone().titled("people-title").at(Place::More);
    let (chips, area) = areas::chips(&here, |area| address(&here, (&lookup.words, area))).await?;
    let area_id = lookup.area.map(|area| area.to_string()).unwrap_or_default();
    Ok(render(&PeoplePage {
        unit: here.unit.clone(),
        is_first: lookup.after.is_none(),
        rows: found.lines.iter().map(|line| row(&here, line)).collect(),
        more: more(&found, &address(&here, (&lookup.words, &area_id))),
        areas: chips,
        area,
        area_id,
        may_invite: here.can(Action::Invite),
        words: lookup.words,
        page,
    }))
}

fn after(here: &Here) -> Option<(String, MemberId)> {
    let id = here.query.get("after").parse().ok()?;
    Some((here.query.raw("name").to_owned(), MemberId(id)))
}

/// The address of the directory with these filters.
fn address(here: &Here, (words, area): (&str, &str)) -> String {
    let area = if area.is_empty() { String::new() } else { format!("&area={area}") };
    here.frame.to(&format!("people?q={}{area}", encoded(words)))
}

fn more(found: &Directory, address: &str) -> String {
    let Some((name, id)) = &found.next else { return String::new() };
    format!("{address}&name={}&after={}", encoded(name), id.0)
}

fn row(here: &Here, line: &Listed) -> Row {
    Row {
        href: here.frame.to(&format!("people/{}", digits(here, &line.number))),
        person: Person::of_line(line, &here.actor),
        sub: sub(digits(here, &line.number), &line.place, &points::away(&here.frame, line.away)),
        record: line.standing.map(|standing| record(here, standing)).unwrap_or_default(),
        balance: line.standing.map(|standing| standing.balance),
        is_resting: line.account_state != "active",
    }
}

fn record(here: &Here, standing: Standing) -> String {
    let record = standing.record;
    if record.provided_count + record.received_count == 0 {
        return here.frame.t("people-new");
    }
    let counted = here.frame.with("provided", record.provided_count).with("received", record.received_count);
    counted.t("people-record")
}

/// "0112, Canal Side · within about 5 km", or what of it is known.
fn sub(number: &str, place: &str, away: &str) -> String {
    let place = if place.is_empty() { String::new() } else { format!(", {place}") };
    let away = if away.is_empty() { String::new() } else { format!(" · {away}") };
    format!("{number}{place}{away}")
}

/// The digits of a number, as they stand in addresses: `0112` of `MARL0112`.
pub(super) fn digits<'n>(here: &Here, number: &'n str) -> &'n str {
    number.strip_prefix(here.exchange.code.as_str()).unwrap_or(number)
}
