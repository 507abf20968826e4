//! One form for what people type in many ways: *Éclair*, *éclair* and *eclair*.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick, is_nfkc_quick};

/// Compatibility forms unified (full width, ligatures), lower case, composed. Accents stay.
pub(super) fn normal(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = |c: char| (!is_invisible(c)).then(|| c.to_lowercase()).into_iter().flatten();
    let text: String = if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        text.chars().flat_map(lower).collect()
    } else {
        text.nfkc().flat_map(lower).collect()
    };
    if is_nfc_quick(text.chars()) == IsNormalized::Yes { text } else { text.nfc().collect() }
}

/// A word without accents and without the marks that Arabic and Hebrew often leave out, special letters as their nearest plain ones.
pub(crate) fn spelling(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return word.to_owned();
    }
    let mut plain = String::with_capacity(word.len());
    for c in word.nfd().filter(|&c| !is_dropped(c)) {
        match plain_letters(c) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(digit(c)),
        }
    }
    plain.nfc().collect()
}

/// The spelling of those who have no umlauts on their keyboard (*Schlüssel*, `schluessel`; *rødgrød*, `roedgroed`), if it
/// differs.
pub(crate) fn spelled_out(word: &str) -> Option<String> {
    let letters = |c| match c {
        'ä' => Some("ae"),
        'ö' | 'ø' => Some("oe"),
        'ü' => Some("ue"),
        'å' => Some("aa"),
        _ => None,
    };
    word.contains(|c| letters(c).is_some()).then(|| {
        let mut out = String::with_capacity(word.len() + 2);
        for c in word.chars() {
            match letters(c) {
                Some(two) => out.push_str(two),
                None => out.push(c),
            }
        }
        spelling(&out)
    })
}

/// Letters that Unicode does not take apart.
fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' | 'ǽ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ə' => "e",
        'ς' => "σ",
        'ґ' => "г",
        'ة' => "ه",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        _ => return None,
    })
}

/// Arabic, Persian and Devanagari digits as the ones that everybody's keyboard has.
fn digit(c: char) -> char {
    let zero = match c {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        _ => return c,
    };
    let value = u32::from(c) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(c)
}

/// Marks whose absence is no mistake: accents of Latin, Greek and Cyrillic, points of Hebrew, short vowels of Arabic. Marks of
/// other scripts (vowels of Hindi and Thai, voicing of Japanese) make the word.
pub(super) fn is_dropped(c: char) -> bool {
    match c {
        'ـ' => true,
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{487}'
        | '\u{591}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6ed}' => is_combining_mark(c),
        _ => false,
    }
}

/// Hints for setting type inside a word: soft hyphen, joiners, direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_one_spelling() {
        // as written, word, spelling, spelled out
        for (written, word, plain, out) in [
            ("Éclair", "éclair", "eclair", None),
            ("STRASSE", "strasse", "strasse", None),
            ("Straße", "straße", "strasse", None),
            ("Schlüssel", "schlüssel", "schlussel", Some("schluessel")),
            ("Œuvre", "œuvre", "oeuvre", None),
            ("Rødgrød", "rødgrød", "rodgrod", Some("roedgroed")),
            ("Ångström", "ångström", "angstrom", Some("aangstroem")),
            ("Łódź", "łódź", "lodz", None),
            ("Diyarbakır", "diyarbakır", "diyarbakir", None),
            ("İstanbul", "i̇stanbul", "istanbul", None),
            ("đường", "đường", "duong", None),
            ("ΟΔΟΣ", "οδοσ", "οδοσ", None),
            ("οδός", "οδός", "οδοσ", None),
            ("Ёлка", "ёлка", "елка", None),
            ("ﬁne", "fine", "fine", None),
            ("Ｇｕｉｔａｒ", "guitar", "guitar", None),
            ("e\u{301}te", "éte", "ete", None),
            ("Fahr\u{ad}rad", "fahrrad", "fahrrad", None),
            ("مُدَرِّس", "مُدَرِّس", "مدرس", None),
            ("أستاذة", "أستاذة", "استاذه", None),
            ("شَلُومـ", "شَلُومـ", "شلوم", None),
            ("שָׁלוֹם", "שָׁלוֹם", "שלום", None),
            ("می‌خواهم", "میخواهم", "ميخواهم", None),
            ("١٢٣", "١٢٣", "123", None),
            ("ギター", "ギター", "ギター", None),
            ("हिन्दी", "हिन्दी", "हिन्दी", None),
            ("กีตาร์", "กีตาร์", "กีตาร์", None),
            ("한국어", "한국어", "한국어", None),
        ] {
            let normal = normal(written);
            // Both sides composed alike: an editor may have changed how this file is written.
            assert_eq!(normal, word.nfc().collect::<String>(), "{written}");
            assert_eq!(spelling(&normal), plain.nfc().collect::<String>(), "{written}");
            assert_eq!(spelled_out(&normal).as_deref(), out, "{written}");
        }
    }
}
