//! What helps while an offer or a want is being written: where it belongs, what others ask, and who it may suit.

use store::categories::{Category, CategoryId};
use store::exchanges::Exchange;
use store::listings::Kind;
use store::listings::shown::{self, Listing, View};
use uuid::Uuid;

use super::bounds::circle;
use super::categories;
use super::finding::{Ground, LEXICON, Sought};
use super::reading::slow_down;
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::Result;

/// Listings that are looked at on each side.
const LOOKED_AT: usize = 12;
/// Listings that are shown on each side.
const SHOWN: usize = 3;
/// What fits less than so much of the best is not near enough to be suggested.
const NEAR: f32 = 0.5;
/// So many prices at least make a middle that says something.
const PRICES: usize = 3;
/// Words at most that are suggested to be found by.
const WORDS: usize = 4;

/// What is being written, as far as it has come.
#[derive(Clone, Debug)]
pub struct Sketch {
    /// The listing that is changed, or the name of a new one: it is not like itself.
    pub uuid: Option<Uuid>,
    /// An offer or a want.
    pub kind: Kind,
    /// One line.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// The language it is written in.
    pub locale: String,
}

/// What may help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// Where it may belong.
    pub category: Option<Category>,
    /// What else it is called, in its language: words to be found by.
    pub words: Vec<String>,
    /// Listings of others of the same kind that are like it, best first.
    pub alike: Vec<Listing>,
    /// The middle of what those ask or give, in units of 10^-scale, and of how many prices.
    pub median: Option<(i64, usize)>,
    /// Listings of others of the other kind that it may suit, best first.
    pub suited: Vec<Listing>,
}

/// What may help with a sketch. Nothing is kept of it.
///
/// # Errors
/// [`crate::Error::NotAllowed`] for whoever may not write here, [`crate::Error::Busy`] after very many searches.
pub async fn suggestions(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    sketch: &Sketch,
) -> Result<Suggestions> {
    actor.may(Action::SeeListings, Subject::exchange(exchange.id))?;
    let Some(circle) = circle(actor, exchange) else { return Ok(Suggestions::default()) };
    if sketch.title.trim().is_empty() {
        return Ok(Suggestions::default());
    }
    slow_down(app, actor, "")?;
    let view = View { exchange: exchange.id, now: app.clock.now(), circle };
    let other = if sketch.kind == Kind::Offer { Kind::Want } else { Kind::Offer };
    let mut alike = like(app, actor, view, (sketch, sketch.kind)).await?;
    let mut suited = like(app, actor, view, (sketch, other)).await?;
    let all = categories::all(&mut app.db.read().await?, exchange.id).await?;
    let concepts = Concepts::of(sketch);
    let mut prices: Vec<i64> = alike.iter().filter_map(|listing| listing.amount).collect();
    prices.sort_unstable();
    let median = (prices.len() >= PRICES).then(|| (prices[prices.len() / 2], prices.len()));
    let category = category(&alike, &concepts, &all);
    alike.truncate(SHOWN);
    suited.truncate(SHOWN);
    Ok(Suggestions { category, words: concepts.words, alike, median, suited })
}

/// What others show that is like a sketch, best first.
async fn like(app: &App, actor: &Actor, view: View, (sketch, kind): (&Sketch, Kind)) -> Result<Vec<Listing>> {
    let sought = Sought {
        words: sketch.title.clone(),
        grounds: [(view.exchange, Ground { circle: view.circle, point: None })].into(),
        kind: Some(kind),
        ..Sought::everything(view.exchange, &sketch.locale, view.now)
    };
    let mut hits = app.finder.find(app, &sought, (0, LOOKED_AT)).await?;
    let best = hits.first().map_or(0.0, |hit| hit.score);
    hits.retain(|hit| hit.score >= NEAR * best);
    let ids: Vec<i64> = hits.iter().map(|hit| hit.id).collect();
    let mut rows = shown::some(&mut app.db.read().await?, view, &ids, None).await?;
    rows.retain(|row| Some(row.uuid) != sketch.uuid && !actor.operates(row.account));
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok(rows)
}

/// What a sketch is about, by the words that it uses.
struct Concepts {
    /// The keys of the standard categories that it belongs to, the first named first.
    tops: Vec<&'static str>,
    words: Vec<String>,
}

impl Concepts {
    fn of(sketch: &Sketch) -> Self {
        let tokens = search::text::words(&format!("{} {}", sketch.title, sketch.body));
        let about = LEXICON.of_query(&tokens, &sketch.locale);
        let mut found = Self { tops: Vec::new(), words: Vec::new() };
        for concept in about.into_iter().filter_map(|number| LEXICON.numbered(number)) {
            let top = LEXICON.top_category(concept).id;
            if !found.tops.contains(&top) {
                found.tops.push(top);
            }
            let name = concept.name(&sketch.locale).unwrap_or_default();
            let is_there = search::text::words(name).iter().all(|word| tokens.contains(word));
            if !is_there && found.words.len() < WORDS && !found.words.iter().any(|word| word == name) {
                found.words.push(name.to_owned());
            }
        }
        found
    }
}

/// Where most of what is most alike belongs, if two agree; otherwise where its words belong.
fn category(alike: &[Listing], concepts: &Concepts, all: &[Category]) -> Option<Category> {
    let nearest: Vec<CategoryId> = alike.iter().take(SHOWN).map(|listing| listing.category).collect();
    let agreed = nearest.iter().find(|one| nearest.iter().filter(|other| other == one).count() > 1);
    let by_words = || {
        let of = |top: &&str| all.iter().find(|category| category.concept.as_deref() == Some(*top));
        concepts.tops.iter().find_map(of)
    };
    let found = agreed.and_then(|id| all.iter().find(|category| category.id == *id)).or_else(by_words);
    found.filter(|category| !category.retired).cloned()
}
