//! The books: what the teller writes, in peace and in trouble, and what finds a book that is wrong.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod backup;
mod integrity;
mod setting;
mod teller;
mod upgrades;
