//! The index: documents go in and out, queries are answered.

use crate::concepts::{ConceptId, Concepts};
use crate::fusion::Evidence;
use crate::meaning::{Embedding, Meaning, Vector};
use crate::query::{Found, Hit, Matching, Query, Reason};
use crate::weights::Weights;
use crate::words::{Asked, Field, Words};
use std::cell::Cell;
use std::collections::BTreeMap;

/// A document by the number that its owner gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub i64);

/// What is to be found.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// Its number.
    pub id: DocumentId,
    /// The code of its language (`de`, `pt-BR`), empty if nobody knows.
    pub language: &'a str,
    /// Its texts; a field may come more than once.
    pub fields: &'a [(Field, &'a str)],
    /// What it is about.
    pub concepts: &'a [ConceptId],
    /// Its meaning.
    pub vector: Option<&'a Vector>,
}

impl Document<'_> {
    /// A document with nothing in it.
    #[must_use]
    pub fn new(id: DocumentId) -> Self {
        Document { id, language: "", fields: &[], concepts: &[], vector: None }
    }
}

/// All documents. Reading needs no exclusive access; to take one in or out does, for far less than a millisecond.
#[derive(Debug, Default)]
pub struct Index {
    weights: Weights,
    /// Documents have slots, small numbers that are used again, so that what belongs to all of them lies in plain arrays.
    slots: BTreeMap<DocumentId, u32>,
    ids: Vec<Option<DocumentId>>,
    free: Vec<u32>,
    words: Words,
    concepts: Concepts,
    meaning: Meaning,
}

impl Index {
    /// An index without documents.
    #[must_use]
    pub fn new(weights: Weights) -> Index {
        Index { weights, ..Index::default() }
    }

    /// Sets the meanings of everyday words to which every document is compared: whichever is like all of them is a hub, and
    /// that is taken off what it is like. Counts at once for all documents.
    pub fn set_background(&mut self, words: &[Embedding]) {
        self.meaning.set_background(words);
    }

    /// The number of documents.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Takes a document in, in place of an earlier one with its number.
    pub fn insert(&mut self, document: &Document<'_>) {
        self.remove(document.id);
        let slot = self.free.pop().unwrap_or_else(|| {
            self.ids.push(None);
            u32::try_from(self.ids.len() - 1).unwrap_or(u32::MAX)
        });
        self.ids[slot as usize] = Some(document.id);
        self.slots.insert(document.id, slot);
        self.words.insert(slot, document.language, document.fields);
        self.concepts.insert(slot, document.concepts);
        if let Some(vector) = document.vector {
            self.meaning.insert(slot, vector);
        }
    }

    /// Takes a document out, if it is there.
    pub fn remove(&mut self, id: DocumentId) {
        let Some(slot) = self.slots.remove(&id) else { return };
        self.words.remove(slot);
        self.concepts.remove(slot);
        self.meaning.remove(slot);
        self.ids[slot as usize] = None;
        self.free.push(slot);
    }

    /// Finds documents among those that the filter lets pass. The filter is asked at most once about each.
    #[must_use]
    pub fn search(&self, query: &Query<'_>, filter: &dyn Fn(DocumentId) -> bool) -> Found {
        let known = vec![Cell::new(None); self.ids.len()];
        let allowed = |slot: u32| {
            let known = &known[slot as usize];
            known.get().unwrap_or_else(|| {
                let passes = self.ids[slot as usize].is_some_and(filter);
                known.set(Some(passes));
                passes
            })
        };
        let asked = self.words.ask(query.text, query.matching, &self.weights, &allowed);
        let candidates = self.candidates(query, &asked, &allowed);
        let total = candidates.len();
        let page = best(candidates, query.offset, query.limit);
        let hits = page.into_iter().map(|candidate| Hit {
            id: candidate.id,
            score: candidate.score,
            reasons: self.reasons(query, &asked, &candidate),
        });
        Found { total, hits: hits.collect() }
    }

