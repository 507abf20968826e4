//! `cargo xtask simulate`: the comparison of the ledger with its independent model, for as long as one likes: the ledger alone,
//! and the teller on both databases.

use crate::process::{self, cargo};
use anyhow::{Context, Result};
use rig::postgres::{Cluster, Flush};

/// What may be asked of `cargo xtask simulate`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// How many random operations on the ledger alone
    #[arg(long, default_value_t = 10_000_000)]
    operations: u64,
    /// How many through the teller, on each of the two databases (about a thousand a second)
    #[arg(long, default_value_t = 1_000_000)]
    teller: u64,
    /// Where the dice begin; a failure prints the seed that repeats it
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Runs the comparisons.
pub(crate) fn run(args: &Args) -> Result<()> {
    compare(("ledger", "model", "the_book_agrees_with_the_model"), "sqlite", args)?;
    println!("the ledger and the model agree over {} operations", args.operations);
    let teller = ("app", "simulate", "the_teller_agrees_with_the_model");
    compare(teller, "sqlite", args)?;
    println!("the teller on SQLite and the model agree over {} operations", args.teller);
    let folder = crate::workspace::Workspace::here()?.target.join("verify");
    std::fs::create_dir_all(&folder)?;
    let cluster = Cluster::start(&folder.join("simulate.log"), Flush::Never)?;
    compare(teller, &cluster.url(), args)?;
    println!("the teller on PostgreSQL and the model agree over {} operations", args.teller);
    Ok(())
}

fn compare((package, program, test): (&str, &str, &str), database: &str, args: &Args) -> Result<()> {
    let mut test = cargo(&["test", "--package", package, "--test", program, test]);
    test.env("AYNI_TEST_DATABASE", database);
    test.env("AYNI_MODEL_OPERATIONS", args.operations.to_string());
    test.env("AYNI_TELLER_OPERATIONS", args.teller.to_string());
    test.env("AYNI_MODEL_SEED", args.seed.to_string());
    process::run(&mut test).with_context(|| format!("{package} and the model disagree"))
}
