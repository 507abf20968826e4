//! What a word of a query may mean among the words that are known: itself, its forms, and words that are like it.

use super::Words;
use super::slip;
use super::spellings::Spelling;
use super::vocabulary::TermId;
use crate::query::How;
use crate::text::{Language, spelled_out, spelling};
use crate::weights::Weights;

/// A known word that a word of a query may mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Alternative {
    pub term: TermId,
    /// How well it fits, above 0 up to 1.
    pub weight: f32,
    pub how: How,
}

/// Words at most of which one is taken to be the beginning, or the end: the shortest.
const MOST: usize = 200;
/// Letters that a whole word must have to be the beginning or the end of others, or mistyped.
const LEAST_LETTERS: usize = 4;
/// Letters from which two slips are believed.
const LONG_WORD: usize = 8;
/// Letters that the rest of a compound must have.
const LEAST_REST: usize = 3;
/// Bytes that may follow a compound's last part as its ending.
const ENDING: u32 = 2;
/// What may stand between the parts of a compound.
const LINKS: [&str; 7] = ["", "s", "n", "e", "es", "en", "er"];

/// A word of a query and how much things count.
pub(super) struct Lookup<'a> {
    pub words: &'a Words,
    pub weights: &'a Weights,
}

impl Lookup<'_> {
    /// The same word, with or without accents.
    pub(super) fn same(&self, word: &str) -> Vec<Alternative> {
        let spellings = [Some(spelling(word)), spelled_out(word)];
        let terms = spellings.iter().flatten().flat_map(|text| self.words.vocabulary.spellings.terms(text));
        let alternatives = terms.map(|term| {
            let same = *self.words.vocabulary.term(*term).word == *word;
            Alternative { term: *term, weight: if same { 1.0 } else { self.weights.accents }, how: How::Same }
        });
        alternatives.collect()
    }

    /// Its forms in every language that documents are in: nobody says in which one they ask.
    pub(super) fn forms(&self, word: &str) -> Vec<Alternative> {
        self.forms_in(word, |_| true)
    }

    fn forms_in(&self, word: &str, wanted: impl Fn(Language) -> bool) -> Vec<Alternative> {
        let mut found = Vec::new();
        for language in self.words.languages().filter(|language| wanted(*language)) {
            for stem in stems(word, language) {
                let terms = self.words.vocabulary.stemmed(language, &stem).iter();
                let weight = self.weights.stem;
                found.extend(terms.map(|term| Alternative { term: *term, weight, how: How::Form }));
            }
        }
        found
    }

    /// Words that begin with a word that is not finished.
    pub(super) fn begun(&self, word: &str, weight: f32) -> Vec<Alternative> {
        let longer = self.words.vocabulary.spellings.beginning(&spelling(word));
        let terms = shortest(longer).into_iter().flat_map(|spelling| &spelling.terms);
        terms.map(|term| Alternative { term: *term, weight, how: How::Beginning }).collect()
    }

    /// Words that begin with a whole word. The more they go on, the less they fit.
    pub(super) fn beginnings(&self, word: &str) -> Vec<Alternative> {
        if weighed_letters(word) < LEAST_LETTERS {
            return Vec::new();
        }
        let letters = word.chars().count();
        let mut found = self.begun(word, self.weights.beginning);
        for alternative in &mut found {
            let all = self.words.vocabulary.term(alternative.term).word.chars().count();
            alternative.weight *= part(letters, all);
        }
        found
    }

    /// Compounds that end with a word, or with a form of it.
    pub(super) fn endings(&self, word: &str) -> Vec<Alternative> {
        let mut ends: Vec<String> = vec![spelling(word)];
        for language in self.words.languages().filter(|language| language.joins_compounds()) {
            ends.extend(language.stems(word).into_iter().next());
        }
        ends.retain(|end| end.chars().count() >= LEAST_LETTERS);
        ends.sort();
        ends.dedup();
        let mut found = Vec::new();
        for end in &ends {
            let mut compounds = self.words.vocabulary.spellings.ending(end, ENDING);
            compounds.retain(|compound| ends_compound(&compound.text, end));
            for compound in shortest(compounds) {
                let fits = part(end.chars().count(), compound.text.chars().count());
                let weight = self.weights.ending * fits;
                let terms = compound.terms.iter().filter(|term| self.may_be_compound(**term));
                found.extend(terms.map(|term| Alternative { term: *term, weight, how: How::Compound }));
            }
        }
        found
    }

    /// Words for which it may have been mistyped with so many slips: one letter more, less, other, or two exchanged. Two are
    /// believed only in a long word.
    pub(super) fn slips(&self, word: &str, slips: usize) -> Vec<Alternative> {
        let plain = spelling(word);
        let believed = match plain.chars().count() {
            _ if !plain.chars().all(char::is_alphabetic) => 0,
            0..LEAST_LETTERS => 0,
            LEAST_LETTERS..LONG_WORD => 1,
            _ => 2,
        };
        if slips > believed {
            return Vec::new();
        }
        let mut alike = self.words.vocabulary.spellings.like(&plain, slips);
        alike.retain(|other| slip::slips(&plain, &other.text, slips) == Some(slips));
        let (weight, how) = (self.weights.slips[slips - 1], How::Slip);
        let terms = alike.into_iter().flat_map(|other| &other.terms);
        terms.map(|term| Alternative { term: *term, weight, how }).collect()
    }

    /// The two parts of a compound that are both known; of several ways to part it, the most even.
    pub(super) fn parts(&self, word: &str) -> Vec<Vec<Alternative>> {
        let letters = word.chars().count();
        if letters < LONG_WORD {
            return Vec::new();
        }
        let mut best: Option<(usize, Vec<Vec<Alternative>>)> = None;
        for (left_letters, (at, _)) in word.char_indices().enumerate().skip(LEAST_REST) {
            let evenness = left_letters.min(letters - left_letters);
            if letters - left_letters < LEAST_LETTERS
                || best.as_ref().is_some_and(|(most, _)| *most >= evenness)
            {
                continue;
            }
            let right = self.part(&word[at..]);
            let left = if right.is_empty() { Vec::new() } else { self.left_part(&word[..at]) };
            if !left.is_empty() {
                best = Some((evenness, vec![left, right]));
            }
        }
        best.map(|(_, parts)| parts).unwrap_or_default()
    }

    fn left_part(&self, left: &str) -> Vec<Alternative> {
        let stripped = LINKS.iter().filter_map(|link| left.strip_suffix(link));
        let long = stripped.filter(|left| left.chars().count() >= LEAST_REST);
        long.map(|left| self.part(left)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn part(&self, word: &str) -> Vec<Alternative> {
        let mut found = self.same(word);
        found.extend(self.forms_in(word, Language::joins_compounds));
        found.retain(|alternative| self.may_be_compound(alternative.term));
        found
    }

    fn may_be_compound(&self, term: TermId) -> bool {
        self.words.vocabulary.term(term).may_be_compound()
    }
}

/// The shortest of many; of equally long ones the first in the alphabet.
fn shortest(mut spellings: Vec<&Spelling>) -> Vec<&Spelling> {
    if spellings.len() > MOST {
        spellings.select_nth_unstable_by(MOST, |a, b| (a.text.len(), &a.text).cmp(&(b.text.len(), &b.text)));
        spellings.truncate(MOST);
    }
    spellings
}

/// Stems of a word as it was typed, and as it would be without its accents.
fn stems(word: &str, language: Language) -> Vec<String> {
    let mut stems = language.stems(word);
    let plain = spelling(word);
    if plain != word {
        stems.extend(language.stems(&plain));
        stems.sort();
        stems.dedup();
    }
    stems
}

/// Whether a word ends with a part, but for an ending, and has enough before it to be a compound.
fn ends_compound(word: &str, end: &str) -> bool {
    let before = (0..=ENDING as usize).find_map(|bytes| {
        word.len().checked_sub(bytes).and_then(|at| word.get(..at)).and_then(|word| word.strip_suffix(end))
    });
    before.is_some_and(|before| before.chars().count() >= LEAST_REST)
}

/// Letters, where a Korean syllable counts for the three that it is made of.
fn weighed_letters(word: &str) -> usize {
    word.chars().map(|c| if matches!(c, '가'..='힣') { 3 } else { 1 }).sum()
}

fn part(letters: usize, all: usize) -> f32 {
    let number = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    (number(letters) / number(all).max(1.0)).min(1.0)
}
