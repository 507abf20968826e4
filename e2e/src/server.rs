//! A server process: started, killed, started again on the same data.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use rig::postgres::{Cluster, Flush};
use tempfile::TempDir;

use crate::{made, setting};

/// The password of every login of the demo.
pub const PASSWORD: &str = "market-day-2026";

/// How long a server may take until it answers: a demo is made first.
const STARTS_WITHIN: Duration = Duration::from_secs(300);

/// A running server with data of its own.
pub struct Server {
    child: Option<Child>,
    /// Writes the log down.
    clerk: Option<JoinHandle<()>>,
    /// Where it listens.
    pub port: u16,
    folder: TempDir,
    data: PathBuf,
    /// What the process is started through, such as `strace` with its arguments.
    through: Vec<String>,
    /// The database, when it is not in the folder.
    database: Option<String>,
    /// What it is started with besides.
    wishes: Wishes,
}

/// What a server is started with besides its data and where it listens.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// The command: `demo`, or `serve` for what a demo has left.
    pub command: &'static str,
    /// Further options.
    pub options: Vec<String>,
    /// What it is reached as: a number, or a name, as passkeys want.
    pub host: &'static str,
    /// How many files it may open, if that is limited.
    pub files: Option<u32>,
}

impl Default for Wishes {
    fn default() -> Self {
        Self { command: "demo", options: Vec::new(), host: "127.0.0.1", files: None }
    }
}

impl Server {
    /// Starts the server on a demo of its own, a copy of the [`made`] one.
    ///
    /// # Errors
    /// When it does not answer within five minutes.
    pub fn demo() -> Result<Server> {
        Server::with(Wishes::default())
    }

    /// Starts the server in an empty folder, so that it makes a demo.
    ///
    /// # Errors
    /// As [`Server::demo`].
    pub fn making() -> Result<Server> {
        Server::begin(None)
    }

    /// Starts a server on the demo that is in a PostgreSQL database.
    ///
    /// # Errors
    /// As [`Server::demo`].
    pub fn on(database: &str) -> Result<Server> {
        Server::begin(Some(database.to_owned()))
    }

    /// Starts so many servers on one demo in an empty cluster, at a URL that leads to it. The cluster flushes once the demo is
    /// there.
    ///
    /// # Errors
    /// As [`Server::demo`], and when the cluster does not answer.
    pub fn several(cluster: &Cluster, url: &str, count: usize) -> Result<Vec<Server>> {
        cluster.flush(Flush::Never)?;
        made::restore(url)?;
        let servers = (0..count).map(|_| Server::on(url)).collect::<Result<_>>()?;
        cluster.flush(Flush::Always)?;
        Ok(servers)
    }

    /// Starts a server on a demo in a folder that is there already, as on a disk of its own.
    ///
    /// # Errors
    /// As [`Server::demo`].
    pub fn at(data: &Path) -> Result<Server> {
        let mut server = Server::prepare(None)?;
        data.clone_into(&mut server.data);
        server.start()?;
        Ok(server)
    }

    /// A demo whose making was cut off by a kill: nothing runs yet.
    ///
    /// # Errors
    /// When it was made before the kill came.
    pub fn interrupted() -> Result<Server> {
        let mut server = Server::prepare(None)?;
        server.spawn()?;
        let began = Instant::now();
        while fs::read_dir(server.data()).map_or(0, Iterator::count) < 2 {
            ensure!(began.elapsed() < STARTS_WITHIN, "nothing is made: {}", server.log());
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(500));
        ensure!(!server.answers(), "the demo was made before it could be interrupted");
        server.kill()?;
        Ok(server)
    }

    /// Starts the server with these wishes: on a demo of its own, or in an empty folder to serve.
    ///
    /// # Errors
    /// As [`Server::demo`].
    pub fn with(wishes: Wishes) -> Result<Server> {
        let mut server = Server::prepare(None)?;
        if wishes.command == "demo" {
            made::copy(&server.data)?;
        }
        server.wishes = wishes;
        server.start()?;
        Ok(server)
    }

    /// Starts with these wishes from now on.
    pub fn wish(&mut self, wishes: Wishes) {
        self.wishes = wishes;
    }

