//! What holds for any texts and any order of things.

use crate::world::embedding;
use proptest::prelude::*;
use search::{ConceptId, Document, DocumentId, Field, Index, Matching, Query, Vector, Weights, text};
use std::collections::BTreeMap;

const LANGUAGES: [&str; 8] = ["", "en", "de", "es", "fr", "ru", "ar", "nl"];
const WORDS: [&str; 24] = [
    "fahrrad",
    "fahrräder",
    "reparatur",
    "fahrradreparatur",
    "guitar",
    "guitars",
    "guitarra",
    "gitarre",
    "egg",
    "eggs",
    "bread",
    "broad",
    "ключ",
    "ключи",
    "吉他课",
    "ギター",
    "مدرس",
    "schlüssel",
    "schluessel",
    "the",
    "of",
    "2024",
    "l'eau",
    "réparation",
];

/// A document as it is made in these tests.
#[derive(Debug, Clone)]
struct Made {
    language: &'static str,
    title: String,
    text: String,
    concepts: Vec<ConceptId>,
    axis: usize,
}

impl Made {
    fn insert(&self, index: &mut Index, number: i64) {
        let vector = Vector::of(&embedding(&[(self.axis, 1.0), (0, 0.5)]));
        let fields = [(Field::Title, &*self.title), (Field::Text, &*self.text)];
        index.insert(&Document {
            id: DocumentId(number),
            language: self.language,
            fields: &fields,
            concepts: &self.concepts,
            vector: vector.as_ref().filter(|_| self.axis > 1),
        });
    }
}

fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 0..most).prop_map(|words| words.join(" "))
}

fn made() -> impl Strategy<Value = Made> {
    let concepts = prop::collection::vec((0_u16..4).prop_map(ConceptId), 0..3);
    (prop::sample::select(&LANGUAGES[..]), words(4), words(9), concepts, 0_usize..5)
        .prop_map(|(language, title, text, concepts, axis)| Made { language, title, text, concepts, axis })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn any_way_to_the_same_documents_gives_the_same_answers(
        steps in prop::collection::vec((0_i64..8, prop::option::of(made())), 1..40),
        queries in prop::collection::vec((words(4), 0_usize..5), 1..6),
    ) {
        let mut grown = Index::new(Weights::default());
        let mut left = BTreeMap::new();
        for (number, document) in steps {
            match document {
                Some(document) => {
                    document.insert(&mut grown, number);
                    left.insert(number, document);
                }
                None => {
                    grown.remove(DocumentId(number));
                    left.remove(&number);
                }
            }
        }
        let mut fresh = Index::new(Weights::default());
        for (number, document) in left.iter().rev() {
            document.insert(&mut fresh, *number);
        }
        prop_assert_eq!(grown.len(), left.len());
        for (text, axis) in &queries {
            for matching in [Matching::Free, Matching::Typing, Matching::Exact] {
                let vector = embedding(&[(*axis, 1.0), (0, 0.2)]);
                let concepts = [ConceptId(1), ConceptId(2)];
                let query = Query {
                    matching, concepts: &concepts, vector: Some(&vector), ..Query::new(text)
                };
                let filter = |id: DocumentId| id.0 != 3;
                prop_assert_eq!(grown.search(&query, &filter), fresh.search(&query, &filter));
                for number in 0..8 {
                    let id = DocumentId(number);
                    let found = grown.search(&query, &filter).hits.into_iter().find(|hit| hit.id == id);
                    prop_assert_eq!(grown.judge(&query, id, &filter), found);
                }
            }
        }
    }

    #[test]
    fn any_text_is_taken_and_found_by_its_own_words(
        text in "\\PC{0,60}", other in any::<String>(), language in prop::sample::select(&LANGUAGES[..]),
    ) {
        let mut index = Index::new(Weights::default());
        for (number, text) in [(1, &text), (2, &other)] {
            let fields = [(Field::Text, &**text)];
            index.insert(&Document { language, fields: &fields, ..Document::new(DocumentId(number)) });
        }
        for (number, text) in [(1, &text), (2, &other)] {
            for word in text::words(text) {
                for matching in [Matching::Free, Matching::Exact] {
                    let found = index.search(&Query { matching, ..Query::new(&word) }, &|_| true);
                    prop_assert!(found.hits.iter().any(|hit| hit.id == DocumentId(number)), "{word:?}");
                    prop_assert!(found.hits.iter().all(|hit| !hit.reasons.is_empty()));
                }
            }
            let _ = index.search(&Query { matching: Matching::Typing, ..Query::new(text) }, &|_| true);
        }
    }

    #[test]
    fn stemmers_take_any_letters(
        word in "[\\p{Latin}\\p{Cyrillic}\\p{Greek}\\p{Arabic}\\p{Devanagari}\\p{Tamil}\\p{Hebrew}\\p{Armenian}]{1,20}",
        place in 0_usize..40,
    ) {
        const CODES: &str = "af ar ca cs da de el en eo es et eu fa fi fr ga hi hu hy id it lt nb ne nl nn no pl pt ro ru sr st sv ta tr uk yi";
        let code = CODES.split(' ').nth(place).unwrap_or_default();
        let fields = [(Field::Text, &*word)];
        let mut index = Index::new(Weights::default());
        index.insert(&Document { language: code, fields: &fields, ..Document::new(DocumentId(1)) });
        let _ = index.search(&Query::new(&word), &|_| true);
        index.remove(DocumentId(1));
        prop_assert_eq!(index.search(&Query::new(&word), &|_| true).total, 0);
    }
}
