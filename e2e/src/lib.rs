//! What whole-program tests stand on: a real server process, a client like a plain browser without JavaScript, and a real
//! browser.
//!
//! `cargo verify` says where the programs are by environment: `AYNI_TEST_BINARY`, `AYNI_TEST_CHROMIUM`,
//! `AYNI_TEST_CHROMEDRIVER`, `AYNI_TEST_AXE`.

pub mod browser;
pub mod client;
pub mod code;
pub mod crowd;
pub mod dice;
pub mod forwarder;
pub mod made;
pub mod server;
pub mod trading;
pub mod walk;

/// The value of an environment variable that `cargo verify` sets.
///
/// # Errors
/// Says how to run these tests when it is missing.
pub fn setting(name: &str) -> anyhow::Result<String> {
    std::env::var(name).map_err(|_| anyhow::anyhow!("{name} is not set: run `cargo verify --only browser`"))
}

/// How often a campaign does something: as `cargo xtask` says by environment, or the short version's count.
///
/// # Errors
/// When what the environment says is no number.
pub fn count(name: &str, short: usize) -> anyhow::Result<usize> {
    match std::env::var(name) {
        Ok(text) => Ok(text.parse()?),
        Err(_) => Ok(short),
    }
}

/// Says in a test's output how a campaign stands.
#[macro_export]
macro_rules! say {
    ($($what:tt)*) => {{
        use std::io::Write as _;
        // Nobody may be listening any more.
        let _ = writeln!(std::io::stderr(), $($what)*);
    }};
}
