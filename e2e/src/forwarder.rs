//! An address that leads to whichever database is the primary now, as a floating address or a proxy does where several run.

use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use anyhow::Result;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// The address. Dropping it ends all that goes through it.
pub struct Forwarder {
    /// Where it listens.
    pub port: u16,
    to: Arc<AtomicU16>,
    cut: watch::Sender<()>,
    task: JoinHandle<()>,
}

impl Forwarder {
    /// Leads to a port of this machine.
    ///
    /// # Errors
    /// When no port is to be had.
    pub async fn to(port: u16) -> Result<Forwarder> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let (to, (cut, seen)) = (Arc::new(AtomicU16::new(port)), watch::channel(()));
        let (own, target) = (listener.local_addr()?.port(), to.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(forward(stream, target.load(Ordering::SeqCst), seen.clone()));
            }
        });
        Ok(Forwarder { port: own, to, cut, task })
    }

    /// Leads elsewhere from now on, and ends what goes through it.
    pub fn lead_to(&self, port: u16) {
        self.to.store(port, Ordering::SeqCst);
        self.cut.send_replace(());
    }
}

impl Drop for Forwarder {
    fn drop(&mut self) {
        self.task.abort();
        self.cut.send_replace(());
    }
}

async fn forward(mut from: TcpStream, port: u16, mut cut: watch::Receiver<()>) {
    cut.mark_unchanged();
    let Ok(mut to) = TcpStream::connect(("127.0.0.1", port)).await else { return };
    tokio::select! {
        // How a connection ends is its two ends' business.
        _ = copy_bidirectional(&mut from, &mut to) => {}
        _ = cut.changed() => {}
    }
}
