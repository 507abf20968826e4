//! A statement as a table for spreadsheets: CSV with a mark that it is UTF-8, one row a line, oldest first.
//!
//! Where a language writes decimals with a comma, columns are divided by semicolons, as its spreadsheets expect. What
//! people have written is kept from being taken for a formula.

use app::statements::{Line, Statement};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use ledger::transfer::Kind;

use crate::web::frame::Frame;
use crate::web::l10n::{Shown, UnitView};

/// The headings, as message keys.
const HEADINGS: [&str; 11] = [
    "statement-col-day",
    "statement-col-traded",
    "statement-col-reference",
    "statement-col-number",
    "statement-col-with",
    "statement-col-what",
    "statement-col-provided",
    "statement-col-received",
    "statement-col-levy",
    "statement-col-change",
    "statement-col-standing",
];

/// The file, to be kept. It says where the table of older lines is, if there are any: in its first row and as a link.
#[must_use]
pub(super) fn file(
    page: &Frame,
    unit: &UnitView,
    (statement, older): (&Statement, Option<&str>),
) -> Response {
    let (number, today) = (&statement.party.number, page.day_iso(page.day_of(page.now)));
    let disposition = format!("attachment; filename=\"{number}-{today}.csv\"");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    let link = older.map(|address| [(header::LINK, format!("<{address}>; rel=\"next\""))]);
    (headers, link, text(page, unit, (statement, older))).into_response()
}

fn text(page: &Frame, unit: &UnitView, (statement, older): (&Statement, Option<&str>)) -> String {
    let divider = if page.decimal_separator() == ',' { ";" } else { "," };
    let headings = HEADINGS.map(|key| cell(&page.t(key)));
    let mut text = format!("\u{feff}{}\r\n", headings.join(divider));
    if let Some(address) = older {
        let told = cell(&page.with("address", address).t("statement-table-older"));
        text.push_str(&format!("{told}{}\r\n", divider.repeat(HEADINGS.len() - 1)));
    }
    for line in statement.lines.iter().rev() {
        text.push_str(&row(page, unit, line).join(divider));
        text.push_str("\r\n");
    }
    text
}

fn row(page: &Frame, unit: &UnitView, line: &Line) -> [String; 11] {
    let price = line.price();
    let is_provided = (price > 0) == (line.row.kind != Kind::Reversal);
    let amount = |units: i64| if units == 0 { String::new() } else { number(page, unit, units) };
    let what = match line.row.kind {
        _ if line.is_levy() => page.t("statement-levies-note"),
        Kind::Reversal => format!("{} {}", page.t("statement-taking-back"), line.row.description),
        Kind::Trade | Kind::Replacement | Kind::Import => line.row.description.clone(),
    };
    [
        page.day_iso(page.day_of(line.row.decided_at.0)),
        line.row.traded_on.map(|day| page.day_iso(day)).unwrap_or_default(),
        line.row.number.to_string(),
        cell(if line.is_levy() { "" } else { &line.other.number }),
        cell(if line.is_levy() { "" } else { &line.other.name }),
        cell(what.trim()),
        amount(if is_provided { price } else { 0 }),
        amount(if is_provided { 0 } else { -price }),
        amount(-line.levy),
        number(page, unit, line.row.amount),
        number(page, unit, line.row.balance),
    ]
}

/// A text as a cell: quoted, and never a formula.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// An amount that spreadsheets of this language read as a number; hours with up to four decimals.
fn number(page: &Frame, unit: &UnitView, units: i64) -> String {
    let Shown::Clock { minutes } = unit.shown else { return page.typed(units, unit) };
    let ten_thousandths =
        (i128::from(units) * i128::from(minutes.max(1)) * 10_000 + 30 * i128::from(units.signum())) / 60;
    let hours = UnitView { shown: Shown::Decimal { scale: 4, decimals: 2 }, ..unit.clone() };
    page.typed(i64::try_from(ten_thousandths).unwrap_or(i64::MAX), &hours)
}
