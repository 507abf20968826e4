//! Why a model could not be loaded. A text never fails: whatever it holds has a vector.

use std::io;

/// Why there is no model.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The packed file cannot be read or unpacked, or ends too early.
    #[error("the file of the sentence model cannot be read: {0}")]
    Read(#[from] io::Error),
    /// It was unpacked, but is not what it should be.
    #[error("the file of the sentence model is damaged: {0}")]
    Damaged(&'static str),
    /// An array that the network needs is absent or has another shape.
    #[error("the sentence model wants an array `{name}` of {rows} by {columns}")]
    Array {
        /// The array's name in the file.
        name: String,
        /// How many rows it has.
        rows: usize,
        /// How many columns it has.
        columns: usize,
    },
}
