//! TLS: real handshakes, certificates that change, and what is refused.

use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use server::net::tls::{Files, Identity, Keeper};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::certificate::Certificate;
use crate::door::{Door, LONG, Line, limits, small};

struct Folder(TempDir);

impl Folder {
    fn with(certificate: &Certificate) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.put(&certificate.certificate_pem(), &certificate.key_pem());
        folder
    }

    fn put(&self, certificate: &str, key: &str) {
        std::fs::write(self.files().certificate, certificate).unwrap();
        std::fs::write(self.files().key, key).unwrap();
    }

    fn files(&self) -> Files {
        Files { certificate: self.0.path().join("cert.pem"), key: self.0.path().join("key.pem") }
    }
}

fn door_as(identity: Identity) -> Door {
    Door::open_as(small(), limits(), server::net::proxies::Proxies::default(), Some(identity))
}

/// A door that waits for its clients as long as this test takes.
fn patient(identity: Identity) -> Door {
    let mut limits = limits();
    limits.patience.silence = LONG;
    limits.patience.first = LONG;
    limits.patience.handshake = LONG;
    Door::open_as(small(), limits, server::net::proxies::Proxies::default(), Some(identity))
}

/// A client that believes in this certificate alone.
async fn call(door: &Door, believed: &Certificate) -> std::io::Result<Line<TlsStream<TcpStream>>> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from(believed.der.clone())).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let name = ServerName::try_from("localhost").unwrap();
    let line = door.connect().await.0;
    Ok(Line(TlsConnector::from(Arc::new(config)).connect(name, line).await?))
}

/// Waits until the server shows this certificate.
async fn becomes(door: &Door, certificate: &Certificate) {
    let shown = async {
        while call(door, certificate).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(LONG, shown).await.expect("the new certificate is not taken");
}

#[tokio::test]
async fn pages_are_served_over_tls() {
    let certificate = Certificate::new();
    let folder = Folder::with(&certificate);
    let (_keeper, identity) = Keeper::open(folder.files()).unwrap();
    let door = door_as(identity);
    let mut line = call(&door, &certificate).await.unwrap();
    assert_eq!(line.0.get_ref().1.alpn_protocol(), Some(&b"http/1.1"[..]));
    for _ in 0..2 {
        assert!(line.get("/").await.ends_with("hello"));
    }
    assert!(call(&door, &Certificate::new()).await.is_err(), "another's certificate was believed");
}

#[tokio::test]
async fn new_certificates_are_taken_and_broken_ones_are_not() {
    let (first, second, third) = (Certificate::new(), Certificate::new(), Certificate::new());
    let folder = Folder::with(&first);
    let (keeper, identity) = Keeper::open(folder.files()).unwrap();
    let told = Arc::new(Notify::new());
    let keeping = tokio::spawn(keeper.keep(Duration::from_millis(20), told.clone()));
    let door = patient(identity);
    let mut from_before = call(&door, &first).await.unwrap();
    let pem = second.certificate_pem();
    for (certificate, key) in [
        (pem.as_str(), first.key_pem().as_str()),
        (&pem[..pem.len() / 2], second.key_pem().as_str()),
        ("", second.key_pem().as_str()),
        (pem.as_str(), ""),
    ] {
        folder.put(certificate, key);
        tokio::time::sleep(Duration::from_millis(80)).await;
        assert!(call(&door, &first).await.is_ok(), "the old certificate is gone");
    }
    std::fs::remove_file(folder.files().key).unwrap();
    tokio::time::sleep(Duration::from_millis(80)).await;
    assert!(call(&door, &first).await.is_ok(), "the old certificate is gone");
    folder.put(&pem, &second.key_pem());
    becomes(&door, &second).await;
    assert!(call(&door, &first).await.is_err());
    assert!(from_before.get("/").await.ends_with("hello"), "what was open goes on");
    keeping.abort();
    // Told to look, it looks at once.
    let (keeper, identity) = Keeper::open(folder.files()).unwrap();
    let keeping = tokio::spawn(keeper.keep(Duration::from_secs(3600), told.clone()));
    let door = patient(identity);
    folder.put(&third.certificate_pem(), &third.key_pem());
    assert!(call(&door, &second).await.is_ok());
    told.notify_one();
    becomes(&door, &third).await;
    keeping.abort();
}

#[test]
fn a_pair_that_does_not_fit_is_refused_at_start() {
    let folder = Folder::with(&Certificate::new());
    folder.put(&Certificate::new().certificate_pem(), &Certificate::new().key_pem());
    let refused = Keeper::open(folder.files()).err().expect("it was taken");
    assert!(format!("{refused:#}").contains("do not belong together"), "{refused:#}");
    std::fs::remove_file(folder.files().certificate).unwrap();
    let refused = Keeper::open(folder.files()).err().expect("it was taken");
    assert!(format!("{refused:#}").contains("cert.pem"), "{refused:#}");
}

/// The greeting of a client of this version: 0x0302 is TLS 1.1, 0x0303 is TLS 1.2. It offers one suite that both know.
fn greeting(version: u16) -> Vec<u8> {
    let [major, minor] = version.to_be_bytes();
    // ECDHE-ECDSA with AES: 0xc009 is of TLS 1.0, 0xc02b of TLS 1.2.
    let suites = [0xc0, 0x09, 0xc0, 0x2b];
    let extensions = [
        [0, 10, 0, 4, 0, 2, 0, 23].as_slice(),
        [0, 11, 0, 2, 1, 0].as_slice(),
        [0, 13, 0, 4, 0, 2, 4, 3].as_slice(),
        [0, 23, 0, 0].as_slice(),
    ]
    .concat();
    let body = [
        [major, minor].as_slice(),
        &[7; 32],
        &[0, 0, 4],
        &suites,
        &[1, 0],
        &u16::try_from(extensions.len()).unwrap().to_be_bytes(),
        &extensions,
    ]
    .concat();
    let length = u16::try_from(body.len()).unwrap();
    [[22, 3, 1].as_slice(), &(length + 4).to_be_bytes(), &[1, 0], &length.to_be_bytes(), &body].concat()
}

#[tokio::test]
async fn old_versions_are_refused() {
    const ALERT: u8 = 21;
    const HANDSHAKE: u8 = 22;
    let folder = Folder::with(&Certificate::new());
    let (_keeper, identity) = Keeper::open(folder.files()).unwrap();
    let door = door_as(identity);
    for (version, answer) in [(0x0303, HANDSHAKE), (0x0302, ALERT), (0x0301, ALERT)] {
        let mut line = door.connect().await.0;
        line.write_all(&greeting(version)).await.unwrap();
        assert_eq!(line.read_u8().await.unwrap(), answer, "{version:x}");
    }
}

#[tokio::test]
async fn a_handshake_that_does_not_end_is_ended() {
    let folder = Folder::with(&Certificate::new());
    let (_keeper, identity) = Keeper::open(folder.files()).unwrap();
    let door = door_as(identity);
    let mut silent = door.connect().await;
    assert!(silent.lasts(Duration::from_millis(100)).await);
    assert_eq!(silent.end().await, 0);
    let mut halfway = door.connect().await.0;
    halfway.write_all(&greeting(0x0303)).await.unwrap();
    let mut halfway = Line(halfway);
    halfway.end().await;
    let mut plain = door.connect().await;
    assert!(plain.send("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n").await);
    plain.end().await;
    assert_eq!(door.places.taken(), 0);
}
