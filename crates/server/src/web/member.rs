//! A member: about, how to reach them, where they stand and what they have traded, and the way to a trade.

use app::actor::{Action, Subject};
use app::market;
use app::members::{self, Kind, Listed, Member, Standing, State};
use app::messages::Topic;
use app::people::{blocks, favourites};
use askama::Template;
use axum::extract::Path;

use super::areas;
use super::contacts::{self, Shown};
use super::errors::render;
use super::frame::{Frame, Place};
use super::l10n::UnitView;
use super::market::{Card, card, more, position};
use super::messages::write_to;
use super::people;
use super::person::Person;
use super::points;
use super::recommendations::{self, Said};
use super::scale::Scale;
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the route of a member's page.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/people/{number}", show)
}

/// `member.html`.
#[derive(Template)]
#[template(path = "member.html")]
struct MemberPage {
    page: Frame,
    unit: UnitView,
    person: Person,
    /// The name for sentences.
    name: String,
    /// "Here since May 2022", or empty.
    since: String,
    /// What kind of member, unless it is one person; otherwise empty.
    kind: String,
    about: String,
    /// How far away they are; mostly empty.
    away: String,
    /// The area that they are in; empty: none.
    area: String,
    skills: String,
    languages: String,
    contacts: Vec<Shown>,
    /// The record; none where it is hidden from this reader.
    record: Option<Record>,
    /// A sentence about what is unusual, such as an account that rests; mostly empty.
    unusual: String,
    /// Where a trade with this member begins; empty when there can be none.
    trade: String,
    /// Where they are written to; empty when they are not.
    write: String,
    /// Where the statement that every member may read is; mostly empty.
    open_statement: String,
    /// What they offer and want.
    listings: Vec<Card>,
    /// Where they go on; empty when they do not.
    more_listings: String,
    /// What others say of them.
    recommendations: Vec<Said>,
    /// What the reader keeps between themselves and this member; none on one's own page.
    between: Option<Between>,
    /// Doors for those who look after the exchange.
    doors: Vec<Door>,
}

/// What is between the reader and a member.
struct Between {
    /// The address of the member's page.
    href: String,
    is_blocked: bool,
    is_favourite: bool,
}

/// Where somebody stands and what they have traded.
struct Record {
    balance: i64,
    scale: Scale,
    /// The key of the sentence about it.
    sentence: &'static str,
    provided: Sum,
    received: Sum,
    /// The last of both; none: never.
    last: Option<i64>,
}

struct Sum {
    count: i64,
    total: i64,
}

struct Door {
    href: String,
    icon: &'static str,
    hue: u8,
    title: String,
}

/// `GET /{code}/people/{number}`
async fn show(here: Here, Path((_, number)): Path<(String, String)>) -> Answer {
    let (member, line) = members::find(here.app(), &here.actor, here.id(), &number).await?;
    let part = (member.id, position(&here));
    let listings = market::of_member(here.app(), &here.actor, &here.exchange, part).await?;
    let reached = app::people::contacts::of_member(here.app(), &here.actor, &member).await?;
    let page = here.frame.clone().titled_as(&member.name).at(Place::More);
    let person = Person::of_line(&line, &here.actor);
    Ok(render(&MemberPage {
        unit: here.unit.clone(),
        name: person.short.clone(),
        since: since(&here, &member),
        kind: kind(&here, member.kind),
        away: points::away(&page, line.away),
        contacts: contacts::shown(&here.frame, &reached),
        record: line.standing.filter(|_| line.kind != Kind::Administration).map(record),
        unusual: unusual(&here, &member, &line),
        trade: if person.mine { String::new() } else { trade(&here, &member, &line) },
        write: if person.mine { String::new() } else { write(&here, &member, &line) },
        open_statement: open_statement(&here, &line),
        listings: listings.listings.iter().map(|listing| card(&here, listing)).collect(),
        more_listings: more(&here.frame.to(&format!("people/{number}")), listings.next),
        recommendations: recommendations::said(&here, &member).await?,
        between: between(&here, &member, &line).await?,
        doors: doors(&here, &line, person.mine),
        area: areas::name(&here, member.area).await?,
        about: member.about,
        skills: member.skills,
        languages: member.languages,
        person,
        page,
    }))
}

