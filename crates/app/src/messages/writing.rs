//! Writing a message: the first to somebody about something, or one more.

use ledger::TransferId;
use ledger::id::ExchangeId;
use ledger::time::Instant;
use sha2::{Digest, Sha256};
use store::Tx;
use store::members::{Member, MemberId};
use store::messages::shown;
use store::messages::{self, About, Between, NewMessage};
use uuid::Uuid;

use super::may::{may_write, silence};
use super::reading::own;
use super::telling::{self, TOLD_AFTER_S};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::brake::{self, Brake};
use crate::error::{Error, FieldError, Result};
use crate::exchanges::Exchange;
use crate::form::Form;
use crate::jobs::after;
use crate::market;
use crate::members::{self, Listed};
use crate::memberships::Role;
use crate::trades;

/// Characters of a message, at most.
pub const TEXT_MAX: usize = 4000;
/// How long somebody counts as new, in seconds: a week.
const NEW_S: i64 = 7 * 86_400;
const HOUR_S: i64 = 3600;
const DAY_S: i64 = 86_400;

/// What somebody begins to write about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Nothing that the program knows of.
    Nothing,
    /// An offer or a want of the member who is written to.
    Listing(Uuid),
    /// A trade of the member who is written to.
    Trade(Uuid),
}

/// What is typed into the form of a message.
#[derive(Clone, Copy, Debug)]
pub struct Writing<'a> {
    /// The form's name: sent twice, it is one message.
    pub id: Uuid,
    /// The text.
    pub text: &'a str,
}

/// What a first message would begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// Whom it goes to.
    pub to: Listed,
    /// What about.
    pub about: About,
    /// The listing or the transfer; zero for nothing.
    pub subject: Uuid,
    /// What that is called; a trade may have no words.
    pub title: String,
    /// The conversation that there is about it already.
    pub known: Option<Uuid>,
    /// Why nothing can be written, as an error's code; none if it can.
    pub silence: Option<&'static str>,
}

/// What a first message to the member of this number would begin, for the page that asks for it.
///
/// # Errors
/// [`Error::NotFound`] when there is no such member, listing or trade for this person, [`Error::NotAllowed`] for who may not
/// write, and with `error-message-self`.
pub async fn begin(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (from, number, topic): (MemberId, &str, Topic),
) -> Result<Beginning> {
    actor.signed_in()?;
    actor.may(Action::WriteMessages, Subject::member(exchange.id, from))?;
    let (member, to) = members::find(app, actor, exchange.id, number).await?;
    if actor.operates(to.account) {
        return Err(Error::NotAllowed("error-message-self"));
    }
    let (about, subject, title) = match topic {
        Topic::Nothing => (About::Nothing, Uuid::nil(), String::new()),
        Topic::Listing(uuid) => {
            let listing = market::listing(app, actor, exchange, uuid).await?.listing;
            if listing.member != member.id {
                return Err(Error::NotFound);
            }
            (About::Listing, uuid, listing.title)
        }
        Topic::Trade(uuid) => (About::Trade, uuid, trade(app, actor, (exchange.id, &to), uuid).await?),
    };
    let mut tx = app.db.read().await?;
    let between = Between { exchange: exchange.id, sides: [from, member.id], about, subject };
    let known = messages::find(&mut tx, &between).await?.map(|(_, uuid)| uuid);
    let silence = silence(&mut tx, actor, (from, member.id)).await?;
    Ok(Beginning { to, about, subject, title, known, silence })
}

/// The words of a trade of this member's that the reader may see.
async fn trade(
    app: &App,
    actor: &Actor,
    (exchange, to): (ExchangeId, &Listed),
    uuid: Uuid,
) -> Result<String> {
    let row = store::transfers::get(&mut app.db.read().await?, TransferId(uuid)).await?;
    let row = row.filter(|row| row.exchange == exchange && [row.payer, row.payee].contains(&to.account));
    let row = row.ok_or(Error::NotFound)?;
    trades::may_see(actor, &row)?;
    Ok(row.description)
}

