//! Pages that say what went wrong and how to go on.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use super::frame::Frame;

/// What went wrong, as the reader needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing is here, or nothing that this reader may know of: 404.
    NotFound,
    /// The reader may not do this; a message's key says who may, or is empty: 403.
    NotAllowed(&'static str),
    /// The page was open too long or the form came from elsewhere: 403.
    Forged,
    /// A rule refused it, or what was sent cannot be read: 422.
    Refused(Refused),
    /// Too many at once, or too often: 503 with the seconds after which to try again.
    Busy {
        /// Seconds.
        retry_after_s: u32,
    },
    /// Tried too often: 429 with the seconds after which to try again.
    TooOften {
        /// Seconds.
        retry_after_s: u32,
    },
    /// Our fault: 500 with a reference under which the cause is logged.
    Internal {
        /// What the log names it.
        reference: String,
    },
}

/// A refusal in words: what did not happen, why, whose rule it is, and what would help. All translated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// "This trade was not recorded".
    pub title: String,
    /// What did not happen and that nothing has changed.
    pub lead: String,
    /// Pairs of numbers that show why: "Marcus stands at", "−238.10 acorns".
    pub facts: Vec<(String, String)>,
    /// What would help, each with an address.
    pub helps: Vec<Help>,
    /// Which rule it is and who set it; empty when there is nothing to say.
    pub rule: String,
    /// Where to go back to.
    pub back: String,
    /// The stable code.
    pub code: String,
}

/// Something that would help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    /// The icon's name.
    pub icon: String,
    /// What to do.
    pub title: String,
    /// Why it helps.
    pub sub: String,
    /// Where.
    pub href: String,
}

impl Trouble {
    /// The status of the answer.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed(_) | Self::Forged => StatusCode::FORBIDDEN,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    const fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "trouble-not-found",
            Self::NotAllowed(_) => "trouble-not-allowed",
            Self::Forged => "trouble-forged",
            Self::Refused(_) => "trouble-refused",
            Self::Busy { .. } => "trouble-busy",
            Self::TooOften { .. } => "trouble-too-often",
            Self::Internal { .. } => "trouble-internal",
        }
    }

    /// The page that says it.
    #[must_use]
    pub fn page(self, frame: Frame) -> Response {
        let status = self.status();
        let retry_after_s = match self {
            Self::Busy { retry_after_s } | Self::TooOften { retry_after_s } => Some(retry_after_s),
            _ => None,
        };
        let mut response = match self {
            Self::Refused(refused) => {
                let title = refused.title.clone();
                render_with(status, &RefusedPage { page: frame.titled_as(title), refused })
            }
            other => render_with(status, &TroublePage::new(frame, &other)),
        };
        if let Some(seconds) = retry_after_s {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// `trouble.html`: a plain page with an apology or explanation and ways on.
#[derive(Template)]
#[template(path = "trouble.html")]
struct TroublePage {
    page: Frame,
    lead: String,
    more: String,
    reference: String,
}

impl TroublePage {
    fn new(frame: Frame, trouble: &Trouble) -> Self {
        let key = trouble.key();
        let page = frame.titled(key);
        let lead = page.t(&format!("{key}-lead"));
        let more = match trouble {
            Trouble::NotAllowed(key) if !key.is_empty() => page.t(key),
            Trouble::Busy { retry_after_s } | Trouble::TooOften { retry_after_s } => {
                page.with("count", retry_after_s.div_ceil(60)).t("trouble-try-again")
            }
            _ => String::new(),
        };
        let reference = match trouble {
            Trouble::Internal { reference } => reference.clone(),
            _ => String::new(),
        };
        Self { page, lead, more, reference }
    }
}

/// `refused.html`: a rule said no.
#[derive(Template)]
#[template(path = "refused.html")]
struct RefusedPage {
    page: Frame,
    refused: Refused,
}

/// A page as an answer with status 200.
pub fn render(page: &impl Template) -> Response {
    render_with(StatusCode::OK, page)
}

/// A form that is shown again since something is wrong with it: status 422.
pub fn render_again(page: &impl Template) -> Response {
    render_with(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// A page as an answer with this status.
pub fn render_with(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
