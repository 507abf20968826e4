//! The keys that sign tokens: made when they are first needed and every ninety days, kept sealed in the database, so that all
//! servers of one database sign with the same.

use std::sync::Arc;

use ledger::time::Instant;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng as _;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, RsaPublicKeyComponents};
use rsa::RsaPrivateKey;
use rsa::pkcs1::EncodeRsaPrivateKey as _;
use rsa::traits::{PrivateKeyParts as _, PublicKeyParts as _};
use sha2::{Digest as _, Sha256};
use store::tokens::SigningKey;

use super::{KEY_COUNTS_S, KEY_SIGNS_S};
use crate::App;
use crate::error::{Error, Result};
use crate::jobs::after;
use crate::random::hex;
use crate::seal;

/// Bits of a key.
const BITS: usize = 2048;
/// Whose secret a key is, for the seal: the server's own.
const OWNER: i64 = 0;

/// A key that is at hand.
pub(crate) struct Key {
    pair: RsaKeyPair,
    public: PublicKey,
}

/// The public half of a key, for those who check what it has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    /// Its name.
    pub kid: String,
    /// The modulus, big-endian.
    pub modulus: Vec<u8>,
    /// The exponent, big-endian.
    pub exponent: Vec<u8>,
    /// When it was made.
    made_at: Instant,
}

impl Key {
    pub(super) fn kid(&self) -> &str {
        &self.public.kid
    }

    /// The signature of a text.
    pub(super) fn sign(&self, text: &[u8]) -> Result<Vec<u8>> {
        let mut signature = vec![0; self.pair.public().modulus_len()];
        // This way of signing takes nothing from chance; what is handed in is not asked.
        self.pair
            .sign(&RSA_PKCS1_SHA256, &ring::rand::SystemRandom::new(), text, &mut signature)
            .map_err(|_| Error::Internal("a token could not be signed".to_owned()))?;
        Ok(signature)
    }

    pub(super) fn has_signed(&self, text: &[u8], signature: &[u8]) -> bool {
        let key = RsaPublicKeyComponents { n: &self.public.modulus, e: &self.public.exponent };
        key.verify(&RSA_PKCS1_2048_8192_SHA256, text, signature).is_ok()
    }
}

/// The public halves of all keys by which something may have been signed that still counts, the newest first. There is always
/// one.
///
/// # Errors
/// When the database fails.
pub async fn public_keys(app: &App) -> Result<Vec<PublicKey>> {
    signing(app).await?;
    let since = after(app.clock.now(), -KEY_COUNTS_S);
    let rows = store::tokens::keys(&mut app.db.read().await?, since).await?;
    Ok(rows.into_iter().map(public).collect())
}

/// The key that signs now.
pub(super) async fn signing(app: &App) -> Result<Arc<Key>> {
    match newest(app).await? {
        Some(row) => opened(app, row).await,
        None => make(app).await,
    }
}

/// The key of this name, unless nothing that it has signed counts any more.
pub(super) async fn find(app: &App, kid: &str) -> Result<Option<Arc<Key>>> {
    let since = after(app.clock.now(), -KEY_COUNTS_S);
    if let Some(key) = app.kept.keys.get(&kid.to_owned()) {
        return Ok(Some(key).filter(|key| key.public.made_at >= since));
    }
    let rows = store::tokens::keys(&mut app.db.read().await?, since).await?;
    match rows.into_iter().find(|row| row.kid == kid) {
        Some(row) => opened(app, row).await.map(Some),
        None => Ok(None),
    }
}

async fn newest(app: &App) -> Result<Option<SigningKey>> {
    let since = after(app.clock.now(), -KEY_SIGNS_S);
    Ok(store::tokens::keys(&mut app.db.read().await?, since).await?.into_iter().next())
}

fn public(row: SigningKey) -> PublicKey {
    PublicKey { kid: row.kid, modulus: row.modulus, exponent: row.exponent, made_at: row.made_at }
}

/// A key as it is kept, at hand.
async fn opened(app: &App, row: SigningKey) -> Result<Arc<Key>> {
    if let Some(key) = app.kept.keys.get(&row.kid) {
        return Ok(key);
    }
    let seal = seal::of(&mut app.db.write().await?, app).await?;
    let secret = seal.open(OWNER, &row.sealed)?;
    let pair = RsaKeyPair::from_der(&secret).map_err(|error| unusable(&error))?;
    let key = Arc::new(Key { pair, public: public(row) });
    app.kept.keys.put(key.kid().to_owned(), key.clone());
    Ok(key)
}

fn unusable(error: &dyn std::fmt::Display) -> Error {
    Error::Internal(format!("a key that signs tokens cannot be used: {error}"))
}

/// Makes a key, unless somebody else does at the same moment.
async fn make(app: &App) -> Result<Arc<Key>> {
    let mut seed = [0; 32];
    app.random.fill(&mut seed)?;
    // It takes seconds of a processor at worst.
    let made = tokio::task::spawn_blocking(move || new_key(seed)).await;
    let (secret, modulus, exponent) =
        made.map_err(|error| Error::Internal(format!("no key was made: {error}")))??;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let since = after(now, -KEY_SIGNS_S);
    if store::tokens::keys(&mut tx, since).await?.is_empty() {
        let sealed = seal::of(&mut tx, app).await?.close(&app.random, OWNER, &secret)?;
        let kid = hex(&Sha256::digest(&modulus)[..8]);
        let key = SigningKey { kid, sealed, modulus, exponent, made_at: now };
        store::tokens::insert_key(&mut tx, &key).await?;
        tx.commit().await?;
    } else {
        drop(tx);
    }
    let row =
        newest(app).await?.ok_or_else(|| Error::Internal("no key that signs tokens is there".to_owned()))?;
    opened(app, row).await
}

/// A private key in PKCS #1, its modulus, its exponent.
type Made = (Vec<u8>, Vec<u8>, Vec<u8>);

fn new_key(seed: [u8; 32]) -> Result<Made> {
    let mut chance = ChaCha20Rng::from_seed(seed);
    let key = RsaPrivateKey::new(&mut chance, BITS).map_err(|error| unusable(&error))?;
    // Whoever signs with it wants the greater prime first.
    let mut primes = key.primes().to_vec();
    primes.sort_by(|one, other| other.cmp(one));
    let parts = (key.n().as_ref().clone(), key.e().clone(), key.d().clone());
    let key = RsaPrivateKey::from_components(parts.0, parts.1, parts.2, primes);
    let key = key.map_err(|error| unusable(&error))?;
    let secret = key.to_pkcs1_der().map_err(|error| unusable(&error))?;
    Ok((secret.as_bytes().to_vec(), key.n_bytes().into_vec(), key.e_bytes().into_vec()))
}

/// A key for tests, made once in a process: making one takes longer than most tests.
#[cfg(feature = "testing")]
pub(crate) async fn plant(app: &App) -> Result<()> {
    static MADE: std::sync::OnceLock<Made> = std::sync::OnceLock::new();
    if newest(app).await?.is_some() {
        return Ok(());
    }
    let made = match MADE.get() {
        Some(made) => made.clone(),
        None => MADE.get_or_init(|| new_key([7; 32]).unwrap_or_default()).clone(),
    };
    let mut tx = app.db.write().await?;
    let sealed = seal::of(&mut tx, app).await?.close(&app.random, OWNER, &made.0)?;
    let kid = hex(&Sha256::digest(&made.1)[..8]);
    let key = SigningKey { kid, sealed, modulus: made.1, exponent: made.2, made_at: app.clock.now() };
    store::tokens::insert_key(&mut tx, &key).await?;
    Ok(tx.commit().await?)
}
