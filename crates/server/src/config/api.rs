//! What is set about the interface for programs.

use anyhow::{Result, ensure};

use super::Options;
use crate::api::Origins;

/// The shortest secret of a program, in characters.
const SECRET_MIN: usize = 16;

/// How programs are let in.
#[derive(Clone, PartialEq, Eq)]
pub struct Api {
    /// The origins whose pages may call it from browsers.
    pub origins: Origins,
    /// Whether our own programs may hand in passwords.
    pub take_passwords: bool,
    /// The secret of the program that writes notifications; none: there is no such program.
    pub notifier_secret: Option<String>,
}

impl Api {
    pub(super) fn new(options: &Options) -> Result<Self> {
        let notifier_secret = options.notifier_secret.clone().filter(|secret| !secret.is_empty());
        ensure!(
            notifier_secret.as_ref().is_none_or(|secret| secret.chars().count() >= SECRET_MIN),
            "--notifier-secret: it lets a program read everything; take at least {SECRET_MIN} characters"
        );
        Ok(Self {
            origins: Origins::new(options.cors_origin.as_deref().unwrap_or_default())?,
            take_passwords: options.password_grant.unwrap_or(true),
            notifier_secret,
        })
    }
}

impl std::fmt::Debug for Api {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // It holds a secret.
        f.debug_struct("Api")
            .field("origins", &self.origins)
            .field("take_passwords", &self.take_passwords)
            .finish_non_exhaustive()
    }
}
