//! What was read lately and still stands, so that it is not read again for every request.
//!
//! Only where this process is the only one that writes its database (SQLite): there [`store::Moment`] tells whether anything
//! was written since. Elsewhere everything is read each time.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use ledger::{AccountId, ExchangeId, Instant, Policy};
use store::Moment;
use store::exchanges::Exchange;
use store::parties::Party;

use crate::App;
use crate::actor::Actor;
use crate::error::Result;
use crate::statements::{Past, Spans};

/// What nobody has changed is read again after a second all the same: a commit that nobody waited for may come late.
const LONGEST_US: i64 = 1_000_000;
/// Things kept of one kind, at most. When there are more all are forgotten.
pub(crate) const MOST: usize = 20_000;

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
    /// The ends of months that are over: they never change, on either database.
    pub(crate) past: Past,
    /// What spans of statements added up to: only newer lines come to them, on either database.
    pub(crate) spans: Spans,
}

/// Things of one kind that were read lately, by their keys.
pub(crate) struct Kept<K, V>(Arc<Mutex<HashMap<K, Read<V>>>>);

struct Read<V> {
    value: V,
    moment: Moment,
    at: Instant,
}

impl<K, V> Clone for Kept<K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(Arc::default())
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
        if let Some(value) = moment.and_then(|moment| self.get(&key, moment, at)) {
            return Ok(Some(value));
        }
        let found = read(&mut app.db.read().await?).await?;
        if let (Some(moment), Some(value)) = (moment, &found) {
            self.put(key, Read { value: value.clone(), moment, at });
        }
        Ok(found)
    }

    fn get(&self, key: &K, moment: Moment, now: Instant) -> Option<V> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let stands =
            |read: &&Read<V>| read.moment == moment && (0..LONGEST_US).contains(&(now.0 - read.at.0));
        kept.get(key).filter(stands).map(|read| read.value.clone())
    }

    fn put(&self, key: K, read: Read<V>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(key, read);
    }
}
