//! The rules of the ledger as tables: one row a case, the answer in the last column but one.
#![expect(unreachable_pub, reason = "names are shared between the files of this test only")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test ends at the first surprise")]

mod acts;
mod correcting;
mod events;
mod recording;
mod waiting;
mod world;
