//! Who asks, as the network knows them: for brakes on guessing and for the list of sessions.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::header;
use axum::http::request::Parts;

use crate::config::Proxy;

/// Where a request comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Client {
    /// The network, such as `192.0.2.0/24`; empty when it is not known.
    pub network: String,
    /// What the browser calls itself.
    pub agent: String,
}

impl Client {
    /// Of a request.
    #[must_use]
    pub fn of(parts: &Parts, proxy: Proxy) -> Self {
        let text =
            |name| parts.headers.get_all(name).iter().next_back().and_then(|value| value.to_str().ok());
        let connected = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let told = text(header::HeaderName::from_static("x-forwarded-for"))
            .and_then(|list| list.rsplit(',').next())
            .and_then(|last| last.trim().parse().ok());
        let address = if proxy == Proxy::Trusted { told.or(connected) } else { connected };
        Self {
            network: address.map(network).unwrap_or_default(),
            agent: text(header::USER_AGENT).unwrap_or_default().to_owned(),
        }
    }
}

/// The network of an address: what one household or one landlord of addresses shares.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    #[test]
    fn the_network_is_that_of_the_connection_or_of_what_a_trusted_proxy_tells() {
        let request = Request::get("/")
            .header("x-forwarded-for", "203.0.113.9, 198.51.100.7")
            .extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 77], 4000))));
        let (parts, ()) = request.body(()).unwrap().into_parts();
        assert_eq!(Client::of(&parts, Proxy::None).network, "192.0.2.0/24");
        assert_eq!(Client::of(&parts, Proxy::Trusted).network, "198.51.100.0/24");
        assert_eq!(network("2001:db8:1:2::3".parse().unwrap()), "2001:db8:1::/48");
        assert_eq!(network("::ffff:192.0.2.1".parse().unwrap()), "192.0.2.0/24");
    }
}