    fn begin(database: Option<String>) -> Result<Server> {
        let mut server = Server::prepare(database)?;
        server.start()?;
        Ok(server)
    }

    fn prepare(database: Option<String>) -> Result<Server> {
        let folder = tempfile::tempdir()?;
        let data = folder.path().join("data");
        let (port, through, wishes) = (free_port()?, Vec::new(), Wishes::default());
        Ok(Server { child: None, clerk: None, port, folder, data, through, database, wishes })
    }

    /// Starts the process through another program from now on, or no longer.
    pub fn start_through(&mut self, words: &[&str]) {
        self.through = words.iter().map(|word| (*word).to_owned()).collect();
    }

    /// How far the files that the process writes may grow, in bytes: with `0` every write fails, as on a full disk; a write
    /// that would pass the end is cut short. `unlimited` lifts it.
    ///
    /// # Errors
    /// When the process does not run, or its limit cannot be set.
    pub fn may_grow(&self, bytes: &str) -> Result<()> {
        let pid = self.pid().context("the server does not run")?.to_string();
        let began = Instant::now();
        loop {
            let set = Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={bytes}:")]).output()?;
            if set.status.success() {
                return Ok(());
            }
            let said = String::from_utf8_lossy(&set.stderr).into_owned();
            ensure!(began.elapsed() < Duration::from_secs(5), "prlimit: {said}");
        }
    }

