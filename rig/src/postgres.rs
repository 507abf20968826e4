//! A throw-away PostgreSQL cluster. It has its own folder, port and password, and touches no cluster of the machine. It
//! can be killed, restarted, followed by a second cluster, and promoted.
//!
//! The cluster goes away with us however we end: a small shell guards it, waiting on a pipe that only we hold open. When we
//! finish, fail, panic, are interrupted or killed, the pipe closes, and the shell stops the server and removes the folder.

mod making;

use std::fs::{self, File, OpenOptions};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::memory;
use crate::processes::{is_alive, kill_children, output, signal, wait_until};
pub use making::programs;
use making::{Owner, owned, owner};

const STARTS_WITHIN: Duration = Duration::from_secs(60);

/// Arguments: the cluster's folder.
const GUARD: &str = r#"
cat >/dev/null
server=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)
if [ -n "$server" ] && kill -CONT "$server" 2>/dev/null; then
    kill -INT "$server"
    while kill -0 "$server" 2>/dev/null; do sleep 0.05; done
fi
rm -rf "$1"
"#;

/// Whether a cluster flushes what it commits to the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flush {
    /// As PostgreSQL comes.
    Always,
    /// Never: quicker, and a crash of the machine may lose everything.
    Never,
}

/// A cluster; dropping it stops it and waits until it is gone.
pub struct Cluster {
    guard: Child,
    folder: PathBuf,
    programs: PathBuf,
    owner: Option<Owner>,
    port: u16,
    password: String,
    log: PathBuf,
    /// The server's first process. Its file may be on a disk that is gone.
    pid: AtomicU32,
}

impl Cluster {
    /// Makes a new cluster, under `/tmp` or, if it flushes nothing, in [`memory`], and waits until it answers. What the server
    /// says goes to `log`.
    ///
    /// # Errors
    /// When there are no programs of PostgreSQL, or the server does not start within a minute.
    pub fn start(log: &Path, flush: Flush) -> Result<Self> {
        let within = if flush == Flush::Never { memory::folder() } else { PathBuf::from("/tmp") };
        Self::start_in(&making::folder(&within)?, log, flush)
    }

    /// Makes a new cluster in a folder, which is its own from now on and goes away with it.
    ///
    /// # Errors
    /// As [`Cluster::start`].
    pub fn start_in(folder: &Path, log: &Path, flush: Flush) -> Result<Self> {
        let password = making::password()?;
        let (programs, owner) = (programs()?, owner()?);
        making::create(&programs, folder, owner, &password)?;
        let cluster = Self::guarded(folder, (programs, owner), password, log)?;
        cluster.configure(flush)?;
        cluster.launch()?;
        Ok(cluster)
    }

    /// Makes a second cluster that follows this one, reached through a port, as a standby that can be promoted.
    ///
    /// # Errors
    /// When the first one does not answer, or the second one does not start.
    pub fn follower(&self, log: &Path, through: u16) -> Result<Self> {
        let folder = making::folder(Path::new("/tmp"))?;
        making::give(&folder, self.owner)?;
        let from = format!("{}?application_name=follower", self.url_at(through));
        let mut copy = owned(Command::new(self.programs.join("pg_basebackup")), self.owner);
        copy.args(["--no-sync", "--checkpoint=fast", "--write-recovery-conf", "--pgdata"]);
        output(copy.arg(folder.join("data")).args(["--dbname", &from]).current_dir("/"))?;
        let parts = (self.programs.clone(), self.owner);
        let cluster = Self::guarded(&folder, parts, self.password.clone(), log)?;
        cluster.configure(Flush::Always)?;
        cluster.launch()?;
        Ok(cluster)
    }

