//! Where an account stood at the end of each month, as a chart with its numbers.

use app::statements::MonthEnd;

use crate::web::chart::{Chart, Value};
use crate::web::frame::Frame;
use crate::web::l10n::{Shown, UnitView};

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
pub(super) fn draw(page: &Frame, unit: &UnitView, ends: &[MonthEnd]) -> Option<Standings> {
    if ends.len() < 2 {
        return None;
    }
    let values: Vec<Value> = ends
        .iter()
        .map(|end| Value {
            value: end.balance,
            under: page.month_letter(end.month),
            on: String::new(),
            class: if end.balance < 0 { "below" } else { "above" },
        })
        .collect();
    let chart = Chart::draw(&values, one(unit), alternative(page, unit, ends), |steps| {
        page.bare(steps, &UnitView { shown: Shown::Decimal { scale: 0, decimals: 0 }, ..unit.clone() })
    });
    let row = |end: &MonthEnd| (page.month_of(end.month), page.signed(end.balance, unit));
    let rows = ends.iter().rev().map(row).collect();
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

fn alternative(page: &Frame, unit: &UnitView, ends: &[MonthEnd]) -> String {
    let by_balance = |end: &&MonthEnd| end.balance;
    let (Some(first), Some(now)) = (ends.first(), ends.last()) else { return String::new() };
    let (Some(low), Some(high)) = (ends.iter().min_by_key(by_balance), ends.iter().max_by_key(by_balance))
    else {
        return String::new();
    };
    page.with("first", page.month_of(first.month))
        .with("last", page.month_of(now.month))
        .with("low", page.signed(low.balance, unit))
        .with("lowest", page.month_of(low.month))
        .with("high", page.signed(high.balance, unit))
        .with("highest", page.month_of(high.month))
        .with("now", page.signed(now.balance, unit))
        .t("statement-chart-says")
}
