//! What a span of a statement adds up to.

use ledger::transfer::Kind;
use ledger::{Account, AccountId, EntryId, Instant};
use store::Tx;
use store::entries::LineRow;

use super::{CHUNK, Filter, WHOLE_MAX, opened, start};
use crate::App;
use crate::actor::Actor;
use crate::error::Result;

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

/// Lines read first where a span was looked at before.
const FEW: i64 = 8;

/// What an account's lines between two instants add up to; words are not looked at.
///
/// # Errors
/// [`crate::Error::NotFound`], [`crate::Error::NotAllowed`].
pub async fn totals(app: &App, actor: &Actor, account: AccountId, filter: &Filter) -> Result<Totals> {
    let (mut tx, row) = opened(app, actor, account).await?;
    of(&mut tx, app, &row.account()?, filter).await
}

pub(super) async fn of(tx: &mut Tx, app: &App, account: &Account, filter: &Filter) -> Result<Totals> {
    let span = (account.id, filter.from, filter.until);
    let sums = add_up(tx, account, filter, app.kept.spans.get(&span)).await?;
    app.kept.spans.put(span, sums);
    Ok(sums.totals)
}

/// What a span added up to when it was last looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    totals: Totals,
    counted: usize,
    /// Its newest line, to which only newer ones can come; none when it had none.
    newest: Option<EntryId>,
}

/// Which account, from when, until when.
pub(crate) type Span = (AccountId, Option<Instant>, Option<Instant>);

/// Walks through a span and adds up, down to the newest line that is known.
async fn add_up(tx: &mut Tx, account: &Account, filter: &Filter, known: Option<Sums>) -> Result<Sums> {
    let known = known.unwrap_or_default();
    let mut sums = Sums::default();
    let mut at = start(tx, account, filter.until).await?;
    // Few lines are new where some are known.
    let mut steps = if known.newest.is_some() { FEW } else { CHUNK };
    while let Some(from) = at {
        if known.newest == Some(from) && sums.newest.is_none() {
            return Ok(known);
        }
        let rows = store::entries::walk(tx, from, steps).await?;
        steps = CHUNK;
        at = rows.last().and_then(|row| row.previous);
        for row in rows {
            if filter.until.is_some_and(|until| row.decided_at >= until) {
                continue;
            }
            if known.newest == Some(row.id) {
                return Ok(sums.after(&known, row.balance));
            }
            if sums.newest.is_none() {
                (sums.totals.closing, sums.newest) = (row.balance, Some(row.id));
            }
            sums.totals.opening = row.balance;
            if sums.counted == WHOLE_MAX || filter.from.is_some_and(|from| row.decided_at < from) {
                return Ok(sums);
            }
            sums.totals.add(account.id, &row);
            sums.totals.opening = row.balance - row.amount;
            sums.counted += 1;
            let is_cut = sums.counted == WHOLE_MAX && row.previous.is_some();
            sums.totals.cut_at = is_cut.then_some(row.decided_at);
        }
    }
    Ok(sums)
}

impl Sums {
    /// These newer lines after those that are known, which end at this balance.
    fn after(self, known: &Sums, balance: i64) -> Sums {
        let (newer, older) = (self.totals, known.totals);
        let totals = Totals {
            opening: older.opening,
            provided: older.provided + newer.provided,
            received: older.received + newer.received,
            levies: older.levies + newer.levies,
            closing: if self.newest.is_some() { newer.closing } else { balance },
            cut_at: older.cut_at,
        };
        let newest = self.newest.or(known.newest);
        Sums { totals, counted: known.counted + self.counted, newest }
    }
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
