//! Charts of bars, drawn on the server as SVG: the macro `chart` of `charts.html` writes one out.
//!
//! Coordinates are those of a box of 300 by 172, in tenths inside and as text with one decimal outside. A chart is never
//! alone: `alternative` says in words what it shows, and a table behind it holds the numbers.

/// Width of the box, in tenths.
const WIDTH: i64 = 3000;
/// Where the bars may begin at the top, in tenths.
const TOP: i64 = 200;
/// Where they end, in tenths.
const BOTTOM: i64 = 1500;
/// The base line of what stands under the bars.
const FOOT: i64 = 1680;
/// Most steps of the axis between lowest and highest.
const STEPS: i64 = 4;

/// A bar to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// How high; below zero it hangs.
    pub value: i64,
    /// What stands under it; may be empty.
    pub under: String,
    /// What stands on its end; may be empty.
    pub on: String,
    /// `bar`, `bar now`, `above` or `below`.
    pub class: &'static str,
}

/// A drawn chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What it shows, in words.
    pub alternative: String,
    /// Where its lines begin.
    pub left: String,
    /// The lines with their numbers.
    pub lines: Vec<Line>,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// A line across with a number before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its height.
    pub y: String,
    /// `axis` for zero, otherwise `grid`.
    pub class: &'static str,
    /// The end of its number.
    pub label_x: String,
    /// The base line of its number.
    pub label_y: String,
    /// Its number.
    pub label: String,
}

/// A drawn bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its class.
    pub class: &'static str,
    /// Its start.
    pub x: String,
    /// Its upper end.
    pub y: String,
    /// Its width.
    pub width: String,
    /// Its height.
    pub height: String,
    /// How round its corners are.
    pub round: String,
    /// Its middle.
    pub middle: String,
    /// The base line of what stands on it.
    pub on_y: String,
    /// What stands on it.
    pub on: String,
    /// The base line of what stands under it.
    pub under_y: String,
    /// What stands under it.
    pub under: String,
}

impl Chart {
    /// Draws bars. `one` is how much of the values a step of the axis counts as one, such as 100 for cents; `number`
    /// writes what a step counts.
    #[must_use]
    pub fn draw(values: &[Value], one: i64, alternative: String, number: impl Fn(i64) -> String) -> Self {
        let low = values.iter().map(|bar| bar.value).min().unwrap_or(0).min(0);
        let high = values.iter().map(|bar| bar.value).max().unwrap_or(0).max(0);
        let one = one.max(1);
        let step = step(low, high, one);
        let (low, high) = (floor_to(low, step), -floor_to(-high, step));
        let frame = Frame { low, high: high.max(low + step) };
        let labels: Vec<(i64, String)> = frame.steps(step).map(|at| (at, number(at / one))).collect();
        let widest = labels.iter().map(|(_, label)| label.chars().count()).max().unwrap_or(0);
        let left = (90 + 75 * i64::try_from(widest).unwrap_or(4)).min(WIDTH / 3);
        let line = |(at, label): (i64, String)| Line {
            y: tenths(frame.y(at)),
            class: if at == 0 { "axis" } else { "grid" },
            label_x: tenths(left - 80),
            label_y: tenths(frame.y(at) + 45),
            label,
        };
        let slot = (WIDTH - left) / i64::try_from(values.len().max(1)).unwrap_or(1);
        let bars =
            (0_i64..).zip(values).map(|(at, value)| frame.bar(value, left + at * slot, slot)).collect();
        Self { alternative, left: tenths(left), lines: labels.into_iter().map(line).collect(), bars }
    }
}

/// The values at the lower and the upper end.
struct Frame {
    low: i64,
    high: i64,
}

impl Frame {
    fn y(&self, value: i64) -> i64 {
        let (low, high) = (i128::from(self.low), i128::from(self.high));
        let up = (i128::from(value) - low) * i128::from(BOTTOM - TOP) / (high - low).max(1);
        BOTTOM - i64::try_from(up).unwrap_or(0)
    }

    fn steps(&self, step: i64) -> impl Iterator<Item = i64> + use<> {
        let (low, high) = (self.low, self.high);
        (0..=2 * STEPS)
            .map(move |n| low.saturating_add(step.saturating_mul(n)))
            .take_while(move |at| *at <= high)
    }

    fn bar(&self, value: &Value, start: i64, slot: i64) -> Bar {
        let gap = (slot / 5).min(60);
        let width = slot - gap;
        let (zero, end) = (self.y(0), self.y(value.value));
        let height = (zero - end).abs().max(if value.value == 0 { 0 } else { 15 });
        let y = if value.value < 0 { zero } else { zero - height };
        let on_y = if value.value < 0 { zero + height + 130 } else { y - 50 };
        Bar {
            class: value.class,
            x: tenths(start + gap / 2),
            y: tenths(y),
            width: tenths(width),
            height: tenths(height),
            round: tenths((width / 4).min(height / 2).min(40)),
            middle: tenths(start + slot / 2),
            on_y: tenths(on_y),
            on: value.on.clone(),
            under_y: tenths(FOOT),
            under: value.under.clone(),
        }
    }
}

/// The step of an axis: 1, 2 or 5 times a power of ten, so that few steps span it.
fn step(low: i64, high: i64, one: i64) -> i64 {
    let span = i128::from(high) - i128::from(low);
    let mut power = i128::from(one);
    loop {
        for factor in [1, 2, 5] {
            if power * factor * i128::from(STEPS) >= span {
                return i64::try_from(power * factor).unwrap_or(i64::MAX / 16);
            }
        }
        power *= 10;
    }
}

fn floor_to(value: i64, step: i64) -> i64 {
    value.div_euclid(step) * step
}

fn tenths(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(values: &[i64], one: i64) -> Chart {
        let values: Vec<Value> =
            values.iter().map(|value| Value { value: *value, class: "bar", ..Value::default() }).collect();
        Chart::draw(&values, one, String::new(), |number| number.to_string())
    }

    #[test]
    fn the_axis_has_round_steps_and_spans_all() {
        for (values, one, labels) in [
            (&[44, 83][..], 1, &["0", "50", "100"][..]),
            (&[-5748, 1260], 100, &["-60", "-40", "-20", "0", "20"]),
            (&[], 1, &["0", "1"]),
            (&[0, 0], 100, &["0", "1"]),
            (&[-1], 1, &["-1", "0"]),
            (&[1], 60, &["0", "1"]),
        ] {
            let found: Vec<String> = chart(values, one).lines.into_iter().map(|line| line.label).collect();
            assert_eq!(found, labels, "{values:?}");
        }
    }

    #[test]
    fn bars_stand_on_zero_or_hang_from_it() {
        let chart = chart(&[100, -100, 0, i64::from(i32::MAX)], 1);
        let heights: Vec<&str> = chart.bars.iter().map(|bar| bar.height.as_str()).collect();
        assert_eq!(heights[2], "0.0");
        assert_eq!(chart.bars.len(), 4);
        let (up, down) = (&chart.bars[0], &chart.bars[1]);
        assert!(up.y < down.y, "{up:?} {down:?}");
    }

    #[test]
    fn huge_values_fit() {
        let chart = chart(&[i64::MAX / 4, -i64::MAX / 4], 1);
        assert_eq!(chart.bars.len(), 2);
    }
}
