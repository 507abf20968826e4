//! Accounts and transfers as tables for spreadsheets.

use app::exchanges::Exchange;
use app::lists::{self, AccountView, Accounts, AccountsBy, Cut, Direction, Transfers};
use app::trades::TransferRow;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use ledger::account::State;
use ledger::{Instant, Unit};

use super::accounts::{self, status};
use super::currencies::WRITING;
use super::transfers::{self, state, updated};
use crate::api::asker::Asker;
use crate::api::error::{Answer, Failure};
use crate::api::query::written;
use crate::api::social::plain;
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes.
pub(super) fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/accounting/{code}/accounts.csv", accounts).get("/accounting/{code}/transfers.csv", transfers)
}

/// Rows of one table, at most.
const MOST: i64 = 50_000;

/// The columns of transfers.
const OF_TRANSFERS: [&str; 13] = [
    "id",
    "created",
    "updated",
    "state",
    "amount",
    "description",
    "hash",
    "authorization",
    "payer.id",
    "payer.code",
    "payee.id",
    "payee.code",
    "user.id",
];
/// The columns of accounts, but for how often they traded.
const OF_ACCOUNTS: [&str; 10] = [
    "id",
    "created",
    "updated",
    "code",
    "status",
    "balance",
    "creditLimit",
    "maximumBalance",
    "key",
    "user.id",
];

/// `GET /accounting/{code}/transfers.csv`: those that the list would show, all of them.
async fn transfers(asker: Asker, Path(code): Path<String>) -> Answer {
    asker.needs(&WRITING)?;
    let exchange = asker.exchange(&code).await?;
    let wanted = transfers::wanted(&asker)?;
    let wanted = Transfers { cut: Cut { offset: 0, limit: MOST }, ..wanted };
    let rows = lists::transfers(asker.app(), &asker.actor, &exchange, &wanted).await?;
    let sides = transfers::sides(&asker, &exchange, &rows).await?;
    let makers = lists::makers(asker.app(), &asker.actor, &exchange, &rows).await?;
    let unit = app::accounts::policy(asker.app(), exchange.id).await?.unit;
    let columns = chosen(&asker, &OF_TRANSFERS);
    let cell = |row: &TransferRow, column: &str| {
        let side = |id| {
            sides.get(&id).map(|view: &AccountView| (view.row.uuid.to_string(), view.row.number.clone()))
        };
        match column {
            "id" => row.uuid.to_string(),
            "created" => written(row.created_at),
            "updated" => written(updated(row)),
            "state" => state(row).to_owned(),
            "amount" => plain(row.amount, &unit),
            "description" => guarded(&row.description),
            "hash" => row
                .hash
                .as_ref()
                .map(|hash| hash.iter().map(|byte| format!("{byte:02x}")).collect())
                .unwrap_or_default(),
            "payer.id" => side(row.payer).unwrap_or_default().0,
            "payer.code" => side(row.payer).unwrap_or_default().1,
            "payee.id" => side(row.payee).unwrap_or_default().0,
            "payee.code" => side(row.payee).unwrap_or_default().1,
            "user.id" => makers.get(&row.made_by).map(ToString::to_string).unwrap_or_default(),
            _ => String::new(),
        }
    };
    let lines = rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect());
    Ok(file(&exchange, "transfers", (&columns, lines.collect())))
}

/// `GET /accounting/{code}/accounts.csv`, for administrators: with how often each account traded in this year and the two
/// before, or in whichever periods are asked for.
async fn accounts(asker: Asker, Path(code): Path<String>) -> Answer {
    asker.needs(&WRITING)?;
    let exchange = asker.exchange(&code).await?;
    let columns = columns_of_accounts(&asker)?;
    let wanted = Accounts {
        cut: Cut { offset: 0, limit: MOST },
        states: match accounts::wanted(&asker)?.states {
            Some(states) => Some(states),
            None => Some(vec![State::Active, State::Disabled, State::Suspended]),
        },
        uuids: None,
        numbers: None,
        by: asker.query.sort(&accounts::SORTS, (AccountsBy::Number, Direction::Ascending)),
    };
    lists::may_take_accounts_away(&asker.actor, &exchange)?;
    let rows = lists::accounts(asker.app(), &asker.actor, &exchange, &wanted, &asker.client.network).await?;
    let unit = app::accounts::policy(asker.app(), exchange.id).await?.unit;
    let mut counts = Vec::new();
    for (_, span) in &columns {
        counts.push(match span {
            Some(span) => Some(lists::trades_between(asker.app(), &exchange, *span).await?),
            None => None,
        });
    }
    let mut lines: Vec<Vec<String>> = Vec::with_capacity(rows.len());
    for view in &rows {
        let mut line = Vec::with_capacity(columns.len());
        for ((name, _), counted) in columns.iter().zip(&counts) {
            line.push(match counted {
                Some(counted) => counted.get(&view.row.id).copied().unwrap_or(0).to_string(),
                None => account_cell(view, name, &unit),
            });
        }
        lines.push(line);
    }
    let names: Vec<String> = columns.iter().map(|(name, _)| name.clone()).collect();
    Ok(file(&exchange, "accounts", (&names, lines)))
}

