//! Words, numbers and dates of one reader: a language, the exchange's vocabulary and a time zone.
//!
//! Pages reach these methods through their `page: Frame`, which dereferences to [`L10n`]:
//!
//! ```text
//! {{ page.t("home-title") }}                                    a message
//! {{ page.with("name", member.name).with("count", n).t("key") }}  with arguments; numbers choose plurals
//! {{ page.with("name", member.name).html("key") }}              a message that holds <b>; arguments are escaped
//! {{ page.amount(balance, unit) }}                              −22.20 acorns
//! {{ page.signed(balance, unit) }}                              +22.20 acorns
//! {{ page.bare(balance, unit) }}                                22.20
//! {{ page.ago(at, now) }}                                       <time datetime=… title=…>yesterday, 10:42</time>
//! ```

mod calendar;
mod dates;
mod numbers;
#[cfg(test)]
mod parity_tests;
mod texts;

use std::borrow::Cow;

use askama::filters::Safe;
use fluent_bundle::{FluentArgs, FluentValue};
use jiff::tz::TimeZone;

pub use numbers::{Shown, UnitView, Units};

/// A language that Ayni speaks. The order is the order of menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English, as written in Britain.
    English,
    /// Spanish.
    Spanish,
    /// Catalan.
    Catalan,
    /// French.
    French,
    /// Portuguese.
    Portuguese,
}

impl Locale {
    /// All languages, in the order of menus.
    pub const ALL: [Self; 5] = [Self::English, Self::Spanish, Self::Catalan, Self::French, Self::Portuguese];

    /// The code as in `lang` attributes, cookies and the database: `en`, `es`, `ca`, `fr`, `pt`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::Catalan => "ca",
            Self::French => "fr",
            Self::Portuguese => "pt",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
            Self::Catalan => "Català",
            Self::French => "Français",
            Self::Portuguese => "Português",
        }
    }

    /// `ltr` or `rtl`, for the `dir` attribute.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        "ltr"
    }

    /// The language of a tag such as `es`, `es-MX` or `PT_br`; none when Ayni does not speak it.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.code().eq_ignore_ascii_case(primary))
    }

    /// Chooses a language: the user's setting, then the `lang` cookie, then what the browser accepts,
    /// then the exchange's, then English.
    #[must_use]
    pub fn negotiate(wishes: &Wishes<'_>) -> Self {
        wishes
            .user
            .and_then(Self::parse)
            .or_else(|| wishes.cookie.and_then(Self::parse))
            .or_else(|| wishes.accept_language.and_then(accepted))
            .or_else(|| wishes.exchange.and_then(Self::parse))
            .unwrap_or(Self::English)
    }

    /// The tag that numbers and dates are written by.
    const fn region_tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Portuguese => "pt-PT",
            Self::Spanish | Self::Catalan | Self::French => self.code(),
        }
    }

    const fn index(self) -> usize {
        self as usize
    }
}

/// Where a language may come from, strongest first. Each is a tag as found, or none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes<'a> {
    /// The user's own setting.
    pub user: Option<&'a str>,
    /// The value of the `lang` cookie.
    pub cookie: Option<&'a str>,
    /// The request's `Accept-Language` header.
    pub accept_language: Option<&'a str>,
    /// The exchange's language.
    pub exchange: Option<&'a str>,
}

/// The first language of an `Accept-Language` header that Ayni speaks, by weight, then by order.
fn accepted(header: &str) -> Option<Locale> {
    let mut best: Option<(u32, Locale)> = None;
    for item in header.split(',').take(32) {
        let mut parts = item.split(';');
        let tag = parts.next().unwrap_or_default();
        let quality = parts.find_map(|part| part.trim().strip_prefix("q=").map(thousandths)).unwrap_or(1000);
        let Some(locale) = Locale::parse(tag) else { continue };
        if quality > 0 && best.is_none_or(|(known, _)| quality > known) {
            best = Some((quality, locale));
        }
    }
    best.map(|(_, locale)| locale)
}

/// A weight such as `0.8` in thousandths; what cannot be read weighs nothing.
fn thousandths(weight: &str) -> u32 {
    let (whole, fraction) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let padded: String = fraction.chars().chain("000".chars()).take(3).collect();
    match (whole, padded.parse::<u32>()) {
        ("1", _) => 1000,
        ("0", Ok(value)) => value,
        _ => 0,
    }
}

/// The vocabulary an exchange chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Words {
    /// "I provided", "Record a trade".
    #[default]
    Community,
    /// "I was paid", "Record a payment": for exchanges that prefer a bank's words.
    Bank,
}

impl Words {
    /// The vocabulary by its name in the database; anything but `bank` is `community`.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        if name == "bank" { Self::Bank } else { Self::Community }
    }
}

