//! Everyday trades: who provides what to whom, on which day, and who records it.

use ledger::transfer::{Channel, Wish};
use ledger::{Amount, Day, Month};

use super::town::{Dice, Recorded, Resident, Town, broken};
use super::{DAY_US, OLDEST};
use crate::App;
use crate::demo::texts::{Exchange, Reach, Said, Task};
use crate::error::Result;
use crate::trades::{self, NewTrade, Stand};

/// Days over which the trades are spread: eighteen months.
const SPAN: i64 = 546;
/// Trades of one exchange, those that are told included.
const TRADES: usize = 1_500;
/// How often somebody looks for another partner before the trade is put off to the next day.
const TRIES: u32 = 40;

/// How many trades each day has.
pub(super) struct Calendar {
    days: Vec<u32>,
    /// Trades that are due.
    pub(super) owed: u32,
}

impl Calendar {
    /// Trades on the day so many days ago.
    pub(super) fn on(&self, ago: i64) -> u32 {
        usize::try_from(ago).ok().and_then(|ago| self.days.get(ago)).copied().unwrap_or(0)
    }
}

/// Spreads the trades over the days: more on Saturdays, fewer in August and at the end of the year, and growing slowly.
pub(super) fn calendar(data: &Exchange, midnight: i64, dice: &mut Dice) -> Calendar {
    let told = &data.happenings;
    let count = TRADES - told.reversals.len() - told.edits.len() - 1;
    let weights: Vec<u32> = (0..=SPAN).map(|ago| weight(midnight - ago * DAY_US, ago)).collect();
    let mut days = vec![0; weights.len()];
    for _ in 0..count {
        let mut left = dice.roll(weights.iter().sum());
        for (day, weight) in days.iter_mut().zip(&weights) {
            if left < *weight {
                *day += 1;
                break;
            }
            left -= weight;
        }
    }
    Calendar { days, owed: 0 }
}

/// How much is traded on a day that begins at this instant.
fn weight(begins: i64, ago: i64) -> u32 {
    if ago == 0 {
        return 0;
    }
    let day = Day(i32::try_from(begins / DAY_US).unwrap_or(0));
    // 1970-01-01 was a Thursday.
    let weekday = match (day.0 + 3).rem_euclid(7) {
        5 => 20,
        6 => 7,
        4 => 11,
        _ => 9,
    };
    let season = match month(day) {
        8 => 6,
        12 => 8,
        _ => 10,
    };
    let growth = u32::try_from(2 * SPAN - ago).unwrap_or(0) / 50;
    weekday * season * growth
}

/// The month of the year, 1 to 12.
fn month(day: Day) -> u8 {
    let Month(months) = day.month();
    u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1)
}

impl Town {
    /// Trades as often as is due, as far as partners are found; says how often.
    pub(super) async fn trade(&mut self, app: &App, dice: &mut Dice, (ago, due): (i64, u32)) -> Result<u32> {
        let (mut asked, mut recorded) = (Vec::new(), Vec::new());
        for _ in 0..due {
            let Some((trade, words)) = self.somebody_trades(app, dice, ago) else { continue };
            let (by, order) = self.recording(app, dice, (&trade, words))?;
            let user = self.at(by)?.user;
            let actor = self.actor(app, user).await?;
            asked.push(trades::instruction(app, &actor, &order)?);
            recorded.push(trade);
            self.latest = Some(trade);
            self.count(&trade, 1);
        }
        for (answer, trade) in app.teller.ask_all(asked).await?.into_iter().zip(&recorded) {
            let Recorded { id, amount, .. } = trade;
            match answer {
                Ok(receipt) if receipt.counted => {}
                answer => return Err(broken(&format!("trade {} of {amount}: {answer:?}", id.0))),
            }
        }
        Ok(u32::try_from(recorded.len()).unwrap_or(0))
    }

