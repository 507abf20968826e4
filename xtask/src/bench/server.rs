//! The program itself, serving on loopback.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server on a demo of its own.
pub(crate) struct Server {
    child: Child,
    /// Where it answers.
    pub(crate) url: String,
    /// How long it took until it answered.
    pub(crate) began_within: Duration,
}

impl Server {
    /// Starts it with one of its commands, `demo` or `serve`, and waits until it takes connections.
    pub(crate) fn start(ayni: &Path, command: &str, data: &Path) -> Result<Server> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let began = Instant::now();
        let child = Command::new(ayni)
            .args([command, "--listen", &format!("127.0.0.1:{port}"), "--data"])
            .arg(data)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let url = format!("http://127.0.0.1:{port}");
        let mut server = Server { child, url, began_within: Duration::ZERO };
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            ensure!(began.elapsed() < Duration::from_secs(120), "the server did not start");
            std::thread::sleep(Duration::from_millis(5));
        }
        server.began_within = began.elapsed();
        Ok(server)
    }

    /// Its resident memory.
    pub(crate) fn resident_kb(&self) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line =
            status.lines().find(|line| line.starts_with("VmRSS:")).context("the kernel tells no VmRSS")?;
        let kb = line.split_whitespace().nth(1).context("VmRSS has a value")?;
        Ok(kb.parse()?)
    }

    /// Stops it as an operator does.
    pub(crate) fn stop(&mut self) -> Result<()> {
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        let status = self.child.wait()?;
        ensure!(status.success(), "the server stopped with {status}");
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Ended already after a good run; otherwise nothing it holds is worth finishing.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
