//! House rules that no other tool knows, over every file of the repository. A problem is one line:
//! `path:line: what is wrong`.

mod rust;
mod templates;

use crate::process::{command, output};
use crate::workspace::root;
use anyhow::{Result, bail};
use std::fs;

/// Files whose bytes are somebody else's, or made by a program: their spaces are not ours to judge.
const NOT_OURS: &[&str] = &["LICENSE", ".snap", ".lock"];
/// From here on a file deserves a second look.
const LOOK_TWICE: usize = 300;

/// A file of the repository.
struct File {
    /// From the root on, with slashes.
    path: String,
    text: String,
}

/// Checks all files that git tracks or would track.
pub(super) fn check() -> Result<()> {
    let files = files()?;
    let problems: Vec<String> = files.iter().flat_map(problems).collect();
    let mut sizes: Vec<(usize, &str)> = files
        .iter()
        .filter(|file| rust::is_product(&file.path))
        .map(|file| (rust::size(&file.text), &*file.path))
        .collect();
    sizes.sort_unstable();
    for (lines, path) in sizes.iter().filter(|(lines, _)| *lines > LOOK_TWICE) {
        println!("look twice: {path} has {lines} lines of code");
    }
    let median = sizes.get(sizes.len() / 2).map_or(0, |(lines, _)| *lines);
    println!("{} files, {} of Rust with {median} lines of code in the middle", files.len(), sizes.len());
    if !problems.is_empty() {
        bail!("{} against the rules of the house:\n{}", problems.len(), problems.join("\n"));
    }
    Ok(())
}

fn problems(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    if !NOT_OURS.iter().any(|end| file.path.ends_with(end)) {
        found.extend(trailing_space(&file.text));
    }
    if file.path.ends_with(".rs") {
        found.extend(rust::problems(&file.path, &file.text));
    }
    if file.path.contains("/templates/") && file.path.ends_with(".html") {
        found.extend(templates::problems(&file.text));
    }
    found.into_iter().map(|(line, what)| format!("{}:{line}: {what}", file.path)).collect()
}

fn trailing_space(text: &str) -> Vec<(usize, String)> {
    let lines = text.lines().enumerate().filter(|(_, line)| line.ends_with([' ', '\t']));
    lines.map(|(index, _)| (index + 1, "space at the end of the line".to_owned())).collect()
}

/// Every text file that is tracked or is new and not ignored.
fn files() -> Result<Vec<File>> {
    let names =
        output(command("git").args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
    let mut files = Vec::new();
    for path in names.split('\0').filter(|path| !path.is_empty()) {
        let file = root().join(path);
        // A file that was just removed is still listed; pictures and the like are not text.
        if !file.is_file() {
            continue;
        }
        if let Ok(text) = String::from_utf8(fs::read(file)?) {
            files.push(File { path: path.to_owned(), text });
        }
    }
    if files.is_empty() {
        bail!("git lists no files; the rules are checked in a clone of the repository");
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::trailing_space;

    #[test]
    fn a_space_at_the_end_is_found_by_its_line() {
        let found = trailing_space("one\ntwo \nthree\t\n");
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3]);
    }
}
