//! Corrections. A committed transfer is never changed: it is reversed, or reversed and replaced in one go.

use crate::{
    account::State as AccountState,
    book::{Answer, Book, Receipt, Warning, post::Moves, record::DESCRIPTION_MAX},
    id::{AccountId, TransferId},
    instruction::{Edit, Instruction},
    refusal::{Fault, Refusal, Rule},
    time::Instant,
    transfer::{Acting, Capacity, Channel, Kind, Objection, Order, Posted, State, Transfer, Wish, Words},
};

impl Book {
    /// Posts the exact opposite of a committed transfer, levies included, once.
    ///
    /// The payee's side gives back in full at any time, obeying its own floor and lock; a coordinator who keyed it may within
    /// the window, an administrator at any time, both with a reason, and only these pass limits and locks and reach disabled
    /// or suspended accounts. Nothing reaches a closed one.
    pub(super) fn reverse(
        &mut self,
        id: TransferId,
        reversal: TransferId,
        reason: &Words,
        (instruction, at): (&Instruction, Instant),
    ) -> Answer {
        words_fit(reason)?;
        let same = |made: &Transfer| {
            made.kind == Kind::Reversal
                && made.corrects == Some(id)
                && made.order.description.text == reason.text
        };
        if let Some(receipt) = self.corrected_before(reversal, same, instruction)? {
            return Ok(receipt);
        }
        let original = self.correctable(id, instruction)?.clone();
        let Some(posted) = original.posted() else { return Err(Refusal::NotCommitted) };
        let capacity = self.may_give_back(&original, instruction, at)?;
        if capacity != Capacity::Payee && reason.text.trim().is_empty() {
            return Err(Refusal::Malformed { fault: Fault::ReasonMissing });
        }
        let moves = opposite(posted);
        self.reachable(&original, capacity, instruction)?;
        let warnings = match capacity {
            Capacity::Payee => self.gives_back(&original, &moves)?,
            Capacity::Payer | Capacity::Coordinator | Capacity::Admin | Capacity::Server => Vec::new(),
        };
        self.in_range(&moves)?;
        // ---- From here nothing is refused.
        self.post_reversal(&original, (reversal, reason.clone()), (capacity, instruction, at));
        Ok(Receipt { transfer: Some(reversal), counted: true, warnings })
    }

    /// Reverses a committed transfer and posts what stands instead, both or neither. A raise that a new sale could not make
    /// count at once leaves the original standing, and the difference becomes a request.
    pub(super) fn edit(&mut self, edit: &Edit, instruction: &Instruction, at: Instant) -> Answer {
        words_fit(&edit.description)?;
        let same = |made: &Transfer| self.is_this_edit(made, edit);
        if let Some(receipt) = self.corrected_before(edit.replacement, same, instruction)? {
            return Ok(receipt);
        }
        if self.transfers.contains_key(&edit.reversal) || edit.reversal == edit.replacement {
            return Err(Refusal::IdUsed);
        }
        let original = self.correctable(edit.transfer, instruction)?.clone();
        let Some(posted) = original.posted().cloned() else { return Err(Refusal::NotCommitted) };
        let capacity = self.may_edit(&original, instruction, at)?;
        self.taking_part(instruction.exchange, &[original.order.payer, original.order.payee])?;
        let order = replacing(&original.order, edit);
        let raised = order.amount.units() - original.order.amount.units();
        if raised > 0 && self.raise_must_wait(&original, &order, (capacity, at))? {
            return self.request_difference(&original, edit, (capacity, instruction, at));
        }
        let moves = self.moves(&order)?;
        let warnings = self.net_within_limits(&original, (&posted, &moves), capacity)?;
        // ---- From here nothing is refused.
        let reason = Words { text: String::new(), salt: edit.description.salt };
        self.post_reversal(&original, (edit.reversal, reason), (capacity, instruction, at));
        let replacement = self.correction(&original, (order, Kind::Replacement), (capacity, instruction, at));
        self.post(replacement, &moves, instruction.by.user, at);
        Ok(Receipt { transfer: Some(edit.replacement), counted: true, warnings })
    }

    /// The first answer again, if the same person has made the same correction for the same account under this name.
    fn corrected_before(
        &self,
        name: TransferId,
        same: impl Fn(&Transfer) -> bool,
        instruction: &Instruction,
    ) -> Result<Option<Receipt>, Refusal> {
        let Some(made) = self.transfers.get(&name) else { return Ok(None) };
        let by = &instruction.by;
        let made_for = match by.acting {
            Acting::Holder(account) => Some(account),
            Acting::Coordinator | Acting::Admin | Acting::Server => None,
        };
        let again = made.order.exchange == instruction.exchange
            && made.made_by == by.user
            && made.made_for == made_for
            && same(made);
        if again { Ok(Some(Receipt::of(made))) } else { Err(Refusal::IdUsed) }
    }

