//! What the demo's people write to each other.

/// A conversation, as it is written down.
#[derive(Debug, Clone, Copy)]
pub struct Talk {
    /// Who begins.
    pub first: &'static str,
    /// The other.
    pub second: &'static str,
    /// What about.
    pub about: About,
    /// Days before today.
    pub days_ago: u16,
    /// What they write, in turns or not.
    pub lines: &'static [Line],
    /// Whether the last to write has yet to be read.
    pub is_new: bool,
}

/// What a conversation is about.
#[derive(Debug, Clone, Copy)]
pub enum About {
    /// Nothing.
    Nothing,
    /// What the other offers or wants, by its title.
    Listing(&'static str),
    /// A trade between them that is told, by its description.
    Trade(&'static str),
}

/// What one of them writes.
#[derive(Debug, Clone, Copy)]
pub enum Line {
    /// Whoever began.
    First(&'static str),
    /// The other.
    Second(&'static str),
}

/// What two people write to each other so many days ago.
pub(crate) const fn talk(
    (first, second): (&'static str, &'static str),
    days_ago: u16,
    lines: &'static [Line],
) -> Talk {
    Talk { first, second, about: About::Nothing, days_ago, lines, is_new: false }
}

impl Talk {
    /// About what the other offers or wants.
    pub(crate) const fn listing(self, title: &'static str) -> Self {
        Self { about: About::Listing(title), ..self }
    }

    /// About a trade of theirs.
    pub(crate) const fn trade(self, description: &'static str) -> Self {
        Self { about: About::Trade(description), ..self }
    }

    /// Nobody has read the last of it.
    pub(crate) const fn unread(self) -> Self {
        Self { is_new: true, ..self }
    }
}
