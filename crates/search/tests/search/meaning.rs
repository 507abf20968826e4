//! Meaning: vectors of a few axes, so that their likeness can be seen.

use crate::world::{embedding, numbers, why};
use search::{Document, DocumentId, Field, Index, Matching, Query, Vector, Weights};

/// Document 1 lies along axis 1, document 2 between the axes 1 and 2, document 3 along axis 3 and has the word *bread*.
fn index() -> Index {
    let mut index = Index::new(Weights { hubness: 0.5, meaning_floor: 0.3, ..Weights::default() });
    for (number, title, parts) in
        [(1, "one", &[(1, 1.0)][..]), (2, "two", &[(1, 1.0), (2, 1.0)]), (3, "bread", &[(3, 1.0)])]
    {
        let vector = Vector::of(&embedding(parts));
        let fields = [(Field::Title, title)];
        let document =
            Document { fields: &fields, vector: vector.as_ref(), ..Document::new(DocumentId(number)) };
        index.insert(&document);
    }
    index
}

#[test]
fn what_means_the_same_is_found() {
    let index = index();
    // where the query lies, its text, found
    for (parts, text, found) in [
        (&[(1, 1.0)][..], "", &[1, 2][..]),
        (&[(2, 1.0)], "", &[2]),
        (&[(9, 1.0)], "", &[]),
        (&[(2, 1.0)], "bread", &[3, 2]),
        (&[(1, -1.0)], "", &[]),
    ] {
        let vector = embedding(parts);
        let query = Query { vector: Some(&vector), ..Query::new(text) };
        assert_eq!(numbers(&index, &query), found, "{parts:?} {text}");
        let exact = numbers(&index, &Query { matching: Matching::Exact, ..query });
        assert_eq!(exact, if text.is_empty() { vec![] } else { vec![3] });
    }
    let vector = embedding(&[(1, 1.0)]);
    assert_eq!(
        why(&index, &Query { vector: Some(&vector), ..Query::new("one") }),
        "one = one (same), meaning"
    );
}

#[test]
fn a_hub_falls_behind() {
    let mut index = index();
    let query = embedding(&[(1, 1.0), (2, 0.3)]);
    let query = Query { vector: Some(&query), ..Query::new("") };
    assert_eq!(numbers(&index, &query), [1, 2]);
    // Everyday words lie along axis 1, and so does document 1.
    index.set_background(&[embedding(&[(1, 1.0)]), embedding(&[(1, 1.0), (5, 0.2)])]);
    assert_eq!(numbers(&index, &query), [2, 1]);
    index.set_background(&[]);
    assert_eq!(numbers(&index, &query), [1, 2]);
}

#[test]
fn a_document_without_its_vector_means_nothing() {
    let mut index = index();
    let fields = [(Field::Title, "one")];
    index.insert(&Document { fields: &fields, ..Document::new(DocumentId(1)) });
    let vector = embedding(&[(1, 1.0)]);
    assert_eq!(numbers(&index, &Query { vector: Some(&vector), ..Query::new("") }), [2]);
}
