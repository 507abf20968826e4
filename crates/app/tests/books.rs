//! The books: what the teller writes, in peace and in trouble, and what finds a book that is wrong.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

#[path = "books/backup.rs"]
mod backup;
#[path = "books/integrity.rs"]
mod integrity;
#[path = "books/setting.rs"]
mod setting;
#[path = "books/teller.rs"]
mod teller;
#[path = "books/upgrades.rs"]
mod upgrades;
