//! One line of a list: from what was typed to a trade, or to what is wrong with which field.

use ledger::transfer::{Channel, Wish};
use ledger::unit::{Unit, parse};
use ledger::{Amount, Day, Instant, TransferId};
use sha2::{Digest, Sha256};
use store::parties::Party;

use super::{Batch, Line, Outcome, Row};
use crate::error::FieldError;
use crate::form::amount_code;
use crate::members::full_number;
use crate::trades::{DESCRIPTION_MAX, NewTrade};

/// Characters of a description, at most.
pub const MANY_WORDS_MAX: usize = DESCRIPTION_MAX;

/// What is needed to read a line.
pub(super) struct Reading<'a> {
    pub(super) batch: &'a Batch,
    pub(super) code: &'a str,
    pub(super) unit: &'a Unit,
    pub(super) parties: &'a [Party],
    pub(super) today: Day,
}

impl Reading<'_> {
    /// Reads a line; whatever is wrong with it is said at once.
    pub(super) fn line(&self, number: usize, row: &Row) -> Line {
        let mut wrong = Vec::new();
        let payer = self.party("payer", &row.payer, &mut wrong);
        let payee = self.party("payee", &row.payee, &mut wrong);
        if payer.is_some() && payer == payee {
            wrong.push(field("payee", "error-with-oneself"));
        }
        let amount = self.amount(&row.amount, &mut wrong);
        let description = row.description.trim().to_owned();
        if description.is_empty() {
            wrong.push(field("description", "error-what-for"));
        } else if description.chars().count() > DESCRIPTION_MAX {
            let args = vec![("max", DESCRIPTION_MAX.to_string())];
            wrong.push(FieldError { field: "description", code: "error-too-long", args });
        } else if description.chars().any(char::is_control) {
            wrong.push(field("description", "error-words"));
        }
        let traded_on = self.day(&row.date, &mut wrong);
        let trade = match (&payer, &payee, amount) {
            (Some(payer), Some(payee), Some(amount)) if wrong.is_empty() => Some(NewTrade {
                id: self.name(number, row),
                exchange: self.batch.exchange,
                payer: payer.account,
                payee: payee.account,
                amount,
                description,
                traded_on,
                channel: Channel::Web,
                wish: Wish::Count,
                stand: self.batch.stand,
                settles: None,
            }),
            _ => None,
        };
        let (row, outcome, warnings) = (row.clone(), Outcome::Wrong(wrong), Vec::new());
        Line { number, row, payer, payee, trade, outcome, warnings }
    }

    /// The name of a line's transfer: of the form and of everything typed, so that a corrected line is another trade.
    fn name(&self, number: usize, row: &Row) -> TransferId {
        let mut hash = Sha256::new();
        hash.update(self.batch.id.as_bytes());
        hash.update(number.to_be_bytes());
        for text in [&row.payer, &row.payee, &row.amount, &row.description, &row.date] {
            hash.update(text.len().to_be_bytes());
            hash.update(text.as_bytes());
        }
        let mut bytes = [0; 16];
        for (byte, hashed) in bytes.iter_mut().zip(hash.finalize()) {
            *byte = hashed;
        }
        TransferId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }

    fn party(&self, name: &'static str, typed: &str, wrong: &mut Vec<FieldError>) -> Option<Party> {
        if typed.trim().is_empty() {
            wrong.push(field(name, "error-required"));
            return None;
        }
        let number = full_number(self.code, typed);
        let found = number.and_then(|number| self.parties.iter().find(|party| party.number == number));
        if found.is_none() {
            let args = vec![("words", typed.trim().to_owned())];
            wrong.push(FieldError { field: name, code: "error-nobody-found", args });
        }
        found.cloned()
    }

    fn amount(&self, typed: &str, wrong: &mut Vec<FieldError>) -> Option<Amount> {
        match parse(typed, self.unit, self.batch.separators) {
            Ok(amount) => Some(amount),
            Err(why) => {
                wrong.push(field("amount", amount_code(why)));
                None
            }
        }
    }

    fn day(&self, typed: &str, wrong: &mut Vec<FieldError>) -> Option<Day> {
        if typed.trim().is_empty() {
            return None;
        }
        match day(typed) {
            None => wrong.push(field("date", "error-day")),
            Some(day) if day > self.today => wrong.push(field("date", "error-day-in-future")),
            Some(day) if day == self.today => {}
            Some(day) => return Some(day),
        }
        None
    }
}

fn field(field: &'static str, code: &'static str) -> FieldError {
    FieldError { field, code, args: Vec::new() }
}

/// Today in an exchange's time zone.
pub(super) fn today(zone: &str, now: Instant) -> Day {
    let there = jiff::Timestamp::from_microsecond(now.0).ok().zip(jiff::tz::TimeZone::get(zone).ok());
    there.and_then(|(now, zone)| days(now.to_zoned(zone).date())).unwrap_or_else(|| now.day())
}

/// A day as people write it: `2026-03-14`, or with the day first as the program's languages have it: `14/3/2026`, `14.03.26`.
fn day(typed: &str) -> Option<Day> {
    let parts: Vec<&str> = typed.trim().split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let &[first, second, third] = parts.as_slice() else { return None };
    let plain = |part: &str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    if ![first, second, third].into_iter().all(plain) {
        return None;
    }
    let (year, day) = if first.len() == 4 { (first, third) } else { (third, first) };
    let year: i16 = match year.len() {
        4 => year.parse().ok()?,
        2 => 2000 + year.parse::<i16>().ok()?,
        _ => return None,
    };
    days(jiff::civil::Date::new(year, second.parse().ok()?, day.parse().ok()?).ok()?)
}

fn days(date: jiff::civil::Date) -> Option<Day> {
    let epoch = jiff::civil::Date::new(1970, 1, 1).ok()?;
    Some(Day((date - epoch).get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_write_them() {
        for (typed, read) in [
            ("2026-03-14", Some(20_526)),
            ("14/3/2026", Some(20_526)),
            ("14.03.26", Some(20_526)),
            (" 14-3-2026 ", Some(20_526)),
            ("1970-01-01", Some(0)),
            ("3/14/2026", None),
            ("2026-02-30", None),
            ("14/3", None),
            ("yesterday", None),
            ("14/3/226", None),
            ("99999-1-1", None),
            ("+4-3-2026", None),
        ] {
            assert_eq!(day(typed), read.map(Day), "{typed}");
        }
    }

    #[test]
    fn today_is_the_exchanges() {
        // 2026-03-14 23:30 UTC
        let late = Instant(1_773_531_000_000_000);
        assert_eq!(today("Europe/Madrid", late), Day(20_527));
        assert_eq!(today("Europe/London", late), Day(20_526));
        assert_eq!(today("Nowhere/At-All", late), Day(20_526));
    }
}
