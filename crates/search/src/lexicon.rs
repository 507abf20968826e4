//! What people trade, as concepts with their words in many languages: `plumber` is *plumber, tap, leak* in English and
//! *fontanero, grifo, fuga* in Spanish, and belongs to `home-repairs`.
//!
//! The data are the files in `crates/search/lexicon`, one for each top category; the README there says how they are written.
//! Whoever searches hands in how a text is cut into normalised words, so that queries and lexicon are cut alike:
//!
//! ```
//! let lexicon = search::lexicon::Lexicon::embedded(|text| text.split(' ').map(str::to_owned).collect());
//! let query = ["someone", "with", "a", "lawn", "mower"].map(str::to_owned);
//! let found = lexicon.find(&query);
//! assert!(found.iter().all(|found| (found.start, found.len) == (3, 2)));
//! assert!(found.iter().any(|found| found.concept.id == "mower"));
//! ```

mod read;

pub use read::{Mistake, read};

use crate::concepts::ConceptId;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The embedded files: the top category that each describes, and its text.
pub const FILES: &[(&str, &str)] = &[
    ("animals", include_str!("../lexicon/animals.txt")),
    ("arts", include_str!("../lexicon/arts.txt")),
    ("building", include_str!("../lexicon/building.txt")),
    ("care", include_str!("../lexicon/care.txt")),
    ("children", include_str!("../lexicon/children.txt")),
    ("clothing", include_str!("../lexicon/clothing.txt")),
    ("computers", include_str!("../lexicon/computers.txt")),
    ("events", include_str!("../lexicon/events.txt")),
    ("food", include_str!("../lexicon/food.txt")),
    ("garden", include_str!("../lexicon/garden.txt")),
    ("health", include_str!("../lexicon/health.txt")),
    ("home-repairs", include_str!("../lexicon/home-repairs.txt")),
    ("household-goods", include_str!("../lexicon/household-goods.txt")),
    ("housework", include_str!("../lexicon/housework.txt")),
    ("leisure", include_str!("../lexicon/leisure.txt")),
    ("lending", include_str!("../lexicon/lending.txt")),
    ("lessons", include_str!("../lexicon/lessons.txt")),
    ("office", include_str!("../lexicon/office.txt")),
    ("spaces", include_str!("../lexicon/spaces.txt")),
    ("transport", include_str!("../lexicon/transport.txt")),
];

/// Something that people trade, or a category of such things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Its lasting name in the data of exchanges, English in kebab-case: `plumber`. Never shown.
    pub id: &'static str,
    /// The id of the concept that this one is part of; none for a top category.
    pub broader: Option<&'static str>,
    /// The name of its icon; top categories have one.
    pub icon: Option<&'static str>,
    words: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Concept {
    /// What people call it in a language (`es`, `pt-BR`): the first of its words there.
    #[must_use]
    pub fn name(&self, language: &str) -> Option<&'static str> {
        self.words(language).first().copied()
    }

    /// Its words and short phrases in a language (`es`, `pt-BR`), lower case, its name first. Empty if there are none.
    #[must_use]
    pub fn words(&self, language: &str) -> &[&'static str] {
        let base = language.split(['-', '_']).next().unwrap_or(language);
        self.words.get(base).map_or(&[], Vec::as_slice)
    }

    /// The languages in which it has words.
    pub fn languages(&self) -> impl Iterator<Item = &'static str> {
        self.words.keys().copied()
    }
}

/// A concept that a word or phrase names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// The place of the phrase's first word among the words that were looked at.
    pub start: usize,
    /// How many words it takes there, with the articles between: three in *wash the car*.
    pub len: usize,
    /// What it names.
    pub concept: &'a Concept,
    /// The languages in which it does so: `pain` is bread in French only.
    pub languages: Vec<&'static str>,
}

