//! Campaigns: tests of the whole program that run as long as one likes. Their short versions are part of `cargo verify`; here
//! the same programs are told by environment how often to strike. Each prints its seed, and has a control that must fail.

use crate::process;
use crate::verify::{TestProgram, test_program};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

/// What may be asked of `cargo xtask crash`.
#[derive(clap::Args)]
pub(crate) struct Crash {
    /// Kills of the server on SQLite
    #[arg(long, default_value_t = 1000)]
    kills: u64,
    /// Kills on PostgreSQL: of the server, of a process that serves it, and of the first process, each so often
    #[arg(long, default_value_t = 300)]
    postgres_kills: u64,
    #[command(flatten)]
    seed: Seed,
}

/// How often something is done, where nothing else may be asked.
#[derive(clap::Args)]
pub(crate) struct Rounds {
    /// How often, if not as often as a long campaign should
    #[arg(long)]
    rounds: Option<u64>,
    #[command(flatten)]
    seed: Seed,
}

/// Where the dice begin.
#[derive(clap::Args)]
pub(crate) struct Seed {
    /// Throws the dice of an earlier run, as it printed
    #[arg(long)]
    seed: Option<u64>,
    /// Only tests with this in their name
    #[arg(long, value_name = "NAME")]
    test: Option<String>,
}

/// Kills of processes.
pub(crate) fn crash(args: &Crash) -> Result<()> {
    let kills = [("AYNI_CRASH_KILLS", args.kills), ("AYNI_CRASH_POSTGRES_KILLS", args.postgres_kills)];
    run("crash", &kills, &args.seed)
}

/// A campaign that counts rounds, by the names of its test program and of its count; and how many make a long one.
pub(crate) fn rounds((program, count, long): (&str, &str, u64), args: &Rounds) -> Result<()> {
    run(program, &[(count, args.rounds.unwrap_or(long))], &args.seed)
}

/// A campaign that goes through all there is.
pub(crate) fn all(program: &str, seed: &Seed) -> Result<()> {
    run(program, &[], seed)
}

fn run(name: &str, counts: &[(&str, u64)], seed: &Seed) -> Result<()> {
    let TestProgram { path, folder, binary } = test_program("e2e", name)?;
    let mut command = process::command(&path.to_string_lossy());
    // One after the other: each wants the machine for itself, and what they print belongs together.
    command.args(["--nocapture", "--test-threads=1"]).args(&seed.test).current_dir(&folder);
    command.env("CARGO_MANIFEST_DIR", &folder).env("AYNI_TEST_BINARY", &binary);
    for (count, times) in counts {
        command.env(count, times.to_string());
    }
    if let Some(seed) = seed.seed {
        command.env("AYNI_CAMPAIGN_SEED", seed.to_string());
    }
    // A name that fits nothing would be a campaign that cannot fail.
    let mut list = process::command(&path.to_string_lossy());
    let listed = list.arg("--list").args(&seed.test).current_dir(&folder).output()?;
    ensure!(String::from_utf8_lossy(&listed.stdout).contains(": test"), "`{name}` has no such test");
    process::run(&mut command).with_context(|| format!("the campaign `{name}` failed"))
}

/// What may be asked of `cargo xtask mutants`.
#[derive(clap::Args)]
pub(crate) struct Mutants {
    /// Only these files, as `crates/ledger/src/levy.rs`; all of the ledger and the teller otherwise
    #[arg(value_name = "FILE")]
    files: Vec<String>,
    /// How many at once
    #[arg(long, default_value_t = 1)]
    jobs: u8,
    /// Only every n-th change, the k-th of them: `0/10`
    #[arg(long, value_name = "K/N")]
    shard: Option<String>,
}

/// The version of cargo-mutants that is used.
const MUTANTS: &str = "27.1.0";
/// What is changed unless files are named, by the crate whose tests must notice.
const MUTATED: [(&str, &[&str]); 2] = [
    ("ledger", &["crates/ledger/src/**/*.rs"]),
    ("app", &["crates/app/src/teller.rs", "crates/app/src/teller/*.rs"]),
];

/// Changes the ledger and the teller in small ways, and looks whether a test of the same crate notices each.
pub(crate) fn mutants(args: &Mutants) -> Result<()> {
    let target = Workspace::here()?.target;
    let known =
        |file: &String| MUTATED.iter().any(|(package, _)| file.starts_with(&format!("crates/{package}/")));
    ensure!(
        args.files.iter().all(known),
        "only files of {} can be named",
        MUTATED.map(|(package, _)| package).join(" and ")
    );
    let program = cargo_mutants(&target.join("tools"))?;
    let mut unnoticed = Vec::new();
    for (package, all) in MUTATED {
        let home = format!("crates/{package}/");
        let named: Vec<&str> =
            args.files.iter().map(String::as_str).filter(|file| file.starts_with(&home)).collect();
        let files = if args.files.is_empty() { all.to_vec() } else { named };
        if files.is_empty() {
            continue;
        }
        let output = target.join("mutants").join(package);
        std::fs::create_dir_all(&output)?;
        let mut command = process::command(&program.to_string_lossy());
        command.args(["mutants", "--no-shuffle", "--jobs", &args.jobs.to_string(), "--output"]).arg(&output);
        command.args(["--test-package", package, "--baseline", "run"]);
        command.args(args.shard.iter().flat_map(|shard| ["--shard", shard]));
        command.args(files.iter().flat_map(|file| ["--file", file]));
        // Enough to meet every rule many times; most changes are noticed by the first hundreds.
        command.env("AYNI_MODEL_OPERATIONS", "20000").env("AYNI_TELLER_OPERATIONS", "4000");
        command.env("AYNI_TEST_DATABASE", "sqlite");
        if !command.status()?.success() {
            unnoticed.push(output.join("mutants.out").display().to_string());
        }
    }
    ensure!(unnoticed.is_empty(), "some changes went unnoticed: see {}", unnoticed.join(" and "));
    Ok(())
}

/// The program, installed at its pinned version where it is not yet.
fn cargo_mutants(home: &Path) -> Result<PathBuf> {
    let program = home.join("bin/cargo-mutants");
    if !process::works(process::command(&program.to_string_lossy()).args(["mutants", "--version"])) {
        let mut install =
            process::cargo(&["install", "cargo-mutants", "--locked", "--version", MUTANTS, "--root"]);
        process::run(install.arg(home))?;
    }
    Ok(program)
}
