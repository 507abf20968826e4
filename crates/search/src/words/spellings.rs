//! All spellings that words have, to be looked up whole, or gone through by what they look like.
//!
//! Of each spelling a few bytes are kept apart, and going through them all leaves few spellings to compare; for 200,000 of them that
//! takes less than a millisecond and needs no index that must be kept right:
//!
//! * its **letters**, 64 bits of which each stands for one letter, or a few, that occur in it: a slip changes two bits at most, and a
//!   word that holds another has all of its bits;
//! * its **tally**, sixteen counts of four bits, of the letters that share a place: a slip changes them by two at most;
//! * its **head** and its **tail**, the first and last eight bytes.

use std::collections::HashMap;
use std::sync::Arc;

use super::vocabulary::TermId;

/// Spellings and the terms that have them.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    places: HashMap<Arc<str>, u32>,
    entries: Vec<Spelling>,
    free: Vec<u32>,
    // By place, like `entries`.
    letters: Vec<u64>,
    tallies: Vec<u64>,
    counts: Vec<u8>,
    heads: Vec<u64>,
    tails: Vec<u64>,
}

#[derive(Debug)]
pub(super) struct Spelling {
    pub text: Arc<str>,
    pub terms: Vec<TermId>,
}

impl Spellings {
    pub(super) fn enter(&mut self, text: &str, term: TermId) {
        let place = match self.places.get(text) {
            Some(place) => *place as usize,
            None => self.new_place(text),
        };
        self.entries[place].terms.push(term);
    }

    fn new_place(&mut self, text: &str) -> usize {
        let entry = Spelling { text: text.into(), terms: Vec::with_capacity(1) };
        let key = Arc::clone(&entry.text);
        let place = self.free.pop().unwrap_or_else(|| u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        self.places.insert(key, place);
        let at = place as usize;
        put(&mut self.entries, at, entry);
        put(&mut self.letters, at, letters(text));
        put(&mut self.tallies, at, tally(text));
        put(&mut self.counts, at, count(text));
        put(&mut self.heads, at, head(text));
        put(&mut self.tails, at, tail(text));
        at
    }

    pub(super) fn leave(&mut self, text: &str, term: TermId) {
        let Some(&place) = self.places.get(text) else { return };
        let at = place as usize;
        self.entries[at].terms.retain(|other| *other != term);
        if self.entries[at].terms.is_empty() {
            self.places.remove(text);
            self.free.push(place);
            // Looks like nothing that anybody asks for.
            (self.letters[at], self.counts[at], self.heads[at], self.tails[at]) = (0, 0, 0, 0);
        }
    }

    /// The terms that are spelled so.
    pub(super) fn terms(&self, text: &str) -> &[TermId] {
        self.places.get(text).map_or(&[], |place| &self.entries[*place as usize].terms)
    }

    /// The spellings that begin so and go on, in no particular order.
    pub(super) fn beginning(&self, text: &str) -> Vec<&Spelling> {
        let mask = !(u64::MAX.checked_shr(8 * u32::try_from(text.len()).unwrap_or(8)).unwrap_or(0));
        let head = head(text);
        let alike = places(&self.heads, |other| other & mask == head);
        let entries = alike.map(|place| &self.entries[place]);
        entries.filter(|entry| entry.text.len() > text.len() && entry.text.starts_with(text)).collect()
    }

    /// The spellings that end so, but for a few bytes after it, in no particular order. It has four bytes or more.
    pub(super) fn ending(&self, text: &str, after: u32) -> Vec<&Spelling> {
        let end = tail(text) & 0xffff_ffff;
        let all = letters(text);
        let alike = places(&self.letters, |other| other & all == all);
        let near = alike.filter(|place| {
            (0..=after.min(4)).any(|bytes| self.tails[*place] >> (8 * bytes) & 0xffff_ffff == end)
        });
        near.map(|place| &self.entries[place]).collect()
    }

    /// The spellings with as many letters, and the same, but for so many slips, in no particular order.
    pub(super) fn like(&self, text: &str, slips: usize) -> Vec<&Spelling> {
        let (all, own, count) = (letters(text), tally(text), count(text));
        let alike = places(&self.letters, |other| (other ^ all).count_ones() as usize <= 2 * slips);
        let long = alike.filter(|place| usize::from(self.counts[*place].abs_diff(count)) <= slips);
        let near = long.filter(|place| difference(self.tallies[*place], own) <= 2 * slips as u64);
        near.map(|place| &self.entries[place]).collect()
    }
}

/// The places of what passes.
fn places(all: &[u64], passes: impl Fn(u64) -> bool) -> impl Iterator<Item = usize> {
    all.iter().enumerate().filter(move |(_, one)| passes(**one)).map(|(place, _)| place)
}

fn put<T>(all: &mut Vec<T>, place: usize, one: T) {
    match all.get_mut(place) {
        Some(old) => *old = one,
        None => all.push(one),
    }
}

fn letters(text: &str) -> u64 {
    text.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 64))
}

