//! Messages: what members of an exchange write to each other, about a listing, a trade, or nothing.
//!
//! Two members have one *conversation* for each thing that they write about. What was read is known of a member, not of each
//! user who operates the account, and is told to nobody else. A letter tells of messages that nobody has read within some
//! minutes, several in one. Whether two members may write to each other is decided in one place, `may_write` of `may.rs`.

mod may;
mod reading;
mod telling;
mod writing;

pub use reading::{Inbox, Opened, Position, inbox, mute, open, unmute, unread};
pub use store::messages::About;
pub use store::messages::shown::{Conversation, Message};
pub use telling::{TOLD_AFTER_S, tell};
pub(crate) use telling::{is_told, waited};
pub use writing::{Beginning, TEXT_MAX, Topic, Writing, answer, begin, write_first};
