//! `cargo xtask bench`: rounds in which a disk probe, the engine alone, pages and payments over HTTP follow each other, so that
//! each figure has its probe of the same minute; where PostgreSQL is installed, `pgbench` and the engine on it as well. Prints medians and ratios of the same round; nothing here is a test.

mod figures;
mod postgres;
mod probe;
mod server;
mod table;

use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::process;
use crate::workspace::Workspace;
use figures::Figure;
use postgres::Postgres;
use server::Server;
use table::{Measured, Round};

/// What may be asked of `cargo xtask bench`.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Rounds
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Seconds that each figure is measured for
    #[arg(long, default_value_t = 3.0)]
    seconds: f64,
    /// Where the databases are made; on the disk that is to be measured
    #[arg(long)]
    folder: Option<PathBuf>,
    /// Transfers in the full book that the engine is measured on as well; 0 leaves that out
    #[arg(long, default_value_t = 0)]
    full: u64,
}

/// Where everything is.
struct Bench {
    release: PathBuf,
    folder: PathBuf,
    url: String,
    seconds: f64,
    postgres: Option<Postgres>,
}

/// Measures, checks the invariants of what was written, and prints the table.
pub(crate) fn run(args: &Args) -> Result<()> {
    let target = Workspace::here()?.target;
    let folder = args.folder.clone().unwrap_or_else(|| target.join("bench"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for name in ["engine", "full"] {
        fs::create_dir_all(folder.join(name))?;
    }
    build()?;
    let release = target.join("release");
    let ayni = release.join("ayni");
    let mut databases = vec!["demo", "engine"];
    if args.full > 0 {
        fill(&release, &folder.join("full"), args.full)?;
        databases.push("full");
    }
    let mut server = Server::start(&ayni, "demo", &folder.join("demo"))?;
    std::thread::sleep(Duration::from_secs(1));
    println!("resident while the demo is idle: {} MB", server.resident_kb()? / 1024);
    let postgres = Postgres::start(&folder)?;
    let bench = Bench { release, folder, url: server.url.clone(), seconds: args.seconds, postgres };
    let figures: Vec<Figure> = Figure::ALL.into_iter().filter(|figure| bench.has(*figure, args)).collect();
    let mut rounds = Vec::new();
    for at in 0..args.rounds {
        let mut round = Round::new();
        // Each round begins with another figure, so that none always follows the same one.
        for turn in 0..figures.len() {
            let figure = figures[(turn + at) % figures.len()];
            round.insert(figure, bench.measure(figure)?);
        }
        println!("round {}: {}", at + 1, table::line(&round));
        rounds.push(round);
    }
    let resident_kb = server.resident_kb()?;
    server.stop()?;
    for name in &databases {
        clean(&ayni, &["--data", &bench.data(name)])?;
    }
    if let Some(postgres) = &bench.postgres {
        clean(&ayni, &["--database", &postgres.engine])?;
        databases.push("engine on PostgreSQL");
    }
    println!("{}", table::text(&rounds));
    println!(
        "resident after the load: {} MB; {} databases verify clean",
        resident_kb / 1024,
        databases.len()
    );
    Ok(())
}

/// Stores very many transfers, and sees how long the program takes to start with them.
fn fill(release: &Path, data: &Path, transfers: u64) -> Result<()> {
    println!("storing {transfers} transfers");
    let status = Command::new(release.join("examples/engine"))
        .arg(data)
        .args(["fill", &transfers.to_string()])
        .status()?;
    ensure!(status.success(), "the book was not filled");
    let mut server = Server::start(&release.join("ayni"), "serve", data)?;
    println!("started with them in {} ms", server.began_within.as_millis());
    server.stop()
}

impl Bench {
    /// Whether this figure can be measured here, and is wanted.
    fn has(&self, figure: Figure, args: &Args) -> bool {
        match figure {
            Figure::EngineFull => args.full > 0,
            Figure::Pgbench | Figure::EnginePostgres => self.postgres.is_some(),
            _ => true,
        }
    }

    fn data(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    fn measure(&self, figure: Figure) -> Result<Measured> {
        let seconds = self.seconds.to_string();
        let engine_on = |database: &str, rest: &[&str]| {
            let arguments = [&[database, rest[0], &seconds], &rest[1..]].concat();
            run_one(&self.release.join("examples/engine"), &arguments)
        };
        let engine = |name: &str, rest: &[&str]| engine_on(&self.data(name), rest);
        let postgres = || self.postgres.as_ref().context("no PostgreSQL is installed");
        let load = |what: &str, connections: &str| {
            run_one(&self.release.join("load"), &[&self.url, what, connections, &seconds])
        };
        match figure {
            Figure::Probe => {
                let rate = probe::run(&self.folder.join("probe"), Duration::from_secs_f64(self.seconds))?;
                Ok(Measured { rate, tail: 0.0 })
            }
            Figure::Engine1 => engine("engine", &["1"]),
            Figure::Engine128 => engine("engine", &["128"]),
            Figure::EngineHot => engine("engine", &["128", "hot"]),
            Figure::EngineFull => engine("full", &["128"]),
            Figure::Pgbench => Ok(Measured { rate: postgres()?.pgbench(self.seconds)?, tail: 0.0 }),
            Figure::EnginePostgres => engine_on(&postgres()?.engine, &["128"]),
            Figure::Hello => load("/sw.js", "64"),
            Figure::Empty => load("/MARL/more", "64"),
            Figure::Statement => load("/MARL/statement", "64"),
            Figure::Pay1 => load("pay", "1"),
            Figure::Pay64 => load("pay", "64"),
        }
    }
}

/// Builds all programs at once: asked for one package, Cargo would choose other features and compile them again.
fn build() -> Result<()> {
    let arguments = ["build", "--release", "--workspace", "--bins", "--examples"];
    process::run(&mut process::cargo(&arguments))
}

/// Runs a program that prints one line of JSON with its `rate` and percentiles.
fn run_one(program: &Path, arguments: &[&str]) -> Result<Measured> {
    let output = Command::new(program).args(arguments).stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "{} failed", program.display());
    let said: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let number = |name: &str| said[name].as_f64().with_context(|| format!("a bench prints its {name}"));
    Ok(Measured { rate: number("rate")?, tail: number("p99_us")? / number("p50_us")?.max(1.0) })
}

/// The number does not count unless the books are right.
fn clean(ayni: &Path, database: &[&str]) -> Result<()> {
    let status = Command::new(ayni).arg("verify").args(database).status()?;
    ensure!(status.success(), "the books of {database:?} are wrong");
    Ok(())
}
