//! How a file of the lexicon is read. Pure; what cannot be read is named and left out.
//!
//! ```text
//! # A remark.
//! [home-repairs]
//! icon: wrench
//! en: home repairs, odd jobs
//!
//! [plumber] < home-repairs
//! en: plumber, plumbing, tap
//! es: fontanero, fontanera, grifo
//! ```

use super::Concept;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A line that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: &'static str,
}

/// The concepts of a file, and the lines that could not be read.
#[must_use]
pub fn read(text: &'static str) -> (Vec<Concept>, Vec<Mistake>) {
    let mut concepts = Vec::new();
    let mut mistakes = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let read = match line.strip_prefix('[') {
            Some(rest) => head(rest).map(|concept| concepts.push(concept)),
            None => {
                concepts.last_mut().ok_or("a concept's [id] comes first").and_then(|last| say(last, line))
            }
        };
        if let Err(what) = read {
            mistakes.push(Mistake { line: index + 1, what });
        }
    }
    (concepts, mistakes)
}

/// `plumber] < home-repairs`
fn head(rest: &'static str) -> Result<Concept, &'static str> {
    let (id, after) = rest.split_once(']').ok_or("no ] after the id")?;
    let after = after.trim();
    let broader = match after.strip_prefix('<').map(str::trim) {
        Some("") => return Err("nothing after <"),
        None if !after.is_empty() => return Err("only < and a broader concept may follow the id"),
        broader => broader,
    };
    Ok(Concept { id: id.trim(), broader, icon: None, words: BTreeMap::new() })
}

/// `icon: wrench` or `en: plumber, tap`
fn say(concept: &mut Concept, line: &'static str) -> Result<(), &'static str> {
    let (name, value) = line.split_once(':').ok_or("no : after the language")?;
    if name == "icon" {
        return match concept.icon.replace(value.trim()) {
            Some(_) => Err("a second icon"),
            None => Ok(()),
        };
    }
    if !(2..=3).contains(&name.len()) || !name.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Err("not the code of a language");
    }
    let words: Vec<&str> = value.split(',').map(str::trim).collect();
    if words.contains(&"") {
        return Err("nothing between two commas");
    }
    match concept.words.entry(name) {
        Entry::Occupied(_) => Err("a second line of this language"),
        Entry::Vacant(place) => {
            place.insert(words);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mistake, read};

    #[test]
    fn a_concept_has_a_broader_one_an_icon_and_words_by_language() {
        let (concepts, mistakes) = read(
            "# remark\n[home]\nicon: wrench\nen: home repairs, odd jobs\n\n[tap] < home\npt: torneira\n",
        );
        assert_eq!(mistakes, []);
        let [home, tap] = concepts.as_slice() else { panic!("two concepts: {concepts:?}") };
        assert_eq!((home.id, home.broader, home.icon), ("home", None, Some("wrench")));
        assert_eq!(home.words("en"), ["home repairs", "odd jobs"]);
        assert_eq!((tap.id, tap.broader, tap.icon), ("tap", Some("home"), None));
        assert_eq!((tap.name("pt-BR"), tap.name("en")), (Some("torneira"), None));
    }

    #[test]
    fn each_mistake_is_named_with_its_line() {
        let cases = [
            ("en: tap", 1, "a concept's [id] comes first"),
            ("[tap", 1, "no ] after the id"),
            ("[tap] <", 1, "nothing after <"),
            ("[tap] home", 1, "only < and a broader concept may follow the id"),
            ("[tap]\ntap, leak", 2, "no : after the language"),
            ("[tap]\nEnglish: tap", 2, "not the code of a language"),
            ("[tap]\nen: tap,, leak", 2, "nothing between two commas"),
            ("[tap]\nen:", 2, "nothing between two commas"),
            ("[tap]\nen: tap\nen: leak", 3, "a second line of this language"),
            ("[tap]\nicon: tap\nicon: tap", 3, "a second icon"),
        ];
        for (text, line, what) in cases {
            assert_eq!(read(text).1, [Mistake { line, what }], "{text}");
        }
    }
}