/// All concepts, and which words name them.
#[derive(Debug, Clone)]
pub struct Lexicon {
    concepts: Vec<Concept>,
    by_id: HashMap<&'static str, usize>,
    /// By the keys of a phrase's words, joined by spaces: concepts (their places) with languages, in the order of the files.
    by_phrase: HashMap<String, Vec<(usize, Vec<&'static str>)>>,
    /// How many words the longest phrase has.
    longest: usize,
}

impl Lexicon {
    /// The lexicon that comes with the program. `tokens` cuts a text into normalised words as the searcher does.
    pub fn embedded(tokens: impl Fn(&str) -> Vec<String>) -> Self {
        Self::new(FILES.iter().flat_map(|(_, text)| read(text).0).collect(), tokens)
    }

    /// A lexicon of these concepts. `tokens` cuts a text into normalised words as the searcher does. Of two concepts with one id
    /// the later is known by it.
    pub fn new(concepts: Vec<Concept>, tokens: impl Fn(&str) -> Vec<String>) -> Self {
        let by_id = concepts.iter().enumerate().map(|(place, concept)| (concept.id, place)).collect();
        let mut lexicon = Self { concepts, by_id, by_phrase: HashMap::new(), longest: 0 };
        for (place, concept) in lexicon.concepts.iter().enumerate() {
            for (&language, phrases) in &concept.words {
                for phrase in phrases {
                    let tokens = tokens(phrase);
                    let words = words(&tokens);
                    lexicon.longest = lexicon.longest.max(words.len());
                    let meanings = lexicon.by_phrase.entry(key(&words)).or_default();
                    match meanings.last_mut() {
                        Some((last, languages)) if *last == place => {
                            if languages.last() != Some(&language) {
                                languages.push(language);
                            }
                        }
                        _ => meanings.push((place, vec![language])),
                    }
                }
            }
        }
        lexicon.by_phrase.remove("");
        lexicon
    }

    /// All concepts, in the order of the files.
    #[must_use]
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The concept of this id.
    #[must_use]
    pub fn concept(&self, id: &str) -> Option<&Concept> {
        self.by_id.get(id).and_then(|place| self.concepts.get(*place))
    }

    /// The concept that this one is part of.
    #[must_use]
    pub fn broader(&self, concept: &Concept) -> Option<&Concept> {
        concept.broader.and_then(|id| self.concept(id))
    }

    /// The concepts that are directly part of this one.
    pub fn narrower<'a>(&'a self, concept: &Concept) -> impl Iterator<Item = &'a Concept> {
        let id = concept.id;
        self.concepts.iter().filter(move |other| other.broader == Some(id))
    }

    /// The top categories: concepts that are part of no other.
    pub fn top_categories(&self) -> impl Iterator<Item = &Concept> {
        self.concepts.iter().filter(|concept| concept.broader.is_none())
    }

    /// The top category to which a concept belongs; a top category is its own.
    #[must_use]
    pub fn top_category<'a>(&'a self, concept: &'a Concept) -> &'a Concept {
        let mut top = concept;
        // As many steps as the tree may have levels, so that a circle in the data cannot hold anyone.
        for _ in 0..LEVELS {
            top = self.broader(top).unwrap_or(top);
        }
        top
    }

    /// The number by which an index knows a concept. It changes with the files, so nothing keeps it.
    #[must_use]
    pub fn number(&self, concept: &Concept) -> Option<ConceptId> {
        let place = self.by_id.get(concept.id)?;
        u16::try_from(*place).ok().map(ConceptId)
    }

    /// The concept of this number.
    #[must_use]
    pub fn numbered(&self, number: ConceptId) -> Option<&Concept> {
        self.concepts.get(usize::from(number.0))
    }

    /// What a document is about: what its words name in its language, and what that is part of. Words of a language that the
    /// lexicon does not have, or that nobody knows, are taken for those of all.
    #[must_use]
    pub fn of_document(&self, tokens: &[String], language: &str) -> Vec<ConceptId> {
        let mut about = BTreeSet::new();
        for found in in_language(self.find(tokens), language) {
            let mut concept = Some(found.concept);
            for _ in 0..LEVELS {
                about.extend(concept.and_then(|concept| self.number(concept)));
                concept = concept.and_then(|concept| self.broader(concept));
            }
        }
        about.into_iter().collect()
    }

    /// What a query names: in the language of whoever asks where that is one of a word's, otherwise in any.
    #[must_use]
    pub fn of_query(&self, tokens: &[String], language: &str) -> Vec<ConceptId> {
        let found = in_language(self.find(tokens), language);
        found.iter().filter_map(|found| self.number(found.concept)).collect()
    }

    /// What exactly these words name together, in any language.
    #[must_use]
    pub fn named(&self, tokens: &[String]) -> Vec<Found<'_>> {
        let words = words(tokens);
        self.meanings(&words).filter(|found| (found.start, found.len) == (0, tokens.len())).collect()
    }

    /// The words and phrases in a text, from left to right and longest first: within *lawn mower* no lawn is found. A concept
    /// that two phrases name is found at both.
    #[must_use]
    pub fn find(&self, tokens: &[String]) -> Vec<Found<'_>> {
        let words = words(tokens);
        let mut all = Vec::new();
        let mut start = 0;
        while start < words.len() {
            let most = self.longest.min(words.len() - start);
            let longest =
                (1..=most).rev().find(|len| self.by_phrase.contains_key(&key(&words[start..start + len])));
            all.extend(longest.into_iter().flat_map(|len| self.meanings(&words[start..start + len])));
            start += longest.unwrap_or(1);
        }
        all
    }

    fn meanings<'a>(&'a self, words: &[Word<'_>]) -> impl Iterator<Item = Found<'a>> + use<'a> {
        let meanings = self.by_phrase.get(&key(words)).map_or(&[][..], Vec::as_slice);
        let start = words.first().map_or(0, |word| word.place);
        let end = words.last().map_or(0, |word| word.place + 1);
        meanings.iter().map(move |(place, languages)| Found {
            start,
            len: end - start,
            concept: &self.concepts[*place],
            languages: languages.clone(),
        })
    }
}

