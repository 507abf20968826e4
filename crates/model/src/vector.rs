//! What the model makes of a text.

use std::array;

/// How many numbers a vector has.
pub const DIMENSIONS: usize = 512;

/// What a text means, as a place on a sphere: its length is 1.
pub type Vector = [f32; DIMENSIONS];

/// So many sums are kept apart, since a processor adds several numbers at once.
const LANES: usize = 16;

/// How near two vectors are: 1 for the same, 0 for those that have nothing in common, below that for the contrary.
#[must_use]
pub fn dot(a: &Vector, b: &Vector) -> f32 {
    let mut sums = [0.0; LANES];
    for (a, b) in a.as_chunks::<LANES>().0.iter().zip(b.as_chunks::<LANES>().0) {
        sums = array::from_fn(|lane| sums[lane] + a[lane] * b[lane]);
    }
    sums.iter().sum()
}

/// The sum of what a function makes of each value.
pub(crate) fn total(values: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut sums = [0.0; LANES];
    let (chunks, rest) = values.as_chunks::<LANES>();
    for chunk in chunks {
        sums = array::from_fn(|lane| sums[lane] + of(chunk[lane]));
    }
    sums.iter().sum::<f32>() + rest.iter().map(|value| of(*value)).sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_added() {
        for length in [0, 1, 15, 16, 17, 512] {
            let values: Vec<f32> = (1..=length).map(|value| value as f32).collect();
            assert_eq!(total(&values, |value| 2.0 * value), (length * (length + 1)) as f32);
        }
        let (mut a, mut b) = ([0.0; DIMENSIONS], [0.0; DIMENSIONS]);
        for place in 0..DIMENSIONS {
            (a[place], b[place]) = (place as f32, 2.0);
        }
        assert_eq!(dot(&a, &b), (DIMENSIONS * (DIMENSIONS - 1)) as f32);
    }
}
