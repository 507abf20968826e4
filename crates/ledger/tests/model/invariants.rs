//! Any sequence of instructions keeps the invariants; the sequences come from the same scene as the comparison with the
//! model, and proptest looks for short ones.

use ledger::{Account, AccountId, Plan, Refusal, account::State, transfer::State as Stored};
use proptest::prelude::*;

use crate::{
    books::Books,
    dice::Dice,
    scene::Scene,
    store::{HERE, Store},
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_keeps_the_invariants(seed in any::<u64>(), length in 1_usize..160) {
        let mut scene = Scene::new(Dice::new(seed));
        for _ in 0..length {
            let batch = scene.batch();
            scene.load(&batch);
            for (instruction, at) in &batch {
                let before = accounts(&scene.store);
                let answer = scene.store.book.decide(instruction, *at);
                let _ = scene.model.decide(instruction, at.0);
                let plan = scene.store.write();
                scene.load(&batch);
                if let Err(refusal) = &answer {
                    prop_assert_eq!(before, accounts(&scene.store), "refused, and yet an account differs");
                    prop_assert!(plan.is_empty() || only_keeps(&plan, refusal), "{:?}", plan);
                }
                written(&plan)?;
            }
            whole(&scene.store)?;
        }
        prop_assert_eq!(Books::of(&scene.store).replay(), Vec::new());
    }
}

fn accounts(store: &Store) -> Vec<Option<Account>> {
    (1..16).map(|id| store.book.account(AccountId(id)).cloned()).collect()
}

/// Whether all that a plan writes is one transfer, failed for this reason.
fn only_keeps(plan: &Plan, refusal: &Refusal) -> bool {
    let kept: Vec<_> = plan.new_transfers.iter().chain(&plan.changed_transfers).collect();
    let rest = plan.accounts.len() + plan.entries.len() + plan.acts.len() + plan.journals.len();
    refusal.is_kept() && rest == 0 && kept.len() == 1 && kept[0].state == Stored::Failed(refusal.clone())
}

/// What one decision writes: entries that sum to zero, and only with transfers that count.
fn written(plan: &Plan) -> Result<(), TestCaseError> {
    let sum: i64 = plan.entries.iter().map(|(_, entry)| entry.amount).sum();
    prop_assert_eq!(sum, 0);
    for transfer in plan.new_transfers.iter().chain(&plan.changed_transfers) {
        let entries = plan.entries.iter().filter(|(row, _)| *row == transfer.row).count();
        let due = transfer.posted().map_or(0, |posted| posted.entries.len());
        prop_assert!(entries == due || entries == 0, "{} entries of {:?}", entries, transfer);
    }
    Ok(())
}

/// What holds of an exchange at any time.
fn whole(store: &Store) -> Result<(), TestCaseError> {
    prop_assert_eq!(store.accounts.values().map(|account| account.balance).sum::<i64>(), 0);
    let numbers: Vec<i64> = store.journal.keys().copied().collect();
    prop_assert_eq!(numbers, (1..=store.exchange.journal.number).collect::<Vec<_>>());
    prop_assert_eq!(store.acts.len(), usize::try_from(store.exchange.acts.number).unwrap());
    prop_assert_eq!(store.book.exchange(HERE), Some(&store.exchange));
    for account in store.accounts.values() {
        prop_assert_eq!(store.book.account(account.id), Some(account), "store and book differ");
        let over = account.state == State::Closed;
        prop_assert!(account.held >= 0 && (!over || (account.balance, account.held) == (0, 0)));
    }
    Ok(())
}
