//! The pieces that texts are cut into, and how likely each is.
//!
//! They are kept in the order of their bytes, so that those with one beginning stand together, the shortest first.

use super::protobuf::{Fields, Value};
use crate::Error;
use std::ops::Range;

/// How much less likely a character without a piece is than the least likely piece: a factor of e^10.
const UNKNOWN_IS_RARER_BY: f32 = 10.0;

/// A piece's kind, as SentencePiece numbers it: those two are never found in a text.
const KIND_UNKNOWN: u64 = 2;
const KIND_CONTROL: u64 = 3;

/// All pieces.
pub(super) struct Vocabulary {
    /// The pieces' bytes, one after another.
    bytes: Vec<u8>,
    /// The pieces that are found in texts, in the order of their bytes.
    pieces: Vec<Piece>,
    size: usize,
    score_of_unknown: f32,
}

struct Piece {
    place: Range<u32>,
    id: u32,
    score: f32,
}

/// A piece with which a text begins.
pub(super) struct Beginning {
    /// In bytes.
    pub(super) length: usize,
    /// The piece's number.
    pub(super) id: u32,
    /// The logarithm of how likely it is.
    pub(super) score: f32,
}

impl Vocabulary {
    /// How many pieces have a number, those included that no text holds.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// The logarithm of how likely a character is that no piece has.
    pub(super) fn score_of_unknown(&self) -> f32 {
        self.score_of_unknown
    }

    /// The pieces with which a text begins, the shortest first.
    pub(super) fn beginnings<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Beginning> + 'a {
        let mut candidates = &*self.pieces;
        let ends = text.char_indices().map(|(at, character)| at + character.len_utf8());
        let narrowed = ends.map_while(move |end| {
            let beginning = &text.as_bytes()[..end];
            let before = candidates.partition_point(|piece| self.bytes(piece) < beginning);
            candidates = &candidates[before..];
            let with_it = candidates.partition_point(|piece| self.bytes(piece).starts_with(beginning));
            candidates = &candidates[..with_it];
            candidates.first().map(|shortest| (end, shortest))
        });
        narrowed.filter(|(end, shortest)| shortest.place.len() == *end).map(|(end, piece)| Beginning {
            length: end,
            id: piece.id,
            score: piece.score,
        })
    }

    fn bytes(&self, piece: &Piece) -> &[u8] {
        bytes(&self.bytes, piece)
    }
}

fn bytes<'a>(all: &'a [u8], piece: &Piece) -> &'a [u8] {
    &all[piece.place.start as usize..piece.place.end as usize]
}

/// A vocabulary in the making. Pieces are numbered in the order in which they are added.
#[derive(Default)]
pub(super) struct Builder {
    bytes: Vec<u8>,
    pieces: Vec<Piece>,
    size: u32,
}

impl Builder {
    /// Adds a piece: a message of its text, its score and, when it is not an ordinary one, its kind.
    pub(super) fn add(&mut self, message: &[u8]) -> Result<(), Error> {
        let (mut text, mut score, mut kind) = (&[][..], 0.0, None);
        for field in Fields::of(message) {
            match field? {
                (1, Value::Bytes(found)) => text = found,
                (2, Value::Four(found)) => score = f32::from_le_bytes(found),
                (3, Value::Number(found)) => kind = Some(found),
                _ => (),
            }
        }
        if text.is_empty() || !score.is_finite() {
            return Err(Error::Damaged("a piece of the vocabulary has no text or no score"));
        }
        let id = self.size;
        self.size += 1;
        if kind.is_some_and(|kind| kind == KIND_UNKNOWN || kind == KIND_CONTROL) {
            return Ok(());
        }
        let start = place(self.bytes.len())?;
        self.bytes.extend_from_slice(text);
        self.pieces.push(Piece { place: start..place(self.bytes.len())?, id, score });
        Ok(())
    }

    /// The vocabulary, once all pieces are added.
    pub(super) fn build(mut self) -> Result<Vocabulary, Error> {
        if self.pieces.is_empty() {
            return Err(Error::Damaged("the vocabulary has no pieces"));
        }
        self.pieces.sort_unstable_by(|a, b| bytes(&self.bytes, a).cmp(bytes(&self.bytes, b)));
        self.pieces.shrink_to_fit();
        self.bytes.shrink_to_fit();
        let rarest = self.pieces.iter().map(|piece| piece.score).fold(f32::INFINITY, f32::min);
        Ok(Vocabulary {
            bytes: self.bytes,
            pieces: self.pieces,
            size: self.size as usize,
            score_of_unknown: rarest - UNKNOWN_IS_RARER_BY,
        })
    }
}

fn place(length: usize) -> Result<u32, Error> {
    u32::try_from(length).map_err(|_| Error::Damaged("the vocabulary is too long"))
}
