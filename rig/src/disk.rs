//! A disk whose power can be cut: a file system on it keeps, after the cut, only what was flushed before.
//!
//! `nbdkit` holds the disk's image behind a cache that writes back only on flush; `nbdfuse` shows it as a file, a loop device
//! makes that a disk, and ext4 lives on it. Killing `nbdkit` loses the cache, as a power failure does. A guard takes
//! everything down however we end.

use std::fs;
use std::io::Write;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::processes::{is_root, output, wait_until};

const READY_WITHIN: Duration = Duration::from_secs(20);

/// Arguments: the rig's folder.
const GUARD: &str = r#"
cat >/dev/null
umount -l "$1/disk" 2>/dev/null
for image in "$1/nbd" "$1/image"; do
    losetup --list --noheadings --output NAME --associated "$image" 2>/dev/null | while read -r device; do
        losetup -d "$device"
    done
done
umount -l "$1/nbd" 2>/dev/null
rm -rf --one-file-system "$1"
"#;

/// Programs that the rig drives, and the Debian packages that bring them.
pub const NEEDS: [(&str, &str); 4] =
    [("nbdkit", "nbdkit"), ("nbdfuse", "libnbd-bin"), ("losetup", "mount"), ("mkfs.ext4", "e2fsprogs")];

/// A mounted disk with power.
pub struct Disk {
    guard: Child,
    folder: PathBuf,
    device: String,
    power: Option<Power>,
}

/// What makes the disk a disk.
struct Power {
    nbdkit: Child,
    nbdfuse: Child,
}

/// Says what the machine lacks for cutting a disk's power.
///
/// # Errors
/// With all that is missing and how to get it.
pub fn check() -> Result<()> {
    let mut missing = Vec::new();
    if !is_root()? {
        missing.push("root, who alone may mount a disk (sudo)".to_owned());
    }
    for device in ["/dev/fuse", "/dev/loop-control"] {
        if !Path::new(device).exists() {
            missing.push(format!("{device}, which this machine's kernel or container does not offer"));
        }
    }
    for (program, package) in NEEDS {
        if find(program).is_none() {
            missing.push(format!("{program} (Debian package {package})"));
        }
    }
    ensure!(missing.is_empty(), "power cannot be cut here; missing: {}", missing.join("; "));
    Ok(())
}

/// Where a program is, also when the path leaves out what only root runs.
#[must_use]
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/sbin".into()]);
    folders.map(|folder| folder.join(program)).find(|file| file.is_file())
}

impl Disk {
    /// Makes an empty disk of so many MiB and mounts it.
    ///
    /// # Errors
    /// When the machine cannot, as [`check`] says.
    pub fn make(mib: u32) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        check()?;
        let name = format!("ayni-disk-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        fs::create_dir(folder.join("disk"))?;
        fs::write(folder.join("nbd"), "")?;
        let mut guard = Command::new("sh");
        guard.args(["-c", GUARD, "guard"]).arg(&folder).process_group(0).current_dir("/");
        guard.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let guard = guard.spawn().context("cannot start the disk's guard")?;
        let mut disk = Self { guard, folder, device: String::new(), power: None };
        fs::File::create(disk.image())?.set_len(u64::from(mib) << 20)?;
        output(program("mkfs.ext4")?.arg("-q").arg(disk.image()))?;
        disk.switch_on()?;
        Ok(disk)
    }

