//! One trade: both people, where it stands, what moved, what happened to it and what may be done; and its receipt.

mod receipt;

use app::messages::Topic;
use app::trades::{self, HappeningKind, May, TradeView};
use askama::Template;
use axum::extract::Path;
use ledger::transfer::{Capacity, Channel, Kind, Objection};

use super::errors::render;
use super::frame::{Frame, Notice};
use super::l10n::UnitView;
use super::messages::write_to;
use super::person::Person;
use super::recommendations;
use super::stop::{Answer, Stop};
use super::trade::Sentence;
use super::trade::order::transfer_id;
use super::visitor::Here;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the route of a trade.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/{code}/trades/{id}", show)
}

/// `GET /{code}/trades/{id}`; with `?recorded` or `?receipt` as a receipt, once it counts.
async fn show(here: Here, Path((_, id)): Path<(String, String)>) -> Answer {
    let view = find(&here, &id).await?;
    let just_recorded = here.query.has("recorded");
    if view.row.state == "committed" && (just_recorded || here.query.has("receipt")) {
        return receipt::page(&here, &view).await;
    }
    let mut page = TradePage::new(&here, &view);
    page.recommends = recommendations::open_name(&here, view.row.uuid).await?;
    if just_recorded && view.row.state == "pending" {
        let text = page.page.with("name", &page.taker.short).t("trade-sent");
        page.page.notice = Some(Notice { icon: "check", text });
    }
    Ok(render(&page))
}

/// The trade of this name in an address, for those who may see it.
///
/// # Errors
/// 404 when there is none that the reader may know of.
pub async fn find(here: &Here, id: &str) -> Result<TradeView, Stop> {
    // Before it is looked up: whoever came by a letter's link signs in and sees it.
    here.actor.signed_in()?;
    let id = transfer_id(id).ok_or_else(Stop::not_found)?;
    Ok(trades::view(here.app(), &here.actor, here.id(), id).await?)
}

/// `a_trade.html`.
#[derive(Template)]
#[template(path = "a_trade.html")]
struct TradePage {
    page: Frame,
    unit: UnitView,
    id: String,
    giver: Person,
    taker: Person,
    say: Sentence,
    state: State,
    /// What the state means; empty when nothing more is to say.
    lead: String,
    facts: Vec<(String, String)>,
    entries: Vec<(String, i64)>,
    objection: Option<Said>,
    links: Vec<Link>,
    /// The offer or want that it was recorded from.
    settled: Option<Link>,
    history: Vec<Step>,
    acts: Vec<Act>,
    has_receipt: bool,
    /// The name of whom the reader may recommend for it; empty: nobody.
    recommends: String,
    /// Where the other side is written to about it, and what that is called; for its sides.
    write: Option<(String, String)>,
    /// Whether an answer is what is wanted first.
    waits: bool,
}

/// Where it stands, as a tag.
struct State {
    text: String,
    class: &'static str,
}

/// What somebody said about it.
struct Said {
    title: String,
    words: String,
}

/// Another trade that belongs to it.
struct Link {
    id: String,
    text: String,
}

struct Step {
    title: String,
    who: String,
    at: i64,
    words: String,
}

/// Something that the reader may do.
struct Act {
    path: &'static str,
    text: String,
    icon: &'static str,
}

impl TradePage {
    fn new(here: &Here, view: &TradeView) -> Self {
        let (giver, taker) = sides(here, view);
        let what = words(&here.frame, view);
        let amount = here.frame.amount(view.row.amount, &here.unit);
        let page = here.frame.clone().titled_as(what.clone());
        Self {
            id: view.row.uuid.to_string(),
            unit: here.unit.clone(),
            say: Sentence::new(&page, (&giver, &taker), &what, &amount),
            state: state(&page, view),
            lead: lead(&page, view, (&giver, &taker)),
            facts: facts(here, &page, view),
            entries: entries(&page, view, (&giver, &taker)),
            objection: objection(&page, view),
            links: links(&page, view),
            settled: settled(&page, view),
            history: history(&page, view),
            acts: acts(&page, view),
            recommends: String::new(),
            has_receipt: view.row.state == "committed",
            write: write(here, view, (&giver, &taker)),
            waits: view.row.state == "pending",
            giver,
            taker,
            page,
        }
    }
}

