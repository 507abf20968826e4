//! Where someone stands between floor and ceiling, as a drawn scale. Positions are per cent of its width.
//!
//! With a floor of −250, a ceiling of 800 and a balance of −22.20, zero is at 24.8 and the marker at 22.8. Where a limit
//! is absent the scale ends a little beyond the balance.

/// The positions of a scale; the macro `scale` draws it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The floor, in the unit's counts; none when there is none.
    pub floor: Option<i64>,
    /// The ceiling; none when there is none.
    pub ceiling: Option<i64>,
    zero: i64,
    marker: i64,
}

impl Scale {
    /// The scale of a balance between its limits, all in the unit's counts.
    #[must_use]
    pub fn new(balance: i64, floor: Option<i64>, ceiling: Option<i64>) -> Self {
        let wide = |value: i64| i128::from(value);
        let size = wide(balance).abs().max(floor.map_or(0, wide).abs()).max(1);
        let low = wide(balance).min(0).min(floor.map_or(-size, wide));
        let high = wide(balance).max(0).max(ceiling.map_or(size, wide)).max(low + 1);
        // Kept a little from the ends, so that the marker is seen whole.
        let place = |value: i128| i64::try_from((value - low) * 960 / (high - low)).unwrap_or(0) + 20;
        Self { floor, ceiling, zero: place(0), marker: place(wide(balance)) }
    }

    /// Where zero is: "24.8%".
    #[must_use]
    pub fn zero(&self) -> String {
        percent(self.zero)
    }

    /// Where the balance is.
    #[must_use]
    pub fn marker(&self) -> String {
        percent(self.marker)
    }

    /// Where the bar between zero and the balance begins.
    #[must_use]
    pub fn bar_start(&self) -> String {
        percent(self.zero.min(self.marker))
    }

    /// How long that bar is.
    #[must_use]
    pub fn bar_width(&self) -> String {
        percent((self.zero - self.marker).abs())
    }
}

fn percent(tenths: i64) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn everything_stays_on_the_scale() {
        let table = [
            (-2220, Some(-25000), Some(80000), "24.8%", "22.8%"),
            (0, None, None, "50.0%", "50.0%"),
            (-30000, Some(-25000), Some(80000), "28.1%", "2.0%"),
            (i64::MAX, None, None, "50.0%", "98.0%"),
            (i64::MIN, None, None, "50.0%", "2.0%"),
            (0, Some(0), Some(0), "2.0%", "2.0%"),
        ];
        for (balance, floor, ceiling, zero, marker) in table {
            let scale = Scale::new(balance, floor, ceiling);
            assert_eq!((scale.zero().as_str(), scale.marker().as_str()), (zero, marker), "{balance}");
        }
    }
}
