//! The members of an exchange as its administrators look through them.

use app::actor::Action;
use app::members::{self, Administered, Among, Line, Lookup, MemberId, Tally};
use askama::Template;

use super::{frame, member_page};
use crate::routes::Routes;
use crate::state::Server;
use crate::web::errors::render;
use crate::web::face::Face;
use crate::web::forms::{Form, Typed};
use crate::web::frame::Frame;
use crate::web::l10n::UnitView;
use crate::web::stop::{Answer, encoded};
use crate::web::visitor::Here;

/// Adds the route of this page.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/admin/people", show)
}

/// `admin-people.html`.
#[derive(Template)]
#[template(path = "admin-people.html")]
struct PeoplePage {
    page: Frame,
    form: Form,
    unit: UnitView,
    can_add: bool,
    among: &'static str,
    chips: Vec<Chip>,
    rows: Vec<Row>,
    more: String,
}

struct Chip {
    href: String,
    label: String,
    count: i64,
    is_chosen: bool,
}

struct Row {
    href: String,
    name: String,
    sub: String,
    face: Face,
    balance: i64,
    last: Option<i64>,
    /// Keys of what is the matter, with the class of their tag.
    tags: Vec<(&'static str, &'static str)>,
}

async fn show(here: Here) -> Answer {
    let among = Among::parse(here.query.get("show")).unwrap_or(Among::All);
    let after =
        here.query.get("id").parse().ok().map(|id| (here.query.raw("after").to_owned(), MemberId(id)));
    let lookup = Lookup { words: here.query.get("q").to_owned(), after, ..Lookup::default() };
    let found = members::administered(here.app(), &here.actor, here.id(), (among, &lookup)).await?;
    let page = frame(&here, "admin-people-title");
    let form = Form::begin(Typed::from_pairs([("q", lookup.words)]));
    Ok(render(&PeoplePage {
        unit: here.unit.clone(),
        can_add: here.can(Action::WelcomeMembers),
        among: among.as_str(),
        chips: chips(&page, among, form.value("q"), &found.tally),
        more: more(&page, among, form.value("q"), &found),
        rows: found.lines.iter().map(|line| row(&page, line)).collect(),
        page,
        form,
    }))
}

fn href(page: &Frame, among: Among, words: &str) -> String {
    page.to(&format!("admin/people?show={}&q={}", among.as_str(), encoded(words)))
}

fn chips(page: &Frame, chosen: Among, words: &str, tally: &Tally) -> Vec<Chip> {
    let all = [
        (Among::All, tally.everyone),
        (Among::NearLimit, tally.near),
        (Among::Quiet, tally.quiet),
        (Among::Suspended, tally.suspended),
        (Among::Locked, tally.locked),
    ];
    let chip = |(among, count): (Among, i64)| Chip {
        href: href(page, among, words),
        label: page.t(&format!("admin-among-{}", among.as_str())),
        count,
        is_chosen: among == chosen,
    };
    all.into_iter().map(chip).collect()
}

fn more(page: &Frame, among: Among, words: &str, found: &Administered) -> String {
    let Some((name, id)) = &found.next else { return String::new() };
    format!("{}&after={}&id={}", href(page, among, words), encoded(name), id.0)
}

fn row(page: &Frame, line: &Line) -> Row {
    let joined =
        if line.place.is_empty() { line.number.clone() } else { format!("{}, {}", line.number, line.place) };
    Row {
        href: member_page(page, &line.number),
        name: line.name.clone(),
        sub: joined,
        face: Face::new(&line.name, &line.number, line.kind.as_str(), &line.portrait),
        balance: line.balance,
        last: line.provided_last.max(line.received_last).map(|at| at.0),
        tags: tags(line),
    }
}

fn tags(line: &Line) -> Vec<(&'static str, &'static str)> {
    let mut tags = Vec::new();
    match line.account_state.as_str() {
        "suspended" => tags.push(("admin-tag-suspended", "care")),
        "disabled" => tags.push(("admin-tag-resting", "")),
        _ => {}
    }
    if line.locked {
        tags.push(("admin-tag-locked", "care"));
    }
    if line.floor.is_some_and(|floor| floor < 0 && (line.balance - floor) * 10 <= -floor) {
        tags.push(("admin-tag-floor", "care"));
    }
    if line.ceiling.is_some_and(|ceiling| ceiling > 0 && (ceiling - line.balance) * 10 <= ceiling) {
        tags.push(("admin-tag-ceiling", "care"));
    }
    if line.provided_count + line.received_count == 0 {
        tags.push(("admin-tag-new", "good"));
    }
    tags
}
