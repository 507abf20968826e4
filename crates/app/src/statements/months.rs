//! Where an account stood at the end of each month, for a chart.

use ledger::{Account, AccountId, Instant};
use store::Tx;

use super::{opened, start};
use crate::App;
use crate::actor::Actor;
use crate::error::{Error, Result};
use crate::numbers::year;

/// Where an account stood when a month ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthEnd {
    /// Months since January 1970, by the exchange's time zone.
    pub month: i64,
    /// The balance after the last entry before the month's end; now, for the month under way.
    pub balance: i64,
}

/// The ends of months that are over, as of the month that began at an instant.
pub(crate) type Ended = (Instant, Vec<MonthEnd>);

/// Where an account stood at the end of each of the last twelve months, oldest first, the one under way last. They begin
/// with the month in which it first moved, and end where months end in the exchange's time zone.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`].
pub async fn months(app: &App, actor: &Actor, account: AccountId) -> Result<Vec<MonthEnd>> {
    let (mut tx, row) = opened(app, actor, account).await?;
    of(&mut tx, app, &row.account()?).await
}

pub(super) async fn of(tx: &mut Tx, app: &App, account: &Account) -> Result<Vec<MonthEnd>> {
    let exchange = store::exchanges::get(tx, account.exchange).await?.ok_or(Error::NotFound)?;
    let no_calendar = || Error::Internal(format!("no calendar in {}", exchange.time_zone));
    let (first, bounds) = year(&exchange.time_zone, app.clock.now()).ok_or_else(no_calendar)?;
    if account.last_entry.is_none() {
        return Ok(Vec::new());
    }
    let first = (i64::from(first.year()) - 1970) * 12 + i64::from(first.month()) - 1;
    let mut ends = match app.kept.past.get(&account.id) {
        Some((began, ends)) if began == bounds[11] => ends,
        _ => {
            let mut ends = Vec::with_capacity(12);
            for (later, bound) in (0..11).zip(&bounds[1..]) {
                if let Some(balance) = before(tx, account, *bound).await? {
                    ends.push(MonthEnd { month: first + later, balance });
                }
            }
            // The journal's time never runs back: once it is in the month under way, those before stay as they are.
            let journal = store::journals::get(tx, account.exchange).await?.ok_or(Error::NotFound)?;
            if journal.at >= bounds[11] {
                app.kept.past.put(account.id, (bounds[11], ends.clone()));
            }
            ends
        }
    };
    ends.push(MonthEnd { month: first + 11, balance: account.balance });
    Ok(ends)
}

/// The balance that an account had before a moment, if it had moved by then.
///
/// The marks are by months in UTC. East of Greenwich the moment lies a few hours before a mark's, and few entries are walked
/// over; west of it nearly the whole month after, since entries name only the one before.
async fn before(tx: &mut Tx, account: &Account, moment: Instant) -> Result<Option<i64>> {
    // The last instant of the month that ends: at midnight UTC the mark itself is the answer.
    let Some(from) = start(tx, account, Some(Instant(moment.0 - 1))).await? else { return Ok(None) };
    Ok(store::entries::balance_before(tx, from, moment).await?)
}
