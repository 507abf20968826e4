//! A store of maps, written from plans as the teller's store is.

use std::collections::BTreeMap;

use ledger::{
    Account, AccountId, Book, ExchangeId, HoldId, Ids, Instant, Plan, Policy, Transfer, TransferId,
    book::{Exchange, Hold},
    journal::Head,
    plan::ActRecord,
};

pub const HERE: ExchangeId = ExchangeId(1);

pub struct Store {
    pub book: Book,
    pub exchange: Exchange,
    pub accounts: BTreeMap<AccountId, Account>,
    pub transfers: BTreeMap<TransferId, Transfer>,
    pub holds: BTreeMap<HoldId, Hold>,
    pub acts: Vec<ActRecord>,
    pub journal: BTreeMap<i64, TransferId>,
    entries: i64,
}

impl Store {
    pub fn new(policy: Policy) -> Store {
        let exchange = Exchange {
            id: HERE,
            policy,
            journal: Head::of_journal(HERE),
            acts: Head::of_acts(HERE),
            at: Instant::default(),
            own_account: None,
        };
        let mut book = Book::new();
        book.put_exchange(exchange.clone());
        book.use_ids(Ids { transfer: 1, entry: 1, act: 1 });
        Store {
            book,
            exchange,
            accounts: BTreeMap::new(),
            transfers: BTreeMap::new(),
            holds: BTreeMap::new(),
            acts: Vec::new(),
            journal: BTreeMap::new(),
            entries: 0,
        }
    }

    /// Writes what the book has decided since the last time.
    pub fn write(&mut self) -> Plan {
        let plan = self.book.take_plan();
        for exchange in &plan.journals {
            self.exchange = exchange.clone();
        }
        for account in &plan.accounts {
            assert_eq!(self.book.account(account.id), Some(account), "plan and book differ");
            self.accounts.insert(account.id, account.clone());
        }
        for (row, entry) in &plan.entries {
            self.entries += 1;
            assert_eq!(entry.id.0, self.entries, "entry ids follow each other");
            assert!(self.has_entry(&plan, *row, entry), "an entry without its transfer");
        }
        for transfer in &plan.new_transfers {
            assert!(self.transfers.insert(transfer.order.id, transfer.clone()).is_none(), "made twice");
            self.note(transfer);
        }
        for transfer in &plan.changed_transfers {
            assert!(self.transfers.insert(transfer.order.id, transfer.clone()).is_some(), "never made");
            self.note(transfer);
        }
        for objection in &plan.objections {
            let noted = self.transfers.values_mut().find(|transfer| transfer.row == objection.transfer);
            noted.unwrap().objection = Some(objection.outcome);
        }
        self.acts.extend(plan.acts.iter().cloned());
        self.holds.extend(plan.holds.iter().map(|hold| (hold.id, hold.clone())));
        plan
    }

    fn has_entry(&self, plan: &Plan, row: i64, entry: &ledger::transfer::Entry) -> bool {
        plan.new_transfers
            .iter()
            .chain(&plan.changed_transfers)
            .find(|transfer| transfer.row == row)
            .and_then(Transfer::posted)
            .is_some_and(|posted| posted.entries.contains(entry))
    }

    fn note(&mut self, transfer: &Transfer) {
        let Some(posted) = transfer.posted() else { return };
        if self.journal.insert(posted.number, transfer.order.id).is_none()
            && let Some(corrects) = transfer.corrects
            && transfer.kind == ledger::transfer::Kind::Reversal
        {
            self.transfers.get_mut(&corrects).unwrap().reversed_by = Some(transfer.order.id);
        }
    }
}
