//! Forms: what was typed, what is wrong with it, and showing both again.
//!
//! A handler takes [`Typed`], checks, and on errors renders its page again with a [`Form`] and status 422; the macros
//! of `macros.html` read values and errors from it by the field's name. Secrets are never put back into a page.

use std::collections::BTreeMap;

use app::FieldError;
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, RawForm, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::l10n::L10n;
use super::stop::Stop;

/// Files that one form carries, at most; many times as many as any of ours takes.
const FILES_MAX: usize = 200;

/// The name outside of something, as an address or a form has it.
///
/// # Errors
/// 404 for what is no such name: it names nothing.
pub fn uuid(text: &str) -> Result<Uuid, Stop> {
    Uuid::try_parse(text).map_err(|_| Stop::not_found())
}

/// The fields of a submitted form by name, in the order they were sent, and uploaded files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    fields: BTreeMap<String, Vec<String>>,
    files: BTreeMap<String, Vec<Uploaded>>,
}

/// An uploaded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uploaded {
    /// What it is called where it comes from.
    pub name: String,
    /// What is in it.
    pub bytes: Bytes,
}

impl Typed {
    /// From pairs, for tests and for forms that begin filled in.
    pub fn from_pairs<K: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in pairs {
            typed.fields.entry(name.into()).or_default().push(value.into());
        }
        typed
    }

    /// From the text of an urlencoded body or query.
    #[must_use]
    pub fn from_encoded(text: &[u8]) -> Self {
        Self::from_pairs(text.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).map(|pair| {
            let cut = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            (decoded(&pair[..cut]), decoded(pair.get(cut + 1..).unwrap_or_default()))
        }))
    }

    /// The last value of a field, trimmed; empty when it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The last value of a field exactly as typed: for passwords.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|values| values.last()).map_or("", String::as_str)
    }

    /// All values of a field, for fields that repeat.
    pub fn all<'t>(&'t self, name: &str) -> impl Iterator<Item = &'t str> + use<'t> {
        self.fields.get(name).into_iter().flatten().map(String::as_str)
    }

    /// Every field with each of its values, by name.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.fields.iter();
        fields.flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value.as_str())))
    }

    /// Whether the field was sent at all: a ticked box is, an empty one is not.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// The last uploaded file's bytes; none when no file was chosen.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        self.files(name).last().map(|file| &file.bytes[..]).filter(|bytes| !bytes.is_empty())
    }

    /// The uploaded files of a field, in the order they were sent.
    #[must_use]
    pub fn files(&self, name: &str) -> &[Uploaded] {
        self.files.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// Sets a field, as to fill in what is known.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.fields.insert(name.to_owned(), vec![value.into()]);
    }
}

fn decoded(text: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (*first, tail) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = after;
                }
                _ => bytes.push(b'%'),
            },
            (other, _) => bytes.push(other),
        }
    }
    // Browsers send CR LF in textareas; inside, lines end with LF.
    String::from_utf8_lossy(&bytes).replace("\r\n", "\n").replace('\0', "")
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = Response;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, Response> {
        // The guard at the door has read the form already.
        if let Some(typed) = request.extensions_mut().remove::<Self>() {
            return Ok(typed);
        }
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            let RawForm(body) =
                RawForm::from_request(request, state).await.map_err(IntoResponse::into_response)?;
            return Ok(Self::from_encoded(&body));
        }
        let mut parts = Multipart::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        let mut typed = Self::default();
        let mut files = 0;
        while let Some(part) = parts.next_field().await.map_err(IntoResponse::into_response)? {
            let name = part.name().unwrap_or_default().to_owned();
            let file = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await.map_err(IntoResponse::into_response)?;
            if let Some(file) = file {
                // Where no file was chosen, browsers send one without a name.
                if !file.is_empty() || !bytes.is_empty() {
                    files += 1;
                    if files > FILES_MAX {
                        return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
                    }
                    typed.files.entry(name).or_default().push(Uploaded { name: file, bytes });
                }
            } else {
                let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n").replace('\0', "");
                typed.fields.entry(name).or_default().push(text);
            }
        }
        Ok(typed)
    }
}

/// What is wrong, field by field, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(Vec<Mistake>);

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The field's name; empty when it is about the whole form.
    pub field: String,
    /// What is wrong and what would help.
    pub message: String,
}