fn account_cell(view: &AccountView, column: &str, unit: &Unit) -> String {
    let row = &view.row;
    match column {
        "id" => row.uuid.to_string(),
        "created" => written(row.opened_at),
        "updated" => written(row.provided_last.max(row.received_last).unwrap_or(row.opened_at)),
        "code" => row.number.clone(),
        "status" => status(row.state).to_owned(),
        "balance" => plain(row.balance, unit),
        "creditLimit" => row.floor.map(|floor| plain(-floor, unit)).unwrap_or_default(),
        "maximumBalance" => row.ceiling.map(|ceiling| plain(ceiling, unit)).unwrap_or_default(),
        "user.id" => view.operators.iter().flatten().next().map(ToString::to_string).unwrap_or_default(),
        _ => String::new(),
    }
}

/// A column, and the period that it counts, if it does.
type Column = (String, Option<(Instant, Instant)>);

fn columns_of_accounts(asker: &Asker) -> Result<Vec<Column>, Failure> {
    let wanted = asker.query.get("csvfields");
    let mut columns: Vec<Column> = Vec::new();
    let usual: Vec<String> = if wanted.is_empty() {
        let year =
            written(asker.app().clock.now()).get(..4).and_then(|year| year.parse::<i32>().ok()).unwrap_or(0);
        let years = (0..3).map(|ago| format!("transfers.{}", year - ago));
        OF_ACCOUNTS.iter().map(|name| (*name).to_owned()).chain(years).collect()
    } else {
        wanted.split(',').map(|name| name.trim().to_owned()).collect()
    };
    for name in usual.into_iter().take(40) {
        if OF_ACCOUNTS.contains(&name.as_str()) {
            columns.push((name, None));
        } else if let Some(period) = name.strip_prefix("transfers.") {
            let span = span(period)?;
            columns.push((name, Some(span)));
        }
    }
    Ok(columns)
}

/// A period: a year, a month, a day, or from one to another, which counts too.
fn span(text: &str) -> Result<(Instant, Instant), Failure> {
    match text.split_once('_') {
        Some((from, to)) => Ok((bounds(from)?.0, bounds(to)?.1)),
        None => bounds(text),
    }
}

/// From when to when a year, a month or a day goes, in UTC.
fn bounds(text: &str) -> Result<(Instant, Instant), Failure> {
    use jiff::ToSpan as _;
    let wrong = || Failure::bad(format!("{text:?} is no period: say a year, a month or a day."));
    let parts: Vec<i16> = text.split('-').map(str::parse).collect::<Result<_, _>>().map_err(|_| wrong())?;
    let part = |at: usize| i8::try_from(parts.get(at).copied().unwrap_or(1)).map_err(|_| wrong());
    let year = parts.first().copied().unwrap_or(0);
    // A year has four digits, a month and a day two each.
    if parts.len() > 3 || text.len() != 1 + 3 * parts.len() {
        return Err(wrong());
    }
    let first = jiff::civil::Date::new(year, part(1)?, part(2)?).map_err(|_| wrong())?;
    let length = match parts.len() {
        1 => 1.year(),
        2 => 1.month(),
        _ => 1.day(),
    };
    let at = |date: jiff::civil::Date| -> Result<Instant, Failure> {
        let start = date.to_zoned(jiff::tz::TimeZone::UTC).map_err(|_| wrong())?;
        Ok(Instant(start.timestamp().as_microsecond()))
    };
    Ok((at(first)?, at(first.checked_add(length).map_err(|_| wrong())?)?))
}

/// The columns that are wanted of those that there are.
fn chosen(asker: &Asker, all: &[&str]) -> Vec<String> {
    let wanted = asker.query.get("csvfields");
    if wanted.is_empty() {
        return all.iter().map(|name| (*name).to_owned()).collect();
    }
    let known = wanted.split(',').map(str::trim).filter(|name| all.contains(name));
    known.map(str::to_owned).collect()
}

/// What people have written, kept from being taken for a formula.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The file, to be kept.
fn file(exchange: &Exchange, name: &str, (columns, lines): (&[String], Vec<Vec<String>>)) -> Response {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(columns);
    for line in lines {
        let _ = writer.write_record(line);
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}-{name}.csv\"", exchange.code)),
    ];
    (headers, writer.into_inner().unwrap_or_default()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_year_a_month_a_day_or_from_one_to_another() {
        let told = |text| span(text).map(|(from, to)| (written(from), written(to)));
        for (text, from, to) in [
            ("2024", "2024-01-01", "2025-01-01"),
            ("2024-02", "2024-02-01", "2024-03-01"),
            ("2024-02-29", "2024-02-29", "2024-03-01"),
            ("2023_2024-06", "2023-01-01", "2024-07-01"),
        ] {
            let day = |day: &str| format!("{day}T00:00:00.000Z");
            assert_eq!(told(text).unwrap(), (day(from), day(to)), "{text}");
        }
        for text in ["", "24", "2024-13", "2024-02-30", "2024-2", "what", "2024_", "2024-01-01-01"] {
            assert!(told(text).is_err(), "{text}");
        }
    }
}
