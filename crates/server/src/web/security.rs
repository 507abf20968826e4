//! What guards every page: headers on each answer, and proof that a form was sent from our own pages.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use subtle::ConstantTimeEq;

/// The largest form body, in bytes. Pasted tables of trades are the largest.
pub const BODY_LIMIT_BYTES: usize = 2 * 1024 * 1024;

/// The same of a form that takes pictures, sent by somebody who has signed in: three of the largest, or ten as phones make
/// them.
pub const PICTURES_LIMIT_BYTES: usize = 32 * 1024 * 1024;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

/// How the server is reached from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
}

impl PublicUrl {
    /// From a URL such as `https://ayni.example/`; what follows the host is dropped.
    #[must_use]
    pub fn new(url: &str) -> Self {
        let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
        let host = rest.split('/').next().unwrap_or_default();
        Self { origin: format!("{scheme}://{host}").to_ascii_lowercase() }
    }

    /// Scheme, host and port, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The host, without the port.
    #[must_use]
    pub fn host(&self) -> &str {
        let authority = self.origin.split_once("://").map_or("", |(_, authority)| authority);
        match authority.strip_prefix('[') {
            Some(v6) => v6.split(']').next().unwrap_or_default(),
            None => authority.split(':').next().unwrap_or_default(),
        }
    }

    /// Whether only this machine reaches the server by that name.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        let host = self.host();
        host == "localhost"
            || host.ends_with(".localhost")
            || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    /// Whether browsers reach the server by https.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

/// Puts the security headers on an answer, for `axum::middleware::from_fn_with_state`. An answer that says nothing
/// of caching is taken as personal and is not stored.
pub async fn headers(State(public): State<PublicUrl>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    put_headers(response.headers_mut(), &public);
    response
}

fn put_headers(headers: &mut HeaderMap, public: &PublicUrl) {
    const FIXED: [(HeaderName, &str); 7] = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=(self), payment=(), usb=()",
        ),
    ];
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if public.is_https() {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

/// Why a request is taken as sent from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forged {
    /// The browser says that another site sent it.
    #[error("sent from another site")]
    OtherSite,
    /// The form's token is not that of the session.
    #[error("the form's token does not fit the session")]
    Token,
}

/// Whether a request may change things, as far as its headers tell. Reading is always allowed; what changes something
/// must come from our own pages by the word of `Sec-Fetch-Site`, or, in older browsers, of `Origin`. A request with
/// neither comes from no browser of today, and the form's token decides.
///
/// # Errors
/// [`Forged::OtherSite`].
pub fn check_origin(method: &Method, headers: &HeaderMap, public: &PublicUrl) -> Result<(), Forged> {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    match (text("sec-fetch-site"), text("origin")) {
        (Some("same-origin" | "none"), _) => Ok(()),
        (Some(_), _) => Err(Forged::OtherSite),
        (None, Some(origin)) if origin.eq_ignore_ascii_case(public.origin()) => Ok(()),
        (None, Some(_)) => Err(Forged::OtherSite),
        (None, None) => Ok(()),
    }
}

/// Whether the token of a form is that of the session. Takes the same time whatever differs. An empty token never fits.
///
/// # Errors
/// [`Forged::Token`].
pub fn check_token(expected: &str, given: &str) -> Result<(), Forged> {
    let fits: bool = expected.as_bytes().ct_eq(given.as_bytes()).into();
    if fits && !expected.is_empty() { Ok(()) } else { Err(Forged::Token) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_change_things() {
        let public = PublicUrl::new("https://ayni.example/");
        // method, sec-fetch-site, origin, allowed
        let table = [
            (Method::GET, Some("cross-site"), None, true),
            (Method::POST, Some("same-origin"), None, true),
            (Method::POST, Some("none"), None, true),
            (Method::POST, Some("same-site"), None, false),
            (Method::POST, Some("cross-site"), None, false),
            (Method::POST, Some("cross-site"), Some("https://ayni.example"), false),
            (Method::POST, None, Some("https://ayni.example"), true),
            (Method::POST, None, Some("https://ayni.example.evil.example"), false),
            (Method::POST, None, Some("http://ayni.example"), false),
            (Method::POST, None, Some("null"), false),
            (Method::DELETE, None, Some("https://other.example"), false),
            (Method::POST, None, None, true),
        ];
        for (method, site, origin, allowed) in table {
            let mut headers = HeaderMap::new();
            if let Some(site) = site {
                headers.insert("sec-fetch-site", HeaderValue::from_static(site));
            }
            if let Some(origin) = origin {
                headers.insert("origin", HeaderValue::from_static(origin));
            }
            assert_eq!(
                check_origin(&method, &headers, &public).is_ok(),
                allowed,
                "{method} {site:?} {origin:?}"
            );
        }
    }

    #[test]
    fn tokens_must_be_the_sessions() {
        assert_eq!(check_token("abc", "abc"), Ok(()));
        for (expected, given) in [("abc", "abd"), ("abc", "ab"), ("abc", ""), ("", "")] {
            assert_eq!(check_token(expected, given), Err(Forged::Token));
        }
    }

    #[test]
    fn https_is_remembered_only_where_it_is() {
        let mut headers = HeaderMap::new();
        put_headers(&mut headers, &PublicUrl::new("http://127.0.0.1:8420"));
        assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
        put_headers(&mut headers, &PublicUrl::new("https://ayni.example"));
        assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
        assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    }
}
