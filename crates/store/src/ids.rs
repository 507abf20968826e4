//! Ids of rows, handed out in blocks, so that several processes never need the same one.
//!
//! On SQLite a block is taken in the transaction that needs it, since only one can write. On PostgreSQL it is taken on a
//! connection of its own and committed at once: transactions that need ids of several kinds, each in its own order, would
//! otherwise hold the rows of `id_blocks` and wait for each other in a circle.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use sqlx::PgPool;

use crate::error::Result;
use crate::tx::{Tx, split};

/// How many ids a process takes at a time.
const BLOCK: i64 = 1000;

/// A kind of row that has ids of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Series {
    /// Logins.
    Users,
    /// Communities.
    Exchanges,
    /// People and organisations in an exchange.
    Members,
    /// Accounts.
    Accounts,
    /// Transfers, committed or not.
    Transfers,
    /// Entries of committed transfers.
    Entries,
    /// Acts that change what the ledger's rules read.
    Acts,
    /// Administrative acts that no rule reads.
    Audit,
    /// Queued work.
    Jobs,
    /// What offers and wants are sorted by.
    Categories,
    /// Offers and wants.
    Listings,
    /// Pictures of listings and members.
    Pictures,
    /// Parts of an exchange.
    Areas,
    /// What members tell the administrators.
    Reports,
    /// What the two sides of a trade say of each other.
    Recommendations,
    /// What two members write to each other about one thing.
    Conversations,
    /// What they write.
    Messages,
    /// What users are told.
    Notices,
    /// What administrators tell everybody.
    Announcements,
    /// What administrators write to members.
    Newsletters,
    /// What members look for again and again.
    SavedSearches,
}

impl Series {
    /// Its name in `id_blocks`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Exchanges => "exchanges",
            Self::Members => "members",
            Self::Accounts => "accounts",
            Self::Transfers => "transfers",
            Self::Entries => "entries",
            Self::Acts => "acts",
            Self::Audit => "audit",
            Self::Jobs => "jobs",
            Self::Categories => "categories",
            Self::Listings => "listings",
            Self::Pictures => "pictures",
            Self::Areas => "areas",
            Self::Reports => "reports",
            Self::Recommendations => "recommendations",
            Self::Conversations => "conversations",
            Self::Messages => "messages",
            Self::Notices => "notices",
            Self::Announcements => "announcements",
            Self::Newsletters => "newsletters",
            Self::SavedSearches => "saved_searches",
        }
    }
}

/// Takes a block off a series.
const TAKE: &str = "INSERT INTO id_blocks (name, next) VALUES ($1, 1 + $2)
     ON CONFLICT (name) DO UPDATE SET next = id_blocks.next + $2 RETURNING next";

/// The rest of the blocks that this process has taken and committed.
#[derive(Clone, Default)]
pub(crate) struct Ids {
    rest: Arc<Mutex<HashMap<Series, Range<i64>>>>,
    /// The one connection that blocks are taken on, where that is not the transaction's own.
    apart: Option<PgPool>,
}

impl Ids {
    /// Ids whose blocks are taken apart from transactions, on the single connection of this pool.
    pub(crate) fn apart(pool: PgPool) -> Self {
        Self { rest: Arc::default(), apart: Some(pool) }
    }

    /// Takes a block apart from any transaction, if that is the way here, and gives the first ids of it.
    pub(crate) async fn take(&self, series: Series, count: i64) -> Result<Option<Range<i64>>> {
        let Some(pool) = &self.apart else { return Ok(None) };
        let mut conn = pool.acquire().await?;
        // Whoever had the connection before may have taken enough for both.
        if let Some(range) = self.cached(series, count) {
            return Ok(Some(range));
        }
        let size = count.max(BLOCK);
        let taken = sqlx::query_as(TAKE).bind(series.as_str()).bind(size).fetch_one(&mut *conn).await;
        let (next,): (i64,) = taken?;
        let mut block = next - size..next;
        let range = split(&mut block, count);
        self.keep(HashMap::from([(series, block)]));
        Ok(range)
    }

    /// Closes the connection that blocks are taken on.
    pub(crate) async fn close(&self) {
        if let Some(pool) = &self.apart {
            pool.close().await;
        }
    }

    /// The next ids out of what is at hand, if that is enough.
    pub(crate) fn cached(&self, series: Series, count: i64) -> Option<Range<i64>> {
        let mut rest = self.rest.lock().unwrap_or_else(PoisonError::into_inner);
        rest.get_mut(&series).and_then(|range| split(range, count))
    }

    /// Keeps the rest of blocks whose taking has been committed. Of two blocks the longer is kept.
    pub(crate) fn keep(&self, fresh: HashMap<Series, Range<i64>>) {
        let mut rest = self.rest.lock().unwrap_or_else(PoisonError::into_inner);
        for (series, range) in fresh {
            let kept = rest.entry(series).or_insert(0..0);
            if range.end - range.start > kept.end - kept.start {
                *kept = range;
            }
        }
    }
}

/// Takes a block of at least `count` ids; it belongs to the transaction until that commits.
pub(crate) async fn take_block(tx: &mut Tx, series: Series, count: i64) -> Result<Range<i64>> {
    let size = count.max(BLOCK);
    let (next,): (i64,) =
        on!(tx, conn => sqlx::query_as(TAKE).bind(series.as_str()).bind(size).fetch_one(conn).await)?;
    Ok(next - size..next)
}
