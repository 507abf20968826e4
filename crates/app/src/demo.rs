//! The demo: two invented exchanges, their people, and the words they write.
//!
//! Everything here is data but [`make`], which makes trades of it through the use cases like anybody else.

pub mod happenings;
pub mod logins;
pub mod make;
pub mod market_town;
pub mod texts;
pub mod time_bank;
