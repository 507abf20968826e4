//! Days and times as a language writes them, in the reader's time zone.

use std::cell::OnceCell;

use askama::filters::Safe;
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{E, MD, T, YM, YMD};
use icu_datetime::input::Time;
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use jiff::civil;
use jiff::{Timestamp, Zoned};

use super::{L10n, Locale, Moment, Units};

impl L10n {
    /// The day of an instant: "14 November 2026".
    #[must_use]
    pub fn date(&self, at: impl Moment) -> String {
        self.day_words(self.zoned(at).date(), Length::Long)
    }

    /// A day that is counted from 1970-01-01: "14 November 2026".
    #[must_use]
    pub fn day(&self, days: impl Units) -> String {
        self.day_words(civil_day(days.units()), Length::Long)
    }

    /// A day counted from 1970-01-01 as `<input type=date>` wants it: "2026-11-14".
    #[must_use]
    pub fn day_iso(&self, days: impl Units) -> String {
        civil_day(days.units()).to_string()
    }

    /// Day and month of an instant, short, for tables: "14 Nov"; with the year when it is not that of `now`.
    #[must_use]
    pub fn short(&self, at: impl Moment, now: impl Moment) -> Safe<String> {
        let zoned = self.zoned(at);
        let words = if zoned.year() == self.zoned(now).year() {
            self.day_words(zoned.date(), Length::MonthDay)
        } else {
            self.day_words(zoned.date(), Length::Medium)
        };
        self.element(&zoned, &words)
    }

    /// Day and time of an instant: "14 November 2026, 10:42".
    #[must_use]
    pub fn date_time(&self, at: impl Moment) -> String {
        let zoned = self.zoned(at);
        format!("{}, {}", self.day_words(zoned.date(), Length::Long), self.clock(&zoned))
    }

    /// Day and time within a `time` element.
    #[must_use]
    pub fn when(&self, at: impl Moment) -> Safe<String> {
        let zoned = self.zoned(at);
        let words = format!("{}, {}", self.day_words(zoned.date(), Length::Long), self.clock(&zoned));
        self.element(&zoned, &words)
    }

    /// Month and year of an instant: "November 2026".
    #[must_use]
    pub fn month(&self, at: impl Moment) -> String {
        with_formats(self.locale, |formats| {
            formats.month.format(&gregorian(self.zoned(at).date())).to_string()
        })
        .map_or_else(String::new, capitalised)
    }

    /// How long ago, or how soon, in words, with the exact time behind: a `time` element.
    #[must_use]
    pub fn ago(&self, at: impl Moment, now: impl Moment) -> Safe<String> {
        let (at, now) = (self.zoned(at), self.zoned(now));
        self.element(&at, &self.ago_words(&at, &now))
    }

    /// As [`L10n::ago`], words only.
    #[must_use]
    pub fn ago_text(&self, at: impl Moment, now: impl Moment) -> String {
        self.ago_words(&self.zoned(at), &self.zoned(now))
    }

    fn ago_words(&self, at: &Zoned, now: &Zoned) -> String {
        let seconds = now.timestamp().as_second() - at.timestamp().as_second();
        let days = days_between(at.date(), now.date());
        match (seconds, days) {
            (0..60, _) => self.t("time-just-now"),
            (60..3600, _) => self.with("count", seconds / 60).t("time-minutes-ago"),
            (_, 0) => self.with("time", self.clock(at)).t("time-today"),
            (_, 1) => self.with("time", self.clock(at)).t("time-yesterday"),
            (_, -1) => self.with("time", self.clock(at)).t("time-tomorrow"),
            (_, 2..=6) => {
                with_formats(self.locale, |formats| formats.weekday.format(&gregorian(at.date())).to_string())
                    .unwrap_or_default()
            }
            _ if at.year() == now.year() => self.day_words(at.date(), Length::MonthDayLong),
            _ => self.day_words(at.date(), Length::Long),
        }
    }

    fn zoned(&self, at: impl Moment) -> Zoned {
        Timestamp::from_microsecond(at.micros()).unwrap_or_default().to_zoned(self.zone.clone())
    }

    /// Markup of a moment: the words, with the machine's and the exact time behind.
    fn element(&self, zoned: &Zoned, words: &str) -> Safe<String> {
        let exact = format!("{}, {}", self.day_words(zoned.date(), Length::Long), self.clock(zoned));
        let machine = zoned.strftime("%Y-%m-%dT%H:%M%:z");
        Safe(format!("<time datetime=\"{machine}\" title=\"{exact}\">{words}</time>"))
    }

    fn day_words(&self, day: civil::Date, length: Length) -> String {
        let date = gregorian(day);
        with_formats(self.locale, |formats| match length {
            Length::Long => formats.long.format(&date).to_string(),
            Length::Medium => formats.medium.format(&date).to_string(),
            Length::MonthDay => formats.month_day.format(&date).to_string(),
            Length::MonthDayLong => formats.month_day_long.format(&date).to_string(),
        })
        .unwrap_or_else(|| day.to_string())
    }

