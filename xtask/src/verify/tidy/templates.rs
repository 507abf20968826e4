//! Rules for page templates: no words of their own (they come from the translations), and nothing inline that the
//! content security policy would refuse.

/// The one word that is the same in every language.
const NAME: &str = "Ayni";
/// Attributes that people read or hear.
const SPOKEN: &[&str] =
    &["alt", "aria-label", "aria-description", "aria-roledescription", "placeholder", "title", "label"];

/// A piece of a template, with the line it begins on.
enum Piece<'a> {
    /// What stands between tags.
    Text(usize, &'a str),
    /// What stands between `<` and `>`.
    Tag(usize, &'a str),
}

/// Everything against the rules, by line.
pub(super) fn problems(template: &str) -> Vec<(usize, String)> {
    let bare = without_code(template);
    let mut found = Vec::new();
    let mut inline_script = false;
    for piece in pieces(&bare) {
        match piece {
            Piece::Text(line, text) => {
                if inline_script && !text.trim().is_empty() {
                    found.push((line, "a script of its own; put it into a file".to_owned()));
                } else {
                    found.extend(text_problems(line, text));
                }
                inline_script = false;
            }
            Piece::Tag(line, tag) => {
                let name = tag.split([' ', '\n', '\t', '/']).next().unwrap_or_default();
                inline_script = name.eq_ignore_ascii_case("script");
                if name.eq_ignore_ascii_case("style") {
                    found.push((line, "a style of its own; put it into the style sheet".to_owned()));
                }
                for (attribute, value) in attributes(tag) {
                    found.extend(attribute_problem(attribute, value).map(|what| (line, what)));
                }
            }
        }
    }
    found
}

/// What is wrong between two tags. A macro may write attributes for a tag of its caller; they are judged as such.
fn text_problems(line: usize, text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut words = text.to_owned();
    while let Some(equals) = words.find("=\"") {
        let name = words[..equals].rfind(|letter: char| !letter.is_ascii_lowercase() && letter != '-');
        let start = name.map_or(0, |at| at + words[at..].chars().next().map_or(0, char::len_utf8));
        let value = equals + 2;
        let end = words[value..].find('"').map_or(words.len(), |at| value + at + 1);
        let what = attribute_problem(&words[start..equals], words[value..end].trim_end_matches('"'));
        found.extend(what.map(|what| (line + words[..start].matches('\n').count(), what)));
        let blank: String =
            words[start..end].chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }).collect();
        words.replace_range(start..end, &blank);
    }
    if let Some((at, word)) = literal_word(&words) {
        let line = line + words[..at].matches('\n').count();
        found.push((line, format!("the words `{word}`; take them from the translations")));
    }
    found
}

fn attribute_problem(name: &str, value: &str) -> Option<String> {
    if name == "style" {
        return Some("`style=`; put it into the style sheet".to_owned());
    }
    if name.starts_with("on") && name.chars().all(|letter| letter.is_ascii_alphabetic()) {
        return Some(format!("`{name}=`; listen from a script file"));
    }
    let (_, word) = SPOKEN.contains(&name).then(|| literal_word(value)).flatten()?;
    Some(format!("the words `{word}` in `{name}`; take them from the translations"))
}

/// The template with everything of the template language and all comments blanked out; lines stay where they are.
fn without_code(template: &str) -> String {
    const MARKS: &[(&str, &str)] = &[("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<!--", "-->")];
    let mut bare = String::with_capacity(template.len());
    let mut rest = template;
    while !rest.is_empty() {
        if let Some((open, close)) = MARKS.iter().find(|(open, _)| rest.starts_with(open)) {
            let end = rest[open.len()..].find(close).map_or(rest.len(), |at| open.len() + at + close.len());
            let end = if fills_a_class(&rest[..end]) { end_of_block(rest, end) } else { end };
            bare.extend(rest[..end].chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }));
            rest = &rest[end..];
        } else {
            let first = rest.chars().next().map_or(rest.len(), char::len_utf8);
            bare.push_str(&rest[..first]);
            rest = &rest[first..];
        }
    }
    bare
}

/// Whether a piece of the template language opens a block that stands in a `class` attribute of the layout: its name
/// ends in `_class`, and what it holds are no words.
fn fills_a_class(code: &str) -> bool {
    let mut words = code.trim_start_matches(['{', '%', '-', '~', '+']).split_whitespace();
    words.next() == Some("block") && words.next().is_some_and(|name| name.ends_with("_class"))
}

