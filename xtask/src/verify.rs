//! `cargo verify`: everything that must hold, as named steps in order. It stops at the first step that fails and
//! says how to repeat just that one. Nothing is skipped: what a step needs and the machine lacks is a failure.

mod compile;
mod layers;
mod licences;
mod machine;
mod spdx;
mod suite;
mod tidy;
mod tools;

use anyhow::Result;
use clap::ValueEnum;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use suite::Suite;

/// A compiled program full of tests, the folder it runs in, and the program `ayni` built beside it.
pub(crate) struct TestProgram {
    pub(crate) path: PathBuf,
    pub(crate) folder: PathBuf,
    pub(crate) binary: PathBuf,
}

/// Builds the workspace, and gives one test program of a crate.
pub(crate) fn test_program(package: &str, name: &str) -> Result<TestProgram> {
    suite::test_program(package, name)
}

/// What may be asked of `cargo verify`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only this step (may be given again for more)
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
    /// Not this step (may be given again for more); the summary says so
    #[arg(long, value_name = "STEP")]
    without: Vec<Step>,
    /// List the steps and end
    #[arg(long)]
    list: bool,
    /// Handed on to the test programs, as with `cargo test`: part of a test's name, `--nocapture`, ...
    #[arg(last = true, value_name = "TEST-ARGS")]
    test_args: Vec<String>,
}

/// The steps in their order: what is quick to fail comes first.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Install what the tests need and the machine lacks, or say exactly what that is
    Machine,
    /// Fetch the tools that only tests use, at pinned versions, into the target folder
    Tools,
    /// The code is formatted as rustfmt does it
    Format,
    /// The house rules that no other tool knows
    Tidy,
    /// Crates depend on each other in one direction only
    Layers,
    /// Licences, bans and sources of dependencies are those that deny.toml allows
    Licences,
    /// No warnings from the compiler or clippy
    Lint,
    /// The documentation builds without warnings
    Docs,
    /// Compile the program and every test
    Build,
    /// The test suite, with SQLite wherever a test wants a database
    TestSqlite,
    /// The tests that want a database, on a throw-away PostgreSQL cluster
    TestPostgres,
    /// The whole program in a real browser, and through real crashes
    Browser,
    /// Disks that lose their power or are full; as root, since they are mounted
    Disk,
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    fn about(self) -> String {
        let value = self.to_possible_value();
        value.and_then(|value| value.get_help().map(ToString::to_string)).unwrap_or_default()
    }

    fn run(self, suite: &mut Suite) -> Result<()> {
        match self {
            Self::Machine => machine::prepare(),
            Self::Tools => tools::fetch(),
            Self::Format => compile::format(),
            Self::Tidy => tidy::check(),
            Self::Layers => layers::check(),
            Self::Licences => licences::check(),
            Self::Lint => compile::lint(),
            Self::Docs => compile::docs(),
            Self::Build => suite.build().map(|_| ()),
            Self::TestSqlite => suite.on_sqlite(),
            Self::TestPostgres => suite.on_postgres(),
            Self::Browser => suite.in_browser(),
            Self::Disk => suite.on_disks(),
        }
    }
}

/// Runs the steps that are asked for; the exit code tells whether all of them held.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    if args.list {
        for step in Step::value_variants() {
            println!("{:14} {}", step.name(), step.about());
        }
        return Ok(ExitCode::SUCCESS);
    }
    let steps: Vec<Step> = Step::value_variants()
        .iter()
        .copied()
        .filter(|step| args.only.is_empty() || args.only.contains(step))
        .filter(|step| !args.without.contains(step))
        .collect();
    let mut suite = Suite::new(args.test_args.clone());
    let mut times = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        println!("\n[{}/{}] {}: {}", index + 1, steps.len(), step.name(), step.about());
        let began = Instant::now();
        let outcome = step.run(&mut suite);
        times.push((*step, began.elapsed()));
        if let Err(error) = outcome {
            summary(&times);
            println!("\n{} failed: {error:#}", step.name());
            println!("Repeat just this step with: cargo verify --only {}", step.name());
            suite.tally.print();
            return Ok(ExitCode::FAILURE);
        }
    }
    summary(&times);
    for step in &args.without {
        println!("{:14} left out, as asked", step.name());
    }
    suite.tally.print();
    Ok(ExitCode::SUCCESS)
}

fn summary(times: &[(Step, Duration)]) {
    println!();
    for (step, time) in times {
        println!("{:14} {:>7.1} s", step.name(), time.as_secs_f64());
    }
    let total: Duration = times.iter().map(|(_, time)| *time).sum();
    println!("{:14} {:>7.1} s", "together", total.as_secs_f64());
}
