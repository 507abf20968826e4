//! Where an account stood at the end of each month, as a chart with its numbers.

use app::statements::{MonthMarkRow, Statement};
use ledger::Instant;

use crate::web::chart::{Chart, Value};
use crate::web::frame::Frame;
use crate::web::l10n::{Shown, UnitView};

/// Months that the chart shows at most, the one under way among them.
const MONTHS: i64 = 12;

/// The chart and the table behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Standings {
    /// Drawn.
    pub chart: Chart,
    /// Month and standing, written out.
    pub rows: Vec<(String, String)>,
}

/// Draws the last months; none when there are not yet two.
#[must_use]
pub(super) fn draw(
    page: &Frame,
    unit: &UnitView,
    statement: &Statement,
    marks: &[MonthMarkRow],
) -> Option<Standings> {
    let now = i64::from(Instant(page.now).month().0);
    let ends = ends(statement, marks, now);
    if ends.len() < 2 {
        return None;
    }
    let values: Vec<Value> = ends
        .iter()
        .map(|(month, balance)| Value {
            value: *balance,
            under: page.month_letter(*month),
            on: String::new(),
            class: if *balance < 0 { "below" } else { "above" },
        })
        .collect();
    let chart = Chart::draw(&values, one(unit), alternative(page, unit, &ends), |steps| {
        page.bare(steps, &UnitView { shown: Shown::Decimal { scale: 0, decimals: 0 }, ..unit.clone() })
    });
    let rows = ends.iter().rev().map(|(month, at)| (page.month_of(*month), page.signed(*at, unit))).collect();
    Some(Standings { chart, rows })
}

/// How much the unit counts for one of it.
#[must_use]
pub(super) fn one(unit: &UnitView) -> i64 {
    match unit.shown {
        Shown::Decimal { scale, .. } => 10_i64.pow(u32::from(scale.min(15))),
        Shown::Clock { minutes } => 60 / i64::from(minutes.max(1)),
    }
}

/// Month and standing at its end, oldest first. A month in which nothing moved ends as the one before.
fn ends(statement: &Statement, marks: &[MonthMarkRow], now: i64) -> Vec<(i64, i64)> {
    let account = &statement.account;
    let Some(last) = account.last_month.map(|month| i64::from(month.0)) else { return Vec::new() };
    let first = marks.first().map_or(last, |mark| mark.month);
    let at_end = |month: i64| {
        let before = marks.iter().rev().find(|mark| mark.month <= month).map_or(0, |mark| mark.balance);
        (month, if month >= last { account.balance } else { before })
    };
    (first.max(now - MONTHS + 1)..=now).map(at_end).collect()
}

fn alternative(page: &Frame, unit: &UnitView, ends: &[(i64, i64)]) -> String {
    let by_balance = |(_, balance): &&(i64, i64)| *balance;
    let (Some(first), Some(now)) = (ends.first(), ends.last()) else { return String::new() };
    let (Some(low), Some(high)) = (ends.iter().min_by_key(by_balance), ends.iter().max_by_key(by_balance))
    else {
        return String::new();
    };
    page.with("first", page.month_of(first.0))
        .with("last", page.month_of(now.0))
        .with("low", page.signed(low.1, unit))
        .with("lowest", page.month_of(low.0))
        .with("high", page.signed(high.1, unit))
        .with("highest", page.month_of(high.0))
        .with("now", page.signed(now.1, unit))
        .t("statement-chart-says")
}
