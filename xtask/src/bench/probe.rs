//! What the disk can do: 4 KiB written over and flushed, one at a time. Every other figure is read against this one.

use anyhow::Result;
use std::fs::OpenOptions;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// Flushes a second.
pub(crate) fn run(file: &Path, time: Duration) -> Result<f64> {
    let mut file = OpenOptions::new().create(true).truncate(false).write(true).open(file)?;
    let page = [7_u8; 4096];
    for _ in 0..256 {
        file.write_all(&page)?;
    }
    file.sync_all()?;
    let (began, mut count) = (Instant::now(), 0_u32);
    while began.elapsed() < time {
        file.seek(SeekFrom::Start(u64::from(count % 256) * 4096))?;
        file.write_all(&page)?;
        file.sync_data()?;
        count += 1;
    }
    Ok(f64::from(count) / began.elapsed().as_secs_f64())
}
