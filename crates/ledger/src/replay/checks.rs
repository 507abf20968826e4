//! The invariants, one function each.

use crate::{
    account::{Account, Kind as AccountKind, State},
    book::Hold,
    id::{AccountId, TransferId},
    limits,
    replay::{Half, Replay, StoredTransfer},
    time::Instant,
    transfer::{Capacity, Entry, Kind, Transfer},
};

impl Replay {
    /// Entries sum to zero, none is zero, each names its account's entry before and the balance after.
    pub(super) fn check_entries(&mut self, transfer: &Transfer, entries: &[Entry], place: &str) {
        let sum: i128 = entries.iter().map(|entry| i128::from(entry.amount)).sum();
        if sum != 0 {
            self.breach("entries-sum", place, format!("its entries sum to {sum}"));
        }
        if entries.len() < 2 || entries.iter().any(|entry| entry.amount == 0) {
            self.breach(
                "entries-form",
                place,
                "it has fewer than two entries, or one that moves nothing".to_owned(),
            );
        }
        for entry in entries {
            let Some(account) = self.accounts.get(&entry.account) else {
                self.breach(
                    "entries-account",
                    place,
                    format!("account {} was never opened", entry.account.0),
                );
                continue;
            };
            let (balance, last, state) = (account.balance, account.last_entry, account.state);
            if balance.checked_add(entry.amount) != Some(entry.balance) {
                let detail = format!(
                    "account {}: {balance} and {} is not {}",
                    entry.account.0, entry.amount, entry.balance
                );
                self.breach("entries-balance", place, detail);
            }
            if entry.previous != last {
                self.breach(
                    "entries-chain",
                    place,
                    format!("account {}: the entry before is not named", entry.account.0),
                );
            }
            if state == State::Closed {
                self.breach("closed-final", place, format!("account {} was closed before", entry.account.0));
            }
        }
        let signed = |id: AccountId, sign: i64| {
            entries.iter().any(|entry| entry.account == id && entry.amount.signum() == sign)
        };
        if !signed(transfer.order.payer, -1) || !signed(transfer.order.payee, 1) {
            self.breach(
                "entries-sides",
                place,
                "the payer does not give, or the payee does not get".to_owned(),
            );
        }
    }

    /// A trade's entries follow the levy in force; a reversal mirrors its original and happens once.
    pub(super) fn check_kind(&mut self, stored: &StoredTransfer, entries: &[Entry], place: &str) {
        let transfer = &stored.transfer;
        if transfer.kind != Kind::Reversal {
            return self.check_levy(transfer, entries, place);
        }
        let Some(corrects) = transfer.corrects else {
            return self.breach("reversal-mirror", place, "it reverses nothing".to_owned());
        };
        if !self.reversed.insert(corrects) {
            self.breach("reversal-once", place, format!("transfer {} was reversed before", corrects.0));
        }
        let side = |entries: &[Entry], sign: i64| {
            let mut moves: Vec<(AccountId, i64)> =
                entries.iter().map(|entry| (entry.account, sign * entry.amount)).collect();
            moves.sort_unstable();
            moves
        };
        if stored.original.as_ref().is_none_or(|original| side(original, -1) != side(entries, 1)) {
            self.breach(
                "reversal-mirror",
                place,
                format!("it is not the opposite of transfer {}", corrects.0),
            );
        }
    }

    fn check_levy(&mut self, transfer: &Transfer, entries: &[Entry], place: &str) {
        let Some(policy) = &self.policy else { return };
        let levy = |id: AccountId| match (self.own_account, self.accounts.get(&id)) {
            (Some(_), Some(account)) => policy.levy.on(transfer.order.amount, account.kind),
            _ => 0,
        };
        let price = transfer.order.amount.units();
        let (from_payer, from_payee) = (levy(transfer.order.payer), levy(transfer.order.payee));
        let mut due =
            vec![(transfer.order.payer, -price - from_payer), (transfer.order.payee, price - from_payee)];
        if let Some(own) = self.own_account {
            due.push((own, from_payer + from_payee));
        }
        let total = |moves: &[(AccountId, i64)], id: AccountId| -> i64 {
            moves.iter().filter(|(account, _)| *account == id).map(|(_, units)| units).sum()
        };
        let made: Vec<(AccountId, i64)> = entries.iter().map(|entry| (entry.account, entry.amount)).collect();
        let wrong = due.iter().chain(&made).find(|(id, _)| total(&due, *id) != total(&made, *id));
        if let Some((id, _)) = wrong {
            let detail = format!("account {}: moved {}, due {}", id.0, total(&made, *id), total(&due, *id));
            self.breach("levy", place, detail);
        }
    }

