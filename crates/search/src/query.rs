//! What is asked, and what is answered.

use crate::concepts::ConceptId;
use crate::index::DocumentId;
use crate::meaning::Embedding;
use crate::words::Field;

/// What somebody looks for.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// As it was typed.
    pub text: &'a str,
    /// How its words are matched.
    pub matching: Matching,
    /// The concepts that it names.
    pub concepts: &'a [ConceptId],
    /// Its meaning, if there is a model.
    pub vector: Option<&'a Embedding>,
    /// How many hits to pass over.
    pub offset: usize,
    /// How many hits to return.
    pub limit: usize,
}

impl<'a> Query<'a> {
    /// The first twenty hits for a text, by words.
    #[must_use]
    pub fn new(text: &'a str) -> Query<'a> {
        Query { text, matching: Matching::Free, concepts: &[], vector: None, offset: 0, limit: 20 }
    }
}

/// How a query is matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matching {
    /// By words and what is like them, concepts and meaning.
    Free,
    /// The same, and the last word may not be finished.
    Typing,
    /// By the typed words only, all of them; accents and capitals do not matter.
    Exact,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// How many documents there are in all.
    pub total: usize,
    /// Those that were asked for, best first; equal ones by id.
    pub hits: Vec<Hit>,
}

/// A document that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Which document.
    pub id: DocumentId,
    /// What the order goes by; only to be compared with others of the same answer.
    pub score: f32,
    /// Why it was found: words as they were typed, then concepts, then meaning. Never empty.
    pub reasons: Vec<Reason>,
}

/// Why a document was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// A word of the query stands in it, or one that is like it.
    Word {
        /// The word of the query, in lower case.
        typed: String,
        /// The document's word, in lower case with its accents.
        found: String,
        /// What makes them alike.
        how: How,
        /// Where it stands.
        fields: Vec<Field>,
    },
    /// It is about something that the query names.
    Concept(ConceptId),
    /// It means something alike.
    Meaning {
        /// The cosine of the two vectors, hubness included.
        similarity: f32,
    },
}

/// What makes a word of a document like one of a query. A nearer kin goes before a farther one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// The same word; accents may differ.
    Same,
    /// Another form of it.
    Form,
    /// It begins with it.
    Beginning,
    /// One of the two is a compound of the other.
    Compound,
    /// Somebody may have mistyped it.
    Slip,
}
