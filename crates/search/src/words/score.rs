//! How well documents fit the words of a query: BM25F.
//!
//! A word's worth in a document is `w · t / (k + t)`, between 0 and 1: `t` is how often the document holds it, each field with
//! its weight and its length taken into account, `k` is `Weights::saturation`, `w` is how well the document's word fits the one that
//! was asked for (of several, the best counts). A document's score is the mean of its words' worths, rare words counting more
//! (`rarity`), times the part of the query's weight that it holds at all: all words are better than some. So it lies between 0
//! and 1 whatever the query, which is what `fusion` needs.

use super::alternatives::Alternative;
use super::asked::Asked;
use super::posting::{Counts, Field, Lengths};
use super::{Words, asked::AskedWord};
use crate::query::Matching;
use crate::weights::Weights;

/// What finding a word is worth that this many of all documents hold.
pub(crate) fn rarity(documents: usize, holders: usize) -> f32 {
    let holders = number(holders.min(documents));
    (1.0 + (number(documents) - holders + 0.5) / (holders + 0.5)).ln()
}

/// For what is far below 2^24, where `f32` counts exactly.
#[expect(clippy::cast_precision_loss, reason = "a weight need not be exact")]
fn number(count: usize) -> f32 {
    count as f32
}

/// What a document holds of something: its worth, and how much of it there is at all.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Held {
    worth: f32,
    cover: f32,
}

/// Something of every document, and which documents have any of it.
struct Sheet {
    held: Vec<Held>,
    slots: Vec<u32>,
}

impl Sheet {
    fn new(slots: usize) -> Sheet {
        Sheet { held: vec![Held::default(); slots], slots: Vec::new() }
    }

    /// The place of a document, noted as having something.
    fn at(&mut self, slot: u32) -> &mut Held {
        let held = &mut self.held[slot as usize];
        if held.cover <= 0.0 {
            self.slots.push(slot);
        }
        held
    }

    /// Takes all out, so that the sheet is empty again.
    fn take(&mut self, mut each: impl FnMut(u32, Held)) {
        for slot in self.slots.drain(..) {
            each(slot, std::mem::take(&mut self.held[slot as usize]));
        }
    }
}

impl Words {
    /// The documents (slots) that fit, with their scores, in no particular order.
    pub(crate) fn find(
        &self,
        asked: &Asked,
        weights: &Weights,
        allowed: &impl Fn(u32) -> bool,
    ) -> Vec<(u32, f32)> {
        let scorer = Scorer::new(self, weights);
        let slots = self.documents.len();
        let (mut total, mut sheet) = (Sheet::new(slots), Sheet::new(slots));
        for word in &asked.words {
            scorer.fill_word(word, &mut sheet, allowed);
            sheet.take(|slot, held| {
                let sum = total.at(slot);
                sum.worth += word.rarity * held.worth;
                sum.cover += word.rarity * held.cover;
            });
        }
        let whole: f32 = asked.words.iter().map(|word| word.rarity).sum();
        let least = if asked.matching == Some(Matching::Exact) { 0.9999 } else { weights.least_words };
        let mut found = Vec::new();
        total.take(|slot, sum| {
            let cover = sum.cover / whole;
            if cover >= least {
                found.push((slot, sum.worth / whole * cover));
            }
        });
        found
    }
}

/// Worths of single postings.
struct Scorer<'a> {
    words: &'a Words,
    weights: &'a Weights,
    /// What a word counts in a field, by the field's length.
    by_length: Vec<[f32; 256]>,
}

impl<'a> Scorer<'a> {
    fn new(words: &'a Words, weights: &'a Weights) -> Scorer<'a> {
        let by_length = Field::ALL.map(|field| {
            let sum = u32::try_from(words.sums[field as usize]).unwrap_or(u32::MAX);
            let mean = (f64::from(sum) / number(words.count).max(1.0) as f64) as f32;
            std::array::from_fn(|length| {
                let longer = if mean > 0.0 { number(length) / mean } else { 1.0 };
                weights.fields[field as usize] / (1.0 - weights.length + weights.length * longer)
            })
        });
        Scorer { words, weights, by_length: by_length.into() }
    }

    /// What every document holds of a word, whole or in parts, whichever is better.
    fn fill_word(&self, word: &AskedWord, sheet: &mut Sheet, allowed: &impl Fn(u32) -> bool) {
        self.fill(&word.whole, sheet, allowed);
        if word.parts.is_empty() {
            return;
        }
        let share = 1.0 / number(word.parts.len());
        let (mut sums, mut one) = (Sheet::new(sheet.held.len()), Sheet::new(sheet.held.len()));
        for part in &word.parts {
            self.fill(part, &mut one, allowed);
            one.take(|slot, held| {
                let sum = sums.at(slot);
                sum.worth += share * self.weights.parts * held.worth;
                sum.cover += share * held.cover;
            });
        }
        sums.take(|slot, sum| {
            let held = sheet.at(slot);
            held.worth = held.worth.max(sum.worth);
            held.cover = held.cover.max(sum.cover);
        });
    }

    /// What every document holds of the best of these alternatives.
    fn fill(&self, alternatives: &[Alternative], sheet: &mut Sheet, allowed: &impl Fn(u32) -> bool) {
        for alternative in alternatives {
            for posting in &self.words.vocabulary.term(alternative.term).postings {
                if allowed(posting.slot) {
                    let lengths = self.words.lengths[posting.slot as usize];
                    let held = sheet.at(posting.slot);
                    held.worth = held.worth.max(alternative.weight * self.worth(posting.counts, lengths));
                    held.cover = 1.0;
                }
            }
        }
    }

    /// The worth of a word that stands so often in a document with fields of these lengths.
    #[inline]
    fn worth(&self, counts: Counts, lengths: Lengths) -> f32 {
        let mut times = 0.0;
        for (field, count) in counts.all() {
            times += f32::from(count) * self.by_length[field as usize][usize::from(lengths.of(field))];
        }
        times / (self.weights.saturation + times)
    }
}
