//! The embeddings of the pieces: 512 numbers for each of some 128,000 pieces, which is nearly all of the model.
//!
//! Each number is a code of six bits. Four of them are kept in three bytes: 49 MB in memory instead of 66. The rows are
//! in 17 groups, row by row in turn; in each group code 0 stands for a lowest value and every next one for a step more.

use crate::Error;
use crate::file::Arrays;

/// How many numbers a row has.
pub(crate) const WIDTH: usize = 512;
const PACKED_WIDTH: usize = WIDTH / 4 * 3;
const GROUPS: usize = 17;

/// Rows of codes.
#[derive(Default)]
pub(crate) struct Codes(Vec<[u8; PACKED_WIDTH]>);

impl Codes {
    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.0.len()
    }

    /// Adds a row, in which each code has a byte.
    pub(crate) fn push(&mut self, row: &[u8; WIDTH]) -> Result<(), Error> {
        if row.iter().any(|code| *code > 63) {
            return Err(Error::Damaged("a code in the table of embeddings has more than six bits"));
        }
        let mut packed = [0; PACKED_WIDTH];
        for (three, [a, b, c, d]) in packed.as_chunks_mut().0.iter_mut().zip(row.as_chunks().0) {
            *three = [a | b << 6, b >> 2 | c << 4, c >> 4 | d << 2];
        }
        self.0.push(packed);
        Ok(())
    }

    /// Gives back the room that was made for rows that did not come.
    pub(crate) fn shrink_to_fit(&mut self) {
        self.0.shrink_to_fit();
    }

    fn row(&self, row: usize) -> impl Iterator<Item = u8> {
        let threes = self.0[row].as_chunks().0.iter();
        threes.flat_map(|[x, y, z]| [x & 63, x >> 6 | (y & 15) << 2, y >> 4 | (z & 3) << 4, z >> 2])
    }
}

/// The embeddings.
pub(crate) struct Table {
    codes: Codes,
    lowest: Vec<f32>,
    step: Vec<f32>,
}

impl Table {
    /// The embeddings that these codes stand for.
    pub(crate) fn new(codes: Codes, arrays: &mut Arrays) -> Result<Self, Error> {
        Ok(Self { codes, lowest: arrays.take("lo", GROUPS, 1)?, step: arrays.take("scale", GROUPS, 1)? })
    }

    /// The embedding of a piece. There must be a row for it.
    pub(crate) fn embedding(&self, id: u32) -> impl Iterator<Item = f32> {
        let row = id as usize;
        let (lowest, step) = (self.lowest[row % GROUPS], self.step[row % GROUPS]);
        self.codes.row(row).map(move |code| f32::from(code) * step + lowest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn codes_come_out_as_they_went_in(row in proptest::collection::vec(0..64_u8, WIDTH)) {
            let mut codes = Codes::default();
            codes.push(row.as_slice().try_into().unwrap()).unwrap();
            prop_assert_eq!(codes.row(0).collect::<Vec<_>>(), row);
        }
    }
}
