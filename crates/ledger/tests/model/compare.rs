//! What book and store hold, compared with what the model knows.

use ledger::{
    AccountId, Instant, Instruction, Transfer, TransferId,
    account::Limit,
    transfer::{Objection, State as Stored},
};
use uuid::Uuid;

use crate::{books::Books, reference::State, scene::Scene, store::HERE};

impl Scene {
    /// Book and model agree on every account.
    pub fn compare_accounts(&self, instruction: &Instruction) {
        let mut sum = 0;
        for (id, expected) in &self.model.accounts {
            let account = self.store.book.account(AccountId(*id)).expect("opened in both");
            sum += i128::from(account.balance);
            let limit = |limit: Option<Limit>| limit.map(|limit| (i128::from(limit.at), limit.hard));
            let record = &account.record;
            let seen = crate::reference::Account {
                kind: account.kind,
                state: account.state,
                locked: account.locked,
                floor: limit(account.floor),
                ceiling: limit(account.ceiling),
                cap: account.growth_cap.map(i128::from),
                overrides: account.overrides.clone(),
                balance: account.balance.into(),
                held: account.held.into(),
                provided: (
                    record.provided_total.into(),
                    record.provided_count,
                    record.provided_last.map(|at| at.0),
                ),
                received: (
                    record.received_total.into(),
                    record.received_count,
                    record.received_last.map(|at| at.0),
                ),
            };
            assert_eq!(seen, *expected, "account {id} after {instruction:?}");
        }
        assert_eq!(sum, 0, "balances sum to zero");
        let head = self.store.book.exchange(HERE).unwrap().journal.number;
        assert_eq!(head, self.model.counted, "journal numbers have no gaps");
    }

    /// What is stored of the transfers of a batch is what the model knows.
    pub fn compare_transfers(&self, batch: &[(Instruction, Instant)]) {
        for id in batch.iter().flat_map(|(instruction, _)| instruction.needs().transfers) {
            let (stored, known) = (self.store.transfers.get(&id), self.model.transfers.get(&id.0));
            assert_eq!(stored.map(seen), known.map(expected), "transfer {}", id.0);
        }
    }

    /// The whole world once more.
    pub fn finish(&self) {
        for (id, known) in &self.model.transfers {
            assert_eq!(self.store.transfers.get(&TransferId(*id)).map(seen), Some(expected(known)), "{id}");
        }
        assert_eq!(self.store.transfers.len(), self.model.transfers.len());
        assert_eq!(Books::of(&self.store).replay(), Vec::new(), "the replay finds nothing");
    }
}

pub type Seen = (String, Option<Uuid>, Option<char>, Vec<(i64, i128)>, Option<Uuid>);

pub fn seen(transfer: &Transfer) -> Seen {
    let (state, mut moves) = match &transfer.state {
        Stored::New => ("new".to_owned(), vec![]),
        Stored::Pending { expires_at, accept_at } => {
            let due = (expires_at.map(|at| at.0), accept_at.map(|at| at.0));
            (format!("waits {due:?}"), vec![])
        }
        Stored::Committed(posted) => (
            "counts".to_owned(),
            posted.entries.iter().map(|entry| (entry.account.0, i128::from(entry.amount))).collect(),
        ),
        Stored::Rejected(_) => ("rejected".to_owned(), vec![]),
        Stored::Expired => ("expired".to_owned(), vec![]),
        Stored::Failed(refusal) => (format!("failed {refusal}"), vec![]),
        Stored::Deleted => ("deleted".to_owned(), vec![]),
    };
    moves.sort_unstable();
    let objection = transfer.objection.map(|objection| match objection {
        Objection::Open => 'o',
        Objection::Stands => 's',
        Objection::Reversed => 'r',
    });
    (state, transfer.reversed_by.map(|id| id.0), objection, moves, transfer.corrects.map(|id| id.0))
}

fn expected(known: &crate::reference::Transfer) -> Seen {
    let (state, moves) = match &known.state {
        State::New => ("new".to_owned(), vec![]),
        State::Waits { expires, accepted } => (format!("waits {:?}", (expires, accepted)), vec![]),
        State::Counts { moves, .. } => ("counts".to_owned(), moves.clone()),
        State::Rejected => ("rejected".to_owned(), vec![]),
        State::Expired => ("expired".to_owned(), vec![]),
        State::Failed(code) => (format!("failed {code}"), vec![]),
        State::Deleted => ("deleted".to_owned(), vec![]),
    };
    (state, known.reversed_by, known.objection, moves, known.corrects)
}
