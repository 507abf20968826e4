//! Places: every open connection has one. They are counted, in all and by network, and each knows what is waited for.

use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use tokio::sync::Notify;
use tokio::task::AbortHandle;
use tokio::time::Instant;

use super::limits::{Limits, Patience};
use crate::metrics::Connections;

/// What a connection's client is being waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Stage {
    /// The end of the TLS handshake.
    Handshake = 0,
    /// The first byte of the first request.
    Fresh = 1,
    /// The rest of a request's head.
    Head = 2,
    /// Nothing: a request is being answered.
    Answering = 3,
    /// The first byte of another request.
    Silent = 4,
}

const STAGES: [Stage; 5] = [Stage::Handshake, Stage::Fresh, Stage::Head, Stage::Answering, Stage::Silent];

/// Why a connection is ended, or not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It kept others waiting for too long.
    Slow,
    /// It was silent, and another needed its place.
    MadeRoom,
    /// Its network has as many as it may, and all of them are being answered.
    NetworkFull,
}

impl Why {
    /// As a stable word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Slow => "slow",
            Self::MadeRoom => "made_room",
            Self::NetworkFull => "network_full",
        }
    }
}

/// Whose places count together; none for trusted proxies, which are neither limited by network nor make room.
type Network = Option<IpNet>;

/// All places of one listener. Clones share them.
#[derive(Clone)]
pub struct Places(Arc<Hall>);

struct Hall {
    limits: Limits,
    began: Instant,
    table: Mutex<Table>,
    freed: Notify,
    /// Bytes of large requests in memory.
    bodies: AtomicUsize,
    figures: Connections,
}

#[derive(Default)]
struct Table {
    next: u64,
    count: usize,
    networks: HashMap<Network, BTreeMap<u64, Arc<Seat>>>,
}

/// What is known of one connection without asking it.
struct Seat {
    id: u64,
    network: Network,
    /// Milliseconds since the hall began at which the stage began, and the stage in the lowest three bits.
    stage: AtomicU64,
    /// One more than the milliseconds at which the client last took something of what is on its way out; 0 when nothing is.
    going_out: AtomicU64,
    /// One more than the milliseconds at which the request began that is being answered, or was last.
    request: AtomicU64,
    /// Bytes of the request in memory beyond what everybody may have.
    body: AtomicUsize,
    task: OnceLock<AbortHandle>,
}

/// One connection's place. It is free again when this is dropped.
pub struct Place {
    hall: Arc<Hall>,
    seat: Arc<Seat>,
}

/// What becomes of a connection that asks for a place.
pub enum Entry {
    /// It has one.
    Place(Place),
    /// Everything is taken by requests that are being answered: it waits.
    Wait,
    /// It is turned away.
    TurnedAway,
}

impl Places {
    /// As many as the limits say, all free.
    #[must_use]
    pub fn new(limits: Limits, figures: Connections) -> Self {
        Self(Arc::new(Hall {
            limits,
            began: Instant::now(),
            table: Mutex::default(),
            freed: Notify::new(),
            bodies: AtomicUsize::new(0),
            figures,
        }))
    }

    /// The limits.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// Asks for a place for a connection from this address; none for a trusted proxy's. Whoever has been silent longest may
    /// have to make room for it.
    #[must_use]
    pub fn enter(&self, address: Option<IpAddr>) -> Entry {
        let hall = &self.0;
        let network = address.map(network);
        let mut table = hall.table();
        let of_network = table.networks.get(&network).map_or(0, BTreeMap::len);
        if network.is_some() && of_network >= hall.limits.per_network {
            let Some(longest) = table.longest_of(&network) else {
                hall.figures.ended(Why::NetworkFull);
                return Entry::TurnedAway;
            };
            hall.end(&mut table, &longest, Why::MadeRoom);
        }
        if table.count >= hall.limits.open {
            let Some(longest) = table.longest_of_all() else { return Entry::Wait };
            hall.end(&mut table, &longest, Why::MadeRoom);
        }
        let id = table.next;
        table.next += 1;
        table.count += 1;
        let seat = Arc::new(Seat {
            id,
            network,
            stage: AtomicU64::new(hall.now_ms() << 3 | Stage::Handshake as u64),
            going_out: AtomicU64::new(0),
            request: AtomicU64::new(0),
            body: AtomicUsize::new(0),
            task: OnceLock::new(),
        });
        table.networks.entry(network).or_default().insert(id, seat.clone());
        hall.figures.opened();
        Entry::Place(Place { hall: hall.clone(), seat })
    }

