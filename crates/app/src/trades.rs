//! Trades: recorded, answered, corrected, objected to. Each ends as one instruction to the teller.
//!
//! A *stand* says on whose behalf somebody records: their own account, or a member's as coordinator or administrator. For a
//! trade that exists the stand follows from who the person is to it; nobody acts as an administrator in their own favour.

mod due;
mod scratch;
mod view;

pub(crate) use view::{parties, party, requests};

pub use due::lapse_due;
pub(crate) use scratch::Scratch;
pub use scratch::{Fate, Preview, preview};
pub use store::objections::ObjectionRow;
pub use store::parties::Party;
pub use store::transfers::{EntryRow, TransferRow};
pub use view::{
    Happening, HappeningKind, May, Request, TradeView, Waiting, journal, objections, view, waiting,
    waiting_in,
};

use ledger::transfer::{Acting, Authority, Channel, Order, Wish};
use ledger::{
    AccountId, Amount, Day, ExchangeId, Instruction, Receipt, Refusal, TransferId, What, instruction::Edit,
};

use uuid::Uuid;

use crate::App;
use crate::accounts::{authority, words};
use crate::actor::{Action, Actor, Subject};
use crate::error::{Error, Result};
use crate::market;

/// Longest description, in characters.
pub const DESCRIPTION_MAX: usize = 500;

/// On whose behalf somebody records a trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// An account that they operate, one of the two sides.
    Own(AccountId),
    /// Somebody else's trade, as a coordinator.
    Coordinator,
    /// Somebody else's trade, as an administrator.
    Admin,
}

/// A trade to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTrade {
    /// Its name, made with the form: recording it twice is recording it once.
    pub id: TransferId,
    /// The exchange.
    pub exchange: ExchangeId,
    /// Who gives units, having received something.
    pub payer: AccountId,
    /// Who gets units, having provided something.
    pub payee: AccountId,
    /// The price.
    pub amount: Amount,
    /// What for.
    pub description: String,
    /// The day of the trade, if it was not today.
    pub traded_on: Option<Day>,
    /// The way it came in.
    pub channel: Channel,
    /// What its maker wishes.
    pub wish: Wish,
    /// On whose behalf.
    pub stand: Stand,
    /// The offer or want that it was recorded from.
    pub settles: Option<Uuid>,
}

/// Records a trade: pays, records a sale, or requests.
///
/// # Errors
/// [`Error::NotFound`] when an account is not one of the exchange, [`Error::NotAllowed`], [`Error::Refused`] with the ledger's
/// reason, [`Error::Wrong`] on `description`.
pub async fn record(app: &App, actor: &Actor, trade: NewTrade) -> Result<Receipt> {
    let trade = market::fitting(app, trade).await?;
    match app.teller.ask(instruction(app, actor, &trade)?).await {
        // What is another exchange's is not told apart from what is not there.
        Err(Error::Refused(Refusal::UnknownAccount | Refusal::WrongExchange)) => Err(Error::NotFound),
        answer => answer,
    }
}

/// Records trades, each with its own answer, in as few batches as the teller makes of them.
///
/// # Errors
/// When the teller has stopped.
pub async fn record_all(app: &App, actor: &Actor, trades: &[NewTrade]) -> Result<Vec<Result<Receipt>>> {
    let asked: Vec<Result<Instruction>> = trades.iter().map(|trade| instruction(app, actor, trade)).collect();
    let allowed = asked.iter().filter_map(|one| one.as_ref().ok().cloned()).collect();
    let mut answers = app.teller.ask_all(allowed).await?.into_iter();
    let answer = |one: Result<Instruction>| match one {
        Err(error) => Err(error),
        Ok(_) => match answers.next() {
            Some(Err(Error::Refused(Refusal::UnknownAccount | Refusal::WrongExchange))) | None => {
                Err(Error::NotFound)
            }
            Some(answer) => answer,
        },
    };
    Ok(asked.into_iter().map(answer).collect())
}

