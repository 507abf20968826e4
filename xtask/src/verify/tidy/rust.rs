//! Rules for Rust files: every file says what it is, nothing is put off, SQL stays in the store, files stay small.

/// More lines of code than this, and a file of the product must be split.
const MOST_LINES: usize = 500;

/// What may stand nowhere, and what to do instead. Written in two halves, so that this file keeps its own rules.
const REFUSED: &[(&str, &str)] = &[
    (concat!("TO", "DO"), "do it now or file an issue"),
    (concat!("FIX", "ME"), "fix it now or file an issue"),
    (concat!("XX", "X "), "say what is meant, or file an issue"),
    (concat!("todo", "!("), "do it now or file an issue"),
    (concat!("unimplemented", "!("), "do it now or file an issue"),
    (concat!("dbg", "!("), "take it out again"),
    (concat!("#[", "allow("), "expect the lint, with a reason"),
    (concat!("#![", "allow("), "expect the lint, with a reason"),
    (concat!("#[", "ignore"), "a test runs or does not exist"),
];

/// Where statements may stand: the store, and the rig's commands to whole servers, which know no table of ours.
const SQL_AT_HOME: &[&str] = &["crates/store/", "rig/src/postgres.rs"];

/// How a statement begins inside a string.
const SQL: &[&str] = &[
    "SELECT",
    "INSERT INTO",
    "UPDATE",
    "DELETE FROM",
    "WITH RECURSIVE",
    "CREATE TABLE",
    "CREATE INDEX",
    "ALTER TABLE",
    "DROP TABLE",
    "PRAGMA",
];

/// Whether a path is source of the program or of the developer commands, and not a test beside it.
pub(super) fn is_product(path: &str) -> bool {
    path.ends_with(".rs") && (path.starts_with("src/") || path.contains("/src/"))
}

/// Lines that hold code: neither empty nor only a comment.
pub(super) fn size(text: &str) -> usize {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}

/// Everything against the rules, by line.
pub(super) fn problems(path: &str, text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    if !text.starts_with("//!") {
        found.push((1, "the file does not begin with a `//!` line that says what it is".to_owned()));
    }
    if path.ends_with("/mod.rs") {
        found.push((1, "a module `foo` is `foo.rs` beside the folder `foo`".to_owned()));
    }
    let lines = size(text);
    if is_product(path) && lines > MOST_LINES {
        found.push((1, format!("{lines} lines of code; split the file before {MOST_LINES}")));
    }
    for (index, line) in text.lines().enumerate() {
        for (refused, instead) in REFUSED.iter().filter(|(refused, _)| line.contains(refused)) {
            found.push((index + 1, format!("`{}`: {instead}", refused.trim())));
        }
        if !SQL_AT_HOME.iter().any(|home| path.starts_with(home)) && has_sql(line) {
            found.push((index + 1, "SQL belongs in crates/store".to_owned()));
        }
    }
    found
}

/// Whether a string on this line begins as an SQL statement does: with its keyword and a space, or with its keyword
/// alone when the string goes on in the next line.
fn has_sql(line: &str) -> bool {
    let strings: Vec<&str> = line.split('"').collect();
    strings.iter().enumerate().skip(1).any(|(index, string)| {
        let rest = SQL.iter().find_map(|keyword| string.trim_start().strip_prefix(keyword));
        rest.is_some_and(|rest| rest.starts_with(' ') || (rest.is_empty() && index + 1 == strings.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        problems(path, text).into_iter().map(|(line, what)| format!("{line}: {what}")).collect()
    }

    #[test]
    fn each_rule_finds_what_breaks_it() {
        let head = "//! What it is.\n";
        let cases = [
            ("crates/app/src/a.rs", String::from("fn a() {}\n"), "1: the file does not begin"),
            ("crates/app/src/a/mod.rs", head.to_owned(), "1: a module `foo`"),
            ("crates/app/src/a.rs", format!("{head}// {}\n", REFUSED[0].0), "2: `TO"),
            ("crates/app/src/a.rs", format!("{head}{}dead_code)]\n", REFUSED[6].0), "expect the lint"),
            (
                "crates/app/src/a.rs",
                format!("{head}let q = {:?};\n", format!("{} x FROM y", SQL[0])),
                "2: SQL belongs",
            ),
            ("crates/app/src/a.rs", format!("{head}{}", "a();\n".repeat(MOST_LINES + 1)), "split the file"),
        ];
        for (path, text, expected) in cases {
            let found = found(path, &text).join("\n");
            assert!(found.contains(expected), "{expected}: {found}");
        }
    }

    #[test]
    fn what_is_in_order_passes() {
        let text =
            format!("//! What it is.\n\nfn a() {{\n    say({:?});\n}}\n", "Selected from a list, update it");
        assert_eq!(found("crates/app/src/a.rs", &text), Vec::<String>::new());
        let query = format!("//! Statements.\nlet q = {:?};\n", format!("{} x FROM y", SQL[0]));
        assert_eq!(found("crates/store/src/a.rs", &query), Vec::<String>::new());
        let long_test = format!("//! Tests.\n{}", "a();\n".repeat(MOST_LINES + 1));
        assert_eq!(found("crates/app/tests/a.rs", &long_test), Vec::<String>::new());
    }

    #[test]
    fn comments_and_empty_lines_are_no_code() {
        assert_eq!(size("//! A.\n\n/// B.\nfn b() {\n    // why\n}\n"), 2);
    }
}
