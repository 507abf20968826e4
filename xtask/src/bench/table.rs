//! The table that a bench prints: median and range of each figure, and ratios of the same round.

use std::collections::BTreeMap;

use super::figures::{AIMS, Figure};

/// How often something was done, and how long it took.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Measured {
    /// A second.
    pub(crate) rate: f64,
    /// The 99th percentile of how long it took, by the median; 0 where only the rate is known.
    pub(crate) tail: f64,
}

/// What was measured in one round.
pub(crate) type Round = BTreeMap<Figure, Measured>;

/// All rates of a round in a line.
pub(crate) fn line(round: &Round) -> String {
    let figures: Vec<String> =
        round.iter().map(|(figure, found)| format!("{figure:?} {:.0}", found.rate)).collect();
    figures.join(", ")
}

/// The tables as Markdown: medians with the range of the rounds.
pub(crate) fn text(rounds: &[Round]) -> String {
    let mut text = String::from(
        "| figure | a second: median [range] | 99th percentile by the median |\n|---|---|---|\n",
    );
    for figure in Figure::ALL {
        let Some((low, middle, high)) = spread(rounds, |round| Some(round.get(&figure)?.rate)) else {
            continue;
        };
        let tail =
            spread(rounds, |round| round.get(&figure).map(|found| found.tail).filter(|tail| *tail > 0.0));
        let tail =
            tail.map_or(String::new(), |(low, middle, high)| format!("{middle:.1} [{low:.1}-{high:.1}]"));
        text += &format!("| {} | {middle:.0} [{low:.0}-{high:.0}] | {tail} |\n", figure.title());
    }
    text += "\n| ratio of the same round | median [range] | hoped for |\n|---|---|---|\n";
    for aim in AIMS {
        let ratio = |round: &Round| Some(round.get(&aim.over)?.rate / round.get(&aim.under)?.rate);
        let Some((low, middle, high)) = spread(rounds, ratio) else { continue };
        text += &format!("| {} | {middle:.2} [{low:.2}-{high:.2}] | {} |\n", aim.title, aim.least);
    }
    text
}

/// The least, the middle and the most of what the rounds have; nothing when none has it.
fn spread(rounds: &[Round], of: impl Fn(&Round) -> Option<f64>) -> Option<(f64, f64, f64)> {
    let mut values: Vec<f64> = rounds.iter().filter_map(of).collect();
    values.sort_by(f64::total_cmp);
    Some((*values.first()?, *values.get(values.len() / 2)?, *values.last()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_told_by_its_median_and_range() {
        let round = |rate| Round::from([(Figure::Probe, Measured { rate, tail: 0.0 })]);
        let rounds = [round(3.0), round(1.0), round(2.0)];
        assert_eq!(spread(&rounds, |round| Some(round.get(&Figure::Probe)?.rate)), Some((1.0, 2.0, 3.0)));
        let told = text(&rounds);
        assert!(told.contains("| 2 [1-3] |") && !told.contains("payments"), "only what was measured: {told}");
    }
}
