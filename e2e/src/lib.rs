//! What whole-program tests stand on: a real server process, a client like a plain browser without JavaScript, and a real
//! browser.
//!
//! `cargo verify` says where the programs are by environment: `AYNI_TEST_BINARY`, `AYNI_TEST_CHROMIUM`,
//! `AYNI_TEST_CHROMEDRIVER`, `AYNI_TEST_AXE`.

pub mod browser;
pub mod client;
pub mod code;
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
