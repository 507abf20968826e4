//! Trades as people make, see and correct them: who may, what comes of it, what the other side hears, and the statements.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod answering;
mod correcting;
mod due;
mod news;
mod notices;
mod permission;
mod pushes;
mod recording;
mod repeating;
mod setting;
mod statements;
