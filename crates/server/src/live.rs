//! Open pages that are told what is new as it happens.
//!
//! One task looks for everybody who listens to this process, and not at all while nobody does: it costs the same however many
//! there are, and several servers on one database need to know nothing of each other. Each stream holds a connection, so there
//! are few: a page that nobody looks at has none, and only a part of all connections, and of those of a network, may be streams.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use app::App;
use app::live::{Counts, Listener, Watch};
use ledger::UserId;
use tokio::sync::watch;

use crate::net::limits::Limits;

/// How often it is looked.
pub const EVERY: Duration = Duration::from_secs(2);
/// Streams of one user, at most: a few devices with a page or two each.
const OF_ONE: usize = 6;
/// The share of connections that may be streams: one in four.
const SHARE: usize = 4;

/// Everybody who listens. Clones are the same.
#[derive(Clone)]
pub struct Live(Arc<Inner>);

struct Inner {
    open: usize,
    of_network: usize,
    table: Mutex<Table>,
    over: AtomicBool,
}

#[derive(Default)]
struct Table {
    listeners: HashMap<Listener, Told>,
    open: usize,
    users: HashMap<UserId, usize>,
    networks: HashMap<String, usize>,
}

/// What the streams of a listener are told, and how many there are.
struct Told {
    counts: watch::Sender<Counts>,
    streams: usize,
}

/// A stream's place; it is free again when this is dropped.
pub struct Listening {
    live: Live,
    listener: Listener,
    network: String,
    /// What is new; it ends with the session, and when the server does.
    pub counts: watch::Receiver<Counts>,
}

impl Live {
    /// Nobody yet; there may be as many as these limits of connections leave room for.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        Self(Arc::new(Inner {
            open: (limits.open / SHARE).max(1),
            of_network: (limits.per_network / SHARE).max(1),
            table: Mutex::default(),
            over: AtomicBool::new(false),
        }))
    }

    /// Listens from this network, where so much is new now; none when too many listen already, or the server ends.
    #[must_use]
    pub fn listen(&self, listener: Listener, network: &str, counts: Counts) -> Option<Listening> {
        let mut table = self.table();
        let of_user = table.users.get(&listener.user).copied().unwrap_or(0);
        let of_network = table.networks.get(network).copied().unwrap_or(0);
        let is_full = table.open >= self.0.open || of_user >= OF_ONE || of_network >= self.0.of_network;
        // Asked with the table in hand: whoever ends it asks for that first.
        if is_full || self.0.over.load(Ordering::Relaxed) {
            return None;
        }
        table.open += 1;
        *table.users.entry(listener.user).or_default() += 1;
        *table.networks.entry(network.to_owned()).or_default() += 1;
        let told = table
            .listeners
            .entry(listener)
            .or_insert_with(|| Told { counts: watch::Sender::new(counts), streams: 0 });
        told.streams += 1;
        let counts = told.counts.subscribe();
        Some(Listening { live: self.clone(), listener, network: network.to_owned(), counts })
    }

    /// Looks once for everybody who listens, tells those for whom it is otherwise than before, and ends the streams of
    /// sessions that have ended.
    ///
    /// # Errors
    /// When the database fails; they are told the next time.
    pub async fn look(&self, app: &App, watch: &mut Watch) -> app::Result<()> {
        let listeners: Vec<Listener> = self.table().listeners.keys().copied().collect();
        if listeners.is_empty() {
            return Ok(());
        }
        let Some(found) = watch.look(app, &listeners).await? else { return Ok(()) };
        let mut table = self.table();
        for listener in &listeners {
            match (found.get(listener), table.listeners.get(listener)) {
                (Some(counts), Some(told)) => {
                    told.counts.send_if_modified(|before| std::mem::replace(before, *counts) != *counts);
                }
                // With what tells them, the streams end, and give their places back.
                (None, Some(_)) => drop(table.listeners.remove(listener)),
                (_, None) => {}
            }
        }
        Ok(())
    }

    /// Looks again and again until it is told to stop, and ends every stream then.
    pub async fn keep_looking(&self, app: &App, mut stopping: watch::Receiver<bool>) {
        let mut watch = Watch::default();
        let mut tick = tokio::time::interval(EVERY);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                biased;
                // An error means that the other end is gone, which is the end as well.
                _ = stopping.wait_for(|stop| *stop) => return self.end(),
                _ = tick.tick() => {}
            }
            if let Err(error) = self.look(app, &mut watch).await {
                tracing::warn!(%error, "open pages are told later what is new");
            }
        }
    }

    /// Ends every stream, and begins no other.
    pub fn end(&self) {
        let mut table = self.table();
        self.0.over.store(true, Ordering::Relaxed);
        table.listeners.clear();
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.0.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let mut table = self.live.table();
        table.open -= 1;
        one_less(&mut table.users, &self.listener.user);
        one_less(&mut table.networks, &self.network);
        if let Some(told) = table.listeners.get_mut(&self.listener) {
            // Others of the same session may have come since this one's end was told.
            if told.counts.subscribe().same_channel(&self.counts) {
                told.streams -= 1;
            }
            if told.streams == 0 {
                table.listeners.remove(&self.listener);
            }
        }
    }
}

fn one_less<K: Eq + Hash>(counts: &mut HashMap<K, usize>, key: &K) {
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use app::members::MemberId;
    use uuid::Uuid;

    use super::*;

    fn live(open: usize, per_network: usize) -> Live {
        let limits = Limits::new(100_000, Some(open * SHARE), Some(per_network * SHARE)).unwrap();
        Live::new(&limits)
    }

    fn listener(user: i64) -> Listener {
        let session = Uuid::from_u128(u128::from(user.unsigned_abs()));
        Listener { session, user: UserId(user), member: MemberId(user), account: None }
    }

    #[test]
    fn streams_are_bounded_and_their_places_come_free() {
        let live = live(20, 12);
        let listen = |user, network| live.listen(listener(user), network, Counts::default());
        let own: Vec<_> = (0..OF_ONE).filter_map(|_| listen(1, "one")).collect();
        assert!(own.len() == OF_ONE && listen(1, "two").is_none(), "of one user");
        let near: Vec<_> = (2..100).filter_map(|user| listen(user, "one")).collect();
        assert_eq!(own.len() + near.len(), 12, "of one network");
        let far: Vec<_> = (200..300).filter_map(|user| listen(user, "two")).collect();
        assert_eq!(own.len() + near.len() + far.len(), 20, "in all");
        drop(own);
        assert!(listen(1, "one").is_some());
        drop((near, far));
        let table = live.table();
        assert!(table.listeners.is_empty() && table.users.is_empty() && table.networks.is_empty());
        assert_eq!(table.open, 0);
    }

    #[test]
    fn what_ends_is_told_and_gives_its_place_back() {
        let live = live(20, 12);
        let listening = live.listen(listener(1), "one", Counts::default()).unwrap();
        assert!(listening.counts.has_changed().is_ok());
        live.end();
        assert!(listening.counts.has_changed().is_err(), "nobody tells it anything any more");
        assert!(live.listen(listener(2), "one", Counts::default()).is_none());
        drop(listening);
        assert_eq!(live.table().open, 0);
    }
}
