//! Requests that wait for the payer: accept, decline, withdraw, lapse; and throwing away what did not count.

use crate::{
    book::{Answer, Book, Receipt},
    id::TransferId,
    instruction::Instruction,
    refusal::{Fault, Refusal, Rule},
    time::Instant,
    transfer::{Acting, Authority, State, Transfer},
};

/// Longest reason, in characters.
const REASON_MAX: usize = 500;

impl Book {
    /// The payer's side, or an administrator, says yes. Refused by a limit, the request goes on waiting.
    pub(super) fn accept(&mut self, id: TransferId, instruction: &Instruction, at: Instant) -> Answer {
        let transfer = self.known(id, instruction.exchange)?;
        if !(is_payer(transfer, &instruction.by) || instruction.by.acting == Acting::Admin) {
            return Err(Refusal::NotPermitted { rule: Rule::NotYourAccount });
        }
        if transfer.posted().is_some() {
            // Pressed twice: the first answer again.
            return Ok(Receipt::of(transfer));
        }
        self.count_pending(id, instruction, at)
    }

    fn count_pending(&mut self, id: TransferId, instruction: &Instruction, at: Instant) -> Answer {
        let transfer = pending(self.known(id, instruction.exchange)?)?.clone();
        self.taking_part(instruction.exchange, &[transfer.order.payer, transfer.order.payee])?;
        let moves = self.moves(&transfer.order)?;
        let warnings = self.within_limits(&transfer.order, &moves)?;
        // ---- From here nothing is refused.
        self.post(transfer, &moves, instruction.by.user, at);
        Ok(Receipt { transfer: Some(id), counted: true, warnings })
    }

    /// The payer's side says no.
    pub(super) fn decline(
        &mut self,
        id: TransferId,
        reason: &str,
        instruction: &Instruction,
        at: Instant,
    ) -> Answer {
        if reason.chars().count() > REASON_MAX || reason.chars().any(|c| c.is_control() && c != '\n') {
            return Err(Refusal::Malformed { fault: Fault::Text });
        }
        let transfer = self.known(id, instruction.exchange)?;
        if !is_payer(transfer, &instruction.by) {
            return Err(Refusal::NotPermitted { rule: Rule::NotYourAccount });
        }
        if matches!(transfer.state, State::Rejected(_)) {
            return Ok(Receipt::of(transfer));
        }
        let transfer = pending(transfer)?.clone();
        self.end(transfer, State::Rejected(reason.to_owned()), &instruction.by, at)
    }

    /// Its maker's side, or an administrator, takes a request back.
    pub(super) fn withdraw(&mut self, id: TransferId, instruction: &Instruction, at: Instant) -> Answer {
        let transfer = self.known(id, instruction.exchange)?;
        if !(transfer.is_made_by_side_of(&instruction.by) || instruction.by.acting == Acting::Admin) {
            return Err(Refusal::NotPermitted { rule: Rule::NotYourAccount });
        }
        if transfer.state == State::Deleted {
            return Ok(Receipt::of(transfer));
        }
        let transfer = pending(transfer)?.clone();
        self.end(transfer, State::Deleted, &instruction.by, at)
    }

    /// Its maker throws away a draft; its maker, or an administrator, hides what did not count.
    pub(super) fn discard(&mut self, id: TransferId, instruction: &Instruction, at: Instant) -> Answer {
        let transfer = self.known(id, instruction.exchange)?;
        if !(transfer.is_made_by_side_of(&instruction.by) || instruction.by.acting == Acting::Admin) {
            return Err(Refusal::NotPermitted { rule: Rule::NotYourAccount });
        }
        if transfer.state == State::New && !transfer.is_made_by_side_of(&instruction.by) {
            return Err(Refusal::NotPermitted { rule: Rule::NotYourAccount });
        }
        match transfer.state {
            State::Deleted => Ok(Receipt::of(transfer)),
            State::Pending { .. } | State::Committed(_) => Err(Refusal::InUse),
            State::New | State::Rejected(_) | State::Expired | State::Failed(_) => {
                let transfer = transfer.clone();
                self.end(transfer, State::Deleted, &instruction.by, at)
            }
        }
    }

    /// The server lets what has fallen due happen: silence becomes acceptance, or the request expires. An acceptance that a
    /// rule stands in the way of leaves the request to the payer: the receipt says that it does not count.
    pub(super) fn lapse(&mut self, id: TransferId, instruction: &Instruction, at: Instant) -> Answer {
        if instruction.by.acting != Acting::Server {
            return Err(Refusal::NotPermitted { rule: Rule::ServerOnly });
        }
        let transfer = pending(self.known(id, instruction.exchange)?)?.clone();
        let State::Pending { expires_at, accept_at } = transfer.state else {
            return Err(Refusal::NotPending);
        };
        if accept_at.is_some_and(|due| due <= at) {
            return match self.count_pending(id, instruction, at) {
                Ok(receipt) => Ok(receipt),
                Err(_) => {
                    let waits =
                        Transfer { state: State::Pending { expires_at, accept_at: None }, ..transfer };
                    let receipt = Receipt::of(&waits);
                    self.file(waits);
                    Ok(receipt)
                }
            };
        }
        if expires_at.is_some_and(|due| due <= at) {
            return self.end(transfer, State::Expired, &instruction.by, at);
        }
        Err(Refusal::NotPending)
    }

    /// Files a transfer in a state from which it will not count.
    pub(super) fn end(
        &mut self,
        mut transfer: Transfer,
        state: State,
        by: &Authority,
        at: Instant,
    ) -> Answer {
        transfer.state = state;
        transfer.decided_at = Some(at);
        transfer.decided_by = Some(by.user);
        let receipt = Receipt::of(&transfer);
        self.file(transfer);
        Ok(receipt)
    }

    /// Withdraws every request that this account would pay or be paid by, because it closes. Drafts are their makers' own.
    pub(super) fn withdraw_all_of(&mut self, account: crate::AccountId, by: &Authority, at: Instant) {
        let waiting: Vec<Transfer> = self
            .transfers
            .values()
            .filter(|transfer| matches!(transfer.state, State::Pending { .. }))
            .filter(|transfer| transfer.order.payer == account || transfer.order.payee == account)
            .cloned()
            .collect();
        for mut transfer in waiting {
            transfer.state = State::Deleted;
            transfer.decided_at = Some(at);
            transfer.decided_by = Some(by.user);
            self.file(transfer);
        }
    }
}

fn pending(transfer: &Transfer) -> Result<&Transfer, Refusal> {
    if matches!(transfer.state, State::Pending { .. }) { Ok(transfer) } else { Err(Refusal::NotPending) }
}

fn is_payer(transfer: &Transfer, by: &Authority) -> bool {
    by.acting == Acting::Holder(transfer.order.payer)
}
