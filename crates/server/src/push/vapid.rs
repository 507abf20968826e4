//! Who sends: a signature by the server's key, which push services and browsers know it by (RFC 8292).

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ledger::Instant;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey};
use sha2::{Digest, Sha256};

/// How long a signature holds, in seconds: less than the day that is allowed, whatever the clocks say.
const HOLDS_S: i64 = 12 * 3600;
/// Of what kind it is.
const HEAD: &str = r#"{"typ":"JWT","alg":"ES256"}"#;

/// What signs. Clones are the same one.
#[derive(Clone)]
pub struct Signer(Arc<Inner>);

struct Inner {
    key: SigningKey,
    public_key: String,
    /// Who may be asked about what is sent: the server's own address.
    subject: String,
}

impl Signer {
    /// What signs with the key that is made of this, for a server at this address.
    #[must_use]
    pub fn new(material: &[u8; 32], subject: &str) -> Self {
        let mut bytes = *material;
        let key = loop {
            // One in four thousand million is no key; then what follows from it is.
            match SecretKey::from_slice(&bytes) {
                Ok(key) => break key,
                Err(_) => bytes = Sha256::digest(bytes).into(),
            }
        };
        let public: PublicKey = key.public_key();
        let public_key = URL_SAFE_NO_PAD.encode(public.to_sec1_point(false).as_bytes());
        Self(Arc::new(Inner { key: SigningKey::from(&key), public_key, subject: subject.to_owned() }))
    }

    /// The public key, in base64url.
    #[must_use]
    pub fn public_key(&self) -> &str {
        &self.0.public_key
    }

    /// What a request to a push service at this origin carries as `Authorization`.
    #[must_use]
    pub fn authorization(&self, origin: &str, now: Instant) -> String {
        let ends_s = now.0 / 1_000_000 + HOLDS_S;
        let claims = serde_json::json!({"aud": origin, "exp": ends_s, "sub": self.0.subject}).to_string();
        let text = format!("{}.{}", URL_SAFE_NO_PAD.encode(HEAD), URL_SAFE_NO_PAD.encode(claims));
        let signature: Signature = self.0.key.sign(text.as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(signature.to_bytes());
        format!("vapid t={text}.{signature}, k={}", self.0.public_key)
    }
}
