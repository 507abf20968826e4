//! Chance: the only place where it comes from, and the names and secrets made of it.

use std::sync::{Arc, Mutex, PoisonError};

use ledger::time::Instant;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::Error;

/// A source of unpredictable bytes.
#[derive(Clone, Debug)]
pub enum Random {
    /// The machine's.
    System,
    /// The same bytes every time, for tests and the making of a demo.
    Seeded(Arc<Mutex<ChaCha20Rng>>),
}

impl Random {
    /// A source that gives the same bytes for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed))))
    }

    /// Fills a buffer.
    ///
    /// # Errors
    /// When the machine has no chance to give, which is a broken machine.
    pub fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        match self {
            Self::System => system_fill(bytes),
            Self::Seeded(rng) => {
                rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
                Ok(())
            }
        }
    }

    /// A name that nothing else has, and that sorts by time (UUID v7).
    ///
    /// # Errors
    /// As [`Random::fill`].
    pub fn uuid(&self, now: Instant) -> Result<Uuid, Error> {
        let mut bytes = [0; 10];
        self.fill(&mut bytes)?;
        let millis = u64::try_from(now.0 / 1000).unwrap_or(0);
        Ok(uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid())
    }

    /// A secret that cannot be guessed.
    ///
    /// # Errors
    /// As [`Random::fill`].
    pub fn token(&self) -> Result<Token, Error> {
        let mut bytes = [0; 32];
        self.fill(&mut bytes)?;
        Ok(Token(bytes))
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the machine for chance")]
fn system_fill(bytes: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(bytes).map_err(|error| Error::Internal(format!("no randomness: {error}")))
}

/// A secret of 256 bits, in a cookie or a link. Only its hash is ever kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// How it is written: 64 hexadecimal digits.
    pub fn text(&self) -> String {
        hex(&self.0)
    }

    /// What is kept of it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// One that follows from a secret and some words.
    pub(crate) fn derived(secret: [u8; 32], words: &str) -> Self {
        Self(
            Sha256::new()
                .chain_update("ayni token\n")
                .chain_update(secret)
                .chain_update(words)
                .finalize()
                .into(),
        )
    }

    /// Reads a token; anything else is none.
    pub fn parse(text: &str) -> Option<Self> {
        unhex(text).map(Self)
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What stands for something that has a name and no secret, where hashes of tokens are keys. It is no token's hash: those are
/// hashes of 32 bytes.
pub(crate) fn named(uuid: Uuid) -> [u8; 32] {
    Sha256::new().chain_update("ayni named\n").chain_update(uuid).finalize().into()
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// 256 bits of exactly 64 hexadecimal digits.
pub(crate) fn unhex(text: &str) -> Option<[u8; 32]> {
    // A sign before a digit would be read as well, and is none of ours.
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_as_it_was_written() {
        let token = Random::seeded(1).token().unwrap();
        assert_eq!(Token::parse(&token.text()), Some(token.clone()));
        assert_ne!(hex(&token.hash()), token.text());
        for wrong in ["", "00", &"g".repeat(64), &"é".repeat(32), &"ff".repeat(32)[..63], &"+f".repeat(32)] {
            assert_eq!(Token::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_names_and_time_orders_them() {
        let (a, b) = (Random::seeded(7), Random::seeded(7));
        assert_eq!(a.uuid(Instant(5_000_000)).unwrap(), b.uuid(Instant(5_000_000)).unwrap());
        assert!(a.uuid(Instant(1_000_000_000)).unwrap() < a.uuid(Instant(2_000_000_000)).unwrap());
        assert_ne!(Random::System.token().unwrap(), Random::System.token().unwrap());
    }
}