/// Where the block ends whose opening ends at `from`.
fn end_of_block(rest: &str, from: usize) -> usize {
    let closing = rest[from..].find("endblock").map_or(rest.len(), |at| from + at);
    rest[closing..].find("%}").map_or(rest.len(), |at| closing + at + 2)
}

/// Cuts at tags; a `>` inside a quoted value does not end one.
fn pieces(bare: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut line = 1;
    let mut rest = bare;
    while let Some(open) = rest.find('<') {
        let (text, from) = rest.split_at(open);
        pieces.push(Piece::Text(line, text));
        line += text.matches('\n').count();
        let mut quote = None;
        let end = from.char_indices().find_map(|(at, letter)| {
            match (quote, letter) {
                (None, '"' | '\'') => quote = Some(letter),
                (Some(open), close) if open == close => quote = None,
                (None, '>') => return Some(at),
                _ => (),
            }
            None
        });
        let (tag, after) = end.map_or((from, ""), |end| (&from[..end], &from[end + 1..]));
        pieces.push(Piece::Tag(line, tag.trim_start_matches('<')));
        line += tag.matches('\n').count();
        rest = after;
    }
    pieces.push(Piece::Text(line, rest));
    pieces
}

/// Names and quoted values of a tag; a name without a value has an empty one.
fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = tag.find(char::is_whitespace).map_or("", |at| &tag[at..]).trim_start();
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter.is_whitespace() || letter == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('=').map(str::trim_start) {
            None => ("", after),
            Some(value) => match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            },
        };
        if !name.is_empty() {
            found.push((name, value));
        }
        rest = if name.is_empty() && value.is_empty() { "" } else { after.trim_start() };
    }
    found
}

/// The first run of two letters or more that is neither the program's name nor a character reference such as
/// `&nbsp;`, with its place in the text.
fn literal_word(text: &str) -> Option<(usize, &str)> {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let letters = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
        let word = &rest[..letters];
        let reference = text[..at].ends_with(['&', '#'])
            && rest[letters..].starts_with(|c: char| c == ';' || c.is_ascii_digit());
        if word.chars().count() >= 2 && word != NAME && !reference {
            return Some((at, word));
        }
        at += letters;
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::problems;

    #[test]
    fn what_is_in_order_passes() {
        let cases = [
            r#"{% extends "layout.html" %}{% block main %}<h1>{{ l.t("home-title") }}</h1>{% endblock %}"#,
            "{# a note for us #}<!-- and one more -->\n<p>{{ balance }}&nbsp;·&#160;{{ unit }}</p>",
            r#"<input name="amount" placeholder="{{ l.t("amount") }}" {% if wrong %}aria-invalid="true"{% endif %}>"#,
            r#"<script type="module" src="{{ page.asset("trade.js") }}"></script><title>Ayni</title>"#,
            r#"<a href="{{ url }}" title="{% if a > b %}{{ c }}{% endif %}">→ 7</a>"#,
            "<p>{{ a }} × {{ b }} x 3</p>",
            "{% block main_class %}narrow tall{% endblock %}\n{%- block page_class -%}wide{%- endblock -%}<p>{{ a }}</p>",
            r#"{% macro tied(name) %} aria-invalid="true" aria-describedby="{{ name }}-error {{ name }}-hint"{% endmacro %}"#,
        ];
        for template in cases {
            assert_eq!(problems(template), [], "{template}");
        }
    }

    #[test]
    fn each_rule_finds_what_breaks_it() {
        let cases = [
            ("<p>\n  {{ name }}\n  has paid</p>", 3, "has"),
            ("<p>Año</p>", 1, "Año"),
            (r#"<img alt="A picture" src="a.svg">"#, 1, "`picture` in `alt`"),
            (r#"<p style="color: red">{{ a }}</p>"#, 1, "`style=`"),
            ("<p>{{ a }}</p>\n<style>p {}</style>", 2, "a style"),
            ("<script>go()</script>", 1, "a script"),
            ("{% block main %}narrow{% endblock %}", 1, "narrow"),
            ("{% macro tied() %}\n title=\"a picture\"{% endmacro %}", 2, "`picture` in `title`"),
            ("<button\n  onclick=\"go()\">{{ a }}</button>", 1, "`onclick=`"),
            (r#"<a title="a > b" onfocus=go>{{ a }}</a>"#, 1, "`onfocus=`"),
        ];
        for (template, line, expected) in cases {
            let found = problems(template);
            assert!(
                found.iter().any(|(at, what)| *at == line && what.contains(expected)),
                "{template}: {found:?}"
            );
        }
    }
}
