//! The languages whose words the index knows how to reduce to stems, so that *eggs* finds *egg*.

use super::spelling;
use snowball_stemmers_rs::{Algorithm, Stemmer};

/// A language by its place in the table; the first is that of texts whose language is unknown or has no stemmer here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Language(u8);

/// Whether a language writes compounds as one word (*Fahrradreparatur*).
#[derive(Clone, Copy, PartialEq)]
enum Compounds {
    Joined,
    Apart,
}

use Compounds::{Apart, Joined};

/// Code (ISO 639-1), stemmer, compounds.
const TABLE: &[(&str, Option<Algorithm>, Compounds)] = &[
    ("", None, Joined),
    ("af", Some(Algorithm::DutchPorter), Joined),
    ("ar", Some(Algorithm::Arabic), Apart),
    ("ca", Some(Algorithm::Catalan), Apart),
    ("cs", Some(Algorithm::Czech), Apart),
    ("da", Some(Algorithm::Danish), Joined),
    ("de", Some(Algorithm::German), Joined),
    ("el", Some(Algorithm::Greek), Apart),
    ("en", Some(Algorithm::English), Apart),
    ("eo", Some(Algorithm::Esperanto), Joined),
    ("es", Some(Algorithm::Spanish), Apart),
    ("et", Some(Algorithm::Estonian), Joined),
    ("eu", Some(Algorithm::Basque), Apart),
    ("fa", Some(Algorithm::Persian), Apart),
    ("fi", Some(Algorithm::Finnish), Joined),
    ("fr", Some(Algorithm::French), Apart),
    ("ga", Some(Algorithm::Irish), Apart),
    ("hi", Some(Algorithm::Hindi), Apart),
    ("hu", Some(Algorithm::Hungarian), Joined),
    ("hy", Some(Algorithm::Armenian), Apart),
    ("id", Some(Algorithm::Indonesian), Apart),
    ("it", Some(Algorithm::Italian), Apart),
    ("lt", Some(Algorithm::Lithuanian), Apart),
    ("nb", Some(Algorithm::Norwegian), Joined),
    ("ne", Some(Algorithm::Nepali), Apart),
    ("nl", Some(Algorithm::Dutch), Joined),
    ("nn", Some(Algorithm::Norwegian), Joined),
    ("no", Some(Algorithm::Norwegian), Joined),
    ("pl", Some(Algorithm::Polish), Apart),
    ("pt", Some(Algorithm::Portuguese), Apart),
    ("ro", Some(Algorithm::Romanian), Apart),
    ("ru", Some(Algorithm::Russian), Apart),
    ("sr", Some(Algorithm::Serbian), Apart),
    ("st", Some(Algorithm::Sesotho), Apart),
    ("sv", Some(Algorithm::Swedish), Joined),
    ("ta", Some(Algorithm::Tamil), Apart),
    ("tr", Some(Algorithm::Turkish), Apart),
    ("uk", Some(Algorithm::Ukrainian), Apart),
    ("yi", Some(Algorithm::Yiddish), Joined),
];

/// Languages whose plurals mostly end in *s*, which their stemmers leave on short words (*vélos*, *ovos*) or do not take far
/// enough (*llibres*).
const PLURALS_IN_S: [&str; 7] = ["af", "ca", "en", "es", "fr", "nl", "pt"];

impl Language {
    /// The number of languages, the unknown one included.
    pub(crate) const COUNT: usize = TABLE.len();

    /// By its code (`de`, `pt-BR`); the unknown language if there is no stemmer for it.
    #[must_use]
    pub fn of(code: &str) -> Language {
        let base = code.split(['-', '_']).next().unwrap_or_default();
        let place = TABLE.iter().position(|(known, ..)| known.eq_ignore_ascii_case(base)).unwrap_or_default();
        Language(u8::try_from(place).unwrap_or_default())
    }

    /// All languages.
    pub(crate) fn all() -> impl Iterator<Item = Language> {
        (0..=u8::MAX).zip(TABLE).map(|(place, _)| Language(place))
    }

    pub(crate) fn place(self) -> usize {
        usize::from(self.0)
    }

    /// Whether it writes compounds as one word. So does, for all we know, the unknown language.
    pub(crate) fn joins_compounds(self) -> bool {
        TABLE[self.place()].2 == Joined
    }

    /// What may be left of a word (lower case, with accents) without its endings, in plain spelling; the stemmer's answer first. Two
    /// words are forms of one if they share any.
    ///
    /// A stemmer may take more from a singular than from its plural (Ukrainian *урок* to *ур*, but *уроки* to *урок*), so what it
    /// leaves is stemmed once more.
    pub(crate) fn stems(self, word: &str) -> Vec<String> {
        let (code, Some(algorithm), _) = TABLE[self.place()] else { return Vec::new() };
        if !word.chars().all(char::is_alphabetic) {
            return Vec::new();
        }
        let stemmer = Stemmer::create(algorithm);
        let first = stemmer.stem(word);
        let mut stems = vec![spelling(&first), spelling(&stemmer.stem(&first))];
        if PLURALS_IN_S.contains(&code) {
            let singular =
                |word: &str| word.strip_suffix('s').filter(|rest| rest.len() > 1).map(str::to_owned);
            let more = [singular(word).map(|word| spelling(&stemmer.stem(&word))), singular(&stems[0])];
            stems.extend(more.into_iter().flatten());
        }
        let all = std::mem::take(&mut stems);
        for stem in all.into_iter().filter(|stem| !stem.is_empty()) {
            if !stems.contains(&stem) {
                stems.push(stem);
            }
        }
        stems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        // language, one form, another
        for (language, one, other) in [
            ("en", "eggs", "egg"),
            ("en-GB", "repairs", "repairing"),
            ("es", "clases", "clase"),
            ("es", "reparación", "reparaciones"),
            ("pt-BR", "aulas", "aula"),
            ("fr", "réparations", "réparation"),
            ("it", "lezioni", "lezione"),
            ("fr", "vélos", "vélo"),
            ("ca", "llibres", "llibre"),
            ("ca", "classes", "classe"),
            ("ca", "ous", "ou"),
            ("pt", "ovos", "ovo"),
            ("de", "häuser", "haus"),
            ("de", "fahrräder", "fahrrad"),
            ("nl", "fietsen", "fiets"),
            ("nl", "huizen", "huis"),
            ("af", "eiers", "eier"),
            ("af", "boeke", "boek"),
            ("sv", "cyklar", "cyklarna"),
            ("fi", "kitaran", "kitara"),
            ("pl", "rowery", "rowerów"),
            ("cs", "kola", "kol"),
            ("ru", "уроки", "урок"),
            ("uk", "уроки", "урок"),
            ("el", "μαθήματα", "μάθημα"),
            ("tr", "dersler", "dersleri"),
            ("hu", "gitárok", "gitár"),
            ("ar", "المدرس", "مدرس"),
        ] {
            let language = Language::of(language);
            let (stems, others) = (language.stems(one), language.stems(other));
            assert!(stems.iter().any(|stem| others.contains(stem)), "{one} {stems:?} {other} {others:?}");
        }
    }

    #[test]
    fn other_languages_have_no_stems() {
        for code in ["", "xx", "zh", "-", "english"] {
            assert_eq!(Language::of(code), Language(0), "{code}");
        }
        assert!(Language(0).stems("eggs").is_empty());
        assert_eq!(Language::all().count(), Language::COUNT);
    }
}
