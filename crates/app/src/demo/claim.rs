//! Who makes the demo: one process at a time, in a database that holds nothing else.
//!
//! A mark is set before anything is made and goes when all is made. Where it is found, either somebody is making a demo, who
//! holds its row and is waited for, or somebody was interrupted, and what they left is thrown away. As long as it stands
//! nothing else runs on the database ([`super::is_unfinished`]), so that there is nothing of anybody's to lose.

use store::{Db, Tx, settings, users, wipe};

use super::{MAKING, SETTING};
use crate::error::{Error, Result};

/// What became of asking for the database.
pub(super) enum Claim {
    /// The demo has been made.
    Found,
    /// It is to be made, in an empty database.
    Ours(Held),
}

/// The right to make the demo. Whoever dies gives it back.
pub(super) struct Held(Option<Tx>);

/// Asks for the database until it is clear what is in it.
///
/// # Errors
/// [`Error::NotAllowed`] with `error-demo-not-empty` when something is in the database that is no demo.
pub(super) async fn claim(db: &Db) -> Result<Claim> {
    loop {
        let mut tx = db.write().await?;
        // Waits for whoever is making it. What they have made is seen afterwards.
        let begun = settings::hold(&mut tx, MAKING).await?;
        if settings::get(&mut tx, SETTING).await?.is_some() {
            return Ok(Claim::Found);
        }
        let empty = users::is_nobody_here(&mut tx).await?;
        if begun && empty {
            return Ok(Claim::Ours(Held::of(db, tx).await?));
        }
        if !empty && (!begun || users::is_anybody_real(&mut tx).await?) {
            return Err(Error::NotAllowed("error-demo-not-empty"));
        }
        if begun {
            tracing::warn!("the making of a demo was interrupted: what there is of it is thrown away");
            wipe::everything(&mut tx).await?;
        }
        settings::set(&mut tx, MAKING, "it is no demo before this is gone").await?;
        tx.commit().await?;
    }
}

impl Held {
    /// PostgreSQL holds the mark's row. On SQLite this process is the only writer, and must not stand in its own way.
    async fn of(db: &Db, mut tx: Tx) -> Result<Held> {
        if db.gate().is_none() {
            tx.may_stand_still().await?;
            return Ok(Held(Some(tx)));
        }
        tx.rollback().await?;
        Ok(Held(None))
    }

    /// A transaction in which the mark may be taken away.
    pub(super) async fn end(self, db: &Db) -> Result<Tx> {
        match self.0 {
            Some(tx) => Ok(tx),
            None => Ok(db.write().await?),
        }
    }
}
