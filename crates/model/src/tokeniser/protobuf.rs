//! As much of the Protocol Buffers encoding as a SentencePiece model needs: the fields of a message, one after another.

use crate::Error;

/// A field's value, by how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    /// A whole number, a truth or a choice.
    Number(u64),
    /// A text, bytes or a message within.
    Bytes(&'a [u8]),
    /// Four bytes, little-endian: here, a floating-point number.
    Four([u8; 4]),
    /// Eight bytes, little-endian.
    Eight([u8; 8]),
}

/// The fields of a message, in order, each with its number. Ends after the first error.
pub(crate) struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    pub(crate) fn of(message: &'a [u8]) -> Self {
        Self { rest: message }
    }

    fn field(&mut self) -> Result<(u64, Value<'a>), Error> {
        let key = self.number()?;
        let value = match key & 7 {
            0 => Value::Number(self.number()?),
            1 => Value::Eight(self.array()?),
            2 => {
                let length = usize::try_from(self.number()?).map_err(|_| DAMAGED)?;
                let (bytes, rest) = self.rest.split_at_checked(length).ok_or(DAMAGED)?;
                self.rest = rest;
                Value::Bytes(bytes)
            }
            5 => Value::Four(self.array()?),
            _ => return Err(DAMAGED),
        };
        Ok((key >> 3, value))
    }

    /// Seven bits a byte, the lowest first; the eighth says that there are more.
    fn number(&mut self) -> Result<u64, Error> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let [byte] = self.array()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(DAMAGED)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let (array, rest) = self.rest.split_first_chunk().ok_or(DAMAGED)?;
        self.rest = rest;
        Ok(*array)
    }
}

const DAMAGED: Error = Error::Damaged("a field of the vocabulary is cut off or of an unknown kind");

impl<'a> Iterator for Fields<'a> {
    type Item = Result<(u64, Value<'a>), Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let field = self.field();
        if field.is_err() {
            self.rest = &[];
        }
        Some(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_kind_of_value_is_read() {
        let message =
            [0x08, 0x96, 0x01, 0x12, 2, b'h', b'i', 0x1d, 0, 0, 0x80, 0x3f, 0x21, 1, 0, 0, 0, 0, 0, 0, 0];
        let fields: Vec<_> = Fields::of(&message).map(Result::unwrap).collect();
        let expected = [
            (1, Value::Number(150)),
            (2, Value::Bytes(b"hi")),
            (3, Value::Four(1_f32.to_le_bytes())),
            (4, Value::Eight(1_u64.to_le_bytes())),
        ];
        assert_eq!(fields, expected);
        // Wherever it is cut, either a field was just over or there is an error.
        for end in 0..message.len() {
            let cut = Fields::of(&message[..end]).all(|field| field.is_ok());
            assert_eq!(cut, [0, 3, 7, 12].contains(&end), "cut at {end}");
        }
    }

    #[test]
    fn what_is_no_message_is_refused() {
        let cases: [(&str, &[u8]); 4] = [
            ("a number without an end", &[0x08, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]),
            ("a length beyond the end", &[0x12, 3, b'h', b'i']),
            ("the longest length", &[0x12, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]),
            ("a group", &[0x0b]),
        ];
        for (name, message) in cases {
            assert!(Fields::of(message).any(|field| field.is_err()), "{name}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_bring_it_down(message in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert!(Fields::of(&message).count() <= message.len());
        }
    }
}
