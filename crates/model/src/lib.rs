//! The sentence model: what texts mean, as vectors, so that search finds `plumber` for `fontanero`.
//!
//! [`Model::load`] unpacks the model once; [`Model::embed`] makes a vector of a text, and [`dot`] says how near two
//! vectors are. The model is Google's Universal Sentence Encoder Multilingual v3 (see `data/NOTICE`). It knows Arabic,
//! Chinese, Dutch, English, French, German, Italian, Japanese, Korean, Polish, Portuguese, Russian, Spanish, Thai and
//! Turkish; words of other languages get a vector too, but seldom a useful one.
//!
//! On its way a text passes the tokeniser (which pieces it is made of), the table (an embedding for each piece) and the
//! network (one vector for all of them). Pure but for loading: nothing leaves the process, nothing is kept of a text, and the
//! same text always has the same vector.

mod error;
mod file;
mod matrix;
mod network;
mod packed;
mod table;
mod tokeniser;
mod vector;

pub use error::Error;
pub use vector::{DIMENSIONS, Vector, dot};

use network::Network;
use ruzstd::decoding::StreamingDecoder;
use std::io::{self, Read};
use table::Table;
use tokeniser::Tokeniser;

/// The loaded model, about 75 MB in memory. It never changes: any number of threads may use one.
pub struct Model {
    tokeniser: Tokeniser,
    table: Table,
    network: Network,
}

impl Model {
    /// Unpacks the model. It takes about a second, so it is done once and not while somebody waits.
    ///
    /// # Errors
    /// When the packed file is damaged, or, in a debug build, is not in the source tree any more.
    pub fn load() -> Result<Model, Error> {
        Model::unpack(packed::open()?)
    }

    fn unpack(packed: impl Read) -> Result<Model, Error> {
        let mut unpacked = StreamingDecoder::new(packed).map_err(io::Error::other)?;
        let model = Model::read(&mut unpacked)?;
        let decoder = unpacked.into_frame_decoder();
        if decoder.get_checksum_from_data() != decoder.get_calculated_checksum() {
            return Err(Error::Damaged("its checksum is another"));
        }
        Ok(model)
    }

    fn read(unpacked: impl Read) -> Result<Model, Error> {
        let file::File { vocabulary, codes, mut arrays } = file::read(unpacked)?;
        let tokeniser = Tokeniser::read(&vocabulary)?;
        if tokeniser.size() > codes.rows() {
            return Err(Error::Damaged("there are pieces without an embedding"));
        }
        let table = Table::new(codes, &mut arrays)?;
        let network = Network::new(&mut arrays)?;
        Ok(Model { tokeniser, table, network })
    }

    /// What a text means. Every text has a vector, also an empty one and one in which nothing is known.
    ///
    /// Of a long text only the beginning counts: 4,096 bytes at most, and of these the first 254 pieces, which are
    /// some 150 words. So the time that it takes is bounded.
    #[must_use]
    pub fn embed(&self, text: &str) -> Vector {
        let ids = self.tokeniser.ids(text);
        let embeddings: Vec<f32> = ids.into_iter().flat_map(|id| self.table.embedding(id)).collect();
        self.network.vector(&embeddings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn packed() -> Vec<u8> {
        fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/use-multilingual-v3.bin.zst")).unwrap()
    }

    #[test]
    fn a_file_that_is_cut_off_is_refused() {
        let packed = packed();
        for length in [0, 1, 4, 18, 1000, 1_000_000, packed.len() - 1] {
            assert!(matches!(Model::unpack(&packed[..length]), Err(Error::Read(_))), "cut at {length}");
        }
    }

    #[test]
    fn a_file_with_another_checksum_is_refused() {
        let mut packed = packed();
        *packed.last_mut().unwrap() ^= 1;
        assert!(matches!(Model::unpack(&*packed), Err(Error::Damaged(_))));
    }

    #[test]
    fn a_model_is_shared_among_threads() {
        fn is_shared<T: Send + Sync + 'static>() {}
        is_shared::<Model>();
    }
}
