//! Other processes: run, signalled, waited for.

use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs a command to its end and gives what it wrote on its standard output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let done = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {shown}"))?;
    if !done.status.success() {
        bail!("{shown} ended with {}: {}", done.status, String::from_utf8_lossy(&done.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// A command by its program and the first of its words: later ones may hold passwords.
fn shown(command: &Command) -> String {
    let first = command.get_args().next().unwrap_or_default();
    format!("{} {}", command.get_program().to_string_lossy(), first.to_string_lossy())
}

/// Sends a process a signal by its name, such as `KILL`.
///
/// # Errors
/// When there is no such process, or it is not ours to signal.
pub fn signal(pid: u32, name: &str) -> Result<()> {
    output(Command::new("kill").args([&format!("-{name}"), &pid.to_string()])).map(|_| ())
}

/// Whether a process is there.
pub(crate) fn is_alive(pid: u32) -> bool {
    // A process that has ended and that nobody has asked about still has an entry.
    let status = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    status.rsplit(')').next().is_some_and(|rest| !rest.is_empty() && !rest.trim_start().starts_with('Z'))
}

/// The processes that a process has started and that still run, each with its command line.
pub(crate) fn children(pid: u32) -> Result<Vec<(u32, String)>> {
    let Ok(listed) = output(Command::new("ps").args(["-o", "pid=,args=", "--ppid", &pid.to_string()])) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for line in listed.lines() {
        let (pid, line) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        found.push((pid.parse().with_context(|| format!("no process: {pid}"))?, line.trim().to_owned()));
    }
    Ok(found)
}

/// Kills the processes that a process has started, and waits until they are gone.
///
/// # Errors
/// When one of them does not go.
pub fn kill_children(pid: u32) -> Result<()> {
    for (child, _) in children(pid)? {
        // It may have ended by itself meanwhile.
        let _ = signal(child, "KILL");
        wait_until("a process ends", Duration::from_secs(30), || !is_alive(child))?;
    }
    Ok(())
}

/// Asks again and again until something holds.
///
/// # Errors
/// When it does not hold in time.
pub fn wait_until(what: &str, within: Duration, mut holds: impl FnMut() -> bool) -> Result<()> {
    let began = Instant::now();
    while !holds() {
        if began.elapsed() > within {
            bail!("not within {} s: {what}", within.as_secs());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// Whether we run as root, whom PostgreSQL refuses to serve and who alone may mount a disk.
///
/// # Errors
/// When the machine does not tell.
pub fn is_root() -> Result<bool> {
    Ok(output(Command::new("id").arg("-u"))? == "0")
}
