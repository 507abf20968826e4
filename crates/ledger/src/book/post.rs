//! The point of no return: entries, numbers, hashes. Nothing here can be refused; what cannot be is asserted.

use crate::{
    account::Record,
    book::{Book, Warning},
    id::{AccountId, ExchangeId, UserId},
    journal::{self, Head, Link},
    limits,
    plan::MonthMark,
    refusal::Refusal,
    time::Instant,
    transfer::{Entry, Kind, Order, Posted, State, Transfer},
};

/// What a transfer does to each account: payer, payee, then the exchange's own. Each account once, none with zero, sum zero.
pub(super) type Moves = Vec<(AccountId, i64)>;

/// No balance ever leaves this range, whatever the limits, so that sums fit an `i64`.
pub(super) const BALANCE_MAX: i64 = 1 << 60;

impl Book {
    /// The moves of an order, levies on both sides included.
    pub(super) fn moves(&self, order: &Order) -> Result<Moves, Refusal> {
        let exchange = self.at_exchange(order.exchange)?;
        let price = order.amount.units();
        let levy = &exchange.policy.levy;
        let on = |id| self.at_account(id).map(|account| levy.on(order.amount, account.kind));
        let (from_payer, from_payee) =
            if exchange.own_account.is_some() { (on(order.payer)?, on(order.payee)?) } else { (0, 0) };
        let mut moves = vec![(order.payer, -(price + from_payer)), (order.payee, price - from_payee)];
        if let (Some(own), levied) = (exchange.own_account, from_payer + from_payee)
            && levied > 0
        {
            match moves.iter_mut().find(|(account, _)| *account == own) {
                Some((_, units)) => *units += levied,
                None => moves.push((own, levied)),
            }
        }
        Ok(moves)
    }

    /// That the payer may be debited and no hard limit is crossed. Soft limits that are crossed come back as warnings.
    pub(super) fn within_limits(&self, order: &Order, moves: &Moves) -> Result<Vec<Warning>, Refusal> {
        let of =
            |id: AccountId| moves.iter().find(|(account, _)| *account == id).map_or(0, |(_, units)| *units);
        let mut warnings = Vec::new();
        let payer = self.at_account(order.payer)?;
        if payer.locked {
            return Err(Refusal::PayerLocked { account: payer.id });
        }
        self.above_floor(payer.id, -of(payer.id), &mut warnings)?;
        self.below_ceiling(order.payee, of(order.payee), &mut warnings)?;
        self.in_range(moves)?;
        Ok(warnings)
    }

    /// That an account can give so many units.
    pub(super) fn above_floor(
        &self,
        id: AccountId,
        charge: i64,
        warnings: &mut Vec<Warning>,
    ) -> Result<(), Refusal> {
        let account = self.at_account(id)?;
        match limits::crossed_floor(account, charge) {
            Some(crossing) if crossing.limit.hard => {
                let available = account.available();
                return Err(Refusal::BelowFloor { account: id, floor: crossing.limit.at, available, charge });
            }
            Some(crossing) => {
                warnings.push(Warning::BelowSoftFloor { account: id, floor: crossing.limit.at })
            }
            None => {}
        }
        Ok(())
    }

    /// That an account can get so many units.
    pub(super) fn below_ceiling(
        &self,
        id: AccountId,
        gain: i64,
        warnings: &mut Vec<Warning>,
    ) -> Result<(), Refusal> {
        let account = self.at_account(id)?;
        match limits::crossed_ceiling(account, gain) {
            Some(crossing) if crossing.limit.hard => {
                let balance = account.balance;
                return Err(Refusal::AboveCeiling { account: id, ceiling: crossing.limit.at, balance, gain });
            }
            Some(crossing) => {
                warnings.push(Warning::AboveSoftCeiling { account: id, ceiling: crossing.limit.at })
            }
            None => {}
        }
        Ok(())
    }

    /// That every balance stays where sums of balances fit an `i64`.
    pub(super) fn in_range(&self, moves: &Moves) -> Result<(), Refusal> {
        for &(id, units) in moves {
            let account = self.at_account(id)?;
            let would_be = account.balance.saturating_add(units);
            if would_be > BALANCE_MAX {
                let balance = account.balance;
                return Err(Refusal::AboveCeiling {
                    account: id,
                    ceiling: BALANCE_MAX,
                    balance,
                    gain: units,
                });
            }
            if would_be < -BALANCE_MAX {
                let available = account.available();
                return Err(Refusal::BelowFloor {
                    account: id,
                    floor: -BALANCE_MAX,
                    available,
                    charge: -units,
                });
            }
        }
        Ok(())
    }