/// Of what a phrase names, what it names in this language, if anything; otherwise all.
fn in_language<'a>(found: Vec<Found<'a>>, language: &str) -> Vec<Found<'a>> {
    let base = language.split(['-', '_']).next().unwrap_or(language);
    let theirs = |found: &Found<'_>| found.languages.contains(&base);
    let known: BTreeSet<usize> = found.iter().filter(|one| theirs(one)).map(|one| one.start).collect();
    found.into_iter().filter(|one| theirs(one) || !known.contains(&one.start)).collect()
}

/// Levels of the tree at most: `food` > `fruit` > `berries`.
pub const LEVELS: usize = 3;

/// Words that may stand between those of a phrase or be missing there: *wash the car*, *wash my car*; *clases de inglés*,
/// *clases inglés*. In all languages, without accents.
const LIGHT: &[&str] = &[
    "a", "an", "the", "my", "your", "our", "some", "of", "el", "la", "los", "las", "un", "una", "mi", "tu",
    "su", "de", "del", "l", "d", "els", "les", "le", "du", "des", "mon", "ma", "mes", "vos", "votre", "o",
    "os", "as", "um", "uma", "do", "da", "meu", "minha", "der", "die", "das", "den", "dem", "ein", "eine",
    "einen", "mein", "meine", "il", "lo", "i", "gli", "di", "della", "mio", "mia", "het", "een", "mijn",
];

/// A word that counts, and its place in the text.
struct Word<'a> {
    place: usize,
    text: &'a str,
}

/// The words that count. Where only light ones stand, they do.
fn words(tokens: &[String]) -> Vec<Word<'_>> {
    let all = || tokens.iter().enumerate().map(|(place, text)| Word { place, text });
    let heavy: Vec<Word<'_>> = all().filter(|word| !LIGHT.contains(&word.text)).collect();
    if heavy.is_empty() { all().collect() } else { heavy }
}

/// What a phrase is known by. A final s is left away where something stays, since it makes most plurals of English, Spanish,
/// Catalan, French, Portuguese and Dutch: the files need to name no such plural.
fn key(words: &[Word<'_>]) -> String {
    let singular = |word: &Word<'_>| match word.text.strip_suffix('s') {
        Some(rest) if rest.chars().count() >= 3 && !rest.ends_with('s') => rest.to_owned(),
        _ => word.text.to_owned(),
    };
    words.iter().map(singular).collect::<Vec<_>>().join(" ")
}
