//! News: what the other side of a trade is told. The teller queues one job a batch; working it finds who has an address.

use std::collections::HashSet;

use ledger::{
    Act, Answer, Instant, Instruction, Plan, Transfer, TransferId, account,
    instruction::What,
    transfer::{Authority, State},
};
use serde::{Deserialize, Serialize};
use store::journal::QueuedJob;
use uuid::Uuid;

mod telling;

pub use telling::work;

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
