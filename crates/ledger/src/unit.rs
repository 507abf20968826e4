//! What an exchange counts in, and how an amount is read from what a person typed.
//!
//! - `acorn/acorns`, scale 2, shown with 2 decimals: `24.00 acorns` is 2400 parts; twelve acorns are about an hour, so an
//!   acorn's value is 1/12 hour.
//! - A time bank counts in minutes (scale 0, value 1/60) and shows `1:30`.

use serde::{Deserialize, Serialize};

use crate::amount::Amount;

/// How amounts of a unit are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// As a decimal number: `24.00`.
    Decimal,
    /// As hours and minutes, `1:30`; the unit counts minutes at scale 0.
    HoursMinutes,
}

/// A unit of account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Its name for one: `acorn`.
    pub singular: String,
    /// Its name for several: `acorns`.
    pub plural: String,
    /// Its short sign, 1 to 6 characters.
    pub symbol: String,
    /// Amounts are counts of 10^-scale, 0 to 12.
    pub scale: u8,
    /// Decimals shown, at most the scale.
    pub decimals: u8,
    /// How amounts are written.
    pub style: Style,
    /// Value of one whole unit in hours, as a fraction n/d of positive numbers.
    pub hours: (u32, u32),
}

impl Unit {
    /// Whether the parts fit together: names within 40 characters, scale, decimals, value.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let named = |text: &str, max: usize| {
            (1..=max).contains(&text.chars().count()) && !text.chars().any(char::is_control)
        };
        named(&self.singular, 40)
            && named(&self.plural, 40)
            && named(&self.symbol, 6)
            && self.scale <= 12
            && self.decimals <= self.scale
            && self.hours.0 > 0
            && self.hours.1 > 0
            && (self.style == Style::Decimal || self.scale == 0)
    }

    /// So many hours in parts of this unit, rounded to the nearest whole; 128-bit inside. For suggestions, not for postings.
    /// 0 when the value or the scale is not sound.
    #[must_use]
    pub fn from_hours(&self, hours: u32) -> i64 {
        if self.hours.0 < 1 || self.hours.1 < 1 || self.scale > 12 {
            return 0;
        }
        let parts = i128::from(hours) * i128::from(self.hours.1) * 10_i128.pow(u32::from(self.scale));
        let whole = (2 * parts + i128::from(self.hours.0)) / (2 * i128::from(self.hours.0));
        i64::try_from(whole).unwrap_or(i64::MAX).min(Amount::MAX.units())
    }
}

/// Which signs a language separates numbers with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separators {
    /// Before the decimals.
    pub decimal: char,
    /// Between groups of three digits. Spaces of all kinds and apostrophes are groups in every language.
    pub group: char,
}

impl Separators {
    /// `1,234.50`
    pub const ENGLISH: Separators = Separators { decimal: '.', group: ',' };
    /// `1.234,50`
    pub const CONTINENTAL: Separators = Separators { decimal: ',', group: '.' };
}

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotAnAmount {
    /// Nothing was typed.
    Empty,
    /// It does not read as one number.
    Unreadable,
    /// It has more decimals than the unit counts; it is never rounded.
    TooFine,
    /// Zero or less: direction is chosen, not signed.
    NotPositive,
    /// Above 2^53 - 1 parts.
    TooLarge,
}

/// Reads what a person typed as an amount of a unit: `24`, `24,50`, `1.234,50`, `1:30`, `1 h 30`.
///
/// # Errors
/// Says why it is not an amount; nothing is ever rounded or guessed from a sign that could mean two things.
pub fn parse(typed: &str, unit: &Unit, separators: Separators) -> Result<Amount, NotAnAmount> {
    let text: String = typed.trim().to_lowercase();
    if text.is_empty() {
        return Err(NotAnAmount::Empty);
    }
    let text = strip_name(&text, unit);
    if text.starts_with(['-', '−', '–']) {
        return Err(NotAnAmount::NotPositive);
    }
    let parts = match unit.style {
        Style::HoursMinutes => parse_hours(text, separators)?,
        Style::Decimal => parse_decimal(text, unit.scale, separators)?,
    };
    match parts {
        0 => Err(NotAnAmount::NotPositive),
        parts => i64::try_from(parts).ok().and_then(Amount::new).ok_or(NotAnAmount::TooLarge),
    }
}

