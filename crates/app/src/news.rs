//! News: what the other side of a trade is told. The teller queues one job a batch; working it finds who has an address.

use std::collections::HashSet;

use ledger::{
    Answer, Instant, Instruction, Plan, TransferId,
    instruction::What,
    transfer::{Authority, State},
};
use serde::{Deserialize, Serialize};
use store::journal::QueuedJob;
use uuid::Uuid;

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
    let news: Vec<News> = instructions
        .iter()
        .zip(answers)
        .filter_map(|(instruction, answer)| {
            let transfer = answer.as_ref().ok()?.transfer?;
            let event = event(&instruction.what, transfer, plan)?;
            let told = moved.contains(&transfer) || matches!(event, Event::Objected | Event::Stands);
            let Authority { user, .. } = &instruction.by;
            told.then_some(News { transfer: transfer.0, event, by: user.0 })
        })
        .collect();
    if news.is_empty() {
        return None;
    }
    let body = serde_json::to_string(&Tell { news }).unwrap_or_default();
    Some(QueuedJob { kind: TELL, body, at })
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
        What::Lapse { .. } if matches!(state?, State::Committed(_)) => Some(Event::Accepted),
        What::Lapse { .. } => Some(Event::Expired),
        What::Reverse { .. } => Some(Event::Reversed),
        What::Edit(_) if matches!(state?, State::Pending { .. }) => Some(Event::Requested),
        What::Edit(_) => Some(Event::Edited),
        What::Object { .. } => Some(Event::Objected),
        What::LetStand { .. } => Some(Event::Stands),
        What::Discard { .. } | What::Act { .. } => None,
    }
}
