//! Days and months as filters and charts count them, in the reader's time zone.

use jiff::civil::{self, Date};
use jiff::{Timestamp, Zoned};

use super::{L10n, Moment};

/// The first year that a typed day may lie in.
const FIRST_YEAR: i16 = 1900;
/// The last one.
const LAST_YEAR: i16 = 9000;

impl L10n {
    /// The day of an instant, counted from 1970-01-01.
    #[must_use]
    pub fn day_of(&self, at: impl Moment) -> i64 {
        days(self.zoned_at(at).date())
    }

    /// The instant at which a day begins, microseconds UTC.
    #[must_use]
    pub fn day_begins(&self, day: i64) -> i64 {
        let zoned = date(day).to_zoned(self.zone.clone());
        zoned.map_or(day.saturating_mul(86_400_000_000), |zoned| zoned.timestamp().as_microsecond())
    }

    /// The first day of the month of an instant, so many months before.
    #[must_use]
    pub fn month_begins(&self, at: impl Moment, months_before: i32) -> i64 {
        let first = self.zoned_at(at).date().first_of_month();
        days(first.saturating_sub(jiff::Span::new().months(months_before)))
    }

    /// The first day of the year of an instant.
    #[must_use]
    pub fn year_begins(&self, at: impl Moment) -> i64 {
        days(self.zoned_at(at).date().first_of_year())
    }

    /// A day as `<input type=date>` sends it: `2026-11-14`.
    #[must_use]
    pub fn parse_day(typed: &str) -> Option<i64> {
        let day: Date = typed.trim().parse().ok()?;
        (FIRST_YEAR..=LAST_YEAR).contains(&day.year()).then(|| days(day))
    }

    /// A month counted from January 1970: "November 2026".
    #[must_use]
    pub fn month_of(&self, month: i64) -> String {
        // The middle of a month is in it in every time zone.
        let day = date_of_month(month).saturating_add(jiff::Span::new().days(14));
        let noon = day.at(12, 0, 0, 0).to_zoned(self.zone.clone());
        noon.map_or_else(|_| String::new(), |noon| self.month(noon.timestamp().as_microsecond()))
    }

    /// Headings for a list by time: the name of the month where the list enters one, otherwise empty.
    #[must_use]
    pub fn month_heads(&self, instants: impl IntoIterator<Item = i64>) -> Vec<String> {
        let mut last = String::new();
        let head = |at: i64| {
            let month = self.month(at);
            if month == last {
                return String::new();
            }
            last.clone_from(&month);
            month
        };
        instants.into_iter().map(head).collect()
    }

    /// The letter of a month counted from January 1970, for the foot of a chart: "N".
    #[must_use]
    pub fn month_letter(&self, month: i64) -> String {
        self.month_of(month).chars().take(1).collect()
    }

    fn zoned_at(&self, at: impl Moment) -> Zoned {
        Timestamp::from_microsecond(at.micros()).unwrap_or_default().to_zoned(self.zone.clone())
    }
}

fn date(day: i64) -> Date {
    let span = jiff::Span::new().try_days(day).unwrap_or_default();
    civil::date(1970, 1, 1).saturating_add(span)
}

fn date_of_month(month: i64) -> Date {
    let span = jiff::Span::new().try_months(month).unwrap_or_default();
    civil::date(1970, 1, 1).saturating_add(span)
}

fn days(date: Date) -> i64 {
    civil::date(1970, 1, 1).until(date).map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::super::{L10n, Locale, Words};

    /// 2026-11-21 10:42 in London.
    const NOW: i64 = 1_795_257_720_000_000;

    #[test]
    fn days_are_those_of_the_zone() {
        let l = |zone| L10n::new(Locale::English, Words::Community, zone);
        let tokyo = l("Asia/Tokyo");
        let late = NOW + 6 * 3_600_000_000;
        assert_eq!(tokyo.day_of(late), l("UTC").day_of(late) + 1);
        // 16:42 in London is 01:42 of the next day in Tokyo.
        assert_eq!(tokyo.day_begins(tokyo.day_of(late)), late - (60 + 42) * 60_000_000);
        let madrid = l("Europe/Madrid");
        assert_eq!(madrid.day_iso(madrid.month_begins(NOW, 2)), "2026-09-01");
        assert_eq!(madrid.day_iso(madrid.year_begins(NOW)), "2026-01-01");
    }

    #[test]
    fn typed_days_are_read_or_not() {
        assert_eq!(L10n::parse_day(" 2024-10-04 "), Some(20_000));
        for bad in ["", "4 October", "2024-13-01", "1066-10-14", "20000"] {
            assert_eq!(L10n::parse_day(bad), None, "{bad}");
        }
    }

    #[test]
    fn months_have_names_and_letters() {
        let l = L10n::new(Locale::Catalan, Words::Community, "Pacific/Kiritimati");
        assert_eq!((l.month_of(682).as_str(), l.month_letter(682).as_str()), ("Novembre del 2026", "N"));
        let day = 86_400_000_000;
        let heads = l.month_heads([NOW, NOW - day, NOW - 40 * day, NOW - 41 * day]);
        assert_eq!(heads, [l.month_of(682), String::new(), l.month_of(681), String::new()]);
    }
}
