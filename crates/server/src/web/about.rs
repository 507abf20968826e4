//! An exchange: what it is, its rules in plain words, its numbers, its own account, and how to join. Visitors see what is
//! public.

mod figures;
mod rules;

use app::accounts;
use app::actor::Action;
use app::exchanges::{Exchange, Joining};
use app::members::{self, State};
use app::memberships::{self, Role};
use askama::Template;

use super::announcements::{self, Pinned};
use super::errors::render;
use super::face::Face;
use super::frame::{Frame, Place};
use super::l10n::{Shown, UnitView};
use super::market::{self, Card};
use super::stop::{Answer, Stop};
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;
use rules::Rule;

/// Adds the routes of this page.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/about", show)
}

/// `about.html`
#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    page: Frame,
    unit: UnitView,
    exchange: Exchange,
    /// What it says of itself, by paragraph.
    paragraphs: Vec<String>,
    /// "12 acorns make an hour"; empty when there is nothing to explain.
    worth: String,
    rules: Vec<Rule>,
    /// Its numbers, for those who may see them.
    figures: Option<figures::Figures>,
    /// The exchange's own account, for those who may see it.
    own: Option<Own>,
    keepers: Vec<Keeper>,
    /// The newest of what everyone may see, for those outside.
    /// What is announced to members.
    announced: Vec<Pinned>,
    market: Vec<Card>,
    door: Door,
}

/// The exchange's own account.
struct Own {
    number: String,
    face: Face,
    balance: i64,
}

/// Somebody who looks after the exchange.
struct Keeper {
    name: String,
    face: Face,
    task: String,
    /// Their own page; empty for who has no account here.
    href: String,
}

/// How this reader stands to joining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    /// Is in already.
    Inside,
    /// Has asked.
    Asked,
    /// May ask.
    Open,
    /// May come with an invitation.
    Invited,
    /// Nobody joins just now.
    Closed,
}

async fn show(here: Here) -> Answer {
    let page = here.frame.clone().titled_as(here.exchange.name.clone()).at(Place::More);
    Ok(render(&AboutPage {
        paragraphs: paragraphs(&here.exchange.about),
        worth: worth(&page, &here),
        rules: rules::in_words(&page, &here.policy, &here.unit),
        figures: figures::of(&here, &page).await?,
        own: own_account(&here).await?,
        keepers: keepers(&here).await?,
        market: market(&here).await?,
        announced: announcements::standing(&here).await?,
        door: door(&here),
        exchange: here.exchange.clone(),
        unit: here.unit.clone(),
        page,
    }))
}

/// What visitors see of the market. Members have all of it among their places.
async fn market(here: &Here) -> Result<Vec<Card>, Stop> {
    if here.membership.is_some() {
        return Ok(Vec::new());
    }
    market::newest(here).await
}

/// A text by its blank lines.
fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// What the unit is worth in time; hours and minutes say it themselves.
fn worth(page: &Frame, here: &Here) -> String {
    match (here.unit.shown, here.policy.unit.hours) {
        (Shown::Decimal { .. }, (1, many)) if many > 1 => {
            page.with("count", many).with("unit", here.unit.plural.as_str()).t("about-worth")
        }
        _ => String::new(),
    }
}

async fn own_account(here: &Here) -> Result<Option<Own>, Stop> {
    if !here.can(Action::SeePublicStatement) {
        return Ok(None);
    }
    let (member, line) = match members::find(here.app(), &here.actor, here.id(), "0").await {
        // Not at work yet.
        Err(app::Error::NotFound) => return Ok(None),
        found => found?,
    };
    let account = accounts::account(here.app(), &here.actor, line.account).await?;
    let face = Face::new(&member.name, &line.number, member.kind.as_str(), &line.portrait);
    Ok(Some(Own { face, number: line.number, balance: account.balance }))
}

/// Each person once, by their first task.
async fn keepers(here: &Here) -> Result<Vec<Keeper>, Stop> {
    if !here.can(Action::SeeDirectory) {
        return Ok(Vec::new());
    }
    let mut given = memberships::keepers(here.app(), &here.actor, here.id()).await?;
    given.sort_by_key(|given| (given.role != Role::Admin, given.name.clone()));
    let mut seen = Vec::new();
    given.retain(|given| {
        let is_new = !seen.contains(&given.user_id);
        seen.push(given.user_id);
        is_new
    });
    let keeper = |given: memberships::Given| Keeper {
        face: Face::new(&given.name, &given.number, "individual", &given.portrait),
        href: given
            .number
            .get(4..)
            .map(|short| here.frame.to(&format!("people/{short}")))
            .unwrap_or_default(),
        task: here.frame.t(if given.role == Role::Admin { "about-admin" } else { "about-coordinator" }),
        name: given.name,
    };
    Ok(given.into_iter().map(keeper).collect())
}

fn door(here: &Here) -> Door {
    if here.membership.is_some() {
        return Door::Inside;
    }
    let asked = here
        .actor
        .memberships()
        .iter()
        .any(|membership| membership.exchange == here.id() && membership.state == State::Applied);
    match here.exchange.joining {
        _ if asked => Door::Asked,
        Joining::Open => Door::Open,
        Joining::Invited => Door::Invited,
        Joining::Closed => Door::Closed,
    }
}
