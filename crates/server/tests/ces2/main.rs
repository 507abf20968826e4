//! The interface of CES 2 as programs meet it, written from the contract alone: requests go in, answers come out.
//!
//! Each test asks a server of its own, in this process. With `AYNI_CES2_URL=http://host:port` they ask that one instead, which has
//! to be a demo; what needs a world of its own is passed over then.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod accounting;
mod client;
mod ground;
mod matrix;
mod oauth;
mod scene;
mod social;
