//! The demo: two invented exchanges, their people, and the words they write.
//!
//! Everything here is data. What makes trades of it goes through the use cases like anybody else.

pub mod happenings;
pub mod logins;
pub mod market_town;
pub mod texts;
pub mod time_bank;