/// Who provided and who received, as the reader sees them.
pub fn sides(here: &Here, view: &TradeView) -> (Person, Person) {
    (Person::of(&view.payee, &here.actor), Person::of(&view.payer, &here.actor))
}

/// What it was for; a correction without words says what it is.
pub fn words(page: &Frame, view: &TradeView) -> String {
    match (view.row.description.is_empty(), view.row.kind) {
        (false, _) => view.row.description.clone(),
        (true, Kind::Reversal) => page.t("trade-given-back"),
        (true, _) => page.t("trade-no-words"),
    }
}

/// "MARL-4817": what people call it. Empty before it counts.
pub fn reference(here: &Here, view: &TradeView) -> String {
    view.row.number.map(|number| format!("{}-{number}", here.exchange.code)).unwrap_or_default()
}

/// Where the other side is written to. Who has left is not, and the exchange's own account answers as everybody does.
fn write(here: &Here, view: &TradeView, (giver, taker): (&Person, &Person)) -> Option<(String, String)> {
    let other = match (giver.mine, taker.mine) {
        (true, false) => taker,
        (false, true) => giver,
        _ => return None,
    };
    let href = write_to(here, &other.number, Topic::Trade(view.row.uuid));
    let title = here.frame.with("name", &other.short).t("messages-write-to");
    Some((href, title)).filter(|(href, _)| !href.is_empty())
}

fn state(page: &Frame, view: &TradeView) -> State {
    let (key, class) = match view.row.state.as_str() {
        "committed" if view.row.reversed_by.is_some() => ("trade-state-reversed", ""),
        "committed" if view.row.objection == Some(Objection::Open) => ("trade-state-objected", "care"),
        "committed" => ("trade-state-counts", "good"),
        "pending" => ("trade-state-waits", "mine"),
        "rejected" => ("trade-state-declined", ""),
        "expired" => ("trade-state-expired", ""),
        "failed" => ("trade-state-failed", "care"),
        "deleted" => ("trade-state-withdrawn", ""),
        _ => ("trade-state-draft", ""),
    };
    State { text: page.t(key), class }
}

fn lead(page: &Frame, view: &TradeView, (giver, taker): (&Person, &Person)) -> String {
    let names = page.with("giver", &giver.short).with("taker", &taker.short);
    match view.row.state.as_str() {
        "pending" => match view.row.accept_at {
            Some(at) => names.with("day", page.date(at.0)).t("trade-waits-until"),
            None if taker.mine => names.t("trade-waits-for-you"),
            None => names.t("trade-waits-for"),
        },
        "committed" if view.row.objection == Some(Objection::Open) => names.t("trade-objected-lead"),
        "committed" if view.row.reversed_by.is_some() => names.t("trade-reversed-lead"),
        "committed" => String::new(),
        _ => names.t("trade-does-not-count"),
    }
}

fn facts(here: &Here, page: &Frame, view: &TradeView) -> Vec<(String, String)> {
    let row = &view.row;
    let recorded = view.history.first();
    let who = recorded.map(|step| step.who.as_str()).unwrap_or_default();
    let by = match row.capacity {
        Capacity::Coordinator | Capacity::Admin => page.with("name", who).t("trade-by-keyed"),
        Capacity::Server => page.t("trade-by-rules"),
        Capacity::Payer | Capacity::Payee => who.to_owned(),
    };
    let way = match row.channel {
        Channel::Web => "",
        Channel::Api => "trade-way-api",
        Channel::Sheet => "trade-way-sheet",
        Channel::Slip => "trade-way-slip",
        Channel::Tag => "trade-way-tag",
        Channel::Import => "trade-way-import",
        Channel::Rule => "trade-way-rule",
    };
    let day = row.traded_on.map_or_else(|| page.date(row.created_at.0), |day| page.day(day));
    let way = if way.is_empty() { String::new() } else { page.t(way) };
    let facts = [
        ("trade-fact-price", page.amount(row.amount, &here.unit)),
        ("trade-fact-day", day),
        ("trade-fact-by", by),
        ("trade-fact-way", way),
        ("trade-fact-reference", reference(here, view)),
    ];
    facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (page.t(key), value))
        .collect()
}

