//! What people see of their messages: all conversations, one, and how many hold something new.

use ledger::id::ExchangeId;
use ledger::time::Instant;
use store::Tx;
use store::members::{MemberId, State};
use store::messages::shown::{self, Conversation, Message};
use store::messages::{self, About, ConversationId, Letters};
use uuid::Uuid;

use super::may::silence;
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::exchanges::Exchange;
use crate::market;

/// How many conversations a page has.
const PAGE: usize = 30;
/// How many messages of a conversation are shown at once.
const MESSAGES: usize = 50;

/// Where a page of conversations ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// When the newest message of the last one was written.
    pub at: Instant,
    /// Its id.
    pub id: i64,
}

/// A page of a member's conversations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbox {
    /// Those with the newest messages first.
    pub conversations: Vec<Conversation>,
    /// Where this page ends, if another follows.
    pub next: Option<Position>,
}

/// A conversation as one of its sides reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The conversation, as it was before it was opened.
    pub conversation: Conversation,
    /// The newest messages, or those before a number, oldest first.
    pub messages: Vec<Message>,
    /// Below which number older ones are, if there are any.
    pub earlier: Option<i64>,
    /// Why nothing can be written here any more, as an error's code; none while it can.
    pub silence: Option<&'static str>,
    /// Whether the reader can still look at what it is about.
    pub leads_on: bool,
}

/// A page of a member's conversations.
///
/// # Errors
/// [`Error::NotAllowed`] and [`Error::NotFound`] for anyone but the member.
pub async fn inbox(
    app: &App,
    actor: &Actor,
    (exchange, member): (ExchangeId, MemberId),
    after: Option<Position>,
) -> Result<Inbox> {
    actor.may(Action::ReadMessages, Subject::member(exchange, member))?;
    let after = after.map(|position| (position.at, position.id));
    let limit = i64::try_from(PAGE).unwrap_or(i64::MAX) + 1;
    let mut conversations = shown::of_member(&mut app.db.read().await?, member, after, limit).await?;
    let more = conversations.len() > PAGE;
    conversations.truncate(PAGE);
    let next = conversations.last().filter(|_| more).map(|last| Position { at: last.last_at, id: last.id });
    Ok(Inbox { conversations, next })
}

/// Opens a conversation of one's own: its newest messages, which have been read by that, or those below a number.
///
/// # Errors
/// [`Error::NotFound`] for anyone but its two sides; visitors hear [`Error::NotAllowed`] with `error-sign-in-first`.
pub async fn open(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (conversation, below): (Uuid, Option<i64>),
) -> Result<Opened> {
    let mut tx = app.db.read().await?;
    let own = own(&mut tx, actor, exchange.id, conversation).await?;
    let limit = i64::try_from(MESSAGES).unwrap_or(i64::MAX) + 1;
    let mut messages = shown::before(&mut tx, own.id, below.unwrap_or(i64::MAX), limit).await?;
    let more = messages.len() > MESSAGES;
    messages.truncate(MESSAGES);
    messages.reverse();
    let earlier = messages.first().filter(|_| more).map(|first| first.number);
    let silence = silence(&mut tx, actor, (own.member, own.other)).await?;
    drop(tx);
    if below.is_none() && own.heard > own.seen {
        let mut tx = app.db.write().await?;
        // No further than what was read: what came meanwhile is still new.
        messages::mark_seen(&mut tx, (ConversationId(own.id), own.member), own.last_number).await?;
        tx.commit().await?;
    }
    let leads_on = match own.about {
        About::Nothing => false,
        About::Trade => true,
        About::Listing => market::listing(app, actor, exchange, own.subject).await.is_ok(),
    };
    Ok(Opened { conversation: own, messages, earlier, silence, leads_on })
}

/// The side of a conversation that this person operates: the one they act for, if they operate both.
pub(super) async fn own(
    tx: &mut Tx,
    actor: &Actor,
    exchange: ExchangeId,
    conversation: Uuid,
) -> Result<Conversation> {
    actor.signed_in()?;
    let sides = shown::both_sides(tx, conversation).await?;
    let acting = actor.acting_in(exchange).map(|membership| membership.member);
    let is_own = |side: &&Conversation| {
        let mine = |side: &Conversation| {
            let of_it = actor.memberships().iter().find(|membership| membership.member == side.member);
            of_it.is_some_and(|membership| membership.state == State::Active)
        };
        side.exchange == exchange && mine(side)
    };
    let own = sides.iter().filter(is_own).max_by_key(|side| acting == Some(side.member));
    let own = own.cloned().ok_or(Error::NotFound)?;
    actor.may(Action::ReadMessages, Subject::member(exchange, own.member))?;
    Ok(own)
}

/// Lets no letters come of a conversation of one's own.
///
/// # Errors
/// As [`open`].
pub async fn mute(app: &App, actor: &Actor, exchange: ExchangeId, conversation: Uuid) -> Result<()> {
    set_letters(app, actor, (exchange, conversation), Letters::Muted).await
}

/// Lets letters come of a conversation of one's own again.
///
/// # Errors
/// As [`open`].
pub async fn unmute(app: &App, actor: &Actor, exchange: ExchangeId, conversation: Uuid) -> Result<()> {
    set_letters(app, actor, (exchange, conversation), Letters::Sent).await
}

async fn set_letters(
    app: &App,
    actor: &Actor,
    (exchange, conversation): (ExchangeId, Uuid),
    letters: Letters,
) -> Result<()> {
    let mut tx = app.db.write().await?;
    let own = own(&mut tx, actor, exchange, conversation).await?;
    messages::set_letters(&mut tx, (ConversationId(own.id), own.member), letters).await?;
    Ok(tx.commit().await?)
}

/// How many conversations of a member hold something new; for anyone else none do.
///
/// # Errors
/// When the database fails.
pub async fn unread(app: &App, actor: &Actor, member: MemberId) -> Result<u32> {
    if !actor.memberships().iter().any(|membership| membership.member == member) {
        return Ok(0);
    }
    let counted = app.kept.unread.or_read(app, member, async |tx| {
        let count = shown::count_unread(tx, member).await?;
        Ok(Some(u32::try_from(count).unwrap_or(u32::MAX)))
    });
    Ok(counted.await?.unwrap_or(0))
}