/// Writes the first message to the member of this number about something, or one more where there are some already. Gives
/// the conversation.
///
/// # Errors
/// As [`begin`]; [`Error::NotAllowed`] with the reason when the two may not write to each other; [`Error::Wrong`] on field
/// `text`, also when too many were written within a while.
pub async fn write_first(
    app: &App,
    actor: &Actor,
    exchange: &Exchange,
    (from, number, topic): (MemberId, &str, Topic),
    writing: Writing<'_>,
) -> Result<Uuid> {
    let beginning = begin(app, actor, exchange, (from, number, topic)).await?;
    if let Some(code) = beginning.silence {
        return Err(Error::NotAllowed(code));
    }
    let text = checked(writing.text)?;
    let id = match named(app, from, (writing.id, &text)).await? {
        Named::Sent(conversation) => return Ok(conversation),
        Named::Fresh(id) => id,
    };
    let writer = members::get(&mut app.db.read().await?, from).await?;
    let first = if beginning.known.is_none() { First::Yes } else { First::No };
    slow_down(app, actor, &writer, first).await?;

    let (about, subject) = (beginning.about, beginning.subject);
    let between = Between { exchange: exchange.id, sides: [from, beginning.to.id], about, subject };
    let now = app.clock.now();
    let title = if about == About::Listing { beginning.title.as_str() } else { "" };
    let new = Outgoing { id, from, to: beginning.to.id, text: &text };
    let fresh = app.random.uuid(now)?;
    let mut tx = app.db.write().await?;
    may_write(&mut tx, actor, (from, beginning.to.id)).await?;
    let (conversation, uuid) = messages::begin(&mut tx, &between, (fresh, title), now).await?;
    match add(&mut tx, app, (conversation, uuid), &new.message(actor, now)).await? {
        // The same form, sent twice at the same moment.
        Added::Before => {
            drop(tx);
            let sent = shown::message(&mut app.db.read().await?, id).await?;
            return sent.map(|(_, conversation)| conversation).ok_or(Error::NotFound);
        }
        Added::Now => {}
    }
    tx.commit().await?;
    Ok(uuid)
}

/// Writes one more message in a conversation of one's own.
///
/// # Errors
/// [`Error::NotFound`] for anyone but its two sides; else as [`write_first`].
pub async fn answer(
    app: &App,
    actor: &Actor,
    (exchange, conversation): (ExchangeId, Uuid),
    writing: Writing<'_>,
) -> Result<()> {
    let mut tx = app.db.read().await?;
    let own = own(&mut tx, actor, exchange, conversation).await?;
    actor.may(Action::WriteMessages, Subject::member(exchange, own.member))?;
    may_write(&mut tx, actor, (own.member, own.other)).await?;
    let writer = members::get(&mut tx, own.member).await?;
    drop(tx);
    let text = checked(writing.text)?;
    let Named::Fresh(id) = named(app, own.member, (writing.id, &text)).await? else { return Ok(()) };
    slow_down(app, actor, &writer, First::No).await?;
    let new = Outgoing { id, from: own.member, to: own.other, text: &text };
    let mut tx = app.db.write().await?;
    may_write(&mut tx, actor, (own.member, own.other)).await?;
    let place = (messages::ConversationId(own.id), own.uuid);
    match add(&mut tx, app, place, &new.message(actor, app.clock.now())).await? {
        Added::Before => Ok(()),
        Added::Now => Ok(tx.commit().await?),
    }
}

/// Whether a message was added.
enum Added {
    Now,
    /// There is one of its name, and the transaction is spoilt.
    Before,
}

