//! What is told of the exchange happens: trades that are taken back, put right, doubted or still waiting, and the lock.

use ledger::transfer::{Channel, Wish};
use ledger::{Amount, Receipt};

use super::town::{Recorded, Town, broken};
use crate::App;
use crate::accounts::{self, Lock};
use crate::demo::happenings::Trade;
use crate::demo::texts::Task;
use crate::error::Result;
use crate::trades::{self, Correction, NewTrade, Stand};

impl Town {
    /// What happened first on a day: trades and requests are recorded, an account is locked.
    pub(super) async fn tell(&mut self, app: &App, ago: i64) -> Result<()> {
        let told = &self.data.happenings;
        for reversal in told.reversals.iter().filter(|it| i64::from(it.trade.days_ago) == ago) {
            self.record(app, &reversal.trade, self.keyed_by(reversal.by)).await?;
        }
        for edit in told.edits.iter().filter(|it| i64::from(it.trade.days_ago) == ago) {
            self.record(app, &edit.trade, None).await?;
        }
        if i64::from(told.objection.trade.days_ago) == ago {
            self.record(app, &told.objection.trade, None).await?;
        }
        for trade in told.pending.iter().filter(|it| i64::from(it.days_ago) == ago) {
            let trade = self.order(app, trade, Wish::Wait)?;
            let payee = self.at(self.resident_of_account(trade.payee)?)?.user;
            let actor = self.actor(app, payee).await?;
            trades::record(app, &actor, trade).await?;
        }
        if i64::from(told.locked.days_ago) == ago {
            let account = self.at(self.resident(told.locked.member)?)?.account;
            let admin = self.at(0)?.user;
            let admin = self.actor(app, admin).await?;
            accounts::set_lock(app, &admin, account, Lock::CreditOnly, told.locked.why).await?;
        }
        Ok(())
    }

    /// What followed on a later day, or the same evening.
    pub(super) async fn follow_up(&mut self, app: &App, ago: i64) -> Result<()> {
        let told = &self.data.happenings;
        for it in told.reversals {
            if i64::from(it.trade.days_ago) - i64::from(it.days_later) == ago {
                let (trade, by) = (self.told(it.trade.text)?, self.at(self.resident(it.by)?)?.user);
                let actor = self.actor(app, by).await?;
                trades::reverse(app, &actor, trade.id, Town::name(app)?, it.reason).await?;
                self.count(&trade, -1);
            }
        }
        for it in told.edits {
            if i64::from(it.trade.days_ago) - i64::from(it.days_later) == ago {
                let trade = self.told(it.trade.text)?;
                let actor = self.at(trade.payee)?.user;
                let actor = self.actor(app, actor).await?;
                let (reversal, replacement) = (Town::name(app)?, Town::name(app)?);
                let amount = Amount::new(i64::from(it.amount)).ok_or_else(|| broken(it.text))?;
                let description = it.text.to_owned();
                let right = Correction { reversal, replacement, amount, description };
                trades::edit(app, &actor, trade.id, right).await?;
                self.count(&trade, -1);
                self.count(&Recorded { amount: i64::from(it.amount), ..trade }, 1);
            }
        }
        if i64::from(told.objection.days_ago) == ago {
            let trade = self.told(told.objection.trade.text)?;
            let actor = self.at(trade.payer)?.user;
            let actor = self.actor(app, actor).await?;
            trades::object(app, &actor, trade.id, told.objection.words).await?;
        }
        Ok(())
    }

    /// The coordinator of this name, who keyed what they take back; others have nothing to do with it.
    fn keyed_by(&self, name: &str) -> Option<usize> {
        let task = (name, Task::Coordinator);
        let coordinates = self.data.staff.iter().any(|(staff, of)| (*staff, *of) == task);
        coordinates.then(|| self.resident(name).ok()).flatten()
    }

    fn told(&self, text: &str) -> Result<Recorded> {
        self.recorded.get(text).copied().ok_or_else(|| broken(&format!("nobody recorded {text}")))
    }

    fn resident_of_account(&self, account: ledger::AccountId) -> Result<usize> {
        let found = self.residents.iter().position(|resident| resident.account == account);
        found.ok_or_else(|| broken("an account is nobody's"))
    }

    fn order(&self, app: &App, trade: &Trade, wish: Wish) -> Result<NewTrade> {
        let payee = self.at(self.resident(trade.giver)?)?.account;
        Ok(NewTrade {
            id: Town::name(app)?,
            exchange: self.id,
            payer: self.at(self.resident(trade.receiver)?)?.account,
            payee,
            amount: Amount::new(i64::from(trade.amount)).ok_or_else(|| broken(trade.text))?,
            description: trade.text.to_owned(),
            traded_on: None,
            channel: Channel::Web,
            wish,
            stand: Stand::Own(payee),
            settles: None,
        })
    }

    /// Records a told trade by the giver, or by the coordinator who keyed it.
    async fn record(&mut self, app: &App, trade: &Trade, keyed_by: Option<usize>) -> Result<()> {
        let mut order = self.order(app, trade, Wish::Count)?;
        let (payer, payee) = (self.resident(trade.receiver)?, self.resident(trade.giver)?);
        let mut by = payee;
        if let Some(coordinator) = keyed_by {
            (by, order.stand, order.channel) = (coordinator, Stand::Coordinator, Channel::Sheet);
        }
        let user = self.at(by)?.user;
        let actor = self.actor(app, user).await?;
        let recorded = Recorded { id: order.id, payer, payee, amount: i64::from(trade.amount) };
        let Receipt { counted, .. } = trades::record(app, &actor, order).await?;
        if !counted {
            return Err(broken(&format!("{} did not count", trade.text)));
        }
        self.count(&recorded, 1);
        self.recorded.insert(trade.text, recorded);
        Ok(())
    }
}
