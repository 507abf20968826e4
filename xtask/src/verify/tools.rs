//! Tools that only tests use. They come from a package registry through its ordinary client, are pinned by version
//! and checksum, and live in the target folder: nothing of theirs is in the repository.

use crate::process::{command, run};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// The Python package that carries axe-core 4.12.1, and its checksum.
const PACKAGE: &str = "axe-playwright-python==0.1.8 --hash=sha256:fdd263c998388f1a8e67cad02677e612d946248bd44d163be5e8650ea31f95f8";
/// Where in the package the accessibility checker stands.
const INSIDE: &str = "axe_playwright_python/axe.min.js";
const AXE_SHA256: &str = "84494fec757e4710dc751c8d7a636e457f4532f08f85c86dc9070133fbff53bc";

/// Where the accessibility checker is, once it was fetched.
pub(super) fn axe(target: &Path) -> PathBuf {
    target.join("tools").join("axe.min.js")
}

/// Fetches what is not there yet, or not as it should be.
pub(super) fn fetch() -> Result<()> {
    let target = Workspace::here()?.target;
    let axe = axe(&target);
    if checked(&axe).is_ok() {
        println!("axe-core is there");
        return Ok(());
    }
    let folder = target.join("tools").join("unpacking");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let wanted = folder.join("wanted.txt");
    fs::write(&wanted, PACKAGE)?;
    run(command("python3")
        .args([
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--only-binary",
            ":all:",
            "--require-hashes",
            "--dest",
        ])
        .arg(&folder)
        .arg("--requirement")
        .arg(&wanted))?;
    let wheel = fs::read_dir(&folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "whl"))
        .context("pip brought no package")?;
    run(command("python3").args(["-m", "zipfile", "--extract"]).arg(wheel).arg(&folder))?;
    checked(&folder.join(INSIDE))?;
    fs::rename(folder.join(INSIDE), &axe)?;
    fs::remove_dir_all(&folder)?;
    println!("axe-core fetched and checked");
    Ok(())
}

fn checked(file: &Path) -> Result<()> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let found: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != AXE_SHA256 {
        bail!("{} has the checksum {found} instead of {AXE_SHA256}", file.display());
    }
    Ok(())
}
