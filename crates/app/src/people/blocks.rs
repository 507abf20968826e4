//! Blocking: who is blocked cannot write to the one who blocks and does not find how to reach them. Nobody tells them, and
//! trades between the two go by the ledger's rules as before.

use store::Tx;
use store::members::{Kind, Member, MemberId, State};

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::members;

/// Blocks a member of the same exchange. Once more changes nothing.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the member, and with `error-block-own` and `error-block-administration`;
/// [`Error::NotFound`] when there is no such member there.
pub async fn block(app: &App, actor: &Actor, own: MemberId, other: MemberId) -> Result<()> {
    let mut tx = app.db.write().await?;
    let exchange = of(&mut tx, actor, own).await?.exchange;
    let other = members::get(&mut tx, other).await?;
    actor.may(Action::SeeMember, Subject::member(other.exchange, other.id))?;
    if other.exchange != exchange || other.state != State::Active {
        return Err(Error::NotFound);
    }
    if actor.memberships().iter().any(|membership| membership.member == other.id) {
        return Err(Error::NotAllowed("error-block-own"));
    }
    if other.kind == Kind::Administration {
        return Err(Error::NotAllowed("error-block-administration"));
    }
    store::blocks::add(&mut tx, own, other.id, app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Blocks a member no longer. Once more changes nothing.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the member.
pub async fn unblock(app: &App, actor: &Actor, own: MemberId, other: MemberId) -> Result<()> {
    let mut tx = app.db.write().await?;
    of(&mut tx, actor, own).await?;
    store::blocks::remove(&mut tx, own, other).await?;
    Ok(tx.commit().await?)
}

/// Whom a member of one's own blocks, the latest first; also those who have left since.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the member.
pub async fn blocked(app: &App, actor: &Actor, own: MemberId) -> Result<Vec<Member>> {
    let mut tx = app.db.read().await?;
    of(&mut tx, actor, own).await?;
    let mut found = Vec::new();
    for id in store::blocks::of_member(&mut tx, own).await? {
        found.extend(store::members::get(&mut tx, id).await?);
    }
    Ok(found)
}

/// Whether a member of one's own blocks another.
///
/// # Errors
/// As [`blocked`].
pub async fn is_blocked(app: &App, actor: &Actor, own: MemberId, other: MemberId) -> Result<bool> {
    let mut tx = app.db.read().await?;
    of(&mut tx, actor, own).await?;
    Ok(store::blocks::of_member(&mut tx, own).await?.contains(&other))
}

/// Whether a member has blocked this person as any of the members they are: then they neither write to the member nor see how
/// to reach it.
///
/// # Errors
/// When the database does not answer.
pub async fn stands_between(tx: &mut Tx, actor: &Actor, member: MemberId) -> Result<bool> {
    let blocked = store::blocks::of_member(tx, member).await?;
    Ok(actor.memberships().iter().any(|membership| blocked.contains(&membership.member)))
}

/// The member for whom somebody blocks.
async fn of(tx: &mut Tx, actor: &Actor, own: MemberId) -> Result<Member> {
    let own = members::get(tx, own).await?;
    actor.may(Action::BlockMember, Subject::member(own.exchange, own.id))?;
    Ok(own)
}
