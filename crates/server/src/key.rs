//! The key file: 256 bits that seal the secrets of authenticators, outside the database and its copies.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use app::Random;
use app::seal::Seal;

use crate::files;

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
    Seal::parse(text.trim())
        .with_context(|| format!("{} holds no key: it should be 64 hexadecimal digits", file.display()))
}

/// Writes the key beside, then gives it its name: nobody ever reads half of one, and of two who begin one is first.
fn make(file: &Path, random: &Random) -> Result<()> {
    fs::create_dir_all(files::folder(file))?;
    let draft = files::beside(file, &format!(".{}", std::process::id()));
    let written = write(&draft, &random.token()?.text()).and_then(|()| match fs::hard_link(&draft, file) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error.into()),
        _ => Ok(()),
    });
    let gone = fs::remove_file(&draft);
    written?;
    gone?;
    // Or a power failure might take the only key to what is sealed from now on.
    files::keep_names(files::folder(file))
}

fn write(draft: &Path, text: &str) -> Result<()> {
    let mut file: File =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(draft)?;
    writeln!(file, "{text}")?;
    Ok(file.sync_all()?)
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
