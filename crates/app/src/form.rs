//! What people type: trimmed, measured, and refused field by field.

use ledger::unit::NotAnAmount;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::error::{Error, FieldError, Result};

/// Collects what is wrong with a form, so that everything is told at once.
#[derive(Debug, Default)]
pub struct Form {
    errors: Vec<FieldError>,
}

/// An address: as typed, and folded to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// As typed.
    pub address: String,
    /// Folded: two that differ only in this are the same.
    pub key: String,
}

impl Form {
    /// Nothing wrong yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes that a field is wrong.
    pub fn wrong(&mut self, field: &'static str, code: &'static str) {
        self.wrong_with(field, code, Vec::new());
    }

    /// Notes that a field is wrong, with what the explanation needs.
    pub fn wrong_with(&mut self, field: &'static str, code: &'static str, args: Vec<(&'static str, String)>) {
        self.errors.push(FieldError { field, code, args });
    }

    /// One line that must not be empty, of at most `max` characters; runs of spaces become one.
    pub fn line(&mut self, field: &'static str, typed: &str, max: usize) -> String {
        let line = self.optional_line(field, typed, max);
        if line.is_empty() {
            self.wrong(field, "error-required");
        }
        line
    }

    /// One line that may be empty, of at most `max` characters.
    pub fn optional_line(&mut self, field: &'static str, typed: &str, max: usize) -> String {
        let line = typed.split([' ', '\u{a0}']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        self.measured(field, line.trim().nfc().collect(), max, |c| c.is_control())
    }

    /// Text of several lines that may be empty, of at most `max` characters.
    pub fn text(&mut self, field: &'static str, typed: &str, max: usize) -> String {
        let text = typed.replace("\r\n", "\n").trim().nfc().collect();
        self.measured(field, text, max, |c| c.is_control() && c != '\n' && c != '\t')
    }

    fn measured(
        &mut self,
        field: &'static str,
        text: String,
        max: usize,
        bad: impl Fn(char) -> bool,
    ) -> String {
        if text.chars().count() > max {
            self.wrong_with(field, "error-too-long", vec![("max", max.to_string())]);
        }
        if text.chars().any(|c| bad(c) || is_hidden(c)) {
            self.wrong(field, "error-strange-characters");
        }
        text
    }

    /// An address that must be there.
    pub fn email(&mut self, field: &'static str, typed: &str) -> Email {
        let address: String = typed.trim().nfc().collect();
        if address.is_empty() {
            self.wrong(field, "error-required");
        } else if !is_address(&address) {
            self.wrong(field, "error-email");
        }
        let key = address.nfkc().collect::<String>().to_lowercase();
        Email { address, key }
    }

    /// Pages elsewhere, or empty: `https://` is put before what has no scheme, and no other scheme is taken.
    pub fn website(&mut self, field: &'static str, typed: &str) -> String {
        let typed = self.optional_line(field, typed, 200);
        if typed.is_empty() {
            return typed;
        }
        let lower = typed.to_lowercase();
        let url = if lower.starts_with("https://") || lower.starts_with("http://") {
            typed
        } else {
            format!("https://{typed}")
        };
        let host =
            url.split("://").nth(1).unwrap_or_default().split(['/', '?', '#']).next().unwrap_or_default();
        if !host.contains('.')
            || host.starts_with('.')
            || url.contains([' ', '"', '<', '>', '\\'])
            || host.contains('@')
        {
            self.wrong(field, "error-website");
        }
        url
    }

    /// A language that the program speaks.
    pub fn locale(&mut self, field: &'static str, typed: &str) -> String {
        if !LOCALES.contains(&typed) {
            self.wrong(field, "error-choice");
        }
        typed.to_owned()
    }

    /// Says whether anything was wrong.
    ///
    /// # Errors
    /// [`Error::Wrong`] with everything that was.
    pub fn finish(self) -> Result<()> {
        if self.errors.is_empty() { Ok(()) } else { Err(Error::Wrong(self.errors)) }
    }
}

/// The languages that the program speaks.
pub const LOCALES: [&str; 5] = ["en", "es", "ca", "fr", "pt"];

/// Characters that turn or hide text, by which one name could pass for another.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_address(address: &str) -> bool {
    let Some((local, domain)) = address.rsplit_once('@') else { return false };
    let plain =
        |c: char| !c.is_control() && !c.is_whitespace() && !is_hidden(c) && !"<>()[]\\,;:\"@".contains(c);
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    address.len() <= 254
        && (1..=64).contains(&local.len())
        && local.chars().all(plain)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && domain.contains('.')
        && domain.split('.').all(label)
}

/// A text folded for order and search: lower case, without accents, single spaces.
pub fn folded(text: &str) -> String {
    let plain: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is wrong with a typed amount, as a field's code.
#[must_use]
pub fn amount_code(why: NotAnAmount) -> &'static str {
    match why {
        NotAnAmount::Empty => "error-amount-empty",
        NotAnAmount::Unreadable => "error-amount-unreadable",
        NotAnAmount::TooFine => "error-amount-too-fine",
        NotAnAmount::NotPositive => "error-amount-not-positive",
        NotAnAmount::TooLarge => "error-amount-too-large",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (typed, good) in [
            ("ana@example.org", true),
            ("ana.lópez+acorns@correu.example.cat", true),
            ("ana@example", false),
            ("ana example.org", false),
            ("@example.org", false),
            ("ana@@example.org", false),
            ("ana@exa mple.org", false),
            ("ana\r\nBcc: x@example.org", false),
            ("Ana <ana@example.org>", false),
            ("ana@-example.org", false),
            ("ana@example..org", false),
        ] {
            let mut form = Form::new();
            form.email("email", typed);
            assert_eq!(form.finish().is_ok(), good, "{typed}");
        }
    }

    #[test]
    fn lines_are_trimmed_and_measured() {
        let mut form = Form::new();
        assert_eq!(form.line("name", "  Ana \u{a0}  López ", 80), "Ana López");
        assert_eq!(form.text("about", "one\r\ntwo\n", 80), "one\ntwo");
        assert!(form.finish().is_ok());
        for (typed, code) in [
            ("", "error-required"),
            ("x\u{7}y", "error-strange-characters"),
            ("x\ny", "error-strange-characters"),
            ("x\u{202e}y", "error-strange-characters"),
            ("abcdef", "error-too-long"),
        ] {
            let mut form = Form::new();
            form.line("name", typed, 5);
            assert!(form.finish().unwrap_err().has_code(code), "{typed:?}");
        }
    }

    #[test]
    fn websites_have_a_scheme_that_is_safe() {
        for (typed, url) in [
            ("example.org", Some("https://example.org")),
            ("http://example.org/a?b", Some("http://example.org/a?b")),
            ("", Some("")),
            ("javascript:alert(1)", None),
            ("https://user@example.org", None),
            ("localhost", None),
        ] {
            let mut form = Form::new();
            let found = form.website("website", typed);
            assert_eq!(form.finish().ok().map(|()| found.as_str()), url, "{typed}");
        }
    }

    #[test]
    fn names_fold_alike() {
        for (name, key) in [("Ángela  PUJOL", "angela pujol"), ("Núria", "nuria"), ("Nu\u{301}ria", "nuria")]
        {
            assert_eq!(folded(name), key);
        }
    }
}