    /// Counts a transfer: balances, records, growth of the floor.
    pub(super) fn count(&mut self, transfer: &Transfer, entries: &[Entry], at: Instant) {
        for entry in entries {
            if let Some(account) = self.accounts.get_mut(&entry.account) {
                account.balance = account.balance.saturating_add(entry.amount);
                account.last_entry = Some(entry.id);
                account.last_month = Some(account.last_month.map_or(at.month(), |last| last.max(at.month())));
            }
        }
        let back = transfer.kind == Kind::Reversal;
        let (provider, receiver) = if back {
            (transfer.order.payer, transfer.order.payee)
        } else {
            (transfer.order.payee, transfer.order.payer)
        };
        let sign = if back { -1 } else { 1 };
        let price = transfer.order.amount.units();
        if let Some(account) = self.accounts.get_mut(&provider) {
            crate::book::provided(&mut account.record, price, sign, at);
        }
        if let Some(account) = self.accounts.get_mut(&receiver) {
            crate::book::received(&mut account.record, price, sign, at);
        }
        if matches!(transfer.kind, Kind::Trade | Kind::Replacement)
            && let Some(got) = entries.iter().find(|entry| entry.account == transfer.order.payee)
            && let Some(payee) = self.accounts.get_mut(&transfer.order.payee)
        {
            let given_back = self
                .half
                .as_ref()
                .filter(|half| transfer.kind == Kind::Replacement && half.corrects == transfer.corrects)
                .and_then(|half| half.moved.iter().find(|(account, _)| *account == got.account))
                .map_or(0, |(_, units)| *units);
            payee.floor = limits::grown_floor(payee, got.amount.saturating_add(given_back));
        }
    }

    /// No hard limit in force was crossed, but by a coordinator's or administrator's reversal, or an import.
    pub(super) fn check_limits(
        &mut self,
        transfer: &Transfer,
        number: i64,
        before: Vec<(AccountId, i64)>,
        place: &str,
    ) {
        let moved = || -> Vec<(AccountId, i64)> {
            let entries = transfer.posted().map_or(&[][..], |posted| &posted.entries);
            entries.iter().map(|entry| (entry.account, entry.amount)).collect()
        };
        match transfer.kind {
            Kind::Import => {}
            Kind::Reversal => {
                self.half = Some(Half {
                    corrects: transfer.corrects,
                    number,
                    capacity: transfer.capacity,
                    before,
                    moved: moved(),
                });
            }
            Kind::Replacement
                if self.half.as_ref().is_some_and(|half| half.corrects == transfer.corrects) =>
            {
                self.judge_half(Some(transfer));
            }
            Kind::Trade | Kind::Replacement => {
                let sides = [transfer.order.payer, transfer.order.payee];
                self.judge(&before, &sides, None, place);
            }
        }
    }

    /// Judges the limits of a reversal, alone or together with the replacement that followed it at once.
    pub(super) fn judge_half(&mut self, replacement: Option<&Transfer>) {
        let Some(half) = self.half.take() else { return };
        let place = format!("number {}", half.number);
        let powerful = matches!(half.capacity, Capacity::Coordinator | Capacity::Admin);
        match replacement {
            None if powerful => {}
            None => {
                let sides: Vec<AccountId> = half.before.iter().take(2).map(|(account, _)| *account).collect();
                self.judge(&half.before, &sides, None, &place);
            }
            Some(replacement) => {
                let sides = [replacement.order.payer, replacement.order.payee];
                let passes = powerful.then_some(sides);
                self.judge(&half.before, &sides, passes, &place);
            }
        }
    }

