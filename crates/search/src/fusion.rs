//! One order of three kinds of evidence.
//!
//! Each is a number between 0 and 1 whatever the query: the part of its words that a document holds (`words::score`), the part of
//! its concepts that it shares (`concepts`), and its likeness in meaning, of which hubness is taken off and what lies between the
//! two ends of `Weights::meaning_range` spread over 0 to 1. The score is their weighted sum.
//!
//! Fusing ranks instead of scores (reciprocal rank fusion) needs no such scales, but forgets how well the first of a list fits: the best of
//! many bad ones then counts as much as a perfect one, and hits change places when a filter removes others.

use crate::weights::Weights;

/// What speaks for a document.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Evidence {
    pub words: f32,
    pub concepts: f32,
    /// Likeness with hubness taken off.
    pub meaning: f32,
}

impl Evidence {
    /// Whether it makes the document a result.
    pub(crate) fn is_enough(self, weights: &Weights) -> bool {
        self.words > 0.0 || self.concepts > 0.0 || self.means_it(weights)
    }

    /// Whether the meaning alone makes it one.
    pub(crate) fn means_it(self, weights: &Weights) -> bool {
        self.meaning >= weights.meaning_floor
    }

    /// What the order goes by.
    pub(crate) fn score(self, weights: &Weights) -> f32 {
        let (from, full) = weights.meaning_range;
        let meaning = ((self.meaning - from) / (full - from)).clamp(0.0, 1.0);
        weights.words * self.words + weights.concepts * self.concepts + weights.meaning * meaning
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_adds_up() {
        let weights = Weights {
            meaning_range: (0.25, 0.75),
            meaning_floor: 0.5,
            words: 1.0,
            concepts: 0.5,
            meaning: 0.25,
            ..Weights::default()
        };
        // words, concepts, meaning, enough, score
        for (words, concepts, meaning, enough, score) in [
            (0.0, 0.0, 0.0, false, 0.0),
            (0.0, 0.0, 0.49, false, 0.12),
            (0.0, 0.0, 0.5, true, 0.125),
            (0.0, 0.0, 0.9, true, 0.25),
            (0.5, 0.0, -1.0, true, 0.5),
            (0.0, 1.0, 0.25, true, 0.5),
            (1.0, 1.0, 0.75, true, 1.75),
        ] {
            let evidence = Evidence { words, concepts, meaning };
            assert_eq!(evidence.is_enough(&weights), enough, "{evidence:?}");
            assert!((evidence.score(&weights) - score).abs() < 1e-6, "{evidence:?}");
        }
    }
}