fn since(here: &Here, member: &Member) -> String {
    let told =
        |joined: ledger::Instant| here.frame.with("month", here.frame.month(joined.0)).t("member-since");
    member.joined_at.filter(|_| member.kind != Kind::Administration).map(told).unwrap_or_default()
}

fn kind(here: &Here, kind: Kind) -> String {
    match kind {
        Kind::Individual => String::new(),
        Kind::Administration | Kind::Shared | Kind::Organisation | Kind::Company | Kind::Public => {
            here.frame.t(&format!("member-kind-{}", kind.as_str()))
        }
    }
}

fn record(standing: Standing) -> Record {
    let Standing { balance, floor, ceiling, record } = standing;
    Record {
        balance,
        scale: Scale::new(balance, floor, ceiling),
        sentence: match balance {
            ..0 => "member-below",
            0 => "member-even",
            1.. => "member-above",
        },
        provided: Sum { count: record.provided_count, total: record.provided_total },
        received: Sum { count: record.received_count, total: record.received_total },
        last: record.provided_last.max(record.received_last).map(|at| at.0),
    }
}

fn unusual(here: &Here, member: &Member, line: &Listed) -> String {
    let key = match (member.state, line.account_state.as_str()) {
        (State::Left, _) | (_, "closed") => "member-left",
        (_, "disabled") => "member-resting",
        (_, "suspended") => "member-suspended",
        _ => return String::new(),
    };
    here.frame.with("name", member.name.as_str()).t(key)
}

/// Where a trade with this member begins, if the reader may record one and the account takes part.
fn trade(here: &Here, member: &Member, line: &Listed) -> String {
    let takes_part = member.state == State::Active && line.account_state == "active";
    let may = here.can(Action::Pay) || here.can(Action::RecordForOthers);
    if takes_part && may && here.membership.is_some() {
        here.frame.to(&format!("trade?with={}", people::digits(here, &line.number)))
    } else {
        String::new()
    }
}

/// Where this member is written to, unless they have left or were stopped.
fn write(here: &Here, member: &Member, line: &Listed) -> String {
    let is_here =
        member.state == State::Active && !matches!(line.account_state.as_str(), "closed" | "suspended");
    if is_here { write_to(here, &line.number, Topic::Nothing) } else { String::new() }
}

/// Where everybody reads the statement of an open account.
fn open_statement(here: &Here, line: &Listed) -> String {
    match line.kind {
        Kind::Administration => here.frame.to("own-account"),
        Kind::Public => here.frame.to(&format!("people/{}/statement", people::digits(here, &line.number))),
        Kind::Individual | Kind::Shared | Kind::Organisation | Kind::Company => String::new(),
    }
}

async fn between(here: &Here, member: &Member, line: &Listed) -> Result<Option<Between>, Stop> {
    let Some(own) = &here.membership else { return Ok(None) };
    let theirs = here.actor.operates(line.account) || member.kind == Kind::Administration;
    if theirs || member.state != State::Active {
        return Ok(None);
    }
    let is_blocked = blocks::is_blocked(here.app(), &here.actor, own.member, member.id).await?;
    let href = here.frame.to(&format!("people/{}", people::digits(here, &line.number)));
    let ours = (here.id(), own.member);
    let is_favourite = favourites::has_member(here.app(), &here.actor, ours, member.id).await?;
    Ok(Some(Between { href, is_blocked, is_favourite }))
}

fn doors(here: &Here, line: &Listed, is_own: bool) -> Vec<Door> {
    let digits = people::digits(here, &line.number);
    let subject = Subject::account(here.id(), line.account);
    let sees = here.actor.is_theirs(Action::SeeStatementAny, subject) && !is_own;
    let door = |path: String, icon, hue, key| Door {
        href: here.frame.to(&path),
        icon,
        hue,
        title: here.frame.with("name", line.name.as_str()).t(key),
    };
    let statement =
        sees.then(|| door(format!("people/{digits}/statement"), "statement", 5, "member-statement"));
    let keeps = here.leads_to(Action::SeeAdministration);
    let administration =
        keeps.then(|| door(format!("admin/people/{digits}"), "shield", 2, "member-administration"));
    statement.into_iter().chain(administration).collect()
}
