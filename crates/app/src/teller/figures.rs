//! What the teller counts of itself: two figures a batch.

use std::time::Duration;

use prometheus_client::metrics::histogram::Histogram;

/// How the teller works. Clones count together.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Instructions that were committed together.
    pub batch: Histogram,
    /// Seconds that durable commits took.
    pub commit_s: Histogram,
    /// Instructions that wait, at the moment these figures were asked for.
    pub waiting: usize,
}

impl Default for Figures {
    fn default() -> Self {
        let batch = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];
        let commit_s = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 1.0];
        Self { batch: Histogram::new(batch), commit_s: Histogram::new(commit_s), waiting: 0 }
    }
}

impl Figures {
    /// So many instructions were committed together.
    pub(super) fn committed(&self, instructions: usize, took: Duration) {
        self.batch.observe(f64::from(u32::try_from(instructions).unwrap_or(u32::MAX)));
        self.commit_s.observe(took.as_secs_f64());
    }
}
