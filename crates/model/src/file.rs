//! The model's file, unpacked: a vocabulary, a table of embeddings, arrays by name. Numbers are little-endian.
//!
//! ```text
//! USEM0001
//! u64 length    a SentencePiece model
//! u64 length    the table, rows of 512 bytes
//! u32 count     arrays, each: u8 length and name, u32 rows, u32 columns, f32 values row by row
//! ```
//!
//! It is read as it is unpacked, so that it is never in memory as a whole. No length in it is believed: what is not
//! there is not made room for.

use crate::Error;
use crate::table::{self, Codes};
use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};

const BEGINNING: &[u8; 8] = b"USEM0001";

// Some times what the model has: whoever damages a length shall not have gigabytes read first.
const MAX_VOCABULARY_BYTES: u64 = 1 << 24;
const MAX_TABLE_ROWS: u64 = 1 << 19;
const MAX_ARRAYS: u32 = 1 << 10;
const MAX_ARRAY_VALUES: u32 = 1 << 22;

/// What the file holds.
pub(crate) struct File {
    /// A SentencePiece model, still encoded.
    pub(crate) vocabulary: Vec<u8>,
    /// A row of codes for each piece of the vocabulary.
    pub(crate) codes: Codes,
    /// Everything else.
    pub(crate) arrays: Arrays,
}

/// Arrays by name.
#[derive(Default)]
pub(crate) struct Arrays(BTreeMap<String, Array>);

struct Array {
    rows: usize,
    columns: usize,
    values: Vec<f32>,
}

impl Arrays {
    /// Takes an array out, its values row by row.
    pub(crate) fn take(&mut self, name: &str, rows: usize, columns: usize) -> Result<Vec<f32>, Error> {
        let found = self.0.remove(name).filter(|array| array.rows == rows && array.columns == columns);
        let array = found.ok_or_else(|| Error::Array { name: name.to_owned(), rows, columns })?;
        Ok(array.values)
    }

    /// A single value, which stays.
    pub(crate) fn one(&self, name: &str) -> Result<f32, Error> {
        let found = self.0.get(name).filter(|array| array.rows == 1 && array.columns == 1);
        let array = found.ok_or_else(|| Error::Array { name: name.to_owned(), rows: 1, columns: 1 })?;
        Ok(array.values[0])
    }
}

/// Reads a file to its end.
pub(crate) fn read(mut from: impl Read) -> Result<File, Error> {
    if array(&mut from)? != *BEGINNING {
        return Err(Error::Damaged("it does not begin as such a file does"));
    }
    let vocabulary_length = u64::from_le_bytes(array(&mut from)?);
    if vocabulary_length > MAX_VOCABULARY_BYTES {
        return Err(Error::Damaged("the vocabulary is too long"));
    }
    let vocabulary = bytes(&mut from, vocabulary_length)?;
    let codes = codes(&mut from)?;
    let arrays = arrays(&mut from)?;
    if from.read(&mut [0])? > 0 {
        return Err(Error::Damaged("something comes after its end"));
    }
    Ok(File { vocabulary, codes, arrays })
}

fn codes(from: &mut impl Read) -> Result<Codes, Error> {
    let length = u64::from_le_bytes(array(from)?);
    let row_length = table::WIDTH as u64;
    let rows = length / row_length;
    if !length.is_multiple_of(row_length) || rows > MAX_TABLE_ROWS {
        return Err(Error::Damaged("the table of embeddings has no whole rows or too many"));
    }
    let mut codes = Codes::default();
    for _ in 0..rows {
        codes.push(&array(from)?)?;
    }
    codes.shrink_to_fit();
    Ok(codes)
}

fn arrays(from: &mut impl Read) -> Result<Arrays, Error> {
    let count = u32::from_le_bytes(array(from)?);
    if count > MAX_ARRAYS {
        return Err(Error::Damaged("there are too many arrays"));
    }
    let mut arrays = Arrays::default();
    for _ in 0..count {
        let [length] = array(from)?;
        let name = String::from_utf8(bytes(from, length.into())?);
        let name = name.map_err(|_| Error::Damaged("an array's name is no text"))?;
        let rows = u32::from_le_bytes(array(from)?);
        let columns = u32::from_le_bytes(array(from)?);
        let size = rows.checked_mul(columns).filter(|size| *size <= MAX_ARRAY_VALUES);
        let size = size.ok_or(Error::Damaged("an array is too large"))?;
        let values = values(&bytes(from, u64::from(size) * 4)?)?;
        arrays.0.insert(name, Array { rows: rows as usize, columns: columns as usize, values });
    }
    Ok(arrays)
}

