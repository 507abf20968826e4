//! Brakes on guessing and flooding. What is counted is hashed, so that the table tells no addresses.

use ledger::time::Instant;
use sha2::{Digest, Sha256};
use store::{Tx, brakes};

use crate::App;
use crate::error::{Error, Result};
use crate::random::hex;

/// How often something may happen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Brake<'a> {
    /// What for, as a stable word.
    pub(crate) purpose: &'static str,
    /// Whom or what is counted: an address, a network.
    pub(crate) counted: &'a str,
    /// How often within the window.
    pub(crate) limit: i64,
    /// How long counts are kept, in seconds.
    pub(crate) window_s: i64,
}

impl Brake<'_> {
    fn key(&self) -> String {
        format!("{}:{}", self.purpose, hex(&Sha256::digest(self.counted)[..16]))
    }

    fn window_us(&self) -> i64 {
        self.window_s * 1_000_000
    }
}

/// A brake that is past its limit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    /// What for.
    pub(crate) purpose: &'static str,
    /// Until it may happen again, in seconds, at least 1.
    pub(crate) wait_s: i64,
}

/// Counts one more for each, lastingly, and refuses when one is past its limit.
pub(crate) async fn press(app: &App, brakes: &[Brake<'_>]) -> Result<()> {
    match held(app, brakes).await? {
        Some(held) => Err(Error::Busy { retry_after_s: held.wait_s }),
        None => Ok(()),
    }
}

/// Counts one more for each, lastingly; answers the one that holds longest of those past their limits.
pub(crate) async fn held(app: &App, brakes: &[Brake<'_>]) -> Result<Option<Held>> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let mut longest: Option<Held> = None;
    for brake in brakes {
        let window_start = Instant(now.0 - brake.window_us());
        let counted = brakes::add(&mut tx, &brake.key(), now, window_start).await?;
        let wait_s = ((counted.since.0 + brake.window_us() - now.0) / 1_000_000).max(1);
        if counted.count > brake.limit && longest.is_none_or(|held| held.wait_s < wait_s) {
            longest = Some(Held { purpose: brake.purpose, wait_s });
        }
    }
    tx.commit().await?;
    Ok(longest)
}

/// Counts one more look for each, in this process alone: whoever only reads must neither wait for the database's one writer nor
/// keep it from payments. A process that starts afresh has seen nothing.
pub(crate) fn press_lightly(app: &App, brakes: &[Brake<'_>]) -> Result<()> {
    let now = app.clock.now();
    let mut wait_us = 0;
    for brake in brakes {
        let (count, since) = app.kept.looks.count(brake.key(), now, brake.window_us());
        if count > brake.limit {
            wait_us = wait_us.max(since.0 + brake.window_us() - now.0);
        }
    }
    if wait_us > 0 { Err(Error::Busy { retry_after_s: (wait_us / 1_000_000).max(1) }) } else { Ok(()) }
}

/// Forgets what was counted, since it was no guessing after all.
pub(crate) async fn release(tx: &mut Tx, brake: &Brake<'_>) -> Result<()> {
    Ok(brakes::clear(tx, &brake.key()).await?)
}

/// Takes back the one that was counted last.
pub(crate) async fn ease(tx: &mut Tx, brake: &Brake<'_>) -> Result<()> {
    Ok(brakes::take_back(tx, &brake.key()).await?)
}
