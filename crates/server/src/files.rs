//! Files that are there as a whole or not at all, however the program ends.

use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

/// Another file beside this one: a database's log, its index, its draft.
#[must_use]
pub(crate) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Removes a SQLite database that was not finished.
///
/// # Errors
/// When it is there and cannot be removed.
pub(crate) fn forget_database(draft: &Path) -> Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let left = beside(draft, ending);
        match fs::remove_file(&left) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("removing {}", left.display()));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Gives a closed SQLite database its name, for good. What had this name before is gone.
///
/// # Errors
/// When it was not closed well, or the disk does not do it.
pub(crate) fn put_database_in_place(draft: &Path, file: &Path) -> Result<()> {
    let log = beside(draft, "-wal");
    ensure!(!log.exists(), "{} was not folded into the database: start again", log.display());
    File::open(draft)?.sync_all().with_context(|| format!("keeping {}", draft.display()))?;
    rename(draft, file)
}

/// A file that nobody else may read, to be filled and then named: what is left of an earlier attempt is written over.
///
/// # Errors
/// When somebody else is filling it, or the disk does not let it be made.
pub(crate) fn begin(part: &Path) -> Result<File> {
    let made = OpenOptions::new().create(true).truncate(false).read(true).write(true).mode(0o600).open(part);
    let file = made.with_context(|| format!("making {}", part.display()))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => bail!("another program is just writing {}", part.display()),
        Err(TryLockError::Error(error)) => return Err(error).context("locking a file"),
    }
    file.set_permissions(Permissions::from_mode(0o600))?;
    file.set_len(0)?;
    Ok(file)
}

/// Copies a file under a name that is not taken, by way of another one: what is left there of an earlier attempt is
/// written over.
///
/// # Errors
/// When it is taken, or the disk does not do it.
pub(crate) fn copy(file: &Path, part: &Path, to: &Path) -> Result<()> {
    ensure!(!to.exists(), "{} is there already", to.display());
    let copied = fs::copy(file, part).and_then(|_| File::open(part)?.sync_all());
    if copied.is_err() {
        // It may not even have been made.
        let _ = fs::remove_file(part);
    }
    copied.with_context(|| format!("copying {} to {}", file.display(), to.display()))?;
    rename(part, to)
}

/// Renames a file, for good.
///
/// # Errors
/// When the disk does not do it.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| format!("naming {}", to.display()))?;
    keep_names(folder(to))
}

/// Sees to it that the names in a folder are there after a power failure.
///
/// # Errors
/// When the disk does not do it.
pub(crate) fn keep_names(folder: &Path) -> Result<()> {
    let kept = File::open(folder).and_then(|folder| folder.sync_all());
    kept.with_context(|| format!("keeping {}", folder.display()))
}

/// The folder that a file lies in.
#[must_use]
pub(crate) fn folder(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
