//! A statement on paper: A4, a letter head, one table, what it adds up to.

use askama::Template;
use axum::response::Response;

use super::rows::{self, GroupKind};
use super::span::Span;
use super::{Asked, Read};
use crate::web::errors::render;
use crate::web::frame::Frame;
use crate::web::l10n::{Shown, UnitView};

/// `statement-print.html`
#[derive(Template)]
#[template(path = "statement-print.html")]
struct Sheet {
    page: Frame,
    /// Where the statement's page is.
    back: String,
    exchange: Head,
    span: String,
    name: String,
    number: String,
    counted_in: String,
    between: String,
    /// The standing before it.
    opening: String,
    rows: Vec<Row>,
    totals: [String; 3],
    closing: Edge,
    sum: String,
    has_levy: bool,
    taken_back: Vec<String>,
    printed: String,
}

/// The letter head.
struct Head {
    name: String,
    address: String,
    contact: String,
}

/// The standing at the end of the span.
struct Edge {
    day: String,
    standing: String,
}

struct Row {
    day: String,
    reference: String,
    name: String,
    number: String,
    what: String,
    provided: String,
    received: String,
    levy: String,
    standing: String,
}

/// Shows it.
#[must_use]
pub(super) fn show(asked: &Asked, span: &Span, read: &Read) -> Response {
    let page = asked.frame().titled_as(
        asked.here.frame.with("number", read.statement.party.number.as_str()).t("statement-of-number"),
    );
    let (unit, totals) = (&asked.here.unit, &read.totals);
    let groups = rows::groups(&page, &read.statement.lines);
    let (nothing, rows): (Vec<_>, Vec<_>) =
        groups.iter().rev().partition(|group| group.kind == GroupKind::TakenBack);
    let has_levy = totals.levies != 0 || read.statement.policy.levy.rate.n > 0;
    let change = totals.closing - totals.opening;
    let sum = page
        .with("provided", page.bare(totals.provided, unit))
        .with("received", page.bare(-totals.received, unit))
        .with("levy", page.bare(-totals.levies, unit))
        .with("change", page.signed(change, unit))
        .t(if has_levy { "statement-print-sum-levy" } else { "statement-print-sum" });
    let sheet = Sheet {
        back: format!("{}{}", asked.path, span.query(&page.l)),
        exchange: head(asked),
        span: days(&page, span, read),
        name: read.statement.party.name.clone(),
        number: read.statement.party.number.clone(),
        counted_in: counted_in(&page, asked),
        between: between(&page, unit, read),
        opening: page.bare_signed(totals.opening, unit),
        rows: rows.iter().map(|group| row(&page, unit, group)).collect(),
        totals: [totals.provided, -totals.received, -totals.levies].map(|sum| page.bare(sum, unit)),
        closing: Edge { day: last_day(&page, span), standing: page.bare_signed(totals.closing, unit) },
        taken_back: nothing.iter().map(|group| taken_back(&page, unit, group)).collect(),
        printed: page.with("when", page.date_time(page.now)).t("statement-print-printed"),
        has_levy,
        sum,
        page,
    };
    render(&sheet)
}

fn head(asked: &Asked) -> Head {
    let exchange = &asked.here.exchange;
    let website = exchange.website.split("://").last().unwrap_or_default();
    let parts = [exchange.place.as_str(), website];
    let address = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Head { name: exchange.name.clone(), address, contact: exchange.contact.clone() }
}

fn first_day(page: &Frame, span: &Span, read: &Read) -> String {
    let oldest = read.statement.lines.last().map(|line| line.row.decided_at.0);
    match (read.totals.cut_at, span.since, oldest) {
        (Some(at), ..) => page.date(at.0),
        (None, Some(day), _) => page.day(day),
        (None, None, Some(at)) => page.date(at),
        (None, None, None) => last_day(page, span),
    }
}

fn last_day(page: &Frame, span: &Span) -> String {
    let today = page.day_of(page.now);
    page.day(span.until.unwrap_or(today).min(today))
}

fn days(page: &Frame, span: &Span, read: &Read) -> String {
    let (first, last) = (first_day(page, span, read), last_day(page, span));
    page.with("first", first).with("last", last).t("statement-print-days")
}

/// "acorns, 12 make an hour"
fn counted_in(page: &Frame, asked: &Asked) -> String {
    let unit = &asked.here.unit;
    match (unit.shown, asked.here.policy.unit.hours) {
        (Shown::Decimal { .. }, (1, many)) if many > 1 => {
            page.with("unit", unit.plural.as_str()).with("count", many).t("statement-print-unit")
        }
        _ => unit.plural.clone(),
    }
}

fn between(page: &Frame, unit: &UnitView, read: &Read) -> String {
    let account = &read.statement.account;
    match (account.floor, account.ceiling) {
        (Some(floor), Some(ceiling)) => page
            .with("floor", page.bare_signed(floor.at, unit))
            .with("ceiling", page.bare_signed(ceiling.at, unit))
            .t("statement-print-between"),
        (Some(floor), None) => {
            page.with("floor", page.bare_signed(floor.at, unit)).t("statement-print-down-to")
        }
        (None, Some(ceiling)) => {
            page.with("ceiling", page.bare_signed(ceiling.at, unit)).t("statement-print-up-to")
        }
        (None, None) => page.t("statement-print-anywhere"),
    }
}

fn row(page: &Frame, unit: &UnitView, group: &rows::Group<'_>) -> Row {
    let main = group.main();
    let is_levies = group.kind == GroupKind::Levies;
    let amount = |units: i64| if units == 0 { String::new() } else { page.bare(units, unit) };
    let named = |text: &str| if is_levies { String::new() } else { text.to_owned() };
    Row {
        day: page.short(group.at().0, page.now).0,
        reference: if is_levies { String::new() } else { main.row.number.to_string() },
        name: named(&main.other.name),
        number: named(&main.other.number),
        what: group.what(page),
        provided: amount(group.provided()),
        received: amount(-group.received()),
        levy: amount(-group.levy()),
        standing: page.bare_signed(group.standing(), unit),
    }
}

/// "4655, 1 November 2026, plum jam"
fn taken_back(page: &Frame, unit: &UnitView, group: &rows::Group<'_>) -> String {
    let main = group.main();
    page.with("reference", main.row.number.to_string())
        .with("day", page.date(main.row.decided_at.0))
        .with("what", group.what(page))
        .with("amount", page.amount(main.row.price, unit))
        .t("statement-print-taken-back-one")
}
