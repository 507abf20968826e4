//! What only the browser reads: RFC 8291, in one record of RFC 8188.

use aes_gcm::aead::{Aead, KeyInit};
use aes_gcm::{Aes128Gcm, Nonce};
use anyhow::{Result, anyhow, ensure};
use app::Random;
use hkdf::Hkdf;
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey, ecdh};
use sha2::Sha256;

/// What a record holds at most, with its tag. All push services take as much.
const RECORD: u32 = 4096;
/// What may be told: a record without its tag and the mark of its end, within the 4096 bytes that a push service must take.
const MOST: usize = 4096 - 86 - 17;
/// Marks the end of the last record.
const LAST: u8 = 2;

/// For whom something is sealed.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The browser's public key, a point of P-256.
    pub public_key: &'a [u8],
    /// What it shares with us.
    pub secret: &'a [u8],
}

/// Seals something for a browser with a key that is used once; none when its own key is none, so that nobody could read it.
///
/// # Errors
/// When there is no chance to be had, or it is too long.
pub fn seal(random: &Random, reader: &Reader<'_>, text: &[u8]) -> Result<Option<Vec<u8>>> {
    let Ok(public) = PublicKey::from_sec1_bytes(reader.public_key) else { return Ok(None) };
    let mut salt = [0; 16];
    random.fill(&mut salt)?;
    let own = loop {
        let mut bytes = [0; 32];
        random.fill(&mut bytes)?;
        // One in four thousand million is no key.
        if let Ok(own) = SecretKey::from_slice(&bytes) {
            break own;
        }
    };
    seal_with((&own, salt), (&public, reader.secret), text).map(Some)
}

fn seal_with(
    (own, salt): (&SecretKey, [u8; 16]),
    (public, secret): (&PublicKey, &[u8]),
    text: &[u8],
) -> Result<Vec<u8>> {
    ensure!(text.len() <= MOST, "a push of {} bytes is too long", text.len());
    let shared = ecdh::diffie_hellman(own.to_nonzero_scalar(), public.as_affine());
    let (theirs, ours) = (public.to_sec1_point(false), own.public_key().to_sec1_point(false));
    let info = [b"WebPush: info\0", theirs.as_bytes(), ours.as_bytes()].concat();
    let key: [u8; 32] = derived((secret, shared.raw_secret_bytes().as_slice()), &info)?;
    let cipher: [u8; 16] = derived((&salt, &key), b"Content-Encoding: aes128gcm\0")?;
    let nonce: [u8; 12] = derived((&salt, &key), b"Content-Encoding: nonce\0")?;
    let record = [text, &[LAST]].concat();
    let sealed = Aes128Gcm::new(&cipher.into())
        .encrypt(&Nonce::from(nonce), record.as_slice())
        .map_err(|_| anyhow!("a push could not be sealed"))?;
    let length = u8::try_from(ours.as_bytes().len())?;
    Ok([&salt[..], &RECORD.to_be_bytes(), &[length], ours.as_bytes(), &sealed].concat())
}

/// Key material of this length (RFC 5869).
fn derived<const LENGTH: usize>((salt, material): (&[u8], &[u8]), info: &[u8]) -> Result<[u8; LENGTH]> {
    let mut key = [0; LENGTH];
    let found = Hkdf::<Sha256>::new(Some(salt), material).expand(info, &mut key);
    found.map_err(|_| anyhow!("a key of {LENGTH} bytes is too long"))?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    #[test]
    fn what_the_standard_shows_comes_out() {
        // RFC 8291, section 5.
        let own = SecretKey::from_slice(&bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap();
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap();
        let public =
            bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        let public = PublicKey::from_sec1_bytes(&public).unwrap();
        let secret = bytes("BTBZMqHH6r4Tts7J_aSIgg");
        let text = b"When I grow up, I want to be a watermelon";
        let sealed = seal_with((&own, salt), (&public, &secret), text).unwrap();
        assert_eq!(
            URL_SAFE_NO_PAD.encode(sealed),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBr\
             u3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
        );
    }

    #[test]
    fn no_push_is_longer_than_services_take_nor_sealed_for_nobody() {
        let random = Random::seeded(1);
        let own = SecretKey::from_slice(&[7; 32]).unwrap();
        let public = own.public_key().to_sec1_point(false);
        let reader = Reader { public_key: public.as_bytes(), secret: &[7; 16] };
        assert_eq!(seal(&random, &reader, &[b'x'; MOST]).unwrap().unwrap().len(), 4096);
        assert!(seal(&random, &reader, &[b'x'; MOST + 1]).is_err());
        let nobody = Reader { public_key: &[4; 65], ..reader };
        assert_eq!(seal(&random, &nobody, b"x").unwrap(), None);
    }
}
