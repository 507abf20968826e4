//! The memory that hashes are made in: taken once, wiped after each use, and kept for the next.
//!
//! Left to the allocator, 19 MiB came from the heap of whichever thread was free, and stayed in every one of them.

use std::sync::{Arc, Mutex, PoisonError};

use argon2::password_hash::phc::{Output, PasswordHash};
use argon2::{Algorithm, Argon2, Block, Params, Version};

use super::{MEMORY_KIB, PASSES};

/// Memory that waits for its next use. There is as much of it as was ever used at the same time.
#[derive(Clone, Default)]
pub(super) struct Kept(Arc<Mutex<Vec<Memory>>>);

impl Kept {
    /// Lends memory to some work.
    pub(super) fn lend<T>(&self, work: impl FnOnce(&mut Memory) -> T) -> T {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut memory = kept.unwrap_or_else(Memory::new);
        let done = work(&mut memory);
        memory.wipe();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
        done
    }
}

/// Memory for one hash at a time.
pub(super) struct Memory(Vec<Block>);

impl Memory {
    fn new() -> Self {
        Self(vec![Block::new(); MEMORY_KIB as usize])
    }

    /// Nothing that was derived from a password stays, nor more memory than is wont.
    fn wipe(&mut self) {
        self.0.truncate(MEMORY_KIB as usize);
        self.0.shrink_to_fit();
        self.0.fill(Block::new());
    }

    /// The hash of a password with a salt, as it is kept.
    ///
    /// # Errors
    /// When the salt's length is none that can be.
    pub(super) fn hash(&mut self, password: &[u8], salt: &[u8]) -> argon2::password_hash::Result<String> {
        let params = Params::new(MEMORY_KIB, PASSES, 1, Some(Params::DEFAULT_OUTPUT_LEN))?;
        let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
        let hash = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: (&params).try_into()?,
            salt: Some(argon2::password_hash::phc::Salt::new(salt)?),
            hash: None,
        };
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        self.fill(&argon2, password, salt, &mut output)?;
        Ok(PasswordHash { hash: Some(Output::new(&output)?), ..hash }.to_string())
    }

    /// Whether a password fits a hash that is kept, made the way the hash itself says. What cannot be read fits nothing.
    pub(super) fn fits(&mut self, password: &[u8], kept: &str) -> bool {
        self.compare(password, kept).is_ok_and(|fits| fits)
    }

    fn compare(&mut self, password: &[u8], kept: &str) -> argon2::password_hash::Result<bool> {
        let kept = PasswordHash::new(kept)?;
        let (Some(salt), Some(due)) = (kept.salt, kept.hash) else { return Ok(false) };
        let algorithm = Algorithm::try_from(kept.algorithm.as_str())?;
        let version = kept.version.map(Version::try_from).transpose()?.unwrap_or_default();
        let argon2 = Argon2::new(algorithm, version, Params::try_from(&kept)?);
        let mut output = [0; Output::MAX_LENGTH];
        let output = &mut output[..due.len()];
        self.fill(&argon2, password, &salt, output)?;
        // In the same time, however much of it is right.
        Ok(subtle::ConstantTimeEq::ct_eq(&*output, due.as_ref()).into())
    }

    fn fill(
        &mut self,
        argon2: &Argon2<'_>,
        password: &[u8],
        salt: &[u8],
        output: &mut [u8],
    ) -> argon2::Result<()> {
        let blocks = argon2.params().block_count();
        if blocks > self.0.len() {
            self.0.resize(blocks, Block::new());
        }
        argon2.hash_password_into_with_memory(password, salt, output, &mut self.0)
    }
}
