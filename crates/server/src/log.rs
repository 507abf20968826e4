//! The log: what happened to the program, on standard error, without anything that names a person.

use std::io::IsTerminal;

use anyhow::{Context, Result};
use tracing_subscriber::EnvFilter;

use crate::config::{Command, LogFormat};

/// What a server logs unless it is told otherwise. Each request is a line of `requests` at the level `debug`.
const FILTER: &str = "info,sqlx=warn";
/// What other commands log: whoever waits for all books to be gone through need not be told that it takes long.
const FILTER_OF_COMMANDS: &str = "info,sqlx=error";

/// Begins to log what a command does.
///
/// # Errors
/// When the filter is none.
pub fn begin(command: &Command, filter: Option<&str>, format: LogFormat) -> Result<()> {
    let filter = filter.unwrap_or(match command {
        Command::Serve | Command::Demo => FILTER,
        Command::Verify | Command::Backup { .. } | Command::Restore { .. } | Command::Admin { .. } => {
            FILTER_OF_COMMANDS
        }
    });
    let filter = EnvFilter::try_new(filter).with_context(|| format!("--log {filter}"))?;
    let log = tracing_subscriber::fmt()
        .log_internal_errors(false)
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).init(),
    }
    Ok(())
}
