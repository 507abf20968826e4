//! What an audit reads: acts and transfers in their order, and what is stored of accounts, holds and heads.

use ledger::{
    Account,
    book::{Exchange, Hold, HoldState},
    journal::{self, ActLink, Head, Link, commitment},
    plan::ActRecord,
    replay::{Breach, Replay, StoredAct, StoredTransfer},
    transfer::State,
};

use crate::store::{HERE, Store};

#[derive(Clone)]
pub enum Item {
    Act(StoredAct),
    Transfer(Box<StoredTransfer>),
}

#[derive(Clone)]
pub struct Books {
    pub items: Vec<Item>,
    pub exchange: Exchange,
    pub accounts: Vec<Account>,
    pub holds: Vec<Hold>,
}

impl Books {
    pub fn of(store: &Store) -> Books {
        let mut items = Vec::new();
        let mut acts = store.acts.iter().peekable();
        for id in store.journal.values() {
            let transfer = store.transfers[id].clone();
            let number = transfer.posted().unwrap().number;
            while let Some(act) = acts.next_if(|act| act.journal_number < number) {
                items.push(Item::Act(stored(act)));
            }
            let original = transfer
                .corrects
                .and_then(|id| store.transfers[&id].posted())
                .map(|posted| posted.entries.clone());
            let description = commitment(&transfer.order.description);
            items.push(Item::Transfer(Box::new(StoredTransfer { transfer, description, original })));
        }
        items.extend(acts.map(|act| Item::Act(stored(act))));
        Books {
            items,
            exchange: store.exchange.clone(),
            accounts: store.accounts.values().cloned().collect(),
            holds: store.holds.values().filter(|hold| hold.state == HoldState::Open).cloned().collect(),
        }
    }

    /// Derives everything again, and says what is wrong.
    pub fn replay(&self) -> Vec<Breach> {
        let mut replay = Replay::new(HERE);
        for item in &self.items {
            match item {
                Item::Act(act) => replay.act(act),
                Item::Transfer(transfer) => replay.transfer(transfer),
            }
        }
        replay.finish(&self.exchange, &self.accounts, &self.holds)
    }

    /// Numbers and hashes everything anew, as someone would who can write all the tables and knows the program.
    pub fn reseal(&mut self) {
        let (mut journal, mut acts) = (Head::of_journal(HERE), Head::of_acts(HERE));
        for item in &mut self.items {
            match item {
                Item::Act(act) => {
                    act.journal_number = journal.number;
                    let link = ActLink {
                        before: acts,
                        exchange: HERE,
                        journal_number: act.journal_number,
                        at: act.at,
                        made_by: act.made_by,
                        acting: act.acting,
                        account: act.account,
                        body: &act.body,
                        reason: act.reason,
                    };
                    acts = Head { number: acts.number + 1, hash: journal::act_hash(&link) };
                    (act.number, act.hash) = (acts.number, acts.hash);
                }
                Item::Transfer(stored) => {
                    let (at, decided_by) =
                        (stored.transfer.decided_at.unwrap(), stored.transfer.decided_by.unwrap());
                    let mut posted = stored.transfer.posted().unwrap().clone();
                    let (before, description) = (journal, stored.description);
                    let link = Link { before, at, decided_by, description, entries: &posted.entries };
                    let hash = journal::transfer_hash(&stored.transfer, &link);
                    journal = Head { number: journal.number + 1, hash };
                    (posted.number, posted.hash) = (journal.number, journal.hash);
                    stored.transfer.state = State::Committed(posted);
                }
            }
        }
        (self.exchange.journal, self.exchange.acts) = (journal, acts);
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
