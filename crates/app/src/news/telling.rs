//! Telling the news: who is told what, found for many trades with few statements.

use std::collections::HashMap;

use ledger::{AccountId, ExchangeId};
use store::Tx;
use store::exchanges::Exchange;
use store::members::MemberId;
use store::members::operators::Addressee;
use store::parties::Party;
use store::transfers::TransferRow;
use uuid::Uuid;

use super::{Event, News, Tell};
use crate::App;
use crate::error::Result;
use crate::jobs;
use crate::mail::{Letter, Side};
use crate::notices::{Plan, Telling};

/// Works [`super::TELL`] jobs, all or none: tells everyone on either side of each trade, except who did it; of an objection
/// the administrators as well. The jobs are done in the same transaction, so nobody is told twice.
///
/// # Errors
/// When the database fails.
pub async fn work(app: &App, jobs: &[(i64, &Tell)]) -> Result<()> {
    if jobs.is_empty() {
        return Ok(());
    }
    // Read before the queue is written: those who pay wait for writers, and not for readers.
    let news: Vec<&News> = jobs.iter().flat_map(|(_, tell)| &tell.news).collect();
    let mut tx = app.db.read().await?;
    let known = Known::load(&mut tx, &news).await?;
    let mut tellings = Vec::new();
    for news in news {
        tellings.extend(known.tellings(&mut tx, news).await?);
    }
    let plan = Plan::new(&mut tx, app, tellings).await?;
    drop(tx);
    let done: Vec<i64> = jobs.iter().map(|(job, _)| *job).collect();
    jobs::replace(app, &done, &plan).await
}

/// What many pieces of news are about.
struct Known {
    transfers: HashMap<Uuid, TransferRow>,
    exchanges: HashMap<ExchangeId, (Exchange, ledger::Unit)>,
    parties: HashMap<AccountId, Party>,
    operators: HashMap<MemberId, Vec<Addressee>>,
}

impl Known {
    async fn load(tx: &mut Tx, news: &[&News]) -> Result<Self> {
        let mut transfers = HashMap::new();
        let mut wanted: Vec<Uuid> = news.iter().map(|news| news.transfer).collect();
        // Twice: what was reversed is told of by its own name.
        for _ in 0..2 {
            wanted.retain(|id| !transfers.contains_key(id));
            let rows = store::transfers::get_all(tx, &wanted).await?;
            wanted = rows.iter().filter_map(|row| row.corrects).collect();
            transfers.extend(rows.into_iter().map(|row| (row.uuid, row)));
        }
        let mut exchanges = HashMap::new();
        for row in transfers.values() {
            if exchanges.contains_key(&row.exchange) {
                continue;
            }
            let exchange = store::exchanges::get(tx, row.exchange).await?;
            let journal = store::journals::get(tx, row.exchange).await?;
            exchanges.extend(exchange.zip(journal).map(|(e, journal)| (e.id, (e, journal.policy.unit))));
        }
        let sides = transfers.values().flat_map(|row| [row.payer, row.payee]);
        let parties = crate::trades::parties(tx, sides).await?;
        let members: Vec<MemberId> = parties.values().filter_map(|party| party.member).collect();
        let mut operators: HashMap<MemberId, Vec<Addressee>> = HashMap::new();
        for operator in store::members::operators::addressees(tx, &members).await? {
            operators.entry(operator.member).or_default().push(operator);
        }
        Ok(Self { transfers, exchanges, parties, operators })
    }

    /// Who is told what by a piece of news.
    async fn tellings(&self, tx: &mut Tx, news: &News) -> Result<Vec<Telling>> {
        let Some((row, words)) = self.told_of(tx, news).await? else { return Ok(Vec::new()) };
        let (payer, payee) = (self.parties.get(&row.payer), self.parties.get(&row.payee));
        let (Some(payer), Some(payee)) = (payer, payee) else { return Ok(Vec::new()) };
        let Some((exchange, unit)) = self.exchanges.get(&row.exchange) else { return Ok(Vec::new()) };
        let trade = |side| Letter::Trade {
            event: news.event,
            side,
            code: exchange.code.clone(),
            exchange: exchange.name.clone(),
            transfer: row.uuid,
            payer: payer.name.clone(),
            payee: payee.name.clone(),
            amount: row.amount,
            unit: unit.clone(),
            description: row.description.clone(),
            words: words.clone(),
        };
        let mut told = vec![news.by];
        let mut tellings = Vec::new();
        for (party, side) in [(payer, Side::Payer), (payee, Side::Payee)] {
            let operators = party.member.and_then(|member| self.operators.get(&member));
            for operator in operators.into_iter().flatten() {
                if told.contains(&operator.user_id.0) {
                    continue;
                }
                told.push(operator.user_id.0);
                tellings.push(Telling { reader: operator.into(), letter: trade(side) });
            }
        }
        if news.event == Event::Objected {
            for given in store::roles::of_exchange(tx, row.exchange).await? {
                if given.role == store::roles::Role::Admin && !told.contains(&given.user_id.0) {
                    told.push(given.user_id.0);
                    let user = store::users::get(tx, given.user_id).await?;
                    let letter = trade(Side::Neither);
                    tellings.extend(user.map(|user| Telling { reader: (&user).into(), letter }));
                }
            }
        }
        Ok(tellings)
    }

    /// The trade that a piece of news is about, and what was said. When something was given back it is about what was, not
    /// about the reversal.
    async fn told_of(&self, tx: &mut Tx, news: &News) -> Result<Option<(&TransferRow, String)>> {
        let Some(row) = self.transfers.get(&news.transfer) else { return Ok(None) };
        if let (Event::Reversed, Some(original)) = (news.event, row.corrects) {
            let original = self.transfers.get(&original);
            return Ok(original.map(|original| (original, row.description.clone())));
        }
        let words = match news.event {
            Event::Declined => row.reason.clone(),
            Event::Objected | Event::Stands => {
                let objection = store::objections::of_transfer(tx, row.id).await?;
                let said = objection.map(|found| (found.words, found.settled_why)).unwrap_or_default();
                if news.event == Event::Objected { said.0 } else { said.1 }
            }
            _ => String::new(),
        };
        Ok(Some((row, words)))
    }
}
