//! A demo that is made once and copied: making one takes far longer than most of what is then done with it.
//!
//! It lies beside the program that made it, and is made anew when that program is another one, or on another day. Test
//! programs that want it at once wait for each other.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

use crate::server::{Server, ayni};
use crate::setting;

/// What the folder holds: the data, a backup of them, and a word that says of when and by what both are. The word is
/// written last.
const DATA: &str = "data";
const BACKUP: &str = "demo.backup";
const WORD: &str = "made-by";
const LOCK: &str = "lock";

const DAY_SECONDS: u64 = 86_400;

/// Copies a demo into a folder that is not there yet.
///
/// # Errors
/// When none can be made, or the folder cannot be written.
pub fn copy(data: &Path) -> Result<()> {
    let made = Made::take()?;
    copy_folder(&made.folder.join(DATA), data)
}

/// Brings a demo into an empty PostgreSQL database.
///
/// # Errors
/// When none can be made, or the database is not empty.
pub fn restore(database: &str) -> Result<()> {
    let made = Made::take()?;
    ayni(&["restore", &made.folder.join(BACKUP).to_string_lossy(), "--database", database])?;
    Ok(())
}

/// The folder, ours alone until this is dropped.
struct Made {
    folder: PathBuf,
    _lock: File,
}

impl Made {
    fn take() -> Result<Made> {
        let program = PathBuf::from(setting("AYNI_TEST_BINARY")?);
        let folder = program.with_file_name("made-demo");
        fs::create_dir_all(&folder)?;
        let lock = File::create(folder.join(LOCK))?;
        lock.lock()?;
        let word = word(&program)?;
        if fs::read_to_string(folder.join(WORD)).ok().as_ref() != Some(&word) {
            make(&folder)?;
            fs::write(folder.join(WORD), word)?;
        }
        Ok(Made { folder, _lock: lock })
    }
}

/// What a program that was compiled again, or another day, would not write.
fn word(program: &Path) -> Result<String> {
    let about = fs::metadata(program).with_context(|| format!("{} is missing", program.display()))?;
    let compiled = about.modified()?.duration_since(UNIX_EPOCH)?;
    let day = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / DAY_SECONDS;
    Ok(format!("{} bytes, compiled at {compiled:?}, on day {day}", about.len()))
}

fn make(folder: &Path) -> Result<()> {
    for left in fs::read_dir(folder)? {
        let left = left?;
        if left.file_type()?.is_dir() {
            fs::remove_dir_all(left.path())?;
        } else if left.file_name() != LOCK {
            fs::remove_file(left.path())?;
        }
    }
    let mut server = Server::making()?;
    server.run("backup", &[&folder.join(BACKUP).to_string_lossy()])?;
    // So that nothing is left in the log of the database.
    server.stop()?;
    copy_folder(&server.data(), &folder.join(DATA))
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    // As the program made it: nobody else may look in.
    fs::set_permissions(to, fs::metadata(from)?.permissions())?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, to) = (entry.file_type()?, to.join(entry.file_name()));
        if kind.is_dir() {
            copy_folder(&entry.path(), &to)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), &to)?;
        } else {
            bail!("{} is neither file nor folder", entry.path().display());
        }
    }
    Ok(())
}