    /// Where it is mounted.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.join("disk")
    }

    fn image(&self) -> PathBuf {
        self.folder.join("image")
    }

    /// Flushes everything, as before something is put to use.
    ///
    /// # Errors
    /// When the disk has no power.
    pub fn settle(&self) -> Result<()> {
        output(Command::new("sync").arg("--file-system").arg(self.path())).map(|_| ())
    }

    /// Gives the disk power and mounts it as it is.
    ///
    /// # Errors
    /// When one of the parts does not start.
    pub fn switch_on(&mut self) -> Result<()> {
        let (socket, shown) = (self.folder.join("socket"), self.folder.join("nbd"));
        let _ = fs::remove_file(&socket);
        let mut nbdkit = program("nbdkit")?;
        nbdkit.args(["--foreground", "--exit-with-parent", "--unix"]).arg(&socket);
        nbdkit.args(["--filter=cache", "file"]).arg(self.image()).arg("cache=writeback");
        let nbdkit = nbdkit.stdin(Stdio::null()).spawn().context("cannot start nbdkit")?;
        wait_until("nbdkit listens", READY_WITHIN, || socket.exists())?;
        let mut nbdfuse = program("nbdfuse")?;
        nbdfuse.arg(&shown).arg(format!("nbd+unix:///?socket={}", socket.display()));
        let nbdfuse = nbdfuse.stdin(Stdio::null()).spawn().context("cannot start nbdfuse")?;
        self.power = Some(Power { nbdkit, nbdfuse });
        wait_until("nbdfuse shows the disk", READY_WITHIN, || {
            fs::metadata(&shown).is_ok_and(|about| about.len() > 0)
        })?;
        self.device = output(program("losetup")?.args(["--find", "--show"]).arg(&shown))?;
        // Nothing is written back by a timer meanwhile.
        output(Command::new("mount").args(["-o", "commit=300", &self.device]).arg(self.path()))?;
        output(Command::new("chmod").arg("755").arg(self.path())).map(|_| ())
    }

    /// Cuts the power: whatever was not flushed is lost. Whoever uses the disk gets errors and must be ended before
    /// [`Disk::switch_on`].
    ///
    /// # Errors
    /// When it has no power.
    pub fn cut(&mut self) -> Result<()> {
        let Some(mut power) = self.power.take() else { bail!("this disk has no power") };
        power.nbdkit.kill()?;
        power.nbdfuse.kill()?;
        power.nbdkit.wait()?;
        power.nbdfuse.wait()?;
        Ok(())
    }

    /// Takes the disk without power off, once nobody uses it, so that it can be switched on again.
    ///
    /// # Errors
    /// When somebody holds on to it.
    pub fn take_off(&mut self) -> Result<()> {
        output(Command::new("umount").arg("-l").arg(self.path()))?;
        output(program("losetup")?.args(["-d", &self.device]))?;
        output(Command::new("umount").arg("-l").arg(self.folder.join("nbd")))?;
        Ok(())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if let Some(mut power) = self.power.take() {
            // Mounts go first, so that nothing waits for a disk that is gone.
            let _ = Command::new("umount").arg(self.path()).stderr(Stdio::null()).status();
            let _ = power.nbdkit.kill();
            let _ = power.nbdfuse.kill();
            let _ = power.nbdkit.wait();
            let _ = power.nbdfuse.wait();
        }
        drop(self.guard.stdin.take());
        // An error means that the guard has ended, and everything with it.
        let _ = self.guard.wait();
    }
}

/// A folder in memory of a fixed size, as a disk that can be full.
pub struct Small {
    folder: PathBuf,
}

impl Small {
    /// Mounts one of so many MiB.
    ///
    /// # Errors
    /// Unless we are root.
    pub fn make(mib: u32) -> Result<Self> {
        ensure!(is_root()?, "only root may mount a disk: run this as root (sudo)");
        let folder = std::env::temp_dir().join(format!("ayni-small-{}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={mib}m"), "ayni-small"]).arg(&folder);
        output(&mut mount)?;
        Ok(Self { folder })
    }

    /// Where it is mounted.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Fills it to the last byte; gives the file that does, whose removal makes room again.
    ///
    /// # Errors
    /// When it cannot be written at all.
    pub fn fill(&self) -> Result<PathBuf> {
        let path = self.folder.join("filling");
        let mut file = fs::File::create(&path)?;
        for size in [1 << 20, 4096, 1] {
            while file.write(&vec![7; size]).is_ok_and(|written| written == size) {}
        }
        Ok(path)
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.folder).status();
        let _ = fs::remove_dir(&self.folder);
    }
}

fn program(name: &str) -> Result<Command> {
    let found = find(name).with_context(|| format!("{name} is missing"))?;
    Ok(Command::new(found))
}
