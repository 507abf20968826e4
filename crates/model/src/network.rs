//! What makes one vector of the pieces of a text: their embeddings, convolutions beside them, a mean, a small network.
//!
//! ```text
//! embeddings ─┬────────────────────────────┐
//!             ├─ branch over two pieces ───┤
//!             ├─ branch over three ────────┼─ norm ─ mean of all pieces ─ pooling ─ head ─ vector
//!             └─ branch over five ─────────┘
//! ```

use crate::Error;
use crate::file::Arrays;
use crate::matrix::{Layer, add};
use crate::table;
use crate::vector::{DIMENSIONS, Vector, total};

/// How many neighbouring pieces each branch looks at.
const WINDOWS: [usize; 3] = [2, 3, 5];
/// How many numbers a branch makes of each piece.
const BRANCH: usize = 256;
/// How many all of them make.
const BRANCHES: usize = BRANCH * WINDOWS.len();
/// How many numbers are known of a piece in the end: its embedding and what the branches made of it.
const FEATURES: usize = table::WIDTH + BRANCHES;
/// How many numbers the layers within the head make.
const HIDDEN: usize = 320;

/// The network with its weights.
pub(crate) struct Network {
    projection: Layer,
    projection_norm: Norm,
    branches: Vec<Branch>,
    feature_norm: Norm,
    pooling: Layer,
    head: Head,
}

impl Network {
    /// Takes out of the arrays what it needs.
    pub(crate) fn new(arrays: &mut Arrays) -> Result<Self, Error> {
        let projections = WINDOWS
            .map(|window| layer(arrays, &format!("proj{window}"), &format!("proj_b{window}"), table::WIDTH));
        let branches = WINDOWS.map(|window| Branch::new(arrays, window));
        let pooling = arrays.take("cnn_W", FEATURES, DIMENSIONS)?;
        Ok(Self {
            projection: Layer::side_by_side(projections.into_iter().collect::<Result<_, _>>()?),
            projection_norm: Norm::of_projections(arrays)?,
            branches: branches.into_iter().collect::<Result<_, _>>()?,
            feature_norm: Norm::of_features(arrays)?,
            pooling: Layer::new(FEATURES, &pooling, arrays.take("cnn_b", DIMENSIONS, 1)?),
            head: Head::new(arrays)?,
        })
    }

    /// The vector of a text, from the embeddings of its pieces, one after another. There is at least one piece.
    pub(crate) fn vector(&self, embeddings: &[f32]) -> Vector {
        let mut projected = self.projection.over_windows(embeddings, table::WIDTH);
        projected.chunks_exact_mut(BRANCHES).for_each(|piece| self.projection_norm.apply(piece));
        let branches = self.branches.iter().enumerate().map(|(index, branch)| {
            let pieces = projected.chunks_exact(BRANCHES);
            let own: Vec<f32> =
                pieces.flat_map(|piece| &piece[index * BRANCH..][..BRANCH]).copied().collect();
            branch.of(&own)
        });
        let branches: Vec<Vec<f32>> = branches.collect();

        let pieces = embeddings.len() / table::WIDTH;
        let mut sum = vec![0.0; FEATURES];
        let mut features = Vec::with_capacity(FEATURES);
        for piece in 0..pieces {
            features.clear();
            features.extend_from_slice(&embeddings[piece * table::WIDTH..][..table::WIDTH]);
            for branch in &branches {
                features.extend_from_slice(&branch[piece * BRANCH..][..BRANCH]);
            }
            self.feature_norm.apply(&mut features);
            add(&mut sum, &features);
        }

        let count = pieces as f32;
        sum.iter_mut().for_each(|value| *value /= count);
        let mut pooled = self.pooling.of(&sum);
        // The longer a text, the further out: that is how the model was trained.
        pooled.iter_mut().for_each(|value| *value *= count.sqrt());
        self.head.of(&pooled)
    }
}

/// Two convolutions over neighbouring pieces. Each adds to what a piece was before.
struct Branch {
    window: usize,
    first: Layer,
    second: Layer,
}

impl Branch {
    fn new(arrays: &mut Arrays, window: usize) -> Result<Self, Error> {
        let mut convolution = |number: u8| {
            let names = (format!("w{number}_{window}"), format!("b{number}_{window}"));
            layer(arrays, &names.0, &names.1, window * BRANCH)
        };
        Ok(Self { window, first: convolution(1)?, second: convolution(2)? })
    }

