//! The connection to a push service: one for one push.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::place::{Place, Reach, is_public};

/// How many addresses of a name are tried.
const TRIED: usize = 3;

/// The way to push services. Clones are the same one.
#[derive(Clone)]
pub struct Line {
    tls: TlsConnector,
    reach: Reach,
}

/// The authorities whose certificates are believed.
#[must_use]
pub fn known_authorities() -> RootCertStore {
    RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() }
}

impl Line {
    /// A way that believes these authorities.
    ///
    /// # Errors
    /// When TLS cannot be done with what is compiled in, which is a broken program.
    pub fn new(authorities: RootCertStore, reach: Reach) -> Result<Self> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .context("setting up TLS")?
            .with_root_certificates(authorities)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)), reach })
    }

    /// Sends a request, and gives the status of its answer.
    ///
    /// # Errors
    /// When there is no way there, or no answer.
    pub async fn send(&self, place: &Place, request: Request<Body>) -> Result<StatusCode> {
        let stream = self.connect(place).await?;
        if !place.is_https() {
            return answered(stream, request).await;
        }
        let name = ServerName::try_from(place.host().to_owned()).context("no name for a certificate")?;
        let stream = self.tls.connect(name, stream).await.context("the push service's TLS")?;
        answered(stream, request).await
    }

    /// Connects to an address that was looked at: looked up once more, the name might have another.
    async fn connect(&self, place: &Place) -> Result<TcpStream> {
        let found = tokio::net::lookup_host((place.host(), place.port())).await;
        let found = found.context("the push service's name is not known")?;
        let may_be = |address: &SocketAddr| self.reach == Reach::Anywhere || is_public(address.ip());
        let addresses: Vec<SocketAddr> = found.filter(may_be).take(TRIED).collect();
        ensure!(!addresses.is_empty(), "the push service's name leads nowhere on the Internet");
        TcpStream::connect(addresses.as_slice()).await.context("the push service cannot be reached")
    }
}

async fn answered(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    request: Request<Body>,
) -> Result<StatusCode> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.context("no HTTP")?;
    let carried = async {
        // What breaks off is told to whoever waits for the answer.
        let _ = connection.await;
        std::future::pending::<Infallible>().await
    };
    tokio::select! {
        answer = sender.send_request(request) => Ok(answer.context("no answer")?.status()),
        never = carried => match never {},
    }
}