    /// Where its pages are.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}:{}", self.wishes.host, self.port)
    }

    /// Its data.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.data.clone()
    }

    /// Its process.
    #[must_use]
    pub fn pid(&self) -> Option<u32> {
        self.child.as_ref().map(Child::id)
    }

    /// Starts the process and waits until it answers.
    ///
    /// # Errors
    /// When it ends, or does not answer within five minutes.
    pub fn start(&mut self) -> Result<()> {
        self.spawn()?;
        let began = Instant::now();
        while began.elapsed() < STARTS_WITHIN {
            if self.answers() {
                return Ok(());
            }
            if let Some(status) = self.child.as_mut().and_then(|child| child.try_wait().ok().flatten()) {
                bail!("the server ended with {status}: {}", self.log());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("the server did not answer: {}", self.log())
    }

    fn spawn(&mut self) -> Result<()> {
        let mut log =
            fs::OpenOptions::new().create(true).append(true).open(self.folder.path().join("log"))?;
        let mut command = self.program(self.wishes.command)?;
        command.args(["--listen", &format!("127.0.0.1:{}", self.port)]).args(&self.wishes.options);
        // What it says to whoever started it is no log. The log goes through us: it may grow when the server's files may not.
        let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
        let mut child = child.context("the server did not start")?;
        let mut said = child.stderr.take().context("it says nothing")?;
        self.clerk = Some(std::thread::spawn(move || {
            // Ends when the process does.
            let _ = std::io::copy(&mut said, &mut log);
        }));
        self.child = Some(child);
        Ok(())
    }

    /// Ends the process as a pulled plug would.
    ///
    /// # Errors
    /// When there is no process.
    pub fn kill(&mut self) -> Result<()> {
        let mut child = self.child.take().context("no server to kill")?;
        child.kill()?;
        child.wait()?;
        self.end_log();
        Ok(())
    }

    /// Waits until all of the log is written.
    fn end_log(&mut self) {
        if let Some(clerk) = self.clerk.take() {
            let _ = clerk.join();
        }
    }

    /// Ends the process and the one that it was started through.
    ///
    /// # Errors
    /// When there is no process.
    pub fn kill_with_children(&mut self) -> Result<()> {
        rig::kill_children(self.pid().context("no server to kill")?)?;
        self.kill()
    }

    /// Stops the process in its tracks, or lets it go on, by the signals `STOP` and `CONT`.
    ///
    /// # Errors
    /// When there is no process.
    pub fn signal(&self, name: &str) -> Result<()> {
        rig::signal(self.pid().context("no server to signal")?, name)
    }

    /// Waits until the process has ended by itself, and gives whether it said that all was well.
    ///
    /// # Errors
    /// When it does not end.
    pub fn ended(&mut self, within: Duration) -> Result<bool> {
        let child = self.child.as_mut().context("no server to wait for")?;
        let mut ended = None;
        rig::wait_until("the server ends by itself", within, || {
            ended = child.try_wait().ok().flatten();
            ended.is_some()
        })?;
        self.child = None;
        self.end_log();
        Ok(ended.is_some_and(|status| status.success()))
    }

    /// Asks the process to stop, and waits until it has.
    ///
    /// # Errors
    /// When it does not stop by itself within 30 seconds.
    pub fn stop(&mut self) -> Result<()> {
        let mut child = self.child.take().context("no server to stop")?;
        rig::signal(child.id(), "TERM")?;
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(30) {
            if let Some(status) = child.try_wait()? {
                self.end_log();
                ensure!(status.success(), "the server stopped with {status}: {}", self.log());
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        child.kill()?;
        bail!("the server did not stop when asked: {}", self.log())
    }

    /// What `ayni verify` says of the data; an error unless it is clean.
    ///
    /// # Errors
    /// With all that it printed.
    pub fn verify(&self) -> Result<String> {
        self.run("verify", &[])
    }

    /// Runs another command of the program on the same data, to its end.
    ///
    /// # Errors
    /// With all that it printed, when it fails.
    pub fn run(&self, command: &str, arguments: &[&str]) -> Result<String> {
        finished(self.program(command)?.args(arguments))
    }

    /// Runs a command on the same data and kills it after a while; tells whether it had ended by itself.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn run_killed(&self, command: &str, arguments: &[&str], after: Duration) -> Result<bool> {
        let mut program = self.program(command)?;
        let mut child = program.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        std::thread::sleep(after);
        let ended = child.try_wait()?.is_some();
        child.kill()?;
        child.wait()?;
        Ok(ended)
    }

    /// Starts another server on the same data, which should say why it will not, and gives what it says.
    ///
    /// # Errors
    /// When it starts all the same.
    pub fn refused_second(&self) -> Result<String> {
        let mut command = self.program("serve")?;
        command.args(["--listen", &format!("127.0.0.1:{}", free_port()?)]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
        let began = Instant::now();
        while child.try_wait()?.is_none() {
            if began.elapsed() > Duration::from_secs(30) {
                child.kill()?;
                child.wait()?;
                bail!("a second server runs on the same data");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let output = child.wait_with_output()?;
        ensure!(!output.status.success(), "a second server ended as if all was well");
        Ok(String::from_utf8_lossy(&output.stderr).into_owned())
    }

    /// The program with a command and where its data is. It lives on when a file may not grow any further.
    fn program(&self, command: &str) -> Result<Command> {
        let mut program = Command::new("sh");
        let files = self.wishes.files.map(|files| format!("ulimit -n {files}; ")).unwrap_or_default();
        let script = format!("{files}trap '' XFSZ; exec \"$0\" \"$@\"");
        program.arg("-c").arg(script).args(&self.through).arg(setting("AYNI_TEST_BINARY")?);
        program.args([command, "--data"]).arg(self.data()).stdin(Stdio::null());
        program.args(["--public-url", &self.url()]);
        // Loading the model would take more of the machine than most campaigns do; what it finds is tested elsewhere.
        program.env("AYNI_MODEL", "none");
        if let Some(database) = &self.database {
            program.args(["--database", database]);
        }
        Ok(program)
    }

    /// What the server has written to its log.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    fn answers(&self) -> bool {
        use std::io::{Read, Write};
        let Ok(mut stream) = std::net::TcpStream::connect(("127.0.0.1", self.port)) else { return false };
        let asked =
            stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n");
        let mut answer = String::new();
        asked.is_ok() && stream.read_to_string(&mut answer).is_ok() && answer.starts_with("HTTP/1.1 200")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            // Its data goes with the folder: there is nothing to finish.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Runs the program to its end, and gives what it printed.
///
/// # Errors
/// With all that it printed, when it fails.
pub fn ayni(arguments: &[&str]) -> Result<String> {
    finished(Command::new(setting("AYNI_TEST_BINARY")?).args(arguments).stdin(Stdio::null()))
}

fn finished(program: &mut Command) -> Result<String> {
    let output = program.output()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let said = format!("{}{}", text(&output.stderr), text(&output.stdout));
    ensure!(output.status.success(), "ended with {}: {said}", output.status);
    Ok(said)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
