//! Who asks: the extractor of all handlers of the interface.

use app::App;
use app::actor::Actor;
use app::exchanges::{self, Exchange};
use app::market::Reader;
use app::tokens::{self, Scope, Scopes};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

use super::error::{Code, Failure};
use super::query::Query;
use crate::state::Server;
use crate::web::client::Client;
use crate::web::l10n::{Locale, Wishes};

/// Whoever sends a request, with a token or without.
pub struct Asker {
    /// The server.
    pub server: Server,
    /// Who asks, for the use cases.
    pub actor: Actor,
    /// What the token is for; nothing without one.
    pub scopes: Scopes,
    /// Where the request comes from.
    pub client: Client,
    /// What stands behind the `?`.
    pub query: Query,
    has_token: bool,
    path: String,
    locale: Locale,
}

impl FromRequestParts<Server> for Asker {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Failure> {
        let query = Query::of(&parts.uri)?;
        let held = match bearer(&parts.headers) {
            None => None,
            Some(token) => {
                let held = tokens::resume(&server.app, token).await?;
                Some(held.ok_or_else(|| {
                    Failure::new(Code::Unauthorized, "The token does not count (any more).")
                })?)
            }
        };
        let has_token = held.is_some();
        let (actor, scopes) =
            held.map_or((Actor::visitor(), Scopes::default()), |held| (held.actor, held.scopes));
        let accepted = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let locale = Locale::negotiate(&Wishes {
            user: actor.user().map(|user| user.locale.as_str()),
            cookie: None,
            accept_language: accepted,
            exchange: None,
        });
        Ok(Self {
            server: server.clone(),
            actor,
            scopes,
            client: Client::of(parts, &server.proxies),
            query,
            has_token,
            path: parts.uri.path().to_owned(),
            locale,
        })
    }
}

/// The token of a request. Clients that have none send words of their language instead: that is no token.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().unwrap_or("unreadable");
    let (scheme, token) = value.trim().split_once(' ').unwrap_or((value.trim(), ""));
    let token = token.trim();
    let is_none = token.is_empty() || token == "undefined" || token == "null";
    if scheme.eq_ignore_ascii_case("bearer") { Some(token).filter(|_| !is_none) } else { None }
}

impl Asker {
    /// The use cases.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.server.app
    }

    /// Makes sure that there is a token for one of these.
    ///
    /// # Errors
    /// 401 without a token, 403 with another.
    pub fn needs(&self, scopes: &[Scope]) -> Result<(), Failure> {
        if !self.has_token {
            return Err(Failure::unauthorized());
        }
        if scopes.iter().any(|scope| self.scopes.has(*scope)) {
            return Ok(());
        }
        Err(Failure::new(Code::Forbidden, "The token is not for this."))
    }

    /// Makes sure that a token, if there is one, is for one of these.
    ///
    /// # Errors
    /// 403 with another.
    pub fn may_need(&self, scopes: &[Scope]) -> Result<(), Failure> {
        if self.has_token { self.needs(scopes) } else { Ok(()) }
    }

    /// Whether there is a token.
    #[must_use]
    pub fn has_token(&self) -> bool {
        self.has_token
    }

    /// The exchange of a code, as far as this person may know of it.
    ///
    /// # Errors
    /// 404.
    pub async fn exchange(&self, code: &str) -> Result<Exchange, Failure> {
        Ok(exchanges::by_code(self.app(), &self.actor, code).await?)
    }

    /// Who reads the market.
    #[must_use]
    pub fn reader(&self) -> Reader<'_> {
        Reader { locale: self.locale.code(), network: &self.client.network }
    }

    /// The language that names are told in.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// An address of this server.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.public.origin())
    }

    /// The address that was asked for, without what stands behind the `?`.
    #[must_use]
    pub fn here(&self) -> String {
        self.url(&self.path)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn words_of_a_language_are_no_tokens() {
        for (value, token) in [
            ("Bearer abc", Some("abc")),
            ("bearer  abc ", Some("abc")),
            ("Bearer undefined", None),
            ("Bearer null", None),
            ("Bearer", None),
            ("Basic abc", None),
        ] {
            let headers = HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_static(value))]);
            assert_eq!(bearer(&headers), token, "{value}");
        }
    }
}
