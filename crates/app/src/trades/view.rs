//! What people see of trades: one with its history and what they may do about it, the waiting ones, the journal.

use std::collections::HashMap;

use ledger::transfer::{Kind, Words};
use ledger::{
    AccountId, Amount, ExchangeId, Instant, Instruction, Refusal, TransferId, UserId, What, instruction::Edit,
};
use store::Tx;
use store::objections::{self, ObjectionRow};
use store::parties::Party;
use store::transfers::{EntryRow, TransferRow};

use super::scratch::Scratch;
use super::{Towards, may_see};
use crate::App;
use crate::accounts::authority;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::market::{self, Settled};

/// Something that can be done about a trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum May {
    /// Say yes to the request.
    Accept,
    /// Say no to it.
    Decline,
    /// Take it back.
    Withdraw,
    /// Give back in full.
    Reverse,
    /// Correct it.
    Edit,
    /// Say that something is wrong.
    Object,
    /// Decide that it stands.
    LetStand,
}

/// What happened to a trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HappeningKind {
    /// It was recorded, and counted at once.
    Recorded,
    /// It was requested.
    Requested,
    /// The request was accepted.
    Accepted,
    /// The request was declined.
    Declined,
    /// The request expired.
    Expired,
    /// It was taken back.
    Withdrawn,
    /// A rule stood in the way.
    Failed,
    /// Somebody objected.
    Objected,
    /// It stands in spite of the objection.
    Stands,
    /// It was reversed.
    Reversed,
    /// Something else stands instead.
    Replaced,
}

/// One line of a trade's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// What happened.
    pub kind: HappeningKind,
    /// When.
    pub at: Instant,
    /// Who did it; empty for the server itself.
    pub who: String,
    /// What they said.
    pub words: String,
}

/// A trade as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeView {
    /// The transfer.
    pub row: TransferRow,
    /// Who gives units.
    pub payer: Party,
    /// Who gets units.
    pub payee: Party,
    /// Its entries, once it counts.
    pub entries: Vec<EntryRow>,
    /// Why it failed, if it did.
    pub refusal: Option<Refusal>,
    /// The objection to it.
    pub objection: Option<ObjectionRow>,
    /// The offer or want that it was recorded from.
    pub settled: Option<Settled>,
    /// What corrects it: reversal, replacement, a request for a difference.
    pub corrections: Vec<TransferRow>,
    /// What happened to it, in order.
    pub history: Vec<Happening>,
    /// What this person may do about it.
    pub may: Vec<May>,
}

/// A waiting request with both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The transfer.
    pub row: TransferRow,
    /// Who would give units.
    pub payer: Party,
    /// Who would get units.
    pub payee: Party,
}

/// What waits around an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Requests that wait for its holder.
    pub to_answer: Vec<Request>,
    /// Requests that its holder has sent.
    pub sent: Vec<Request>,
}

/// One trade, for those who may see it.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn view(app: &App, actor: &Actor, exchange: ExchangeId, id: TransferId) -> Result<TradeView> {
    let mut tx = app.db.read().await?;
    let row = store::transfers::get(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if row.exchange != exchange {
        return Err(Error::NotFound);
    }
    may_see(actor, &row)?;
    let entries = store::transfers::entries_of(&mut tx, &row).await?;
    let objection = objections::of_transfer(&mut tx, row.id).await?;
    let corrections = store::transfers::corrections_of(&mut tx, id).await?;
    let parties = parties(&mut tx, [row.payer, row.payee].into_iter()).await?;
    let history = history(&mut tx, (&row, objection.as_ref(), &corrections)).await?;
    let may = may(app, actor, &mut tx, (&row, &entries)).await?;
    let refusal = (row.state == "failed").then(|| serde_json::from_str(&row.reason).ok()).flatten();
    let payer = party(&parties, row.payer)?;
    let payee = party(&parties, row.payee)?;
    let settled = market::settled(&mut tx, row.settles).await?;
    Ok(TradeView { row, payer, payee, entries, refusal, objection, settled, corrections, history, may })
}

/// What waits around an account that this person operates.
///
/// # Errors
/// [`Error::NotFound`] for anyone else.
pub async fn waiting(app: &App, actor: &Actor, account: AccountId) -> Result<Waiting> {
    if !actor.operates(account) {
        return Err(Error::NotFound);
    }
    let mut tx = app.db.read().await?;
    let to_answer = store::transfers::waiting_for(&mut tx, account).await?;
    let sent = store::transfers::sent_by(&mut tx, account).await?;
    Ok(Waiting { to_answer: requests(&mut tx, to_answer).await?, sent: requests(&mut tx, sent).await? })
}

