//! One member as administrators see it: how it stands, what can be changed, and what was done to its account.

use app::accounts;
use app::actor::Action;
use app::audit;
use app::members::{self, Member, State};
use askama::Template;
use axum::extract::Path;
use ledger::Account;
use ledger::account;

use super::past::{Line, limit_words};
use super::{frame, member_page};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::render;
use crate::web::face::Face;
use crate::web::frame::Frame;
use crate::web::l10n::UnitView;
use crate::web::scale::Scale;
use crate::web::stop::{Answer, Stop};
use crate::web::visitor::Here;

/// Adds the route of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/admin/people/{number}", show)
}

/// A member with its account, for whoever administers both.
pub(super) struct One {
    pub(super) member: Member,
    pub(super) account: Account,
    pub(super) face: Face,
    /// Where the administration has it.
    pub(super) href: String,
    /// The first name of a person, the whole name of everything else.
    pub(super) short: String,
}

impl One {
    /// The member of this number.
    pub(super) async fn of(here: &Here, number: &str) -> Result<Self, Stop> {
        here.may(Action::SeeAdministration)?;
        let (member, _) = members::find(here.app(), &here.actor, here.id(), number).await?;
        let id = member.account.ok_or_else(Stop::not_found)?;
        let account = accounts::administered(here.app(), &here.actor, id).await?;
        let number = member.number.clone().unwrap_or_default();
        let face = Face::new(&member.name, &number, member.kind.as_str(), &member.portrait);
        let is_person = member.kind == members::Kind::Individual;
        let first = member.name.split_whitespace().next().filter(|_| is_person);
        let short = first.unwrap_or(&member.name).to_owned();
        Ok(Self { href: member_page(&here.frame, &number), member, account, face, short })
    }

    /// The frame of a page with one thing to do about this member.
    pub(super) fn task(&self, here: &Here, title: &str) -> Frame {
        let title = here.frame.l.with("name", &self.short).t(title);
        frame(here, "admin-people-title").titled_as(title).task(self.href.clone())
    }
}

/// `admin-person.html`.
#[derive(Template)]
#[template(path = "admin-person.html")]
struct PersonPage {
    page: Frame,
    unit: UnitView,
    one: One,
    number: String,
    scale: Scale,
    floor: String,
    ceiling: String,
    /// Keys of what is the matter, with the class of their tag.
    tags: Vec<(&'static str, &'static str)>,
    last: Option<i64>,
    doors: Vec<Way>,
    history: Vec<Line>,
}

/// A change that can be made.
struct Way {
    href: String,
    icon: &'static str,
    title: String,
    sub: String,
}

async fn show(here: Here, Path((_, number)): Path<(String, String)>) -> Answer {
    let one = One::of(&here, &number).await?;
    let past = audit::of_account(here.app(), &here.actor, one.account.id).await?;
    let account = &one.account;
    let page = frame(&here, "admin-people-title").titled_as(one.member.name.clone());
    Ok(render(&PersonPage {
        unit: here.unit.clone(),
        number: one.member.number.clone().unwrap_or_default(),
        scale: Scale::new(
            account.balance,
            account.floor.map(|limit| limit.at),
            account.ceiling.map(|limit| limit.at),
        ),
        floor: limit_words(&here, account.floor),
        ceiling: limit_words(&here, account.ceiling),
        tags: tags(&one),
        last: account.record.provided_last.max(account.record.received_last).map(|at| at.0),
        doors: ways(&here, &one),
        history: past.iter().map(|past| Line { href: String::new(), ..Line::of(&here, past) }).collect(),
        page,
        one,
    }))
}

fn tags(one: &One) -> Vec<(&'static str, &'static str)> {
    let mut tags = Vec::new();
    match one.account.state {
        account::State::Active => {}
        account::State::Disabled => tags.push(("admin-tag-resting", "")),
        account::State::Suspended => tags.push(("admin-tag-suspended", "care")),
        account::State::Closed => tags.push(("admin-tag-closed", "")),
    }
    if one.account.locked {
        tags.push(("admin-tag-locked", "care"));
    }
    tags
}

/// The changes that this reader can make to this member.
fn ways(here: &Here, one: &One) -> Vec<Way> {
    if one.member.state != State::Active {
        return Vec::new();
    }
    let (lock, rest, suspend) = (
        if one.account.locked { "unlock" } else { "lock" },
        if one.account.state == account::State::Disabled { "wake" } else { "rest" },
        if one.account.state == account::State::Suspended { "lift" } else { "suspend" },
    );
    let own = one.member.kind == members::Kind::Administration;
    let all = [
        (Action::EditAnyProfile, "profile", "edit", true),
        (Action::SetLimits, "limits", "chart", true),
        (Action::SetLimits, "switches", "settings", true),
        (Action::SeeAdministration, "keys", "people", true),
        (Action::SetLock, lock, "lock", true),
        (Action::SetState, rest, "clock", !own && one.account.state != account::State::Suspended),
        (Action::SetState, suspend, "shield", !own),
        (Action::EndMembership, "close", "exit", !own),
    ];
    let open = all.into_iter().filter(|(action, _, _, fits)| *fits && here.can(*action));
    let way = |(_, what, icon, _): (Action, &str, &'static str, bool)| {
        let said = here.frame.l.with("name", &one.short);
        Way {
            href: format!("{}/{what}", one.href),
            icon,
            title: said.t(&format!("admin-do-{what}")),
            sub: said.t(&format!("admin-do-{what}-sub")),
        }
    };
    open.map(way).collect()
}
