//! Failures in the contract's form: `{"errors": [{"status", "code", "title", "detail"}]}`.

use app::FieldError;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ledger::Refusal;
use serde_json::json;

use super::document::JSON_API;
use crate::web::l10n::{L10n, Locale, Words};

/// What handlers answer.
pub type Answer = Result<Response, Failure>;

macro_rules! codes {
    ($($(#[$about:meta])* $name:ident: $status:ident, $title:literal;)*) => {
        /// Why something was not done, as the contract calls it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $($(#[$about])* $name,)* }

        impl Code {
            fn parts(self) -> (StatusCode, &'static str, &'static str) {
                match self { $(Self::$name => (StatusCode::$status, stringify!($name), $title),)* }
            }
        }
    };
}

codes! {
    /// The request cannot be read, or asks for what cannot be.
    BadRequest: BAD_REQUEST, "The request cannot be taken as it is";
    /// A field has a value that cannot be taken.
    FieldValidationError: BAD_REQUEST, "A field has a wrong value";
    /// A transfer cannot be made.
    TransactionError: BAD_REQUEST, "The transfer cannot be made";
    /// The payer has not enough.
    InsufficientBalance: BAD_REQUEST, "The payer's balance is not enough";
    /// The payee would have too much.
    InsufficientMaximumBalance: BAD_REQUEST, "The payee's balance would be too high";
    /// The password is not the user's.
    InvalidPassword: BAD_REQUEST, "The password is wrong";
    /// The address is somebody's already.
    DuplicatedEmail: BAD_REQUEST, "There is a user with this address already";
    /// Nobody has signed in.
    Unauthorized: UNAUTHORIZED, "A valid token is needed";
    /// The person may not.
    Forbidden: FORBIDDEN, "This is not allowed";
    /// The exchange does not trade.
    InactiveCurrency: FORBIDDEN, "The currency is not active";
    /// There is no such thing, or none that the person may know of.
    NotFound: NOT_FOUND, "There is no such resource";
    /// The address does not take this method.
    MethodNotAllowed: METHOD_NOT_ALLOWED, "This method is not taken here";
    /// The body is too large.
    TooLarge: PAYLOAD_TOO_LARGE, "The body is too large";
    /// The body is of a kind that is not read here.
    UnsupportedMediaType: UNSUPPORTED_MEDIA_TYPE, "The body is of a wrong kind";
    /// Too often.
    TooManyRequests: TOO_MANY_REQUESTS, "This was asked too often";
    /// Too much at once.
    Busy: SERVICE_UNAVAILABLE, "The server is busy";
    /// The contract knows it, and this server does not do it.
    NotImplemented: INTERNAL_SERVER_ERROR, "This server does not do this";
    /// Something broke.
    InternalError: INTERNAL_SERVER_ERROR, "Something broke";
}

/// A failure, to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    code: Code,
    detail: String,
    pointer: Option<String>,
    retry_after_s: Option<i64>,
}

impl Failure {
    /// A failure, with words for a person.
    #[must_use]
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), pointer: None, retry_after_s: None }
    }

    /// The same, about an attribute of the body.
    #[must_use]
    pub fn at(mut self, attribute: &str) -> Self {
        self.pointer = Some(format!("/data/attributes/{attribute}"));
        self
    }

    /// Nobody has signed in.
    #[must_use]
    pub fn unauthorized() -> Self {
        Self::new(Code::Unauthorized, "Sign in first.")
    }

    /// There is no such thing.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(Code::NotFound, "There is no such resource.")
    }

    /// The request is wrong, in these words.
    #[must_use]
    pub fn bad(detail: impl Into<String>) -> Self {
        Self::new(Code::BadRequest, detail)
    }

    /// The error as it stands in a document.
    #[must_use]
    pub fn value(&self) -> serde_json::Value {
        let (status, code, title) = self.code.parts();
        let mut error = json!({"status": status.as_u16().to_string(), "code": code, "title": title, "detail": self.detail});
        if let (Some(pointer), Some(fields)) = (&self.pointer, error.as_object_mut()) {
            fields.insert("source".to_owned(), json!({"pointer": pointer}));
        }
        error
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, ..) = self.code.parts();
        let body = json!({"errors": [self.value()]}).to_string();
        let mut response = (status, [(header::CONTENT_TYPE, JSON_API)], body).into_response();
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(wait) = self.retry_after_s {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
        }
        response
    }
}

impl From<app::Error> for Failure {
    fn from(error: app::Error) -> Self {
        match error {
            app::Error::NotAllowed("error-sign-in-first") => Self::unauthorized(),
            app::Error::NotAllowed(code) => Self::new(Code::Forbidden, words(code, &[])),
            app::Error::NotFound => Self::not_found(),
            app::Error::Wrong(fields) => wrong(&fields),
            app::Error::Refused(refusal) => refused(&refusal),
            app::Error::Busy { retry_after_s } => {
                let code = if retry_after_s <= 10 { Code::Busy } else { Code::TooManyRequests };
                let detail = format!("Try again in {retry_after_s} seconds.");
                Self { retry_after_s: Some(retry_after_s), ..Self::new(code, detail) }
            }
            app::Error::Internal(cause) => {
                tracing::error!(cause, "an answer of the interface failed");
                Self::new(Code::InternalError, "Something broke that is not your fault.")
            }
        }
    }
}

/// Only the first field is told, as the contract has it.
fn wrong(fields: &[FieldError]) -> Failure {
    let Some(field) = fields.first() else { return Failure::bad("Something is wrong.") };
    let code = match field.code {
        "error-email-taken" => Code::DuplicatedEmail,
        "error-password-wrong" => Code::InvalidPassword,
        _ => Code::FieldValidationError,
    };
    let failure = Failure::new(code, words(field.code, &field.args));
    if field.field.is_empty() { failure } else { failure.at(field.field) }
}

fn refused(refusal: &Refusal) -> Failure {
    let code = match refusal {
        Refusal::BelowFloor { .. } | Refusal::PayerLocked { .. } => Code::InsufficientBalance,
        Refusal::AboveCeiling { .. } => Code::InsufficientMaximumBalance,
        Refusal::ExchangeDisabled => Code::InactiveCurrency,
        Refusal::AccountClosed { .. }
        | Refusal::AccountSuspended { .. }
        | Refusal::AccountDisabled { .. }
        | Refusal::NotPermitted { .. } => Code::Forbidden,
        Refusal::UnknownAccount | Refusal::WrongExchange | Refusal::UnknownTransfer => Code::NotFound,
        Refusal::Malformed { .. }
        | Refusal::IdUsed
        | Refusal::SameAccount
        | Refusal::NotPending
        | Refusal::NotCommitted
        | Refusal::InUse
        | Refusal::BalanceNotZero { .. }
        | Refusal::HasHolds
        | Refusal::Closed
        | Refusal::OwnAccountStays => Code::BadRequest,
        _ => Code::TransactionError,
    };
    Failure::new(code, format!("The ledger refused it: {}.", refusal.code()))
}

/// The words of a code, in English: programs show their own, by the contract's codes.
fn words(code: &str, args: &[(&'static str, String)]) -> String {
    let l = L10n::new(Locale::English, Words::Community, "UTC");
    match args {
        [] => l.t(code),
        [(name, value), rest @ ..] => {
            let phrase = l.with(name, value.as_str());
            rest.iter().fold(phrase, |phrase, (name, value)| phrase.with(name, value.as_str())).t(code)
        }
    }
}
