//! Trades as people make, see and correct them: who may, what comes of it, what the other side hears, and the statements.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

#[path = "trades/answering.rs"]
mod answering;
#[path = "trades/correcting.rs"]
mod correcting;
#[path = "trades/due.rs"]
mod due;
#[path = "trades/news.rs"]
mod news;
#[path = "trades/permission.rs"]
mod permission;
#[path = "trades/recording.rs"]
mod recording;
#[path = "trades/repeating.rs"]
mod repeating;
#[path = "trades/setting.rs"]
mod setting;
#[path = "trades/statements.rs"]
mod statements;
