//! Running one program full of tests: what it says is passed on, and its tests are counted.

use crate::process::shown;
use anyhow::{Context, Result, bail};
use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// Test programs that say nothing for so long hang; they would otherwise hold everything up.
const SILENCE: Duration = Duration::from_secs(600);

/// How many tests ran, over all steps.
#[derive(Default)]
pub(in crate::verify) struct Tally {
    pub(in crate::verify) passed: u64,
    pub(in crate::verify) failed: u64,
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl Tally {
    /// The line by which continuous integration knows how many tests ran; none when no step had tests.
    pub(in crate::verify) fn print(&self) {
        if self.passed + self.failed > 0 {
            println!("{self}");
        }
    }

    /// Counts a line that closes a run of tests: `test result: ok. 3 passed; 0 failed; 0 ignored; ...`. Gives false
    /// when tests were left out by a mark in the code, which must not happen silently.
    fn hear(&mut self, line: &str) -> bool {
        let Some(result) = line.strip_prefix("test result: ") else { return true };
        let words: Vec<&str> = result.split([' ', ';']).filter(|word| !word.is_empty()).collect();
        let count = |named: &str| {
            let at = words.iter().position(|word| *word == named).and_then(|at| at.checked_sub(1));
            at.and_then(|at| words[at].parse::<u64>().ok()).unwrap_or(0)
        };
        self.passed += count("passed");
        self.failed += count("failed");
        count("ignored") == 0
    }
}

/// Runs a command that runs tests, passes on what it says, and counts.
pub(super) fn heard(command: &mut Command, tally: &mut Tally) -> Result<()> {
    // A snapshot that differs is a failure here, never a new file.
    let mut child = command.env("INSTA_UPDATE", "no").stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let lines = lines(child.stdout.take().context("the tests' output is not ours")?);
    let mut complete = true;
    let mut last_heard = Instant::now();
    loop {
        match lines.recv_timeout(Duration::from_secs(1)) {
            Ok(line) => {
                println!("{line}");
                complete &= tally.hear(&line);
                last_heard = Instant::now();
            }
            Err(RecvTimeoutError::Disconnected) => break,
            // A process that a test left behind may hold the pipe open after the tests have ended.
            Err(RecvTimeoutError::Timeout) if child.try_wait()?.is_some() => break,
            Err(RecvTimeoutError::Timeout) if last_heard.elapsed() > SILENCE => {
                child.kill()?;
                bail!("{} said nothing for {} s and was stopped", shown(command), SILENCE.as_secs());
            }
            Err(RecvTimeoutError::Timeout) => (),
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    if !complete {
        bail!("some of its tests are ignored; a test runs or does not exist");
    }
    Ok(())
}

/// The lines of a program's output as they come.
fn lines(output: ChildStdout) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            if sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                return;
            }
        }
    });
    receiver
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_lines_that_close_a_run() {
        let mut tally = Tally::default();
        assert!(tally.hear(
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.1s"
        ));
        assert!(tally.hear("test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out"));
        assert!(tally.hear("test something ... ok"));
        assert_eq!(tally.to_string(), "13 passed, 2 failed");
    }

    #[test]
    fn hears_that_a_test_was_left_out() {
        assert!(
            !Tally::default()
                .hear("test result: ok. 1 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out")
        );
    }
}