    /// Whether a transfer is what this edit made: the same price and words instead, or the same difference asked for.
    fn is_this_edit(&self, made: &Transfer, edit: &Edit) -> bool {
        let Some(original) = self.transfers.get(&edit.transfer) else { return false };
        let made_the_same = match made.kind {
            Kind::Replacement => {
                made.order.amount == edit.amount && original.reversed_by == Some(edit.reversal)
            }
            Kind::Trade => made.order.amount.units() == edit.amount.units() - original.order.amount.units(),
            Kind::Reversal | Kind::Import => false,
        };
        made.corrects == Some(edit.transfer)
            && made_the_same
            && made.order.description.text == edit.description.text
    }

    /// The committed transfer that can still be corrected.
    fn correctable(&self, id: TransferId, instruction: &Instruction) -> Result<&Transfer, Refusal> {
        let original = self.known(id, instruction.exchange)?;
        if original.posted().is_none() {
            return Err(Refusal::NotCommitted);
        }
        if original.kind == Kind::Reversal {
            return Err(Refusal::IsReversal);
        }
        if original.reversed_by.is_some() {
            return Err(Refusal::AlreadyReversed);
        }
        Ok(original)
    }

    /// As what someone may give a transfer back.
    fn may_give_back(
        &self,
        original: &Transfer,
        instruction: &Instruction,
        at: Instant,
    ) -> Result<Capacity, Refusal> {
        let no = |rule| Err(Refusal::NotPermitted { rule });
        match instruction.by.acting {
            Acting::Holder(account) if account == original.order.payee => Ok(Capacity::Payee),
            Acting::Holder(account) if account == original.order.payer => no(Rule::PayersObject),
            Acting::Holder(_) => no(Rule::NotYourAccount),
            Acting::Admin => Ok(Capacity::Admin),
            Acting::Coordinator => {
                if original.capacity != Capacity::Coordinator || original.made_by != instruction.by.user {
                    return no(Rule::OnlyWhoKeyed);
                }
                let days = self.at_exchange(instruction.exchange)?.policy.coordinator_days;
                within(original, days, at)?;
                Ok(Capacity::Coordinator)
            }
            Acting::Server => no(Rule::AdminsOnly),
        }
    }

    /// As what someone may edit: the payee's side within the window, otherwise as for giving back.
    fn may_edit(
        &self,
        original: &Transfer,
        instruction: &Instruction,
        at: Instant,
    ) -> Result<Capacity, Refusal> {
        let capacity = self.may_give_back(original, instruction, at)?;
        if capacity == Capacity::Payee {
            within(original, self.at_exchange(instruction.exchange)?.policy.edit_days, at)?;
        }
        Ok(capacity)
    }

    /// That both sides of a reversal can be reached by this capacity. The exchange's own account gives its levy back in
    /// whatever state it is, as it gets it.
    fn reachable(
        &self,
        original: &Transfer,
        capacity: Capacity,
        instruction: &Instruction,
    ) -> Result<(), Refusal> {
        let sides = [original.order.payer, original.order.payee];
        match capacity {
            Capacity::Payee | Capacity::Payer | Capacity::Server => {
                self.taking_part(instruction.exchange, &sides)
            }
            Capacity::Coordinator | Capacity::Admin => {
                for account in sides {
                    if self.at_account(account)?.state == AccountState::Closed {
                        return Err(Refusal::AccountClosed { account });
                    }
                }
                Ok(())
            }
        }
    }

    /// That the payee's side can give back: its lock and floor, and the ceiling of who gets it back.
    fn gives_back(&self, original: &Transfer, moves: &Moves) -> Result<Vec<Warning>, Refusal> {
        let (giver, getter) = (original.order.payee, original.order.payer);
        let of =
            |id: AccountId| moves.iter().find(|(account, _)| *account == id).map_or(0, |(_, units)| *units);
        if self.at_account(giver)?.locked {
            return Err(Refusal::PayerLocked { account: giver });
        }
        let mut warnings = Vec::new();
        self.above_floor(giver, -of(giver), &mut warnings)?;
        self.below_ceiling(getter, of(getter), &mut warnings)?;
        Ok(warnings)
    }

    /// That both halves of an edit together cross no limit. Whoever may pass limits in a reversal may lower past the payee's
    /// floor and lock and the payer's ceiling, since that is a part of the reversal; a raise is a part of a new sale.
    fn net_within_limits(
        &self,
        original: &Transfer,
        (posted, moves): (&Posted, &Moves),
        capacity: Capacity,
    ) -> Result<Vec<Warning>, Refusal> {
        let mut net: Moves = opposite(posted);
        for &(account, units) in moves {
            match net.iter_mut().find(|(known, _)| *known == account) {
                Some((_, sum)) => *sum += units,
                None => net.push((account, units)),
            }
        }
        let mut warnings = Vec::new();
        let (payer, payee) = (original.order.payer, original.order.payee);
        let powerful = capacity != Capacity::Payee;
        for &(id, units) in net.iter().filter(|(_, units)| *units < 0) {
            if id == payer || (id == payee && !powerful) {
                if self.at_account(id)?.locked {
                    return Err(Refusal::PayerLocked { account: id });
                }
                self.above_floor(id, -units, &mut warnings)?;
            }
        }
        for &(id, units) in net.iter().filter(|(_, units)| *units > 0) {
            if id == payee || (id == payer && !powerful) {
                self.below_ceiling(id, units, &mut warnings)?;
            }
        }
        self.in_range(&opposite(posted))?;
        self.in_range(&net)?;
        Ok(warnings)
    }

