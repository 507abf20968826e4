//! One transaction, on whichever database.

use std::collections::HashMap;
use std::ops::Range;

use ledger::id::UserId;
use ledger::time::Instant;
use sqlx::{Postgres, Sqlite, Transaction};
use tokio::sync::OwnedMutexGuard;

use crate::alarm::Alarm;
use crate::changes::Changes;
use crate::error::{Error, Result};
use crate::ids::{Ids, Series};

/// Runs one sqlx expression on whichever database this transaction belongs to.
macro_rules! on {
    ($tx:expr, $conn:ident => $query:expr) => {
        match &mut $tx.inner {
            $crate::tx::Inner::Sqlite { tx, .. } => {
                let $conn = &mut **tx;
                $query
            }
            $crate::tx::Inner::Postgres(tx) => {
                let $conn = &mut **tx;
                $query
            }
        }
    };
}

/// Who does something, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    /// Who.
    pub user: UserId,
    /// When.
    pub at: Instant,
}

/// A transaction: a snapshot to read from, or changes that count once [`Tx::commit`] has answered.
/// Dropping it undoes what it did.
pub struct Tx {
    pub(crate) inner: Inner,
    ids: Ids,
    alarm: Alarm,
    /// Ids of blocks taken in this transaction: nobody else's until it has committed.
    fresh: HashMap<Series, Range<i64>>,
    /// Where its commit is noted, unless it changes nothing that anyone keeps.
    changes: Option<Changes>,
}

pub(crate) enum Inner {
    // The turn comes after the transaction: fields are dropped in order, and the turn ends last.
    Sqlite { tx: Transaction<'static, Sqlite>, _turn: Option<OwnedMutexGuard<()>> },
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    pub(crate) fn new(inner: Inner, (ids, alarm): (Ids, Alarm), changes: Option<Changes>) -> Self {
        Self { inner, ids, alarm, fresh: HashMap::new(), changes }
    }

    /// Makes everything that was done lasting. When this answers, it is on the disk.
    ///
    /// # Errors
    /// When the outcome is unknown (a lost connection) or the database refused; then nothing may be assumed done.
    pub async fn commit(self) -> Result<()> {
        let _noted = self.changes.as_ref().map(Changes::note);
        match self.inner {
            Inner::Sqlite { tx, _turn } => self.alarm.heed(tx.commit().await.map_err(Error::from))?,
            Inner::Postgres(tx) => tx.commit().await?,
        }
        self.ids.keep(self.fresh);
        Ok(())
    }

    /// Undoes everything that was done. Dropping does the same a little later.
    ///
    /// # Errors
    /// When the connection is lost; then it is undone too.
    pub async fn rollback(self) -> Result<()> {
        match self.inner {
            Inner::Sqlite { tx, _turn } => tx.rollback().await?,
            Inner::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }

    /// Lets this transaction stand still for as long as it takes; PostgreSQL ends others that do for ten seconds.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn may_stand_still(&mut self) -> Result<()> {
        if let Inner::Postgres(tx) = &mut self.inner {
            sqlx::query("SET LOCAL idle_in_transaction_session_timeout = 0").execute(&mut **tx).await?;
        }
        Ok(())
    }

    /// The next free id of a series. Ids of a transaction that is undone may be lost: gaps mean nothing.
    ///
    /// # Errors
    /// When a further block has to be taken and the database refuses.
    pub async fn id(&mut self, series: Series) -> Result<i64> {
        Ok(self.ids(series, 1).await?.start)
    }

    /// The next `count` free ids of a series, one after the other.
    ///
    /// # Errors
    /// As [`Tx::id`].
    pub async fn ids(&mut self, series: Series, count: i64) -> Result<Range<i64>> {
        assert!(count > 0, "ids are taken at least one at a time");
        if let Some(range) = self.fresh.get_mut(&series).and_then(|fresh| split(fresh, count)) {
            return Ok(range);
        }
        if let Some(range) = self.ids.cached(series, count) {
            return Ok(range);
        }
        if let Some(range) = self.ids.take(series, count).await? {
            return Ok(range);
        }
        let mut block = crate::ids::take_block(self, series, count).await?;
        let range = split(&mut block, count).unwrap_or_else(|| unreachable!("a block holds what was asked"));
        self.fresh.insert(series, block);
        Ok(range)
    }
}

/// Takes the first `count` ids off a range that has as many.
pub(crate) fn split(from: &mut Range<i64>, count: i64) -> Option<Range<i64>> {
    let end = from.start.checked_add(count).filter(|end| *end <= from.end)?;
    let taken = from.start..end;
    from.start = end;
    Some(taken)
}
