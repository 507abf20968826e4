//! Transfers.

use std::collections::HashMap;

use ledger::{AccountId, Instant, UserId};
use store::Tx;
use store::exchanges::Exchange;
use store::lists::transfers::{By, Filter};
use store::lists::{Cut, Direction};
use store::transfers::TransferRow;
use uuid::Uuid;

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::trades;

/// Which transfers are wanted. Accounts are named as they are outside; ones that are not there have no transfers.
#[derive(Clone, Debug)]
pub struct Transfers {
    /// One of these gives units; none: whoever.
    pub payer: Option<Vec<Uuid>>,
    /// One of these gets units; none: whoever.
    pub payee: Option<Vec<Uuid>>,
    /// One of these is a side; none: whosever.
    pub account: Option<Vec<Uuid>>,
    /// A part of the description; empty: all.
    pub words: String,
    /// The earliest that it may have been updated.
    pub from: Instant,
    /// It was updated before this.
    pub before: Instant,
    /// What they are sorted by.
    pub by: (By, Direction),
    /// Which part.
    pub cut: Cut,
}

/// A part of an exchange's transfers: for coordinators, administrators and services all, for a member its own.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone else.
pub async fn transfers(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    wanted: &Transfers,
) -> Result<Vec<TransferRow>> {
    let of = whose(actor, exchange)?;
    let mut tx = app.db.read().await?;
    let filter = Filter {
        exchange: exchange.id,
        of,
        payer: ids(&mut tx, exchange, wanted.payer.as_ref()).await?,
        payee: ids(&mut tx, exchange, wanted.payee.as_ref()).await?,
        side: ids(&mut tx, exchange, wanted.account.as_ref()).await?,
        words: wanted.words.clone(),
        from: wanted.from,
        before: wanted.before,
        by: wanted.by,
        cut: wanted.cut,
    };
    Ok(store::lists::transfers::page(&mut tx, &filter).await?)
}

/// Whose transfers somebody sees; none: everyone's.
fn whose(actor: &Actor, exchange: &Exchange) -> Result<Option<Vec<AccountId>>> {
    let here = Subject::exchange(exchange.id);
    if actor.can(Action::SeeTradeAny, here) {
        return Ok(None);
    }
    let of_here = actor.memberships().iter().filter(|membership| membership.exchange == exchange.id);
    let own = |account: &AccountId| {
        actor.operates(*account) && actor.can(Action::SeeTradeOwn, Subject::account(exchange.id, *account))
    };
    let own: Vec<AccountId> = of_here.filter_map(|membership| membership.account).filter(own).collect();
    if own.is_empty() {
        actor.may(Action::SeeTradeAny, here)?;
    }
    Ok(Some(own))
}

async fn ids(tx: &mut Tx, exchange: &Exchange, uuids: Option<&Vec<Uuid>>) -> Result<Option<Vec<AccountId>>> {
    let Some(uuids) = uuids else { return Ok(None) };
    Ok(Some(store::lists::accounts::named(tx, exchange.id, uuids).await?))
}

/// One transfer of an exchange, for its sides and for those who see all.
///
/// # Errors
/// [`Error::NotFound`] when there is none, also for strangers; [`Error::NotAllowed`] for other members.
pub async fn transfer(app: &App, actor: &Actor, exchange: &Exchange, uuid: Uuid) -> Result<TransferRow> {
    let mut tx = app.db.read().await?;
    let found = store::transfers::get(&mut tx, ledger::TransferId(uuid)).await?;
    let here = found.filter(|row| row.exchange == exchange.id && row.state != "deleted");
    match here {
        Some(row) if trades::may_see(actor, &row).is_ok() => Ok(row),
        // Members of the exchange hear that it is not theirs; for strangers nothing is there, or nobody to ask for it.
        Some(_) if actor.can(Action::SeeDirectory, Subject::exchange(exchange.id)) => {
            Err(Error::NotAllowed("error-not-your-side"))
        }
        Some(_) | None => {
            actor.may(Action::SeeDirectory, Subject::exchange(exchange.id))?;
            Err(Error::NotFound)
        }
    }
}

/// These transfers of an exchange in this order, as far as this person may see them: those that they have just made.
///
/// # Errors
/// When the database fails.
pub async fn made(app: &App, actor: &Actor, exchange: &Exchange, uuids: &[Uuid]) -> Result<Vec<TransferRow>> {
    let mut rows = store::transfers::get_all(&mut app.db.read().await?, uuids).await?;
    rows.retain(|row| row.exchange == exchange.id && trades::may_see(actor, row).is_ok());
    rows.sort_by_key(|row| uuids.iter().position(|uuid| *uuid == row.uuid));
    Ok(rows)
}

/// Who made these transfers, by their names outside: for those who keep the books, and of what one made oneself.
///
/// # Errors
/// When the database fails.
pub async fn makers(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    rows: &[TransferRow],
) -> Result<HashMap<UserId, Uuid>> {
    let sees_all = actor.can(Action::SeeTradeAny, Subject::exchange(exchange.id));
    let shown = |user: &UserId| sees_all || *user == actor.id();
    let mut users: Vec<UserId> = rows.iter().map(|row| row.made_by).filter(shown).collect();
    users.sort_unstable();
    users.dedup();
    let found = store::lists::users(&mut app.db.read().await?, &users).await?;
    Ok(found.into_iter().map(|user| (user.id, user.uuid)).collect())
}
