//! Who asks, as the network knows them: for brakes on guessing and for the list of sessions.

use std::net::IpAddr;

use axum::http::header;
use axum::http::request::Parts;

use crate::net::Peer;
use crate::net::proxies::Proxies;

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
    pub fn of(parts: &Parts, proxies: &Proxies) -> Self {
        let asker = parts.extensions.get::<Peer>().map(|peer| proxies.asker(*peer, &parts.headers));
        let agent = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Self { network: asker.map(network).unwrap_or_default(), agent: agent.unwrap_or_default().to_owned() }
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
    use crate::net::Link;

    #[test]
    fn the_network_is_that_of_the_connection_or_of_what_a_trusted_proxy_tells() {
        let request = Request::get("/")
            .header("x-forwarded-for", "203.0.113.9, 198.51.100.7")
            .extension(Peer { address: ([192, 0, 2, 77], 4000).into(), link: Link::Plain });
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let trusting = Proxies::new(&["192.0.2.77".to_owned()]).unwrap();
        assert_eq!(Client::of(&parts, &Proxies::default()).network, "192.0.2.0/24");
        assert_eq!(Client::of(&parts, &trusting).network, "198.51.100.0/24");
        assert_eq!(network("2001:db8:1:2::3".parse().unwrap()), "2001:db8:1::/48");
        assert_eq!(network("::ffff:192.0.2.1".parse().unwrap()), "192.0.2.0/24");
    }
}
