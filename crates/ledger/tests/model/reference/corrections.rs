//! The reference model's corrections: objections, reversals, edits.

use std::collections::BTreeMap;

use ledger::{
    account::State as AccountState,
    instruction::Edit,
    transfer::{Authority, Wish},
};
use uuid::Uuid;

use super::{DAY, Model, Said, State, Transfer, no, role, side};

impl Model {
    pub fn object(&mut self, id: Uuid, by: &Authority, at: i64) -> Said {
        let days = i64::from(self.policy.edit_days);
        let known = self.transfers.get_mut(&id).ok_or("unknown-transfer")?;
        if side(by).is_none_or(|account| account != known.payer && account != known.payee) {
            return no("not-permitted");
        }
        let State::Counts { at: counted, .. } = known.state else { return no("not-committed") };
        match known {
            _ if known.kind == 'r' => no("is-reversal"),
            _ if known.reversed_by.is_some() => no("already-reversed"),
            _ if known.objection.is_some() => no("already-objected"),
            _ if at > counted + days * DAY => no("window-over"),
            _ => {
                known.objection = Some('o');
                Ok((true, 0))
            }
        }
    }

    /// The transfer that may be corrected, and the role in which: 'h' for the payee's side.
    fn correctable(&self, id: Uuid, by: &Authority, at: i64) -> Result<(Transfer, char), String> {
        let known = self.transfers.get(&id).ok_or("unknown-transfer")?.clone();
        let State::Counts { at: counted, .. } = known.state else { return no("not-committed") };
        if known.kind == 'r' {
            return no("is-reversal");
        }
        if known.reversed_by.is_some() {
            return no("already-reversed");
        }
        match role(by) {
            'h' if side(by) == Some(known.payee) => {}
            'c' if known.role == 'c' && known.user == by.user.0 => {
                if at > counted + i64::from(self.policy.coordinator_days) * DAY {
                    return no("window-over");
                }
            }
            'a' => {}
            _ => return no("not-permitted"),
        }
        Ok((known, role(by)))
    }

    pub fn reverse(&mut self, id: Uuid, name: Uuid, why: &str, (by, at): (&Authority, i64)) -> Said {
        if let Some(made) = self.transfers.get(&name) {
            let same = made.kind == 'r' && made.corrects == Some(id) && made.text == why;
            let mine = made.user == by.user.0 && made.side == side(by);
            return if same && mine { made.again() } else { no("id-used") };
        }
        let (known, role) = self.correctable(id, by, at)?;
        let mut warned = 0;
        let moves: BTreeMap<i64, i128> = known.moves().into_iter().map(|(id, units)| (id, -units)).collect();
        if role == 'h' {
            self.part(&[known.payer, known.payee])?;
            warned += self.gives(known.payee, -moves[&known.payee])?;
            warned += self.gets(known.payer, moves[&known.payer])?;
        } else {
            if why.trim().is_empty() {
                return no("malformed");
            }
            let closed = |id| self.accounts[&id].state == AccountState::Closed;
            if closed(known.payer) || closed(known.payee) {
                return no("account-closed");
            }
        }
        self.turn((id, known), (name, why), (by, at), moves);
        Ok((true, warned))
    }

    fn turn(
        &mut self,
        (id, known): (Uuid, Transfer),
        (name, why): (Uuid, &str),
        (by, at): (&Authority, i64),
        moves: BTreeMap<i64, i128>,
    ) {
        let back = Transfer {
            payer: known.payee,
            payee: known.payer,
            text: why.to_owned(),
            kind: 'r',
            corrects: Some(id),
            objection: None,
            ..self.correction(&known, by, at)
        };
        self.post(name, back, moves, at);
        let known = self.transfers.get_mut(&id).unwrap();
        known.reversed_by = Some(name);
        if known.objection == Some('o') {
            known.objection = Some('r');
        }
    }

    fn correction(&self, known: &Transfer, by: &Authority, at: i64) -> Transfer {
        Transfer {
            user: by.user.0,
            side: side(by),
            role: role(by),
            made: at,
            expires: None,
            objection: None,
            reversed_by: None,
            ..known.clone()
        }
    }

    pub fn edit(&mut self, edit: &Edit, by: &Authority, at: i64) -> Said {
        let (id, text, amount) = (edit.transfer.0, &edit.description.text, i128::from(edit.amount.units()));
        if let Some(made) = self.transfers.get(&edit.replacement.0) {
            let same = self.transfers.get(&id).is_some_and(|known| match made.kind {
                'e' => made.amount == amount && known.reversed_by == Some(edit.reversal.0),
                't' => made.amount == amount - known.amount,
                _ => false,
            });
            let mine = made.user == by.user.0 && made.side == side(by);
            let same = same && made.corrects == Some(id) && made.text == *text;
            return if same && mine { made.again() } else { no("id-used") };
        }
        if self.transfers.contains_key(&edit.reversal.0) || edit.reversal == edit.replacement {
            return no("id-used");
        }
        let (known, role) = self.correctable(id, by, at)?;
        let State::Counts { at: counted, .. } = known.state else { unreachable!("correctable") };
        if role == 'h' && at > counted + i64::from(self.policy.edit_days) * DAY {
            return no("window-over");
        }
        self.part(&[known.payer, known.payee])?;
        let mut new = Transfer { amount, text: text.clone(), ..self.correction(&known, by, at) };
        (new.corrects, new.kind, new.wish) = (Some(id), 'e', Wish::Count);
        let more = amount - known.amount;
        let day = known.day.unwrap_or(i32::try_from(known.made.div_euclid(DAY)).unwrap());
        let judged = Transfer { day: Some(day), ..new.clone() };
        if more > 0 && self.fate(&judged, Wish::Count, at)? == 'w' {
            let state = self.waits(&judged, at);
            let asked = Transfer { amount: more, kind: 't', wish: Wish::Wait, state, ..new };
            self.transfers.insert(edit.replacement.0, asked);
            return Ok((false, 0));
        }
        let after = self.priced(new.payer, new.payee, amount);
        let back: BTreeMap<i64, i128> = known.moves().into_iter().map(|(id, units)| (id, -units)).collect();
        let net = |id: i64| after.get(&id).unwrap_or(&0) + back.get(&id).unwrap_or(&0);
        let mut warned = 0;
        if net(new.payer) < 0 {
            warned += self.gives(new.payer, -net(new.payer))?;
        }
        if net(new.payee) < 0 && role == 'h' {
            warned += self.gives(new.payee, -net(new.payee))?;
        }
        if net(new.payer) > 0 && role == 'h' {
            warned += self.gets(new.payer, net(new.payer))?;
        }
        if net(new.payee) > 0 {
            warned += self.gets(new.payee, net(new.payee))?;
        }
        self.turn((id, known), (edit.reversal.0, ""), (by, at), back);
        self.post(edit.replacement.0, new, after, at);
        Ok((true, warned))
    }
}