    /// Counts a transfer: writes its entries, gives it its number and hash, and files it.
    ///
    /// # Panics
    /// When the moves do not sum to zero or name something that is not in the book: then the program is wrong, and stopping
    /// before anything is written is the only right answer.
    pub(super) fn post(&mut self, mut transfer: Transfer, moves: &Moves, by: UserId, at: Instant) {
        assert_eq!(
            moves.iter().map(|(_, units)| units).sum::<i64>(),
            0,
            "the entries of a transfer sum to zero"
        );
        assert!(moves.len() >= 2 && moves.iter().all(|(_, units)| *units != 0), "entries move something");
        let entries: Vec<Entry> =
            moves.iter().map(|&(account, units)| self.enter(account, units, at, transfer.row)).collect();
        self.keep_record(&transfer, at);
        if transfer.kind == Kind::Trade || transfer.kind == Kind::Replacement {
            self.grow_floor(&transfer, moves);
        }
        let Some(exchange) = self.exchanges.get_mut(&transfer.order.exchange) else {
            unreachable!("a posting names an exchange that is in the book")
        };
        let description = journal::commitment(&transfer.order.description);
        let link = Link { before: exchange.journal, at, decided_by: by, description, entries: &entries };
        let head =
            Head { number: exchange.journal.number + 1, hash: journal::transfer_hash(&transfer, &link) };
        (exchange.journal, exchange.at) = (head, at);
        self.changes.exchanges.insert(transfer.order.exchange);
        transfer.state = State::Committed(Posted { number: head.number, hash: head.hash, entries });
        transfer.decided_at = Some(at);
        transfer.decided_by = Some(by);
        self.file(transfer);
    }

    /// Files a transfer among the new or the changed ones.
    pub(super) fn file(&mut self, transfer: Transfer) {
        let id = transfer.order.id;
        if self.transfers.insert(id, transfer).is_some() {
            self.note_change(id);
        } else {
            self.changes.new_transfers.push(id);
        }
    }

    /// The next row for a new transfer.
    pub(super) fn next_row(&mut self) -> i64 {
        self.ids.transfer += 1;
        self.ids.transfer - 1
    }

    fn enter(&mut self, id: AccountId, units: i64, at: Instant, row: i64) -> Entry {
        let Some(account) = self.accounts.get_mut(&id) else {
            unreachable!("a posting names accounts that are in the book")
        };
        let month = at.month();
        if let (Some(last), Some(entry)) = (account.last_month, account.last_entry)
            && last < month
        {
            self.changes.marks.push(MonthMark { account: id, month: last, entry, balance: account.balance });
        }
        account.balance += units;
        assert!(account.balance.abs() <= BALANCE_MAX, "a posting stays in range");
        let entry = Entry {
            id: crate::EntryId(self.ids.entry),
            account: id,
            amount: units,
            balance: account.balance,
            previous: account.last_entry,
        };
        self.ids.entry += 1;
        account.last_entry = Some(entry.id);
        account.last_month = Some(account.last_month.map_or(month, |last| last.max(month)));
        self.changes.accounts.insert(id);
        self.changes.entries.push((row, entry));
        entry
    }

    fn keep_record(&mut self, transfer: &Transfer, at: Instant) {
        let price = transfer.order.amount.units();
        // A reversal runs from the original's payee to its payer: there the record is taken back.
        let (provider, receiver, sign) = match transfer.kind {
            Kind::Reversal => (transfer.order.payer, transfer.order.payee, -1),
            Kind::Trade | Kind::Replacement | Kind::Import => (transfer.order.payee, transfer.order.payer, 1),
        };
        if let Some(account) = self.accounts.get_mut(&provider) {
            provided(&mut account.record, price, sign, at);
        }
        if let Some(account) = self.accounts.get_mut(&receiver) {
            received(&mut account.record, price, sign, at);
        }
    }

    /// A receipt widens the payee's floor; what an edit puts in place of another trade, only by what it brings more.
    fn grow_floor(&mut self, transfer: &Transfer, moves: &Moves) {
        let payee = transfer.order.payee;
        let got = moves.iter().find(|(account, _)| *account == payee).map_or(0, |(_, units)| *units);
        let replaced = transfer
            .corrects
            .filter(|_| transfer.kind == Kind::Replacement)
            .and_then(|id| self.transfers.get(&id))
            .and_then(Transfer::posted)
            .and_then(|posted| posted.entries.iter().find(|entry| entry.account == payee))
            .map_or(0, |entry| entry.amount);
        if let Some(account) = self.accounts.get_mut(&payee) {
            account.floor = limits::grown_floor(account, got - replaced);
        }
    }

    /// Notes that an exchange's heads or policy have moved.
    pub(super) fn touch(&mut self, exchange: ExchangeId) {
        self.changes.exchanges.insert(exchange);
    }
}

/// Counts something provided (sign 1), or takes it back (sign -1).
pub(crate) fn provided(record: &mut Record, price: i64, sign: i64, at: Instant) {
    record.provided_total = record.provided_total.saturating_add(sign * price);
    record.provided_count += sign;
    if sign > 0 {
        record.provided_last = Some(at);
    }
}

/// Counts something received (sign 1), or takes it back (sign -1).
pub(crate) fn received(record: &mut Record, price: i64, sign: i64, at: Instant) {
    record.received_total = record.received_total.saturating_add(sign * price);
    record.received_count += sign;
    if sign > 0 {
        record.received_last = Some(at);
    }
}
