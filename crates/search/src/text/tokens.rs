//! Where words begin and end: Unicode's rules (UAX 29) for scripts with spaces, overlapping pairs for those without.

use super::fold::{is_dropped, normal};
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// Letters at most of a word. Whatever is longer is no word, and is found by its beginning.
const LONGEST: usize = 64;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Token {
    /// Lower case, with its accents.
    pub word: String,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A word between spaces.
    Word,
    /// Two neighbours in a script without spaces.
    Pair,
    /// One letter of such a script that has no neighbour after it.
    Single,
}

/// The words of a document. The last letter of each run without spaces stands alone once more, so that every letter of it
/// begins something.
pub(crate) fn of_document(text: &str) -> Vec<Token> {
    cut(text, Ending::Alone)
}

/// The words of a query.
pub(crate) fn of_query(text: &str) -> Vec<Token> {
    cut(text, Ending::Paired)
}

/// What becomes of a run's last letter.
#[derive(Clone, Copy, PartialEq)]
enum Ending {
    Alone,
    Paired,
}

fn cut(text: &str, ending: Ending) -> Vec<Token> {
    let text = normal(text);
    let (mut tokens, mut rest) = (Vec::new(), &*text);
    while let Some(first) = rest.chars().next() {
        let spaceless = is_spaceless(first);
        let end = rest.find(|c| is_spaceless(c) != spaceless).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        match spaceless {
            true => pairs(run, ending, &mut tokens),
            false => run.unicode_words().for_each(|word| spaced(word, &mut tokens)),
        }
        rest = after;
    }
    tokens
}

/// A word, or its parts where a language elides: *l'eau* is *eau*, *children's* is *children*. Ukrainian has apostrophes inside
/// words, and there they only go.
fn spaced(word: &str, tokens: &mut Vec<Token>) {
    let mut push = |word: &str| {
        if word.chars().any(|c| c.is_alphanumeric() && !is_dropped(c)) {
            tokens.push(Token { word: word.chars().take(LONGEST).collect(), kind: Kind::Word });
        }
    };
    // A mark at the beginning has lost its letter, and what goes at the end would leave a point behind.
    let word = trimmed(word);
    if !word.contains(is_apostrophe) {
        push(word);
    } else if word.starts_with(|c: char| c < '\u{250}') {
        let parts: Vec<&str> = word.split(is_apostrophe).map(trimmed).collect();
        let long = || parts.iter().filter(|part| part.chars().nth(1).is_some());
        match long().next() {
            Some(_) => long().for_each(|part| push(part)),
            None => push(&parts.concat()),
        }
    } else {
        push(&word.replace(is_apostrophe, ""));
    }
}

fn trimmed(word: &str) -> &str {
    let word = word.trim_start_matches(|c| is_combining_mark(c) || !c.is_alphanumeric());
    word.trim_end_matches(|c| is_dropped(c) || !c.is_alphanumeric() && !is_combining_mark(c))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

fn pairs(run: &str, ending: Ending, tokens: &mut Vec<Token>) {
    let letters: Vec<&str> = run.graphemes(true).collect();
    tokens.extend(letters.windows(2).map(|two| Token { word: two.concat(), kind: Kind::Pair }));
    if let Some(last) = letters.last().filter(|_| ending == Ending::Alone || letters.len() == 1) {
        tokens.push(Token { word: (*last).to_owned(), kind: Kind::Single });
    }
}

/// Letters of scripts that put no spaces between words: Thai, Lao, Tibetan, Burmese, Khmer, kana, Han.
fn is_spaceless(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}'
        | '\u{e81}'..='\u{ecd}' | '\u{edc}'..='\u{edf}'
        | '\u{f40}'..='\u{fbc}'
        | '\u{1000}'..='\u{103f}' | '\u{1050}'..='\u{108f}'
        | '\u{1780}'..='\u{17d3}'
        | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}'
        | '\u{3105}'..='\u{312f}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(tokens: &[Token]) -> String {
        tokens.iter().map(|token| &*token.word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn texts_are_cut() {
        // text, as a document, as a query if that differs
        for (text, document, query) in [
            ("Repair of bikes, 2 hours!", "repair of bikes 2 hours", ""),
            ("e-mail & web/site", "e mail web site", ""),
            ("l'électricité d’un vélo", "électricité un vélo", ""),
            ("children's toys, don't", "children toys don", ""),
            ("I'm O'Brien 'n'", "im brien n", ""),
            ("п'ять м’ячів", "пять мячів", ""),
            ("吉他课", "吉他 他课 课", "吉他 他课"),
            ("蛋", "蛋", ""),
            (
                "ギターのレッスン",
                "ギタ ター ーの のレ レッ ッス スン ン",
                "ギタ ター ーの のレ レッ ッス スン",
            ),
            ("買う apple 2個", "買う う apple 2 個", "買う apple 2 個"),
            ("สอนกีตาร์", "สอ อน นกี กีต ตา าร์ ร์", "สอ อน นกี กีต ตา าร์"),
            ("기타를 가르쳐요", "기타를 가르쳐요", ""),
            ("🎸 !!! …", "", ""),
            ("a \u{610} b", "a b", ""),
            ("", "", ""),
        ] {
            assert_eq!(joined(&of_document(text)), document, "{text}");
            let query = if query.is_empty() { document } else { query };
            assert_eq!(joined(&of_query(text)), query, "{text}");
        }
    }

    #[test]
    fn an_endless_word_is_cut_short() {
        assert_eq!(of_document(&"x".repeat(1000))[0].word.len(), LONGEST);
    }
}
