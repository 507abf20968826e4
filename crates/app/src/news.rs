//! News: what the other side of a trade is told. The teller queues one job a batch; working it finds who has an address.

use std::collections::HashSet;

use ledger::{
    Act, Answer, Instant, Instruction, Plan, Transfer, TransferId, account,
    instruction::What,
    transfer::{Authority, State},
};
use serde::{Deserialize, Serialize};
use store::Tx;
use store::journal::QueuedJob;
use store::transfers::TransferRow;
use uuid::Uuid;

use crate::App;
use crate::error::Result;
use crate::mail::{self, Letter, Side};

/// The kind of the job.
pub const TELL: &str = "tell";

/// What happened to a transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// It was recorded and counts.
    Recorded,
    /// It waits for the payer.
    Requested,
    /// A request was accepted, or silence was.
    Accepted,
    /// A request was declined.
    Declined,
    /// A request was taken back.
    Withdrawn,
    /// A request expired.
    Expired,
    /// A committed transfer was reversed.
    Reversed,
    /// A committed transfer was edited: this is what stands.
    Edited,
    /// Somebody objects to it.
    Objected,
    /// It stands in spite of an objection.
    Stands,
}

/// One piece of news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// About which transfer.
    pub transfer: Uuid,
    /// What happened.
    pub event: Event,
    /// Who did it, so that they are not told what they know.
    pub by: i64,
}

/// The body of a [`TELL`] job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tell {
    /// All news of one batch.
    pub news: Vec<News>,
}

/// The job that a batch causes, if it has any news. An answer given again is no news.
pub(crate) fn job(
    instructions: &[Instruction],
    answers: &[Answer],
    plan: &Plan,
    at: Instant,
) -> Option<QueuedJob> {
    let moved: HashSet<TransferId> =
        plan.new_transfers.iter().chain(&plan.changed_transfers).map(|transfer| transfer.order.id).collect();
    let mut news: Vec<News> = Vec::new();
    for (instruction, answer) in instructions.iter().zip(answers) {
        let Ok(receipt) = answer else { continue };
        let Authority { user, .. } = &instruction.by;
        let happened = match receipt.transfer {
            Some(transfer) => event(&instruction.what, transfer, plan).map(|event| (transfer, event)),
            None => None,
        };
        let told = happened.into_iter().filter(|(transfer, event)| {
            moved.contains(transfer) || matches!(event, Event::Objected | Event::Stands)
        });
        for (transfer, event) in told.chain(ended_with(instruction, plan)) {
            // Asked twice in one batch, it happened once.
            if !news.iter().any(|known| known.transfer == transfer.0 && known.event == event) {
                news.push(News { transfer: transfer.0, event, by: user.0 });
            }
        }
    }
    if news.is_empty() {
        return None;
    }
    let body = serde_json::to_string(&Tell { news }).unwrap_or_default();
    Some(QueuedJob { kind: TELL, body, at })
}

/// The requests that were withdrawn because an account has closed.
fn ended_with(instruction: &Instruction, plan: &Plan) -> Vec<(TransferId, Event)> {
    let What::Act { act, .. } = &instruction.what else { return Vec::new() };
    let Act::SetState { account, state: account::State::Closed } = act.as_ref() else { return Vec::new() };
    let of_it = |transfer: &&Transfer| {
        transfer.state == State::Deleted && [transfer.order.payer, transfer.order.payee].contains(account)
    };
    let ended = plan.changed_transfers.iter().filter(of_it);
    ended.map(|transfer| (transfer.order.id, Event::Withdrawn)).collect()
}

