//! One exchange's journal and acts, merged in their order and derived again.

use std::collections::HashMap;

use ledger::account::Account;
use ledger::replay::{Replay, StoredAct, StoredTransfer};
use ledger::transfer::{Acting, Entry, Kind, Words};
use ledger::{AccountId, Act, ExchangeId, Hash, TransferId, journal};
use store::journals::{self, ActRow};
use store::transfers::{self, NumberedEntry, TransferRow};
use store::{Error, Result, Tx};

use super::Report;
use super::marks::Marks;

/// How many rows are read at a time.
const PAGE: i64 = 4_000;

/// Derives an exchange again and adds what does not hold.
pub(super) async fn derive(tx: &mut Tx, exchange: ExchangeId, code: &str, report: &mut Report) -> Result<()> {
    let mut chains = Chains::new(exchange);
    loop {
        let rows = transfers::journal_after(tx, exchange, chains.number, PAGE).await?;
        let (Some(first), Some(last)) = (number(rows.first()), number(rows.last())) else { break };
        let mut entries = by_number(transfers::journal_entries(tx, exchange, (first, last)).await?);
        for row in rows {
            let number = row.number.unwrap_or_default();
            chains.acts_before(tx, number, report, code).await?;
            let entries = entries.remove(&number).unwrap_or_default();
            chains.transfer(tx, row, &entries, report).await?;
        }
        chains.number = last;
    }
    chains.acts_before(tx, i64::MAX, report, code).await?;
    chains.finish(tx, code, report).await
}

fn number(row: Option<&TransferRow>) -> Option<i64> {
    row.and_then(|row| row.number)
}

fn by_number(entries: Vec<NumberedEntry>) -> HashMap<i64, Vec<NumberedEntry>> {
    let mut sorted: HashMap<i64, Vec<NumberedEntry>> = HashMap::new();
    for entry in entries {
        sorted.entry(entry.number).or_default().push(entry);
    }
    sorted
}

/// The two chains of an exchange, as far as they have been derived.
struct Chains {
    exchange: ExchangeId,
    replay: Replay,
    marks: Marks,
    /// The journal's number up to which transfers have been read.
    number: i64,
    /// Acts that have been read and not yet derived, the next one last.
    acts: Vec<ActRow>,
    /// The number of the last act that has been read.
    act_number: i64,
    /// Whether there may be acts after that one.
    more_acts: bool,
}

impl Chains {
    fn new(exchange: ExchangeId) -> Self {
        let (replay, marks) = (Replay::new(exchange), Marks::default());
        Self { exchange, replay, marks, number: 0, acts: Vec::new(), act_number: 0, more_acts: true }
    }

    /// Derives the acts that were done before the transfer with this number.
    async fn acts_before(&mut self, tx: &mut Tx, number: i64, report: &mut Report, code: &str) -> Result<()> {
        loop {
            if self.acts.is_empty() {
                if !self.more_acts {
                    return Ok(());
                }
                self.acts = journals::acts_after(tx, self.exchange, self.act_number, PAGE).await?;
                self.acts.reverse();
                self.more_acts = !self.acts.is_empty();
                self.act_number = self.acts.first().map_or(self.act_number, |newest| newest.number);
            }
            let Some(row) = self.acts.pop_if(|next| next.journal_number < number) else { return Ok(()) };
            report.counts.acts += 1;
            let act = stored_act(&row)?;
            if let Ok(body) = serde_json::from_str::<Act>(&row.body)
                && body.name() != row.kind
            {
                let detail = format!("calls itself {} and is {}", row.kind, body.name());
                report.add(code, "acts-kind", format!("act {}", row.number), detail);
            }
            self.replay.act(&act);
        }
    }

