//! What cargo knows of the workspace: its folders, its members and all it depends on.

use crate::process;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// A crate of the workspace or one that it depends on.
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// An SPDX expression, when the crate states one.
    pub(crate) licence: Option<String>,
    /// Where it comes from; nothing for the workspace's own crates.
    pub(crate) source: Option<String>,
    /// The folder that holds its Cargo.toml.
    pub(crate) folder: PathBuf,
    /// Names of the crates it lists, for the product, for building or for tests.
    pub(crate) lists: BTreeSet<String>,
    /// Those among them that are for the product itself.
    pub(crate) stands_on: BTreeSet<String>,
    /// Names of the crates through which it comes in.
    pub(crate) used_by: BTreeSet<String>,
}

/// The workspace as cargo resolves it from Cargo.lock for one kind of machine.
pub(crate) struct Workspace {
    pub(crate) packages: Vec<Package>,
    /// Where cargo puts what it builds.
    pub(crate) target: PathBuf,
}

impl Workspace {
    /// Asks cargo; `platform` is a target triple. Only crates that are used there are among the packages.
    pub(crate) fn read(platform: &str) -> Result<Self> {
        let args = ["metadata", "--locked", "--format-version", "1", "--filter-platform", platform];
        let all: Value = serde_json::from_str(&process::output(&mut process::cargo(&args))?)?;
        let used: BTreeSet<&str> =
            list(&all["resolve"]["nodes"]).filter_map(|node| node["id"].as_str()).collect();
        let users = users(&all);
        let packages = list(&all["packages"])
            .filter(|package| package["id"].as_str().is_some_and(|id| used.contains(id)))
            .map(|from| package(from, &users))
            .collect::<Result<_>>()?;
        Ok(Self { packages, target: PathBuf::from(text(&all, "target_directory")?) })
    }

    /// The workspace on the machine we are on.
    pub(crate) fn here() -> Result<Self> {
        let about = process::output(process::command("rustc").arg("-vV"))?;
        let host =
            about.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
        Self::read(host)
    }

    /// The workspace's own crates by name.
    pub(crate) fn members(&self) -> BTreeMap<&str, &Package> {
        self.packages
            .iter()
            .filter(|package| package.source.is_none())
            .map(|own| (own.name.as_str(), own))
            .collect()
    }

    /// The members whose product stands on `name`, at any distance, and `name` itself.
    pub(crate) fn standing_on(&self, name: &str) -> BTreeSet<&str> {
        let members = self.members();
        let mut found = BTreeSet::from([name]);
        loop {
            let before = found.len();
            for (member, package) in &members {
                if package.stands_on.iter().any(|listed| found.contains(listed.as_str())) {
                    found.insert(member);
                }
            }
            if found.len() == before {
                return found
                    .into_iter()
                    .filter_map(|name| members.get_key_value(name).map(|(own, _)| *own))
                    .collect();
            }
        }
    }
}

/// Which crates use which, by the id of the one used.
fn users(all: &Value) -> BTreeMap<&str, BTreeSet<String>> {
    let named =
        |package: &'_ Value| Some((package["id"].as_str()?.to_owned(), package["name"].as_str()?.to_owned()));
    let names: BTreeMap<String, String> = list(&all["packages"]).filter_map(named).collect();
    let mut users: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for node in list(&all["resolve"]["nodes"]) {
        let user = node["id"].as_str().and_then(|id| names.get(id));
        for used in list(&node["deps"]).filter_map(|used| used["pkg"].as_str()) {
            users.entry(used).or_default().extend(user.cloned());
        }
    }
    users
}

fn package(from: &Value, users: &BTreeMap<&str, BTreeSet<String>>) -> Result<Package> {
    let named = |product_only: Scope| {
        let listed = list(&from["dependencies"]).filter(move |listed| match product_only {
            Scope::Product => listed["kind"].is_null(),
            Scope::All => true,
        });
        listed.filter_map(|listed| listed["name"].as_str()).map(str::to_owned).collect()
    };
    let manifest = PathBuf::from(text(from, "manifest_path")?);
    Ok(Package {
        name: text(from, "name")?,
        version: text(from, "version")?,
        licence: from["license"].as_str().map(str::to_owned),
        source: from["source"].as_str().map(str::to_owned),
        folder: manifest.parent().context("a manifest stands in a folder")?.to_owned(),
        lists: named(Scope::All),
        stands_on: named(Scope::Product),
        used_by: users.get(text(from, "id")?.as_str()).cloned().unwrap_or_default(),
    })
}

#[derive(Clone, Copy)]
enum Scope {
    Product,
    All,
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value, key: &str) -> Result<String> {
    value[key].as_str().map(str::to_owned).with_context(|| format!("cargo says nothing of `{key}`"))
}
