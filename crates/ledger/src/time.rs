//! Instants and days as plain numbers. The ledger has no clock: every instant is handed in.

use serde::{Deserialize, Serialize};

/// Microseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Instant(pub i64);

/// Days since 1970-01-01, in the exchange's own calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

/// Months since January 1970, in UTC: the drawers in which entries are filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Month(pub i32);

const DAY_US: i64 = 86_400_000_000;

impl Instant {
    /// This instant moved by whole days of 24 hours; stops at the ends of the range.
    #[must_use]
    pub fn plus_days(self, days: u16) -> Instant {
        Instant(self.0.saturating_add(i64::from(days) * DAY_US))
    }

    /// The day in UTC.
    #[must_use]
    pub fn day(self) -> Day {
        // An i64 of microseconds spans 292,000 years: its days fit an i32.
        Day(i32::try_from(self.0.div_euclid(DAY_US)).unwrap_or(i32::MAX))
    }

    /// The month in UTC.
    #[must_use]
    pub fn month(self) -> Month {
        self.day().month()
    }
}

impl Day {
    /// The month of this day, by the proleptic Gregorian calendar.
    #[must_use]
    pub fn month(self) -> Month {
        // Years begin in March here, so that the leap day is the last one (Hinnant's civil calendar arithmetic).
        let days = i64::from(self.0) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Month(i32::try_from((year - 1970) * 12 + month - 1).unwrap_or(i32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_the_calendar() {
        // day since 1970, month since 1970-01
        for (day, month) in [
            (0, 0),
            (30, 0),
            (31, 1),
            (58, 1),
            (59, 2),
            (365, 12),
            (789, 25),
            (790, 26),
            (20_778, 682),
            (-1, -1),
        ] {
            assert_eq!(Day(day).month(), Month(month), "day {day}");
        }
    }

    #[test]
    fn an_instant_before_1970_lies_in_the_day_before() {
        assert_eq!(Instant(-1).day(), Day(-1));
        assert_eq!(Instant(DAY_US).day(), Day(1));
    }
}
