//! The steps that cargo and its companions do: format, lints, documentation.
//!
//! Warnings are refused by arguments and never by `RUSTFLAGS`: other flags would compile every dependency again.

use crate::process::{cargo, run};
use anyhow::Result;

/// `cargo fmt --check`.
pub(super) fn format() -> Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))
}

/// `cargo clippy` over everything, tests included.
pub(super) fn lint() -> Result<()> {
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
}

/// `cargo doc` of our own crates; a broken link is an error.
pub(super) fn docs() -> Result<()> {
    run(cargo(&["doc", "--workspace", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings"))
}
