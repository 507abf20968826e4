//! Many trades at once: typed as a list, pasted or uploaded as a table, looked at line by line, and then posted.
//!
//! [`preview`] decides every line in order on a book that is thrown away, so that the second payment of somebody who has
//! room for one is shown as refused before anything is posted. [`post`] looks again and posts what was seen as good, or
//! nothing if any of that is good no longer. Transfers are named by the form and the line's content: posting twice is
//! posting once.

mod line;
mod table;

use std::collections::BTreeSet;

use ledger::account::Kind;
use ledger::unit::Separators;
use ledger::{ExchangeId, Refusal, Warning};
use store::Tx;
use store::accounts::AccountRow;
use store::parties::Party;
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, FieldError, Result};
use crate::trades::{self, NewTrade, Stand};
use line::Reading;

pub use line::MANY_WORDS_MAX;
pub use table::{BYTES_MAX, Row, read_table, write_table};

/// Lines of one list, at most.
pub const LINES_MAX: usize = 500;

/// A list of trades as somebody hands it in.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// Made with the form: the same list posted twice is posted once.
    pub id: Uuid,
    /// Where.
    pub exchange: ExchangeId,
    /// On whose behalf: the own account, which must be a side of each trade, or for others.
    pub stand: Stand,
    /// How the person's language writes numbers.
    pub separators: Separators,
    /// The lines, empty ones left out.
    pub rows: Vec<Row>,
}

/// What will become of a line, or what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It counts at once.
    Counts,
    /// It waits for the payer.
    Waits,
    /// Its fields `payer`, `payee`, `amount`, `description`, `date` cannot be read.
    Wrong(Vec<FieldError>),
    /// A rule stands in the way.
    Refused(Refusal),
    /// It was not tried: it was not good when it was looked at.
    LeftOut,
    /// Nobody knows yet: the server was too busy. Posting again is safe.
    Unknown,
}

impl Outcome {
    /// Whether the line can be posted.
    #[must_use]
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Counts | Self::Waits)
    }
}

/// One line, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// 1 for the first.
    pub number: usize,
    /// What was typed.
    pub row: Row,
    /// Who gives units, if found.
    pub payer: Option<Party>,
    /// Who gets units, if found.
    pub payee: Option<Party>,
    /// The trade, if the line could be read.
    pub trade: Option<NewTrade>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// What should be said besides.
    pub warnings: Vec<Warning>,
}

/// A list that was looked at. Nothing has been posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Every line.
    pub lines: Vec<Line>,
    /// The sum of the prices of good lines, in units of 10^-scale.
    pub total: i64,
}

impl Preview {
    /// The numbers of the lines that can be posted: the form carries them to [`post`].
    #[must_use]
    pub fn good(&self) -> Vec<usize> {
        self.lines.iter().filter(|line| line.outcome.is_good()).map(|line| line.number).collect()
    }

    fn new(lines: Vec<Line>) -> Self {
        let good = lines.iter().filter(|line| line.outcome.is_good());
        let prices = good.filter_map(|line| Some(line.trade.as_ref()?.amount.units()));
        let total = prices.fold(0_i64, i64::saturating_add);
        Self { lines, total }
    }
}

/// What became of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Posted {
    /// Something that was good is good no longer: nothing was posted, and this is how it looks now.
    Changed(Preview),
    /// The good lines were posted; those that a rule still stood in the way of say so.
    Done(Preview),
}

/// Looks at a list: what would become of each line, in order. Nothing is written.
///
/// # Errors
/// [`Error::NotAllowed`]; [`Error::Wrong`] on field `table` when it is empty or has more than [`LINES_MAX`] lines.
pub async fn preview(app: &App, actor: &Actor, batch: &Batch) -> Result<Preview> {
    allowed(actor, batch)?;
    let lines = read(app, batch).await?;
    try_out(app, actor, batch, lines).await
}

/// Posts the lines with these numbers, which were good when they were looked at.
///
/// # Errors
/// As [`preview`], and [`Error::Internal`] when the teller has stopped.
pub async fn post(app: &App, actor: &Actor, batch: &Batch, good: &[usize]) -> Result<Posted> {
    let now = preview(app, actor, batch).await?;
    let wanted: BTreeSet<usize> = good.iter().copied().collect();
    let good_now: BTreeSet<usize> = now.good().into_iter().collect();
    if wanted.is_empty() || !wanted.is_subset(&good_now) {
        return Ok(Posted::Changed(now));
    }
    let mut lines = now.lines;
    let mut asked = Vec::with_capacity(wanted.len());
    for line in lines.iter_mut() {
        match line.trade.as_ref().filter(|_| wanted.contains(&line.number)) {
            Some(trade) => asked.push(trades::instruction(app, actor, trade)?),
            None if line.outcome.is_good() => line.outcome = Outcome::LeftOut,
            None => {}
        }
    }
    let mut answers = app.teller.ask_all(asked).await?.into_iter();
    for line in lines.iter_mut().filter(|line| wanted.contains(&line.number)) {
        let Some(answer) = answers.next() else { break };
        line.outcome = match answer {
            Ok(receipt) => {
                line.warnings = receipt.warnings;
                if receipt.counted { Outcome::Counts } else { Outcome::Waits }
            }
            Err(Error::Refused(refusal)) => Outcome::Refused(refusal),
            Err(_) => Outcome::Unknown,
        };
    }
    Ok(Posted::Done(Preview::new(lines)))
}