fn event(what: &What, id: TransferId, plan: &Plan) -> Option<Event> {
    let all = || plan.new_transfers.iter().chain(&plan.changed_transfers);
    let state = all().find(|transfer| transfer.order.id == id).map(|transfer| &transfer.state);
    match what {
        What::Record(_) | What::Submit { .. } => match state? {
            State::Committed(_) => Some(Event::Recorded),
            State::Pending { .. } => Some(Event::Requested),
            State::New | State::Rejected(_) | State::Expired | State::Failed(_) | State::Deleted => None,
        },
        What::Accept { .. } => Some(Event::Accepted),
        What::Decline { .. } => Some(Event::Declined),
        What::Withdraw { .. } => Some(Event::Withdrawn),
        What::Lapse { .. } => match state? {
            State::Committed(_) => Some(Event::Accepted),
            State::Expired => Some(Event::Expired),
            State::New | State::Pending { .. } | State::Rejected(_) | State::Failed(_) | State::Deleted => {
                None
            }
        },
        What::Reverse { .. } => Some(Event::Reversed),
        What::Edit(_) if matches!(state?, State::Pending { .. }) => Some(Event::Requested),
        What::Edit(_) => Some(Event::Edited),
        What::Object { .. } => Some(Event::Objected),
        What::LetStand { .. } => Some(Event::Stands),
        What::Discard { .. } | What::Act { .. } => None,
    }
}

/// Works [`TELL`] jobs, all or none: queues a letter to everyone on either side of each trade whose address is known, except
/// who did it; of an objection to the administrators as well. The jobs are done in the same transaction, so nobody is told
/// twice.
///
/// # Errors
/// When the database fails.
pub async fn work(app: &App, jobs: &[(i64, &Tell)]) -> Result<()> {
    if jobs.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    for (job, tell) in jobs {
        for news in &tell.news {
            tell_sides(&mut tx, news, now).await?;
        }
        store::jobs::done(&mut tx, *job, now).await?;
    }
    Ok(tx.commit().await?)
}

/// The trade that a piece of news is about, and what was said. When something was given back it is about what was, not
/// about the reversal.
async fn told_of(tx: &mut Tx, news: &News) -> Result<Option<(TransferRow, String)>> {
    let Some(row) = store::transfers::get(tx, TransferId(news.transfer)).await? else { return Ok(None) };
    if let (Event::Reversed, Some(original)) = (news.event, row.corrects) {
        let original = store::transfers::get(tx, TransferId(original)).await?;
        return Ok(original.map(|original| (original, row.description)));
    }
    let words = match news.event {
        Event::Declined => row.reason.clone(),
        Event::Objected | Event::Stands => {
            let objection = store::objections::of_transfer(tx, row.id).await?;
            let said = objection.map(|found| (found.words, found.settled_why)).unwrap_or_default();
            if news.event == Event::Objected { said.0 } else { said.1 }
        }
        _ => String::new(),
    };
    Ok(Some((row, words)))
}

async fn tell_sides(tx: &mut Tx, news: &News, now: Instant) -> Result<()> {
    let Some((row, words)) = told_of(tx, news).await? else { return Ok(()) };
    let Some(exchange) = store::exchanges::get(tx, row.exchange).await? else { return Ok(()) };
    let Some(journal) = store::journals::get(tx, row.exchange).await? else { return Ok(()) };
    let parties = crate::trades::parties(tx, [row.payer, row.payee].into_iter()).await?;
    let (payer, payee) =
        (crate::trades::party(&parties, row.payer)?, crate::trades::party(&parties, row.payee)?);
    let trade = |side| Letter::Trade {
        event: news.event,
        side,
        code: exchange.code.clone(),
        exchange: exchange.name.clone(),
        transfer: row.uuid,
        payer: payer.name.clone(),
        payee: payee.name.clone(),
        amount: row.amount,
        unit: journal.policy.unit.clone(),
        description: row.description.clone(),
        words: words.clone(),
    };
    let mut told = vec![news.by];
    for (party, side) in [(&payer, Side::Payer), (&payee, Side::Payee)] {
        let Some(member) = party.member else { continue };
        for operator in store::members::operators::of_member(tx, member).await? {
            if told.contains(&operator.user_id.0) {
                continue;
            }
            told.push(operator.user_id.0);
            if let Some(user) = store::users::get(tx, operator.user_id).await? {
                mail::to_user(tx, &user, trade(side), now).await?;
            }
        }
    }
    if news.event == Event::Objected {
        for given in store::roles::of_exchange(tx, row.exchange).await? {
            if given.role == store::roles::Role::Admin && !told.contains(&given.user_id.0) {
                told.push(given.user_id.0);
                if let Some(user) = store::users::get(tx, given.user_id).await? {
                    mail::to_user(tx, &user, trade(Side::Neither), now).await?;
                }
            }
        }
    }
    Ok(())
}
