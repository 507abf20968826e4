//! Licences, bans and sources of everything in Cargo.lock, as deny.toml rules them. It needs no network; advisories,
//! which do, are looked up with `cargo deny check` by the same file.

use super::spdx;
use crate::workspace::{Package, Workspace, root};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use toml::{Table, Value};

/// What deny.toml says, as far as it is checked here.
struct Policy {
    targets: Vec<String>,
    allowed: BTreeSet<String>,
    banned: BTreeMap<String, Ban>,
}

/// Why a crate is banned, and the crates through which it may come in all the same.
struct Ban {
    reason: String,
    wrappers: BTreeSet<String>,
}

/// Every crate that is used on any of the targets keeps the policy.
pub(super) fn check() -> Result<()> {
    let policy = policy(&fs::read_to_string(root().join("deny.toml"))?)?;
    let mut problems = BTreeSet::new();
    let mut crates = BTreeSet::new();
    let mut sources = BTreeSet::new();
    for target in &policy.targets {
        let workspace = Workspace::read(target)?;
        for package in workspace.packages.iter().filter(|package| package.source.is_some()) {
            problems.extend(broken(package, &policy));
            crates.insert((package.name.clone(), package.version.clone()));
            sources.extend(package.source.clone());
        }
    }
    if sources.len() > 1 {
        problems.insert(format!(
            "crates come from more than one place: {}",
            sources.into_iter().collect::<Vec<_>>().join(", ")
        ));
    }
    if !problems.is_empty() {
        bail!("{}", problems.into_iter().collect::<Vec<_>>().join("\n"));
    }
    let names: BTreeSet<&String> = crates.iter().map(|(name, _)| name).collect();
    println!(
        "{} crates, {} of them besides another version of the same",
        crates.len(),
        crates.len() - names.len()
    );
    Ok(())
}

/// What a crate does against the policy.
fn broken(package: &Package, policy: &Policy) -> Vec<String> {
    let named = format!("{} {}", package.name, package.version);
    let mut problems = Vec::new();
    if let Some(ban) = policy.banned.get(&package.name)
        && (ban.wrappers.is_empty() || !package.used_by.is_subset(&ban.wrappers))
    {
        problems.push(format!("{named} is banned: {}", ban.reason));
    }
    if let Some(from) = package.source.as_deref().filter(|from| from.starts_with("git+")) {
        problems.push(format!("{named} comes from {from} instead of the registry"));
    }
    match &package.licence {
        None => problems.push(format!("{named} states no licence")),
        Some(licence) => match spdx::is_met(licence, &|name| policy.allowed.contains(name)) {
            Ok(true) => (),
            Ok(false) => {
                problems.push(format!("{named} has the licence {licence}, which deny.toml does not allow"))
            }
            Err(error) => problems.push(format!("{named}: {error}")),
        },
    }
    problems
}

fn policy(text: &str) -> Result<Policy> {
    let file: Table = text.parse().context("deny.toml cannot be read")?;
    let banned = list(&file, "bans", "deny")?.iter().map(|ban| {
        let name = ban.get("crate").and_then(Value::as_str).context("a ban in deny.toml names no crate")?;
        let reason =
            ban.get("reason").and_then(Value::as_str).with_context(|| format!("why is {name} banned?"))?;
        let wrappers = ban.get("wrappers").and_then(Value::as_array).map(|found| texts(found));
        let wrappers = wrappers.unwrap_or_default().into_iter().collect();
        Ok((name.to_owned(), Ban { reason: reason.to_owned(), wrappers }))
    });
    Ok(Policy {
        targets: texts(list(&file, "graph", "targets")?),
        allowed: texts(list(&file, "licenses", "allow")?).into_iter().collect(),
        banned: banned.collect::<Result<_>>()?,
    })
}

fn list<'a>(file: &'a Table, section: &str, key: &str) -> Result<&'a Vec<Value>> {
    let found = file.get(section).and_then(|section| section.get(key)).and_then(Value::as_array);
    found.filter(|found| !found.is_empty()).with_context(|| format!("deny.toml lacks {key} in [{section}]"))
}

fn texts(values: &[Value]) -> Vec<String> {
    values.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
        [graph]
        targets = ["here"]
        [licenses]
        allow = ["MIT"]
        [bans]
        deny = [
          { crate = "openssl", reason = "no C" },
          { crate = "clock", reason = "one is enough", wrappers = ["parser"] },
        ]
    "#;

    fn package(name: &str, licence: Option<&str>, source: &str) -> Package {
        Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.map(str::to_owned),
            source: Some(source.to_owned()),
            folder: "crate".into(),
            lists: BTreeSet::new(),
            stands_on: BTreeSet::new(),
            used_by: BTreeSet::new(),
        }
    }

    #[test]
    fn each_rule_finds_what_breaks_it() {
        let registry = "registry+https://example.org/index";
        let cases = [
            (package("fine", Some("MIT OR GPL-2.0-only"), registry), ""),
            (package("openssl", Some("MIT"), registry), "is banned: no C"),
            (package("strict", Some("GPL-2.0-only"), registry), "does not allow"),
            (package("silent", None, registry), "states no licence"),
            (package("forked", Some("MIT"), "git+https://example.org/index"), "instead of the registry"),
        ];
        let policy = policy(FILE).expect("the file is right");
        for (package, expected) in cases {
            let found = broken(&package, &policy).join("\n");
            assert!(
                found.contains(expected) && found.is_empty() == expected.is_empty(),
                "{}: {found}",
                package.name
            );
        }
    }

    #[test]
    fn a_banned_crate_comes_in_through_its_wrappers_only() {
        let policy = policy(FILE).expect("the file is right");
        for (users, fine) in [(&["parser"][..], true), (&["parser", "app"], false), (&["app"], false)] {
            let mut clock = package("clock", Some("MIT"), "registry+https://example.org/index");
            clock.used_by = users.iter().map(|user| (*user).to_owned()).collect();
            assert_eq!(broken(&clock, &policy).is_empty(), fine, "{users:?}");
        }
    }

    #[test]
    fn a_list_that_is_missing_is_an_error() {
        assert!(policy(&FILE.replace("allow", "allowed")).is_err());
    }
}
