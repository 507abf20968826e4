//! Which documents are about what. Concepts come from outside, as numbers; a rare one that is shared tells more.

use std::collections::BTreeMap;

/// A concept of the lexicon by its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConceptId(pub u16);

/// Documents (by their slots) of each concept.
#[derive(Debug, Default)]
pub(crate) struct Concepts {
    documents: BTreeMap<ConceptId, Vec<u32>>,
    of: Vec<Box<[ConceptId]>>,
}

impl Concepts {
    pub(crate) fn insert(&mut self, slot: u32, concepts: &[ConceptId]) {
        let mut concepts = concepts.to_vec();
        concepts.sort_unstable();
        concepts.dedup();
        for concept in &concepts {
            let documents = self.documents.entry(*concept).or_default();
            let place = documents.partition_point(|other| *other < slot);
            documents.insert(place, slot);
        }
        let place = slot as usize;
        if self.of.len() <= place {
            self.of.resize(place + 1, Box::default());
        }
        self.of[place] = concepts.into();
    }

    pub(crate) fn remove(&mut self, slot: u32) {
        for concept in std::mem::take(&mut self.of[slot as usize]) {
            if let Some(documents) = self.documents.get_mut(&concept) {
                documents.retain(|other| *other != slot);
                if documents.is_empty() {
                    self.documents.remove(&concept);
                }
            }
        }
    }

    /// Documents that share concepts with the query, with the part of its concepts' weight (rare ones weigh more) that they
    /// share, above 0 up to 1; in the order of slots.
    pub(crate) fn find(&self, asked: &[ConceptId], documents: usize) -> Vec<(u32, f32)> {
        let mut asked = asked.to_vec();
        asked.sort_unstable();
        asked.dedup();
        let mut shares: BTreeMap<u32, f32> = BTreeMap::new();
        let mut whole = 0.0;
        for concept in &asked {
            let about = self.documents.get(concept).map_or(&[][..], Vec::as_slice);
            let weight = crate::words::rarity(documents, about.len());
            whole += weight;
            for slot in about {
                *shares.entry(*slot).or_default() += weight;
            }
        }
        shares.into_iter().map(|(slot, share)| (slot, share / whole)).collect()
    }

    /// The concepts of a query that a document shares, in the query's order.
    pub(crate) fn shared(&self, slot: u32, asked: &[ConceptId]) -> Vec<ConceptId> {
        let own = &self.of[slot as usize];
        let mut shared = Vec::new();
        for concept in asked {
            if own.binary_search(concept).is_ok() && !shared.contains(concept) {
                shared.push(*concept);
            }
        }
        shared
    }
}
