//! `cargo xtask bench`: rounds in which a disk probe, the engine alone and payments over HTTP follow each other, so that
//! each figure has its probe of the same minute. Prints medians and ratios of the same round; nothing here is a test.

mod probe;
mod table;

use anyhow::{Context, Result, ensure};
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::workspace::Workspace;
use table::Figures;

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
}

/// Measures, checks the invariants of what was written, and prints the table.
pub(crate) fn run(args: &Args) -> Result<()> {
    let target = Workspace::here()?.target;
    let folder = args.folder.clone().unwrap_or_else(|| target.join("bench"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("engine"))?;
    build()?;
    let release = target.join("release");
    let mut server = Server::start(&release.join("ayni"), &folder.join("demo"))?;
    let mut rounds = Vec::new();
    for round in 0..args.rounds {
        let mut figures = Figures::default();
        // Each round begins with another figure, so that none always follows the same one.
        for turn in 0..6 {
            measure((turn + round) % 6, args.seconds, (&release, &folder, &server.url), &mut figures)?;
        }
        println!("round {}: {}", round + 1, figures.line());
        rounds.push(figures);
    }
    let resident_kb = server.resident_kb()?;
    server.stop()?;
    clean(&release.join("ayni"), &folder.join("demo"))?;
    clean(&release.join("ayni"), &folder.join("engine"))?;
    println!("{}", table::text(&rounds));
    println!("resident after the load: {} MB; both databases verify clean", resident_kb / 1024);
    Ok(())
}

fn measure(
    what: usize,
    seconds: f64,
    (release, folder, url): (&Path, &Path, &str),
    figures: &mut Figures,
) -> Result<()> {
    let engine = |batch: &str| {
        let arguments = [folder.join("engine").display().to_string(), batch.to_owned(), seconds.to_string()];
        rate(&release.join("examples/engine"), &arguments)
    };
    let load = |what: &str, connections: &str| {
        let arguments = [url.to_owned(), what.to_owned(), connections.to_owned(), seconds.to_string()];
        rate(&release.join("load"), &arguments)
    };
    match what {
        0 => figures.probe = probe::run(&folder.join("probe"), Duration::from_secs_f64(seconds))?,
        1 => figures.engine_1 = engine("1")?,
        2 => figures.engine_128 = engine("128")?,
        3 => figures.health_64 = load("health", "64")?,
        4 => figures.pay_1 = load("pay", "1")?,
        _ => figures.pay_64 = load("pay", "64")?,
    }
    Ok(())
}

/// Builds all programs at once: asked for one package, Cargo would choose other features and compile them again.
fn build() -> Result<()> {
    let arguments = ["build", "--release", "--workspace", "--bins", "--examples"];
    let status = Command::new(env!("CARGO")).args(arguments).status()?;
    ensure!(status.success(), "the programs do not build");
    Ok(())
}

/// Runs a program that prints one line of JSON with its `rate`.
fn rate(program: &Path, arguments: &[String]) -> Result<f64> {
    let output = Command::new(program).args(arguments).stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "{} failed", program.display());
    let said: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    said["rate"].as_f64().context("a bench prints its rate")
}

/// The number does not count unless the books are right.
fn clean(ayni: &Path, data: &Path) -> Result<()> {
    let status = Command::new(ayni).args(["verify", "--data"]).arg(data).status()?;
    ensure!(status.success(), "the books in {} are wrong", data.display());
    Ok(())
}

/// A server on a demo of its own.
struct Server {
    child: Child,
    url: String,
}

impl Server {
    fn start(ayni: &Path, data: &Path) -> Result<Server> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let child = Command::new(ayni)
            .args(["demo", "--listen", &format!("127.0.0.1:{port}"), "--data"])
            .arg(data)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let server = Server { child, url: format!("http://127.0.0.1:{port}") };
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            ensure!(began.elapsed() < Duration::from_secs(120), "the server did not start");
            std::thread::sleep(Duration::from_millis(50));
        }
        std::thread::sleep(Duration::from_secs(1));
        println!("resident while the demo is idle: {} MB", server.resident_kb()? / 1024);
        Ok(server)
    }

    fn resident_kb(&self) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line =
            status.lines().find(|line| line.starts_with("VmRSS:")).context("the kernel tells no VmRSS")?;
        let kb = line.split_whitespace().nth(1).context("VmRSS has a value")?;
        Ok(kb.parse()?)
    }

    fn stop(&mut self) -> Result<()> {
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        let status = self.child.wait()?;
        ensure!(status.success(), "the server stopped with {status}");
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Ended already after a good run; otherwise nothing it holds is worth finishing.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
