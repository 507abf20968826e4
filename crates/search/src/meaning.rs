//! Documents by the vectors that a model of language made of their texts: all are compared, none is left out.
//!
//! **Hubness.** Some vectors are rather like everything. What a document's likeness to everything is shows in its mean likeness to fixed
//! background texts, and some of that (`Weights::hubness`) is taken off. A mean of dot products is the dot product with the mean, so
//! `(q − h·b)·d` does it, where `b` is the background's mean: nothing is kept for each document.

mod vector;

pub(crate) use vector::Exact;
pub use vector::{DIMENSIONS, Embedding, Vector, together};

/// Vectors in a block. Blocks do not move when more come, so that no insertion waits for a large copy.
const BLOCK: usize = 512;

/// The vectors of all documents, by slot.
#[derive(Debug, Default)]
pub(crate) struct Meaning {
    blocks: Vec<Block>,
    background: Option<Box<Embedding>>,
}

#[derive(Debug)]
struct Block {
    rows: Vec<[i8; DIMENSIONS]>,
    /// What one step of a row is; zero where there is no vector.
    steps: Vec<f32>,
}

impl Meaning {
    /// Sets the texts to which a document should not be like.
    pub(crate) fn set_background(&mut self, texts: &[Embedding]) {
        let mut mean = Box::new([0.0; DIMENSIONS]);
        for text in texts {
            for (sum, value) in mean.iter_mut().zip(text) {
                *sum += value;
            }
        }
        let count = f32::from(u16::try_from(texts.len()).unwrap_or(u16::MAX));
        mean.iter_mut().for_each(|sum| *sum /= count);
        self.background = mean.iter().all(|value| value.is_finite()).then_some(mean);
    }

    pub(crate) fn insert(&mut self, slot: u32, vector: &Vector) {
        let (block, row) = (slot as usize / BLOCK, slot as usize % BLOCK);
        while self.blocks.len() <= block {
            self.blocks.push(Block { rows: Vec::with_capacity(BLOCK), steps: Vec::with_capacity(BLOCK) });
        }
        let block = &mut self.blocks[block];
        if block.rows.len() <= row {
            block.rows.resize(row + 1, [0; DIMENSIONS]);
            block.steps.resize(row + 1, 0.0);
        }
        block.rows[row] = *vector.row();
        block.steps[row] = vector.step();
    }

    pub(crate) fn remove(&mut self, slot: u32) {
        let (block, row) = (slot as usize / BLOCK, slot as usize % BLOCK);
        if let Some(step) = self.blocks.get_mut(block).and_then(|block| block.steps.get_mut(row)) {
            *step = 0.0;
        }
    }

    /// A query's vector with so much hubness to be taken off what it is compared with.
    pub(crate) fn against(&self, query: &Embedding, hubness: f32) -> Exact {
        match &self.background {
            Some(background) => Exact::of(&std::array::from_fn(|at| query[at] - hubness * background[at])),
            None => Exact::of(query),
        }
    }

    /// How like each document is, by slot; zero for those without a vector.
    pub(crate) fn likenesses(&self, query: &Exact) -> Vec<f32> {
        let mut found = Vec::with_capacity(self.blocks.len() * BLOCK);
        for block in &self.blocks {
            let rows = block.rows.iter().zip(&block.steps);
            found.extend(rows.map(|(row, step)| step * query.dot(row)));
            found.resize(found.len().next_multiple_of(BLOCK), 0.0);
        }
        found
    }

    /// How like one document is, if it has a vector.
    pub(crate) fn likeness(&self, slot: u32, query: &Exact) -> Option<f32> {
        let block = self.blocks.get(slot as usize / BLOCK)?;
        let step = block.steps.get(slot as usize % BLOCK).filter(|step| **step > 0.0)?;
        Some(step * query.dot(&block.rows[slot as usize % BLOCK]))
    }
}
