//! Proxies that are trusted: only what connects from their addresses is believed about who asks, and how.

use std::net::IpAddr;
use std::str::FromStr;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use ipnet::IpNet;

use super::{Link, Peer};

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The addresses of proxies that are believed. By default there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpNet>);

/// What was named is no address and no network.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}: give an address such as 127.0.0.1, or a network such as 10.0.0.0/8")]
pub struct NoNetwork(String);

/// How a browser's request travelled, as far as it can be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// In the clear for a part of the way at least: a trusted proxy says so.
    Http,
    /// Safely, or nobody can tell.
    HttpsOrUnknown,
}

impl Proxies {
    /// From addresses and networks, as `127.0.0.1`, `::1` or `10.0.0.0/8`.
    ///
    /// # Errors
    /// When one is neither.
    pub fn new(named: &[String]) -> Result<Self, NoNetwork> {
        let network = |text: &String| {
            let text = text.trim();
            let alone = IpAddr::from_str(text).map(|address| IpNet::from(address.to_canonical()));
            alone.or_else(|_| IpNet::from_str(text)).map_err(|_| NoNetwork(text.to_owned()))
        };
        Ok(Self(named.iter().map(network).collect::<Result<_, _>>()?))
    }

    /// Whether nobody is trusted.
    #[must_use]
    pub fn are_none(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether an address is a trusted proxy's.
    #[must_use]
    pub fn trust(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// The address of who asks: the peer's, or, when the peer is trusted, the last in `X-Forwarded-For` that is not.
    #[must_use]
    pub fn asker(&self, peer: Peer, headers: &HeaderMap) -> IpAddr {
        let mut asker = peer.address.ip().to_canonical();
        let mut hops = headers.get_all(FORWARDED_FOR).iter().rev().flat_map(hops_from_the_right);
        while self.trust(asker) {
            match hops.next() {
                Some(Some(hop)) => asker = hop,
                // What a trusted hop passed on unread ends what can be believed.
                Some(None) | None => break,
            }
        }
        asker
    }

    /// How the request travelled: by the word of the nearest trusted proxy.
    #[must_use]
    pub fn scheme(&self, peer: Peer, headers: &HeaderMap) -> Scheme {
        if self.0.is_empty() || peer.link == Link::Tls || !self.trust(peer.address.ip()) {
            return Scheme::HttpsOrUnknown;
        }
        let told = headers.get_all(FORWARDED_PROTO).iter().next_back().and_then(|value| value.to_str().ok());
        let nearest = told.and_then(|list| list.rsplit(',').next()).map(str::trim);
        if nearest.is_some_and(|told| told.eq_ignore_ascii_case("http")) {
            Scheme::Http
        } else {
            Scheme::HttpsOrUnknown
        }
    }
}

fn hops_from_the_right(line: &HeaderValue) -> impl Iterator<Item = Option<IpAddr>> {
    line.to_str().unwrap_or("unreadable").rsplit(',').map(hop)
}

/// `192.0.2.1`, `192.0.2.1:4000`, `2001:db8::1` or `[2001:db8::1]:4000`.
fn hop(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let address = text.parse().or_else(|_| text.parse::<std::net::SocketAddr>().map(|found| found.ip()));
    let address = address.or_else(|_| text.trim_matches(['[', ']']).parse());
    address.ok().map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxies(named: &[&str]) -> Proxies {
        Proxies::new(&named.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()).unwrap()
    }

    fn peer(address: &str) -> Peer {
        Peer { address: (address.parse::<IpAddr>().unwrap(), 4000).into(), link: Link::Plain }
    }

    fn headers(name: HeaderName, lines: &[&str]) -> HeaderMap {
        lines.iter().map(|line| (name.clone(), HeaderValue::from_str(line).unwrap())).collect()
    }

    #[test]
    fn only_what_trusted_hops_tell_is_believed() {
        // trusted, peer, X-Forwarded-For lines, who asks
        let table: [(&[&str], &str, &[&str], &str); 13] = [
            (&[], "192.0.2.7", &["203.0.113.9"], "192.0.2.7"),
            (&["127.0.0.1"], "192.0.2.7", &["203.0.113.9"], "192.0.2.7"),
            (&["127.0.0.1"], "127.0.0.1", &["203.0.113.9"], "203.0.113.9"),
            (&["127.0.0.1"], "127.0.0.1", &["6.6.6.6, 203.0.113.9"], "203.0.113.9"),
            (&["127.0.0.1"], "127.0.0.1", &["6.6.6.6", "203.0.113.9"], "203.0.113.9"),
            (&["127.0.0.1", "10.0.0.0/8"], "127.0.0.1", &["6.6.6.6, 203.0.113.9, 10.1.2.3"], "203.0.113.9"),
            (&["127.0.0.1", "10.0.0.0/8"], "127.0.0.1", &["10.9.9.9, 10.1.2.3"], "10.9.9.9"),
            (&["127.0.0.1"], "127.0.0.1", &["203.0.113.9, nonsense"], "127.0.0.1"),
            (&["127.0.0.1"], "127.0.0.1", &[], "127.0.0.1"),
            (&["::1"], "::1", &["[2001:db8::5]:4711"], "2001:db8::5"),
            (&["127.0.0.1"], "::ffff:127.0.0.1", &["203.0.113.9:5000"], "203.0.113.9"),
            (&["fd00::/8"], "fd00::7", &["2001:db8::5"], "2001:db8::5"),
            (&["0.0.0.0/0"], "2001:db8::9", &["203.0.113.9"], "2001:db8::9"),
        ];
        for (trusted, from, lines, expected) in table {
            let found = proxies(trusted).asker(peer(from), &headers(FORWARDED_FOR, lines));
            assert_eq!(found.to_string(), expected, "{trusted:?} {from} {lines:?}");
        }
    }

    #[test]
    fn only_a_trusted_proxy_says_that_a_request_came_in_the_clear() {
        let table: [(&[&str], &[&str], Scheme); 6] = [
            (&["127.0.0.1"], &["http"], Scheme::Http),
            (&["127.0.0.1"], &["https"], Scheme::HttpsOrUnknown),
            (&["127.0.0.1"], &["https, http"], Scheme::Http),
            (&["127.0.0.1"], &[], Scheme::HttpsOrUnknown),
            (&["10.0.0.1"], &["http"], Scheme::HttpsOrUnknown),
            (&[], &["http"], Scheme::HttpsOrUnknown),
        ];
        for (trusted, lines, expected) in table {
            let found = proxies(trusted).scheme(peer("127.0.0.1"), &headers(FORWARDED_PROTO, lines));
            assert_eq!(found, expected, "{trusted:?} {lines:?}");
        }
    }

    #[test]
    fn what_is_no_network_is_told() {
        for wrong in ["localhost", "127.0.0.1/33", "", "10.0.0.0/8,::1"] {
            assert!(Proxies::new(&[wrong.to_owned()]).is_err(), "{wrong}");
        }
    }
}
