//! Developer commands: `cargo verify` and `cargo xtask ...`. One file for each command; no product code.
#![expect(clippy::print_stdout, reason = "a command line tool speaks to the terminal")]

mod bench;
mod process;
mod simulate;
mod verify;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Developer commands of Ayni")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Everything that must hold: format, lints, documents, licences, tests on both databases, browser tests
    Verify(verify::Args),
    /// How fast it is: a disk probe, the engine and payments over HTTP, interleaved
    Bench(bench::Args),
    /// Compare the ledger with its independent model over millions of random operations
    Simulate(simulate::Args),
}

fn main() -> anyhow::Result<ExitCode> {
    match Cli::parse().command {
        Command::Verify(args) => verify::run(&args),
        Command::Bench(args) => bench::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Simulate(args) => simulate::run(&args).map(|()| ExitCode::SUCCESS),
    }
}