    /// What [`Self::search`] says of this document among those that the filter lets pass, for less: no other is scored. None if
    /// it is no result. What the others hold still matters: a word is taken for a slip only where nobody has it.
    #[must_use]
    pub fn judge(
        &self,
        query: &Query<'_>,
        id: DocumentId,
        filter: &dyn Fn(DocumentId) -> bool,
    ) -> Option<Hit> {
        let slot = self.slots.get(&id).copied().filter(|_| filter(id))?;
        let only = |other: u32| other == slot;
        let allowed = |slot: u32| self.ids[slot as usize].is_some_and(filter);
        let asked = self.words.ask(query.text, query.matching, &self.weights, &allowed);
        let of_slot = |found: Vec<(u32, f32)>| found.into_iter().find(|(other, _)| only(*other));
        let words = of_slot(self.words.find(&asked, &self.weights, &only)).map_or(0.0, |(_, words)| words);
        let mut evidence = Evidence { words, ..Evidence::default() };
        if query.matching != Matching::Exact {
            let concepts = of_slot(self.concepts.find(query.concepts, self.len()));
            evidence.concepts = concepts.map_or(0.0, |(_, share)| share);
            if let Some(vector) = query.vector {
                let vector = self.meaning.against(vector, self.weights.hubness);
                evidence.meaning = self.meaning.likeness(slot, &vector).unwrap_or_default();
            }
        }
        if !evidence.is_enough(&self.weights) {
            return None;
        }
        let candidate = Candidate { id, slot, evidence, score: evidence.score(&self.weights) };
        let reasons = self.reasons(query, &asked, &candidate);
        Some(Hit { id, score: candidate.score, reasons })
    }

    /// All documents for which something speaks.
    fn candidates(&self, query: &Query<'_>, asked: &Asked, allowed: &impl Fn(u32) -> bool) -> Vec<Candidate> {
        let mut evidence = vec![Evidence::default(); self.ids.len()];
        for (slot, words) in self.words.find(asked, &self.weights, allowed) {
            evidence[slot as usize].words = words;
        }
        if query.matching != Matching::Exact {
            for (slot, share) in self.concepts.find(query.concepts, self.len()) {
                evidence[slot as usize].concepts = share;
            }
            if let Some(vector) = query.vector {
                let vector = self.meaning.against(vector, self.weights.hubness);
                for (evidence, likeness) in evidence.iter_mut().zip(self.meaning.likenesses(&vector)) {
                    evidence.meaning = likeness;
                }
            }
        }
        let enough = (0_u32..).zip(evidence).filter(|(_, evidence)| evidence.is_enough(&self.weights));
        let passing = enough.filter(|(slot, _)| allowed(*slot));
        let candidates = passing.filter_map(|(slot, evidence)| {
            let id = self.ids[slot as usize]?;
            Some(Candidate { id, slot, evidence, score: evidence.score(&self.weights) })
        });
        candidates.collect()
    }

    fn reasons(&self, query: &Query<'_>, asked: &Asked, candidate: &Candidate) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if candidate.evidence.words > 0.0 {
            reasons.extend(self.words.reasons(asked, candidate.slot));
        }
        if candidate.evidence.concepts > 0.0 {
            let shared = self.concepts.shared(candidate.slot, query.concepts);
            reasons.extend(shared.into_iter().map(Reason::Concept));
        }
        if candidate.evidence.means_it(&self.weights)
            && let Some(vector) = query.vector
            && let Some(similarity) =
                self.meaning.likeness(candidate.slot, &self.meaning.against(vector, 0.0))
        {
            reasons.push(Reason::Meaning { similarity });
        }
        reasons
    }
}

/// A document for which something speaks.
#[derive(Debug)]
struct Candidate {
    id: DocumentId,
    slot: u32,
    evidence: Evidence,
    score: f32,
}

/// The best ones after the first few, in order; equal ones by id.
fn best(mut candidates: Vec<Candidate>, offset: usize, limit: usize) -> Vec<Candidate> {
    let order = |a: &Candidate, b: &Candidate| b.score.total_cmp(&a.score).then(a.id.cmp(&b.id));
    let end = offset.saturating_add(limit);
    if end < candidates.len() {
        candidates.select_nth_unstable_by(end, order);
        candidates.truncate(end);
    }
    candidates.sort_unstable_by(order);
    candidates.drain(..offset.min(candidates.len()));
    candidates
}