    /// Ends whoever has been silent longest, since the system has no more files; false when nobody is.
    pub fn make_room(&self) -> bool {
        let mut table = self.0.table();
        let longest = table.longest_of_all();
        if let Some(longest) = &longest {
            self.0.end(&mut table, longest, Why::MadeRoom);
        }
        longest.is_some()
    }

    /// Waits until a place becomes free.
    pub async fn freed(&self) {
        self.0.freed.notified().await;
    }

    /// How many are taken.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.0.table().count
    }

    /// One round of the warden: ends every connection that has kept others waiting for too long.
    pub fn go_round(&self) {
        self.go_round_at(self.0.now_ms());
    }

    fn go_round_at(&self, now_ms: u64) {
        let hall = &self.0;
        let mut table = hall.table();
        let patience = &hall.limits.patience;
        let seats = table.networks.values().flat_map(BTreeMap::values);
        let overdue: Vec<Arc<Seat>> =
            seats.filter(|seat| seat.is_overdue(now_ms, patience)).cloned().collect();
        for seat in overdue {
            hall.end(&mut table, &seat, Why::Slow);
        }
    }
}

impl Hall {
    fn table(&self) -> std::sync::MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX >> 3)
    }

    fn end(&self, table: &mut Table, seat: &Seat, why: Why) {
        if table.forget(seat) {
            self.figures.closed();
            self.figures.ended(why);
        }
        if let Some(task) = seat.task.get() {
            task.abort();
        }
    }
}

impl Table {
    fn longest_of(&self, network: &Network) -> Option<Arc<Seat>> {
        let seats = self.networks.get(network)?.values();
        seats.filter(|seat| seat.may_make_room()).min_by_key(|seat| seat.since_ms()).cloned()
    }

    /// Of the largest network in which anybody is silent.
    fn longest_of_all(&self) -> Option<Arc<Seat>> {
        let mut networks: Vec<_> = self.networks.iter().filter(|(network, _)| network.is_some()).collect();
        networks.sort_unstable_by_key(|(_, seats)| std::cmp::Reverse(seats.len()));
        networks.into_iter().find_map(|(network, _)| self.longest_of(network))
    }

    fn forget(&mut self, seat: &Seat) -> bool {
        let Some(seats) = self.networks.get_mut(&seat.network) else { return false };
        let was_here = seats.remove(&seat.id).is_some();
        if seats.is_empty() {
            self.networks.remove(&seat.network);
        }
        self.count -= usize::from(was_here);
        was_here
    }
}

impl Seat {
    fn stage(&self) -> Stage {
        let bits = self.stage.load(Ordering::Relaxed) & 0b111;
        STAGES[usize::try_from(bits).unwrap_or(0)]
    }

    fn since_ms(&self) -> u64 {
        self.stage.load(Ordering::Relaxed) >> 3
    }

    /// Nothing is being answered, and nothing is on its way out.
    fn may_make_room(&self) -> bool {
        self.stage() != Stage::Answering && self.going_out.load(Ordering::Relaxed) == 0
    }

    fn is_overdue(&self, now_ms: u64, patience: &Patience) -> bool {
        let over = |since: u64, within| since != 0 && is_over(since - 1, now_ms, within);
        let (stage, going_out) = (self.stage(), self.going_out.load(Ordering::Relaxed));
        let within = match stage {
            Stage::Handshake => patience.handshake,
            Stage::Fresh => patience.first,
            Stage::Head => patience.head,
            // The end of an answer may still be on its way.
            Stage::Silent if going_out == 0 && self.network.is_none() => patience.proxy_silence,
            Stage::Silent if going_out == 0 => patience.silence,
            Stage::Silent | Stage::Answering => {
                let began = self.request.load(Ordering::Relaxed);
                return over(began, patience.exchange) || over(going_out, patience.stall);
            }
        };
        over(going_out, patience.stall) || is_over(self.since_ms(), now_ms, within)
    }
}

