//! Running programs full of tests: what they say is passed on, and their tests are counted.

use crate::process::shown;
use anyhow::{Context, Result, bail};
use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
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

    fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
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

/// One program full of tests: its name, and how it is started.
pub(super) type Run = (String, Command);

/// Runs them, `lanes` at once, all of them even when one fails, and gives what went wrong in each. What is said is passed on
/// as it comes, or, with more than one lane, when its program has ended, so that each is read in one piece.
pub(super) fn run_all(runs: Vec<Run>, lanes: usize, tally: &mut Tally) -> Vec<String> {
    let runs: Vec<Mutex<Run>> = runs.into_iter().map(Mutex::new).collect();
    let (next, tallied, wrong) = (AtomicUsize::new(0), Mutex::new(tally), Mutex::new(Vec::new()));
    let work = || {
        while let Some(run) = runs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (name, command) = &mut *locked(run);
            let mut count = Tally::default();
            let mut kept = format!("\n{name}");
            if lanes == 1 {
                println!("{kept}");
            }
            let outcome = heard(command, &mut count, &mut |line| {
                if lanes == 1 {
                    println!("{line}");
                } else {
                    kept.push('\n');
                    kept.push_str(line);
                }
            });
            if lanes > 1 {
                println!("{kept}");
            }
            locked(&tallied).add(&count);
            if let Err(error) = outcome {
                locked(&wrong).push(format!("{name}: {error}"));
            }
        }
    };
    thread::scope(|scope| (0..lanes).for_each(|_| drop(scope.spawn(work))));
    let mut wrong = wrong.into_inner().unwrap_or_else(PoisonError::into_inner);
    wrong.sort();
    wrong
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs a command that runs tests, says what it says, and counts.
fn heard(command: &mut Command, tally: &mut Tally, say: &mut dyn FnMut(&str)) -> Result<()> {
    // A snapshot that differs is a failure here, never a new file.
    let mut child = command.env("INSTA_UPDATE", "no").stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let lines = lines(child.stdout.take().context("the tests' output is not ours")?);
    let mut complete = true;
    let mut last_heard = Instant::now();
    loop {
        match lines.recv_timeout(Duration::from_secs(1)) {
            Ok(line) => {
                say(&line);
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
    thread::spawn(move || {
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