    fn clock(&self, zoned: &Zoned) -> String {
        let (hour, minute) = (zoned.hour().unsigned_abs(), zoned.minute().unsigned_abs());
        let time = Time::try_new(hour, minute, 0, 0).ok();
        time.and_then(|time| with_formats(self.locale, |formats| formats.time.format(&time).to_string()))
            .unwrap_or_else(|| format!("{hour:02}:{minute:02}"))
    }
}

#[derive(Clone, Copy)]
enum Length {
    Long,
    Medium,
    MonthDay,
    MonthDayLong,
}

/// The formatters of a language: dear to make, cheap to use, and bound to their thread.
struct Formats {
    long: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    medium: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month_day: FixedCalendarDateTimeFormatter<Gregorian, MD>,
    month_day_long: FixedCalendarDateTimeFormatter<Gregorian, MD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    weekday: FixedCalendarDateTimeFormatter<Gregorian, E>,
    time: NoCalendarFormatter<T>,
}

impl Formats {
    fn new(locale: Locale) -> Option<Self> {
        let tag = locale.region_tag().parse::<icu_locale_core::Locale>().ok()?;
        Some(Self {
            long: FixedCalendarDateTimeFormatter::try_new((&tag).into(), YMD::long()).ok()?,
            medium: FixedCalendarDateTimeFormatter::try_new((&tag).into(), YMD::medium()).ok()?,
            month_day: FixedCalendarDateTimeFormatter::try_new((&tag).into(), MD::medium()).ok()?,
            month_day_long: FixedCalendarDateTimeFormatter::try_new((&tag).into(), MD::long()).ok()?,
            month: FixedCalendarDateTimeFormatter::try_new((&tag).into(), YM::long()).ok()?,
            weekday: FixedCalendarDateTimeFormatter::try_new((&tag).into(), E::long()).ok()?,
            time: NoCalendarFormatter::try_new((&tag).into(), T::hm()).ok()?,
        })
    }
}

fn with_formats<R>(locale: Locale, use_them: impl FnOnce(&Formats) -> R) -> Option<R> {
    thread_local! {
        static FORMATS: [OnceCell<Option<Formats>>; 5] = const { [const { OnceCell::new() }; 5] };
    }
    FORMATS.with(|all| all[locale.index()].get_or_init(|| Formats::new(locale)).as_ref().map(use_them))
}

fn gregorian(day: civil::Date) -> Date<Gregorian> {
    let (month, day_of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    Date::try_new_gregorian(i32::from(day.year()), month, day_of_month)
        .unwrap_or_else(|_| unreachable!("a civil day is a day of the Gregorian calendar"))
}

fn civil_day(days: i64) -> civil::Date {
    let span = jiff::Span::new().try_days(days).unwrap_or_default();
    civil::date(1970, 1, 1).checked_add(span).unwrap_or(civil::Date::MAX)
}

fn days_between(from: civil::Date, to: civil::Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

fn capitalised(text: String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::super::{L10n, Locale, Words};

    /// 2026-11-21 10:42 in London.
    const NOW: i64 = 1_795_257_720_000_000;
    const MINUTE: i64 = 60_000_000;
    const DAY: i64 = 24 * 60 * MINUTE;

    fn london() -> L10n {
        L10n::new(Locale::English, Words::Community, "Europe/London")
    }

    #[test]
    fn days_are_written_as_the_language_does() {
        assert_eq!(london().date_time(NOW), "21 November 2026, 10:42");
        let spanish = L10n::new(Locale::Spanish, Words::Community, "Europe/Madrid");
        assert_eq!(spanish.date_time(NOW), "21 de noviembre de 2026, 11:42");
        assert_eq!(spanish.month(NOW), "Noviembre de 2026");
        assert_eq!(london().day(0), "1 January 1970");
        assert_eq!(london().day_iso(20_000), "2024-10-04");
    }

    #[test]
    fn moments_are_told_from_now() {
        let l = london();
        let cases = [
            (0, "just now"),
            (5 * MINUTE, "5 minutes ago"),
            (MINUTE, "1 minute ago"),
            (3 * 60 * MINUTE, "today, 07:42"),
            (DAY, "yesterday, 10:42"),
            (3 * DAY, "Wednesday"),
            (30 * DAY, "22 October"),
            (400 * DAY, "17 October 2025"),
            (-DAY, "tomorrow, 10:42"),
        ];
        for (back, expected) in cases {
            assert_eq!(l.ago_text(NOW - back, NOW), expected);
        }
        assert_eq!(
            l.ago(NOW - DAY, NOW).0,
            "<time datetime=\"2026-11-20T10:42+00:00\" title=\"20 November 2026, 10:42\">yesterday, 10:42</time>"
        );
    }
}
