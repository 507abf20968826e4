//! The listeners of a server: its pages, plain http that leads to them, and metrics.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use crate::config::Settings;
use crate::metrics::{self, Connections};
use crate::net::limits::{Limits, raise_open_files};
use crate::net::listen::{self, Service};
use crate::net::places::Places;
use crate::net::proxies::Proxies;
use crate::net::{redirect, tls};
use crate::router;
use crate::state::Server;

/// Connections that lead to https, or read metrics, at once: each is soon over.
const ASIDE: usize = 64;

/// Listeners that are open, and not served yet.
pub struct Listeners {
    /// Where the pages are.
    pub address: SocketAddr,
    open: Vec<(TcpListener, Service)>,
    certificate: Option<tls::Keeper>,
    hangup: Signal,
}

impl Listeners {
    /// Opens what the settings ask for.
    ///
    /// # Errors
    /// When an address is taken, the certificate is of no use, or the system does not allow enough open files.
    pub fn open(settings: &Settings, server: &Server) -> Result<Self> {
        let net = &settings.net;
        if let Some(doubt) = net.doubt(&settings.public, settings.listen.ip()) {
            tracing::warn!("{doubt}");
        }
        let limits = Limits::new(raise_open_files(), net.connections, net.per_network)?;
        let (certificate, identity) = net.tls.clone().map(tls::Keeper::open).transpose()?.unzip();
        let pages = listen::bind(settings.listen)?;
        let address = pages.local_addr()?;
        let mut open = vec![(
            pages,
            Service {
                router: router::router(server),
                places: Places::new(limits, server.metrics.connections.clone()),
                proxies: net.proxies.clone(),
                identity,
            },
        )];
        let aside = Limits { open: ASIDE.min(limits.open), ..limits };
        let mut beside = |address: Option<SocketAddr>, router| {
            let Some(address) = address else { return Ok(()) };
            let places = Places::new(aside, Connections::default());
            let service = Service { router, places, proxies: Proxies::default(), identity: None };
            open.push((listen::bind(address)?, service));
            Ok::<_, anyhow::Error>(())
        };
        beside(net.redirect, redirect::router(settings.public.clone()))?;
        beside(net.metrics, metrics::router(server.clone()))?;
        let hangup = signal(SignalKind::hangup()).context("listening for SIGHUP")?;
        Ok(Self { address, open, certificate, hangup })
    }

    /// Serves until `stopping` says so, and then until everything that was begun has been answered.
    pub async fn serve(self, stopping: watch::Receiver<bool>) {
        let told = Arc::new(Notify::new());
        let mut aside = JoinSet::new();
        aside.spawn(pass_on(self.hangup, told.clone()));
        if let Some(keeper) = self.certificate {
            aside.spawn(keeper.keep(tls::LOOK_EVERY, told));
        }
        let mut serving = JoinSet::new();
        for (listener, service) in self.open {
            serving.spawn(listen::serve(listener, service, stopping.clone()));
        }
        while serving.join_next().await.is_some() {}
    }
}

/// SIGHUP asks to look at the certificate at once; it does not end the process.
async fn pass_on(mut hangup: Signal, told: Arc<Notify>) {
    while hangup.recv().await.is_some() {
        told.notify_one();
    }
}
