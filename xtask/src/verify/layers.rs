//! The one arrow: server, app, store, ledger; beside them search and the sentence model. Which crate may list
//! which, whatever it is for.

use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;

/// A crate of ours and what it must never list in its Cargo.toml, with the reason.
struct Rule {
    package: &'static str,
    without: &'static [&'static [&'static str]],
    because: &'static str,
}

/// Ways to the outside world, which what is pure does without.
const OUTWARD: &[&str] = &["tokio", "sqlx", "rusqlite", "axum", "jiff", "rand", "getrandom", "tracing"];

const RULES: &[Rule] = &[
    Rule {
        package: "ledger",
        without: &[OUTWARD, &["store", "app", "server", "model", "search"]],
        because: "the rules are pure: no input or output, no clock, no randomness",
    },
    Rule {
        package: "model",
        without: &[OUTWARD, &["ledger", "store", "search", "app", "server"]],
        because: "the sentence model is a leaf: a text goes in, a vector comes out",
    },
    Rule {
        package: "search",
        without: &[OUTWARD, &["ledger", "store", "app", "server"]],
        because: "searching is pure: documents, vectors and concepts are handed in",
    },
    Rule {
        package: "store",
        without: &[&["search", "app", "server", "model", "axum", "askama", "lettre", "jiff"]],
        because: "the store knows SQL and the ledger's words, nothing above them",
    },
    Rule {
        package: "app",
        without: &[&["server", "sqlx", "rusqlite", "axum", "hyper", "tower", "askama", "lettre"]],
        because: "use cases see neither SQL nor HTTP",
    },
    Rule {
        package: "server",
        without: &[&["store", "search", "model", "sqlx", "rusqlite"]],
        because: "the doors reach the books through the use cases only",
    },
];

/// Crates for developers, on which nothing stands.
const OUTSIDE: &[&str] = &["xtask", "e2e"];
/// What only those two may list.
const RIG: &str = "rig";

/// Every member keeps its rule.
pub(super) fn check() -> Result<()> {
    let workspace = Workspace::here()?;
    let members = workspace.members();
    let mut problems = Vec::new();
    for rule in RULES {
        let package =
            members.get(rule.package).with_context(|| format!("there is no crate `{}`", rule.package))?;
        problems.extend(broken(rule, &package.lists));
    }
    for (name, package) in &members {
        if package.lists.contains(RIG) && !OUTSIDE.contains(name) {
            problems.push(format!("{name} lists {RIG}, which is for tests only"));
        }
        for outside in OUTSIDE.iter().filter(|outside| package.lists.contains(**outside)) {
            problems.push(format!("{name} lists {outside}, which is for developers only"));
        }
    }
    if !problems.is_empty() {
        bail!("{}", problems.join("\n"));
    }
    Ok(())
}

fn broken(rule: &Rule, listed: &BTreeSet<String>) -> Vec<String> {
    let wrong = rule.without.iter().copied().flatten().filter(|name| listed.contains(**name));
    wrong.map(|name| format!("{} lists {name}: {}", rule.package, rule.because)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_dependency_is_named_with_its_reason() {
        let rule = Rule { package: "server", without: &[&["store"]], because: "so it is" };
        let listed = BTreeSet::from(["app".to_owned(), "store".to_owned()]);
        assert_eq!(broken(&rule, &listed), ["server lists store: so it is"]);
        assert!(broken(&rule, &BTreeSet::new()).is_empty());
    }
}
