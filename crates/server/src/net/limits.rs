//! How many connections there may be, and how long each may make others wait.

use std::time::Duration;

use anyhow::{Result, bail};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Open files that are kept for the database, letters and the log.
const FILES_KEPT: usize = 128;
/// Open connections at most unless it is told otherwise: each may need some 40 kB with TLS.
const OPEN: usize = 4096;
/// A network's share of all places unless it is told otherwise: one in eight.
const SHARES: usize = 8;

/// The limits of one listener.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Connections open at once.
    pub open: usize,
    /// Connections open at once from one network (an IPv4 /24 or an IPv6 /48).
    pub per_network: usize,
    /// Bytes of large requests that may be in memory at once.
    pub bodies_bytes: usize,
    /// How long anything may take.
    pub patience: Patience,
}

/// How long clients are waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Until the TLS handshake is done.
    pub handshake: Duration,
    /// Until the first byte of the first request.
    pub first: Duration,
    /// Between a request's first byte and the end of its head.
    pub head: Duration,
    /// Between two requests.
    pub silence: Duration,
    /// Between two requests of a trusted proxy: longer than proxies keep connections, so that they end them.
    pub proxy_silence: Duration,
    /// Until the body begins to come at the least rate.
    pub body: Duration,
    /// The least rate of a body, in bytes a second.
    pub body_rate: u64,
    /// Between two moments at which the client takes something of the answer.
    pub stall: Duration,
    /// For a request and its answer altogether.
    pub exchange: Duration,
    /// How often the warden goes round.
    pub round: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(10),
            first: Duration::from_secs(15),
            head: Duration::from_secs(10),
            silence: Duration::from_secs(60),
            proxy_silence: Duration::from_secs(200),
            body: Duration::from_secs(15),
            body_rate: 2048,
            stall: Duration::from_secs(20),
            exchange: Duration::from_secs(300),
            round: Duration::from_secs(1),
        }
    }
}

impl Limits {
    /// The limits for so many open files.
    ///
    /// # Errors
    /// When more connections are asked for than files may be open; the message says what to do.
    pub fn new(files: usize, open: Option<usize>, per_network: Option<usize>) -> Result<Self> {
        let room = files.saturating_sub(FILES_KEPT);
        let open = open.unwrap_or(OPEN.min(room));
        if open == 0 || open > room {
            bail!(
                "--connections {open}: this process may open {files} files and needs {FILES_KEPT} for itself; \
                 raise LimitNOFILE, or ask for between 1 and {room}"
            );
        }
        let per_network = per_network.unwrap_or((open / SHARES).max(1));
        Ok(Self {
            open,
            per_network: per_network.min(open),
            bodies_bytes: 64 * 1024 * 1024,
            patience: Patience::default(),
        })
    }
}

/// Raises the number of files that this process may open as far as it may do so itself, and tells it.
#[must_use]
pub fn raise_open_files() -> usize {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    // Without a limit the system says "none"; no table of files is that long.
    let wanted = maximum.unwrap_or(u64::MAX).min(1 << 20);
    let mut files = current.unwrap_or(wanted);
    if files < wanted {
        match setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum }) {
            Ok(()) => files = wanted,
            Err(error) => tracing::warn!(%error, files, "the limit of open files stays as it is"),
        }
    }
    usize::try_from(files).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_follow_from_the_files_that_may_be_open() {
        // files, asked for, per network asked for: places, per network; none is refused
        let table = [
            (20_000, None, None, Some((4096, 512))),
            (1024, None, None, Some((896, 112))),
            (130, None, None, Some((2, 1))),
            (20_000, Some(10_000), Some(10), Some((10_000, 10))),
            (20_000, Some(100), Some(1000), Some((100, 100))),
            (1024, Some(1024), None, None),
            (100, None, None, None),
            (20_000, Some(0), None, None),
        ];
        for (files, open, per_network, expected) in table {
            let found = Limits::new(files, open, per_network).ok();
            let found = found.map(|limits| (limits.open, limits.per_network));
            assert_eq!(found, expected, "{files} files, {open:?}, {per_network:?}");
        }
    }

    #[test]
    fn the_limit_of_files_can_be_raised_twice() {
        let raised = raise_open_files();
        assert!(raised > FILES_KEPT);
        assert_eq!(raise_open_files(), raised);
    }
}