/// The instruction that a new trade is, if this person may give it.
///
/// # Errors
/// As [`record`].
pub(crate) fn instruction(app: &App, actor: &Actor, trade: &NewTrade) -> Result<Instruction> {
    let by = authority(actor, trade.exchange, recording(actor, trade)?);
    if trade.description.trim().chars().count() > DESCRIPTION_MAX {
        return Err(Error::field("description", "error-too-long"));
    }
    let order = Order {
        id: trade.id,
        exchange: trade.exchange,
        payer: trade.payer,
        payee: trade.payee,
        amount: trade.amount,
        description: words(app, &trade.description)?,
        traded_on: trade.traded_on,
        category: None,
        settles: trade.settles,
        channel: trade.channel,
        wish: trade.wish,
        expires_at: None,
    };
    Ok(Instruction { exchange: trade.exchange, by, what: What::Record(Box::new(order)) })
}

/// As what this person may record this trade. Nobody records for others what comes to themselves.
fn recording(actor: &Actor, trade: &NewTrade) -> Result<Acting> {
    match trade.stand {
        Stand::Own(account) => {
            let action = match () {
                () if account == trade.payer => Action::Pay,
                () if trade.wish == Wish::Wait => Action::Request,
                () => Action::RecordSale,
            };
            if !actor.operates(account) {
                return Err(Error::NotFound);
            }
            actor.may(action, Subject::account(trade.exchange, account))?;
            Ok(Acting::Holder(account))
        }
        Stand::Coordinator | Stand::Admin => {
            let exchange = Subject::exchange(trade.exchange);
            actor.may(Action::RecordForOthers, exchange)?;
            if gains(actor, trade.payee) {
                return Err(Error::NotAllowed("error-not-for-yourself"));
            }
            let is_admin = actor.can(Action::AnswerAny, exchange);
            Ok(if is_admin && trade.stand == Stand::Admin { Acting::Admin } else { Acting::Coordinator })
        }
    }
}

/// Whether what comes to this account comes to this person. What comes to the exchange's own comes to all.
fn gains(actor: &Actor, account: AccountId) -> bool {
    let own = actor.memberships().iter().find(|own| own.account == Some(account));
    actor.operates(account) && own.is_none_or(|own| own.kind != store::members::Kind::Administration)
}

/// Says yes to a request, for the payer's side.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotAllowed`], [`Error::Refused`].
pub async fn accept(app: &App, actor: &Actor, id: TransferId) -> Result<Receipt> {
    let row = known(app, actor, id).await?;
    let acting = Towards::new(actor, &row).of_payer(Action::Answer, Action::AnswerAny)?;
    ask(app, actor, &row, (acting, What::Accept { transfer: id })).await
}

/// Sends a draft of one's own on its way.
///
/// # Errors
/// As [`accept`].
pub async fn submit(app: &App, actor: &Actor, id: TransferId) -> Result<Receipt> {
    let row = known(app, actor, id).await?;
    let own = if row.made_for == Some(row.payer) { Action::Pay } else { Action::RecordSale };
    let acting = Towards::new(actor, &row).of_maker(own, Action::AnswerAny)?;
    ask(app, actor, &row, (acting, What::Submit { transfer: id })).await
}

/// Says no to a request.
///
/// # Errors
/// As [`accept`].
pub async fn decline(app: &App, actor: &Actor, id: TransferId, reason: &str) -> Result<Receipt> {
    let row = known(app, actor, id).await?;
    let acting = Towards::new(actor, &row).holder(row.payer, Action::Answer)?;
    let reason = reason.trim().to_owned();
    ask(app, actor, &row, (acting, What::Decline { transfer: id, reason })).await
}

