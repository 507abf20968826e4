//! What people are told when something cannot be done.

use ledger::refusal::Refusal;

/// The outcome of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use case was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule of the ledger says no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Something that was typed cannot be taken as it is, field by field.
    #[error("wrong: {0:?}")]
    Wrong(Vec<FieldError>),
    /// The person may not do this; the code says why and what would help.
    #[error("not allowed: {0}")]
    NotAllowed(&'static str),
    /// There is no such thing, or none that this person may know of.
    #[error("not found")]
    NotFound,
    /// Too much at once, or too often: it may be tried again later.
    #[error("busy, try again in {retry_after_s} s")]
    Busy {
        /// Seconds to wait, at least 1.
        retry_after_s: i64,
    },
    /// Something broke that is nobody's fault in front of the screen.
    #[error("internal: {0}")]
    Internal(String),
}

/// One field that cannot be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The name of the field in the form; empty: the form as a whole.
    pub field: &'static str,
    /// The translation key of what is wrong and what would help.
    pub code: &'static str,
    /// What the translation needs: name and value.
    pub args: Vec<(&'static str, String)>,
}

impl Error {
    /// One wrong field.
    pub fn field(field: &'static str, code: &'static str) -> Self {
        Self::Wrong(vec![FieldError { field, code, args: Vec::new() }])
    }

    /// Whether one of the wrong fields has this code.
    pub fn has_code(&self, code: &str) -> bool {
        match self {
            Self::Wrong(fields) => fields.iter().any(|field| field.code == code),
            Self::NotAllowed(found) => *found == code,
            Self::Refused(_) | Self::NotFound | Self::Busy { .. } | Self::Internal(_) => false,
        }
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        if error.is_busy() {
            tracing::warn!(%error, "the database was busy");
            return Self::Busy { retry_after_s: 1 };
        }
        Self::Internal(format!("database: {error}"))
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Internal(format!("files: {error}"))
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(format!("json: {error}"))
    }
}
