//! Compiling the program and all its tests at once, and where cargo put them.

use crate::process::{cargo, shown};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The binary that the browser tests start.
const BINARY: &str = "ayni";

/// A compiled program that holds tests.
pub(super) struct Program {
    pub(super) package: String,
    pub(super) name: String,
    pub(super) path: PathBuf,
    /// Tests run in the folder of their crate, as under `cargo test`.
    pub(super) folder: PathBuf,
}

/// What one build brought.
pub(super) struct Built {
    pub(super) workspace: Workspace,
    pub(super) programs: Vec<Program>,
    pub(super) binary: PathBuf,
}

/// Compiles the whole workspace with all its tests.
pub(super) fn build() -> Result<Built> {
    let workspace = Workspace::here()?;
    let mut cargo = cargo(&["build", "--workspace", "--all-targets", "--locked"]);
    let mut child = cargo
        .arg("--message-format=json-render-diagnostics")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start cargo")?;
    let mut programs = Vec::new();
    let mut binary = None;
    for line in BufReader::new(child.stdout.take().context("cargo's output is not ours")?).lines() {
        let message: Value = serde_json::from_str(&line?)?;
        let Some(path) = message["executable"].as_str().map(PathBuf::from) else { continue };
        let name = message["target"]["name"].as_str().unwrap_or_default();
        if message["profile"]["test"] == true {
            let folder = message["manifest_path"].as_str().and_then(|manifest| Path::new(manifest).parent());
            programs.push(test_program(&workspace, name, path, folder.context("cargo names no manifest")?)?);
        } else if name == BINARY {
            binary = Some(path);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("{} ended with {status}", shown(&cargo));
    }
    programs.sort_by(|one, other| (&one.package, &one.name).cmp(&(&other.package, &other.name)));
    Ok(Built { workspace, programs, binary: binary.with_context(|| format!("cargo built no `{BINARY}`"))? })
}

fn test_program(workspace: &Workspace, name: &str, path: PathBuf, folder: &Path) -> Result<Program> {
    let members = workspace.members();
    let package = members.values().find(|package| package.folder == folder);
    let package = package.with_context(|| format!("{} is no crate of ours", folder.display()))?;
    Ok(Program { package: package.name.clone(), name: name.to_owned(), path, folder: folder.to_owned() })
}
