//! The table that a bench prints: median and range of each figure, and ratios of the same round.

/// The figures of one round, a second.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Figures {
    /// Flushes of 4 KiB.
    pub(crate) probe: f64,
    /// Transfers of the engine, one a commit.
    pub(crate) engine_1: f64,
    /// Transfers of the engine, 128 a commit.
    pub(crate) engine_128: f64,
    /// Answers of the plainest route, 64 connections.
    pub(crate) health_64: f64,
    /// Payments through the pages' form, one connection.
    pub(crate) pay_1: f64,
    /// Payments through the pages' form, 64 connections.
    pub(crate) pay_64: f64,
}

impl Figures {
    /// All figures in a line.
    pub(crate) fn line(&self) -> String {
        let Figures { probe, engine_1, engine_128, health_64, pay_1, pay_64 } = self;
        format!(
            "probe {probe:.0}, engine 1 {engine_1:.0}, engine 128 {engine_128:.0}, plain route {health_64:.0}, \
             pay 1 {pay_1:.0}, pay 64 {pay_64:.0}"
        )
    }
}

/// A row of the table: its title and how it is read off a round.
type Row = (&'static str, fn(&Figures) -> f64);

const RATES: [Row; 6] = [
    ("disk probe, 4 KiB written over and flushed", |f| f.probe),
    ("engine, 1 transfer a commit", |f| f.engine_1),
    ("engine, 128 transfers a commit", |f| f.engine_128),
    ("plain route over HTTP, 64 connections", |f| f.health_64),
    ("payments over HTTP, 1 connection", |f| f.pay_1),
    ("payments over HTTP, 64 connections", |f| f.pay_64),
];

const RATIOS: [Row; 4] = [
    ("engine 1 to probe", |f| f.engine_1 / f.probe),
    ("engine 128 to probe", |f| f.engine_128 / f.probe),
    ("payments at 1 to engine 1", |f| f.pay_1 / f.engine_1),
    ("payments at 64 to plain route", |f| f.pay_64 / f.health_64),
];

/// The table as Markdown: medians with the range of the rounds.
pub(crate) fn text(rounds: &[Figures]) -> String {
    let mut text = String::from("| figure | a second: median [range] |\n|---|---|\n");
    for (title, of) in RATES {
        let (low, middle, high) = spread(rounds, of);
        text += &format!("| {title} | {middle:.0} [{low:.0}-{high:.0}] |\n");
    }
    text += "\n| ratio of the same round | median [range] |\n|---|---|\n";
    for (title, of) in RATIOS {
        let (low, middle, high) = spread(rounds, of);
        text += &format!("| {title} | {middle:.2} [{low:.2}-{high:.2}] |\n");
    }
    text
}

fn spread(rounds: &[Figures], of: fn(&Figures) -> f64) -> (f64, f64, f64) {
    let mut values: Vec<f64> = rounds.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    let at = |index: usize| values.get(index).copied().unwrap_or(0.0);
    (at(0), at(values.len() / 2), at(values.len().saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_told_by_its_median_and_range() {
        let round = |probe| Figures { probe, ..Figures::default() };
        assert_eq!(spread(&[round(3.0), round(1.0), round(2.0)], |f| f.probe), (1.0, 2.0, 3.0));
    }
}
