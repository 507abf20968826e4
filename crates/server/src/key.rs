//! The key file: 256 bits that seal the secrets of authenticators, outside the database and its copies.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use app::Random;
use app::seal::Seal;

/// Reads the key, and makes it on first use. Only its owner may read the file.
///
/// # Errors
/// When others may read it, it holds no key, or cannot be made; the message says what to do.
pub fn seal(file: &Path, random: &Random) -> Result<Seal> {
    if !file.exists() {
        make(file, random).with_context(|| format!("making the key file {}", file.display()))?;
    }
    let about = fs::metadata(file).with_context(|| format!("looking at {}", file.display()))?;
    ensure!(
        about.mode() & 0o077 == 0,
        "{0} can be read by others: say `chmod 600 {0}`, and if they have read it, delete it and say `ayni admin new-key`",
        file.display()
    );
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    match parse(text.trim()) {
        Some(key) => Ok(Seal::new(key)),
        None => bail!("{} holds no key: it should be 64 hexadecimal digits", file.display()),
    }
}

/// Writes the key beside, then gives it its name: nobody ever reads half of one, and of two who begin one is first.
fn make(file: &Path, random: &Random) -> Result<()> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{}", std::process::id()));
    let draft = Path::new(&name);
    let written = write(draft, &random.token()?.text()).and_then(|()| match fs::hard_link(draft, file) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error.into()),
        _ => Ok(()),
    });
    let gone = fs::remove_file(draft);
    written?;
    Ok(gone?)
}

fn write(draft: &Path, text: &str) -> Result<()> {
    let mut file: File =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(draft)?;
    writeln!(file, "{text}")?;
    Ok(file.sync_all()?)
}

fn parse(text: &str) -> Option<[u8; 32]> {
    let mut key = [0; 32];
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    for (at, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_key_is_made_once_and_is_its_owners_only() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data/ayni.key");
        seal(&file, &Random::System).unwrap();
        let first = fs::read_to_string(&file).unwrap();
        seal(&file, &Random::System).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), first);
        assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "no draft is left");

        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        let refused = seal(&file, &Random::System).unwrap_err().to_string();
        assert!(refused.contains("chmod 600"), "{refused}");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(&file, "no key").unwrap();
        assert!(seal(&file, &Random::System).is_err());
    }
}
