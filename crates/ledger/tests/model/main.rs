//! The book against an independent model of its rules, over random operations.
//!
//! Each world lives for some thousand operations. Instructions come in batches as at the teller: what a batch names is put
//! into the book, each instruction is decided by the book and by the model, and the plan is written to a store of maps.
//! Answers must agree after each operation, accounts and transfers as well; at the end of a world a replay of what was
//! written must find nothing.

#![expect(unreachable_pub, reason = "names are shared between the files of this test only")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test ends at the first surprise")]
#![expect(clippy::print_stderr, reason = "says the seed of a world that failed")]

mod books;
mod compare;
mod dice;
mod invariants;
mod reference;
mod scene;
mod store;
mod tampering;

use ledger::{Answer, Instant, Instruction};

use dice::Dice;
use reference::Said;
use scene::Scene;

/// Operations of one world.
const WORLD: u64 = 2_000;

/// Compares over so many random operations; panics with the seed of the world where book and model differ.
pub fn run(seed: u64, operations: u64) {
    let mut left = operations;
    let mut world = seed;
    while left > 0 {
        let here = left.min(WORLD);
        let result = std::panic::catch_unwind(|| live(world, here));
        if let Err(cause) = result {
            eprintln!("failed in the world of seed {world}: run({world}, {here}) repeats it");
            std::panic::resume_unwind(cause);
        }
        left -= here;
        world = world.wrapping_add(1);
    }
}

fn live(seed: u64, operations: u64) {
    let mut scene = Scene::new(Dice::new(seed));
    let mut done = 0;
    while done < operations {
        let batch: Vec<(Instruction, Instant)> = scene.batch();
        scene.load(&batch);
        let alone = batch.len() == 1;
        for (instruction, at) in &batch {
            let answer = scene.store.book.decide(instruction, *at);
            let expected = scene.model.decide(instruction, at.0);
            assert_eq!(said(&answer), expected, "at operation {done}: {instruction:?} gave {answer:?}");
            scene.compare_accounts(instruction);
            done += 1;
            let kept = answer.as_ref().err().is_none_or(|refusal| refusal.is_kept());
            if alone && !kept {
                assert!(scene.store.write().is_empty(), "refused, and yet to be written: {instruction:?}");
            }
        }
        scene.store.write();
        scene.compare_transfers(&batch);
    }
    scene.finish();
}

/// An answer as the model says it; a repeat does not repeat warnings, so the model counts none there either.
fn said(answer: &Answer) -> Said {
    match answer {
        Ok(receipt) => Ok((receipt.counted, receipt.warnings.len())),
        Err(refusal) => Err(refusal.code().to_owned()),
    }
}

#[test]
fn the_book_agrees_with_the_model() {
    let (seed, operations) = asked();
    run(seed, operations);
}

/// The seed and the number of operations: `cargo xtask simulate` asks for millions, otherwise 200,000.
#[expect(clippy::disallowed_methods, reason = "tests have no configuration but their environment")]
fn asked() -> (u64, u64) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    (number("AYNI_MODEL_SEED").unwrap_or(20_260_101), number("AYNI_MODEL_OPERATIONS").unwrap_or(200_000))
}
