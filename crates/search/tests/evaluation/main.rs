//! How well things are found: the cases in `tests/cases`, with and without the sentence model and the lexicon.
//!
//! `cargo test -p search --test evaluation -- --nocapture` prints the table of docs/SEARCH.md.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]
#![expect(clippy::cast_precision_loss, reason = "counts of a hundred")]

mod cases;

use cases::{Case, Cases, Listing};
use model::Model;
use search::lexicon::Lexicon;
use search::{ConceptId, Document, DocumentId, Embedding, Field, Index, Query, Vector, Weights};
use search::{text, together};

/// What a search goes by besides words.
#[derive(Clone, Copy)]
struct With {
    model: bool,
    lexicon: bool,
}

/// What is known of a text.
struct Known {
    concepts: Vec<ConceptId>,
    meaning: Embedding,
}

/// A set of cases, with what is known of its texts.
struct Stage {
    cases: Cases,
    background: Vec<Embedding>,
    listings: Vec<Known>,
    queries: Vec<Known>,
}

impl Stage {
    /// A title counts as much as title and text together.
    fn set(cases: Cases, lexicon: &Lexicon, model: &Model) -> Stage {
        let names = lexicon.concepts().iter().filter_map(|concept| concept.name("en"));
        let listing = |listing: &Listing| {
            let Listing { title, text, language, category, .. } = listing;
            let whole = format!("{title} {} {category} {text}", listing.keywords.join(", "));
            let meanings = [model.embed(title), model.embed(&format!("{title}. {text}"))];
            Known {
                concepts: lexicon.of_document(&text::words(&whole), language),
                meaning: together(&meanings),
            }
        };
        let query = |case: &Case| Known {
            concepts: lexicon.of_query(&text::words(&case.text), &case.language),
            meaning: model.embed(&case.text),
        };
        Stage {
            background: names.map(|name| model.embed(name)).collect(),
            listings: cases.listings.iter().map(listing).collect(),
            queries: cases.queries.iter().map(query).collect(),
            cases,
        }
    }

    fn index(&self, with: With) -> Index {
        let mut index = Index::new(Weights::default());
        index.set_background(&self.background);
        for (number, (listing, known)) in (0..).zip(self.cases.listings.iter().zip(&self.listings)) {
            let keywords = listing.keywords.join(", ");
            let fields = [
                (Field::Title, listing.title.as_str()),
                (Field::Keywords, &keywords),
                (Field::Category, &listing.category),
                (Field::Text, &listing.text),
            ];
            let vector = Vector::of(&known.meaning).filter(|_| with.model);
            index.insert(&Document {
                language: &listing.language,
                fields: &fields,
                concepts: if with.lexicon { &known.concepts } else { &[] },
                vector: vector.as_ref(),
                ..Document::new(DocumentId(number))
            });
        }
        index
    }

    fn score(&self, with: With) -> Score {
        let index = self.index(with);
        let mut score = Score::default();
        for (case, known) in self.cases.queries.iter().zip(&self.queries) {
            let query = Query {
                concepts: if with.lexicon { &known.concepts } else { &[] },
                vector: Some(&known.meaning).filter(|_| with.model),
                limit: 50,
                ..Query::new(&case.text)
            };
            let hits = index.search(&query, &|_| true).hits;
            let is_best = |id: DocumentId| case.best.contains(&usize::try_from(id.0).unwrap());
            score.add(hits.iter().position(|hit| is_best(hit.id)));
        }
        score
    }
}

/// How often a right one came first, or among the first three, and the mean of one divided by its place.
#[derive(Debug, Default)]
struct Score {
    asked: usize,
    first: usize,
    third: usize,
    reciprocal: f32,
}

impl Score {
    fn add(&mut self, place: Option<usize>) {
        self.asked += 1;
        self.first += usize::from(place == Some(0));
        self.third += usize::from(place.is_some_and(|place| place < 3));
        self.reciprocal += place.map_or(0.0, |place| 1.0 / (place as f32 + 1.0));
    }
}

#[test]
fn most_come_first() {
    let model = Model::load().unwrap();
    let lexicon = Lexicon::embedded(text::words);
    // The least of each set that must come first, and within three, with everything. A few less than do.
    for (name, cases, (first, third)) in
        [("market", cases::market(), (70, 88)), ("first", cases::first(), (16, 19))]
    {
        let mut stage = Stage::set(cases, &lexicon, &model);
        for (what, with) in [
            ("words", With { model: false, lexicon: false }),
            ("words and lexicon", With { model: false, lexicon: true }),
            ("words and model", With { model: true, lexicon: false }),
            ("all three", With { model: true, lexicon: true }),
        ] {
            let score = stage.score(with);
            let mean = score.reciprocal / score.asked as f32;
            println!("| {name} | {what} | {} | {} | {mean:.3} |", score.first, score.third);
            if with.model && with.lexicon {
                assert!(score.first >= first && score.third >= third, "{name}: {score:?}");
            }
        }
        // The control: with concepts and meanings that belong to others, far less is found.
        stage.listings.rotate_left(1);
        let score = stage.score(With { model: true, lexicon: true });
        assert!(score.first < first / 2 + 10, "{name}: {score:?}");
    }
}

/// What is enough to write to somebody, as `app::market` has it.
const ENOUGH: f32 = 0.35;

#[test]
fn a_saved_search_is_told_of_what_it_means_and_of_little_else() {
    let model = Model::load().unwrap();
    let stage = Stage::set(cases::market(), &Lexicon::embedded(text::words), &model);
    let index = stage.index(With { model: true, lexicon: true });
    let count = stage.cases.listings.len();
    for least in [0.0, 0.25, ENOUGH, 0.5] {
        let (mut told, mut right) = (0, 0);
        for (case, known) in stage.cases.queries.iter().zip(&stage.queries) {
            let (concepts, vector) = (&known.concepts[..], Some(&known.meaning));
            let query = Query { concepts, vector, limit: count, ..Query::new(&case.text) };
            let hits = index.search(&query, &|_| true).hits.into_iter().filter(|hit| hit.score >= least);
            let ids: Vec<usize> = hits.map(|hit| usize::try_from(hit.id.0).unwrap()).collect();
            told += ids.len();
            right += case.best.iter().filter(|best| ids.contains(best)).count();
        }
        println!("| {least} | {told} | {right} |");
        if least == ENOUGH {
            assert!(told <= 400 && right >= 92, "{told} are told, {right} of them right");
        }
    }
}