fn tally(text: &str) -> u64 {
    text.chars().fold(0, |tally, c| {
        let place = 4 * (u32::from(c) % 16);
        if tally >> place & 15 < 15 { tally + (1 << place) } else { tally }
    })
}

fn difference(one: u64, other: u64) -> u64 {
    (0..16).map(|place| (one >> (4 * place) & 15).abs_diff(other >> (4 * place) & 15)).sum()
}

fn count(text: &str) -> u8 {
    u8::try_from(text.chars().count()).unwrap_or(u8::MAX)
}

/// The first eight bytes, the first one highest; zeros where there are fewer.
fn head(text: &str) -> u64 {
    text.bytes().chain([0; 8]).take(8).fold(0, |head, byte| head << 8 | u64::from(byte))
}

/// The last eight bytes, the last one lowest; zeros where there are fewer.
fn tail(text: &str) -> u64 {
    text.bytes().fold(0, |tail, byte| tail << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [&str; 9] =
        ["rad", "fahrrad", "fahrradreparatur", "reparatur", "reparaturen", "велосипед", "a", "吉他", "gitar"];

    fn texts(found: Vec<&Spelling>) -> Vec<&str> {
        let mut texts: Vec<&str> = found.iter().map(|spelling| &*spelling.text).collect();
        texts.sort_unstable();
        texts
    }

    #[test]
    fn spellings_are_found_by_their_looks() {
        let mut spellings = Spellings::default();
        for text in ALL {
            spellings.enter(text, TermId::default());
        }
        // beginning, found
        for (beginning, found) in [
            ("fahr", &["fahrrad", "fahrradreparatur"][..]),
            ("fahrrad", &["fahrradreparatur"]),
            ("fahrradrep", &["fahrradreparatur"]),
            ("reparatur", &["reparaturen"]),
            ("вело", &["велосипед"]),
            ("吉", &["吉他"]),
            (
                "",
                &[
                    "a",
                    "fahrrad",
                    "fahrradreparatur",
                    "gitar",
                    "rad",
                    "reparatur",
                    "reparaturen",
                    "велосипед",
                    "吉他",
                ],
            ),
            ("x", &[]),
        ] {
            assert_eq!(texts(spellings.beginning(beginning)), found, "{beginning}");
        }
        assert_eq!(texts(spellings.ending("reparatur", 0)), ["fahrradreparatur", "reparatur"]);
        assert_eq!(texts(spellings.ending("reparatur", 2)), ["fahrradreparatur", "reparatur", "reparaturen"]);
        assert_eq!(texts(spellings.like("guitar", 1)), ["gitar"]);
        spellings.leave("gitar", TermId::default());
        assert!(spellings.like("guitar", 1).is_empty() && spellings.terms("gitar").is_empty());
    }
}
