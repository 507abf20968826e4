//! Whether two members may write to each other.

use ledger::id::UserId;
use store::Tx;
use store::exchanges::State as ExchangeState;
use store::members::{Member, MemberId, State};

use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::members;
use crate::people::blocks;

/// Makes sure that a member may write to another now: both are of one exchange that is at work, and neither has left or was
/// stopped, nor has one blocked the other. Whatever else keeps two people apart is to be asked in this file, and nowhere
/// else: pages and letters follow from it.
///
/// # Errors
/// [`Error::NotAllowed`] with the reason, [`Error::NotFound`] when they are of two exchanges.
pub(super) async fn may_write(tx: &mut Tx, actor: &Actor, (from, to): (MemberId, MemberId)) -> Result<()> {
    let writer = members::get(tx, from).await?;
    let reader = members::get(tx, to).await?;
    if writer.exchange != reader.exchange {
        return Err(Error::NotFound);
    }
    let home = store::exchanges::get(tx, writer.exchange).await?.ok_or(Error::NotFound)?;
    if home.state != ExchangeState::Active {
        return Err(Error::NotAllowed("error-message-exchange"));
    }
    for (member, stopped) in [(&writer, "error-suspended"), (&reader, "error-message-stopped")] {
        let line = store::members::directory::line(tx, member.id).await?;
        match line.map(|line| line.account_state).as_deref() {
            _ if member.state != State::Active => return Err(Error::NotAllowed("error-message-left")),
            None | Some("closed") => return Err(Error::NotAllowed("error-message-left")),
            Some("suspended") => return Err(Error::NotAllowed(stopped)),
            Some(_) => {}
        }
    }
    // Who cannot answer is not to be written to either.
    if store::blocks::is_blocked(tx, from, to).await? {
        return Err(Error::NotAllowed("error-message-unblock"));
    }
    if is_kept_off(tx, actor, &reader).await? {
        return Err(Error::NotAllowed("error-message-closed"));
    }
    Ok(())
}

/// Whether a member has blocked this person. Whoever looks after the exchange reaches everybody.
async fn is_kept_off(tx: &mut Tx, actor: &Actor, reader: &Member) -> Result<bool> {
    let looks_after = actor.can(Action::Announce, Subject::exchange(reader.exchange));
    Ok(!looks_after && blocks::stands_between(tx, actor, reader.id).await?)
}

/// Whether letters still tell a member of what this user wrote as another: not if the reader has blocked them since, nor if they
/// were stopped.
pub(super) async fn is_told(
    tx: &mut Tx,
    author: UserId,
    (writer, reader): (MemberId, &Member),
) -> Result<bool> {
    let line = store::members::directory::line(tx, writer).await?;
    if line.is_some_and(|line| line.account_state == "suspended") {
        return Ok(false);
    }
    match Actor::load(tx, author, None).await? {
        Some(author) => Ok(!is_kept_off(tx, &author, reader).await?),
        None => Ok(true),
    }
}

/// The reason why a member may not write to another, or nothing.
pub(super) async fn silence(
    tx: &mut Tx,
    actor: &Actor,
    sides: (MemberId, MemberId),
) -> Result<Option<&'static str>> {
    match may_write(tx, actor, sides).await {
        Ok(()) => Ok(None),
        Err(Error::NotAllowed(code)) => Ok(Some(code)),
        Err(error) => Err(error),
    }
}
