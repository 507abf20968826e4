//! `cargo xtask simulate`: the comparison of the ledger with its independent model, for as long as one likes.

use crate::process;
use anyhow::{Result, ensure};

/// What may be asked of `cargo xtask simulate`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// How many random operations
    #[arg(long, default_value_t = 10_000_000)]
    operations: u64,
    /// Where the dice begin; a failure prints the seed that repeats it
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Runs the comparison.
pub(crate) fn run(args: &Args) -> Result<()> {
    let status =
        process::cargo(&["test", "--package", "ledger", "--test", "model", "the_book_agrees_with_the_model"])
            .env("AYNI_MODEL_OPERATIONS", args.operations.to_string())
            .env("AYNI_MODEL_SEED", args.seed.to_string())
            .status()?;
    ensure!(status.success(), "the book and the model disagree");
    Ok(())
}
