//! What is noted of every request: its reference, how long it took, and one line in the log. Nothing that names a person:
//! no path with its parameters, no query, no address, no agent.

use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{Extensions, Method};
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::Instant;

use crate::state::Server;

/// Under what a request is found in the log: the reference on pages of failures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reference(u32);

/// Gives references: no two alike among four thousand million, and none that tells how many there were.
#[derive(Debug)]
pub struct References {
    next: AtomicU32,
    mask: u32,
}

impl References {
    /// Begins at a mask that chance has chosen.
    #[must_use]
    pub fn new(mask: u32) -> Self {
        Self { next: AtomicU32::new(mask.rotate_left(16)), mask }
    }

    /// One that was not given before.
    pub fn next(&self) -> Reference {
        // Odd, so that it reaches every number before it comes round.
        let number = self.next.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b1);
        Reference(number ^ self.mask)
    }
}

impl Reference {
    /// Of a request; zeros when it was not observed.
    #[must_use]
    pub fn of(extensions: &Extensions) -> Self {
        extensions.get::<Self>().copied().unwrap_or_default()
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04x}-{:04x}", self.0 >> 16, self.0 & 0xffff)
    }
}

/// The pattern of the route that answers, as `/{code}/trade`; a dash when there is none.
#[must_use]
pub fn route(extensions: &Extensions) -> &str {
    extensions.get::<MatchedPath>().map_or("-", MatchedPath::as_str)
}

/// Notes what is to be noted; the layer around all others.
pub async fn observe(State(server): State<Server>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let reference = server.references.next();
    request.extensions_mut().insert(reference);
    let method = word(request.method());
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let route = matched.as_ref().map_or("-", MatchedPath::as_str);
    let (status, took) = (response.status(), began.elapsed());
    server.metrics.answered(method, route, status, took);
    tracing::debug!(
        target: "requests",
        method,
        route,
        status = status.as_u16(),
        ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        %reference,
    );
    response
}

/// Methods that are answered; any other is a word that somebody made up.
fn word(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn references_do_not_repeat_and_do_not_count() {
        let references = References::new(0x1234_5678);
        let given: Vec<Reference> = (0..10_000).map(|_| references.next()).collect();
        let different: HashSet<u32> = given.iter().map(|reference| reference.0).collect();
        assert_eq!(different.len(), given.len());
        let steps: HashSet<u32> = given.windows(2).map(|pair| pair[1].0.wrapping_sub(pair[0].0)).collect();
        assert!(steps.len() > 1, "the step from one to the next is always the same");
        assert_eq!(Reference(0x00ab_0001).to_string(), "00ab-0001");
    }
}
