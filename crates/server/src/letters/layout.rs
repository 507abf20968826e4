//! How a letter is laid out: as plain text, and as markup that every program for mail can show.
//!
//! The markup needs nothing from anywhere: no pictures, no style sheet. It sets neither ink nor ground but for the button,
//! which sets both, so that it is read in dark programs as in light ones.

use super::{Laid, Told};
use crate::web::l10n::escape;
use crate::web::markdown::markup as markup_of;

/// Each paragraph's style.
const TEXT: &str = "margin:0 0 1rem";
/// Words of somebody's.
const WORDS: &str = "margin:0 0 1rem;padding-left:.9rem;border-left:3px solid #8a8378";

/// The letter as plain text, paragraphs apart.
pub(super) fn plain(laid: &Laid<'_>) -> String {
    let mut parts = vec![laid.greeting.clone(), laid.told.text.clone()];
    let more =
        [laid.told.words.clone(), quoted(&laid.told.quote), laid.told.hint.clone(), laid.told.body.clone()];
    parts.extend(more.into_iter().filter(|words| !words.is_empty()));
    for item in &laid.items {
        let lines = [item.title.clone(), item.text.clone(), item.words.clone(), address(laid, item)];
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        parts.push(format!("* {}", lines.join("\n  ")));
    }
    parts.extend(Some(address(laid, &laid.told)).filter(|address| !address.is_empty()));
    parts.push(laid.closing.clone());
    if !laid.stop.is_empty() {
        parts.push(format!("{}\n{}", laid.stop_label, laid.stop));
    }
    parts.join("\n\n")
}

/// Each line marked as somebody else's; those between messages stay empty.
fn quoted(text: &str) -> String {
    let mark = |line: &str| if line.is_empty() { String::new() } else { format!("> {line}") };
    text.lines().map(mark).collect::<Vec<_>>().join("\n")
}

fn address(laid: &Laid<'_>, told: &Told) -> String {
    if told.path.is_empty() { String::new() } else { format!("{}{}", laid.sender.origin, told.path) }
}

/// The letter as a document of HTML.
pub(super) fn markup(laid: &Laid<'_>) -> String {
    let told = &laid.told;
    let mut body = String::new();
    body.push_str(&format!(
        "<p style=\"margin:0 0 1.5rem;padding-bottom:.6rem;border-bottom:3px solid #14616b;font-weight:700\">{}</p>\n\
         <h1 style=\"margin:0 0 1rem;font-size:1.375rem;line-height:1.25\">{}</h1>\n",
        escape(laid.sender.name),
        escape(&told.title),
    ));
    body.push_str(&paragraph(TEXT, &laid.greeting));
    body.push_str(&paragraph(TEXT, &told.text));
    body.push_str(&paragraph(WORDS, &told.words));
    body.push_str(&paragraph(WORDS, &told.quote));
    body.push_str(&paragraph(TEXT, &told.hint));
    if !told.body.is_empty() {
        body.push_str(&markup_of(&told.body));
    }
    for item in &laid.items {
        let title = match address(laid, item).as_str() {
            "" => escape(&item.title),
            address => format!("<a href=\"{}\">{}</a>", escape(address), escape(&item.title)),
        };
        body.push_str(&format!("<h2 style=\"margin:1.5rem 0 .25rem;font-size:1.0625rem\">{title}</h2>\n"));
        body.push_str(&paragraph(TEXT, &item.text));
        body.push_str(&paragraph(WORDS, &item.words));
    }
    if !told.path.is_empty() {
        body.push_str(&format!(
            "<p style=\"margin:1.5rem 0\"><a href=\"{}\" style=\"display:inline-block;padding:.8rem 1.5rem;\
             border-radius:.6rem;background:#14616b;color:#ffffff;font-weight:700;text-decoration:none\">{}</a></p>\n",
            escape(&address(laid, told)),
            escape(&laid.open),
        ));
    }
    let small = "margin:1.5rem 0 0;font-size:.875rem";
    body.push_str(&paragraph(small, &laid.closing));
    if !laid.stop.is_empty() {
        body.push_str(&format!(
            "<p style=\"margin:.5rem 0 0;font-size:.875rem\"><a href=\"{}\">{}</a></p>\n",
            escape(&laid.stop),
            escape(&laid.stop_label)
        ));
    }
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>{}</title>\n</head>\n\
         <body style=\"margin:0\">\n<div style=\"max-width:34rem;margin:0 auto;padding:1.5rem 1.25rem;\
         font:1.0625rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;overflow-wrap:break-word\">\n\
         {body}</div>\n</body>\n</html>\n",
        laid.locale.code(),
        laid.locale.direction(),
        escape(&told.title),
    )
}

/// A paragraph that keeps its lines; nothing if there is no text.
fn paragraph(style: &str, text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!("<p style=\"{style}\">{}</p>\n", escape(text).replace('\n', "<br>")),
    }
}
