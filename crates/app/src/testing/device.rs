//! A device with passkeys, in software: it answers what a browser would be asked, rightly or with one thing wrong.

use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::ORIGIN;
use crate::passkeys::{Asked, base64url};

/// Who holds the device was there.
const PRESENT: u8 = 0x01;
/// The device has made sure who holds it.
const VERIFIED: u8 = 0x04;
/// What follows describes a new key.
const ATTESTED: u8 = 0x40;

/// A device with one passkey. Its fields may be changed to make it lie.
pub struct Device {
    key: EcdsaKeyPair,
    /// What it calls its passkey.
    pub credential: Vec<u8>,
    /// Where the browser says it is.
    pub origin: String,
    /// What it takes for the host of the site.
    pub host: String,
    /// Whether it makes sure who holds it.
    pub verifies: bool,
    /// How often it has signed; none: it does not count.
    pub counter: u32,
    user_handle: String,
}

impl Default for Device {
    fn default() -> Self {
        Self::new()
    }
}

impl Device {
    /// A device of the worlds' site.
    ///
    /// # Panics
    /// When the machine has no chance to give.
    pub fn new() -> Self {
        let random = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random);
        let made = made.unwrap_or_else(|error| panic!("{error}"));
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, made.as_ref(), &random);
        let key = key.unwrap_or_else(|error| panic!("{error}"));
        Self {
            credential: Sha256::digest(key.public_key().as_ref()).to_vec(),
            key,
            origin: ORIGIN.to_owned(),
            host: ORIGIN.trim_start_matches("http://").to_owned(),
            verifies: true,
            counter: 1,
            user_handle: String::new(),
        }
    }

    /// Makes its passkey as asked, and gives the answer in JSON.
    ///
    /// # Panics
    /// When what is asked cannot be read.
    pub fn make(&mut self, asked: &Asked) -> String {
        let options = read(asked);
        text(&options["user"]["id"]).clone_into(&mut self.user_handle);
        let mut about = self.about(ATTESTED);
        about.extend([0; 16]);
        about.extend(u16::try_from(self.credential.len()).unwrap_or(u16::MAX).to_be_bytes());
        about.extend(&self.credential);
        about.extend(self.cose_key());
        let mut attested = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        attested.extend(u16::try_from(about.len()).unwrap_or(u16::MAX).to_be_bytes());
        attested.extend(about);
        let response = json!({
            "clientDataJSON": base64url(self.said("webauthn.create", &options).as_bytes()),
            "attestationObject": base64url(&attested),
        });
        self.credential_json(response)
    }

    /// Signs what is asked, and gives the answer in JSON.
    ///
    /// # Panics
    /// When what is asked cannot be read.
    pub fn sign(&mut self, asked: &Asked) -> String {
        let options = read(asked);
        if self.counter > 0 {
            self.counter += 1;
        }
        let (about, said) = (self.about(0), self.said("webauthn.get", &options));
        let signed = [&about[..], Sha256::digest(&said).as_slice()].concat();
        let signature =
            self.key.sign(&SystemRandom::new(), &signed).unwrap_or_else(|error| panic!("{error}"));
        let response = json!({
            "clientDataJSON": base64url(said.as_bytes()),
            "authenticatorData": base64url(&about),
            "signature": base64url(signature.as_ref()),
            "userHandle": self.user_handle,
        });
        self.credential_json(response)
    }

    fn credential_json(&self, response: Value) -> String {
        let id = base64url(&self.credential);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {} })
            .to_string()
    }

    fn said(&self, what: &str, options: &Value) -> String {
        json!({
            "type": what,
            "challenge": text(&options["challenge"]),
            "origin": self.origin,
            "crossOrigin": false,
        })
        .to_string()
    }

    fn about(&self, more: u8) -> Vec<u8> {
        let flags = PRESENT | more | if self.verifies { VERIFIED } else { 0 };
        let mut about = Sha256::digest(&self.host).to_vec();
        about.push(flags);
        about.extend(self.counter.to_be_bytes());
        about
    }

    /// The public key as COSE writes it: EC2, ES256, P-256, x, y.
    fn cose_key(&self) -> Vec<u8> {
        let point = self.key.public_key().as_ref();
        [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", &point[1..33], b"\x22\x58\x20", &point[33..65]].concat()
    }
}

fn read(asked: &Asked) -> Value {
    serde_json::from_str(&asked.options).unwrap_or_else(|error| panic!("{error}"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}
