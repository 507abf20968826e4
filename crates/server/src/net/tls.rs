//! TLS: the certificate and its key, and new ones when the files change.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::sync::{Notify, watch};
use tokio_rustls::TlsAcceptor;

/// How often the files are looked at.
pub const LOOK_EVERY: Duration = Duration::from_secs(10);

/// Where the certificate and its key are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The certificate and those that lead to its authority, PEM.
    pub certificate: PathBuf,
    /// Its private key, PEM.
    pub key: PathBuf,
}

/// Who this server shows itself to be. Clones change together.
#[derive(Clone)]
pub struct Identity(watch::Receiver<Arc<ServerConfig>>);

/// Keeps an [`Identity`] true to its files.
pub struct Keeper {
    files: Files,
    seen: Pair,
    shown: watch::Sender<Arc<ServerConfig>>,
}

/// What stands in the two files.
#[derive(Clone, PartialEq, Eq)]
struct Pair {
    certificate: Vec<u8>,
    key: Vec<u8>,
}

impl Identity {
    /// What does the handshakes of the next connection.
    #[must_use]
    pub fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(self.0.borrow().clone())
    }
}

impl Keeper {
    /// Reads the files.
    ///
    /// # Errors
    /// When one cannot be read, or the key is not the certificate's.
    pub fn open(files: Files) -> Result<(Self, Identity)> {
        let seen = Pair::read(&files)?;
        let config = seen.config().with_context(|| {
            format!("{} and {} are of no use", files.certificate.display(), files.key.display())
        })?;
        let (shown, identity) = watch::channel(Arc::new(config));
        Ok((Self { files, seen, shown }, Identity(identity)))
    }

    /// Looks at the files every so often, and when it is told to, for ever. What cannot be used is told once, and the old
    /// certificate stays in use.
    pub async fn keep(mut self, every: Duration, told: Arc<Notify>) {
        loop {
            let _ = tokio::time::timeout(every, told.notified()).await;
            match Pair::read(&self.files) {
                Ok(found) if found == self.seen => {}
                Ok(found) => self.change(found),
                Err(error) => {
                    tracing::warn!(error = format!("{error:#}"), "the old certificate stays in use")
                }
            }
        }
    }

    fn change(&mut self, found: Pair) {
        match found.config() {
            Ok(config) => {
                self.shown.send_replace(Arc::new(config));
                tracing::info!("a new certificate is in use");
            }
            Err(error) => tracing::warn!(error = format!("{error:#}"), "the old certificate stays in use"),
        }
        self.seen = found;
    }
}

impl Pair {
    fn read(files: &Files) -> Result<Self> {
        let read = |path: &Path| std::fs::read(path).with_context(|| format!("reading {}", path.display()));
        Ok(Self { certificate: read(&files.certificate)?, key: read(&files.key)? })
    }

    fn config(&self) -> Result<ServerConfig> {
        let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(&self.certificate)
            .collect::<Result<_, _>>()
            .context("the certificate is no PEM")?;
        ensure!(!chain.is_empty(), "there is no certificate in the file");
        let key = PrivateKeyDer::from_pem_slice(&self.key).context("the key is no PEM")?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .context("choosing versions of TLS")?
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .context("the key and the certificate do not belong together")?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(config)
    }
}
