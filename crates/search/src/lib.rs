//! Finds documents (offers, wants, people) by words, by concepts and by meaning, and tells why.
//!
//! Start at [`Index`]: documents go in, a [`Query`] brings [`Found`], whose hits each carry their [`Reason`]s. [`text`] says what
//! a word is; `words` finds documents by it, also by other forms of it, its beginning, parts of compounds and with typing
//! errors; `concepts` by what both sides are about; `meaning` by vectors that a model of language made of the texts. `fusion`
//! makes one order of the three. What tuning may change is in [`Weights`].
//!
//! Pure: no I/O, no clock, no randomness. It knows no model, and the index no lexicon: vectors and concepts are handed in. The concepts
//! that a text names are told by [`lexicon`].
//!
//! ```
//! use search::{Document, DocumentId, Field, Index, Query, Weights};
//!
//! let mut index = Index::new(Weights::default());
//! let fields = [(Field::Title, "Réparation de vélos"), (Field::Text, "chez vous")];
//! index.insert(&Document { language: "fr", fields: &fields, ..Document::new(DocumentId(7)) });
//!
//! let found = index.search(&Query::new("velo"), &|_| true);
//! assert_eq!(found.hits[0].id, DocumentId(7));
//! ```

mod concepts;
mod fusion;
mod index;
pub mod lexicon;
mod meaning;
mod query;
pub mod text;
mod weights;
mod words;

pub use concepts::ConceptId;
pub use index::{Document, DocumentId, Index};
pub use meaning::{DIMENSIONS, Embedding, Vector, together};
pub use query::{Found, Hit, How, Matching, Query, Reason};
pub use weights::Weights;
pub use words::Field;
