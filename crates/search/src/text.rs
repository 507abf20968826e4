//! Text as the index sees it: words with their spellings and stems.
//!
//! *"Réparation d'un vélo"* becomes the words `réparation`, `un`, `vélo`, spelled `reparation`, `un`, `velo`. Accents stay in the
//! word, since stemmers need them and people want to see them, and go in the spelling. Scripts that put no spaces between words
//! become overlapping pairs: 吉他课 is 吉他, 他课.

mod fold;
mod language;
mod light;
mod tokens;

pub(crate) use fold::{spelled_out, spelling};
pub use language::Language;
pub(crate) use light::is_light;
pub(crate) use tokens::{Kind, Token, of_document, of_query};

/// The words of a text in their plain spelling, in order, as a query is cut: what a lexicon is matched with.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    of_query(text).iter().map(|token| spelling(&token.word)).collect()
}
