//! An exchange's numbers: a few figures, and a chart of its months with the table behind it.

use app::actor::Action;
use app::numbers::{self, Numbers};

use crate::web::chart::{Chart, Value};
use crate::web::frame::Frame;
use crate::web::l10n::{Shown, UnitView};
use crate::web::stop::Stop;
use crate::web::visitor::Here;

/// The figures as the page shows them.
pub(super) struct Figures {
    /// Trades of the last twelve months.
    pub trades: String,
    /// What changed hands in them.
    pub volume: i64,
    /// The share of members who traded in the last quarter.
    pub trading: String,
    /// All balances together.
    pub sum: i64,
    /// Trades by month; none before the second month.
    pub chart: Option<Chart>,
    /// Month, number of trades and what changed hands, written out, newest first.
    pub rows: Vec<(String, String)>,
}

/// The numbers of this exchange, for those who may see them.
pub(super) async fn of(here: &Here, page: &Frame) -> Result<Option<Figures>, Stop> {
    if !here.can(Action::SeeNumbers) {
        return Ok(None);
    }
    let numbers = numbers::of(here.app(), &here.actor, here.id()).await?;
    let rows = numbers.months.iter().rev().map(|month| row(page, &here.unit, month)).collect();
    Ok(Some(Figures {
        trades: page.number(numbers.trades()),
        volume: numbers.volume(),
        trading: page.percent(numbers.trading_percent(), 100),
        sum: numbers.sum,
        chart: draw(page, &numbers),
        rows,
    }))
}

fn row(page: &Frame, unit: &UnitView, month: &numbers::MonthFigures) -> (String, String) {
    let moved = page.amount(month.volume, unit);
    (
        page.month_of(since_1970(month)),
        page.with("count", month.trades).with("amount", moved).t("about-numbers-month"),
    )
}

fn draw(page: &Frame, numbers: &Numbers) -> Option<Chart> {
    let most = numbers.months.iter().map(|month| month.trades).max().filter(|most| *most > 0)?;
    let last = numbers.months.len().saturating_sub(1);
    let values: Vec<Value> = numbers
        .months
        .iter()
        .enumerate()
        .map(|(at, month)| Value {
            value: month.trades,
            under: page.month_letter(since_1970(month)),
            on: if month.trades == most { page.number(most) } else { String::new() },
            class: if at == last { "bar now" } else { "bar" },
        })
        .collect();
    let months = numbers.months.iter().map(|month| (page.month_of(since_1970(month)), month.trades));
    let told: Vec<String> =
        months.map(|(month, trades)| format!("{month}: {}", page.number(trades))).collect();
    let alternative = page.with("list", told.join(", ")).t("about-numbers-chart-alternative");
    let plain = UnitView {
        shown: Shown::Decimal { scale: 0, decimals: 0 },
        singular: String::new(),
        plural: String::new(),
    };
    Some(Chart::draw(&values, 1, alternative, |steps| page.bare(steps, &plain)))
}

/// Months since January 1970.
fn since_1970(month: &numbers::MonthFigures) -> i64 {
    (i64::from(month.year) - 1970) * 12 + i64::from(month.month) - 1
}
