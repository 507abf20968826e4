//! Where a push goes to: a URL that a browser has named, which must lead out of the house.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::LazyLock;

use axum::http::Uri;
use ipnet::IpNet;

/// Where pushes may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To push services on the Internet, by https.
    Outside,
    /// To any address, without TLS as well: for tests and development.
    Anywhere,
}

/// Where a push goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    origin: String,
    authority: String,
    host: String,
    port: u16,
    target: String,
    is_https: bool,
}

impl Place {
    /// The place of a URL, if pushes may go there: https, a name and no address, the usual port, nobody's login.
    #[must_use]
    pub fn parse(url: &str, reach: Reach) -> Option<Self> {
        let uri: Uri = url.parse().ok()?;
        let authority = uri.authority()?.as_str().to_ascii_lowercase();
        let host = uri.host()?.trim_matches(['[', ']']).to_ascii_lowercase();
        let is_https = match (uri.scheme_str()?, reach) {
            ("https", _) => true,
            ("http", Reach::Anywhere) => false,
            _ => return None,
        };
        let port = uri.port_u16().unwrap_or(if is_https { 443 } else { 80 });
        // The end of a name is no number, of an address it is, however it is written.
        let is_name = host.rsplit_once('.').is_some_and(|(front, end)| {
            !front.is_empty() && end.starts_with(|letter: char| letter.is_ascii_alphabetic())
        });
        if authority.contains('@') || host.is_empty() {
            return None;
        }
        if reach == Reach::Outside && (!is_name || port != 443) {
            return None;
        }
        let scheme = if is_https { "https" } else { "http" };
        Some(Self {
            origin: format!("{scheme}://{authority}"),
            target: uri.path_and_query().map_or("/", |target| target.as_str()).to_owned(),
            authority,
            host,
            port,
            is_https,
        })
    }

    /// Scheme, host and port: whom a signature is for.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Host and port, as a request names them.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The host alone.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What a request asks for there.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// Whether it is reached by TLS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.is_https
    }
}

/// What of IPv4 is not the Internet: IANA's register of special purposes, multicast, and what is kept for later.
const NOT_PUBLIC_V4: [&str; 15] = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
];
/// What of IPv6 is handed out to be reached by everybody; of it, what is not.
const PUBLIC_V6: &str = "2000::/3";
const NOT_PUBLIC_V6: [&str; 4] = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];
/// IPv4 as seen through a translator.
const TRANSLATED: &str = "64:ff9b::/96";

static NOT_PUBLIC: LazyLock<Vec<IpNet>> = LazyLock::new(|| {
    NOT_PUBLIC_V4.iter().chain(&NOT_PUBLIC_V6).filter_map(|network| network.parse().ok()).collect()
});

/// Whether an address is somebody's on the Internet: not this machine, not its neighbours, not nobody's.
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    let is_in = |network: &str| network.parse::<IpNet>().is_ok_and(|network| network.contains(&address));
    match address.to_canonical() {
        IpAddr::V6(v6) if is_in(TRANSLATED) => {
            let [.., a, b, c, d] = v6.octets();
            is_public(IpAddr::V4(Ipv4Addr::new(a, b, c, d)))
        }
        IpAddr::V6(_) if !is_in(PUBLIC_V6) => false,
        canonical => NOT_PUBLIC.iter().all(|network| !network.contains(&canonical)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pushes_leave_the_house() {
        for url in [
            "https://fcm.googleapis.com/fcm/send/dQw4:APA91b",
            "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
            "https://web.push.apple.com/QO9xzcu?x=1",
            "https://wns2-am3p.notify.windows.com/w/?token=BQYA",
            "https://push.example.net:443/x",
        ] {
            let place = Place::parse(url, Reach::Outside).unwrap();
            assert_eq!(format!("{}{}", place.origin(), place.target()), url);
            assert!(place.is_https() && place.port() == 443);
        }
        for url in [
            "http://push.example.net/x",
            "https://push.example.net:8443/x",
            "https://user:word@push.example.net/x",
            "https://user@push.example.net/x",
            "https://127.0.0.1/x",
            "https://127.1/x",
            "https://2130706433/x",
            "https://0x7f.0x0.0x0.0x1/x",
            "https://[::1]/x",
            "https://[2001:db8::1]/x",
            "https://localhost/x",
            "https://.net/x",
            "https:///x",
            "https://",
            "ftp://push.example.net/x",
            "/x",
            "push.example.net",
            "https://push.example.net /x",
            "https://push.example.net/x\r\nhost: other",
            "",
        ] {
            assert_eq!(Place::parse(url, Reach::Outside), None, "{url}");
        }
        let near = Place::parse("http://[::1]:8080/x", Reach::Anywhere).unwrap();
        assert_eq!((near.host(), near.port(), near.authority()), ("::1", 8080, "[::1]:8080"));
    }

    #[test]
    fn addresses_of_the_house_are_known() {
        assert_eq!(NOT_PUBLIC.len(), NOT_PUBLIC_V4.len() + NOT_PUBLIC_V6.len());
        for address in ["1.1.1.1", "142.250.1.1", "172.32.0.1", "2a00:1450::1", "64:ff9b::808:808"] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
        for address in [
            "0.0.0.0",
            "127.0.0.1",
            "10.1.2.3",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.100.100.100",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::1",
            "fc00::1",
            "fd12:3456::1",
            "ff02::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }
}
