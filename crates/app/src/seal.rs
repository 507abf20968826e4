//! The seal: what must not be read out of a copy of the database is kept encrypted with a key that is not in it.

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use sha2::{Digest, Sha256};
use store::Tx;

use crate::App;
use crate::error::{Error, Result};
use crate::random::{Random, hex, unhex};

/// The setting that names the key with which this database's secrets are sealed.
const SETTING: &str = "seal";

/// Bytes of a nonce.
const NONCE: usize = 12;

/// A key of 256 bits.
#[derive(Clone)]
pub struct Seal {
    key: [u8; 32],
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal(…)")
    }
}

impl Seal {
    /// The seal of a key.
    pub fn new(key: [u8; 32]) -> Self {
        Self { key }
    }

    /// The seal of a key written as 64 hexadecimal digits; anything else is none.
    pub fn parse(text: &str) -> Option<Self> {
        unhex(text).map(Self::new)
    }

    /// A name of the key that tells nothing of it.
    fn name(&self) -> String {
        hex(&Sha256::new().chain_update("ayni seal\n").chain_update(self.key).finalize()[..8])
    }

    /// Something that follows from the key and a text, and from nothing else that anybody knows.
    pub(crate) fn derived(&self, text: &str) -> [u8; 32] {
        Sha256::new()
            .chain_update("ayni derived\n")
            .chain_update(self.key)
            .chain_update(text)
            .finalize()
            .into()
    }

    fn cipher(&self) -> Result<LessSafeKey> {
        let key = UnboundKey::new(&CHACHA20_POLY1305, &self.key);
        key.map(LessSafeKey::new).map_err(|_| Error::Internal("the key has a wrong length".to_owned()))
    }

    /// Seals a secret for an owner: nonce, secret, tag.
    pub(crate) fn close(&self, random: &Random, owner: i64, secret: &[u8]) -> Result<Vec<u8>> {
        let mut nonce = [0; NONCE];
        random.fill(&mut nonce)?;
        let mut sealed = secret.to_vec();
        let about = Aad::from(owner.to_be_bytes());
        self.cipher()?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), about, &mut sealed)
            .map_err(|_| Error::Internal("a secret could not be sealed".to_owned()))?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens what was sealed for this owner.
    pub(crate) fn open(&self, owner: i64, sealed: &[u8]) -> Result<Vec<u8>> {
        let wrong = || Error::Internal("a secret was sealed with another key".to_owned());
        let (nonce, rest) = sealed.split_at_checked(NONCE).ok_or_else(wrong)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| wrong())?;
        let mut rest = rest.to_vec();
        let about = Aad::from(owner.to_be_bytes());
        let secret = self.cipher()?.open_in_place(nonce, about, &mut rest).map_err(|_| wrong())?;
        Ok(secret.to_vec())
    }
}

/// The seal with which this database's secrets are closed. The first use writes the key's name down; another key is
/// refused from then on.
pub(crate) async fn of(tx: &mut Tx, app: &App) -> Result<Seal> {
    let seal = app.entrance.seal.clone();
    let seal = seal.ok_or_else(|| Error::Internal("no key to seal secrets with".to_owned()))?;
    match store::settings::get(tx, SETTING).await? {
        None => store::settings::set(tx, SETTING, &seal.name()).await?,
        Some(name) if name == seal.name() => {}
        Some(_) => {
            return Err(Error::Internal(
                "the key is not the one that this database was sealed with".to_owned(),
            ));
        }
    }
    Ok(seal)
}

/// Whether the program's key is the one that this database's secrets are sealed with; true while none is sealed.
///
/// # Errors
/// When the database fails.
pub async fn fits(app: &App) -> Result<bool> {
    let name = store::settings::get(&mut app.db.read().await?, SETTING).await?;
    Ok(name.is_none_or(|name| app.entrance.seal.as_ref().is_some_and(|seal| seal.name() == name)))
}

/// Lets the program's key be the one from now on; whoever calls this has taken away what another one has sealed.
pub(crate) async fn begin_anew(tx: &mut Tx, app: &App) -> Result<()> {
    let seal = app.entrance.seal.as_ref();
    let seal = seal.ok_or_else(|| Error::Internal("no key to seal secrets with".to_owned()))?;
    Ok(store::settings::set(tx, SETTING, &seal.name()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_and_the_owner_open_what_was_sealed() {
        let (seal, random) = (Seal::new([7; 32]), Random::seeded(1));
        let sealed = seal.close(&random, 5, b"a secret").unwrap();
        assert_ne!(sealed, seal.close(&random, 5, b"a secret").unwrap(), "a nonce of its own");
        assert!(!sealed.windows(8).any(|part| part == b"a secret"));
        assert_eq!(seal.open(5, &sealed).unwrap(), b"a secret");
        assert!(seal.open(6, &sealed).is_err(), "of somebody else");
        assert!(Seal::new([8; 32]).open(5, &sealed).is_err(), "another key");
        let mut touched = sealed.clone();
        touched[14] ^= 1;
        assert!(seal.open(5, &touched).is_err() && seal.open(5, &sealed[..5]).is_err());
        assert_eq!(format!("{seal:?}"), "Seal(…)");
    }
}
