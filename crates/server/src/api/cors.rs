//! Which pages of other origins browsers let call the interface.

use axum::http::{HeaderName, HeaderValue, Method, header};
use tower_http::cors::{AllowOrigin, CorsLayer};

/// The origins whose pages may call the interface from browsers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins(Vec<String>);

impl Origins {
    /// These, as `https://app.example.org`; `*` is every one.
    ///
    /// # Errors
    /// Names the one that is no origin.
    pub fn new(origins: &[String]) -> anyhow::Result<Self> {
        let mut known = Vec::with_capacity(origins.len());
        for origin in origins {
            let origin = origin.trim().trim_end_matches('/').to_ascii_lowercase();
            let rest = origin.split_once("://").map_or("", |(_, rest)| rest);
            let is_origin = !rest.is_empty() && !rest.contains('/') && HeaderValue::from_str(&origin).is_ok();
            anyhow::ensure!(
                origin == "*" || is_origin,
                "{origin:?} is no origin such as https://app.example.org"
            );
            known.push(origin);
        }
        Ok(Self(known))
    }

    /// The layer that tells browsers so. Tokens come in a header and never in a cookie, so that letting every origin in gives
    /// nothing away.
    pub(super) fn layer(&self) -> CorsLayer {
        let layer = CorsLayer::new()
            .allow_methods([Method::GET, Method::POST, Method::PATCH, Method::DELETE])
            .allow_headers([header::AUTHORIZATION, header::CONTENT_TYPE, header::ACCEPT, GEO_POSITION])
            .expose_headers([header::CONTENT_DISPOSITION])
            .max_age(std::time::Duration::from_secs(86_400));
        if self.0.iter().any(|origin| origin == "*") {
            return layer.allow_origin(AllowOrigin::mirror_request()).allow_credentials(true);
        }
        let listed = self.0.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
        layer.allow_origin(AllowOrigin::list(listed)).allow_credentials(true)
    }
}

/// Where the reader is, as the app may say.
const GEO_POSITION: HeaderName = HeaderName::from_static("geo-position");

#[cfg(test)]
mod tests {
    use super::Origins;

    #[test]
    fn only_origins_are_taken() {
        let of = |text: &str| Origins::new(&[text.to_owned()]);
        assert_eq!(of("https://App.example.org/").unwrap(), Origins(vec!["https://app.example.org".into()]));
        assert!(of("*").is_ok() && of("capacitor://localhost").is_ok());
        for wrong in ["", "app.example.org", "https://", "https://a.example/path"] {
            assert!(of(wrong).is_err(), "{wrong}");
        }
    }
}
