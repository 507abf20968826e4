//! The test suite: compiled once, run on SQLite, then on PostgreSQL, then with a browser.
//!
//! Everything is compiled by one `cargo build` over the whole workspace and the test programs are started from
//! here. `cargo test --exclude` and `--package` would choose other features for shared dependencies and compile
//! them again for each choice.
//!
//! What the tests are told, always by the environment:
//! - `AYNI_TEST_DATABASE`: `sqlite`, or the URL of a PostgreSQL database on which they may create others. Every test
//!   that wants a store makes a database of its own.
//! - in the steps `browser` and `disk` also `AYNI_TEST_BINARY` (the compiled `ayni`), in `browser` `AYNI_TEST_CHROMIUM`,
//!   `AYNI_TEST_CHROMEDRIVER` and `AYNI_TEST_AXE` (paths). Tests that break a cluster start one of their own.

mod building;
mod running;

pub(super) use running::Tally;

use super::TestProgram;

use super::tools;
use crate::process::{cargo, command, find};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use building::{Built, build};
use rig::postgres::{Cluster, Flush};
use running::heard;
use std::collections::BTreeSet;
use std::fs;

/// The crate whose tests need a browser; only the step `browser` runs them.
const BROWSER_TESTS: &str = "e2e";
/// Its program that mounts disks, which only root may; only the step `disk` runs it.
const DISK_TESTS: &str = "disk";
/// The crate that reaches the database; the tests of all that stand on it run on both databases.
const STORE: &str = "store";

/// The suite and what its steps share: one build, one cluster, one count.
pub(super) struct Suite {
    pub(super) tally: Tally,
    test_args: Vec<String>,
    built: Option<Built>,
    cluster: Option<Cluster>,
}

impl Suite {
    /// A suite that hands `test_args` to every test program.
    pub(super) fn new(test_args: Vec<String>) -> Self {
        Self { tally: Tally::default(), test_args, built: None, cluster: None }
    }

    /// Compiles everything, at most once.
    pub(super) fn build(&mut self) -> Result<()> {
        if self.built.is_none() {
            self.built = Some(build()?);
        }
        Ok(())
    }

    /// All tests but those in the browser; examples in the documentation too.
    pub(super) fn on_sqlite(&mut self) -> Result<()> {
        let told = [("AYNI_TEST_DATABASE", "sqlite".to_owned()), scratch()];
        self.run_tests(&told, |program, _| program.package != BROWSER_TESTS)?;
        let mut examples = cargo(&["test", "--workspace", "--doc", "--locked", "--"]);
        examples.args(&self.test_args).env("AYNI_TEST_DATABASE", "sqlite");
        heard(&mut examples, &mut self.tally)
    }

    /// The tests of every crate that stands on the store.
    pub(super) fn on_postgres(&mut self) -> Result<()> {
        let url = self.cluster()?;
        // They wait for the cluster more than they compute.
        let at_once = std::thread::available_parallelism().map_or(2, usize::from) * 2;
        let told = [("AYNI_TEST_DATABASE", url), ("RUST_TEST_THREADS", at_once.to_string()), scratch()];
        self.run_tests(&told, |program, workspace| {
            program.package != BROWSER_TESTS
                && workspace.standing_on(STORE).contains(program.package.as_str())
        })
    }

    /// The tests of the whole program.
    pub(super) fn in_browser(&mut self) -> Result<()> {
        self.build()?;
        let built = self.built.as_ref().context("nothing was built")?;
        let axe = tools::axe(&built.workspace.target);
        if !axe.is_file() {
            bail!("axe-core is missing; fetch it with: cargo verify --only tools");
        }
        let program = |name: &str| {
            let found =
                find(name).with_context(|| format!("{name} is missing; try: cargo verify --only machine"))?;
            Ok::<_, anyhow::Error>(found.to_string_lossy().into_owned())
        };
        let told = [
            ("AYNI_TEST_DATABASE", "sqlite".to_owned()),
            ("AYNI_TEST_BINARY", built.binary.to_string_lossy().into_owned()),
            ("AYNI_TEST_CHROMIUM", program("chromium")?),
            ("AYNI_TEST_CHROMEDRIVER", program("chromedriver")?),
            ("AYNI_TEST_AXE", axe.to_string_lossy().into_owned()),
        ];
        self.run_tests(&told, |program, _| program.package == BROWSER_TESTS && program.name != DISK_TESTS)
    }

    /// The tests that mount disks of their own.
    pub(super) fn on_disks(&mut self) -> Result<()> {
        rig::disk::check()?;
        self.build()?;
        let built = self.built.as_ref().context("nothing was built")?;
        let told = [("AYNI_TEST_BINARY", built.binary.to_string_lossy().into_owned())];
        self.run_tests(&told, |program, _| program.package == BROWSER_TESTS && program.name == DISK_TESTS)
    }

    /// The URL of the cluster, which is started when it is first wanted.
    fn cluster(&mut self) -> Result<String> {
        if self.cluster.is_none() {
            let folder = Workspace::here()?.target.join("verify");
            fs::create_dir_all(&folder)?;
            // What a crash of the machine would lose may be lost here, so nothing is flushed.
            self.cluster = Some(Cluster::start(&folder.join("postgres.log"), Flush::Never)?);
        }
        Ok(self.cluster.as_ref().context("there is no cluster")?.url())
    }

    /// Runs the chosen test programs one after the other, all of them even when one fails. To run no test is to fail.
    fn run_tests(
        &mut self,
        told: &[(&str, String)],
        chosen: fn(&building::Program, &Workspace) -> bool,
    ) -> Result<()> {
        self.build()?;
        let built = self.built.as_ref().context("nothing was built")?;
        let mut wrong = BTreeSet::new();
        let before = self.tally.passed + self.tally.failed;
        for program in built.programs.iter().filter(|program| chosen(program, &built.workspace)) {
            println!("\n{} ({})", program.name, program.package);
            let mut test = command(&program.path.to_string_lossy());
            test.args(&self.test_args)
                .current_dir(&program.folder)
                .env("CARGO_MANIFEST_DIR", &program.folder);
            for (name, value) in told {
                test.env(name, value);
            }
            if let Err(error) = heard(&mut test, &mut self.tally) {
                wrong.insert(format!("{} of {}: {error}", program.name, program.package));
            }
        }
        if wrong.is_empty() && self.tally.passed + self.tally.failed == before {
            bail!("no test ran");
        }
        if wrong.is_empty() {
            return Ok(());
        }
        bail!("{}", wrong.into_iter().collect::<Vec<_>>().join("; "))
    }
}

/// Where tests lay down what they throw away. Not those of whole programs: they are to meet a disk as users have it.
fn scratch() -> (&'static str, String) {
    ("TMPDIR", rig::memory::folder().to_string_lossy().into_owned())
}

/// Builds the workspace, and gives one of its test programs with the program `ayni`.
pub(super) fn test_program(package: &str, name: &str) -> Result<TestProgram> {
    let built = build()?;
    let found = built.programs.into_iter().find(|program| program.package == package && program.name == name);
    let found = found.with_context(|| format!("there is no test program {name} in {package}"))?;
    Ok(TestProgram { path: found.path, folder: found.folder, binary: built.binary })
}
