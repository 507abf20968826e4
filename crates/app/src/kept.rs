//! What was read lately and still stands, so that it is not read again for every request.
//!
//! What may change is [`Kept`] only where this process is the only one that writes its database (SQLite): there
//! [`store::Moment`] tells whether anything was written since. Elsewhere it is read each time.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use ledger::{AccountId, ExchangeId, Instant, Policy, UserId};
use store::Moment;
use store::exchanges::Exchange;
use store::members::MemberId;
use store::parties::Party;

use crate::App;
use crate::actor::Actor;
use crate::error::Result;
use crate::lists::{Asked, KeptStatistics};
use crate::market::{Chances, Counts, Sight};
use crate::numbers::Numbers;
use crate::statements::{Ended, SpanKey, Sums};
use crate::tokens::Key;

/// What nobody has changed is read again after a second all the same: a commit that nobody waited for may come late.
const LONGEST_US: i64 = 1_000_000;
/// Things kept of one kind, at most. When there are more all are forgotten.
const MOST: usize = 20_000;

/// Everything that is kept: what every request asks for before anything else.
#[derive(Clone, Default)]
pub(crate) struct All {
    /// Who a session is, by the hash of its token.
    pub(crate) actors: Kept<[u8; 32], Actor>,
    /// Exchanges by code.
    pub(crate) exchanges: Kept<String, Exchange>,
    /// Rules in force.
    pub(crate) policies: Kept<ExchangeId, Policy>,
    /// Whose an account is, by its number.
    pub(crate) parties: Kept<String, Party>,
    /// How many requests wait for an account's answer.
    pub(crate) waiting: Kept<AccountId, u32>,
    /// How many of a member's conversations hold something new.
    pub(crate) unread: Kept<MemberId, u32>,
    /// How many notices a user has not read.
    pub(crate) new_notices: Kept<UserId, u32>,
    /// The ends of months that are over: they never change, on either database.
    pub(crate) past: Shelf<AccountId, Ended>,
    /// What spans of statements added up to when they were last looked at: lines are only ever appended, on either database, so
    /// that the next look walks over what is newer, and no further.
    pub(crate) spans: Shelf<SpanKey, Sums>,
    /// How often something was looked at, and since when, by the brake's key.
    pub(crate) looks: Shelf<String, (i64, Instant)>,
    /// How many listings each category of an exchange shows to a circle, which may be seconds old.
    pub(crate) counts: Shelf<(ExchangeId, Sight), Arc<Counts>>,
    /// What members below zero could offer, which may be minutes old, for readers of a language.
    pub(crate) chances: Shelf<(MemberId, String), Arc<Chances>>,
    /// Keys that sign tokens, by their names: a key never changes.
    pub(crate) keys: Shelf<String, Arc<Key>>,
    /// Statistics that programs have asked for, of one exchange or of all, which may be minutes or hours old.
    pub(crate) statistics: Shelf<(Option<ExchangeId>, Asked), KeptStatistics>,
    /// An exchange's figures, which may be minutes old.
    pub(crate) numbers: Shelf<ExchangeId, Arc<Numbers>>,
}

/// Things by their keys, [`MOST`] at the most. Clones are the same one.
#[derive(Clone)]
pub(crate) struct Shelf<K, V>(Arc<Mutex<HashMap<K, V>>>);

impl<K, V> Default for Shelf<K, V> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K: Eq + Hash, V: Clone> Shelf<K, V> {
    /// Keeps a thing, and at most so many: when there are more, all are forgotten.
    pub(crate) fn put_among(&self, key: K, value: V, most: usize) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= most {
            kept.clear();
        }
        kept.insert(key, value);
    }

    /// The thing of a key, if it is here.
    pub(crate) fn get(&self, key: &K) -> Option<V> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// Keeps a thing.
    pub(crate) fn put(&self, key: K, value: V) {
        self.put_among(key, value, MOST);
    }
}

impl Shelf<String, (i64, Instant)> {
    /// Counts one more, and gives the count and when it began. One that began longer ago than the window begins anew.
    pub(crate) fn count(&self, key: String, now: Instant, window_us: i64) -> (i64, Instant) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST && !kept.contains_key(&key) {
            kept.clear();
        }
        let counted = kept.entry(key).or_insert((0, now));
        if counted.1.0 < now.0 - window_us {
            *counted = (0, now);
        }
        counted.0 += 1;
        *counted
    }
}

/// Things of one kind that were read lately, by their keys.
#[derive(Clone)]
pub(crate) struct Kept<K, V>(Shelf<K, Read<V>>);

#[derive(Clone)]
struct Read<V> {
    value: V,
    moment: Moment,
    at: Instant,
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(Shelf::default())
    }
}

impl<K: Eq + Hash, V: Clone> Kept<K, V> {
    /// The thing of a key as it stands now: what is kept, or what `read` finds. What is not there is not kept.
    ///
    /// # Errors
    /// What `read` answers.
    pub(crate) async fn or_read(
        &self,
        app: &App,
        key: K,
        read: impl AsyncFnOnce(&mut store::Tx) -> Result<Option<V>>,
    ) -> Result<Option<V>> {
        // Asked before anything is read: what is written meanwhile makes what is read here old.
        let (moment, at) = (app.db.moment(), app.clock.now());
        let stands =
            |read: &Read<V>| moment == Some(read.moment) && (0..LONGEST_US).contains(&(at.0 - read.at.0));
        if let Some(read) = self.0.get(&key).filter(stands) {
            return Ok(Some(read.value));
        }
        let found = read(&mut app.db.read().await?).await?;
        if let (Some(moment), Some(value)) = (moment, &found) {
            self.0.put(key, Read { value: value.clone(), moment, at });
        }
        Ok(found)
    }
}
