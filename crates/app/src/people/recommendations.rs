//! Recommendations: whoever was in a trade that counts may say a few words of the other side, once a trade. The recommended one
//! may answer once; the writer may take it back; an administrator may hide it with a reason.

use ledger::TransferId;
use ledger::id::ExchangeId;
use ledger::transfer;
use store::Tx;
use store::members::{Kind, Member, MemberId, State as MemberState};
use store::recommendations::NewRecommendation;
pub use store::recommendations::{Recommendation, State};
use store::transfers::TransferRow;
use uuid::Uuid;

use super::blocks;
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::error::{Error, Result};
use crate::form::Form;
use crate::members;

/// Characters of a recommendation or its answer, at most.
pub const WORDS_MAX: usize = 600;
/// Recommendations of a member that are shown.
const MOST: i64 = 50;

/// A trade of which somebody may say something of the other side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Who would write.
    pub writer: MemberId,
    /// Who would be recommended.
    pub other: Member,
    transfer: i64,
}

/// What a trade lets this person say of its other side.
///
/// # Errors
/// [`Error::NotFound`] when there is nothing to say (any more): the trade does not count, the person was not in it, has written
/// already, or the other one has left or does not want to hear of them.
pub async fn open(app: &App, actor: &Actor, exchange: ExchangeId, trade: TransferId) -> Result<Open> {
    open_in(&mut app.db.read().await?, actor, exchange, trade).await
}

async fn open_in(tx: &mut Tx, actor: &Actor, exchange: ExchangeId, trade: TransferId) -> Result<Open> {
    actor.signed_in()?;
    let row = store::transfers::get(tx, trade).await?.filter(|row| row.exchange == exchange && counts(row));
    let row = row.ok_or(Error::NotFound)?;
    let (own, other) = match (actor.operates(row.payer), actor.operates(row.payee)) {
        (true, false) => (row.payer, row.payee),
        (false, true) => (row.payee, row.payer),
        // Neither a stranger nor somebody who was both sides.
        (true, true) | (false, false) => return Err(Error::NotFound),
    };
    let writer = store::members::by_account(tx, own).await?.ok_or(Error::NotFound)?;
    let other = store::members::by_account(tx, other).await?.ok_or(Error::NotFound)?;
    actor.may(Action::Recommend, Subject::member(exchange, writer.id))?;
    let fits = |member: &Member| {
        member.exchange == exchange
            && member.state == MemberState::Active
            && member.kind != Kind::Administration
    };
    let unwanted = blocks::stands_between(tx, actor, other.id).await?;
    if !fits(&writer)
        || !fits(&other)
        || unwanted
        || store::recommendations::is_written(tx, row.id, writer.id).await?
    {
        return Err(Error::NotFound);
    }
    Ok(Open { writer: writer.id, other, transfer: row.id })
}

/// Whether a transfer is a trade that counts and was not reversed.
fn counts(row: &TransferRow) -> bool {
    row.state == "committed"
        && row.reversed_by.is_none()
        && matches!(row.kind, transfer::Kind::Trade | transfer::Kind::Replacement)
}

/// Says a few words of the other side of a trade; gives that side. The form carries the recommendation's name: sent twice, it is
/// said once.
///
/// # Errors
/// [`Error::Wrong`] on field `words`, otherwise as [`open`].
pub async fn recommend(
    app: &App,
    actor: &Actor,
    (exchange, trade, uuid): (ExchangeId, TransferId, Uuid),
    words: &str,
) -> Result<Member> {
    let mut tx = app.db.write().await?;
    let made = store::recommendations::get(&mut tx, exchange, uuid).await?;
    if let Some(made) = made.filter(|made| is_own(actor, made.writer)) {
        return members::get(&mut tx, made.member).await;
    }
    let open = open_in(&mut tx, actor, exchange, trade).await?;
    let words = checked(words)?;
    let new = NewRecommendation {
        uuid,
        exchange,
        transfer: open.transfer,
        writer: open.writer,
        member: open.other.id,
        words: &words,
        made_at: app.clock.now(),
    };
    match store::recommendations::insert(&mut tx, &new).await {
        // The same form, sent twice at the same moment.
        Err(store::Error::Taken) => return Ok(open.other),
        inserted => inserted?,
    }
    tx.commit().await?;
    Ok(open.other)
}

fn checked(words: &str) -> Result<String> {
    let mut form = Form::new();
    let words = form.text("words", words, WORDS_MAX);
    if words.is_empty() {
        form.wrong("words", "error-required");
    }
    form.finish()?;
    Ok(words)
}

