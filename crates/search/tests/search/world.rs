//! Small indexes, and answers written as one line.

use search::{
    ConceptId, DIMENSIONS, Document, DocumentId, Embedding, Field, How, Index, Matching, Query, Reason,
    Weights,
};

/// An index of documents with a language and a title each; the first has the number 1.
pub(crate) fn titles(documents: &[(&str, &str)]) -> Index {
    let mut index = Index::new(Weights::default());
    for (number, (language, title)) in (1..).zip(documents) {
        let fields = [(Field::Title, *title)];
        index.insert(&Document { language, fields: &fields, ..Document::new(DocumentId(number)) });
    }
    index
}

/// The numbers of what a query finds, best first.
pub(crate) fn numbers(index: &Index, query: &Query<'_>) -> Vec<i64> {
    index.search(query, &|_| true).hits.iter().map(|hit| hit.id.0).collect()
}

/// The numbers of what is found by words.
pub(crate) fn found(index: &Index, text: &str, matching: Matching) -> Vec<i64> {
    numbers(index, &Query { matching, ..Query::new(text) })
}

/// Why the first hit was found: `egg = eggs (form)`, `concept 3`, `meaning`.
pub(crate) fn why(index: &Index, query: &Query<'_>) -> String {
    let found = index.search(query, &|_| true);
    let reasons = found.hits.first().map(|hit| &*hit.reasons).unwrap_or_default();
    reasons.iter().map(told).collect::<Vec<_>>().join(", ")
}

fn told(reason: &Reason) -> String {
    match reason {
        Reason::Word { typed, found, how, fields } => {
            assert!(!fields.is_empty(), "{typed}");
            let how = match how {
                How::Same => "same",
                How::Form => "form",
                How::Beginning => "beginning",
                How::Compound => "compound",
                How::Slip => "slip",
            };
            format!("{typed} = {found} ({how})")
        }
        Reason::Concept(ConceptId(number)) => format!("concept {number}"),
        Reason::Meaning { .. } => "meaning".to_owned(),
    }
}

/// A vector of length 1 that points so much along some of the axes.
pub(crate) fn embedding(parts: &[(usize, f32)]) -> Embedding {
    let mut values = [0.0; DIMENSIONS];
    for (axis, part) in parts {
        values[*axis] = *part;
    }
    let length = values.iter().map(|value| value * value).sum::<f32>().sqrt();
    values.map(|value| value / length)
}