/// Leaves out the unit's own name or symbol around the number.
fn strip_name<'a>(text: &'a str, unit: &Unit) -> &'a str {
    for name in [&unit.plural, &unit.singular, &unit.symbol] {
        let name = name.to_lowercase();
        if let Some(rest) = text.strip_suffix(&name).or_else(|| text.strip_prefix(&name)) {
            let rest = rest.trim();
            if rest.chars().any(|c| c.is_ascii_digit()) {
                return rest;
            }
        }
    }
    text
}

fn parse_decimal(text: &str, scale: u8, separators: Separators) -> Result<u128, NotAnAmount> {
    let point = decimal_point(text, separators)?;
    let (whole, decimals) = match point {
        Some(at) => {
            let rest = text.get(at..).unwrap_or("");
            (text.get(..at).unwrap_or(""), rest.trim_start_matches(['.', ',', '٫']))
        }
        None => (text, ""),
    };
    let whole = digits(&ungrouped(whole, separators)?)?;
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > usize::from(scale) {
        return Err(if decimals.bytes().all(|b| b.is_ascii_digit()) {
            NotAnAmount::TooFine
        } else {
            NotAnAmount::Unreadable
        });
    }
    let padded = format!("{decimals:0<width$}", width = usize::from(scale));
    let fraction = if padded.is_empty() { 0 } else { digits(&padded)? };
    whole
        .checked_mul(10_u128.pow(u32::from(scale)))
        .and_then(|parts| parts.checked_add(fraction))
        .ok_or(NotAnAmount::TooLarge)
}

/// Where the decimals begin. The language's own sign counts always; the other one only where it cannot be a group.
fn decimal_point(text: &str, separators: Separators) -> Result<Option<usize>, NotAnAmount> {
    if text.matches(separators.decimal).count() > 1 {
        return Err(NotAnAmount::Unreadable);
    }
    if let Some(at) = text.find(separators.decimal) {
        return Ok(Some(at));
    }
    let mut others = text.match_indices(separators.group);
    let (Some((at, sign)), None) = (others.next(), others.next()) else { return Ok(None) };
    let behind = text.len() - at - sign.len();
    Ok((behind != 3).then_some(at))
}

/// The whole part without its group signs, which must stand before each third digit from the right.
fn ungrouped(whole: &str, separators: Separators) -> Result<String, NotAnAmount> {
    let is_group = |c: char| c == separators.group || c.is_whitespace() || matches!(c, '\'' | '’');
    let groups: Vec<&str> = whole.trim().split(is_group).collect();
    let grouped_well = groups.iter().skip(1).all(|group| group.len() == 3);
    if groups.len() > 1
        && (!grouped_well || groups.first().is_none_or(|first| !(1..=3).contains(&first.len())))
    {
        return Err(NotAnAmount::Unreadable);
    }
    Ok(groups.concat())
}

fn parse_hours(text: &str, separators: Separators) -> Result<u128, NotAnAmount> {
    let text = text.trim_end_matches("min").trim_end_matches('m').trim();
    if let Some((hours, minutes)) = text.split_once([':', 'h']) {
        let minutes = minutes.trim_start_matches(['o', 'r', 'a', 's', 'u', 'e']).trim();
        let minutes = if minutes.is_empty() { 0 } else { digits(minutes)? };
        if minutes >= 60 {
            return Err(NotAnAmount::Unreadable);
        }
        let hours = hours.trim();
        let whole = if hours.contains(['.', ',']) {
            if minutes > 0 {
                return Err(NotAnAmount::Unreadable);
            }
            return hours_to_minutes(hours, separators);
        } else {
            digits(hours)?
        };
        return whole.checked_mul(60).and_then(|all| all.checked_add(minutes)).ok_or(NotAnAmount::TooLarge);
    }
    hours_to_minutes(text, separators)
}

/// `1,5` hours are 90 minutes; what is no whole minute is too fine.
fn hours_to_minutes(text: &str, separators: Separators) -> Result<u128, NotAnAmount> {
    let millionths = parse_decimal(text, 6, separators)?.checked_mul(60).ok_or(NotAnAmount::TooLarge)?;
    if millionths % 1_000_000 == 0 { Ok(millionths / 1_000_000) } else { Err(NotAnAmount::TooFine) }
}

fn digits(text: &str) -> Result<u128, NotAnAmount> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NotAnAmount::Unreadable);
    }
    text.parse().map_err(|_| NotAnAmount::TooLarge)
}
