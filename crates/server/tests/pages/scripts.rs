//! Scripts that people write into fields, and whether a page lets them live.

use server::testing::Page;

pub(crate) use crate::payloads::SCRIPTS;

/// The tags of a page that are not words: what stands between `<` and `>`.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

/// That nothing in a page came to life.
pub(crate) fn assert_dead(page: &Page, payload: &str) {
    for tag in tags(&page.text) {
        let lower = tag.to_lowercase();
        let name = lower.split_whitespace().next().unwrap_or_default();
        let ours = lower.starts_with("script type=\"module\" src=\"/static/");
        let living =
            ["iframe", "object", "embed", "base", "style", "math", "video", "audio", "marquee", "template"];
        assert!((name != "script" || ours) && !living.contains(&name), "{payload}: <{tag}>");
        let bare: String = lower.split('"').step_by(2).collect();
        let acts = bare.split_whitespace().any(|word| word.starts_with("on") && word.contains('='));
        assert!(!acts, "{payload}: <{tag}>");
        // Quotes of ours enclose what was typed, which holds none of its own.
        assert!(tag.matches('"').count() % 2 == 0, "{payload}: <{tag}>");
        for attribute in ["href=\"", "src=\"", "action=\"", "formaction=\""] {
            for value in lower.split(attribute).skip(1) {
                let scheme = value.split(['"', '/', '?', '#']).next().unwrap_or_default().split_once(':');
                let fine =
                    scheme.is_none_or(|(scheme, _)| matches!(scheme, "http" | "https" | "mailto" | "tel"));
                assert!(fine, "{payload}: <{tag}>");
            }
        }
    }
}
