//! Documents by their words: an inverted index that grows and shrinks with its documents.
//!
//! Each distinct word (lower case, with accents) is a term with its postings. All leniency happens among terms, before any
//! posting is read: a word of a query becomes a list of alternatives (the word, its forms, words that begin with it, compounds,
//! words that it may be a slip for), each with a weight. So nothing is indexed twice.

mod alternatives;
mod asked;
mod posting;
mod score;
mod slip;
mod spellings;
mod vocabulary;

pub(crate) use asked::Asked;
pub use posting::Field;
pub(crate) use score::rarity;

use crate::text::{self, Language};
use posting::{Counts, Lengths};
use std::collections::BTreeMap;
use vocabulary::{TermId, Vocabulary};

/// All words of all documents, which are known here by their slots.
#[derive(Debug, Default)]
pub(crate) struct Words {
    vocabulary: Vocabulary,
    /// By slot.
    documents: Vec<Option<Entry>>,
    /// By slot, and apart from the rest, since scoring reads them all the time.
    lengths: Vec<Lengths>,
    /// How many documents there are, and how many words their fields have in sum.
    count: usize,
    sums: [u64; Field::COUNT],
    /// How many documents each language has.
    languages: Vec<u32>,
}

/// What is kept of a document, so that it can be taken out again.
#[derive(Debug)]
struct Entry {
    language: Language,
    terms: Box<[TermId]>,
}

impl Words {
    /// Takes a document in at a slot that is free.
    pub(crate) fn insert(&mut self, slot: u32, language: &str, fields: &[(Field, &str)]) {
        let language = Language::of(language);
        let mut lengths = Lengths::default();
        let mut words: BTreeMap<String, Counts> = BTreeMap::new();
        for (field, text) in fields {
            for token in text::of_document(text) {
                lengths.add(*field);
                words.entry(token.word).or_default().add(*field);
            }
        }
        let terms = words.into_iter().map(|(word, counts)| {
            let term = self.vocabulary.enter(&word, language);
            self.vocabulary.post(term, slot, counts);
            term
        });
        let entry = Entry { language, terms: terms.collect() };
        self.tally(language, lengths, 1);
        let place = slot as usize;
        if self.documents.len() <= place {
            self.documents.resize_with(place + 1, || None);
            self.lengths.resize(place + 1, Lengths::default());
        }
        self.documents[place] = Some(entry);
        self.lengths[place] = lengths;
    }

    /// Takes a document out.
    pub(crate) fn remove(&mut self, slot: u32) {
        let Some(entry) = self.documents.get_mut(slot as usize).and_then(Option::take) else { return };
        for term in &entry.terms {
            self.vocabulary.unpost(*term, slot, entry.language);
        }
        self.tally(entry.language, self.lengths[slot as usize], -1);
    }

    fn tally(&mut self, language: Language, lengths: Lengths, sign: i8) {
        let change = |number: u64, by: u64| if sign > 0 { number + by } else { number - by };
        self.languages.resize(Language::COUNT, 0);
        self.count = self.count.saturating_add_signed(sign.into());
        let language = &mut self.languages[language.place()];
        *language = language.saturating_add_signed(sign.into());
        for (sum, length) in self.sums.iter_mut().zip(lengths.all()) {
            *sum = change(*sum, length.into());
        }
    }

    /// The languages that documents are in.
    fn languages(&self) -> impl Iterator<Item = Language> {
        Language::all()
            .filter(|language| self.languages.get(language.place()).is_some_and(|count| *count > 0))
    }
}
