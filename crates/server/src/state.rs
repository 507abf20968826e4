//! What all handlers share.

use std::ops::Deref;
use std::sync::Arc;

use app::App;

use crate::config::Proxy;
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
    /// Whether a proxy tells who asks.
    pub proxy: Proxy,
}

impl Server {
    /// Puts together what handlers share.
    #[must_use]
    pub fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }
}

impl Deref for Server {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}
