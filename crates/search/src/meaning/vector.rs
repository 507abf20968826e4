//! Vectors in eight bits a number, with one scale for each vector.

/// The numbers of a vector, as the model makes them.
pub const DIMENSIONS: usize = 512;

/// What a model makes of a text, of length 1.
pub type Embedding = [f32; DIMENSIONS];

/// What several texts mean together: the mean of their embeddings, at length 1 again.
#[must_use]
pub fn together(embeddings: &[Embedding]) -> Embedding {
    let mut sum = [0.0; DIMENSIONS];
    for embedding in embeddings {
        for (total, value) in sum.iter_mut().zip(embedding) {
            *total += value;
        }
    }
    let length = sum.iter().map(|value| value * value).sum::<f32>().sqrt();
    if length > 0.0 { sum.map(|value| value / length) } else { sum }
}

/// An embedding in 516 bytes: whole numbers of ±127 steps. The cosine of two differs by about 0.001 from the exact one.
#[derive(Debug, Clone, PartialEq)]
pub struct Vector {
    step: f32,
    row: Box<[i8; DIMENSIONS]>,
}

impl Vector {
    /// The nearest vector. None for one that is not finite or nothing but zeros, which means nothing.
    #[must_use]
    pub fn of(embedding: &Embedding) -> Option<Vector> {
        let most = embedding.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
        let step = most / 127.0;
        if !step.is_normal() || embedding.iter().any(|value| !value.is_finite()) {
            return None;
        }
        let row = embedding.map(|value| rounded(value / step));
        Some(Vector { step, row: Box::new(row) })
    }

    /// As it is kept on a disk: the step, little-endian, then the numbers.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.step.to_le_bytes().to_vec();
        bytes.extend(self.row.iter().map(|number| number.to_le_bytes()[0]));
        bytes
    }

    /// Reads what `to_bytes` made; none if it is anything else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Vector> {
        let (step, row) = bytes.split_first_chunk::<4>()?;
        let row: &[u8; DIMENSIONS] = row.try_into().ok()?;
        let step = f32::from_le_bytes(*step);
        let row = Box::new(row.map(|byte| i8::from_le_bytes([byte])));
        (step.is_normal() && step > 0.0).then_some(Vector { step, row })
    }

    pub(super) fn row(&self) -> &[i8; DIMENSIONS] {
        &self.row
    }

    pub(super) fn step(&self) -> f32 {
        self.step
    }
}

#[expect(clippy::cast_possible_truncation, reason = "rounded, and between -127 and 127 by construction")]
fn rounded(value: f32) -> i8 {
    value.round() as i8
}

/// A query's vector in sixteen bits a number: there is only one, so it may be more exact.
#[derive(Debug)]
pub(crate) struct Exact {
    step: f32,
    row: [i16; DIMENSIONS],
}

/// The most that a query's number may be: 512 products with up to 127 stay below 2^31.
const MOST: f32 = 32_000.0;

impl Exact {
    pub(super) fn of(embedding: &Embedding) -> Exact {
        let most = embedding.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
        let step = if (most / MOST).is_normal() { most / MOST } else { f32::INFINITY };
        #[expect(clippy::cast_possible_truncation, reason = "rounded, and saturates")]
        let row = embedding.map(|value| (value / step).clamp(-MOST, MOST).round() as i16);
        Exact { step: if step.is_finite() { step } else { 0.0 }, row }
    }

    /// The dot product, but for the other's step. Two products at a time and eight such sums make the compiler use the
    /// instructions for just that; it is then as fast as memory is read.
    #[expect(
        clippy::cast_precision_loss,
        reason = "the sum is below 2^31, and a likeness needs no more than 24 bits"
    )]
    pub(super) fn dot(&self, row: &[i8; DIMENSIONS]) -> f32 {
        let mut sums = [0_i32; 8];
        for (own, other) in self.row.as_chunks::<16>().0.iter().zip(row.as_chunks::<16>().0) {
            for at in 0..8 {
                sums[at] += i32::from(own[at]) * i32::from(other[at])
                    + i32::from(own[at + 8]) * i32::from(other[at + 8]);
            }
        }
        self.step * sums.iter().sum::<i32>() as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wave(phase: f32) -> Embedding {
        let values: Embedding = std::array::from_fn(|at| (phase + at as f32 * 0.37).sin());
        let length = values.iter().map(|value| value * value).sum::<f32>().sqrt();
        values.map(|value| value / length)
    }

    #[test]
    fn little_is_lost() {
        for (one, other) in [(0.0, 0.0), (0.0, 0.7), (1.0, 2.5), (0.3, 3.4)] {
            let (one, other) = (wave(one), wave(other));
            let exact: f32 = one.iter().zip(&other).map(|(a, b)| a * b).sum();
            let vector = Vector::of(&other).unwrap();
            let rough = vector.step * Exact::of(&one).dot(&vector.row);
            assert!((exact - rough).abs() < 0.002, "{exact} {rough}");
        }
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let flat = [-1.0; DIMENSIONS];
        let vector = Vector::of(&flat).unwrap();
        let dot = vector.step * Exact::of(&flat).dot(&vector.row);
        assert!((dot - 512.0).abs() < 0.1, "{dot}");
    }

    #[test]
    fn what_means_nothing_is_no_vector() {
        for bad in [0.0, f32::NAN, f32::INFINITY, f32::MIN_POSITIVE / 4.0] {
            let mut embedding = [0.0; DIMENSIONS];
            embedding[3] = bad;
            assert_eq!(Vector::of(&embedding), None, "{bad}");
            assert!(Exact::of(&embedding).dot(&[1; DIMENSIONS]).abs() <= f32::MIN_POSITIVE, "{bad}");
        }
    }

    #[test]
    fn bytes_come_back() {
        let vector = Vector::of(&wave(1.0)).unwrap();
        let bytes = vector.to_bytes();
        assert_eq!(bytes.len(), 516);
        assert_eq!(Vector::from_bytes(&bytes), Some(vector));
        assert_eq!(Vector::from_bytes(&bytes[1..]), None);
        assert_eq!(Vector::from_bytes(&[0; 516]), None);
    }
}
