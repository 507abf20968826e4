//! Pictures: of offers and wants, and one of a member's own.
//!
//! What is uploaded is looked at by its header only and laid aside as it came, in a *quarantine* that nobody is served from;
//! a job makes its sizes ([`Size`]), and with that everything but the pixels is gone: the place, the camera, whatever else
//! the file was besides a picture. What cannot be taken stays as a *refused* picture, so that its owner is told by name.
//!
//! A row is there before its first file and stays until its last is gone, whenever the plug is pulled.

mod darkroom;
mod files;
mod header;
mod keeping;
mod showing;
mod taking;

use uuid::Uuid;

use darkroom::Darkroom;

pub use files::{BucketAt, Files};
pub use header::{PIXELS_MAX, SIDE_MAX, UPLOAD_MAX};
pub use keeping::{Change, arrange, sweep};
pub use showing::{Shown, file, of_draft, of_face};
pub use store::pictures::{Picture, State};
pub(crate) use taking::draw;
pub use taking::{Upload, add, make, set_face};

/// Pictures that one listing has at most.
pub const MOST: usize = 8;
/// Characters of what a picture says, at most.
pub const ALT_MAX: usize = 200;
/// How much the pictures of one member may take up unless the server's keeper says otherwise: 100 MB.
pub const QUOTA: u64 = 100_000_000;

/// Where pictures are kept, and how much of them.
#[derive(Clone)]
pub struct Pictures {
    files: Files,
    darkroom: Darkroom,
    quota: i64,
}

impl Pictures {
    /// Pictures whose files lie there, so many bytes of them for each member.
    #[must_use]
    pub fn new(files: Files, quota: u64) -> Self {
        Self { files, darkroom: Darkroom::default(), quota: i64::try_from(quota).unwrap_or(i64::MAX) }
    }

    /// Where their files lie.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// How much one member's may take up, in bytes.
    #[must_use]
    pub fn quota(&self) -> i64 {
        self.quota
    }
}

/// A size that pictures are kept in. Smaller ones are cut to their shape around the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 160 by 160 pixels: rows of lists, faces.
    Thumb,
    /// 640 by 480 pixels.
    Card,
    /// At most 1600 by 1600 pixels, in its own shape.
    Full,
}

impl Size {
    /// Every size, the smallest first.
    pub const ALL: [Self; 3] = [Self::Thumb, Self::Card, Self::Full];

    /// Its word in addresses and names of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Thumb => "thumb",
            Self::Card => "card",
            Self::Full => "full",
        }
    }

    /// The size of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.as_str() == word)
    }
}

/// The name of a size's file. The last digits of a name are chance, so that folders fill evenly.
fn file_name(uuid: Uuid, size: Size) -> String {
    format!("{:02x}/{uuid}-{}.jpg", uuid.as_bytes()[15], size.as_str())
}

/// The name of an upload as it came.
fn quarantine(uuid: Uuid) -> String {
    format!("quarantine/{uuid}")
}

/// Whether this may be the name of one of our files: what a backup names is put nowhere else.
pub(crate) fn is_file_name(name: &str) -> bool {
    let Some((folder, file)) = name.split_once('/') else { return false };
    let uuid = |text: &str| Uuid::try_parse(text).ok().filter(|uuid| uuid.to_string() == *text);
    if folder == "quarantine" {
        return uuid(file).is_some();
    }
    let stem = file.strip_suffix(".jpg").unwrap_or_default();
    let named = Size::ALL.into_iter().find_map(|size| {
        let text = stem.strip_suffix(size.as_str())?.strip_suffix('-')?;
        Some(file_name(uuid(text)?, size))
    });
    named.as_deref() == Some(name)
}

/// The files that a picture has when it stands so.
pub(crate) fn file_names(uuid: Uuid, state: State) -> Vec<String> {
    match state {
        State::Waiting => vec![quarantine(uuid)],
        State::Ready => Size::ALL.map(|size| file_name(uuid, size)).into(),
        State::Coming | State::Refused | State::Removed => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_our_files_are_names() {
        let uuid = Uuid::from_u128(0x0197_f0c2_0000_7000_8000_0000_0000_00ab);
        for size in Size::ALL {
            assert!(is_file_name(&file_name(uuid, size)));
        }
        assert!(is_file_name(&quarantine(uuid)));
        for wrong in [
            "",
            "a",
            "../ayni.db",
            "quarantine/../x",
            "ab/0197f0c2-0000-7000-8000-0000000000ab-huge.jpg",
            "aa/0197f0c2-0000-7000-8000-0000000000ab-card.jpg",
            "ab/0197F0C2-0000-7000-8000-0000000000AB-card.jpg",
            "ab/../0197f0c2-0000-7000-8000-0000000000ab-card.jpg",
        ] {
            assert!(!is_file_name(wrong), "{wrong}");
        }
    }
}
