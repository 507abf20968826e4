//! What a span of a statement adds up to.

use ledger::transfer::Kind;
use ledger::{Account, AccountId, Instant};
use store::Tx;
use store::entries::LineRow;

use super::{CHUNK, Filter, WHOLE_MAX, start};
use crate::App;
use crate::accounts::may_see;
use crate::actor::Actor;
use crate::error::{Error, Result};

/// What a span of a statement adds up to: opening + provided + received + levies = closing.
///
/// What was given back is taken out of the side it was counted on, so that a trade and its reversal in one span leave
/// both sums as they were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// The balance before it.
    pub opening: i64,
    /// What was provided, at its price.
    pub provided: i64,
    /// What was received, at its price, below zero.
    pub received: i64,
    /// What the exchange took, below zero; for its own account what it got.
    pub levies: i64,
    /// The balance after it.
    pub closing: i64,
    /// Where the sums begin, if there were more lines than [`WHOLE_MAX`].
    pub cut_at: Option<Instant>,
}

/// What an account's lines between two instants add up to; words are not looked at.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`].
pub async fn totals(app: &App, actor: &Actor, account: AccountId, filter: &Filter) -> Result<Totals> {
    let mut tx = app.db.read().await?;
    let row = store::accounts::get(&mut tx, account).await?.ok_or(Error::NotFound)?;
    may_see(actor, &row)?;
    add_up(&mut tx, &row.account()?, filter).await
}

/// Walks through a span and adds up.
pub(super) async fn add_up(tx: &mut Tx, account: &Account, filter: &Filter) -> Result<Totals> {
    let (mut totals, mut counted, mut ended) = (Totals::default(), 0, false);
    let mut at = start(tx, account, filter.until).await?;
    while let Some(from) = at {
        let rows = store::entries::walk(tx, from, CHUNK).await?;
        at = rows.last().and_then(|row| row.previous);
        for row in rows {
            if filter.until.is_some_and(|until| row.decided_at >= until) {
                continue;
            }
            if !ended {
                (totals.closing, ended) = (row.balance, true);
            }
            totals.opening = row.balance;
            if filter.from.is_some_and(|from| row.decided_at < from) {
                return Ok(totals);
            }
            if counted == WHOLE_MAX {
                return Ok(totals);
            }
            totals.add(account.id, &row);
            totals.opening = row.balance - row.amount;
            counted += 1;
            totals.cut_at = (counted == WHOLE_MAX && row.previous.is_some()).then_some(row.decided_at);
        }
    }
    Ok(totals)
}

impl Totals {
    fn add(&mut self, account: AccountId, row: &LineRow) {
        let price = price(account, row);
        self.levies += row.amount - price;
        // A reversal takes its trade out of the sum that it was in.
        if (price > 0) == (row.kind != Kind::Reversal) {
            self.provided += price;
        } else {
            self.received += price;
        }
    }
}

/// The price of a line as this account sees it: above zero for what it provided, 0 where it is neither side.
pub(super) fn price(account: AccountId, row: &LineRow) -> i64 {
    match account {
        id if id == row.payer => -row.price,
        id if id == row.payee => row.price,
        _ => 0,
    }
}
