//! Where an account stood at the end of each month, for a chart.

use ledger::{Account, AccountId, Instant};
use store::Tx;

use super::start;
use crate::App;
use crate::accounts::may_see;
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

/// Where an account stood at the end of each of the last twelve months, oldest first, the one under way last. They begin
/// with the month in which it first moved, and end where months end in the exchange's time zone.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`].
pub async fn months(app: &App, actor: &Actor, account: AccountId) -> Result<Vec<MonthEnd>> {
    let mut tx = app.db.read().await?;
    let row = store::accounts::get(&mut tx, account).await?.ok_or(Error::NotFound)?;
    may_see(actor, &row)?;
    let exchange = store::exchanges::get(&mut tx, row.exchange).await?.ok_or(Error::NotFound)?;
    let no_calendar = || Error::Internal(format!("no calendar in {}", exchange.time_zone));
    let (first, bounds) = year(&exchange.time_zone, app.clock.now()).ok_or_else(no_calendar)?;
    let account = row.account()?;
    if account.last_entry.is_none() {
        return Ok(Vec::new());
    }
    let first = (i64::from(first.year()) - 1970) * 12 + i64::from(first.month()) - 1;
    let mut ends = Vec::with_capacity(12);
    for (later, bound) in (0..11).zip(&bounds[1..]) {
        if let Some(balance) = before(&mut tx, &account, *bound).await? {
            ends.push(MonthEnd { month: first + later, balance });
        }
    }
    ends.push(MonthEnd { month: first + 11, balance: account.balance });
    Ok(ends)
}

/// The balance that an account had before a moment, if it had moved by then.
///
/// The marks are by months in UTC. East of Greenwich the moment lies a few hours before a mark's, and few entries are walked
/// over; west of it nearly the whole month after, since entries name only the one before.
async fn before(tx: &mut Tx, account: &Account, moment: Instant) -> Result<Option<i64>> {
    let Some(from) = start(tx, account, Some(moment)).await? else { return Ok(None) };
    Ok(store::entries::balance_before(tx, from, moment).await?)
}
