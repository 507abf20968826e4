//! What the tests need of the machine: installed when we may, otherwise named exactly.

use crate::process::{cargo, command, find, is_root, run, works};
use anyhow::{Result, bail};
use rig::{disk, postgres};
use std::fs;
use std::path::Path;

/// Something a step needs, and the Debian package that brings it.
struct Need {
    what: &'static str,
    package: &'static str,
    met: fn() -> bool,
}

const NEEDS: &[Need] = &[
    Need { what: "PostgreSQL 15 or newer", package: "postgresql", met: || postgres::programs().is_ok() },
    Need { what: "the browser Chromium", package: "chromium", met: || find("chromium").is_some() },
    Need { what: "its driver", package: "chromium-driver", met: || find("chromedriver").is_some() },
    Need { what: "pip, which fetches test tools", package: "python3-pip", met: has_pip },
    Need { what: "strace, which makes calls fail", package: "strace", met: || find("strace").is_some() },
    Need { what: "a disk in a program", package: "nbdkit", met: || disk::find("nbdkit").is_some() },
    Need { what: "its mount", package: "libnbd-bin", met: || disk::find("nbdfuse").is_some() },
    Need { what: "file systems", package: "e2fsprogs", met: || disk::find("mkfs.ext4").is_some() },
];

fn has_pip() -> bool {
    works(command("python3").args(["-m", "pip", "--version"]))
}

/// Looks for everything, installs what is missing when we are root on Debian, and fails with the commands otherwise.
pub(super) fn prepare() -> Result<()> {
    components()?;
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !(need.met)()).collect();
    if missing.is_empty() {
        println!("everything is there");
        return Ok(());
    }
    for need in &missing {
        println!("missing: {} (Debian package {})", need.what, need.package);
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if !is_root()? || find("apt-get").is_none() {
        let wanted = packages.join(" ");
        bail!(
            "install what is missing, on Debian with: sudo apt-get install --no-install-recommends {wanted}"
        );
    }
    install(&packages)?;
    let still: Vec<&str> = missing.iter().filter(|need| !(need.met)()).map(|need| need.what).collect();
    if !still.is_empty() {
        bail!("still missing after the packages were installed: {}", still.join(", "));
    }
    Ok(())
}

fn install(packages: &[&str]) -> Result<()> {
    if packages.contains(&"postgresql") {
        leave_no_cluster()?;
    }
    run(command("apt-get").args(["-q", "update"]))?;
    run(command("apt-get")
        .args(["-q", "-y", "-o", "Dpkg::Use-Pty=0", "install", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Debian makes and starts a cluster of its own when PostgreSQL is first installed; the tests have no use for it.
fn leave_no_cluster() -> Result<()> {
    let folder = Path::new("/etc/postgresql-common");
    let file = folder.join("createcluster.conf");
    if !file.exists() {
        fs::create_dir_all(folder)?;
        fs::write(
            file,
            "# Written by `cargo verify` of Ayni, which installed PostgreSQL only for its tests.\ncreate_main_cluster = false\n",
        )?;
    }
    Ok(())
}

/// The parts of the Rust toolchain that a minimal installation lacks.
fn components() -> Result<()> {
    for (component, args) in [("rustfmt", ["fmt", "--version"]), ("clippy", ["clippy", "--version"])] {
        if works(&mut cargo(&args)) {
            continue;
        }
        if find("rustup").is_none() {
            bail!("cargo lacks {component}: install it the way Rust was installed");
        }
        run(command("rustup").args(["component", "add", component]))?;
    }
    Ok(())
}