    fn guarded(
        folder: &Path,
        (programs, owner): (PathBuf, Option<Owner>),
        password: String,
        log: &Path,
    ) -> Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut guard = owned(Command::new("sh"), owner);
        guard.args(["-c", GUARD, "guard"]).arg(folder);
        // A group of its own: an interrupt typed at the terminal reaches us, and the guard only through us.
        guard.process_group(0).current_dir("/").stdin(Stdio::piped()).stdout(Stdio::null());
        let guard = guard.stderr(Stdio::null()).spawn().context("cannot start the cluster's guard")?;
        File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        let (folder, log) = (folder.to_owned(), log.to_owned());
        let pid = AtomicU32::new(0);
        Ok(Self { guard, folder, programs, owner, port, password, log, pid })
    }

    fn configure(&self, flush: Flush) -> Result<()> {
        let mut text = format!(
            "\nport = {}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '{}'\n\
             max_connections = 300\ntimezone = 'UTC'\n",
            self.port,
            self.folder.display()
        );
        if flush == Flush::Never {
            text.push_str("fsync = off\nfull_page_writes = off\n");
        }
        let file = self.folder.join("data/postgresql.conf");
        let mut file = OpenOptions::new().append(true).open(file)?;
        std::io::Write::write_all(&mut file, text.as_bytes())?;
        Ok(())
    }

    /// The URL of a database on which the tests may create others.
    #[must_use]
    pub fn url(&self) -> String {
        self.url_at(self.port)
    }

    /// The same, as it is reached through another port.
    #[must_use]
    pub fn url_at(&self, port: u16) -> String {
        format!("postgres://postgres:{}@127.0.0.1:{port}/postgres", self.password)
    }

    /// Makes a database in it, and gives its URL.
    ///
    /// # Errors
    /// When there is one of this name, or the server does not answer.
    pub fn database(&self, name: &str) -> Result<String> {
        self.ask(&format!("CREATE DATABASE {name}"))?;
        let url = self.url();
        let (server, _) = url.rsplit_once('/').context("a URL names a database")?;
        Ok(format!("{server}/{name}"))
    }

    /// One of PostgreSQL's own programs, of the version that runs here.
    #[must_use]
    pub fn program(&self, name: &str) -> Command {
        Command::new(self.programs.join(name))
    }

    /// Where it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Starts the server on the data that are there, and waits until it answers.
    ///
    /// # Errors
    /// When it does not within a minute, with what it said.
    pub fn launch(&self) -> Result<()> {
        self.launch_within(STARTS_WITHIN)
    }

    /// Starts the server on data that may be worth nothing.
    ///
    /// # Errors
    /// As [`Cluster::launch`], sooner or later.
    pub fn launch_within(&self, within: Duration) -> Result<()> {
        let began = Instant::now();
        loop {
            let log = OpenOptions::new().append(true).open(&self.log)?;
            let mut start = self.control("start");
            start.args(["--silent", "--wait"]).stdin(Stdio::null());
            if start.stdout(log.try_clone()?).stderr(log).status()?.success() {
                return self.note_pid();
            }
            // Right after a kill its last processes still hold what they share.
            if began.elapsed() > within {
                let said = fs::read_to_string(&self.log).unwrap_or_default();
                bail!("PostgreSQL did not start within {} s:\n{said}", within.as_secs());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Kills the server's first process; the others end by themselves.
    ///
    /// # Errors
    /// When it does not run.
    pub fn kill(&self) -> Result<()> {
        let pid = self.pid()?;
        signal(pid, "KILL")?;
        wait_until("the server ends", STARTS_WITHIN, || !is_alive(pid))
    }

    /// Kills all its processes, as a machine that goes away.
    ///
    /// # Errors
    /// When it does not run.
    pub fn pull_the_plug(&self) -> Result<()> {
        let pid = self.pid()?;
        signal(pid, "STOP")?;
        kill_children(pid)?;
        self.kill()
    }

    /// Kills the process that serves one of the program's connections, one that is at work if there is any; the server
    /// ends all others and recovers. Tells whether there was one.
    ///
    /// # Errors
    /// When the server does not answer.
    pub fn kill_backend(&self) -> Result<bool> {
        let found = self.ask(
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'ayni' ORDER BY state = 'idle', random() LIMIT 1",
        )?;
        let Ok(pid) = found.parse() else { return Ok(false) };
        // It may have ended by itself meanwhile.
        Ok(signal(pid, "KILL").is_ok())
    }

    /// Restarts the server as its keeper would.
    ///
    /// # Errors
    /// When it does not come back.
    pub fn restart(&self) -> Result<()> {
        let log = OpenOptions::new().append(true).open(&self.log)?;
        let mut restart = self.control("restart");
        restart.args(["--silent", "--wait", "--mode=fast"]).stdin(Stdio::null());
        let status = restart.stdout(log.try_clone()?).stderr(log).status()?;
        if !status.success() {
            bail!("pg_ctl restart ended with {status}");
        }
        self.note_pid()
    }

    /// Makes a follower the server that writes.
    ///
    /// # Errors
    /// When it does not follow.
    pub fn promote(&self) -> Result<()> {
        output(self.control("promote").args(["--silent", "--wait"])).map(|_| ())
    }

    /// Demands that followers have what is committed before anybody is answered, or no longer.
    ///
    /// # Errors
    /// When the server does not answer.
    pub fn wait_for_followers(&self, names: &str) -> Result<()> {
        self.ask(&format!("ALTER SYSTEM SET synchronous_standby_names = '{names}'"))?;
        self.ask("SELECT pg_reload_conf()")?;
        Ok(())
    }

    /// Flushes from now on, or no longer: what is only furnished first need not wait for the disk.
    ///
    /// # Errors
    /// When the server does not answer.
    pub fn flush(&self, flush: Flush) -> Result<()> {
        let setting = if flush == Flush::Always { "on" } else { "off" };
        self.ask(&format!("ALTER SYSTEM SET fsync = {setting}"))?;
        self.ask("SELECT pg_reload_conf()")?;
        if flush == Flush::Always {
            // What was written before: by the server's own account, and by the machine's.
            wait_until("it flushes", STARTS_WITHIN, || {
                self.ask("SHOW fsync").is_ok_and(|said| said == "on")
            })?;
            self.ask("CHECKPOINT")?;
            output(Command::new("sync").arg("--file-system").arg(&self.folder))?;
        }
        Ok(())
    }

    /// How many clusters follow this one.
    ///
    /// # Errors
    /// When the server does not answer.
    pub fn followers(&self) -> Result<usize> {
        Ok(self.ask("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")?.parse()?)
    }

    /// Cancels commits that wait for a follower, and tells how many there were.
    ///
    /// # Errors
    /// When the server does not answer.
    pub fn cancel_waits(&self) -> Result<usize> {
        let said = self
            .ask("SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")?;
        Ok(said.parse()?)
    }

    /// What the server answers to a statement, as bare text.
    ///
    /// # Errors
    /// When it does not answer.
    pub fn ask(&self, sql: &str) -> Result<String> {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args(["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--command", sql]);
        output(psql.args(["--dbname", &self.url()]))
    }

    fn control(&self, what: &str) -> Command {
        let mut control = owned(Command::new(self.programs.join("pg_ctl")), self.owner);
        control.arg(what).arg("--pgdata").arg(self.folder.join("data")).current_dir("/");
        control
    }

    fn note_pid(&self) -> Result<()> {
        let file = fs::read_to_string(self.folder.join("data/postmaster.pid"))?;
        let pid = file.lines().next().unwrap_or_default().trim().parse()?;
        self.pid.store(pid, Ordering::SeqCst);
        Ok(())
    }

    fn pid(&self) -> Result<u32> {
        let pid = self.pid.load(Ordering::SeqCst);
        if pid == 0 || !is_alive(pid) {
            bail!("the server does not run");
        }
        Ok(pid)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        // An error means that the guard has ended, and with it the cluster.
        let _ = self.guard.wait();
    }
}
