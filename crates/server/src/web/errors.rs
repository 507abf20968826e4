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
    /// What was sent is larger than the server takes: 413.
    TooLarge,
    /// What was sent cannot be read at all: 400.
    Unreadable,
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
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What a bare status of the router or of an extractor means to a reader; none for statuses that are no trouble
    /// and for trouble that is told elsewhere.
    #[must_use]
    pub fn of_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Self::NotFound),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::TooLarge),
            StatusCode::BAD_REQUEST
            | StatusCode::UNSUPPORTED_MEDIA_TYPE
            | StatusCode::UNPROCESSABLE_ENTITY => Some(Self::Unreadable),
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => {
                Some(Self::Busy { retry_after_s: 5 })
            }
            _ => None,
        }
    }

    const fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "trouble-not-found",
            Self::NotAllowed(_) => "trouble-not-allowed",
            Self::Forged => "trouble-forged",
            Self::TooLarge => "trouble-too-large",
            Self::Unreadable => "trouble-unreadable",
            // Brings its own title.
            Self::Refused(_) => "trouble-unreadable",
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

/// An answer as it is when it is a page, a file or a success; where it is a bare status, the page that explains it. For a
/// layer over all pages, so that no reader meets a line of plain text. The page keeps the bare answer's status.
#[must_use]
pub fn dressed(response: Response, frame: &Frame) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let is_bare = kind.is_none_or(|kind| kind.starts_with("text/plain"));
    match Trouble::of_status(response.status()).filter(|_| is_bare) {
        Some(trouble) => {
            let status = response.status();
            let mut page = trouble.page(frame.clone());
            *page.status_mut() = status;
            page
        }
        None => response,
    }
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
