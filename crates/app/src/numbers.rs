//! An exchange's figures, and whether a member's trading record may be seen.

use std::sync::Arc;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use ledger::account::Record;
use ledger::{AccountId, ExchangeId, Instant};
use store::figures::{self, Standing};

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::exchanges;

/// How long figures are kept before they are summed again, in seconds.
const KEPT_S: i64 = 300;
/// Days in which somebody counts as trading.
const QUARTER_DAYS: i64 = 91;
/// A day, in microseconds.
const DAY_US: i64 = 86_400_000_000;

/// One month of an exchange, by its own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthFigures {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
    /// Trades counted and not reversed.
    pub trades: i64,
    /// Their prices together, in units of 10^-scale.
    pub volume: i64,
}

/// An exchange's figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// When they were summed.
    pub at: Instant,
    /// The last twelve months, oldest first; the last one is not over.
    pub months: Vec<MonthFigures>,
    /// Active members.
    pub members: i64,
    /// Members who traded in the last 91 days.
    pub trading: i64,
    /// All balances together: zero, always.
    pub sum: i64,
    /// What is in use: the balances above zero together.
    pub in_use: i64,
    /// The balance of the exchange's own account.
    pub own: i64,
}

impl Numbers {
    /// Trades of these twelve months.
    #[must_use]
    pub fn trades(&self) -> i64 {
        self.months.iter().map(|month| month.trades).sum()
    }

    /// Their prices together.
    #[must_use]
    pub fn volume(&self) -> i64 {
        self.months.iter().map(|month| month.volume).fold(0, i64::saturating_add)
    }

    /// The share of members who traded in the last 91 days, 0 to 100.
    #[must_use]
    pub fn trading_percent(&self) -> i64 {
        if self.members == 0 { 0 } else { (200 * self.trading + self.members) / (2 * self.members) }
    }

    /// The month with the largest volume, if anything was traded.
    #[must_use]
    pub fn largest(&self) -> Option<&MonthFigures> {
        self.months.iter().filter(|month| month.trades > 0).max_by_key(|month| month.volume)
    }
}

/// An exchange's figures, at most five minutes old.
///
/// # Errors
/// [`Error::NotAllowed`] for strangers, [`Error::NotFound`].
pub async fn of(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Arc<Numbers>> {
    actor.may(Action::SeeNumbers, Subject::exchange(exchange))?;
    let now = app.clock.now();
    let fresh = |numbers: &Arc<Numbers>| (0..KEPT_S * 1_000_000).contains(&(now.0 - numbers.at.0));
    if let Some(kept) = app.kept.numbers.get(&exchange).filter(fresh) {
        return Ok(kept);
    }
    let mut tx = app.db.read().await?;
    let zone = exchanges::active(&mut tx, exchange).await?.time_zone;
    let (first, bounds) =
        year(&zone, now).ok_or_else(|| Error::Internal(format!("no calendar in {zone}")))?;
    let mut months: Vec<MonthFigures> = Vec::with_capacity(12);
    for months_later in 0..12_i32 {
        let month = first + months_later.months();
        months.push(MonthFigures { year: month.year(), month: month.month(), trades: 0, volume: 0 });
    }
    for traded in figures::traded(&mut tx, exchange, &bounds).await? {
        if let Some(month) = usize::try_from(traded.span).ok().and_then(|span| months.get_mut(span)) {
            (month.trades, month.volume) = (traded.trades, traded.volume);
        }
    }
    let since = Instant(now.0 - QUARTER_DAYS * DAY_US);
    let Standing { members, trading, sum, in_use, own } = figures::standing(&mut tx, exchange, since).await?;
    let numbers = Arc::new(Numbers { at: now, months, members, trading, sum, in_use, own });
    app.kept.numbers.put(exchange, numbers.clone());
    Ok(numbers)
}

/// The first of twelve months, this one the last, and the moments that bound them in a time zone.
pub(crate) fn year(zone: &str, now: Instant) -> Option<(Date, [Instant; 13])> {
    let zone = TimeZone::get(zone).ok()?;
    let today = Timestamp::from_microsecond(now.0).ok()?.to_zoned(zone.clone()).date();
    let first = date(today.year(), today.month(), 1).checked_sub(11.months()).ok()?;
    let mut bounds = [Instant(0); 13];
    for (later, bound) in (0_i32..).zip(&mut bounds) {
        let begins = first.checked_add(later.months()).ok()?.to_zoned(zone.clone()).ok()?;
        *bound = Instant(begins.timestamp().as_microsecond());
    }
    Some((first, bounds))
}

/// An account's trading record; none where the exchange hides records from everybody but the holder and those who keep the
/// books.
///
/// # Errors
/// [`Error::NotAllowed`] for strangers, [`Error::NotFound`].
pub async fn record(app: &App, actor: &Actor, account: AccountId) -> Result<Option<Record>> {
    let mut tx = app.db.read().await?;
    let row = store::accounts::get(&mut tx, account).await?.ok_or(Error::NotFound)?;
    let subject = Subject::account(row.exchange, account);
    actor.may(Action::SeeMember, subject)?;
    let journal = store::journals::get(&mut tx, row.exchange).await?.ok_or(Error::NotFound)?;
    let shown = !journal.policy.hides_records
        || actor.operates(account)
        || actor.can(Action::SeeStatementAny, subject);
    Ok(shown.then(|| row.record()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_begin_at_midnight_where_the_exchange_is() {
        // 2026-03-31 22:30 UTC: April in Madrid, March in London's calendar too (23:30 in summer time).
        let now = Instant(1_774_996_200_000_000);
        let (first, bounds) = year("Europe/Madrid", now).unwrap();
        assert_eq!((first, bounds[12].0), (date(2025, 5, 1), 1_777_586_400_000_000));
        assert_eq!(year("Europe/London", now).unwrap().0, date(2025, 4, 1));
        assert!(bounds.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(year("Nowhere", now).is_none());
    }
}
