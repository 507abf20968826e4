//! Developer commands: `cargo verify` and `cargo xtask ...`. One file for each command; no product code.
#![expect(clippy::print_stdout, reason = "a command line tool speaks to the terminal")]

mod bench;
mod campaign;
mod fuzz;
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
    /// Compare the ledger, alone and through the teller, with its independent model over millions of random operations
    Simulate(simulate::Args),
    /// Kill the server, and processes of its database, again and again under load
    Crash(campaign::Crash),
    /// Three servers on one database: one is killed, one paused, the database restarted
    Several(campaign::Rounds),
    /// Lose the primary of two PostgreSQL clusters, and promote its follower
    Failover(campaign::Rounds),
    /// Make every write, flush and opening of a payment fail
    Faults(campaign::Seed),
    /// Cut the power of the disk, as root; and fill a small one
    Powercut(campaign::Rounds),
    /// Rush at limits from many browsers
    Race(campaign::Rounds),
    /// Throw random bytes at whatever reads what people and browsers send
    Fuzz(fuzz::Args),
    /// Change the ledger and the teller in small ways, and look whether a test notices
    Mutants(campaign::Mutants),
}

fn main() -> anyhow::Result<ExitCode> {
    let done = match Cli::parse().command {
        Command::Verify(args) => return verify::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Simulate(args) => simulate::run(&args),
        Command::Crash(args) => campaign::crash(&args),
        Command::Several(args) => campaign::rounds(("several", "AYNI_SEVERAL_ROUNDS", 20), &args),
        Command::Failover(args) => campaign::rounds(("failover", "AYNI_FAILOVER_ROUNDS", 50), &args),
        Command::Faults(args) => campaign::all("faults", &args),
        Command::Powercut(args) => campaign::rounds(("disk", "AYNI_POWER_CUTS", 100), &args),
        Command::Race(args) => campaign::rounds(("race", "AYNI_RACE_ROUNDS", 50), &args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Mutants(args) => campaign::mutants(&args),
    };
    done.map(|()| ExitCode::SUCCESS)
}