    async fn transfer(
        &mut self,
        tx: &mut Tx,
        row: TransferRow,
        numbered: &[NumberedEntry],
        report: &mut Report,
    ) -> Result<()> {
        report.counts.transfers += 1;
        report.counts.entries += numbered.len() as u64;
        let entries: Vec<Entry> = numbered.iter().map(entry).collect();
        let original = match (row.kind, row.corrects) {
            (Kind::Reversal, Some(id)) => entries_of(tx, TransferId(id)).await?,
            _ => None,
        };
        self.marks.count(&entries, row.decided_at.unwrap_or_default());
        let description = row.description_commitment();
        let transfer = row.into_transfer(entries)?;
        self.replay.transfer(&StoredTransfer { transfer, description, original });
        Ok(())
    }

    async fn finish(self, tx: &mut Tx, code: &str, report: &mut Report) -> Result<()> {
        let rows = store::accounts::of_exchange(tx, self.exchange).await?;
        report.counts.accounts += rows.len() as u64;
        let numbers: HashMap<AccountId, String> =
            rows.iter().map(|row| (row.id, row.number.clone())).collect();
        let accounts: Vec<Account> = rows.iter().map(|row| row.account()).collect::<Result<_>>()?;
        let holds = journals::open_holds(tx, self.exchange).await?;
        let stored = journals::get(tx, self.exchange).await?;
        let stored = stored.ok_or_else(|| Error::Unfit(format!("exchange {code} has no journal")))?;
        for breach in self.replay.finish(&stored, &accounts, &holds) {
            report.add(code, breach.rule, named(breach.place, &numbers), breach.detail);
        }
        let kept = store::entries::marks_of_exchange(tx, self.exchange).await?;
        for (account, detail) in self.marks.compare(&kept) {
            report.add(code, "month-marks", named(format!("account {}", account.0), &numbers), detail);
        }
        Ok(())
    }
}

/// A place with the account's number, which people know, beside its id.
fn named(place: String, numbers: &HashMap<AccountId, String>) -> String {
    let id = place.strip_prefix("account ").and_then(|id| id.parse().ok()).map(AccountId);
    match id.and_then(|id| numbers.get(&id)) {
        Some(number) => format!("{place} ({number})"),
        None => place,
    }
}

fn entry(row: &NumberedEntry) -> Entry {
    Entry {
        id: row.id,
        account: row.account,
        amount: row.amount,
        balance: row.balance,
        previous: row.previous,
    }
}

async fn entries_of(tx: &mut Tx, id: TransferId) -> Result<Option<Vec<Entry>>> {
    let Some(row) = transfers::get(tx, id).await? else { return Ok(None) };
    Ok(Some(transfers::entries_of(tx, &row).await?.iter().map(transfers::EntryRow::entry).collect()))
}

fn stored_act(row: &ActRow) -> Result<StoredAct> {
    let wrong = |column: &str| Error::Unfit(format!("act {}: column {column} cannot be", row.number));
    let hash = |bytes: &[u8]| bytes.try_into().ok().map(Hash);
    let acting = match (row.capacity.as_str(), row.account) {
        // A holder acts for the account that the act concerns, and for no other.
        ("holder", Some(account)) => Acting::Holder(account),
        ("coordinator", _) => Acting::Coordinator,
        ("admin", _) => Acting::Admin,
        ("server", _) => Acting::Server,
        _ => return Err(wrong("capacity")),
    };
    let reason = match (&row.commitment, &row.salt) {
        (Some(kept), None) => hash(kept).ok_or_else(|| wrong("commitment"))?,
        (_, salt) => {
            let salt = salt.as_deref().and_then(|salt| salt.try_into().ok()).unwrap_or_default();
            journal::commitment(&Words { text: row.reason.clone(), salt })
        }
    };
    Ok(StoredAct {
        number: row.number,
        hash: hash(&row.hash).ok_or_else(|| wrong("hash"))?,
        journal_number: row.journal_number,
        at: row.at,
        made_by: row.made_by,
        acting,
        account: row.account,
        body: row.body.clone(),
        reason,
    })
}
