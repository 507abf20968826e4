//! Stopping in a handler: `?` on whatever `app` says ends in the page that explains it.
//!
//! A [`Stop`] becomes a bare answer that carries its cause; the layer [`explain`] makes the page, since it knows the reader,
//! the exchange and the language.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{Extensions, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::again;
use super::cookies::see_other;
use super::errors::{Trouble, dressed};
use super::forms::Typed;
use super::frame::Frame;
use super::language;
use super::refusals;
use super::security::Forged;
use super::visitor::Visitor;
use crate::net::body::Fate;
use crate::observe::{self, Reference};
use crate::state::Server;

/// What a handler answers.
pub type Answer = Result<Response, Stop>;

/// Why a handler stopped, and where its reader may go back to.
#[derive(Clone, Debug)]
pub struct Stop {
    cause: Arc<Cause>,
    back: Option<String>,
}

#[derive(Debug)]
enum Cause {
    App(app::Error),
    Forged(Forged),
    Panic,
}

impl Stop {
    /// Leads back to this address instead of to the page that the reader came from.
    #[must_use]
    pub fn back_to(mut self, href: impl Into<String>) -> Self {
        self.back = Some(href.into());
        self
    }

    /// There is nothing here.
    #[must_use]
    pub fn not_found() -> Self {
        app::Error::NotFound.into()
    }

    /// A handler fell over.
    #[must_use]
    pub fn panicked() -> Self {
        Self::new(Cause::Panic)
    }

    /// Whether the reader may, once they have proved again who they are.
    #[must_use]
    pub fn asks_again(&self) -> bool {
        matches!(
            &*self.cause,
            Cause::App(app::Error::NotAllowed("error-confirm-first" | "error-second-factor-now"))
        )
    }

    fn new(cause: Cause) -> Self {
        Self { cause: Arc::new(cause), back: None }
    }

    fn status(&self) -> StatusCode {
        match &*self.cause {
            Cause::App(error) => match error {
                app::Error::Refused(_) | app::Error::Wrong(_) => StatusCode::UNPROCESSABLE_ENTITY,
                app::Error::NotAllowed(_) => StatusCode::FORBIDDEN,
                app::Error::NotFound => StatusCode::NOT_FOUND,
                app::Error::Busy { retry_after_s } => busy(*retry_after_s).status(),
                app::Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
            },
            Cause::Forged(_) => StatusCode::FORBIDDEN,
            Cause::Panic => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<app::Error> for Stop {
    fn from(error: app::Error) -> Self {
        Self::new(Cause::App(error))
    }
}

impl From<Forged> for Stop {
    fn from(forged: Forged) -> Self {
        Self::new(Cause::Forged(forged))
    }
}

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Waiting a few seconds is for a queue that is full; minutes are for who has tried too often.
fn busy(retry_after_s: i64) -> Trouble {
    let retry_after_s = u32::try_from(retry_after_s.max(1)).unwrap_or(u32::MAX);
    if retry_after_s <= 10 { Trouble::Busy { retry_after_s } } else { Trouble::TooOften { retry_after_s } }
}

/// Makes a page of every stop and of every bare status; a layer around all others.
pub async fn explain(State(server): State<Server>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Some(status) = Fate::status(&asked.extensions).filter(|_| response.status().is_client_error()) {
        *response.status_mut() = status;
    }
    let stop = response.extensions_mut().remove::<Stop>();
    if stop.is_none() && Trouble::of_status(response.status()).is_none() {
        return response;
    }
    let visitor = Visitor::of(&server, &asked).await;
    let frame = match &visitor {
        Ok(visitor) => visitor.frame.clone(),
        Err(_) => Visitor::plain(&server, &asked.headers),
    };
    let Some(stop) = stop else { return dressed(response, &frame) };
    if stop.asks_again()
        && let Ok(visitor) = &visitor
    {
        return again::ask(visitor, &asked, response.extensions_mut().remove::<Typed>()).await;
    }
    let came_from = language::came_from(&asked.headers).unwrap_or(asked.uri.path());
    let back = stop.back.clone().unwrap_or_else(|| came_from.to_owned());
    match &*stop.cause {
        Cause::App(app::Error::NotAllowed("error-sign-in-first")) if asked.method == Method::GET => {
            let to = asked.uri.path_and_query().map_or("/", axum::http::uri::PathAndQuery::as_str);
            see_other(&format!("/sign-in?next={}", encoded(to)))
        }
        Cause::App(app::Error::NotAllowed("error-second-factor-first")) if asked.method == Method::GET => {
            let to = asked.uri.path_and_query().map_or("/", axum::http::uri::PathAndQuery::as_str);
            see_other(&format!("/me/sign-in?next={}", encoded(to)))
        }
        Cause::App(app::Error::Refused(refusal)) => match visitor {
            Ok(visitor) => refusals::page(visitor, asked.uri.path(), refusal, back).await,
            Err(_) => internal(&asked.extensions, &frame, "a refusal could not be explained"),
        },
        Cause::App(app::Error::Internal(cause)) => internal(&asked.extensions, &frame, cause),
        Cause::App(error) => trouble(error).page(frame),
        Cause::Forged(forged) => {
            let (reference, route) = (Reference::of(&asked.extensions), observe::route(&asked.extensions));
            tracing::info!(%forged, route, %reference, "a form was turned away");
            Trouble::Forged.page(frame)
        }
        Cause::Panic => internal(&asked.extensions, &frame, "a handler panicked"),
    }
}

fn trouble(error: &app::Error) -> Trouble {
    match error {
        app::Error::NotAllowed(code) => Trouble::NotAllowed(code),
        app::Error::NotFound => Trouble::NotFound,
        app::Error::Busy { retry_after_s } => busy(*retry_after_s),
        app::Error::Wrong(_) | app::Error::Refused(_) | app::Error::Internal(_) => Trouble::Unreadable,
    }
}

/// The page of a failure of ours; its cause goes to the log under the same reference.
fn internal(asked: &Extensions, frame: &Frame, cause: &str) -> Response {
    let (reference, route) = (Reference::of(asked), observe::route(asked));
    tracing::error!(%reference, route, cause, "an answer failed");
    Trouble::Internal { reference: reference.to_string() }.page(frame.clone())
}

/// Whether this is a path on this server and nothing that a browser takes for another.
#[must_use]
pub fn is_local(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(['\\', '\r', '\n', '\t'])
        && path.is_ascii()
}

/// A text as a value in a query.
#[must_use]
pub fn encoded(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_others_are_not_local() {
        for (path, fine) in [
            ("/", true),
            ("/MARL/trade?to=12", true),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("https://evil.example", false),
            ("", false),
            ("/a\nb", false),
        ] {
            assert_eq!(is_local(path), fine, "{path}");
        }
        assert_eq!(encoded("/MARL/trade?to=12&x=é"), "/MARL/trade%3Fto%3D12%26x%3D%C3%A9");
    }
}