/// All requests that wait in an exchange, for its administrators and coordinators; the newest 200.
///
/// # Errors
/// [`Error::NotAllowed`].
pub async fn waiting_in(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Vec<Request>> {
    actor.may(Action::SeeTradeAny, Subject::exchange(exchange))?;
    let mut tx = app.db.read().await?;
    let rows = store::transfers::waiting_in(&mut tx, exchange, 200).await?;
    requests(&mut tx, rows).await
}

/// A page of an exchange's journal, newest first, below a number, for its administrators and coordinators.
///
/// # Errors
/// [`Error::NotAllowed`].
pub async fn journal(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
    below: Option<i64>,
    limit: i64,
) -> Result<Vec<Request>> {
    actor.may(Action::SeeTradeAny, Subject::exchange(exchange))?;
    let mut tx = app.db.read().await?;
    let rows =
        store::transfers::journal_before(&mut tx, exchange, below.unwrap_or(i64::MAX), limit.clamp(1, 200))
            .await?;
    requests(&mut tx, rows).await
}

/// The open objections of an exchange with their trades, for its administrators.
///
/// # Errors
/// [`Error::NotAllowed`].
pub async fn objections(
    app: &App,
    actor: &Actor,
    exchange: ExchangeId,
) -> Result<Vec<(ObjectionRow, Request)>> {
    actor.may(Action::SettleObjection, Subject::exchange(exchange))?;
    let mut tx = app.db.read().await?;
    let mut open = Vec::new();
    for objection in objections::open(&mut tx, exchange).await? {
        let row = store::transfers::get(&mut tx, TransferId(objection.uuid)).await?.ok_or(Error::NotFound)?;
        let request = requests(&mut tx, vec![row]).await?.pop().ok_or(Error::NotFound)?;
        open.push((objection, request));
    }
    Ok(open)
}

pub(crate) async fn requests(tx: &mut Tx, rows: Vec<TransferRow>) -> Result<Vec<Request>> {
    let parties = parties(tx, rows.iter().flat_map(|row| [row.payer, row.payee])).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Request { payer: party(&parties, row.payer)?, payee: party(&parties, row.payee)?, row })
        })
        .collect()
}

pub(crate) async fn parties(
    tx: &mut Tx,
    accounts: impl Iterator<Item = AccountId>,
) -> Result<HashMap<AccountId, Party>> {
    let mut ids: Vec<AccountId> = accounts.collect();
    ids.sort_unstable();
    ids.dedup();
    let found = store::parties::of(tx, &ids).await?;
    Ok(found.into_iter().map(|party| (party.account, party)).collect())
}

pub(crate) fn party(parties: &HashMap<AccountId, Party>, id: AccountId) -> Result<Party> {
    parties.get(&id).cloned().ok_or_else(|| Error::Internal(format!("account {} is gone", id.0)))
}

