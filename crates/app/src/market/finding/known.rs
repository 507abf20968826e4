//! What a process knows of the listings: the index, and what filters go by.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use ledger::id::ExchangeId;
use ledger::time::Instant;
use search::{ConceptId, Document, DocumentId, Field, Hit, Index, Query, Vector, Weights, text};
use store::categories::CategoryId;
use store::listings::indexing::Searched;
use store::listings::{Kind, Sight, State};

use super::LEXICON;
use super::meanings::{BACKGROUND, digest};
use crate::points::{Away, Point};

/// Of so many that fit best the newest or the nearest are shown first, where that is wished: what hardly fits is no news.
const SORTED_OF: usize = 200;

/// An exchange that is searched.
#[derive(Clone, Copy, Debug)]
pub(in crate::market) struct Ground {
    /// The circle there that the reader belongs to.
    pub(in crate::market) circle: Sight,
    /// Where it is.
    pub(in crate::market) point: Option<Point>,
}

/// What comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What fits best; where no words are looked for, the newest.
    #[default]
    Best,
    /// The newest.
    Newest,
    /// The nearest, and of those that are as near the newest or best.
    Nearest,
}

/// What is looked for, and among what.
#[derive(Clone, Debug)]
pub(in crate::market) struct Sought {
    /// What was typed; empty: everything that is allowed.
    pub(in crate::market) words: String,
    /// Whether the words themselves must all be there.
    pub(in crate::market) exact: bool,
    /// The language of whoever asks.
    pub(in crate::market) locale: String,
    /// Where.
    pub(in crate::market) grounds: HashMap<ExchangeId, Ground>,
    /// From where distances count, if any do.
    pub(in crate::market) from: Option<Point>,
    /// How far away it may be, in kilometres; none: however far.
    pub(in crate::market) within: Option<i64>,
    /// Offers or wants; none: both.
    pub(in crate::market) kind: Option<Kind>,
    /// These categories; none: all.
    pub(in crate::market) categories: Option<Vec<CategoryId>>,
    /// The language it is written in; empty: any.
    pub(in crate::market) language: String,
    /// Whether an amount must be told, or none; none: either.
    pub(in crate::market) priced: Option<bool>,
    /// The earliest that it may have been made.
    pub(in crate::market) since: Instant,
    /// What has ended by then is left out.
    pub(in crate::market) now: Instant,
    /// What comes first.
    pub(in crate::market) order: Order,
}

impl Sought {
    /// All that members may see in an exchange, for a reader of this language.
    pub(in crate::market) fn everything(exchange: ExchangeId, locale: &str, now: Instant) -> Self {
        Self {
            words: String::new(),
            exact: false,
            locale: locale.to_owned(),
            grounds: [(exchange, Ground { circle: Sight::Exchange, point: None })].into(),
            from: None,
            within: None,
            kind: None,
            categories: None,
            language: String::new(),
            priced: None,
            since: Instant(i64::MIN),
            now,
            order: Order::Best,
        }
    }

    fn allows(&self, facts: &Facts) -> bool {
        let ground = self.grounds.get(&facts.exchange);
        ground.is_some_and(|ground| facts.sight == Sight::Everyone || ground.circle != Sight::Everyone)
            && facts.expires_at.is_none_or(|end| end > self.now)
            && facts.created_at >= self.since
            && self.kind.is_none_or(|kind| kind == facts.kind)
            && self.categories.as_ref().is_none_or(|all| all.contains(&facts.category))
            && (self.language.is_empty() || *self.language == *facts.locale)
            && self.priced.is_none_or(|priced| priced == facts.is_priced)
            && self.within.is_none_or(|km| self.away(facts).is_some_and(|away| away.is_within(km)))
    }

    /// How far away it is: its owner, for members of the same exchange who are told, or else its exchange.
    fn away(&self, facts: &Facts) -> Option<Away> {
        let ground = self.grounds.get(&facts.exchange)?;
        let owner = facts.point.filter(|_| ground.circle != Sight::Everyone);
        Some(Away::between(self.from?, owner.or(ground.point)?))
    }

    /// What the nearest come first by; whatever is nowhere comes last.
    fn nearness(&self, facts: &Facts) -> (bool, Option<Away>) {
        let away = self.away(facts);
        (away.is_none(), away)
    }
}

/// What filters go by. Whether the owner's account is open, the database says.
struct Facts {
    exchange: ExchangeId,
    kind: Kind,
    category: CategoryId,
    sight: Sight,
    locale: Box<str>,
    is_priced: bool,
    is_published: bool,
    /// Where its owner is, if it has said.
    point: Option<Point>,
    created_at: Instant,
    expires_at: Option<Instant>,
    changed_at: Instant,
}

/// A listing with what it is about, ready to be taken in.
pub(super) struct Prepared {
    row: Searched,
    category: String,
    concepts: Vec<ConceptId>,
    vector: Option<Vector>,
    lacks_vector: bool,
}

impl Prepared {
    /// Looks up what it is about; what is kept of its meaning counts if it was made of the same text.
    pub(super) fn new(row: Searched, by_meaning: bool) -> Self {
        let category = category(&row);
        let whole = format!("{} {} {category} {}", row.title, row.keywords, row.body);
        let concepts = LEXICON.of_document(&text::words(&whole), &row.locale);
        let is_of_this = by_meaning && row.digest.as_deref() == Some(&digest(&row)[..]);
        let vector = row.vector.as_deref().filter(|_| is_of_this).and_then(Vector::from_bytes);
        let lacks_vector = by_meaning && vector.is_none() && row.state == State::Published;
        Self { row, category, concepts, vector, lacks_vector }
    }