    /// Two people, what one does for the other, and the words.
    fn somebody_trades(&self, app: &App, dice: &mut Dice, ago: i64) -> Option<(Recorded, String)> {
        let month = month(app.clock.now().day());
        for _ in 0..TRIES {
            let payee = self.pick(dice, ago, |resident| self.leaning(resident, -1))?;
            let payer = self.pick(dice, ago, |resident| self.leaning(resident, 1))?;
            let (giver, receiver) = (self.residents.get(payee)?, self.residents.get(payer)?);
            let gives = giver.member.gives;
            let key = gives.get(usize::try_from(dice.roll(u32::try_from(gives.len()).ok()?)).ok()?)?;
            let Some(theme) = self.data.theme(key).filter(|theme| theme.in_season(month)) else { continue };
            let Said { text, amount } = self.data.trade(theme, giver.member, &mut |sides| dice.roll(sides));
            let amount = i64::from(amount);
            if payer == payee || !self.has_room(giver, receiver, amount) {
                continue;
            }
            let id = Town::name(app).ok()?;
            return Some((Recorded { id, payer, payee, amount }, text));
        }
        None
    }

    /// How eagerly somebody gets (1) or gives (-1) units' worth, by where their balance stands.
    fn leaning(&self, resident: &Resident, sign: i64) -> u32 {
        let span = self.data.floor.unsigned_abs().max(1);
        let lean = 10 + sign * 8 * resident.balance / i64::try_from(span).unwrap_or(i64::MAX);
        u32::from(resident.member.lively) * u32::try_from(lean.clamp(1, 24)).unwrap_or(1)
    }

    /// Somebody by weight, who trades on such a day.
    fn pick(&self, dice: &mut Dice, ago: i64, weight: impl Fn(&Resident) -> u32) -> Option<usize> {
        let idle = &self.data.happenings.locked;
        let weight = |resident: &Resident| {
            let gone = resident.member.name == idle.member && ago < i64::from(idle.days_ago) + 45;
            if gone { 0 } else { weight(resident) }
        };
        let all: u32 = self.residents.iter().map(weight).sum();
        let mut left = if all == 0 { return None } else { dice.roll(all) };
        for (at, resident) in self.residents.iter().enumerate() {
            let weight = weight(resident);
            if left < weight {
                return Some(at);
            }
            left -= weight;
        }
        None
    }

    /// Whether both stay within their limits, with room for what is told of them.
    fn has_room(&self, giver: &Resident, receiver: &Resident, amount: i64) -> bool {
        let (charge, gain) = self.moves(amount);
        let above = receiver.balance - charge >= self.data.floor + receiver.margin;
        let below = self.data.ceiling.is_none_or(|top| giver.balance + gain <= top - giver.margin);
        above && below
    }

    /// Who records a trade, and how.
    fn recording(
        &self,
        app: &App,
        dice: &mut Dice,
        (trade, words): (&Recorded, String),
    ) -> Result<(usize, NewTrade)> {
        let (payer, payee) = (self.at(trade.payer)?, self.at(trade.payee)?);
        let on_paper = |resident: &Resident| resident.member.reach == Reach::Paper;
        let chance = dice.roll(100);
        let keyed = if on_paper(payee) { chance < 60 || on_paper(payer) } else { chance < 4 };
        let own = |at: usize, account| (at, Stand::Own(account), Channel::Web);
        let (by, stand, channel) = match self.coordinator(trade).filter(|_| keyed) {
            Some(coordinator) => (coordinator, Stand::Coordinator, Channel::Sheet),
            None if on_paper(payee) || chance >= 75 => own(trade.payer, payer.account),
            None => own(trade.payee, payee.account),
        };
        let today = app.clock.now().day().0;
        let traded_on =
            (dice.roll(4) == 0).then(|| Day(today - 1 - i32::try_from(dice.roll(3)).unwrap_or(0)));
        let amount = Amount::new(trade.amount).ok_or_else(|| broken(&words))?;
        let (id, exchange, wish) = (trade.id, self.id, Wish::Count);
        let (payer, payee) = (payer.account, payee.account);
        Ok((
            by,
            NewTrade {
                id,
                exchange,
                payer,
                payee,
                amount,
                description: words,
                traded_on,
                channel,
                wish,
                stand,
                settles: None,
            },
        ))
    }

    /// The coordinator, unless the trade is theirs.
    fn coordinator(&self, trade: &Recorded) -> Option<usize> {
        let (name, _) = self.data.staff.iter().find(|(_, task)| *task == Task::Coordinator)?;
        self.resident(name).ok().filter(|at| *at != trade.payer && *at != trade.payee)
    }
}

const _: () = assert!(SPAN < OLDEST, "nobody trades before the exchange is founded");
