//! What all handlers share.

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use app::App;

use crate::api::Origins;
use crate::live::Live;
use crate::metrics::Metrics;
use crate::net::proxies::Proxies;
use crate::observe::References;
use crate::push::Pusher;
use crate::web::frame::Site;
use crate::web::security::PublicUrl;

/// The server as handlers see it: cheap to clone.
#[derive(Clone)]
pub struct Server(Arc<Shared>);

/// What is shared.
pub struct Shared {
    /// The use cases.
    pub app: App,
    /// The server as its pages show it.
    pub site: Site,
    /// How browsers reach it.
    pub public: PublicUrl,
    /// The origins whose pages may call the interface for programs.
    pub origins: Origins,
    /// The proxies that tell who asks.
    pub proxies: Proxies,
    /// What is counted.
    pub metrics: Metrics,
    /// What failures are found by in the log.
    pub references: References,
    /// What sends pushes.
    pub pusher: Pusher,
    /// Open pages that are told what is new.
    pub live: Live,
    /// Whether the server is about to end.
    pub stopping: AtomicBool,
}

impl Server {
    /// Puts together what handlers share.
    #[must_use]
    pub fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    /// Whether requests are to be sent here: payments are taken, and the server is not about to end.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.app.is_at_work() && !self.stopping.load(Ordering::Relaxed)
    }
}

impl Deref for Server {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}