    /// Whether a raise by this capacity has to ask the payer: where a new sale of the original's day would.
    fn raise_must_wait(
        &self,
        original: &Transfer,
        order: &Order,
        (capacity, at): (Capacity, Instant),
    ) -> Result<bool, Refusal> {
        let fate = self.fate(&dated(original, order), capacity, at)?;
        Ok(fate != super::record::Fate::Count)
    }

    /// Leaves the original standing and asks the payer for the difference.
    fn request_difference(
        &mut self,
        original: &Transfer,
        edit: &Edit,
        (capacity, instruction, at): (Capacity, &Instruction, Instant),
    ) -> Answer {
        let more = edit.amount.units() - original.order.amount.units();
        let Some(amount) = crate::Amount::new(more) else { return Err(Refusal::NotPending) };
        let order = Order { amount, wish: Wish::Wait, ..replacing(&original.order, edit) };
        let state = self.waiting_state(&dated(original, &order), at)?;
        let mut request = self.correction(original, (order, Kind::Trade), (capacity, instruction, at));
        request.state = state;
        let receipt = Receipt::of(&request);
        self.file(request);
        Ok(receipt)
    }

    fn post_reversal(
        &mut self,
        original: &Transfer,
        (id, reason): (TransferId, Words),
        (capacity, instruction, at): (Capacity, &Instruction, Instant),
    ) {
        let Some(posted) = original.posted() else { unreachable!("only a committed transfer is reversed") };
        let order = Order {
            id,
            payer: original.order.payee,
            payee: original.order.payer,
            description: reason,
            traded_on: None,
            expires_at: None,
            wish: Wish::Count,
            ..original.order.clone()
        };
        let reversal = self.correction(original, (order, Kind::Reversal), (capacity, instruction, at));
        self.post(reversal, &opposite(posted), instruction.by.user, at);
        if let Some(original) = self.transfers.get_mut(&original.order.id) {
            original.reversed_by = Some(id);
        }
        if original.objection == Some(Objection::Open) {
            self.note_objection(original.order.id, Objection::Reversed, None, ("", instruction, at));
        }
    }

    fn correction(
        &mut self,
        original: &Transfer,
        (order, kind): (Order, Kind),
        (capacity, instruction, at): (Capacity, &Instruction, Instant),
    ) -> Transfer {
        Transfer {
            row: self.next_row(),
            order,
            kind,
            state: State::New,
            linked: original.linked,
            corrects: Some(original.order.id),
            made_by: instruction.by.user,
            made_for: (capacity == Capacity::Payee).then_some(original.order.payee),
            capacity: if kind == Kind::Reversal && capacity == Capacity::Payee {
                Capacity::Payer
            } else {
                capacity
            },
            created_at: at,
            decided_at: None,
            decided_by: None,
            reversed_by: None,
            objection: None,
        }
    }
}

/// The order that stands instead: another name, price and words, the same trade.
fn replacing(original: &Order, edit: &Edit) -> Order {
    Order {
        id: edit.replacement,
        amount: edit.amount,
        description: edit.description.clone(),
        channel: Channel::Web,
        wish: Wish::Count,
        expires_at: None,
        ..original.clone()
    }
}

/// An order as if it named the day of the original, which is the day of its recording where none is named.
fn dated(original: &Transfer, order: &Order) -> Order {
    let day = original.order.traded_on.unwrap_or_else(|| original.created_at.day());
    Order { traded_on: Some(day), ..order.clone() }
}

fn opposite(posted: &Posted) -> Moves {
    posted.entries.iter().map(|entry| (entry.account, -entry.amount)).collect()
}

fn within(original: &Transfer, days: u16, at: Instant) -> Result<(), Refusal> {
    let over = original.decided_at.is_none_or(|counted| at > counted.plus_days(days));
    if over { Err(Refusal::WindowOver { days }) } else { Ok(()) }
}

fn words_fit(words: &Words) -> Result<(), Refusal> {
    let fits = words.text.chars().count() <= DESCRIPTION_MAX
        && !words.text.chars().any(|c| c.is_control() && c != '\n');
    if fits { Ok(()) } else { Err(Refusal::Malformed { fault: Fault::Text }) }
}
