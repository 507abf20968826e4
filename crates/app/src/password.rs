//! Passwords: chosen, hashed and checked.

use std::sync::Arc;

use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Result};
use crate::form::Form;
use crate::random::Random;

mod common;
mod memory;

use memory::{Kept, Memory};

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

/// Makes and checks hashes, a few at a time, in memory that is kept for them.
#[derive(Clone)]
pub struct Passwords {
    memory: Kept,
    turns: Arc<Semaphore>,
    door: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            memory: Kept::default(),
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
        let made = self.in_turn(move |memory| memory.hash(password.as_bytes(), &salt)).await?;
        made.map(PasswordText).map_err(|error| Error::Internal(error.to_string()))
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
        self.in_turn(move |memory| {
            if hashes.is_empty() {
                memory.fits(password.as_bytes(), NOBODY);
                return None;
            }
            hashes.iter().position(|hash| memory.fits(password.as_bytes(), hash))
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Memory) -> T + Send + 'static,
    ) -> Result<T> {
        let failed = |error: &dyn std::fmt::Display| Error::Internal(format!("hashing: {error}"));
        let place = self.door.clone().try_acquire_owned().map_err(|_| Error::Busy { retry_after_s: 5 })?;
        // Owned, so that the turn lasts until the hash is made even when whoever asked has gone.
        let turn = self.turns.clone().acquire_owned().await.map_err(|error| failed(&error))?;
        let memory = self.memory.clone();
        tokio::task::spawn_blocking(move || {
            let done = memory.lend(work);
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

#[cfg(test)]
mod tests {
    use argon2::password_hash::phc::PasswordHash;
    use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};

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

    #[tokio::test]
    async fn hashes_of_other_making_are_checked_the_way_they_were_made() {
        // The crate makes them by its own way: other sizes, passes, lanes, kinds, versions and lengths.
        let passwords = Passwords::default();
        for (algorithm, version, (memory_kib, passes, lanes), length) in [
            (Algorithm::Argon2id, Version::V0x13, (64, 1, 1), 32),
            (Algorithm::Argon2id, Version::V0x13, (MEMORY_KIB * 2, 1, 2), 32),
            (Algorithm::Argon2i, Version::V0x13, (256, 3, 4), 64),
            (Algorithm::Argon2d, Version::V0x10, (128, 2, 1), 16),
        ] {
            let params = Params::new(memory_kib, passes, lanes, Some(length)).unwrap();
            let theirs = Argon2::new(algorithm, version, params);
            let kept = theirs.hash_password_with_salt(b"tomates 7", b"a salt of theirs").unwrap().to_string();
            assert_eq!(passwords.find("tomates 7", vec![kept.clone()]).await.unwrap(), Some(0), "{kept}");
            assert_eq!(passwords.find("tomates 8", vec![kept.clone()]).await.unwrap(), None, "{kept}");
        }
        let (unfinished, hash) = NOBODY.rsplit_once('$').unwrap();
        for unreadable in
            ["", "$", unfinished, &format!("$scrypt$ln=16,r=8,p=1$YXluaS1ub2JvZHktMDAwMQ${hash}")]
        {
            assert_eq!(passwords.find("tomates 7", vec![unreadable.to_owned()]).await.unwrap(), None);
        }
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
