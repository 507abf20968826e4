//! A PostgreSQL cluster of the bench's own, which flushes what it commits, and what `pgbench` makes of it.

use anyhow::{Context, Result, ensure};
use rig::postgres::{Cluster, Flush};
use std::path::Path;
use std::process::Command;

/// Clients of `pgbench`.
const CLIENTS: &str = "32";
/// Its scale: a million accounts, so that its clients seldom meet at one.
const SCALE: &str = "10";

/// The cluster and its databases.
pub(crate) struct Postgres {
    cluster: Cluster,
    pgbench: String,
    /// The database that the engine writes.
    pub(crate) engine: String,
}

impl Postgres {
    /// Starts one, unless no PostgreSQL is installed.
    pub(crate) fn start(folder: &Path) -> Result<Option<Self>> {
        if rig::postgres::programs().is_err() {
            return Ok(None);
        }
        let cluster = Cluster::start(&folder.join("postgres.log"), Flush::Always)?;
        let (pgbench, engine) = (cluster.database("pgbench")?, cluster.database("engine")?);
        run(cluster.program("pgbench").args(["--initialize", "--quiet", "--scale", SCALE, &pgbench]))?;
        Ok(Some(Self { cluster, pgbench, engine }))
    }

    /// Transactions a second of `pgbench -N`: an update, a read and an insert each, durable like our payments.
    pub(crate) fn pgbench(&self, seconds: f64) -> Result<f64> {
        let seconds = format!("{:.0}", seconds.max(1.0));
        let mut bench = self.cluster.program("pgbench");
        bench.args(["--skip-some-updates", "--no-vacuum", "--client", CLIENTS, "--jobs", "2"]);
        let said = run(bench.args(["--protocol", "prepared", "--time", &seconds, &self.pgbench]))?;
        let rate = said.lines().find_map(|line| line.strip_prefix("tps = ")?.split_whitespace().next());
        Ok(rate.context("pgbench tells no tps")?.parse()?)
    }
}

fn run(command: &mut Command) -> Result<String> {
    let output = command.output().context("pgbench does not start")?;
    ensure!(output.status.success(), "pgbench: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
