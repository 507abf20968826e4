//! Objections: either side may say, for a while, that a committed transfer is not right. The outcome is that it stands, or a
//! reversal.

use crate::{
    book::{Answer, Book, Receipt},
    id::{AccountId, TransferId},
    instruction::Instruction,
    plan::ObjectionRecord,
    refusal::{Fault, Refusal, Rule},
    time::Instant,
    transfer::{Acting, Kind, Objection},
};

/// Longest words of an objection, or of its outcome, in characters.
const WORDS_MAX: usize = 1000;

impl Book {
    /// Either side says that something is wrong.
    pub(super) fn object(
        &mut self,
        id: TransferId,
        words: &str,
        instruction: &Instruction,
        at: Instant,
    ) -> Answer {
        said(words)?;
        let transfer = self.known(id, instruction.exchange)?;
        let side = match instruction.by.acting {
            Acting::Holder(account) if account == transfer.order.payer || account == transfer.order.payee => {
                account
            }
            Acting::Holder(_) | Acting::Coordinator | Acting::Admin | Acting::Server => {
                return Err(Refusal::NotPermitted { rule: Rule::NotYourAccount });
            }
        };
        let Some(counted_at) = transfer.posted().and(transfer.decided_at) else {
            return Err(Refusal::NotCommitted);
        };
        if transfer.kind == Kind::Reversal {
            return Err(Refusal::IsReversal);
        }
        if transfer.reversed_by.is_some() {
            return Err(Refusal::AlreadyReversed);
        }
        if transfer.objection.is_some() {
            return Err(Refusal::AlreadyObjected);
        }
        let days = self.at_exchange(instruction.exchange)?.policy.edit_days;
        if at > counted_at.plus_days(days) {
            return Err(Refusal::WindowOver { days });
        }
        Ok(self.note_objection(id, Objection::Open, Some(side), (words, instruction, at)))
    }

    /// An administrator decides that the transfer stands.
    pub(super) fn let_stand(
        &mut self,
        id: TransferId,
        why: &str,
        instruction: &Instruction,
        at: Instant,
    ) -> Answer {
        said(why)?;
        let transfer = self.known(id, instruction.exchange)?;
        if instruction.by.acting != Acting::Admin {
            return Err(Refusal::NotPermitted { rule: Rule::AdminsOnly });
        }
        if transfer.objection != Some(Objection::Open) {
            return Err(Refusal::NoObjection);
        }
        Ok(self.note_objection(id, Objection::Stands, None, (why, instruction, at)))
    }

    /// Keeps where an objection stands now.
    pub(super) fn note_objection(
        &mut self,
        id: TransferId,
        outcome: Objection,
        side: Option<AccountId>,
        (words, instruction, at): (&str, &Instruction, Instant),
    ) -> Receipt {
        let Some(transfer) = self.transfers.get_mut(&id) else {
            unreachable!("an objection is noted about a transfer that is in the book")
        };
        transfer.objection = Some(outcome);
        self.changes.objections.push(ObjectionRecord {
            transfer: transfer.row,
            exchange: instruction.exchange,
            made_by: instruction.by.user,
            account: side,
            words: words.to_owned(),
            at,
            outcome,
        });
        Receipt::of(transfer)
    }
}

fn said(words: &str) -> Result<(), Refusal> {
    if words.trim().is_empty() {
        return Err(Refusal::Malformed { fault: Fault::ReasonMissing });
    }
    if words.chars().count() > WORDS_MAX || words.chars().any(|c| c.is_control() && c != '\n') {
        return Err(Refusal::Malformed { fault: Fault::Text });
    }
    Ok(())
}
