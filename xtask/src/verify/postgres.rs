//! A throw-away PostgreSQL cluster for the tests. It has its own folder, port and password, and touches no cluster
//! of the machine.
//!
//! The cluster goes away with us however we end: a small shell guards it, waiting on a pipe that only we hold
//! open. When we finish, fail, panic, are interrupted or killed, the pipe closes, and the shell stops the server
//! and removes the folder.

use crate::process::{command, is_root, output, run, works};
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The oldest major version that the program supports.
const OLDEST: u32 = 15;
const STARTS_WITHIN: Duration = Duration::from_secs(60);

/// Arguments: the programs' folder, the cluster's folder, the port. Data that a crash of the machine would lose
/// may be lost here, so nothing is flushed.
const GUARD: &str = r#"
"$1/postgres" -D "$2/data" -p "$3" -k "$2" -h 127.0.0.1 -c max_connections=300 -c fsync=off \
    -c full_page_writes=off -c timezone=UTC </dev/null &
server=$!
cat >/dev/null
kill -INT "$server"
wait "$server"
rm -rf "$2"
"#;

/// A running cluster; dropping it stops it and waits until it is gone.
pub(super) struct Cluster {
    guard: Child,
    url: String,
}

impl Cluster {
    /// Makes a new cluster and waits until it answers. What the server says goes to `log`.
    pub(super) fn start(log: &Path) -> Result<Self> {
        let programs = programs()?;
        let owner = if is_root()? { Some(account("postgres")?) } else { None };
        let folder = folder()?;
        let password = password()?;
        create(&programs, &folder, owner, &password)?;

        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut guard = owned(command("sh"), owner);
        guard.args(["-c", GUARD, "guard"]).arg(&programs).arg(&folder).arg(port.to_string());
        // A group of its own: an interrupt typed at the terminal reaches us, and the guard only through us.
        guard.process_group(0).current_dir("/").stdin(Stdio::piped());
        guard.stdout(File::create(log)?).stderr(File::options().append(true).open(log)?);
        let url = format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres");
        let cluster = Self { guard: guard.spawn().context("cannot start the cluster's guard")?, url };

        let began = Instant::now();
        let mut ready = command("sh");
        ready
            .args(["-c", r#""$1/pg_isready" -q -h 127.0.0.1 -p "$2""#, "ready"])
            .arg(&programs)
            .arg(port.to_string());
        while !works(&mut ready) {
            if began.elapsed() > STARTS_WITHIN {
                let said = fs::read_to_string(log).unwrap_or_default();
                bail!("PostgreSQL did not start within {} s:\n{said}", STARTS_WITHIN.as_secs());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        println!("PostgreSQL of {} answers on port {port}", programs.display());
        Ok(cluster)
    }

    /// The URL of a database on which the tests may create others.
    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        if let Err(error) = self.guard.wait() {
            println!("the cluster's guard is lost: {error}");
        }
    }
}

/// The folder of the newest PostgreSQL server programs on the machine.
pub(super) fn programs() -> Result<PathBuf> {
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
        output(command("pg_config").arg("--bindir")).context("no PostgreSQL server programs found")?;
    let bin = PathBuf::from(stated.trim());
    let about = output(command(&bin.join("postgres").to_string_lossy()).arg("--version"))?;
    let version =
        about.split_whitespace().last().and_then(|text| text.split('.').next()?.parse::<u32>().ok());
    if version.is_none_or(|version| version < OLDEST) {
        bail!("PostgreSQL {OLDEST} or newer is needed, not {}", about.trim());
    }
    Ok(bin)
}

/// A new folder that the server's account can reach, with a path short enough for a socket.
fn folder() -> Result<PathBuf> {
    let folder = Path::new("/tmp").join(format!("ayni-verify-{}", std::process::id()));
    fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
    Ok(folder)
}

fn create(programs: &Path, folder: &Path, owner: Option<(u32, u32)>, password: &str) -> Result<()> {
    let secret = folder.join("password");
    fs::write(&secret, password)?;
    if let Some((account, group)) = owner {
        chown(&secret, Some(account), Some(group))?;
        chown(folder, Some(account), Some(group))?;
    }
    let mut initdb = owned(command(&programs.join("initdb").to_string_lossy()), owner);
    initdb.args([
        "--no-sync",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--username=postgres",
        "--auth=scram-sha-256",
    ]);
    initdb.arg("--pwfile").arg(&secret).arg("--pgdata").arg(folder.join("data"));
    let made = run(initdb.current_dir("/").stdout(Stdio::null()));
    if made.is_err() {
        fs::remove_dir_all(folder)?;
    }
    made
}

/// The command under the account that owns the cluster, when that is not ours.
fn owned(mut command: Command, owner: Option<(u32, u32)>) -> Command {
    if let Some((account, group)) = owner {
        command.uid(account).gid(group);
    }
    command
}

/// Number and group of an account of the machine.
fn account(name: &str) -> Result<(u32, u32)> {
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
fn password() -> Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
