//! Calls of the system that are made to fail, in a process that runs: `strace` holds it at each call and puts an error in
//! place of what the kernel would have done.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::processes::signal;

/// The program that the faults need, and the Debian package that brings it.
pub const NEED: (&str, &str) = ("strace", "strace");

/// Faults at work in a process.
pub struct Faults {
    strace: Child,
    said: PathBuf,
    notes: PathBuf,
}

impl Faults {
    /// Begins to tamper with the calls that a process makes on some files: `tampering` is what strace calls an injection,
    /// such as `pwrite64:error=EIO:when=3`, or just the call's name when it is only watched. Without files, calls on all of
    /// them.
    ///
    /// # Errors
    /// When the process is gone or may not be held.
    pub fn begin(pid: u32, files: &[PathBuf], tampering: &[&str]) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let place = |what: &str| {
            std::env::temp_dir().join(format!("ayni-faults-{}-{count}.{what}", std::process::id()))
        };
        let (said, notes) = (place("said"), place("notes"));
        let calls = tampering.iter().map(|one| one.split(':').next().unwrap_or_default());
        let calls = calls.collect::<Vec<_>>().join(",");
        let mut strace = Command::new(NEED.0);
        strace.args(["--follow-forks", "--attach", &pid.to_string(), "--output"]).arg(&said);
        strace.args(["-e", &format!("trace={calls}")]);
        for one in tampering.iter().filter(|one| one.contains(':')) {
            strace.args(["-e", &format!("inject={one}")]);
        }
        for file in files {
            strace.arg("--trace-path").arg(file);
        }
        strace.stdin(Stdio::null()).stdout(Stdio::null()).stderr(fs::File::create(&notes)?);
        let strace = strace.spawn().context("cannot start strace (Debian package strace)")?;
        let mut faults = Self { strace, said, notes };
        faults.attached()?;
        Ok(faults)
    }

    fn attached(&mut self) -> Result<()> {
        for _ in 0..1000 {
            let notes = fs::read_to_string(&self.notes).unwrap_or_default();
            if notes.contains("attached") {
                return Ok(());
            }
            if let Some(status) = self.strace.try_wait()? {
                bail!("strace ended with {status}: {notes}");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        bail!("strace did not attach within ten seconds")
    }

    /// How many calls have been tampered with so far.
    #[must_use]
    pub fn count(&self) -> usize {
        fs::read_to_string(&self.said).unwrap_or_default().matches("(INJECTED)").count()
    }

    /// Lets the process alone again; gives the calls that were watched or tampered with, as strace shows them.
    ///
    /// # Errors
    /// When strace cannot be ended.
    pub fn end(mut self) -> Result<Vec<String>> {
        self.release()?;
        let said = fs::read_to_string(&self.said)?;
        Ok(said.lines().map(str::to_owned).collect())
    }

    fn release(&mut self) -> Result<()> {
        if self.strace.try_wait()?.is_none() {
            // On this it lets go; an error means that it has just ended with the process.
            let _ = signal(self.strace.id(), "INT");
            self.strace.wait()?;
        }
        Ok(())
    }
}

impl Drop for Faults {
    fn drop(&mut self) {
        let _ = self.release();
        for file in [&self.said, &self.notes] {
            let _ = fs::remove_file(Path::new(file));
        }
    }
}
