//! A store of maps, written from plans as the teller's store is, and the replay of what was written.

use std::collections::BTreeMap;

use ledger::{
    Account, AccountId, Book, ExchangeId, HoldId, Ids, Plan, Policy, Transfer, TransferId,
    book::{Exchange, Hold, HoldState},
    journal::{Head, commitment},
    plan::ActRecord,
    replay::{Breach, Replay, StoredAct, StoredTransfer},
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

    /// Derives everything again from what was written.
    pub fn replay(&self) -> Vec<Breach> {
        let mut replay = Replay::new(HERE);
        let mut acts = self.acts.iter().peekable();
        for id in self.journal.values() {
            let transfer = self.transfers[id].clone();
            let number = transfer.posted().unwrap().number;
            while let Some(act) = acts.next_if(|act| act.journal_number < number) {
                replay.act(&stored(act));
            }
            let original = transfer
                .corrects
                .and_then(|id| self.transfers[&id].posted())
                .map(|posted| posted.entries.clone());
            let description = commitment(&transfer.order.description);
            replay.transfer(&StoredTransfer { transfer, description, original });
        }
        for act in acts {
            replay.act(&stored(act));
        }
        let accounts: Vec<Account> = self.accounts.values().cloned().collect();
        let open: Vec<Hold> =
            self.holds.values().filter(|hold| hold.state == HoldState::Open).cloned().collect();
        replay.finish(&self.exchange, &accounts, &open)
    }
}

fn stored(act: &ActRecord) -> StoredAct {
    StoredAct {
        number: act.number,
        hash: act.hash,
        journal_number: act.journal_number,
        at: act.at,
        made_by: act.made_by,
        acting: act.acting,
        account: act.account,
        body: act.body.clone(),
        reason: commitment(&act.reason),
    }
}
