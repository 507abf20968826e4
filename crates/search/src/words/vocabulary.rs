//! All distinct words of all documents, with what leads to them: spellings, and stems by language.

use super::posting::{Counts, Posting};
use super::spellings::Spellings;
use crate::text::{self, Language};
use std::collections::HashMap;
use std::sync::Arc;

/// A term by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct TermId(u32);

/// A distinct word.
#[derive(Debug, Default)]
pub(super) struct Term {
    /// Lower case, with accents. Empty if the place is free.
    pub word: Arc<str>,
    /// In the order of slots.
    pub postings: Vec<Posting>,
    /// How many documents of each language hold it.
    languages: Vec<(Language, u32)>,
}

impl Term {
    /// Whether it stands in a language that joins compounds.
    pub(super) fn may_be_compound(&self) -> bool {
        self.languages.iter().any(|(language, _)| language.joins_compounds())
    }
}

/// Terms and the ways to them.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    terms: Vec<Term>,
    free: Vec<TermId>,
    by_word: HashMap<Arc<str>, TermId>,
    pub spellings: Spellings,
    /// By language, then stem.
    stems: Vec<HashMap<Box<str>, Vec<TermId>>>,
}

impl Vocabulary {
    pub(super) fn term(&self, id: TermId) -> &Term {
        &self.terms[id.0 as usize]
    }

    /// The terms with this stem in a language.
    pub(super) fn stemmed(&self, language: Language, stem: &str) -> &[TermId] {
        self.stems.get(language.place()).and_then(|stems| stems.get(stem)).map_or(&[], Vec::as_slice)
    }

    /// Counts a word of a document in this language.
    pub(super) fn enter(&mut self, word: &str, language: Language) -> TermId {
        let id = self.by_word.get(word).copied();
        let id = id.unwrap_or_else(|| self.new_term(word));
        let languages = &mut self.terms[id.0 as usize].languages;
        match languages.iter_mut().find(|(other, _)| *other == language) {
            Some((_, count)) => *count += 1,
            None => {
                languages.push((language, 1));
                self.enter_stems(id, word, language);
            }
        }
        id
    }

    fn new_term(&mut self, word: &str) -> TermId {
        let term =
            Term { word: word.into(), postings: Vec::with_capacity(1), languages: Vec::with_capacity(1) };
        let id = match self.free.pop() {
            Some(id) => {
                self.terms[id.0 as usize] = term;
                id
            }
            None => {
                self.terms.push(term);
                TermId(u32::try_from(self.terms.len() - 1).unwrap_or(u32::MAX))
            }
        };
        self.by_word.insert(Arc::clone(&self.terms[id.0 as usize].word), id);
        self.spellings.enter(&text::spelling(word), id);
        if let Some(out) = text::spelled_out(word) {
            self.spellings.enter(&out, id);
        }
        id
    }

    fn enter_stems(&mut self, id: TermId, word: &str, language: Language) {
        self.stems.resize_with(Language::COUNT, HashMap::new);
        for stem in language.stems(word) {
            let terms = self.stems[language.place()].entry(stem.into());
            terms.or_insert_with(|| Vec::with_capacity(1)).push(id);
        }
    }

    /// Notes that a document holds a term.
    pub(super) fn post(&mut self, id: TermId, slot: u32, counts: Counts) {
        let postings = &mut self.terms[id.0 as usize].postings;
        let place = match postings.last() {
            Some(last) if last.slot > slot => postings.partition_point(|posting| posting.slot < slot),
            _ => postings.len(),
        };
        postings.insert(place, Posting { slot, counts });
    }

    /// Takes a document that holds a term, and is in this language, out again; the term goes with its last one.
    pub(super) fn unpost(&mut self, id: TermId, slot: u32, language: Language) {
        let term = &mut self.terms[id.0 as usize];
        if let Ok(place) = term.postings.binary_search_by_key(&slot, |posting| posting.slot) {
            term.postings.remove(place);
        }
        if let Some(place) = term.languages.iter().position(|(other, _)| *other == language) {
            term.languages[place].1 -= 1;
            if term.languages[place].1 == 0 {
                term.languages.swap_remove(place);
                self.leave_stems(id, language);
            }
        }
        if self.terms[id.0 as usize].postings.is_empty() {
            let word = std::mem::take(&mut self.terms[id.0 as usize]).word;
            self.by_word.remove(&word);
            self.spellings.leave(&text::spelling(&word), id);
            if let Some(out) = text::spelled_out(&word) {
                self.spellings.leave(&out, id);
            }
            self.free.push(id);
        }
    }

    fn leave_stems(&mut self, id: TermId, language: Language) {
        let stems = language.stems(&self.terms[id.0 as usize].word);
        let Some(known) = self.stems.get_mut(language.place()) else { return };
        for stem in stems {
            if let Some(terms) = known.get_mut(&*stem) {
                terms.retain(|other| *other != id);
                if terms.is_empty() {
                    known.remove(&*stem);
                }
            }
        }
    }
}
