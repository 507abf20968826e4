//! The network as clients meet it: those who are slow, those who are many, those who are safe, and all the others.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests have nothing better to do than fail"
)]

mod certificate;
mod door;
mod many;
mod slow;
mod tls;
