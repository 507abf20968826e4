//! Finding in the market: by words, concepts and meaning, in an index that each process holds.
//!
//! The index is built from the database and kept up to date from it: before a question is answered, what has changed is taken
//! in, at once after a change of this process and otherwise once a second at most. So it does not matter which process wrote.
//! The index says what may fit, and in which order; what is shown to whom, the database says at last (`store::listings::shown`).
//!
//! Everything here that computes does so on threads of its own, [`AT_ONCE`] at a time: payments never wait for it.

mod known;
mod meanings;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use ledger::time::Instant;
use search::lexicon::Lexicon;
use search::{Embedding, How, Matching, Query, Reason, text};
use serde::{Deserialize, Serialize};
use store::listings::indexing::{self, Searched};
use store::listings::shown;
use tokio::sync::{Mutex, Semaphore};
use tokio::task::spawn_blocking;

pub use self::known::Order;
pub(super) use self::known::{Ground, Sought};
use self::known::{Known, Prepared};
#[cfg(feature = "testing")]
pub(crate) use self::meanings::digest_of;
use self::meanings::{MODEL, Meanings};
use crate::App;
use crate::error::{Error, Result};

/// What has been read stands so long, unless this process has changed something.
const FRESH: Duration = Duration::from_secs(1);
/// A change may be committed so much later than it says, or by a process whose clock is so much behind, in seconds.
const OVERLAP_S: i64 = 600;
/// How many listings are read at once when the index is built.
const READ: i64 = 1000;
/// How many changes are read at once.
const CHANGES: i64 = 5000;
/// How many questions are answered at once.
const AT_ONCE: usize = 2;
/// How many saved searches are asked in one turn.
const JUDGED: usize = 16;
/// Characters of a question that count.
const WORDS_MAX: usize = 100;

/// What people trade and by which words they call it, in many languages.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::embedded(text::words));

/// What the market is searched by. Clones are the same one.
#[derive(Clone)]
pub(crate) struct Finder(Arc<Inner>);

struct Inner {
    known: RwLock<Known>,
    reading: Mutex<Reading>,
    /// Whether this process has changed a listing since it was last read.
    stale: AtomicBool,
    /// How often it has.
    changes: AtomicU64,
    turns: Semaphore,
    meanings: Option<Meanings>,
}

/// How far the database has been read.
#[derive(Default)]
struct Reading {
    /// When it was last read to its end.
    at: Option<tokio::time::Instant>,
    /// The newest change that has been seen; none: nothing has been read.
    newest: Option<Instant>,
}

/// Something that was found, and why.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hit {
    /// Which listing.
    pub(super) id: i64,
    /// What the order goes by; only to be compared with others of the same answer.
    pub(super) score: f32,
    /// Never empty where words were looked for.
    pub(super) why: Vec<Why>,
}

/// Why a listing was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// This word stands in it, as it was typed but for accents.
    Word(String),
    /// This word stands in it, which is like what was typed.
    Like(String),
    /// It is about this, in the reader's language.
    Means(String),
    /// It means something alike.
    Alike,
}

impl Finder {
    /// Finds by words and concepts, and by meaning if that is wished.
    pub(crate) fn new(by_meaning: bool) -> Self {
        Self(Arc::new(Inner {
            known: RwLock::default(),
            reading: Mutex::default(),
            stale: AtomicBool::new(false),
            changes: AtomicU64::new(0),
            turns: Semaphore::new(AT_ONCE),
            meanings: by_meaning.then(Meanings::default),
        }))
    }

    /// Whether meaning counts: it was wished, and the model could be loaded if that was tried.
    pub(crate) fn goes_by_meaning(&self) -> bool {
        self.0.meanings.is_some() && LazyLock::get(&MODEL).is_none_or(Option::is_some)
    }

    /// Says that this process has changed a listing.
    pub(crate) fn changed(&self) {
        self.0.changes.fetch_add(1, Ordering::AcqRel);
        self.0.stale.store(true, Ordering::Release);
    }

    /// How often this process has changed a listing.
    pub(super) fn changes(&self) -> u64 {
        self.0.changes.load(Ordering::Acquire)
    }