    fn of(&self, pieces: &[f32]) -> Vec<f32> {
        self.convolve(&self.second, &self.convolve(&self.first, pieces))
    }

    /// Before and after the text there are zeros, so that there are as many windows as pieces.
    fn convolve(&self, layer: &Layer, pieces: &[f32]) -> Vec<f32> {
        let before = (self.window - 1) / 2 * BRANCH;
        let mut padded = vec![0.0; pieces.len() + (self.window - 1) * BRANCH];
        padded[before..][..pieces.len()].copy_from_slice(pieces);
        let mut results = layer.over_windows(&padded, BRANCH);
        cut_negative(&mut results);
        add(&mut results, pieces);
        results
    }
}

/// Moves and stretches numbers so that their mean is 0 and their variance 1, then by what was learnt for each.
struct Norm {
    scale: Vec<f32>,
    shift: Vec<f32>,
    epsilon: f32,
}

impl Norm {
    fn of_projections(arrays: &mut Arrays) -> Result<Self, Error> {
        let mut joined = |name: &str| {
            let parts = WINDOWS.map(|window| arrays.take(&format!("{name}{window}"), BRANCH, 1));
            Ok::<_, Error>(parts.into_iter().collect::<Result<Vec<_>, _>>()?.concat())
        };
        let (scale, shift) = (joined("ln_g")?, joined("ln_b")?);
        Ok(Self { scale, shift, epsilon: arrays.one("eps")? })
    }

    fn of_features(arrays: &mut Arrays) -> Result<Self, Error> {
        let (scale, shift) = (arrays.take("ln_g", FEATURES, 1)?, arrays.take("ln_b", FEATURES, 1)?);
        Ok(Self { scale, shift, epsilon: arrays.one("eps")? })
    }

    fn apply(&self, values: &mut [f32]) {
        let count = values.len() as f32;
        let mean = total(values, |value| value) / count;
        let variance = total(values, |value| (value - mean) * (value - mean)) / count;
        let stretch = 1.0 / (variance + self.epsilon).sqrt();
        for ((value, scale), shift) in values.iter_mut().zip(&self.scale).zip(&self.shift) {
            *value = (*value - mean) * stretch * scale + shift;
        }
    }
}

/// Three layers, of which the second and the third also see what went into the one before.
struct Head {
    first: Layer,
    second: Layer,
    past_first: Layer,
    third: Layer,
    last: Layer,
    past_third: Layer,
}

impl Head {
    fn new(arrays: &mut Arrays) -> Result<Self, Error> {
        let mut layer = |name: &str, inputs: usize, outputs: usize| {
            Ok::<_, Error>(Layer::new(inputs, &arrays.take(name, inputs, outputs)?, vec![0.0; outputs]))
        };
        Ok(Self {
            first: layer("d0", DIMENSIONS, HIDDEN)?,
            second: layer("d1", HIDDEN, HIDDEN)?,
            past_first: layer("p1", DIMENSIONS, HIDDEN)?,
            third: layer("d2", HIDDEN, DIMENSIONS)?,
            last: layer("d3", DIMENSIONS, DIMENSIONS)?,
            past_third: layer("p3", HIDDEN, DIMENSIONS)?,
        })
    }

    /// The vector, of length 1.
    fn of(&self, pooled: &[f32]) -> Vector {
        let mut first = self.first.of(pooled);
        cut_negative(&mut first);
        let mut second = self.second.of(&first);
        add(&mut second, &self.past_first.of(pooled));
        cut_negative(&mut second);
        let mut third = self.third.of(&second);
        cut_negative(&mut third);
        let mut last = self.last.of(&third);
        add(&mut last, &self.past_third.of(&second));

        let mut vector = [0.0; DIMENSIONS];
        for (value, last) in vector.iter_mut().zip(&last) {
            *value = last.tanh();
        }
        let length = total(&vector, |value| value * value).sqrt();
        vector.map(|value| value / length)
    }
}

/// A layer of [`BRANCH`] outputs by the names of its weights and its bias.
fn layer(arrays: &mut Arrays, weights: &str, bias: &str, inputs: usize) -> Result<Layer, Error> {
    let bias = arrays.take(bias, BRANCH, 1)?;
    Ok(Layer::new(inputs, &arrays.take(weights, inputs, BRANCH)?, bias))
}

fn cut_negative(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = value.max(0.0));
}
