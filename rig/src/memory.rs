//! Where files may lie that are thrown away in a moment.

use std::env::temp_dir;
use std::path::PathBuf;

/// A disk that Linux keeps in memory.
const MEMORY: &str = "/dev/shm";
/// How much room tests want in it: many times what they have used at any moment so far.
const WANTED_BYTES: u64 = 2 << 30;

/// A folder for files that nobody misses when the machine crashes: in memory where there is room. Tests make and forget
/// hundreds of databases, each of hundreds of files, which costs a real disk more than all that the tests ask of them.
#[must_use]
pub fn folder() -> PathBuf {
    let room = rustix::fs::statvfs(MEMORY).is_ok_and(|disk| disk.f_bavail * disk.f_frsize >= WANTED_BYTES);
    if room { MEMORY.into() } else { temp_dir() }
}