impl Errors {
    /// Adds a translated message about a field.
    pub fn add(&mut self, field: &str, message: impl Into<String>) {
        self.0.push(Mistake { field: field.to_owned(), message: message.into() });
    }

    /// Adds the message of a code such as `error-email-taken` with its arguments. A code without a message says that
    /// the field cannot be read, and names the code.
    pub fn add_code(&mut self, l: &L10n, field: &str, code: &str, args: &[(&'static str, String)]) {
        if !l.has(code) {
            tracing::error!(code, "an error has no message");
            return self.add(field, l.with("code", code).t("error-unknown"));
        }
        let message = match args.split_first() {
            None => l.t(code),
            Some(((name, value), rest)) => rest
                .iter()
                .fold(l.with(name, value), |phrase, (name, value)| phrase.with(name, value))
                .t(code),
        };
        self.add(field, message);
    }

    /// Adds what a use case found wrong.
    pub fn add_fields(&mut self, l: &L10n, fields: &[FieldError]) {
        for field in fields {
            self.add_code(l, field.field, field.code, &field.args);
        }
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts what is wrong into the order in which the fields stand on the page; other fields stay behind them.
    pub fn in_order_of(&mut self, fields: &[&str]) {
        let place = |mistake: &Mistake| fields.iter().position(|field| *field == mistake.field);
        self.0.sort_by_key(|mistake| place(mistake).unwrap_or(fields.len()));
    }

    /// Everything that is wrong, in order.
    #[must_use]
    pub fn list(&self) -> &[Mistake] {
        &self.0
    }
}

/// A form as a page shows it: what was typed and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// What was typed, or what the form begins with.
    pub typed: Typed,
    /// What is wrong with it.
    pub errors: Errors,
}

impl Form {
    /// An empty form, or one that begins with these values.
    #[must_use]
    pub fn begin(typed: Typed) -> Self {
        Self { typed, errors: Errors::default() }
    }

    /// What a use case gave; none when it found fields wrong, which are noted here so that the form can be shown again.
    ///
    /// # Errors
    /// Everything else that it says.
    pub fn take<T>(&mut self, l: &L10n, outcome: app::Result<T>) -> Result<Option<T>, Stop> {
        match outcome {
            Ok(done) => Ok(Some(done)),
            Err(app::Error::Wrong(fields)) => {
                self.errors.add_fields(l, &fields);
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The value to show in a field. Never ask for a password's.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.typed.fields.get(name).and_then(|values| values.last()).map_or("", String::as_str)
    }

    /// What is wrong with a field; empty when nothing is.
    #[must_use]
    pub fn error(&self, name: &str) -> &str {
        self.errors.0.iter().find(|mistake| mistake.field == name).map_or("", |mistake| &mistake.message)
    }

    /// Whether this answer of a choice is picked.
    #[must_use]
    pub fn picked(&self, name: &str, value: &str) -> bool {
        self.typed.fields.get(name).is_some_and(|values| values.iter().any(|typed| typed == value))
    }
}

#[cfg(test)]
mod tests {
    use super::super::l10n::{Locale, Words};
    use super::*;

    #[test]
    fn what_was_typed_is_kept() {
        let typed =
            Typed::from_encoded(b"name=+Ana+Mar%C3%ADa+&tick=on&who=1&who=2&bad=%zz%&text=a%0D%0Ab&empty");
        assert_eq!(typed.get("name"), "Ana María");
        assert_eq!(typed.raw("name"), " Ana María ");
        assert!(typed.has("tick") && typed.has("empty") && !typed.has("other"));
        assert_eq!(typed.all("who").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(typed.get("bad"), "%zz%");
        assert_eq!(typed.get("text"), "a\nb");
        assert_eq!(typed.get("other"), "");
    }

    #[test]
    fn codes_become_messages_by_field() {
        let l = L10n::new(Locale::English, Words::Community, "UTC");
        let mut form = Form::begin(Typed::from_pairs([("name", "Ana"), ("who", "a")]));
        form.errors.add_code(&l, "name", "error-required", &[]);
        form.errors.add_code(&l, "name", "error-never-written", &[]);
        assert_eq!(form.error("name"), l.t("error-required"));
        assert!(form.errors.list()[1].message.contains("error-never-written"));
        assert_eq!((form.error("other"), form.value("name")), ("", "Ana"));
        assert!(form.picked("who", "a") && !form.picked("who", "b"));
    }
}
