//! Numbers and amounts as a language writes them.
//!
//! Examples, in English and with a unit of two decimals called acorn: `amount(-2220)` is "−22.20 acorns", `signed(2400)`
//! is "+24.00 acorns", `bare(123_456_00)` is "123,456.00". In Spanish, with a unit that counts minutes and shows hours,
//! `amount(90)` is "1:30 horas". A left-to-right mark stands before each sign, so that it stays in front everywhere.

use std::cell::OnceCell;

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;

use super::{L10n, Locale};

/// How an exchange's unit is shown. Made from the exchange's unit once a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitView {
    /// The word for one: "acorn".
    pub singular: String,
    /// The word for several: "acorns".
    pub plural: String,
    /// What the counted integer means and how it is written.
    pub shown: Shown,
}

/// How a counted integer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Counts of 10^-scale, written with at least `decimals` decimals (`decimals` <= `scale` <= 12).
    Decimal {
        /// Power of ten.
        scale: u8,
        /// Decimals always written; further ones only when they are not zero.
        decimals: u8,
    },
    /// Counts of so many minutes, written as h:mm.
    Clock {
        /// Minutes in one counted unit, for example 1 or 15.
        minutes: u8,
    },
}

/// Which signs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Minus,
    Both,
}

impl L10n {
    /// An amount or balance with its unit: "24.00 acorns", "−22.20 acorns".
    #[must_use]
    pub fn amount(&self, units: impl Units, unit: &UnitView) -> String {
        format!("{}\u{a0}{}", self.bare(units.units(), unit), self.unit_word(units, unit))
    }

    /// As [`L10n::amount`], with a plus before what is above zero.
    #[must_use]
    pub fn signed(&self, units: impl Units, unit: &UnitView) -> String {
        format!("{}\u{a0}{}", self.bare_signed(units.units(), unit), self.unit_word(units, unit))
    }

    /// The number of an amount alone: "24.00", "−22.20".
    #[must_use]
    pub fn bare(&self, units: impl Units, unit: &UnitView) -> String {
        written(self.locale, units.units(), unit.shown, Sign::Minus)
    }

    /// The number of an amount alone, with its sign either way: "+24.00".
    #[must_use]
    pub fn bare_signed(&self, units: impl Units, unit: &UnitView) -> String {
        written(self.locale, units.units(), unit.shown, Sign::Both)
    }

    /// The unit's word that fits this amount.
    #[must_use]
    pub fn unit_word<'u>(&self, units: impl Units, unit: &'u UnitView) -> &'u str {
        let (one, size) = (one_of(unit.shown), i128::from(units.units()).abs());
        let singular = match self.locale {
            Locale::French => size < 2 * one,
            Locale::English | Locale::Spanish | Locale::Catalan | Locale::Portuguese => size == one,
        };
        if singular { &unit.singular } else { &unit.plural }
    }

    /// An amount as it stands in a field to be typed over: no grouping, no unit, the language's decimal separator.
    #[must_use]
    pub fn typed(&self, units: impl Units, unit: &UnitView) -> String {
        match unit.shown {
            Shown::Clock { .. } => {
                written(self.locale, units.units(), unit.shown, Sign::Minus).replace('\u{200e}', "")
            }
            Shown::Decimal { scale, decimals } => decimal(units.units(), scale, decimals)
                .to_string()
                .replace('.', &self.decimal_separator().to_string()),
        }
    }

    /// A whole number with its grouping: "14,318".
    #[must_use]
    pub fn number(&self, number: impl Units) -> String {
        whole(self.locale, number.units())
    }

    /// What part is of whole, in per cent, with at most one decimal: "71 %". Nothing of nothing is 0 %.
    #[must_use]
    pub fn percent(&self, part: impl Units, whole: impl Units) -> String {
        let (part, whole) = (i128::from(part.units()), i128::from(whole.units()));
        let tenths = if whole == 0 { 0 } else { (part * 2000 + whole) / (whole * 2) };
        let number = decimal(i64::try_from(tenths).unwrap_or(i64::MAX), 1, 0);
        format!("{}\u{a0}%", grouped(self.locale, &number))
    }

    /// The character between whole and fraction.
    #[must_use]
    pub const fn decimal_separator(&self) -> char {
        match self.locale {
            Locale::English => '.',
            Locale::Spanish | Locale::Catalan | Locale::French | Locale::Portuguese => ',',
        }
    }

    /// The characters that may group thousands in what people type.
    #[must_use]
    pub const fn group_separators(&self) -> &'static [char] {
        match self.locale {
            Locale::English => &[',', ' ', '\u{a0}', '\u{202f}', '\''],
            Locale::Spanish | Locale::Catalan | Locale::French | Locale::Portuguese => {
                &['.', ' ', '\u{a0}', '\u{202f}', '\'']
            }
        }
    }
}

/// A counted integer, however it is wrapped.
pub trait Units {
    /// The count.
    fn units(&self) -> i64;
}

impl<T: Units + ?Sized> Units for &T {
    fn units(&self) -> i64 {
        (**self).units()
    }
}

