//! Plain text of members: shown as it was typed, and what looks like the address of a web page leads there.

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// The address of a web page: where it leads, and as it was typed.
    Link {
        /// With its scheme.
        href: String,
        /// As it was typed.
        text: String,
    },
}

/// The parts of a text, in order. Put together they are the text again.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let (before, address, after) = address(word);
        plain.push_str(before);
        if address.is_empty() {
            continue;
        }
        if !plain.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut plain)));
        }
        let scheme = if address.starts_with("http") { "" } else { "https://" };
        pieces.push(Piece::Link { href: format!("{scheme}{address}"), text: address.to_owned() });
        plain.push_str(after);
    }
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    pieces
}

/// What stands before, in and after an address within a word; without one everything stands before.
fn address(word: &str) -> (&str, &str, &str) {
    let starts = ["https://", "http://", "www."];
    let Some(start) = starts.iter().filter_map(|start| word.find(start)).min() else { return (word, "", "") };
    let (before, rest) = word.split_at(start);
    // What ends or encloses a sentence is no part of the address.
    let closes = |c: char| c.is_whitespace() || ".,;:!?'\"“”‘’«»()[]{}<>*_".contains(c);
    let address = rest.trim_end_matches(closes);
    let host = address.split("://").last().unwrap_or_default();
    let is_one = host.contains('.') && !address.contains(['"', '<', '>', '\\', '@']);
    if !is_one || before.chars().any(char::is_alphanumeric) {
        return (word, "", "");
    }
    (before, address, &rest[address.len()..])
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    fn links(text: &str) -> Vec<String> {
        let found = pieces(text).into_iter().filter_map(|piece| match piece {
            Piece::Link { href, .. } => Some(href),
            Piece::Text(_) => None,
        });
        found.collect()
    }

    #[test]
    fn addresses_of_web_pages_lead_there_and_nothing_else_does() {
        for (text, found) in [
            ("see https://example.org/a?b=c&d.", vec!["https://example.org/a?b=c&d"]),
            (
                "(www.example.org), or\nhttp://example.org/x",
                vec!["https://www.example.org", "http://example.org/x"],
            ),
            ("javascript:alert(1)", vec![]),
            ("javascript:https://example.org", vec![]),
            ("https://user@example.org", vec![]),
            ("https://\"onmouseover=alert(1)", vec![]),
            ("https:// www.", vec![]),
            ("write to ana@www.example.org", vec![]),
        ] {
            assert_eq!(links(text), found, "{text}");
        }
    }

    #[test]
    fn nothing_of_a_text_is_lost() {
        for text in ["", "two\nlines  apart", "«www.example.org» … https://example.org!", " é https://a.b "]
        {
            let whole: String = pieces(text)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Text(text) | Piece::Link { text, .. } => text,
                })
                .collect();
            assert_eq!(whole, text);
        }
    }
}