/// What is said of a member, the latest first: hidden ones only to the two whom they are about and to administrators.
///
/// # Errors
/// [`Error::NotFound`] for strangers.
pub async fn of_member(app: &App, actor: &Actor, member: &Member) -> Result<Vec<Recommendation>> {
    actor.may(Action::SeeMember, Subject::member(member.exchange, member.id))?;
    if member.state != MemberState::Active {
        return Ok(Vec::new());
    }
    let mut found = store::recommendations::of_member(&mut app.db.read().await?, member.id, MOST).await?;
    found.retain(|one| sees(actor, member.exchange, one));
    Ok(found)
}

fn sees(actor: &Actor, exchange: ExchangeId, one: &Recommendation) -> bool {
    one.state == State::Shown
        || is_own(actor, one.writer)
        || is_own(actor, one.member)
        || actor.can(Action::HideRecommendation, Subject::exchange(exchange))
}

fn is_own(actor: &Actor, member: MemberId) -> bool {
    actor.memberships().iter().any(|membership| membership.member == member)
}

/// One recommendation, for whoever may read it.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn get(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    uuid: Uuid,
) -> Result<(Recommendation, Member)> {
    actor.signed_in()?;
    let mut tx = app.db.read().await?;
    let one = store::recommendations::get(&mut tx, exchange, uuid).await?.ok_or(Error::NotFound)?;
    let member = members::get(&mut tx, one.member).await?;
    actor.may(Action::SeeMember, Subject::member(exchange, one.member))?;
    if member.state != MemberState::Active || !sees(actor, exchange, &one) {
        return Err(Error::NotFound);
    }
    Ok((one, member))
}

/// Answers what was said of a member of one's own; once.
///
/// # Errors
/// [`Error::Wrong`] on field `words`, [`Error::NotFound`] for anyone else and when it is answered or hidden.
pub async fn answer(
    app: &App,
    actor: &Actor,
    (exchange, uuid): (ExchangeId, Uuid),
    words: &str,
) -> Result<()> {
    let (one, _) = get(app, actor, exchange, uuid).await?;
    if !is_own(actor, one.member) {
        return Err(Error::NotFound);
    }
    actor.may(Action::Recommend, Subject::member(exchange, one.member))?;
    let words = checked(words)?;
    if one.answer == words {
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    if !store::recommendations::answer(&mut tx, uuid, &words, app.clock.now()).await? {
        return Err(Error::NotFound);
    }
    Ok(tx.commit().await?)
}

/// Takes back what a member of one's own has said. It is not said again of the same trade.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the writer.
pub async fn withdraw(app: &App, actor: &Actor, exchange: ExchangeId, uuid: Uuid) -> Result<()> {
    let (one, _) = get(app, actor, exchange, uuid).await?;
    if !is_own(actor, one.writer) {
        return Err(Error::NotFound);
    }
    actor.may(Action::Recommend, Subject::member(exchange, one.writer))?;
    let mut tx = app.db.write().await?;
    store::recommendations::withdraw(&mut tx, uuid).await?;
    Ok(tx.commit().await?)
}

/// Hides a recommendation, as an administrator; the two whom it is about read why. Not what is said of oneself: that would be in
/// one's own favour.
///
/// # Errors
/// [`Error::Wrong`] on field `reason`; [`Error::NotAllowed`] for anyone but administrators, and with `error-not-for-yourself`;
/// [`Error::NotFound`] when it is not shown.
pub async fn hide(
    app: &App,
    actor: &Actor,
    (exchange, uuid): (ExchangeId, Uuid),
    reason: &str,
) -> Result<()> {
    actor.may(Action::HideRecommendation, Subject::exchange(exchange))?;
    let (one, member) = get(app, actor, exchange, uuid).await?;
    if is_own(actor, one.member) {
        return Err(Error::NotAllowed("error-not-for-yourself"));
    }
    let mut form = Form::new();
    let reason = form.line("reason", reason, 400);
    form.finish()?;
    let mut tx = app.db.write().await?;
    if !store::recommendations::hide(&mut tx, uuid, &reason).await? {
        return Err(Error::NotFound);
    }
    let detail = Detail { reason: &reason, ..Detail::default() };
    let entry = Entry { actor, exchange, act: Act::RecommendationHidden, subject: &member.name, detail };
    audit::exchange(&mut tx, app, entry).await?;
    Ok(tx.commit().await?)
}
