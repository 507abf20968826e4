//! All spellings that words have, to be looked up whole, by their beginning, or by letters.
//!
//! Each spelling has a signature: 64 bits, one for each letter that occurs in it (letters share bits where there are too many).
//! A slip changes at most two bits, and a part has no bit that the whole lacks, so going through all signatures leaves few
//! spellings to compare: a tenth of a millisecond for 100,000 of them, without any index to keep.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::vocabulary::TermId;

/// Spellings and the terms that have them.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    places: BTreeMap<Arc<str>, u32>,
    /// By place, like `entries`; apart from them, since all are gone through.
    shapes: Vec<Shape>,
    entries: Vec<Spelling>,
    free: Vec<u32>,
}

#[derive(Debug)]
pub(super) struct Spelling {
    pub text: Arc<str>,
    pub terms: Vec<TermId>,
}

/// What a spelling looks like from far away. A free place has no letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub signature: u64,
    pub letters: u8,
}

impl Shape {
    pub(super) const NONE: Shape = Shape { signature: 0, letters: 0 };

    pub(super) fn of(text: &str) -> Shape {
        let signature = text.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 64));
        Shape { signature, letters: u8::try_from(text.chars().count()).unwrap_or(u8::MAX) }
    }
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
        let place = match self.free.pop() {
            Some(place) => {
                self.entries[place as usize] = entry;
                self.shapes[place as usize] = Shape::of(text);
                place
            }
            None => {
                self.entries.push(entry);
                self.shapes.push(Shape::of(text));
                u32::try_from(self.entries.len() - 1).unwrap_or(u32::MAX)
            }
        };
        self.places.insert(key, place);
        place as usize
    }

    pub(super) fn leave(&mut self, text: &str, term: TermId) {
        let Some(&place) = self.places.get(text) else { return };
        let entry = &mut self.entries[place as usize];
        entry.terms.retain(|other| *other != term);
        if entry.terms.is_empty() {
            self.places.remove(text);
            self.shapes[place as usize] = Shape::NONE;
            self.free.push(place);
        }
    }

    /// The terms that are spelled so.
    pub(super) fn terms(&self, text: &str) -> &[TermId] {
        self.places.get(text).map_or(&[], |place| &self.entries[*place as usize].terms)
    }

    /// The spellings that begin so and go on, in alphabetical order.
    pub(super) fn beginning<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Spelling> {
        let from = (std::ops::Bound::Excluded(text), std::ops::Bound::Unbounded);
        let going_on = self.places.range::<str, _>(from).take_while(move |(key, _)| key.starts_with(text));
        going_on.map(|(_, place)| &self.entries[*place as usize])
    }

    /// The spellings that look like this from far away, in no particular order.
    pub(super) fn looking(&self, like: impl Fn(Shape) -> bool) -> impl Iterator<Item = &Spelling> {
        let places = self.shapes.iter().enumerate().filter(move |(_, shape)| like(**shape));
        places.map(|(place, _)| &self.entries[place])
    }
}
