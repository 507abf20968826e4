//! Metrics: what a keeper's instruments read, in Prometheus' text form, on a listener of its own.

mod reading;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use prometheus_client::encoding::{EncodeLabelSet, prometheus_text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use crate::net::places::Why;
use crate::state::Server;
use reading::Reading;

/// Upper bounds in seconds: from a static file to the longest that an answer may take.
const ANSWER_S: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

/// What is counted. Clones count together.
#[derive(Clone)]
pub struct Metrics {
    requests: Family<Request, Histogram, fn() -> Histogram>,
    /// Of all listeners that serve pages.
    pub connections: Connections,
    registry: Arc<Registry>,
}

/// What requests are told apart by.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Request {
    method: &'static str,
    route: String,
    status: &'static str,
}

/// How connections fare.
#[derive(Clone, Debug, Default)]
pub struct Connections {
    open: Gauge,
    taken: Counter,
    ended: Family<Ended, Counter>,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Ended {
    why: &'static str,
}

impl Connections {
    /// One more is open.
    pub fn opened(&self) {
        self.open.inc();
        self.taken.inc();
    }

    /// One is open no longer.
    pub fn closed(&self) {
        self.open.dec();
    }

    /// One was ended, or not taken, for the sake of others.
    pub fn ended(&self, why: Why) {
        self.ended.get_or_create(&Ended { why: why.word() }).inc();
    }
}

impl Default for Metrics {
    fn default() -> Self {
        let answers: fn() -> Histogram = || Histogram::new(ANSWER_S);
        let requests = Family::new_with_constructor(answers);
        let connections = Connections::default();
        let mut registry = Registry::with_prefix("ayni");
        registry.register("request_seconds", "How long requests took, by route", requests.clone());
        registry.register("connections_open", "Connections that are open", connections.open.clone());
        registry.register("connections_taken", "Connections that were taken", connections.taken.clone());
        registry.register(
            "connections_ended",
            "Connections ended or turned away for the sake of others, by why",
            connections.ended.clone(),
        );
        Self { requests, connections, registry: Arc::new(registry) }
    }
}

impl Metrics {
    /// A request was answered. `route` is its pattern, never its path: paths name people.
    pub fn answered(&self, method: &'static str, route: &str, status: StatusCode, took: Duration) {
        let status = match status.as_u16() {
            100..200 => "1xx",
            200..300 => "2xx",
            300..400 => "3xx",
            400..500 => "4xx",
            _ => "5xx",
        };
        let labels = Request { method, route: route.to_owned(), status };
        self.requests.get_or_create(&labels).observe(took.as_secs_f64());
    }
}

/// Answers `GET /metrics`, and nothing else.
pub fn router(server: Server) -> Router {
    Router::new().route("/metrics", get(page)).with_state(server)
}

async fn page(State(server): State<Server>) -> Response {
    let reading = Reading::take(&server).await;
    let mut text = String::new();
    let written = prometheus_text::encode(&mut text, &server.metrics.registry)
        .and_then(|()| prometheus_text::encode(&mut text, &reading.registry()));
    match written {
        Ok(()) => ([(header::CONTENT_TYPE, prometheus_text::CONTENT_TYPE)], text).into_response(),
        Err(error) => {
            tracing::error!(%error, "the metrics could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