fn values(bytes: &[u8]) -> Result<Vec<f32>, Error> {
    let values: Vec<f32> = bytes.as_chunks().0.iter().map(|value| f32::from_le_bytes(*value)).collect();
    if values.iter().any(|value| !value.is_finite()) {
        return Err(Error::Damaged("an array holds what is no number"));
    }
    Ok(values)
}

fn array<const N: usize>(from: &mut impl Read) -> Result<[u8; N], Error> {
    let mut array = [0; N];
    from.read_exact(&mut array)?;
    Ok(array)
}

fn bytes(from: &mut impl Read, length: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = from.take(length).read_to_end(&mut bytes)?;
    if (read as u64) < length {
        return Err(Error::Read(ErrorKind::UnexpectedEof.into()));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A vocabulary of two bytes, a table of two rows, two arrays.
    fn small() -> Vec<u8> {
        let mut file = BEGINNING.to_vec();
        file.extend(2_u64.to_le_bytes());
        file.extend(b"vo");
        file.extend(1024_u64.to_le_bytes());
        file.extend([7; 1024]);
        file.extend(2_u32.to_le_bytes());
        for (name, rows, columns) in [("one", 2_u32, 3_u32), ("two", 1, 1)] {
            file.push(3);
            file.extend(name.as_bytes());
            file.extend(rows.to_le_bytes());
            file.extend(columns.to_le_bytes());
            file.extend((0..rows * columns).flat_map(|value| (value as f32).to_le_bytes()));
        }
        file
    }

    #[test]
    fn a_file_is_read() {
        let mut file = read(&*small()).unwrap();
        assert_eq!(file.vocabulary, b"vo");
        assert_eq!(file.codes.rows(), 2);
        assert!(file.arrays.take("one", 3, 2).is_err(), "another shape");
        assert!(file.arrays.take("three", 1, 1).is_err(), "another name");
        assert_eq!(file.arrays.take("two", 1, 1).unwrap(), [0.0]);

        let mut file = read(&*small()).unwrap();
        assert_eq!(file.arrays.take("one", 2, 3).unwrap(), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    }

    #[test]
    fn a_file_that_is_cut_off_or_goes_on_is_refused() {
        let whole = small();
        for end in 0..whole.len() {
            assert!(read(&whole[..end]).is_err(), "cut at {end}");
        }
        assert!(read(&*[whole, vec![0]].concat()).is_err());
    }

    #[test]
    fn each_damage_is_refused() {
        let one = 8 + 8 + 2 + 8 + 1024 + 4;
        let cases: &[(&str, usize, &[u8])] = &[
            ("another beginning", 7, b"2"),
            ("an endless vocabulary", 8, &[255; 8]),
            ("an endless table", 18, &[0, 254, 255, 255, 255, 255, 255, 255]),
            ("half a row", 18, &[1, 2]),
            ("a code of seven bits", 26 + 1023, &[64]),
            ("endlessly many arrays", one - 4, &[255; 4]),
            ("a name that is no text", one + 1, &[255]),
            ("an endless array", one + 4, &[255; 8]),
            ("a large array that is not there", one + 4, &[0, 4, 0, 0, 0, 4, 0, 0]),
            ("what is no number", one + 12, &f32::NAN.to_le_bytes()),
        ];
        for (name, at, bytes) in cases {
            let mut damaged = small();
            damaged[*at..at + bytes.len()].copy_from_slice(bytes);
            assert!(read(&*damaged).is_err(), "{name}");
        }
    }

    proptest! {
        #[test]
        fn no_flipped_bits_bring_it_down(flips in proptest::collection::vec((0..1104_usize, 0..8_u8), 1..4)) {
            let mut damaged = small();
            let length = damaged.len();
            for (at, bit) in flips {
                damaged[at % length] ^= 1 << bit;
            }
            let _ = read(&*damaged);
        }
    }
}
