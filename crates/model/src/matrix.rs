//! Matrices of weights, and the one operation on them where nearly all the time goes.

use std::array;

/// So many columns are worked on together. Their weights lie next to each other.
const PANEL: usize = 8;
/// So many rows of the result are worked on together: with a panel's columns their sums are 32, which are half the
/// registers that every x86-64 has.
const TILE: usize = 4;

/// Weights, and what is added to every row of a result.
pub(crate) struct Layer {
    inputs: usize,
    /// Panel by panel; in each, row by row.
    weights: Vec<[f32; PANEL]>,
    bias: Vec<f32>,
}

impl Layer {
    /// From weights row by row, a row for each input. How many outputs there are, the bias says: a multiple of 8.
    pub(crate) fn new(inputs: usize, weights: &[f32], bias: Vec<f32>) -> Self {
        let outputs = bias.len();
        assert!(outputs.is_multiple_of(PANEL) && weights.len() == inputs * outputs, "whole panels");
        let panels = (0..outputs).step_by(PANEL);
        let weights = panels
            .flat_map(|column| (0..inputs).map(move |row| row * outputs + column))
            .map(|place| array::from_fn(|column| weights[place + column]))
            .collect();
        Self { inputs, weights, bias }
    }

    /// One layer that makes of the same inputs what these make, one after another.
    pub(crate) fn side_by_side(layers: Vec<Layer>) -> Self {
        let inputs = layers.first().map_or(0, |layer| layer.inputs);
        assert!(layers.iter().all(|layer| layer.inputs == inputs), "the same inputs");
        let bias = layers.iter().flat_map(|layer| &layer.bias).copied().collect();
        Self { inputs, weights: layers.into_iter().flat_map(|layer| layer.weights).collect(), bias }
    }

    /// What the layer makes of each window of the values: a row of outputs for each. The windows are as long as the
    /// layer has inputs, and each begins `stride` after the one before.
    pub(crate) fn over_windows(&self, values: &[f32], stride: usize) -> Vec<f32> {
        let windows = (values.len() - self.inputs) / stride + 1;
        let window = |index: usize| &values[index * stride..];
        let whole_tiles = windows / TILE * TILE;
        let mut results = self.bias.repeat(windows);
        // A panel's weights stay near the processor while all windows pass by.
        for (panel, weights) in self.weights.chunks_exact(self.inputs).enumerate() {
            let mut put = |index: usize, sums: &[f32; PANEL]| {
                add(&mut results[index * self.bias.len() + panel * PANEL..], sums);
            };
            for first in (0..whole_tiles).step_by(TILE) {
                let sums = sums::<TILE>(weights, array::from_fn(|row| window(first + row)));
                sums.iter().enumerate().for_each(|(row, sums)| put(first + row, sums));
            }
            for index in whole_tiles..windows {
                let [sums] = sums(weights, [window(index)]);
                put(index, &sums);
            }
        }
        results
    }

    /// What the layer makes of these inputs.
    pub(crate) fn of(&self, values: &[f32]) -> Vec<f32> {
        assert_eq!(values.len(), self.inputs);
        self.over_windows(values, self.inputs)
    }
}

/// The innermost loop: for each window, a panel's weights times what is in the window. As nothing in it can fail half-way,
/// the compiler keeps the sums in registers and multiplies several numbers at once.
fn sums<const N: usize>(weights: &[[f32; PANEL]], windows: [&[f32]; N]) -> [[f32; PANEL]; N] {
    let windows = windows.map(|window| &window[..weights.len()]);
    let mut sums = [[0.0; PANEL]; N];
    for (input, weights) in weights.iter().enumerate() {
        let values = windows.map(|window| window[input]);
        for (sums, value) in sums.iter_mut().zip(values) {
            *sums = array::from_fn(|column| sums[column] + value * weights[column]);
        }
    }
    sums
}

/// Adds as many numbers as there are more.
pub(crate) fn add(values: &mut [f32], more: &[f32]) {
    for (value, more) in values.iter_mut().zip(more) {
        *value += more;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_window_is_multiplied() {
        // Three inputs, 32 outputs; the k-th row of weights is k + column / 8.
        let weights: Vec<f32> = (0..96).map(|at| (at / 32) as f32 + (at % 32) as f32 / 8.0).collect();
        let bias: Vec<f32> = (0..32).map(|column| -(column as f32)).collect();
        let layer = Layer::new(3, &weights, bias);
        for windows in 1..=9 {
            let values: Vec<f32> = (0..windows * 2 + 1).map(|at| at as f32).collect();
            let results = layer.over_windows(&values, 2);
            assert_eq!(results.len(), windows * 32);
            for (place, result) in results.iter().enumerate() {
                let (window, column) = ((place / 32 * 2) as f32, (place % 32) as f32);
                // 0·w + 1·(w+1) + 2·(w+2), and column / 8 times their sum.
                let expected = 3.0 * window + 5.0 + column / 8.0 * (3.0 * window + 3.0) - column;
                assert_eq!(*result, expected, "{windows} windows, at {place}");
            }
        }
    }
}
