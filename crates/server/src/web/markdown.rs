//! Markdown of members as markup: emphasis, lists, quotes, links, headings. Nothing of what they write becomes markup by itself:
//! raw HTML is shown as text, images as their description, and links lead to web pages and mail only.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The markup of a text.
#[must_use]
pub fn markup(text: &str) -> String {
    let mut links = Vec::new();
    let events = Parser::new_ext(text, Options::empty()).filter_map(|event| tamed(event, &mut links));
    let mut markup = String::with_capacity(text.len() + text.len() / 2);
    html::push_html(&mut markup, events);
    markup
}

/// What becomes of an event; `links` says of each open link whether it is kept.
fn tamed<'t>(event: Event<'t>, links: &mut Vec<bool>) -> Option<Event<'t>> {
    Some(match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        // People end their lines where they mean them to end.
        Event::SoftBreak => Event::HardBreak,
        Event::Start(Tag::Link { dest_url, .. }) => {
            let kept = is_safe(&dest_url);
            links.push(kept);
            if !kept {
                return None;
            }
            let opening = format!("<a href=\"{}\" rel=\"nofollow ugc noopener\">", escaped(&dest_url));
            Event::InlineHtml(opening.into())
        }
        Event::End(TagEnd::Link) => {
            if !links.pop().unwrap_or_default() {
                return None;
            }
            Event::InlineHtml("</a>".into())
        }
        Event::Start(Tag::Image { .. } | Tag::HtmlBlock) | Event::End(TagEnd::Image | TagEnd::HtmlBlock) => {
            return None;
        }
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: lowered(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lowered(level))),
        Event::Start(Tag::CodeBlock(_)) => Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)),
        other => other,
    })
}

/// The first heading of a page is its title.
const fn lowered(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        _ => HeadingLevel::H3,
    }
}

/// Whether an address leads to a web page or to mail.
fn is_safe(address: &str) -> bool {
    let plain = !address.chars().any(|c| c.is_control() || c.is_whitespace());
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    plain && matches!(scheme.as_deref(), Some("http" | "https" | "mailto"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::markup;

    #[test]
    fn what_is_written_is_shown_and_no_more() {
        for (text, shown) in [
            ("two\nlines", "<p>two<br />\nlines</p>\n"),
            ("# Title", "<h2>Title</h2>\n"),
            ("#### Deep", "<h3>Deep</h3>\n"),
            ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"),
            ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
            ("<b onclick=x>bold</b>", "<p>&lt;b onclick=x&gt;bold&lt;/b&gt;</p>\n"),
            ("![a cat](https://example.org/cat.png)", "<p>a cat</p>\n"),
            ("[here](javascript:alert(1))", "<p>here</p>\n"),
            ("[here](/me)", "<p>here</p>\n"),
            (
                "[here](https://example.org/?a=1&b=\"2\")",
                "<p><a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" rel=\"nofollow ugc noopener\">here</a></p>\n",
            ),
            (
                "<mailto:ana@example.org>",
                "<p><a href=\"mailto:ana@example.org\" rel=\"nofollow ugc noopener\">mailto:ana@example.org</a></p>\n",
            ),
            ("```js\" onload=x\ncode\n```", "<pre><code>code\n</code></pre>\n"),
        ] {
            assert_eq!(markup(text), shown, "{text}");
        }
    }
}