/// Takes back a request that nobody has answered.
///
/// # Errors
/// As [`accept`].
pub async fn withdraw(app: &App, actor: &Actor, id: TransferId) -> Result<Receipt> {
    let row = known(app, actor, id).await?;
    let acting = Towards::new(actor, &row).of_maker(Action::Withdraw, Action::WithdrawAny)?;
    ask(app, actor, &row, (acting, What::Withdraw { transfer: id })).await
}

/// Hides what did not count.
///
/// # Errors
/// As [`accept`].
pub async fn discard(app: &App, actor: &Actor, id: TransferId) -> Result<Receipt> {
    let row = known(app, actor, id).await?;
    let acting = Towards::new(actor, &row).of_maker(Action::Withdraw, Action::WithdrawAny)?;
    ask(app, actor, &row, (acting, What::Discard { transfer: id })).await
}

/// Gives a trade back in full; coordinators and administrators say why. The form carries the reversal's name.
///
/// # Errors
/// As [`accept`].
pub async fn reverse(
    app: &App,
    actor: &Actor,
    id: TransferId,
    reversal: TransferId,
    reason: &str,
) -> Result<Receipt> {
    let row = known(app, actor, id).await?;
    let acting = Towards::new(actor, &row).of_payee(Action::ReverseOwn, Action::ReverseAny)?;
    let reason = words(app, reason)?;
    ask(app, actor, &row, (acting, What::Reverse { transfer: id, reversal, reason })).await
}

/// What is right instead. The form carries both names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Names the reversal.
    pub reversal: TransferId,
    /// Names what stands instead, or the request for the difference.
    pub replacement: TransferId,
    /// The right price.
    pub amount: Amount,
    /// The right words.
    pub description: String,
}

/// Corrects price or words of a trade.
///
/// # Errors
/// As [`accept`].
pub async fn edit(app: &App, actor: &Actor, id: TransferId, correction: Correction) -> Result<Receipt> {
    let row = known(app, actor, id).await?;
    let acting = Towards::new(actor, &row).of_payee(Action::EditOwn, Action::EditAny)?;
    let edit = Edit {
        transfer: id,
        reversal: correction.reversal,
        replacement: correction.replacement,
        amount: correction.amount,
        description: words(app, &correction.description)?,
    };
    ask(app, actor, &row, (acting, What::Edit(Box::new(edit)))).await
}

/// Says that a trade is not right.
///
/// # Errors
/// As [`accept`].
pub async fn object(app: &App, actor: &Actor, id: TransferId, said: &str) -> Result<Receipt> {
    let row = known(app, actor, id).await?;
    let towards = Towards::new(actor, &row);
    let acting =
        towards.holder(row.payer, Action::Object).or_else(|_| towards.holder(row.payee, Action::Object))?;
    ask(app, actor, &row, (acting, What::Object { transfer: id, words: said.trim().to_owned() })).await
}

/// Decides that a trade stands in spite of an objection.
///
/// # Errors
/// As [`accept`].
pub async fn let_stand(app: &App, actor: &Actor, id: TransferId, why: &str) -> Result<Receipt> {
    let row = known(app, actor, id).await?;
    let acting = Towards::new(actor, &row).settling()?;
    ask(app, actor, &row, (acting, What::LetStand { transfer: id, why: why.trim().to_owned() })).await
}

/// The transfer, as far as this person may know of it.
async fn known(app: &App, actor: &Actor, id: TransferId) -> Result<TransferRow> {
    let row = store::transfers::get(&mut app.db.read().await?, id).await?.ok_or(Error::NotFound)?;
    may_see(actor, &row)?;
    Ok(row)
}

/// That this person may see a trade: a side of it, or a coordinator or administrator. For others there is none.
pub(crate) fn may_see(actor: &Actor, row: &TransferRow) -> Result<()> {
    let side = |account| {
        actor.operates(account) && actor.can(Action::SeeTradeOwn, Subject::account(row.exchange, account))
    };
    let exchange = Subject::exchange(row.exchange);
    if side(row.payer) || side(row.payee) {
        Ok(())
    } else if actor.is_theirs(Action::SeeTradeAny, exchange) {
        actor.may(Action::SeeTradeAny, exchange)
    } else {
        Err(Error::NotFound)
    }
}