macro_rules! counted {
    ($($number:ty),*) => {$(
        impl Units for $number {
            fn units(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}
counted!(i64, u64, usize, u32, i32);

const fn one_of(shown: Shown) -> i128 {
    match shown {
        Shown::Decimal { scale, .. } => 10_i128.pow(scale as u32),
        Shown::Clock { minutes: 0 } => 60,
        Shown::Clock { minutes } => 60 / minutes as i128,
    }
}

fn written(locale: Locale, units: i64, shown: Shown, sign: Sign) -> String {
    let sign = match (units.signum(), sign) {
        (-1, _) => "\u{200e}\u{2212}",
        (1, Sign::Both) => "\u{200e}+",
        _ => "",
    };
    let number = match shown {
        Shown::Clock { minutes } => {
            let minutes = i128::from(units).abs() * i128::from(minutes.max(1));
            let hours = whole(locale, i64::try_from(minutes / 60).unwrap_or(i64::MAX));
            format!("{hours}:{:02}", minutes % 60)
        }
        Shown::Decimal { scale, decimals } => {
            let mut number = decimal(units, scale, decimals);
            number.sign = Decimal::from(0).sign;
            grouped(locale, &number)
        }
    };
    format!("{sign}{number}")
}

fn decimal(units: i64, scale: u8, decimals: u8) -> Decimal {
    let mut number = Decimal::from(units);
    number.multiply_pow10(-i16::from(scale));
    number.absolute.trim_end();
    number.absolute.pad_end(-i16::from(decimals));
    number
}

/// A whole number as the language groups it.
pub(super) fn whole(locale: Locale, number: i64) -> String {
    written(locale, number, Shown::Decimal { scale: 0, decimals: 0 }, Sign::Minus)
}

fn grouped(locale: Locale, number: &Decimal) -> String {
    thread_local! {
        static FORMATTERS: [OnceCell<Option<DecimalFormatter>>; 5] = const { [const { OnceCell::new() }; 5] };
    }
    FORMATTERS.with(|all| {
        let formatter = all[locale.index()].get_or_init(|| {
            let tag = locale.region_tag().parse::<icu_locale_core::Locale>().ok()?;
            DecimalFormatter::try_new(tag.into(), icu_decimal::options::DecimalFormatterOptions::default())
                .ok()
        });
        formatter
            .as_ref()
            .map_or_else(|| number.to_string(), |formatter| formatter.format(number).to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::super::{L10n, Locale, Words};
    use super::*;

    fn acorn() -> UnitView {
        UnitView {
            singular: "acorn".into(),
            plural: "acorns".into(),
            shown: Shown::Decimal { scale: 2, decimals: 2 },
        }
    }

    fn hour(minutes: u8) -> UnitView {
        UnitView { singular: "hora".into(), plural: "horas".into(), shown: Shown::Clock { minutes } }
    }

    #[test]
    fn amounts_carry_sign_number_and_unit() {
        let l = L10n::new(Locale::English, Words::Community, "UTC");
        let cases = [
            (l.amount(2400, &acorn()), "24.00\u{a0}acorns"),
            (l.amount(100, &acorn()), "1.00\u{a0}acorn"),
            (l.amount(-2220, &acorn()), "\u{200e}\u{2212}22.20\u{a0}acorns"),
            (l.signed(2400, &acorn()), "\u{200e}+24.00\u{a0}acorns"),
            (l.signed(0, &acorn()), "0.00\u{a0}acorns"),
            (l.bare(123_456_789_i64, &acorn()), "1,234,567.89"),
            (l.typed(123_456_i64, &acorn()), "1234.56"),
            (l.percent(71, 100), "71\u{a0}%"),
            (l.percent(1, 3), "33.3\u{a0}%"),
            (l.percent(0, 0), "0\u{a0}%"),
        ];
        for (written, expected) in cases {
            assert_eq!(written, expected);
        }
    }

    #[test]
    fn each_language_writes_its_own_numbers() {
        let number = |locale| L10n::new(locale, Words::Community, "UTC").bare(12_345_678, &acorn());
        assert_eq!(number(Locale::Spanish), "123.456,78");
        assert_eq!(number(Locale::Catalan), "123.456,78");
        assert_eq!(number(Locale::French), "123\u{202f}456,78");
        assert_eq!(number(Locale::Portuguese), "123\u{a0}456,78");
    }

    #[test]
    fn time_banks_show_hours_and_minutes() {
        let l = L10n::new(Locale::Spanish, Words::Community, "UTC");
        assert_eq!(l.amount(90, &hour(1)), "1:30\u{a0}horas");
        assert_eq!(l.amount(60, &hour(1)), "1:00\u{a0}hora");
        assert_eq!(l.amount(-5, &hour(15)), "\u{200e}\u{2212}1:15\u{a0}horas");
        assert_eq!(l.amount(4, &hour(15)), "1:00\u{a0}hora");
    }

    #[test]
    fn decimals_beyond_those_shown_are_never_hidden() {
        let l = L10n::new(Locale::English, Words::Community, "UTC");
        let unit = UnitView { shown: Shown::Decimal { scale: 4, decimals: 2 }, ..acorn() };
        assert_eq!(l.bare(12_3400_i64, &unit), "12.34");
        assert_eq!(l.bare(12_3456_i64, &unit), "12.3456");
    }
}
