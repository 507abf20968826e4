//! A text becomes the numbers of pieces: first it is normalised, then cut where the pieces are likeliest together.
//!
//! `Ｆｒｅｓｈ   eggs` is normalised to `▁Fresh▁eggs` and cut into `▁Fresh` and `▁eggs`. This is SentencePiece's unigram model.

mod normaliser;
mod protobuf;
mod vocabulary;

use crate::Error;
use normaliser::Normaliser;
use protobuf::{Fields, Value};
use vocabulary::{Builder, Vocabulary};

/// Stands for a character that no piece has, and for a text in which there is nothing.
const UNKNOWN: u32 = 0;
/// Comes before every text.
const START: u32 = 1;
/// Comes after every text.
const END: u32 = 2;

/// Of a longer text only so many bytes are read.
pub(crate) const MAX_BYTES: usize = 4096;
/// Of a text with more pieces only the first are kept, so that with [`START`] and [`END`] there are so many.
pub(crate) const MAX_PIECES: usize = 256;

/// What cuts texts into pieces.
pub(crate) struct Tokeniser {
    normaliser: Normaliser,
    vocabulary: Vocabulary,
}

/// The likeliest way to the end of a piece.
#[derive(Clone, Copy)]
struct Step {
    /// The logarithm of how likely the whole way is.
    score: f32,
    /// Where the last piece begins.
    from: usize,
    /// The last piece.
    id: u32,
}

impl Tokeniser {
    /// Reads a SentencePiece model.
    pub(crate) fn read(model: &[u8]) -> Result<Self, Error> {
        let mut pieces = Builder::default();
        let mut normaliser = None;
        for field in Fields::of(model) {
            match field? {
                (1, Value::Bytes(piece)) => pieces.add(piece)?,
                (3, Value::Bytes(rules)) => normaliser = Some(Normaliser::read(character_map(rules)?)?),
                _ => (),
            }
        }
        let normaliser = normaliser.ok_or(Error::Damaged("the vocabulary has no rules of normalisation"))?;
        let vocabulary = pieces.build()?;
        if vocabulary.size() <= END as usize {
            return Err(Error::Damaged("the vocabulary lacks the pieces that stand around a text"));
        }
        Ok(Self { normaliser, vocabulary })
    }

    /// How many numbers there are: each that [`Tokeniser::ids`] gives is smaller.
    pub(crate) fn size(&self) -> usize {
        self.vocabulary.size()
    }

    /// The numbers of a text's pieces, [`START`] and [`END`] around them: at least three, at most [`MAX_PIECES`].
    pub(crate) fn ids(&self, text: &str) -> Vec<u32> {
        let text = self.normaliser.normalise(&text[..text.floor_char_boundary(MAX_BYTES)]);
        let mut ids = vec![START];
        ids.extend(self.cut(&text));
        if text.is_empty() {
            ids.push(UNKNOWN);
        }
        ids.truncate(MAX_PIECES - 1);
        ids.push(END);
        ids
    }

    /// Where a normalised text is cut: from left to right the best way to each place, then back along the best one to the end.
    fn cut(&self, text: &str) -> Vec<u32> {
        let mut steps = vec![Step { score: f32::NEG_INFINITY, from: 0, id: UNKNOWN }; text.len() + 1];
        steps[0].score = 0.0;
        for (at, first) in text.char_indices() {
            let so_far = steps[at].score;
            let mut offer = |to: usize, id: u32, score: f32| {
                if so_far + score > steps[to].score {
                    steps[to] = Step { score: so_far + score, from: at, id };
                }
            };
            let next = at + first.len_utf8();
            let mut is_known = false;
            for piece in self.vocabulary.beginnings(&text[at..]) {
                let to = at + piece.length;
                offer(to, piece.id, piece.score);
                is_known |= to == next;
            }
            if !is_known {
                offer(next, UNKNOWN, self.vocabulary.score_of_unknown());
            }
        }
        let mut ids = Vec::new();
        let mut end = text.len();
        while end > 0 {
            ids.push(steps[end].id);
            end = steps[end].from;
        }
        ids.reverse();
        ids
    }
}

fn character_map(rules: &[u8]) -> Result<&[u8], Error> {
    for field in Fields::of(rules) {
        if let (2, Value::Bytes(map)) = field? {
            return Ok(map);
        }
    }
    Err(Error::Damaged("the rules of normalisation hold no map of characters"))
}

#[cfg(test)]
mod tests;
