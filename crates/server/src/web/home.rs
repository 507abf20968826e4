//! Home of a member: where they stand, what waits, what is new, the last trades.

use app::statements::{self, Fold, Line};
use askama::Template;
use ledger::EntryId;
use ledger::account::{Account, State};

use super::announcements::{self, Pinned};
use super::errors::render;
use super::forms::Typed;
use super::frame::{Frame, Place};
use super::l10n::UnitView;
use super::market::{self, Card};
use super::person::Person;
use super::scale::Scale;
use super::stop::Answer;
use super::visitor::Here;
use super::waiting::Ask;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of Home.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}", home).post("/{code}/seen", seen)
}

/// `home.html`.
#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    page: Frame,
    unit: UnitView,
    short: String,
    balance: i64,
    /// What the balance means, in a sentence.
    sentence: String,
    scale: Scale,
    /// What is not as usual with the account; empty when nothing is.
    trouble: String,
    /// What is announced.
    announced: Vec<Pinned>,
    asks: Vec<Ask>,
    /// How many requests of the reader's wait for others.
    sent: usize,
    news: Vec<Row>,
    /// The newest entry of the news.
    newest: i64,
    recent: Vec<Row>,
    /// What the reader could offer, each with why.
    earning: Vec<Card>,
    /// What others have put into the market lately.
    market: Vec<Card>,
    is_new: bool,
}

/// A trade in a list.
struct Row {
    id: String,
    other: Person,
    title: String,
    sub: String,
    at: i64,
    amount: i64,
}

/// `GET /{code}`: Home for a member; others are shown the exchange.
async fn home(here: Here) -> Answer {
    let Ok(account) = here.account() else { return Ok(here.see_other(&here.frame.to("about"))) };
    let home = statements::home(here.app(), &here.actor, account).await?;
    let (market, earning) = (market::newest(&here).await?, market::chances(&here).await?);
    let announced = announcements::standing(&here).await?;
    let page = here.frame.clone().titled("frame-home").at(Place::Home);
    let own = &home.account;
    Ok(render(&HomePage {
        short: Person::of(&home.party, &here.actor).short,
        balance: own.balance,
        sentence: sentence(&page, own),
        scale: Scale::new(own.balance, own.floor.map(|limit| limit.at), own.ceiling.map(|limit| limit.at)),
        trouble: trouble(&page, own),
        asks: home.to_answer.iter().take(5).map(|request| Ask::new(&here, request)).collect(),
        sent: home.sent.len(),
        newest: home.news.first().map_or(0, |line| line.row.id.0),
        news: home.news.iter().map(|line| news(&here, line)).collect(),
        recent: home.recent.iter().map(|line| recent(&here, line)).collect(),
        market,
        earning,
        announced,
        is_new: own.last_entry.is_none(),
        unit: here.unit.clone(),
        page,
    }))
}

/// `POST /{code}/seen`: the news have been seen.
async fn seen(here: Here, typed: Typed) -> Answer {
    let entry = typed.get("entry").parse().unwrap_or(0);
    statements::mark_seen(here.app(), &here.actor, here.account()?, EntryId(entry)).await?;
    Ok(here.see_other(&here.frame.to("")))
}

/// What a balance means. Below zero is a promise; nearer to the floor it says what helps.
fn sentence(page: &Frame, own: &Account) -> String {
    let floor = own.floor.map_or(0, |limit| limit.at.saturating_abs());
    let below = own.balance.saturating_neg();
    page.t(match own.balance {
        0 if own.last_entry.is_none() => "home-standing-new",
        0 => "home-standing-zero",
        1.. => "home-standing-above",
        _ if floor > 0 && below.saturating_mul(4) > floor.saturating_mul(3) => "home-standing-near-floor",
        _ if floor > 0 && below.saturating_mul(4) <= floor => "home-standing-little-below",
        _ => "home-standing-below",
    })
}

fn trouble(page: &Frame, own: &Account) -> String {
    let key = match own.state {
        State::Suspended => "home-suspended",
        State::Disabled => "home-resting",
        State::Closed => "home-closed",
        State::Active if own.locked => "home-locked",
        State::Active => return String::new(),
    };
    page.t(key)
}

/// A line as news: who did what.
fn news(here: &Here, line: &Line) -> Row {
    let mut row = recent(here, line);
    let key = match (line.fold, line.row.amount) {
        (Fold::Reversal, _) => "news-reversed",
        (Fold::Replacement, _) => "news-corrected",
        (_, 0..) => "news-gave-you",
        (_, _) => "news-provided-you",
    };
    let words = here.frame.with("name", &row.other.short).with("what", &row.title);
    let words = words.with("amount", here.frame.amount(line.row.price, &here.unit));
    row.title = words.t(key);
    row.sub = match line.keyed_by.as_str() {
        "" => String::new(),
        name => here.frame.with("name", name).t("news-keyed"),
    };
    row
}

fn recent(here: &Here, line: &Line) -> Row {
    let other = Person::of(&line.other, &here.actor);
    let page = &here.frame;
    let key = match (line.fold, line.row.amount) {
        (Fold::Reversed, _) => "home-row-reversed",
        (Fold::Reversal, _) => "home-row-reversal",
        (_, 0..) => "home-row-provided",
        (_, _) => "home-row-received",
    };
    let title = match (line.row.description.is_empty(), line.fold) {
        (false, _) => line.row.description.clone(),
        (true, Fold::Reversal) => page.t("trade-given-back"),
        (true, _) => page.t("trade-no-words"),
    };
    Row {
        id: line.row.uuid.to_string(),
        sub: page.with("name", &other.short).t(key),
        at: line.row.decided_at.0,
        amount: line.row.amount,
        title,
        other,
    }
}
