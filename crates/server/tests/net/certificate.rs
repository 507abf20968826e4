//! Certificates that sign themselves, made in the test: an X.509 in its shortest form.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};

/// A certificate for `localhost`, and its key.
pub(crate) struct Certificate {
    /// DER.
    pub(crate) der: Vec<u8>,
    key: Vec<u8>,
}

const SEQUENCE: u8 = 0x30;
/// ecdsa-with-SHA256, 1.2.840.10045.4.3.2
const ECDSA_SHA256: &[u8] = &[0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];
/// ecPublicKey, 1.2.840.10045.2.1, on prime256v1, 1.2.840.10045.3.1.7
const P256: &[u8] =
    &[0x06, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7];
/// subjectAltName, 2.5.29.17
const ALT_NAME: &[u8] = &[0x06, 3, 0x55, 0x1d, 17];
/// commonName, 2.5.4.3
const COMMON_NAME: &[u8] = &[0x06, 3, 0x55, 4, 3];

impl Certificate {
    pub(crate) fn new() -> Self {
        let random = SystemRandom::new();
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, key.as_ref(), &random).unwrap();
        let algorithm = tagged(SEQUENCE, &[ECDSA_SHA256]);
        let common_name = tagged(SEQUENCE, &[COMMON_NAME, &tagged(0x0c, &[b"localhost"])]);
        let name = tagged(SEQUENCE, &[&tagged(0x31, &[&common_name])]);
        let valid =
            tagged(SEQUENCE, &[&tagged(0x18, &[b"20200101000000Z"]), &tagged(0x18, &[b"21200101000000Z"])]);
        let public = [&[0][..], pair.public_key().as_ref()].concat();
        let public = tagged(SEQUENCE, &[&tagged(SEQUENCE, &[P256]), &tagged(0x03, &[&public])]);
        let names = tagged(SEQUENCE, &[&tagged(0x82, &[b"localhost"])]);
        let extension = tagged(SEQUENCE, &[ALT_NAME, &tagged(0x04, &[&names])]);
        let extensions = tagged(0xa3, &[&tagged(SEQUENCE, &[&extension])]);
        let version = tagged(0xa0, &[&tagged(0x02, &[&[2]])]);
        let serial = tagged(0x02, &[&[1]]);
        let parts =
            [&version, &serial, &algorithm, &name, &valid, &name, &public, &extensions].map(Vec::as_slice);
        let told = tagged(SEQUENCE, &parts);
        let signature = pair.sign(&random, &told).unwrap();
        let signature = tagged(0x03, &[&[0], signature.as_ref()]);
        Self { der: tagged(SEQUENCE, &[&told, &algorithm, &signature]), key: key.as_ref().to_vec() }
    }

    pub(crate) fn certificate_pem(&self) -> String {
        pem("CERTIFICATE", &self.der)
    }

    pub(crate) fn key_pem(&self) -> String {
        pem("PRIVATE KEY", &self.key)
    }
}

fn tagged(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = u16::try_from(content.len()).unwrap();
    let [high, low] = length.to_be_bytes();
    let head = match length {
        0..128 => vec![tag, low],
        128..256 => vec![tag, 0x81, low],
        _ => vec![tag, 0x82, high, low],
    };
    [head, content].concat()
}

fn pem(label: &str, der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines: Vec<&str> =
        text.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
}