    /// Takes in what has changed, and has the meanings that are lacking made in the background.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(super) async fn refresh(&self, app: &App) -> Result<()> {
        let mut reading = self.0.reading.lock().await;
        let was_stale = self.0.stale.swap(false, Ordering::AcqRel);
        if !was_stale && reading.at.is_some_and(|at| at.elapsed() < FRESH) {
            return Ok(());
        }
        // Whoever asks next reads again if this comes to no end.
        reading.at = None;
        let begun = tokio::time::Instant::now();
        match reading.newest {
            None => self.build(app, &mut reading).await?,
            Some(newest) => self.update(app, &mut reading, newest).await?,
        }
        reading.at = Some(begun);
        drop(reading);
        if self.lacks_meanings() {
            let (finder, app) = (self.clone(), app.clone());
            tokio::spawn(async move {
                if let Err(error) = finder.make_meanings(&app).await {
                    tracing::warn!(%error, "the meanings of listings could not be kept");
                }
            });
        }
        Ok(())
    }

    /// Takes in what has changed, and waits until all meanings are made.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn settle(&self, app: &App) -> Result<()> {
        self.refresh(app).await?;
        self.make_meanings(app).await
    }

    async fn build(&self, app: &App, reading: &mut Reading) -> Result<()> {
        let (mut after, mut newest) = (0, Instant(i64::MIN));
        loop {
            let rows = indexing::after(&mut app.db.read().await?, after, READ).await?;
            let Some(last) = rows.last() else { break };
            after = last.id;
            newest = rows.iter().map(|row| row.changed_at).fold(newest, Instant::max);
            self.take(rows).await?;
        }
        reading.newest = Some(newest);
        Ok(())
    }

    async fn update(&self, app: &App, reading: &mut Reading, newest: Instant) -> Result<()> {
        let since = Instant(newest.0.saturating_sub(OVERLAP_S * 1_000_000));
        let mut last = (since, i64::MIN);
        loop {
            let page = indexing::changed(&mut app.db.read().await?, since, last, CHANGES).await?;
            let Some(end) = page.last() else { break };
            last = (end.1, end.0);
            let unseen = self.known().unseen(&page);
            for ids in unseen.chunks(shown::AT_ONCE) {
                let rows = indexing::some(&mut app.db.read().await?, ids).await?;
                self.take(rows).await?;
            }
            reading.newest = Some(newest.max(last.0));
        }
        Ok(())
    }

    async fn take(&self, rows: Vec<Searched>) -> Result<()> {
        let finder = self.clone();
        let take = move || {
            let by_meaning = finder.0.meanings.is_some();
            // What takes longest is done before anybody has to wait for it.
            let rows: Vec<Prepared> = rows.into_iter().map(|row| Prepared::new(row, by_meaning)).collect();
            for some in rows.chunks(16) {
                let mut known = finder.known_mut();
                some.iter().for_each(|row| known.take(row));
            }
        };
        spawn_blocking(take).await.map_err(|error| Error::Internal(error.to_string()))
    }

    /// What fits, best first: so many after the first few.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(super) async fn find(
        &self,
        app: &App,
        sought: &Sought,
        (skip, limit): (usize, usize),
    ) -> Result<Vec<Hit>> {
        self.in_turn(app, sought, move |finder, sought| {
            finder.answer(sought, |words| finder.meaning_of(words), (skip, limit))
        })
        .await
    }

    /// What fits best of what nobody has asked for: meaning counts only where it is at hand, so that no page waits for the model
    /// to be loaded.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(super) async fn find_at_hand(&self, app: &App, sought: &Sought, limit: usize) -> Result<Vec<Hit>> {
        self.in_turn(app, sought, move |finder, sought| {
            finder.answer(sought, |words| finder.meaning_at_hand(words), (0, limit))
        })
        .await
    }

    /// Answers a question on a thread of its own, when it is its turn.
    async fn in_turn(
        &self,
        app: &App,
        sought: &Sought,
        answer: impl FnOnce(&Self, &Sought) -> Vec<Hit> + Send + 'static,
    ) -> Result<Vec<Hit>> {
        self.refresh(app).await?;
        let closed = |_| Error::Internal("there are no turns for searching".into());
        let _turn = self.0.turns.acquire().await.map_err(closed)?;
        let (finder, sought) = (self.clone(), sought.clone());
        let answered = spawn_blocking(move || answer(&finder, &sought)).await;
        answered.map_err(|error| Error::Internal(error.to_string()))
    }

    /// What each of these says of one listing: the same as [`Self::find`] says of it among the others.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(super) async fn judge(&self, app: &App, id: i64, sought: Vec<Sought>) -> Result<Vec<Option<Hit>>> {
        // Whoever wrote it may be another process.
        self.changed();
        self.refresh(app).await?;
        if self.known().lacks(id) {
            self.make_some(app, vec![id]).await?;
        }
        let mut hits = Vec::with_capacity(sought.len());
        let mut rest = sought.into_iter().peekable();
        while rest.peek().is_some() {
            let closed = |_| Error::Internal("there are no turns for searching".into());
            // People at a page go between.
            let _turn = self.0.turns.acquire().await.map_err(closed)?;
            let (finder, some) = (self.clone(), rest.by_ref().take(JUDGED).collect::<Vec<_>>());
            let judge = move || some.iter().map(|sought| finder.judge_one(sought, id)).collect::<Vec<_>>();
            let judged = spawn_blocking(judge).await;
            hits.extend(judged.map_err(|error| Error::Internal(error.to_string()))?);
        }
        Ok(hits)
    }

    fn answer(
        &self,
        sought: &Sought,
        vector: impl Fn(&str) -> Option<Embedding>,
        part: (usize, usize),
    ) -> Vec<Hit> {
        if sought.words.trim().is_empty() {
            let all = self.known().everything(sought, part);
            return all.into_iter().map(|id| Hit { id, score: 0.0, why: Vec::new() }).collect();
        }
        let hits = self.ask(sought, vector, |known, query| known.search(query, sought, part));
        hits.into_iter().map(|hit| named(hit, &sought.locale)).collect()
    }

    fn judge_one(&self, sought: &Sought, id: i64) -> Option<Hit> {
        let vector = |words: &str| self.kept_meaning_of(words);
        let hit = self.ask(sought, vector, |known, query| known.judge(query, sought, id));
        hit.map(|hit| named(hit, &sought.locale))
    }

    /// Makes a question of what is looked for, and asks it.
    fn ask<A>(
        &self,
        sought: &Sought,
        vector: impl Fn(&str) -> Option<Embedding>,
        ask: impl Fn(&Known, &Query<'_>) -> A,
    ) -> A {
        let words: String = sought.words.chars().take(WORDS_MAX).collect();
        let matching = if sought.exact { Matching::Exact } else { Matching::Free };
        let concepts = LEXICON.of_query(&text::words(&words), &sought.locale);
        let vector = if sought.exact { None } else { vector(&words) };
        let query = Query { matching, concepts: &concepts, vector: vector.as_ref(), ..Query::new(&words) };
        ask(&self.known(), &query)
    }

    fn known(&self) -> RwLockReadGuard<'_, Known> {
        self.0.known.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn known_mut(&self) -> RwLockWriteGuard<'_, Known> {
        self.0.known.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A hit with its reasons in the reader's language.
fn named(hit: search::Hit, locale: &str) -> Hit {
    Hit { id: hit.id.0, score: hit.score, why: why(hit.reasons, locale) }
}

/// The reasons of a hit in the reader's language; where there is anything to name, that is enough.
fn why(reasons: Vec<Reason>, locale: &str) -> Vec<Why> {
    let mut all = Vec::new();
    for reason in reasons {
        let why = match reason {
            Reason::Word { found, how: How::Same, .. } => Why::Word(found),
            Reason::Word { found, .. } => Why::Like(found),
            Reason::Concept(number) => {
                let concept = LEXICON.numbered(number);
                let name = concept.and_then(|concept| concept.name(locale).or_else(|| concept.name("en")));
                Why::Means(name.unwrap_or_default().to_owned())
            }
            Reason::Meaning { .. } => Why::Alike,
        };
        if !all.contains(&why) {
            all.push(why);
        }
    }
    if all.len() > 1 {
        all.retain(|why| *why != Why::Alike);
    }
    all
}

impl App {
    /// The same, whose market is searched by meaning too.
    #[must_use]
    pub fn searching_by_meaning(self) -> Self {
        Self { finder: Finder::new(true), ..self }
    }

    /// Gets the index of the market ready, so that the first who searches need not wait.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn get_ready_to_search(&self) -> Result<()> {
        self.finder.refresh(self).await
    }

    /// Waits until everything in the market can be found by what it means.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn finish_meanings(&self) -> Result<()> {
        self.finder.settle(self).await
    }
}
