//! Where the packed model is: in the program, or in a debug build in the source tree, so that linking stays quick.

#[cfg(not(debug_assertions))]
pub(crate) use within::open;

#[cfg(debug_assertions)]
pub(crate) use beside::open;

#[cfg(not(debug_assertions))]
mod within {
    use crate::Error;

    const PACKED: &[u8] = include_bytes!("../data/use-multilingual-v3.bin.zst");

    /// The packed model.
    pub(crate) fn open() -> Result<&'static [u8], Error> {
        Ok(PACKED)
    }
}

#[cfg(debug_assertions)]
mod beside {
    use crate::Error;
    use std::fs::File;
    use std::io::BufReader;

    const PLACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/use-multilingual-v3.bin.zst");

    /// The packed model.
    pub(crate) fn open() -> Result<BufReader<File>, Error> {
        Ok(BufReader::new(File::open(PLACE)?))
    }
}