async fn ask(app: &App, actor: &Actor, row: &TransferRow, (acting, what): (Acting, What)) -> Result<Receipt> {
    let by: Authority = authority(actor, row.exchange, acting);
    match app.teller.ask(Instruction { exchange: row.exchange, by, what }).await {
        Err(Error::Refused(Refusal::UnknownTransfer)) => Err(Error::NotFound),
        answer => answer,
    }
}

/// What a person is to a transfer, and so as what they act on it.
pub(crate) struct Towards<'a> {
    actor: &'a Actor,
    row: &'a TransferRow,
}

impl<'a> Towards<'a> {
    pub(crate) fn new(actor: &'a Actor, row: &'a TransferRow) -> Self {
        Towards { actor, row }
    }

    /// As someone of this side.
    pub(crate) fn holder(&self, account: AccountId, action: Action) -> Result<Acting> {
        if !self.actor.operates(account) {
            return Err(Error::NotAllowed("error-not-your-side"));
        }
        self.actor.may(action, Subject::account(self.row.exchange, account))?;
        Ok(Acting::Holder(account))
    }

    /// For the payer's side, or else as an administrator who is not the payee.
    pub(crate) fn of_payer(&self, own: Action, any: Action) -> Result<Acting> {
        if self.actor.operates(self.row.payer) {
            return self.holder(self.row.payer, own);
        }
        self.admin(any, self.row.payee)
    }

    /// For the payee's side; or, unless they operate the payer's account, as the coordinator who keyed it or as an
    /// administrator.
    pub(crate) fn of_payee(&self, own: Action, any: Action) -> Result<Acting> {
        if self.actor.operates(self.row.payee) {
            return self.holder(self.row.payee, own);
        }
        let exchange = Subject::exchange(self.row.exchange);
        let keyed = self.row.capacity == ledger::transfer::Capacity::Coordinator
            && self.row.made_by == self.actor.id();
        if keyed && !self.actor.can(any, exchange) && self.actor.can(Action::ReverseKeyed, exchange) {
            return self.unless_favoured(Acting::Coordinator, self.row.payer);
        }
        self.admin(any, self.row.payer)
    }

    /// For the side it was made for, as the coordinator who made it, or else as an administrator.
    pub(crate) fn of_maker(&self, own: Action, any: Action) -> Result<Acting> {
        if let Some(account) = self.row.made_for.filter(|account| self.actor.operates(*account)) {
            return self.holder(account, own);
        }
        let exchange = Subject::exchange(self.row.exchange);
        let made_it = self.row.made_for.is_none() && self.row.made_by == self.actor.id();
        if made_it && !self.actor.can(any, exchange) && self.actor.can(Action::RecordForOthers, exchange) {
            return Ok(Acting::Coordinator);
        }
        self.actor.may(any, exchange)?;
        Ok(Acting::Admin)
    }

    /// As an administrator who is neither side.
    pub(crate) fn settling(&self) -> Result<Acting> {
        let acting = self.admin(Action::SettleObjection, self.row.payer)?;
        self.unless_favoured(acting, self.row.payee)
    }

    /// As an administrator, unless it would be in their own favour.
    fn admin(&self, any: Action, favoured: AccountId) -> Result<Acting> {
        self.actor.may(any, Subject::exchange(self.row.exchange))?;
        self.unless_favoured(Acting::Admin, favoured)
    }

    fn unless_favoured(&self, acting: Acting, favoured: AccountId) -> Result<Acting> {
        if self.actor.operates(favoured) {
            return Err(Error::NotAllowed("error-not-for-yourself"));
        }
        Ok(acting)
    }
}
