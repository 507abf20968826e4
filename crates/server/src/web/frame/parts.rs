//! What stands around a page, as templates of their own: as parts of each page they made up a third of what the
//! crate had compiled.

use askama::Template;

use super::{Frame, Place};

/// `frame-top.html`: the head of the document, the places, the account menu.
#[derive(Template)]
#[template(path = "frame-top.html")]
pub struct Top<'f> {
    page: &'f Frame,
}

/// `frame-notice.html`: what just happened, and the way back.
#[derive(Template)]
#[template(path = "frame-notice.html")]
pub struct First<'f> {
    page: &'f Frame,
}

/// `frame-bottom.html`: what stands below.
#[derive(Template)]
#[template(path = "frame-bottom.html")]
pub struct Bottom<'f> {
    page: &'f Frame,
}

impl Frame {
    /// Everything before the page's own part; markup.
    #[must_use]
    pub fn top(&self) -> Top<'_> {
        Top { page: self }
    }

    /// What comes first in the page's own part; markup.
    #[must_use]
    pub fn first(&self) -> First<'_> {
        First { page: self }
    }

    /// Everything after the page's own part; markup.
    #[must_use]
    pub fn bottom(&self) -> Bottom<'_> {
        Bottom { page: self }
    }
}
