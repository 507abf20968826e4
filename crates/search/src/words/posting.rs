//! Where a word stands: in which document, how often in each of its fields. Packed, since there are millions.

/// A part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What it is called.
    Title,
    /// Words that its author chose.
    Keywords,
    /// Names of the categories that it is in.
    Category,
    /// All the rest.
    Text,
    /// Where it is.
    Place,
}

impl Field {
    /// The number of fields.
    pub(crate) const COUNT: usize = 5;
    /// All fields.
    pub(crate) const ALL: [Field; Field::COUNT] =
        [Field::Title, Field::Keywords, Field::Category, Field::Text, Field::Place];
}

/// How often a word stands in each field of a document; seven times means seven times or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counts(u16);

const BITS: usize = 3;
const MOST: u16 = 7;

impl Counts {
    pub(super) fn add(&mut self, field: Field) {
        if self.of(field) < MOST {
            self.0 += 1 << (BITS * field as usize);
        }
    }

    fn of(self, field: Field) -> u16 {
        self.0 >> (BITS * field as usize) & MOST
    }

    /// The fields in which it stands, and how often.
    #[inline]
    pub(super) fn all(self) -> impl Iterator<Item = (Field, u16)> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let place = (rest != 0).then(|| rest.trailing_zeros() as usize / BITS)?;
            let count = rest >> (BITS * place) & MOST;
            rest &= !(MOST << (BITS * place));
            Some((Field::ALL[place], count))
        })
    }
}

/// A document that holds a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    pub slot: u32,
    pub counts: Counts,
}

/// How many words each field of a document has; 255 means 255 or more.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lengths([u8; Field::COUNT]);

impl Lengths {
    pub(super) fn add(&mut self, field: Field) {
        let length = &mut self.0[field as usize];
        *length = length.saturating_add(1);
    }

    #[inline]
    pub(super) fn of(self, field: Field) -> u8 {
        self.0[field as usize]
    }

    pub(super) fn all(self) -> [u8; Field::COUNT] {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_counted_apart() {
        let mut counts = Counts::default();
        for _ in 0..9 {
            counts.add(Field::Title);
        }
        counts.add(Field::Place);
        assert_eq!(Field::ALL.map(|field| counts.of(field)), [7, 0, 0, 0, 1]);
        assert_eq!(counts.all().collect::<Vec<_>>(), [(Field::Title, 7), (Field::Place, 1)]);
    }
}