/// An instant in microseconds UTC, however it is wrapped.
pub trait Moment {
    /// Microseconds since 1970-01-01 00:00 UTC.
    fn micros(&self) -> i64;
}

impl Moment for i64 {
    fn micros(&self) -> i64 {
        *self
    }
}

impl<T: Moment + ?Sized> Moment for &T {
    fn micros(&self) -> i64 {
        (**self).micros()
    }
}

/// What can stand for a variable in a message.
pub trait Argument {
    /// The value as Fluent wants it; numbers stay numbers, so that they choose plurals and are grouped.
    fn value(&self) -> FluentValue<'static>;
}

impl Argument for str {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::String(Cow::Owned(self.to_owned()))
    }
}

impl Argument for String {
    fn value(&self) -> FluentValue<'static> {
        self.as_str().value()
    }
}

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

macro_rules! number_arguments {
    ($($number:ty),*) => {$(
        impl Argument for $number {
            fn value(&self) -> FluentValue<'static> {
                FluentValue::from(*self)
            }
        }
    )*};
}
number_arguments!(u8, u16, u32, u64, usize, i32, i64);

/// A message being given its arguments.
#[derive(Debug)]
pub struct Phrase<'l> {
    l: &'l L10n,
    args: FluentArgs<'static>,
}

impl Phrase<'_> {
    /// Gives one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Argument) -> Self {
        self.args.set(name, value.value());
        self
    }

    /// The message as plain text.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        texts::say(self.l.locale, self.l.words, key, Some(&self.args))
    }

    /// The message as markup: for messages that hold `<b>`. Arguments are escaped.
    #[must_use]
    pub fn html(&self, key: &str) -> Safe<String> {
        let mut escaped = FluentArgs::new();
        for (name, value) in self.args.iter() {
            let value = match value {
                FluentValue::String(text) => FluentValue::String(Cow::Owned(escape(text))),
                other => other.clone().into_owned(),
            };
            escaped.set(name.to_owned(), value);
        }
        Safe(texts::say(self.l.locale, self.l.words, key, Some(&escaped)))
    }
}

/// A text as markup shows it.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// One reader's language, vocabulary and time zone. Cheap to clone; one a request.
#[derive(Clone, Debug)]
pub struct L10n {
    locale: Locale,
    words: Words,
    zone: TimeZone,
}

impl L10n {
    /// Words of `locale` in the vocabulary `words`; times in the zone of this IANA name, or UTC if there is none such.
    #[must_use]
    pub fn new(locale: Locale, words: Words, zone: &str) -> Self {
        Self { locale, words, zone: TimeZone::get(zone).unwrap_or(TimeZone::UTC) }
    }

    /// The same with times in the zone of this IANA name, if there is one such.
    #[must_use]
    pub fn in_zone(&self, zone: &str) -> Self {
        Self { zone: TimeZone::get(zone).unwrap_or_else(|_| self.zone.clone()), ..self.clone() }
    }

    /// The language.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// A message without arguments.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        texts::say(self.locale, self.words, key, None)
    }

    /// A message without arguments as markup, for messages that hold `<b>`.
    #[must_use]
    pub fn html(&self, key: &str) -> Safe<String> {
        Safe(self.t(key))
    }

    /// Begins a message with arguments; end with [`Phrase::t`] or [`Phrase::html`].
    #[must_use]
    pub fn with(&self, name: &'static str, value: impl Argument) -> Phrase<'_> {
        Phrase { l: self, args: FluentArgs::new() }.with(name, value)
    }

    /// Whether the message exists, in this language or in English: for codes that come from elsewhere.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        texts::has(self.locale, self.words, key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_wish_wins() {
        let all = Wishes {
            user: Some("ca"),
            cookie: Some("fr"),
            accept_language: Some("pt"),
            exchange: Some("es"),
        };
        assert_eq!(Locale::negotiate(&all), Locale::Catalan);
        assert_eq!(Locale::negotiate(&Wishes { user: Some("xx"), ..all }), Locale::French);
        assert_eq!(Locale::negotiate(&Wishes { user: None, cookie: None, ..all }), Locale::Portuguese);
        let header = Some("de, es-MX;q=0.7, fr;q=0.9, en;q=0");
        assert_eq!(
            Locale::negotiate(&Wishes { accept_language: header, ..Wishes::default() }),
            Locale::French
        );
        assert_eq!(Locale::negotiate(&Wishes { exchange: Some("es"), ..Wishes::default() }), Locale::Spanish);
        assert_eq!(Locale::negotiate(&Wishes::default()), Locale::English);
    }

    #[test]
    fn arguments_of_markup_are_escaped() {
        let l = L10n::new(Locale::English, Words::Community, "UTC");
        let said = l.with("name", "<Ana>").html("frame-account-of").0;
        assert!(said.contains("&lt;Ana&gt;"), "{said}");
    }
}
