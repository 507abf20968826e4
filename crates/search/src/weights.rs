//! What tuning may change. Everything else follows from the texts.

/// How much each kind of evidence counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// How often a word counts in a title, in keywords, in a category, in the text, in a place (in the order of `Field`).
    pub fields: [f32; 5],
    /// How much longer texts are held against a word in them, from 0 (not at all) to 1 (in proportion).
    pub length: f32,
    /// How many times a word stands in a text until its worth is half of the most it can be.
    pub saturation: f32,

    /// The same letters with other accents, where the very same word counts 1.
    pub accents: f32,
    /// Another form of the word.
    pub stem: f32,
    /// A word that begins with the last one of a query that is still being typed.
    pub typing: f32,
    /// A word that begins with a whole one; times the part of it that was asked for.
    pub beginning: f32,
    /// A compound that ends with the word; times the part of it that was asked for.
    pub ending: f32,
    /// All parts of a compound that was asked for.
    pub parts: f32,
    /// One typing error, and two.
    pub slips: [f32; 2],
    /// The part of a query's weight that a document must hold to be found by words.
    pub least_words: f32,

    /// How much of a document's likeness to everything is taken off its likeness to the query.
    pub hubness: f32,
    /// The likeness (hubness taken off) from which meaning counts, and at which it counts in full.
    pub meaning_range: (f32, f32),
    /// The likeness (hubness taken off) from which meaning alone makes a document a result.
    pub meaning_floor: f32,

    /// What words, concepts and meaning count in the end, each between 0 and 1 before.
    pub words: f32,
    /// See `words`.
    pub concepts: f32,
    /// See `words`.
    pub meaning: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            fields: [3.0, 2.5, 1.5, 1.0, 1.0],
            length: 0.3,
            saturation: 1.2,
            accents: 0.95,
            stem: 0.85,
            typing: 0.7,
            beginning: 0.5,
            ending: 0.5,
            parts: 0.7,
            slips: [0.6, 0.4],
            least_words: 0.3,
            hubness: 0.5,
            meaning_range: (0.1, 0.6),
            meaning_floor: 0.25,
            words: 1.0,
            concepts: 0.8,
            meaning: 0.6,
        }
    }
}
