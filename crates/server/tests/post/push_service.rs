//! A push service on loopback, and a browser that takes pushes from it: it opens what it is sent and knows who sent it, by other
//! means than those of the server.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey, ecdh};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::hmac;
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use serde_json::Value;
use tokio::net::TcpListener;

/// What has come.
#[derive(Clone, Debug)]
pub(crate) struct Arrived {
    pub(crate) path: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

/// The push service.
pub(crate) struct PushService {
    pub(crate) origin: String,
    status: Arc<Mutex<StatusCode>>,
    arrived: Arc<Mutex<Vec<Arrived>>>,
}

impl PushService {
    /// Listens until the test ends.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let service = Self {
            origin: format!("http://{}", listener.local_addr().unwrap()),
            status: Arc::new(Mutex::new(StatusCode::CREATED)),
            arrived: Arc::default(),
        };
        let (status, arrived) = (service.status.clone(), service.arrived.clone());
        let answer = async move |request: Request<Body>| -> Response {
            let (parts, body) = request.into_parts();
            let named = parts.headers.iter();
            let headers =
                named.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
            let body = to_bytes(body, 8192).await.unwrap().to_vec();
            arrived.lock().unwrap().push(Arrived { path: parts.uri.path().to_owned(), headers, body });
            let status = *status.lock().unwrap();
            (status, [(header::LOCATION, "/elsewhere")]).into_response()
        };
        tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await.unwrap() });
        service
    }

    /// From now on.
    pub(crate) fn answers(&self, status: u16) {
        *self.status.lock().unwrap() = StatusCode::from_u16(status).unwrap();
    }

    /// What has come since the last time.
    pub(crate) fn arrived(&self) -> Vec<Arrived> {
        std::mem::take(&mut *self.arrived.lock().unwrap())
    }
}

/// What a browser keeps of its subscription.
pub(crate) struct Subscribed {
    key: SecretKey,
    secret: [u8; 16],
}

impl Subscribed {
    pub(crate) fn new(seed: u8) -> Self {
        Self { key: SecretKey::from_slice(&[seed; 32]).unwrap(), secret: [seed; 16] }
    }

    /// The fields of the form that its page sends.
    pub(crate) fn fields(&self) -> [String; 2] {
        let public = self.key.public_key().to_sec1_point(false);
        [URL_SAFE_NO_PAD.encode(public.as_bytes()), URL_SAFE_NO_PAD.encode(self.secret)]
    }

    /// Opens what came (RFC 8291, RFC 8188).
    pub(crate) fn open(&self, body: &[u8]) -> Value {
        let (salt, rest) = body.split_at(16);
        assert!(u32::from_be_bytes(rest[..4].try_into().unwrap()) >= 18 && body.len() <= 4096);
        let (theirs, sealed) = rest[5..].split_at(usize::from(rest[4]));
        let shared = ecdh::diffie_hellman(
            self.key.to_nonzero_scalar(),
            PublicKey::from_sec1_bytes(theirs).unwrap().as_affine(),
        );
        let ours = self.key.public_key().to_sec1_point(false);
        let info = [b"WebPush: info\0", ours.as_bytes(), theirs].concat();
        let key = expanded(&extracted(&self.secret, shared.raw_secret_bytes()), &info, 32);
        let all = extracted(salt, &key);
        let cipher = expanded(&all, b"Content-Encoding: aes128gcm\0", 16);
        let nonce = expanded(&all, b"Content-Encoding: nonce\0", 12);
        let cipher = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &cipher).unwrap());
        let mut record = sealed.to_vec();
        let nonce = Nonce::try_assume_unique_for_key(&nonce).unwrap();
        let record = cipher.open_in_place(nonce, Aad::empty(), &mut record).unwrap();
        let end = record.iter().rposition(|byte| *byte != 0).unwrap();
        assert_eq!(record[end], 2, "the mark of the last record");
        serde_json::from_slice(&record[..end]).unwrap()
    }
}

fn extracted(salt: &[u8], material: &[u8]) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, salt), material).as_ref().to_vec()
}

fn expanded(key: &[u8], info: &[u8], length: usize) -> Vec<u8> {
    let block = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), &[info, &[1]].concat());
    block.as_ref()[..length].to_vec()
}

/// What a signature claims, once it has been found to be by this key (RFC 8292).
pub(crate) fn claimed(arrived: &Arrived, key: &str) -> Value {
    let words = arrived.headers["authorization"].strip_prefix("vapid t=").unwrap();
    let (token, named) = words.split_once(", k=").unwrap();
    assert_eq!(named, key, "the key that the browser takes pushes from");
    let (text, signature) = token.rsplit_once('.').unwrap();
    let (head, claims) = text.split_once('.').unwrap();
    let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
    let believed = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, bytes(key));
    believed.verify(text.as_bytes(), &bytes(signature)).unwrap();
    let head: Value = serde_json::from_slice(&bytes(head)).unwrap();
    assert_eq!((&head["typ"], &head["alg"]), (&"JWT".into(), &"ES256".into()));
    serde_json::from_slice(&bytes(claims)).unwrap()
}
