//! A visitor's choice of a language, kept in the cookie `lang` for a year.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::l10n::Locale;
use super::stop::is_local;

/// `GET /language/{code}`: remembers the language and goes back to the page the reader came from.
pub async fn choose(Path(code): Path<String>, headers: HeaderMap) -> Response {
    let Some(locale) = Locale::parse(&code) else { return StatusCode::NOT_FOUND.into_response() };
    let kept = format!("lang={}; Path=/; Max-Age=31536000; SameSite=Lax", locale.code());
    let headers =
        [(header::SET_COOKIE, kept), (header::LOCATION, came_from(&headers).unwrap_or("/").to_owned())];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// The path of the page that the reader came from, if it is on this host.
#[must_use]
pub fn came_from(headers: &HeaderMap) -> Option<&str> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let path = text(header::REFERER)
        .and_then(|referer| referer.split_once("://"))
        .and_then(|(_, rest)| rest.find('/').map(|slash| rest.split_at(slash)))
        .filter(|(host, _)| Some(*host) == text(header::HOST))
        .map(|(_, path)| path);
    path.filter(|path| is_local(path))
}

/// The value of a cookie by its name.
#[must_use]
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn one_goes_back_only_within_this_server() {
        let table = [
            (Some("http://ayni.example/MARL/people?q=a"), Some("/MARL/people?q=a")),
            (Some("http://evil.example/x"), None),
            (Some("http://ayni.example//evil.example"), None),
            (Some("nonsense"), None),
            (None, None),
        ];
        for (referer, expected) in table {
            let mut headers = HeaderMap::new();
            headers.insert("host", HeaderValue::from_static("ayni.example"));
            if let Some(referer) = referer {
                headers.insert("referer", HeaderValue::from_static(referer));
            }
            assert_eq!(came_from(&headers), expected);
        }
    }

    #[test]
    fn cookies_are_found_by_name() {
        let mut headers = HeaderMap::new();
        headers.insert("cookie", HeaderValue::from_static("ayni=abc; lang=ca; xlang=fr"));
        assert_eq!(cookie(&headers, "lang"), Some("ca"));
        assert_eq!(cookie(&headers, "none"), None);
    }
}