fn is_over(since_ms: u64, now_ms: u64, within: Duration) -> bool {
    u128::from(now_ms.saturating_sub(since_ms)) > within.as_millis()
}

impl Place {
    /// The task that serves the connection: it is aborted when the connection must end.
    pub fn served_by(&self, task: AbortHandle) {
        // Whoever was ended before the task was known is ended now.
        let is_here = {
            let table = self.hall.table();
            let _ = self.seat.task.set(task.clone());
            table.networks.get(&self.seat.network).is_some_and(|seats| seats.contains_key(&self.seat.id))
        };
        if !is_here {
            task.abort();
        }
    }

    /// A further hold on the same place, for the parts that serve it.
    #[must_use]
    pub fn note(&self) -> Note {
        Note { hall: self.hall.clone(), seat: self.seat.clone() }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.hall.table().forget(&self.seat) {
            self.hall.figures.closed();
        }
        self.hall.freed.notify_one();
    }
}

/// Where the parts that serve a connection note what its client is being waited for.
#[derive(Clone)]
pub struct Note {
    hall: Arc<Hall>,
    seat: Arc<Seat>,
}

impl Note {
    /// Another stage begins.
    pub fn stage(&self, stage: Stage) {
        let now_ms = self.hall.now_ms();
        if stage == Stage::Answering {
            self.seat.request.store(now_ms + 1, Ordering::Relaxed);
        }
        self.seat.stage.store(now_ms << 3 | stage as u64, Ordering::Relaxed);
    }

    /// Something came from the client.
    pub fn heard(&self) {
        if matches!(self.seat.stage(), Stage::Fresh | Stage::Silent) {
            self.stage(Stage::Head);
        }
    }

    /// The client does not take what is on its way out.
    pub fn stalled(&self) {
        let at = self.hall.now_ms() + 1;
        let _ = self.seat.going_out.compare_exchange(0, at, Ordering::Relaxed, Ordering::Relaxed);
    }

    /// The client took something of what is on its way out.
    pub fn moved(&self) {
        if self.seat.going_out.load(Ordering::Relaxed) != 0 {
            self.seat.going_out.store(self.hall.now_ms() + 1, Ordering::Relaxed);
        }
    }

    /// Nothing is on its way out any more.
    pub fn sent(&self) {
        if self.seat.going_out.load(Ordering::Relaxed) != 0 {
            self.seat.going_out.store(0, Ordering::Relaxed);
            if self.seat.stage() == Stage::Silent {
                self.stage(Stage::Silent);
            }
        }
    }

    /// How long the client is waited for.
    #[must_use]
    pub fn patience(&self) -> &Patience {
        &self.hall.limits.patience
    }

    /// Asks to keep so many more bytes of the request in memory; false when all requests together have too many.
    #[must_use]
    pub fn keep(&self, bytes: usize) -> bool {
        self.seat.body.fetch_add(bytes, Ordering::Relaxed);
        self.hall.bodies.fetch_add(bytes, Ordering::Relaxed) + bytes <= self.hall.limits.bodies_bytes
    }

    /// The request was answered: what it kept is forgotten, and another is waited for.
    pub fn answered(&self) {
        let kept = self.seat.body.swap(0, Ordering::Relaxed);
        if kept != 0 {
            self.hall.bodies.fetch_sub(kept, Ordering::Relaxed);
        }
        self.stage(Stage::Silent);
    }
}

/// What one household or one landlord of addresses shares: a /24, or a /48.
fn network(address: IpAddr) -> IpNet {
    match address.to_canonical() {
        IpAddr::V4(v4) => IpNet::V4(Ipv4Net::new_assert(v4, 24).trunc()),
        IpAddr::V6(v6) => IpNet::V6(Ipv6Net::new_assert(v6, 48).trunc()),
    }
}

#[cfg(test)]
mod tests;
