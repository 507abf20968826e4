//! Making a cluster: its programs, its owner, its folder and its password.

use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, bail};

use crate::processes::{is_root, output};

/// The oldest major version that the program supports.
const OLDEST: u32 = 15;

/// The account of the machine that a cluster belongs to when we are root: its number and group.
pub(super) type Owner = (u32, u32);

/// The folder of the newest PostgreSQL server programs on the machine.
///
/// # Errors
/// When there are none, or only older ones.
pub fn programs() -> Result<PathBuf> {
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().filter_map(|entry| {
        let entry = entry.ok()?;
        let version: u32 = entry.file_name().to_str()?.parse().ok()?;
        Some((version, entry.path().join("bin")))
    });
    let newest = debian.filter(|(version, bin)| *version >= OLDEST && bin.join("initdb").is_file()).max();
    if let Some((_, bin)) = newest {
        return Ok(bin);
    }
    let stated =
        output(Command::new("pg_config").arg("--bindir")).context("no PostgreSQL server programs found")?;
    let bin = PathBuf::from(stated);
    let about = output(Command::new(bin.join("postgres")).arg("--version"))?;
    let version =
        about.split_whitespace().last().and_then(|text| text.split('.').next()?.parse::<u32>().ok());
    if version.is_none_or(|version| version < OLDEST) {
        bail!("PostgreSQL {OLDEST} or newer is needed, not {about}");
    }
    Ok(bin)
}

/// A new folder of our own, with a path short enough for a socket.
pub(super) fn folder(within: &Path) -> Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = within.join(format!("ayni-cluster-{}-{count}", std::process::id()));
    fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
    Ok(folder)
}

/// Whom a cluster belongs to: PostgreSQL refuses to run as root.
pub(super) fn owner() -> Result<Option<Owner>> {
    if is_root()? { Ok(Some(account("postgres")?)) } else { Ok(None) }
}

/// The command under the account that owns the cluster, when that is not ours.
pub(super) fn owned(mut command: Command, owner: Option<Owner>) -> Command {
    if let Some((account, group)) = owner {
        command.uid(account).gid(group);
    }
    command
}

/// Makes the owner's what is ours.
pub(super) fn give(path: &Path, owner: Option<Owner>) -> Result<()> {
    if let Some((account, group)) = owner {
        chown(path, Some(account), Some(group))?;
    }
    Ok(())
}

/// Makes the files of a new cluster.
pub(super) fn create(programs: &Path, folder: &Path, owner: Option<Owner>, password: &str) -> Result<()> {
    let secret = folder.join("password");
    fs::write(&secret, password)?;
    give(&secret, owner)?;
    give(folder, owner)?;
    let mut initdb = owned(Command::new(programs.join("initdb")), owner);
    initdb.args([
        "--no-sync",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--username=postgres",
        "--auth=scram-sha-256",
    ]);
    initdb.arg("--pwfile").arg(&secret).arg("--pgdata").arg(folder.join("data"));
    let made = output(initdb.current_dir("/"));
    if made.is_err() {
        fs::remove_dir_all(folder)?;
    }
    made.map(|_| ())
}

/// Number and group of an account of the machine.
fn account(name: &str) -> Result<Owner> {
    let accounts = fs::read_to_string("/etc/passwd")?;
    let fields =
        accounts.lines().map(|line| line.split(':').collect::<Vec<_>>()).find(|fields| fields[0] == name);
    let fields = fields
        .with_context(|| format!("the machine has no account `{name}`; PostgreSQL refuses to run as root"))?;
    match fields[..] {
        [_, _, number, group, ..] => Ok((number.parse()?, group.parse()?)),
        _ => bail!("cannot read the line of `{name}` in /etc/passwd"),
    }
}

/// Other accounts of the machine can reach the port, so it asks for a word that only we know.
pub(super) fn password() -> Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