    /// The same with its meaning; none if it has none.
    pub(super) fn meaning(self, vector: Option<Vector>) -> Self {
        Self { vector, lacks_vector: false, ..self }
    }
}

/// What the category is called in the listing's language, or by the exchange.
fn category(row: &Searched) -> String {
    if !row.category_name.is_empty() {
        return row.category_name.clone();
    }
    let concept = row.concept.as_deref().and_then(|concept| LEXICON.concept(concept));
    concept.and_then(|concept| concept.name(&row.locale)).unwrap_or_default().to_owned()
}

/// All listings as a process knows them.
pub(super) struct Known {
    index: Index,
    facts: HashMap<i64, Facts>,
    /// Whether the index has what it takes hubs off with.
    has_background: bool,
    /// Those whose meaning has yet to be made.
    lacking: BTreeSet<i64>,
}

impl Default for Known {
    fn default() -> Self {
        Self {
            index: Index::new(Weights::default()),
            facts: HashMap::new(),
            has_background: false,
            lacking: BTreeSet::new(),
        }
    }
}

impl Known {
    /// Takes a listing in as it is now.
    pub(super) fn take(&mut self, prepared: &Prepared) {
        let Prepared { row, category, concepts, vector, lacks_vector } = prepared;
        let facts = Facts {
            exchange: row.exchange,
            kind: row.kind,
            category: row.category,
            sight: row.sight,
            locale: row.locale.as_str().into(),
            is_priced: row.amount.is_some(),
            is_published: row.state == State::Published,
            point: Point::of(row.latitude, row.longitude),
            created_at: row.created_at,
            expires_at: row.expires_at,
            changed_at: row.changed_at,
        };
        self.facts.insert(row.id, facts);
        if *lacks_vector {
            self.lacking.insert(row.id);
        } else {
            self.lacking.remove(&row.id);
        }
        if row.state != State::Published {
            self.index.remove(DocumentId(row.id));
            return;
        }
        let fields = [
            (Field::Title, row.title.as_str()),
            (Field::Keywords, &row.keywords),
            (Field::Category, category),
            (Field::Text, &row.body),
            (Field::Place, &row.place),
        ];
        self.index.insert(&Document {
            language: &row.locale,
            fields: &fields,
            concepts,
            vector: vector.as_ref(),
            ..Document::new(DocumentId(row.id))
        });
    }

    /// Those of a page of changes that have not been taken in as they are now.
    pub(super) fn unseen(&self, page: &[(i64, Instant)]) -> Vec<i64> {
        let is_seen =
            |id: &i64, at: &Instant| self.facts.get(id).is_some_and(|facts| facts.changed_at == *at);
        page.iter().filter(|(id, at)| !is_seen(id, at)).map(|(id, _)| *id).collect()
    }

    /// Some of those whose meaning has yet to be made.
    pub(super) fn lacking(&self, most: usize) -> Vec<i64> {
        self.lacking.iter().copied().take(most).collect()
    }

    /// Gives up on the meanings of these.
    pub(super) fn give_up(&mut self, ids: &[i64]) {
        ids.iter().for_each(|id| _ = self.lacking.remove(id));
    }

    /// Has hubs taken off from now on.
    pub(super) fn set_background(&mut self) {
        if !self.has_background {
            self.index.set_background(&BACKGROUND);
            self.has_background = true;
        }
    }

    pub(super) fn has_background(&self) -> bool {
        self.has_background
    }

    /// Whether the meaning of this listing has yet to be made.
    pub(super) fn lacks(&self, id: i64) -> bool {
        self.lacking.contains(&id)
    }

    /// What [`Self::search`] says of this listing; none if it does not fit or is not allowed.
    pub(super) fn judge(&self, query: &Query<'_>, sought: &Sought, id: i64) -> Option<Hit> {
        let allows = |id: DocumentId| self.facts.get(&id.0).is_some_and(|facts| sought.allows(facts));
        self.index.judge(query, DocumentId(id), &allows)
    }

    /// What fits and is allowed, so many after the first few.
    pub(super) fn search(
        &self,
        query: &Query<'_>,
        sought: &Sought,
        (offset, limit): (usize, usize),
    ) -> Vec<Hit> {
        let allows = |id: DocumentId| self.facts.get(&id.0).is_some_and(|facts| sought.allows(facts));
        if sought.order == Order::Best {
            return self.index.search(&Query { offset, limit, ..*query }, &allows).hits;
        }
        let mut hits = self.index.search(&Query { offset: 0, limit: SORTED_OF, ..*query }, &allows).hits;
        let facts = |hit: &Hit| self.facts.get(&hit.id.0);
        match sought.order {
            Order::Nearest => hits.sort_by_key(|hit| facts(hit).map(|facts| sought.nearness(facts))),
            Order::Newest | Order::Best => {
                hits.sort_by_key(|hit| Reverse(facts(hit).map(|facts| facts.created_at)));
            }
        }
        hits.into_iter().skip(offset).take(limit).collect()
    }

    /// Everything that is allowed, the newest or the nearest first: so many after the first few.
    pub(super) fn everything(&self, sought: &Sought, (offset, limit): (usize, usize)) -> Vec<i64> {
        let allowed = self.facts.iter().filter(|(_, facts)| facts.is_published && sought.allows(facts));
        let near = |facts: &Facts| (sought.order == Order::Nearest).then(|| sought.nearness(facts));
        let mut all: Vec<_> =
            allowed.map(|(id, facts)| (near(facts), Reverse((facts.created_at, *id)))).collect();
        all.sort_unstable();
        all.into_iter().skip(offset).take(limit).map(|(_, Reverse((_, id)))| id).collect()
    }
}