fn allowed(actor: &Actor, batch: &Batch) -> Result<()> {
    match batch.stand {
        Stand::Own(account) => {
            if !actor.operates(account) {
                return Err(Error::NotFound);
            }
            let subject = Subject::account(batch.exchange, account);
            if !actor.can(Action::Pay, subject) {
                actor.may(Action::RecordSale, subject)?;
            }
        }
        Stand::Coordinator | Stand::Admin => {
            actor.may(Action::RecordForOthers, Subject::exchange(batch.exchange))?;
        }
    }
    if batch.rows.is_empty() {
        return Err(Error::field("table", "error-many-empty"));
    }
    if batch.rows.len() > LINES_MAX {
        let args = vec![("max", LINES_MAX.to_string())];
        return Err(Error::Wrong(vec![FieldError { field: "table", code: "error-many-too-long", args }]));
    }
    Ok(())
}

/// Reads every line: who, how much, what for, when.
async fn read(app: &App, batch: &Batch) -> Result<Vec<Line>> {
    let mut tx = app.db.read().await?;
    let home = store::exchanges::get(&mut tx, batch.exchange).await?.ok_or(Error::NotFound)?;
    let journal = store::journals::get(&mut tx, batch.exchange).await?.ok_or(Error::NotFound)?;
    let parties = everybody(&mut tx, batch.exchange).await?;
    let today = line::today(&home.time_zone, app.clock.now());
    let reading = Reading { batch, code: &home.code, unit: &journal.policy.unit, parties: &parties, today };
    Ok(batch.rows.iter().enumerate().map(|(at, row)| reading.line(at + 1, row)).collect())
}

/// Whose the accounts of an exchange are; mirrors of other exchanges are not written to by hand.
async fn everybody(tx: &mut Tx, exchange: ExchangeId) -> Result<Vec<Party>> {
    let rows: Vec<AccountRow> = store::accounts::of_exchange(tx, exchange).await?;
    let ids: Vec<_> = rows.iter().filter(|row| row.kind != Kind::Virtual).map(|row| row.id).collect();
    let mut parties = Vec::with_capacity(ids.len());
    for some in ids.chunks(500) {
        parties.extend(store::parties::of(tx, some).await?);
    }
    Ok(parties)
}

/// Has the ledger decide the readable lines, in order, on a book that is thrown away.
async fn try_out(app: &App, actor: &Actor, batch: &Batch, mut lines: Vec<Line>) -> Result<Preview> {
    let mut accounts = Vec::new();
    for trade in lines.iter().filter_map(|line| line.trade.as_ref()) {
        accounts.extend([trade.payer, trade.payee]);
    }
    let mut tx = app.db.read().await?;
    let mut scratch = trades::Scratch::load(&mut tx, batch.exchange, &accounts).await?;
    for trade in lines.iter().filter_map(|line| line.trade.as_ref()) {
        // Posted before: the ledger gives the first answer again.
        if let Some(row) = store::transfers::get(&mut tx, trade.id).await? {
            let entries = store::transfers::entries_of(&mut tx, &row).await?;
            scratch.transfers.push(row.into_transfer(entries.iter().map(|entry| entry.entry()).collect())?);
        }
    }
    drop(tx);
    let (mut book, now) = (scratch.book(), app.clock.now());
    for line in &mut lines {
        let Some(trade) = &line.trade else { continue };
        let instruction = match trades::instruction(app, actor, trade) {
            Ok(instruction) => instruction,
            Err(Error::Wrong(fields)) => {
                line.outcome = Outcome::Wrong(fields);
                continue;
            }
            Err(error) => return Err(error),
        };
        match book.decide(&instruction, now) {
            Ok(receipt) => {
                line.outcome = if receipt.counted { Outcome::Counts } else { Outcome::Waits };
                line.warnings = receipt.warnings;
            }
            Err(refusal) => line.outcome = Outcome::Refused(refusal),
        }
    }
    Ok(Preview::new(lines))
}
