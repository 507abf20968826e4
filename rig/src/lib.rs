//! What tests break on purpose: throw-away PostgreSQL clusters, disks that lose their power, calls of the system that fail.
//!
//! Everything here starts its own processes, ends only those, and leaves nothing behind however the test ends.

pub mod disk;
pub mod faults;
pub mod memory;
pub mod postgres;
mod processes;

pub use processes::{is_root, kill_children, signal, wait_until};