fn entries(page: &Frame, view: &TradeView, (giver, taker): (&Person, &Person)) -> Vec<(String, i64)> {
    let name = |account| match account {
        _ if account == giver.account => giver.name.clone(),
        _ if account == taker.account => taker.name.clone(),
        _ => page.t("trade-own-account"),
    };
    view.entries.iter().map(|entry| (name(entry.account), entry.amount)).collect()
}

fn objection(page: &Frame, view: &TradeView) -> Option<Said> {
    let found = view.objection.as_ref().filter(|found| found.outcome == Objection::Open)?;
    let who = if found.account == view.payer.account { &view.payer } else { &view.payee };
    Some(Said { title: page.with("name", &who.name).t("trade-objection-of"), words: found.words.clone() })
}

fn links(page: &Frame, view: &TradeView) -> Vec<Link> {
    let corrected =
        view.row.corrects.map(|id| Link { id: id.to_string(), text: page.t("trade-link-original") });
    let corrections = view.corrections.iter().map(|row| {
        let key = match row.kind {
            Kind::Reversal => "trade-link-reversal",
            Kind::Replacement => "trade-link-replacement",
            Kind::Trade | Kind::Import => "trade-link-difference",
        };
        Link { id: row.uuid.to_string(), text: page.t(key) }
    });
    corrected.into_iter().chain(corrections).collect()
}

/// The offer or want that it was recorded from; what was taken away has no page.
fn settled(page: &Frame, view: &TradeView) -> Option<Link> {
    let found = view.settled.as_ref()?;
    let key = if found.kind == app::market::Kind::Want { "trade-from-want" } else { "trade-from-offer" };
    let id = if found.is_removed { String::new() } else { found.uuid.to_string() };
    Some(Link { id, text: page.with("title", &found.title).t(key) })
}

fn history(page: &Frame, view: &TradeView) -> Vec<Step> {
    let step = |step: &trades::Happening| Step {
        title: page.t(happened(step.kind)),
        who: if step.who.is_empty() { page.t("trade-by-rules") } else { step.who.clone() },
        at: step.at.0,
        words: if step.kind == HappeningKind::Failed { String::new() } else { step.words.clone() },
    };
    view.history.iter().map(step).collect()
}

const fn happened(kind: HappeningKind) -> &'static str {
    match kind {
        HappeningKind::Recorded => "trade-happened-recorded",
        HappeningKind::Requested => "trade-happened-requested",
        HappeningKind::Accepted => "trade-happened-accepted",
        HappeningKind::Declined => "trade-happened-declined",
        HappeningKind::Expired => "trade-happened-expired",
        HappeningKind::Withdrawn => "trade-happened-withdrawn",
        HappeningKind::Failed => "trade-happened-failed",
        HappeningKind::Objected => "trade-happened-objected",
        HappeningKind::Stands => "trade-happened-stands",
        HappeningKind::Reversed => "trade-happened-reversed",
        HappeningKind::Replaced => "trade-happened-replaced",
    }
}

fn acts(page: &Frame, view: &TradeView) -> Vec<Act> {
    let act = |may: &May| {
        let (path, key, icon) = match may {
            May::Accept => ("accept", "ask-accept", "check"),
            May::Decline => ("decline", "ask-decline", "close"),
            May::Withdraw => ("withdraw", "trade-do-withdraw", "undo"),
            May::Edit => ("edit", "trade-do-edit", "edit"),
            May::Reverse => ("reverse", "trade-do-reverse", "undo"),
            May::Object => ("object", "trade-do-object", "care"),
            May::LetStand => ("stand", "trade-do-stand", "check"),
        };
        Act { path, text: page.t(key), icon }
    };
    view.may.iter().map(act).collect()
}
