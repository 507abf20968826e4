//! Whether two members may write to each other.

use store::Tx;
use store::exchanges::State as ExchangeState;
use store::members::{MemberId, State};

use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::members;
use crate::people::blocks;

/// Makes sure that a member may write to another now: both are of one exchange that is at work, and neither has left or was
/// stopped, nor has the other blocked this person. Whatever else keeps two people apart is to be asked here, and nowhere else: pages and letters follow from it.
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
    // Whoever looks after the exchange reaches everybody.
    let looks_after = actor.can(Action::StopListing, Subject::exchange(writer.exchange));
    if !looks_after && blocks::stands_between(tx, actor, to).await? {
        return Err(Error::NotAllowed("error-message-closed"));
    }
    Ok(())
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
