//! The lock on a data folder: only one program writes a SQLite database.

use std::fs::{File, TryLockError};
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The lock, held until it is dropped or the program ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: Option<File>,
}

impl Lock {
    /// Locks the folder of a SQLite database, and makes it when it is missing. Where there is no folder, as with
    /// PostgreSQL, there is nothing to lock.
    ///
    /// # Errors
    /// When another program holds it, with what to do.
    pub fn take(folder: Option<&Path>) -> Result<Self> {
        let Some(folder) = folder else { return Ok(Self { _file: None }) };
        std::fs::create_dir_all(folder).with_context(|| format!("making the folder {}", folder.display()))?;
        let path = folder.join("ayni.lock");
        let file = File::options().create(true).truncate(false).write(true).open(&path);
        let file = file.with_context(|| format!("opening {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: Some(file) }),
            Err(TryLockError::WouldBlock) => bail!(
                "{} is in use by an `ayni` that runs: stop it first, or use its pages",
                folder.display()
            ),
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("locking {}", path.display()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lock;

    #[test]
    fn a_folder_has_one_writer() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let first = Lock::take(Some(&data)).unwrap();
        let refused = Lock::take(Some(&data)).unwrap_err().to_string();
        assert!(refused.contains("stop it first"), "{refused}");
        drop(first);
        assert!(Lock::take(Some(&data)).is_ok());
        assert!(Lock::take(None).is_ok());
    }
}
