//! Trying before doing: the ledger's own rules decide on a book that is thrown away.

use ledger::book::Exchange;
use ledger::{
    Account, AccountId, Amount, Book, ExchangeId, Ids, Instruction, Policy, Refusal, Transfer, Warning,
};
use store::Tx;
use store::parties::Party;

use super::{NewTrade, Stand, instruction};
use crate::App;
use crate::accounts;
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};

/// What the rules read, as loaded for a trial.
#[derive(Clone, Debug)]
pub(crate) struct Scratch {
    pub(crate) exchange: Exchange,
    pub(crate) accounts: Vec<Account>,
    pub(crate) transfers: Vec<Transfer>,
}

impl Scratch {
    /// Loads an exchange with these accounts and its own.
    pub(crate) async fn load(tx: &mut Tx, exchange: ExchangeId, accounts: &[AccountId]) -> Result<Scratch> {
        let exchange = store::journals::get(tx, exchange).await?.ok_or(Error::NotFound)?;
        let mut ids: Vec<AccountId> = accounts.iter().copied().chain(exchange.own_account).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut loaded = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(row) = store::accounts::get(tx, id).await? {
                loaded.push(row.account()?);
            }
        }
        Ok(Scratch { exchange, accounts: loaded, transfers: Vec::new() })
    }

    /// A book to try things in.
    pub(crate) fn book(&self) -> Book {
        let mut book = Book::new();
        book.put_exchange(self.exchange.clone());
        for account in &self.accounts {
            book.put_account(account.clone());
        }
        for transfer in &self.transfers {
            book.put_transfer(transfer.clone());
        }
        book.use_ids(Ids { transfer: 1, entry: 1, act: 1 });
        book
    }

    /// What the rules would answer.
    pub(crate) fn try_out(&self, instruction: &Instruction, app: &App) -> ledger::Answer {
        self.book().decide(instruction, app.clock.now())
    }
}

/// What will become of a trade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It will count at once.
    Counts,
    /// It will wait for the payer.
    Waits,
    /// A rule stands in the way.
    Refused(Refusal),
}

/// A trade before it is recorded, as both sides would feel it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Who gives units.
    pub payer: Party,
    /// Who gets units.
    pub payee: Party,
    /// The rules in force, with the unit.
    pub policy: Policy,
    /// What the payer gives, levy included.
    pub charge: i64,
    /// What the payee gets, levy deducted.
    pub gain: i64,
    /// The balance before and after of the account that is acted for; none when acting for others.
    pub own: Option<(i64, i64)>,
    /// What will become of it.
    pub fate: Fate,
    /// What should be said besides.
    pub warnings: Vec<Warning>,
}

/// What recording a trade would do. Nothing is written.
///
/// # Errors
/// [`Error::NotFound`] when an account is not there, [`Error::NotAllowed`].
pub async fn preview(app: &App, actor: &Actor, trade: &NewTrade) -> Result<Preview> {
    actor.may(Action::SeeDirectory, Subject::exchange(trade.exchange))?;
    let instruction = instruction(app, actor, trade)?;
    let mut tx = app.db.read().await?;
    let scratch = Scratch::load(&mut tx, trade.exchange, &[trade.payer, trade.payee]).await?;
    let parties = store::parties::of(&mut tx, &[trade.payer, trade.payee]).await?;
    // Whoever holds a connection and waits for another holds up everybody who does the same.
    drop(tx);
    let party = |id| {
        parties.iter().find(|party: &&Party| party.account == id && party.exchange == trade.exchange).cloned()
    };
    let (payer, payee) =
        (party(trade.payer).ok_or(Error::NotFound)?, party(trade.payee).ok_or(Error::NotFound)?);
    let mut book = scratch.book();
    let answer = book.decide(&instruction, app.clock.now());
    let (fate, warnings) = match answer {
        Ok(receipt) if receipt.counted => (Fate::Counts, receipt.warnings),
        Ok(receipt) => (Fate::Waits, receipt.warnings),
        Err(refusal) => (Fate::Refused(refusal), Vec::new()),
    };
    let policy = scratch.exchange.policy.clone();
    let (charge, gain) = moves(&scratch.exchange, trade.amount, [&payer, &payee]);
    let own = match trade.stand {
        Stand::Own(account) => {
            let before = accounts::account(app, actor, account).await?.balance;
            Some((before, if account == trade.payer { before - charge } else { before + gain }))
        }
        Stand::Coordinator | Stand::Admin => None,
    };
    Ok(Preview { payer, payee, policy, charge, gain, own, fate, warnings })
}

/// What the payer gives and the payee gets. What the exchange takes comes back to it where it is a side itself.
fn moves(exchange: &Exchange, amount: Amount, [payer, payee]: [&Party; 2]) -> (i64, i64) {
    let Some(own) = exchange.own_account else { return (amount.units(), amount.units()) };
    let levy = &exchange.policy.levy;
    let (from_payer, from_payee) = (levy.on(amount, payer.kind), levy.on(amount, payee.kind));
    let back = |account| if account == own { from_payer + from_payee } else { 0 };
    let charge = amount.units() + from_payer - back(payer.account);
    (charge, amount.units() - from_payee + back(payee.account))
}