    fn judge(
        &mut self,
        before: &[(AccountId, i64)],
        sides: &[AccountId],
        passes: Option<[AccountId; 2]>,
        place: &str,
    ) {
        for id in sides {
            let (Some(account), Some((_, was))) =
                (self.accounts.get(id), before.iter().find(|(known, _)| known == id))
            else {
                continue;
            };
            let floor = account
                .floor
                .filter(|floor| floor.hard && account.balance < *was && account.available() < floor.at);
            let ceiling =
                account.ceiling.filter(|top| top.hard && account.balance > *was && account.balance > top.at);
            // A lowering by who may pass limits: the payee's floor and the payer's ceiling do not count.
            if floor.is_some() && passes.is_none_or(|[_, payee]| payee != *id) {
                self.breach("limit-floor", place, format!("account {} went below its hard floor", id.0));
            }
            if ceiling.is_some() && passes.is_none_or(|[payer, _]| payer != *id) {
                self.breach("limit-ceiling", place, format!("account {} went above its hard ceiling", id.0));
            }
        }
    }

    pub(super) fn check_sums(&mut self, accounts: &[Account]) {
        let sum: i128 = accounts.iter().map(|account| i128::from(account.balance)).sum();
        if sum != 0 {
            self.breach("balances-sum", "exchange", format!("all balances together are {sum}"));
        }
    }

    pub(super) fn check_holds(&mut self, open: &[Hold]) {
        for hold in open {
            if self.holds.remove(&hold.id).is_none_or(|known| known != *hold) {
                self.breach(
                    "holds",
                    &format!("hold {}", hold.id.0),
                    "is open, but no act opened it so".to_owned(),
                );
            }
        }
        let missing: Vec<String> = self.holds.keys().map(|id| format!("hold {}", id.0)).collect();
        for place in missing {
            self.breach("holds", &place, "was opened and is not stored as open".to_owned());
        }
    }

    /// A stored account is what its acts and entries make it.
    pub(super) fn check_account(&mut self, stored: &Account) {
        let place = format!("account {}", stored.id.0);
        let Some(known) = self.accounts.get(&stored.id).cloned() else {
            return self.breach("accounts-act", &place, "no act opened it".to_owned());
        };
        let differs = |what: &str, is: &dyn std::fmt::Debug, due: &dyn std::fmt::Debug| {
            format!("{what} is {is:?}, should be {due:?}")
        };
        let mut say = |rule, detail| self.breach(rule, &place, detail);
        if stored.balance != known.balance {
            say("balance", differs("balance", &stored.balance, &known.balance));
        }
        if stored.held != known.held {
            say("held", differs("held", &stored.held, &known.held));
        }
        if stored.last_entry != known.last_entry || stored.last_month != known.last_month {
            say("last-entry", differs("last entry", &stored.last_entry, &known.last_entry));
        }
        if stored.record != known.record {
            say("record", differs("trading record", &stored.record, &known.record));
        }
        if (stored.floor, stored.ceiling, stored.growth_cap) != (known.floor, known.ceiling, known.growth_cap)
        {
            say(
                "limits",
                differs("floor and ceiling", &(stored.floor, stored.ceiling), &(known.floor, known.ceiling)),
            );
        }
        if (stored.state, stored.locked, stored.kind) != (known.state, known.locked, known.kind) {
            say("state", differs("state", &(stored.state, stored.locked), &(known.state, known.locked)));
        }
        if stored.exchange != known.exchange {
            say("accounts-exchange", differs("exchange", &stored.exchange, &known.exchange));
        }
        if stored.overrides != known.overrides {
            say("overrides", differs("overrides", &stored.overrides, &known.overrides));
        }
        if stored.kind == AccountKind::Administration && self.own_account != Some(stored.id) {
            self.breach("own-account", &place, "is not the exchange's own account".to_owned());
        }
    }

    /// The transfers reversed so far.
    #[must_use]
    pub fn has_reversed(&self, id: TransferId) -> bool {
        self.reversed.contains(&id)
    }
}
