//! Words: one row a case.

use crate::world::{found, numbers, titles, why};
use search::{ConceptId, Document, DocumentId, Field, Index, Matching, Query, Weights};

#[test]
fn words_are_found_in_many_forms() {
    // language of the document, title, query, why it is found (empty if it is not)
    for (language, title, query, reason) in [
        ("en", "Fresh eggs", "egg", "egg = eggs (form)"),
        ("en", "Fresh eggs", "EGGS", "eggs = eggs (same)"),
        ("en", "Fresh eggs", "bread", ""),
        ("fr", "Réparation de vélos", "reparation", "reparation = réparation (same)"),
        ("fr", "Cours d'électricité", "electricite", "electricite = électricité (same)"),
        ("es", "Clases de guitarra", "clase", "clase = clases (form)"),
        ("es", "Clases de guitarra", "guittara", "guittara = guitarra (slip)"),
        ("de", "Schlüssel nachmachen", "Schluessel", "schluessel = schlüssel (same)"),
        ("de", "Schluessel nachmachen", "Schlüssel", "schlüssel = schluessel (same)"),
        ("de", "Große Straße", "grosse strasse", "grosse = große (same), strasse = straße (same)"),
        ("de", "Fahrradreparatur", "Reparatur", "reparatur = fahrradreparatur (compound)"),
        ("de", "Fahrradreparaturen", "Reparatur", "reparatur = fahrradreparaturen (compound)"),
        ("de", "Fahrradreparatur", "Fahrrad", "fahrrad = fahrradreparatur (beginning)"),
        (
            "de",
            "Reparatur von Fahrrädern",
            "Fahrradreparatur",
            "fahrradreparatur = fahrrädern (compound), fahrradreparatur = reparatur (compound)",
        ),
        (
            "nl",
            "Fiets en reparatie",
            "fietsreparatie",
            "fietsreparatie = fiets (compound), fietsreparatie = reparatie (compound)",
        ),
        ("en", "Parents' evening", "rent", ""),
        ("en", "Pineapple", "apple", ""),
        ("en", "Guitar lessons", "gutiar", "gutiar = guitar (slip)"),
        ("en", "Guitar lessons", "guitra lesons", "guitra = guitar (slip), lesons = lessons (slip)"),
        ("en", "Guitar lessons", "guitar teacher", "guitar = guitar (same)"),
        ("en", "Accommodation", "acomodation", "acomodation = accommodation (slip)"),
        ("en", "A cat", "car", ""),
        ("en", "Open in 2024", "2025", ""),
        ("ru", "Уроки игры", "урок", "урок = уроки (form)"),
        ("ru", "Ёлка", "елка", "елка = ёлка (same)"),
        ("el", "Μαθήματα κιθάρας", "μαθηματα", "μαθηματα = μαθήματα (same)"),
        ("ar", "مُدَرِّس موسيقى", "مدرس", "مدرس = مُدَرِّس (same)"),
        ("zh", "教吉他课程", "吉他课", "吉他课 = 吉他课 (same)"),
        ("zh", "教吉他课程", "吉", "吉 = 吉他 (beginning)"),
        ("zh", "教吉他课程", "程", "程 = 程 (same)"),
        ("ja", "ギターのレッスン", "レッスン", "レッスン = レッスン (same)"),
        ("th", "สอนกีตาร์", "กีตาร์", "กีตาร์ = กีตาร์ (same)"),
        ("ko", "기타를 가르쳐요", "기타", "기타 = 기타를 (beginning)"),
        ("xx", "eiers", "eiers", "eiers = eiers (same)"),
    ] {
        let index = titles(&[(language, title)]);
        assert_eq!(why(&index, &Query::new(query)), reason, "{query} in {title}");
    }
}

#[test]
fn a_word_being_typed_is_found_by_its_beginning() {
    let index = titles(&[("en", "Guitar lessons"), ("en", "Garden help"), ("en", "Gum")]);
    // query, found while typing, found when it is finished
    for (query, typing, finished) in [
        ("g", &[3, 1, 2][..], &[][..]),
        ("gu", &[3, 1], &[]),
        ("guit", &[1], &[1]),
        ("garden he", &[2], &[2]),
        ("gu ", &[], &[]),
    ] {
        let sorted = |mut numbers: Vec<i64>| {
            numbers.sort_unstable();
            numbers
        };
        assert_eq!(sorted(found(&index, query, Matching::Typing)), sorted(typing.to_vec()), "{query}");
        assert_eq!(found(&index, query, Matching::Free), finished, "{query}");
    }
}

