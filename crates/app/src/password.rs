//! Passwords: chosen, hashed and checked.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Result};
use crate::form::Form;
use crate::random::Random;

mod common;

/// Memory of one hash, in KiB.
const MEMORY_KIB: u32 = 19 * 1024;
/// Passes over that memory.
const PASSES: u32 = 2;
/// How many hashes are made at a time: each takes a processor and 19 MiB.
const AT_A_TIME: usize = 2;
/// How many may wait for their turn; more are turned away.
const WAITING: usize = 64;
/// Bytes of a password, at least and at most.
const LENGTH: std::ops::RangeInclusive<usize> = 10..=256;
/// Checked against when there is nobody, so that this takes as long.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$YXluaS1ub2JvZHktMDAwMQ$\
                      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The hash of a password, as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordText(String);

impl PasswordText {
    /// What is written into the database.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for PasswordText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordText(…)")
    }
}

/// Makes and checks hashes, a few at a time.
#[derive(Clone, Debug)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    door: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(AT_A_TIME)),
            door: Arc::new(Semaphore::new(AT_A_TIME + WAITING)),
        }
    }
}

/// Notes in the form what is wrong with a password that somebody chooses.
pub fn check_choice(form: &mut Form, field: &'static str, password: &str) {
    let length = password.len();
    if length < *LENGTH.start() {
        form.wrong_with(field, "error-password-short", vec![("min", LENGTH.start().to_string())]);
    } else if length > *LENGTH.end() {
        form.wrong_with(field, "error-password-long", vec![("max", LENGTH.end().to_string())]);
    } else if common::is_common(password) {
        form.wrong(field, "error-password-common");
    }
}

impl Passwords {
    /// Hashes a password.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many wait.
    pub async fn hash(&self, random: &Random, password: &str) -> Result<PasswordText> {
        let mut salt = [0; 16];
        random.fill(&mut salt)?;
        let password = prepared(password);
        self.in_turn(move || {
            let hash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt);
            hash.map(|hash| PasswordText(hash.to_string()))
                .map_err(|error| Error::Internal(error.to_string()))
        })
        .await?
    }

    /// The first of these hashes that the password fits. With no hashes at all it takes as long as with one.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many wait.
    pub async fn find(&self, password: &str, hashes: Vec<String>) -> Result<Option<usize>> {
        if password.len() > *LENGTH.end() {
            return Ok(None);
        }
        let password = prepared(password);
        self.in_turn(move || {
            let argon2 = argon2()?;
            let fits = |hash: &str| {
                PasswordHash::new(hash)
                    .is_ok_and(|hash| argon2.verify_password(password.as_bytes(), &hash).is_ok())
            };
            if hashes.is_empty() {
                fits(NOBODY);
                return Ok(None);
            }
            Ok(hashes.iter().position(|hash| fits(hash)))
        })
        .await?
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let failed = |error: &dyn std::fmt::Display| Error::Internal(format!("hashing: {error}"));
        let place = self.door.clone().try_acquire_owned().map_err(|_| Error::Busy { retry_after_s: 5 })?;
        // Owned, so that the turn lasts until the hash is made even when whoever asked has gone.
        let turn = self.turns.clone().acquire_owned().await.map_err(|error| failed(&error))?;
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop((turn, place));
            done
        })
        .await
        .map_err(|error| failed(&error))
    }
}

/// The same letters give the same bytes, however a keyboard composes them.
fn prepared(password: &str) -> String {
    password.nfkc().collect()
}

fn argon2() -> Result<Argon2<'static>> {
    let params =
        Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let (passwords, random) = (Passwords::default(), Random::seeded(1));
        let ana = passwords.hash(&random, "tomates y café 7").await.unwrap();
        let again = passwords.hash(&random, "tomates y café 7").await.unwrap();
        assert_ne!(ana, again, "salted");
        let hashes = vec![again.as_str().to_owned(), ana.as_str().to_owned()];
        assert_eq!(passwords.find("tomates y cafe\u{301} 7", hashes.clone()).await.unwrap(), Some(0));
        assert_eq!(passwords.find("tomates y cafe 7", hashes).await.unwrap(), None);
        assert_eq!(passwords.find("tomates y café 7", Vec::new()).await.unwrap(), None);
        assert!(ana.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    #[test]
    fn nobody_has_a_hash_that_takes_as_long() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let params = Params::try_from(&nobody).unwrap();
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (MEMORY_KIB, PASSES, 1));
    }

    #[test]
    fn short_long_and_common_ones_are_refused() {
        let long = "x".repeat(257);
        for (password, code) in [
            ("123456789", Some("error-password-short")),
            (long.as_str(), Some("error-password-long")),
            ("Password123!", Some("error-password-common")),
            ("1234567890", Some("error-password-common")),
            ("aaaaaaaaaaaa", Some("error-password-common")),
            ("market-day-2026", None),
            ("ñandú ñandú", None),
        ] {
            let mut form = Form::new();
            check_choice(&mut form, "password", password);
            match (form.finish(), code) {
                (Ok(()), None) => {}
                (Err(error), Some(code)) => assert!(error.has_code(code), "{password}: {error}"),
                (found, _) => panic!("{password}: {found:?}"),
            }
        }
    }
}