/// Adds a message, and pushes it where that is due.
async fn add(
    tx: &mut Tx,
    app: &App,
    (conversation, uuid): (messages::ConversationId, Uuid),
    new: &NewMessage<'_>,
) -> Result<Added> {
    match messages::add(tx, conversation, new).await {
        Err(store::Error::Taken) => return Ok(Added::Before),
        added => {
            if added? {
                telling::push(tx, app, (uuid, new.to)).await?;
            }
        }
    }
    Ok(Added::Now)
}

/// A message on its way.
struct Outgoing<'a> {
    id: Uuid,
    from: MemberId,
    to: MemberId,
    text: &'a str,
}

impl Outgoing<'_> {
    fn message(&self, actor: &Actor, now: Instant) -> NewMessage<'_> {
        NewMessage {
            uuid: self.id,
            sender: self.from,
            to: self.to,
            author: actor.id(),
            body: self.text,
            at: now,
            tell_at: after(now, TOLD_AFTER_S),
        }
    }
}

fn checked(typed: &str) -> Result<String> {
    let mut form = Form::new();
    let text = form.text("text", typed, TEXT_MAX);
    if text.is_empty() {
        form.wrong("text", "error-required");
    }
    form.finish()?;
    Ok(text)
}

/// What a form's name leads to.
enum Named {
    /// Nothing of this name was written yet.
    Fresh(Uuid),
    /// It was, in this conversation.
    Sent(Uuid),
}

/// Whoever goes back in the browser finds the form with the name that was sent, and may write something else into it: that
/// is another message, whose name follows from both.
async fn named(app: &App, from: MemberId, (id, text): (Uuid, &str)) -> Result<Named> {
    let mut tx = app.db.read().await?;
    let Some((found, conversation)) = shown::message(&mut tx, id).await? else { return Ok(Named::Fresh(id)) };
    if found.sender == from && found.body == text {
        return Ok(Named::Sent(conversation));
    }
    let mut hasher = Sha256::new();
    hasher.update(id.as_bytes());
    hasher.update(from.0.to_be_bytes());
    hasher.update(text);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize()[..16]);
    let other = uuid::Builder::from_random_bytes(bytes).into_uuid();
    Ok(match shown::message(&mut tx, other).await? {
        Some((_, conversation)) => Named::Sent(conversation),
        None => Named::Fresh(other),
    })
}

/// Whether a message begins a conversation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Yes,
    No,
}

/// Slows down who writes to everybody. Whoever looks after an exchange has reason to write to many; whoever has just come
/// has little. Counted by user, so that several memberships are not several voices.
async fn slow_down(app: &App, actor: &Actor, writer: &Member, first: First) -> Result<()> {
    let keeps =
        [Role::Admin, Role::Coordinator].into_iter().any(|role| actor.has_role(writer.exchange, role));
    let joined = writer.joined_at.unwrap_or(writer.applied_at);
    let is_new = after(joined, NEW_S) > app.clock.now();
    // Conversations begun in an hour and in a day, messages in an hour.
    let (hour, day, messages) = match (keeps, is_new) {
        (true, _) => (200, 400, 300),
        (false, true) => (5, 10, 40),
        (false, false) => (20, 50, 120),
    };
    let counted = actor.id().0.to_string();
    let brake = |purpose, limit, window_s| Brake { purpose, counted: &counted, limit, window_s };
    let all = [
        brake("message", messages, HOUR_S),
        brake("conversation", hour, HOUR_S),
        brake("conversation-day", day, DAY_S),
    ];
    let some = if first == First::Yes { &all[..] } else { &all[..1] };
    let Some(held) = brake::held(app, some).await? else { return Ok(()) };
    let minutes = (held.wait_s + 59) / 60;
    let (code, wait) = match held.purpose {
        "message" => ("error-messages-minutes", minutes),
        _ if minutes < 120 => ("error-conversations-minutes", minutes),
        _ => ("error-conversations-hours", (minutes + 59) / 60),
    };
    Err(Error::Wrong(vec![FieldError { field: "text", code, args: vec![("wait", wait.to_string())] }]))
}
