//! What is not counted as it happens but asked for when somebody reads: queues, jobs, the database, the program.

use app::gauges::{self, Gauges};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

use crate::state::Server;

/// How the program stands at this moment.
pub(super) struct Reading {
    gauges: app::Result<Gauges>,
    teller: app::teller::Figures,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct InState {
    state: &'static str,
}

impl Reading {
    /// Asks.
    pub(super) async fn take(server: &Server) -> Self {
        Self { gauges: gauges::read(&server.app).await, teller: server.app.teller_figures() }
    }

    /// As metrics. A database that does not answer is told as such; its figures are left out.
    pub(super) fn registry(&self) -> Registry {
        let mut registry = Registry::with_prefix("ayni");
        registry.register("build", "The program", Info::new(vec![("version", env!("CARGO_PKG_VERSION"))]));
        registry.register(
            "teller_batch_instructions",
            "Instructions that were committed together",
            self.teller.batch.clone(),
        );
        registry.register(
            "teller_commit_seconds",
            "How long a durable commit of the teller took",
            self.teller.commit_s.clone(),
        );
        registry.register(
            "teller_queue",
            "Instructions that wait for the teller",
            gauge(self.teller.waiting.try_into().unwrap_or(i64::MAX)),
        );
        registry.register(
            "database_answers",
            "1 when the database answers",
            gauge(i64::from(self.gauges.is_ok())),
        );
        if let Ok(read) = &self.gauges {
            let jobs = by_state([("waiting", read.jobs_waiting), ("failed", read.jobs_failed)]);
            registry.register("jobs", "Queued work that waits, and that was given up", jobs);
            let connections = by_state([("open", read.connections_open), ("idle", read.connections_idle)]);
            registry.register("database_connections", "Connections to read from the database", connections);
        }
        registry
    }
}

fn gauge(value: i64) -> Gauge {
    let gauge = Gauge::<i64>::default();
    gauge.set(value);
    gauge
}

fn by_state(values: [(&'static str, i64); 2]) -> Family<InState, Gauge> {
    let family = Family::<InState, Gauge>::default();
    for (state, value) in values {
        family.get_or_create(&InState { state }).set(value);
    }
    family
}
