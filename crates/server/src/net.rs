//! The network: connections are taken, counted, timed and let go, so that nobody's slowness is another's wait.
//!
//! [`listen::serve`] takes connections. Each has a [`places::Place`], which knows what its client is being waited for. A warden
//! goes round once a second and ends connections that make others wait too long: handshakes, heads of requests that trickle,
//! answers that nobody fetches, silence. When all places are taken, whoever has been silent longest in the largest
//! network makes room; a request that is being answered is never cut off for another.

pub mod body;
pub mod limits;
pub mod listen;
pub mod places;
pub mod proxies;
pub mod redirect;
pub mod secure;
pub mod tls;
mod watched;

use std::net::SocketAddr;

/// Who is at the other end of a connection; in the extensions of every request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// Their address, or that of a proxy.
    pub address: SocketAddr,
    /// How they reached this process.
    pub link: Link,
}

/// How a connection is carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// In the clear.
    Plain,
    /// Inside TLS that ends in this process.
    Tls,
}
