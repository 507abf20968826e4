//! What a span of a statement adds up to.

use ledger::{Account, AccountId, EntryId, Instant};
use store::Tx;
use store::entries::{LineRow, Span, SumRow};

use super::{Filter, WHOLE_MAX, opened, start};
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

/// What an account's lines between two instants add up to; words are not looked at.
///
/// # Errors
/// [`crate::Error::NotFound`], [`crate::Error::NotAllowed`].
pub async fn totals(app: &App, actor: &Actor, account: AccountId, filter: &Filter) -> Result<Totals> {
    let (mut tx, row) = opened(app, actor, account).await?;
    of(&mut tx, app, &row.account()?, filter).await
}

pub(super) async fn of(tx: &mut Tx, app: &App, account: &Account, filter: &Filter) -> Result<Totals> {
    let key = (account.id, filter.from, filter.until);
    let sums = add_up(tx, account, filter, app.kept.spans.get(&key)).await?;
    app.kept.spans.put(key, sums);
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
pub(crate) type SpanKey = (AccountId, Option<Instant>, Option<Instant>);

/// Adds up a span, down to the newest line that is known.
async fn add_up(tx: &mut Tx, account: &Account, filter: &Filter, known: Option<Sums>) -> Result<Sums> {
    let known = known.unwrap_or_default();
    let Some(at) = start(tx, account, filter.until).await? else { return Ok(Sums::default()) };
    if known.newest == Some(at) {
        return Ok(known);
    }
    let limit = i64::try_from(WHOLE_MAX).unwrap_or(i64::MAX);
    let span =
        Span { account: account.id, from: filter.from, until: filter.until, known: known.newest, limit };
    let row = store::entries::sum(tx, at, &span).await?;
    if row.newest == known.newest {
        return Ok(known);
    }
    let newer = Sums::of(&row, filter, known.newest);
    Ok(if Some(row.last) == known.newest { newer.after(&known) } else { newer })
}

impl Sums {
    /// What the database has added up.
    fn of(row: &SumRow, filter: &Filter, known: Option<EntryId>) -> Self {
        let is_before = filter.from.is_some_and(|from| row.last_at < from) || Some(row.last) == known;
        let counted = usize::try_from(row.counted).unwrap_or(WHOLE_MAX);
        let opening = if is_before { row.last_balance } else { row.last_balance - row.last_amount };
        let totals = Totals {
            opening: if row.newest.is_some() { opening } else { 0 },
            provided: row.provided,
            received: row.received,
            levies: row.levies,
            closing: row.closing.unwrap_or_default(),
            cut_at: (counted == WHOLE_MAX && row.previous.is_some()).then_some(row.last_at),
        };
        Self { totals, counted, newest: row.newest }
    }

    /// These newer lines after those that are known.
    fn after(self, known: &Self) -> Self {
        let (newer, older) = (self.totals, known.totals);
        let totals = Totals {
            opening: older.opening,
            provided: older.provided + newer.provided,
            received: older.received + newer.received,
            levies: older.levies + newer.levies,
            closing: newer.closing,
            cut_at: older.cut_at,
        };
        Self { totals, counted: known.counted + self.counted, newest: self.newest }
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
