//! Month marks derived again: each must point to the last entry of its account in its month.

use std::collections::{BTreeMap, HashMap};

use ledger::transfer::Entry;
use ledger::{AccountId, EntryId, Instant, Month};
use store::entries::MarkRow;

/// What the marks must be, as far as the journal has been read.
#[derive(Default)]
pub(super) struct Marks {
    due: BTreeMap<(AccountId, Month), (EntryId, i64)>,
    newest: HashMap<AccountId, (Month, EntryId, i64)>,
}

impl Marks {
    /// Counts the entries of the next transfer.
    pub(super) fn count(&mut self, entries: &[Entry], at: Instant) {
        let month = at.month();
        for entry in entries {
            let newest = self.newest.entry(entry.account).or_insert((month, entry.id, entry.balance));
            if newest.0 < month {
                self.due.insert((entry.account, newest.0), (newest.1, newest.2));
            }
            *newest = (newest.0.max(month), entry.id, entry.balance);
        }
    }

    /// What is wrong with the marks as they are stored.
    pub(super) fn compare(mut self, stored: &[MarkRow]) -> Vec<(AccountId, String)> {
        let mut wrong = Vec::new();
        for mark in stored {
            let month = Month(i32::try_from(mark.month).unwrap_or(i32::MAX));
            match self.due.remove(&(mark.account, month)) {
                Some(due) if due == (mark.entry, mark.balance) => {}
                Some((entry, balance)) => wrong.push((
                    mark.account,
                    format!(
                        "month {} is marked at entry {} with {}, should be entry {} with {balance}",
                        month.0, mark.entry.0, mark.balance, entry.0
                    ),
                )),
                None => wrong.push((
                    mark.account,
                    format!("month {} is marked and had no entry, or is not over", month.0),
                )),
            }
        }
        let missing =
            self.due.keys().map(|(account, month)| (*account, format!("month {} has no mark", month.0)));
        wrong.extend(missing);
        wrong
    }
}
