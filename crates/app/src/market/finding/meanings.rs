//! What listings mean: made by the sentence model in the background, and kept in the database.

use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError};

use model::Model;
use search::{Embedding, Vector, together};
use sha2::{Digest, Sha256};
use store::listings::indexing::{self, Searched};
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

use super::known::Prepared;
use super::{Finder, LEXICON};
use crate::App;
use crate::error::{Error, Result};

/// How many meanings are made at once: about as many as a second has room for.
const SOME: usize = 16;
/// Changes whenever meanings are made in another way, so that those that are kept are made anew.
const MADE_BY: &[u8] = b"use-multilingual-v3, title and title with text";

/// The sentence model, loaded when it is first needed; none when it could not be.
pub(super) static MODEL: LazyLock<Option<Model>> = LazyLock::new(|| {
    Model::load().inspect_err(|error| tracing::error!(%error, "search goes by words only")).ok()
});

/// What everyday things mean: whatever is like all of them is a hub.
pub(super) static BACKGROUND: LazyLock<Vec<Embedding>> = LazyLock::new(|| {
    let names = LEXICON.concepts().iter().filter_map(|concept| concept.name("en"));
    MODEL.as_ref().map(|model| names.map(|name| model.embed(name)).collect()).unwrap_or_default()
});

/// That meanings are made here. One at a time makes them.
#[derive(Default)]
pub(super) struct Meanings {
    making: Mutex<()>,
    /// What saved searches mean, which are asked again and again.
    kept: std::sync::Mutex<HashMap<String, Embedding>>,
}

/// How many of them are kept, of 2 kB each.
const KEPT: usize = 10_000;

/// Says of which text a meaning was made, and how.
pub(super) fn digest(row: &Searched) -> [u8; 32] {
    digest_of(&row.title, &row.body)
}

/// The same of a title and a text.
pub(crate) fn digest_of(title: &str, body: &str) -> [u8; 32] {
    let hash = Sha256::new().chain_update(MADE_BY).chain_update(title).chain_update([0]);
    hash.chain_update(body).finalize().into()
}

/// A title counts as much as title and text together.
fn meaning(model: &Model, row: &Searched) -> Option<Vector> {
    let whole = format!("{}. {}", row.title, row.body);
    Vector::of(&together(&[model.embed(&row.title), model.embed(&whole)]))
}

impl Finder {
    /// Whether any meaning has yet to be made.
    pub(super) fn lacks_meanings(&self) -> bool {
        self.0.meanings.is_some() && !self.known().lacking(1).is_empty()
    }

    /// Makes the meanings that are lacking and keeps them.
    pub(super) async fn make_meanings(&self, app: &App) -> Result<()> {
        let Some(meanings) = &self.0.meanings else { return Ok(()) };
        let _turn = meanings.making.lock().await;
        loop {
            let ids = self.known().lacking(SOME);
            if ids.is_empty() {
                return Ok(());
            }
            self.make_some(app, ids).await?;
        }
    }

    /// Makes the meanings of these and keeps them.
    pub(super) async fn make_some(&self, app: &App, ids: Vec<i64>) -> Result<()> {
        let rows = indexing::some(&mut app.db.read().await?, &ids).await?;
        let finder = self.clone();
        let made = spawn_blocking(move || finder.make(&ids, rows)).await;
        let made = made.map_err(|error| Error::Internal(error.to_string()))?;
        let mut tx = app.db.write_queue().await?;
        for (id, digest, vector) in made {
            indexing::keep_meaning(&mut tx, id, &digest, &vector).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Makes meanings and takes the listings in with them; answers what is to be kept.
    fn make(&self, ids: &[i64], rows: Vec<Searched>) -> Vec<(i64, [u8; 32], Vec<u8>)> {
        let mut kept = Vec::new();
        for row in rows {
            let vector = MODEL.as_ref().and_then(|model| meaning(model, &row));
            if let Some(vector) = &vector {
                kept.push((row.id, digest(&row), vector.to_bytes()));
            }
            let prepared = Prepared::new(row, true).meaning(vector);
            self.known_mut().take(&prepared);
        }
        self.known_mut().give_up(ids);
        kept
    }

    /// What a question means; the first time it takes a second or two, until the model is there.
    pub(super) fn meaning_of(&self, words: &str) -> Option<Embedding> {
        self.0.meanings.as_ref()?;
        if !self.known().has_background() {
            LazyLock::force(&BACKGROUND);
            self.known_mut().set_background();
        }
        MODEL.as_ref().map(|model| model.embed(words))
    }

    /// The same where nothing has to be loaded for it.
    pub(super) fn meaning_at_hand(&self, words: &str) -> Option<Embedding> {
        if self.known().has_background() { self.kept_meaning_of(words) } else { None }
    }

    /// The same for what is asked again and again.
    pub(super) fn kept_meaning_of(&self, words: &str) -> Option<Embedding> {
        let kept = || self.0.meanings.as_ref().map(|meanings| &meanings.kept);
        let all = kept()?.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(meaning) = all.get(words) {
            return Some(*meaning);
        }
        drop(all);
        let meaning = self.meaning_of(words)?;
        let mut all = kept()?.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT {
            all.clear();
        }
        all.insert(words.to_owned(), meaning);
        Some(meaning)
    }
}
