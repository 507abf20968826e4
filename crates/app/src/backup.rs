//! Backups: everything in one portable file, the same from either database; docs/BACKUP.md describes it for whoever has
//! nothing but the file.
//!
//! [`write()`] reads one snapshot, row by row, while others go on writing. [`check`] reads a file to its end and believes
//! nothing. [`restore`] fills an empty database with it in one transaction, derives the books again, and commits only when
//! they are right. Files are named, kept and put in place by whoever runs the program.

use std::fmt;
use std::sync::atomic::AtomicBool;

use ledger::Instant;
use sha2::{Digest as _, Sha256};

use crate::integrity::Report;

mod format;
mod read;
mod restore;
pub mod rotation;
pub mod schedule;
mod write;

#[cfg(feature = "testing")]
pub use format::sealed;
pub use read::check;
#[cfg(feature = "testing")]
pub use restore::restore_as_it_was;
pub use restore::{Findings, Restored, restore};
pub use store::db::fold;
pub use write::{digest, write};

/// A SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(pub [u8; 32]);

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::random::hex(&self.0))
    }
}

impl Digest {
    fn of(sha: Sha256) -> Self {
        Self(sha.finalize().into())
    }
}

/// What a backup holds, as its maker and its readers find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// When its snapshot was taken.
    pub made_at: Instant,
    /// The newest migration that its tables have seen.
    pub schema: i64,
    /// How many rows it holds, of all tables together.
    pub rows: u64,
    /// How many files of pictures it holds.
    pub files: u64,
    /// How large it is.
    pub bytes: u64,
    /// What two databases of the same version are compared by: equal digests, equal content.
    pub digest: Digest,
}

/// Why a backup was not made, or not restored. What was there before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The file could not be read or written.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// The database did not do what it was asked.
    #[error(transparent)]
    Database(#[from] store::Error),
    /// Something else went wrong.
    #[error("{0}")]
    App(#[from] crate::Error),
    /// The file is something else.
    #[error("this file is no backup of Ayni: give the path of one that `ayni backup` made")]
    Foreign,
    /// The file is one, and not as it was made.
    #[error("the backup is damaged ({0}): take another copy of it, or an older backup")]
    Damaged(String),
    /// The file was made by a newer program.
    #[error(
        "the backup was made by a newer program (version {found} of {what}, this one knows {known}): restore it with that one"
    )]
    TooNew {
        /// What has this version.
        what: &'static str,
        /// Its version.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// What it holds was restored, and is not right.
    #[error(
        "the books in this backup are not right:\n{0}\nTake an older backup, or accept them with --accept-findings"
    )]
    Unsound(Box<Report>),
    /// So much was written meanwhile that the log of the database grew too long.
    #[error(
        "the database's log grew by more than {0} bytes while the backup was made: make it at a quieter hour, or onto a faster disk"
    )]
    LogTooLong(u64),
    /// It was told to stop.
    #[error("the backup was stopped")]
    Stopped,
}

impl Trouble {
    fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged(what.into())
    }
}

/// How a backup is to be made.
#[derive(Clone, Copy, Debug)]
pub struct Making<'a> {
    /// Now.
    pub at: Instant,
    /// Set when it is to be given up.
    pub stop: &'a AtomicBool,
    /// How far the log of a SQLite database may grow meanwhile, in bytes.
    pub log_limit: u64,
}

impl<'a> Making<'a> {
    /// The usual way: the log may grow by 4 GiB.
    #[must_use]
    pub fn new(at: Instant, stop: &'a AtomicBool) -> Self {
        Self { at, stop, log_limit: 4 << 30 }
    }
}
