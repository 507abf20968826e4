//! What is true of value between members.
//!
//! Start at [`Book::decide`]: an [`Instruction`] goes in, a [`Receipt`] or a [`Refusal`] comes out, and [`Book::take_plan`]
//! says what to write. The rules of one subject live in one file: [`mod@unit`] and [`amount`] (what is counted), [`account`] and
//! [`limits`], [`levy`], [`policy`] (an exchange's rules), [`transfer`], [`journal`] (numbers and hashes), [`replay`] (how
//! everything is derived again from the journal).
//!
//! Pure and synchronous: no I/O, no clock, no randomness. Money is `i64` in units of 10^-scale; never floating point.

pub mod account;
pub mod amount;
pub mod book;
pub mod id;
pub mod instruction;
pub mod journal;
pub mod levy;
pub mod limits;
pub mod plan;
pub mod policy;
pub mod refusal;
pub mod replay;
pub mod time;
pub mod transfer;
pub mod unit;

pub use account::Account;
pub use amount::Amount;
pub use book::{Answer, Book, Receipt, Warning};
pub use id::{AccountId, EntryId, ExchangeId, HoldId, TransferId, UserId};
pub use instruction::{Act, Instruction, What};
pub use journal::Hash;
pub use plan::{Ids, Plan};
pub use policy::Policy;
pub use refusal::Refusal;
pub use time::{Day, Instant, Month};
pub use transfer::{Acting, Authority, Order, Transfer};
pub use unit::Unit;