/// What this person may do about a trade: what the permissions allow and no rule of the ledger rules out for good. What only
/// a limit, a lock or a state stands in the way of is offered, and answered with the reason.
async fn may(
    app: &App,
    actor: &Actor,
    tx: &mut Tx,
    (row, entries): (&TransferRow, &[EntryRow]),
) -> Result<Vec<May>> {
    let accounts: Vec<AccountId> =
        entries.iter().map(|entry| entry.account).chain([row.payer, row.payee]).collect();
    let mut scratch = Scratch::load(tx, row.exchange, &accounts).await?;
    scratch.transfers.push(row.clone().into_transfer(entries.iter().map(EntryRow::entry).collect())?);
    let towards = Towards::new(actor, row);
    let id = TransferId(row.uuid);
    let other = |n: u128| TransferId(uuid::Uuid::from_u128(n));
    let words = || Words { text: "?".to_owned(), salt: [0; 16] };
    let amount = Amount::new(row.amount).ok_or_else(|| Error::Internal("an amount is not one".into()))?;
    let edit = Edit { transfer: id, reversal: other(1), replacement: other(2), amount, description: words() };
    let object =
        towards.holder(row.payer, Action::Object).or_else(|_| towards.holder(row.payee, Action::Object));
    let trials = [
        (May::Accept, towards.of_payer(Action::Answer, Action::AnswerAny), What::Accept { transfer: id }),
        (
            May::Decline,
            towards.holder(row.payer, Action::Answer),
            What::Decline { transfer: id, reason: String::new() },
        ),
        (
            May::Withdraw,
            towards.of_maker(Action::Withdraw, Action::WithdrawAny),
            What::Withdraw { transfer: id },
        ),
        (
            May::Reverse,
            towards.of_payee(Action::ReverseOwn, Action::ReverseAny),
            What::Reverse { transfer: id, reversal: other(1), reason: words() },
        ),
        (May::Edit, towards.of_payee(Action::EditOwn, Action::EditAny), What::Edit(Box::new(edit))),
        (May::Object, object, What::Object { transfer: id, words: "?".to_owned() }),
        (May::LetStand, towards.settling(), What::LetStand { transfer: id, why: "?".to_owned() }),
    ];
    let mut may = Vec::new();
    for (action, acting, what) in trials {
        let Ok(acting) = acting else { continue };
        let by = authority(actor, row.exchange, acting);
        let answer = scratch.try_out(&Instruction { exchange: row.exchange, by, what }, app);
        let settled =
            row.state == "committed" && matches!(action, May::Accept | May::Decline | May::Withdraw);
        if !settled && answer.err().is_none_or(|refusal| may_pass(&refusal)) {
            may.push(action);
        }
    }
    let ended = matches!(row.state.as_str(), "rejected" | "expired" | "failed" | "deleted");
    Ok(if ended { Vec::new() } else { may })
}

/// Whether what stands in the way today may be gone tomorrow, so that the button is shown.
fn may_pass(refusal: &Refusal) -> bool {
    refusal.is_kept()
        || matches!(
            refusal,
            Refusal::AccountDisabled { .. } | Refusal::AccountSuspended { .. } | Refusal::ExchangeDisabled
        )
}

async fn history(
    tx: &mut Tx,
    (row, objection, corrections): (&TransferRow, Option<&ObjectionRow>, &[TransferRow]),
) -> Result<Vec<Happening>> {
    use HappeningKind as K;
    let waited = row.state != "committed" || row.decided_at != Some(row.created_at);
    let made = if waited && row.state != "failed" { K::Requested } else { K::Recorded };
    let mut steps: Vec<(K, Instant, UserId, String)> =
        vec![(made, row.created_at, row.made_by, String::new())];
    let decided = match row.state.as_str() {
        "committed" if waited => Some((K::Accepted, String::new())),
        "rejected" => Some((K::Declined, row.reason.clone())),
        "expired" => Some((K::Expired, String::new())),
        "deleted" => Some((K::Withdrawn, String::new())),
        "failed" => Some((K::Failed, String::new())),
        _ => None,
    };
    if let (Some((kind, words)), Some(at)) = (decided, row.decided_at) {
        steps.push((kind, at, row.decided_by.unwrap_or(UserId::SERVER), words));
    }
    if let Some(objection) = objection {
        steps.push((K::Objected, objection.at, objection.made_by, objection.words.clone()));
        if let (Some(at), Some(by), false) =
            (objection.settled_at, objection.settled_by, objection.settled_why.is_empty())
        {
            steps.push((K::Stands, at, by, objection.settled_why.clone()));
        }
    }
    for correction in corrections.iter().filter(|correction| correction.state == "committed") {
        let at = correction.decided_at.unwrap_or(correction.created_at);
        let (kind, words) = match correction.kind {
            Kind::Reversal => (K::Reversed, correction.description.clone()),
            Kind::Replacement => (K::Replaced, String::new()),
            // A difference that was paid on top: the trade itself stands.
            Kind::Trade | Kind::Import => continue,
        };
        steps.push((kind, at, correction.made_by, words));
    }
    steps.sort_by_key(|(_, at, _, _)| *at);
    let users: Vec<UserId> = steps.iter().map(|(_, _, user, _)| *user).collect();
    let names: HashMap<UserId, String> = store::users::names(tx, &users).await?.into_iter().collect();
    let step = |(kind, at, user, words)| Happening {
        kind,
        at,
        who: names.get(&user).cloned().unwrap_or_default(),
        words,
    };
    Ok(steps.into_iter().map(step).collect())
}
