//! `cargo xtask fuzz`: nonsense thrown at whatever reads what people and browsers send, for as long as one likes.

use crate::process::{self, cargo};
use anyhow::{Context, Result};

/// What may be asked of `cargo xtask fuzz`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Seconds for each of them
    #[arg(long, default_value_t = 30)]
    seconds: u64,
    /// Throws the dice of an earlier run, as it printed
    #[arg(long)]
    seed: Option<u64>,
}

/// Test programs with nonsense in them: crate, program, and what such tests have in their names.
const TARGETS: [(&str, &str, &str); 3] =
    [("ledger", "fuzz", "amount"), ("app", "fuzz", "nonsense"), ("server", "matrix", "fuzz")];

/// Runs them one after the other.
pub(crate) fn run(args: &Args) -> Result<()> {
    for (package, program, filter) in TARGETS {
        let mut test = cargo(&["test", "--package", package, "--test", program, filter, "--", "--nocapture"]);
        test.env("AYNI_FUZZ_SECONDS", args.seconds.to_string()).env("AYNI_TEST_DATABASE", "sqlite");
        if let Some(seed) = args.seed {
            test.env("AYNI_CAMPAIGN_SEED", seed.to_string());
        }
        process::run(&mut test).with_context(|| format!("nonsense has got through in {package}"))?;
    }
    Ok(())
}