#[test]
fn better_fits_come_first() {
    // titles, query, order
    for (documents, query, order) in [
        (&["eggs", "fresh eggs", "egg"][..], "egg", &[3, 1, 2][..]),
        (&["guitar", "guitar lessons", "lessons"], "guitar lessons", &[2, 1, 3]),
        (&["guitarist", "guitar"], "guitar", &[2, 1]),
        (&["schon", "schön"], "schön", &[2, 1]),
        (&["same", "same"], "same", &[1, 2]),
        (&["bread", "broad"], "bread", &[1]),
        (&["the cat", "the dog", "the bird", "the fish"], "the dog", &[2]),
    ] {
        let documents: Vec<(&str, &str)> = documents.iter().map(|title| ("en", *title)).collect();
        assert_eq!(found(&titles(&documents), query, Matching::Free), order, "{query}");
    }
}

#[test]
fn a_title_counts_more_than_a_text() {
    let mut index = Index::new(Weights::default());
    for (number, field) in [(1, Field::Text), (2, Field::Title), (3, Field::Keywords)] {
        let fields = [(field, "bicycle")];
        index.insert(&Document { fields: &fields, ..Document::new(DocumentId(number)) });
    }
    assert_eq!(numbers(&index, &Query::new("bicycle")), [2, 3, 1]);
}

#[test]
fn exact_means_all_words_as_typed() {
    let index = titles(&[("en", "Fresh eggs"), ("en", "Fresh egg"), ("fr", "Fresh éggs")]);
    // query, found
    for (query, numbers) in [
        ("eggs", &[1, 3][..]),
        ("egg", &[2]),
        ("fresh eggs", &[1, 3]),
        ("fresh eggs bread", &[]),
        ("fres", &[]),
        ("egsg", &[]),
    ] {
        assert_eq!(found(&index, query, Matching::Exact), numbers, "{query}");
    }
}

#[test]
fn concepts_are_found_without_words() {
    let mut index = titles(&[("es", "fontanero"), ("en", "bread")]);
    let fields = [(Field::Title, "fontanero")];
    let concepts = [ConceptId(7), ConceptId(3), ConceptId(7)];
    index.insert(&Document { fields: &fields, concepts: &concepts, ..Document::new(DocumentId(1)) });
    let query = Query { concepts: &[ConceptId(3), ConceptId(9)], ..Query::new("plumber") };
    assert_eq!(numbers(&index, &query), [1]);
    assert_eq!(why(&index, &query), "concept 3");
    assert!(numbers(&index, &Query { matching: Matching::Exact, ..query }).is_empty());
    index.remove(DocumentId(1));
    assert!(numbers(&index, &query).is_empty());
}

#[test]
fn a_filter_goes_before_counting_and_pages() {
    let documents: Vec<(&str, &str)> = vec![("en", "bread"); 10];
    let index = titles(&documents);
    let query = Query { offset: 2, limit: 2, ..Query::new("bread") };
    let found = index.search(&query, &|id| id.0 % 2 == 0);
    assert_eq!(found.total, 5);
    assert_eq!(found.hits.iter().map(|hit| hit.id.0).collect::<Vec<_>>(), [6, 8]);
    let beyond = index.search(&Query { offset: 9, ..query }, &|id| id.0 % 2 == 0);
    assert_eq!((beyond.total, beyond.hits.len()), (5, 0));
}

#[test]
fn a_slip_is_believed_only_where_nobody_who_may_be_found_wrote_so() {
    let index = titles(&[("en", "bread"), ("en", "broad")]);
    let broad = index.search(&Query::new("bread"), &|id| id.0 == 2);
    assert_eq!(broad.total, 1);
    assert_eq!(found(&index, "bread", Matching::Free), [1]);
}
