//! The web pages.

pub mod l10n;
